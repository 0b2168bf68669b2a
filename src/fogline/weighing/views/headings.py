"""What a headline or a caption leaves out its own text says: when it was, and where.

Each is taken for what it heads: the claim of its text that is likest to it, where they have
anything in common or it stands in the text's first sentence that tells of anything. A headline has
no day of its own but the page's ("Army takes Orlin", of what was on Sunday), and often no place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.model import HARMS
from fogline.weighing.measures.distance import Spot, kilometres
from fogline.weighing.measures.kinship import kinship

if TYPE_CHECKING:
    from fogline.weighing.views.party import Party
    from fogline.weighing.views.views import View

KIN = 0.6  # kinship from which a claim may be what is told in short
WORDS = 2  # words of two sentences by which one may be the other in short
FAR_KM = 15.0  # beyond both places' radii
TAKEN = frozenset({("CONTROL", "gain"), ("CONTROL", "lose")})


def headed(told: Sequence[View]) -> list[View]:
    """Return a document's views, those that tell in short with the days and places of what they
    head, where they have none of their own.
    """
    full = [v for v in told if not (v.heads or v.comment)]
    return [_as_headed(v, full) if v.heads and not v.comment else v for v in told]


def told_twice(later: View, earlier: View) -> bool:
    """Say whether one text tells that a place was taken without its day, and with it elsewhere.

    A place is taken once in a text where no other side takes it back.
    """
    both = (later, earlier)
    one_text = later.document.id == earlier.document.id and not any(v.comment for v in both)
    taken = all((v.claim.event, v.claim.mode) in TAKEN and not v.denied for v in both)
    days = earlier.named_day and not (later.named_day or later.spoken)
    here, there = (_keys(v.located or v.setting) for v in both)
    return one_text and taken and days and bool(here & there)


def _as_headed(v: View, full: Sequence[View]) -> View:
    leads = min((o.claim.sentence.start for o in full), default=0)
    able = (o for o in full if _may_head(v, o))
    able = (o for o in able if o.claim.sentence.start == leads or _in_common(v, o))
    found = max(able, key=lambda o: (_in_common(v, o) + _kin(v, o), -o.order[1]), default=None)
    if found is None:
        return v
    days = v.days if v.named_day or v.spoken or _unknown(found) else found.days
    there = tuple(spot for spot in found.located if not spot.wide) or found.setting
    setting = v.setting if v.located else there or v.setting
    return replace(v, days=days, setting=setting, of=found.claim.id)


def _unknown(v: View) -> bool:
    return v.days.start is None and v.days.end is None


def _may_head(v: View, o: View) -> bool:
    """Say whether nothing rules out that a claim is what another tells in short."""
    if v.standing != o.standing or v.denied != o.denied:
        return False
    return _kin(v, o) >= KIN and not (_far(v, o) or _others(v.actors, o.actors) or _counted(v, o))


def _in_common(v: View, o: View) -> int:
    """Return how much two claims have in common: the deed's word, a place, parties, words."""
    same = bool(v.trigger & o.trigger) + bool(_keys(v.located) & _keys(o.located))
    parties = _shared(v.actors, o.actors) + _shared(v.recipients, o.recipients)
    return same + parties + (len(v.words & o.words) >= WORDS)


def _kin(v: View, o: View) -> float:
    return kinship().between((v.claim.event, v.claim.mode), (o.claim.event, o.claim.mode))


def _keys(spots: Sequence[Spot]) -> set[str]:
    return {s.key for s in spots}


def _far(v: View, o: View) -> bool:
    """Say whether two name places of which none may be the other's."""
    pairs = [(a, b) for a in v.located for b in o.located]
    return bool(pairs) and all(_apart(a, b) for a, b in pairs)


def _apart(a: Spot, b: Spot) -> bool:
    gap = kilometres(a, b)
    return a.key != b.key and gap is not None and gap > a.radius + b.radius + FAR_KM


def _others(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Say whether two lay a deed to parties that share no name: "rebels" may be a group."""
    named = [(a, b) for a in ones for b in others if not (a.anybody or b.anybody)]
    told = bool(named) and len(named) == len(ones) * len(others)
    loose = any((a.loose or b.loose) and not (a.state or b.state) for a, b in named)
    return told and not loose and not _shared(ones, others)


def _shared(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    pairs = [(a, b) for a in ones for b in others]
    return any(a.stems & b.stems or (a.state and a.state == b.state) for a, b in pairs)


def _counted(v: View, o: View) -> bool:
    """Say whether they count other numbers of people."""
    counts = ((getattr(v.toll, name), getattr(o.toll, name)) for name in HARMS)
    return any(a and b and (a.below(b) or b.below(a)) for a, b in counts)
