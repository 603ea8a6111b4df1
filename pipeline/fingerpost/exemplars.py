"""One statement whose labels are known: what the learned matcher starts from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """A statement with its labels, primary first; a facet missing from `labels` is not said.

    An empty tuple says that no label of that facet is right. `role` is `strategy` for advice, and
    what else it is for text that must not be published. `origin` says where it is written.
    """

    text: str
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    role: Role = Role.STRATEGY
    origin: str = ""
