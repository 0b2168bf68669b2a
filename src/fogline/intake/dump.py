"""A plain text, or a page that lost its markup -> parts by role; the text itself is unchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fogline.intake import cues, replies, roles
from fogline.intake.cues import Found
from fogline.intake.replies import Line
from fogline.model import Part, Republished

WRAP = (45, 100)  # characters between which all lines but the last of hard-wrapped prose run
TITLE_WORDS = 3  # a shorter title that opens a text may as well be its first words
TITLE_REACH = 60  # characters of date or agency before a title that ran into the text

_LINK = re.compile(r"https?://[^\s<>\"'“”]+")
_AFTER_TITLE = re.compile(r"[\s.:|–—-]*(?=\w|[\"“‘'(])")
_MERGED = ("body", "quotation", "boilerplate", "related", "lead-in")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, and what its own lines say of author and first publication."""

    parts: tuple[Part, ...]
    author: str | None = None
    republished_from: Republished | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    text: str


def layout(text: str, title: str | None = None) -> Layout:
    """Return the parts of a text; `title` is one given beside it, found where it ran into it."""
    if not text.strip():
        return Layout(())
    if "\n" not in text.strip():
        return Layout(numbered(_one_line(text, title)))
    found = replies.lines(text)
    thread = replies.thread(found)
    above = found[: thread.first] if thread else found
    stretches = _paragraphs(above)
    known = _given_title(stretches, title)
    article = roles.assign([s.text for s in stretches], known)
    parts = [_part(s, f) for s, f in zip(stretches, article.roles, strict=True)]
    parts = _told_once(text, parts)
    if thread:
        parts = [_heading(p, text) for p in parts]
        parts += _comments(thread) + list(_after(found[thread.last :]))
    return Layout(numbered(parts), article.author, article.republished_from)


def links(text: str, parts: Sequence[Part]) -> tuple[str, ...]:
    """Return the addresses that the text cites outside its comments, each once, in order."""
    found = (
        match[0].rstrip(".,;:!?)]}")
        for part in parts
        if part.role != "comment"
        for match in _LINK.finditer(text, part.start, part.end)
    )
    return tuple(dict.fromkeys(found))


def numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with neighbours of one role and instant made one; ids are `role-n` from 1.

    A comment's `parent` comes in as its number among the comments, from 0, and goes out as an id.
    """
    counts: dict[str, int] = {}
    done: list[Part] = []
    for part in parts:
        last = done[-1] if done else None
        if last and (last.role, last.posted) == (part.role, part.posted) and part.role in _MERGED:
            done[-1] = replace(done[-1], end=part.end)
            continue
        counts[part.role] = counts.get(part.role, 0) + 1
        parent = None if part.parent is None else f"comment-{int(part.parent) + 1}"
        done.append(replace(part, id=f"{part.role}-{counts[part.role]}", parent=parent))
    return tuple(done)


def _one_line(text: str, title: str | None) -> list[Part]:
    body = Part("", "body", len(text) - len(text.lstrip()), len(text.rstrip()))
    return _split(text, body, title, "headline") if title else [body]


def _told_once(text: str, parts: list[Part]) -> list[Part]:
    """A headline that the body's first line repeats word for word is said once, above it."""
    title = next((text[p.start : p.end] for p in parts if p.role == "headline"), None)
    first = next((n for n, p in enumerate(parts) if p.role == "body"), None)
    if title is None or first is None:
        return parts
    split = _split(text, parts[first], title, "boilerplate")
    return [*parts[:first], *split, *parts[first + 1 :]]


def _split(text: str, body: Part, title: str, role: str) -> list[Part]:
    """Split off the title that ran into a body, and the date line before it.

    A short title, or one that the text goes on from in the same sentence, stays where it is.
    """
    at = text.find(title, body.start, min(body.start + TITLE_REACH + len(title), body.end))
    rest = _AFTER_TITLE.match(text, at + len(title), body.end) if at >= 0 else None
    if rest is None or len(title.split()) < TITLE_WORDS or text[rest.end()].islower():
        return [body]
    before = text[body.start : at].rstrip()
    date_line = [Part("", "byline", body.start, body.start + len(before))] if before else []
    head = Part("", role, at, at + len(title))
    return [*date_line, head, replace(body, start=rest.end())]


def _given_title(stretches: Sequence[_Stretch], title: str | None) -> list[str | None]:
    if title is None or not stretches or stretches[0].text != title.strip():
        return []
    return ["headline", *[None] * (len(stretches) - 1)]


def _paragraphs(found: Sequence[Line]) -> list[_Stretch]:
    """Join the lines of hard-wrapped paragraphs; every other line is a paragraph of its own."""
    done: list[_Stretch] = []
    for block in _blocks(found):
        if _wrapped(block):
            words = " ".join(line.text for line in block)
            done.append(_Stretch(block[0].start, block[-1].end, words))
        else:
            done += [_Stretch(line.start, line.end, line.text) for line in block]
    return done


def _blocks(found: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in found:
        if line.after_blank and block:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _wrapped(block: list[Line]) -> bool:
    if len(block) < 2 or not all(WRAP[0] <= len(line.text) <= WRAP[1] for line in block[:-1]):
        return False
    return any(line.text[:1].islower() for line in block[1:])


def _part(stretch: _Stretch, found: Found) -> Part:
    role = "quotation" if found.role == "body" and stretch.text.startswith(">") else found.role
    return Part("", role, stretch.start, stretch.end, found.author)


def _heading(part: Part, text: str) -> Part:
    """The heading over a thread ("7 Comments") is the site's, not the article's."""
    is_heading = part.role == "body" and cues.match("thread", text[part.start : part.end])
    return replace(part, role="boilerplate") if is_heading else part


def _comments(thread: replies.Thread) -> list[Part]:
    return [
        Part(
            id="",
            role="comment",
            start=comment.lines[0][0],
            end=comment.lines[-1][1],
            author=comment.author,
            parent=None if comment.parent is None else str(comment.parent),
            posted=comment.posted,
        )
        for comment in thread.comments
    ]


def _after(found: Sequence[Line]) -> Iterator[Part]:
    for line in found:
        role = "notice" if cues.match("notice", line.text) else "boilerplate"
        yield Part("", role, line.start, line.end)
