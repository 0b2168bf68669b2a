"""Paths, folders, standard input and corpora become captures; what fails is yielded, not raised."""

from __future__ import annotations

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from fogline import intake
from fogline.errors import OverLimit, SkipItem
from fogline.model import Capture
from fogline.settings import Settings

SETTINGS = Settings()


def taken(*inputs: Path | str, **options: str) -> list[Capture | SkipItem]:
    return list(intake.captures([str(i) for i in inputs], SETTINGS, **options))


def reasons(items: list[Capture | SkipItem]) -> list[str]:
    return [i.reason if isinstance(i, SkipItem) else "taken" for i in items]


def test_a_file_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The port reopened.\r\n")
    (found,) = taken(path, published="2031-11-12")
    assert isinstance(found, Capture)
    assert found.body == b"The port reopened.\r\n"
    assert (found.media_type, found.name) == ("text/plain", str(path))
    assert found.published == "2031-11-12"


def test_what_a_file_is_shows_in_its_name_or_its_first_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.txt", "c"):
        (tmp_path / name).write_text("<!doctype html><p>The port reopened.")
    (tmp_path / "d.json").write_text('{\n "text": "The port reopened."\n}')
    found = taken(*(tmp_path / n for n in ("a.html", "b.txt", "c", "d.json")))
    assert [f.media_type for f in found if isinstance(f, Capture)] == [
        *["text/html"] * 3,
        "application/json",
    ]


def test_one_bad_input_ends_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    (tmp_path / "good.txt").write_text("The port reopened.")
    names = ("missing.txt", "empty.txt", "photo.txt", "good.txt")
    found = taken(*(tmp_path / n for n in names))
    assert reasons(found) == ["not-found", "empty", "binary", "taken"]
    assert all("\n" not in str(f) for f in found if isinstance(f, SkipItem))


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/two.txt", "b/one.txt", "a.html", ".hidden.txt", ".git/x.txt", "b/photo.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The port reopened.")
    found = taken(tmp_path)
    names = [
        str(Path(f.name if isinstance(f, Capture) else f.item).relative_to(tmp_path)) for f in found
    ]
    assert names == ["a.html", "b/one.txt", "b/photo.png", "b/two.txt"]
    assert reasons(found) == ["taken", "taken", "unsupported", "taken"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert reasons(taken(tmp_path)) == ["empty"]


def test_good_lines_of_a_corpus_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    good = [json.dumps({"id": n, "text": f"Ferry {n} sailed."}) for n in range(3)]
    bad = ['{"id": 7, "text": "Ferry 7 sai', "[1]", '{"id": 8}', '{"text": "\\ud800 half"}', "NaN"]
    path.write_text("\n".join(["\ufeff" + good[0], bad[0], "", *bad[1:], good[1], good[2]]))
    found = taken(path)
    assert [f.name for f in found if isinstance(f, Capture)][:2] == [f"{path}:1", f"{path}:2"]
    read: list[str] = []
    for item in found:
        assert isinstance(item, Capture)
        try:
            read.append(intake.document(item, SETTINGS).text)
        except SkipItem as skip:
            read.append(skip.reason)
            assert skip.item == item.name and "\n" not in str(skip)
    assert read == [
        "Ferry 0 sailed.", "bad-json", "bad-json", "no-text", "bad-text", "bad-json",
        "Ferry 1 sailed.", "Ferry 2 sailed.",
    ]  # fmt: skip


def test_a_line_longer_than_the_cap_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    long = b'{"text": "' + b"x" * 5000 + b'"}'
    path.write_bytes(b"\n".join([b'{"text": "One."}', long, b'{"text": "Two."}', long]))
    found = list(intake.captures([str(path)], Settings(fetch_bytes=1000)))
    assert reasons(found) == ["taken", "too-large", "taken", "too-large"]
    assert isinstance(found[1], OverLimit) and found[1].item == f"{path}:2"


def test_a_line_of_exactly_the_cap_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    line = b'{"text": "' + b"x" * 88 + b'"}'
    path.write_bytes(line + b"\n" + line)
    assert len(line) == 100
    assert reasons(list(intake.captures([str(path)], Settings(fetch_bytes=100)))) == ["taken"] * 2


def test_a_corpus_without_lines_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n \n")
    assert reasons(taken(path)) == ["empty"]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        (b"The port reopened.", ["text/plain"]),
        (b"<html><body>The port reopened.", ["text/html"]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["application/json"] * 2),
        (b"{curly} words are no corpus", ["text/plain"]),
    ],
)
def test_standard_input_tells_what_it_is(
    body: bytes, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = SimpleNamespace(buffer=io.BytesIO(body))
    monkeypatch.setattr("sys.stdin", stdin)
    found = taken("-")
    assert [f.media_type for f in found if isinstance(f, Capture)] == kinds
    assert not stdin.buffer.closed
