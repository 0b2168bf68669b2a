"""The commands around what is followed: watch, feeds, quarantine, versions."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.site import Answer, Site, html, rss, serving
from tests.cli.conftest import Run, running

WORDS = "The army shelled the village of Brask on Sunday, a spokesman for the monitors said."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("FOGLINE_HOST_SECONDS", "0")
    with serving() as site:
        site.routes["/page"] = html(WORDS)
        site.routes["/gone"] = Answer(status=404)
        site.routes["/feed"] = rss([site.url("/page"), site.url("/gone")])
        yield site


def documents() -> int:
    """Return how many documents the ledger of the test holds by now; 0 while there is none."""
    path = Path(os.environ["FOGLINE_LEDGER"])
    if not path.is_file():
        return 0
    with closing(sqlite3.connect(path, timeout=60)) as ledger:
        tables = ledger.execute("SELECT name FROM sqlite_master WHERE name = 'documents'")
        if not tables.fetchall():
            return 0
        return int(ledger.execute("SELECT count(*) FROM documents").fetchone()[0])


@pytest.fixture
def followed(site: Site, tmp_path: Path) -> Path:
    path = tmp_path / "list.toml"
    rows = [f'[[feed]]\nurl = "{site.url(name)}"\n' for name in ("/feed", "/nothing")]
    path.write_text("".join(rows))
    return path


def test_from_a_list_to_the_ledger_and_its_health(fogline: Run, site: Site, followed: Path) -> None:
    ran = fogline("watch", followed, "--once", "--allow-private")
    assert ran.status == 0
    assert "2 documents in: 1 new, 0 already there, 1 dropped" in ran.out
    assert f"{site.url('/feed')}: 2 new pages" in ran.out
    assert f"{site.url('/nothing')}: http-status: the server answered 404" in ran.err
    assert "2 looks at 2 feeds, 1 failing now" in ran.out
    rows = {row["url"]: row for row in fogline("feeds", "--json").objects()}
    good, bad = rows[site.url("/feed")], rows[site.url("/nothing")]
    assert (good["state"], good["entries"], bad["state"]) == ("good", 2, "failing")
    assert bad["reason"] == "http-status" and bad["last_good"] is None
    table = fogline("feeds").out
    assert "The Quay" in table and "0 min ago" in table and "never" in table
    failing = fogline("feeds", "--failing").out
    assert "/nothing" in failing and "The Quay" not in failing
    assert "http-status: the server answered 404" in " ".join(failing.split())


def test_what_is_not_due_is_looked_at_when_asked_for(
    fogline: Run, site: Site, followed: Path
) -> None:
    fogline("watch", followed, "--once", "--allow-private")
    before = site.paths().count("/feed")
    again = fogline("watch", "--once", "--allow-private")
    assert again.out.startswith("Nothing was due: the next look is at 20")
    assert site.paths().count("/feed") == before
    now = fogline("watch", "--once", "--now", "--allow-private")
    assert now.out.startswith("2 looks at 2 feeds, 1 failing now")
    assert site.paths().count("/feed") == before + 1


def test_empty_lists_say_so(fogline: Run, tmp_path: Path) -> None:
    assert "there is no such file" in fogline("quarantine").err  # and makes none
    assert "there is no such file" in fogline("feeds").err
    text = tmp_path / "a.txt"
    text.write_text(WORDS)
    fogline("add", text)
    assert fogline("quarantine").out == "Nothing is in quarantine\n"
    assert fogline("feeds").out.startswith("Nothing is followed")


def test_what_failed_is_listed_tried_again_and_dropped(
    fogline: Run, site: Site, followed: Path
) -> None:
    fogline("watch", followed, "--once", "--allow-private")
    (row,) = fogline("quarantine", "--json").objects()
    assert (row["item"], row["reason"], row["tries"]) == (site.url("/gone"), "http-status", 1)
    assert "404" in row["detail"] and row["next_try"] > row["last_at"]
    assert "/gone" in fogline("quarantine").out
    fogline("quarantine", "--retry", "--allow-private")
    assert fogline("quarantine", "--json").objects()[0]["tries"] == 2
    site.routes["/gone"] = html(WORDS.replace("Sunday", "Monday"))
    again = fogline("quarantine", "--retry", "--json", "--allow-private")
    assert "1 new" in again.err and again.objects() == []
    assert fogline("quarantine", "--drop", "nothing").status == 1


def test_bytes_that_failed_are_kept_and_can_be_dropped(fogline: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"text": "cut o\n{"text": "The bakery sold its bread."}\n')
    assert fogline("add", bad).status == 1
    (row,) = fogline("quarantine", "--json").objects()
    assert (row["item"], row["reason"], row["next_try"]) == (f"{bad}:1", "bad-json", None)
    bad.unlink()
    fogline("quarantine", "--retry")
    assert fogline("quarantine", "--json").objects()[0]["reason"] == "bad-json"
    assert fogline("quarantine", "--drop", f"{bad}:1", "--json").objects() == []


def test_versions_show_an_edit_that_was_not_announced(fogline: Run, site: Site) -> None:
    fogline("add", "--allow-private", site.url("/page"))
    site.routes["/page"] = html(WORDS.replace("shelled", "entered"))
    fogline("add", "--allow-private", site.url("/page"))
    ran = fogline("versions", site.url("/page"))
    assert "1 change, unannounced" in ran.out
    assert "- The army shelled the" in ran.out and "+ The army entered the" in ran.out
    assert fogline("versions", "https://nowhere.example/").status == 1


def test_the_example_list_is_printed_and_can_be_followed(fogline: Run, tmp_path: Path) -> None:
    ran = fogline("feeds", "--example")
    (tmp_path / "list.toml").write_text(ran.out)
    assert ran.status == 0 and ran.out.count("[[feed]]") >= 60


def test_watching_ends_when_asked_and_says_what_came_in(site: Site, followed: Path) -> None:
    with running("watch", followed, "--allow-private") as process:
        assert process.stdout is not None
        until = time.monotonic() + 120
        while not documents() and time.monotonic() < until:
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    assert "1 new" in out.decode()


def test_watching_nothing_says_what_to_do(fogline: Run) -> None:
    ran = fogline("watch", "--once")
    assert ran.status == 1 and "fogline feeds --example" in ran.err


def test_a_list_that_cannot_be_used_is_one_line(fogline: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text("[[feed]]\nurl = 'gopher://x'\n")
    ran = fogline("watch", path)
    assert ran.status == 1 and ran.err.count("\n") == 1 and "entry 1" in ran.err
    assert json.loads(fogline("--json-errors", "watch", path).err)["error"]["reason"] == "StopRun"
