"""What was known of links and what hosts answer today in, what is known now out; kept as JSON."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import Any

from fingerpost.linking.asking import Outcome, Reply

CHECKS = 3
WEEK = timedelta(days=7)
"""An address is dead once it failed on so many checks over so long a time."""

_MARK = "fingerpost_links"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one address; days are ISO 8601, "" for never.

    `failures` counts the checks that failed one after the other, on different days, since
    `failing_since`.
    """

    checked_on: str
    outcome: Outcome
    words: str
    status: int = 0
    moved_to: str = ""
    leads_to: str = ""
    last_good: str = ""
    failing_since: str = ""
    failures: int = 0

    @property
    def is_dead(self) -> bool:
        """Whether it failed often enough over time enough."""
        if not self.failing_since or self.failures < CHECKS:
            return False
        days = date.fromisoformat(self.checked_on) - date.fromisoformat(self.failing_since)
        return days >= WEEK


Memory = Mapping[str, Known]
"""What is known of each address."""


def is_offline(replies: Iterable[Reply]) -> bool:
    """Whether no machine at all answered, so that it is our own network that is silent."""
    asked = [reply.outcome for reply in replies if reply.outcome is not Outcome.NOT_ASKED]
    return bool(asked) and all(outcome is Outcome.UNREACHED for outcome in asked)


def due(urls: Iterable[str], memory: Memory, today: date) -> tuple[str, ...]:
    """Return the addresses that were not asked for today, each once."""
    day = today.isoformat()
    return tuple(
        url for url in dict.fromkeys(urls) if url not in memory or memory[url].checked_on != day
    )


def remember(memory: Memory, replies: Iterable[Reply], today: date) -> Memory:
    """Return what is known after today's answers; nothing where no machine answered at all."""
    told = tuple(replies)
    if is_offline(told):
        return memory
    return {**memory, **{reply.url: _after(memory.get(reply.url), reply, today) for reply in told}}


def _after(before: Known | None, reply: Reply, today: date) -> Known:
    day = today.isoformat()
    failing_since, failures = (before.failing_since, before.failures) if before else ("", 0)
    if reply.outcome in (Outcome.FAILED, Outcome.UNREACHED):
        again = before is not None and before.checked_on == day and failures > 0
        failing_since, failures = failing_since or day, failures + (not again)
    elif reply.outcome is Outcome.GOOD:
        failing_since, failures = "", 0
    return Known(
        checked_on=day,
        outcome=reply.outcome,
        words=reply.words,
        status=reply.status,
        moved_to=reply.moved_to,
        leads_to=reply.leads_to,
        last_good=day if reply.outcome is Outcome.GOOD else before.last_good if before else "",
        failing_since=failing_since,
        failures=failures,
    )


def memory_text(memory: Memory) -> str:
    """Return a memory as it is kept."""
    kept = {url: asdict(known) for url, known in sorted(memory.items())}
    return json.dumps({_MARK: 1, "addresses": kept}, ensure_ascii=False, indent=1) + "\n"


def read_memory(text: str) -> Memory:
    """Read a memory; one that cannot be read counts as none, since it can be asked for again."""
    try:
        kept = json.loads(text)
        return {url: _known(values) for url, values in kept["addresses"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _known(values: Mapping[str, Any]) -> Known:
    named = {field.name: values[field.name] for field in fields(Known)}
    date.fromisoformat(named["checked_on"])
    return Known(**{**named, "outcome": Outcome(named["outcome"])})
