"""Forecasts: what each claim about the future commits its speaker to, and who says the same again.

An entry is made of a claim and its document alone, so that it can be frozen when it is recorded.
Which entries are one forecast with its repeats is worked out anew from the log each time.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.model import (
    Claim,
    ClaimOrigin,
    Document,
    ForecastEntry,
    Reading,
    Rule,
    Window,
    to_dict,
)
from fogline.weighing.measures.days import apart, appeared, appeared_days, happened, iso
from fogline.weighing.measures.distance import places_of, spot
from fogline.weighing.measures.estimates import confidence
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.occurrence.slots import Slots, alike, rule_slots, window_days
from fogline.weighing.origin.independence import independent
from fogline.weighing.views.retold import counts_from_then, foretold
from fogline.weighing.views.views import COMING

Voices = Mapping[str, ClaimOrigin]
Block = tuple[object, ...]
CELL = 0.5  # degrees
NO_DAYS = frozenset({"none", "default"})  # the day of publication is no window


@dataclass(frozen=True, slots=True)
class Group:
    """One forecast of one origin: its first entry, as corrected, and those that repeat it.

    `own` are the first entry's slots; in `slots` its doers stand by all the names that the repeats
    give them too.
    """

    first: ForecastEntry
    repeats: tuple[ForecastEntry, ...]
    origin: str | None
    own: Slots
    slots: Slots

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of all its entries."""
        return (self.first.claim, *(entry.claim for entry in self.repeats))

    @property
    def documents(self) -> frozenset[str]:
        """The documents that forecast it; one that tells it again looks back."""
        entries = (self.first, *self.repeats)
        return frozenset(entry.document for entry in entries if not told_again(entry))


def entries(reading: Reading) -> tuple[ForecastEntry, ...]:
    """Return the log's entries for the claims of a reading that look ahead, in their order."""
    ahead = (claim for claim in reading.claims if claim.status in COMING)
    return tuple(_entry(claim, reading.document) for claim in ahead)


def told_again(entry: ForecastEntry) -> bool:
    """Say whether an entry only tells again what somebody whom its page cites had forecast."""
    return len(entry.source) > 1 and foretold(entry.words)


def entry_id(entry: ForecastEntry) -> str:
    """Return the hash of what an entry says; its number and time play no part."""
    said = to_dict(replace(entry, id="", seq=None, recorded_at=None))
    return f"forecast:{hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:24]}"


def correction(
    of: ForecastEntry, by: str, note: str, *, window: Window, rule: Rule
) -> ForecastEntry:
    """Return the entry that corrects another's window and rule; the other stays as it is."""
    bare = replace(of, corrects=of.id, by=by, note=note, window=window, rule=rule)
    return replace(bare, id=entry_id(bare), seq=None, recorded_at=None)


def groups(log: Sequence[ForecastEntry], voices: Voices) -> tuple[Group, ...]:
    """Return the forecasts of a log, each with its repeats, in the order in which they were said.

    An entry repeats another where one origin stands behind both, it says the same of the future,
    and it does so while the other's window is open; said again later, it is a new forecast. What
    is told again of an earlier one repeats that one whenever it is told.
    """
    alone = [_alone(entry, voices) for entry in sorted(_as_corrected(log, voices), key=_said)]
    kinds: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in alone:
        kind = (kinship().family(group.slots.event), group.first.rule.polarity)
        kinds[kind].append(group)
    found = [group for kind in kinds.values() for group in _joined(kind, voices)]
    return tuple(sorted(found, key=lambda group: _said(group.first)))


def _joined(found: Sequence[Group], voices: Voices) -> Sequence[Group]:
    """Return the forecasts of one kind, joined until none repeats another.

    Who stands behind a page may show only beside a third one, hence more than one round.
    """
    while True:
        left: list[Group] = []
        blocks: defaultdict[Block, list[int]] = defaultdict(list)
        for group in found:
            keys = _blocks(group)
            near = sorted({i for key in keys for i in blocks[key]})
            home = next((i for i in near if _repeats(group, left[i], voices)), None)
            if home is None:
                for key in keys:
                    blocks[key].append(len(left))
                left.append(group)
            else:
                left[home] = _with(left[home], group)
        if len(left) == len(found):
            return left
        found = left


