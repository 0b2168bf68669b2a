"""Events that are dated by what began, how long it went on, or not at all: "the first in weeks"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document

_WAR = "The province has been at war since early 2021 when rebels rose. "


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # "Since then" said no day, so that tolls of years were dated to the day of publication.
        (_WAR + "Since then 900 people have been killed.", "killed", "2021-01-01", "2024-05-15"),
        (_WAR + "Some 900 have been killed since that time.", "killed", "2021-01-01", "2024-05-15"),
        (
            "Troops entered Mirow on Friday. Since then rebels have shelled it.",
            "shelled",
            "2024-05-10",
            "2024-05-15",
        ),
        ("Mirow fell on 2 May. Nine have died there since.", "died", "2024-05-02", "2024-05-15"),
        ("It fell on 2 May. It has since been shelled.", "shelled", "2024-05-02", "2024-05-15"),
        ("It has since been shelled.", "shelled", "2024-05-15", "2024-05-15"),
        # how long a war has lasted
        (
            "Some 900 people have been killed in the three-year war.",
            "killed",
            "2021-05-16",
            "2024-05-15",
        ),
        (
            _WAR + "The three-year conflict has killed 900 people.",
            "killed",
            "2021-01-01",
            "2024-05-15",
        ),
        (
            "Peace talks to end the three-year war have failed.",
            "Peace talks",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            _WAR + "On 2 May it rained. The three-year conflict has killed 900 people.",
            "killed",
            "2021-01-01",
            "2024-05-15",
        ),
        ("Rebels shelled Mirow in the three-year war.", "shelled", "2024-05-15", "2024-05-15"),
        (
            "In the three weeks since the truce 40 people have been killed.",
            "killed",
            "2024-04-24",
            "2024-05-15",
        ),
        # when a war began
        (
            "Some 900 people have been killed in the war, which began in March 2022.",
            "killed",
            "2022-03-01",
            "2024-05-15",
        ),
        (
            "Shelling killed nine in the war that began in 2022.",
            "Shelling",
            "2024-05-15",
            "2024-05-15",
        ),
        # months and years before an event
        ("A deadly April chemical attack hit Mirow.", "attack", "2024-04-01", "2024-04-30"),
        ("The May assault on the port killed nine.", "assault", "2024-05-01", "2024-05-15"),
        (
            "The town was damaged during the 2021 fighting.",
            "fighting",
            "2021-01-01",
            "2021-12-31",
        ),
        (
            "Rebels attacked the April 6 Bridge on Monday.",
            "attacked",
            "2024-05-13",
            "2024-05-13",
        ),
        # which day of it
        (
            "The army shelled Mirow on the fifth day of an assault on the port.",
            "assault",
            "2024-05-11",
            "2024-05-15",
        ),
        (
            "On Sunday rebels took the mill, on the third day of an assault on the port.",
            "assault",
            "2024-05-10",
            "2024-05-12",
        ),
        (
            "On Sunday rebels took the mill, on the third day of an assault on the port.",
            "took",
            "2024-05-12",
            "2024-05-12",
        ),
        # how rare it is says nothing of its day
        (
            "It was the first bombardment of Mirow in at least two years.",
            "bombardment",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            "The blast was the deadliest in the capital in two months.",
            "blast",
            "2024-05-15",
            "2024-05-15",
        ),
        ("At least 40 were killed in two days.", "killed", "2024-05-13", "2024-05-15"),
        ("Rebels took three villages in two days.", "took", "2024-05-13", "2024-05-15"),
        # days to come belong to what was promised
        ("Both have agreed to meet next Monday.", "agreed", "2024-05-15", "2024-05-15"),
        ("The army promised to withdraw tomorrow.", "promised", "2024-05-15", "2024-05-15"),
        ("The army promised to withdraw tomorrow.", "withdraw", "2024-05-16", "2024-05-16"),
    ],
)
def test_a_stretch_or_a_rarity_says_when(
    whole: Reader, text: str, trigger: str, first: str, last: str
) -> None:
    found = at(whole.read(document(text, published="2024-05-15")).claims, trigger).when
    assert (found.start, found.end) == (first, last)


def test_what_is_due_within_days_of_another_event_has_no_day(whole: Reader) -> None:
    text = "If the airstrip falls, raids on the town are likely within two weeks of that."
    assert at(whole.read(document(text)).claims, "raids").when.text is None


@pytest.mark.parametrize(
    ("text", "trigger", "days"),
    [
        ("The army closed the road until Friday.", "closed", ("2025-07-30", "2025-07-30")),
        ("The battle lasted until Monday.", "battle", ("2025-07-28", "2025-07-28")),
        ("Shells hit the town. The hospital is without electricity since Monday, and has bread for "
         "three days.", "electricity", ("2025-07-28", "2025-07-30")),
    ],
)  # fmt: skip
def test_until_when_something_is_put_off_or_closed_is_not_when_it_was(
    claim: One, text: str, trigger: str, days: tuple[str, str]
) -> None:
    found = claim(text, trigger, published="2025-07-30").when
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # the day of an order, a promise or a threat dated what was ordered, to the week after
        ("The minister on Monday ordered the army to withdraw from Mirow.", "withdraw", None, None),
        ("The group on Monday promised to release the captives.", "release", None, None),
        ("The group on Monday threatened to attack the port.", "attack", None, None),
        ("The army was told on Monday to leave the town.", "leave", None, None),
        (
            "The minister on Monday ordered the army to leave the town on Friday.",
            "leave",
            "2024-05-17",
            "2024-05-17",
        ),
        ("The army is due on Friday to leave the town.", "leave", "2024-05-17", "2024-05-17"),
        (
            "He promised that by Friday the army would leave the town.",
            "leave",
            "2024-05-15",
            "2024-05-17",
        ),
        (
            "An assault on Mirow, which the rebels promised on Monday, is unlikely this year.",
            "assault",
            "2024-05-15",
            "2024-12-31",
        ),
        # what a clause says of a place, or one of another tense beside it
        ("Rebels hold the port, which they took on Friday.", "hold", "2024-05-15", "2024-05-15"),
        ("Rebels hold the port, which they took on Friday.", "took", "2024-05-10", "2024-05-10"),
        (
            "Rebels raided the mill on Monday, and nine guards have been arrested.",
            "arrested",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            "Over the past month the army has entered the suburbs and now holds the base.",
            "holds",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            "Nine men laid down their arms and are expected to be flown home this week.",
            "laid down",
            "2024-05-15",
            "2024-05-15",
        ),
        (
            "On Monday rebels shelled the mill and attacked the port.",
            "attacked",
            "2024-05-13",
            "2024-05-13",
        ),
        (
            "On Friday the army will shell the mill and attack the port.",
            "attack",
            "2024-05-17",
            "2024-05-17",
        ),
        # what has happened is not told of days to come
        ("The town was attacked a day later.", "attacked", "2024-05-15", "2024-05-15"),
        ("A regional summit is to meet within 48 hours.", "meet", "2024-05-15", "2024-05-17"),
        ("Drones struck Mirow on the night of 3 May.", "struck", "2024-05-03", "2024-05-03"),
    ],
)
def test_a_day_dates_the_verb_that_it_belongs_to(
    whole: Reader, text: str, trigger: str, first: str | None, last: str | None
) -> None:
    found = at(whole.read(document(text, published="2024-05-15")).claims, trigger).when
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        ("The truce will hold through Sunday.", "truce", "2024-05-15", "2024-05-19"),
        ("The truce will hold through August.", "truce", "2024-05-15", "2024-08-31"),
        ("The siege will last through the end of May.", "siege", "2024-05-15", "2024-05-31"),
        ("The army shelled the town through Monday.", "shelled", "2024-05-13", "2024-05-13"),
        ("The army held the town through April.", "held", "2024-04-01", "2024-04-30"),
        ("Rebels broke through on Monday.", "broke through", "2024-05-13", "2024-05-13"),
    ],
)
def test_through_a_day_or_month(
    whole: Reader, text: str, trigger: str, first: str, last: str
) -> None:
    found = at(whole.read(document(text, published="2024-05-15")).claims, trigger).when
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("He said that no soldier had been seen in Mirow for two weeks.", "seen", "2024-05-01"),
        ("He said that Mirow had been shelled for two weeks.", "shelled", "2024-05-01"),
        ("Mirow has been shelled for two weeks.", "shelled", "2024-05-01"),
        ("He said that rebels had held Mirow for two weeks.", "held", "2024-05-15"),
        ("Rebels shelled Mirow for two weeks.", "shelled", "2024-05-15"),
    ],
)
def test_what_had_been_going_on_when_it_was_told(
    claim: One, text: str, trigger: str, first: str
) -> None:
    found = claim(text, trigger, published="2024-05-15").when
    assert (found.start, found.end) == (first, "2024-05-15")


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        # published on 15 May 2024: a month that lay nearer in the past dated what was to come
        ("The army will shell Mirow in January.", "shell", "2025-01-01", "2025-01-31"),
        ("Troops are to leave Mirow in February.", "leave", "2025-02-01", "2025-02-28"),
        ("The army said it would leave Mirow in December.", "leave", "2024-12-01", "2024-12-31"),
        ("Troops will leave Mirow on 20 January.", "leave", "2025-01-20", "2025-01-20"),
        # what is of these weeks, what was only planned, and what has happened
        ("Troops will leave Mirow in May.", "leave", "2024-05-01", "2024-05-31"),
        ("Troops will leave Mirow on 12 May.", "leave", "2024-05-12", "2024-05-12"),
        ("Troops were to leave Mirow in January.", "leave", "2024-01-01", "2024-01-31"),
        ("The army had planned to leave Mirow in January.", "leave", "2024-01-01", "2024-01-31"),
        ("The army shelled Mirow in January.", "shelled", "2024-01-01", "2024-01-31"),
        ("The army did not shell Mirow in January.", "shell", "2024-01-01", "2024-01-31"),
    ],
)
def test_what_is_to_come_comes_in_a_month_yet_to_come(
    reader: Reader, text: str, trigger: str, start: str, end: str
) -> None:
    claim = at(reader.read(document(text, published="2024-05-15")).claims, trigger)
    assert (claim.when.start, claim.when.end) == (start, end)
