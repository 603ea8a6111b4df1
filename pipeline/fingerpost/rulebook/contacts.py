"""A contact as somebody typed it in, the form in which contacts are compared out.

A council vouches for e-mail addresses, whole e-mail domains, telephone numbers and postcodes of its
own public services.
"""

import re
from collections.abc import Iterator

_AT = re.compile(r"\s*(?:@|[\[({]\s*at\s*[\])}]|\sat\s)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:[\[({]\s*dot\s*[\])}]|\sdot\s)\s*", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")
_COUNTRY = re.compile(r"^(?:00)?440?(?=\d{9})")
_CALLED = re.compile(r"^(?:(?:tel|telephone|phone|mobile|mob|no|number)\b\W*)+", re.IGNORECASE)
_FEWEST_DIGITS = 6


def contact_key(typed: str) -> str:
    """Return the form to compare, without the spacing; "" for what is no contact."""
    if _AT.search(typed):
        return _DOT.sub(".", _AT.sub("@", typed)).strip(" .,;").casefold()
    plain = re.sub(r"\s", "", typed)
    if _POSTCODE.fullmatch(plain.upper()):
        return plain.upper()
    if _DOMAIN.fullmatch(plain) and re.search(r"[a-z]", plain, re.IGNORECASE):
        return f"@{plain.casefold()}"
    digits = re.sub(r"\D", "", plain)
    is_number = len(digits) >= _FEWEST_DIGITS and not re.search(r"[^\W\d_]", plain)
    return _COUNTRY.sub("0", digits) if is_number else ""


def contact_keys(found: str) -> Iterator[str]:
    """Yield the forms by which a contact may be vouched for: itself and the domains it belongs to."""
    key = contact_key(_CALLED.sub("", found))
    yield key
    _, _, domain = key.partition("@")
    while "." in domain:
        yield f"@{domain}"
        domain = domain.partition(".")[2]
