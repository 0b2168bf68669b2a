"""The comment thread of a page that lost its markup: heads, numbers, bullets and indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fogline.intake import cues, dates
from fogline.intake.cues import Found

NAME_WORDS = 6
BARE_WORDS, BARE_LENGTH = 4, 40  # of a name that stands alone above a comment
TAB = 4

_MARK = re.compile(r"(?:(\d{1,4})[.)]|([•◦▪‣·∙○●*+o–-]|[a-z]\)))[ \t\xa0]+(?=\S)")
_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_OF_READERS = re.compile(r"(?i)\d|comment|thought|respons|repl|reaction|readers")
_SENTENCE = re.compile(r".*[.!?:;,…\"”]$")
_INITIAL = re.compile(r".*\b[^\W\d_]\.$")
_UNITS = "(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"
_TIMED = re.compile(
    r"(?P<author>\S.{0,38}?)(?:,? \(| ?[,|·•–—-] ?|,? )(?P<posted>(?:\d{1,2}[:.]\d{2}\b"
    rf"|(?:\d+|an?) {_UNITS} ago|\d{{1,2}}\.? [^\W\d_]{{3,9}}\b|[A-Z][^\W\d_]{{2,8}} \d{{1,2}}\b"
    r"|(?i:today|yesterday)\b).{0,24}?)\)?(?: (?P<rest>(?i:(?:in )?repl|respon|answer).{1,50}))?$"
)
_INLINE = re.compile(
    r"(?P<author>[^\s:][^:\n]{0,38}?)(?: \((?P<rest>(?i:(?:in )?repl|respon|answer)[^)]{1,50})\))?"
    r"(?::| [–—-])[ \t]+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line's words, their offsets in the document's text, and whether a blank one precedes."""

    start: int
    end: int
    column: int
    text: str
    after_blank: bool


@dataclass(slots=True)
class Comment:
    """A comment as it is gathered; `parent` counts comments of the same thread from 0."""

    author: str | None
    posted: str | None
    parent: int | None
    reply: str | None
    column: int
    number: int | None
    glyph: str | None
    lines: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line that opens a comment says: its list mark and its head, either may be missing;
    `goes_on` where the comment begins in the same line.
    """

    number: int | None
    glyph: str | None
    head: Found | None
    content: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """The comments of a text; lines `first` to `last` (exclusive) are the thread's."""

    first: int
    last: int
    comments: tuple[Comment, ...]


def lines(text: str) -> list[Line]:
    """Return the lines of a text that are not blank."""
    found: list[Line] = []
    blank = True
    for match in _LINE.finditer(text):
        raw = match[0]
        words = raw.strip()
        if words:
            lead = raw[: len(raw) - len(raw.lstrip())]
            start = match.start() + len(lead)
            column = len(lead.expandtabs(TAB))
            found.append(Line(start, start + len(words), column, words, blank))
        blank = not words
    return found


def thread(found: Sequence[Line]) -> Thread | None:
    """Return the comment thread below an article, or None where no line opens one."""
    first = _first(found)
    if first is None:
        return None
    last = next((n for n in range(first + 1, len(found)) if _ends(found[n])), len(found))
    gathered = _gathered(found[first:last])
    comments = tuple(c for c in gathered if c.lines)
    return Thread(first, last, _reparented(gathered, comments)) if comments else None


def _ends(line: Line) -> bool:
    form = line.column <= 2 and cues.match("form", line.text)
    return bool(form or cues.match("notice", line.text))


def _first(found: Sequence[Line]) -> int | None:
    heading = _under_heading(found)
    if heading is not None:
        return heading
    heads = [n for n, line in enumerate(found) if _opens_thread(found, n, line)]
    closed = next((n for n, line in enumerate(found) if cues.match("notice", line.text)), None)
    if heads:
        return _back_to_first(found, heads[0])
    return _numbered_run(found, closed) if closed else None


def _under_heading(found: Sequence[Line]) -> int | None:
    """Return the line after a heading such as "7 Comments", where a comment's head follows soon."""
    for number, line in enumerate(found[:-1]):
        if len(line.text) > 120 or not cues.match("thread", line.text):
            continue
        below = found[number + 1 :]
        told = _OF_READERS.search(line.text) or _signs(below[0], next(iter(below[1:]), None))
        if told and _opening(below[0]).head is None and _style(below):
            return number + 1
        for near in range(number + 1, min(number + 5, len(found))):
            if _opening(found[near]).head is not None or _mark(found[near]):
                return near
    return None


