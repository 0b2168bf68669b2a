"""A disk that is full in the middle of adding: a limit on the size of files, or a small tmpfs."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench import killing
from fogline.errors import StopRun

SPACE = 1  # MiB of the small tmpfs


def stopped_at(path: Path, inputs: Sequence[str], limit: int | None) -> tuple[set[str], str]:
    """Add in a process whose files may hold so many bytes; return what it acknowledged and its
    last words.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(path, inputs, limit, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        *acknowledged, words = pipe.read().split("\n")
    os.waitpid(child, 0)
    return set(acknowledged), words


@contextmanager
def small_disk(folder: Path) -> Iterator[Path | None]:
    """Give a folder on a disk of `SPACE` MiB; None where none may be made."""
    folder.mkdir()
    made = _mount("-t", "tmpfs", "-o", f"size={SPACE}m", "none", str(folder))
    try:
        yield folder if made else None
    finally:
        if made:
            subprocess.run(["umount", str(folder)], check=False)


def make_room(folder: Path) -> None:
    """Let a small disk grow."""
    _mount("-o", "remount,size=256m", str(folder))


def _mount(*arguments: str) -> bool:
    try:
        return (
            subprocess.run(["mount", *arguments], check=False, capture_output=True).returncode == 0
        )
    except OSError:
        return False


def _child(path: Path, inputs: Sequence[str], limit: int | None, pipe: int) -> None:
    words = "it went through"
    try:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        killing.add(path, inputs, lambda document: _say(pipe, f"{document}\n"))
    except StopRun as stop:
        words = str(stop)
    finally:
        _say(pipe, words)
        os._exit(0)


def _say(pipe: int, words: str) -> None:
    os.write(pipe, words.encode())
