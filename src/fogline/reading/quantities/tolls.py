"""Which claim of a sentence the harm counted in it belongs to (codebook, sections 1 and 7).

Deaths told as the result of an attack are that attack's casualties. The word of harm is followed up
the parse to the trigger that it is, was merged into or hangs below; where none stands above it, to
the nearest one in the same clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from fogline.model import HARMS, Casualties, Range
from fogline.reading.factuality.forgone import is_attempted
from fogline.reading.quantities import mortality
from fogline.reading.quantities.counts import added
from fogline.reading.quantities.harmwords import HURT
from fogline.reading.roles import converse
from fogline.reading.roles.ruined import ruined
from fogline.reading.tables import words
from fogline.reading.triggers.merging import is_repelled, only_advances

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.quantities.harm import Harm
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
    from fogline.reading.triggers.triggers import Entry

_ALL: Final = frozenset(HARMS)
COUNTED: Final[Mapping[str, frozenset[str]]] = {
    "ASSAULT": _ALL,
    "CONDITION": _ALL,
    "COERCE": frozenset({"missing", "displaced"}),
    "AID": _ALL,
}
"""The kinds of harm that each category counts."""
_ATTACK: Final = frozenset({"attack", "defence"})
_HARMED: Final = words("quantities/telling.csv", "word")["harmed"]
_LEAVE: Final = "leave"
_LATER: Final = frozenset({"wound", "injury", "hospital"})  # who dies of what was done before


def assigned(
    found: Sequence[Candidate], harms: Sequence[Harm], scene: Scene
) -> dict[int, Casualties]:
    """Return the casualties of each candidate of a sentence, by the index of its head."""
    owners = {word.i: candidate for candidate in found for word in candidate.words}
    counts: dict[int, dict[str, Range]] = {}
    for n, harm in enumerate(harms):
        if is_attempted(scene.token_at(harm.cue_start)):
            continue
        for owner in _owners(harm, owners, found, scene):
            if harm.kind in _counting(owner.entry):
                told = counts.setdefault(owner.head.i, {})
                more = any(_adds(harm, other, owners, scene) for other in harms[:n])
                told[harm.kind] = _total(told.get(harm.kind), harm.range, more=more)
    return {i: Casualties(**kinds) for i, kinds in counts.items()}


def _counting(entry: Entry) -> frozenset[str]:
    """Return the kinds of harm that a claim counts; who repels an attack harms its attackers."""
    return _ALL if entry.frame == "repel" else COUNTED.get(entry.event, frozenset())


def _total(told: Range | None, counted: Range, *, more: bool) -> Range:
    """Return a count with what is added to it; where nothing is, the one told first stands."""
    if told is None:
        return counted
    return added([told, counted]) if more else told


def _adds(harm: Harm, other: Harm, owners: Mapping[int, Candidate], scene: Scene) -> bool:
    """Tell whether a count is of others than one before: "six rebels were killed and four guards
    died"; zero, a restated toll and who died elsewhere add nothing.
    """
    if harm.kind != other.kind or harm.start < other.end or 0 in {harm.range.max, other.range.max}:
        return False
    one, two = scene.token_at(other.cue_start), scene.token_at(harm.cue_start)
    beside = [c.lemma_.lower() for c in two.children if c.dep_ == "obl"]
    again = one.lemma_ == two.lemma_  # "injuring 19 at the port and injuring three at the mill"
    elsewhere = _LATER.isdisjoint(beside) and (two.i in owners or (bool(beside) and not again))
    return two.dep_ == "conj" and two.head.i == one.i and not elsewhere


def _owners(
    harm: Harm, owners: Mapping[int, Candidate], found: Sequence[Candidate], scene: Scene
) -> Iterator[Candidate]:
    """Yield the candidates whose casualties a count is."""
    cue = scene.token_at(harm.cue_start)
    if cue.i not in owners and _only_describes(harm, cue):
        return
    owner = _owner(cue, owners)
    if _is_part(cue):  # "five of the dead were children" is no toll of the raid
        yield from (owner,) if owner is not None and owner.head.i == cue.i else ()
        return
    if owner is None and harm.range.max == 0:  # "four were wounded, no deaths"
        owner = owners.get(cue.head.i)
    attacks = [c for c in found if _is_attack(c) and c.entry.rank in _ATTACK]
    if owner is None:
        yield from attacks if len(attacks) == 1 and attacks[0].head.i < cue.i else ()
        return
    yield owner
    if owner.entry.event == "ASSAULT":
        yield from _sharing(owner, attacks)
    else:
        yield from (a for a in attacks if harm.kind in HURT and ruined(a.head, scene))


def _only_describes(harm: Harm, cue: Token) -> bool:
    """Tell whether a harm word only says which one is meant: "flew out a wounded sergeant"."""
    return cue.dep_ == "amod" and harm.range == Range(1, 1) and harm.start <= cue.idx < harm.end


def _is_part(cue: Token) -> bool:
    """Tell whether some of the harmed are counted: "five of the dead", "among the wounded"."""
    if cue.lower_ not in _HARMED:
        return False
    before = [t.lower_ for t in cue.doc[max(0, cue.i - 2) : cue.i]]
    return before in (["of", "the"], ["among", "the"])


def _owner(cue: Token, owners: Mapping[int, Candidate]) -> Candidate | None:
    """Return the candidate above a word of harm, else the nearest attack in its clause."""
    reason = mortality.cause(cue)
    if reason is not None and reason.i in owners and cue.i not in owners:
        return owners[reason.i]
    node = cue
    while node.i not in owners or (node.lemma_.lower() == _LEAVE and node.i != cue.i):
        near = [i for i, c in owners.items() if _is_attack(c) and _is_below(cue.doc[i], node)]
        near = [i for i in near if not is_repelled(cue.doc[i], cue)]
        if near:
            return owners[min(near, key=lambda i: abs(i - cue.i))]
        if node.head.i == node.i or node.dep_ in _BORDERS:
            return None
        node = node.head
    return owners[node.i]


def _is_attack(candidate: Candidate) -> bool:
    entry = candidate.entry
    return entry.event == "ASSAULT" and (entry.rank == "defence" or entry.mode not in _OTHER)


_OTHER: Final = frozenset({"destroy", "abduct"})


_BORDERS: Final = frozenset({"ccomp", "parataxis"})


def _is_below(token: Token, node: Token) -> bool:
    """Tell whether a token stands below another within the same clause."""
    while token.i != node.i:
        if token.head.i == token.i or token.dep_ in _BORDERS:
            return False
        token = token.head
    return True


def _sharing(owner: Candidate, attacks: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the attacks that an owner's casualties are told of as well: "raids and rocket fire"."""
    alone = owner.entry.rank == "harm" and len(attacks) == 1
    apart = converse.cause(owner.head)
    for other in (a for a in attacks if converse.cause(a.head) == apart):
        if only_advances(other.head, owner.head) or is_repelled(other.head, owner.head):
            continue
        if other is not owner and (_paired(owner, other) or (alone and _one_telling(owner, other))):
            yield other


