"""Places: found, not found, and set on the map by what the whole document says."""

from __future__ import annotations

import itertools
import threading
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from fogline.errors import StopRun
from fogline.model import Entity
from fogline.reading.gazetteer import index, lookup, sound_key
from fogline.reading.places import places, resolving
from fogline.reading.tables import folder, rows

BLANK = spacy.blank("en")


def city(key: int, name: str, where: tuple[float, float], **more: Any) -> dict[str, Any]:
    row = {"countrycode": "XX", "admin1code": "01", "population": 1000, "alternatenames": []}
    place = {"geonameid": key, "name": name, "latitude": where[0], "longitude": where[1]}
    return place | row | more


CITIES = [
    city(1, "Tripoli", (32.9, 13.2), countrycode="LY", population=1_150_000),
    city(2, "Tripoli", (34.4, 35.8), countrycode="LB", population=230_000),
    city(3, "Springfield", (39.8, -89.6), countrycode="US", admin1code="IL", population=114_000),
    city(4, "Springfield", (42.1, -72.6), countrycode="US", admin1code="MA", population=155_000),
    city(5, "Tall Rif‘at", (36.5, 37.1), countrycode="SY", population=25_000),
    city(6, "Police", (53.6, 14.6), countrycode="PL", population=33_000),
    city(7, "Arran", (55.6, -5.2), countrycode="GB", population=4600),
    city(8, "Lisbon", (38.7, -9.1), countrycode="PT", alternatenames=["Lisboa"]),
    city(9, "Mexico City", (19.4, -99.1), countrycode="MX", population=12_000_000),
    city(11, "Moscow", (55.8, 37.6), countrycode="RU", population=10_000_000),
    city(10, "Dallas", (32.8, -96.8), countrycode="US", admin1code="TX", population=1_300_000),
]  # fmt: skip


@pytest.fixture(scope="session")
def folder_of_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("places")


@pytest.fixture(autouse=True)
def small_gazetteer(folder_of_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_cities", lambda: CITIES)
    known = lookup.gazetteer(folder_of_index)
    for asker in (places, resolving):
        monkeypatch.setattr(asker, "gazetteer", lambda: known)
    resolving._has_namesake.cache_clear()


def read(text: str, *others: str) -> dict[str, Entity]:
    context = places.PlaceContext.of_texts([text, *others])
    return {e.text: e for e in places.find(BLANK(text), context)}


def test_own_places_and_countries_are_found_with_their_precision() -> None:
    found = read("Shells fell on Khan Tuman, in Idlib province and across Syria, near the Red Sea.")
    assert {n: (e.country, places.precision(e)) for n, e in found.items()} == {
        "Khan Tuman": ("SY", "settlement"),
        "Idlib province": ("SY", "region"),
        "Syria": ("SY", "country"),
        "Red Sea": (None, "region"),
    }


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Rain fell in Tripoli.", "LY"),
        ("Rain fell in Tripoli, Lebanon.", "LB"),
        ("Beirut and Tyre are quiet. In Lebanon's north, rain fell in Tripoli.", "LB"),
        ("Libyan forces left Benghazi. Rain fell in Tripoli.", "LY"),
    ],
)
def test_a_name_of_many_places_is_settled_by_the_document(text: str, country: str) -> None:
    assert read(text)["Tripoli"].country == country


def test_a_state_named_behind_settles_a_towns_name() -> None:
    found = read("They met in Springfield, Illinois, and later in Springfield, Massachusetts.")
    context = places.PlaceContext.of_texts(["in Springfield, Illinois"])
    assert found["Illinois"].feature == "ADM1"
    (first, *_) = places.find(BLANK("in Springfield, Illinois"), context)
    assert first.id == "geonames:3"


def test_spellings_meet_by_their_sound() -> None:
    doc = Doc(
        BLANK.vocab, words=["Fighters", "left", "Tel", "Rifat", "for", "Aleppo", "in", "Syria"]
    )
    doc.set_ents([Span(doc, 2, 4, "LOC")])
    found = places.find(doc, places.PlaceContext.of([doc]))
    assert next(e for e in found if e.text == "Tel Rifat").lat == pytest.approx(36.5, abs=0.1)
    assert read("They held Dayr az Zawr and Tal Rifaat in Syria.").keys() >= {"Tal Rifaat"}


