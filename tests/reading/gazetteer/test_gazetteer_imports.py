"""Imported gazetteer files: all of a file or nothing, with its source and licence, and undone."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from pathlib import Path

import pytest

from fogline.errors import StopRun
from fogline.reading.gazetteer import Gazetteer, imported, prepared
from fogline.reading.gazetteer.dumps import Dump, read_dump

GEONAMES = "\t".join(
    (
        "{id}", "{name}", "{name}", "{others}", "{lat}", "{lon}", "{kind}", "{code}", "SY", "",
        "01", "", "", "", "{people}", "", "300", "Asia/Damascus", "2024-01-01",
    )
)  # fmt: skip


def geonames(**more: object) -> str:
    row = {"id": 1, "name": "Kafr Zubda", "others": "Kfar Zibdeh", "lat": 35.1, "lon": 36.9}
    return GEONAMES.format(**(row | {"kind": "P", "code": "PPL", "people": 900} | more))


def write(folder: Path, text: str, name: str = "SY.txt", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def put_in(store: Path, path: Path, source: str = "one") -> Dump:
    dump = read_dump(path, source)
    imported.add(store, imported.source_of(dump, source, path.name), dump)
    return dump


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "places.sqlite"


def test_a_geonames_dump_is_found_by_name_and_by_sound_and_removed_without_a_trace(
    tmp_path: Path, store: Path
) -> None:
    put_in(
        store, write(tmp_path, geonames() + "\n" + geonames(id=2, name="Tell Hamama", others=""))
    )
    known = Gazetteer(prepared(), store)
    (site,) = known.exact("kfar zibdeh")
    assert (site.id, site.name, site.population) == ("geonames:1", "Kafr Zubda", 900)
    assert (site.source, site.country, site.feature) == ("one", "SY", "PPL")
    assert [s.name for s in known.similar("Kufr Zebdah", "SY")] == ["Kafr Zubda"]
    (kept,) = imported.sources(store)
    assert (kept.form, kept.licence, kept.places) == ("geonames", "CC BY 4.0", 2)
    assert imported.remove(store, "one") == 2
    assert Gazetteer(prepared(), store).exact("kfar zibdeh") == ()
    assert imported.sources(store) == ()


@pytest.mark.parametrize(
    ("text", "form", "licence"),
    [
        ("name,lat,lon,country\nWadi Zubda,35.2,36.8,sy\n", "csv", "unstated"),
        ("Name;Latitude;Longitude\nWadi Zubda;35.2;36.8\n", "csv", "unstated"),
        ("X,Y,osm_id,name,place\n36.8,35.2,77,Wadi Zubda,village\n", "osm", "ODbL 1.0"),
        ('osm_id,name,wkt\n77,Wadi Zubda,"POINT (36.8 35.2)"\n', "osm", "ODbL 1.0"),
        ("featureName\tpcode\tx\ty\nWadi Zubda\tC1\t36.8\t35.2\n", "csv", "unstated"),
    ],
)
def test_tables_are_told_by_their_heads(
    tmp_path: Path, store: Path, text: str, form: str, licence: str
) -> None:
    dump = put_in(store, write(tmp_path, text, "places.csv"))
    assert (dump.form, dump.licence, dump.faults) == (form, licence, ())
    ((site, names),) = dump.places
    assert (site.name, site.lat, site.lon, names[0]) == ("Wadi Zubda", 35.2, 36.8, "Wadi Zubda")
    assert Gazetteer(prepared(), store).exact("Wadi Zubda")[0].source == "one"


def test_kinds_become_features_with_their_precision(tmp_path: Path) -> None:
    rows = [
        geonames(id=1, kind="P", code="PPLX"), geonames(id=2, kind="A", code="ADM2"),
        geonames(id=3, kind="S", code="AIRP"), geonames(id=4, kind="S", code="HTL"),
        geonames(id=5, kind="P", code="PPLA4"), geonames(id=6, kind="T", code="HLLS"),
    ]  # fmt: skip
    dump = read_dump(write(tmp_path, "\n".join(rows)), "one")
    assert [s.feature for s, _ in dump.places] == ["PPLX", "ADM2", "AIRP", "BLDG", "PPL", "MT"]
    text = "name,lat,lon,place\nA Place,1,2,suburb\nB Place,1,2,hamlet\nC Place,1,2,island\n"
    table = read_dump(write(tmp_path, text, "osm.csv"), "two")
    assert [s.feature for s, _ in table.places] == ["PPLX", "PPL", "ISL"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (geonames() + "\n" + "7\tShort\trow\n", ["line 2: 3 columns, not 19"]),
        (geonames(lat=95.1), ["line 1: lat 95.1 is out of range"]),
        (geonames(lon=-180.5), ["line 1: lon -180.5 is out of range"]),
        (geonames(lat="north"), ["line 1: lat 'north' is no number"]),
        (geonames(lat="nan"), ["line 1: lat nan is out of range"]),
        (geonames() + "\n" + geonames(), ["line 2: id geonames:1 stands in line 1 too"]),
        (geonames(name=" "), ["line 1: no name"]),
        ("name,lat,lon\nA,1\nB,1,2\nC,1,200\n", ["line 2: 2 columns, not 3",
                                                  "line 4: lon 200 is out of range"]),
        ("id,name,lat,lon\n5,A,1,2\n\n5,B,1,2\n", ["line 4: id 5 stands in line 2 too"]),
        ("name,lat,lon\n", ["line 1: no places"]),
        ("", None),
        ("nothing,here\n1,2\n", None),
    ],
)  # fmt: skip
def test_malformed_files_are_told_by_line_and_give_nothing(
    tmp_path: Path, text: str, faults: list[str] | None
) -> None:
    path = write(tmp_path, text)
    if faults is None:
        with pytest.raises(StopRun, match="line 1 names no columns for name, lat and lon"):
            read_dump(path, "one")
        return
    dump = read_dump(path, "one")
    assert [str(f) for f in dump.faults] == faults
    assert dump.places == ()


def test_other_encodings_are_read_where_marked_or_told_and_else_told_by_line(
    tmp_path: Path,
) -> None:
    text = "name,lat,lon\nPlain,1,2\nPétrie,1,2\n"
    for encoding in ("utf-8-sig", "utf-16"):
        assert read_dump(write(tmp_path, text, encoding=encoding), "one").faults == ()
    latin = write(tmp_path, text, encoding="latin-1")
    (fault,) = read_dump(latin, "one").faults
    assert str(fault) == "line 3: not utf-8: byte 0xe9 (--encoding names another)"
    told = read_dump(latin, "one", encoding="latin-1")
    assert [s.name for s, _ in told.places] == ["Plain", "Pétrie"]
    with pytest.raises(StopRun, match="no encoding called 'klingon'"):
        read_dump(latin, "one", encoding="klingon")


def test_a_zip_as_geonames_hands_it_out_is_opened(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("readme.txt", "About")
        archive.writestr("SY.txt", geonames() + "\n" + geonames(id=2))
    path = tmp_path / "SY.zip"
    path.write_bytes(data.getvalue())
    assert len(read_dump(path, "one").places) == 2


def test_what_cannot_be_opened_or_is_there_already_says_so(tmp_path: Path, store: Path) -> None:
    with pytest.raises(StopRun, match="No such file"):
        read_dump(tmp_path / "none.csv", "one")
    path = write(tmp_path, geonames())
    put_in(store, path)
    before = store.read_bytes()
    with pytest.raises(StopRun, match="source called 'one' already"):
        put_in(store, path)
    assert store.read_bytes() == before
    with pytest.raises(StopRun, match=r"no source is called 'two' \(imported: one\)"):
        imported.remove(store, "two")


def test_an_import_that_breaks_off_leaves_the_gazetteer_as_it_was(
    tmp_path: Path, store: Path
) -> None:
    put_in(store, write(tmp_path, geonames()))
    rows = "\n".join(geonames(id=n, name=f"Place {n}") for n in range(10, 6_000))
    dump = read_dump(write(tmp_path, rows), "two")

    def cut_off(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported.add(store, imported.source_of(dump, "two", "SY.txt"), dump, cut_off)
    assert [s.name for s in imported.sources(store)] == ["one"]
    assert Gazetteer(prepared(), store).exact("Place 11") == ()


def test_two_imports_at_once_wait_for_each_other(tmp_path: Path, store: Path) -> None:
    files = [write(tmp_path, geonames(id=n, name=f"Place {n}"), f"{n}.txt") for n in range(4)]
    threads = [threading.Thread(target=put_in, args=(store, file, file.stem)) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [s.name for s in imported.sources(store)] == ["0", "1", "2", "3"]


def test_ten_thousand_rows_take_a_few_seconds(tmp_path: Path, store: Path) -> None:
    rows = "\n".join(geonames(id=n, name=f"Kafr Zubda {n}") for n in range(1, 10_001))
    began = time.perf_counter()
    put_in(store, write(tmp_path, rows))
    assert time.perf_counter() - began < 60
