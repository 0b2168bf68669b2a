"""What bytes are that are no text, whatever they are called, and the way to their words.

The kinds stand in `kinds.toml`.
"""

from __future__ import annotations

import shlex
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO, Any, Final

EDGE: Final = 65536  # bytes of a long file's start and end: what a ZIP holds stands at either
ADD: Final = "fogline add - --publisher NAME --date DAY"
STAND_IN: Final = "FILE"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is no text: by what it is known, and what gives its text."""

    name: str
    marks: tuple[tuple[int, bytes], ...]
    holds: bytes = b""
    turn: str = ""
    help: str = ""

    def fits(self, body: bytes) -> bool:
        """Say whether bytes are of this kind."""
        found = all(body.startswith(mark, at) for at, mark in self.marks)
        return found and self.holds in body

    def way_out(self, name: str, then: str = f"| {ADD}") -> str:
        """Return what to do with the input of a name: a path, an address, or what is neither.

        `then` is where its text goes.
        """
        file, fetched = _file(name)
        command = f"turn it into text: {fetched}{self.turn} {then}" if self.turn else ""
        words = "; ".join(filter(None, (command, self.help)))
        return words.replace(STAND_IN, file) if file != STAND_IN else words


def kind_of(body: bytes) -> Kind | None:
    """Return what kind of file bytes are; None where they may be a text."""
    return next((kind for kind in _kinds() if kind.fits(body)), None)


def edges(stream: IO[bytes]) -> bytes:
    """Return as much of a file as tells of what kind it is."""
    head = stream.read(EDGE)
    size = stream.seek(0, 2)
    stream.seek(max(len(head), size - EDGE))
    return head + stream.read()


def _file(name: str) -> tuple[str, str]:
    """Return how a shell names the input, and what must come before it can."""
    if "://" in name:
        return "saved", f"curl -Lo saved {shlex.quote(name)} && "
    if not Path(name).is_file():  # standard input, or within an archive
        return STAND_IN, ""
    return shlex.quote(f"./{name}" if name.startswith("-") else name), ""


@cache
def _kinds() -> tuple[Kind, ...]:
    text = resources.files(__package__).joinpath("kinds.toml").read_text("utf-8")
    return tuple(_kind(row) for row in tomllib.loads(text)["kind"])


def _kind(row: dict[str, Any]) -> Kind:
    marks = tuple((int(at), bytes.fromhex(mark)) for at, mark in row["marks"].items())
    holds = row.get("holds", "").encode("utf-16-le" if row.get("wide") else "ascii")
    return Kind(row["name"], marks, holds, row.get("turn", ""), row.get("help", ""))
