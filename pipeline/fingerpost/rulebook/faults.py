"""What is wrong with a rules file in, one sentence a fault with file, line and remedy out."""

from collections.abc import Iterable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fingerpost.rulebook.forms import AnyForm, Form
from fingerpost.rulebook.sheets import Place, Sheet

_COMPLAINTS = {
    "missing": "'{setting}' is missing; add it.",
    "literal_error": "'{setting}' is '{given}', but must be one of {wanted}.",
    "enum": "'{setting}' is '{given}', but must be one of {wanted}.",
    "too_short": "'{setting}' is empty; fill it in or take the line away.",
    "string_too_short": "'{setting}' is empty; fill it in or take the line away.",
    "string_pattern_mismatch": "'{given}' cannot be an id; use small letters, digits and hyphens.",
    "string_pattern_mismatch of address": (
        "'{given}' is no address of a site; write it whole and without a name, such as "
        "https://send.example.gov.uk/provision."
    ),
    "string_pattern_mismatch of report_to": (
        "'{given}' is neither an e-mail address nor the address of a form, https://…, in which "
        "{{id}} stands for the statement's reference."
    ),
    "string_pattern_mismatch of safeguarding_link": (
        "'{given}' is no address of a page; write it whole, such as "
        "https://send.example.gov.uk/safeguarding."
    ),
    "string_pattern_mismatch of terms": (
        "'{given}' is no day of a year; write the month before the day, such as \"04-15\" for "
        "15 April."
    ),
    "tuple_type": "'{setting}' must be a list; put each entry on a line of its own after '- '.",
    "string_type": "'{setting}' must be words; put them in quotation marks.",
    "model_type": "'{setting}' must hold settings, each on a line of its own with a colon.",
    "dict_type": "'{setting}' must hold settings, each on a line of its own with a colon.",
}
_OF_KEY = "[key]"
"""What pydantic adds to the place of a setting whose own name is wrong."""
_MANY = 12
_NEAR = 72


def check_form(sheet: Sheet, form: type[AnyForm]) -> tuple[AnyForm | None, tuple[str, ...]]:
    """Return the file as a checked form, or None with what is wrong."""
    if not isinstance(sheet.content, dict):
        return None, (f"{sheet.at(())}: the file must hold settings such as '{_first(form)}:'.",)
    try:
        return form.model_validate(sheet.content), ()
    except ValidationError as fault:
        return None, tuple(dict.fromkeys(_sentence(sheet, form, e) for e in fault.errors()))


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that there is no such thing, and what was probably meant or what there is."""
    return f"no {what} is called '{name}'{_instead(name, tuple(known))}"


def _instead(name: str, known: tuple[str, ...]) -> str:
    from rapidfuzz import process

    near = process.extractOne(name, known, score_cutoff=_NEAR)
    if near:
        return f"; did you mean '{near[0]}'?"
    if len(known) <= _MANY:
        return f"; there are: {', '.join(known)}"
    return f"; there are {len(known)}, the first of them: {', '.join(known[:_MANY])}"


def _sentence(sheet: Sheet, form: type[Form], error: ErrorDetails) -> str:
    place: Place = tuple(error["loc"])
    return f"{sheet.at(place)}: {_complaint(form, place, error)}"


def _complaint(form: type[Form], place: Place, error: ErrorDetails) -> str:
    named = (step for step in reversed(place) if isinstance(step, str) and step != _OF_KEY)
    setting = next(named, "this file")
    if error["type"] == "extra_forbidden":
        return unknown("setting", setting, _settings(form, place[:-1]))
    given, wanted = error.get("input"), error.get("ctx", {}).get("expected", "")
    usual = _COMPLAINTS.get(error["type"], "'{setting}' is '{given}': {message}.")
    complaint = _COMPLAINTS.get(f"{error['type']} of {setting}", usual)
    return complaint.format(setting=setting, given=given, wanted=wanted, message=error["msg"])


def _settings(form: type[Form], place: Place) -> tuple[str, ...]:
    """Return the settings that may stand at a place of a form."""
    current: Any = form
    for step in place:
        if isinstance(step, str) and _is_model(current):
            current = _model_in(_fields(current)[step])
    return tuple(_fields(current))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def _model_in(annotation: Any) -> Any:
    """Return the model that an annotation such as a tuple of models is about."""
    if _is_model(annotation) or get_origin(annotation) is None:
        return annotation
    arguments = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType, tuple):
        return _model_in(arguments[0])
    return _model_in(arguments[-1] if get_origin(annotation) is dict else arguments[0])


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _first(form: type[Form]) -> str:
    return next(iter(_fields(form)))