def _only_defends(other: Candidate, owner: Candidate) -> bool:
    """Tell whether an attack only met the one that killed: "two were shot down and one hit a house,
    killing three".
    """
    return other.entry.rank == "defence" and owner.entry.rank != "defence"


def _paired(one: Candidate, other: Candidate) -> bool:
    joined = _is_added(one.head, other) or _is_added(other.head, one)
    return joined and not _only_defends(other, one)


def _is_added(token: Token, other: Candidate) -> bool:
    return token.dep_ == "conj" and token.head.i in {w.i for w in other.words}


def _one_telling(harm: Candidate, attack: Candidate) -> bool:
    """Tell whether harm and an attack are told in one clause complex: "killed when it was hit"."""
    return _leads(attack.head, harm.head) or _leads(harm.head, attack.head)


def _leads(below: Token, above: Token) -> bool:
    """Tell whether a path leads up that no clause of another time or subject interrupts."""
    while below.i != above.i:
        apart = below.dep_ in _APART or any(c.lower_ in _ASIDE for c in below.children)
        if apart or below.head.i == below.i:
            return False
        below = below.head
    return True


_APART: Final = frozenset({"ccomp", "parataxis", "acl:relcl"})
_ASIDE: Final = frozenset({"since", "while", "as", "although", "though", "before", "until", "if"})
