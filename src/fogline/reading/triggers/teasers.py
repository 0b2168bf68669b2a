"""Link teasers, lists of tags and photographers' credits that ran into a text: no claims are read
in them (codebook, section 7).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token
    from fogline.reading.scene import Scene

_WORDS: Final = words("teasers.csv", "words")
_OPENERS: Final = {
    kind: sorted((tuple(w.split()) for w in _WORDS[kind]), key=len, reverse=True)
    for kind in ("teaser", "tags")
}
_FIRST: Final = frozenset(opener[0].lower() for openers in _OPENERS.values() for opener in openers)
_MOST: Final = 20  # tags of an article
_LEAST: Final = 4  # words of a title after its opener, fewer may begin a sentence


def tokens(scene: Scene) -> frozenset[int]:
    """Return the tokens of a part that such stretches fill."""
    return scene.once(_filled)


def _filled(scene: Scene) -> frozenset[int]:
    if scene.part.role == "headline":
        return frozenset()
    return frozenset(i for stretch in _stretches(scene.doc) for i in stretch)


def _stretches(doc: Doc) -> Iterator[range]:
    done = 0
    for token in doc.reading(_FIRST):
        if token.i < done or not _begins(token):
            continue
        for kind, openers in _OPENERS.items():
            size = next((len(o) for o in openers if _opens(token, o)), 0)
            end = _end(doc, token.i + size, kind) if size else token.i
            if end - token.i - size >= _LEAST:
                yield range(token.i, end)
                done = end
                break


def _begins(token: Token) -> bool:
    """Tell whether a word may open a stretch: capitalised, at a text's or a sentence's beginning,
    after a number or a full stop.
    """
    if not token.text[:1].isupper() or token.is_sent_start or token.i == 0:
        return token.text[:1].isupper()
    before = token.nbor(-1)
    return before.text in {".", '"', "”"} or before.like_num


def _opens(token: Token, opener: tuple[str, ...]) -> bool:
    doc, i = token.doc, token.i
    return tuple(t.text for t in doc[i : i + len(opener)]) == opener


def _end(doc: Doc, start: int, kind: str) -> int:
    """Return where a stretch ends: a title with its last capital, tags before a sentence's first
    word.
    """
    end = start
    if kind == "tags":
        if not doc[start : start + 1] or not doc[start].text[:1].isupper():
            return start
        return next((i for i in range(start, len(doc)) if _ends_tags(doc[i], i - start)), len(doc))
    for i in range(start, len(doc)):
        token = doc[i]
        if token.text[:1].isupper() or token.like_num or (token.is_punct and token.text != "."):
            end = i + 1
        elif token.lower_ not in _WORDS["small"]:
            break
    return end


def _ends_tags(token: Token, count: int) -> bool:
    """Tell whether a sentence begins at a word after so many tags, or the list has no end."""
    first = token.text[:1].isupper() and (token.like_num or token.text in _WORDS["opening"])
    return first or token.text == "." or count == _MOST
