"""What speaks for and against two claims telling one occurrence: features, weights, reasons.

Each feature is a pure function of two views that returns evidence between -1 and 1 with its
reason, or None where it has nothing to go by; FEATURES is the table of their weights. A feature
may rule a pair out. No feature knows a side: only equality and distance count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Set
from functools import cache, lru_cache
from typing import NamedTuple

from fogline.model import Casualties, Range
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import apart, appeared, iso
from fogline.weighing.measures.distance import FINE, Spot, contains, is_stretch, kilometres
from fogline.weighing.measures.kinship import LEFT, kinship, label
from fogline.weighing.measures.likeness import closeness
from fogline.weighing.measures.wording import content
from fogline.weighing.parties.parties import ANYBODY, all_apart, are_apart, known, likeness
from fogline.weighing.views.headings import told_twice
from fogline.weighing.views.party import Party, is_guest, is_thing
from fogline.weighing.views.series import often_and_once
from fogline.weighing.views.unlike import DEEDS, unlike
from fogline.weighing.views.views import ANSWER_DAYS, View

OUT = float("-inf")
FAR_KM = 15.0  # beyond both places' radii
SHORT_DAYS = 2
LONG_DAYS = 8  # an interval from which sharing a day says little
UNPLACED = -0.15
ELSEWHERE = -0.5  # no place named, and the texts were last at others
SETTING = 0.6  # what the place counts for where it stands in the sentences before alone
ABOUT = 0.3  # what it counts for where only the whole texts have it in common
OTHER_NAME = (-0.3, "places of other names")
ON_THE_WAY = (0.0, "one place may lie on the way")
TOLD_BEFORE = -0.15  # a text of the day before a day that the other names
TOLD_LATER = 0.2  # a day, and one that is only of speaking, or of denying it
NEWS_DAYS = 3
STALE = -0.3  # what publication farther apart says where the text names no day
UNDATED = 0.5  # what publication within a day says where the text names no day
PART = 0.7  # a place, and what lies in it or near it, told of as one
SAME_KM = 2.0
OTHER_HELD = -0.6  # who holds a place says nothing of who holds the next
COUNTED = 1.5  # what a bare count says of the deed that its text told before it
HEADED = 2.0  # what a headline says of the very claim that it tells in short
TELLING = 6.0  # rare words in common that say as much as the whole sentence
UNALIKE = -0.2  # long sentences without words in common
DATED = 0.3  # what a deed's word and a text's matter count for where days are known as well
ONE_WORD = -0.5
ONE_TEXT = 0.5
STORY_LEAST = 0.12  # likeness of two texts from which they may tell of one matter
STORY_ALIKE = 0.2  # ... and more, from which they surely do
STORY_WORDS = 20  # words of a text from which its likeness to others speaks against it too
SPEECH = -0.6  # ... of deeds that are words themselves
SPOKEN = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})
LENGTHY = 6  # words from which a sentence is long
OTHER_COUNT = 3  # times by which two numbers differ that count different things
TAKING = frozenset({"gain", "lose"})  # a side's loss is seen as the other's gain
HAPPENED = "happened"
MOVED = frozenset({"MOBILIZE", "CONDITION"})  # who or what moves or is there is the matter
SAME_PLACE = {"country": 0.3, "region": 0.6}  # what sharing it says, by precision; else 1
COUNTS = ("killed", "injured", "missing", "displaced")
UNCOUNTED = Casualties()


class Evidence(NamedTuple):
    """How much a feature speaks for one occurrence (-1 to 1; OUT rules it out), and why."""

    value: float
    reason: str


Kind = tuple[str, str | None]
Feature = Callable[[View, View], Evidence | None]


class Score(NamedTuple):
    """The weighted sum over all features, with the reasons that carried it, weightiest first."""

    value: float
    reasons: tuple[str, ...]


def kind(a: View, b: View) -> Evidence | None:
    """Category and mode, by the table of kinship."""
    return _kin(_kind_of(a), _kind_of(b), one_word=bool(a.trigger & b.trigger))


@cache
def _kin(one: Kind, other: Kind, *, one_word: bool) -> Evidence:
    value = kinship().between(one, other)
    if not value and one_word:
        return Evidence(ONE_WORD, f"one word, read as {label(one)} and as {label(other)}")
    if not value:
        return Evidence(OUT, f"{label(one)} and {label(other)} are different things")
    same = label(one) if one == other else f"{label(one)} and {label(other)} go together"
    return Evidence(value, same)


def means(a: View, b: View) -> Evidence | None:
    """Two means of violence at a place where no day tells it: that says no more than the place."""
    if a.standing != HAPPENED or (a.named_day and b.named_day):
        return None
    if not kinship().other_means(_kind_of(a), _kind_of(b)):
        return None
    return None if _tied(a, b) else Evidence(-1.0, "by other means, and not both name the day")


def standing(a: View, b: View) -> Evidence | None:
    """What happened, what is to come and what is only supposed are told apart."""
    if a.standing != b.standing:
        return Evidence(OUT, f"one is {a.claim.status}, the other {b.claim.status}")
    return None


def voice(a: View, b: View) -> Evidence | None:
    """One voice that says yes and no in one text, or names two holders, speaks of two things."""
    if a.document.id != b.document.id or not _one_voice(a, b):
        return None
    if a.denied != b.denied and not _lays_elsewhere(a, b):
        return Evidence(OUT, "one voice asserts it and denies it")
    if _takes(a) and _takes(b) and a.actors and b.actors and all_apart(a.actors, b.actors):
        return Evidence(OUT, "one voice tells how two sides took it")
    return None


def place(a: View, b: View) -> Evidence | None:
    """Places by name or distance, each with the radius of its precision."""
    whole = a.claim.event == b.claim.event == "CONTROL" or _left_and_held(a, b) is not None
    one, other = a.located, b.located
    if one and other:
        return _nearest(one, other, whole=whole)
    if not one and not other and not (a.setting and b.setting):
        return None
    ones, others = one or a.setting, other or b.setting
    if not ones or not others:
        return Evidence(UNPLACED, "only one of them names a place")
    near = _nearest(ones, others, whole=whole)
    if near.value > 0:
        return Evidence(SETTING * near.value, f"told in texts about one place: {near.reason}")
    if a.document.id == b.document.id:
        # Its own place is among those that the text names; what counts is where the text was.
        value = ELSEWHERE if near.value == OUT else min(SETTING * near.value, UNPLACED)
        return Evidence(value, "the text was last at another place")
    about = _nearest(one or a.around, other or b.around, whole=whole)
    if about.value > 0:
        return Evidence(ABOUT * about.value, f"told in texts that name one place: {about.reason}")
    value = ELSEWHERE if about.value == OUT else UNPLACED
    return Evidence(value, "told in texts about other places")


def time(a: View, b: View) -> Evidence | None:
    """Days that meet; a day only taken from publication says less than a named one."""
    gap = apart(a.days, b.days)
    if gap is None:
        told = apart(appeared(a.document), appeared(b.document))
        if told is None or 1 < told <= NEWS_DAYS:
            return None
        if told > NEWS_DAYS:
            return Evidence(STALE, f"published {told} days apart")
        return Evidence(UNDATED, "published within a day of each other")
    both_named = a.named_day and b.named_day
    if gap > (0 if both_named else 1):
        return _told_later(a, b, gap)
    if gap:
        return _neighbouring(a, b)
    longest = max(a.days.length or 1, b.days.length or 1)
    if longest > LONG_DAYS:
        return Evidence(0.2, "days overlap in a long stretch")
    day = iso(max(a.days.start or 0, b.days.start or 0))
    value = (1.0 if both_named else 0.7) * (1.0 if longest <= SHORT_DAYS else 0.7)
    return Evidence(value, f"both on {day}")


def _told_later(a: View, b: View, gap: int) -> Evidence:
    """A day, and one some days later that is only that of speaking, or of answering it."""
    earlier, later = (a, b) if (a.days.end or 0) < (b.days.start or 0) else (b, a)
    answering = later.denied or not (later.spoken or _notes(later, earlier))
    if gap <= ANSWER_DAYS and told_twice(later, earlier):
        return Evidence(
            TOLD_LATER, f"one text tells of it again, and that it was {gap} days before"
        )
    if gap > later.back or (later.denied and earlier.denied):
        return Evidence(OUT, f"{gap} days apart")
    if answering and not _answers(later, earlier):
        return Evidence(OUT, f"{gap} days apart")
    how = "denied" if later.denied else "told of"
    return Evidence(TOLD_LATER, f"{how} {gap} days later, without its day")


def _notes(later: View, told: View) -> bool:
    """Say whether a claim of a note, which gives no day, speaks of what its publisher told."""
    one, other = later.document.publisher, told.document.publisher
    return later.sets_right and (
        later.document.id == told.document.id or bool(one and one == other)
    )


def _answers(later: View, told: View) -> bool:
    """Say whether a denial, or a side that accuses another or tells its own deed, speaks of a deed
    by the same word (what was taken by any) at the same place, by or to the same.
    """
    taken = later.accuses and _takes(later) and _takes(told)
    if not _around(later) & _around(told) or not (taken or later.trigger & told.trigger):
        return False
    least = 0.0 if later.denied else ANYBODY
    parties = (actors(later, told), recipients(later, told))
    return any(found is not None and found.value > least for found in parties)


def _around(v: View) -> set[str]:
    return {spot.key for spot in v.located or v.setting}


def _neighbouring(a: View, b: View) -> Evidence:
    """A day named in one text, and the day of another's publication before or after it."""
    earlier, later = (a, b) if (a.days.start or 0) < (b.days.start or 0) else (b, a)
    if later.named_day and not earlier.named_day and earlier.standing == "happened":
        return Evidence(TOLD_BEFORE, "one was told before the other's day")
    return Evidence(0.5, "told on neighbouring days")


