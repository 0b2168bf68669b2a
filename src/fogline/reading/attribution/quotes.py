"""Who speaks in each quoted stretch of a part."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import presenting
from fogline.reading.attribution.sayings import SAYING, Link, citing, speaker
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS
from fogline.reading.tables import words
from fogline.reading.words.classes import of_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from fogline.reading.language import Doc, Token

_CUES: Final = words("cues.csv", "cue")
_STATEMENTS: Final = _CUES["stating"]
_MARKS: Final = frozenset('"“”`')
_SHORT: Final = 6  # tokens of a quotation that may be but a few words of a sentence
_LABEL: Final = 8  # ... before a colon that may name who speaks
_STRAIGHT: Final = frozenset({'"', "''", "``"})
_QUOTING: Final = _STRAIGHT | {"“", "”"}
_LISTED: Final = re.compile(r"\s*[-–•*·]\s")
_TURNS: Final = 3  # labelled lines that make a transcript
_COLONS: Final = frozenset({":", "):"})
_CLOSING: Final = frozenset({".", "?", "!", "…", '"', "”"})
_PRESENTING: Final = _CUES["presenting"]
_FIRST_PERSON: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b")
_SECOND_PERSON: Final = re.compile(r"\b[Yy]ou(?:rs?|rselves)?\b")
_GREETING: Final = _CUES["greeting"]
_BELOW: Final = 400  # characters below a label in which those are called "you" whom it addresses
_NOTES: Final = re.compile(
    r"\s*(?:notes? (?:to|for)|further|background|contact|media|follow|ends?)\b", re.I
)


class Quotes:
    """The quoted stretches of a part and who speaks in each."""

    def __init__(self, doc: Doc) -> None:
        stated = [*_stated(doc), *_transcribed(doc)]
        quoted = (
            (start, end)
            for start, end in _quoted(doc)
            if not any(first <= start < last for first, last, _ in stated)
        )
        told: dict[tuple[int, int], Link | None] = {(a, b): link for a, b, link in stated}
        self._ranges = sorted([*quoted, *told])
        self._speakers = self._find(doc, told)

    def inside(self, token: Token) -> bool:
        """Tell whether a token stands in a quotation."""
        return self._at(token) is not None

    def speaker(self, token: Token) -> Link | None:
        """Return who speaks where the token stands, None outside quotations."""
        at = self._at(token)
        return self._speakers[at] if at is not None else None

    def holds(self, token: Token, found: Iterable[Link]) -> bool:
        """Tell whether all sources found for a token are named in the quotation that it stands in:
        whom a speaker cites stands further in than the speaker.
        """
        at = self._at(token)
        if at is None:
            return False
        start, end = self._ranges[at]
        return all(start <= link.source.i < end for link in found)

    def _at(self, token: Token) -> int | None:
        at = bisect_left(self._ranges, (token.i,)) - 1
        return at if at >= 0 and token.i < self._ranges[at][1] else None

    def _find(self, doc: Doc, told: Mapping[tuple[int, int], Link | None]) -> list[Link | None]:
        speakers: list[Link | None] = []
        for start, end in self._ranges:
            own = told.get((start, end)) or _said_near(doc, start, end) or _introduced(doc, start)
            previous = speakers[-1] if speakers else presenting.speaker(doc, start)
            goes_on = end - start > _SHORT or _is_whole(doc, start, end)
            speakers.append(own or (previous if goes_on else None))
        return speakers


def _is_whole(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a quotation is a sentence of its own, not a few words of one."""
    return doc[start + 1].text[:1].isupper() and doc[end - 1].text in {".", "!", "?", "…"}


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    if not _MARKS.intersection(text_of(doc)):
        return
    opened: int | None = None
    for token in doc.reading(_QUOTING):
        side = _side(token, is_open=opened is not None)
        if side == "“":
            if opened is not None and token.text != "“":
                yield opened, token.i - 1  # the next paragraph of one quotation
            opened = token.i
        else:
            if opened is not None and token.i - opened > 3:
                yield opened, token.i
            opened = None


def _side(token: Token, *, is_open: bool) -> str:
    """Return which mark is meant: a straight one opens before a word and closes behind one; where
    its surroundings do not tell, it closes what is open.
    """
    if token.text not in _STRAIGHT:
        return token.text
    text, end = text_of(token.doc), token.idx + len(token)
    opens = not text[token.idx - 1 : token.idx].strip() and text[end : end + 1].isalnum()
    closes = bool(text[token.idx - 1 : token.idx].strip()) and not text[end : end + 1].isalnum()
    if opens or closes:
        return "“" if opens else "”"
    return "”" if is_open else "“"


