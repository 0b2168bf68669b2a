"""Who contests what an event tells by other words than "it did not happen".

A denial is often a claim of its own ("two officials denied that the battle was over"), and so is
the fighting that is said to go on, or that only part of a place is held. None of them is one
occurrence with what it contests, so that they stand beside the event and not in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from fogline.model import ClaimOrigin, Mention
from fogline.weighing.conflict.blame import is_blamable, laid_to, tells_besides
from fogline.weighing.conflict.denying import leaves_open
from fogline.weighing.conflict.eras import follows
from fogline.weighing.conflict.facing import faces, lasts
from fogline.weighing.conflict.naming import denier_name, speaker_name
from fogline.weighing.conflict.pointing import (
    denied_in,
    is_of_its_sentence,
    names_nothing,
    only_points,
    points_to_place,
    told_of,
)
from fogline.weighing.conflict.stages import goes_on
from fogline.weighing.lately import lately
from fogline.weighing.measures.days import apart
from fogline.weighing.measures.distance import Spot, contains, kilometres
from fogline.weighing.measures.extents import gains_ground
from fogline.weighing.measures.kinship import LEFT, kinship
from fogline.weighing.measures.tables import listed, table
from fogline.weighing.measures.wording import content, deeds, tokens
from fogline.weighing.occurrence.features import SPOKEN
from fogline.weighing.occurrence.slots import may_be_one
from fogline.weighing.origin.independence import SOURCE
from fogline.weighing.parties.holders import in_passing, of_two_sides, only_a_part, wholly
from fogline.weighing.views.party import party
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import Pages, View

Voices = Mapping[str, ClaimOrigin]
POLARITY, CONTROL, BLAME = (
    "polarity",
    "control",
    "blame",
)  # the type of the contradiction that a contest makes
HAPPENED = "happened"
ONE_DEED = 0.6  # kinship from which a denied deed is the one told, where no place says so
DENIAL = ("REJECT", "deny")
ERA = 400  # days: who denies something does not mean all that is told of so long a time
NEAR = 60.0  # kilometres: so far apart may be two places that a text was last at of one deed
HELD = "hold"  # what is held may be attacked, and is held still
TAKEN = frozenset({"gain", HELD, "lose"})
FOUGHT = frozenset({("CONTROL", "contest"), ("ASSAULT", "clash")})


@dataclass(frozen=True, slots=True)
class Contest:
    """A claim that contests an event, the type of conflict, and in words who says what.

    `answers` are the claims that a denial denies.
    """

    view: View
    type: str
    reason: str
    answers: tuple[View, ...] = ()


def contests(seen: Sequence[View], pages: Pages, voices: Voices) -> Iterator[Contest]:
    """Yield what contests an event's claims, of themselves and of the claims beside them.

    `pages` are all claims of the event's documents. Spoken deeds are not contested so: that an
    accusation is denied does not mean that it was not made.
    """
    told = [v for v in seen if _asserts(v) and (v.days.length or 1) <= ERA]
    if not told or told[0].claim.event in SPOKEN:
        return
    inside, own = {v.claim.id for v in seen}, dict.fromkeys(v.document.id for v in seen)
    for v in (v for document in own for v in contesting(pages[document])):
        others = [t for t in told if t is not v and not _one_voice(t, v, voices)]
        if found := _of_a_place(v, others, voices) or _denial(v, others, pages, inside):
            yield found


@lately
def contesting(page: Sequence[View]) -> Sequence[View]:
    """Return the claims of a page that contest something, whatever they stand beside."""
    return [v for v in page if _may_contest(v)]


def _may_contest(v: View) -> bool:
    """Say whether a claim contests anything, whatever it stands beside."""
    if v.comment or v.heading or v.retold or v.standing != HAPPENED or not v.firm:
        return False
    return (v.claim.event, v.claim.mode) == DENIAL or fought(v) or partial(v)


def _of_a_place(v: View, others: Sequence[View], voices: Voices) -> Contest | None:
    """Return how a claim contests that a place is taken: in part only, or still fought for."""
    taken = [t for t in others if _taken(t) and _covers(t, v) and not _holds(v, t, voices)]
    if partial(v) and (held := [t for t in taken if not partial(t) and _one_holder(t, v)]):
        return Contest(v, CONTROL, f"{speaker_name(v)} says that only part is held", tuple(held))
    here = v.located or points_to_place(v.claim.sentence.text)
    gained = [t for t in taken if t.claim.mode != HELD and not of_two_sides(t)]
    whole = [t for t in gained if wholly(t) and apart(t.days, v.days) == 0]
    if fought(v) and here and whole and goes_on(v):
        return Contest(v, CONTROL, f"{speaker_name(v)} tells of fighting for it", tuple(whole))
    return None


def _denial(v: View, others: Sequence[View], pages: Pages, inside: Set[str]) -> Contest | None:
    """Return how a denial contests what others tell in its own text.

    What it denies stands in its sentence where that could be read: a claim that something did not
    happen. Where it could not, the denial answers what the text told just before.
    """
    if (v.claim.event, v.claim.mode) != DENIAL or v.denied:
        return None
    page, others = pages[v.document.id], [t for t in others if faces(v, t, pages)]
    if not others:
        return None
    here = [t for t in others if t.document.id == v.document.id]
    said = [o for o in page if _sentence(o) == _sentence(v) and o.claim.event not in SPOKEN]
    denied = [o for o in said if o.denied and not leaves_open(o.claim)]
    if any(o.claim.id in inside for o in denied):
        return None  # the denied claim stands in the event itself
    if denied:
        found = [t for t in here if any(_of_one_matter(o, t, v) for o in denied)]
    else:
        before = _just_before(v, page)
        found = [t for t in here if _sentence(t) == before and _of_one_family(t, said)]
        accused = any(o.claim.event == "ACCUSE" for o in page if _sentence(o) == _sentence(v))
        found = [t for t in found if not (accused and t.claim.event not in VIOLENT)]
        found = [t for t in found if not in_passing(t) and _may_mean(v, t)]
    answers = tuple(t for t in found if _may_deny(v, t, denied))
    if laid := _only_of_who(v, found, answers, others):
        return Contest(v, BLAME, f"denied by {denier_name(v)}", laid)
    return Contest(v, POLARITY, f"the denial of {denier_name(v)}", answers) if answers else None


def _only_of_who(
    denial: View, found: Sequence[View], answers: Sequence[View], others: Sequence[View]
) -> tuple[View, ...]:
    """Return the claims that lay a deed to who denies only that it was he, if that is all he does.

    It is where his words say so, or where others of the event tell the deed without him.
    """
    if not found or not denial.actors or not is_blamable(found[0]):
        return ()
    own = _says(denial.claim.sentence.text, "own")
    told_besides = all(laid_to(t, denial) for t in answers) and tells_besides(denial, others)
    if not own and not (answers and told_besides):
        return ()
    return tuple(t for t in others if t.firm and laid_to(t, denial))


def _may_deny(denial: View, told: View, denied: Sequence[View]) -> bool:
    """Say whether a denial may be of a deed: of another's deed nobody denies having done it.

    Where a deed is laid to nobody, who says that he had no part in it does not deny it.
    """
    if told.claim.event == "CONTROL" or not denial.actors:
        return True
    if not told.actors:
        return told.claim.event not in VIOLENT or not _own_part(denial, denied)
    return any(may_be_one(a, b) for a in denial.actors for b in told.actors)


def _own_part(denial: View, denied: Sequence[View]) -> bool:
    """Say whether what is denied is only that the denier did it: "denied any role in it"."""
    sentence = denial.claim.sentence.text
    by = [p for o in denied for p in o.actors]
    own = any(may_be_one(p, a) for p in by if not p.anybody for a in denial.actors)
    theirs = any(re.search(rf"\b(?:its|their|our) {re.escape(p.name)}", sentence) for p in by)
    return own or theirs or _says(sentence, "own")


def _just_before(denial: View, page: Sequence[View]) -> int | None:
    """Return where the sentence before a denial begins, if it is what that tells that he means."""
    if any(_reports(o, denial) for o in page if _sentence(o) == _sentence(denial)):
        return None
    before = (_sentence(o) for o in page if _sentence(o) < _sentence(denial) and not o.heading)
    return max(before, default=None)


def _reports(o: View, denial: View) -> bool:
    """Say whether a denial's sentence tells before it what others say: it is that he denies.

    "The ministry said that thousands had fled but residents dismissed the reports."
    """
    told = o.claim.event not in SPOKEN and o.claim.trigger.start < denial.claim.trigger.start
    cited = o.claim.attribution[1:] and content(_said_by(o)) != content(_denier(denial))
    return bool(told and cited)


def _may_mean(denial: View, told: View) -> bool:
    """Say whether a denial's words leave open that it is of a deed, or recall it.

    "denied it" and "rejected the accusations" point back; "denied that jets had hit Orlin" tells
    what is denied, and "..., which they denied" is of what its own sentence says.
    """
    before, behind = _around(denial)
    said = denied_in(behind)
    if not content(said) - content(_denier(denial)) and is_of_its_sentence(before):
        return False
    means = told_of(said)
    if not content(means) - content(_denier(denial)):
        return True
    return bool(told.trigger & (content(means) | deeds(tokens(means))))


def _around(v: View) -> tuple[str, str]:
    """Return what stands before and behind a claim's trigger in its sentence."""
    text, at = v.claim.sentence.text, v.claim.trigger.start - v.claim.sentence.start
    return text[:at], text[at + len(v.claim.trigger.text) :]


