"""All lines about one statement in, its words in a child's voice out, and whether both voices agree."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fingerpost.decisions import UNDECIDED, VERDICTS, Action, Decision, Verdict, Voice
from fingerpost.opinions import batches, given

_WORDINGS = (Action.REWORDED, Action.PARTED)


@dataclass(frozen=True, slots=True)
class _Both:
    """Both voices at one time; what Word said is told by `digest`, and counts as the staff's."""

    staff: str = ""
    digest: str = ""
    child: str = ""
    by: str = ""
    changed_alone: Voice | None = None

    def after(self, batch: Iterable[Decision]) -> "_Both":
        """Return both as one more answer leaves them; one that saw both and changed none agrees."""
        lines = tuple(batch)
        verdict = next((ln for ln in reversed(lines) if ln.last_action_type in VERDICTS), None)
        if verdict is None or verdict.last_action_type in UNDECIDED:
            return self
        last = {line.last_action_type: line for line in lines}
        worded = next((last[one] for one in _WORDINGS if one in last), None)
        voiced = last.get(Action.VOICED)
        now = replace(
            self,
            staff=worded.replacement_value if worded else self.staff,
            digest=verdict.source_digest,
            child=voiced.replacement_value if voiced else self.child,
            by=voiced.reason if voiced else self.by,
        )
        return replace(now, changed_alone=_changed(self, now))


def _changed(before: _Both, now: _Both) -> Voice | None:
    """Name the voice that changed while the other, which was there before, did not."""
    staff = bool(before.digest) and (now.staff, now.digest) != (before.staff, before.digest)
    child = now.child != before.child
    if staff and before.child and not child:
        return Voice.STAFF
    return Voice.CHILD if child and before.child and now.child and not staff else None


def with_voices(verdict: Verdict, lines: Iterable[Decision]) -> Verdict:
    """Add to a verdict the child's words, whoever decided since, and which voice changed alone."""
    both = _Both()
    for batch in sorted(batches(lines), key=_moment):
        both = both.after(batch)
    if verdict.child_voice:
        both = replace(both, child=verdict.child_voice, by=verdict.child_voice_by)
    return replace(
        verdict, child_voice=both.child, child_voice_by=both.by, changed_alone=both.changed_alone
    )


def _moment(batch: tuple[Decision, ...]) -> tuple[str, str, str]:
    saw, moment = given(batch)
    return saw, moment, batch[-1].updated_by
