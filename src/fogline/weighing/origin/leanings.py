"""How the origins behind an event stand to its sides: whether opposite ones agree, and who tells of
a loss of its own.

No table says who leans where. A source is of a side because it is that side (an army, its state's
media, an armed group), or because some text says so of it ("the monitor, which is close to the
opposition"), and then the reason says whose text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fogline.model import ClaimOrigin, Leaning, Mention, Reading
from fogline.weighing.measures.tables import finds
from fogline.weighing.origin.independence import SOURCE, independent
from fogline.weighing.parties.sides import is_armed, relation, scene
from fogline.weighing.sources.authorities import Authority, chain
from fogline.weighing.sources.registers import Register, register
from fogline.weighing.views.party import Party, bears_arms, is_civil, party
from fogline.weighing.views.unlike import VIOLENT
from fogline.weighing.views.views import View

NEAR = 60  # characters between a source's name and what is said of it
LOSING = frozenset({("CONTROL", "lose"), ("RETREAT", "withdraw"), ("RETREAT", "disarm")})
HOLDING = frozenset({("CONTROL", "gain"), ("CONTROL", "hold")})
_BEHIND = (
    r"(?-i:^[^.;!?]{0,60}?\b(?:is|are|considered|seen as)?\s*{close}\s+(?:to|with)\s+"
    r"(?:the\s+)?(?P<side>[A-Za-z]+(?:\s{whose})?))"
)
_BEFORE = r"(?-i:(?:\bpro-(?P<pro>[A-Za-z]+)|\b(?P<side>[A-Za-z]+)-{joined})\s+(?:[a-z]+\s+){0,3}$)"
_finds = partial(finds, __package__, "leanings.toml")


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says of a source: to which side it leans, and the publisher that says so."""

    side: Party
    by: str


def said(readings: Iterable[Reading], known: Register | None = None) -> Mapping[Authority, Said]:
    """Return the leanings that texts state of the sources that they cite, the first by document.

    `known` is who is who in the whole ledger where the readings are not all of it.
    """
    held = sorted(readings, key=lambda r: r.document.id)
    who = known or register(claim for reading in held for claim in reading.claims)
    found: dict[Authority, Said] = {}
    for reading in held:
        for named, side in _stated(reading, who):
            by = reading.document.publisher or reading.document.id
            found.setdefault(named, Said(side, by))
    return found


def leanings(
    seen: Sequence[View], voices: Mapping[str, ClaimOrigin], known: Mapping[Authority, Said]
) -> tuple[Leaning, ...]:
    """Return how each independent origin of an event stands to its sides, sorted by origin."""
    told = _in_text([v for v in seen if not v.comment and v.claim.id in voices])
    keys = independent([v.claim.id for v in told], voices)
    return tuple(
        _leaning(key, [v for v in told if voices[v.claim.id].key == key], told, known)
        for key in keys
        if key.startswith(SOURCE)
    )


def _in_text(told: Sequence[View]) -> list[View]:
    """Leave out the headlines of documents that tell the event in their text as well."""
    texts = {v.document.id for v in told if not v.heading}
    return [v for v in told if not v.heading or v.document.id not in texts]


def agreement(found: Sequence[Leaning]) -> str | None:
    """Return in words that origins of opposite leaning agree, None where none do."""
    gaining = [one for one in found if one.to == "gaining"]
    against = [one for one in found if one.to == "losing" and one.interest != "own"]
    if not gaining or not against:
        return None
    return f"{_name(gaining[0])} and {_name(against[0])}, of opposite leaning, tell the same"


def _name(one: Leaning) -> str:
    return one.origin.removeprefix(SOURCE)


def _leaning(
    key: str, own: Sequence[View], told: Sequence[View], known: Mapping[Authority, Said]
) -> Leaning:
    name = key.removeprefix(SOURCE)
    side, reason = _side(name, known)
    if side is None:
        return Leaning(key, None, None, None, "nothing says to which side it leans")
    to = _stands(side, own, told)
    interest = _interest(to, own) if to else None
    return Leaning(key, side.name, to, interest, "; ".join(filter(None, (reason, _WHY[interest]))))