def _stated(doc: Doc) -> Iterator[tuple[int, int, Link]]:
    """Yield what somebody says without marks of quotation: the lines after "X said:", or what
    follows in its own.
    """
    done = 0
    for token in doc.words.get(":", ()):
        if token.i < done or token.i + 2 >= len(doc):
            continue
        below = "\n" in token.nbor().text
        link = _introduced(doc, token.i + 1) if below else _led_in(token)
        first = token.i + 1 + below
        if link is not None and not _MARKS.intersection(doc[first].text):
            spoken = not below or _is_spoken(doc, first, link)
            done = _end_of_speech(doc, first) if spoken else _end_of_lines(doc, first)
            yield token.i + 1, done, link


def _is_spoken(doc: Doc, start: int, link: Link) -> bool:
    """Tell whether lines below "X said:" are a person's, who says "we" at once: where they no
    longer do, the author goes on.
    """
    line = text_of(doc)[doc[start].idx :].lstrip().partition("\n")[0]
    says = link.cue.lemma_.lower() in SAYING and link.source.ent_type_ == "PER"
    return says and bool(_FIRST_PERSON.search(line)) and not _LISTED.match(line)


def _led_in(colon: Token) -> Link | None:
    """Return who speaks in what follows in a line that opens with "X said on Monday:"."""
    doc = colon.doc
    if not colon.nbor().text[:1].isupper():
        return None
    before = (doc[i] for i in range(colon.i - 1, max(colon.i - _SHORT, -1), -1))
    verb = next((t for t in before if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in SAYING:
        return None
    who = speaker(verb)
    if who is None or who.i > verb.i or not _opens_line(who):
        return None
    return Link(who, verb, verb.i)


def _opens_line(who: Token) -> bool:
    """Tell whether nothing but somebody's own words stand before them in the line."""
    first = who.left_edge.i
    return first == 0 or "\n" in who.doc[first - 1].text


def _end_of_speech(doc: Doc, start: int) -> int:
    """Return where a speech ends that began within a line: with that, and those below it in which
    its speaker still says "we" or "I".
    """
    at = doc[start].idx
    for n, line in enumerate(text_of(doc)[at:].splitlines(keepends=True)):
        if n and line.strip() and not _FIRST_PERSON.search(line):
            break
        at += len(line)
    return next((t.i for t in doc[start:] if t.idx >= at), len(doc))


def _transcribed(doc: Doc) -> Iterator[tuple[int, int, Link | None]]:
    """Yield what each says whom a transcript names at the head of a line; its presenter is nobody
    but the author.
    """
    labels = [t for t in doc.reading(_COLONS) if _label_of(t) is not None]
    named = {doc[_before_brackets(t) - 1].lower_ for t in labels}
    asked = not named.isdisjoint(presenting.QUESTION) and not named.isdisjoint(presenting.ANSWER)
    if not asked and (len(labels) < _TURNS or len(named) == len(labels)):
        return  # no one has a second turn
    last_end = _end_of_speech(doc, labels[-1].i + 1) if asked else len(doc)
    ends = [*(first.i for label in labels[1:] if (first := _label_of(label))), last_end]
    for colon, end in zip(labels, ends, strict=True):
        first = _label_of(colon)
        until = _before_brackets(colon)
        last = doc[until - 1]
        if first is None or last.lower_ in _PRESENTING:
            continue
        yield colon.i + 1, end, Link(last, colon, colon.i, (first.i, until))


def _label_of(colon: Token) -> Token | None:
    """Return the first word of what a line of a transcript opens with, or what follows a sentence
    in it: "THE MAYOR:", "Q:".
    """
    doc, first = colon.doc, colon.i
    while first > 0 and colon.i - first < _SHORT and not _is_before_label(doc[first - 1]):
        first -= 1
    words = [t.text for t in doc[first : _before_brackets(colon)]]
    opens = first == 0 or "\n" in doc[first - 1].text or doc[first - 1].text in _CLOSING
    told = len(words) == 1 and words[0].lower() in presenting.QUESTION | presenting.ANSWER
    capitals = all(w.isupper() for w in words if w[:1].isalpha()) and any(map(str.isalpha, words))
    return doc[first] if words and opens and (told or capitals) else None


def _before_brackets(colon: Token) -> int:
    """Return where a label ends that may tell in brackets whence somebody asks: "Q (Paris):"."""
    if colon.text == ":":
        return colon.i
    near = range(colon.i - 1, max(colon.i - _SHORT, 0), -1)
    return next((i for i in near if colon.doc[i].text == "("), colon.i)


def _is_before_label(token: Token) -> bool:
    return token.is_space or token.text in _CLOSING


def _end_of_lines(doc: Doc, start: int) -> int:
    """Return where the lines end that belong to a statement: its list, or all up to a heading."""
    listed, at = None, doc[start].idx
    for line in text_of(doc)[at:].splitlines(keepends=True):
        if line.strip():
            items = bool(_LISTED.match(line))
            listed = items if listed is None else listed
            heading = line.isupper() or bool(_NOTES.match(line)) or line.rstrip().endswith(":")
            if heading or (listed and not items):
                break
        at += len(line)
    return next((t.i for t in doc[start:] if t.idx >= at), len(doc))


def _said_near(doc: Doc, start: int, end: int) -> Link | None:
    """Return the speaker of a verb of saying just after or just before a quotation."""
    closed = _closes(doc, end)
    after = range(end + 1, min(end + 14, len(doc)))
    before = range(start - 1, max(start - 14, -1), -1)
    for window in (after, before):
        for i in window:
            token = doc[i]
            if token.text in {'"', "“", "”"} or (token.is_sent_start and i > end + 2):
                break
            if token.lemma_.lower() in SAYING and token.pos_ == "VERB":
                if window is after and closed and _tells_more(token):
                    break  # "... were killed." The army denied that it fired
                return _speaking(token)
    return None


def _closes(doc: Doc, end: int) -> bool:
    """Tell whether a quotation that ends at `end` closes its sentence, and another begins there."""
    behind = doc[end + 1] if end + 1 < len(doc) else None
    return doc[end - 1].text == "." and behind is not None and behind.text[:1].isupper()


def _tells_more(verb: Token) -> bool:
    """Tell whether a verb of saying has words of its own to tell: "said that rebels had left"."""
    content = {"ccomp", "xcomp"} | (set() if verb.lemma_ in {"tell", "ask"} else {"obj"})
    return any(c.dep_ in content for c in verb.children if c.i > verb.i)


def _introduced(doc: Doc, start: int) -> Link | None:
    """Return who speaks in what a line brings: "X released the following statement today:"."""
    before = next((doc[i] for i in range(start - 1, -1, -1) if not doc[i].is_space), None)
    if before is None or before.text != ":":
        return None
    if (named := _labelled(before)) is not None:
        return Link(named, before, before.i)
    root = before.sent.root
    brings = any(t.lemma_.lower() in _STATEMENTS for t in before.sent)
    if root.pos_ != "VERB" or not (brings or root.lemma_.lower() in SAYING):
        return None
    if not any(c.dep_ == "nsubj" for c in root.children):
        return None
    who = speaker(root)
    return Link(who, root, root.i) if who is not None else None


def _labelled(colon: Token) -> Token | None:
    """Return who a few words without a verb name before a colon: "Fwd from a local group:"; not
    whom they address, "To the soldiers of the brigade:".
    """
    words = [t for t in colon.sent if t.i < colon.i]
    if len(words) > _LABEL or any(t.pos_ == "VERB" for t in words):
        return None
    nouns = (t for t in reversed(words) if t.pos_ in NOUNS)
    named = (t for t in nouns if preposition(t) != "to" or t.head not in words)
    last = next((t for t in named if t.ent_type_ == "PER" or "actor" in of_word(t)), None)
    whole = _whole(last, words) if last is not None else None
    return None if whole is None or _is_addressed(whole, words, colon) else whole


def _whole(noun: Token, words: list[Token]) -> Token:
    """Return what a noun only says more of: "soldiers" of "soldiers of the 5th Division"."""
    while noun.head.i != noun.i and noun.head in words:
        of = noun.dep_ == "nmod" and preposition(noun) == "of"
        if not (of or noun.dep_ in {"compound", "flat", "appos", "nmod:poss"}):
            break
        noun = noun.head
    return noun


def _is_addressed(who: Token, words: list[Token], colon: Token) -> bool:
    """Tell whether a label names those to whom a text is addressed: "To ...", "Dear ...", or many
    whom it goes on to call "you".
    """
    said = {t.lower_ for t in words}
    if not said.isdisjoint({"from", "by"}):
        return False
    if "to" in said or words[0].lower_ in _GREETING:
        return True
    below = text_of(colon.doc)[colon.idx : colon.idx + _BELOW]
    return who.tag_ in {"NNS", "NNPS"} and bool(_SECOND_PERSON.search(below))


def _speaking(verb: Token) -> Link | None:
    if cited := citing(verb):  # "the mayor was quoted as saying by the wire"
        return cited[0]
    who = speaker(verb)
    if who is None and verb.i:
        # "..., X, the group's spokesman, said": the parse may hang the name elsewhere.
        names = [e for e in verb.sent.ents if e.label_ == "PER" and 0 < verb.i - e.end < 10]
        who = names[-1].root if names else None
        who = who or (verb.nbor(-1) if verb.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"} else None)
    return Link(who, verb, verb.i) if who is not None else None
