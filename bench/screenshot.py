"""Takes pictures of the running desk: `python bench/screenshot.py LEDGER FOLDER [PAGE ...]`.

With no page named it retakes docs/desk.png alone: `python bench/screenshot.py LEDGER docs`.
Needs playwright and a Chromium on the PATH.
"""

from __future__ import annotations

import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from fogline.desk.app import create_app
from fogline.settings import Settings

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SIZES = {"wide": (1440, 1000), "phone": (360, 780)}


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """Serve the desk on a free port of this machine and give its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(
            uvicorn.Config(create_app(Settings(ledger=ledger)), log_level="error")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def picture(browser: Browser, address: str, to: Path, size: str, scheme: str) -> None:
    """Write one picture of a page as a person would first see it."""
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(address)
    page.wait_for_selector("main:not([aria-busy]) h1", state="attached")
    page.wait_for_timeout(1500 if "/map" in address else 400)
    page.screenshot(path=str(to))
    page.close()


def main(ledger: str, folder: str, *pages: str) -> None:
    """Take docs/desk.png, or the pages named, wide and phone, light and dark."""
    into = Path(folder)
    into.mkdir(parents=True, exist_ok=True)
    with served(Path(ledger)) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
        if not pages:
            picture(browser, base, into / "desk.png", "wide", "light")
        for i, path in enumerate(pages):
            for size in SIZES:
                for scheme in ("light", "dark"):
                    picture(browser, base + path, into / f"{i}-{size}-{scheme}.png", size, scheme)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
