"""How well pages are taken apart, beside plain trafilatura on the same pages in the same run.

    python bench/pages.py [DATA] [--json FILE] [--misses]

DATA (default ../shared/data/pages) holds gold.json and html/. Per page, gold names snippets that
must stand in the text (`with`), must not (`without`), and that stand in the comments (`comments`).
"Text" is all that is not comment, notice or boilerplate. Spaces and quotation marks are levelled
before comparing. `f1` is of `wanted` and `unwanted_running`. The latter looks for what must not
be there in running text alone, for captions and headlines, which gold counts as unwanted here and
there, are parts that Fogline keeps apart. `comments_here` leaves out the snippets that stand
nowhere in the page's HTML (the site loads them later). `comments_clean` are the snippets that must
not stand among the comments: those of the article's text and those that it must not hold, but for
what overlaps a comment that gold names. `comments_f1` is of these two, of all pages. Gold names few
of a page's comments, so that two of those counted as wrong are comments. Times are seconds for all
pages, the child's start not counted.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from fogline import intake
from fogline.errors import SkipItem
from fogline.intake import custody
from fogline.settings import Settings

DATA = Path(__file__).parents[2] / "shared" / "data" / "pages"
LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "\xa0": " "})
NOT_TEXT = {"comment", "notice", "boilerplate"}
RUNNING = {"body", "quotation", "lead-in", "related", "byline"}

Taken = tuple[str, str, str]
KINDS = (
    "wanted", "unwanted", "unwanted_running", "comments", "comments_here", "comments_clean",
)  # fmt: skip


@dataclass
class Score:
    """Counts of snippets as they should be, of all."""

    wanted: list[bool] = field(default_factory=list)
    unwanted: list[bool] = field(default_factory=list)
    unwanted_running: list[bool] = field(default_factory=list)
    comments: list[bool] = field(default_factory=list)
    comments_here: list[bool] = field(default_factory=list)
    comments_clean: list[bool] = field(default_factory=list)
    seconds: float = 0.0
    unread: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, gold: dict[str, list[str]], taken: Taken, name: str, whole: str) -> None:
        """Count one page; `whole` is all its text, levelled."""
        text, comments, running = (level(t) for t in taken)
        kinds = (
            ("wanted", gold.get("with", []), text, True),
            ("unwanted", gold.get("without", []), text, False),
            ("unwanted_running", gold.get("without", []), running, False),
            ("comments", (said := gold.get("comments") or []), comments, True),
            ("comments_here", [s for s in said if level(s) in whole], comments, True),
            ("comments_clean", _no_comments(gold), comments, False),
        )
        for kind, snippets, where, present in kinds:
            for snippet in snippets:
                right = (level(snippet) in where) is present
                getattr(self, kind).append(right)
                if not right:
                    self.misses.append(f"{name}: {kind}: {snippet}")

    def shares(self) -> dict[str, float | int]:
        """Return the shares, counts and time."""
        rows: dict[str, float | int] = {}
        for kind in KINDS:
            right = getattr(self, kind)
            rows[kind] = round(sum(right) / len(right), 4)
            rows[f"{kind}_of"] = len(right)
        rows["f1"] = round(f1(self.wanted, self.unwanted_running), 4)
        rows["comments_f1"] = round(f1(self.comments_here, self.comments_clean), 4)
        return rows | {"seconds": round(self.seconds, 2), "unread": self.unread}


def f1(wanted: list[bool], unwanted: list[bool]) -> float:
    """Return F1 of snippets: `wanted` that are there, `unwanted` that are not."""
    found, missed, wrong = sum(wanted), wanted.count(False), unwanted.count(False)
    return 2 * found / (2 * found + missed + wrong)


def _no_comments(gold: dict[str, list[str]]) -> list[str]:
    """Return the snippets that are no reader's, as far as gold tells."""
    said = [level(s) for s in gold.get("comments") or []]
    others = [*gold.get("with", []), *gold.get("without", [])]
    return [o for o in others if not any(level(o) in s or s in level(o) for s in said)]


def level(text: str) -> str:
    """Return the text with one kind of space and quotation mark, in lower case."""
    return " ".join(text.translate(LEVEL).split()).casefold()


def by_fogline(body: bytes, url: str) -> Taken:
    """Return text, comments and running text as Fogline's intake tells them apart."""
    capture = custody.capture(body, "text/html", url, url=url)
    document = intake.document(capture, Settings())
    words = [(p.role, document.text[p.start : p.end]) for p in document.parts]
    return (
        "\n".join(w for role, w in words if role not in NOT_TEXT),
        "\n".join(w for role, w in words if role == "comment"),
        "\n".join(w for role, w in words if role in RUNNING),
    )


def by_trafilatura(body: bytes, url: str) -> Taken:
    """Return text and comments as trafilatura gives them by itself; its text is all running."""
    import trafilatura

    found = trafilatura.bare_extraction(body, url=url, include_comments=True, with_metadata=True)
    return (found.text or "", found.comments or "", found.text or "") if found else ("", "", "")


READERS: dict[str, Callable[[bytes, str], Taken]] = {
    "fogline": by_fogline,
    "trafilatura": by_trafilatura,
}


def measure(data: Path, names: Iterable[str] = tuple(READERS)) -> dict[str, Score]:
    """Read every page by every reader named."""
    gold = json.loads((data / "gold.json").read_text(encoding="utf-8"))
    readers = {name: READERS[name] for name in names}
    scores = {name: Score() for name in readers}
    for reader in readers.values():
        reader(b"<html><body><p>A first page, so that nothing is timed but pages.</p></body>", "")
    for url, page in gold.items():
        body = (data / "html" / page["file"]).read_bytes()
        whole = level(LexborHTMLParser(body.decode("utf-8", "replace")).text())
        for name, reader in readers.items():
            began = time.perf_counter()
            try:
                taken = reader(body, url)
            except SkipItem as skip:
                taken = ("", "", "")
                scores[name].unread += 1
                scores[name].misses.append(str(skip))
            scores[name].seconds += time.perf_counter() - began
            scores[name].add(page, taken, page["file"], whole)
    return scores


def main() -> int:
    """Print the figures; 2 where the data is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not (options.data / "gold.json").exists():
        sys.stderr.write(f"skipped: {options.data} is not here\n")
        return 2
    scores = measure(options.data)
    rows = {name: score.shares() for name, score in scores.items()}
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    for name, row in rows.items():
        sys.stdout.write(f"{name:12} " + "  ".join(f"{k} {v}" for k, v in row.items()) + "\n")
    if options.misses:
        sys.stdout.write("\n".join(scores["fogline"].misses) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
