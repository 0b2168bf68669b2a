"""Words of ordinary reports that tell of warnings, ways kept open, supplies, deals and arrivals."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("The army transported 300 soldiers to the front.", "transported", "MOBILIZE", "troops"),
        ("The group received missiles from Turkey.", "received", "AID", None),
        ("The council targeted two companies with sanctions.", "targeted", "SANCTION", None),
        ("The army targeted two villages with rockets.", "targeted", "ASSAULT", "heavy-weapons"),
        ("The regime bought oil from the militants.", "bought", "COOPERATE", None),
        ("The kingdom denied hosting foreign troops.", "hosting", "COOPERATE", None),
        ("A resolution ordered all sides to stop the attacks.", "ordered", "REQUEST", "yield"),
        ("The general ordered his troops to stop.", "ordered", "CONCEDE", None),
        ("No aid trucks have left the port for days.", "left", "CONDITION", "supply"),
        ("The jets flew strike missions against rebels.", "strike missions", "ASSAULT", "aerial"),
        ("The militants sold women as slaves.", "sold", "ASSAULT", "abduct"),
        ("An influx of fighters reached the town.", "influx", "MOBILIZE", "militia"),
        ("The video is a warning to the rebels.", "warning", "THREATEN", "violence"),
        ("This is our last warning.", "warning", "THREATEN", "violence"),
        ("No threat was made against the army.", "threat", "THREATEN", "violence"),
        ("The town is unlikely to hold into March.", "hold", "CONTROL", "hold"),
        ("The airport in the rebel town will reopen.", "reopen", "RETREAT", "access"),
        ("The army agreed to keep the road open.", "keep the road open", "RETREAT", "access"),
        ("The army granted clearance to the convoy.", "granted", "RETREAT", "access"),
        ("The first contingent is expected next week.", "expected", "MOBILIZE", "troops"),
        ("The colonel swore that his men would stay in the town.", "swore", "AGREE", None),
        ("The militia swore to avenge its dead.", "swore", "THREATEN", "violence"),
        ("The army's office denied any such delivery.", "denied", "REJECT", "deny"),
        ("The army denied the convoy access to the camp.", "denied", "COERCE", "restrict"),
        ("Frigates chased off a gunboat near the port.", "chased off", "CONTROL", "hold"),
        ("The allies will keep up pressure on the regime.", "keep up pressure", "COERCE", None),
    ],
)
def test_words_of_ordinary_reports_are_read_in_their_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Hopes of peace between rebels and the army died on Tuesday.",
        "The truce was no warning, and soldiers felt no threat.",
        "The first contingent of soldiers is expected to be hungry.",
        "The rebels received news from Turkey.",
    ],
)
def test_words_of_ordinary_reports_tell_of_nothing_else(whole: Reader, text: str) -> None:
    wrong = {"ASSAULT", "THREATEN", "AID", "MOBILIZE"}
    assert wrong.isdisjoint(c.event for c in whole.read(document(text)).claims)
