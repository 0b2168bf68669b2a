"""Whether somebody speaks for the one that is spoken of: a state's own official for the state, not
another state's, nor a monitor (data: states/countries.csv, states/seats.csv,
people/spokespeople.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import NOUNS
from fogline.reading.tables import rows, words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from fogline.reading.language import Token


def _load() -> dict[str, str]:
    """Map each single word that names a state, its people or its seat to the state's code."""
    found: dict[str, str] = {}
    for row in rows("states", "countries.csv"):
        for name in (
            row["name"],
            row["capital"],
            *f"{row['demonyms']}|{row['aliases']}".split("|"),
        ):
            found[name.lower()] = row["iso"]
    for row in rows("states", "seats.csv"):
        found.update((name.lower(), row["iso"]) for name in row["seats"].split("|"))
    return {name: iso for name, iso in found.items() if name and " " not in name}


_STATES: Final = _load() | {"states": "US", "house": "US"}
_WORDS: Final = words("people/spokespeople.csv", "word")
_BODIES: Final = _WORDS["body"]
_OTHERWISE: Final = _WORDS["apart"]
_AFAR: Final = 120  # words


def speaks_for(verb: Token, other: Token) -> bool:
    """Tell whether the subject of a verb of speech speaks for another, a state or its forces."""
    speaker = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if speaker is None or other.pos_ not in NOUNS:
        return False
    said = {t.lower_ for t in speaker.subtree}
    if not said.isdisjoint(_OTHERWISE):
        return False
    meant = set(_states((other, *other.children)))
    if not meant:
        return _is_named_in(other, speaker)
    if own := set(_states(speaker.subtree)):
        return own == meant
    if "its" in said:
        return [*meant] == [*_told_of(speaker, _acts_or_rules)][-1:]
    if speaker.lower_ in {"he", "she"} or _is_office(speaker):
        return set(_told_of(speaker, _is_office)) == meant
    return False


def _is_named_in(other: Token, speaker: Token) -> bool:
    """Tell whether a force is named in its speaker's phrase: "an army officer", "the army"."""
    force = not classes.of_word(other).isdisjoint({"force", "actor"})
    named = (t for t in speaker.subtree if t.i != speaker.i)
    return force and any(t.lemma_.lower() == other.lemma_.lower() for t in named)


def _is_office(speaker: Token) -> bool:
    """Tell whether it is an official or a body of a state that is not named beside it."""
    return speaker.lemma_.lower() in _BODIES or classes.source_kind(speaker) == "official"


def _states(tokens: Iterable[Token]) -> Iterator[str]:
    return (_STATES[t.lower_] for t in tokens if t.lower_ in _STATES)


def _acts_or_rules(token: Token) -> bool:
    return _is_office(token) or (token.dep_ == "nsubj" and token.lower_ in _STATES)


def _told_of(speaker: Token, wanted: Callable[[Token], bool]) -> Iterator[str]:
    """Yield the states of the offices, or of whoever else is wanted, named shortly before."""
    before = speaker.doc[max(0, speaker.left_edge.i - _AFAR) : speaker.left_edge.i]
    for token in filter(wanted, before):
        yield from _states((token, *token.children))
