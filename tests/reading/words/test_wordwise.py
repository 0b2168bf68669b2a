"""What is tried only where it may begin is what a search of the whole text finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fogline.reading.quantities import counts, harmwords
from fogline.reading.times import expressions
from fogline.reading.words import wordwise

PIECES = st.sampled_from(
    (
        "between 3 and 5|at least twelve soldiers|no fewer than 20|a dozen|half a million|the 4th|"
        "tens of thousands|Twenty-five|THREE|one's|12,000|were killed|lost their lives|"
        "laid to rest|"
        "death toll|Driven from their homes|midday|YESTERDAY|12 May|JAN|Sunday|Thu|thus|2014|20:30|"
        "7 p.m.|1st|any\nmoment|in the last two days|on the next day|a week ago|the|on|in|that|"
        "Ju|Jun|March|marched|weekly|x12|'|-|–|\n| |. |é"
    ).split("|")
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=12).map(
    lambda pieces: "".join(pieces)
) | st.lists(PIECES, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("pattern", "opens", "leading"),
    [
        (counts.COUNT, counts.FIRST_OF_COUNT, wordwise.Leading()),
        (harmwords._CUES, harmwords._FIRST, wordwise.Leading()),
        (expressions._any(), expressions._opens(), expressions._leading()),
    ],
    ids=["counts", "harm", "times"],
)
@given(TEXTS)
@example("were killedA")
def test_words_that_open_a_pattern_find_all_that_it_finds(
    pattern: re.Pattern[str], opens: frozenset[str], leading: wordwise.Leading, text: str
) -> None:
    for start, end in ((0, len(text)), (len(text) // 3, len(text) - 1)):
        end = max(start, end)
        wanted = [m.span() for m in pattern.finditer(text, start, end)]
        for stop in (end, (start + end) // 2):
            found = wordwise.found(pattern, opens, text, range(start, stop), end, leading)
            assert [m.span() for m in found] == [s for s in wanted if s[0] < stop]


@given(TEXTS)
def test_hints_at_time_are_those_of_their_pattern(text: str) -> None:
    wanted = [m.span() for m in expressions._hint().finditer(text)]
    assert [m.span() for m in expressions._hints(text)] == wanted


LOOK = re.compile(r"\(\?<?[=!]")


def without_looks(pattern: str) -> str:
    """Return a pattern without what it looks for around itself, which may hold groups."""
    while look := LOOK.search(pattern):
        depth, end = 1, look.end()
        while depth:
            step = 2 if pattern[end] == "\\" else 1
            depth += (pattern[end] == "(") - (pattern[end] == ")")
            end += step
        pattern = pattern[: look.start()] + pattern[end:]
    return pattern


@pytest.mark.parametrize("entry", expressions._expressions(), ids=lambda e: e.arguments["example"])
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_an_expression_begins_with_a_word_that_opens_one(
    entry: expressions.Expression, data: st.DataObject
) -> None:
    """Whatever its pattern allows, but for what it looks for around itself."""
    bare = re.compile(without_looks(entry.pattern.pattern))
    word, then = (*wordwise._words(data.draw(st.from_regex(bare, fullmatch=True)))[1], "")[:2]
    assert word in expressions._opens() or word.isdecimal()
    leading = expressions._leading()
    assert word not in leading.words or then in leading.next
