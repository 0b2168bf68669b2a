"""A claim with all that its reading knew when it was made, and a reason for one of its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from fogline.model import Claim, Span
from fogline.reading import drafts
from fogline.reading.grammar.phrases import extent
from fogline.reading.learned import facts, sourcing, thresholds, values
from fogline.reading.roles import casting

if TYPE_CHECKING:
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.drafts import Sentence
    from fogline.reading.language import Token
    from fogline.reading.roles.doers import Participants
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate
    from fogline.reading.triggers.modes import LastWeapon
    from fogline.reading.triggers.triggers import Entry

By = Literal["rule", "heads", "both", "default"]
WORTH_TELLING: Final = 0.05  # probabilities below say nothing
AGAIN: Final = "as of the attack told before, to which these words point back"


@dataclass(frozen=True, slots=True)
class Why:
    """Why a slot holds a value.

    `by` is who decided: a rule with its lexicon row, the learned heads, both alike, or nobody
    ("default": the text is silent, and so much is taken for granted). `words` are where the text
    says so, `ruled_out` what was weighed and left, each with its reason.
    """

    slot: str
    value: str
    by: By
    words: tuple[Span, ...]
    reason: str
    ruled_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A claim, the candidate that it was made from, and what was remembered just before."""

    claim: Claim
    candidate: Candidate
    sentence: Sentence
    memory: Memory
    last_weapon: LastWeapon

    @property
    def scene(self) -> Scene:
        """The part that the claim stands in."""
        return self.sentence.scene

    @cached_property
    def plain(self) -> Scene:
        """The part as the rules alone see it."""
        return replace(self.scene, evidence=None)

    @property
    def head(self) -> Token:
        """The word that heads the trigger."""
        return self.candidate.head

    @property
    def entry(self) -> Entry:
        """The sense that the trigger was read in."""
        return self.candidate.entry

    @cached_property
    def who(self) -> Participants:
        """Who acts and is acted on, as the claim was made."""
        ruled = facts.who(self.candidate, self.scene)
        return casting.participants(ruled, self.candidate, self.scene)

    @cached_property
    def ruled_links(self) -> list[Link]:
        """The sources that the rules find, innermost first."""
        return facts.links(self.head, self.scene)

    @cached_property
    def links(self) -> list[Link]:
        """The sources, as the claim was made."""
        found = sourcing.links(self.ruled_links, self.candidate, self.scene)
        return drafts.sources(found, self.candidate, self.who).links

    @property
    def anchor(self) -> int:
        """The word that the heads take for the trigger."""
        return values.anchor(self.candidate, self.scene)

    def tokens(self) -> Iterator[Token]:
        """Yield the words of the claim's sentence."""
        return (self.scene.doc[i] for i in self.scene.sentence(self.head))

    def spans(self, tokens: Iterable[Token]) -> tuple[Span, ...]:
        """Return words as spans of the document's text, in text order."""
        return tuple(self.scene.span(i, i + 1) for i in sorted({t.i for t in tokens}))

    def phrase(self, head: Token) -> str:
        """Return the noun phrase of a word in quotation marks."""
        return said(self.scene.span(*extent(head)).text)

    def likely(self, kind: str) -> list[tuple[str, float]]:
        """Return the heads' values of one kind with their probabilities, likeliest first."""
        evidence = self.scene.evidence
        row = evidence.tag(kind, self.anchor) if evidence is not None else None
        if evidence is None or row is None:
            return []
        names = _NAMES.get(kind) or getattr(evidence.labels, _LABELS.get(kind, kind))
        found = zip(names, map(float, row), strict=True)
        return sorted(found, key=lambda pair: -pair[1])

    def role(self, role: str, token: Token) -> float | None:
        """Return how likely the heads take a word for one that stands in a role to the claim."""
        evidence = self.scene.evidence
        return None if evidence is None else evidence.role(role, self.anchor, token.i)

    def copy_of_memory(self) -> Memory:
        """Return the memory to ask anew, since asking may change it."""
        return replace(self.memory, seen=list(self.memory.seen))


_NAMES: Final = {"polarity": ("positive", "negative")}
_LABELS: Final = {"event": "events", "code": "codes"}


def decided(value: str, ruled: str, likely: list[tuple[str, float]], *, silent: bool = False) -> By:
    """Return who decided a value; `ruled` is the rules', `silent` where no word told them."""
    if value != ruled:
        return "heads"
    if likely and likely[0][0] == value:
        return "both"
    return "default" if silent else "rule"


def stands(case: Case, role: str, token: Token, ruled: Iterable[Token]) -> By:
    """Return who put a word into a role."""
    likelihood = case.role(role, token)
    if token.i not in {t.i for t in ruled}:
        return "heads"
    least = getattr(thresholds.measured(), f"{role}_add")
    return "both" if likelihood is not None and likelihood >= least else "rule"


def others(likely: list[tuple[str, float]], value: str, empty: str = "nothing") -> tuple[str, ...]:
    """Return the other values that the heads thought of, as words; `empty` is no value's name."""
    return tuple(
        f"{name or empty}: the heads give it {p:.2f}"
        for name, p in likely
        if name != value and p >= WORTH_TELLING
    )


def given(likely: list[tuple[str, float]], value: str) -> str:
    """Return the heads' probability of a value as the end of a sentence; "" without heads."""
    found = dict(likely)
    return f"; the heads give it {found.get(value, 0.0):.2f}" if found else ""


def said(text: str) -> str:
    """Return words of the text in quotation marks, on one line."""
    return f"“{' '.join(text.split())}”"
