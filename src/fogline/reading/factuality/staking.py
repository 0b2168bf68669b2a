"""Odds that stand by themselves: "it is a toss-up whether the army attacks", "the odds are one in
four that it attacks", "we put it at 60/40 that it attacks" (data: odds.csv).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.odds import CHANCES, FIGURE, band_of, value_of
from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.scope import auxiliaries, governors
from fogline.reading.tables import either, rows, words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_EVEN: Final = either("odds.csv", "even")
_MIDDLE: Final = next(
    (float(row["low"]), float(row["high"])) for row in rows("odds.csv") if row["kind"] == "even"
)
_IS: Final = r"(?:\b(?:is|are|at|remains?|stands? at)|['’]s)"
_SPLIT: Final = r"(?P<one>\d\d) ?[-/] ?(?P<other>\d\d)"
_ODDS: Final = rf"{_IS} (?:still |now )?(?:(?:a )?{_EVEN}|{_SPLIT}|{FIGURE})"
_LED: Final = re.compile(rf"{_ODDS},? ?$", re.IGNORECASE)
_SAID: Final = re.compile(rf"{_IS} (?:still |now )?(?:(?:a )?{_EVEN}|{_SPLIT})\b", re.IGNORECASE)
_CONTENT: Final = frozenset({"ccomp", "csubj", "advcl", "acl", "acl:relcl"})
_MARKED: Final = frozenset({"that", "whether", "if"})
_TURNING: Final = words("standing.csv", "word")["turning"]
_ROUND: Final = [str(n) for n in range(5, 100, 5)]
_PARTS: Final = ("one", "two", "three", "1", "2", "3", "percent", "per", "%")
_SPLITS: Final = [f"{n}/{100 - int(n)}" for n in _ROUND]
_WORDS: Final = (words("odds.csv", "word")["even"], CHANCES, _PARTS, _ROUND, _SPLITS)


@told_by(*_WORDS, {"toss", "coin", "fifty"}, otherwise=None)
def staked(event: Token) -> tuple[str, tuple[float, float], tuple[Token, ...]] | None:
    """Return the certainty, the band and the words of the odds that are told of an event."""
    return event.doc.once(_staked, event)


@told_by(staked)
def is_staked(event: Token) -> bool:
    """Tell whether an event is one that odds are told of and that has not come yet."""
    if staked(event) is None:
        return False
    past = (s.token for s in governors(event) if s.token.tag_ == "VBD" or _has_been(s.token))
    return next(past, None) is None


def _staked(event: Token) -> tuple[str, tuple[float, float], tuple[Token, ...]] | None:
    text = text_of(event.doc)
    for clause in (step.token for step in governors(event)):
        said = _match(text, clause)
        band = _band(said) if said is not None else None
        if said is not None and band is not None:
            inside = (t for t in clause.sent if said.start() <= t.idx < said.end())
            return value_of(band), band, tuple(t for t in inside if t.tag_ not in {"VBZ", "VBP"})
    return None


def _match(text: str, clause: Token) -> re.Match[str] | None:
    """Return the odds before a clause, or behind it or a deed that it is said of."""
    first, start = clause.left_edge, clause.sent[0].idx
    if clause.dep_ in _CONTENT and first.lower_ in _MARKED and first.idx > start:
        return _LED.search(text, start, first.idx)
    turning = clause.dep_ == "nsubj" and clause.lemma_.lower() in _TURNING
    if turning or (clause.dep_ == "csubj" and first.lower_ in _MARKED):
        head = clause.head
        return _SAID.search(text, clause.idx, head.idx + len(head.text))
    return None


def _band(said: re.Match[str]) -> tuple[float, float] | None:
    found = said.groupdict()
    if found["one"]:
        one, other = int(found["one"]), int(found["other"])
        return (one / 100, one / 100) if one + other == 100 else None
    if any(found.get(k) for k in ("low", "only", "part")):
        return band_of(said)
    return _MIDDLE


def _has_been(verb: Token) -> bool:
    return any(a.lower_ in {"has", "have", "had"} for a in auxiliaries(verb))
