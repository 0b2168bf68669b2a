"""Whose turn it is to speak: "the ministry did not mention it. It said that ..." is the ministry,
though somebody else was cited last (data: cues.csv, topics.csv).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import voices
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
_BODIES: Final = frozenset({"organisation", "official", "armed-group"})


def speaker(link: Link, cited: Sequence[Source], scene: Scene) -> Token | None:
    """Return the body that the sentence before "it said" tells of as one that speaks or keeps
    silent, unless somebody is cited there; None where there is none.
    """
    start = scene.sentence(link.source).start
    if link.source.lower_ != "it" or start == 0:
        return None
    before = scene.sentence(scene.doc[start - 1])
    root = next((t for t in scene.doc[before.start : before.stop] if t.head.i == t.i), None)
    if root is None or root.pos_ not in VERBAL or not _speaks(root):
        return None
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if (
        subject is None
        or subject.tag_ == "NNS"
        or not _is_body(replace(link, source=subject, extent=None), scene)
    ):
        return None
    since = scene.span(before.start, before.stop).start
    heard = any(s.cue is not None and s.cue.start >= since for s in cited)
    return None if heard else subject


def _is_body(link: Link, scene: Scene) -> bool:
    return "actor" in scene.classes(link.source) and voices.kind(link, scene) in _BODIES


def _speaks(root: Token) -> bool:
    """Tell whether a verb tells of speaking or of silence: "did not mention", "declined to
    comment".
    """
    told = (root, *(c for c in root.children if c.dep_ == "xcomp"))
    return any(verb.lemma_.lower() in _SPEAKING for verb in told)
