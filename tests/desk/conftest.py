"""The desk over the seed: as a client of its API, and as a server for a browser."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi.testclient import TestClient

from fogline.desk.app import create_app
from fogline.ledger import Ledger
from fogline.settings import Settings
from tests.desk.seed import fill


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that holds the seed."""
    return fill(tmp_path_factory.mktemp("desk") / "ledger.sqlite")


@pytest.fixture(scope="session")
def client(seeded: Path) -> Iterator[TestClient]:
    """The desk's API over the seed."""
    with TestClient(create_app(Settings(ledger=seeded)), base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def desk(seeded: Path) -> Iterator[str]:
    """The address of a running desk over the seed."""
    with served(seeded) as address:
        yield address


@pytest.fixture(scope="session")
def bare_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running desk over a ledger that holds nothing."""
    path = tmp_path_factory.mktemp("bare") / "ledger.sqlite"
    Ledger.open(path).close()
    with served(path) as address:
        yield address


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """Run a desk over a ledger; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        app = create_app(Settings(ledger=ledger))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)
