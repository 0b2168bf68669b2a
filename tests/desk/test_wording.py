"""Neutral lines: every category and mode has words, and an example that shows them."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.desk.wording import (
    chain,
    has_named_source,
    names,
    phrase,
    phrases,
    pointed,
    quoted,
    rests_on_nobody,
    summary,
)
from fogline.ledger import Ledger
from fogline.model import (
    Casualties,
    Claim,
    Document,
    Loaded,
    Mention,
    Place,
    Published,
    Range,
    Source,
    Span,
    neutral,
)
from tests.weighing.bundled import read

ROWS = list(
    csv.DictReader(
        resources.files("fogline.desk").joinpath("phrases.csv").read_text("utf-8").splitlines()
    )
)


@pytest.fixture
def told(seeded: Path) -> Claim:
    """Some claim of the seed, to put other slots into."""
    with Ledger.open(seeded, read_only=True) as ledger:
        return next(iter(c for _, c in ledger.claims() if not c.loaded))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['category']}-{r['mode']}")
def test_every_phrase_stands_in_its_example(row: dict[str, str]) -> None:
    """The example begins with the phrase and joins a slot with one of its words."""
    assert row["example"].startswith(row["phrase"])
    words = {row["actor_word"], row["recipient_word"], row["place_word"]}
    assert words & set(row["example"].removeprefix(row["phrase"]).split())


def test_the_table_has_every_category_of_the_contract(shared: Path) -> None:
    """And each one without a mode, to fall back on."""
    schema = json.loads((shared / "contract" / "claims.schema.json").read_text("utf-8"))
    categories = schema["$defs"]["claim"]["properties"]["event"]["enum"]
    assert {c for c, m in phrases() if not m} == set(categories)
    assert phrase("AID", "no such mode") == phrase("AID", None)


def test_loaded_words_do_not_reach_the_summary(seeded: Path) -> None:
    """ "Liberated" is coded as a capture, and an actor's loaded name is made neutral."""
    with Ledger.open(seeded, read_only=True) as ledger:
        claims = [c for _, c in ledger.claims() if c.loaded]
    assert [summary(c).line for c in claims] == ["Capture of Minyan by army"]
    assert neutral("Regime troops", (Loaded("regime", "government"),)) == "government troops"


@given(st.text(), st.text(min_size=1), st.text())
def test_neutral_takes_any_words(text: str, word: str, term: str) -> None:
    """Loaded words are data: none of their characters is read as a pattern or a reference."""
    found = neutral(text, (Loaded(word, term),))
    assert found == text or term in found or term.startswith("(")


def test_a_line_without_slots_says_so(told: Claim) -> None:
    """Nothing in the words names a party or a place: the line does not read as a general one."""
    bare = replace(told, event="ASSAULT", mode="clash", actors=(), recipients=(), places=())
    assert summary(bare).line == "Clash (no party or place named)"


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place("Brask", name="Brask", precision="settlement"), "Withdrawal by army in Brask"),
        (
            Place("northern edge of Brask", name="Brask", precision="approximate"),
            "Withdrawal by army in the northern edge of Brask",
        ),
        (Place("Brask", role="origin"), "Withdrawal by army from Brask"),
        (Place("second line", role="destination"), "Withdrawal by army towards the second line"),
    ],
)
def test_a_place_is_named_no_closer_than_the_text_does(
    told: Claim, place: Place, line: str
) -> None:
    """An edge of a town is not the town, and where a movement leads is not where it is."""
    coded = replace(told, event="RETREAT", mode="withdraw", actors=(Mention("army"),))
    moved = replace(coded, recipients=(), places=(place,))
    assert summary(moved).line == line


@pytest.mark.parametrize(
    ("event", "mode", "place", "line"),
    [
        ("ASSAULT", None, Place("crossing"), "Violence at the crossing"),
        ("ASSAULT", "aerial", Place("port of Brask"), "Air strike at the port of Brask"),
        ("ASSAULT", "aerial", Place("suburbs of Brask"), "Air strike in the suburbs of Brask"),
        # who came to a place did not come from it; who left it did
        ("COERCE", "displace", Place("Brask"), "Displacement in Brask"),
        ("COERCE", "displace", Place("Brask", role="origin"), "Displacement from Brask"),
        ("COERCE", "displace", Place("Brask", role="destination"), "Displacement towards Brask"),
        # a state does not move: "they fetch water from the river"
        ("CONDITION", "supply", Place("river", role="origin"), "State of supplies at the river"),
    ],
)
def test_where_something_is(
    told: Claim, event: str, mode: str | None, place: Place, line: str
) -> None:
    bare = replace(told, event=event, mode=mode, actors=(), recipients=(), places=(place,))
    assert summary(bare).line == line


