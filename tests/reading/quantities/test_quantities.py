"""Counts and casualties: what phrases count, who was harmed, and laws over any text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from fogline.model import Range
from fogline.reading.quantities import quantities
from fogline.reading.tables import rows

BLANK = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 12", 12, None),
        ("more than 75", 75, None),
        ("over 75 fighters", 75, None),
        ("up to 75", None, 75),
        ("dozens", 24, None),
        ("scores of villagers", 40, None),
        ("hundreds", 200, None),
        ("tens of thousands of people", 20_000, None),
        ("16 civilians and three children", 19, 19),
        ("a leader and 8 more", 9, 9),
        ("two men and a boy", 3, 3),
        ("26 people including 3 children", 26, 26),
        ("between 4 and 10", 4, 10),
        ("some 300", 300, 300),
        ("twenty-one sailors", 21, 21),
        ("two hundred and fifty", 250, 250),
        ("1,140 people", 1140, 1140),
        ("no deaths", 0, 0),
        ("a 5-year-old child", 1, 1),
        ("Adam Novak", 1, 1),
        ("Adam Novak and two guards", 3, 3),
        ("no fewer than nine gunmen", 9, None),
        ("another three", 3, 3),
        ("a further 11,000 people", 11_000, 11_000),
        ("over 1 000 civilians", 1000, None),
        ("a quarter of a million people", 250_000, 250_000),
        ("twenty three of them", 23, 23),
        ("more than 200 of them", 200, None),
        ("nine people, two of them women", 9, 9),
        ("at least 15 of the 350 hostages", 15, None),
        ("17 militants and a child", 18, 18),
        ("40,000 residents of the Ostra, Lenn and Mirow camps", 40_000, 40_000),
        ("a woman of 34", 1, 1),
        ("a boy of seven and his sister", 2, 2),
        ("two sisters aged 7 and 9", 2, 2),
        ("Adam Novak, 34, and two others", 3, 3),
        ("a family of six", 6, 6),
        ("Adam Novak 45", 1, 1),
        ("him and his brother", 2, 2),
        ("himself and 14 guests", 14, 14),
        ("45 civilians in and around Mirow and 22 in neighbouring Lenn", 67, 67),
        ("two men from the guard and three men from the committees", 5, 5),
        ("40 people from Lenn and 12 vehicles", 40, 40),
        ("26 people in Mirow including 3 children and 2 women", 26, 26),
        ("three visitors in addition to a guard", 4, 4),
        ("a small boy a small girl and two aunts", 4, 4),
        ("21 civilians - including eight children - and 18 fighters", 39, 39),
        ("Mother and two bakers", 3, 3),
        ("Mother and child", 2, 2),
        ("as high as 470", None, 470),
        ("as few as ten", 10, None),
        # commas lost between counts
        ("10 children 5 women", 15, 15),
        ("40 civilians 25 northern fighters", 65, 65),
        ("12 bakers 3 vehicles", 12, 12),
        ("12 bakers 20 km from Mirow", 12, 12),
        ("20 militants and three vehicles", 20, 20),
        # more than are counted
        ("the mayor and several colleagues", 1, None),
        ("12 civilians and several aides", 12, None),
        ("a nurse and several houses", 1, 1),
        ("a nurse and heavy damage", 1, 1),
        ("both pilots", 2, 2),
        ("a couple and their three children", 5, 5),
    ],
)
def test_what_a_phrase_counts(text: str, low: int | None, high: int | None) -> None:
    assert quantities.number(text) == Range(low, high)


@pytest.mark.parametrize(
    "text",
    [
        "several",
        "many people",
        "heavy losses",
        "civilians",
        "Civilians",
        "Those",
        "a number of civilians",
        "members of one family",
        "the crew",
        "the men",
        "nearly half of the population",
        "two thirds of the garrison",
        "",
    ],
)
def test_words_without_a_figure_count_nothing(text: str) -> None:
    assert quantities.number(text) is None


def harms(doc: Doc) -> list[tuple[str, int | None, int | None]]:
    found = quantities.casualties(doc, 0, len(doc.text))
    return [(h.kind, h.range.min, h.range.max) for h in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit the mill, killing one miller and injuring many others.", [("killed", 1, 1)]),
        ("The blast left 4 dead and 7 wounded.", [("killed", 4, 4), ("injured", 7, 7)]),
        ("The death toll rose to 15.", [("killed", 15, 15)]),
        ("3 martyrs and 9 wounded in the raid.", [("killed", 3, 3), ("injured", 9, 9)]),
        ("The raids cost the lives of 36 people.", [("killed", 36, 36)]),
        ("Three bakers were among the dead after the raid.", [("killed", 3, 3)]),
        ("Among the dead in the raid were two bakers.", [("killed", 2, 2)]),
        ("Among those killed were two bakers and five millers it said.", [("killed", 7, 7)]),
        ("Tens of thousands of people escaped the siege.", [("displaced", 20000, None)]),
        ("Envoys mourned the deaths of 12 people.", [("killed", 12, 12)]),
        ("3 dead (1 monk), more under rubble", [("killed", 3, 3)]),
        ("Gunmen killed 5 people including 3 children in the town", [("killed", 5, 5)]),
        (
            "Between 22 and 29 July, 326 people were killed and 1,140 were injured.",
            [("killed", 326, 326), ("injured", 1140, 1140)],
        ),
        ("At least 16 civilians and three children have been killed.", [("killed", 19, None)]),
        ("There were no deaths from the strike.", [("killed", 0, 0)]),
        ("No staff were hurt.", [("injured", 0, 0)]),
        ("The unit eliminated over 75 fighters.", [("killed", 75, None)]),
        ("Col. Adam Novak was killed in the fighting.", [("killed", 1, 1)]),
        ("An estimated 30,000 people were forced to flee.", [("displaced", 30_000, 30_000)]),
        ("One sailor was missing.", [("missing", 1, 1)]),
        ("Two bombs hit the depot and 5 people were killed.", [("killed", 5, 5)]),
        ("Suicide attack kills 30 wounds 90", [("killed", 30, 30), ("injured", 90, 90)]),
        ("The toll was heavy and many were wounded.", []),
        ("15 killed 20 injured in strike on market", [("killed", 15, 15), ("injured", 20, 20)]),
        ("Death toll from bomb attack at least 112", [("killed", 112, None)]),
        ("The toll from the attack on the town has risen to 86.", [("killed", 86, 86)]),
        ("We gave the number of soldiers killed at the ford as four.", [("killed", 4, 4)]),
        ("Raids claimed 17 lives overnight.", [("killed", 17, 17)]),
        ("The army lost 15 fighters and two villages.", [("killed", 15, 15)]),
        ("The army lost two villages.", []),
        ("The army lost 11 armoured vehicles.", []),
        ("The army lost six fighting vehicles and 20 men.", [("killed", 20, 20)]),
        ("The army lost nine tank crew members.", [("killed", 9, 9)]),
        ("No fewer than nine gunmen were neutralised.", [("killed", 9, None)]),
        ("The shells fell without causing casualties.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("Mines have killed and wounded hundreds of people.", []),
        ("Some 2,450 families (12,300 people) have been uprooted.", [("displaced", 12300, 12300)]),
        ("Some 3,000 families fled.", []),
        ("2000 people fled.", [("displaced", 2000, 2000)]),
        ("The toll was put at four people wounded.", [("injured", 4, 4)]),
        (
            "The toll rose to 15 people, and 40 were injured.",
            [("killed", 15, 15), ("injured", 40, 40)],
        ),
        ("In 2000 people fled.", []),
        ("One man escaped the siege.", []),
        (
            "Shells killed 16 farmers and three boys were hurt.",
            [("killed", 16, 16), ("injured", 3, 3)],
        ),
        (
            "Raids killed 19 people outside the town and another 23 people in the port.",
            [("killed", 42, 42)],
        ),
        ("A blast left a guard dead.", [("killed", 1, 1)]),
        ("Gunners fired a number of shells leaving three people wounded.", [("injured", 3, 3)]),
        ("Shelling killed a large number of gunmen.", []),
        ("Child killed two others injured in a blast", [("killed", 1, 1), ("injured", 2, 2)]),
        (
            "Five traders including a child killed seven others hurt",
            [("killed", 5, 5), ("injured", 7, 7)],
        ),
        ("Miner killed others injured in a blast", [("killed", 1, 1)]),
        ("A gunman killed 12 people wounded 5.", [("killed", 12, 12), ("injured", 5, 5)]),
        ("Three killed including 2 women 29 wounded", [("killed", 3, 3), ("injured", 29, 29)]),
        ("5 medics among 31 dead in a raid", [("killed", 31, 31)]),
        (
            "The blast killed 10 sailors and left 14 more wounded.",
            [("killed", 10, 10), ("injured", 14, 14)],
        ),
        ("Among those killed in the raid were 5 children and three women.", [("killed", 8, 8)]),
        ("Twenty guards were killed along with six officers.", [("killed", 26, 26)]),
        ("It led to the execution of 17 captives.", [("killed", 17, 17)]),
        (
            "It caused the death of one man and the injury of 40 others.",
            [("killed", 1, 1), ("injured", 40, 40)],
        ),
        ("A mine claimed the life of a farmer.", [("killed", 1, 1)]),
        ("The raid brought to 49 the number killed.", [("killed", 49, 49)]),
        ("The death toll exceeds 300.", [("killed", 300, None)]),
        ("The number of dead in the raid was four.", [("killed", 4, 4)]),
        ("A sniper shot a boy in the leg.", [("injured", 1, 1)]),
        ("A sniper shot a boy.", []),
        ("The gunfire in the quarter died down.", []),
        ("340 cases and 12 deaths", [("killed", 12, 12)]),
        (
            "There, a boy a girl and two nurses were killed and 11 others were wounded.",
            [("killed", 4, 4), ("injured", 11, 11)],
        ),
        (
            "Seven miners were killed among them a boy and two women and nine were injured.",
            [("killed", 7, 7), ("injured", 9, 9)],
        ),
        ("The blast killed one and wounded another.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("It was denied. Child killed two others hurt", [("killed", 1, 1), ("injured", 2, 2)]),
        ("Two of the dead were children.", [("killed", 2, 2)]),
        ("Those hurt by shrapnel include two bakers.", [("injured", 2, 2)]),
        ("The dead included several bakers.", []),
        ("The dead included an Orlin family.", []),
        ("Most of the dead were children.", []),
        ("The families of the dead met five ministers.", []),
        ("Shells killed 45 bakers in Orlin and 22 in Vessa.", [("killed", 67, 67)]),
        ("45 bakers were killed near Orlin and another five outside Vessa.", [("killed", 50, 50)]),
        (
            "Shells killed 45 bakers in Orlin and 22 in Vessa were hurt.",
            [("killed", 45, 45), ("injured", 22, 22)],
        ),
        (
            "Shells killed 45 bakers in Orlin and 22 in Vessa fled.",
            [("killed", 45, 45), ("displaced", 22, 22)],
        ),
        ("45 bakers were killed in Orlin and five carts were burned.", [("killed", 45, 45)]),
        (
            "It hurt three men of the night shift in addition to five millers.",
            [("injured", 8, 8)],
        ),
        (
            "Shells killed 3 people including two bakers and left 29 other people injured.",
            [("killed", 3, 3), ("injured", 29, 29)],
        ),
        ("It caused damage without any human casualties.", [("killed", 0, 0), ("injured", 0, 0)]),
        ("The fate of some 200 millers remains unknown.", [("missing", 200, 200)]),
        ("The fate of two houses is unknown.", []),
        ("Some 150 millers have fallen victim to the raid.", [("killed", 150, 150)]),
        ("The mill fell victim to the raid.", []),
        ("Twelve houses fell victim to the raid.", []),
        ("The fate of 12 millers will be decided by a court.", []),
        ("Not a single sailor was hurt.", [("injured", 0, 0)]),
        ("The ministry put its losses at 50.", [("killed", 50, 50)]),
        ("The ministry put its losses at 11 dead and two trucks.", [("killed", 11, 11)]),
        ("Troops freed 180 people and said 30 were missing.", [("missing", 30, 30)]),
        ("Gunmen shot at least 15 of the 350 hostages dead", [("killed", 15, None)]),
        # Whoever tells of it behind a comma was counted as hurt too.
        (
            "Shells fell, wounding 12 people, a hospital official said.",
            [("injured", 12, 12)],
        ),
        ("The blast killed five civilians, an aid worker added.", [("killed", 5, 5)]),
        ("It killed three bakers, a spokesman for the port told reporters.", [("killed", 3, 3)]),
        ("A drone killed four, an official at the town clinic said.", [("killed", 4, 4)]),
        ("It wounded six people and a local chief said more were buried.", [("injured", 6, 6)]),
        ("It killed 12 people, a worker and two nurses, the mayor said.", [("killed", 15, 15)]),
        ("It killed two millers and a guard, a baker at the port said.", [("killed", 3, 3)]),
        ("The blast killed 12 people and a clinic guard in Mirow.", [("killed", 13, 13)]),
        # "destroyed 60 terrorists" gave no toll, as if these were things
        ("Troops destroy over 60 terrorists near Mirow.", [("killed", 60, None)]),
        ("At least 60 armed militants have been destroyed.", [("killed", 60, None)]),
        ("Raids wiped out 12 rebels and two tanks.", [("killed", 12, 12)]),
        ("Troops destroyed two tanks and 40 houses.", []),
        ("Troops destroyed 5 terrorists vehicles in the port.", []),
        ("Troops destroyed 7 militant positions.", []),
        ("Twelve rebels destroyed three tanks.", []),
        ("Army kills 11 rebels destroys their posts in Mirow", [("killed", 11, 11)]),
        ("40 rebels destroyed near Mirow", [("killed", 40, 40)]),
        ("A fire destroyed the homes of 12 soldiers.", []),
        ("Troops neutralise 12 gunmen.", [("killed", 12, 12)]),
        ("It showed the beheadings of at least 18 men.", [("killed", 18, None)]),
        ("Death toll from the attack on the village reaches 51", [("killed", 51, 51)]),
        ("Toll of the attack hits 90", [("killed", 90, 90)]),
        ("The death toll may be as high as 300.", [("killed", None, 300)]),
        ("The number of victims rose to 15.", [("killed", 15, 15)]),
        ("Raids kill 10 children 5 women in Mirow", [("killed", 15, 15)]),
        (
            "40 Civilians 25 Port Fighters Killed 110 Injured by Shells",
            [("killed", 65, 65), ("injured", 110, 110)],
        ),
        (
            "Gunmen kill 83 injured 100 rebels in two days",
            [("killed", 83, 83), ("injured", 100, 100)],
        ),
        (
            "It killed upwards of 14 men, at least 51 people have died",
            [("killed", 14, None), ("killed", 51, None)],
        ),
    ],
)
def test_casualties_by_words_alone(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert harms(BLANK(text)) == expected


def parsed(words: str, heads: list[int], deps: str, tags: str) -> Doc:
    return Doc(BLANK.vocab, words.split(), heads=heads, deps=deps.split(), pos=tags.split())


def test_the_parse_finds_a_subject_far_from_its_verb() -> None:
    doc = parsed(
        "Nine fishers from the old harbour quarter were on Friday killed",
        [1, 10, 6, 6, 6, 6, 1, 10, 9, 10, 10],
        "nummod nsubj:pass case det amod compound nmod aux:pass case obl root",
        "NUM NOUN ADP DET ADJ NOUN NOUN AUX ADP PROPN VERB",
    )
    assert harms(doc) == [("killed", 9, 9)]


def test_the_parse_tells_objects_from_people() -> None:
    doc = parsed(
        "Drones destroyed two trucks wounding four drivers",
        [1, 1, 3, 1, 1, 6, 4],
        "nsubj root nummod obj advcl nummod obj",
        "NOUN VERB NUM NOUN VERB NUM NOUN",
    )
    assert harms(doc) == [("injured", 4, 4)]


def test_harm_spans_are_the_words_themselves() -> None:
    text = "Shelling killed at least 12 people near the quay."
    (harm,) = quantities.casualties(BLANK(text), 0, len(text))
    assert text[harm.start : harm.end] == "at least 12 people"
    assert text[harm.cue_start : harm.cue_end] == "killed"


def test_every_harm_word_is_found_in_its_example() -> None:
    for row in rows("quantities", "harm.csv"):
        assert row["cue"] in row["example"].lower(), row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2016 some 300 men met on 8 November at 10:20.", ["some 300"]),
        ("A 5-year-old lost $40 and 30% of 12 sacks.", ["12"]),
        ("30 Marines and 12 Separatists met on 3 Mar and 4 Sept.", ["30", "12"]),
    ],
)
def test_dates_ages_and_shares_are_no_quantities(text: str, expected: list[str]) -> None:
    assert [e.text for e in quantities.find(BLANK(text))] == expected


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-andtwofourkilledinjured"), max_size=70))
def test_ranges_are_ordered_and_spans_slice(text: str) -> None:
    doc = BLANK(text)
    for entity in quantities.find(doc):
        assert text[entity.start : entity.end] == entity.text
    for harm in quantities.casualties(doc, 0, len(text)):
        low, high = harm.range.min, harm.range.max
        assert low is None or high is None or low <= high
        assert 0 <= harm.start < harm.end <= len(text)
