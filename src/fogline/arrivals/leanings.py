"""What texts say of how sources lean, where an arrival changes it or an event asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from fogline.model import ClaimOrigin
from fogline.weighing.origin.independence import SOURCE
from fogline.weighing.origin.leanings import Said, said
from fogline.weighing.origin.traces import number
from fogline.weighing.sources.authorities import Authority

if TYPE_CHECKING:
    from fogline.arrivals.library import Library
    from fogline.arrivals.origins import Arrived


def leaning(
    library: Library, came: Arrived, voices: Iterable[ClaimOrigin]
) -> Mapping[Authority, Said]:
    """Return what texts say of the sources that are the origins of claims."""
    keys = {voice.key for voice in voices if voice.key and voice.key.startswith(SOURCE)}
    names = {key.removeprefix(SOURCE) for key in keys}
    return _said(library, came, _first(library, names, set()).values())


def turned(library: Library, came: Arrived) -> set[str]:
    """Return the claims of sources of whom arriving documents are the first to say how they lean,
    or of whom a document says so no more that did.
    """
    fresh = {one.page for one in came.fresh}
    redone = [left.leaning for left in came.left.values()]
    said_now = [one.left.leaning for one in came.fresh]
    names = {name for leans in (*said_now, *redone) for name in leans}
    first = _first(library, names, set())
    before = _first(library, names, fresh)
    turned = {n for n in names if first.get(n) != before.get(n)} | {n for s in redone for n in s}
    postings = library.revising.postings
    return {c for name in turned for c in postings.voiced(number("voice", f"{SOURCE}{name}"))}


def _first(library: Library, names: Iterable[str], but: set[int]) -> dict[str, str]:
    """Return the first document, by id, that says how a source leans, by the source's name."""
    signs = {number("leaning", name): name for name in names}
    found: dict[str, str] = {}
    for sign, page in library.revising.postings.under(signs):
        if page not in but:
            (document,) = library.ids([page])
            name = signs[sign]
            found[name] = min(document, found.get(name, document))
    return found


def _said(library: Library, came: Arrived, documents: Iterable[str]) -> Mapping[Authority, Said]:
    return said(library.readings(documents), came.known.register)
