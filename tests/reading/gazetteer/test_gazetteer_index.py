"""The index: the same data give the same bytes, changed data another file, answers come fast."""

from __future__ import annotations

import multiprocessing
import os
import statistics
import time
from pathlib import Path

import pytest

from fogline.reading.gazetteer import (
    Gazetteer,
    index,
    index_path,
    least_alike,
    prepared,
    sound_key,
    unlikeness,
)
from fogline.reading.gazetteer.own import own_names

CITIES = [
    {
        "geonameid": n, "name": name, "latitude": 35.0 + n / 10, "longitude": 37.0,
        "countrycode": "SY", "admin1code": "01", "population": 1000 * n, "alternatenames": others,
    }
    for n, (name, others) in enumerate(
        [("Tall Rif‘at", ["Tel Rifaat"]), ("Kafr Zubdā", []), ("Dayr az Zawr", ["Deir ez-Zor"])], 1
    )
]  # fmt: skip


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_cities", lambda: CITIES)


def build_at(path: str) -> None:
    index.build(Path(path))


@pytest.mark.usefixtures("small")
def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        index.build(tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.usefixtures("small")
def test_changed_data_are_indexed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = prepared(tmp_path)
    monkeypatch.setattr(index, "_lexicon", lambda: "changed")
    after = prepared(tmp_path)
    assert before != after
    assert before.exists() and after.exists()


@pytest.mark.usefixtures("small")
def test_only_the_newest_few_indexes_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        monkeypatch.setattr(index, "_lexicon", lambda n=n: f"data{n}")
        os.utime(prepared(tmp_path), (n, n))
    assert sorted(p.stem[-1] for p in tmp_path.iterdir()) == ["2", "3", "4", "5"]


@pytest.mark.usefixtures("small")
def test_two_processes_may_build_at_once(tmp_path: Path) -> None:
    path = index_path(tmp_path)
    forked = multiprocessing.get_context("fork")
    builders = [forked.Process(target=build_at, args=(str(path),)) for _ in range(2)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [b.exitcode for b in builders] == [0, 0]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    assert Gazetteer(path).exact("tel rifaat")[0].id == "geonames:1"


@pytest.mark.usefixtures("small")
def test_places_are_asked_by_name_by_sound_and_by_spelling(tmp_path: Path) -> None:
    known = Gazetteer(prepared(tmp_path))
    assert [s.name for s in known.exact("KAFR ZUBDA")] == ["Kafr Zubdā"]
    assert known.similar("Tel Rifat", "SY")[0].name in {"Tall Rif‘at", "Tel Rifaat"}
    assert known.similar("Tel Rifat", "TR") == ()
    assert {s.own for s in known.similar("Deir Ezzor", "SY")} == {True, False}
    site, alike = known.near("Kafr Zubdda", "SY")[0]
    assert (site.name, alike > 0.9) == ("Kafr Zubdā", True)
    assert known.near("Qwxz", "SY") == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tel Rifaat", "Tall Rif‘at"),
        ("Deir ez-Zor", "Dayr az Zawr"),
        ("Horlivka", "Gorlivka"),
        ("Goz Beida", "Goz Béïda"),
        ("Khan Sheikhun", "Khān Shaykhūn"),
        ("Qala-i-Naw", "Qala-e Naw"),
    ],
)
def test_transliterations_are_alike(a: str, b: str) -> None:
    assert sound_key(a)[-2:] == sound_key(b)[-2:]
    assert unlikeness(a, b) < 0.5
    assert unlikeness(a, a) == 0 == unlikeness(b, b)


def test_a_question_takes_far_less_than_fifty_microseconds() -> None:
    known = Gazetteer(prepared())
    names = sorted({name for name, _ in own_names()})[::5]
    taken = []
    for name in names:
        began = time.perf_counter_ns()
        known.exact(name)
        taken.append(time.perf_counter_ns() - began)
    assert statistics.median(taken) < 50_000
    assert prepared().stat().st_size < 250_000_000


def test_villages_of_one_spring_are_told_by_their_other_word() -> None:
    assert sound_key("Ain Baal") == sound_key("Ain Ebel")
    assert least_alike("Ain Baal", "Ain Ebel") > 0.6 > least_alike("Ain Ibl", "Ain Ebel")
    assert least_alike("Tell Rifat", "Rifat") == 0
