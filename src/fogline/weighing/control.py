"""Who held a place from when until when, as claimed: never one truth where origins disagree.

A claim that somebody took or holds a place begins or affirms a tenure; it ends on the day on which
somebody else is said to have taken the place after the last affirmation, or the holder to have
lost or left it. Who is affirmed after that is contested, and both tenures stand. Fighting that goes
on there, or that only part of it is held, contests a tenure too. Holders of one side do not contest
one another; where nothing says whether two are of one side, the tenure says so.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fogline.model import Place, Tenure, Timeline
from fogline.weighing.conflict.contests import fought, partial
from fogline.weighing.forecast.forecasts import Voices
from fogline.weighing.measures.days import apart, iso
from fogline.weighing.measures.extents import (
    extent,
    gains_ground,
    is_beside,
    leaves_some,
    other_it,
    pointed,
    run_beside,
    shared,
    site_of,
)
from fogline.weighing.measures.holding import had_held
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.wording import content, tokens
from fogline.weighing.occurrence.slots import may_be_one, same_party
from fogline.weighing.origin.independence import independent
from fogline.weighing.parties.sides import at_home, of_a_state, relation, says_whose, scene
from fogline.weighing.views.party import Party, is_body, is_guest, names_civil, who_is_meant
from fogline.weighing.views.views import View

BEGINS, AFFIRMS, ENDS, DISPUTES = "gain", "hold", "lose", "contest"
# What a claim says of a holder, by mode and polarity: who did not lose a place holds it.
SAYS = {
    ("gain", "positive"): BEGINS,
    ("hold", "positive"): AFFIRMS,
    ("lose", "positive"): ENDS,
    ("contest", "positive"): DISPUTES,
    ("gain", "negative"): DISPUTES,
    ("hold", "negative"): DISPUTES,
    ("lose", "negative"): AFFIRMS,
}
_CLAUSE = re.compile(r"[,;:()]")
NEVER = 4_000_000  # an ordinal day after all others
OPEN = " (nothing says whether of the same side)"


@dataclass(frozen=True, slots=True)
class Saying:
    """That a claim begins, affirms, ends or disputes somebody's tenure, on which days.

    `earliest` is before `first` where it only says in which stretch a place was taken; `part` are
    the words by which only a part of it is meant.
    """

    says: str
    holder: Party | None
    first: int
    last: int
    view: View
    earliest: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What tells whether two tenures of one place contest each other."""

    voices: Voices
    country: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """One holder's tenure before it is held against the others."""

    holder: Party
    start: int
    last: int
    end: int | None
    claims: tuple[str, ...]
    part: str = ""

    @property
    def name(self) -> str:
        """The holder's name, with how much it is said to hold."""
        return f"{self.holder.called} ({self.part} it)" if self.part else self.holder.called


def timelines(seen: Sequence[View], voices: Voices) -> tuple[Timeline, ...]:
    """Return the claimed holders of every place on the map that is no region, by the place's id."""
    places = _on_map(seen)
    said: defaultdict[str, list[Saying]] = defaultdict(list)
    for v in seen:
        if (v.claim.event == "CONTROL" or fought(v) or _leaves(v)) and _counts(v):
            for saying in _sayings(v):
                for key, part in _where(v, saying, places):
                    said[key].append(replace(saying, part=part))
    standing = {key: _standing(sayings, voices) for key, sayings in said.items()}
    held = ((k, _tenures(s, voices, places[k].country)) for k, s in standing.items())
    made = (Timeline(_id(k), places[k], tenures) for k, tenures in held)
    return tuple(sorted((line for line in made if line.tenures), key=lambda line: line.id))


