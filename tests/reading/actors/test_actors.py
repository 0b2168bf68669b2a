"""Actors: names found whole, told apart by country and date; the dictionary's own soundness."""

from __future__ import annotations

import itertools
import re

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from fogline.reading.actors import actors
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import Dictionary, fold

BLANK = spacy.blank("en")


def found(text: str, **known: str) -> dict[str, str | None]:
    return {e.text: e.id for e in actors.find(BLANK(text), **known)}


@pytest.mark.parametrize(
    ("text", "country", "day", "actor"),
    [
        ("SDF", "SY", None, "sdf-syria"),
        ("SDF", "JP", None, "jp-forces"),
        ("SDF", None, None, None),
        ("the regime", "SY", None, "sy-government"),
        ("the regime", "MM", None, "mm-government"),
        ("the regime", "SD", None, None),
        ("the army", "SY", None, "sy-forces"),
        ("Nusra Front", None, "2015-03-01", "nusra"),
        ("Nusra Front", None, "2016-11-12", "jfs"),
        ("Jabhat al-Nusra", None, "2018-02-01", "hts"),
        ("Jabhat Fateh al-Sham", None, "2016-11-12", "jfs"),
        ("Hayat Tahrir al Sham", None, None, "hts"),
        ("Ukrainian drones", None, None, "ua-airforce"),
        ("the Kremlin", None, None, "ru-government"),
        ("Moscow", None, None, "ru-government"),
        ("Peruvian foreign ministry", None, None, "pe-foreign-ministry"),
        ("Syria's army", None, None, "sy-forces"),
        ("Peru Army", "EC", None, "pe-forces"),
        ("Ecuador Army", "PE", None, "ec-forces"),
        ("the Kenya Navy", None, None, "ke-navy"),
        ("Chad troops", "SD", None, "td-forces"),
        ("Assads regime", None, None, "sy-government"),
        ("a monitoring group", None, None, None),
    ],
)
def test_whom_a_mention_names(
    text: str, country: str | None, day: str | None, actor: str | None
) -> None:
    linked = actors.link(text, country=country, day=day)
    assert (linked.id if linked else None) == actor


def test_names_are_found_whole_and_longest_first() -> None:
    text = "The Syrian Democratic Forces and Syrian army units met; ISIL held Isilton."
    assert found(text) == {
        "Syrian Democratic Forces": "sdf-syria",
        "Syrian army units": "sy-forces",
        "ISIL": "is",
    }


def test_a_country_where_troops_act_is_not_whose_they_are() -> None:
    assert found(
        "In Peru troops fired. In central Chad police fled. Ecuador troops fled to Peru."
    ) == {"Ecuador troops": "ec-forces"}


def test_a_countrys_plain_name_is_no_actor() -> None:
    assert found("Turkey lies beside Syria.") == {}


def test_acronyms_need_their_capitals() -> None:
    assert found("He is in the sac, as usual.", country="MM") == {}
    assert found("The SAC ruled.", country="MM") == {"SAC": "mm-government"}


def test_whom_something_is_directed_at_does_not_act() -> None:
    assert found("An anti-ISIL patrol passed.") == {}


def test_titles_and_heads_name_what_no_dictionary_knows() -> None:
    text = "Col. Robin Example of the 15th Riverside Rifle Brigade spoke."
    kinds = {e.text: e.kind for e in actors.find(BLANK(text))}
    assert kinds == {"Robin Example": "person", "15th Riverside Rifle Brigade": "actor"}


def test_the_parses_names_fill_the_gaps_but_known_places_stay_places() -> None:
    doc = Doc(BLANK.vocab, words=["Robin", "Example", "left", "Deir", "Ezzor"])
    doc.set_ents([Span(doc, 0, 2, "PER"), Span(doc, 3, 5, "ORG")])
    assert [(e.text, e.kind) for e in actors.find(doc)] == [("Robin Example", "person")]


def test_a_body_is_followed_through_its_renamings_only_forwards() -> None:
    early = actors.link("Hay'at Tahrir al-Sham", day="2014-01-01")
    assert early is not None
    assert early.id == "hts"


def test_loaded_names_are_kept_apart_from_aliases() -> None:
    regime = actors.link("Assad regime")
    assert regime is not None
    assert "assad regime" in regime.loaded
    assert "syrian presidency" not in regime.loaded


@given(st.text(max_size=60))
def test_folding_never_moves_an_offset(text: str) -> None:
    assert len(fold(text.replace("İ", "I"))) == len(text)


@given(st.lists(st.sampled_from(["Port Ann", "Ann", "the", "Annton", "port-ann"]), max_size=12))
def test_hits_slice_to_their_names_and_do_not_overlap(words: list[str]) -> None:
    names: Dictionary[str] = Dictionary([("Port Ann", "port"), ("Ann", "ann")])
    text = " ".join(words)
    hits = names.find(text)
    for before, after in itertools.pairwise(hits):
        assert before.end <= after.start
    for hit in hits:
        assert names.get(text[hit.start : hit.end]) == hit.items


@pytest.mark.parametrize(
    "row", list(rows("namesakes.csv")), ids=lambda r: f"{r['side']} {r['word']}"
)
def test_a_namesakes_word_stands_in_its_example(row: dict[str, str]) -> None:
    assert re.search(rf"(?<!\w){re.escape(row['word'])}(?!\w)", row["example"]), row


@pytest.mark.parametrize("row", list(rows("states", "bodies.csv")), ids=lambda r: r["id"])
def test_every_head_composes_a_body(row: dict[str, str]) -> None:
    for head in row["heads"].split("|"):
        said = f"Zambian {head}"
        assert found(f"{said} met.") == {said: f"zm-{row['id']}"}
    for head in filter(None, row["of"].split("|")):
        said = f"{head} of Zambia"
        assert found(f"The {said} met.") == {said: f"zm-{row['id']}"}


@pytest.mark.parametrize("row", list(rows("states", "seats.csv")), ids=lambda r: r["iso"])
def test_a_seat_stands_for_its_government(row: dict[str, str]) -> None:
    assert next(iter(found(row["example"]).values())) == f"{row['iso'].lower()}-government"


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("The Syrian Coalition met. The Coalition condemned it.", "Coalition", "etilaf"),
        ("The Syrian Coalition met. It was the coalition said.", "the coalition", "etilaf"),
        ("The US-led coalition and the Syrian Coalition met. The Coalition left.", "Coalition",
         "coalition"),
        ("Coalition letter to the UN. The Syrian Coalition met.", "Coalition", "etilaf"),
        ("A coalition of Syrian rebel groups attacked the base.", "coalition", None),
        ("The coalition bombed Raqqa.", "coalition", "coalition"),
    ],
)  # fmt: skip
def test_a_short_name_is_that_of_the_body_named_before(
    text: str, name: str, actor: str | None
) -> None:
    """The Syrian Coalition's statements were laid to the coalition against the Islamic State."""
    short = {
        said.lower().removeprefix("the "): id_ for said, id_ in found(text, country="SY").items()
    }
    assert short.get(name.lower().removeprefix("the ")) == actor
