"""Rules and decisions in, the learned matcher out: as it was shipped, as it was kept, or learned anew."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from fingerpost.classifying import lessons
from fingerpost.curating import fold
from fingerpost.decisions import Decision, Standing
from fingerpost.encoding import Encoder, encoder
from fingerpost.errors import WorkspaceError
from fingerpost.exemplars import Exemplar
from fingerpost.learned import Array, Judgement, Learned
from fingerpost.learning import (
    decided,
    digest_of,
    read_learned,
    read_vectors,
    teaching_lines,
    together,
    train,
    write_learned,
)
from fingerpost.rulebook import Rulebook
from fingerpost.taxonomy import Taxonomy

_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Learner:
    """Where learned matchers and vectors are kept, and what they are learned with."""

    rules: Path
    state: Path
    keep: bool = True

    def judgement(self, rulebook: Rulebook, taught: Standing) -> Judgement:
        """Return what a classifier knows beyond the rules; `taught` is what people taught by now."""
        return Judgement(self.learned(rulebook, taught), self.vectors)

    @property
    def vectors(self) -> Path | None:
        """The folder in which vectors of texts are kept, if any may be written."""
        return self.state / "vectors" if self.keep else None

    def learned(self, rulebook: Rulebook, taught: Standing) -> Learned | None:
        """Return the matcher that these rules and decisions teach; None where they teach nothing.

        Raises:
            EncoderError: the rules name an encoder that is not there or not what it was.
        """
        made_by = encoder(rulebook.encoder, self.vectors)
        examples = together(rulebook.exemplars, decided(taught))
        if not examples:
            return None
        digest = digest_of(examples, made_by.digest if made_by else "")
        shipped = shipped_file(self.rules, rulebook.encoder)
        kept = self.state / "learned" / f"{digest[:_SHOWN]}.npz"
        for path in (shipped, kept):
            if found := read_learned(path, digest, examples):
                return found
        made = self._train(examples, rulebook.encoder, made_by, shipped)
        if self.keep:
            with suppress(WorkspaceError):
                write_learned(made, kept)
        return made

    def _train(
        self,
        examples: Sequence[Exemplar],
        name: str,
        made_by: Encoder | None,
        shipped: Path,
    ) -> Learned:
        digest = digest_of(examples, made_by.digest if made_by else "")
        vectors: dict[str, Array] = {}
        if made_by:
            vectors = dict(read_vectors(shipped, name))
            new = [one.text for one in examples if one.text not in vectors]
            vectors |= dict(zip(new, made_by.encode(new), strict=True)) if new else {}
        return train(lessons(examples), vectors, name, digest)


def taught_by(decisions: Sequence[Decision], taxonomy: Taxonomy) -> Standing:
    """Return what stood when enough answers had come together to learn from, the last time."""
    return fold(teaching_lines(decisions), taxonomy)


def shipped_file(rules: Path, encoder_name: str) -> Path:
    """Name the file of a shipped matcher: what is no letter or digit in the encoder's name is a hyphen."""
    plain = "".join(character if character.isalnum() else "-" for character in encoder_name)
    return rules / "learned" / f"{plain}.npz"
