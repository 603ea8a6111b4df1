"""What was typed as an address in, the address or what is wrong with it out."""

import re
from urllib.parse import urlsplit

from fingerpost.tables import JOINER

_WEB = ("http", "https")
_SEVERAL = re.compile(r"[;,\s](?:https?://|www\.)", re.IGNORECASE)
_LONGEST = 2_000


def address_of(typed: str) -> str:
    """Return an address as it is kept; "www." is how people begin one, as in their browser."""
    address = typed.strip().replace(JOINER, "%7C")
    return f"https://{address}" if address.casefold().startswith("www.") else address


def address_fault(address: str) -> str:
    """Say why people could not follow an address, and what to type; empty where they can."""
    if are_several(address):
        return "it holds several addresses. Put each into a cell of its own."
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return f"“{address}” is no address: it holds a space or a sign that none can hold."
    if len(address) > _LONGEST:
        return "the address is too long. Open the page, and copy a shorter one."
    scheme, host = _parts(address)
    leads = (
        bool(host) if scheme in _WEB else scheme == "mailto" and _is_mail(address[len("mailto:") :])
    )
    return "" if leads else f"“{address}” is no web address. {_remedy(address, scheme)}"


def are_several(typed: str) -> bool:
    """Whether somebody typed more than one address."""
    return bool(_SEVERAL.search(typed))


def _remedy(address: str, scheme: str) -> str:
    if _is_mail(address):
        return f"If it is for e-mail, type mailto:{address}"
    if not scheme and "." in address.partition("/")[0]:
        return f"Type it with its beginning: https://{address}"
    return "Copy it from the browser; it begins with https://"


def _parts(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.scheme.casefold(), parts.hostname or ""


def _is_mail(text: str) -> bool:
    name, _, host = text.partition("@")
    return bool(name) and "." in host.strip(".") and ":" not in name
