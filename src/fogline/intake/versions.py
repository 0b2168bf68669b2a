"""Two versions of one page -> what was changed, word by word, and whether the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.model import Document

SHOWN = 6  # words left standing on both sides of a change within a paragraph
ALIKE = 0.4  # share of words that two paragraphs must have in common to be one that was edited
LEFT_OUT = {"comment", "notice", "boilerplate", "related"}  # what changes by itself

_ADMITS = re.compile(
    r"(?i)\bcorrect(?:ion|ed)\b|\bclarification\b|\bupdate[ds]?\b|\beditor['’]s note\b"
    r"|\b(?:earlier|previous) version\b|\bamended\b|\bretract(?:ed|ion)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """One edit: `before` and `after` with some words around it, "" for what was not there."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Edit:
    """All changes from one version to the next; `admitted` where added words tell of an edit."""

    changes: tuple[Change, ...]
    admitted: bool


def edit(old: Document, new: Document) -> Edit:
    """Compare the articles of two versions; comments and the site's own lines do not count."""
    before, after = _paragraphs(old), _paragraphs(new)
    changes = tuple(_changes(before, after))
    added = " ".join(change.after for change in changes)
    removed = " ".join(change.before for change in changes)
    told = len(_ADMITS.findall(added)) > len(_ADMITS.findall(removed))
    return Edit(changes, told)


def _paragraphs(document: Document) -> list[str]:
    kept = (p for p in document.parts if p.role not in LEFT_OUT)
    lines = (line for p in kept for line in document.text[p.start : p.end].split("\n"))
    return [" ".join(line.split()) for line in lines if line.strip()]


def _changes(before: list[str], after: list[str]) -> Iterator[Change]:
    for old, new in _differing(before, after):
        for one, other in _paired(list(old), list(new)):
            yield from (
                _within(one.split(), other.split()) if one and other else [Change(one, other)]
            )


def _differing(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield the stretches that two sequences do not share, side by side."""
    from rapidfuzz.distance import LCSseq

    old_at = new_at = 0
    for block in [*LCSseq.editops(before, after).as_matching_blocks()]:
        if block.a > old_at or block.b > new_at:
            yield before[old_at : block.a], after[new_at : block.b]
        old_at, new_at = block.a + block.size, block.b + block.size


def _paired(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Pair each paragraph that was edited with what it became; the others stand alone."""
    for one in old:
        likest = max(new, key=lambda other: _likeness(one, other), default="")
        if likest and _likeness(one, likest) >= ALIKE:
            for added in new[: new.index(likest)]:
                yield "", added
            new = new[new.index(likest) + 1 :]
            yield one, likest
        else:
            yield one, ""
    for added in new:
        yield "", added


def _likeness(one: str, other: str) -> float:
    have, want = set(one.split()), set(other.split())
    return 2 * len(have & want) / (len(have) + len(want)) if have and want else 0.0


def _within(old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield an edited paragraph's changes with the words around them, near ones as one."""
    from rapidfuzz.distance import LCSseq

    codes = [c for c in LCSseq.opcodes(old, new) if c.tag != "equal"]
    while codes:
        run = [codes.pop(0)]
        while codes and codes[0].src_start - run[-1].src_end <= SHOWN // 2:
            run.append(codes.pop(0))
        first, last = run[0], run[-1]
        yield Change(
            _excerpt(old, first.src_start, last.src_end),
            _excerpt(new, first.dest_start, last.dest_end),
        )


def _excerpt(words: list[str], start: int, end: int) -> str:
    left, right = max(0, start - SHOWN), min(len(words), end + SHOWN)
    return (
        ("… " if left else "") + " ".join(words[left:right]) + (" …" if right < len(words) else "")
    )
