"""Typed conflicts between the claims of one event: kept beside each other, never decided.

A conflict that ends, ends by its own sources: where the last word of each origin agrees with that
of all others, it was corrected, withdrawn or superseded (`evolution`). Else it stays open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from itertools import combinations
from types import MappingProxyType

from fogline.model import HARMS, ClaimOrigin, Contradiction, Turn
from fogline.weighing.conflict.blame import laid_to, lays_blame, of_who, sides
from fogline.weighing.conflict.contests import BLAME, CONTROL, Contest, contests, says_it_ended
from fogline.weighing.conflict.denying import (
    denies,
    leaves_open,
    nearly,
    not_yet,
    only_ended,
    only_named,
)
from fogline.weighing.conflict.elsewhere import elsewhere, tells_where
from fogline.weighing.conflict.evolution import Evolution, evolution
from fogline.weighing.conflict.facing import faces
from fogline.weighing.conflict.misreports import corrections, removals, set_right, standing
from fogline.weighing.conflict.naming import who
from fogline.weighing.conflict.onedeed import of_one_deed
from fogline.weighing.conflict.stages import is_over
from fogline.weighing.conflict.tolls import numbers
from fogline.weighing.measures.days import Days, apart, iso
from fogline.weighing.occurrence.roles import tells_who_was_first
from fogline.weighing.origin.independence import alone, independent
from fogline.weighing.origin.reprinted import reprinted
from fogline.weighing.parties.holders import (
    answers,
    holds,
    lays_to_both,
    of_one_part,
    of_two_sides,
    other_doers,
    other_holders,
    rivals,
    tells_of_both,
)
from fogline.weighing.views.versions import TAKEN_BACK
from fogline.weighing.views.views import Pages, View, by_page

COMING, SUPPOSED = "coming", "supposed"
NO_PAGES: Pages = MappingProxyType({})
FOUGHT_OVER = frozenset({"ASSAULT", "COERCE", "CONTROL"})
Voices = Mapping[str, ClaimOrigin]
Pair = Callable[[View, View], str | None]
Kind = Callable[[Sequence[View], Voices], Contradiction | None]


def contradictions(
    seen: Sequence[View], voices: Voices, pages: Pages | None = None
) -> tuple[Contradiction, ...]:
    """Return the conflicts between claims of one event as they stand, one of a type at most.

    `pages` are all claims by document, where there are more than these: among them may be what
    contests one.
    """
    pages = by_page(seen) if pages is None else pages
    every = [v for v in seen if not v.comment]
    told, back = standing(every), frozenset(set_right(every))
    kinds = _kinds(pages, back) if len(told) > 1 else ()
    found = ((kind, kind(told, voices)) for kind in kinds)
    stated = [_as_it_stands(kind, one, told, voices) for kind, one in found if one]
    fallen = {v.claim.id for v in every} - {v.claim.id for v in told}
    held = [v for v in seen if v.claim.id not in fallen]
    against = [c for c in contests(held, pages, voices) if c.view.claim.id not in fallen]
    if over_who := blame(told, voices, pages, [c for c in against if c.type == BLAME]):
        stated.append(over_who)
    for kind in dict.fromkeys(c.type for c in against if c.type != BLAME):
        conflict = _contested([c for c in against if c.type == kind], told, voices, pages)
        stated = _with(stated, conflict)
    if taken_back := removed(told, voices):
        stated.append(taken_back)
    for corrected in corrections(every):
        stated = _with(stated, corrected) if corrected.type == "toll" else [*stated, corrected]
    return tuple(stated)


def _with(stated: Sequence[Contradiction], one: Contradiction) -> list[Contradiction]:
    """Return conflicts with one more, last; it is one with that of its type, if there is any."""
    same = next((c for c in stated if c.type == one.type), None)
    return [*(c for c in stated if c is not same), _and(one, same) if same else one]


def removed(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """What pages asserted in a version before their last, and no version of theirs says any more.

    It is called withdrawn or corrected where the page says so itself, else superseded.
    """
    standing = {key for v in told if not v.gone and (key := _key(v, voices))}
    went = [v for v in told if v.gone and not v.denied and _key(v, voices) not in standing]
    if not went:
        return None
    ordered = sorted(went, key=lambda v: (v.said or 0, v.order))
    states = {v.gone.state for v in ordered if v.gone and v.gone.state}
    state = next((s for s in TAKEN_BACK if s in states), "superseded")
    day = iso(max(v.gone.day or 0 for v in ordered if v.gone) or None) or "a day not known"
    silent = "" if states else " and does not say why"
    turns = tuple(Turn(iso(v.said), v.claim.id, "asserts it") for v in ordered)
    return Contradiction(
        type="polarity",
        claims=tuple(dict.fromkeys(v.claim.id for v in ordered)),
        state=state,
        reason=f"since {day} the page of {who(ordered, voices)} says so no more{silent}",
        history=(*turns, *removals(ordered)),
    )


def _key(v: View, voices: Voices) -> str | None:
    voice = voices.get(v.claim.id)
    return voice.key if voice else None


def _contested(
    against: Sequence[Contest], told: Sequence[View], voices: Voices, pages: Pages
) -> Contradiction:
    """Return the conflict of an event with what contests it, by other words than a denial of it.

    It ends where whoever contested it says the same as the others in the end.
    """
    contesting = [contest.view for contest in against]
    asserted = [
        v
        for v in told
        if v not in contesting
        and not (v.denied or v.heading)
        and _contests(against, v, voices)
        and any(_faces(c, v, pages) for c in against)
    ]
    went = evolution([*asserted, *contesting], voices, against[0].type)
    settled = went.changed and not any(v in contesting for v in went.last)
    reasons = ", ".join(dict.fromkeys(contest.reason for contest in against))
    found = _open(
        against[0].type, [*asserted, *contesting], f"{who(asserted, voices)} against {reasons}"
    )
    if settled:
        found = replace(found, state=went.state, reason=f"{found.reason}; {went.reason}")
    return replace(found, history=went.history)


def _faces(contest: Contest, told: View, pages: Pages) -> bool:
    return contest.type == CONTROL or told in contest.answers or faces(contest.view, told, pages)


def _contests(against: Sequence[Contest], told: View, voices: Voices) -> bool:
    """Say whether a claim is among those contested, or what who contests them says later.

    Who denies one's hold does not deny others'.
    """
    if against[0].type == CONTROL:
        said = {_key(contest.view, voices) for contest in against}
        return _key(told, voices) in said or any(told in c.answers for c in against)
    answered = [v for contest in against for v in contest.answers]
    return not (holds(told) and answered) or any(not rivals(told, v) for v in answered if holds(v))


def _and(one: Contradiction, other: Contradiction) -> Contradiction:
    """Return two conflicts of one type as one, open where either is."""
    claims = tuple(dict.fromkeys((*other.claims, *one.claims)))
    turns = {turn.claim: turn for turn in (*other.history, *one.history)}
    history = sorted(turns.values(), key=lambda t: (t.day is None, t.day or "", t.claim))
    state = "open" if "open" in (one.state, other.state) else other.state
    reason = f"{other.reason}; {one.reason}"
    return Contradiction(one.type, claims, state, reason, tuple(history))


def _as_it_stands(
    kind: Kind, found: Contradiction, told: Sequence[View], voices: Voices,
    besides: Sequence[View] = (),
) -> Contradiction:  # fmt: skip
    """Return a conflict with its history, settled where the last words on it do not conflict.

    `besides` are claims of the event that have no part in it, where they tell what it is about.
    """
    held = [v for v in told if v.claim.id in found.claims]
    went: Evolution = evolution(held, voices, found.type)
    settled = went.changed and kind([*besides, *went.last], voices) is None
    state = went.state if settled else "open"
    reason = f"{found.reason}; {went.reason}" if settled else found.reason
    return replace(found, state=state, reason=reason, history=went.history)


def polarity(told: Sequence[View], voices: Voices, pages: Pages = NO_PAGES) -> Contradiction | None:
    """Some say that it happened, others that it did not; bare possibilities contradict nothing."""
    yes, no = sides_of([v for v in told if v.firm and v.standing != SUPPOSED], pages)
    if not yes or not no:
        return None
    if _keys(yes, voices) == _keys(no, voices) and not _said_later(yes, no):
        return None
    reason = f"{who(yes, voices)} against the denial of {who(no, voices)}"
    return _open("polarity", [*yes, *no], reason)


def sides_of(told: Sequence[View], pages: Pages = NO_PAGES) -> tuple[list[View], list[View]]:
    """Return the claims that something was so which others deny, and those that deny them.

    Who only denies that it was he denies nobody's word that it happened.
    """
    yes, no = [v for v in told if not v.denied], [v for v in told if v.denied]
    no = [v for v in no if not of_who(v, yes)]
    pairs = [(y, n) for y in yes for n in no if _answers(n, y, pages)]
    contested, denials = {y.claim.id for y, _ in pairs}, {n.claim.id for _, n in pairs}
    return [v for v in yes if v.claim.id in contested], [v for v in no if v.claim.id in denials]


def _answers(denial: View, told: View, pages: Pages) -> bool:
    """Say whether a claim that something was not so is of what another tells, by its words.

    Of what is fought for and done to people there are many words; of talks, aid and the like, what
    is called otherwise is something else.
    """
    if nearly(told.claim) or only_named(told.claim) or only_ended(denial.claim, told.claim):
        return False
    if not faces(denial, told, pages):
        return False
    one_word = bool(denial.trigger & told.trigger)
    if one_word and says_it_ended(denial):
        return False  # both say that it is no more, however that was read
    if denial.standing == COMING and (not one_word or not_yet(denial.claim)):
        return False
    if denial.claim.event == told.claim.event == "CONTROL" and not of_one_part(denial, told):
        return False
    named = one_word or denial.claim.event in FOUGHT_OVER
    return named and answers(denial, told) and not _reprinted(denial, told)


def toll(
    told: Sequence[View], voices: Voices, pages: Pages, back: Set[str] = frozenset()
) -> Contradiction | None:
    """Numbers of people harmed that do not meet, from different origins or documents.

    `pages` are all claims of their documents, `back` those whose number is taken back.
    """
    counted = [v for v in told if not v.denied and v.claim.id not in back]
    for name in HARMS:
        harmed = [v for v in counted if getattr(v.toll, name)]
        if found := _among(harmed, voices, "toll", numbers(name, pages, voices)):
            return found
    return None


def place(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Places of one deed too far apart for their precision, on the word of two origins."""
    where = [v for v in told if tells_where(v)]

    def conflict(a: View, b: View) -> str | None:
        found = elsewhere(a, b)
        return found if found and _origin(a, voices) != _origin(b, voices) else None

    return _among(where, voices, "place", conflict)


