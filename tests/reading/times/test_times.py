"""Expressions of time: every entry's own example, the settled cases, and laws over any text."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Published, When
from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from fogline.reading.times import times
from tests.reading.sentences import One, Read, at, document

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
        ("It fell last Tuesday.", "2021-07-14", "2021-07-06", "2021-07-06"),
        ("It fell last Wednesday.", "2024-09-02", "2024-08-28", "2024-08-28"),
        ("Jets have not flown there since the 18th.", "2019-05-27", "2019-05-18", "2019-05-27"),
        ("It was hit on the 18th and 25th.", "2024-03-05", "2024-02-18", "2024-02-25"),
        ("Since the first of December many fled.", "2020-02-25", "2019-12-01", "2020-02-25"),
        ("They surrendered on the 21st of last month.", "2011-05-20", "2011-04-21", "2011-04-21"),
        ("It was seized in August of 2013.", "2016-03-12", "2013-08-01", "2013-08-31"),
        ("A bomb fell in August last year.", "2013-08-18", "2012-08-01", "2012-08-31"),
        ("It began in the first week of July.", "2015-07-09", "2015-07-01", "2015-07-07"),
        ("Raids go on since the summer of 2014.", "2016-07-19", "2014-06-01", "2016-07-19"),
        ("Surrender by noon on Wednesday.", "2018-07-03", "2018-07-03", "2018-07-04"),
        ("Turkey may ask as early as Monday.", "2012-11-25", "2012-11-26", "2012-11-26"),
        ("They took it less than two weeks ago.", "2016-11-08", "2016-10-25", "2016-11-08"),
        ("Shops stayed shut for a third day.", "2019-10-08", "2019-10-06", "2019-10-08"),
        ("Over the past week it advanced.", "2023-07-19", "2023-07-12", "2023-07-19"),
        ("No missile struck this week.", "2020-10-26", "2020-10-19", "2020-10-26"),
        ("On the night of 9/10 February it came.", "2025-02-11", "2025-02-09", "2025-02-10"),
        (
            "From Monday 9 to Sunday 15 September it rained.",
            "2024-09-16",
            "2024-09-09",
            "2024-09-15",
        ),
    ],
)
def test_days_count_from_publication(text: str, published: str, first: str, last: str) -> None:
    assert (first, last) in days(text, published)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first district that rebels have lost since the city was divided in 2012.",
        "The rebels lost the biggest district since the city was divided in 2012.",
    ],
)
def test_since_that_only_tells_how_rare_it_is_dates_nothing(read: Read, text: str) -> None:
    (found,) = read(text, published="2016-11-26").claims
    assert (found.when.start, found.when.basis) == ("2016-11-26", "default")


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
        ("Bomb kills 18 AFP Tuesday 6 Aug 2013 A bomb killed", "2013-08-18", "2013-08-06"),
        ("Last updated at Feb 092015 BEIRUT At least", "2015-02-19", "2015-02-09"),
        ("GOMA, 27 February 2024 - The Mission confirms", None, "2024-02-27"),
        ("Tripoli 7 February 2017 - The battalion announced", None, "2017-02-07"),
        ("24 Feb, Nord: two killed. 25 Feb, Sahel: a raid", "2025-03-04", None),
        ("On Tuesday 6 August 2013 a bomb fell", None, None),
    ],
)
def test_date_lines(text: str, near: str | None, day: str | None) -> None:
    assert times.dateline(text, near) == day


TITLED = (
    "Hill Observatory\nNote 2026/3: The strike at Kashebere, 2 March{}\n\n17 March 2026\n\nIt hit."
)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        (TITLED.format(""), "2026-03-17", "2026-03-17"),
        (TITLED.format(""), "2026-03-20", "2026-03-17"),
        (TITLED.format(""), None, "2026-03-17"),
        (TITLED.format(" 2026"), "2026-03-17", "2026-03-17"),
        ("The fall of Kutum, 3 May\nGOMA, 27 May 2024 - Rebels left", "2024-05-28", "2024-05-27"),
        ("Situation report, 5 March\n\n4 March 2026\nShelling", "2026-03-06", "2026-03-05"),
        ("Update No. 4 | 30 July 2025\n\n28 July 2025\nShelling", None, "2025-07-30"),
        ("Published 4 October 2016\n3 October 2016\nShelling", "2016-10-03", "2016-10-04"),
    ],
)
def test_the_day_that_a_title_names_yields_to_the_date_below(
    text: str, near: str | None, day: str
) -> None:
    """A note of 17 March on a strike of the 2nd was dated by the strike."""
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


def test_a_text_is_no_older_than_what_it_tells() -> None:
    found = times.bound("The siege was lifted on 3 March 2022, and people returned.")
    assert (found.earliest, found.latest, found.basis) == ("2022-03-03", None, "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "The camp will close by 31 December 2030.",
        "The offer stands until 3 March 2032.",
        "The deadline of 1 June 2031 was set.",
    ],
)
def test_what_is_still_to_come_bounds_nothing(text: str) -> None:
    assert times.bound(text) == Published()


def test_bounds_give_the_words_that_they_were_read_from() -> None:
    text = "Quiet here. The fall of Kabul ten days ago, and a letter of 20 August, changed it all."
    found = times.bounds(text)
    assert {text[b.start : b.end] for b in found} >= {"20 August"}
    assert times.bound(text) == Published("2021-08-25", "2021-08-25", "inferred")


def test_how_long_a_stock_will_last_lies_ahead(whole: Reader) -> None:
    text = "The garrison has enough food for two weeks, an officer said."
    when = at(whole.read(document(text, published="2024-05-15")).claims, "food").when
    assert (when.start, when.end) == ("2024-05-15", "2024-05-29")


@pytest.mark.parametrize("row", list(rows("times", "calendar.csv")), ids=lambda r: str(r["what"]))
def test_every_event_of_the_calendar_bounds_its_example(row: dict[str, str]) -> None:
    assert date.fromisoformat(row["from"]) <= date.fromisoformat(row["to"])
    assert (times.bound(row["example"]).earliest or "") >= row["from"]


def test_a_year_told_at_the_start_settles_later_days() -> None:
    text = "The offensive was fought from 11 to 29 May 2015. In March it had been planned."
    assert days(text, None) == [("2015-05-11", "2015-05-29"), ("2015-03-01", "2015-03-31")]


@pytest.mark.parametrize(
    ("text", "toward", "told", "first", "last"),
    [
        ("on Friday", "ahead", None, "2024-05-17", "2024-05-17"),
        ("on Friday", "past", None, "2024-05-10", "2024-05-10"),
        ("by Monday", "ahead", None, "2024-05-15", "2024-05-20"),
        ("by Monday", "past", None, "2024-05-13", "2024-05-13"),
        ("this month", "ahead", None, "2024-05-15", "2024-05-31"),
        ("in October", "past", None, "2023-10-01", "2023-10-31"),
        ("in 48 hours", "ahead", None, "2024-05-15", "2024-05-17"),
        ("in 48 hours", "past", None, "2024-05-13", "2024-05-15"),
        ("the next day", "past", "2024-05-03", "2024-05-04", "2024-05-04"),
        ("the same evening", "past", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("three days later", "past", "2024-05-03", "2024-05-06", "2024-05-06"),
        ("the previous night", "past", "2024-05-03", "2024-05-02", "2024-05-03"),
        ("two days earlier", "past", None, "2024-05-13", "2024-05-13"),
        ("by the 20th", "ahead", None, "2024-05-15", "2024-05-20"),
        ("by the weekend", "ahead", None, "2024-05-15", "2024-05-19"),
        ("before the weekend", "ahead", None, "2024-05-15", "2024-05-18"),
        ("by the weekend", "past", None, "2024-05-11", "2024-05-12"),
        ("til Friday", "ahead", None, "2024-05-15", "2024-05-17"),
        # "Within the next week" was read as the next calendar week, a window that had not begun.
        ("within the next week", "ahead", None, "2024-05-15", "2024-05-22"),
        ("over the next month", "ahead", None, "2024-05-15", "2024-06-14"),
        ("during the next year", "ahead", None, "2024-05-15", "2025-05-15"),
        ("next week", "ahead", None, "2024-05-20", "2024-05-26"),
        ("in the next week's talks", "ahead", None, "2024-05-20", "2024-05-26"),
    ],
)
def test_the_same_words_mean_days_past_ahead_or_counted_from_what_was_told(
    text: str, toward: str, told: str | None, first: str, last: str
) -> None:
    (entity,) = times.find(f"It fell {text}.", WEDNESDAY)
    base = When(None, told, told) if told else None
    found = times.sense(f"It fell {text}.", entity.start, WEDNESDAY, toward=toward, told=base)
    assert found is not None
    assert (found.when.start, found.when.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("The army will attack the town on Friday.", "attack", "2024-05-17", "2024-05-17"),
        ("The clashes that erupted on Friday cut the road.", "clashes", "2024-05-10", "2024-05-10"),
        ("An offensive that began on Friday cut it.", "offensive", "2024-05-10", "2024-05-15"),
        (
            "The port has been shut since Friday, when rebels shelled it.",
            "shelled",
            "2024-05-10",
            "2024-05-10",
        ),
        (
            "The road has been cut since March, when rebels shelled it and seized the town.",
            "seized",
            "2024-03-01",
            "2024-03-31",
        ),
        ("Ten have died since Friday's shelling of it.", "shelling", "2024-05-10", "2024-05-10"),
        ("Ten have died since Fridays shelling of it.", "shelling", "2024-05-10", "2024-05-10"),
        ("The garrison has had no food for two weeks.", "food", "2024-05-01", "2024-05-15"),
        (
            "Mirow has been theirs since 2021 when they took it but rebels attacked it on Friday.",
            "attacked",
            "2024-05-10",
            "2024-05-10",
        ),
        ("The blockade enters second month.", "blockade", "2024-04-15", "2024-05-15"),
        (
            "The army has been trying to capture the port for three days.",
            "capture",
            "2024-05-12",
            "2024-05-15",
        ),
        (
            "It was hit twice yesterday, two guards hurt in the fire.",
            "hit",
            "2024-05-14",
            "2024-05-14",
        ),
        ("Rebels shelled the port at 5 pm.", "shelled", "2024-05-15", "2024-05-15"),
        (
            "Bread was sold in Idlib on Monday, three days after rebels shelled the mill.",
            "shelled",
            "2024-05-10",
            "2024-05-10",
        ),
        (
            "The ministry said on Sunday that rebels had shelled the port.",
            "shelled",
            "2024-05-12",
            "2024-05-12",
        ),
        # A deadline of what was asked or promised dated the asking, into the week before.
        ("The rebels promised to leave by Friday.", "promised", "2024-05-15", "2024-05-15"),
        ("The rebels agreed on Monday to leave by Friday.", "agreed", "2024-05-13", "2024-05-13"),
        ("Both agreed to swap prisoners by 30 May.", "agreed", "2024-05-15", "2024-05-15"),
        ("The army ordered villagers to leave by Friday.", "ordered", "2024-05-15", "2024-05-15"),
        ("The army ordered villagers to leave by Friday.", "leave", "2024-05-15", "2024-05-17"),
        ("Both had agreed to a truce by Friday.", "agreed", "2024-05-10", "2024-05-10"),
        ("Rebels had been told to leave by Friday.", "told", "2024-05-10", "2024-05-10"),
        ("By Friday both had agreed to a truce.", "agreed", "2024-05-10", "2024-05-10"),
        ("The rebels managed to take the town by Friday.", "take", "2024-05-10", "2024-05-10"),
        ("The rebels held the town until Monday.", "held", "2024-05-13", "2024-05-13"),
        # "before the end of May" ended where the end began; nights and "in hours" said no day
        ("The army will leave before the end of May.", "leave", "2024-05-15", "2024-05-31"),
        ("The army will leave before June.", "leave", "2024-05-15", "2024-05-31"),
        ("The army will leave before mid-June.", "leave", "2024-05-15", "2024-06-11"),
        ("The army will leave by the end of next week.", "leave", "2024-05-15", "2024-05-26"),
        ("Rebels will attack Mirow before the week is out.", "attack", "2024-05-15", "2024-05-19"),
        ("The army will attack Mirow in hours.", "attack", "2024-05-15", "2024-05-16"),
        ("The army may attack it in the nearest days.", "attack", "2024-05-15", "2024-05-22"),
        ("The army took the town in hours.", "took", "2024-05-15", "2024-05-15"),
        ("Rebels will attack Mirow by nightfall.", "attack", "2024-05-15", "2024-05-15"),
        ("Rebels will attack Mirow by dawn.", "attack", "2024-05-15", "2024-05-16"),
        ("By dawn on Monday rebels had taken the port.", "taken", "2024-05-13", "2024-05-13"),
        ("Troops shelled Mirow during the night.", "shelled", "2024-05-14", "2024-05-15"),
        ("Troops shelled Mirow in the night of Monday.", "shelled", "2024-05-13", "2024-05-13"),
        ("The army will shell the port overnight.", "shell", "2024-05-15", "2024-05-16"),
        ("The siege of Mirow has lasted eleven days.", "siege", "2024-05-04", "2024-05-15"),
        # a stretch of days to come counts from the day on which it was told
        (
            "He said on Monday that rebels would leave within 48 hours.",
            "leave",
            "2024-05-13",
            "2024-05-15",
        ),
        ("He said that rebels would leave within 48 hours.", "leave", "2024-05-15", "2024-05-17"),
        (
            "He said on Monday that rebels would leave on Friday.",
            "leave",
            "2024-05-17",
            "2024-05-17",
        ),
        ("Rebels shelled Mirow for the twenty-first day.", "shelled", "2024-04-25", "2024-05-15"),
        ("Rebels shelled Mirow for the third day.", "shelled", "2024-05-13", "2024-05-15"),
        ("Two were shot in the last days of April.", "shot", "2024-04-26", "2024-04-30"),
    ],
)
def test_the_clause_says_when(claim: One, text: str, trigger: str, first: str, last: str) -> None:
    found = claim(text, trigger, published="2024-05-15").when
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger", "spoken"),
    [
        ("The ministry said on Sunday that rebels had shelled the port.", "shelled", True),
        ("Rebels shelled the port, the mayor told reporters on Sunday.", "shelled", True),
        ("The ministry said that rebels had shelled the port on Sunday.", "shelled", None),
        ("The ministry said on Monday that rebels shelled it on Sunday.", "shelled", None),
        ("The ministry said that rebels had shelled the port.", "shelled", None),
    ],
)
def test_the_day_of_saying_is_told_from_a_day_of_the_event(
    claim: One, text: str, trigger: str, spoken: bool | None
) -> None:
    assert claim(text, trigger, published="2024-05-15").when.spoken is spoken


PUBLISHED = st.dates(date(2011, 1, 1), date(2030, 12, 31))
RELATIVE = ("two days ago", "over the last three days", "within 24 hours", "yesterday", "tonight")


@given(st.sampled_from(RELATIVE), PUBLISHED, st.integers(-400, 400))
def test_relative_days_shift_with_the_day_that_they_count_from(
    text: str, day: date, shift: int
) -> None:
    later = day + timedelta(days=shift)
    (one,), (other,) = days(text, day.isoformat()), days(text, later.isoformat())
    for before, after in zip(one, other, strict=True):
        assert date.fromisoformat(after or "") - date.fromisoformat(before or "") == later - day


@given(
    st.sampled_from([str(e["example"]) for e in EXPRESSIONS]),
    PUBLISHED,
    st.sampled_from([None, "past", "ahead"]),
    st.one_of(st.none(), PUBLISHED),
)
def test_whatever_the_side_days_are_ordered(
    example: str, day: date, toward: str | None, told: date | None
) -> None:
    text, known = f"It happened {example} there.", Published(day.isoformat(), day.isoformat())
    base = When(None, told.isoformat(), told.isoformat()) if told else None
    for entity in times.find(text, known):
        found = times.sense(text, entity.start, known, toward=toward, told=base)
        assert found is not None
        assert found.when.text == entity.text
        if found.when.start and found.when.end:
            assert found.when.start <= found.when.end


@given(st.lists(st.sampled_from([r["example"] for r in rows("times", "calendar.csv")]), max_size=4))
def test_bounds_slice_and_are_ordered(examples: list[str]) -> None:
    text = ". ".join(itertools.chain(examples, ["It went on."]))
    for found in times.bounds(text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.first is None or found.last is None or found.first <= found.last
    whole = times.bound(text)
    assert whole.latest is None or (whole.earliest or "") <= whole.latest


@given(
    st.text(alphabet=st.sampled_from("on 12 May Monday last 2016-, toweekdays ago."), max_size=80)
)
def test_spans_slice_and_days_are_ordered(text: str) -> None:
    for found in times.find(text, WEDNESDAY):
        assert text[found.start : found.end] == found.text
        if found.when and found.when.start and found.when.end:
            assert date.fromisoformat(found.when.start) <= date.fromisoformat(found.when.end)


@pytest.mark.parametrize(
    ("text", "trigger", "spoken"),
    [
        ("Our report of 4 March on the raid in Homs said that ten died.", "raid", True),
        ("A bulletin of 4 March says that rebels shelled Homs.", "shelled", True),
        ("The shelling of 4 March in Homs killed ten.", "shelling", None),
        ("The report on the shelling of 4 March said that ten died.", "shelling", None),
    ],
)
def test_the_day_of_a_text_is_not_that_of_what_it_tells(
    claim: One, text: str, trigger: str, spoken: bool | None
) -> None:
    """A correction's "our report of March 11 on the shelling" made the 11th the shelling's day."""
    when = claim(text, trigger).when
    assert (when.start, when.spoken) == ("2024-03-04", spoken)
