"""An article's paragraphs -> their roles: headline, kicker, byline, lead-in, caption, body ..."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fogline.intake import cues
from fogline.intake.cues import Found
from fogline.model import Republished

TITLE_WORDS, TITLE_LENGTH = 25, 200
QUESTION_WORDS = 15  # a longer first line that ends in ? or ! is taken for a sentence
KICKER_WORDS = 4
NAME_WORDS = 4
EDGE = 4  # paragraphs at either end where "Source: ..." says where the article comes from
LEAD = 8  # paragraphs among which a repost's "X writes in Y:" is looked for

_MARKED = re.compile(r"\W{0,4}\d{1,2}[:.]\d{2}\b|[•◦▪*–—-]\s|\d{1,3}[.)]\s|>")
_SENTENCES = re.compile(r"[^\W\d_]{4,}[.!?][”\"')]* +\W{0,2}[A-Z\d]")
NAMED = {"repost": "byline", "form": "boilerplate"}  # cue -> the codebook's role
_BODY = Found("body")


@dataclass(frozen=True, slots=True)
class Article:
    """The role of each paragraph, and what bylines and notes of reprint say of the whole."""

    roles: tuple[Found, ...]
    author: str | None = None
    republished_from: Republished | None = None


def assign(paragraphs: Sequence[str], known: Sequence[str | None] = ()) -> Article:
    """Return the roles of an article's paragraphs; `known` are those that markup has told."""
    given = list(known) or _title(paragraphs)
    roles: list[Found] = []
    body, links = 0, False
    for number, (text, role) in enumerate(zip(paragraphs, given, strict=True)):
        places = _places(number, len(paragraphs), body)
        found = _known(role, text) if role else cues.paragraph(text, places) or _BODY
        if not body and found is _BODY and not any(c.isalnum() for c in text):
            found = Found("boilerplate")  # a line drawn under the headline
        links = cues.opens_links(text) or (links and title_like(text))
        if links and found.role == "body":
            found = Found("related")
        body += found.role == "body"
        roles.append(found)
    return _summed(paragraphs, _with_lead_in(paragraphs, roles))


def _known(role: str, text: str) -> Found:
    """A byline's name is read also where markup has told that it is one."""
    if role != "byline":
        return Found(role)
    is_name = len(text.split()) <= NAME_WORDS and text.replace(" ", "").isalpha()
    return cues.match("byline", text) or Found("byline", text if is_name else None)


def title_like(text: str) -> bool:
    """True for one short line that is no sentence of running text."""
    words = len(text.split())
    if not 0 < words <= TITLE_WORDS or len(text) > TITLE_LENGTH or "\n" in text:
        return False
    if text.endswith((".", ":", ";", ",")) and not text.endswith("..."):
        return False
    if text.endswith(("?", "!")) and words > QUESTION_WORDS:
        return False
    return not (_MARKED.match(text) or _SENTENCES.search(text))


def _title(paragraphs: Sequence[str]) -> list[str | None]:
    """Tell kicker and headline of a text without markup; a lone line is its body."""
    roles: list[str | None] = [None] * len(paragraphs)
    if len(paragraphs) < 2 or not title_like(paragraphs[0]) or _cued(paragraphs[0]):
        return roles
    if len(paragraphs) > 2 and _is_kicker(paragraphs[0], paragraphs[1]):
        roles[:2] = ["kicker", "headline"]
    else:
        roles[0] = "headline"
    return roles


def _is_kicker(text: str, following: str) -> bool:
    if not title_like(following) or _cued(following):
        return False
    if cues.match("kicker", text):
        return True
    return len(text.split()) <= KICKER_WORDS and len(following) > 2 * len(text)


def _cued(text: str) -> bool:
    return cues.paragraph(text) is not None


def _places(number: int, count: int, body: int) -> set[str]:
    places = {"tail"} if body else set()
    if body <= 1:
        places.add("head")
    if number < EDGE or number >= count - EDGE:
        places.add("edge")
    return places


def _with_lead_in(paragraphs: Sequence[str], roles: list[Found]) -> list[Found]:
    """What a reposter writes above "X writes in Y:" is the reposter's own, not the body's."""
    for number, found in enumerate(roles[:LEAD]):
        if found.role == "repost" and paragraphs[number].endswith(":"):
            before = [
                Found("lead-in") if f.role in ("body", "quotation") else f for f in roles[:number]
            ]
            return before + roles[number:]
    return roles


def _summed(paragraphs: Sequence[str], roles: list[Found]) -> Article:
    reposts = [f for f in roles if f.role == "repost"]
    author = next((f.author for f in roles if f.role == "byline" and f.author), None)
    final = tuple(Found(NAMED.get(f.role, f.role), f.author) for f in roles)
    if not any(f.role not in ("headline", "kicker", "byline") for f in final):
        final = tuple(_BODY for _ in final)
    first = _republished(reposts) if len(paragraphs) > 1 else None
    return Article(final, author, first)


def _republished(reposts: list[Found]) -> Republished | None:
    if not reposts:
        return None
    named = next((f for f in reposts if f.author), reposts[0])
    publisher = (named.publisher or "").strip()
    url = publisher if publisher.startswith(("http://", "https://")) else None
    return Republished(named.author, None if url else publisher or None, url)
