"""Candidates of all documents, remembered items and the log's identities in, an id for each candidate out."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from fingerpost.extracting.families import families, family_of
from fingerpost.extracting.likeness import Entry, Pairs, reworded, same_in_place, same_words
from fingerpost.extracting.wording import normalised
from fingerpost.naming import natural_id
from fingerpost.strategies import Extraction, Known, LedgerRow, Strategy

_Pairing = Callable[[Sequence[Entry], Sequence[Entry]], Pairs]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """The documents with ids, and what became of identities.

    A statement that stands in two editions has one id in both. `same_as` pairs a natural id with
    the id that stands for it, `vanished` are remembered ids that nothing goes by any more,
    `revived` ids in use that the last run did not know.
    """

    extractions: tuple[Extraction, ...]
    same_as: tuple[tuple[str, str], ...] = ()
    vanished: tuple[str, ...] = ()
    revived: tuple[str, ...] = ()


@dataclass(slots=True)
class _Item:
    """One statement in all editions of its document, newest first; `places` are document and index."""

    family: str
    places: list[tuple[int, int]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    naturals: list[str] = field(default_factory=list)
    id: str = ""


def identify(
    extractions: tuple[Extraction, ...], known: tuple[Known, ...], identities: Mapping[str, str]
) -> Identified:
    """Give every candidate the id it had, or a new one that any machine would give it.

    Recognised are, in this order: the same words under the same headings; what the log says is
    the same; the same words elsewhere in the document's editions, then in any document; and last
    what is alike enough to be the same statement reworded. Nothing depends on the order of files.
    """
    items = [item for group in families(extractions) for item in _items_of(group, extractions)]
    naming = _Naming(items, known, identities)
    naming.name_all()
    ids = {place: item.id for item in items for place in item.places}
    same_as = {(n, item.id) for item in items for n in item.naturals if n != item.id}
    active = {one.id for one in known if one.order >= 0}
    return Identified(
        extractions=tuple(_with_ids(e, doc, ids) for doc, e in enumerate(extractions)),
        same_as=tuple(sorted(same_as)),
        vanished=tuple(sorted({one.id for one in known} - naming.taken)),
        revived=tuple(sorted(naming.taken - active)),
    )


def _items_of(group: tuple[int, ...], extractions: Sequence[Extraction]) -> list[_Item]:
    """Bring the editions of a document together, from the newest back."""
    items: list[_Item] = []
    for doc in group:
        family = family_of(extractions[doc].source)
        fresh = _of_document(doc, family, extractions[doc].strategies)
        left = list(range(len(fresh)))
        for pairing in (same_in_place, same_words, reworded):
            open_items = [item for item in items if item.places[-1][0] != doc]
            ours = [fresh[i].entries[0] for i in left]
            pairs = pairing(ours, [item.entries[-1] for item in open_items])
            for i, j in pairs:
                _join(open_items[j], fresh[left[i]])
            gone = {left[i] for i, _ in pairs}
            left = [i for i in left if i not in gone]
        items.extend(fresh[i] for i in left)
    return items


def _join(item: _Item, older: _Item) -> None:
    item.places += older.places
    item.entries += older.entries
    item.naturals += older.naturals


def _of_document(doc: int, family: str, strategies: Sequence[Strategy]) -> list[_Item]:
    told = [(normalised(s.text), normalised(s.heading_path)) for s in strategies]
    entries = _entries(told)
    often = Counter(words for words, _ in told)
    seen: Counter[tuple[str, str]] = Counter()
    items = []
    for index, entry in enumerate(entries):
        seen[entry.words, entry.path] += 1
        ordinal = str(seen[entry.words, entry.path])
        apart = (entry.path, ordinal) if often[entry.words] > 1 else ()
        natural = natural_id(family, entry.words, *apart)
        items.append(_Item(family, [(doc, index)], [entry], [natural]))
    return items


def _entries(told: Sequence[tuple[str, str]]) -> list[Entry]:
    words = ["", *(words for words, _ in told), ""]
    return [
        Entry(text, path, words[index], words[index + 2]) for index, (text, path) in enumerate(told)
    ]


@dataclass(slots=True)
class _Naming:
    """Hands out ids, each once."""

    items: list[_Item]
    known: tuple[Known, ...]
    identities: Mapping[str, str]
    taken: set[str] = field(default_factory=set)
    remembered: dict[str, Entry] = field(init=False)
    families: dict[str, list[Known]] = field(init=False)

    def __post_init__(self) -> None:
        self.known = tuple(sorted(self.known, key=lambda one: (one.source, one.order, one.id)))
        self.families = {}
        for one in self.known:
            self.families.setdefault(family_of(one.source), []).append(one)
        self.remembered = dict(self._remember())

    def name_all(self) -> None:
        self._by_family(same_in_place)
        self._by_log()
        self._by_family(same_words)
        self._by_nature()
        self._by_pairing(self._nameless(), list(self.known), same_words)
        self._by_family(reworded, newest_only=True)
        self._afresh()

    def _remember(self) -> Iterator[tuple[str, Entry]]:
        by_source: dict[str, list[Known]] = {}
        for one in self.known:
            by_source.setdefault(one.source, []).append(one)
        for ones in by_source.values():
            told = [(normalised(one.text), normalised(one.heading_path)) for one in ones]
            yield from zip((one.id for one in ones), _entries(told), strict=True)

    def _nameless(self) -> list[_Item]:
        return [item for item in self.items if not item.id]

    def _by_family(self, pairing: _Pairing, *, newest_only: bool = False) -> None:
        families: dict[str, list[_Item]] = {}
        for item in self._nameless():
            families.setdefault(item.family, []).append(item)
        for family, items in families.items():
            for edition in range(1 if newest_only else _most_editions(items)):
                self._by_pairing(items, self.families.get(family, []), pairing, edition)

    def _by_pairing(
        self, items: Iterable[_Item], known: Iterable[Known], pairing: _Pairing, edition: int = 0
    ) -> None:
        """Pair what has no name yet, by its words in one edition, with what is not in use yet."""
        left = [item for item in items if not item.id and len(item.entries) > edition]
        right = [one for one in known if one.id not in self.taken]
        entries = [item.entries[edition] for item in left]
        for i, j in pairing(entries, [self.remembered[one.id] for one in right]):
            self._name(left[i], right[j].id)

    def _by_log(self) -> None:
        for item in self._nameless():
            said = (self.identities.get(natural, "") for natural in item.naturals)
            self._name_first(item, said)

    def _by_nature(self) -> None:
        for item in self._nameless():
            self._name_first(item, (n for n in item.naturals if n in self.remembered))

    def _afresh(self) -> None:
        for item in self._nameless():
            others = (natural_id(item.naturals[0], str(number)) for number in count(2))
            self._name_first(item, _chain(item.naturals, others))

    def _name_first(self, item: _Item, ids: Iterable[str]) -> None:
        free = next((one for one in ids if one and one not in self.taken), "")
        if free:
            self._name(item, free)

    def _name(self, item: _Item, id_: str) -> None:
        item.id = id_
        self.taken.add(id_)


def _chain(first: Iterable[str], then: Iterable[str]) -> Iterator[str]:
    yield from first
    yield from then


def _most_editions(items: Iterable[_Item]) -> int:
    return max((len(item.entries) for item in items), default=0)


def _with_ids(extraction: Extraction, doc: int, ids: Mapping[tuple[int, int], str]) -> Extraction:
    strategies = (replace(s, id=ids[doc, i]) for i, s in enumerate(extraction.strategies))
    rows = (_with_id(row, doc, ids) for row in extraction.ledger)
    return replace(extraction, strategies=tuple(strategies), ledger=tuple(rows))


def _with_id(row: LedgerRow, doc: int, ids: Mapping[tuple[int, int], str]) -> LedgerRow:
    if not row.item:
        return row
    named = "|".join(ids[doc, int(index)] for index in row.item.split("|"))
    return replace(row, item=named)
