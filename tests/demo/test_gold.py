"""The bundled gold: every claim stands in its text and is coded in the codebook's terms."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest

from fogline import demo
from fogline.intake import captures, document
from fogline.model import Capture, Document
from fogline.settings import Settings

MODES: dict[str, str] = {
    "ASSAULT": "aerial drone heavy-weapons firearms explosives suicide-attack unconventional "
    "targeted abduct torture sexual beat primitive destroy crowd-control clash ground",
    "CONTROL": "gain lose hold contest besiege",
    "CONDITION": "morale supply strength presence humanitarian",
    "MOBILIZE": "troops weapons police militia",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber displace",
    "THREATEN": "violence territory expel arrest relations restrict",
    "ACCUSE": "allege disapprove investigate",
    "REJECT": "assist change yield meet deny",
    "REQUEST": "assist change yield meet",
    "PROTEST": "demo riot strike boycott hunger obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
}
ALWAYS_WITH_MODE = {"CONTROL", "CONDITION"}
STATUS = {"occurred", "ongoing", "forecast", "threatened", "hypothetical"}
CERTAINTY = {"certain", "probable", "possible", "unknown"}
SLOTS = {
    "part", "quote", "trigger", "event", "mode", "actors", "recipients", "places", "when",
    "attribution", "status", "polarity", "certainty",
}  # fmt: skip
ALTERNATIVES = {
    "alt_triggers", "alt_events", "alt_modes", "alt_status", "alt_polarity", "alt_certainty",
}  # fmt: skip
HARM = {"killed", "injured", "missing", "displaced"}
NAMES = sorted(path.name.removesuffix(".gold.json") for path in demo.gold().glob("*.gold.json"))


def _gold(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((demo.gold() / f"{name}.gold.json").read_text("utf-8"))
    return content


def _text(name: str) -> str:
    return (demo.gold() / f"{name}.txt").read_text("utf-8")


CLAIMS = [(name, claim) for name in NAMES for claim in _gold(name)["claims"]]


@cache
def _in_corpus() -> dict[str, Document]:
    """Return what intake makes of every document, by the name that the manifest gives it."""
    settings = Settings()
    taken = [c for c in captures([str(demo.corpus())], settings) if isinstance(c, Capture)]
    documents = [(c, document(c, settings)) for c in taken]
    return {d.input_id or c.name.rpartition("/")[2].partition(".")[0]: d for c, d in documents}


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def test_gold_is_large_and_spread_over_zones_and_genres() -> None:
    rows = tomllib.loads(demo.manifest().read_text(encoding="utf-8"))["document"]
    coded = [row for row in rows if row["id"] in NAMES]
    assert len(coded) == len(NAMES) >= 16
    assert min(Counter(row["zone"] for row in coded).values()) >= 4
    assert len({row["genre"] for row in coded}) >= 7
    assert len(CLAIMS) >= 150
    assert all((demo.gold() / f"{name}.txt").is_file() for name in NAMES)


def test_gold_holds_what_is_hard() -> None:
    """Claims that are not plainly occurred, positive, certain and unsourced are many."""
    claims = [claim for _, claim in CLAIMS]
    assert sum(c["status"] not in ("occurred", "ongoing") for c in claims) >= 40
    assert sum(c["polarity"] == "negative" for c in claims) >= 20
    assert sum(c["certainty"] != "certain" for c in claims) >= 40
    assert sum(bool(c["attribution"]) for c in claims) >= 80
    assert sum(len(c["attribution"]) > 1 for c in claims) >= 2
    assert {c["event"] for c in claims} >= set(MODES) - {"PROTEST", "SUPPORT"}


@pytest.mark.parametrize("name", NAMES)
def test_text_is_the_documents_own(name: str) -> None:
    """The coded text is what stands in the corpus, so that the scores are those of the demo."""
    read = _squeezed(_in_corpus()[name].text)
    if name + ".html" in {path.name for path in demo.corpus().rglob("*.html")}:
        assert all(_squeezed(line) in read for line in _text(name).splitlines())
    else:
        assert _squeezed(_text(name)) == read


@pytest.mark.parametrize("name", NAMES)
def test_dates_agree_with_the_manifest(name: str) -> None:
    rows = tomllib.loads(demo.manifest().read_text(encoding="utf-8"))["document"]
    row = next(row for row in rows if row["id"] == name)
    gold = _gold(name)
    assert gold["doc"] == name
    assert gold["published"] == (row["published"][:10] if "published" in row else None)


@pytest.mark.parametrize("name", NAMES)
def test_claim_stands_in_its_text(name: str) -> None:
    for claim in _gold(name)["claims"]:
        text, quote = _text(name), claim["quote"]
        assert text.count(quote) == 1, "a quote must lead to one place"
        for trigger in (claim["trigger"], *claim.get("alt_triggers", [])):
            at = re.search(re.escape(trigger), quote)
            assert at, f"{trigger!r} is not in {quote!r}"
            assert re.search(rf"\b{re.escape(trigger)}\b", quote), f"{trigger!r} is not a word"
            assert quote[at.start() - 1 : at.start()].strip("\"'(- ") == "", "found within a word"
        headline = text.index(quote) < text.index("\n")
        assert headline == (claim["part"] == "headline")


@pytest.mark.parametrize("name", NAMES)
def test_claim_is_coded_by_the_codebook(name: str) -> None:
    for claim in _gold(name)["claims"]:
        assert set(claim) >= SLOTS
        assert set(claim) <= SLOTS | ALTERNATIVES | {"casualties", "loaded"}
        events = {claim["event"], *claim.get("alt_events", [])}
        assert events <= set(MODES)
        allowed = {mode for event in events for mode in MODES[event].split()}
        assert {claim["mode"], *claim.get("alt_modes", [])} <= allowed | {None}
        assert claim["mode"] is None or claim["mode"] in MODES[claim["event"]].split()
        assert claim["mode"] or claim["event"] not in ALWAYS_WITH_MODE
        assert {claim["status"], *claim.get("alt_status", [])} <= STATUS
        assert {claim["certainty"], *claim.get("alt_certainty", [])} <= CERTAINTY
        assert {claim["polarity"], *claim.get("alt_polarity", [])} <= {"positive", "negative"}
        assert claim["part"] in {"headline", "body", "comment", "caption", "quotation", "lead-in"}


@pytest.mark.parametrize("name", NAMES)
def test_alternatives_say_something_else(name: str) -> None:
    for claim in _gold(name)["claims"]:
        for slot, main in (("triggers", "trigger"), ("events", "event"), ("modes", "mode")):
            assert claim[main] not in claim.get(f"alt_{slot}", []), slot
        for slot in ("status", "certainty", "polarity"):
            assert claim[slot] not in claim.get(f"alt_{slot}", []), slot


@pytest.mark.parametrize("name", NAMES)
def test_times_and_numbers_are_well_formed(name: str) -> None:
    for claim in _gold(name)["claims"]:
        when = claim["when"]
        if when and "start" in when:
            start, end = date.fromisoformat(when["start"]), date.fromisoformat(when["end"])
            assert start <= end
        elif when:
            first, last = when["offset_days"]
            assert first <= last
            assert _gold(name)["published"] is None, "a dated document has calendar days"
        for kind, count in claim.get("casualties", {}).items():
            assert kind in HARM
            low, high = count["min"], count["max"]
            assert low is None or high is None or low <= high
        for word in claim.get("loaded", []):
            assert word["text"] in claim["quote"]
            assert word["neutral"].casefold() != word["text"].casefold()


@pytest.mark.parametrize("name", NAMES)
def test_mentions_are_words_of_the_text(name: str) -> None:
    """A mention is in the text; resolved ones may stand in another sentence than the claim."""
    for claim in _gold(name)["claims"]:
        words = set(re.findall(r"\w+", _text(name).casefold()))
        for slot in ("actors", "recipients", "places", "attribution"):
            for mention in claim[slot]:
                assert set(re.findall(r"\w+", mention.casefold())) <= words, mention


@pytest.mark.parametrize("name", NAMES)
def test_optional_readings_stand_in_the_text(name: str) -> None:
    for reading in _gold(name)["optional"]:
        assert reading["quote"] in _text(name)
        assert reading["trigger"] in reading["quote"]
