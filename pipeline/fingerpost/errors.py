"""Everything the product raises on purpose, each with what is wrong and what to do."""


class FingerpostError(Exception):
    """A fault a person can mend; `str()` is one sentence or two, ready to be shown."""


class DocumentRefused(FingerpostError):
    """A file that cannot be read: a stable code, a plain reason and a remedy."""

    def __init__(self, code: str, reason: str, remedy: str) -> None:
        super().__init__(code, reason, remedy)
        self.code = code
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.reason} {self.remedy}"


class RulesError(FingerpostError):
    """Rules or settings that cannot be used; the message names file, line, fault and remedy."""


class EncoderError(FingerpostError):
    """An encoder that is unknown, absent, or not what it was; the message says what to do."""


class WorkspaceError(FingerpostError):
    """A workspace that is missing, incomplete, or in use by another program."""


class LogError(FingerpostError):
    """A decisions log that does not hold together."""


class ReturnRefused(FingerpostError):
    """A returned file that changes nothing, because of the problems it names one by one."""

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(file, problems)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {problem}" for problem in self.problems)


class PackError(FingerpostError):
    """A pack that cannot be made as it was asked for."""


class TargetError(FingerpostError):
    """A directory database that cannot be reached, read or written."""


class NothingLoaded(TargetError):
    """A place at which a directory was looked for and is none."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: nothing was loaded yet. Run: fingerpost load"
