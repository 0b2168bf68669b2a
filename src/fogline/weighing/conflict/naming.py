"""What the voices of a conflict are called: by whom the text means, never by a title or a pronoun.

One voice has one name: "the Observatory" is what the same source is called in full beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from fogline.model import Claim, ClaimOrigin, Source, neutral
from fogline.weighing.measures.wording import tokens
from fogline.weighing.origin.voices import SAID
from fogline.weighing.sources.authorities import is_hearsay, is_pronoun, is_unnamed
from fogline.weighing.views.views import HAPPENED, View

Voices = Mapping[str, ClaimOrigin]
SHOWN = 3  # voices that are named; of more the number is told
TELLS = frozenset({"author", "self", "media"})  # what only passes on speaks by the page's name
NOT_SAID = frozenset({"investigate"})
UNNAMED = "a page that names no publisher"


def who(seen: Sequence[View], voices: Voices) -> str:
    """Return in words whose claims some are, each voice once."""
    called: dict[str, list[str]] = {}
    for v in seen:
        name = voice_name(v, voices)
        voice = voices.get(v.claim.id)
        cited = voice is not None and not voice.own and voice.key is not None
        called.setdefault(voice.key if cited and voice and voice.key else name, []).append(name)
    names = sorted({max(found, key=lambda name: (len(name), name)) for found in called.values()})
    shown = ", ".join(names[:SHOWN])
    return f"{shown} and {len(names) - SHOWN} more" if len(names) > SHOWN else shown


def voice_name(v: View, voices: Voices) -> str:
    """Return what the voice of a claim is called: the authority cited, or who publishes it."""
    voice = voices.get(v.claim.id)
    if voice is None or len(v.claim.attribution) < 2:
        return told_by(v)
    if not voice.own:
        return cited(v, _last(v))
    return told_by(v) if _last(v).kind in TELLS else _through(v)


def _through(v: View) -> str:
    """Return what somebody unnamed is called: no page denies what a source of its own does."""
    name, teller = cited(v, _last(v)), told_by(v)
    return name if name.endswith(teller) else f"{name} cited by {teller}"


def speaker_name(v: View) -> str:
    """Return what the last source of a claim is called, or who publishes it where none is cited."""
    return cited(v, _last(v)) if len(v.claim.attribution) > 1 else told_by(v)


def _last(v: View) -> Source:
    """Return who speaks; what was taken back is told of a statement last, of whose before that."""
    return v.claim.attribution[1 if v.retracted else -1]


def denier_name(v: View) -> str:
    """Return what who denies is called."""
    if v.claim.event != "REJECT" or not v.actors:
        return speaker_name(v)
    said = v.claim.actors[0] if v.claim.actors else None
    called = v.actors[0].called
    name = marked(called, said.text) if said and not said.name else called
    return f"somebody cited by {told_by(v)}" if is_pronoun(name) else name


def is_own_word(claim: Claim) -> bool:
    """Say whether a claim is that somebody in particular said a thing: his denial rests on himself.

    "Reports" and "sources" are nobody in particular.
    """
    said = claim.event in SAID and claim.mode not in NOT_SAID
    told = claim.polarity == "positive" and claim.status in HAPPENED
    return said and told and any(not _is_nobody(m.name or m.text) for m in claim.actors)


def _is_nobody(name: str) -> bool:
    return is_pronoun(name) or is_hearsay(name) or is_unnamed(name)


def cited(v: View, source: Source) -> str:
    """Return what a source is called: the linked name, or what its words stand for."""
    name = source.name or marked(neutral(source.text, v.claim.loaded), source.text)
    if is_pronoun(name):
        return f"somebody cited by {told_by(v)}"
    of_several = is_pronoun(source.text) and "of" not in tokens(name) and not source.id
    return f"one of {name[:1].lower()}{name[1:]}" if of_several else name


def told_by(v: View) -> str:
    """Return who publishes a document, or who wrote it; a title is nobody's name."""
    return v.document.publisher or v.document.author or UNNAMED


def marked(name: str, text: str) -> str:
    """Return a name with the text's own words for who fights in quotation marks: “gunmen”.

    Who is a "militant" depends on who tells of it; the marks say that the word is the text's
    (data: own_words.txt). A neutral term that stands for another word of the text has none.
    """
    return _own_words().sub(r"“\1”", name) if _own_words().search(text) else name


@cache
def _own_words() -> re.Pattern[str]:
    listed = resources.files(__package__).joinpath("own_words.txt").read_text("utf-8").split()
    return re.compile(rf"\b({'|'.join(listed)})\b", re.IGNORECASE)