def test_only_an_ordinary_word_loses_its_sentences_capital() -> None:
    """Names keep theirs."""
    found = names((Mention("Hundreds of soldiers"), Mention("Tarvo"), Mention("UN staff")), ())
    assert found == ("hundreds of soldiers", "Tarvo", "UN staff")


@pytest.mark.parametrize(
    ("mode", "actor", "line"),
    [
        ("troops", "troops", "Movement of troops in Brask"),
        ("police", "Police", "Movement of police in Brask"),
        ("troops", "Tarvo troops", "Movement of troops by Tarvo troops in Brask"),
        ("troops", "army", "Movement of troops by army in Brask"),
        ("militia", "troops", "Movement of militia by troops in Brask"),
    ],
)
def test_who_acts_is_not_said_twice(told: Claim, mode: str, actor: str, line: str) -> None:
    """ "Movement of troops by troops" named nobody."""
    moved = replace(told, event="MOBILIZE", mode=mode, actors=(Mention(actor),), recipients=())
    assert summary(replace(moved, places=(Place("Brask"),))).line == line


@pytest.mark.parametrize(
    ("byline", "line"),
    [
        ("newsroom", "Orlin Post ← residents"),
        ("Orlin Post staff", "Orlin Post ← residents"),
        ("post", "Orlin Post ← residents"),
        ("Ana Lis", "Ana Lis ← residents"),
        ("Orlin Post", "Orlin Post ← residents"),
    ],
)
def test_a_byline_that_names_nobody_is_its_publishers(told: Claim, byline: str, line: str) -> None:
    chained = replace(told, attribution=(Source(byline, "author"), Source("residents", "witness")))
    page = Document("sha256:0", "", (), Published(), author=byline, publisher="Orlin Post")
    assert chain(chained, page) == line
    # a reader who calls himself so is nobody else
    assert chain(chained, replace(page, author="Ana Bell")) == f"{byline} ← residents"
    assert chain(chained) == f"{byline} ← residents"


@pytest.mark.parametrize(
    ("event", "mode", "who", "named"),
    [
        ("REJECT", "deny", "army", True),
        ("ACCUSE", "allege", "rebels", True),
        ("THREATEN", "violence", "spokesman", True),
        ("REJECT", "deny", "two sources", False),
        ("REJECT", "deny", "they", False),
        ("REJECT", "deny", "", False),
        ("ACCUSE", "investigate", "police", False),
        ("ASSAULT", "aerial", "army", False),
    ],
)
def test_who_denies_is_himself_the_source_of_his_denial(
    told: Claim, event: str, mode: str, who: str, *, named: bool
) -> None:
    # "The army denied it", told by a paper, was said to rest on no named source.
    actors = (Mention(who),) if who else ()
    denial = replace(told, event=event, mode=mode, actors=actors, polarity="positive")
    denial = replace(denial, status="occurred", attribution=(Source("Orlin Post", "author"),))
    assert has_named_source(denial) is named
    assert not has_named_source(replace(denial, polarity="negative"))
    assert rests_on_nobody(denial) is not named
    itself = replace(denial, attribution=(Source("Orlin Navy", "author"),))
    assert not rests_on_nobody(itself)


def test_what_was_hit_is_not_said_twice(told: Claim) -> None:
    """ "Violence against Orlin centre in Orlin centre"."""
    hit = replace(
        told, event="ASSAULT", mode=None, actors=(), recipients=(Mention("Orlin centre"),)
    )
    whole = replace(hit, places=(Place("Orlin centre"),))
    assert summary(whole).line == "Violence against Orlin centre"
    assert summary(replace(hit, places=(Place("Brask"),))).line.endswith(" in Brask")
    taken = replace(whole, event="CONTROL", mode="gain")
    assert summary(taken).line.startswith("Capture of Orlin centre")


@pytest.mark.parametrize(
    ("words", "word", "term", "line"),
    [
        ("ports of the Zionist entity", "Zionist entity", "Israel", "ports of Israel"),
        ("The Zionist entity", "Zionist entity", "Israel", "Israel"),
        ("the Zionist army", "Zionist", "Israeli", "the Israeli army"),
        ("the Khokhol troops", "Khokhol", "Ukrainian", "the Ukrainian troops"),
        ("the regime", "regime", "government", "the government"),
    ],
)
def test_a_lands_name_takes_no_article(words: str, word: str, term: str, line: str) -> None:
    """The article of the loaded word stood before the neutral one: "of the Israel"."""
    assert neutral(words, [Loaded(word, term)]) == line


def test_who_is_withdrawn_is_not_who_drove_them_out(told: Claim) -> None:
    """They were flown home, and the line had somebody withdraw before them."""
    left = replace(told, event="RETREAT", mode="withdraw", actors=(), places=(Place("Brask"),))
    line = summary(replace(left, recipients=(Mention("290 hired fighters"),))).line
    assert line == "Withdrawal of 290 hired fighters in Brask"


