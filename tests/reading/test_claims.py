"""Laws of a reading: words at their offsets, ids that are content, nothing that crashes."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fogline.model import Claim, Document, Part, Reading, claim_id, to_dict
from fogline.reading.reader import Reader
from tests.conftest import ROOT
from tests.reading.sentences import DAY, Read, at, document, of_parts, texts

SENTENCES = (
    "The army shelled the town on Monday.",
    "Rebels captured the bridge near Aleppo, the mayor said.",
    "“They bombed the clinic,” a doctor said; at least 12 people were killed.",
    "The ministry denied that its jets had bombed a market in Idlib.",
    "If the militia attacks, residents will flee to Goma.",
    "Unconfirmed reports say the garrison ran out of ammunition.",
    "It withdrew from the city last week.",
    "Nobody was hurt, said Мэр Іван Петренко — «в укрытии».",
    "La armée a attaqué 村庄 🙂 yesterday.",
    "Clashes between soldiers and militants continued in Sudan's capital.",
)
PROSE = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join)
MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Intake refuses texts with a NUL in them.
SIGNS = st.characters(categories=["Zs", "Cc", "Mn", "So"], exclude_characters="\0")
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
LINES = st.lists(ANY, max_size=4).map("\n".join)


def spans(item: Any) -> Iterator[tuple[int, int, str]]:
    """Yield every stretch of words in a dataclass: what has a start, an end and a text."""
    if isinstance(item, tuple):
        for inner in item:
            yield from spans(inner)
    elif dataclasses.is_dataclass(item):
        if (start := getattr(item, "start", None)) is not None and isinstance(start, int):
            yield start, item.end, item.text  # type: ignore[union-attr]
        for field in dataclasses.fields(item):
            yield from spans(getattr(item, field.name))


def check(reading: Reading) -> None:
    """Assert what holds of every reading."""
    text = reading.document.text
    for start, end, words in (*spans(reading.claims), *spans(reading.document.entities)):
        assert text[start:end] == words
    ids = [claim.id for claim in reading.claims]
    assert len(set(ids)) == len(ids)
    assert ids == [claim_id(reading.document.id, claim) for claim in reading.claims]
    parts = {part.id: part for part in reading.document.parts}
    for claim in reading.claims:
        part = parts[claim.part]
        assert part.start <= claim.sentence.start <= claim.trigger.start
        assert claim.trigger.end <= claim.sentence.end <= part.end
        assert claim.attribution[0].kind in {"author", "self"}


@MANY
@given(PROSE)
def test_every_span_leads_to_its_own_words(reader: Reader, text: str) -> None:
    check(reader.read(document(text)))


@MANY
@given(LINES)
def test_no_text_is_too_strange_to_read(reader: Reader, text: str) -> None:
    check(reader.read(document(text)))


@settings(parent=MANY, max_examples=15)
@given(PROSE, st.text(SIGNS, min_size=1, max_size=4))
def test_strange_signs_between_words_break_nothing(reader: Reader, text: str, sign: str) -> None:
    check(reader.read(document(text.replace(" ", sign, 3))))


@settings(parent=MANY, max_examples=10)
@given(PROSE)
def test_reading_twice_gives_the_same(reader: Reader, text: str) -> None:
    assert reader.read(document(text)) == reader.read(document(text))


@settings(parent=MANY, max_examples=8)
@given(st.lists(PROSE, min_size=2, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(
    reader: Reader, prose: list[str], random: Any
) -> None:
    documents = [document(text) for text in prose]
    shuffled = random.sample(documents, len(documents))
    one = {r.document.id: r for r in reader.pipe(documents)}
    assert {r.document.id: r for r in reader.pipe(shuffled)} == one
    assert list(one) == [d.id for d in documents], "readings come in the order of documents"
    assert one[documents[0].id] == reader.read(documents[0]), "alone as in company"


def test_an_empty_document_holds_no_claim(reader: Reader) -> None:
    assert reader.read(of_parts("", ())).claims == ()
    assert reader.read(document("  \n ")).claims == ()


def test_the_same_words_in_two_places_are_two_claims(read: Read) -> None:
    text = "The army shelled the town. The army shelled the town."
    claims = read(text).claims
    assert len({claim.id for claim in claims}) == len(claims) == 2


def test_a_claims_id_depends_on_its_document(reader: Reader) -> None:
    one = document(SENTENCES[0])
    other = dataclasses.replace(one, id="sha256:other")
    (first,), (second,) = reader.read(one).claims, reader.read(other).claims
    assert first.id != second.id
    assert dataclasses.replace(first, id="") == dataclasses.replace(second, id="")


def _in_roles(*roles: str) -> Document:
    """Return a document whose parts, one for each role, all hold the same sentence."""
    line = "The army shelled the town.\n"
    parts = tuple(
        Part(f"p{n}", role, n * len(line), (n + 1) * len(line) - 1) for n, role in enumerate(roles)
    )
    return of_parts(line * len(roles), parts)


def test_claims_are_read_from_what_reports_only(reader: Reader) -> None:
    read_roles = ("lead-in", "body", "caption", "quotation", "comment")
    other = ("kicker", "byline", "related", "notice", "boilerplate")
    document = _in_roles(*read_roles, *other)
    roles = {part.id: part.role for part in document.parts}
    assert {roles[c.part] for c in reader.read(document).claims} == set(read_roles)


def test_who_wrote_a_page_or_what_another_tells_is_no_entity_of_its_report(reader: Reader) -> None:
    lines = ("Sudan", "By Mirna Qandil, Kyiv Sun", "Related: Raid on Goma", "Rebels took Aden.")
    roles = ("kicker", "byline", "related", "body")
    ends = [sum(len(line) + 1 for line in lines[: n + 1]) - 1 for n in range(len(lines))]
    parts = tuple(
        Part(role, role, end - len(line), end)
        for role, line, end in zip(roles, lines, ends, strict=True)
    )
    found = reader.read(of_parts("\n".join(lines), parts)).document.entities
    assert [e.text for e in found if e.kind == "place"] == ["Sudan", "Aden"]
    assert not any(e.kind == "person" for e in found)


def test_a_comments_author_is_its_source(reader: Reader) -> None:
    text = "The army shelled the town."
    part = Part("c1", "comment", 0, len(text), author="Quillwort")
    (claim,) = reader.read(of_parts(text, (part,))).claims
    assert [(s.kind, s.text) for s in claim.attribution] == [("author", "Quillwort")]


@pytest.mark.parametrize(
    ("text", "trigger", "start", "end"),
    [
        ("The army shelled the town yesterday.", "shelled", "2024-03-05", "2024-03-05"),
        ("The army shelled the town on Monday.", "shelled", "2024-03-04", "2024-03-04"),
        ("The army shelled the town on 1 March 2024.", "shelled", "2024-03-01", "2024-03-01"),
        ("The army shelled the town.", "shelled", DAY, DAY),
    ],
)
def test_when(read: Read, text: str, trigger: str, start: str, end: str) -> None:
    when = at(read(text).claims, trigger).when
    assert (when.start, when.end) == (start, end)


def test_a_forecast_without_words_for_its_time_has_none(read: Read) -> None:
    when = at(read("The army will attack the town.").claims, "attack").when
    assert (when.start, when.end, when.basis) == (None, None, "none")


def test_without_a_publication_day_no_day_is_invented(read: Read) -> None:
    when = at(read("The army shelled the town yesterday.", published=None).claims, "shelled").when
    assert (when.start, when.end, when.offset_days) == (None, None, (-1, -1))


def test_each_of_several_claims_keeps_its_own_slots(read: Read) -> None:
    text = "The army shelled Aleppo on Monday, and rebels will shell Homs next week."
    first, second = read(text).claims
    assert (texts(first.places), texts(second.places)) == (["Aleppo"], ["Homs"])
    assert (first.status, second.status) == ("occurred", "forecast")
    assert (first.when.start, first.when.end) == ("2024-03-04", "2024-03-04")
    assert second.when.start is not None
    assert second.when.start > DAY


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "docs" / "claims.schema.json").read_text("utf-8"))
    return content


def test_a_reading_is_valid_by_the_schema(reader: Reader, schema: dict[str, Any]) -> None:
    found = reader.read(document(" ".join(SENTENCES)))
    content = {"schema": "fogline/claims/1", **to_dict(found)}
    jsonschema.validate(content, schema)
    assert content["claims"]


def test_codes_of_other_datasets_are_given_where_one_fits(read: Read) -> None:
    (claim,) = read("Warplanes bombed the market.").claims
    assert claim.acled == "Air/drone strike"
    assert claim.plover == {"event": "ASSAULT", "mode": "aerial", "context": []}
    (claim,) = read("Rebels hold the town.").claims
    assert (claim.acled, claim.plover) == (None, None)


def test_claims_stand_in_text_order(read: Read) -> None:
    claims: tuple[Claim, ...] = read(" ".join(SENTENCES)).claims
    starts = [claim.sentence.start for claim in claims]
    assert starts == sorted(starts)


def test_a_claims_id_is_older_than_the_radius_of_its_place(read: Read) -> None:
    (claim,) = read("Rebels seized Saraqib on Monday.").claims
    (place,) = claim.places
    assert place.radius is not None and place.derivation is None
    bare = dataclasses.replace(claim, places=(dataclasses.replace(place, radius=None),))
    assert claim_id("sha256:x", bare) == claim_id("sha256:x", claim)
    described = dataclasses.replace(
        claim, places=(dataclasses.replace(place, derivation="near it"),)
    )
    assert claim_id("sha256:x", described) != claim_id("sha256:x", claim)