def left_out(seen: Sequence[View]) -> tuple[tuple[str, int], ...]:
    """Return why claims of control give no place a holder, each reason with their number, the
    commonest first; headlines, comments and what is still to come are not looked at.
    """
    places = _on_map(seen)
    told = (v for v in seen if v.claim.event == "CONTROL" and _told(v))
    found = Counter(reason for v in told if (reason := _why_not(v, places)))
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def _why_not(v: View, places: Mapping[str, Place]) -> str:
    """Return why a claim gives no place a holder, "" where it does."""
    if not v.firm:
        return "not told for sure"
    if not _counts(v):
        return "without a day"
    said = list(_sayings(v))
    if any(_where(v, saying, places) for saying in said):
        return ""
    named = [spot for spot in v.spots if not spot.described]
    if any(not spot.point and not spot.wide for spot in named):
        return "of a place that is not in the gazetteer (`fogline places import` adds some)"
    if any(spot.wide for spot in named):
        return "of a region or a country"
    return "of nobody who is named as the holder" if named and not said else "of no place named"


def _on_map(seen: Sequence[View]) -> dict[str, Place]:
    """Return the places that have a point on the map and are no region, by their keys."""
    places: dict[str, Place] = {}
    for v in seen:
        for place, spot in zip(v.places, v.spots, strict=True):
            if spot.point and not spot.wide:
                places.setdefault(spot.key, place)
    return places


def _where(v: View, saying: Saying, places: Mapping[str, Place]) -> list[tuple[str, str]]:
    """Return of which places a claim speaks, each with the words for a part of it.

    "it" and "the town" are the one place where the text was last, "villages" are not. Who took a
    place must name it: a deed too many is worse than one too few.
    """
    named = [(p, s) for p, s in zip(v.places, v.spots, strict=True) if not s.described]
    if names_civil(run_beside(v.claim.sentence, v.claim.trigger)):
        return []
    parts = [(s, site_of(place, extent(place, v.claim.sentence))) for place, s in named]
    found = [(spot, part) for spot, part in parts if part is not None]
    it = bool(v.places) or not other_it(v.claim.sentence, v.claim.trigger.start)
    if not named and saying.says != BEGINS and len(v.setting) == 1 and it:
        meant = [pointed(place, v.claim.sentence) for place in v.places] or [""]
        found = [(v.setting[0], part) for part in meant if part is not None]
    found = [(spot, part) for spot, part in found if not is_beside(part)]
    on_map = ((s, part) for s, part in found if s.key in places and s.point and not s.wide)
    return list(dict.fromkeys((spot.key, part) for spot, part in on_map))


def _standing(said: Sequence[Saying], voices: Voices) -> list[Saying]:
    """Return what is said of a place but for what its own source took back later."""
    denials = [s for s in said if s.says == DISPUTES and s.view.denied]
    return [s for s in said if not any(_takes_back(d, s, voices) for d in denials)]


def _takes_back(denial: Saying, saying: Saying, voices: Voices) -> bool:
    """Say whether a source denies later that somebody held a place on the days of which it said so.

    Who denies it of a part denies it of no other, nor of the whole. Who only tells that a statement
    was withdrawn need not say again of which days that was.
    """
    one, other = (voices.get(s.view.claim.id) for s in (denial, saying))
    if saying.holder is None or not one or not other or one.key is None or one.key != other.key:
        return False
    if denial.part != saying.part:
        return False
    later = (denial.view.said or 0) > (saying.view.said or 0)
    days = denial.view.retracted or apart(denial.view.days, saying.view.days) == 0
    return later and days and any(same_party(saying.holder, p) for p in denial.view.actors)


def _id(key: str) -> str:
    return f"control:{hashlib.sha256(key.encode()).hexdigest()[:24]}"


def _counts(v: View) -> bool:
    """Only the text of a report counts, where it says firmly what happened, and on which days."""
    dated = v.days.start is not None and v.days.end is not None
    return _told(v) and dated and v.firm


def _told(v: View) -> bool:
    """Say whether the text of a report tells it as something that happened."""
    return v.standing == "happened" and not (v.comment or v.heading or v.retold)


