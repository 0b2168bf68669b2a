"""A ledger's file, opened: its transactions, and its pages of what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, Table

from fogline.ledger.connection import WRITING, faults, open_engine

T = TypeVar("T")
Connect = Callable[[], AbstractContextManager[Connection]]

PAGE = 128


class Opened:
    """The file behind a ledger, and how it is read and written."""

    def __init__(self, path: Path | str, engine: Engine, connect: Connect | None = None) -> None:
        self.path = path
        self._engine = engine
        self._connect = connect or self._transaction

    @classmethod
    def open(cls, path: Path | str, *, read_only: bool = False, there: bool = False) -> Self:
        """Open a ledger, making it where there is none; `read_only` or `there`, it must be there.

        `:memory:` is a ledger for one thread that ends with it. Raises StopRun where there is no
        ledger to read, the file is none, or it is newer than this version of Fogline.
        """
        return cls(path, open_engine(path, read_only=read_only, there=there))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """Give the ledger as it stands now, whatever is added meanwhile; to read, in one thread."""
        with self._transaction() as connection:

            @contextmanager
            def same() -> Iterator[Connection]:
                with faults(self.path):
                    yield connection

            yield type(self)(self.path, self._engine, same)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        writing = self._engine.execution_options(**WRITING)
        with faults(self.path), writing.begin() as connection:
            yield connection

    def _paged(self, table: Table, load: Callable[[Connection, list[str]], list[T]]) -> Iterator[T]:
        """Yield a table's items page by page, so that no transaction outlasts a page."""
        last = ""
        while True:
            with self._connect() as connection:
                after = sa.select(table.c.id).where(table.c.id > last).order_by(table.c.id)
                ids = list(connection.execute(after.limit(PAGE)).scalars())
                items = load(connection, ids)
            yield from items
            if len(ids) < PAGE:
                return
            last = ids[-1]
