"""Places of one event that exclude each other, and the many that do not."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Mention, Place, Reading
from fogline.weighing.conflict.contradictions import contradictions
from fogline.weighing.conflict.provinces import may_hold
from fogline.weighing.measures.distance import spot
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import PLACES, reading, source, told

WORDS = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("whereabouts.toml").read_text("utf-8")
)
DAY = "2031-03-04"
BLAST = "A bomb killed 17 people in Orlin, the police said."
OTHER = "The blast that killed 17 was in Karsk, according to the mayor."


def page(outlet: str, sentence: str, where: str | Place, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    place = PLACES[where] if isinstance(where, str) else where
    trigger = next(w for w in ("killed", "hold", "shelled") if w in sentence)
    given = {"sentence": sentence, "trigger": trigger, "killed": (17, 17)} | slots
    (claim,) = told(reading(f"{sentence} {filler}", outlet, DAY), given).claims
    text = reading(f"{sentence} {filler}", outlet, DAY)
    return replace(text, claims=(replace(claim, places=(place,)),))


def found(*pages: Reading) -> list[str]:
    voices = claim_origins(pages, origins(pages))
    either = [contradictions(views(told), voices) for told in (pages, pages[::-1])]
    assert either[0] == either[1]
    return [c.reason for c in either[0] if c.type == "place"]


def test_one_number_at_two_places_is_a_conflict() -> None:
    (reason,) = found(page("Vessa Times", BLAST, "Orlin"), page("Orlin Post", OTHER, "Karsk"))
    assert "Orlin and Karsk" in reason or "Karsk and Orlin" in reason


@pytest.mark.parametrize(
    ("sentence", "slots"),
    [
        ("The blast that killed 12 was in Karsk.", {"killed": (12, 12)}),  # a part of a sum
        ("The blast killed a man in Karsk.", {"killed": (1, 1)}),
        ("A bomb killed 17 people in Karsk, south of Orlin.", {}),  # Orlin says where Karsk is
        ("A bomb killed 17 people in Karsk.", {"part": "headline"}),
        ("Bombs have killed 17 people in Karsk.", {"status": "ongoing"}),
        ("The front, which killed 17, hold Karsk.", {"event": "CONTROL", "mode": "hold"}),
        ("A bomb killed people in Karsk.", {"killed": None}),
        ("It was no bomb that killed 17 people in Karsk.", {"polarity": "negative"}),
    ],
)
def test_what_excludes_no_place_is_none(sentence: str, slots: dict[str, Any]) -> None:
    other = page("Orlin Post", sentence, "Karsk", **slots)
    if slots.get("part") == "headline":
        (body,) = other.document.parts
        other = replace(
            other,
            document=replace(
                other.document, parts=(replace(body, id="headline", role="headline"),)
            ),
        )
    assert found(page("Vessa Times", BLAST, "Orlin"), other) == []


def test_one_target_by_name_at_two_places_is_a_conflict() -> None:
    """ "A clinic" is one of many, the Harrow Clinic is one."""
    for name, conflicts in (("Harrow Clinic", 1), ("clinic", 0)):
        hit = {"recipients": (name,), "killed": None}
        one = page("Vessa Times", f"They shelled the {name} in Orlin.", "Orlin", **hit)
        other = page("Orlin Post", f"Guns shelled the {name} at dawn, in Karsk.", "Karsk", **hit)
        assert len(found(one, other)) == conflicts


def test_one_origin_contradicts_itself_about_no_place() -> None:
    clinic = (source("Selwen clinic", "organisation"),)
    one = page("Vessa Times", BLAST, "Orlin", by=clinic)
    assert found(one, page("Orlin Post", OTHER, "Karsk", by=clinic)) == []


def town(text: str, name: str, land: str, lat: float, lon: float, **slots: Any) -> Place:
    return Place(
        text, name=name, id=name, lat=lat, lon=lon, country=land, precision="settlement", **slots
    )


KHERSON = town("Kherson", "Kherson", "UA", 46.64, 32.62)
SKADOVSK = town("Skadovsk", "Skadovsk", "UA", 46.12, 32.91)


@pytest.mark.parametrize(
    ("named", "other", "may"),
    [
        (KHERSON, SKADOVSK, True),
        (town("the city of Kherson", "Kherson", "UA", 46.64, 32.62), SKADOVSK, False),
        (town("Quneitra", "Quneitra", "SY", 33.13, 35.82), town("x", "x", "SY", 33.3, 35.8), True),
        (town("Damascus", "Damascus", "SY", 33.51, 36.29), town("x", "x", "SY", 33.8, 36.4), True),
        (town("Damascus", "Damascus", "SY", 33.51, 36.29), town("x", "x", "SY", 36.2, 37.1), False),
        (town("Skadovsk", "Skadovsk", "UA", 46.12, 32.91), KHERSON, False),
        (town("Kherson", "Kherson", "SY", 46.64, 32.62), SKADOVSK, False),
    ],
)
def test_a_towns_name_may_be_its_provinces(named: Place, other: Place, may: bool) -> None:
    assert may_hold(named, spot(named), spot(other)) == may


@pytest.mark.parametrize("kind", ["division", "article", "town"])
def test_every_word_beside_a_provinces_name_is_read_as_in_its_example(kind: str) -> None:
    (row,) = WORDS[kind]
    held = max((word for word in row["words"] if word in row["example"].casefold()), key=len)
    for word in row["words"]:
        called = row["example"].casefold().replace(held, word)
        named = replace(KHERSON, text=called, name="Kherson" if kind == "town" else called)
        assert may_hold(named, spot(named), spot(SKADOVSK)) is (kind != "town")


def test_near_a_city_may_be_anywhere_in_its_province() -> None:
    near = town("near the city of Kherson", "Kherson", "UA", 46.64, 32.62, derivation="near it")
    assert may_hold(near, spot(near), spot(SKADOVSK))


def test_who_hits_a_place_in_its_province_is_told_of_no_two_places() -> None:
    one = page("Vessa Times", "A bomb killed 17 people in Kherson.", KHERSON)
    other = page("Orlin Post", "Police say that 17 were killed in Skadovsk.", SKADOVSK)
    assert found(one, other) == []
    city = replace(KHERSON, text="Kherson city")
    assert found(page("Vessa Times", "A bomb killed 17 in Kherson city.", city), other) != []


def test_mentions_are_compared_by_name() -> None:
    hit = {"recipients": (Mention("their post", name="Selwen Guard", id="xx-guard"),)}
    one = page("Vessa Times", "They shelled the post in Orlin.", "Orlin", killed=None, **hit)
    other = page("Orlin Post", "Guns shelled it at dawn, in Karsk.", "Karsk", killed=None, **hit)
    assert len(found(one, other)) == 1
