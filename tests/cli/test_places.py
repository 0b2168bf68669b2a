"""`fogline places`: what a name may mean, and gazetteer files in and out."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

PLAIN = "name,lat,lon,country\nKafr Zubda,35.1,36.9,SY\nWadi Zubda,35.2,36.8,SY\n"


def test_candidates_and_why_they_rank_so(fogline: Run) -> None:
    answer = json.loads(fogline("places", "find", "Tripoli", "--format", "json").out)
    assert answer["chosen"] == "geonames:2210247"
    assert 0.5 < answer["confidence"] < 0.95
    assert {c["country"] for c in answer["candidates"]} >= {"LY", "LB"}
    assert answer["candidates"][0]["parts"]["people"] > 6
    beirut = "Beirut and Sidon in Lebanon were quiet."
    told = json.loads(
        fogline("places", "find", "Tripoli", "--text", beirut, "--format", "json").out
    )
    assert told["candidates"][0]["country"] == "LB"


def test_what_cannot_be_told_apart_is_named_only(fogline: Run) -> None:
    ran = fogline("places", "find", "Springfield")
    assert ran.out.startswith("Springfield: not told apart, named only (0.")
    assert ran.status == 0
    none = fogline("places", "find", "Qwxzzvk")
    assert (none.status, none.err) == (1, "fogline: no place is called 'Qwxzzvk' or nearly so\n")
    assert fogline("places", "find", "Homs", "--format", "xml").status == 2


def test_a_phrase_gives_the_area_that_it_describes(fogline: Run) -> None:
    for more in ((), ("--country", "SY")):
        ran = fogline("places", "find", "20 km north of Idlib", "--format", "json", *more)
        (area,) = json.loads(ran.out)["areas"]
        assert (area["kind"], area["precision"]) == ("bearing", "approximate")
        assert area["derivation"].startswith("20 km north of Idlib")
        assert 36.08 < area["lat"] < 36.14


def test_a_file_in_and_out_again(fogline: Run, tmp_path: Path) -> None:
    file = tmp_path / "hamlets.csv"
    file.write_text(PLAIN, encoding="utf-8")
    ran = fogline("places", "import", file, "--licence", "CC0")
    assert (ran.status, ran.out) == (0, "2 places from hamlets (CC0)\n")
    assert fogline("places", "list").out.startswith("hamlets: 2 places, csv, CC0, hamlets.csv")
    assert fogline("places", "import", file).status == 1
    assert fogline("places", "remove", "hamlets").out == "2 places from hamlets removed\n"
    assert fogline("places", "list").out == "nothing imported\n"


def test_faults_are_told_by_line_and_nothing_is_imported(fogline: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(PLAIN + "Too Far,95,1,SY\n", encoding="utf-8")
    ran = fogline("places", "import", file)
    assert ran.status == 1
    assert f"{file}: line 4: lat 95 is out of range\n" in ran.err
    assert ran.err.endswith("1 line cannot be used; nothing was imported\n")
    assert fogline("places", "list").out == "nothing imported\n"