def actors(a: View, b: View) -> Evidence | None:
    """The same parties acting; who left a place is not who took it."""
    if not (pair := _left_and_held(a, b)):
        found = _parties(a.actors, b.actors, "actor")
        moved = a.denied != b.denied and MOVED.issuperset({a.claim.event, b.claim.event})
        others = moved and (found is None or found.value <= 0) and _things_and_people(a, b)
        return Evidence(OUT, "what is denied is that others moved") if others else found
    left, held = pair
    if left.actors and all(map(is_guest, left.actors)):
        return Evidence(OUT, "who left it did not hold it")
    if any(likeness(x, y) > ANYBODY for x in left.actors for y in held.actors):
        return Evidence(OUT, "who left it is who took it")
    return _parties(left.recipients, held.actors, "actor")


def recipients(a: View, b: View) -> Evidence | None:
    """The same parties acted on; who denies what befell one says nothing of what befell another.

    Who left a place is held against who lost it.
    """
    ones, others = a.recipients, b.recipients
    if pair := _left_and_held(a, b):
        ones, others = pair[0].actors, pair[1].recipients
    found = _parties(ones, others, "recipient")
    told = ones and others and (found is None or found.value <= 0)
    if told and a.denied != b.denied and not any(p.anybody for p in (*ones, *others)):
        return Evidence(OUT, "what is denied befell others")
    return found


