"""The mode of a claim where its trigger leaves it open: by the weapons and movers named beside it
(data: weapons.csv, movers.csv).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.tables import rows, words
from fogline.reading.triggers.contents import content_mode
from fogline.reading.words.classes import mode_of_model

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.triggers.triggers import Entry

_MODES: Final = {
    word: row["mode"] for row in rows("weapons.csv") for word in row["word"].split("|")
}
_MOVERS: Final = {
    (row["kind"], word): row["mode"]
    for row in rows("movers.csv")
    for word in row["words"].split("|")
}
_WEAPON: Final = re.compile(
    r"\b(?:" + "|".join(re.escape(w) for w in sorted(_MODES, key=len, reverse=True)) + r")\b"
)
_NAMING: Final = frozenset(
    {"compound", "amod", "obj", "nsubj", "nsubj:pass", "obl", "nmod", "obl:agent"}
)
_OF_IT: Final = frozenset({"compound", "amod", "nmod", "flat"})
_GENERIC: Final = frozenset({"", "ground", "heavy-weapons", "firearms"})
_OPEN: Final = words("again.csv", "word")["strike"]
_ROUND: Final = 6
_NEAR: Final = 4
_SHIPS: Final = frozenset({"aerial", "heavy-weapons", "drone"})


@dataclass(slots=True)
class LastWeapon:
    """The weapon that the document last spoke of, for "the strikes", "the bombardment" after it."""

    mode: str | None = None


def mode(head: Token, entry: Entry, who: Participants, last_weapon: LastWeapon) -> str | None:
    """Return a claim's mode: the entry's, refined for ASSAULT and MOBILIZE by what is named beside
    it.
    """
    if entry.event == "MOBILIZE":
        return entry.mode if entry.mode == "weapons" else _mover(head, who) or entry.mode
    if entry.event in {"REQUEST", "REJECT", "THREATEN"}:
        return content_mode(head, entry)
    if entry.event == "CONSULT":
        return entry.mode or _meeting(head, who)
    if entry.event != "ASSAULT" or entry.frame in {"mutual", "fight"} or _harms(entry):
        return entry.mode
    if _from_above(head):
        return "aerial"
    named = _named(_beside(head, entry, who))
    if entry.mode and (entry.mode not in _GENERIC or named is None):
        found = _bombing(head, entry, named, last_weapon)
    else:
        found = named or entry.mode or _remembered(head, last_weapon)
    if found in _SHIPS or found in {"explosives", "suicide-attack"}:
        last_weapon.mode = found
    return found


def _from_above(head: Token) -> bool:
    """Tell whether it is said outright that it came from the air."""
    return any(c.lower_ == "air" and preposition(c) == "from" for c in head.children)


def _is_with(verb: Token) -> bool:
    """Tell whether it is said what it was done with: "bombed the market with artillery"."""
    return any(_named((c,)) for c in verb.children if preposition(c) == "with")


def _harms(entry: Entry) -> bool:
    """Tell whether a word only tells the harm done, or of what is shot down, whatever with;
    "shells fell" names what did it.
    """
    return entry.rank == "defence" or (entry.rank == "harm" and entry.frame != "happen")


def _bombing(head: Token, entry: Entry, named: str | None, last_weapon: LastWeapon) -> str | None:
    """Settle words that the document's weapon decides: "the bombardment" by jets is aerial."""
    if named and (head.lemma_.lower() in _OPEN or (head.pos_ == "VERB" and _is_with(head))):
        return named
    if head.lemma_.lower() == "bombardment" and last_weapon.mode == "aerial":
        return "aerial"
    if head.lemma_.lower() in {"bombing"} and last_weapon.mode in {"explosives", "suicide-attack"}:
        return last_weapon.mode
    if head.lemma_.lower() == "raid" and last_weapon.mode == "aerial":
        return "aerial"
    if head.lemma_.lower() in {"blast", "explosion"} and last_weapon.mode == "suicide-attack":
        return last_weapon.mode
    return entry.mode


def _beside(head: Token, entry: Entry, who: Participants) -> Iterable[Token]:
    """Yield the words that may name a weapon: modifiers, objects, instruments, the actors' own
    nouns; not who is hit: "a tank came under fire", "took potshots at a drone".
    """
    harmed = who.recipients if entry.frame == "struck" else ()
    yield head
    if head.dep_ in {"acl", "acl:relcl"}:
        yield head.head
    with_it = (c for c in head.head.children if head.dep_ == "obl" and preposition(c) == "with")
    yield from with_it
    for child in head.children:
        if child.dep_ in _NAMING and child not in harmed and preposition(child) != "at":
            yield child
            within = [c for c in child.children if c.dep_ in _OF_IT]
            yield from within
            rounds = (c for c in within if c.dep_ == "nmod" and child.dep_ == "obj")
            yield from (c for noun in rounds for c in noun.children if c.dep_ == "compound")
    for actor in who.actors:
        yield actor
        yield from (c for c in actor.children if c.dep_ in {"compound", "amod"})


def _named(tokens: Iterable[Token]) -> str | None:
    """Return the mode of the first weapon named, two words ("suicide bomber") before one."""
    for token in tokens:
        before = token.nbor(-1).lower_ if token.i else ""
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        for form in (f"{before} {token.lower_}", f"{token.lower_} {after}", token.lower_):
            if form in _MODES:
                return _MODES[form]
        if (made := mode_of_model(token.lower_)) is not None:
            return made
    return None


def _remembered(head: Token, last_weapon: LastWeapon) -> str | None:
    """Return the weapon last spoken of, for "the attacks" and "strikes" alone."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in _OPEN:
        return None
    return last_weapon.mode if is_definite(head) or head.lemma_.lower() == "strike" else None


def _meeting(head: Token, who: Participants) -> str | None:
    """Return how a meeting or talks are held: through a third, or by the many of a body."""
    said = {t.lower_ for t in head.subtree if abs(t.i - head.i) < _ROUND}
    met = [*who.actors, *who.recipients]
    named = {t.lower_ for word in met for t in (word, *word.children)}
    between = {a.lemma_.lower() for a in who.actors} if "both" in said else set()
    third = _told("brokered", said) or _told("between", between)
    return third or _told("many", named | said)


def _told(kind: str, said: Iterable[str]) -> str | None:
    """Return the mode that words tell which are of a kind, None where none is."""
    return next((_MOVERS[kind, word] for word in said if (kind, word) in _MOVERS), None)


def _mover(head: Token, who: Participants) -> str | None:
    """Return the mode that what is moved tells, else who moves: "sent jets", "police moved in"."""
    moved = [c for c in head.children if c.dep_ in PATIENTS or preposition(c) == "of"]
    moved += [w for c in moved for w in c.children if c.like_num and w.dep_ == "nmod"]
    found = (m for word in (*moved, *who.actors) if (m := _moving(word)))
    return next(found, None)


def _moving(word: Token) -> str | None:
    lemma = word.lemma_.lower()
    near = " ".join(t.lower_ for t in word.subtree if abs(t.i - word.i) < _NEAR)
    if "carrier" in near or mode_of_model(word.lower_) or _WEAPON.search(near):
        return "weapons"
    return _told("mover", (lemma,))