def _of_one_family(told: View, said: Sequence[View]) -> bool:
    families = {kinship().family(o.claim.event) for o in said}
    return not families or kinship().family(told.claim.event) in families


def _of_one_matter(denied: View, told: View, denial: View) -> bool:
    """Say whether what is denied is what is told; who denies a loss does not deny his own hold."""
    if only_a_part(told, denied):
        return False
    own = all(any(may_be_one(a, b) for a in denial.actors) for b in told.actors)
    if denied.claim.mode == "lose" and own:
        return False
    kin = kinship().between(*((v.claim.event, v.claim.mode) for v in (denied, told)))
    one_word = bool(denied.trigger & told.trigger)
    if denied.located and told.located:
        return kin > 0 and (_covers(told, denied) or _covers(denied, told))
    if denied.located:  # and where the other was is only what its text tells before
        return kin >= ONE_DEED and one_word and _of_one_scene(denied, told)
    if _points_back(denied, denial):
        return kin >= ONE_DEED
    by_name = any(not p.anybody for p in told.actors)
    alike = denied.claim.mode == told.claim.mode and _is_near(denied, told)
    kindred = kin >= ONE_DEED or _may_have_lost(denied, told)
    return kindred and (one_word or by_name or alike) and _of_one_scene(denied, told)


