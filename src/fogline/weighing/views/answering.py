"""Denials that name nothing of their own: "There had been no shooting whatsoever", behind a charge.

Who denies at once all that is of the kind that another has just told denies that very deed, with
its day. Whom or where he would mean else he does not say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fogline.model.quick import altered
from fogline.weighing.measures.kinship import kinship

if TYPE_CHECKING:
    from fogline.weighing.views.views import View

FIGHTING = "ASSAULT"
NEXT = 3  # signs between two sentences of which one is the next
KIN = 0.4  # kinship from which two kinds of violence may be one deed


def answered(told: Sequence[View]) -> list[View]:
    """Return a document's views, denials that name nothing with the deed told just before."""
    return list(_with_deeds(told))


def _with_deeds(told: Sequence[View]) -> Iterator[View]:
    for n, v in enumerate(told):
        before = told[:n] if _names_nothing(v) else ()
        deeds = [d for d in before if _may_be_of(v, d)]
        if not deeds:
            yield v
            continue
        days = v.days if v.named_day else deeds[-1].days
        yield altered(v, days=days, of=deeds[-1].claim.id)


def _names_nothing(v: View) -> bool:
    fighting = v.claim.event == FIGHTING and v.standing == "happened" and v.denied
    bare = not (v.actors or v.recipients or v.located)
    return fighting and bare and not (v.comment or v.heads)


def _may_be_of(denial: View, told: View) -> bool:
    """Say whether a claim of the sentence before tells such a deed on another's word."""
    gap = denial.claim.sentence.start - told.claim.sentence.end
    if not 0 <= gap <= NEXT or told.denied or told.comment or told.heads:
        return False
    kinds = [(v.claim.event, v.claim.mode) for v in (denial, told)]
    speakers = {v.claim.attribution[-1].text for v in (denial, told) if v.claim.attribution}
    fought = told.claim.event == FIGHTING and told.standing == denial.standing
    return fought and len(speakers) > 1 and kinship().between(*kinds) >= KIN
