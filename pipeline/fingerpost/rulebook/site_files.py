"""A council's site.yaml in, how its directory is shown out."""

from datetime import date

from fingerpost.rulebook.forms import SiteForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.site_settings import SAFEGUARDING, AuditSettings, SiteSettings
from fingerpost.taxonomy import Facet, Taxonomy


def build_site(
    read: tuple[Sheet, SiteForm] | None, taxonomy: Taxonomy, faults: list[str]
) -> SiteSettings:
    """Return the settings; terms must begin on a day, the audit name whole-school categories."""
    if read is None:
        return SiteSettings()
    sheet, form = read
    for concept in form.audit.headings:
        if concept not in taxonomy or taxonomy[concept].facet is not Facet.UNIVERSAL:
            at = sheet.at(("audit", "headings", concept))
            faults.append(f"{at}: '{concept}' is no whole-school category; name one by its id.")
    faults.extend(
        f"{sheet.at(('terms', place))}: '{term}' is no day of a year; write the month before the "
        'day, such as "04-15" for 15 April.'
        for place, term in enumerate(form.terms)
        if not _is_a_day(term)
    )
    return SiteSettings(
        title=form.title.strip(),
        purpose=form.purpose.strip(),
        address=form.address.rstrip("/"),
        report_to=form.report_to,
        contact=form.contact.strip(),
        safeguarding=form.safeguarding.strip() or SAFEGUARDING,
        safeguarding_link=form.safeguarding_link,
        terms=tuple(sorted(form.terms)),
        audit=AuditSettings(levels=form.audit.levels, headings=dict(form.audit.headings)),
    )


def _is_a_day(term: str) -> bool:
    """Say whether a month and day stand in the calendar of a leap year."""
    try:
        date.fromisoformat(f"2024-{term}")
    except ValueError:
        return False
    return True
