"""Whether two claims name two parties: two holders of one place, or one's deed laid to another.

Who denies a deed of its own says nothing of what is laid to others, and two who are said to have
taken one place on one day do not agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from fogline.model import Place
from fogline.weighing.measures.days import apart as days_apart
from fogline.weighing.measures.distance import Spot, contains
from fogline.weighing.measures.extents import extent, gains_ground, one_thing, pointed
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.wording import tokens
from fogline.weighing.parties.belonging import may_be_part, of_one_body
from fogline.weighing.parties.sides import (
    Relation,
    Scene,
    at_home,
    is_armed,
    is_medium,
    relation,
    scene,
    surely_two,
)
from fogline.weighing.sources.authorities import country as named
from fogline.weighing.sources.authorities import is_monitor
from fogline.weighing.views.party import Party, bears_arms, is_loose, is_umbrella, organ, telling
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import View

COMING = "coming"
HELD = frozenset({"gain", "hold", "lose"})
PEOPLE = frozenset({"ish", "ian", "an", "i"})  # behind a shorter name of a land or people
LAND = 5  # letters of a land's name with which its people's begins
STAYS = frozenset({("CONTROL", "hold"), LEFT})  # what may be told of a part of a place
HOLDS = "hold"
LOST = ("CONTROL", "lose")
BRIEF = 7  # days: in a longer stretch a place may have changed hands


def apart(one: Party, other: Party) -> bool:
    """Say whether two parties are surely two: "jets" and "rebels" may be anybody's and anybody."""
    if one.anybody or other.anybody or _one(one, other):
        return False
    loose = any(p.loose or p.label for p in (one, other))
    return bool(one.state or other.state) if loose else True


def _one(one: Party, other: Party) -> bool:
    """Say whether two may be one: what nobody is known to be may be whom its words recall."""
    if one.key == other.key or (one.state and one.state == other.state):
        return True
    held = one.stems <= other.stems or other.stems <= one.stems
    return (held or _kindred(telling(one), telling(other))) and not surely_two(one, other)