def others(a: View, b: View) -> Evidence | None:
    """Other people harmed in another number, a text that goes on to another attack, or what was
    done again and again and what was done once.
    """
    reason = unlike(a, b) or often_and_once(a, b)
    return Evidence(OUT, reason) if reason else None


def toll(a: View, b: View) -> Evidence | None:
    """The same numbers of people harmed; other numbers are a contradiction, not another event."""
    mine, theirs = a.toll, b.toll
    if mine == UNCOUNTED or theirs == UNCOUNTED:
        return None
    pairs = ((name, getattr(mine, name), getattr(theirs, name)) for name in COUNTS)
    known = [(name, one, other) for name, one, other in pairs if one and other]
    if not known:
        return None
    for name, one, other in known:
        if one == other:
            return Evidence(1.0, f"same number {name}")
    if all(_meet(x, y) for _, x, y in known):
        return Evidence(0.2, "numbers that may be one")
    if any(_times(x, y) >= OTHER_COUNT for _, x, y in known):
        return Evidence(-1.0, "numbers of another order")
    return Evidence(-0.3, "numbers differ")


def answer(a: View, b: View) -> Evidence | None:
    """A denial in a text answers what the same text tells."""
    if a.document.id != b.document.id or a.denied == b.denied:
        return None
    return Evidence(1.0, "one answers the other in one text")