def _leaves(v: View) -> bool:
    """Say whether a claim tells that who held a place has left it for good and all: not "began to
    pull out", nor "withdrew two battalions".
    """
    if (v.claim.event, v.claim.mode) != LEFT or v.claim.status != "occurred" or v.denied:
        return False
    whence = any(place.role != "destination" for place in v.places)
    return whence and not (leaves_some(_around_deed(v)) or all(map(is_guest, v.actors)))


def _around_deed(v: View) -> str:
    """Return the clause of a claim's trigger up to its place, without the words for its day."""
    said, at = v.claim.sentence.text, v.claim.trigger.start - v.claim.sentence.start
    behind = at + len(v.claim.trigger.text)
    starts = (p.start - v.claim.sentence.start for p in v.places if p.start is not None)
    end = min((start for start in starts if start >= behind), default=len(said))
    clause = _CLAUSE.split(said[:at])[-1] + _CLAUSE.split(said[at:end])[0]
    return clause.replace(v.claim.when.text or " ", " ")


def _sayings(v: View) -> Iterator[Saying]:
    if _leaves(v):
        first, last = v.days.start or 0, v.days.end or 0
        left = (p for p in v.actors if _may_hold(p, v))
        yield from (Saying(ENDS, p, last, last, v, first) for p in left)
        return
    kind = v.claim.mode or "", "negative" if v.denied else "positive"
    says = SAYS.get(kind) if v.claim.event == "CONTROL" else None
    if says == AFFIRMS and v.denied and not v.places:
        says = DISPUTES  # who denies "a setback" does not say what he holds
    first, last = v.days.start or 0, v.days.end or 0
    if says == DISPUTES or fought(v) or partial(v):
        # Who denies a gain without its day denies one of the days before.
        first -= v.back if v.denied and v.claim.mode == "gain" else 0
        yield Saying(DISPUTES, None, first, last, v, first)
    elif says and not (shared(v.claim.trigger.text) or gains_ground(v.claim.trigger.text)):
        # What is affirmed of a stretch is known for its last day; what happened in it, from there.
        day = last if says == BEGINS else first
        if says == AFFIRMS and had_held(v.claim.sentence.text):
            last = first
        yield from (
            Saying(says, party, day, last, v, first)
            for party in who_is_meant(v.claim.actors, v.claim, v.document)
            if _may_hold(party, v)
        )
        if says == ENDS:
            gainers = (
                p for p in who_is_meant(v.claim.recipients, v.claim, v.document) if _may_hold(p, v)
            )
            yield from (Saying(BEGINS, party, last, last, v, first) for party in gainers)


def _may_hold(party: Party, v: View) -> bool:
    """Say whether somebody is named who can hold a place: not "a convoy", nor part of the place."""
    if party.linked or party.state or party.loose or of_a_state(party):
        return True
    if party.anybody:
        return False
    here = {stem for spot in v.spots for stem in content(spot.name)}
    proper = party.name != party.name.casefold() and not content(party.name) & here
    return proper or any(is_body(word) for word in tokens(party.name))


def _tenures(said: Sequence[Saying], voices: Voices, country: str | None) -> tuple[Tenure, ...]:
    known_as = (replace(s, holder=s.holder and at_home(s.holder, country)) for s in said)
    ordered = sorted(known_as, key=lambda s: (s.first, s.last, s.view.order))
    named = [(s.holder, s.first) for s in ordered if s.holder and s.says in (BEGINS, AFFIRMS)]
    holders = _holders(named, country)
    spans = [s for parties in holders.values() for s in _of_holder(parties, ordered, country)]
    disputes = [s for s in ordered if s.says == DISPUTES]
    known = _Known(voices, country)
    made = [(span, _tenure(span, spans, disputes, known)) for span in spans]
    return tuple(t for _, t in sorted(made, key=lambda m: (m[0].start, m[1].holder, m[1].claims)))


