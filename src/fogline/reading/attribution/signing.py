"""Whose own words a document is by its letterhead or signature: a communique, a press statement.

Who speaks of itself in it ("the Command rejects that", "the Ministry announces that") is its author
and no source that it cites (codebook, section 7).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import state_or_armed_body
from fogline.reading.tables import either

if TYPE_CHECKING:
    from fogline.model import Mention
    from fogline.reading.scene import Scene

_KINDS: Final = re.compile(rf"\b{either('cues.csv', 'signed', 'cue')}\b", re.IGNORECASE)
_OTHERS: Final = frozenset({"comment", "quotation"})
_CHANNEL, _OF_WHAT = (either("cues.csv", kind, "cue") for kind in ("channel", "channel kind"))
_ON: Final = re.compile(rf"\W+(?:{_OF_WHAT} )*{_CHANNEL}\W*$", re.IGNORECASE)
_WORDS: Final = re.compile(r"[^\W\d_][\w-]*")
_SMALL: Final = frozenset("the of and for in on a an to at by de du la".split())
_HEAD, _FOOT, _LONG = 5, 3, 14


def is_author(name: str, text: str) -> bool:
    """Tell whether a source, as a document mentions it, is the body that signs the document."""
    words = [w for w in _WORDS.findall(name) if w.lower() not in _SMALL]
    return bool(words) and all(w[:1].isupper() and w.lower() in _signing(text) for w in words)


def label(title: str | None, text: str) -> str | None:
    """Return what stands before a title's colon, "Watch Group: raids go on": who issues the text,
    unless it tells what they say.
    """
    named, colon, _ = (title or "").partition(":")
    return named if colon and not is_heard(named, text) else None


@lru_cache(maxsize=256)
def is_heard(name: str, text: str) -> bool:
    """Tell whether a text says of a name that it says things: "Novak also said"."""
    said = rf"\b{re.escape(name)} (?:also |\w+ly )?{_SPOKE}\b"
    return name in text and re.search(said, text) is not None


_SPOKE: Final = either("cues.csv", "spoke", "cue")


def issuer(scene: Scene) -> Mention | None:
    """Return whose words a part is where the document is a body's own: "we" in it are that body.

    It is the known body that signs the document, as the part names it first, or publishes it.
    """
    if scene.part.role in _OTHERS:
        return None
    return _signer(scene) or channel(scene.document.publisher or "")


def _signer(scene: Scene) -> Mention | None:
    if not _signing(scene.document.text):
        return None
    known = (scene.actors_at[i] for i in sorted(scene.actors_at))
    signed = (e for e in known if e.id is not None and is_author(e.text, scene.document.text))
    return next(map(scene.named, signed), None)


@lru_cache(maxsize=256)
def channel(publisher: str) -> Mention | None:
    """Return the body that publishes on a channel of its own: "Selwen Guard (channel)"; None where
    the publisher is no body of a state or under arms.
    """
    return state_or_armed_body(_ON.sub("", publisher))


@lru_cache(maxsize=64)
def _signing(text: str) -> frozenset[str]:
    """Return the words of a statement's letterhead and signature; none where it is no statement."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    head = [line for line in lines[:_HEAD] if _is_title(line)]
    if len(lines) < 2 or not any(_KINDS.search(line) for line in head):
        return frozenset()
    foot = [line for line in lines[-_FOOT:] if _is_title(line)]
    return frozenset(w.lower() for line in (*head, *foot) for w in _WORDS.findall(line))


def _is_title(line: str) -> bool:
    """Tell whether a line is no sentence: short, with every longer word capitalised."""
    words = [w for w in _WORDS.findall(line) if w.lower() not in _SMALL]
    return len(words) < _LONG and line[-1:] not in ".!?" and all(w[:1].isupper() for w in words)