def heading(a: View, b: View) -> Evidence | None:
    """A headline or a caption tells in short what its own text tells; a bare count is a deed's."""
    if not (a.heads or b.heads) and (b.of == a.claim.id or a.of == b.claim.id):
        return Evidence(COUNTED, "a count of people and the deed told before it")
    if a.document.id != b.document.id or a.heads == b.heads or a.comment or b.comment:
        return None
    short, full = (a, b) if a.heads else (b, a)
    if short.of == full.claim.id:
        return Evidence(HEADED, "a headline or caption and what it tells in short")
    alike = a.trigger & b.trigger or len(a.words & b.words) >= 2
    return Evidence(1.0 if alike else 0.5, "a headline and its text")


def words(a: View, b: View) -> Evidence | None:
    """Words that both sentences share, the rare ones weighing more."""
    shared = a.words & b.words
    if len(shared) < 2:
        spoken = a.claim.event in SPOKEN
        if not spoken and min(len(a.words), len(b.words)) < LENGTHY:
            return None
        return Evidence(SPEECH if spoken else UNALIKE, "no words in common")
    value = in_common(shared, min(a.matter, b.matter))
    return Evidence(value, f"{len(shared)} words in common")


def in_common(shared: Set[str], matter: float) -> float:
    """Return how much words say that two sentences share, of the matter of the one that says less:
    0 to 1.
    """
    told = math.fsum(map(rarity, shared))
    return max(told / (matter or 1.0), min(1.0, told / TELLING))


def story(a: View, b: View) -> Evidence | None:
    """Told in texts that tell of one thing on the whole; two short texts say little by that."""
    if a.document.id == b.document.id:
        undated = apart(a.days, b.days) is None
        return Evidence(ONE_TEXT, "told in one text") if undated else None
    if a.story is None or b.story is None:
        return None
    value = min(1.0, (closeness(a.story, b.story) - STORY_LEAST) / STORY_ALIKE)
    if value > 0:
        value *= 1.0 if apart(a.days, b.days) is None else DATED
        return Evidence(value, "told in texts of one matter")
    short = min(len(a.story.weights), len(b.story.weights)) < STORY_WORDS
    return None if short else Evidence(2 * value, "told in texts of other matters")


def trigger(a: View, b: View) -> Evidence | None:
    """The same word for what happened, which counts for more where no day tells two deeds apart."""
    if a.trigger & b.trigger:
        value = 1.0 if apart(a.days, b.days) is None else DATED
        return Evidence(value, f'both say "{a.claim.trigger.text.casefold()}"')
    return None


FEATURES: tuple[tuple[Feature, float], ...] = (
    (standing, 1.0),
    (voice, 1.0),
    (kind, 1.2),
    (means, 2.0),
    (time, 1.6),
    (place, 2.0),
    (actors, 1.2),
    (recipients, 0.8),
    (others, 1.0),
    (toll, 1.2),
    (answer, 0.5),
    (heading, 0.8),
    (words, 1.4),
    (story, 1.5),
    (trigger, 2.6),
)


def score(a: View, b: View) -> Score:
    """Return how strongly two claims tell one occurrence; the same for (a, b) and (b, a)."""
    if b.order < a.order:
        a, b = b, a
    total = 0.0
    reasons: list[tuple[float, str]] = []
    for feature, weight in FEATURES:
        evidence = feature(a, b)
        if evidence is None:
            continue
        value, reason = evidence
        if value == OUT:
            return Score(OUT, (reason,))
        total += weight * value
        reasons.append((-abs(weight * value), reason))
    reasons.sort()
    return Score(round(total, 6), tuple([reason for _, reason in reasons]))


def _one_voice(a: View, b: View) -> bool:
    """Say whether one text gives two claims to one speaker, perhaps shorter: "the source"."""
    one, other = (v.claim.attribution[-1].text if v.claim.attribution else "" for v in (a, b))
    if one == other:
        return True
    short, long = sorted((content(one), content(other)), key=len)
    return bool(short) and short <= long


def _lays_elsewhere(a: View, b: View) -> bool:
    """Say whether one claim denies that somebody did what the other lays to another."""
    denial, told = (a, b) if a.denied else (b, a)
    violent = DEEDS.issuperset({a.claim.event, b.claim.event})
    named = any(not p.anybody for p in denial.actors) and bool(told.actors)
    return violent and named and all_apart(denial.actors, told.actors)