def _holders(named: Sequence[tuple[Party, int]], country: str | None) -> Mapping[str, list[Party]]:
    """Return the parties that are one holder, by the name under which they stand first.

    "Forces loyal to X" are whoever of that side is named as the holder, where it is only one.
    """
    found: dict[str, list[Party]] = {}
    for party, day in sorted(named, key=lambda n: says_whose(n[0])):
        homes = [name for name, held in found.items() if _is(party, held)]
        if not homes and says_whose(party):
            at = scene(day, country)
            sided = (n for n, held in found.items() if relation(party, held[0], at) == "one")
            homes = list(sided)
            homes = homes if len(homes) == 1 else []
        found.setdefault(homes[0] if homes else party.name, []).append(party)
    return found


def _of_holder(
    parties: Sequence[Party], ordered: Sequence[Saying], country: str | None
) -> Iterator[Span]:
    """Yield a holder's tenures of the whole place and of each part.

    Who takes or loses a part ends nobody's hold of the whole, nor of another part.
    """
    own = [s for s in ordered if s.holder and _is(s.holder, parties)]
    held = {(s.view.claim.id, s.part) for s in own if s.says in (BEGINS, AFFIRMS)}
    for part in sorted({part for _, part in held}):
        other = {(claim, p) for claim, p in held if p != part}
        told = [
            s for s in ordered if s.part in ("", part) and (s.view.claim.id, s.part) not in other
        ]
        yield from (replace(span, part=part) for span in _spans(parties, told, country))


def _spans(
    parties: Sequence[Party], ordered: Sequence[Saying], country: str | None
) -> Iterator[Span]:
    """Yield a holder's tenures: a new one where it takes the place again after another took it."""
    own = [s for s in ordered if s.holder and _is(s.holder, parties)]
    together = {s.view.claim.id for s in own}
    rivals = [
        s
        for s in ordered
        if s.says == BEGINS and s.holder and not s.part and s.view.claim.id not in together
        if not any(_together(s.holder, party, s.first, country) for party in parties)
    ]
    losses = [s.last for s in own if s.says == ENDS]
    run: list[Saying] = []
    for saying in (s for s in own if s.says in (BEGINS, AFFIRMS)):
        # A gain that may have been the one told of before is that one.
        if run and saying.says == BEGINS and _lost(run, saying.earliest, rivals, losses):
            yield _span(parties[0], run, rivals, losses)
            run = []
        run.append(saying)
    if run:
        yield _span(parties[0], run, rivals, losses)


def _lost(run: Sequence[Saying], by: int, rivals: Sequence[Saying], losses: Sequence[int]) -> bool:
    """Say whether a place was lost after all that a run tells, and by a day."""
    taken = any(_after(rival, run) and rival.first <= by for rival in rivals)
    return taken or any(_last(run) <= day <= by for day in losses)


def _last(run: Sequence[Saying]) -> int:
    """Return the last day of which a run tells; one gain told in several stretches was in all."""
    loosely = [s.last for s in run if s.earliest < s.first]
    return max([s.last for s in run if s.earliest == s.first] + [min(loosely, default=0)])


def _is(party: Party, parties: Sequence[Party]) -> bool:
    return any(same_party(party, other) for other in parties)


def _span(
    holder: Party, run: Sequence[Saying], rivals: Sequence[Saying], losses: Sequence[int]
) -> Span:
    last = _last(run)
    ends = [rival.first for rival in rivals if _after(rival, run)]
    ends += [day for day in losses if day >= last]
    claims = tuple(dict.fromkeys(s.view.claim.id for s in run))
    start = min(s.earliest if s.says == BEGINS else s.first for s in run)
    return Span(holder, start, last, min(ends, default=None), claims)


def _after(rival: Saying, run: Sequence[Saying]) -> bool:
    """Say whether a place was taken after all that a run tells: on a later day than any.

    What was taken at some time in a stretch of days was taken before what was on its last one.
    """
    last, earliest = _last(run), max(s.earliest for s in run)
    later = rival.first > last and rival.earliest >= earliest
    return later or (rival.first == last and rival.earliest > earliest)


