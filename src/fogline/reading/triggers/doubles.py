"""A noun and its verb that name one event are one claim (codebook, section 1)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.standing import is_renewed
from fogline.reading.grammar.relations import CORE
from fogline.reading.learned import detecting
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_EVENTS: Final = frozenset(
    (
        "CONDITION CONSULT COERCE SANCTION PROTEST RETREAT AGREE THREATEN CONTROL CONCEDE "
        "MOBILIZE AID"
    ).split()
)
_ENDING: Final = words("negations.csv", "word")["ending"]


def named_once(candidates: list[Candidate], scene: Scene) -> list[Candidate]:
    """Return a sentence's candidates without those that another one says better, or that only say
    that another is over.
    """
    sieges = [c for c in candidates if c.entry.kind == "nouns" and c.entry.mode == "besiege"]
    candidates = [c for c in candidates if not any(_ends(c, siege) for siege in sieges)]
    alike: dict[tuple[str, str | None], list[Candidate]] = defaultdict(list)
    for one in candidates:
        alike[one.entry.event, one.entry.mode].append(one)
    doubled = {key for key, those in alike.items() if len(those) > 1 and key[0] in _EVENTS}
    return [
        one for one in candidates
        if (key := (one.entry.event, one.entry.mode)) not in doubled
        or not any(_is_said_better(one, other, scene) for other in alike[key])
    ]  # fmt: skip


def _is_said_better(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a noun and its own verb name one event and the other names it better: "curfew
    imposed", "the truce collapsed".
    """
    mine = candidate.entry
    if candidate.head.dep_ == "xcomp" and candidate.head.head.i == other.head.i:
        return mine.event == "THREATEN"  # "vowed to avenge"
    noun, verb = (candidate, other) if mine.kind == "nouns" else (other, candidate)
    if noun.entry.kind != "nouns" or verb.entry.kind != "verbs" or not _is_its_own(noun, verb):
        return False
    weigh = detecting.weight
    if is_renewed(verb.entry) or weigh(noun, scene) == weigh(verb, scene):
        return candidate is noun
    return weigh(candidate, scene) < weigh(other, scene)


def _ends(verb: Candidate, noun: Candidate) -> bool:
    """Tell whether a verb only says that a siege is over: "broke the siege" is a siege no more."""
    ends = verb.entry.kind == "verbs" and verb.head.lemma_.lower() in _ENDING
    return ends and noun.head.dep_ in CORE and noun.head.head.i == verb.head.i


def _is_its_own(noun: Candidate, verb: Candidate) -> bool:
    owners = (c for c in noun.head.children if c.dep_ == "nmod:poss" and c.pos_ != "PRON")
    if next(owners, None) is not None:  # "accepted the rebels' offer"
        return False
    taken = noun.head.dep_ in CORE and noun.head.head.i == verb.head.i
    return taken or (verb.head.dep_ == "acl" and verb.head.head.i == noun.head.i)
