"""A council's site.yaml in, how its directory is shown out."""

from fingerpost.rulebook.forms import SiteForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.taxonomy import Facet, Taxonomy


def build_site(
    read: tuple[Sheet, SiteForm] | None, taxonomy: Taxonomy, faults: list[str]
) -> SiteSettings:
    """Return the settings; those of the audit must name whole-school categories."""
    if read is None:
        return SiteSettings()
    sheet, form = read
    for concept in form.audit.headings:
        if concept not in taxonomy or taxonomy[concept].facet is not Facet.UNIVERSAL:
            at = sheet.at(("audit", "headings", concept))
            faults.append(f"{at}: '{concept}' is no whole-school category; name one by its id.")
    return SiteSettings(
        title=form.title.strip(),
        purpose=form.purpose.strip(),
        address=form.address.rstrip("/"),
        report_to=form.report_to,
        contact=form.contact.strip(),
        terms=tuple(sorted(form.terms)),
        audit=AuditSettings(levels=form.audit.levels, headings=dict(form.audit.headings)),
    )
