"""Where the words for a source begin behind another phrase, whose comma was lost: "killed four
people in Kunduz officials said".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_CUES: Final = words("cues.csv", "cue")
_TAIL: Final = _CUES["tail"]
_PLATFORMS: Final = _CUES["platform"]
_WHERE: Final = frozenset({"in", "at", "near", "from", "on", "outside", "around"})


def begins_behind(token: Token, scene: Scene) -> bool:
    """Tell whether a name begins after a token that is none of it, where a comma was lost.

    Titles go with a name ("commander Amin Saleh"), other nouns do not ("killed 18 people SANA").
    """
    name = token.nbor()
    if _closes_clause(token, scene) and _speaks_alone(name):
        return True  # "killed 12 policemen in Kunduz officials said"
    if token.lower_ in _PLATFORMS and name.tag_ in {"NNP", "NNPS"}:
        return True  # "in a statement on Telegram Hamas said"
    if _is_owned(name):
        return True  # "in the city his spokesman said"
    if token.i in scene.places_at and name.tag_ == "CD":
        return True  # "bombed Fallujah two medics said"
    if token.tag_ == "NNS" and name.tag_ in {"NNS", "JJ"} and _stands_alone(token):
        return True  # "kills 20 villagers residents say"
    if name.tag_ not in {"NNP", "NNPS"} or not name.text[:1].isupper():
        return False
    if token.tag_ in {"NNS", "CD"}:
        return scene.actors_at.get(token.i) is None
    if token.i in scene.places_at and name.i in scene.actors_at:
        return token.i not in scene.actors_at and token.tag_ == "NNP"
    return token.tag_ == "NN" and token.text.islower() and classes.source_kind(token) is None


def _stands_alone(noun: Token) -> bool:
    """Tell whether a plural noun is a phrase of its own: "killed 20 villagers"."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return counted or (noun.dep_ not in {"compound", "amod"} and noun.nbor().tag_ == "NNS")


def _is_owned(whose: Token) -> bool:
    """Tell whether a phrase begins with whose it is: "his spokesman"."""
    return whose.tag_ == "PRP$" and whose.i > 0 and whose.nbor(-1).tag_ not in {"CC", "IN"}


def _closes_clause(place: Token, scene: Scene) -> bool:
    """Tell whether a place is where something happened: "in Kunduz", "in Homs and Hama", "in the
    northern province of Idlib", "near Kidal town".
    """
    name = f"{place.lower_} {place.nbor().lower_}"
    if not _is_place(place, scene) or name in _TAIL:  # "state media" is no place
        return False
    first = place
    while first.i > 0 and (_is_place(first, scene) or _joins(first, scene)):
        first = first.nbor(-1)
    return first.lower_ in _WHERE or first.lower_ in _SIDES


_WITHIN: Final = frozenset({"CC", "DT", "JJ", "NNP"})
_SIDES: Final = frozenset({"north", "south", "east", "west"})


def _joins(word: Token, scene: Scene) -> bool:
    """Tell whether a word may stand within the phrase for a place."""
    if word.i in scene.places_at:
        return True
    return word.i not in scene.times_at and (word.tag_ in _WITHIN or word.lower_ == "of")


def _is_place(word: Token, scene: Scene) -> bool:
    named = word.i in scene.places_at and word.pos_ == "PROPN"
    return named or (word.tag_ == "NN" and "place" in classes.of_word(word))


def _speaks_alone(noun: Token) -> bool:
    """Tell whether a noun is a source by itself: "officials", "a monitor", "local residents", not
    "the ministry".
    """
    if noun.lower_ in _TAIL:
        return True
    while noun.tag_ in {"JJ", "NN", "NNP"} and noun.nbor().tag_.startswith("NN"):
        noun = noun.nbor()
    return noun.tag_ == "NNS" and classes.source_kind(noun) is not None
