"""Which fingerprints are standing text, as arrivals change it.

Of standing text the ledger keeps how many stories hold it and from when to when; of all else the
documents that hold it are few stories, and are looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from fogline.weighing.measures.days import appeared
from fogline.weighing.origin import duplicates
from fogline.weighing.origin.passages import Spread

if TYPE_CHECKING:
    from fogline.arrivals.library import Library
    from fogline.ledger.postings import Postings


NOWHERE = Spread(0, None, None)


@dataclass
class Background:
    """The stories and the standing text around arriving documents.

    `stories` are numbers by the keys of all documents that may be of one story with one that
    arrives; `were` and `are` how far the fingerprints spread that change; `standing` those that are
    standing text; `flipped` the documents that hold one which came to be that or ceased to be.
    """

    stories: dict[int, int]
    were: dict[int, Spread] = field(default_factory=dict)
    are: dict[int, Spread] = field(default_factory=dict)
    standing: set[int] = field(default_factory=set)
    flipped: set[int] = field(default_factory=set)

    def moved(self) -> set[int]:
        """Return the fingerprints that came to be standing text or ceased to be."""
        return {gram for gram, was in self.were.items() if was.standing} ^ self.standing

    def keep(self, postings: Postings) -> None:
        """Keep which fingerprints are standing text."""
        stand = ((gram, self.are[gram]) for gram in self.standing)
        postings.stand((gram, s.stories, s.first, s.last) for gram, s in stand)
        postings.unstand(self.moved() - self.standing)


def background(library: Library, new: Sequence[str], alike: Iterable[str]) -> Background:
    """Return what documents change that arrive; `alike` are all that may be of a story with one."""
    every = sorted({*new, *alike})
    keys, arriving = library.keys(every), set(new)
    found = duplicates.stories(library.texts(every))
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for document in every:
        groups[found.get(document, document)].append(document)
    changed = Background({keys[d]: min(keys[o] for o in g) for g in groups.values() for d in g})
    for held in groups.values():
        if arriving & set(held):
            _spread(library, held, arriving, changed)
    changed.standing = {gram for gram, spread in changed.are.items() if spread.standing}
    changed.flipped = {page for _, page, _, _ in library.holding(changed.moved())}
    return changed


def _spread(library: Library, held: Sequence[str], new: Set[str], changed: Background) -> None:
    """Note how far the fingerprints of one story spread, in which documents arrive."""
    keys = library.keys(held)
    posts = library.revising.postings.posts(keys[d] for d in held if d not in new)
    was = {d: posts[keys[d]].story for d in held if d not in new}
    merged = len(set(was.values())) > 1
    grams = {g for d in held if merged or d in new for g in library.grams(d)}
    _look(library, grams, changed)
    days = {d.id: appeared(d).end for d in library.documents(d for d in held if d in new)}

    @cache  # most are as far spread, and in the same documents, as others
    def after(before: Spread, own: tuple[str, ...]) -> Spread:
        known = [before.first, before.last, *(days[d] for d in own if d in days)]
        dated = [day for day in known if day is not None]
        stories = before.stories + 1 - len({was[d] for d in own if d in was})
        return Spread(stories, min(dated, default=None), max(dated, default=None))

    for gram, own in _holding(library, held, grams).items():
        changed.are[gram] = after(changed.are[gram], tuple(own))


def _holding(
    library: Library, documents: Iterable[str], grams: Set[int]
) -> Mapping[int, Sequence[str]]:
    """Return which of documents hold fingerprints."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for document in documents:
        for gram in grams & library.grams(document):
            found[gram].append(document)
    return found


def _look(library: Library, grams: Set[int], changed: Background) -> None:
    """Note how far fingerprints spread before: of those that are no standing text, count it."""
    postings, wanted = library.revising.postings, grams - changed.were.keys()
    stood = {gram: Spread(*row) for gram, row in postings.standing(wanted).items()}
    held: defaultdict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for gram, _, story, day in library.holding(wanted - stood.keys()):
        held[gram].append((story, day))
    found = {g: stood.get(g) or (_of(held[g]) if g in held else NOWHERE) for g in wanted}
    changed.were |= found
    changed.are |= found


def _of(held: Sequence[tuple[int, int | None]]) -> Spread:
    days = [day for _, day in held if day is not None]
    stories = len({story for story, _ in held})
    return Spread(stories, min(days, default=None), max(days, default=None))
