"""Admiralty credibility of an event: how well independent origins bear it out, 1 to 6.

6 says that it cannot be judged and is no worse than 5. The scale is that of NATO's AJP-2.1; what
each step needs is stated in `docs/weighing.md`.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from fogline.model import Contradiction, Credibility
from fogline.weighing.conflict.blame import by_doer
from fogline.weighing.conflict.contests import BLAME
from fogline.weighing.conflict.contradictions import Voices
from fogline.weighing.conflict.misreports import standing
from fogline.weighing.conflict.naming import is_own_word
from fogline.weighing.origin.corroborating import is_vague
from fogline.weighing.origin.independence import independent
from fogline.weighing.parties.holders import answers, by_holder, holds, names
from fogline.weighing.parties.publishing import AUTHOR
from fogline.weighing.views.versions import TAKEN_BACK
from fogline.weighing.views.views import View

CONFIRMED = 3  # independent origins
OVER = "superseded"  # who had denied it tells it since


def credibility(
    seen: Sequence[View], found: Sequence[Contradiction], voices: Voices
) -> Credibility:
    """Return the grade of the proposition that most origins assert, with its reason."""
    told = [v for v in seen if not v.comment]
    if not told:
        return Credibility(6, "told in readers' comments alone")
    if told[0].standing != "happened":
        return Credibility(6, "not judged: it is told as to come or only supposed")
    kept = standing(told)
    if not kept:
        return Credibility(5, "improbable: who told it takes it back")
    found = [c for c in found if {*c.claims} & {v.claim.id for v in kept}]
    told = [v for v in kept if not v.gone]
    if back := [c for c in found if _taken_back(c, kept)]:
        return Credibility(5, f"improbable: {back[0].reason}")
    if not told:
        return Credibility(6, "whoever told it has taken it off the page since")
    ended = {claim for c in found if c.type == "polarity" and c.state == OVER for claim in c.claims}
    told = [v for v in told if not (v.denied and v.claim.id in ended)] or told
    # Beside who is sure, who only holds it possible or leaves it open agrees with nobody.
    told = [v for v in told if v.firm] or told
    found = [c for c in found if c.state == "open"]
    if any(c.type == "control" for c in found) and (rivals := _of_holders(told, voices)):
        return rivals
    return _borne_out(told, found, voices, {v.claim.id for v in seen})


def _borne_out(
    told: Sequence[View], found: Sequence[Contradiction], voices: Voices, inside: Set[str]
) -> Credibility:
    """Return the grade of what is told, by who asserts and who denies it; `found` are open, and
    `inside` all claims of the event.
    """
    yes = [v for v in told if not v.denied]
    no = _against(told, found, voices, inside) if yes else [v.claim.id for v in told]
    more, fewer = sorted((_keys(yes, voices), independent(no, voices)), key=len, reverse=True)
    if len(more) > 1 and not (fewer or found) and is_vague(told):
        return Credibility(6, "several tell of it, and none says where or on which day")
    firm = any(v.firm for v in told)
    grade = _by_one_publisher(_grade(len(more), len(fewer), found, firm=firm), told)
    if over_who := next((c for c in found if c.type == BLAME), None):
        return _and_who(grade, over_who, yes or told, voices)
    if (named := _of_one_holder(yes, voices)) is not None and named < len(more) > 1:
        said = f"{grade.reason}, {named} of them on who holds it"
        return Credibility(max(grade.grade, 2 if named else 3), said)
    if grade.grade != 1:
        return grade
    if (best := _of_one_place(yes or told, voices)) < CONFIRMED:
        return Credibility(2, f"{_origins(len(more))} agree, {best} of them on one place")
    if (known := len(_of_known_standing(yes or told, voices))) < CONFIRMED:
        return Credibility(2, f"{_origins(len(more))} agree, {known} of them on a source's word")
    return grade


def _against(
    told: Sequence[View], found: Sequence[Contradiction], voices: Voices, inside: Set[str]
) -> list[str]:
    """Return the claims that deny it in an open conflict, of the event or beside it: what no
    conflict shows speaks against nobody.

    Who denies it beside the event without a name ("the rebels denied it") may be one on all pages.
    """
    denied = {v.claim.id for v in told if v.denied}
    shown = dict.fromkeys(claim for c in found if c.type == "polarity" for claim in c.claims)
    beside = [claim for claim in shown if claim not in inside]
    nobody = [claim for claim in beside if claim in voices and voices[claim].own]
    return [c for c in shown if c in denied or (c in beside and c not in nobody[1:])]


def _by_one_publisher(grade: Credibility, told: Sequence[View]) -> Credibility:
    """Return a grade that says where all origins are known through one publisher alone.

    He may have chosen whom he cites, and no other has looked: that is not confirmed.
    """
    publishers = {v.document.publisher or v.document.id for v in told}
    if len(publishers) > 1 or grade.grade not in (1, 2):
        return grade
    return Credibility(2, f"{grade.reason}, all known through one publisher")


def _of_holders(told: Sequence[View], voices: Voices) -> Credibility | None:
    """Return the grade of an event of which several holders are told, by how many each; else None.

    Whoever names another holder than most do, or denies that one, speaks against them.
    """
    groups = by_holder(told)
    if len(groups) < 2:
        return None
    groups.sort(key=lambda group: -len(_keys(group, voices)))
    most, *others = groups
    denials = [v for v in told if v.denied and any(answers(v, held) for held in most)]
    against = _keys([*(v for group in others for v in group), *denials], voices)
    counted = [f"{_origins(len(_keys(most, voices)))} for {names(most[0])}"]
    counted += [f"{len(_keys(group, voices))} for {names(group[0])}" for group in others]
    counted += [f"{len(_keys(denials, voices))} denying it"] if denials else []
    grade = 3 if len(_keys(most, voices)) > len(against) + 1 else 4
    return Credibility(grade, f"contested: {', '.join(counted)}")


def _and_who(
    grade: Credibility, over_who: Contradiction, told: Sequence[View], voices: Voices
) -> Credibility:
    """Return the grade of a deed with that of who did it in its reason.

    Who lays it to another bears out that it was done, and speaks against those who name the first.
    """
    laid = [v for v in told if v.claim.id in over_who.claims]
    denials = [c for c in over_who.claims if c not in {v.claim.id for v in laid}]
    most, *others = sorted(by_doer(laid), key=lambda group: -len(_keys(group, voices)))
    against = independent([*(v.claim.id for g in others for v in g), *denials], voices)
    counted = [f"{_origins(len(_keys(most, voices)))} for {names(most[0])}"]
    counted += [f"{len(_keys(group, voices))} for {names(group[0])}" for group in others]
    counted += [f"{len(independent(denials, voices))} denying it"] if denials else []
    of_who = 3 if len(_keys(most, voices)) > len(against) + 1 else 4
    told_of_who = f"who did it is contested ({of_who}): {', '.join(counted)}"
    return Credibility(grade.grade, f"{grade.reason}; {told_of_who}")


def _keys(told: Sequence[View], voices: Voices) -> tuple[str, ...]:
    return independent([v.claim.id for v in told], voices)


def _taken_back(found: Contradiction, told: Sequence[View]) -> bool:
    """Say whether a conflict ended in a denial, or in nobody's asserting it any more."""
    if found.type != "polarity" or found.state not in TAKEN_BACK:
        return False
    removed = all(v.gone for v in told if v.claim.id in found.claims)
    return not removed or all(v.gone or v.denied for v in told)


