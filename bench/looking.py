"""What the first look drops: of pages that tell of conflicts as few as can be, of others many."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from fogline.intake import look

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
TEXTS = ("training/corpus/documents", "training/corpus/second", "src/fogline/demo/documents")

EVERYDAY = "offtopic"  # the corpus's texts that tell of no conflict

Text = tuple[str, str]


def page(title: str, text: str) -> str:
    """Return a text as a page with a menu and a foot."""
    body = "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    menu = "<nav><a>Home</a> <a>World</a> <a>Sport</a></nav><footer>Contact, Terms</footer>"
    return (
        f"<html><head><title>{title}</title></head><body>{menu}<h1>{title}</h1>{body}</body></html>"
    )


def on_topic() -> dict[str, list[str]]:
    """Return pages on armed conflicts by where they come from; the first two are not our own."""
    found = {"fakes": list(_pages(_jsonl(SHARED / "fakes" / "articles.jsonl")))}
    reports = sorted((SHARED / "re3d").glob("*/documents.json"))
    found["re3d"] = list(_pages(row for path in reports for row in _jsonl(path)))
    own = (path for folder in TEXTS for path in sorted((ROOT / folder).glob("**/*.txt")))
    told = (path for path in own if path.parent.name != EVERYDAY)
    found["own"] = list(_pages(_of_file(path) for path in told))
    return {name: pages for name, pages in found.items() if pages}


def off_topic() -> dict[str, list[str]]:
    """Return pages on anything: real pages, and documents of the open genres of GUM."""
    html = sorted((SHARED / "pages" / "html").glob("*.html"))
    found = {"pages": [path.read_bytes().decode("utf-8", "replace") for path in html]}
    trees = sorted((SHARED / "ud").glob("en_gum_open*.conllu"))
    found["gum"] = list(_pages(text for path in trees for text in _conllu(path)))
    return {name: pages for name, pages in found.items() if pages}


def measure() -> dict[str, float | int]:
    """Return what is lost of each relevant set, what is dropped of the others, and the speed."""
    rows: dict[str, float | int] = {}
    began, count = time.perf_counter(), 0
    kept, of = 0, 0
    for name, pages in on_topic().items():
        here = sum(look.look(html).relevant for html in pages)
        rows |= {f"{name}_lost": len(pages) - here, f"{name}_of": len(pages)}
        kept, of, count = kept + here, of + len(pages), count + len(pages)
    rows["loss"] = round((of - kept) / of, 5) if of else 0.0
    for name, pages in off_topic().items():
        here = sum(look.look(html).relevant for html in pages)
        rows |= {f"{name}_dropped": len(pages) - here, f"{name}_of": len(pages)}
        count += len(pages)
    return rows | {"pages_a_second": round(count / (time.perf_counter() - began))}


def _pages(rows: Iterable[Text]) -> Iterator[str]:
    return (page(title, text) for title, text in rows if text.strip())


def _jsonl(path: Path) -> Iterator[Text]:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row.get("title") or "", row.get("text") or ""


def _of_file(path: Path) -> Text:
    text = path.read_text(encoding="utf-8")
    return text.partition("\n")[0][:200], text


def _conllu(path: Path) -> Iterator[Text]:
    name, lines = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc id = "):
            yield "", "\n".join(lines)
            name, lines = line, []
        elif line.startswith("# text = "):
            lines.append(line.removeprefix("# text = "))
    if name:
        yield "", "\n".join(lines)
