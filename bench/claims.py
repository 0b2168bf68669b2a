"""How well claims are read: the reader's claims against gold claims (codebook, section 5).

    .venv/bin/python -m bench.claims [GOLD_DIR ...] [--json FILE] [--faults FILE] [--rules]
    .venv/bin/python -m bench.claims --pin [--allow-lower]

Without GOLD_DIR the bundled gold is scored, and the shared gold where it lies beside the
repository. --json writes the figures to a file ("-": standard output, in place of the table),
--faults every claim that is missed, spurious or wrong in a slot. --pin writes the floors that
tests/reading/test_floors.py holds, a little under what is measured, and lowers none unless told.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bench import floors, scoring
from bench.scoring import Gold, Marked
from fogline import demo, intake, reading
from fogline.errors import SkipItem
from fogline.model import Capture, Document, Reading, capture_id
from fogline.reading.reader import Reader
from fogline.settings import Settings

SHARED: Final = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev"
ROWS: Final = (
    ("claims of the gold", ("detection", "gold")),
    ("claims read", ("detection", "predicted")),
    ("detection precision", ("detection", "precision")),
    ("detection recall", ("detection", "recall")),
    ("detection F1", ("detection", "f1")),
    *((slot, (slot,)) for slot in (*scoring.MENTIONS, *scoring.SHARES)),
    ("every slot right", ("all_slots_right",)),
    *((f"hard {slot}", ("hard", slot)) for slot in scoring.HARD),
)


def main() -> None:
    """Read, score, print."""
    options = _options()
    folders = {path.name: path for path in options.gold} or corpora()
    settings = Settings()
    reader = reading.load(settings, heads=not options.rules)
    marked = {name: score(folder, reader, settings) for name, folder in folders.items()}
    figures = {name: scoring.report(documents) for name, documents in marked.items()}
    if options.faults:
        lines = (line for documents in marked.values() for line in scoring.faults(documents))
        options.faults.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _print(figures, options.json)
    if options.pin:
        sys.exit(floors.pin(figures, allow_lower=options.allow_lower))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("gold", nargs="*", type=Path, help="folders of NAME.txt and NAME.gold.json")
    asked.add_argument("--json", metavar="FILE", help='where the figures go as JSON; "-": print')
    asked.add_argument("--faults", metavar="FILE", type=Path, help="where every fault goes")
    asked.add_argument("--rules", action="store_true", help="read by the rules alone")
    asked.add_argument("--pin", action="store_true", help="write the floors that tests hold")
    asked.add_argument("--allow-lower", action="store_true", help="let --pin lower a floor")
    options = asked.parse_args()
    if options.pin and options.gold:
        asked.error("--pin takes no GOLD_DIR: the floors are those of the bundled and shared gold")
    return options


def corpora() -> dict[str, Path]:
    """Return the folders of gold that there are, by the name that the floors use."""
    found = {"bundled": demo.gold()}
    return found | {"shared": SHARED} if SHARED.is_dir() else found


def score(folder: Path, reader: Reader, settings: Settings) -> tuple[Marked, ...]:
    """Return what becomes of each gold document of a folder when it is read."""
    gold = scoring.load(folder)
    readings = read(gold, reader, settings)
    return tuple(scoring.mark(document, readings.get(document.name)) for document in gold)


def read(gold: Sequence[Gold], reader: Reader, settings: Settings) -> dict[str, Reading]:
    """Return the readings of gold documents by name; what intake skips is left out."""
    documents = taken_in(gold, settings)
    return {str(r.document.input_id): r for r in reader.pipe(documents)}


def taken_in(gold: Iterable[Gold], settings: Settings) -> Iterator[Document]:
    """Yield each document as intake takes it from a line of a JSONL corpus."""
    for item in gold:
        line = {"id": item.name, "text": item.text, "published": item.published}
        body = json.dumps(line).encode()
        try:
            yield intake.document(
                Capture(capture_id(body), body, "application/json", item.name), settings
            )
        except SkipItem as skip:
            print(f"{item.name}: not read: {skip}", file=sys.stderr)


def _print(figures: Mapping[str, Mapping[str, Any]], where: str | None) -> None:
    content = json.dumps(figures, indent=1)
    if where == "-":
        print(content)
        return
    if where:
        Path(where).write_text(content + "\n", encoding="utf-8")
    print("\n".join(table(figures)))


def table(figures: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table with a column for each corpus."""
    yield " " * 22 + "".join(f"{name:>10}" for name in figures)
    for label, keys in ROWS:
        cells = (_cell(_at(corpus, keys)) for corpus in figures.values())
        yield f"{label:<22}" + "".join(f"{cell:>10}" for cell in cells)


def _at(figures: Any, keys: Iterable[str]) -> Any:
    for key in keys:
        figures = figures[key]
    return figures


def _cell(figure: float | None) -> str:
    if figure is None:
        return "-"
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}"


if __name__ == "__main__":
    main()