def _tied(a: View, b: View) -> bool:
    """Say whether a word, a number of people harmed, a doer or a target makes two claims one."""
    numbered = any(getattr(a.toll, n) == getattr(b.toll, n) is not None for n in COUNTS)
    if a.trigger & b.trigger or numbered or heading(a, b):
        return True
    doer, target = (found.value if found else 0.0 for found in (actors(a, b), recipients(a, b)))
    # A market that each side says the other hit by its own arms may well have been hit twice.
    return doer > ANYBODY or (target > ANYBODY and doer >= 0)


def _left_and_held(a: View, b: View) -> tuple[View, View] | None:
    """Return which of two claims tells who left a place, and which who holds it, where they do."""
    if _kind_of(a) == LEFT and b.claim.event == "CONTROL":
        return a, b
    return (b, a) if _kind_of(b) == LEFT and a.claim.event == "CONTROL" else None


def _things_and_people(a: View, b: View) -> bool:
    """Say whether one tells of things alone that move, the other of people: flights, troops."""
    if not a.actors or not b.actors:
        return False
    things = [{is_thing(party) for party in v.actors} for v in (a, b)]
    people = all(p.anybody or p.loose for v in (a, b) for p in v.actors)
    return people and {True} in things and {False} in things


def _kind_of(v: View) -> Kind:
    return v.claim.event, v.claim.mode


def _takes(v: View) -> bool:
    return v.claim.event == "CONTROL" and v.claim.mode in TAKING


@cache
def _stems(name: str) -> frozenset[str]:
    return content(name)


@lru_cache(maxsize=1 << 16)
def _nearest(ones: tuple[Spot, ...], others: tuple[Spot, ...], *, whole: bool) -> Evidence:
    found = [_places(one, other, whole=whole) for one in ones for other in others]
    return max(found, key=lambda e: (e.value, e.reason))


def _places(one: Spot, other: Spot, *, whole: bool) -> Evidence:
    """Compare two places; `whole` where holding one says nothing of what lies in it."""
    if one.key == other.key and one.radius != other.radius:
        loose = "approximate" in {one.precision, other.precision}
        settled = "settlement" in {one.precision, other.precision}
        return Evidence(0.0 if whole and loose and settled else PART, f"in or near {one.name}")
    if one.key == other.key:
        value = SAME_PLACE.get(one.precision or "", 1.0)
        return Evidence(value, f"same place ({one.name})")
    gap = kilometres(one, other)
    if gap is None:  # who is on no map may well be on a road between two others
        other_name = ON_THE_WAY if is_stretch(one) or is_stretch(other) else OTHER_NAME
        alike = _stems(one.name) & _stems(other.name)
        return Evidence(0.4, "places alike in name") if alike else Evidence(*other_name)
    if gap > one.radius + other.radius + FAR_KM:
        return Evidence(OUT, f"{gap:.0f} km apart")
    if one.wide or other.wide:
        return Evidence(0.1, "one place may lie in the other")
    if whole and gap > SAME_KM and (_holds(one, other) or _holds(other, one)):
        return Evidence(0.0, "one place may lie in the other, which says nothing of who holds it")
    both = FINE.issuperset({one.precision, other.precision})
    if (both or (whole and one.fine and other.fine)) and gap > SAME_KM:
        within = "exact" in {one.precision, other.precision} and gap <= max(
            one.radius, other.radius
        )
        value = OTHER_HELD if whole else 0.2 if within else -0.3
    else:
        value = 0.5 if gap <= max(one.radius, other.radius) else -0.2
    return Evidence(value, f"places {gap:.0f} km apart")


def _holds(one: Spot, other: Spot) -> bool:
    """Say whether a place may hold another; what is near a quarter holds no other quarter."""
    return contains(one, other) and not (one.precision == "approximate" and one.fine)


def _parties(a: tuple[Party, ...], b: tuple[Party, ...], role: str) -> Evidence | None:
    if not a or not b:
        return None
    value, shared = max((likeness(x, y), min(x.called, y.called)) for x in a for y in b)
    if value:
        return Evidence(value, f"same {role} ({shared})")
    other = [known(x, y) for x in a for y in b if are_apart(x, y)]
    return Evidence(-max(other), f"different {role}s") if other else None


def _times(one: Range, other: Range) -> float:
    """Return how many times the higher number is the lower, by their nearest ends."""
    lower, higher = (one, other) if one.below(other) else (other, one)
    return (higher.min or 0) / max(1, lower.max or 1) if lower.below(higher) else 1.0


def _meet(one: Range, other: Range) -> bool:
    return not one.below(other) and not other.below(one)
