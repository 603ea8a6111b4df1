"""A line that ends in a colon (or might as well) in, whether it introduces, labels or neither out."""

import re

from fingerpost.extracting.wording import normalised, one_line, starts_small, vocabulary, word_count
from fingerpost.strategies import Role

_OPEN_END = re.compile(
    r"(?i)(?:\b(?:such as|including|includes?|for example|for instance|e\.?g\.?|as follows|the following|namely|these are))\s*[:.…–-]*\s*$"
)
_OPEN_WORDS = (
    "such as", "including", "include", "includes", "for example", "for instance", "eg", "e.g",
    "as follows", "the following", "namely", "these are",
)  # fmt: skip
_LONGEST_OPEN_WORD = max(map(len, _OPEN_WORDS))
_UNFINISHED = vocabulary("""
    a also an and are as at be being by can consist contain could do does either ensure for from give given have help
    how if in include included includes including involve involves is keep like made make may means might must need
    needs of offer on or provide should so such support than that the their them then these they this those through to
    try use used using via was we were when where which who will with would you your
    """)
# A line without any stop breaks off after one of these; after "support" or "help" it may be a name.
_DANGLING = vocabulary(
    "a an and are as at be by can could either for from given if in is may might must of on or should that the their to"
    " was were where which who will with would your"
)
_SENTENCE_STARTS = vocabulary(
    "this these it they there we you if when where before after once during"
)
_PEOPLE = r"(?:learners?|pupils?|child(?:ren)?|students?|cyp|young (?:person|people)|they|some|he or she|he|she|i)"
_SIGNS = re.compile(
    rf"\b{_PEOPLE}(?: \w+){{0,5}}? (?:may|might|could|often|sometimes|can|will often|typically)(?: also| often| sometimes)?"
    r"(?: (?:be|have|show|find|experience|struggle|display|present|seem|appear|need|feel|include|present with|use)\b.*)?$"
    r"|\b(?:you|we|adults|staff|teachers) (?:may|might|could|will) (?:also )?(?:notice|see|observe|hear|find)\b"
    r"|\b(?:signs|indicators|characteristics|difficulties|barriers)\b.*\b(?:include|are|may be|might be)\b"
)
_HELP = re.compile(
    r"\b(?:staff|adults?|teachers?|you|we|schools?|settings?|practitioners?|tas?|teaching assistants?)"
    r"(?: \w+){0,3}? (?:can|could|should|will|might|may) (?:also )?(?:help|support|try|use|do|make|provide|offer|consider)\b"
    r"|\b(?:strategies|approaches|ideas|adjustments|things that help|what helps|support)\b.*\b(?:include|are|may be|might be|can be)\b"
)
# What is said below one of these is the opposite of advice.
_NEGATIVE = re.compile(
    r"^(?:please |always |try to |you should |adults should |staff should )?(?:avoid|never|dont|stop|no|not|refrain|without)\b"
    r"|\b(?:not|never|avoid|avoiding|dont|cannot|cant|shouldnt|mustnt|wont|doesnt)\b"
)
# A heading that forbids; one that only has a "not" in it ("Learners who do not speak") is another matter.
_FORBIDS = re.compile(
    r"^(?:please |always )?(?:do not|dont|donts|never|avoid|try not to|refrain from)\b"
    r"|^(?:what|things|ways|words|phrases|language)\b.{0,40}\b(?:not to|to avoid|to stop)\b"
    r"|^(?:un|not |less |not so )helpful\b|^what (?:does not|doesnt|will not|wont) (?:help|work)\b"
)
_NEGATIONS = vocabulary("avoid never not dont no stop to use allow from")
_MAY_BE_SIGNS = re.compile(
    r"^(?:watch(?: out)? for|look out for|be (?:alert to|aware (?:of|that))|remember that|red flags?|warning signs?)\b"
    r"|\b(?:usually|tends? to)$|\b(?:common|typical|possible|likely) (?:difficulties|signs|features|problems|behaviours?|needs)\b"
    r"|\b(?:can|may|might|could|will often) look like\b|\b(?:report|notice|see|observe) the following\b"
    r"|\byou (?:will|may|might) (?:see|notice)\b"
)
_STOP_INSIDE = re.compile(r"[.!?;]\s")
_LONGEST_LABEL = 6
_LONGEST_BARE_NEGATION = 3
_LONGEST_STEM = 300  # characters, from its end


