"""The list of interventions in, each with its names and examples out."""

from fingerpost.interventions import Intervention
from fingerpost.rulebook.forms import InterventionsForm
from fingerpost.rulebook.sheets import Sheet


def build_interventions(
    shared: tuple[Sheet, InterventionsForm] | None,
    own: tuple[Sheet, InterventionsForm] | None,
    faults: list[str],
) -> tuple[Intervention, ...]:
    """Join the list all councils share and a council's own, which may replace a rule by its id.

    A name that two rules claim is a fault, added to the list.
    """
    found: dict[str, Intervention] = {}
    for sheet, form in filter(None, (shared, own)):
        first: dict[str, str] = {}
        for place, rule in enumerate(form.interventions):
            at = sheet.at(("interventions", place))
            if first.setdefault(rule.id, at) != at:
                faults.append(
                    f"{at}: '{rule.id}' is already a rule ({first[rule.id]}); choose another."
                )
            found[rule.id] = Intervention(
                **rule.model_dump(),
                file=sheet.name,
                line=sheet.line(("interventions", place)),
            )
    _claim(tuple(found.values()), faults)
    return tuple(found.values())


def _claim(rules: tuple[Intervention, ...], faults: list[str]) -> None:
    owners: dict[str, Intervention] = {}
    for rule in rules:
        for name in rule.names:
            first = owners.setdefault(name.casefold(), rule)
            if first is not rule:
                faults.append(
                    f"{rule.file} line {rule.line}: '{name}' is also a name of '{first.id}'; "
                    "keep it in one of the two."
                )
