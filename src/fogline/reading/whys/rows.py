"""Rows of the lexicon as a reason names them: "hedges.csv line 2: reportedly|… → probable"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import TYPE_CHECKING, Final

from fogline.reading import tables
from fogline.reading.loaded import forms, pieces

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

Fields = dict[str, str]
Test = Callable[[Fields], bool]
_SHOWN: Final = 3


def cited(
    path: str,
    column: str,
    word: str,
    gives: str,
    where: Test | None = None,
) -> str:
    """Return the first row of a file that has a word in a column, as words; "" where none has.

    `gives` names the columns that the row was asked for; `where` says which rows may be meant.
    """
    for line, row in _numbered(path):
        words = row[column].split("|")
        if word in words and (where is None or where(row)):
            told = "/".join(row[name] for name in gives.split() if row[name])
            return f"{path} line {line}: {_short(words, word)}" + (f" → {told}" if told else "")
    return ""


def known(path: str, column: str, token: Token, gives: str, where: Test | None = None) -> str:
    """Return the row of a file that has a word as it stands or its lemma; "" where none has."""
    words = dict.fromkeys((token.lower_, token.lemma_.lower()))
    return next((row for word in words if (row := cited(path, column, word, gives, where))), "")


def trigger(entry: Entry) -> str:
    """Return the row that an entry of the triggers was made from."""

    def same(row: Fields) -> bool:
        return (row["event"], row["mode"], row["example"]) == (
            entry.event, entry.mode or "", entry.example,
        )  # fmt: skip

    spelt = " ".join(entry.words)
    paths = (f"triggers/{entry.kind}.csv", "triggers/idioms.csv", "triggers/unnamed.csv")
    ways = product(paths, (spelt, spelt.replace(" - ", "-")))
    found = (cited(path, "trigger", word, "event mode", same) for path, word in ways)
    return next(filter(None, found), "")


def loaded(word: str, neutral: str) -> str:
    """Return the row that names a loaded word, in whatever form it stands, by the term it gave."""
    wanted = pieces(word)
    for line, row in _numbered("loaded.csv"):
        words = row["word"].split("|")
        named = any(wanted in forms(phrase) for phrase in words)
        if named and neutral in row["neutral"].split("|"):
            return f"loaded.csv line {line}: {_short(words, words[0])} → {row['neutral']}"
    return ""


def _numbered(path: str) -> Iterator[tuple[int, Fields]]:
    """Yield a file's rows with their line numbers; the first line names the columns."""
    return enumerate(tables.rows(*path.split("/")), 2)


def _short(words: list[str], word: str) -> str:
    return "|".join(words) if len(words) <= _SHOWN else f"{word}|…"
