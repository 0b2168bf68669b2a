"""Who speaks in each quoted stretch of a part."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from fogline.reading.names import text_of
from fogline.reading.sayings import SAYING, Link, speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Doc, Token

_STATEMENTS: Final = frozenset({"statement", "remark", "message", "comment", "declaration"})
_MARKS: Final = frozenset('"“”`')


class Quotes:
    """The quoted stretches of a part and who speaks in each."""

    def __init__(self, doc: Doc) -> None:
        self._ranges = list(_quoted(doc))
        self._speakers = self._find(doc)

    def inside(self, token: Token) -> bool:
        """Tell whether a token stands in a quotation."""
        return self._at(token) is not None

    def speaker(self, token: Token) -> Link | None:
        """Return who speaks where the token stands, None outside quotations."""
        at = self._at(token)
        return self._speakers[at] if at is not None else None

    def _at(self, token: Token) -> int | None:
        at = bisect_left(self._ranges, (token.i,)) - 1
        return at if at >= 0 and token.i < self._ranges[at][1] else None

    def _find(self, doc: Doc) -> list[Link | None]:
        speakers: list[Link | None] = []
        for start, end in self._ranges:
            own = _said_near(doc, start, end) or _introduced(doc, start)
            previous = speakers[-1] if speakers else None
            speakers.append(own or (previous if end - start > 6 else None))
        return speakers


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    if not _MARKS.intersection(text_of(doc)):
        return
    opened: int | None = None
    for token in doc:
        if token.text == "“" or (token.text in {'"', "''", "``"} and opened is None):
            opened = token.i
        elif token.text == "”" or (token.text in {'"', "''", "``"} and opened is not None):
            if opened is not None and token.i - opened > 3:
                yield opened, token.i
            opened = None


def _said_near(doc: Doc, start: int, end: int) -> Link | None:
    """Return the speaker of a verb of saying just after or just before a quotation."""
    after = range(end + 1, min(end + 14, len(doc)))
    before = range(start - 1, max(start - 14, -1), -1)
    for window in (after, before):
        for i in window:
            token = doc[i]
            if token.text in {'"', "“", "”"} or (token.is_sent_start and i > end + 2):
                break
            if token.lemma_.lower() in SAYING and token.pos_ == "VERB":
                return _speaking(token)
    return None


def _introduced(doc: Doc, start: int) -> Link | None:
    """Return who speaks in what a line brings: "X released the following statement today:"."""
    before = next((doc[i] for i in range(start - 1, -1, -1) if not doc[i].is_space), None)
    if before is None or before.text != ":":
        return None
    root = before.sent.root
    brings = any(t.lemma_.lower() in _STATEMENTS for t in before.sent)
    if root.pos_ != "VERB" or not (brings or root.lemma_.lower() in SAYING):
        return None
    who = next((c for c in root.children if c.dep_ == "nsubj"), None)
    return Link(who, root, root.i) if who is not None else None


def _speaking(verb: Token) -> Link | None:
    who = speaker(verb)
    if who is None and verb.i:
        # "..., X, the group's spokesman, said": the parse may hang the name elsewhere.
        names = [e for e in verb.sent.ents if e.label_ == "PER" and 0 < verb.i - e.end < 10]
        who = names[-1].root if names else None
        who = who or (verb.nbor(-1) if verb.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"} else None)
    return Link(who, verb, verb.i) if who is not None else None
