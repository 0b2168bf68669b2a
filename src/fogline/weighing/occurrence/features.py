"""What speaks for and against two claims telling one occurrence: features, weights, reasons.

Each feature is a pure function of two views that returns evidence between -1 and 1 with its
reason, or None where it has nothing to go by; FEATURES is the table of their weights. A feature
may rule a pair out. No feature knows a side: only equality and distance count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Set
from functools import cache
from typing import NamedTuple

from fogline.model import Range
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.days import apart, appeared, iso
from fogline.weighing.measures.kinship import kinship, label
from fogline.weighing.measures.likeness import closeness
from fogline.weighing.measures.wording import content
from fogline.weighing.occurrence.evidence import OUT, Evidence
from fogline.weighing.occurrence.placed import place
from fogline.weighing.occurrence.roles import Kind, actors, kind_of, recipients
from fogline.weighing.parties.parties import ANYBODY, all_apart
from fogline.weighing.views.headings import told_twice
from fogline.weighing.views.party import is_armed, is_civil
from fogline.weighing.views.series import often_and_once
from fogline.weighing.views.truces import came_and_broken
from fogline.weighing.views.unlike import UNCOUNTED, VIOLENT, both_counted, unlike
from fogline.weighing.views.views import ANSWER_DAYS, SAID_DAYS, View

SHORT_DAYS = 2
LONG_DAYS = 8  # an interval from which sharing a day says little
TOLD_BEFORE = -0.15  # a text of the day before a day that the other names
TOLD_LATER = 0.2  # a day, and one that is only of speaking, or of denying it
NEWS_DAYS = 3
STALE = -0.3  # what publication farther apart says where the text names no day
UNDATED = 0.5  # what publication within a day says where the text names no day
COUNTED = 1.5  # what a bare count says of the deed that its text told before it
HEADED = 2.0  # what a headline says of the very claim that it tells in short
HEADING = 1.0  # ... and of another claim of its text with which it has a word in common
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
VIOLENCE, DESTROY = "ASSAULT", "destroy"
APART = -1.3  # what a hurt soldier and a destroyed tank say, of which one place and day are told

Feature = Callable[[View, View], Evidence | None]


class Score(NamedTuple):
    """The weighted sum over all features, with the reasons that carried it, weightiest first."""

    value: float
    reasons: tuple[str, ...]


def kind(a: View, b: View) -> Evidence | None:
    """Category and mode, by the table of kinship."""
    return _kin(kind_of(a), kind_of(b), one_word=bool(a.trigger & b.trigger))


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
    """Two means of violence, or posts and people who do not fight, at a place where no day tells
    it: that says no more than the place. People harmed and a thing destroyed have no more either.
    """
    if a.standing != HAPPENED or not (how := _other_deeds(a, b)) or _tied(a, b):
        return None
    return Evidence(APART if _harm_and_loss(a, b) else -1.0, how)


def _other_deeds(a: View, b: View) -> str | None:
    """Return by what two claims of violence are of other deeds, as far as they tell."""
    if _harm_and_loss(a, b):
        return "people harmed by one, a thing destroyed by the other"
    if a.named_day and b.named_day:
        return None
    if kinship().other_means(kind_of(a), kind_of(b)):
        return "by other means, and not both name the day"
    if _other_targets(a, b):
        return "one on who fights, one on who does not, and not both name the day"
    return None


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
    by the same word (what was taken by any) at the same place, by or to the same; who says within
    days that a place did not fall need not say to whom.
    """
    own = later.accuses and _takes(told)
    taken = _takes(later) and (own or (later.denied and told.claim.event == "CONTROL"))
    if not _around(later) & _around(told) or not (taken or later.trigger & told.trigger):
        return False
    least = 0.0 if later.denied else ANYBODY
    found = [e.value for e in (actors(later, told), recipients(later, told)) if e is not None]
    soon = later.denied and taken and (apart(later.days, told.days) or 0) <= SAID_DAYS
    return any(value > least for value in found) or (soon and not any(v < 0 for v in found))


