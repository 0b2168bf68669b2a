"""kill -9 while documents are added: at a random moment, or at the nth step of writing.

Each run is a fork of this process, so that it starts at once. It writes the id of each document to
a pipe once the pipeline has acknowledged it, and dies without a word.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from bench import standin
from fogline import pipeline
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Reading
from fogline.settings import Settings

WRITING: Final = b"writing\n"  # what a run says when it begins to write
STEPS: Final = 30  # of writing one document, about


@dataclass(frozen=True)
class Kill:
    """When a run dies: at the nth step of its writing, or so many seconds after its start.

    `writing` counts the seconds from its first writing on.
    """

    step: int | None = None
    seconds: float = 0.0
    writing: bool = False


@dataclass
class Toll:
    """What the runs came to: how many were killed, at steps and at moments, and what was wrong."""

    kills: int = 0
    injected: int = 0
    acknowledged: int = 0
    wrong: tuple[str, ...] = ()


def killed_often(path: Path, inputs: Sequence[str], kills: int, seed: int) -> Toll:
    """Add the inputs in runs that are killed, until so many were; look at the ledger after each."""
    drawn = random.Random(seed)
    toll, acknowledged = Toll(), set[str]()
    documents = sum(Path(name).read_bytes().count(b"\n") for name in inputs)
    seconds = _seconds_a_document(path.with_name("pace.sqlite"), inputs[:1])
    while toll.kills < kills and not toll.wrong:
        due = (documents - len(acknowledged)) / (kills - toll.kills)
        kill = _drawn(drawn, due, seconds)
        told, status = _run(path, inputs, kill)
        acknowledged |= told
        if os.WIFSIGNALED(status):
            toll.kills += 1
            toll.injected += kill.step is not None
        found = wrong(path, acknowledged)
        toll.wrong = tuple(found) if status in (0, signal.SIGKILL) else ("a run failed", *found)
    toll.acknowledged = len(acknowledged)
    return toll


def add(path: Path, inputs: Sequence[str], told: Callable[[str], None]) -> None:
    """Add the inputs with the stand-in reader and weigh; tell each document once it is in."""

    def note(outcome: pipeline.Outcome, _: pipeline.Summary) -> None:
        if isinstance(outcome, Reading):
            told(outcome.document.id)

    with Ledger.open(path) as ledger:
        pipeline.add(inputs, ledger, standin.Reader(), Settings(), progress=note)
        pipeline.weigh(ledger)


def wrong(path: Path, acknowledged: set[str]) -> list[str]:
    """Return what a kill did to a ledger that it must not."""
    if not path.exists():
        return ["an acknowledged document is gone with its ledger"] if acknowledged else []
    with closing(sqlite3.connect(path)) as raw:
        found = [str(row[0]) for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"foreign key: {row}" for row in raw.execute("PRAGMA foreign_key_check")]
    with Ledger.open(path) as ledger:
        kept = [capture.id for capture in ledger.captures()]
        read = [document.id for document in ledger.documents()]
    if not acknowledged <= set(kept):
        found.append(f"{len(acknowledged - set(kept))} acknowledged documents are gone")
    if kept != read or len(set(kept)) != len(kept):
        found.append("captures and documents are not one to one")
    return found + [fault.reason for fault in verify(path).faults]


def _drawn(drawn: random.Random, due: float, seconds: float) -> Kill:
    """Draw a kill before which a run adds about as many documents as are due."""
    kind = drawn.random()
    if kind < 0.5:
        return Kill(step=drawn.randint(1, max(1, round(2 * due * STEPS))))
    if kind < 0.9:
        return Kill(seconds=drawn.uniform(0, 2 * due * seconds), writing=True)
    return Kill(seconds=drawn.uniform(0, 0.3))


def _seconds_a_document(path: Path, inputs: Sequence[str]) -> float:
    began = time.perf_counter()
    add(path, inputs, lambda _: None)
    return (time.perf_counter() - began) / standin.A_FILE


def _run(path: Path, inputs: Sequence[str], kill: Kill) -> tuple[set[str], int]:
    """Let one run add until it is killed or done; return what it acknowledged, and its status."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(path, inputs, kill, writing)
    os.close(writing)
    said = bytearray()
    if kill.step is None:
        if kill.writing:
            said += os.read(reading, 1 << 16)
        time.sleep(kill.seconds)
        os.kill(child, signal.SIGKILL)
    while piece := os.read(reading, 1 << 16):
        said += piece
    os.close(reading)
    whole = bytes(said).rpartition(b"\n")[0].decode().splitlines()
    told = {line for line in whole if line.startswith("sha256:")}
    return told, os.waitpid(child, 0)[1]


def _child(path: Path, inputs: Sequence[str], kill: Kill, pipe: int) -> None:
    """Add, step by step; never returns."""
    steps = [0]

    def step(*_: Any) -> None:
        if steps[0] == 0:
            os.write(pipe, WRITING)
        steps[0] += 1
        if steps[0] == kill.step:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if steps[0] or statement.startswith("BEGIN IMMEDIATE"):
            step()

    def told(document: str) -> None:
        step()
        os.write(pipe, document.encode() + b"\n")

    status = 1
    try:
        sa.event.listen(sa.Engine, "before_cursor_execute", before)
        sa.event.listen(sa.Engine, "after_cursor_execute", before)
        sa.event.listen(sa.Engine, "commit", lambda _: steps[0] and step())
        add(path, inputs, told)
        status = 0
    finally:
        os._exit(status)
