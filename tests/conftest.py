"""For every test: no network but loopback, no ledger but its own."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as lawful

# A run tries what the last one tried, however slow the machine is; `make test
# ARGS=--hypothesis-profile=search` tries new examples.
lawful.register_profile(
    "same", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
lawful.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
lawful.load_profile("same")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_connect = socket.socket.connect


def _loopback_only(self: socket.socket, address: Any) -> None:
    """Connect to loopback and to Unix sockets; refuse the rest by name."""
    if self.family != socket.AF_UNIX and not _is_loopback(str(address[0])):
        raise AssertionError(f"a test reached for the network: {address}")
    _connect(self, address)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to anything but this machine."""
    monkeypatch.setattr(socket.socket, "connect", _loopback_only)


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the user's ledger, imported places and settings out of every test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FOGLINE_LEDGER", str(home / "ledger.sqlite"))
    monkeypatch.setenv("FOGLINE_PLACES", str(home / "places.sqlite"))
    monkeypatch.setenv("FOGLINE_DATA", str(home / "data"))


@pytest.fixture(scope="session")
def shared() -> Iterator[Path]:
    """The data folder that may lie beside the repository."""
    if not SHARED.is_dir():
        pytest.skip(f"no {SHARED}: what is measured on it is skipped")
    yield SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; without one, skip, or fail where CI asks for it."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        fail_or_skip = pytest.fail if os.environ.get("FOGLINE_REQUIRE_BROWSER") else pytest.skip
        fail_or_skip("no Chromium on the PATH: what is looked at in a browser is skipped")
    return found
