"""Why a file cannot be read in; a refusal with its reason and remedy, in plain words, out."""

from typing import Final

from fingerpost.errors import DocumentRefused
from fingerpost.reading import signatures
from fingerpost.reading.locks import Lock, lock_of

UNSAFE: Final = "unsafe"
_SAVE_AS: Final = (
    "Open it in Word, choose File > Save As > Word Document (.docx), and put the new file here."
)
_CONVERT: Final = (
    "Open it in Word or LibreOffice Writer, choose File > Save As, take the type Word Document "
    "(.docx), and put the new file here. Where LibreOffice is installed, fingerpost migrate "
    "--convert-legacy does this for you."
)
_SEND_AGAIN: Final = (
    "Ask for the file to be sent again, or open it in Word, let Word repair it, and save it."
)


def empty() -> DocumentRefused:
    """A file of no bytes."""
    return DocumentRefused(
        "empty-file", "The file is empty: it holds no bytes at all.", "Ask for it to be sent again."
    )


def lock_file() -> DocumentRefused:
    """The owner file that Word keeps beside an open document."""
    return DocumentRefused(
        "lock-file",
        "This is a small file that Word keeps while a document is open, not the document.",
        "Close the document in Word; the file goes away by itself.",
    )


def not_a_package(data: bytes) -> DocumentRefused:
    """A file that is no zip package, by what it seems to be."""
    if data.startswith(b"PK"):
        return corrupt("it is cut short, or broken inside")
    kind = signatures.describe(data)
    if kind in {signatures.ENCRYPTED, signatures.LEGACY}:
        return _locked_or_old(lock_of(data), old=kind == signatures.LEGACY)
    return corrupt("it cannot be opened") if kind == signatures.DAMAGED_OLE else not_word(kind)


def _locked_or_old(lock: Lock, *, old: bool) -> DocumentRefused:
    if lock is Lock.RIGHTS:
        return rights_managed()
    if lock or not old:
        return encrypted(lock or Lock.UNKNOWN)
    return legacy()


def legacy(why: str = "") -> DocumentRefused:
    """A binary .doc, whatever its name says; `why` is a sentence on what became of converting it."""
    reason = "This is a Word document of the old kind (.doc, Word 97 to 2003)."
    return DocumentRefused("legacy-doc", f"{reason} {why}".strip(), _CONVERT)


def encrypted(lock: str = "a password") -> DocumentRefused:
    """A document that needs a password; `lock` says of which kind, with an article."""
    return DocumentRefused(
        "encrypted",
        f"The document is locked with {lock}.",
        "Open it in Word with the password, choose File > Info > Protect Document > Encrypt with "
        "Password, empty the box, and save it as a Word Document (.docx).",
    )


def rights_managed() -> DocumentRefused:
    """A document that only those whom its owner named may open."""
    return DocumentRefused(
        "rights-managed",
        "The document is locked with a rights policy: only people whom its owner named may open it.",
        "Ask its owner to open it in Word, choose File > Info > Protect Document > Restrict Access "
        "> Unrestricted Access, and save a copy for you.",
    )


def not_word(kind: str) -> DocumentRefused:
    """Something else under a Word name; `kind` with its article."""
    remedy = (
        _SAVE_AS
        if "saved as XML" in kind or "text" in kind.lower()
        else ("Put the Word document (.docx) it was made from here instead.")
    )
    return DocumentRefused(
        "not-word", f"This is not a Word document; it seems to be {kind}.", remedy
    )


def corrupt(what: str) -> DocumentRefused:
    """A Word file whose words cannot be had whole; `what` is a clause."""
    return DocumentRefused("corrupt", f"The file is damaged: {what}.", _SEND_AGAIN)


def no_main_part() -> DocumentRefused:
    """A package that names no document, or names one that is not in it."""
    return DocumentRefused(
        "no-main-part", "The file is damaged: the document itself is missing from it.", _SEND_AGAIN
    )


def too_large(what: str) -> DocumentRefused:
    """A package beyond the limits; `what` is a clause with the figures."""
    return DocumentRefused(
        "too-large",
        f"The file is larger than can be read safely: {what}.",
        "Divide it into smaller documents, or take out what is not guidance.",
    )


def too_deep(depth: int) -> DocumentRefused:
    """Tables, boxes or wrappers inside one another beyond the limit."""
    return DocumentRefused(
        "too-deep",
        f"The document has tables or boxes inside one another more than {depth} deep.",
        "Take the innermost tables or boxes out in Word, and save it.",
    )


def unsafe(part: str) -> DocumentRefused:
    """A part with a document type declaration, which the packaging standard forbids."""
    return DocumentRefused(
        UNSAFE,
        f"The part {part} declares entities of its own, which no Word program writes.",
        "Do not open the file; ask whoever sent it for a clean copy.",
    )
