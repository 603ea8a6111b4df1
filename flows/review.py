"""Returned files in as they come back, the next release of the directory out, as a Prefect flow.

It waits suspended: nothing has to stay awake until the last file is back. Woken, it begins anew, so
every step may be done twice, and the waits that are over return what was said
(docs/decisions/0024). Files are taken in for a question only, so that nobody signs off what came
after they had looked.
"""

from collections.abc import Collection
from itertools import count
from pathlib import Path

from fingerpost.running.directory.releasing import Told, load_release
from fingerpost.running.reviewing.waiting import ask, described, honour, take_in
from fingerpost.workspace import DIRECTORY, Workspace
from prefect import flow, suspend_flow_run, task
from prefect.cache_policies import NO_CACHE
from prefect.context import FlowRunContext
from prefect.input import RunInput
from pydantic import Field

ask_people = task(name="ask-people", cache_policy=NO_CACHE, persist_result=False)(ask)
take_in_answers = task(name="take-in", cache_policy=NO_CACHE, persist_result=False)(take_in)
honour_answers = task(name="honour", cache_policy=NO_CACHE, persist_result=False)(honour)
load_as_task = task(name="load-release", cache_policy=NO_CACHE, persist_result=False)(load_release)


class Word(RunInput):
    """What the team says to a wait; as it comes, that it goes on."""

    all_is_back: bool = Field(
        default=False,
        title="All is back: load the directory",
        description="Leave it empty to take in what is back and go on waiting.",
    )
    signed_off_by: str = Field(
        default="",
        title="Signed off by",
        description="Who agrees that what is loaded may be published. Without a name nothing is.",
    )


@flow(name="review-council", flow_run_name="review-{workspace.name}")
def review_council(workspace: Path, to: str = DIRECTORY) -> Told:
    """Wait for one council's answers, take them in, and load the directory when the team says so."""
    place = Workspace(workspace)
    ask_people(place)
    name = heard(place)
    honour_answers(place)
    return load_as_task(place, to, name)


def heard(place: Workspace) -> str:
    """Wait until somebody says that all is back, and return who signed it off."""
    words = (asked(place, f"answers-{number}") for number in count(1))
    return next(name for word in words if word.all_is_back and (name := word.signed_off_by.strip()))


def asked(place: Workspace, key: str) -> Word:
    """Return what was said, or take in what is back and ask, showing what became of it."""
    if key in over():
        return suspend_flow_run(Word, key=key)
    return suspend_flow_run(
        Word.with_initial_data(description=described(take_in_answers(place))), key=key
    )


def over() -> Collection[str]:
    """Return the keys of the waits that this flow came to before it began anew."""
    context = FlowRunContext.get()
    run = context.flow_run if context else None
    return run.empirical_policy.pause_keys or () if run else ()
