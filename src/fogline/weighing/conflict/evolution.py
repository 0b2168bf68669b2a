"""How a conflict went on: what each origin said in turn, and whether it took anything back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from fogline.model import ClaimOrigin, Turn
from fogline.weighing.conflict.contests import fought, partial
from fogline.weighing.conflict.misreports import counted, removals
from fogline.weighing.measures.days import iso
from fogline.weighing.origin.independence import SOURCE
from fogline.weighing.views.versions import TAKEN_BACK, cue
from fogline.weighing.views.views import View

FOUGHT_FOR, IN_PART = "tells of fighting for it", " in part only"


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
    words = _by_word(ordered, voices)
    last = tuple(v for word in words for v in word.last)
    changed = [word for word in words if word.dropped]
    state, how = _state(changed, last, kind)
    turns = [Turn(iso(v.said), v.claim.id, _says(v, kind)) for v in ordered]
    return Evolution(last, bool(changed), state, how, (*turns, *removals(ordered)))


@dataclass(frozen=True, slots=True)
class _Word:
    """What one origin said last of a thing, what it had said before, and how it took that back."""

    last: tuple[View, ...]
    dropped: tuple[View, ...]
    cues: frozenset[str]


def taken_back(held: Sequence[View], voices: Mapping[str, ClaimOrigin]) -> frozenset[str]:
    """Return the claims of a conflict that whose word they are has corrected or withdrawn, by id.

    Whose last word is a denial has withdrawn what it asserted.
    """
    found = set()
    for word in _by_word(sorted(held, key=_when), voices):
        denied = bool(word.last) and all(v.denied for v in word.last)
        found |= {v.claim.id for v in word.dropped if word.cues or (denied and not v.denied)}
    return frozenset(found)


def _by_word(ordered: Sequence[View], voices: Mapping[str, ClaimOrigin]) -> list[_Word]:
    """Return claims by whose word they are."""
    of: defaultdict[str, list[View]] = defaultdict(list)
    for v in ordered:
        of[_whose(v, voices)].append(v)
    return [_word(said, voices) for said in of.values()]


def _word(said: Sequence[View], voices: Mapping[str, ClaimOrigin]) -> _Word:
    last = _last(said)
    dropped = tuple(v for v in said if v not in last)
    cues = {found for v in last if (found := _cue(v, voices))}
    return _Word(tuple(last), dropped, frozenset(cues))


def _whose(v: View, voices: Mapping[str, ClaimOrigin]) -> str:
    """Return whose word a claim is; an outlet's own reports are one voice, as they count once.

    A denial is the word of who denies, whoever tells of it, and a headline that of whom its text
    cites for what it tells in short.
    """
    if v.claim.event == "REJECT" and v.actors:
        return f"{SOURCE}{v.actors[0].key}"
    voice = voices.get(v.of if v.heads and v.of else v.claim.id)
    if voice is None or voice.key is None:
        return v.page
    return voice.outlet or voice.home if voice.own else voice.key


def _when(v: View) -> tuple[bool, int, bool, tuple[str, int, str]]:
    return v.said is None, v.said or 0, _sets_right(v) is not None, v.order


def _last(said: Sequence[View]) -> list[View]:
    """Return what an origin said on its last day, or set right on it; pages without a day stand.

    What its page says no more it does not say, whatever the day.
    """
    standing = [v for v in said if not v.gone]
    dated = [v for v in standing if v.said is not None]
    if not dated:
        return standing
    day = max(v.said or 0 for v in dated)
    latest = [v for v in dated if v.said == day]
    return [v for v in latest if _sets_right(v)] or latest


def _state(changed: Sequence[_Word], last: Sequence[View], kind: str) -> tuple[str, str]:
    """Return what to call the change of mind, and in words who changed it, and when."""
    dropped = [v for word in changed for v in word.dropped]
    cues = {cue for word in changed for cue in word.cues}
    cues |= {v.gone.state for v in dropped if v.gone and v.gone.state}
    named = next((state for state in TAKEN_BACK if state in cues), None)
    if named is None and kind == "polarity" and any(not v.denied for v in dropped):
        named = "withdrawn" if last and all(v.denied for v in last) else None
    edits = [v.gone.day or 0 for v in dropped if v.gone]
    day = iso(max([*edits, *(v.said or 0 for v in last)], default=0) or None)
    who = "publisher" if edits else "own source"
    how = " in a later version of its page" if edits else ""
    silent = ", which does not say so" if edits and named is None else ""
    return named or "superseded", f"{named or 'superseded'} by its {who} on {day}{how}{silent}"


def _cue(v: View, voices: Mapping[str, ClaimOrigin]) -> str | None:
    """Return whether a claim sets right or takes back what whose word it is had said.

    What a page sets right of itself is no word of whom it cites.
    """
    voice = voices.get(v.claim.id)
    cites = voice is not None and not voice.own
    return None if cites and v.note else _sets_right(v)


def _sets_right(v: View) -> str | None:
    """Return whether a claim's sentence, or its page's title, sets right or takes back."""
    return cue(f"{v.document.title or ''} . {v.claim.sentence.text}")


def _says(v: View, kind: str) -> str:
    said = _SAYS[kind](v) if kind in _SAYS else ""
    return said or ("denies it" if v.denied or v.claim.event == "REJECT" else "asserts it")


def _stretch(v: View) -> str:
    return " to ".join(dict.fromkeys(day for d in (v.days.start, v.days.end) if (day := iso(d))))


def _holder(v: View) -> str:
    if fought(v):
        return FOUGHT_FOR
    names = ", ".join(party.called for party in v.actors)
    return f"{names}{IN_PART}" if names and partial(v) else names


def _doer(v: View) -> str:
    names = ", ".join(party.called for party in v.actors)
    return f"not {names}" if names and (v.denied or v.claim.event == "REJECT") else names


_SAYS: Mapping[str, Callable[[View], str]] = {
    "toll": counted,
    "place": lambda v: ", ".join(spot.name for spot in v.spots),
    "time": _stretch,
    "blame": _doer,
    "control": _holder,
}
