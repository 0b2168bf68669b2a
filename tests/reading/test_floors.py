"""The quality of reading: it stays above its floors, and our scorer agrees with the contract's."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench import claims, floors, scoring
from fogline import demo
from fogline.model import Reading, to_dict
from fogline.reading.reader import Reader
from fogline.settings import Settings
from tests.conftest import SHARED

REPIN = "pin them anew with `python -m bench.claims --pin`"


@dataclass(frozen=True)
class Corpus:
    """A folder of gold, and what the reader makes of it."""

    folder: Path
    gold: tuple[scoring.Gold, ...]
    readings: dict[str, Reading]

    def figures(self) -> dict[str, Any]:
        found = [scoring.mark(gold, self.readings.get(gold.name)) for gold in self.gold]
        return scoring.report(found)


@pytest.fixture(scope="session")
def corpus(whole: Reader) -> Callable[[str], Corpus]:
    """Read a corpus once; skip where it is not there."""
    known: dict[str, Corpus] = {}

    def read(name: str) -> Corpus:
        folder = claims.corpora().get(name)
        if folder is None:
            pytest.skip(f"no {claims.SHARED}: what is measured on it is skipped")
        if name not in known:
            gold = scoring.load(folder)
            known[name] = Corpus(folder, gold, claims.read(gold, whole, Settings()))
        return known[name]

    return read


CORPORA = ["bundled", pytest.param("shared", marks=pytest.mark.shared)]


def test_floors_are_those_of_the_gold_that_is_bundled() -> None:
    digest, held = floors.load()
    assert digest == floors.digest(demo.gold()), f"the bundled gold has changed; {REPIN}"
    assert all(set(held[name]) == set(floors.HELD) for name in ("bundled", "shared"))


@pytest.mark.parametrize("name", CORPORA)
def test_every_document_of_the_gold_is_read(name: str, corpus: Callable[[str], Corpus]) -> None:
    found = corpus(name)
    assert found.readings.keys() == {gold.name for gold in found.gold}


@pytest.mark.parametrize("name", CORPORA)
def test_quality_stays_above_its_floors(name: str, corpus: Callable[[str], Corpus]) -> None:
    _, held = floors.load()
    fallen = floors.below(corpus(name).figures(), held[name])
    assert fallen == [], "mend what made reading worse; where it was meant, " + REPIN


@pytest.mark.shared
@pytest.mark.parametrize("name", ["bundled", "shared"])
def test_our_scorer_gives_the_contracts_figures(
    name: str,
    corpus: Callable[[str], Corpus],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = SHARED / "bench" / "score_claims.py"
    if not script.exists():
        pytest.skip(f"no {script}: nothing to compare our scorer with")
    found = corpus(name)
    theirs = _by_contract(script, found, tmp_path, monkeypatch)
    ours = found.figures()
    assert _rounded(ours) == _rounded({key: theirs[key] for key in ours})


def _by_contract(
    script: Path, found: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Any]:
    """Return what the contract's own scorer says of the same readings."""
    for name, reading in found.readings.items():
        (folder / f"{name}.json").write_text(json.dumps(to_dict(reading)), encoding="utf-8")
    out = folder / "figures.json"
    words = [str(found.folder), "--predictions", str(folder), "--json", str(out)]
    monkeypatch.setattr(sys, "argv", [str(script), *words])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(script), run_name="__main__")
    assert ended.value.code == 0
    return dict(json.loads(out.read_text(encoding="utf-8")))


def _rounded(figures: Any) -> Any:
    """Return the figures to four decimals, recall by event to the contract's three."""
    if isinstance(figures, dict):
        return {
            key: round(value, 3) if key.isupper() else _rounded(value)
            for key, value in figures.items()
        }
    return round(figures, 4) if isinstance(figures, float) else figures
