"""A child process that takes pages, feeds and letters apart, under limits that really end it.

trafilatura never ends on some pages and no alarm stops it from within, so the parent kills the
child when a page's time is over. One child serves a whole run; after a kill the next page gets a
new one. Should the parent die first, the child's own limit on CPU time ends it.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import IO, Any, TypeVar

from fogline.errors import FoglineError, OverLimit, SkipItem, Unreadable
from fogline.intake.extract import Page
from fogline.model import from_dict, to_dict
from fogline.settings import Settings

T = TypeVar("T")

SMALL_SECONDS = 10.0  # for what is no page: a feed, a letter
START_SECONDS = 60.0  # to start Python and import trafilatura on a busy machine
GRACE_SECONDS = 2  # CPU seconds beyond the page's own, after which the child ends by itself

# Every HTML parses, so that lexbor's parser fails for want of memory alone.
FAULTS = {
    "MemoryError": "out-of-memory",
    "SelectolaxError": "out-of-memory",
    "RecursionError": "too-deep",
}

TASKS = {  # what a child can do: module and function
    "page": "extract:page",
    "feed": "feeds:parsed",
    "mail": "mail:letter",
    "look": "look:look",
}
_COMMAND = "from fogline.intake import cell; cell.serve()"
_REMEDY = "save the article's text and read that file"


class Cell:
    """One reusable child process; safe to use from several threads, one item at a time."""

    def __init__(self, memory: int, task: str = "page") -> None:
        self._memory, self._task = memory, task
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def page(self, name: str, html: str, url: str | None, *, seconds: float) -> Page:
        """Take one page apart; raises as `answer` does."""
        return from_dict(Page, self.answer(name, {"html": html, "url": url}, seconds))

    def answer(self, name: str, given: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Have the child do its task and return what came of it as plain values.

        Raises OverLimit ("timeout", "out-of-memory", "too-deep", "crashed") and Unreadable
        ("unparsable").
        """
        request = {"given": given, "seconds": seconds}
        with self._lock:
            process = self._running(name)
            answer = _exchange(process, request, seconds)
            if not isinstance(answer, dict):
                self._end()
                raise _timeout(name, seconds) if answer == "late" else _crashed(name, process)
            if answer.get("error") == "out-of-memory":
                self._end()
        if "error" in answer:
            raise _failed(name, answer["error"])
        return answer

    def close(self) -> None:
        """End the child process, if there is one."""
        with self._lock:
            self._end()

    def _running(self, name: str) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        self._process = _start(self._memory, self._task)
        if not isinstance(_exchange(self._process, None, START_SECONDS), dict):
            self._end()
            raise OverLimit(name, "crashed", "the child process did not start")
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)


def page(name: str, html: str, url: str | None, settings: Settings) -> Page:
    """Take a page apart in this process's own child, started on first use."""
    return _cell(os.getpid(), settings.page_memory, "page").page(
        name, html, url, seconds=settings.page_seconds
    )


def ask(kind: type[T], name: str, task: str, given: dict[str, Any], settings: Settings) -> T:
    """Have this process's own child for a task do it; what comes back is one of `kind`."""
    seconds = min(settings.page_seconds, SMALL_SECONDS)
    cell = _cell(os.getpid(), settings.page_memory, task)
    return from_dict(kind, cell.answer(name, given, seconds))


def serve() -> None:
    """Answer requests on standard input until it closes; the child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    task = _loaded(sys.argv[2])
    _limit_memory(int(sys.argv[1]))
    _write(answers, {})
    while (answer := _answer(task, requests)) is not None:
        _write(answers, answer)


def _loaded(task: str) -> Callable[..., Any]:
    """Import what a task needs, so that the first page's time is its own."""
    module, _, name = TASKS[task].partition(":")
    found = import_module(f"fogline.intake.{module}")
    if task == "page":
        found.warm()
    done: Callable[..., Any] = getattr(found, name)
    return done


_cells: dict[tuple[int, int, str], Cell] = {}
_cells_lock = threading.Lock()


def _cell(pid: int, memory: int, task: str) -> Cell:
    """One child a process and task: after a fork the parent's pipes are not ours to use."""
    key = (pid, memory, task)
    with _cells_lock:
        if key not in _cells:
            cell = _cells[key] = Cell(memory, task)
            atexit.register(lambda: cell.close() if os.getpid() == pid else None)
        return _cells[key]


def _start(memory: int, task: str) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).parents[2])
    paths = os.pathsep.join(p for p in (root, os.environ.get("PYTHONPATH")) if p)
    return subprocess.Popen(
        [sys.executable, "-c", _COMMAND, str(memory), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": paths},
    )


def _exchange(
    process: subprocess.Popen[bytes], request: dict[str, Any] | None, seconds: float
) -> dict[str, Any] | str:
    """Send a request and read the answer; "late" or "gone" where none comes."""
    assert process.stdin is not None and process.stdout is not None
    timer = threading.Timer(seconds, process.kill)
    timer.daemon = True
    timer.start()
    try:
        if request is not None:
            _write(process.stdin, request)
        answer = _read(process.stdout)
    except OSError:
        answer = None
    timer.cancel()
    late = timer.finished.is_set() and answer is None and process.wait() == -signal.SIGKILL
    return answer if answer is not None else "late" if late else "gone"


def _write(pipe: IO[bytes], message: dict[str, Any]) -> None:
    body = json.dumps(message).encode()
    pipe.write(len(body).to_bytes(8, "big") + body)
    pipe.flush()


def _read(pipe: IO[bytes]) -> dict[str, Any] | None:
    head = pipe.read(8)
    if len(head) < 8:
        return None
    body = pipe.read(int.from_bytes(head, "big"))
    try:
        message: dict[str, Any] = json.loads(body)
    except ValueError:
        return None
    return message


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still buffered for the dead child
        return


def _answer(task: Callable[..., Any], requests: IO[bytes]) -> dict[str, Any] | None:
    try:
        if (request := _read(requests)) is None:
            return None
        _limit_time(request["seconds"])
        found: dict[str, Any] = to_dict(task(**request["given"]))
    except FoglineError as error:
        return {"error": error.detail if isinstance(error, SkipItem) else str(error)}
    except Exception as error:  # noqa: BLE001 - a page must not end the run, whatever a parser raises
        name = type(error).__name__
        return {"error": FAULTS.get(name, name)}
    return found


def _limit_memory(size: int) -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):  # not on this system: time alone is limited
        return


def _limit_time(seconds: float) -> None:
    try:
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + GRACE_SECONDS, most))
    except (ImportError, ValueError, OSError):
        return


def _timeout(name: str, seconds: float) -> SkipItem:
    detail = f"it was not taken apart within {seconds:g} seconds"
    return OverLimit(name, "timeout", detail, remedy=_REMEDY)


def _crashed(name: str, process: subprocess.Popen[bytes]) -> SkipItem:
    detail = f"it ended the child process that read it (exit status {process.returncode})"
    return OverLimit(name, "crashed", detail, remedy=_REMEDY)


def _failed(name: str, error: str) -> SkipItem:
    if error == "out-of-memory":
        return OverLimit(name, error, "it takes too much memory", remedy=_REMEDY)
    if error == "too-deep":
        return OverLimit(name, error, "its elements are nested too deep", remedy=_REMEDY)
    return Unreadable(name, "unparsable", f"it could not be parsed ({error})", remedy=_REMEDY)
