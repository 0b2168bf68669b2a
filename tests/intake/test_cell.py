"""The child process that reads pages ends when it must, and the next page gets a new one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from fogline.errors import OverLimit
from fogline.intake.cell import Cell

GOOD = (
    "<html><body><article><h1>Harbour reopens</h1><p>The port reopened.</p></article></body></html>"
)
MEMORY = 2_000_000_000


@pytest.fixture(scope="module")
def cell() -> Iterator[Cell]:
    cell = Cell(MEMORY)
    yield cell
    cell.close()


def read(cell: Cell, html: str = GOOD, seconds: float = 30.0) -> str:
    found = cell.page("page.html", html, None, seconds=seconds)
    return " ".join(block.text for block in found.article)


def pid(cell: Cell) -> int:
    assert cell._process is not None
    return cell._process.pid


def test_one_child_serves_many_pages(cell: Cell) -> None:
    assert "The port reopened." in read(cell)
    first = pid(cell)
    assert all("The port reopened." in read(cell) for _ in range(5))
    assert pid(cell) == first


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<p>One more paragraph of this page.</p>" * 200_000,
        "<html><body>" + "<div>" * 50_000 + "words",
    ],
    ids=["200,000 paragraphs", "50,000 nested elements"],
)
def test_a_page_without_end_is_ended(cell: Cell, html: str) -> None:
    read(cell)
    child = pid(cell)
    began = time.monotonic()
    with pytest.raises(OverLimit) as caught:
        read(cell, html, seconds=1.0)
    assert caught.value.reason in ("timeout", "too-deep", "out-of-memory")
    assert time.monotonic() - began < 60
    if caught.value.reason == "timeout":
        with pytest.raises(ProcessLookupError):
            os.kill(child, 0)
    assert "The port reopened." in read(cell)


def test_a_page_that_takes_too_much_memory_is_ended() -> None:
    cell = Cell(160_000_000)
    try:
        read(cell)
        with pytest.raises(OverLimit) as caught:
            read(cell, "<html><body>" + "<p>words <b>and</b> more</p>" * 100_000)
        assert caught.value.reason in ("out-of-memory", "crashed")
        assert "The port reopened." in read(cell)
    finally:
        cell.close()


def test_a_child_that_died_is_replaced_and_closing_ends_it(cell: Cell) -> None:
    read(cell)
    assert cell._process is not None
    cell._process.kill()
    cell._process.wait(60)
    assert "The port reopened." in read(cell)
    child = pid(cell)
    cell.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
