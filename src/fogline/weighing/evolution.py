"""How a conflict went on: what each origin said in turn, and whether it took anything back."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fogline.model import ClaimOrigin, Range, Turn
from fogline.weighing.contests import fought, partial
from fogline.weighing.days import appeared, iso
from fogline.weighing.views import View
from fogline.weighing.wording import tokens

STATES = ("withdrawn", "corrected")


@dataclass(frozen=True, slots=True)
class Evolution:
    """The last word of each origin, whether any is not its first, and what to call the change."""

    last: tuple[View, ...]
    changed: bool
    state: str
    reason: str
    history: tuple[Turn, ...]


def evolution(held: Sequence[View], voices: Mapping[str, ClaimOrigin], kind: str) -> Evolution:
    """Return how the claims of a conflict of one type followed one another, origin by origin."""
    ordered = sorted(held, key=_when)
    of: defaultdict[str, list[View]] = defaultdict(list)
    for v in ordered:
        of[_whose(v, voices)].append(v)
    last = tuple(v for said in of.values() for v in _last(said))
    dropped = [v for v in ordered if v not in last]
    state, how = _state(last, dropped, kind)
    turns = tuple(Turn(iso(appeared(v.document).end), v.claim.id, _says(v, kind)) for v in ordered)
    return Evolution(last, bool(dropped), state, how, turns)


def _whose(v: View, voices: Mapping[str, ClaimOrigin]) -> str:
    """Return whose word a claim is; an outlet's own reports are one voice, as they count once."""
    voice = voices.get(v.claim.id)
    if voice is None or voice.key is None:
        return v.document.id
    return voice.outlet or voice.home if voice.own else voice.key


def _when(v: View) -> tuple[bool, int, bool, tuple[str, int, str]]:
    day = appeared(v.document).end
    return day is None, day or 0, _cue(v) is not None, v.order


def _last(said: Sequence[View]) -> list[View]:
    """Return what an origin said on its last day, or set right on it; pages without a day stand."""
    dated = [v for v in said if appeared(v.document).end is not None]
    if not dated:
        return list(said)
    day = max(appeared(v.document).end or 0 for v in dated)
    latest = [v for v in dated if appeared(v.document).end == day]
    return [v for v in latest if _cue(v)] or latest


def _state(last: Sequence[View], dropped: Sequence[View], kind: str) -> tuple[str, str]:
    cues = {cue for v in last if (cue := _cue(v))}
    named = next((state for state in STATES if state in cues), None)
    if named is None and kind == "polarity" and any(not v.denied for v in dropped):
        named = "withdrawn" if all(v.denied for v in last) else None
    day = iso(max((appeared(v.document).end or 0 for v in last), default=0) or None)
    return named or "superseded", f"{named or 'superseded'} by its own source on {day}"


def _cue(v: View) -> str | None:
    """Return whether a claim's sentence, or its page's title, sets right or takes back."""
    words = (*tokens(v.document.title or ""), *tokens(v.claim.sentence.text))
    said = f" {' '.join(words)} "
    return next((s for s in STATES if any(f" {p} " in said for p in _phrases()[s])), None)


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(files(__package__).joinpath("evolution.toml").read_text("utf-8"))
    return {state: tuple(table[state]["phrases"]) for state in STATES}


def _says(v: View, kind: str) -> str:
    said = _SAYS[kind](v) if kind in _SAYS else ""
    return said or ("denies it" if v.denied or v.claim.event == "REJECT" else "asserts it")


def _counted(v: View) -> str:
    found = (
        (name, getattr(v.toll, name)) for name in ("killed", "injured", "missing", "displaced")
    )
    return ", ".join(f"{_range(count)} {name}" for name, count in found if count)


def _range(count: Range) -> str:
    if count.min == count.max:
        return str(count.min)
    if count.max is None:
        return f"at least {count.min}"
    return f"up to {count.max}" if count.min is None else f"{count.min} to {count.max}"


def _stretch(v: View) -> str:
    return " to ".join(dict.fromkeys(day for d in (v.days.start, v.days.end) if (day := iso(d))))


def _holder(v: View) -> str:
    if fought(v):
        return "tells of fighting for it"
    names = ", ".join(party.name for party in v.actors)
    return f"{names} in part only" if names and partial(v) else names


_SAYS: Mapping[str, Callable[[View], str]] = {
    "toll": _counted,
    "place": lambda v: ", ".join(spot.name for spot in v.spots),
    "time": _stretch,
    "blame": lambda v: ", ".join(party.name for party in v.actors),
    "control": _holder,
}
