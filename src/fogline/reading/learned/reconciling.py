"""Rules and learned heads reconciled, slot by slot: the rules propose, the heads weigh and add.

Where each is trusted over the other stands in `model/trust.json`, measured by
`training.claims.tune`. A text parsed without the heads is read by the rules alone.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import relays, sayings
from fogline.reading.attribution.attribution import SAYING, Link
from fogline.reading.coreference import anaphora
from fogline.reading.grammar import arguments
from fogline.reading.grammar.joined import covered, with_joined
from fogline.reading.grammar.phrases import extent, paired, preposition
from fogline.reading.places import locations
from fogline.reading.roles import converse, threats
from fogline.reading.triggers import merging, triggers
from fogline.reading.triggers.triggers import Entry, Match
from fogline.reading.triggers.unlisted import tells_nothing

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

BANDS: Final = {
    "certain": (0.95, 1.0),
    "probable": (0.55, 0.95),
    "possible": (0.05, 0.55),
    "unknown": (0.0, 1.0),
}  # the codebook's bands, section 3
_PLAIN: Final = {"status": ("ongoing", "hypothetical"), "polarity": ("negative",)}
_PLAINLY: Final = frozenset({"in", "at", "near", "inside", "outside"})
_WITHIN: Final = frozenset({"nmod", "compound", "appos", "flat", "amod", "nmod:poss"})
_THINGS: Final = frozenset({"platform", "weapon", "supply", "weaponry"})
_WHO: Final = frozenset({"actor", "source"})
_VERBAL: Final = "VB"
_UNSEEN: Final = frozenset("present garrison priced due noted heard stocked".split())
_NOMINAL: Final = "NN"


@dataclass(frozen=True, slots=True)
class Trust:
    """Probabilities from which a head is believed: `*_add` to find what no rule found, `*_keep` to
    leave what one did.

    `*_alone` is enough where nothing else fills the role; `*_turn` is how much likelier than the
    rule's value another must be to take its place.
    """

    trigger_add: float
    trigger_misfit: float
    trigger_keep: float
    event_turn: float
    mode_turn: float
    status_turn: float
    ongoing_turn: float
    polarity_turn: float
    certainty_turn: float
    actor_add: float
    actor_keep: float
    actor_alone: float
    recipient_add: float
    recipient_keep: float
    recipient_alone: float
    place_add: float
    place_keep: float
    place_alone: float
    source_add: float
    source_keep: float
    time_add: float
    time_keep: float


@cache
def trust() -> Trust:
    """Return the measured thresholds."""
    file = files("fogline.reading").joinpath("model", "trust.json")
    return Trust(**json.loads(file.read_text(encoding="utf-8")))


# --- which words are claims --------------------------------------------------------------------


def learned(scene: Scene, taken: set[int]) -> Iterator[Match]:
    """Yield matches for the words that the heads take for triggers and no lexicon row names."""
    if scene.evidence is None:
        return
    for i in scene.evidence.triggers(trust().trigger_add):
        token = scene.doc[i]
        if i not in taken and not tells_nothing(token, taken):
            yield Match((), token, (i,))


def sense(match: Match, ruled: Entry | None, fitting: Entry | None, scene: Scene) -> Entry | None:
    """Return what a match means: the rules' sense, unless the heads are sure of another; None
    where it is no claim.

    `ruled` is the sense that the rules assert, `fitting` one that fits but that they take for a
    topic.
    """
    evidence = scene.evidence
    if evidence is None:
        return ruled
    at = max(match.tokens, key=evidence.claim)
    row = evidence.tag("event", at)
    least = trust().trigger_add
    if fitting is None and _lacks_object(match):
        least = trust().trigger_misfit
    if row is None or (ruled is None and evidence.claim(at) < least):
        return ruled
    events = evidence.labels.events
    best = row.index(max(row[1:]), 1)
    known = ruled or fitting
    if known is not None:
        rival = float(row[events.index(known.event)])
        slight = row[best] - rival < trust().event_turn
        vowed = (known.event, events[best]) == ("THREATEN", "ASSAULT")  # "vowed revenge"
        lacking = known.event == "COERCE" and _has_who_lacks(match.head)
        if slight or vowed or lacking or events[best] == known.event:
            return known
    if events[best] == "THREATEN" and threats.is_harmless(match.head):
        return ruled
    event = "COERCE" if _takes_things(match.head, events[best], at, scene) else events[best]
    return _learned_entry(match.head, event, at, scene)


def _has_who_lacks(verb: Token) -> bool:
    """Tell whether two objects stand behind a verb: "denied the prisoners food", where a parse may
    take the first for an owner, though no "'s" says so.
    """
    owners = [c for o in verb.children if o.dep_ == "obj" for c in o.children]
    bare = [c for c in owners if c.dep_ == "nmod:poss" and c.pos_ in {"NOUN", "PROPN"}]
    return any(all(g.dep_ != "case" for g in c.children) for c in bare) or any(
        c.dep_ == "iobj" for c in verb.children
    )


def _takes_things(head: Token, event: str, at: int, scene: Scene) -> bool:
    """Tell whether what the heads take for abducted is no living being: "took 27 vehicles"."""
    if event != "ASSAULT" or _best_mode(event, at, scene) != "abduct":
        return False
    taken = [c for c in head.children if c.dep_ in {"obj", "nsubj:pass"}]
    taken += [head.head] if head.dep_ in {"amod", "acl"} else []
    return bool(taken) and all(scene.classes(t) & _THINGS for t in taken)


def _lacks_object(match: Match) -> bool:
    """Tell whether nothing is said to be coerced by a verb of coercion: "the shop closed"."""
    coercing = (e for e in match.entries if e.event == "COERCE")
    needing = any(slot == "obj" for e in coercing for slot, _ in e.needs)
    if not needing or not match.head.tag_.startswith(_VERBAL):
        return False
    return not any(c.dep_ in {"obj", "nsubj:pass"} for c in match.head.children)


def is_believed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the heads leave a candidate standing; they know no force that is somewhere or
    due there, and no want that is told by prices.
    """
    if scene.evidence is None or candidate.entry.frame in _UNSEEN:
        return True
    return scene.evidence.claim(anchor(candidate, scene)) >= trust().trigger_keep