def _blocks(group: Group) -> set[Block]:
    """Return the keys of which two forecasts share one if they name a place, doer or page alike."""
    found: set[Block] = {("page", group.first.document)}
    for place in group.own.spots:
        found.add(("place", place.key))
        if place.point and not place.wide:
            row, column = (int(math.degrees(angle) // CELL) for angle in place.point)
            found |= {("cell", row + r, column + c) for r in (0, 1) for c in (0, 1)}
    for party in group.own.who:
        found |= {("party", party.key), ("state", party.state or party.key)}
        found |= {("stem", stem) for stem in party.stems}
    return found


def _alone(entry: ForecastEntry, voices: Voices) -> Group:
    slots = rule_slots(entry.rule, entry.words)
    if told_again(entry) and not (entry.by or _keeps_its_days(entry)):
        entry = replace(entry, window=Window(basis="undated"))
    return Group(entry, (), _origin(entry, voices), slots, slots)


def _keeps_its_days(entry: ForecastEntry) -> bool:
    """Say whether what is told again names the days of which it was said, or they are past."""
    end, said = entry.window.end, entry.said.earliest
    if end is None:
        return False
    return not counts_from_then(entry.words) or (said is not None and end < said[:10])


def _with(group: Group, other: Group) -> Group:
    """Return a group with another's entries, its doers known by the names that these give them."""
    slots = group.slots
    if slots.actors:
        named = {party.key: party for party in (*slots.actors, *other.slots.actors)}
        slots = replace(slots, actors=tuple(named.values()))
    repeats = sorted((*group.repeats, other.first, *other.repeats), key=_said)
    return replace(group, repeats=tuple(repeats), slots=slots)


def _entry(claim: Claim, document: Document) -> ForecastEntry:
    role = next((part.role for part in document.parts if part.id == claim.part), "body")
    bare = ForecastEntry(
        id="",
        claim=claim.id,
        document=document.id,
        said=document.published,
        comment=role == "comment",
        status=claim.status,
        source=claim.attribution,
        words=claim.sentence.text,
        hedges=tuple(hedge.text for hedge in claim.hedges),
        certainty=claim.certainty,
        probability=claim.probability,
        confidence=confidence(claim.sentence.text),
        window=window(claim, document),
        rule=rule(claim),
    )
    return replace(bare, id=entry_id(bare))


def window(claim: Claim, document: Document) -> Window:
    """Return the days in which a claim is to come true; what is past when it is said is cut off."""
    days, said = happened(claim.when, document), appeared(document).start
    if claim.when.basis in NO_DAYS or (days.start is None and days.end is None):
        return Window(basis="undated" if claim.when.basis == "relative" else "open-ended")
    start = days.start
    if said is not None and (days.end is None or days.end >= said):
        start = said if start is None else max(start, said)
    return Window(iso(start), iso(days.end), "stated")


def rule(claim: Claim) -> Rule:
    """Return what would bear a claim out, from its slots."""
    places = places_of(claim)
    radii = [s.radius for s in map(spot, places) if s.point]
    return Rule(
        event=claim.event,
        mode=claim.mode,
        polarity=claim.polarity,
        actors=claim.actors,
        recipients=claim.recipients,
        places=places,
        radius_km=max(radii, default=None),
    )


def _as_corrected(log: Iterable[ForecastEntry], voices: Voices) -> Iterable[ForecastEntry]:
    """Yield the entries, each with the window and rule of its last correction.

    What was read anew stands under a new claim: it takes over what was corrected of the old one.
    """
    told = sorted(log, key=lambda e: e.seq or 0)
    corrections = {e.corrects: e for e in told if e.corrects}
    words = {
        (e.document, e.words, e.status): corrections[e.id]
        for e in told
        if e.id in corrections and e.claim not in voices
    }
    for entry in log:
        if entry.corrects is None:
            said = (entry.document, entry.words, entry.status)
            yield _corrected(entry, corrections.get(entry.id) or words.get(said))


def _corrected(entry: ForecastEntry, last: ForecastEntry | None) -> ForecastEntry:
    if last is None:
        return entry
    return replace(entry, window=last.window, rule=last.rule, by=last.by, note=last.note)


def _said(entry: ForecastEntry) -> tuple[bool, str, bool, int, str, str]:
    """The first said first, of one day the fullest; undated ones last, and readers' comments."""
    day = entry.said.latest
    slots = (entry.window.end, entry.rule.actors, entry.rule.places, entry.rule.recipients)
    filled = sum(bool(slot) for slot in slots)
    return day is None, day or "", entry.comment, -filled, entry.document, entry.claim


def _origin(entry: ForecastEntry, voices: Voices) -> str | None:
    """Return the key of the origin behind an entry; of a claim no longer held, its document."""
    voice = voices.get(entry.claim)
    if voice is None:
        return None if entry.comment else entry.document
    return voice.key


def _repeats(group: Group, one: Group, voices: Voices) -> bool:
    """Say whether a group, said later, repeats another."""
    first, later = one.first, group.first
    if later.comment != first.comment or not _in_time(later, first):
        return False
    one_text = first.document == later.document
    return alike(group.own, one.own, one_text=one_text) and _one_origin(group, one, voices)


def _in_time(later: ForecastEntry, first: ForecastEntry) -> bool:
    """Say whether an entry may repeat another: in its window, or looking back on it."""
    if told_again(later):
        return told_again(first) or not _as_late(first, later)
    return not told_again(first) and _while_open(later, first)


def _as_late(first: ForecastEntry, later: ForecastEntry) -> bool:
    """Say whether an entry was not surely said before the day of another."""
    one, other = appeared_days(first.said), appeared_days(later.said)
    return one.end is not None and other.start is not None and one.end >= other.start


def _while_open(later: ForecastEntry, first: ForecastEntry) -> bool:
    """Say whether an entry was made before the first one's window closed, or names its days."""
    return apart(window_days(first), window_days(later)) in (0, None)


def _one_origin(group: Group, one: Group, voices: Voices) -> bool:
    if group.origin is None or one.origin is None:
        same = group.first.document == one.first.document
        return same and group.first.source == one.first.source
    if group.origin == one.origin:
        return True
    return len(independent([*one.claims, *group.claims], voices)) == 1
