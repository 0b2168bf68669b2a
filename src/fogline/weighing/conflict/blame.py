"""Who did it, apart from whether it was done: a deed that is laid to somebody who denies it.

Who says of somebody that he did not do it leaves the deed as it is told, as long as anybody tells
it without laying it to him. Where all who tell it do, his denial is of all that is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from fogline.model import Mention
from fogline.weighing.conflict.naming import Voices, denier_name, who
from fogline.weighing.parties.crossing import MUTUAL
from fogline.weighing.parties.holders import apart, doers, names, other_doers, spares
from fogline.weighing.views.party import party
from fogline.weighing.views.truces import is_breach
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import View

HAPPENED = "happened"


def is_blamable(v: View) -> bool:
    """Say whether a claim tells of a deed for which one side is to blame, or denies one."""
    violent = v.claim.event in VIOLENT and v.claim.mode not in MUTUAL
    return violent and v.standing == HAPPENED


def lays_blame(v: View) -> bool:
    """Say whether a claim tells that a deed was done for which one side is to blame."""
    if is_breach(v.claim):
        return v.standing == HAPPENED
    return is_blamable(v) and not v.denied


def laid_to(told: View, denial: View) -> bool:
    """Say whether a claim lays a deed to whom a denial may speak of; "jets" are nobody's."""
    named = any(not p.anybody for p in doers(told))
    return named and not spares(denial, told)


def of_who(denial: View, told: Collection[View]) -> bool:
    """Say whether a denial is only of who did it: others of its event tell the deed without him."""
    if denial.claim.polarity != "negative" or not is_blamable(denial):
        return False
    return any(not p.anybody for p in denial.actors) and tells_besides(denial, told)


def tells_besides(denial: View, told: Collection[View]) -> bool:
    """Say whether any claim firmly tells a deed without laying it to whom a denial speaks of."""
    return any(_tells(v) and not _names_him(v, denial) for v in told)


def _names_him(told: View, denial: View) -> bool:
    """Say whether a deed is laid to whom a denial speaks of, and not to "gunmen" who may be he."""
    meant = {p.key for p in denial.actors}
    return laid_to(told, denial) and any(not p.loose or p.key in meant for p in doers(told))


def sides(laid: Sequence[View], denials: Sequence[View], voices: Voices) -> str:
    """Return in words to whom a deed is laid and by whom, and who denies it of whom."""
    ways = [f"to {names(group[0])} by {who(group, voices)}" for group in by_doer(laid)]
    denied = dict.fromkeys(_denied(v, voices) for v in denials)
    return "; ".join([f"laid {' and '.join(ways)}", *denied])


def _denied(denial: View, voices: Voices) -> str:
    if denial.claim.event == "REJECT":
        return f"denied by {denier_name(denial)}"
    if _of_himself(denial):
        return f"denied by {who([denial], voices)}"
    return f"said not to be {names(denial)} by {who([denial], voices)}"


def _of_himself(denial: View) -> bool:
    """Say whether who speaks may be whom he says it was not."""
    if not denial.claim.attribution[1:]:
        return False
    last = denial.claim.attribution[-1]
    speaker = party(Mention(last.text, name=last.name, id=last.id))
    return any(not apart(p, speaker) for p in denial.actors)


def by_doer(laid: Sequence[View]) -> list[list[View]]:
    """Return claims in groups, of which each names one doer."""
    groups: list[list[View]] = []
    for v in laid:
        home = next((g for g in groups if not any(other_doers(v, o) for o in g)), None)
        if home is None:
            groups.append([v])
        else:
            home.append(v)
    return groups


def _tells(v: View) -> bool:
    told = is_blamable(v) and v.firm and not v.denied
    return told and not (v.comment or v.heading or v.retold or v.gone)
