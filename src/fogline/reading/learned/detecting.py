"""Which words are claims: what the rules take for a trigger, and what the heads make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.standing import is_renewed
from fogline.reading.factuality.unborne import is_denied_harm
from fogline.reading.grammar.relations import NOUNS, PATIENTS
from fogline.reading.learned import thresholds
from fogline.reading.learned.values import anchor, best_mode
from fogline.reading.roles import threats
from fogline.reading.tables import words
from fogline.reading.triggers import triggers
from fogline.reading.triggers.triggers import Entry, Match
from fogline.reading.triggers.unlisted import is_misheard, tells_nothing
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
_DEALING: Final = words("dealing.csv", "word")
# Whom others do it to, by verbs of which they are the subject: "lost ten men", "got back captives".
_FRAMES: Final = {
    ("losing", "ASSAULT", None): "lose",
    ("getting", "AID", None): "receive",
    ("getting", "RETREAT", "release"): "regain",
}
_GOT: Final = frozenset({"AID", "COERCE"})
_GIVERS: Final = frozenset({"force", "people", "actor"})
_THINGS: Final = frozenset({"platform", "weapon", "supply", "weaponry"})
_NOTHING: Final = frozenset({"nothing", "none", "little", "something"})
_MOVED: Final = frozenset({"xcomp", "compound:prt", "iobj"})
_TO: Final = frozenset({"to", "into", "out", "through", "across"})
_VERBAL: Final = "VB"
# What the heads know too few of: "did not cease fire", "the base was left", "a tactical move".
_FIRM: Final = frozenset({"arriving", "bare", "for", "left", "backwards", "renewed", "shifted"})
_UNSEEN: Final = frozenset("present owned garrison priced due noted heard stocked bidden".split())
_NOMINAL: Final = "NN"
_TURNED: Final = "bidden"  # who "has until Friday to leave" is threatened: no other verb says it so


def learned(scene: Scene, taken: set[int]) -> Iterator[Match]:
    """Yield matches for the words that the heads take for triggers and no lexicon row names."""
    if scene.evidence is None:
        return
    for i in scene.evidence.triggers(thresholds.measured().trigger_add):
        token = scene.doc[i]
        if i not in taken and not tells_nothing(token, taken):
            yield Match((), token, (i,))


def sense(match: Match, ruled: Entry | None, fitting: Entry | None, scene: Scene) -> Entry | None:
    """Return what a match means: the rules' sense, unless the heads are sure of another; None
    where it is no claim.

    `ruled` is the sense that the rules assert (an idiom's stands), `fitting` one that fits but
    that they take for a topic.
    """
    evidence = scene.evidence
    if evidence is None or (ruled is not None and ruled.idiom):
        return ruled
    at = max(match.tokens, key=evidence.claim)
    row = evidence.tag("event", at)
    least = thresholds.measured().trigger_add
    if fitting is None and _lacks_object(match):
        least = thresholds.measured().trigger_misfit
    if row is None or (ruled is None and evidence.claim(at) < least):
        return ruled
    events = evidence.labels.events
    best = row.index(max(row[1:]), 1)
    known = ruled or fitting
    if known is not None:
        rival = float(row[events.index(known.event)])
        slight = row[best] - rival < thresholds.measured().event_turn
        if slight or events[best] == known.event or _stands(known, match.head, events[best]):
            return known
    harmless = events[best] == "THREATEN" and threats.is_harmless(match.head)
    if harmless or is_misheard(match.head, events[best]):
        return ruled
    event = "COERCE" if _takes_things(match.head, events[best], at, scene) else events[best]
    event = "CONDITION" if event == "ASSAULT" and _is_only_had(match.head, scene) else event
    return _learned_entry(match.head, event, at, scene)


def _stands(known: Entry, head: Token, rival: str) -> bool:
    """Tell whether the rules' sense stands whatever the heads say, by what it asks for."""
    vowed = (known.event, rival) == ("THREATEN", "ASSAULT")  # "vowed revenge"
    lacking = known.event == "COERCE" and _has_who_lacks(head)
    workers = ("by", "workforce") in known.needs  # no air strike
    there = known.frame in {"present", "owned"}  # "Drone over the hospital"
    firm = not _FIRM.isdisjoint(slot for slot, _ in known.needs)
    return vowed or lacking or workers or there or firm


def _has_who_lacks(verb: Token) -> bool:
    """Tell whether two objects stand behind a verb: "denied the prisoners food", where a parse may
    take the first for an owner, though no "'s" says so.
    """
    owners = [c for o in verb.children if o.dep_ == "obj" for c in o.children]
    bare = [c for c in owners if c.dep_ == "nmod:poss" and c.pos_ in NOUNS]
    return any(all(g.dep_ != "case" for g in c.children) for c in bare) or any(
        c.dep_ == "iobj" for c in verb.children
    )


def _takes_things(head: Token, event: str, at: int, scene: Scene) -> bool:
    """Tell whether what the heads take for abducted is no living being: "took 27 vehicles"."""
    if event != "ASSAULT" or best_mode(event, at, scene) != "abduct":
        return False
    taken = [c for c in head.children if c.dep_ in PATIENTS]
    taken += [head.head] if head.dep_ in {"amod", "acl"} else []
    return bool(taken) and all(scene.classes(t) & _THINGS for t in taken)


def _is_only_had(noun: Token, scene: Scene) -> bool:
    """Tell whether it is arms that somebody has or lacks: "have no artillery in range"."""
    had = noun.dep_ == "obj" and noun.head.lemma_.lower() == "have"
    return had and not _THINGS.isdisjoint(scene.classes(noun))


def _lacks_object(match: Match) -> bool:
    """Tell whether nothing is said to be coerced by a verb of coercion: "the shop closed"."""
    coercing = (e for e in match.entries if e.event == "COERCE")
    needing = any(slot == "obj" for e in coercing for slot, _ in e.needs)
    if not needing or not match.head.tag_.startswith(_VERBAL):
        return False
    return not any(c.dep_ in PATIENTS for c in match.head.children)


def is_believed(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the heads leave a candidate standing; they know no idiom, no force that is
    somewhere or due there, no want that is told by prices, no harm beside the attack that did not
    do it, and no day that talks are moved to.
    """
    on_life = candidate.entry.words[0] == "attempt"  # "escaped an attempt on his life"
    known = on_life or candidate.entry.idiom or candidate.entry.frame in _UNSEEN
    known = known or is_renewed(candidate.entry)
    if scene.evidence is None or known or is_denied_harm(candidate.head):
        return True
    return scene.evidence.claim(anchor(candidate, scene)) >= thresholds.measured().trigger_keep


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
    return (
        scene.evidence is not None and weight(candidate, scene) >= thresholds.measured().trigger_add
    )


def weight(candidate: Candidate, scene: Scene) -> float:
    """Return how surely (0-1) the heads take a candidate for a claim; 0 where there are none."""
    if scene.evidence is None:
        return 0.0
    return max(scene.evidence.claim(i) for i in candidate.match.tokens)


def _learned_entry(head: Token, event: str, at: int, scene: Scene) -> Entry:
    kind = "verbs" if head.tag_.startswith(_VERBAL) else "nouns"
    if kind == "nouns" and not head.tag_.startswith(_NOMINAL):
        kind = "modifiers"
    mode = best_mode(event, at, scene)
    frame, rank = _usual(kind, event, mode)
    if kind == "verbs":
        frame = "receive" if event in _GOT and _gets(head) else frame
        frame = _FRAMES.get((_kind_of(head), event, mode), frame)
    return Entry((head.lower_,), kind, event, mode, frame, rank, (), "")


@told_by(_DEALING["receiving"])
def _gets(verb: Token) -> bool:
    """Tell whether a verb's subject only has something come to it, or not: "will get no food"; not
    "got food to the town", "got them out".
    """
    if verb.lemma_.lower() not in _DEALING["receiving"]:
        return False
    got = [c for c in verb.children if c.dep_ == "obj"]
    near = (*verb.children, *(c for o in got for c in o.children))
    moved = any(c.case_ in _TO or c.dep_ in _MOVED for c in near)
    return any(map(_is_got, got)) and not moved


def _is_got(thing: Token) -> bool:
    """Tell whether what one gets is a thing, or nothing; not "got them"."""
    people = thing.pos_ == "PRON" or "people" in classes.of_word(thing)
    return not people or thing.lower_ in _NOTHING


def _kind_of(verb: Token) -> str:
    """Return whether a verb tells of what one loses, or gets from another."""
    if verb.lemma_.lower() in _DEALING["losing"]:
        return "losing"
    near = (*verb.children, *(c for o in verb.children if o.dep_ == "obj" for c in o.subtree))
    given = any(c.case_ == "from" and c.dep_ in {"obl", "nmod"} and _gives(c) for c in near)
    return "getting" if given and verb.lemma_.lower() in _DEALING["getting"] else ""


def _gives(word: Token) -> bool:
    """Tell whether somebody may give: not "recovered the victims from under the rubble"."""
    return word.pos_ == "PROPN" or not classes.of_word(word).isdisjoint(_GIVERS)


@cache
def _usual(kind: str, event: str, mode: str | None) -> tuple[str, str]:
    """Return the frame and rank that most rows of a kind have which mean the same."""
    entries = triggers.entries(kind)
    rows = [e for e in entries if e.event == event and not triggers.hangs_on_object(e)]
    rows = [e for e in rows if not e.idiom]
    rows = [e for e in rows if e.frame != _TURNED]
    if kind == "nouns":  # a row of many names for killing weighs no more than one of few
        rows = [*{e.example: e for e in rows}.values()]
    same = [e for e in rows if e.mode == mode] or rows
    counts = Counter((e.frame, e.rank) for e in same)
    if not counts:
        return ("state" if kind == "modifiers" else "act"), "speech"
    return max(counts, key=lambda pair: (counts[pair], pair))
