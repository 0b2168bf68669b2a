"""Politeness: many hosts at once, each by one connection and with a pause between two requests."""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Queue
from typing import Generic, TypeVar

T = TypeVar("T")
Job = tuple[str, Callable[[], T]]


class Turns(Generic[T]):
    """Runs jobs by host; safe to ask for a longer pause from within a job.

    At most `workers` jobs run at once and one of a host; `pause` seconds lie between two of a host.
    """

    def __init__(self, workers: int, pause: float) -> None:
        self._workers, self._pause = workers, pause
        self._ready: dict[str, float] = {}  # from when on a host may be asked again
        self._lock = threading.Lock()

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time from now on."""
        until = time.monotonic() + seconds
        with self._lock:
            self._ready[host] = max(until, self._ready.get(host, 0.0))

    def run(self, jobs: Iterable[Job[T]], seconds: float) -> Iterator[T]:
        """Yield what the jobs return, as they end.

        No job begins more than `seconds` from now: those whose host does not come to its turn
        before are left undone. A consumer that is slow slows the jobs down, nothing piles up.
        """
        now = time.monotonic()
        round_ = _Round(jobs, self._since(now), now + seconds)
        results: Queue[T | BaseException | None] = Queue(self._workers * 2)
        threads = [
            threading.Thread(target=self._work, args=(round_, results), daemon=True)
            for _ in range(min(self._workers, round_.hosts))
        ]
        for thread in threads:
            thread.start()
        try:
            yield from _told(results, len(threads))
        finally:
            round_.end()
            while any(thread.is_alive() for thread in threads):  # those that wait to be heard
                _drain(results)
                time.sleep(0.01)

    def _since(self, now: float) -> dict[str, float]:
        with self._lock:
            self._ready = {host: at for host, at in self._ready.items() if at > now}
            return dict(self._ready)

    def _work(self, round_: _Round[T], results: Queue[T | BaseException | None]) -> None:
        try:
            while (found := round_.take()) is not None:
                host, job = found
                results.put(job())
                self.hold(host, self._pause)
                with self._lock:
                    ready = self._ready[host]
                round_.give_back(host, ready)
        except BaseException as error:  # noqa: BLE001 - told to the one who waits for results
            results.put(error)
        finally:
            results.put(None)


class _Round(Generic[T]):
    """Jobs by host, and whose turn it is."""

    def __init__(self, jobs: Iterable[Job[T]], ready: dict[str, float], last: float) -> None:
        self._waiting: dict[str, deque[Callable[[], T]]] = {}
        for host, job in jobs:
            self._waiting.setdefault(host, deque()).append(job)
        self.hosts = len(self._waiting)
        self._turn = [(ready.get(h, 0.0), n, h) for n, h in enumerate(self._waiting)]
        heapq.heapify(self._turn)
        self._number, self._out, self._last = self.hosts, 0, last
        self._ended = False
        self._changed = threading.Condition()

    def take(self) -> Job[T] | None:
        """Wait for the next host's turn and return its job; None where there is none any more."""
        with self._changed:
            while not self._ended and (self._turn or self._out):
                now = time.monotonic()
                at = self._turn[0][0] if self._turn else None
                if at is not None and max(at, now) > self._last:
                    self._turn.clear()
                elif at is not None and at <= now:
                    host = heapq.heappop(self._turn)[2]
                    self._out += 1
                    return host, self._waiting[host].popleft()
                else:
                    self._changed.wait(None if at is None else at - now)
            self._changed.notify_all()
            return None

    def give_back(self, host: str, ready: float) -> None:
        """Put a host in line again, for when it may be asked next."""
        with self._changed:
            self._out -= 1
            self._number += 1
            if self._waiting[host]:
                heapq.heappush(self._turn, (ready, self._number, host))
            self._changed.notify_all()

    def end(self) -> None:
        """Begin no further job."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()


def _told(results: Queue[T | BaseException | None], workers: int) -> Iterator[T]:
    while workers:
        found = results.get()
        if isinstance(found, BaseException):
            raise found
        if found is None:
            workers -= 1
        else:
            yield found


def _drain(results: Queue[T | BaseException | None]) -> None:
    try:
        while True:
            results.get_nowait()
    except Empty:
        return