def _points_back(denied: View, denial: View) -> bool:
    """Say whether a denial says of what it is by pointing back: "any such weapons", "its part"."""
    return only_points(denied.claim.trigger.text) or names_nothing(_around(denial)[1])


def _of_one_scene(denied: View, told: View) -> bool:
    """Say whether text and words leave open that two deeds are one: of one place, of who was hit.

    Where a denied deed names no place, it is where its text was last.
    """
    ones, others = (
        {s for p in v.recipients if not p.anybody for s in p.stems} for v in (denied, told)
    )
    others_lost = ones and others and not ones & others and not _may_have_lost(denied, told)
    if others_lost or (denied.recipients and lasts(told)):
        return False
    apart = _gaps(denied, told) if told.located else []
    return not apart or any(gap is None or gap <= NEAR for gap in apart)


def _may_have_lost(denied: View, told: View) -> bool:
    """Say whether who did not lose a place may be who lost the one just told of, by another name:
    "seized it from fighters of the valley. The Guard denied that it had been driven out".
    """
    named = (*denied.recipients, *told.recipients)
    kept = denied.claim.event == "CONTROL" or (denied.claim.event, denied.claim.mode) == LEFT
    return (
        kept
        and told.claim.event == "CONTROL"
        and follows(denied, told)
        and not all(p.linked for p in named)
    )


