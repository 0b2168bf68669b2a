"""Whether two numbers of people harmed are counts of the same people, so that they may conflict.

Most numbers of one event are not: a text counts the whole and its parts, one side's dead and the
other's, a day and a month. Only counts of the same people over the same days contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from fogline.model import ClaimOrigin, Range
from fogline.weighing.amounts import numbers as numbered
from fogline.weighing.days import apart
from fogline.weighing.distance import contains, inside
from fogline.weighing.totals import runs_on
from fogline.weighing.unlike import alike, calling, counts_a_part, goes_on, unlike_people
from fogline.weighing.views import Party, View, bears_arms, is_civil
from fogline.weighing.whereabouts import elsewhere
from fogline.weighing.wholes import Pages, is_part, one_count, stated
from fogline.weighing.wording import tokens

Voices = Mapping[str, ClaimOrigin]
DAYS_COUNTED = 1  # days by which the stretches of two tolls may differ
FAR_MORE = 10  # times from which a number is rarely another count of the same people
LONG = 14  # days of a stretch from which on it is still counted: another day's number is another
_OF_THEM = re.compile(
    r"\bof (?:its|their|his|her|our|them|those"
    r"|the (?:dead|killed|slain|victims|wounded|injured))\b",
    re.IGNORECASE,
)
_BESIDES = re.compile(r"\b(?:more(?! than)|another|others?|further|additional)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:\w+ )?(?:hours?|days?|weeks?|nights?) (?:after|before|earlier)\b", re.IGNORECASE
)
_ALSO = re.compile(
    r"\balso (?:\w+ ){0,2}(?:killed|wounded|injured|dead|died|hurt|missing)\b", re.IGNORECASE
)
_SEEN = re.compile(
    r"\b(?:video|footage|photo(?:graph)?s?|pictures?|images?|showed|shows|showing|saw|seen"
    r"|brought|taken|received|arrived|lying|lay|laid)\b",
    re.IGNORECASE,
)
_BODIES = frozenset({"bodies", "body", "corpses", "corpse", "remains"})
_UPDATES = re.compile(
    r"\b(?:updat\w+|(?:earlier|previous|initial|new|revised|latest|final|preliminary)[\w ]{0,12}"
    r"(?:toll|count|number|figure)|(?:rise|rose|risen|raised|raising|climbed|bringing|put)\b.{0,40}\bto)\b",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\bamong (?:the )?(?:at least |more than |some )?\d", re.IGNORECASE)


def numbers(name: str, pages: Pages, voices: Voices) -> Callable[[View, View], str | None]:
    """Return what tells of two claims whether their counts of a harm conflict, in words.

    `pages` are the claims of their documents, `voices` on whose word each of them is.
    """

    def conflict(a: View, b: View) -> str | None:
        one, other = (_count(v, name) for v in (a, b))
        if not one or not other or not (one.below(other) or other.below(one)):
            return None
        few, many = (a, b) if one.below(other) else (b, a)
        if not _same_stretch(few, many, pages) or not _of_the_same(few, many):
            return None
        if is_part(few, many, name, pages) or _of_another_order(few, many, name):
            return None
        if _tells_both(a, b, name, pages, voices) or _tells_both(b, a, name, pages, voices):
            return None
        return f"{one.told()} {name} against {other.told()}"

    return conflict


def _count(v: View, name: str) -> Range | None:
    """Return how many a claim counts; of bodies that somebody saw there are at least so many."""
    count: Range | None = getattr(v.toll, name)
    return replace(count, max=None) if count and _of_bodies_seen(v) else count


def _of_bodies_seen(v: View) -> bool:
    return bool(_BODIES & set(tokens(v.claim.trigger.text)) and _SEEN.search(v.claim.sentence.text))


def updates(v: View) -> bool:
    """Say whether a claim's sentence gives a number in place of an earlier one."""
    return bool(_UPDATES.search(v.claim.sentence.text))


def _of_the_same(few: View, many: View) -> bool:
    """Say whether two claims may count the same people, of whom one says that they were fewer."""
    if _counts_more(few) or _counts_more(many) or _of_one_text(few, many):
        return False
    if elsewhere(few, many) or _goes_on(few, many) or _nobody_of(few, many):
        return False
    return not (some_of(few, many) or _of_a_place_in(few, many) or _of_other_sides(few, many))


def _same_stretch(few: View, many: View, pages: Pages) -> bool:
    """Say whether two numbers are counted over as many days: a week's toll is no day's.

    Those of a long stretch go on being counted, so that they must end on one day, and those of two
    days that the texts name are of two deeds.
    """
    a, b = few.days, many.days
    if abs((a.length or 0) - (b.length or 0)) > DAYS_COUNTED or runs_on(few) != runs_on(many):
        return False
    if _names_day(few, pages) and _names_day(many, pages) and apart(a, b):
        return False
    return min(a.length or 0, b.length or 0) <= LONG or a.end == b.end


def _names_day(v: View, pages: Pages) -> bool:
    """Say whether a claim's text names its day; a headline has that of what it tells in short."""
    return v.named_day or any(w.named_day for w in pages[v.document.id] if w.claim.id == v.of)