def _style(found: Sequence[Line]) -> str | None:
    """Return how a thread under a heading names who writes, where no words such as "says" do: a
    name in the comment's own line, in the line above it, or alone between blank lines.
    """
    first = [n for n, line in enumerate(found) if line.after_blank and not _ends(line)]
    if first and sum(_inline(found[n]) is not None for n in first) > len(first) / 2:
        return "inline"
    if found and not _mark(found[0]):
        return next((style for style in ("above", "alone") if _is_bare(found, 0, style)), None)
    return None


def _is_bare(found: Sequence[Line], number: int, style: str) -> bool:
    """True for a name, perhaps with a time, in the first line of a block: "Old Sailor"."""
    if number + 1 >= len(found) or not found[number].after_blank:
        return False
    words = found[number].text
    timed = _TIMED.match(words)
    below = found[number + 1].after_blank == (style == "alone")
    return (
        below and not _mark(found[number]) and _is_short_name(timed["author"] if timed else words)
    )


def _is_short_name(words: str) -> bool:
    if len(words) > BARE_LENGTH or len(words.split()) > BARE_WORDS:
        return False
    return bool(_INITIAL.match(words)) or not _SENTENCE.match(words)


def _inline(line: Line) -> Opening | None:
    """Return what a line opens with that names who writes and goes on: "1. Old Sailor: No."."""
    mark = _mark(line)
    lead = mark.end() if mark else 0
    found = _INLINE.match(line.text, lead)
    if found is None or not _is_short_name(found["author"]):
        return None
    number = int(mark[1]) if mark and mark[1] else None
    head = Found("says", found["author"], reply=_whom(found["rest"]))
    return Opening(number, mark[2] if mark else None, head, line.start + found.end(), goes_on=True)


def _whom(words: str | None) -> str | None:
    answers = cues.match("answers", words) if words else None
    return answers.reply if answers else None


def _opens_thread(found: Sequence[Line], number: int, line: Line) -> bool:
    if len(line.text) > 120 or not line.after_blank:
        return False
    opening = _opening(line)
    if opening.head is None:
        return False
    marked = opening.number is not None or opening.glyph is not None
    dated = number + 1 < len(found) and dates.posted(found[number + 1].text) is not None
    below = marked or opening.head.posted is not None or _tells(found[:number])
    return (opening.head.sure and below) or dated or (marked and opening.head.posted is None)


def _tells(above: Sequence[Line]) -> bool:
    """Say whether a sentence ends above: "Raiders burned the barn, miller says" is a headline."""
    return any(_SENTENCE.match(line.text) for line in above)


def _back_to_first(found: Sequence[Line], head: int) -> int:
    """Nameless comments before the first named one are the thread's too: 1., 2., "3. X says"."""
    wanted = _opening(found[head]).number
    first = head
    for number in range(head - 1, -1, -1):
        if wanted is None or wanted <= 1:
            break
        if found[number].after_blank and _opening(found[number]).number == wanted - 1:
            first, wanted = number, wanted - 1
    return first


def _numbered_run(found: Sequence[Line], closed: int) -> int | None:
    for number in range(closed - 1, -1, -1):
        if found[number].after_blank and _opening(found[number]).number == 1:
            return number if number > 0 else None
    return None


def _mark(line: Line) -> re.Match[str] | None:
    return _MARK.match(line.text)


def _opening(line: Line) -> Opening:
    mark = _mark(line)
    words = line.text[mark.end() :] if mark else line.text
    head = cues.match("says", words) if len(words) <= 120 else None
    if head is not None and not (_is_name(head.author) and _is_dated(head)):
        head = None
    content = line.start + (mark.end() if mark else 0)
    number = int(mark[1]) if mark and mark[1] else None
    return Opening(number, mark[2] if mark else None, head, content)


def _is_name(author: str | None) -> bool:
    """True for few words, of which none goes on in small letters: "Bridge is lost, miller"."""
    if not author or len(author.split()) > NAME_WORDS:
        return False
    return not any(rest[:1].islower() for rest in author.split(", ")[1:])


def _is_dated(head: Found) -> bool:
    """False where no date stands for one: "Attack on Homs market kills 9, monitor says"."""
    return head.posted is None or dates.is_calendrical(head.posted)


