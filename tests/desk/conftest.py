"""The desk over the seed: as a client of its API, and as a server for a browser."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import uvicorn
from fastapi.testclient import TestClient

from fogline.desk.app import STATIC, create_app
from fogline.ledger import Ledger
from fogline.settings import Settings
from tests.desk import disputed
from tests.desk.seed import fill

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"wide": 1400, "phone": 360}


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
def contested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of a raid on which pages disagree, and of many small events."""
    return disputed.fill(tmp_path_factory.mktemp("disputed") / "ledger.sqlite")


@pytest.fixture(scope="session")
def contested_desk(contested: Path) -> Iterator[str]:
    """The address of a running desk over it."""
    with served(contested) as address:
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


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A Chromium, where there is one and the pages are built."""
    if not (STATIC / "index.html").is_file():
        wanted = os.environ.get("FOGLINE_REQUIRE_BROWSER")
        (pytest.fail if wanted else pytest.skip)("the desk's pages are not built")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


def _fails(request: Request) -> bool:
    """Whether a request failed of itself; leaving a page breaks off what it still asks for."""
    return request.failure != "net::ERR_ABORTED"


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of either width that fails the test where it logged an error or asked elsewhere."""
    page = browser.new_page(viewport={"width": WIDTHS[request.param], "height": 900})
    page.set_default_timeout(15_000)
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "requestfailed", lambda r: faults.append(f"{r.url}: {r.failure}") if _fails(r) else None
    )
    page.on("request", lambda r: faults.append(r.url) if "//127.0.0.1:" not in r.url else None)
    yield page
    page.close()
    assert faults == []
