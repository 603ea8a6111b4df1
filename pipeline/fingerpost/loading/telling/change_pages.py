"""What loading did or would do in, the pages and the file that tell people of it out."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fingerpost.loading.changes import Change, ChangeKind, count
from fingerpost.loading.releases import LoadReport
from fingerpost.loading.target import shown
from fingerpost.loading.telling.grounds import NOT_SAID, reasons
from fingerpost.loading.telling.sampling import seed_of
from fingerpost.loading.telling.wording import field_words, groups_of, value_words
from fingerpost.neutral import neutralise
from fingerpost.pages import render, word_difference
from fingerpost.pages.changes import Change as Words
from fingerpost.released import Release, Released, Statement
from fingerpost.tables import csv_text

_TEMPLATES = Path(__file__).parent / "templates"
MOST_ROWS = 100
"""Of each group; the file beside the page has them all."""

CHANGES = ("what", "happened", "id", "words", "field", "before", "after", "because")
_MARKS = re.compile(r"^\W+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One statement beside its words in Word; `copy` and `page` lead there, "" where nothing is."""

    statement: Statement
    in_word: str
    labels: tuple[tuple[str, str], ...]
    copy: str = ""
    page: str = ""

    @property
    def difference(self) -> tuple[Words, ...]:
        """What differs between the two, word by word; nothing where only a list mark does."""
        before = _MARKS.sub("", self.in_word)
        if not before or before.split() == _MARKS.sub("", self.statement.text).split():
            return ()
        return word_difference(before, self.statement.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTold:
    """All that the page of a release tells.

    `before` counts the statements of the release before; `site_told` says that the built site
    shows another one; `first` is what nobody may miss. `to_sign` and
    `to_publish` are the commands to do so, as typed after the program's name.
    """

    report: LoadReport
    release: Release
    samples: tuple[Sample, ...]
    before: int
    site_told: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    to_sign: str = "load"
    to_publish: str = "publish"


def sample_of(statement: Statement, released: Released) -> Sample:
    """Return a statement with its labels in words, and the words of Word as they were read."""
    labels = tuple(
        (field_words(facet), released.shown(concept).label)
        for facet, concepts in statement.labels.items()
        for concept in concepts
    )
    return Sample(statement=statement, in_word=statement.source_text, labels=labels)


def plan_page(report: LoadReport, before: int, council: str, command: str) -> str:
    """Return the page of a dry run; `before` counts the statements people can find now.

    `command` carries the plan out.
    """
    added, revived, retired = (
        count(report.changes, kind)
        for kind in (ChangeKind.ADDED, ChangeKind.REVIVED, ChangeKind.RETIRED)
    )
    return _page(
        "plan.html",
        report,
        council=council,
        before=before,
        sum_told=_sum(before, added, revived, retired, report.statements),
        groups=groups_of(report.changes, report.labels, report.because),
        command=command,
    )


def release_page(told: ReleaseTold, council: str, root: str = "") -> str:
    """Return the page of a release; `root` leads from it to the folder of the reports."""
    report, release = told.report, told.release
    counted = (release.added, release.revived, release.retired)
    return _page(
        "release.html",
        report,
        sheet="release.css",
        root=root,
        council=council,
        release=release,
        before=told.before,
        sum_told=_sum(told.before, *counted, release.statements),
        groups=groups_of(report.changes, report.labels, report.because),
        samples=told.samples,
        seed=seed_of(release),
        site_told=told.site_told,
        first=told.first,
        to_sign=told.to_sign,
        to_publish=told.to_publish,
        file=f"{root}releases/{release.number}.csv",
    )


def changes_csv(
    changes: Iterable[Change], labels: Mapping[str, str], gone: Mapping[str, str] = NOT_SAID
) -> bytes:
    """Return all changes as a file for Excel, in the people's words; `gone` says why some go."""
    listed = tuple(changes)
    why = reasons(listed, labels, gone)
    rows = (
        (
            each.subject.value.replace("strategy", "statement").replace("concept", "category"),
            each.kind.value,
            each.id,
            each.text,
            field_words(each.field) if each.field else "",
            value_words(each.field, each.before, labels),
            value_words(each.field, each.after, labels),
            why.get((each.id, each.field), ""),
        )
        for each in listed
    )
    return csv_text(CHANGES, (tuple(map(neutralise, row)) for row in rows)).encode("utf-8-sig")


def _page(name: str, report: LoadReport, **values: Any) -> str:
    def worded(field: str, value: str) -> str:
        return value_words(field, value, report.labels)

    words: dict[str, Any] = {"field_words": field_words, "worded": worded}
    words["target"] = shown(report.target)
    return render(_TEMPLATES, name, here="", most=MOST_ROWS, report=report, **words, **values)


def _sum(before: int, added: int, revived: int, retired: int, now: int) -> str:
    """Say what leads from the statements before to those now, so that it adds up."""
    by_hand = now - (before + added + revived - retired)
    parts = (
        (added, "+", "new"),
        (revived, "+", "back again"),
        (retired, "−", "gone"),
        (by_hand, "+" if by_hand > 0 else "−", "by hand in the database"),
    )
    return "".join(f" {sign} {abs(number):,} {words}" for number, sign, words in parts if number)