@pytest.mark.parametrize(
    "text",
    [
        "Police came. The police left.",
        "Assad spoke to the Washington Post.",
        "The Aleppo Media Center filmed it.",
        "Turkey-backed fighters and US drones came.",
        "I gave Ann the bread.",
    ],
)
def test_what_only_sounds_like_a_place_is_none(text: str) -> None:
    assert read(text) == {}


def test_a_far_off_namesake_is_named_and_not_placed() -> None:
    doc = Doc(
        BLANK.vocab,
        words=[
            "In",
            "Syria",
            "Aleppo",
            "and",
            "Homs",
            "and",
            "Hama",
            "saw",
            "raids",
            "near",
            "Arran",
        ],
    )
    doc.set_ents([Span(doc, 10, 11, "LOC")])
    arran = places.find(doc, places.PlaceContext.of([doc]))[-1]
    assert (arran.text, arran.lat, places.precision(arran)) == ("Arran", None, None)


def test_a_longer_name_wins_over_the_country_in_it() -> None:
    assert read("Rain fell in Mexico City.")["Mexico City"].id == "geonames:9"


def test_capitals_and_countries_may_stand_for_governments() -> None:
    found = read("Aleppo, Moscow and Turkey are named.")
    stands = {name: places.is_capital_or_country(e) for name, e in found.items()}
    assert stands == {"Aleppo": False, "Moscow": True, "Turkey": True}


@pytest.mark.parametrize("capital", ["Kiev", "Kyiv", "Sana'a", "Naypyitaw"])
def test_a_capital_however_spelt_is_no_country(capital: str) -> None:
    (found,) = read(f"Shells fell in {capital}.").values()
    assert found.feature == "PPL"


def test_the_documents_country_needs_evidence() -> None:
    context = places.PlaceContext.of_texts(["Aleppo and Homs. Russian jets."])
    assert context.country == "SY"
    assert context.share("SY") > context.share("RU") > 0
    assert places.PlaceContext().country is None


def test_a_place_has_the_radius_of_its_row_else_of_its_kind() -> None:
    found = read("Shells fell on Khan Tuman, on Idlib province and in Tripoli.")
    radii = {name: places.radius(entity) for name, entity in found.items()}
    assert radii["Khan Tuman"] == 8.0
    assert (radii["Idlib province"] or 0) > 40
    assert radii["Tripoli"] == 8.0
    assert places.radius(Entity(0, 1, "X", "place")) is None


def test_own_places_lie_on_earth_and_have_a_known_feature() -> None:
    features = {r["feature"] for r in rows("place-words", "features.csv")}
    own = list(folder("places"))
    assert len(own) >= 2_800
    for row in own:
        assert -90 <= float(row["lat"]) <= 90, row
        assert -180 <= float(row["lon"]) <= 180, row
        assert row["feature"] in features, row


def test_the_index_is_whole_or_not_there(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = index.index_path(tmp_path)
    builders = [threading.Thread(target=index.build, args=(path,)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    index.build(path, lambda done, total: told.append((done, total)))
    assert told == [(len(CITIES), len(CITIES))]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert lookup.Gazetteer(path).exact("lisboa")[0].id == "geonames:8"


def test_an_index_that_cannot_be_written_says_where_and_what_helps(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(StopRun, match=r"cannot write the index of places to .*file.*writable"):
        index.build(blocked / "places.sqlite")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tel Rifaat", "Tall Rif‘at"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Khan Sheikhun", "Khān Shaykhūn"),
    ],
)
def test_transliterations_share_a_sound(a: str, b: str) -> None:
    assert sound_key(a) == sound_key(b)


@given(st.lists(st.sampled_from(["in", "Tripoli", "Aleppo", "the", "Syria.", "Ann,"]), max_size=14))
def test_spans_slice_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = places.find(BLANK(text), places.PlaceContext.of_texts([text]))
    for entity in found:
        assert text[entity.start : entity.end] == entity.text
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
