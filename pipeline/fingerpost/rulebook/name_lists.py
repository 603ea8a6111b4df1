"""Files of words in, what tells names of people from other capitals out."""

from collections import defaultdict

from fingerpost.rulebook.book import Council, Names
from fingerpost.rulebook.contacts import contact_key
from fingerpost.rulebook.forms import NamesForm
from fingerpost.rulebook.sheets import Sheet


def build_names(
    files: tuple[tuple[Sheet, NamesForm], ...], council: Council, faults: list[str]
) -> Names:
    """Join the files by kind, with the words a council allows; faults are added to the list."""
    allowed = {word.casefold() for entry in council.names for word in entry.split()}
    lists: dict[str, dict[str, str]] = defaultdict(dict)
    for sheet, form in files:
        for i, word in enumerate(form.words):
            at = sheet.at(("words", i))
            if len(word.split()) > 1:
                faults.append(
                    f"{at}: '{word}' is more than one word; give each word an entry of its own."
                )
            first = lists[form.kind].setdefault(word, at)
            if first != at:
                faults.append(f"{at}: '{word}' stands there before ({first}); keep one of them.")
    return Names(
        nobodys=frozenset(lists["no-names"]) | allowed,
        titles=frozenset(lists["titles"]),
        first_names=frozenset(lists["first-names"]),
        surnames=frozenset(lists["surnames"]),
        words=frozenset(lists["names-that-are-words"]),
        contacts=frozenset(map(contact_key, council.contacts)),
    )
