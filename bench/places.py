"""Places: GeoVirus beside nine stored systems, UCDP's place phrases, and the gazetteer's figures.

    .venv/bin/python -m bench.places [geovirus] [ucdp] [gazetteer] [--misses]

Each part is skipped, and says so, where its data does not lie beside the checkout.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bench.corpora import SHARED, readings
from fogline.reading.gazetteer import Site, dumps, imported, index, lookup
from fogline.reading.places import whereabouts
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.sites import COUNTRY, own_names, own_places

GEO: Final = SHARED / "data" / "geo"
UCDP: Final = SHARED / "data" / "ucdp" / "ucdpged_sample1000.csv"
SCORER: Final = SHARED / "bench" / "score_places.py"
FINE: Final = frozenset({"1.0", "2.0"})
NEAR_KM: Final = 50.0
ROWS: Final = 100_000
APART: Final = ("Syria", "Afghanistan", "Ukraine", "Yemen (North Yemen)")
STATES: Final = {
    "DR Congo (Zaire)": ("Democratic Republic of the Congo", {"CD"}),
    "Yemen (North Yemen)": ("Yemen", {"YE"}),
    "Russia (Soviet Union)": ("Russia", {"RU"}),
    "Serbia (Yugoslavia)": ("Serbia", {"RS", "XK", "ME", "HR", "BA", "SI", "MK"}),
    "Bosnia-Herzegovina": ("Bosnia and Herzegovina", {"BA"}),
    "Myanmar (Burma)": ("Myanmar", {"MM"}),
    "Cambodia (Kampuchea)": ("Cambodia", {"KH"}),
    "Kingdom of eSwatini (Swaziland)": ("Eswatini", {"SZ"}),
    "Macedonia, FYR": ("North Macedonia", {"MK"}),
    "Israel": ("Israel", {"IL", "PS"}),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One event of UCDP: its phrase, its country as texts name it, where it was put."""

    country: str
    named: str
    codes: frozenset[str]
    phrase: str
    point: Site


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row with the place read from its phrase and the distance in kilometres, None unresolved."""

    row: Row
    where: whereabouts.Where | None
    km: float | None

    @property
    def abroad(self) -> bool:
        """Whether the place lies in another country than the row's."""
        return self.where is not None and self.where.site.country not in self.row.codes


def main() -> None:
    """Measure the parts asked for, all of them without one."""
    parts: dict[str, Callable[[bool], None]] = {
        "geovirus": geovirus, "ucdp": ucdp, "gazetteer": figures,
    }  # fmt: skip
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("parts", nargs="*", help=", ".join(parts))
    asked.add_argument("--misses", action="store_true", help="list UCDP's rows that went wrong")
    options = asked.parse_args()
    for name in options.parts or parts:
        parts[name](options.misses)


# --- GeoVirus ------------------------------------------------------------------------------------


def geovirus(_: bool) -> None:
    """Print recognition and placing of Wikinews articles, beside the stored systems' outputs."""
    if not GEO.exists():
        print(f"GeoVirus: skipped, no {GEO}")
        return
    rows = compared()
    for name, row in sorted(rows.items(), key=lambda kv: -kv[1]["end_to_end161"]):
        print(f"{name:16s}" + "".join(f" {k} {v:.3f}" for k, v in row.items()))


def compared() -> dict[str, dict[str, float]]:
    """Return the scorer's figures of "fogline" and of each stored system, by name."""
    scorer = _scorer()
    lines = (GEO / "GeoVirus_gold.txt").read_text(encoding="utf-8", errors="replace").splitlines()
    gold = [scorer.parse(line) for line in lines]
    rows = {"fogline": scorer.score(gold, _read(len(gold)))}
    for path in sorted((GEO / "systems").glob("GeoVirus_*.txt")):
        outputs = path.read_text(encoding="utf-8", errors="replace").splitlines()
        stored = [scorer.parse(line) for line in outputs]
        if len(stored) == len(gold):
            rows[path.stem.partition("_")[2]] = scorer.score(gold, stored)
    return rows


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_places", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_places"] = module
    spec.loader.exec_module(module)
    return module


def _read(count: int) -> list[list[tuple[float | None, float | None, int, int]]]:
    texts = [
        (GEO / "GeoVirus" / str(i)).read_bytes().decode("utf-8", "replace") for i in range(count)
    ]
    found = readings({"id": str(i), "text": text} for i, text in enumerate(texts))
    return [list(_shifted(found[str(i)], text)) for i, text in enumerate(texts)]


def _shifted(reading: Any, text: str) -> Iterator[tuple[float | None, float | None, int, int]]:
    shift = max(text.find(reading.document.text[:200]), 0)
    for entity in reading.document.entities:
        if entity.kind == "place":
            yield entity.lat, entity.lon, entity.start + shift, entity.end + shift


# --- UCDP ----------------------------------------------------------------------------------------


