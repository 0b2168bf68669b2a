"""Why there: the words that name a place, which of several of one name is meant, what was left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.model import Place, Span
from fogline.reading.gazetteer import Site, gazetteer
from fogline.reading.grammar import scope
from fogline.reading.learned import facts
from fogline.reading.places import containing, locations, settling
from fogline.reading.places.places import precision_of
from fogline.reading.places.sites import own_places
from fogline.reading.whys.case import WORTH_TELLING, Case, Why, said, stands

if TYPE_CHECKING:
    from fogline.reading.language import Token

_SHOWN: Final = 4
_BESIDE: Final = 0.3  # degrees


def places(case: Case) -> Iterator[Why]:
    """Why the claim happens there, and which other places it does not happen at."""
    ruled = _ruled(case)
    where = settling.asked(case.candidate, case.who, case.sentence.heads, case.scene)
    weighed = [case.scene.doc[i] for i in where.chosen]
    left = tuple(_left(case))
    if not case.claim.places:
        yield _nowhere(ruled, weighed, left)
    others = [case.scene.doc[i] for i in where.found if i not in where.chosen]
    for n, place in enumerate(case.claim.places):
        head = next((t for t in (*weighed, *others) if _names(t, place, case)), None)
        ruled_out = (*(left if n == 0 else ()), *_namesakes(place))
        yield _filled(case, place, head, ruled, ruled_out)


def _nowhere(ruled: list[Token], weighed: list[Token], left: tuple[str, ...]) -> Why:
    if ruled and not weighed:
        return Why("places", "", "heads", (), "the heads leave out what the rules took", left)
    if weighed:
        return Why("places", "", "heads", (), "weighed with all that is told of it, none is", left)
    reason = "neither its own phrase nor the clause around it names a place"
    return Why("places", "", "default", (), reason, left)


def _ruled(case: Case) -> list[Token]:
    """Return the heads of the places that the rules find."""
    return facts.place_heads(case.candidate, case.sentence.heads, case.plain)


def _names(token: Token, place: Place, case: Case) -> bool:
    """Tell whether a word heads the phrase of a place."""
    struck = locations.struck(case.candidate, case.who, case.scene)
    found = containing.places([token], case.scene, case.copy_of_memory(), struck)
    return bool(found) and (found[0].start, found[0].end) == (place.start, place.end)


def _filled(
    case: Case, place: Place, head: Token | None, ruled: list[Token], left: tuple[str, ...]
) -> Why:
    found = f"{_stood(case, head, ruled)}; {_meant(place)}"
    if head is None:
        return Why("places", place.text, "rule", (), found, left)
    likelihood = case.role("place", head)
    told = "" if likelihood is None else f"; the heads give it {likelihood:.2f}"
    by = stands(case, "place", head, ruled)
    return Why("places", place.text, by, _words(place), f"{found}{told}", left)


def _words(place: Place) -> tuple[Span, ...]:
    if place.start is None or place.end is None:
        return ()
    return (Span(place.start, place.end, place.text),)


def _stood(case: Case, head: Token | None, ruled: list[Token]) -> str:
    """Say by what a place belongs to the claim."""
    if head is None:
        return "the place of what these words point back to"
    if head.i not in {t.i for t in ruled}:
        return "no rule takes it, but weighed with all that is told of it, it is"
    owner = scope.owner(head, case.sentence.heads)
    if owner in {w.i for w in case.candidate.words}:
        return f"named in the phrase of {said(case.scene.doc[owner or 0].text)} itself"
    return "named in the clause around it, which has none of its own"


def _meant(place: Place) -> str:
    """Say which place of the gazetteer the words were taken for."""
    if place.lat is None:
        return "no known place is likely enough, so it is not set on the map"
    if place.id is None and place.derivation:
        return f"known by others alone, so only approximate: {place.derivation}"
    kind = f"{place.feature}, {place.country or 'no country'}"
    source = "GeoNames" if (place.id or "").startswith("geonames") else "the lexicon's own places"
    exact = f"as exact as a {precision_of(place.feature)}"
    if place.derivation:
        exact = f"so only approximate: {place.derivation}"
    role = "" if place.role == "location" else f"; “from” or “to” makes it the {place.role}"
    return f"{place.name} ({kind}) of {source}, {exact}{role}"


def _namesakes(place: Place) -> Iterator[str]:
    """Yield the other places that bear the name."""
    wanted = place.name or place.text
    sites = {s.id: s for s in (*(own_places().get(wanted)), *gazetteer().exact(wanted))}
    rest = [s for s in sites.values() if not _is_same(s, place)]
    yield from (_site(s) for s in rest[:_SHOWN])
    if len(rest) > _SHOWN:
        yield f"{len(rest) - _SHOWN} more of that name"


def _is_same(site: Site, place: Place) -> bool:
    """Tell whether two entries stand for one place: alike in country and within some 30 km."""
    if place.lat is None or place.lon is None:
        return False
    near = abs(site.lat - place.lat) < _BESIDE and abs(site.lon - place.lon) < _BESIDE
    return site.id == place.id or (near and site.country == place.country)


def _site(site: Site) -> str:
    people = f", {site.population:,} people" if site.population else ""
    return f"{site.name} ({site.country or 'no country'}{people}): less likely in this document"


def _left(case: Case) -> Iterator[str]:
    """Yield the places of the sentence that are not the claim's, each with what it is instead."""
    kept = [(p.start, p.end) for p in case.claim.places]
    for token in facts.places(case.scene.sentence(case.head), case.scene):
        start = token.idx + case.scene.part.start
        if any(a is not None and b is not None and a <= start < b for a, b in kept):
            continue
        likelihood = case.role("place", token) or 0.0
        told = f"; the heads give it {likelihood:.2f}" if likelihood >= WORTH_TELLING else ""
        yield f"{case.phrase(token)}: {_instead(token, case)}{told}"


def _instead(token: Token, case: Case) -> str:
    if token.i in {h.i for h in (*case.who.actors, *case.who.recipients)}:
        return "acts or is acted on, and says nothing of where"
    if token.i in {t.i for t in _ruled(case)}:
        return "only says in which region another one lies, or the heads do not take it"
    owner = scope.owner(token, case.sentence.heads)
    if owner is not None and owner not in {w.i for w in case.candidate.words}:
        return f"belongs to {said(case.scene.doc[owner].text)}"
    return "says whose it is, or stands in another clause"
