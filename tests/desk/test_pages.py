"""What the desk serves besides its API, and the headers on all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from fogline.desk.app import create_app
from fogline.settings import Settings


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder like the one that the front end's build writes."""
    (tmp_path / "static" / "assets").mkdir(parents=True)
    (tmp_path / "static" / "index.html").write_text("<!doctype html><title>desk</title>")
    (tmp_path / "static" / "assets" / "main-abc.js").write_text("1;")
    (tmp_path / "secret.txt").write_text("not served")
    return tmp_path / "static"


@pytest.fixture
def pages(seeded: Path, built: Path) -> TestClient:
    """A desk with those pages."""
    return TestClient(create_app(Settings(ledger=seeded), built), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", ["/", "/map", "/zones/aleppo", "/documents/sha256:ab?claim=x"])
def test_every_address_opens_the_one_page(pages: TestClient, path: str) -> None:
    """Its script reads the address."""
    answer = pages.get(path)
    assert "<title>desk</title>" in answer.text
    assert answer.headers["cache-control"] == "no-cache"


def test_built_files_are_kept(pages: TestClient) -> None:
    """Their names change with what is in them."""
    answer = pages.get("/assets/main-abc.js")
    assert "immutable" in answer.headers["cache-control"]
    assert pages.get("/assets/main-old.js").status_code == 404


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/assets/../../secret.txt", "/%2e%2e/secret.txt"]
)
def test_nothing_outside_the_folder_is_served(pages: TestClient, path: str) -> None:
    """However the address is written."""
    assert "not served" not in pages.get(path).text


@pytest.mark.parametrize("path", ["/", "/api/board", "/api/nothing", "/assets/main-abc.js"])
def test_security_headers_stand_on_every_answer(pages: TestClient, path: str) -> None:
    """Nothing inline, nothing from elsewhere, no framing, no cookie."""
    headers = pages.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in headers


def test_another_sites_name_is_refused(pages: TestClient) -> None:
    """A page elsewhere cannot point its own name at the desk and read it."""
    assert pages.get("/api/board", headers={"host": "elsewhere.example"}).status_code == 400


def test_without_pages_the_desk_says_how_to_build_them(seeded: Path, tmp_path: Path) -> None:
    """And its API answers."""
    app = create_app(Settings(ledger=seeded), tmp_path / "absent")
    client = TestClient(app, base_url="http://127.0.0.1")
    answer = client.get("/")
    assert answer.status_code == 503
    assert "npm --prefix web run build" in answer.text
    assert client.get("/api/board").status_code == 200