def time(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Days named in the text that do not meet."""
    named = [v for v in told if v.named_day and not v.denied]
    return _among(named, voices, "time", _other_days)


def blame(
    told: Sequence[View], voices: Voices, pages: Pages = NO_PAGES, against: Sequence[Contest] = ()
) -> Contradiction | None:
    """One deed of violence or coercion laid at two doors, or to one who only denies that it was he.

    `against` are the denials of their own, beside the event.
    """
    beside = {c.view.claim.id: {v.claim.id for v in c.answers} for c in against}

    def kind(seen: Sequence[View], voices: Voices) -> Contradiction | None:
        return _blamed(seen, voices, pages, beside)

    every = [*told, *(c.view for c in against)]
    found = kind(every, voices)
    if found is None:
        return None
    besides = [v for v in told if v.claim.id not in found.claims]
    return _as_it_stands(kind, found, every, voices, besides)


def _blamed(
    seen: Sequence[View], voices: Voices, pages: Pages, beside: Mapping[str, Set[str]]
) -> Contradiction | None:
    """Return the conflict over who did a deed; `beside` are denials, with what each answers."""
    deeds = [v for v in seen if lays_blame(v)]
    denials = [
        v
        for v in seen
        if v.claim.id in beside or (v.firm and of_who(v, deeds) and not leaves_open(v.claim))
    ]

    def conflict(a: View, b: View) -> str | None:
        if a in denials or b in denials:
            denial, laid = (a, b) if a in denials else (b, a)
            answered = beside.get(denial.claim.id)
            named = _denies(denial, laid) if answered is None else laid.claim.id in answered
            by_another = named and not _of_one_voice(denial, laid, voices)
            return "denied" if by_another and faces(denial, laid, pages) else None
        if _origin(a, voices) == _origin(b, voices) or not other_doers(a, b):
            return None
        if tells_who_was_first(a, b):
            return "laid to others"
        both = lays_to_both(a, b, deeds) or lays_to_both(b, a, deeds)
        return None if both or not of_one_deed(a, b) else "laid to others"

    found = _among([*deeds, *denials], voices, "blame", conflict)
    if found is None:
        return None
    laid, denied = ([v for v in group if v.claim.id in found.claims] for group in (deeds, denials))
    return replace(found, reason=sides(laid, denied, voices))


def _denies(denial: View, laid: View) -> bool:
    """Say whether a denial of who did it is of a claim that lays the deed to him."""
    return not laid.denied and laid.firm and laid_to(laid, denial)


def _of_one_voice(denial: View, laid: View, voices: Voices) -> bool:
    """Say whether one voice lays a deed to somebody and denies it in one breath: who says that
    others did it contests nothing by saying that he did not.
    """
    one = _origin(laid, voices) == _origin(denial, voices)
    return one and not _said_later([laid], [denial])


def control(told: Sequence[View], voices: Voices) -> Contradiction | None:
    """Two holders of one place in one stretch of days."""
    held = [v for v in told if holds(v) and not v.denied]
    whose = [v for v in held if not (is_over(v) or of_two_sides(v))]

    def conflict(a: View, b: View) -> str | None:
        found = other_holders(a, b)
        both = found and (tells_of_both(a, b, held) or tells_of_both(b, a, held))
        return None if both else found

    return _among(whose, voices, "control", conflict)


def _kinds(pages: Pages, back: Set[str]) -> tuple[Kind, ...]:
    """Return what tells each type of conflict; `pages` are all claims of the event's documents,
    `back` what was taken back.
    """
    tolls = partial(toll, pages=pages, back=back)
    return partial(polarity, pages=pages), tolls, place, time, control


def _among(told: Sequence[View], voices: Voices, kind: str, conflict: Pair) -> Contradiction | None:
    """Return the conflict of all pairs that are told apart, by the reason of the one said last."""
    if len(told) < 2:
        return None
    found = [
        (a, b, reason)
        for a, b in combinations(sorted(told, key=lambda v: (v.said or 0, v.order)), 2)
        if (reason := conflict(a, b)) and _told_apart(a, b, voices)
    ]
    seen = [v for a, b, _ in found for v in (a, b)]
    return _open(kind, seen, max(found, key=_said)[2]) if found else None


def _said(pair: tuple[View, View, str]) -> tuple[int, int]:
    """Return when the later of two was said, then the earlier."""
    earlier, later, _ = pair
    return later.said or 0, earlier.said or 0


def _other_days(a: View, b: View) -> str | None:
    gap = apart(a.days, b.days)
    return f"{_stretch(a.days)} against {_stretch(b.days)}" if gap else None


def _open(kind: str, seen: Sequence[View], reason: str) -> Contradiction:
    claims = dict.fromkeys(v.claim.id for v in sorted(seen, key=lambda v: v.order))
    return Contradiction(kind, tuple(claims), "open", reason)


def _stretch(days: Days) -> str:
    first, last = iso(days.start) or "…", iso(days.end) or "…"
    return first if first == last else f"{first} to {last}"


def _told_apart(a: View, b: View, voices: Voices) -> bool:
    """Two numbers from one mouth in one text are parts of a whole, not a conflict."""
    if _reprinted(a, b):
        return False
    one, other = voices.get(a.claim.id), voices.get(b.claim.id)
    keys = {voice.key for voice in (one, other) if voice}
    return a.document.id != b.document.id or len(keys) > 1


def _reprinted(a: View, b: View) -> bool:
    """Say whether two texts have one sentence: that it was read otherwise contradicts nothing.

    "said that it had shelled" and "denied shelling" are two, however few their other words.
    """
    one_denies = a.denied != b.denied and denies(a.words) != denies(b.words)
    return a.document.id != b.document.id and not one_denies and reprinted(a.words, b.words)


def _keys(seen: Sequence[View], voices: Voices) -> tuple[str, ...]:
    return independent([v.claim.id for v in seen], voices)


def _origin(v: View, voices: Voices) -> str | None:
    """Return the origin behind a claim alone, None where it adds none."""
    voice = voices.get(v.claim.id)
    return alone(voice) if voice and voice.key else None


def _said_later(yes: Sequence[View], no: Sequence[View]) -> bool:
    """Say whether one voice says on a later day, on another page, the opposite of what it said.

    A page that only cites an outlet's report says nothing later than that.
    """
    days, others = ({v.said for v in side if not _cites_outlet(v)} for side in (yes, no))
    if not days or not others or None in days | others:
        return False
    return max(days) != max(others)  # type: ignore[type-var]


def _cites_outlet(v: View) -> bool:
    return any(source.kind == "media" for source in v.claim.attribution[1:])