def test_people_are_not_destroyed(told: Claim) -> None:
    """Where people are counted as harmed, the line says violence."""
    harmed = replace(
        told,
        event="ASSAULT",
        mode="destroy",
        actors=(),
        places=(),
        recipients=(Mention("seven women"),),
        casualties=Casualties(killed=Range(7, 7)),
    )
    assert summary(harmed).line == "Violence against seven women"


@pytest.mark.parametrize("mark", ["• ", "– ", "* • ", ""])
def test_a_list_mark_is_no_part_of_the_quoted_words(mark: str) -> None:
    """Words with a dash inside keep it."""
    assert quoted(f"{mark}Clinics - two of\n them - closed.") == "Clinics - two of them - closed."


@pytest.mark.parametrize(
    ("sentence", "words", "shown"),
    [
        ("At least 12 people were hurt.", "12 people", "at least 12 people"),
        ("They killed more than 2,000 men.", "2,000 men", "more than 2,000 men"),
        ("Between 50 and 60 people fled.", "50 and 60 people", "between 50 and 60 people"),
        ("• About 700 people fled.", "700 people", "about 700 people"),
        ("Orlin lost 12 people.", "12 people", "12 people"),
        ("They drove on. 12 people fled.", "12 people", "12 people"),
        ("More than the army fled.", "army", "army"),
    ],
)
def test_a_number_keeps_the_bound_of_its_sentence(sentence: str, words: str, shown: str) -> None:
    at = 100 + sentence.index(words)
    mention = Mention(words, at, at + len(words))
    assert names([mention], (), Span(100, 100 + len(sentence), sentence)) == (shown,)


def test_no_line_of_the_demo_shows_bare_a_number_that_its_sentence_bounds() -> None:
    bounded = re.compile(r"(?i)\b(at least|more than|about|nearly|over|up to|between|almost) $")
    for reading in read().readings.values():
        for claim in reading.claims:
            line = summary(claim).line
            for m in (*claim.actors, *claim.recipients):
                before = claim.sentence.text[: max(0, (m.start or 0) - claim.sentence.start)]
                if m.text[:1].isdigit() and m.text in line and (found := bounded.search(before)):
                    assert f"{found[1].lower()} {m.text}" in line, claim.sentence.text


@pytest.mark.parametrize("side", ["Orlin", "Vessa"])
def test_a_word_that_only_blames_is_left_out_of_a_name(side: str) -> None:
    found = [Loaded("genocidal", "(blame)"), Loaded("occupation jets", "jets")]
    told = [Mention(f"genocidal allies of {side}"), Mention(f"{side} occupation jets")]
    assert names(told, found) == (f"allies of {side}", f"{side} jets")


@pytest.mark.parametrize(
    ("words", "trigger", "place", "line"),
    [
        ("Families left Brask on Monday.", "left", "Brask", "Displacement from Brask"),
        ("Families fled the Brask hills.", "fled", "Brask hills", "Displacement from Brask hills"),
        ("Families reached Brask.", "reached", "Brask", "Displacement in Brask"),
        ("Families left for Brask.", "left", "Brask", "Displacement in Brask"),
    ],
)
def test_what_people_leave_is_where_they_come_from(
    told: Claim, words: str, trigger: str, place: str, line: str
) -> None:
    at, start = words.index(trigger), words.index(place)
    claim = replace(
        told,
        event="COERCE",
        mode="displace",
        sentence=Span(100, 100 + len(words), words),
        trigger=Span(100 + at, 100 + at + len(trigger), trigger),
        actors=(),
        recipients=(),
        places=(Place(place, start=100 + start, end=100 + start + len(place)),),
        loaded=(),
    )
    assert summary(claim).line == line


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Shells fell on Orlin.", "fell"),
        ("– – Shells fell on Orlin.", "fell"),
        ("Shells\n   had  fallen\non Orlin.", "fallen"),
        ("  • Fell: Orlin.", "Fell"),
        ("Shells never\nfell on Orlin.", "fell"),
        ("Guards  gave \n up the post.", "gave \n up"),
    ],
)
def test_a_trigger_is_found_in_the_words_as_they_are_shown(
    told: Claim, sentence: str, trigger: str
) -> None:
    at = 40 + sentence.index(trigger)
    claim = replace(
        told,
        sentence=Span(40, 40 + len(sentence), sentence),
        trigger=Span(at, at + len(trigger), trigger),
    )
    words, (start, end) = pointed(claim)
    assert words == quoted(sentence)
    assert words[start:end] == " ".join(trigger.split())


def test_a_number_is_named_once_whichever_way_it_is_written() -> None:
    said = [Mention("Twenty-six civilians"), Mention("26 civilians"), Mention("26 soldiers")]
    assert names(said, ()) == ("Twenty-six civilians", "26 soldiers")
