"""The command line run in this process, so that the language model is loaded once."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fogline.cli import main
from tests.conftest import ROOT

PAGE = """<!doctype html><html lang="en"><head><title>Harbour Bulletin: shelling in Brask</title>
<meta property="article:published_time" content="2016-11-14T08:00:00Z"></head><body><article>
<h1>Army shells Brask</h1>
<p>The army shelled the village of Brask on Sunday, a spokesman for the monitoring group said.</p>
<p>At least 12 people were killed, according to doctors in the village.</p>
<p>The armed group has denied that its fighters attacked the convoy near Ostvik.</p>
</article></body></html>
"""
TEXT = "Rebels may have captured the town of Ostvik on Monday, unconfirmed reports said.\n"


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    status: int
    out: str
    err: str

    def objects(self) -> list[dict[str, Any]]:
        """Return each line of the output as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def fogline(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run `fogline ARGUMENT...` with `stdin` as its standard input."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["fogline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            copy_context().run(main)  # so that --json-errors holds for this run alone
        out, err = capfdbinary.readouterr()
        return Ran(int(ended.value.code or 0), out.decode(), err.decode())

    return run


@contextmanager
def running(*arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start `fogline ARGUMENT...` in a process of its own, which ends with the block."""
    command = [sys.executable, "-m", "fogline", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page of our own with a date and claims."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A plain text without a date."""
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three lines: one with claims, one without, one that is no JSON."""
    path = tmp_path / "corpus.jsonl"
    rows = [
        json.dumps({"id": "a", "text": TEXT, "published": "2016-11-15", "publisher": "The Quay"}),
        '{"id": "b", "text": "It was a quiet day at the market, and the bakery sold its bread.',
        json.dumps({"id": "c", "text": "The bakery sold its bread."}),
    ]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path