def _is_near(one: View, other: View) -> bool:
    known = (gap for gap in _gaps(one, other) if gap is not None)
    return _covers(one, other) or any(gap <= NEAR for gap in known)


def _gaps(one: View, other: View) -> list[float | None]:
    return [kilometres(here, there) for here in _spots(one) for there in _spots(other)]


def says_it_ended(v: View) -> bool:
    """Say whether a deed's own word says that something was so no more: "the truce collapsed"."""
    return _says(v.claim.trigger.text, "ended")


def partial(v: View) -> bool:
    """Say whether a claim holds only part of a place taken or held."""
    return _taken(v) and _says(v.claim.sentence.text, "partial")


@lru_cache(maxsize=1 << 12)
def _says(sentence: str, kind: str) -> bool:
    """Say whether a sentence holds words of a kind in the table."""
    said = f" {' '.join(tokens(sentence))} "
    return any(f" {words} " in said for words in _words(kind))


def _asserts(v: View) -> bool:
    return v.standing == HAPPENED and not (v.denied or v.comment or v.heading)


def _taken(v: View) -> bool:
    told = v.claim.event == "CONTROL" and v.claim.mode in TAKEN and not v.denied
    return told and not gains_ground(v.claim.trigger.text)


def fought(v: View) -> bool:
    """Say whether a claim tells of fighting for a place, or that goes on there."""
    kind = (v.claim.event, v.claim.mode or "")
    goes_on = v.claim.event == "CONTROL" or v.claim.status == "ongoing"
    return kind in FOUGHT and goes_on and not v.denied


def _holds(v: View, taken: View, voices: Voices) -> bool:
    """Say whether who speaks is the one who is said to have taken the place."""
    voice = voices.get(v.claim.id)
    if voice is None or voice.own or not (voice.key or "").startswith(SOURCE):
        return False
    name = (voice.key or "").removeprefix(SOURCE)
    speaker = party(Mention(name, name=name, id=name if "-" in name else None))
    return any(may_be_one(speaker, actor) for actor in taken.actors)


def _one_holder(one: View, other: View) -> bool:
    return any(may_be_one(a, b) for a in one.actors for b in other.actors)


def _covers(whole: View, part: View) -> bool:
    """Say whether a claim's place is that of another, or lies in it."""
    pairs = ((one, other) for one in _spots(whole) for other in _spots(part))
    return any(one.key == other.key or contains(one, other) for one, other in pairs)


def _spots(v: View) -> list[Spot]:
    return [spot for spot in v.located or v.setting if not spot.wide]


def _one_voice(one: View, other: View, voices: Voices) -> bool:
    """Say whether two claims are one speaker's: nobody contests himself."""
    a, b = (voices.get(v.claim.id) for v in (one, other))
    if (
        a
        and b
        and a.key is not None
        and a.key == b.key
        and not (a.own and other.claim.event == DENIAL[0])
    ):
        return True
    speaker, denier = content(_said_by(one)), content(_denier(other))
    return one.document.id == other.document.id and bool(denier) and denier == speaker


def _said_by(v: View) -> str:
    if v.claim.attribution:
        return v.claim.attribution[-1].text
    return v.document.publisher or v.document.title or v.document.id


def _denier(v: View) -> str:
    return v.actors[0].name if v.claim.event == DENIAL[0] and v.actors else _said_by(v)


def _sentence(v: View) -> int:
    return v.claim.sentence.start


@cache
def _words(kind: str) -> tuple[str, ...]:
    return listed(table(__package__, "contests.toml")[kind])