def is_open(text: str) -> bool:
    """Say whether a line calls for something to follow it: a colon, "such as", "including"."""
    line = one_line(text)
    return line.endswith((":", ":-", ": -")) or _ends_open(line)


def is_unfinished(text: str) -> bool:
    """Say whether a line without any stop breaks off ("Teachers will", "This can be done by")."""
    return text.rstrip()[-1:].isalpha() and _last_word(text) in _DANGLING


def is_negative(text: str) -> bool:
    """Say whether words that introduce others turn them into what is not to be done ("Avoid:")."""
    return _NEGATIVE.search(normalised(text)[-_LONGEST_STEM:]) is not None


def forbids(heading: str) -> bool:
    """Say whether a heading turns what stands below it into what is not to be done ("Don't")."""
    return _FORBIDS.search(normalised(heading)) is not None


def is_negative_stem(text: str) -> bool:
    """Say whether a line breaks off after a negation, with a colon or without ("Do not")."""
    line = one_line(text)
    bare = word_count(line) <= _LONGEST_BARE_NEGATION and line[-1:].isalpha()
    breaks_off = bare and _last_word(line) in _NEGATIONS
    return (breaks_off or line.endswith((":", ":-", ": -"))) and is_negative(line)


def may_introduce_signs(text: str) -> bool:
    """Say whether a stem may introduce signs of need ("Look out for:"), though it may be advice too."""
    return _MAY_BE_SIGNS.search(normalised(text)[-_LONGEST_STEM:]) is not None


def is_label(text: str) -> bool:
    """Say whether an open line is a name ("Whole school:") and not a sentence begun ("Staff will:")."""
    line = one_line(text)
    if not line.rstrip(" -").endswith(":") or _ends_open(line):
        return False
    return _is_name(line) and _last_word(line) not in _UNFINISHED


def is_bare_label(text: str) -> bool:
    """Say whether a line without a colon could be a name: few words, a capital first, no full stop."""
    line = one_line(text)
    if not (line[-1:].isalnum() or line.endswith((")", "?"))) or starts_small(line):
        return False
    if _ends_open(line):
        return False
    return _is_name(line) and _last_word(line) not in _DANGLING


def is_mere_include(text: str) -> bool:
    """Say whether an open line says no more than that something follows ("This includes:")."""
    return _ends_open(one_line(text))


def _ends_open(line: str) -> bool:
    """Say whether a line ends in words that call for more; its very end tells of most that it does not."""
    end = line.rstrip(" :.…–-")[-_LONGEST_OPEN_WORD:].casefold()
    return end.endswith(_OPEN_WORDS) and _OPEN_END.search(line) is not None


def _is_name(line: str) -> bool:
    words = normalised(line).split()
    if not words or len(words) > _LONGEST_LABEL or _STOP_INSIDE.search(line):
        return False
    return words[0] not in _SENTENCE_STARTS


def _last_word(text: str) -> str:
    return normalised(text).rpartition(" ")[2]


def role_of_stem(text: str) -> Role | None:
    """Tell a stem that introduces signs of need from one that introduces help."""
    plain = normalised(text)[-_LONGEST_STEM:]
    if _HELP.search(plain):
        return Role.STRATEGY
    return Role.INDICATOR if _SIGNS.search(plain) else None


def label_and_rest(text: str, bold: str) -> tuple[str, str]:
    """Divide "Classroom: use symbols" after the colon; ("", text) where it holds no label.

    `bold` is the bold text the line starts with; it must reach up to the colon, or be empty where
    the caller knows the label by other means.
    """
    before, colon, after = text.partition(":")
    if not colon or not after.strip() or word_count(before) > _LONGEST_LABEL:
        return "", text
    if bold and not (before.strip() and bold.strip().rstrip(": ") == before.strip()):
        return "", text
    return text[: len(before) + 1], after