def _kindred(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether names share a word, or a people's and its land's: "Tigray", "Tigrayan"."""
    pairs = ((x, y) for x in ones for y in others)
    return any(x == y or _of_land(x, y) or _of_land(y, x) for x, y in pairs)


def _of_land(land: str, people: str) -> bool:
    """Say whether a word is made of another: "Kurdish" of "Kurd", "Tigrayan" of "Tigray"."""
    if not people.startswith(land):
        return False
    more = people[len(land) :]
    return more in PEOPLE if len(land) < LAND else len(more) <= 3


def country(v: View) -> str | None:
    """Return the country in which a claim's places lie, the first that is known."""
    return next((place.country for place in v.places if place.country), None)


def doers(v: View) -> list[Party]:
    """Return who is said to have done it; who only tells of it is read as its doer by mistake."""
    return [at_home(p, country(v)) for p in v.actors if not _only_tells(p, v)]


def _only_tells(who: Party, v: View) -> bool:
    """Say whether somebody read as a doer tells of the deed: a medium, a monitor, its source."""
    if not who.linked:
        return who.name.casefold() in {source.text.casefold() for source in v.claim.attribution}
    speaks = who.key in {source.id for source in v.claim.attribution}
    fights = bool(who.state) or is_armed(who.key) or bears_arms(who)
    return is_medium(who.key) or is_monitor(who.name) or (speaks and not fights)


def other_doers(a: View, b: View) -> bool:
    """Say whether two claims lay a deed to parties that are surely two, both by name."""
    if _are_two_organs(a, b):
        return True
    ones, others = _who_count(doers(a)), _who_count(doers(b))
    if not (ones and others) or not all(map(_is_named, [*ones, *others])):
        return False
    at = _scene(a, b)
    ones, others = [*ones, *_speaking(a)], [*others, *_speaking(b)]
    return all(_two_doers(x, y, at) for x in ones for y in others)


def _are_two_organs(a: View, b: View) -> bool:
    """Say whether in one country one tells of its police alone, the other of its soldiers."""
    ones, others = ({organ(party) for party in v.actors} for v in (a, b))
    known = bool(ones and others) and None not in ones | others
    return known and ones.isdisjoint(others) and country(a) == country(b)


def _two_doers(one: Party, other: Party, at: Scene) -> bool:
    return apart(one, other) and not (_may_be_of(one, other, at) or may_be_part(one, other, at))


def _speaking(v: View) -> list[Party]:
    """Return the doers who speak in the same claim, and may have done it for all that: "rebels"."""
    done = doers(v)
    return [p for p in v.actors if p not in done and (p.loose or p.label)]


def _may_be_of(one: Party, other: Party, at: Scene) -> bool:
    """Say whether one is only called rebels of some kind, and the other may be such."""
    kind = any(map(_of_a_kind, (one, other)))
    state = one.state or other.state
    return kind and not state and relation(one, other, at) != "apart"


def _of_a_kind(who: Party) -> bool:
    """Say whether only rebels of a country are named, or some of them: "a coalition of rebels"."""
    return is_loose({w for w in tokens(who.name) if not (named(w) or is_umbrella(w))})


def _scene(a: View, b: View) -> Scene:
    day = max(v.days.start or 0 for v in (a, b)) or None
    return scene(day, country(a) or country(b))


def _is_named(who: Party) -> bool:
    """Say whether it is told who is meant: "national units" are nobody in particular."""
    return who.linked or who.loose or bool(who.state) or not who.name.islower()


def spares(denial: View, told: View) -> bool:
    """Say whether a deed is laid to parties who are surely none of whom a denial speaks of."""
    ones = [at_home(p, country(denial)) for p in denial.actors if not p.anybody]
    others = doers(told)
    pairs = [(x, y) for x in ones for y in others]
    return bool(pairs) and all(apart(x, y) and not of_one_body(x, y) for x, y in pairs)


def lays_to_both(one: View, other: View, deeds: Sequence[View]) -> bool:
    """Say whether the text of one claim, by the same voice, lays the deed to the other's doer too.

    Who tells that jets and a frigate fired does not deny that the frigate did.
    """
    if not doers(other):
        return False
    return any(
        v.document.id == one.document.id
        and v.claim.attribution == one.claim.attribution
        and doers(v)
        and not other_doers(v, other)
        for v in deeds
    )


def other_holders(a: View, b: View) -> str | None:
    """Return how two claims name two holders of one stretch of days, None where they do not."""
    brief = all((v.days.length or 1) <= BRIEF for v in (a, b))
    found = _relations(a, b) if brief and _at_once(a, b) and _names_all(a, b) else set()
    if not found or "one" in found or not of_one_part(a, b):
        return None
    held = f"held by {names(a)} against held by {names(b)}"
    return held if found == {"apart"} else f"{held}, and nothing says whether they are of one side"


def _names_all(a: View, b: View) -> bool:
    """Say whether two claims say of all holders who they are: "moderate-held" does not."""
    return all(_is_named(p) for v in (a, b) for p in _holders(v))


def _holders(v: View) -> list[Party]:
    return _who_count([at_home(p, country(v)) for p in v.actors])


def _who_count(parties: list[Party]) -> list[Party]:
    """Return who is meant of some named together; "allies" or "troops" are of the others' side."""
    return [p for p in parties if not p.anybody] or parties


def of_two_sides(v: View) -> bool:
    """Say whether a claim names two enemies as holders: each has a part, or they fight for it."""
    held = [at_home(p, country(v)) for p in v.actors if not p.anybody]
    return any(relation(x, y, _scene(v, v)) == "apart" for x, y in combinations(held, 2))


def of_one_part(a: View, b: View) -> bool:
    """Say whether two claims may be of one part of a place, as far as they say of which."""
    ones, others = _extents(a), _extents(b)
    if not ones or not others:
        here, there = ({spot.key for spot in v.located or v.setting} for v in (a, b))
        return bool(here & there) and not (in_passing(a) and in_passing(b))
    return any(_meets(one, other) for one in ones for other in others)


def _extents(v: View) -> list[tuple[str | None, Spot]]:
    """Return a claim's places, each with the words for the part that is meant: empty for all of it,
    None where nobody can tell.
    """
    passing = in_passing(v)
    places = zip(v.places, v.spots, strict=True)
    return [(None if passing else _part_of(p, spot, v), spot) for p, spot in places]


def _meets(one: tuple[str | None, Spot], other: tuple[str | None, Spot]) -> bool:
    """Say whether a place, or a part of it, is the other, or lies in it where that is whole."""
    (part, here), (other_part, there) = one, other
    if here.key == there.key:
        return not (_partial(part) and _partial(other_part)) or one_thing(part, other_part)
    within = contains(here, there) and not _partial(part)
    return within or (contains(there, here) and not _partial(other_part))


def _partial(part: str | None) -> bool:
    return part != ""


def wholly(v: View) -> bool:
    """Say whether a claim tells of a place as a whole, and not only in passing."""
    if in_passing(v):
        return False
    parts = zip(v.places, v.spots, strict=True)
    return any(_part_of(place, spot, v) == "" for place, spot in parts)


def _part_of(place: Place, spot: Spot, v: View) -> str | None:
    """Return the words for the part of a place that is meant, empty for the whole, None for what
    words do not point at: "districts".
    """
    means = pointed if spot.described else extent
    return means(place, v.claim.sentence)


def _at_once(a: View, b: View) -> bool:
    """Say whether two claims tell who held a place at one time.

    That somebody holds it is told with no day of its own a little after another took it or held it:
    who held it before another took it is no rival.
    """
    gap = days_apart(a.days, b.days)
    if not gap:
        return gap == 0
    later = max(a, b, key=lambda v: v.days.start or 0)
    return later.claim.mode == HOLDS and gap <= later.back


def tells_of_both(one: View, other: View, held: Sequence[View]) -> bool:
    """Say whether the text of one claim, by the same voice, tells of the other's holder too.

    Who tells that one holds most of a town and another the rest contradicts neither.
    """
    beside = (
        v
        for v in held
        if v is not one
        and v.document.id == one.document.id
        and v.claim.attribution == one.claim.attribution
    )
    return any(rivals(v, one) and not rivals(v, other) for v in beside)


def rivals(a: View, b: View) -> bool:
    """Say whether two claims of one event name two holders that are not known to be of one side."""
    found = _relations(a, b)
    return bool(found) and "one" not in found


def _relations(a: View, b: View) -> set[Relation]:
    """Return how two claims' holders stand to each other; none where two may be one party."""
    ones, others = _holders(a), _holders(b)
    at = _scene(a, b)
    if not all(apart(x, y) and not _may_be_of(x, y, at) for x in ones for y in others):
        return set()
    return {relation(x, y, at) for x in ones for y in others}


def names(v: View) -> str:
    """Return the names of who acts."""
    return ", ".join(party.called for party in v.actors)


def in_passing(v: View) -> bool:
    """Say whether who holds a place only describes it there: "rebel-held Orlin"."""
    at = v.claim.trigger.start - v.claim.sentence.start
    return v.claim.event == "CONTROL" and v.claim.sentence.text[at - 1 : at] == "-"


def holds(v: View) -> bool:
    """Say whether a claim tells who took or holds a place."""
    told = v.claim.event == "CONTROL" and v.claim.mode in HELD and bool(v.actors)
    return told and not gains_ground(v.claim.trigger.text)


def by_holder(told: Sequence[View]) -> list[list[View]]:
    """Return the claims that tell of a holder, in groups of which each names one, or one side.

    "Rebels" come last, and stay out where they may be of several. "Troops" are anybody's and agree
    with nobody on who holds it.
    """
    groups: list[list[View]] = []
    asserted = [v for v in told if not v.denied]
    named = (v for v in asserted if holds(v) and names_anyone(v))
    for v in sorted(named, key=lambda v: (_vague(v), v.order)):
        homes = [g for g in groups if not any(rivals(v, other) for other in g)]
        if not homes:
            groups.append([v])
        elif len(homes) == 1 or not _vague(v):
            homes[0].append(v)
    for v in (v for v in asserted if not holds(v) and losers(v)):
        homes = [g for g in groups if not any(_left(v, other) for other in g)]
        if len(homes) == 1:
            homes[0].append(v)
    return groups


def losers(v: View) -> tuple[Party, ...]:
    """Return who is said to have lost a place, or to have left it."""
    kind = (v.claim.event, v.claim.mode)
    return v.actors if kind == LEFT else v.recipients if kind == LOST else ()


def _left(leaving: View, held: View) -> bool:
    """Say whether who is said to hold a place may be who is said to have left it."""
    return any(not apart(one, other) for one in losers(leaving) for other in held.actors)


def names_anyone(v: View) -> bool:
    """Say whether a claim says who acts, in more words than are anybody's: not "troops"."""
    return any(not at_home(party, country(v)).anybody for party in v.actors)


def _vague(v: View) -> bool:
    return all(party.loose for party in v.actors if not party.anybody)


def answers(denial: View, told: View) -> bool:
    """Say whether a claim that something was not so contradicts one that it was.

    Who says of somebody that he did not do it leaves open whether another did; who says what will
    not be hit leaves open that something else will.
    """
    if denial.standing == COMING == told.standing and denial.recipients and not told.recipients:
        return denial.claim.event not in VIOLENT
    if denial.claim.event in VIOLENT and any(not p.anybody for p in denial.actors):
        return bool(told.actors) and not spares(denial, told)
    if only_a_part(told, denial):
        return False
    if holds(denial) and holds(told):
        return not rivals(denial, told)
    return True


def only_a_part(told: View, denied: View) -> bool:
    """Say whether one tells that a part of a place is held or was left, where the other denies that
    the place fell: it did not, as far as that goes.
    """
    stays = (told.claim.event, told.claim.mode) in STAYS
    if denied.claim.event != "CONTROL" or not (stays and _of_a_part(told)):
        return False
    return not (_of_a_part(denied) and of_one_part(told, denied))


def _of_a_part(v: View) -> bool:
    parts = list(zip(v.places, v.spots, strict=True))
    return bool(parts) and all(_partial(_part_of(place, spot, v)) for place, spot in parts)
