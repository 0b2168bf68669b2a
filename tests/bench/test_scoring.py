"""The scorer on claims made by hand, where every figure can be counted on one's fingers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import scoring
from fogline.model import (
    Casualties,
    Claim,
    Document,
    Mention,
    Part,
    Place,
    Range,
    Reading,
    Source,
    Span,
    When,
)

TEXT = "Guns shelled the port of Vell. The mayor said “the blaze” may spread; ten died there."
WANTED: dict[str, Any] = {
    "part": "body", "quote": "Guns shelled the port of Vell", "trigger": "shelled",
    "event": "ASSAULT", "mode": "heavy-weapons", "actors": ["Guns"], "recipients": ["port of Vell"],
    "places": ["Vell"], "when": {"start": "2024-03-01", "end": "2024-03-02"}, "attribution": [],
    "status": "occurred", "polarity": "positive", "certainty": "certain",
}  # fmt: skip


def found(**slots: Any) -> Claim:
    """Return the claim that WANTED describes, with some slots set otherwise."""
    right = Claim(
        id="c1",
        part="p1",
        sentence=Span(0, 30, TEXT[:30]),
        trigger=Span(5, 12, "shelled"),
        event="ASSAULT",
        mode="heavy-weapons",
        actors=(Mention("Guns"),),
        recipients=(Mention("port of Vell"),),
        places=(Place("Vell"),),
        when=When(start="2024-03-01", end="2024-03-02"),
        attribution=(Source("the author", "author"),),
        status="occurred",
        polarity="positive",
        certainty="certain",
    )
    return replace(right, **slots)


def marked(
    folder: Path, wanted: list[dict[str, Any]], *claims: Claim, **gold: Any
) -> dict[str, Any]:
    """Return the figures of one document with these gold claims and these claims read."""
    content = {"doc": "vell", "published": None, "claims": wanted, **gold}
    (folder / "vell.txt").write_text(TEXT, encoding="utf-8")
    (folder / "vell.gold.json").write_text(json.dumps(content), encoding="utf-8")
    document = Document("sha256:0", TEXT, (Part("p1", "body", 0, len(TEXT)),), input_id="vell")
    (item,) = scoring.load(folder)
    return scoring.report([scoring.mark(item, Reading(document, claims, "hand"))])


def test_what_is_wholly_right_is_right_in_every_figure(tmp_path: Path) -> None:
    figures = marked(tmp_path, [WANTED], found())
    assert figures["detection"] == {
        "precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1, "predicted": 1
    }  # fmt: skip
    assert figures["all_slots_right"] == 1.0
    assert all(figures[slot] == 1.0 for slot in (*scoring.MENTIONS, *scoring.VALUES, "when"))
    assert figures["casualties"] is None, "neither side counts anybody"


@pytest.mark.parametrize(
    ("slots", "wrong"),
    [
        ({"mode": None}, "mode"),
        ({"status": "forecast"}, "status"),
        ({"polarity": "negative"}, "polarity"),
        ({"certainty": "possible"}, "certainty"),
        ({"when": When(start="2024-04-01", end="2024-04-01")}, "when"),
        ({"actors": ()}, "actors"),
        ({"recipients": (Mention("port of Vell"), Mention("Guns"))}, "recipients"),
        ({"places": (Place("Orle"),)}, "places"),
        ({"attribution": (Source("the mayor", "official"),)}, "attribution"),
        ({"casualties": Casualties(killed=Range(10, 10))}, "casualties"),
    ],
)
def test_one_wrong_slot_is_seen(tmp_path: Path, slots: dict[str, Any], wrong: str) -> None:
    figures = marked(tmp_path, [WANTED], found(**slots))
    assert figures["detection"]["f1"] == 1.0, "slots do not decide what is matched"
    assert figures["all_slots_right"] == 0.0
    assert figures[wrong] < 1.0
    others = {*scoring.MENTIONS, *scoring.SHARES} - {wrong}
    assert all(figures[slot] in (1.0, None) for slot in others)


@pytest.mark.parametrize(
    "slots",
    [{"event": "CONTROL"}, {"trigger": Span(13, 16, "the")}, {"part": "p0"}],
    ids=["category", "trigger", "part"],
)
def test_what_differs_in_category_trigger_or_part_is_another_claim(
    tmp_path: Path, slots: dict[str, Any]
) -> None:
    content = {**WANTED, "part": "headline"} if "part" in slots else WANTED
    claim = found(**slots) if "part" not in slots else found()
    figures = marked(tmp_path, [content], claim)
    assert figures["detection"]["f1"] == 0.0
    assert figures["detection"]["predicted"] == 1


def test_alternatives_count_as_right(tmp_path: Path) -> None:
    wanted = WANTED | {
        "trigger": "Guns", "alt_triggers": ["shelled"], "event": "CONTROL",
        "alt_events": ["ASSAULT"], "mode": "gain", "alt_modes": ["heavy-weapons"],
        "certainty": "possible", "alt_certainty": ["certain"],
    }  # fmt: skip
    figures = marked(tmp_path, [wanted], found())
    assert figures["all_slots_right"] == 1.0
    assert figures["hard"]["certainty"] == 1.0
    assert figures["hard_gold"]["certainty"] == 1, "the gold's first value says what is hard"


def test_matching_is_one_to_one(tmp_path: Path) -> None:
    figures = marked(tmp_path, [WANTED], found(), found())
    assert figures["detection"]["precision"] == 0.5
    assert figures["detection"]["recall"] == 1.0


def test_optional_claims_cost_nothing(tmp_path: Path) -> None:
    optional = [{"quote": "ten died there", "trigger": "died"}]
    died = found(trigger=Span(TEXT.index("died"), TEXT.index("died") + 4, "died"))
    assert marked(tmp_path, [WANTED], found(), died)["detection"]["precision"] == 0.5
    figures = marked(tmp_path, [WANTED], found(), died, optional=optional)
    assert figures["detection"]["precision"] == 1.0


def test_hard_counts_what_was_missed_too(tmp_path: Path) -> None:
    hard = WANTED | {"certainty": "possible", "status": "forecast", "attribution": ["mayor"]}
    missed = hard | {"quote": "ten died there", "trigger": "died"}
    chain = (Source("the author", "author"), Source("the mayor", "official"))
    claim = found(certainty="possible", attribution=chain)
    figures = marked(tmp_path, [hard, missed], claim)
    assert figures["hard"] == {
        "certainty": 0.5, "status": 0.0, "polarity": None, "attribution": 0.5
    }  # fmt: skip
    assert figures["hard_gold"] == {
        "certainty": 2, "status": 2, "polarity": 0, "attribution": 2
    }  # fmt: skip


def test_typed_quotes_find_typographic_ones(tmp_path: Path) -> None:
    wanted = WANTED | {"quote": 'The mayor said "the blaze" may spread', "trigger": "spread"}
    spread = found(trigger=Span(TEXT.index("spread"), TEXT.index("spread") + 6, "spread"))
    assert marked(tmp_path, [wanted], spread)["detection"]["f1"] == 1.0


def test_gold_that_is_not_in_its_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not in the text"):
        marked(tmp_path, [WANTED | {"trigger": "bombed"}])
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(ValueError, match=r"no \*\.gold\.json"):
        scoring.load(empty)


def test_a_document_that_could_not_be_read_is_missed(tmp_path: Path) -> None:
    marked(tmp_path, [WANTED])
    (gold,) = scoring.load(tmp_path)
    figures = scoring.report([scoring.mark(gold, None)])
    assert figures["detection"]["recall"] == 0.0


def test_a_reading_of_another_text_is_refused(tmp_path: Path) -> None:
    marked(tmp_path, [WANTED])
    (gold,) = scoring.load(tmp_path)
    other = Document("sha256:1", TEXT + " ", ())
    with pytest.raises(ValueError, match="not the gold's"):
        scoring.mark(gold, Reading(other, (), "hand"))


@pytest.mark.parametrize(
    ("gold", "mention", "same"),
    [
        ("Army of Vell", Mention("the Army of Vell"), True),
        ("Army of Vell", Mention("Vell"), True),
        ("Army of Vell", Mention("Vell police and fire brigade"), False),
        ("Vell Defence Forces", Mention("VDF", name="Vell Defence Forces"), True),
        ("army", Mention("army's"), True),
        ("the", Mention("the"), False),
    ],
)
def test_mentions_share_half_their_words(gold: str, mention: Mention, same: bool) -> None:
    assert scoring.same_mention(gold, mention) is same


def days(first: int, last: int) -> When:
    """Return an interval of days in one month."""
    return When(start=f"2024-03-{first:02d}", end=f"2024-03-{last:02d}")


@pytest.mark.parametrize(
    ("gold", "claim", "same"),
    [
        (days(1, 4), days(1, 2), True),
        (days(1, 4), days(1, 1), False),
        (When(offset_days=(-7, 0)), When(offset_days=(-6, 0)), True),
        (When(offset_days=(-7, 0)), days(1, 1), False),
        (When(), When(), True),
        (When(), days(1, 1), False),
    ],
)
def test_times_share_half_their_days(gold: When, claim: When, same: bool) -> None:
    assert scoring.same_time(gold, claim) is same


@given(st.lists(st.integers(0, 6), max_size=7), st.lists(st.integers(0, 6), max_size=7))
def test_a_matching_is_largest_and_one_to_one(one: list[int], other: list[int]) -> None:
    """Against neighbours on a line, where the largest matching can be taken greedily."""

    def near(a: int, b: int) -> bool:
        return abs(a - b) <= 1

    pairs = scoring.matching(one, other, near)
    assert len(set(pairs.values())) == len(pairs)
    assert all(near(one[i], other[j]) for i, j in pairs.items())
    assert len(pairs) == _greedy(sorted(one), sorted(other))


def _greedy(one: list[int], other: list[int]) -> int:
    count = 0
    for a in one:
        partner = next((b for b in other if abs(a - b) <= 1), None)
        if partner is not None:
            other.remove(partner)
            count += 1
    return count


def test_faults_name_what_is_missed_spurious_and_wrong(tmp_path: Path) -> None:
    marked(tmp_path, [WANTED, WANTED | {"quote": "ten died there", "trigger": "died"}])
    (gold,) = scoring.load(tmp_path)
    document = Document("sha256:0", TEXT, (Part("p1", "body", 0, len(TEXT)),))
    claims = (found(mode=None), found(event="RETREAT"))
    lines = list(scoring.faults([scoring.mark(gold, Reading(document, claims, "hand"))]))
    assert [line.split("\t")[1] for line in lines] == ["MODE", "MISSED", "SPURIOUS"]
