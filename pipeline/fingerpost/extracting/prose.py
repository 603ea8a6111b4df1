"""A running paragraph and where it stands in, what it does out."""

import re
from dataclasses import dataclass

from fingerpost.extracting.account import Verdict
from fingerpost.extracting.advice import (
    describes_practice,
    instructs,
    is_about_the_text,
    is_named_thing,
)
from fingerpost.extracting.doubts import MAY_NOT_BE_STRATEGY
from fingerpost.extracting.giveaways import gives_reasons, role_of_words, tells_where_to_ask
from fingerpost.extracting.wording import one_line
from fingerpost.strategies import Role

_MUST = re.compile(
    r"(?i)^(?:all |every |each |maintained |the )*(?:schools?|academ(?:y|ies)|settings?|colleges?|nurser(?:y|ies)|early years providers?"
    r"|governors?|governing (?:body|bodies|boards?)|proprietors|trust(?:s|ees)?|headteachers?|head teachers?|teachers|sencos?|local authorit(?:y|ies)"
    r"|(?:the )?(?:council|city council|local authority))(?: and (?:schools|colleges|settings|academies|governors))?(?: \w+)? must\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a running paragraph stands.

    `role` is what its headings promise, `known` whether they name a category, `tabular` whether it
    stands in a table of statements, `alone` whether its section has no list or table.
    """

    role: Role | None
    known: bool = False
    tabular: bool = False
    alone: bool = False


def judge_prose(text: str, setting: Setting) -> tuple[Verdict, tuple[str, ...]]:
    """Tell what a paragraph does, and what makes one doubt it.

    Its own words come first where they are plain, then what the headings promise. A paragraph that
    nobody promised to be advice, but that reads like it, is proposed with a doubt.
    """
    if role := role_of_words(text) or _role_of_musts(text, setting):
        return Verdict(role, "by its words"), ()
    if tells_where_to_ask(text):
        return Verdict(Role.CONTACT, "by its words"), ()
    if setting.role not in {None, Role.STRATEGY}:
        return Verdict(setting.role or Role.CONTEXT, "by its heading"), ()
    if gives_reasons(text):
        return Verdict(Role.RATIONALE, "by its words"), ()
    return _judge_advice(text, setting)


def _role_of_musts(text: str, setting: Setting) -> Role | None:
    if setting.tabular or "must" not in text.casefold():
        return None
    return Role.DUTY if _MUST.match(one_line(text)) else None


def _judge_advice(text: str, setting: Setting) -> tuple[Verdict, tuple[str, ...]]:
    strategy, doubt = Verdict(Role.STRATEGY), (MAY_NOT_BE_STRATEGY,)
    told = instructs(text)
    if setting.role is Role.STRATEGY:
        if setting.tabular or told or describes_practice(text):
            return strategy, ()
        proposed = (setting.alone or is_named_thing(text)) and not is_about_the_text(text)
        return (strategy, doubt) if proposed else (Verdict(Role.CONTEXT), ())
    if setting.known and (told or setting.tabular):
        return strategy, doubt
    if setting.tabular and told:
        return strategy, doubt
    return Verdict(Role.CONTEXT), ()
