"""How a council wants its directory shown: the site's words, where reports go, the school's audit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TERMS = ("01-01", "04-15", "09-01")
"""First days of the terms of an English school year, month and day."""

SAFEGUARDING = (
    "This directory has no advice for a child who may be in danger or come to harm. "
    "Tell the school's designated safeguarding lead now. If it is about you, tell an adult you trust. "
    "If somebody is in danger at this moment, call 999."
)
"""What stands above the results of a search for words of danger, where a council says nothing else."""


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
    site; `terms` are the first days of terms, "MM-DD". `safeguarding` is what whoever searches for
    words of danger is told, and `safeguarding_link` the address (https://…) of the page that says
    more, "" where there is none.
    """

    title: str = ""
    purpose: str = ""
    address: str = ""
    report_to: str = ""
    contact: str = ""
    safeguarding: str = SAFEGUARDING
    safeguarding_link: str = ""
    terms: tuple[str, ...] = TERMS
    audit: AuditSettings = field(default_factory=AuditSettings)
