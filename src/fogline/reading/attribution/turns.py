"""Whose turn it is to speak: "the ministry did not mention it. It said that ..." is the ministry,
though somebody else was cited last; "they said that ..." are those cited in the sentence before
(data: cues.csv, topics.csv).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import sources, voices
from fogline.reading.attribution.sayings import ANSWERING, CUES, SAYING
from fogline.reading.grammar.relations import VERBAL
from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fogline.model import Source
    from fogline.reading.attribution.sayings import Link
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_SPEAKING: Final = frozenset().union(
    SAYING, ANSWERING, CUES["spreading"], words("topics.csv", "words")["mentioning"]
)
_TURNS: Final = frozenset({"it", "he", "she"})
_BODIES: Final = frozenset({"organisation", "official", "armed-group"})


def speaker(link: Link, cited: Sequence[Source], scene: Scene) -> Token | None:
    """Return the body, or before "he said" the person, that the sentence before tells of as one
    that speaks or keeps silent, unless somebody is cited there; None where there is none.
    """
    start = scene.sentence(link.source).start
    if link.source.lower_ not in _TURNS or start == 0:
        return None
    before = scene.sentence(scene.doc[start - 1])
    root = next((t for t in scene.doc[before.start : before.stop] if t.head.i == t.i), None)
    if root is None or root.pos_ not in VERBAL or not _speaks(root):
        return None
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ == "NNS" or not _fits(link, subject, scene):
        return None
    since = scene.span(before.start, before.stop).start
    heard = any(s.cue is not None and s.cue.start >= since for s in cited)
    return None if heard else subject


def many(link: Link, cited: Sequence[Source], scene: Scene) -> Source | None:
    """Return those cited in the sentence before whom "they said" means: the outermost."""
    start, cue = scene.sentence(link.source).start, link.cue
    main = cue.dep_ == "root" or (cue.dep_ == "parataxis" and cue.head.dep_ == "root")
    if link.source.lower_ != "they" or not main or start == 0:
        return None
    last = scene.sentence(scene.doc[start - 1]).start
    since, until = scene.span(last, last + 1).start, scene.span(start, start + 1).start
    told = (s for s in reversed(cited) if s.start is not None and since <= s.start < until)
    return next((s for s in told if sources.are_many(s)), None)


def _fits(link: Link, subject: Token, scene: Scene) -> bool:
    """Tell whether "it" may mean a subject, a body; "he" and "she" mean a person."""
    kind = voices.kind(replace(link, source=subject, extent=None), scene)
    if link.source.lower_ == "it":
        return "actor" in scene.classes(subject) and kind in _BODIES
    return kind == "named-person" or "person" in scene.classes(subject)


def _speaks(root: Token) -> bool:
    """Tell whether a verb tells of speaking or of silence: "did not mention", "declined to
    comment", "gave no toll but said".
    """
    told = (root, *(c for c in root.children if c.dep_ in {"xcomp", "conj"}))
    return any(verb.lemma_.lower() in _SPEAKING for verb in told)
