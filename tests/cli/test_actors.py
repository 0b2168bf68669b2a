"""`fogline actors`: candidates with reasons, imports that are undone, faults by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fogline.reading.actors import actors
from tests.cli.conftest import Run

GOOD = "name,kind,country,aliases\nRiverside Defence League,armed-group,XK,RDL*\n"


@pytest.fixture(autouse=True)
def anew(own_home: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the dictionary know the test's own data folder, and forget it afterwards."""
    monkeypatch.setenv("COLUMNS", "200")
    actors.forget()
    yield
    actors.forget()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "league.csv"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_candidates_stand_with_their_reasons(fogline: Run) -> None:
    unclear = fogline("actors", "find", "SDF").out
    assert unclear.startswith("SDF: not told apart; it stays as mentioned")
    assert "sdf-syria" in unclear
    assert "jp-forces" in unclear
    told = fogline("actors", "find", "SDF", "--country", "sy").out.splitlines()
    assert told[0] == "SDF: Syrian Democratic Forces (sdf-syria)"
    assert "the text is about its country" in told[2]
    assert "sdf-syria" in told[2]


def test_a_day_settles_what_a_body_was_called(fogline: Run) -> None:
    for day, actor in (("2015-01-01", "nusra"), ("2016-11-12", "jfs"), ("2019-01-01", "hts")):
        assert f"({actor})" in fogline("actors", "find", "Nusra Front", "--day", day).out
    assert fogline("actors", "find", "Nusra", "--day", "soon").status == 2


def test_a_name_that_nobody_bears(fogline: Run) -> None:
    ran = fogline("actors", "find", "Riverside Defence League")
    assert (ran.status, ran.err) == (
        1,
        "fogline: nobody is known as 'Riverside Defence League'\n",
    )


def test_import_and_remove(fogline: Run, table: Path) -> None:
    ran = fogline("actors", "import", table, "--licence", "CC0")
    assert ran.out == "1 actor imported as 'league'\n"
    found = fogline("actors", "find", "RDL", "--country", "XK").out
    assert found.startswith("RDL: Riverside Defence League (league:riverside-defence-league)")
    assert "from league" in found
    assert fogline("actors", "remove", "league").out == "1 actor of 'league' removed\n"
    assert fogline("actors", "find", "RDL").status == 1
    again = fogline("actors", "remove", "league")
    assert again.status == 1
    assert "no source of actors is called 'league'" in again.err


def test_a_bad_file_leaves_what_there_was(fogline: Run, table: Path) -> None:
    fogline("actors", "import", table)
    table.write_text(GOOD + "Hillside Guard,club,XK,\n", encoding="utf-8")
    ran = fogline("actors", "import", table)
    assert ran.status == 1
    assert "line 3: the kind 'club' is none of" in ran.err
    assert fogline("actors", "find", "RDL", "--country", "XK").status == 0
    assert fogline("actors", "find", "Hillside Guard").status == 1


def test_a_missing_file_and_odd_words(fogline: Run, tmp_path: Path) -> None:
    assert "No such file" in fogline("actors", "import", tmp_path / "none.csv").err
    assert fogline("actors", "import", "gdelt", tmp_path / "none.csv").status == 2
