"""Claims against gold claims, by the codebook's section 5.

A claim is matched with a gold claim where part and trigger agree and the category is one of the
gold's; matching is one to one. Slots are scored on matched claims. `hard` is the share of the gold
claims that are not plain in a slot which were found and have that slot right.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from fogline.model import Casualties, Claim, Mention, Place, Reading, Source, When

G = TypeVar("G")
P = TypeVar("P")
Stretch = tuple[int, int]
Spans = tuple[Stretch, ...]
Named = Mention | Place | Source

VALUES: Final = ("mode", "status", "polarity", "certainty")
MENTIONS: Final = ("actors", "recipients", "places")
SHARES: Final = (*VALUES, "when", "attribution", "casualties")
PLAIN: Final = {
    "certainty": {"certain"},
    "status": {"occurred", "ongoing"},
    "polarity": {"positive"},
}
HARD: Final = (*PLAIN, "attribution")
_HALF: Final = 0.5
_LEADING: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some"}
    | {"its", "their", "his", "her", "our"}
)
_TYPED: Final = str.maketrans("\u00a0\u202f’‘“”", "  ''\"\"")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A gold claim: where its trigger may stand, and what counts as right in each slot."""

    spans: Spans
    part: str | None
    events: tuple[str, ...]
    values: Mapping[str, tuple[str | None, ...]]
    mentions: Mapping[str, tuple[str, ...]]
    sources: tuple[str, ...]
    when: When | None
    harm: Mapping[str, Stretch]
    trigger: str
    quote: str

    @property
    def hard(self) -> frozenset[str]:
        """The slots in which this claim is not what a reader that understands nothing would say."""
        found = {slot for slot, plain in PLAIN.items() if self.values[slot][0] not in plain}
        return frozenset(found | {"attribution"} if self.sources else found)


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold document; `optional` are the triggers of claims that may or may not be read."""

    name: str
    text: str
    published: str | None
    claims: tuple[Wanted, ...]
    optional: Spans


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many mentions the gold has, how many the claim has, how many they share."""

    gold: int
    predicted: int
    hits: int

    @property
    def exact(self) -> bool:
        """Whether the two lists are the same."""
        return self.gold == self.predicted == self.hits


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a gold claim: the claim matched with it and which of the slots are right."""

    wanted: Wanted
    claim: Claim | None
    right: Mapping[str, bool]
    overlaps: Mapping[str, Overlap]

    @property
    def whole(self) -> bool:
        """Whether it was found and every slot is right."""
        return self.claim is not None and all(self.right.values())


@dataclass(frozen=True, slots=True)
class Marked:
    """A document's gold claims with their verdicts, and the claims that match none."""

    name: str
    verdicts: tuple[Verdict, ...]
    spurious: tuple[Claim, ...]


def load(folder: Path) -> tuple[Gold, ...]:
    """Return the gold documents of a folder of NAME.txt and NAME.gold.json, in name order.

    Raises ValueError where a quote or its trigger is not in its text.
    """
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise ValueError(f"{folder}: no *.gold.json in it (give a folder of gold documents)")
    return tuple(_gold(path) for path in paths)


def _gold(path: Path) -> Gold:
    name = path.name.removesuffix(".gold.json")
    text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
    return of_data(name, text, json.loads(path.read_text(encoding="utf-8")))


def of_data(name: str, text: str, data: dict[str, Any]) -> Gold:
    """Return a gold document from its file's content. Raises ValueError as `load` does."""
    claims = tuple(_wanted(text, claim, name) for claim in data["claims"])
    optional = tuple(s for claim in data.get("optional", []) for s in _stretches(text, claim))
    return Gold(name, text, data.get("published"), claims, optional)


def _wanted(text: str, claim: dict[str, Any], name: str) -> Wanted:
    spans = _stretches(text, claim)
    if not spans:
        raise ValueError(f"{name}: {claim['trigger']!r} in {claim['quote']!r} is not in the text")
    return Wanted(
        spans=spans,
        part=claim.get("part"),
        events=(claim["event"], *claim.get("alt_events", [])),
        values={"mode": (claim.get("mode"), *claim.get("alt_modes", []))}
        | {slot: (claim[slot], *claim.get(f"alt_{slot}", [])) for slot in PLAIN},
        mentions={slot: tuple(claim.get(slot, [])) for slot in MENTIONS},
        sources=tuple(claim.get("attribution", [])),
        when=_when(claim.get("when")),
        harm=_counts(claim.get("casualties") or {}),
        trigger=claim["trigger"],
        quote=claim["quote"],
    )