def ucdp(misses: bool) -> None:
    """Print how near the places read from UCDP's phrases lie to the points that its coders gave."""
    if not UCDP.exists():
        print(f"UCDP: skipped, no {UCDP}")
        return
    outcomes = list(read_phrases(fine_rows()))
    print(f"{'UCDP, where_prec 1-2':24s} rows resolved  share  <=50km  median km  abroad")
    _tell("all", outcomes)
    for country in APART:
        _tell(country, [o for o in outcomes if o.row.country == country])
    _tell("elsewhere", [o for o in outcomes if o.row.country not in APART])
    if misses:
        for outcome in outcomes:
            _tell_miss(outcome)


def fine_rows() -> list[Row]:
    """Return the rows whose coders knew the place, and that give a phrase at all."""
    with UCDP.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["where_prec"] in FINE]
    return [_row(row) for row in rows if row["where_description"].strip()]


def _row(row: dict[str, str]) -> Row:
    country = row["country"]
    named, codes = STATES.get(country) or (country, None)
    return Row(
        country, named, frozenset(codes or {_country_called(named) or "?"}),
        row["where_description"],
        Site("", "", float(row["latitude"]), float(row["longitude"]), None),
    )  # fmt: skip


def _country_called(name: str) -> str | None:
    return next((s.country for s in own_places().get(name) if s.feature == COUNTRY), None)


def read_phrases(rows: list[Row]) -> Iterator[Outcome]:
    """Yield the rows with the place that each phrase gives in a text about its country."""
    for row in rows:
        found = [w for code in sorted(row.codes) if (w := whereabouts.described(row.phrase, code))]
        where = max(found, key=lambda w: w.confidence, default=None)
        yield Outcome(row, where, where and kilometres(where, row.point))


def _tell(name: str, outcomes: list[Outcome]) -> None:
    placed = [o.km for o in outcomes if o.km is not None]
    near = sum(km <= NEAR_KM for km in placed)
    abroad = sum(o.abroad for o in outcomes)
    print(
        f"{name:24s} {len(outcomes):4d} {len(placed):8d} {len(placed) / len(outcomes):6.3f}"
        f" {near / max(1, len(placed)):7.3f} {statistics.median(placed or [0]):10.1f} {abroad:7d}"
    )


def _tell_miss(o: Outcome) -> None:
    if o.where is None:
        print(f"unresolved | {o.row.country} | {o.row.phrase!r}")
    elif o.km is not None and (o.km > NEAR_KM or o.abroad):
        site = o.where.site
        found = f"{site.name}, {site.feature}, {o.where.confidence:.2f} {o.where.reason}"
        print(f"{o.km:6.0f} km | {o.row.country} | {o.row.phrase!r} | {o.where.text} = {found}")


# --- the gazetteer -------------------------------------------------------------------------------


def figures(_: bool) -> None:
    """Print how long the index takes to build and to ask, what it weighs, and an import's time."""
    with tempfile.TemporaryDirectory() as folder:
        path = index.index_path(Path(folder))
        print(f"index built in          {_seconds(lambda: index.build(path)):8.1f} s")
        print(f"index                   {path.stat().st_size / 1e6:8.1f} MB")
        known = lookup.Gazetteer(path)
        names = sorted({name for name, _ in own_names()})
        print(f"lookup of a new name    {_microseconds(known._exact, names):8.1f} us (median)")
        print(f"lookup of a known name  {_microseconds(known.exact, names * 2):8.1f} us (median)")
        print(f"lookup by sound         {_microseconds(_by_sound(known), names):8.1f} us (median)")
        dump, store = _dump(Path(folder)), Path(folder) / "imported.sqlite"
        print(f"{ROWS:,} rows imported in {_seconds(lambda: _imported(dump, store)):6.1f} s")
        print(f"imported                {store.stat().st_size / 1e6:8.1f} MB")
        both = lookup.Gazetteer(path, store)
        print(f"lookup with imported    {_microseconds(both._exact, names):8.1f} us (median)")


def _by_sound(known: lookup.Gazetteer) -> Callable[[str], Any]:
    return lambda name: known._similar(name, "SY")


def _dump(folder: Path) -> Path:
    """Write a country dump as GeoNames lays them out, with names made of syllables."""
    chance = random.Random(3)
    parts = ("ka", "fr", "bat", "tel", "mar", "suf", "dar", "qa", "lib", "zan", "mu", "ra", "hin")

    def name() -> str:
        return "".join(chance.choice(parts) for _ in range(3)).capitalize()

    path = folder / "XX.txt"
    with path.open("w", encoding="utf-8") as file:
        for n in range(ROWS):
            where = f"{chance.uniform(32.5, 37):.5f}", f"{chance.uniform(36, 42):.5f}"
            others = ",".join(name() for _ in range(3))
            file.write("\t".join((str(n + 5_000_000), name(), name(), others, *where)))
            file.write("\tP\tPPL\tSY\t\t01\t\t\t\t900\t\t300\tAsia/Damascus\t2024-01-01\n")
    return path


def _imported(path: Path, store: Path) -> None:
    dump = dumps.read_dump(path, "bench")
    imported.add(store, imported.source_of(dump, "bench", path.name), dump)


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _microseconds(ask: Callable[[str], Any], names: Iterable[str]) -> float:
    taken = []
    for name in names:
        began = time.perf_counter_ns()
        ask(name)
        taken.append((time.perf_counter_ns() - began) / 1000)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
