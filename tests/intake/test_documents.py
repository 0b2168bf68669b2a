"""Texts and corpus lines become documents: text unchanged, dates and fields as given."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from fogline import intake
from fogline.errors import OverLimit, Unreadable
from fogline.intake import custody
from fogline.model import Document, Published
from fogline.settings import Settings

SETTINGS = Settings()


def line(handed_in: str | None = None, **fields: Any) -> Document:
    body = json.dumps(fields).encode()
    capture = custody.capture(body, "application/json", "c.jsonl:1", published=handed_in)
    return intake.document(capture, SETTINGS)


def plain(body: bytes, **came_along: Any) -> Document:
    return intake.document(custody.capture(body, "text/plain", "a.txt", **came_along), SETTINGS)


def test_a_plain_text_stays_as_it_is() -> None:
    text = "Harbour reopens\r\n\r\nBy Ada Lindqvist\r\n\r\nThe port\u00a0reopened.\r\n"
    found = plain(b"\xef\xbb\xbf" + text.encode(), published="2031-11-12")
    assert found.text == text
    assert found.title == "Harbour reopens" and found.author == "Ada Lindqvist"
    assert found.published == Published("2031-11-12", "2031-11-12", "given")
    assert found.id == custody.capture(b"\xef\xbb\xbf" + text.encode(), "text/plain", "b").id


def test_a_corpus_line_gives_its_fields() -> None:
    found = line(
        id="a-1",
        title="Harbour reopens",
        text="The port reopened.",
        published="2031-11-12T23:30:00-03:00",
        publisher="The Harbour Courier",
        url="https://courier.example/port",
    )
    assert found.text == "The port reopened."
    assert [p.role for p in found.parts] == ["body"]
    assert (found.input_id, found.title) == ("a-1", "Harbour reopens")
    assert (found.publisher, found.url) == ("The Harbour Courier", "https://courier.example/port")
    assert found.published == Published("2031-11-13", "2031-11-13", "given")
    assert found.warnings == ()


def test_a_corpus_line_falls_into_parts_like_a_dump() -> None:
    thread = "  1. Tern says\n\n     At last.\n\n  2. Nell says\n\n     Late."
    text = f"Harbour reopens\n\nThe port reopened.\n\n{thread}"
    found = line(text=text)
    assert [p.role for p in found.parts] == ["headline", "body", "comment", "comment"]
    assert found.text == text and found.title == "Harbour reopens"


def test_the_lines_own_date_counts_before_the_one_handed_in() -> None:
    assert (
        line("2031-11-12", text="Words.", published="2031-11-01").published.earliest == "2031-11-01"
    )
    assert line("2031-11-12", text="Words.").published.earliest == "2031-11-12"
    assert line(text="Words.").published == Published()


def test_a_bad_date_is_a_warning_and_no_date_is_invented() -> None:
    found = line(text="Words.", published="next Tuesday")
    assert found.published == Published()
    assert found.warnings == ("the date 'next Tuesday' could not be read",)
    kept = line("2031-11-12", text="Words.", published="31.31.2031")
    assert kept.published.earliest == "2031-11-12" and len(kept.warnings) == 1


def test_fields_that_are_no_text_are_left_out_with_a_warning() -> None:
    found = line(id=12, text="Words.", title=["a"], publisher={"name": "x"}, url="")
    assert found.input_id == "12" and found.title is None and found.publisher is None
    assert found.warnings == tuple(
        f"`{k}` is not a text and was left out" for k in ("title", "publisher")
    )


@pytest.mark.parametrize("text", ["", "   ", None, 5])
def test_a_line_without_words_is_no_text(text: Any) -> None:
    with pytest.raises(Unreadable) as caught:
        line(text=text)
    assert caught.value.reason == "no-text"


def test_a_corpus_line_in_another_encoding_says_so() -> None:
    body = '{"text": "Der Hafen öffnet"}'.encode("cp1252")
    with pytest.raises(Unreadable) as caught:
        intake.document(custody.capture(body, "application/json", "c.jsonl:4"), SETTINGS)
    assert caught.value.reason == "encoding" and str(caught.value).startswith("c.jsonl:4: ")


def test_a_text_over_the_cap_is_over_the_limit() -> None:
    with pytest.raises(OverLimit) as caught:
        intake.document(
            custody.capture(b"words " * 100, "text/plain", "a.txt"), Settings(text_characters=500)
        )
    assert caught.value.reason == "too-large"


def test_nothing_heavy_is_imported_for_texts() -> None:
    script = (
        "import sys; from fogline import intake; from fogline.intake import custody;"
        "from fogline.settings import Settings;"
        "intake.document(custody.capture(b'Words.', 'text/plain', 'a'), Settings());"
        "heavy = {'trafilatura', 'lxml', 'selectolax', 'httpx2', 'spacy'} & sys.modules.keys();"
        "sys.exit(', '.join(heavy) or 0)"
    )
    root = Path(intake.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_a_plain_text_of_many_lines_takes_time_in_proportion_to_them() -> None:
    lines = b"The port of Amra reopened on Monday, the authority said.\n\n" * 20_000
    began = time.perf_counter()
    found = plain(lines)
    assert len(found.parts) == 1
    assert (
        time.perf_counter() - began < 20
    )  # 0.5 s on an idle machine; a quadratic step takes minutes


@pytest.mark.shared
def test_every_article_of_the_shared_corpus_is_a_document(shared: Path) -> None:
    path = shared / "data" / "fakes" / "articles.jsonl"
    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    found = [intake.document(c, SETTINGS) for c in intake.captures([str(path)], SETTINGS)]  # type: ignore[arg-type]
    assert [f.input_id for f in found] == [row["id"] for row in rows]
    for document, row in zip(found, rows, strict=True):
        assert document.text == row["text"] and document.title == row["title"]
        assert document.published == Published(row["published"], row["published"], "given")
        assert document.warnings == ()
        assert any(p.role == "body" for p in document.parts)
