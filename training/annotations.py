"""Documents coded by hand: the corpus's own notation, read into claims with offsets.

A file holds `key: value` lines, then parts. `[body]` opens a part (`[comment by=A re=B]` a
comment), every line of text is one sentence, an empty line ends a paragraph, and the claims of a
sentence stand below it:

    * TRIGGER | EVENT/mode | SLOT | SLOT ...

    actors: A; B    recipients: A; B    at: PLACE; PLACE    by: OUTER > INNER
    when: WORDS = 2024-03-05    when: WORDS = 2024-03-05..2024-03-07
    when: WORDS = -2..-1    (in undated documents, days from publication)
    forecast | ongoing | threatened | hypothetical    not
    probable (HEDGE; HEDGE) | possible (...) | unknown (...)
    killed: 12 | 12.. | ..12 | 10..12    (also injured, missing, displaced)
    loaded: WORD = NEUTRAL; WORD = NEUTRAL    alt: EVENT/mode    optional

What is not said is plain: occurred, positive, certain, no source but the author. `WORD#2` is the
second such word of the sentence. `python -m training.annotations FILE ...` names what is wrong in
files, by line, and counts.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

MODES: Final[dict[str, str]] = {
    "ASSAULT": "aerial drone heavy-weapons firearms explosives suicide-attack unconventional"
    " targeted abduct torture sexual"
    " beat primitive destroy crowd-control clash ground",
    "CONTROL": "gain lose hold contest besiege",
    "CONDITION": "morale supply strength presence humanitarian",
    "MOBILIZE": "troops weapons police militia",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation"
    " cyber displace",
    "THREATEN": "violence territory expel arrest relations restrict",
    "ACCUSE": "allege disapprove investigate",
    "REJECT": "assist change yield meet deny",
    "REQUEST": "assist change yield meet",
    "PROTEST": "demo riot strike boycott hunger obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "CONSULT": "visit third-party multilateral phone",
    "AGREE": "",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
}
NEEDED: Final = frozenset({"CONTROL", "CONDITION", "MOBILIZE", "ACCUSE"})  # never without a mode
ROLES: Final = frozenset(
    (
        "headline kicker byline lead-in body caption quotation related comment notice boilerplate"
    ).split()
)
STATUS: Final = frozenset({"occurred", "ongoing", "forecast", "threatened", "hypothetical"})
CERTAINTY: Final = frozenset({"certain", "probable", "possible", "unknown"})
HARM: Final = ("killed", "injured", "missing", "displaced")
LISTS: Final = {"actors": "actors", "recipients": "recipients", "at": "places"}
_TYPED: Final = str.maketrans("\u00a0\u202f’‘“”", "  ''\"\"")
_RANGE: Final = re.compile(r"(\d*)(\.\.)?(\d*)")
_WHEN: Final = re.compile(r"(-?\d+(?:-\d\d-\d\d)?)(?:\.\.(-?\d+(?:-\d\d-\d\d)?))?")

Span = tuple[int, int]


class Fault(ValueError):
    """What is wrong in a line of a file."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded claim; every span counts from the start of the document's text."""

    trigger: Span
    sentence: Span
    event: str
    mode: str | None
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()
    when: Span | None = None
    days: tuple[str, str] | None = None
    status: str = "occurred"
    negative: bool = False
    certainty: str = "certain"
    hedges: tuple[Span, ...] = ()
    harm: dict[str, tuple[int | None, int | None]] = field(default_factory=dict)
    loaded: tuple[tuple[Span, str], ...] = ()
    alternative: tuple[str, str | None] | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text with its role, and the comment's author and whom it answers."""

    role: str
    start: int
    end: int
    author: str | None = None
    answers: str | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A coded document: its header, its text, its parts, its sentences and its claims."""

    header: dict[str, str]
    text: str
    parts: tuple[Stretch, ...]
    sentences: tuple[Span, ...]
    claims: tuple[Coded, ...]


class _Writer:
    """Puts lines together into one text and remembers where each stands."""

    def __init__(self) -> None:
        self.text = ""
        self.parts: list[Stretch] = []
        self.sentences: list[Span] = []
        self.gap = ""
        self.open: tuple[str, str | None, str | None] | None = None

    def part(self, line: str) -> None:
        """Open a part at a line such as "[comment by=Ann re=Bo]"."""
        words = line.strip("[] ").split()
        named = dict(word.split("=", 1) for word in words[1:])
        if not words or words[0] not in ROLES:
            raise Fault(f"no such part: {line}")
        self.open = (words[0], named.get("by"), named.get("re"))
        self.gap = "\n\n" if self.text else ""

    def sentence(self, line: str) -> Span:
        """Add a sentence to the open part; returns where it stands."""
        if self.open is None:
            raise Fault("text before the first part: begin with [headline] or [body]")
        self.text += self.gap
        start, end = len(self.text), len(self.text) + len(line)
        self.text += line
        if self.gap != " " and self.open[0] != "" and not self._goes_on():
            self.parts.append(Stretch(self.open[0], start, end, *self.open[1:]))
            self._begun = self.open
        else:
            last = self.parts[-1]
            self.parts[-1] = Stretch(last.role, last.start, end, last.author, last.answers)
        self.gap = " "
        self.sentences.append((start, end))
        return start, end

    _begun: tuple[str, str | None, str | None] | None = None

    def _goes_on(self) -> bool:
        return self._begun is self.open

    def paragraph(self) -> None:
        """End a paragraph."""
        self.gap = "\n\n" if self.text else ""


def parse(source: str) -> Annotated:
    """Read one file's content. Raises Fault with the line's number at the first fault."""
    header: dict[str, str] = {}
    writer = _Writer()
    lines: list[tuple[int, str, Span]] = []
    at: Span | None = None
    for number, raw in enumerate(source.splitlines(), 1):
        line = raw.strip()
        try:
            if line.startswith("* ") and at is not None:
                lines.append((number, line[2:], at))
            elif re.fullmatch(r"\[[a-z-]+( \w+=\S+)*\]", line):
                writer.part(line)
            elif not line:
                writer.paragraph()
            elif writer.open is None:
                key, _, value = line.partition(":")
                header[key.strip().lower()] = value.strip()
            else:
                at = writer.sentence(line)
        except Fault as fault:
            raise Fault(f"line {number}: {fault}") from None
    claims = []
    for number, line, span in lines:
        try:
            claims.append(claim(line, span, writer.text))
        except Fault as fault:
            raise Fault(f"line {number}: {fault}") from None
    return Annotated(
        header, writer.text, tuple(writer.parts), tuple(writer.sentences), tuple(claims)
    )


def claim(line: str, sentence: Span, text: str) -> Coded:
    """Read one claim line below a sentence. Raises Fault."""
    trigger_words, *rest = [cell.strip() for cell in line.split(" | ")]
    if not rest:
        raise Fault("a claim needs TRIGGER | EVENT/mode")
    code, *slots = rest
    trigger = _within(trigger_words, sentence, text)
    event, mode = _code(code)
    values: dict[str, Any] = {}
    harm = {}
    for slot in filter(None, slots):
        key, _, value = (cell.strip() for cell in slot.partition(":"))
        if key in HARM:
            harm[key] = _harm(key, value)
        else:
            values.update(_slot(slot, sentence, trigger, text))
    return Coded(trigger, sentence, event, mode, harm=harm, **values)


def _code(code: str) -> tuple[str, str | None]:
    event, _, mode = code.strip().partition("/")
    if event not in MODES:
        raise Fault(f"no such category: {event}")
    if mode and mode not in MODES[event].split():
        raise Fault(f"{event} has no mode {mode}: {MODES[event]}")
    if not mode and event in NEEDED:
        raise Fault(f"{event} needs a mode: {MODES[event]}")
    return event, mode or None


def _slot(slot: str, sentence: Span, trigger: Span, text: str) -> dict[str, Any]:
    """Return the field or fields that one cell fills."""
    key, colon, value = (cell.strip() for cell in slot.partition(":"))
    if not colon:
        return _word(slot, sentence, trigger, text)
    if key in LISTS:
        return {LISTS[key]: tuple(_near(m, sentence, trigger, text) for m in _items(value))}
    if key == "by":
        chain = (m.strip() for m in value.split(">"))
        return {"sources": tuple(_near(m, sentence, trigger, text) for m in chain)}
    if key == "when":
        return _when(value, sentence, trigger, text)
    if key == "loaded":
        pairs = [item.partition("=") for item in _items(value)]
        return {
            "loaded": tuple(
                (_near(word.strip(), sentence, trigger, text), neutral.strip())
                for word, _, neutral in pairs
            )
        }
    if key == "alt":
        return {"alternative": _code(value)}
    raise Fault(f"no such slot: {key}")


def _harm(key: str, value: str) -> tuple[int | None, int | None]:
    found = _RANGE.fullmatch(value.replace(" ", ""))
    if not found or not (found[1] or found[3]):
        raise Fault(f"{key}: {value!r} is no range: 12, 12.., ..12, 10..12")
    low = int(found[1]) if found[1] else None
    high = (int(found[3]) if found[3] else None) if found[2] else low
    return low, high


def _word(slot: str, sentence: Span, trigger: Span, text: str) -> dict[str, Any]:
    word, _, rest = slot.partition("(")
    word = word.strip()
    hedges = tuple(_near(h, sentence, trigger, text) for h in _items(rest.rstrip(") ")) if h != "-")
    if word in STATUS:
        return {"status": word}
    if word in CERTAINTY:
        return {"certainty": word, "hedges": hedges}
    if word == "not":
        return {"negative": True}
    if word == "optional":
        return {"optional": True}
    raise Fault(f"no such word: {slot}")


def _when(value: str, sentence: Span, trigger: Span, text: str) -> dict[str, Any]:
    words, _, days = (cell.strip() for cell in value.rpartition("="))
    found = _WHEN.fullmatch(days)
    if not found:
        raise Fault(f"when: {value!r} is not WORDS = DAY or WORDS = DAY..DAY")
    span = _near(words, sentence, trigger, text) if words else None
    return {"when": span, "days": (found[1], found[2] or found[1])}


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.split(";") if item.strip()]


def _within(words: str, sentence: Span, text: str) -> Span:
    """Return where the words stand in the sentence; "word#2" is the second such."""
    words, _, nth = words.partition("#")
    found = list(_places(words, text, *sentence))
    number = int(nth or 1)
    if len(found) < number:
        raise Fault(f"{words!r} is not in: {text[slice(*sentence)]}")
    return found[number - 1]


def _near(words: str, sentence: Span, trigger: Span, text: str) -> Span:
    """Return the nearest place of the words: in the sentence, before it, or else after it."""
    words, _, nth = words.partition("#")
    if nth:
        return _within(f"{words}#{nth}", sentence, text)
    inside = list(_places(words, text, *sentence))
    if inside:
        return min(inside, key=lambda s: abs(s[0] - trigger[0]))
    found = list(_places(words, text, 0, len(text)))
    if not found:
        raise Fault(f"{words!r} is not in the document")
    before = [s for s in found if s[0] < sentence[0]]
    return before[-1] if before else found[0]


def _places(words: str, text: str, start: int, end: int) -> Iterator[Span]:
    """Yield where the words stand as whole words, first as they are written, else in any case."""
    wanted = re.escape(words.translate(_TYPED))
    pattern = rf"(?<!\w){wanted}(?!\w)"
    plain = text[start:end].translate(_TYPED)
    found = list(re.finditer(pattern, plain)) or list(re.finditer(pattern, plain, re.I))
    yield from ((start + m.start(), start + m.end()) for m in found)


def main() -> int:
    """Check files and count what they hold."""
    counts: Counter[str] = Counter()
    faulty = 0
    for path in map(Path, sys.argv[1:]):
        try:
            document = parse(path.read_text(encoding="utf-8"))
        except Fault as fault:
            print(f"{path}: {fault}")
            faulty += 1
            continue
        counts.update(_counts(document))
    print(", ".join(f"{kind} {n}" for kind, n in counts.items()))
    return 1 if faulty else 0


def _counts(document: Annotated) -> Iterable[str]:
    yield "documents"
    yield from ("sentences" for _ in document.sentences)
    for one in document.claims:
        yield "optional" if one.optional else "claims"
        if is_hard(one):
            yield "hard"


def is_hard(one: Coded) -> bool:
    """Tell whether a claim is not plain: denied, forecast, hedged, threatened, or attributed."""
    unplain = one.status not in {"occurred", "ongoing"} or one.certainty != "certain"
    return unplain or one.negative or bool(one.sources)


if __name__ == "__main__":
    sys.exit(main())
