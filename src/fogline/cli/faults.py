"""Errors as people and programs see them: one line on standard error, not a traceback."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from fogline.cli.shown import shown
from fogline.errors import FoglineError, SkipItem

as_json: ContextVar[bool] = ContextVar("as_json", default=False)
with_traceback: ContextVar[bool] = ContextVar("with_traceback", default=False)


def tell(error: Exception) -> None:
    """Write one error as one line on standard error, as JSON where that was asked for."""
    line = json.dumps({"error": _fields(error)}) if as_json.get() else f"fogline: {_words(error)}"
    sys.stderr.write(shown(line) + "\n")
    sys.stderr.flush()


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what goes wrong inside into one line and exit status 1; a closed pipe says nothing."""
    try:
        yield
    except BrokenPipeError:
        _quiet_pipe()
    except Exception as error:
        if with_traceback.get():
            raise
        tell(error)
        raise SystemExit(1) from None


def _fields(error: Exception) -> dict[str, str]:
    if isinstance(error, SkipItem):
        return {
            "item": error.item,
            "reason": error.reason,
            "detail": error.detail,
            "remedy": error.remedy,
        }
    return {"item": "", "reason": type(error).__name__, "detail": _words(error), "remedy": ""}


def _words(error: Exception) -> str:
    if isinstance(error, FoglineError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return (
        f"internal error, {type(error).__name__}: {error} (this is a fault in Fogline: "
        "`fogline --traceback ...` shows where)"
    )


def _quiet_pipe() -> None:
    """Point standard output at nothing, so that the interpreter's last flush is quiet too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(1)
