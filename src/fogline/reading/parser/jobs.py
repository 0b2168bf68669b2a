"""Jobs that threads take up in order, beside the thread that wants them done: it comes towards them
from the other end, and while one is under way it does what is offered last.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")
Found = TypeVar("Found")


class Job(Generic[Made, Found]):
    """Work in two steps: what any thread may do, best without Python's lock, and what the thread
    that wants it finds in that.
    """

    def __init__(self, work: Callable[[], Made], find: Callable[[Made], Found]) -> None:
        self._work, self._find = work, find
        self._free = Lock()
        self._made: list[Made] = []
        self._error: Exception | None = None
        self.done = Event()

    def do(self) -> bool:
        """Do the first step unless a thread has begun it; tell whether it was done here."""
        if not self._free.acquire(blocking=False):
            return False
        try:
            self._made.append(self._work())
        except Exception as error:  # noqa: BLE001 (raised where it is asked for)
            self._error = error
        finally:
            self.done.set()
        return True

    def found(self) -> Found:
        """Return what is found, once: what was made is large and let go of.

        Raises what the first step raised.
        """
        self.done.wait()
        if self._error is not None:
            raise self._error
        return self._find(self._made.pop())


class Jobs:
    """Jobs that are offered to `threads`, of which the one that asks is one."""

    def __init__(self, threads: int) -> None:
        self._offered: deque[Job[Any, Any]] = deque()
        self._pool = ThreadPoolExecutor(threads - 1, "fogline-parse") if threads > 1 else None

    def offer(self, work: Callable[[], Made], find: Callable[[Made], Found]) -> Job[Made, Found]:
        """Return a job that the other threads may begin from now on."""
        job = Job(work, find)
        if self._pool is not None:
            self._offered.append(job)
            self._pool.submit(self._begin)
        return job

    def finish(self, jobs: Sequence[Job[Made, Found]]) -> list[Found]:
        """Return what is found in jobs, each looked into as soon as it is done."""
        found: dict[int, Found] = {}
        rest = deque(enumerate(jobs))
        while rest:
            (_, first), (_, last) = rest[0], rest[-1]
            if first.done.is_set():
                number, job = rest.popleft()
            elif last.do() or last.done.is_set():
                number, job = rest.pop()
            else:
                self._wait(first)
                continue
            found[number] = job.found()
        return [found[number] for number in range(len(jobs))]

    def withdraw(self) -> None:
        """Offer nothing more of what none has begun; who wants it done does it alone."""
        self._offered.clear()

    def _begin(self) -> None:
        """Do the job that was offered first of those that none has begun."""
        while self._offered:
            try:
                job = self._offered.popleft()
            except IndexError:  # another thread was sooner
                return
            if job.do():
                return

    def _wait(self, wanted: Job[Any, Any]) -> None:
        """Do the job that was offered last of those that none has begun, or just wait."""
        while self._offered:
            try:
                job = self._offered.pop()
            except IndexError:
                break
            if job.do():
                return
        wanted.done.wait()
