"""The bundled corpus: listed, marked, dated, spread over its zones, and in nobody else's words."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from fogline import demo

LISTED: dict[str, Any] = tomllib.loads(demo.manifest().read_text(encoding="utf-8"))
DOCUMENTS: list[dict[str, str]] = LISTED["document"]
NOTICE: str = LISTED["notice"]
RUN = 8  # words in a row that make a sentence somebody else's


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _record(row: dict[str, str]) -> dict[str, str]:
    """Return the JSONL line of a row, or the file's content as `page`."""
    path = demo.corpus() / row["file"]
    if path.suffix == ".jsonl":
        return next(line for line in _lines(path) if line["id"] == row["id"])
    return {"page": path.read_text(encoding="utf-8")}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", text)).casefold())


def _runs(text: str) -> set[str]:
    words = _words(text)
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _prose(row: dict[str, str]) -> str:
    """Return a document's words without the shell of its page."""
    record = _record(row)
    if "text" in record:
        return record["text"]
    page = record["page"].replace(NOTICE, "")
    body = page.partition("<body")[2] or page
    return re.sub(r"<!--.*?-->|<(header|footer|aside|nav)\b.*?</\1>", " ", body, flags=re.DOTALL)


def test_manifest_lists_every_document_once() -> None:
    found = set()
    for path in demo.corpus().rglob("*"):
        if path.is_file():
            name = path.relative_to(demo.corpus()).as_posix()
            ids = [line["id"] for line in _lines(path)] if path.suffix == ".jsonl" else [path.stem]
            found |= {(name, i) for i in ids}
    listed = [(row["file"], row["id"]) for row in DOCUMENTS]
    assert len({i for _, i in listed}) == len(listed)
    assert set(listed) == found


def test_zones_have_enough_documents() -> None:
    counts = Counter(row["zone"] for row in DOCUMENTS)
    assert sum(counts.values()) >= 48
    assert counts["aleppo"] >= 20
    assert set(counts) == {"aleppo", "el-fasher", "kherson", "goma"}
    assert min(counts.values()) >= 10
    assert all(row["file"].startswith(row["zone"] + "/") for row in DOCUMENTS)


def test_every_row_of_the_facts_carries_documents() -> None:
    """The seventeen pages of November 2016 that the Aleppo zone is built on."""
    bases = " ".join(row["basis"] for row in DOCUMENTS if row["zone"] == "aleppo")
    numbers = {int(n) for n in re.findall(r"\brows? (\d+)", bases)}
    assert numbers >= set(range(1, 18))


def test_every_document_is_marked_in_its_own_file() -> None:
    for row in DOCUMENTS:
        record = _record(row)
        assert record.get("notice") == NOTICE or NOTICE in record.get("page", ""), row["id"]


def test_every_document_is_short() -> None:
    for row in DOCUMENTS:
        assert 70 <= len(_words(_prose(row))) <= 420, row["id"]  # 80-350, and a page's own words


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row["id"])
def test_date_is_the_one_in_the_page(row: dict[str, str]) -> None:
    record = _record(row)
    if "published" not in row:
        assert not re.search(r"published|datetime=", record["page"])
        return
    datetime.fromisoformat(row["published"])
    assert row["published"] in (record.get("published"), *_page_dates(record))


def _page_dates(record: dict[str, str]) -> list[str]:
    return re.findall(r"\d{4}-\d\d-\d\dT[\d:]+[+-]\d\d:\d\d", record.get("page", ""))


def test_some_pages_have_no_date_and_two_are_plain_text() -> None:
    assert sum("published" not in row for row in DOCUMENTS) >= 2
    assert sum(row["file"].endswith(".txt") for row in DOCUMENTS) == 2


def test_addresses_are_examples_only() -> None:
    for row in DOCUMENTS:
        for address in re.findall(r"https?://([\w.-]+)", json.dumps(_record(row))):
            assert address.endswith(".example") or address in {
                "schema.org", "www.w3.org", "ogp.me", "www.drupal.org",
            }  # fmt: skip


@pytest.mark.parametrize("row", [r for r in DOCUMENTS if "reprint_of" in r], ids=lambda r: r["id"])
def test_reprint_shares_a_passage_with_its_original(row: dict[str, str]) -> None:
    original = next(r for r in DOCUMENTS if r["id"] == row["reprint_of"])
    assert len(_runs(_prose(row)) & _runs(_prose(original))) >= 20


def test_only_reprints_repeat_one_another() -> None:
    reprints = {r["id"] for r in DOCUMENTS if "reprint_of" in r}
    seen: set[str] = set()
    for row in DOCUMENTS:
        if row["id"] not in reprints:
            runs = _runs(_prose(row))
            assert not runs & seen, row["id"]
            seen |= runs


@pytest.mark.shared
def test_no_sentence_is_taken_from_the_shared_folder(shared: Path) -> None:
    theirs: set[str] = set()
    for folder, pattern in (("gold", "*.txt"), ("facts", "*.md")):
        for path in (shared / folder).rglob(pattern):
            theirs |= _runs(path.read_text(encoding="utf-8"))
    taken = {row["id"]: _runs(_prose(row)) & theirs for row in DOCUMENTS}
    assert not {name: runs for name, runs in taken.items() if runs}
