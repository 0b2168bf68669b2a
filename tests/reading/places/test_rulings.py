"""What people decided of a place's name: what a judgement says, and how the reading follows it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fogline.model import Candidate, Entity, Judgement, Reading
from fogline.reading.gazetteer import Site, gazetteer
from fogline.reading.places.rulings import (
    Ruling,
    country_scope,
    heeded,
    judged,
    meant,
    rulings,
)
from fogline.reading.reader import Reader
from tests.reading.sentences import document

HILL = Site("seed:hill", "Brask Hill", 35.5, 36.5, "SY", "PPL")
AT = "2031-01-0{}T00:00:00+00:00"
TEXT = "Rebels captured Ostvik near Damascus, the Syrian army said. Ostvik was quiet."
WORDS = st.text(min_size=1, max_size=20)
IDLIB = "geonames:169389"


def ruled(*found: Ruling) -> list[Judgement]:
    return [judged(r, "a desk editor", AT.format(i + 1), "the map") for i, r in enumerate(found)]


def places_of(reading: Reading) -> dict[str, str | None]:
    return {e.text: e.id for e in reading.document.entities if e.kind == "place"}


@given(name=WORDS, place=WORDS, code=st.sampled_from(["SY", "UA", "sha256:0"]))
def test_a_ruling_comes_back_out_of_its_judgement(name: str, place: str, code: str) -> None:
    scope = code if ":" in code else country_scope(code)
    (found,) = rulings(ruled(Ruling(name, place, scope)))
    assert (found.name, found.place, found.scope) == (name, place, scope)
    assert found.judgement.startswith("place-is:")


def test_one_decision_is_one_judgement_and_another_is_another() -> None:
    one = Ruling("Ostvik", IDLIB, country_scope("sy"))
    assert judged(one, "a", AT, "b") == judged(one, "a", AT, "b")
    assert judged(one, "a", AT, "b").id != judged(one, "c", AT, "b").id


def test_revoked_and_other_judgements_rule_nothing() -> None:
    (made,) = ruled(Ruling("Ostvik", IDLIB, country_scope("sy")))
    assert rulings([replace(made, revoked_at=AT.format(9))]) == ()
    assert rulings([replace(made, kind="rejected"), replace(made, subjects=("name:x",))]) == ()


def test_the_later_and_the_narrower_hold() -> None:
    wide, later = (Ruling("Ostvik", p, country_scope("SY")) for p in (IDLIB, "country:SY"))
    narrow = Ruling("Ostvik", "country:IQ", "sha256:a")
    held = rulings(ruled(narrow, wide, later))
    assert [s.id for _, s in meant(held, "sha256:b", "SY")] == ["country:SY"]
    assert [s.id for _, s in meant(held, "sha256:a", "SY")] == ["country:IQ"]
    assert meant(held, "sha256:b", "IQ") == ()


def test_a_place_that_is_no_more_rules_nothing() -> None:
    assert gazetteer().called("seed:gone") is None
    assert meant((Ruling("Ostvik", "seed:gone", country_scope("SY")),), "d", "SY") == ()


def test_every_place_has_its_id() -> None:
    for name in ("Idlib", "Damascus", "Bamako"):
        for site in gazetteer().exact(name):
            assert gazetteer().called(site.id) == site


def test_only_the_name_itself_is_taken_for_the_place() -> None:
    text = "Brask fell. The Brask Brigade left Brask-on-Sea, and BRASK is no Brasker."
    found = heeded((), text, [("Brask", HILL)])
    assert [(e.start, e.text, e.id) for e in found] == [(0, "Brask", "seed:hill")]


def test_who_is_known_does_not_give_way() -> None:
    text = "Brask said so."
    unknown = Entity(0, 5, "Brask", "person")
    for known in (
        replace(unknown, id="brask", name="Brask"),
        replace(unknown, candidates=(Candidate("a", "A"),)),
        replace(unknown, end=10),
    ):
        assert heeded((known,), text, [("Brask", HILL)]) == (known,)
    (place,) = heeded((unknown,), text, [("Brask", HILL)])
    assert (place.kind, place.id) == ("place", "seed:hill")


def test_a_place_taken_for_another_is_put_right() -> None:
    wrong = Entity(0, 5, "Brask", "place", "Brask", "geonames:1", 1.0, 1.0, "PL", "PPL")
    (place,) = heeded((wrong,), "Brask fell.", [("brask", HILL)])
    assert (place.id, place.country) == ("seed:hill", "SY")


def test_the_reader_follows_them_in_the_documents_they_are_about(reader: Reader) -> None:
    text = document(TEXT)
    held = rulings(ruled(Ruling("Ostvik", IDLIB, country_scope("SY"))))
    assert places_of(reader.read(text))["Ostvik"] is None
    reading = reader.read(text, held)
    assert places_of(reading)["Ostvik"] == IDLIB
    claimed = {p.text: p.precision for c in reading.claims for p in c.places}
    assert claimed["Ostvik"] == "settlement"
    elsewhere = document(TEXT.replace("Damascus", "Bamako").replace("Syrian", "Malian"))
    assert places_of(reader.read(elsewhere, held)).get("Ostvik") is None
