"""Phrases of place: the finest place in the country, held to what else is named, or none."""

from __future__ import annotations

import pytest

from fogline.reading.places.whereabouts import SURE, described, read
from fogline.reading.places.wordings import pieces


@pytest.mark.parametrize(
    ("phrase", "country", "name", "precision"),
    [
        ("Tel Rifaat", "SY", "Tel Rifaat", "settlement"),
        ("in the town of Tall Rif'at", "SY", "Tall Rif‘at", "settlement"),
        ("Dayr az Zawr city", "SY", "Deir ez-Zor", "settlement"),
        ("Gorlovka (outskirts)", "UA", "Horlivka", "settlement"),
        ("Goz Beida", "TD", "Goz Beïda", "settlement"),
        ("Aleppo: Daret Ezza", "SY", "Daret Ezza", "settlement"),
        ("city of al- Bokamal", "SY", "al-Bukamal", "settlement"),
        ("Kandahar province", "AF", "Kandahar Province", "region"),
        ("unheard Qwzxopolis village, Kandahar province", "AF", "Kandahar Province", "region"),
        ("Djugu territory (Ituri)", "CD", "Djugu Territory", "region"),
        ("Sangin district of Helmand province", "AF", "Sangin", "district"),
        ("south western suburbs of Aleppo", "SY", "Aleppo", "approximate"),
        ("Bakhmut (4 kilometres north of)", "UA", "Bakhmut", "approximate"),
        ("Jobar neighborhood", "SY", "Jobar", "district"),
    ],
)
def test_the_finest_place_that_is_sure(
    phrase: str, country: str, name: str, precision: str
) -> None:
    where = described(phrase, country)
    assert where is not None
    assert (where.site.name, where.precision) == (name, precision)
    assert where.site.country == country
    assert where.confidence >= SURE
    assert where.radius > 0


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("", "SY"),
        ("Syria", "SY"),
        ("near the bakery", "SY"),
        ("Qwzxopolis", "SY"),
        ("Damascus", "AF"),
        ("La Reforma neighborhood", "MX"),
        ("San Antonio", "MX"),
    ],
)
def test_what_is_unknown_abroad_or_not_told_apart_has_no_place(phrase: str, country: str) -> None:
    assert described(phrase, country) is None


def test_what_is_not_told_apart_keeps_its_runners_up() -> None:
    (where,) = read("San Antonio", "MX")
    assert where.confidence < SURE
    assert len(where.others) >= 5


def test_what_else_is_named_settles_which() -> None:
    plain = described("Guadalupe", "MX")
    beside = described("Guadalupe, Monterrey, Nuevo León", "MX")
    assert beside is not None and beside.site.lat == pytest.approx(25.7, abs=0.2)
    assert plain is None or plain.confidence < beside.confidence


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("in the al-Rami village", [("al-Rami", "PPL")]),
        ("Rastan town (area of) in northern Homs countryside",
         [("Rastan", "PPL"), ("Homs", "ADM2")]),
        ("DEPARTMENT: SUCRE\nMUNICIPALITY: COLOSO", [("SUCRE", "ADM1"), ("COLOSO", "ADM2")]),
        ("Ras al-A’in city", [("Ras al-A’in", "PPL")]),
        ("Wardhigley district Mogadishu", [("Wardhigley", "ADM3"), ("Mogadishu", None)]),
        ("north of the Syrian town", []),
    ],
)  # fmt: skip
def test_a_phrase_is_cut_into_names_with_their_kinds(
    phrase: str, found: list[tuple[str, str | None]]
) -> None:
    got = list(pieces(phrase))
    assert [(p.text, p.head) for p in got] == found
    assert all(phrase[p.start : p.end] == p.text for p in got)
