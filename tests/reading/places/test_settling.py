"""Which of a sentence's places are a claim's: what was chosen or near it, none of whom it hits."""

from __future__ import annotations

import pytest

from fogline.reading.claims import PartReader
from fogline.reading.drafts import Draft
from fogline.reading.language import Token
from fogline.reading.places import marks, settling
from fogline.reading.places.marks import Where
from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

TEXT = (
    "Rebels in Idlib said that jets had bombed a school in Homs on Friday while the army shelled "
    "villages near Hama."
)


class _Asked(PartReader):
    """Keeps what places were chosen from."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Where] = []

    def _settled(self, draft: Draft) -> list[Token]:
        self.asked.append(draft.where)
        return super()._settled(draft)


@pytest.fixture(scope="module")
def asked(whole: Reader) -> list[Where]:
    listening = _Asked()
    for scene in whole.scenes(document(TEXT)):
        list(listening.read(scene))
    return listening.asked


def test_the_first_choice_is_what_was_chosen_and_the_last_none(
    asked: list[Where],
) -> None:
    assert len(asked) >= 2
    for where in asked:
        found = settling.choices(where)
        assert found[0] == where.chosen
        assert () in found
        assert len(set(found)) == len(found)
        assert {i for one in found for i in one} <= {*where.found, *where.chosen}


def test_what_is_settled_is_one_of_the_choices(asked: list[Where]) -> None:
    for where in asked:
        found = tuple(sorted(t.i for t in settling.settled(where)))
        assert found in settling.choices(where)
        assert settling.is_open(found, where)


def test_most_marks_are_known_to_the_weights(asked: list[Where]) -> None:
    words = settling.weights().words
    for where in asked:
        for i in where.found:
            told = {*marks.of(i, where)}
            assert sum(mark in words for mark in told) > len(told) / 3
            assert marks.leanings(i, where).keys() <= settling.weights().heads.keys()


def test_names_of_sides_tell_nothing(asked: list[Where]) -> None:
    told = {mark for where in asked for i in where.found for mark in marks.of(i, where)}
    assert not any(name in mark for mark in told for name in ("idlib", "homs", "hama"))


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Warplanes pound Idlib as battles rage in Aleppo.", "battles", ["Aleppo"]),
        ("Warplanes struck Homs as clashes raged in Aleppo.", "struck", ["Homs"]),
        ("Civilians fled Goma because fighting had reached the airport.", "fighting", ["airport"]),
        ("At least 12 children were killed in Damascus when a mortar attack hit a school in an "
         "eastern district of the capital.", "attack", ["eastern district of the capital"]),
        pytest.param(
            "Jets hit an area outside the safe zone.",
            "hit",
            ["area outside the safe zone"],
            marks=pytest.mark.xfail(reason="the heads see no place in a bare area"),
        ),
        ("Troops cut the road between Karsk and Dolma.", "cut", ["road between Karsk and Dolma"]),
    ],
)  # fmt: skip
def test_the_likeliest_places_are_chosen(
    whole: Reader, text: str, trigger: str, places: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).places) == places


def test_there_and_whence_are_both_told(whole: Reader) -> None:
    text = "And then there is Jufra. Two jets landed there from Syria on Monday."
    found = at(whole.read(document(text)).claims, "landed").places
    assert {p.text: p.role for p in found} == {"Jufra": "location", "Syria": "origin"}