def _stretches(text: str, claim: dict[str, Any]) -> Spans:
    """Return where the trigger and then its alternatives stand in the quote; () without it."""
    text, quote = text.translate(_TYPED), claim["quote"].translate(_TYPED)
    start = text.find(quote)
    if start < 0:
        return ()
    triggers = (claim["trigger"], *claim.get("alt_triggers", []))
    found = [(text.find(t.translate(_TYPED), start, start + len(quote)), len(t)) for t in triggers]
    if found[0][0] < 0:
        return ()
    return tuple((at, at + length) for at, length in found if at >= 0)


def _when(data: dict[str, Any] | None) -> When | None:
    if not data:
        return None
    offset = data.get("offset_days")
    return When(None, data.get("start"), data.get("end"), tuple(offset) if offset else None)


def _counts(casualties: Mapping[str, Mapping[str, Any] | None]) -> dict[str, Any]:
    return {kind: (n.get("min"), n.get("max")) for kind, n in casualties.items() if n}


def mark(gold: Gold, reading: Reading | None) -> Marked:
    """Return how a reading of a gold document does; None where it could not be read.

    Raises ValueError where the reading is of another text, since offsets would not agree.
    """
    if reading is not None and reading.document.text != gold.text:
        raise ValueError(f"{gold.name}: the reader's text is not the gold's")
    claims = reading.claims if reading else ()
    roles = {part.id: part.role for part in reading.document.parts} if reading else {}
    pairs = matching(gold.claims, claims, lambda w, c: _same_claim(w, c, roles))
    verdicts = tuple(
        _verdict(wanted, claims[pairs[i]] if i in pairs else None)
        for i, wanted in enumerate(gold.claims)
    )
    rest = (claim for i, claim in enumerate(claims) if i not in pairs.values())
    return Marked(gold.name, verdicts, tuple(c for c in rest if not _meets(c, gold.optional)))


def matching(
    gold: Sequence[G], predicted: Sequence[P], same: Callable[[G, P], bool]
) -> dict[int, int]:
    """Return a largest one-to-one matching, gold index to predicted index (augmenting paths)."""
    owner: dict[int, int] = {}

    def settle(g: int, tried: set[int]) -> bool:
        for p, item in enumerate(predicted):
            if p in tried or not same(gold[g], item):
                continue
            tried.add(p)
            if p not in owner or settle(owner[p], tried):
                owner[p] = g
                return True
        return False

    for g in range(len(gold)):
        settle(g, set())
    return {g: p for p, g in owner.items()}


def _same_claim(wanted: Wanted, claim: Claim, roles: Mapping[str, str]) -> bool:
    if claim.event not in wanted.events or not _meets(claim, wanted.spans):
        return False
    role = roles.get(claim.part)
    return not (wanted.part and role) or role == wanted.part


def _meets(claim: Claim, spans: Spans) -> bool:
    return any(claim.trigger.start < end and start < claim.trigger.end for start, end in spans)


def _verdict(wanted: Wanted, claim: Claim | None) -> Verdict:
    if claim is None:
        return Verdict(wanted, None, {}, {})
    overlaps = {slot: _overlap(wanted.mentions[slot], getattr(claim, slot)) for slot in MENTIONS}
    right = {slot: getattr(claim, slot) in wanted.values[slot] for slot in VALUES}
    right |= {slot: overlap.exact for slot, overlap in overlaps.items()}
    right["attribution"] = _same_chain(wanted.sources, claim.attribution)
    if wanted.when is not None:
        right["when"] = same_time(wanted.when, claim.when)
    harm = _harm(claim.casualties)
    if wanted.harm or harm:
        right["casualties"] = wanted.harm == harm
    return Verdict(wanted, claim, right, overlaps)


def _overlap(gold: Sequence[str], predicted: Sequence[Named]) -> Overlap:
    return Overlap(len(gold), len(predicted), len(matching(gold, predicted, same_mention)))


def same_mention(gold: str, found: Named) -> bool:
    """Tell whether a mention, or the name it is linked to, has half its words of the gold's."""
    wanted = _words(gold)
    return any(_dice(wanted, _words(name)) >= _HALF for name in (found.text, found.name) if name)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _LEADING


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _same_chain(gold: Sequence[str], chain: Iterable[Source]) -> bool:
    cited = [source for source in chain if source.kind not in {"author", "self"}]
    return len(gold) == len(cited) and all(map(same_mention, gold, cited))


def _harm(casualties: Casualties) -> dict[str, Any]:
    fields = ((kind, getattr(casualties, kind)) for kind in Casualties.__dataclass_fields__)
    return {kind: (count.min, count.max) for kind, count in fields if count is not None}


def same_time(gold: When, found: When) -> bool:
    """Tell whether two times share half of the days that both cover, on one of the two clocks."""
    wanted, have = _intervals(gold), _intervals(found)
    if not wanted:
        return not have
    return any(_shared(wanted[c], have[c]) >= _HALF for c in wanted.keys() & have.keys())