def _gathered(found: Sequence[Line]) -> list[Comment]:
    comments: list[Comment] = []
    marked = _mark(found[0]) is not None
    style = _style(found) if _opening(found[0]).head is None else None
    for at, line in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        opening = _opening(line)
        if opening.head is None and line.after_blank and not marked and _signs(line, following):
            opening = Opening(None, None, Found("says", line.text), line.start)
        if style == "inline":
            opening = _inline(line) or opening
        elif style and opening.head is None and _is_bare(found, at, style):
            opening = Opening(None, None, _named(line, following), line.start)
        alone = following is None or following.after_blank
        if not comments or _opens(opening, line, comments, marked=marked, alone=alone):
            comments.append(_comment(opening, line, comments))
            if opening.head is None or opening.goes_on:
                comments[-1].lines.append((opening.content, line.end))
        else:
            _add(comments[-1], line)
    for comment in comments:
        _trim(comment, found)
    return comments


def _named(line: Line, following: Line | None) -> Found:
    """What a bare name and the line below it tell: who writes, and whom it answers."""
    timed = _TIMED.match(line.text)
    if timed is None:
        return Found("says", line.text, reply=_whom(following.text if following else None))
    return Found("says", timed["author"], posted=timed["posted"], reply=_whom(timed["rest"]))


def _signs(line: Line, following: Line | None) -> bool:
    """True for a bare name with a date on the next line."""
    if following is None or following.after_blank or not _is_name(line.text):
        return False
    return not line.text.endswith((".", "!", "?")) and dates.posted(following.text) is not None


def _opens(
    opening: Opening, line: Line, comments: list[Comment], *, marked: bool, alone: bool
) -> bool:
    has_mark = opening.number is not None or opening.glyph is not None
    if opening.goes_on:
        return True
    if opening.head is not None:
        return has_mark or (not marked and line.after_blank) or opening.head.sure
    if not has_mark or not line.after_blank:
        return False
    if opening.number is not None:
        return _continues(opening.number, line.column, comments)
    level = {(c.column, c.glyph) for c in comments if c.author}
    return (line.column, opening.glyph) in level or (alone and line.column > comments[-1].column)


def _continues(number: int, column: int, comments: list[Comment]) -> bool:
    """True where the number follows that of the last comment at this depth."""
    level = [c for c in comments if c.number is not None and abs(c.column - column) <= 1]
    return bool(level) and level[-1].number == number - 1


def _comment(opening: Opening, line: Line, comments: list[Comment]) -> Comment:
    head = opening.head or Found("says")
    same = [n for n, c in enumerate(comments) if head.reply and c.author == head.reply]
    parent = same[-1] if same else _parent(line.column, opening.glyph, comments)
    author = head.author.lstrip("@") if head.author else None
    posted = dates.posted(head.posted) or head.posted
    return Comment(author, posted, parent, head.reply, line.column, opening.number, opening.glyph)


def _parent(column: int, glyph: str | None, comments: list[Comment]) -> int | None:
    """Return the nearest comment above that stands further left, by two columns or another mark."""
    left = column
    for number in range(len(comments) - 1, -1, -1):
        other = comments[number]
        if other.column < left:
            if column - other.column >= 2 or other.glyph != glyph:
                return number
            left = other.column
    return None


def _add(comment: Comment, line: Line) -> None:
    if not comment.lines and comment.posted is None and dates.posted(line.text):
        comment.posted = dates.posted(line.text)
        return
    if not comment.lines and comment.reply and cues.match("answers", line.text):
        return
    comment.lines.append((line.start, line.end))


def _trim(comment: Comment, found: Sequence[Line]) -> None:
    """Take away the buttons that a thread leaves around its comments."""
    words = {line.start: line.text for line in found}
    while comment.lines and _is_button(words.get(comment.lines[-1][0], "")):
        comment.lines.pop()
    while comment.lines and _is_button(words.get(comment.lines[0][0], "")):
        comment.lines.pop(0)


def _is_button(words: str) -> bool:
    return len(words) <= 40 and cues.match("button", words) is not None


def _reparented(gathered: list[Comment], kept: Sequence[Comment]) -> tuple[Comment, ...]:
    """Count parents among the comments that have words; one without hands its own parent on."""
    places = {id(c): n for n, c in enumerate(kept)}
    for comment in kept:
        parent = comment.parent
        while parent is not None and id(gathered[parent]) not in places:
            parent = gathered[parent].parent
        comment.parent = None if parent is None else places[id(gathered[parent])]
    return tuple(kept)
