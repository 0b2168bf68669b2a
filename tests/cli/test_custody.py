"""verify, seal, rebuild, diff, evidence, backup, restore and takedown over one ledger."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from fogline.derivation import judge
from fogline.export import KINDS
from fogline.ledger import Ledger
from fogline.model import Judgement
from tests.cli.conftest import Run


@pytest.fixture
def ledger(fogline: Run, page: Path, note: Path, tmp_path: Path) -> Path:
    path = tmp_path / "ledger.sqlite"
    assert fogline("add", "--ledger", path, page, note).status == 0
    return path


def forge(ledger: Path) -> None:
    """Change the record as anybody with a database shell might."""
    with closing(sqlite3.connect(ledger)) as raw, raw:
        raw.execute("DROP TRIGGER documents_no_update")
        raw.execute("UPDATE documents SET author = 'forged'")


def test_sealed_and_verified(fogline: Run, ledger: Path, tmp_path: Path, page: Path) -> None:
    head = tmp_path / "head.json"
    assert f"Head: {head}" in fogline("seal", "--out", head, "--ledger", ledger).out
    assert "is there already" in fogline("seal", "--out", head, "--ledger", ledger).err
    shown = json.loads(fogline("seal", "--ledger", ledger).out)
    assert shown["hash"] == json.loads(head.read_text())["hash"]
    whole = fogline("verify", "--head", head, "--ledger", ledger)
    assert whole.status == 0
    assert "5 entries: all as recorded, and 1 sealed head found in it" in whole.out
    same = fogline("verify", "--head", head, "--file", "--ledger", ledger)
    assert "byte for byte, the one that was sealed" in same.out
    body = bytearray(ledger.read_bytes())
    body[body.index(bytes(64)) + 32] ^= 1  # room that holds nothing
    flipped = tmp_path / "flipped.sqlite"
    flipped.write_bytes(body)
    assert fogline("verify", "--head", head, "--ledger", flipped).status == 0
    found = fogline("verify", "--head", head, "--file", "--ledger", flipped)
    assert (found.status, "not, byte for byte, the file" in found.out) == (1, True)
    assert "give --head FILE" in fogline("verify", "--file", "--ledger", ledger).err
    forge(ledger)
    ran = fogline("verify", "--ledger", ledger)
    assert ran.status == 1
    assert ran.out.startswith("First bad: entry 2, document sha256:")
    assert "it is not what was recorded" in ran.out
    other = fogline("verify", "--head", page, "--ledger", ledger)
    assert (other.status, "not a head" in other.err) == (1, True)


def test_a_timestamp_needs_a_file_and_a_public_server(
    fogline: Run, ledger: Path, tmp_path: Path
) -> None:
    bare = fogline("seal", "--timestamp", "http://127.0.0.1:9/", "--ledger", ledger)
    assert (bare.status, "--out FILE" in bare.err) == (1, True)
    out = tmp_path / "head.json"
    ran = fogline("seal", "--out", out, "--timestamp", "http://127.0.0.1:9/", "--ledger", ledger)
    assert (ran.status, "not public" in ran.err) == (1, True)
    assert not out.exists()


def test_rebuilt_by_the_same_reader_nothing_changes(fogline: Run, ledger: Path) -> None:
    rows = fogline("export", "claims", "--ledger", ledger).out
    ran = fogline("rebuild", "--ledger", ledger)
    assert ran.status == 0
    assert "2 captures read again: 0 read otherwise, 2 the same, 0 could not be read" in ran.out
    assert "0 judgements kept" in ran.out
    assert fogline("export", "claims", "--ledger", ledger).out == rows
    nothing = fogline("diff", "--ledger", ledger)
    assert nothing.out.startswith("0 documents with a former reading")


def test_all_but_captures_and_judgements_is_had_back(fogline: Run, ledger: Path) -> None:
    with Ledger.open(ledger) as opened:
        wanted = (opened.claims()[0][1].id,)
        words = ("rejected", wanted, "desk officer", "2031-03-05T10:00:00+00:00", "satire")
        judge(opened, [Judgement("j1", *words)])
    before = {kind: fogline("export", kind, "--ledger", ledger).out for kind in KINDS}
    kept = ("captures", "judgements", "alembic_version")
    with closing(sqlite3.connect(ledger)) as raw, raw:
        made = raw.execute("SELECT type, name FROM sqlite_master").fetchall()
        tables = {name for kind, name in made if kind == "table" and "_search" not in name}
        for name in (name for kind, name in made if kind == "trigger" and "no_delete" in name):
            raw.execute(f"DROP TRIGGER {name}")
        for name in tables - set(kept):
            raw.execute(f"DELETE FROM {name}")
    assert fogline("rebuild", "--ledger", ledger).status == 0
    assert {kind: fogline("export", kind, "--ledger", ledger).out for kind in KINDS} == before
    assert fogline("verify", "--ledger", ledger).status == 0


def test_what_a_new_version_changed(
    fogline: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(ledger) as opened:
        claims = [claim for _, claim in opened.claims()]
        words = ("rejected", (claims[0].id,), "desk officer", "2031-03-05T10:00:00+00:00", "satire")
        opened.judge(Judgement("j1", *words))
    monkeypatch.setattr("fogline.reading.reader.version", lambda: "fogline-reader/next")
    monkeypatch.setattr("fogline.reading.claims.PartReader.finish", lambda *_: iter(()))
    ran = fogline("rebuild", "--ledger", ledger)
    assert "2 captures read again: 2 read otherwise" in ran.out
    assert "1 judgement kept; of their claims 0 read otherwise and found again, 1 read no more" in (
        ran.out
    )
    told = fogline("diff", "--ledger", ledger)
    assert "-> fogline-reader/next)" in told.out
    assert f"2 documents with a former reading: 0 claims new, {len(claims)} gone" in told.out
    lines = fogline("diff", "--format", "jsonl", "--ledger", ledger).objects()
    gone = [change["before"]["id"] for row in lines for change in row["claims"]]
    assert sorted(gone) == sorted(claim.id for claim in claims)
    none = fogline("diff", "--from", "never", "--ledger", ledger)
    assert none.out.startswith("0 documents")
    assert fogline("diff", "--format", "xml", "--ledger", ledger).status == 2
    assert fogline("verify", "--ledger", ledger).status == 0


def test_evidence_is_a_folder_once(fogline: Run, ledger: Path, tmp_path: Path) -> None:
    with Ledger.open(ledger, read_only=True) as opened:
        claim = opened.claims()[0][1].id
    folder = tmp_path / "evidence"
    ran = fogline("evidence", claim, "--out", folder, "--ledger", ledger)
    assert (ran.status, "13 files" in ran.out) == (0, True)
    assert {"index.html", "SHA256SUMS", "evidence.wacz"} <= {p.name for p in folder.iterdir()}
    assert fogline("verify", "--head", folder / "head.json", "--ledger", ledger).status == 0
    again = fogline("evidence", claim, "--out", folder, "--ledger", ledger)
    assert (again.status, "is there already" in again.err) == (1, True)
    assert fogline("evidence", "claim:none", "--ledger", ledger).status == 1


def test_backed_up_and_restored(fogline: Run, ledger: Path, tmp_path: Path) -> None:
    rows = fogline("export", "claims", "--ledger", ledger).out
    copy, other = tmp_path / "copy.sqlite", tmp_path / "other.sqlite"
    assert "5 entries" in fogline("backup", copy, "--ledger", ledger).out
    assert fogline("restore", copy, "--ledger", ledger).status == 1
    assert fogline("restore", copy, "--ledger", other).status == 0
    assert fogline("export", "claims", "--ledger", other).out == rows
    assert fogline("restore", copy, "--replace", "--ledger", other).status == 0
    assert (tmp_path / "other.sqlite.replaced-1").exists()


def test_taken_down(fogline: Run, ledger: Path, page: Path) -> None:
    with Ledger.open(ledger, read_only=True) as opened:
        (wanted,) = (c.id for c in opened.captures() if c.name == str(page))
    options = ["--by", "desk officer", "--reason", "a court's order", "--ledger", ledger]
    unasked = fogline("takedown", wanted, *options)
    assert (unasked.status, "--yes" in unasked.err) == (1, True)
    assert "Taken down" in fogline("takedown", wanted, *options, "--yes").out
    assert fogline("takedown", wanted, *options, "--yes").status == 1
    (stone,) = fogline("export", "takedowns", "--ledger", ledger).objects()
    assert (stone["id"], stone["by"]) == (wanted, "desk officer")
    assert b"monitoring group" not in ledger.read_bytes()
    assert fogline("verify", "--ledger", ledger).status == 0
    again = fogline("add", page, "--ledger", ledger)
    assert (again.status, "taken down by desk officer" in again.err) == (1, True)


@pytest.mark.parametrize(
    "command",
    [["verify"], ["seal"], ["rebuild"], ["diff"], ["evidence", "claim:x"], ["backup", "b.sqlite"]],
)
def test_a_missing_ledger_is_named_and_not_made(
    fogline: Run, tmp_path: Path, command: list[str]
) -> None:
    path = tmp_path / "none.sqlite"
    ran = fogline(*command, "--ledger", path)
    assert (ran.status, str(path) in ran.err) == (1, True)
    assert not path.exists()
