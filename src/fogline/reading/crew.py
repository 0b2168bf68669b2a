"""Many documents on many cores: each worker process holds a reader of its own, readings come back
in order.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final

from fogline.model import Document, Reading
from fogline.reading.reader import Reader

if TYPE_CHECKING:
    from fogline.reading.language import Language
    from fogline.reading.places.rulings import Ruling

CHUNK: Final = 4  # documents that a worker gets at once
FEW: Final = 24  # so many are read sooner here than it takes workers to start
AHEAD: Final = 2  # chunks that wait for each worker

_reader: list[Reader] = []  # a worker's own


class Crew(Reader):
    """A reader that hands its documents to worker processes where there are many."""

    def __init__(self, language: Language, workers: int) -> None:
        super().__init__(language)
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._seen = 0

    def pipe(
        self, documents: Iterable[Document], ruled: tuple[Ruling, ...] = ()
    ) -> Iterator[Reading]:
        """Yield readings in order; what a document raises is raised when its turn comes."""
        stream = iter(documents)
        first = list(islice(stream, max(0, FEW - self._seen)))
        self._seen += len(first)
        if self._seen < FEW:
            return super().pipe(first, ruled)
        return chain(super().pipe(first, ruled), self._shared(stream, ruled))

    def _shared(
        self, documents: Iterator[Document], ruled: tuple[Ruling, ...]
    ) -> Iterator[Reading]:
        if self._pool is None:
            # Not forked: a child of a process with threads may hang.
            self._pool = ProcessPoolExecutor(self._workers, get_context("spawn"), _start)
        waiting: deque[Future[list[Reading]]] = deque()
        while chunk := list(islice(documents, CHUNK)):
            waiting.append(self._pool.submit(_read, chunk, ruled))
            if len(waiting) > AHEAD * self._workers:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _start() -> None:
    from fogline.reading.language import load

    _reader.append(Reader(load(1)))


def _read(documents: list[Document], ruled: tuple[Ruling, ...]) -> list[Reading]:
    return list(_reader[0].pipe(documents, ruled))
