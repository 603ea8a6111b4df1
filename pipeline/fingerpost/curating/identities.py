"""What became of items between two runs in, the lines of the log that remember it out; and back."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from fingerpost.decisions import PRODUCT, Action, Decision, Resource, Standing
from fingerpost.strategies import Known


def identity_decisions(
    same_as: Iterable[tuple[str, str]],
    vanished: Iterable[str],
    revived: Iterable[str],
    standing: Standing,
    at: str,
) -> tuple[Decision, ...]:
    """Write what the log does not hold yet: items that stayed the same, went, or came back.

    `same_as` pairs a natural id with the id that the item keeps.
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
        *(_line(item, Action.RETIRED, ("status", "", "retired"), at) for item in gone),
        *(_line(item, Action.REVIVED, ("status", "retired", ""), at) for item in back),
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
