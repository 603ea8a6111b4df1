"""How a council wants its directory shown: the site's words, where reports go, the school's audit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TERMS = ("01-01", "04-15", "09-01")
"""First days of the terms of an English school year, month and day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSettings:
    """How schools rate themselves: `levels`, best first, and the council's own headings.

    `headings` leads from the id of a whole-school category to the heading of the council's existing
    audit under which schools know it. Both are shipped empty: they are the council's to give.
    """

    levels: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What a council says about its site; all of it may be left out.

    `title` and `purpose` stand on the home page; `address` is where it will be (https://…), ""
    where that is not known, so that all links are relative; `report_to` is an e-mail address, or a
    web address in which {id} stands for the statement's id; `contact` is whom to ask about the
    site; `terms` are the first days of terms, "MM-DD".
    """

    title: str = ""
    purpose: str = ""
    address: str = ""
    report_to: str = ""
    contact: str = ""
    terms: tuple[str, ...] = TERMS
    audit: AuditSettings = field(default_factory=AuditSettings)
