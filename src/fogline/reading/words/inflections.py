"""The forms of English words, regular and listed (data: irregular.csv); over-generates on
purpose.
"""

from __future__ import annotations

from typing import Final

from fogline.reading.tables import rows

_IRREGULAR: Final = {row["word"]: tuple(row["forms"].split("|")) for row in rows("irregular.csv")}


def inflections(word: str) -> set[str]:
    """Return a word with its regular and listed forms; over-generates, since only real words are
    met.
    """
    forms = {word, word + "s", word + "ing", *_IRREGULAR.get(word, ())}
    if word.endswith("e"):  # "refugees" are no form of "refuge"
        forms |= {word + "d", word[:-1] + "ing"}
    else:
        forms |= {word + "es", word + "ed"}
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    if len(word) > 2 and word[-1] not in "aeiouywx":
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms


def phrases(verb: str) -> set[str]:
    """Return the forms of a verb with its particle: "put off", "putting off"."""
    first, *rest = verb.split()
    return {" ".join((form, *rest)) for form in inflections(first)}


def plurals(noun: str) -> set[str]:
    """Return a noun with its plurals."""
    return {noun, noun + "s", noun + "es"} | ({noun[:-1] + "ies"} if noun.endswith("y") else set())
