"""What became of items between two runs in, the lines of the log that remember it out; and back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from fingerpost.decisions import PRODUCT, Action, Decision, Resource, Standing
from fingerpost.naming import part_ids
from fingerpost.strategies import Known
from fingerpost.tables import JOINER

NOTHING: Mapping[str, tuple[str, ...]] = {}


def identity_decisions(
    same_as: Iterable[tuple[str, str]],
    vanished: Iterable[str],
    revived: Iterable[str],
    standing: Standing,
    at: str,
    instead: Mapping[str, tuple[str, ...]] = NOTHING,
) -> tuple[Decision, ...]:
    """Write what the log does not hold yet: items that stayed the same, went, or came back.

    `same_as` pairs a natural id with the id that the item keeps; `instead` leads from what went to
    the ids that stand for it, where people parted or joined it.
    """
    renamed = sorted(
        (natural, lasting)
        for natural, lasting in set(same_as)
        if natural != lasting and standing.identities.get(natural) != lasting
    )
    gone = sorted(set(vanished) - standing.retired)
    back = sorted(set(revived) & standing.retired)
    return (
        *(_line(lasting, Action.SAME_AS, ("id", "", natural), at) for natural, lasting in renamed),
        *(
            replace(
                _line(item, Action.RETIRED, ("status", "", "retired"), at),
                reason=JOINER.join(instead.get(item, ())),
            )
            for item in gone
        ),
        *(_line(item, Action.REVIVED, ("status", "retired", ""), at) for item in back),
    )


def made_of(decisions: Iterable[Decision]) -> dict[str, str]:
    """Lead from the id of each part or piece that people ever made to the item it was made of.

    A part leads to what was parted, a piece to the whole that took it in; taken back or not.
    """
    made: dict[str, str] = {}
    for line in decisions:
        if line.last_action_type is Action.PARTED:
            parts = line.replacement_value.split("\n")
            made |= dict.fromkeys(part_ids(line.resource_id, parts), line.resource_id)
        elif line.last_action_type is Action.JOINED:
            pieces = (one.partition(" ")[0] for one in line.replacement_value.split(JOINER))
            made |= dict.fromkeys(pieces, line.resource_id)
    return made


def as_in_word(known: Iterable[Known], decisions: Sequence[Decision]) -> tuple[Known, ...]:
    """Remember what stands in Word: no parts, and of a whole that people made its first piece."""
    made = made_of(decisions)
    from_log = {one.id: one for one in known_from_log(decisions)}
    parts = made.keys() - from_log.keys()
    wholes = set(made.values())
    return tuple(
        from_log.get(one.id, one) if one.id in wholes else one
        for one in known
        if one.id not in parts
    )


def date_of_inputs(decisions: Iterable[Decision], editions: Iterable[str]) -> str:
    """Return the newest date of the log and of the documents' editions (ISO 8601).

    Lines about identity carry it instead of the clock's time, so that the same documents and
    answers give the same log on any day.
    """
    dates = (*(line.last_action_date for line in decisions), *editions)
    moments = (moment for date in dates if (moment := _moment(date)))
    return max(moments, default=datetime.fromtimestamp(0, UTC)).isoformat(timespec="seconds")


def known_from_log(decisions: Sequence[Decision]) -> tuple[Known, ...]:
    """Return the items somebody judged, each with the newest text that was seen.

    Answers taken back count too: what was once shown keeps its identity.
    """
    seen = {
        line.resource_id: line
        for line in decisions
        if line.last_action_type is Action.SEEN and line.resource_type is Resource.STRATEGY
    }
    return tuple(
        Known(
            id=line.resource_id,
            source=line.previous_value,
            text=line.replacement_value,
            heading_path=line.reason,
        )
        for line in sorted(seen.values(), key=lambda line: line.seq)
    )


def _moment(date: str) -> datetime | None:
    """Read a date or a moment, in UTC; None for what is neither (a document may hold anything)."""
    try:
        moment = datetime.fromisoformat(date)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _line(item: str, action: Action, change: tuple[str, str, str], at: str) -> Decision:
    field, before, after = change
    return Decision(
        seq=0,
        resource_id=item,
        resource_type=Resource.STRATEGY,
        last_action_date=at,
        last_action_type=action,
        field_name=field,
        previous_value=before,
        replacement_value=after,
        updated_by=PRODUCT,
    )
