"""Expressions of time: every entry's own example, the settled cases, and laws over any text."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Published
from fogline.reading import times

LEXICON = files("fogline.reading").joinpath("lexicon", "times", "expressions.toml")
EXPRESSIONS = tomllib.loads(LEXICON.read_text(encoding="utf-8"))["expression"]
WEDNESDAY = Published("2024-05-15", "2024-05-15", "given")


def days(text: str, published: str | None) -> list[tuple[str | None, str | None]]:
    known = Published(published, published, "given") if published else Published()
    return [(e.when.start, e.when.end) for e in times.find(text, known) if e.when]


def offsets(text: str) -> list[tuple[float, float] | None]:
    return [e.when.offset_days for e in times.find(text, Published()) if e.when]


@pytest.mark.parametrize("entry", EXPRESSIONS, ids=lambda e: str(e["example"]))
def test_every_expression_gives_what_its_example_says(entry: dict[str, object]) -> None:
    (found,) = times.find(f"It happened {entry['example']} there.", WEDNESDAY)
    assert found.when is not None
    if "gives" in entry:
        assert list(found.when.offset_days or ()) == entry["gives"]
    else:
        assert found.when.basis == "none"


@pytest.mark.parametrize(
    ("text", "published", "first", "last"),
    [
        ("A shell fell on Saturday.", "2014-12-07", "2014-12-06", "2014-12-06"),
        ("A shell fell on Sunday.", "2014-12-07", "2014-12-07", "2014-12-07"),
        ("Shelling since Thursday has hit nine homes.", "2016-10-24", "2016-10-20", "2016-10-24"),
        ("Ferries stop by Friday.", "2024-05-15", "2024-05-15", "2024-05-17"),
        ("Raids went on from 22 and 29 July.", "2025-07-30", "2025-07-22", "2025-07-29"),
        ("Attacks since November continue.", "2024-07-21", "2023-11-01", "2024-07-21"),
        ("It met in Riverside on February 2, 2016.", "2016-07-20", "2016-02-02", "2016-02-02"),
        ("It was seized between 11-13 Dec.", "2016-12-16", "2016-12-11", "2016-12-13"),
        ("The drive resumes before mid-November.", "2024-10-29", "2024-10-29", "2024-11-11"),
        ("Drones struck overnight on October 28 to 29.", "2024-10-29", "2024-10-28", "2024-10-29"),
        ("Trucks crossed last week.", "2025-07-30", "2025-07-21", "2025-07-27"),
        ("On Dec. 30 the bridge fell.", "2017-01-02", "2016-12-30", "2016-12-30"),
    ],
)
def test_days_count_from_publication(text: str, published: str, first: str, last: str) -> None:
    assert (first, last) in days(text, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops lost ground over the last three days.", (-3, 0)),
        ("Strikes will come within the next few hours.", (0, 1)),
        ("The vote took place several days ago.", (-7, -2)),
        ("Such reports have circulated for around a week.", (-7, 0)),
        ("A day ago a 5-year-old child was hurt.", (-1, -1)),
        ("Jets will strike tonight.", (0, 1)),
        ("It fell on Saturday.", (-6, 0)),
    ],
)
def test_without_a_publication_day_offsets_still_stand(
    text: str, expected: tuple[int, int]
) -> None:
    assert offsets(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It happened in the past and recently too.",
        "It may rain, and troops may march on.",
        "Some 2016 soldiers marched 12 miles.",
        "The sun sat low; we wed at noon.",
    ],
)
def test_what_says_no_day_is_not_found(text: str) -> None:
    assert [w for w in days(text, "2016-11-12") if w != (None, None)] == []


def test_month_and_day_without_a_year_say_nothing_in_an_undated_text() -> None:
    (found,) = times.find("A letter of 8 November asked for help.", Published())
    assert found.when is not None
    assert (found.when.start, found.when.offset_days, found.when.basis) == (None, None, "none")


def test_a_date_with_its_year_needs_no_publication_day() -> None:
    assert days("The bridge fell on 3 March 2022.", None) == [("2022-03-03", "2022-03-03")]


def test_an_interval_of_publication_widens_what_is_relative() -> None:
    between = Published("2016-11-10", "2016-11-15", "inferred")
    (found,) = times.find("Ground was lost over the last three days.", between)
    assert found.when is not None
    assert (found.when.start, found.when.end) == ("2016-11-07", "2016-11-15")
    assert found.when.offset_days == (-3, 0)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("7 December 2014 A shell hit the park.", None, "2014-12-07"),
        ("Riverside update No. 4 | 30 July 2025\n\nKey points", None, "2025-07-30"),
        ("A headline\n\nDate of publication 24 October 2016 At least", None, "2016-10-24"),
        ("PORT LIVE - Sunday 4 August\n\n06:12 A jet", "2024-08-05", "2024-08-04"),
        ("PORT LIVE - Sunday 4 August\n\n06:12 A jet", None, None),
        ("The army said that on 3 March 2022 it left.", None, None),
    ],
)
def test_date_lines(text: str, near: str | None, day: str | None) -> None:
    assert times.dateline(text, near) == day


def test_an_election_of_known_date_bounds_an_undated_page() -> None:
    text = "Clinton lost to Trump. The presidential election took place several days ago."
    found = times.bound(text)
    assert (found.earliest, found.latest, found.basis) == ("2016-11-10", "2016-11-15", "inferred")


def test_a_weekday_settles_the_year_where_a_name_bounds_it() -> None:
    found = times.bound("On Thursday, Dec. 15, aircraft from CJTF-OIR struck, and ISIL withdrew.")
    assert found.earliest == "2016-12-15"


def test_a_page_that_tells_nothing_stays_undated() -> None:
    assert times.bound("Shells fell on the harbour two days ago.") == Published()


@given(
    st.text(alphabet=st.sampled_from("on 12 May Monday last 2016-, toweekdays ago."), max_size=80)
)
def test_spans_slice_and_days_are_ordered(text: str) -> None:
    for found in times.find(text, WEDNESDAY):
        assert text[found.start : found.end] == found.text
        if found.when and found.when.start and found.when.end:
            assert date.fromisoformat(found.when.start) <= date.fromisoformat(found.when.end)