_WHY = {
    None: "",
    "own": "tells what serves its side",
    "against": "tells against its side's interest",
}


def _side(name: str, known: Mapping[Authority, Said]) -> tuple[Party | None, str]:
    stated = next((s for named, s in known.items() if named.name == name), None)
    if stated:
        return stated.side, f"{stated.by} says that it is close to {stated.side.name}"
    armed = is_armed(name)
    itself = party(Mention(name, name=name, id=name if "-" in name or armed else None))
    if itself.state or itself.loose or armed:
        return itself, "it is a side itself"
    return None, ""


def _stands(side: Party, own: Sequence[View], told: Sequence[View]) -> str | None:
    """Say whether a side gains or loses by what is told, None where it does neither.

    What a source tells itself comes first; of violence it answers for no other words than its own.
    """
    heard = own if own[0].claim.event in VIOLENT else (*own, *told)
    direct = (_by_violence if v.claim.event in VIOLENT else _by_holding for v in heard)
    found = [to for how, v in zip(direct, heard, strict=True) if (to := how(side, v))]
    found += [_by_foe(v) for v in heard if any(_opposed(side, p, v) for p in _foes(v))]
    return next(iter(found), None)


def _by_holding(side: Party, v: View) -> str | None:
    gaining, losing = _sides(v)
    if _among(side, gaining):
        return "gaining"
    return "losing" if _among(side, losing) else None


def _by_violence(side: Party, v: View) -> str | None:
    """Say how a side stands to a deed of its own, or that befell it.

    It loses by what it suffers, and by a deed of its own that befell people who do not fight, or
    that it denies; it gains by a blow against those who do.
    """
    if _among(side, v.recipients):
        return "losing"
    if not _among(side, v.actors):
        return None
    fought = any(bears_arms(p) or is_armed(p.key) for p in v.recipients)
    if v.denied or (v.claim.event == "ASSAULT" and not fought and any(map(is_civil, v.recipients))):
        return "losing"
    return "gaining" if fought else None


def _by_foe(v: View) -> str:
    """Say how a side stands to a deed of the other's: what befell no soldiers accuses him."""
    hit = any(p.anybody and bears_arms(p) for p in v.recipients)
    return "gaining" if v.claim.event in VIOLENT and not hit else "losing"


def _foes(v: View) -> tuple[Party, ...]:
    return v.actors if v.claim.event in VIOLENT else _sides(v)[0]


def _sides(v: View) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    kind = (v.claim.event, v.claim.mode)
    if kind in HOLDING or kind == ("CONTROL", "lose"):
        return v.actors, v.recipients  # a loss is seen as the other side's gain already
    if kind in LOSING:
        return v.recipients, v.actors
    return (), ()


def _among(side: Party, others: Iterable[Party]) -> bool:
    return any(_same(side, other) for other in others)


def _same(one: Party, other: Party) -> bool:
    if one.state or other.state:
        return one.state == other.state
    return one.key == other.key or (one.loose and other.loose)


def _opposed(one: Party, other: Party, v: View) -> bool:
    """Say whether two face each other: a state and rebels, or two sides of a war."""
    if (one.loose and other.state) or (one.state and other.loose):
        return True
    land = next((place.country for place in v.places if place.country), None)
    return relation(one, other, scene(v.days.start, land)) == "apart"


def _interest(to: str, own: Sequence[View]) -> str:
    """Say whether what an origin tells serves its side: its gain, or a loss or deed denied."""
    denied = all(v.denied for v in own)
    return "own" if (to == "gaining") != denied else "against"


def _stated(reading: Reading, who: Register) -> Iterator[tuple[Authority, Party]]:
    """Yield the sides that a text says its sources lean to, beside their mentions."""
    text = reading.document.text
    for claim in reading.claims:
        for source, named in chain(claim):
            if source.start is None or source.end is None:
                continue
            before, behind = text[max(0, source.start - NEAR) : source.start], text[source.end :]
            found = _finds(_BEHIND).match(behind[: 2 * NEAR]) or _finds(_BEFORE).search(before)
            if found:
                words = found.groupdict()
                side = party(Mention(words.get("pro") or words["side"]))
                if side.state or side.loose:
                    yield who.who(named), side
