"""Records a second from a generated WARC to the ledger, by stage, beside bare reading."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from bench import archived, looking
from fogline import intake, pipeline, reading
from fogline.errors import SkipItem
from fogline.intake import archives, warc
from fogline.ledger import Ledger
from fogline.model import Capture
from fogline.settings import Settings

WORDS = 600  # at most, of a page's text
STAGED = 5  # one of so many records goes through the stages one by one, all through the whole
SHARE = 10  # of so many pages one tells of a conflict, as in a crawl of news
CAP = 20_000_000
CHROME = (
    "<script>"
    + "var a = {n: 1};" * 400
    + "</script><style>"
    + ".a {color: red}" * 200
    + "</style>",
    "<aside><ul>" + "<li><a href='/x'>Another report of the day</a></li>" * 60 + "</ul></aside>",
)


def pages(count: int) -> Iterator[bytes]:
    """Yield realistic pages, each different: one in SHARE on a conflict, with a site around it."""
    about = [_short(p) for pages in looking.on_topic().values() for p in pages]
    gum = looking.off_topic().get("gum") or [looking.page("Baking", "The oven is new. " * 90)]
    other = [_short(p) for p in gum]
    for number in range(count):
        texts = about if number % SHARE == 0 else other
        body = texts[(number // SHARE if number % SHARE == 0 else number) % len(texts)]
        number_line = f"<p>Report number {number}.</p>"
        yield (
            body.replace("</h1>", f"</h1>{number_line}{CHROME[0]}")
            .replace("</body>", f"{CHROME[1]}</body>")
            .encode()
        )


def _short(page: str) -> str:
    """Cut a page's text after WORDS words, at a paragraph's end."""
    pieces, words = [], 0
    for piece in page.split("</p>"):
        words += len(piece.split())
        if words > WORDS and pieces:
            break
        pieces.append(piece)
    return "</p>".join(pieces) + "</p></body></html>"


def measure(folder: Path, count: int) -> dict[str, float | int | str]:
    """Return records a second: of each stage alone on what the one before gave, of the whole."""
    path = folder / "pages.warc.gz"
    path.write_bytes(archived.archive(pages(count)))
    rows: dict[str, float | int | str] = {"records": count, "bytes": path.stat().st_size}
    rows |= _bare(path, count)
    rows["warc_to_captures"] = _rate(lambda: _captures(path), count)
    captures = [c for c in _captures(path) if isinstance(c, Capture)][: count // STAGED]
    settings, looks = Settings(), Settings(first_look=True)
    kept, seconds = _timed(lambda: [c for c in captures if _kept(c, looks)])
    rows |= {
        "staged": len(captures),
        "first_look": round(len(captures) / seconds),
        "kept_by_first_look": len(kept),
    }
    documents, seconds = _timed(lambda: [intake.document(c, settings) for c in kept])
    rows["extraction"] = round(len(kept) / seconds, 1)
    reader = reading.load(settings)
    readings, seconds = _timed(lambda: list(reader.pipe(documents)))
    rows["reading"] = round(len(kept) / seconds, 1)
    rows["claims"] = sum(len(r.claims) for r in readings)
    with Ledger.open(folder / "stages.sqlite") as ledger:
        _, seconds = _timed(lambda: [ledger.add(c, r) for c, r in zip(kept, readings, strict=True)])
    rows["ledger"] = round(len(kept) / seconds, 1)
    return rows | _whole(folder, path, looks, reader, count)


def _whole(
    folder: Path, path: Path, settings: Settings, reader: Any, count: int
) -> dict[str, float | int | str]:
    with Ledger.open(folder / "whole.sqlite") as ledger:
        summary, seconds = _timed(lambda: pipeline.add([str(path)], ledger, reader, settings))
    return {
        "whole": round(count / seconds, 1),
        "whole_added": summary.new,
        "whole_off_topic": summary.dropped.get("off-topic", 0),
    }


def _bare(path: Path, count: int) -> dict[str, float | int | str]:
    """Bare reading of the records, ours and fastwarc's where that is installed."""

    def ours() -> Iterable[object]:
        with path.open("rb") as stream:
            yield from warc.records(stream, "pages", CAP)

    rows: dict[str, float | int | str] = {"bare": _rate(ours, count)}
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        return rows | {"bare_fastwarc": "not installed"}

    def theirs() -> Iterable[object]:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, parse_http=False):
                yield record.reader.read()

    return rows | {"bare_fastwarc": _rate(theirs, count)}


def _captures(path: Path) -> Iterator[Capture | SkipItem]:
    with path.open("rb") as stream:
        yield from archives.from_warc(stream, "pages", Settings(), None)


def _kept(capture: Capture, settings: Settings) -> bool:
    from fogline.intake import cell, look

    html = capture.body.decode("utf-8", "replace")
    return cell.ask(look.Look, capture.name, "look", {"html": html}, settings).relevant


def _rate(items: Callable[[], Iterable[object]], count: int) -> int:
    began = time.perf_counter()
    for _ in items():
        pass
    return round(count / (time.perf_counter() - began))


def _timed(do: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    found = do()
    return found, time.perf_counter() - began