def likeliest(i: int, scene: Scene) -> str | None:
    """Return the category that the heads take a word's event for."""
    row = scene.evidence.tag("event", i) if scene.evidence else None
    if row is None or scene.evidence is None:
        return None
    return scene.evidence.labels.events[row.index(max(row[1:]), 1)]


def is_sure(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the heads take a candidate for a claim of its own, whatever the rules say of
    its place.
    """
    return scene.evidence is not None and weight(candidate, scene) >= trust().trigger_add


def weight(candidate: Candidate, scene: Scene) -> float:
    """Return how surely (0-1) the heads take a candidate for a claim; 0 where there are none."""
    if scene.evidence is None:
        return 0.0
    return max(scene.evidence.claim(i) for i in candidate.match.tokens)


def anchor(candidate: Candidate, scene: Scene) -> int:
    """Return the word of a candidate that the heads take for its trigger."""
    if scene.evidence is None:
        return candidate.head.i
    if len(candidate.places) == 1 or candidate.entry.event == "THREATEN":  # "vowed revenge"
        return candidate.head.i
    return max(candidate.places, key=scene.evidence.claim)


def _learned_entry(head: Token, event: str, at: int, scene: Scene) -> Entry:
    kind = "verbs" if head.tag_.startswith(_VERBAL) else "nouns"
    if kind == "nouns" and not head.tag_.startswith(_NOMINAL):
        kind = "modifiers"
    mode = _best_mode(event, at, scene)
    frame, rank = _usual(kind, event, mode)
    return Entry((head.lower_,), kind, event, mode, frame, rank, (), "")


@cache
def _usual(kind: str, event: str, mode: str | None) -> tuple[str, str]:
    """Return the frame and rank that most rows of a kind have which mean the same."""
    entries = triggers.entries(kind)
    rows = [e for e in entries if e.event == event and not triggers.hangs_on_object(e)]
    if kind == "nouns":  # a row of many names for killing weighs no more than one of few
        rows = [*{e.example: e for e in rows}.values()]
    same = [e for e in rows if e.mode == mode] or rows
    counts = Counter((e.frame, e.rank) for e in same)
    if not counts:
        return ("state" if kind == "modifiers" else "act"), "speech"
    return max(counts, key=lambda pair: (counts[pair], pair))


def _best_mode(event: str, at: int, scene: Scene) -> str | None:
    found = _modes(event, at, scene)
    return max(found, key=lambda m: (found[m], m or "")) if found else None


def _modes(event: str, at: int, scene: Scene) -> dict[str | None, float]:
    """Return the likelihood of each mode of a category at a word."""
    row = scene.evidence.tag("code", at) if scene.evidence else None
    if row is None or scene.evidence is None:
        return {}
    modes = _modes_of(event, scene.evidence.labels.codes)
    return {mode: row[n] for n, mode in modes}


@cache
def _modes_of(event: str, codes: tuple[str, ...]) -> tuple[tuple[int, str | None], ...]:
    """Return the modes of a category, each with the number of its code."""
    split = (code.split("/") for code in codes)
    return tuple((n, mode or None) for n, (of, mode) in enumerate(split) if of == event)


# --- values ------------------------------------------------------------------------------------


def mode(ruled: str | None, candidate: Candidate, scene: Scene) -> str | None:
    """Return the mode of a claim."""
    found = _modes(candidate.entry.event, anchor(candidate, scene), scene)
    whole = sum(found.values())
    if not whole:
        return ruled
    best = max(found, key=lambda m: (found[m], m or ""))
    return best if (found[best] - found.get(ruled, 0.0)) / whole >= trust().mode_turn else ruled


def value(kind: str, ruled: str, candidate: Candidate, scene: Scene) -> str:
    """Return the status, polarity or certainty of a claim; the heads never make it more certain.

    What the words hedge stays hedged: no more certainty is shown than the text gives.
    """
    if scene.evidence is None:
        return ruled
    row = scene.evidence.tag(kind, anchor(candidate, scene))
    if row is None:
        return ruled
    names = _names(kind, scene)
    best = row.index(max(row))
    if names[best] == ruled:
        return ruled
    if kind == "certainty" and best < names.index(ruled):
        return ruled
    lead = float(row[best] - row[names.index(ruled)])
    plain = ruled in _PLAIN.get(kind, ())  # told in so many words
    least = trust().ongoing_turn if plain else getattr(trust(), f"{kind}_turn")
    return names[best] if lead >= least else ruled


def _names(kind: str, scene: Scene) -> tuple[str, ...]:
    assert scene.evidence is not None
    if kind == "polarity":
        return ("positive", "negative")
    found: tuple[str, ...] = getattr(scene.evidence.labels, kind)
    return found


# --- who and where -----------------------------------------------------------------------------


def heads(role: str, ruled: Iterable[Token], candidate: Candidate, scene: Scene) -> list[Token]:
    """Return the heads of the phrases that stand in a role: what the rules found and the heads
    leave, and what these add.
    """
    evidence = scene.evidence
    if evidence is None:
        return list(ruled)
    at = anchor(candidate, scene)
    least = getattr(trust(), f"{role}_keep")
    words = {*candidate.places}
    kept = [
        t
        for t in ruled
        if _points_away(t, at, scene)
        or phrase(role, at, t, scene) >= least
        or (role == "place" and _stands_by(t, words))
        or (role == "recipient" and candidate.entry.frame == "take" and preposition(t) == "from")
    ]
    for token in _added(role, at, scene) or _likeliest(role, at, kept, scene):
        if role == "recipient" and _is_detail(token):
            continue
        if token.i not in words and not covered(token, kept) and not _halves(token, kept):
            kept.append(token)
    return kept if role == "place" else with_joined(role, kept, scene)


def _is_detail(token: Token) -> bool:
    """Tell whether somebody is only one of those told before: "9 men including a colonel", "9 men,
    among them a colonel"; not where these are but a number.
    """
    first = token.head if token.dep_ == "conj" else token
    part = preposition(first) == "including" and first.dep_ in {"nmod", "obl"}
    before = [t.lower_ for t in first.doc[max(first.left_edge.i - 2, 0) : first.left_edge.i]]
    part = part or before == ["among", "them"]
    return part and not first.head.like_num


def _halves(token: Token, others: list[Token]) -> bool:
    """Tell whether a word and its neighbour name one: "Syrian", "army" of "Syrian army fire"."""
    near = (o for o in others if abs(o.i - token.i) == 1)
    return any(o.dep_ in arguments.BEFORE and token.dep_ in arguments.BEFORE for o in near)


def _stands_by(place: Token, words: set[int]) -> bool:
    """Tell whether a place is said of a trigger in so many words: "met in X"."""
    return place.dep_ == "obl" and place.head.i in words and preposition(place) in _PLAINLY


def phrase(role: str, at: int, head: Token, scene: Scene) -> float:
    """How likely a phrase stands in a role, by its likeliest word: "base" of "the Siko base"; of
    those that "and" joins, by the first.
    """
    while head.dep_ == "conj" and head.pos_ == head.head.pos_:
        head = head.head
    if (second := paired(head)) is not None:  # a headline's pair stands or falls with its second
        head = second
    outer = head.head if head.dep_ in _WITHIN else head
    assert scene.evidence is not None
    found = scene.evidence.likeliest(role, at, {*range(*extent(head)), head.i, outer.i})
    return 1.0 if found is None else found


def _likeliest(role: str, at: int, kept: list[Token], scene: Scene) -> list[Token]:
    """Return the likeliest word in a role that nothing else fills, where it is likely enough."""
    found = [] if kept else _above(role, at, getattr(trust(), f"{role}_alone"), scene)
    return sorted(found, key=lambda t: -_weighs(role, at, t.i, scene))[:1]


def _points_away(token: Token, at: int, scene: Scene) -> bool:
    """Tell whether a word stands for a mention of another sentence, which the heads are not asked
    about.
    """
    outside = token.i not in scene.sentence(scene.doc[at])
    return outside or token.pos_ == "PRON" or anaphora.points_back(token)


def _weighs(role: str, at: int, token: int, scene: Scene) -> float:
    """How likely a token stands in a role; certain where the heads cannot tell."""
    found = scene.evidence.role(role, at, token) if scene.evidence else None
    return 1.0 if found is None else found


def _added(role: str, at: int, scene: Scene) -> list[Token]:
    """Return the words of the trigger's own sentence that the heads see in a role."""
    return _above(role, at, getattr(trust(), f"{role}_add"), scene)


def _above(role: str, at: int, threshold: float, scene: Scene) -> list[Token]:
    """Return the words of the trigger's own sentence above a threshold."""
    found = scene.evidence.in_role(role, at, threshold) if scene.evidence else []
    if not found:
        return []
    sentence = scene.sentence(scene.doc[at])
    words = [scene.doc[i] for i in found if i in sentence and not scene.doc[i].is_punct]
    words = [w for w in words if role not in _WHO or not _is_mute(w)]
    words = [w for w in words if role != "actor" or not converse.only_tells(w, scene.doc[at])]
    words = [w for w in words if role == "place" or not _is_beside(w, scene.doc[at])]
    if role != "place":
        return words
    words = [w for w in words if not locations.is_somebody(w, scene)]
    return [w for w in words if not locations.is_direction(w)]


def _is_mute(word: Token) -> bool:
    """Tell whether a word is the subject of a verb that it does not speak by: "Israel declined to
    comment on the raid".
    """
    below = (c for c in word.head.children if c.dep_ == "xcomp")
    return word.dep_ == "nsubj" and any(map(sayings.is_mute, (word.head, *below)))


def _is_beside(word: Token, trigger: Token) -> bool:
    """Tell whether a word tells of what only dates a claim: "the raids came as rebels fell"."""
    above = [t for t in (word, *word.ancestors) if merging.is_dated_by(t)]
    return bool(above) and not {t.i for t in above} & {t.i for t in (trigger, *trigger.ancestors)}


# --- on whose word, and when -------------------------------------------------------------------


def links(ruled: list[Link], candidate: Candidate, scene: Scene) -> list[Link]:
    """Return the sources of a claim, innermost first."""
    evidence = scene.evidence
    if evidence is None:
        return ruled
    at = anchor(candidate, scene)
    kept = [link for link in ruled if _is_source(link, at, scene)]
    named = [link.source for link in kept]
    for token in _added("source", at, scene):
        if any(_is_name_of(token, other) for other in named):
            kept = [_named(link, token) for link in kept]
        elif relays.is_addressed(token) or _is_told(token, named, kept):
            continue
        elif sayings.owner(token) in named or (named and sayings.is_vehicle(token)):
            continue  # "a statement by the ministry" is the ministry's
        elif sayings.is_silent(token, scene.doc[at]):
            continue
        else:
            kept = _placed(Link(token, _cue(token), _cue(token).i), kept, scene)
            named.append(token)
    kept = [k for k in kept if not relays.is_elsewhere(k, candidate.head)]
    return [k for k in kept if not any(relays.describes(k, o, scene) for o in kept if o is not k)]


def _is_told(token: Token, named: list[Token], kept: list[Link]) -> bool:
    """Tell whether a word only says who a source is that is found, or is joined to it."""
    joined = any(relays.goes_with(token, n) for n in named)
    return joined or covered(token, named) or any(_holds(k, token.i) for k in kept)


def _is_name_of(token: Token, other: Token) -> bool:
    """Tell whether a token is the name that follows a noun: "the agency Harbour Wire"."""
    return token.dep_ == "appos" and token.head.i == other.i == token.i - 1


def _named(link: Link, name: Token) -> Link:
    """Return the link with the name that stands behind its noun."""
    if not _is_name_of(name, link.source):
        return link
    start, end = link.extent or extent(link.source)
    end = max(end, extent(name)[1])
    while end < len(name.doc) and name.doc[end].tag_ == "NNP" and name.doc[end].dep_ == "appos":
        end += 1
    return replace(link, extent=(start, end))


def _is_source(link: Link, at: int, scene: Scene) -> bool:
    if _points_away(link.source, at, scene) or relays.is_plain(link, scene.doc[at]):
        return True
    words = range(*link.extent) if link.extent else range(*extent(link.source))
    likeliest = max(_weighs("source", at, i, scene) for i in {link.source.i, *words})
    return likeliest >= trust().source_keep


def _holds(link: Link, token: int) -> bool:
    return link.extent is not None and link.extent[0] <= token < link.extent[1]


def _cue(source: Token) -> Token:
    """Return the word that brings a source: the verb of saying above it, or the source itself."""
    return source.head if source.head.lemma_.lower() in SAYING else source


def _placed(link: Link, others: list[Link], scene: Scene) -> list[Link]:
    """Put a link among others: who stands higher in the sentence is further out, and outside all
    who speaks in another one.
    """
    depth, own = _depth(link.cue), scene.sentence(link.cue)
    outer = (n for n, o in enumerate(others) if o.cue.i not in own or _depth(o.cue) < depth)
    at = next(outer, len(others))
    return [*others[:at], link, *others[at:]]


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)


def forgetful(scene: Scene) -> Scene:
    """Return the scene as the rules alone see it."""
    return replace(scene, evidence=None)