def _around(v: View) -> set[str]:
    return {spot.key for spot in v.located or v.setting}


def _neighbouring(a: View, b: View) -> Evidence:
    """A day named in one text, and the day of another's publication before or after it."""
    earlier, later = (a, b) if (a.days.start or 0) < (b.days.start or 0) else (b, a)
    if later.named_day and not earlier.named_day and earlier.standing == "happened":
        return Evidence(TOLD_BEFORE, "one was told before the other's day")
    return Evidence(0.5, "told on neighbouring days")


def others(a: View, b: View) -> Evidence | None:
    """Other people harmed in another number, a text that goes on to another attack, what was done
    again and again and what was done once, or a truce and its breach.
    """
    reason = unlike(a, b) or often_and_once(a, b) or came_and_broken(a, b)
    return Evidence(OUT, reason) if reason else None


def toll(a: View, b: View) -> Evidence | None:
    """The same numbers of people harmed; other numbers are a contradiction, not another event."""
    known = both_counted(a, b)
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
        what = "a count of people" if a.denied == b.denied else "a denial of all of its kind"
        return Evidence(COUNTED, f"{what} and the deed told before it")
    if a.document.id != b.document.id or a.heads == b.heads or a.comment or b.comment:
        return None
    short, full = (a, b) if a.heads else (b, a)
    if short.of == full.claim.id:
        return Evidence(HEADED, "a headline or caption and what it tells in short")
    alike = a.trigger & b.trigger or len(a.words & b.words) >= 2
    return Evidence(HEADING if alike else 0.5, "a headline and its text")


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
    violent = VIOLENT.issuperset({a.claim.event, b.claim.event})
    named = any(not p.anybody for p in denial.actors) and bool(told.actors)
    return violent and named and all_apart(denial.actors, told.actors)


def _tied(a: View, b: View) -> bool:
    """Say whether a word, a number of people harmed, a doer or a target makes two claims one."""
    numbered = any(one == other for _, one, other in both_counted(a, b))
    if a.trigger & b.trigger or numbered or heading(a, b):
        return True
    doer, target = (found.value if found else 0.0 for found in (actors(a, b), recipients(a, b)))
    # A market that each side says the other hit by its own arms may well have been hit twice, and
    # an army's soldier is none of its tanks.
    hit_alike = target > ANYBODY and doer >= 0 and not _harm_and_loss(a, b)
    return doer > ANYBODY or hit_alike


def _other_targets(a: View, b: View) -> bool:
    """Say whether by one claim all that was hit fights, and by the other nobody that was hit."""
    if not VIOLENT.issuperset({a.claim.event, b.claim.event}):
        return False
    hit = (a.recipients, b.recipients)
    fights, civil = ([bool(r) and all(map(kind, r)) for r in hit] for kind in (is_armed, is_civil))
    return (fights[0] and civil[1]) or (fights[1] and civil[0])


def _harm_and_loss(a: View, b: View) -> bool:
    """Say whether by one claim people were harmed, it does not say how, and by one of another page
    or voice a thing was destroyed, and nobody harmed.
    """
    if a.document.id == b.document.id and _one_voice(a, b):
        return False
    harm, loss = (a, b) if b.claim.mode == DESTROY else (b, a)
    bare = kind_of(harm) == (VIOLENCE, None) and harm.toll != UNCOUNTED
    return bare and kind_of(loss) == (VIOLENCE, DESTROY) and loss.toll == UNCOUNTED


def _takes(v: View) -> bool:
    return v.claim.event == "CONTROL" and v.claim.mode in TAKING


def _times(one: Range, other: Range) -> float:
    """Return how many times the higher number is the lower, by their nearest ends."""
    lower, higher = (one, other) if one.below(other) else (other, one)
    return (higher.min or 0) / max(1, lower.max or 1) if lower.below(higher) else 1.0


def _meet(one: Range, other: Range) -> bool:
    return not one.below(other) and not other.below(one)
