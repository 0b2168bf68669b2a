"""What pronouns and "the group", "the city" point back to, within one document (codebook section 7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.model import Entity, Mention
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_PLURAL: Final = frozenset(
    {"they", "them", "their", "theirs", "themselves", "these", "those", "both"}
)
_THING: Final = frozenset({"it", "its", "itself", "this", "that"})
_PERSON: Final = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_FIRST: Final = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
_REACH: Final = 12
_GENERIC: Final = frozenset({"group", "movement", "organisation", "organization"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention met on the way, with what decides whether a pronoun may mean it."""

    mention: Mention
    number: str
    classes: frozenset[str]
    subject: bool
    proper: bool


@dataclass(slots=True)
class Memory:
    """The mentions of a document so far; the one mutable thing of a reading, made anew for each."""

    seen: list[Seen] = field(default_factory=list)
    place: Entity | None = None
    speaker: Mention | None = None

    def note(self, head: Token, scene: Scene) -> None:
        """Remember a noun phrase as something that a later pronoun may mean."""
        if head.pos_ == "PRON":
            return
        number = (
            "plural"
            if head.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in head.children)
            else "singular"
        )
        subject = head.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}
        self.seen.append(
            Seen(scene.mention(head), number, scene.classes(head), subject, head.pos_ == "PROPN" and head.i not in scene.places_at)
        )
        del self.seen[:-_REACH]

    def resolve(
        self, head: Token, scene: Scene, *, wide: bool = False, avoid: frozenset[str] = frozenset()
    ) -> Mention | None:
        """Return what a head stands for: itself, or what it points back to; None when unknown."""
        word = head.lower_
        if word in _FIRST:
            return self.speaker
        if head.pos_ in {"PRON", "DET"} and word in _PLURAL | _THING | _PERSON:
            return self._back(word, avoid)
        if head.pos_ == "PRON" or word in {"who", "which", "whom", "that"}:
            return None
        if head.lemma_.lower() in _GENERIC and _bare_definite(head):
            return self._named_group() or scene.mention(head)
        return scene.mention(head, wide=wide)

    def _named_group(self) -> Mention | None:
        """Return the last body named, for "the group" and "the movement"."""
        bodies = [s for s in self.seen if s.proper and s.classes & {"actor", "force"}]
        return bodies[-1].mention if bodies else None

    def _back(self, word: str, avoid: frozenset[str] = frozenset()) -> Mention | None:
        fitting = [s for s in self.seen if _fits(word, s) and s.mention.text not in avoid]
        subjects = [s for s in fitting[-4:] if s.subject]
        chosen = (subjects or fitting)[-1:]
        return chosen[0].mention if chosen else None


def _fits(word: str, seen: Seen) -> bool:
    if word in _PLURAL:
        return seen.number == "plural" and bool(seen.classes & {"actor", "people", "force"})
    if word in _PERSON:
        return "person" in seen.classes or (bool(seen.classes & {"people", "anonymous"}) and seen.number == "singular")
    named = seen.proper or bool(seen.classes & {"actor", "force", "site"})
    return seen.number == "singular" and "people" not in seen.classes and named


def _bare_definite(head: Token) -> bool:
    children = list(head.children)
    return any(c.lower_ in {"the", "this"} for c in children) and not any(
        c.dep_ in {"amod", "compound", "nmod", "nmod:poss", "flat", "acl", "acl:relcl"}
        for c in children
    )