def _intervals(when: When) -> dict[str, tuple[float, float]]:
    """Return the half-open intervals in days: on the calendar, and from publication."""
    found: dict[str, tuple[float, float]] = {}
    if when.start and when.end:
        days = [date.fromisoformat(day[:10]).toordinal() for day in (when.start, when.end)]
        found["calendar"] = (min(days), max(days) + 1)
    if when.offset_days:
        found["publication"] = (min(when.offset_days), max(when.offset_days) + 1)
    return found


def _shared(one: tuple[float, float], other: tuple[float, float]) -> float:
    covered = max(one[1], other[1]) - min(one[0], other[0])
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0])) / covered


def report(marked: Sequence[Marked]) -> dict[str, Any]:
    """Return the figures over documents: detection, each slot, all slots, hard shares."""
    verdicts = [verdict for document in marked for verdict in document.verdicts]
    found = [verdict for verdict in verdicts if verdict.claim is not None]
    spurious = sum(len(document.spurious) for document in marked)
    return {
        "detection": _detection(Overlap(len(verdicts), len(found) + spurious, len(found))),
        "all_slots_right": _share(v.whole for v in verdicts) or 0.0,
        **{slot: _share(v.right[slot] for v in found if slot in v.right) for slot in SHARES},
        **{slot: _f1(_sum(v.overlaps[slot] for v in found)) for slot in MENTIONS},
        "hard": {slot: _share(_hard(verdicts, slot)) for slot in HARD},
        "hard_gold": {slot: len(list(_hard(verdicts, slot))) for slot in HARD},
        "recall_by_event": dict(_recall(verdicts)),
        "documents": len(marked),
    }


def _detection(overlap: Overlap) -> dict[str, float]:
    return {
        "precision": overlap.hits / overlap.predicted if overlap.predicted else 0.0,
        "recall": overlap.hits / overlap.gold if overlap.gold else 0.0,
        "f1": _f1(overlap),
        "gold": overlap.gold,
        "predicted": overlap.predicted,
    }


def _f1(overlap: Overlap) -> float:
    return 2 * overlap.hits / (overlap.gold + overlap.predicted) if overlap.hits else 0.0


def _sum(overlaps: Iterable[Overlap]) -> Overlap:
    rows = [(o.gold, o.predicted, o.hits) for o in overlaps]
    return Overlap(*map(sum, zip(*rows, strict=True))) if rows else Overlap(0, 0, 0)


def _share(items: Iterable[bool]) -> float | None:
    flags = list(items)
    return sum(flags) / len(flags) if flags else None


def _hard(verdicts: Iterable[Verdict], slot: str) -> Iterator[bool]:
    return (v.right.get(slot, False) for v in verdicts if slot in v.wanted.hard)


def _recall(verdicts: Iterable[Verdict]) -> Iterator[tuple[str, float]]:
    gold: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for verdict in verdicts:
        gold[verdict.wanted.events[0]] += 1
        hits[verdict.wanted.events[0]] += verdict.claim is not None
    return ((event, hits[event] / gold[event]) for event in sorted(gold))


def faults(marked: Sequence[Marked]) -> Iterator[str]:
    """Yield a tab-separated line for each claim that is missed, wrong in a slot or spurious."""
    for document in marked:
        for verdict in document.verdicts:
            yield from (f"{document.name}\t{line}" for line in _wrong(verdict))
        for claim in document.spurious:
            said = f"{claim.event}/{claim.mode}\t{claim.trigger.text}\t{_line(claim.sentence.text)}"
            yield f"{document.name}\tSPURIOUS\t{said}"


def _wrong(verdict: Verdict) -> Iterator[str]:
    wanted, claim = verdict.wanted, verdict.claim
    if claim is None:
        code = f"{wanted.events[0]}/{wanted.values['mode'][0]}"
        yield f"MISSED\t{code}\t{wanted.trigger}\t{_line(wanted.quote)}"
        return
    for slot in (slot for slot, right in verdict.right.items() if not right):
        want, have = _want(wanted, slot), _have(claim, slot)
        yield f"{slot.upper()}\twant {want}\tgot {have}\t{_line(wanted.quote)}"


def _want(wanted: Wanted, slot: str) -> Any:
    named = {"attribution": wanted.sources, "when": wanted.when, "casualties": wanted.harm}
    return {**wanted.values, **wanted.mentions, **named}[slot]


def _have(claim: Claim, slot: str) -> Any:
    found = getattr(claim, slot)
    return [item.text for item in found] if isinstance(found, tuple) else found


def _line(text: str) -> str:
    return " ".join(text.split())[:160]