def _of_known_standing(told: Sequence[View], voices: Voices) -> tuple[str, ...]:
    """Return the independent origins that say whence they have it.

    A page that names no source and copies no one may be a witness or hearsay: it agrees with
    others, but confirms nothing.
    """
    sourced = [v for v in told if not v.denied and _names_a_source(v, voices)]
    return independent([v.claim.id for v in sourced], voices)


def _names_a_source(v: View, voices: Voices) -> bool:
    voice = voices.get(v.claim.id)
    cited = any(source.kind not in AUTHOR for source in v.claim.attribution)
    return cited or is_own_word(v.claim) or (voice is not None and not voice.own)


def _of_one_place(told: Sequence[View], voices: Voices) -> int:
    """Return how many independent origins name one and the same place in their text, or none."""
    places = {spot.key for v in told for spot in v.spots} or {""}
    body = [v for v in told if not v.heading]
    groups = [[v for v in body if key in {s.key for s in v.spots} or not key] for key in places]
    return max(len(independent([v.claim.id for v in group], voices)) for group in groups)


def _of_one_holder(told: Sequence[View], voices: Voices) -> int | None:
    """Return how many independent origins name the one holder that is named; None of other events.

    That a place fell, or that "troops" hold it, says nothing of whose it is.
    """
    if not any(map(holds, told)):
        return None
    return max((len(_keys(group, voices)) for group in by_holder(told)), default=0)


def _grade(more: int, fewer: int, found: Sequence[Contradiction], *, firm: bool) -> Credibility:
    if fewer:
        reason = f"{_origins(more)} against {_origins(fewer)}"
        return Credibility(3 if more > fewer + 1 else 4, f"contested: {reason}")
    if more <= 1:
        return Credibility(6, "one origin: nothing independent to hold it against")
    if not firm:
        return Credibility(3, f"{_origins(more)}, none of them sure")
    if found:
        types = ", ".join(c.type for c in found if c.type != BLAME)
        agree = f"{_origins(more)} agree that it happened"
        return Credibility(2, f"{agree}; open: {types}" if types else agree)
    if more >= CONFIRMED:
        return Credibility(1, f"{_origins(more)} agree")
    return Credibility(2, f"{_origins(more)} agree")


def _origins(n: int) -> str:
    return "1 independent origin" if n == 1 else f"{n} independent origins"
