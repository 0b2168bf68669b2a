"""Sources by the words' order alone: "according to X", "... X said.", where a parse has lost its
way.

Some corpora have lost their commas and quotation marks; there the trailing "a monitoring group
said" hangs anywhere on the parse, but still stands where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Doc, Token
    from fogline.reading.scene import Scene

_NOMINAL: Final = frozenset("NN NNS NNP NNPS POS PRP$ JJ CD HYPH NFP FW".split())
_INNER: Final = frozenset({"of", "for", "in", "at"})
_LONGEST: Final = 12


def before(verb: Token, floor: int, scene: Scene) -> tuple[int, int] | None:
    """Return the token range of the nominal phrase that ends just before a verb, after `floor`.

    None where the word before the verb is no noun.
    """
    doc = verb.doc
    end = verb.i
    while (
        end > floor + 1
        and doc[end - 1].tag_ in {"RB", "MD", "VBD", "VBZ"}
        and doc[end - 1].pos_ in {"ADV", "AUX"}
    ):
        end -= 1
    if end - 1 <= floor or not doc[end - 1].tag_.startswith(("NN", "PRP")):
        return None
    start = _start(doc, end - 1, floor, scene)
    if start - 1 > floor and doc[start - 1].tag_ == "IN":
        return None
    while start < end - 1 and doc[start].tag_ in {"DT", "PRP$", "POS", "HYPH", "IN"}:
        start += 1
    return start, end


def after(preposition: Token, scene: Scene) -> tuple[int, int] | None:
    """Return the token range of the phrase that "according to" brings, known names first."""
    doc, start = preposition.doc, preposition.i + 1
    while start < len(doc) and doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    if start >= len(doc):
        return None
    known = scene.actors_at.get(start) or (
        scene.actors_at.get(start + 1) if start + 1 < len(doc) else None
    )
    end = start
    while end < len(doc) and end - start < _LONGEST and _continues(doc, start, end):
        end += 1
        if known is not None and end < len(doc) and _closes(known, end, scene):
            break
    return (start, end) if end > start else None


def _closes(known: Entity, end: int, scene: Scene) -> bool:
    """Tell whether a known name ends before token `end`, with no place of its own behind it."""
    inside = scene.actors_at.get(end - 1) is known
    return (
        inside and scene.actors_at.get(end) is not known and scene.doc[end].text not in {"in", "("}
    )


def _continues(doc: Doc, start: int, end: int) -> bool:
    token = doc[end]
    if token.tag_ in _NOMINAL:
        # A lower-case adjective after a name opens the next phrase when a comma is lost.
        return not (
            end > start and token.tag_ in {"JJ", "CD"} and doc[end - 1].tag_.startswith("NN")
        )
    return end > start and token.lower_ in {"of", "for", "in", "the"} and end + 1 < len(doc)


def _start(doc: Doc, last: int, floor: int, scene: Scene) -> int:
    start = last
    while start - 1 > floor and last - start < _LONGEST:
        token = doc[start - 1]
        if token.i in scene.times_at or (token.is_sent_start and token.is_punct):
            break
        if token.tag_ == "DT":
            start -= 1
            if doc[start - 1].lower_ not in _INNER or start - 1 <= floor:
                break
        elif token.tag_ in _NOMINAL or token.lower_ in _INNER:
            start -= 1
        else:
            break
    return start