def _of_another_order(few: View, many: View, name: str) -> bool:
    """Say whether one number is many times the other, and nothing makes the two deeds one.

    Tolls that differ so are told of one hospital or barracks, or of one place on one named day.
    """
    one, other = stated(few, name), stated(many, name)
    if not one or other < FAR_MORE * one:
        return False
    keys = {s.key for s in few.located if not s.wide} & {s.key for s in many.located}
    named = few.named_day and many.named_day
    return not (keys and named) and not _hit_alike(few, many)


def _hit_alike(a: View, b: View) -> bool:
    """Say whether two claims name a thing or a body hit in common: "the clinic"."""
    ones, others = ([p for p in v.recipients if not (p.anybody or numbered(p.name))] for v in (a, b))
    return any(p.stems & q.stems for p in ones for q in others)


def _tells_both(v: View, other: View, name: str, pages: Pages, voices: Voices) -> bool:
    """Say whether the text of one claim counts the other's people too, by the same voice, apart.

    Who tells of five killed at the ford and of three at the mill does not deny the three.
    """
    if v.document.id == other.document.id:
        return False
    return any(
        one_count(w, other, name)
        and _one_voice(v, w, voices)
        and not (_in_one_place(v, w) or updates(v) or updates(w))
        for w in pages[v.document.id]
    )


def _one_voice(a: View, b: View, voices: Voices) -> bool:
    one, other = voices.get(a.claim.id), voices.get(b.claim.id)
    return bool(one and other) and one.key == other.key


def _in_one_place(a: View, b: View) -> bool:
    ones, others = ({s.key for s in v.located or v.setting} for v in (a, b))
    return bool(ones & others) and not elsewhere(a, b)


def _goes_on(a: View, b: View) -> bool:
    """Say whether a text tells with one of two claims of another deed than with the other.

    "killed four, a day after guards killed 80 there", "three were also wounded at the mill".
    """
    if a.document.id != b.document.id:
        return False
    earlier, later = sorted((a, b), key=lambda v: v.order)
    if goes_on(earlier, later):
        return True
    one, other = earlier.claim, later.claim
    between = later.document.text[one.trigger.end : other.trigger.start]
    if one.sentence == other.sentence:
        return bool(_AFTER.search(between))
    return bool(_ALSO.search(other.sentence.text))


def _nobody_of(few: View, many: View) -> bool:
    """Say whether one tells that none of some people were harmed, and the other of anybody."""
    count = few.toll
    none = all(c is None or c.max == 0 for c in (count.killed, count.injured))
    of_some = [p for p in few.recipients if not p.anybody]
    return none and bool(of_some) and not alike(of_some, many)


def _counts_more(v: View) -> bool:
    """Say whether the people counted come on top of others, or are told among more of them."""
    besides = any(_BESIDES.search(party.name) for party in v.recipients)
    return besides or bool(_AMONG.search(v.claim.sentence.text))


def _of_one_text(a: View, b: View) -> bool:
    """Say whether one text counts twice, in places that have none in common or in its own voice: the
    whole, and some of it.
    """
    ones, others = ({spot.key for spot in v.located if not spot.wide} for v in (a, b))
    own = any(v.heading or not v.claim.attribution[1:] for v in (a, b)) or (ones and others)
    return a.document.id == b.document.id and bool(own) and not ones & others


def some_of(few: View, many: View) -> bool:
    """Say whether those whom one claim counts are some of those whom the other does.

    "nine of its staff", "two of the dead", "three children", "Mayor A. Name" are some of all the
    harmed, and so are soldiers of people.
    """
    if len(few.recipients) == 1 and _one_by_name(few.recipients[0]):
        return True
    if some := [p for p in few.recipients if counts_a_part(p) or _OF_THEM.search(p.name)]:
        return not alike(some, many)
    people = bool(many.recipients) and all(p.anybody for p in many.recipients)
    return people and any(map(calling, few.recipients)) and not any(map(calling, many.recipients))


def _one_by_name(party: Party) -> bool:
    named = party.name[:1].isupper() and not (party.anybody or party.loose or party.state)
    return named and not party.linked


def _of_a_place_in(few: View, many: View) -> bool:
    """Say whether one text counts in a place, and more in a larger one around it."""
    pairs = ((one, other) for one in few.located for other in many.located)
    within = any(contains(whole, part) or inside(part, whole) for part, whole in pairs)
    return few.document.id == many.document.id and within


def _of_other_sides(few: View, many: View) -> bool:
    """Say whether one counts people who do not fight and the other people who do, or attackers."""
    if unlike_people(few, many):
        return True
    return any(_civil(x) and _armed(y) for x, y in ((few, many), (many, few)))


def _civil(v: View) -> bool:
    people = [p for p in v.recipients if not p.anybody or bears_arms(p)]
    return any(map(is_civil, v.recipients)) and all(map(is_civil, people))


def _armed(v: View) -> bool:
    people = (p for p in v.recipients if p.anybody or p.loose or p.state or calling(p))
    return bool(v.recipients) and all(map(bears_arms, people)) and any(map(calling, v.recipients))