def _tenure(span: Span, spans: Sequence[Span], disputes: Sequence[Saying], known: _Known) -> Tenure:
    mine = independent(span.claims, known.voices)
    others = [
        o
        for o in spans
        if not _claims(o, spans) & _claims(span, spans)
        and _overlap(span, o)
        and independent(o.claims, known.voices) != mine
    ]
    rivals = [
        o
        for o in others
        if not (span.part and o.part)
        if not _together(span.holder, o.holder, *_met(span, o, known))
    ]
    unclear = {o.name for o in rivals if not _sure(span, o, known)}
    denied = [s for s in disputes if _disputes(s, span, mine, known.voices)]
    against = sorted({o.name for o in rivals})
    said = [f"by {len(mine)} origin{'' if len(mine) == 1 else 's'}, last of {iso(span.last)}"]
    said += _holding_too([name for name in against if name not in unclear])
    said += _holding_too([name for name in against if name in unclear], OPEN)
    said += _beside(span, others, rivals)
    said += ["fighting or a denial is told of"] if denied else []
    said += [] if span.end else ["no end is told"]
    return Tenure(
        holder=span.holder.called,
        start=iso(span.start),
        end=iso(span.end),
        origins=len(mine),
        claims=span.claims,
        contested=bool(rivals or denied),
        against=tuple(sorted({o.holder.called for o in rivals})),
        reason="; ".join(said),
        part=span.part or None,
    )


def _claims(span: Span, spans: Sequence[Span]) -> set[str]:
    """Return all claims by which a holder holds the place or a part: who shares one is no rival."""
    return {claim for s in spans if s.holder.name == span.holder.name for claim in s.claims}


def _beside(span: Span, others: Sequence[Span], rivals: Sequence[Span]) -> list[str]:
    """Say who of the same side is named as the holder too."""
    names = {
        o.holder.called for o in others if o not in rivals and not may_be_one(o.holder, span.holder)
    }
    return _holding_too(sorted(names), " (of the same side)")


def _holding_too(names: Sequence[str], note: str = "") -> list[str]:
    """Say in one clause who else is named as the holder."""
    one = len(names) == 1
    return [f"{', '.join(names)} {'is' if one else 'are'} said to hold it too{note}"] * bool(names)


def _met(one: Span, other: Span, known: _Known) -> tuple[int, str | None]:
    """Return the first day on which two tenures stand together, and the place's country."""
    return max(one.start, other.start), known.country


def _together(one: Party, other: Party, day: int, country: str | None) -> bool:
    """Say whether two may be one party or are of one side: then neither takes it from the other."""
    return may_be_one(one, other) or relation(one, other, scene(day, country)) == "one"


def _sure(one: Span, other: Span, known: _Known) -> bool:
    """Say whether two holders are known to be of two sides."""
    return relation(one.holder, other.holder, scene(*_met(one, other, known))) == "apart"


def _disputes(saying: Saying, span: Span, mine: Sequence[str], voices: Voices) -> bool:
    voice = voices.get(saying.view.claim.id)
    told = span.start <= saying.last and saying.first <= (span.end or span.last)
    # That there is fighting, or that only a part is held, is no word against a hold of a part.
    told = told and not (span.part and (fought(saying.view) or partial(saying.view)))
    return told and saying.view.claim.id not in span.claims and (not voice or voice.key not in mine)


def _overlap(one: Span, other: Span) -> bool:
    """Say whether two hold a place on one day; the day on which it changes hands is neither's.

    Who is still said to hold a part on the day on which another took the whole holds it then.
    """
    if bool(one.part) != bool(other.part) and one.start <= other.last and other.start <= one.last:
        return True
    return one.start < (other.end or NEVER) and other.start < (one.end or NEVER)
