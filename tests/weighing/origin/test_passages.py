"""Passages are found wherever they stand, bounded exactly, and standing text ties nothing."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.weighing.measures.wording import Words, tokens, words
from fogline.weighing.origin import duplicates
from fogline.weighing.origin.passages import codes, fingerprints, overlaps
from tests.weighing.newsroom import document

VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprstv" for b in "aeiou" for c in "lmnrst"]


def _text(name: str, held: list[str]) -> Words:
    return Words(name, tuple(held), tuple(range(len(held))), tuple(range(1, len(held) + 1)))


def _salad(draw: random.Random, n: int) -> list[str]:
    return [draw.choice(VOCABULARY) for _ in range(n)]


def _find(host: list[str], lender: list[str]) -> list[tuple[int, int, int, int]]:
    found = list(overlaps([_text("a", host), _text("b", lender)], {}, {}))
    return [(p.start, p.end, p.of_start, p.of_end) for o in found for p in o.passages]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 340), st.integers(0, 240))
def test_a_sixty_word_passage_is_found_with_its_span(seed: int, at: int, start: int) -> None:
    draw = random.Random(seed)
    lender, host = _salad(draw, 300), _salad(draw, 340)
    whole = [*host[:at], *lender[start : start + 60], *host[at:]]
    (found,) = _find(whole, lender)
    begin, end, of_begin, of_end = found
    # Words beside it may be equal by chance; they belong to the passage then.
    assert begin <= at
    assert end >= at + 60
    assert whole[begin:end] == lender[of_begin:of_end]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 9))
def test_a_lightly_edited_passage_is_found(seed: int, offset: int) -> None:
    draw = random.Random(seed)
    lender, host = _salad(draw, 300), _salad(draw, 340)
    taken = [w + "x" if i % 10 == offset else w for i, w in enumerate(lender[50:110])]
    found = _find([*host[:170], *taken, *host[170:]], lender)
    assert sum(min(end, 230) - max(begin, 170) for begin, end, *_ in found) >= 45


def test_reordered_passages_are_two_finds() -> None:
    draw = random.Random(7)
    lender, host = _salad(draw, 200), _salad(draw, 100)
    whole = [*lender[100:140], *host, *lender[20:60]]
    assert sorted(_find(whole, lender)) == [(0, 40, 100, 140), (140, 180, 20, 60)]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_unrelated_texts_share_no_passage(seed: int) -> None:
    draw = random.Random(seed)
    assert _find(_salad(draw, 400), _salad(draw, 400)) == []


def test_standing_text_of_many_stories_ties_nothing_but_reprints_of_one_story_do() -> None:
    draw = random.Random(3)
    notice = _salad(draw, 30)
    pages = [_text(f"page-{i:02d}", [*_salad(draw, 120), *notice]) for i in range(20)]
    assert list(overlaps(pages, duplicates.stories(pages), {})) == []
    story = [*_salad(draw, 120), *notice]
    reprints = [_text(f"copy-{i:02d}", [*story, str(i)]) for i in range(20)]
    assert len(list(overlaps(reprints, duplicates.stories(reprints), {}))) == 20 * 19 // 2


def test_background_told_for_weeks_ties_nothing() -> None:
    draw = random.Random(5)
    background = _salad(draw, 40)
    pages = [_text(f"page-{i}", [*_salad(draw, 100), *background]) for i in range(4)]
    weekly = {page.document: 700_000 + 7 * i for i, page in enumerate(pages)}
    assert list(overlaps(pages, {}, weekly)) == []
    assert len(list(overlaps(pages, {}, dict.fromkeys(weekly, 700_000)))) == 6


def test_fingerprints_are_the_same_in_every_run() -> None:
    text = "the bridge at orlin was hit twice before noon and burned until night fell"
    assert fingerprints(codes(tokens(text)))[1].tolist() == [1, 5, 9]


def test_only_the_report_counts_not_the_notice_or_the_comments() -> None:
    text = "The bridge was hit.\nWritten for a demonstration.\nA reader: the bridge was hit."
    page = document(text)
    marked = document(
        text,
        parts=(
            page.parts[0].__class__("body-1", "body", 0, 19),
            page.parts[0].__class__("notice-1", "notice", 20, 48),
            page.parts[0].__class__("comment-1", "comment", 49, len(text)),
        ),
    )
    assert words(marked).words == ("the", "bridge", "was", "hit")
    assert words(document("Bridge hit", parts=())).words == ("bridge", "hit")


def test_near_duplicates_are_one_story_and_small_edits_do_not_part_them() -> None:
    draw = random.Random(9)
    story = _salad(draw, 150)
    edited = [*story[:70], "edited", *story[71:]]
    pages = [_text("a", story), _text("b", edited), _text("c", _salad(draw, 150))]
    assert duplicates.stories(pages) == {"a": "a", "b": "a", "c": "c"}
