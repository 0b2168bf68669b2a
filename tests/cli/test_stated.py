"""add and read with what the user states of a text: --publisher, --title, --manifest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import fogline as library
from fogline import pipeline
from fogline.ledger import Ledger
from tests.cli.conftest import Run

SHELLED = "Rebels may have captured the town of Ostvik on Monday, unconfirmed reports said. {}\n"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOGLINE_LEDGER", str(tmp_path / "ledger.sqlite"))
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    """A list of six texts of three publishers."""
    rows = ["file,date,publisher,title"]
    for n in range(6):
        (tmp_path / f"{n}.txt").write_text(SHELLED.format(f"Note {n}."))
        rows.append(f"{n}.txt,2016-11-1{n},Outlet {n % 3},Note {n}")
    path = tmp_path / "list.csv"
    path.write_text("\n".join(rows) + "\n")
    return path


def only(fogline: Run, kind: str) -> dict[str, Any]:
    (found,) = fogline("export", kind).objects()
    return found


def test_a_text_gets_an_outlet_with_a_record(fogline: Run, note: Path, ledger: Path) -> None:
    ran = fogline(
        "add", note, "--publisher", "The Quay", "--title", "Ostvik", "--date", "2016-11-15"
    )
    assert (ran.status, ran.err) == (0, "")
    document = only(fogline, "documents")
    assert (document["publisher"], document["title"]) == ("The Quay", "Ostvik")
    assert document["stated"] == ["publisher", "title"]
    assert only(fogline, "sources")["id"] == "outlet:quay"
    assert only(fogline, "events")["publishers"] == 1
    assert "as recorded" in fogline("verify").out


def test_two_publishers_of_one_text_are_counted_as_two(
    fogline: Run, tmp_path: Path, ledger: Path
) -> None:
    for n, name in enumerate(("The Quay", "Marsh Wire")):
        text = f"The army shelled the village of Brask on Sunday, {name} reports {n}.\n"
        fogline("add", "-", "--publisher", name, "--date", "2016-11-14", stdin=text.encode())
    assert {row["publisher"] for row in fogline("export", "documents").objects()} == {
        "The Quay", "Marsh Wire",
    }  # fmt: skip
    assert len(fogline("export", "sources").objects()) == 2


def test_the_same_again_adds_nothing_and_another_publisher_is_told(
    fogline: Run, note: Path, ledger: Path
) -> None:
    fogline("add", note, "--publisher", "The Quay")
    same = fogline("add", note, "--publisher", "The Quay")
    assert (same.status, same.err) == (0, "")
    other = fogline("add", note, "--publisher", "Marsh Wire")
    assert other.status == 0
    assert "0 new, 1 already there" in other.out
    assert "Added before with another publisher, title or date: 1" in other.out
    document = only(fogline, "documents")
    assert other.err == (
        f"fogline: {note}: publisher “Marsh Wire” was not taken, for it was added with “The Quay” "
        "(what is in the ledger is never edited; a publisher or title that is wrong there is set "
        f"right by `fogline correct {document['id']}`)\n"
    )
    assert document["publisher"] == "The Quay"
    error = json.loads(fogline("--json-errors", "add", note, "--publisher", "X").err)["error"]
    assert error["reason"] == "not-taken"


def test_a_page_that_names_its_publisher_keeps_it_and_both_are_told(
    fogline: Run, tmp_path: Path, ledger: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html><head><meta property="og:site_name" content="Harbour Bulletin">'
        "</head><body><article><h1>Army shells Brask</h1><p>The army shelled the village of Brask "
        "on Sunday, a spokesman for the monitoring group said.</p></article></body></html>"
    )
    told = "its own publisher “Harbour Bulletin” counts; “The Quay” was stated when it was added"
    ran = fogline("add", page, "--publisher", "The Quay")
    assert ran.status == 0 and told in ran.err
    document = only(fogline, "documents")
    assert (document["publisher"], document["stated"]) == ("Harbour Bulletin", [])
    assert document["warnings"] == [told]
    with Ledger.open(ledger, read_only=True) as opened:
        (capture,) = opened.captures()
    assert capture.stated is not None and capture.stated.publisher == "The Quay"


def test_a_date_line_counts_before_the_day_handed_in_and_both_are_told(
    fogline: Run, tmp_path: Path, ledger: Path
) -> None:
    path = tmp_path / "wire.txt"
    path.write_text("BRASK, Nov. 12, 2016 - The army shelled the village, officials said.\n")
    ran = fogline("add", path, "--date", "2016-11-14")
    assert "date line says 2016-11-12, the date handed in 2016-11-14" in ran.err
    assert only(fogline, "documents")["published"]["earliest"] == "2016-11-12"


def test_evidence_shows_that_it_was_stated(
    fogline: Run, note: Path, ledger: Path, tmp_path: Path
) -> None:
    fogline("add", note, "--publisher", "The <Quay>", "--date", "2016-11-15")
    claim = fogline("export", "claims").objects()[0]["id"]
    fogline("evidence", claim, "--out", tmp_path / "case")
    about = json.loads((tmp_path / "case/capture.json").read_text())
    assert about["stated"] == {"publisher": "The <Quay>", "title": None, "url": None}
    page = (tmp_path / "case/index.html").read_text()
    assert "<bdi>publisher: The &lt;Quay&gt;; date: 2016-11-15</bdi>" in page
    assert "The &lt;Quay&gt; (stated by who added it)" in page
    graph = json.loads((tmp_path / "case/provenance.jsonld").read_text())["@graph"]
    (stated,) = (n for n in graph if n.get("rdfs:label", "").startswith("stated, not read"))
    (agent,) = (n for n in graph if n["@id"] == stated["prov:wasAttributedTo"]["@id"])
    assert agent["rdfs:label"] == "whoever added it"
    (reading,) = (n for n in graph if n["@type"] == "prov:Activity")
    assert {"@id": stated["@id"]} in reading["prov:used"]


def test_read_takes_the_same_and_keeps_nothing(fogline: Run, note: Path, ledger: Path) -> None:
    given = ("--publisher", "The Quay", "--title", "Ostvik")
    (found,) = fogline("read", note, *given, "--format", "jsonl").objects()
    assert found["document"]["stated"] == ["publisher", "title"]
    assert found["claims"][0]["attribution"][0]["text"] == "The Quay"
    assert "The Quay (stated by who added it)" in fogline("read", note, *given).out
    read = library.read(note, publisher="The Quay", title="Ostvik")
    assert [claim.id for claim in read.claims] == [claim["id"] for claim in found["claims"]]
    assert not ledger.exists()


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (("--publisher", " "), "the publisher is empty"),
        (("--title", "x", "page.html"), "--title is for one document"),
        (("--manifest", "l.csv"), "--manifest goes without INPUT"),
    ],
)
def test_what_makes_no_sense_is_a_mistake_in_the_command(
    fogline: Run, note: Path, ledger: Path, given: tuple[str, ...], reason: str
) -> None:
    ran = fogline("add", note, *given)
    assert ran.status == 2
    assert reason in " ".join(ran.err.replace("│", " ").split())
    assert not ledger.exists()


def test_a_title_is_for_no_folder_nor_corpus(
    fogline: Run, corpus: Path, tmp_path: Path, ledger: Path
) -> None:
    for several in (corpus, tmp_path):
        assert fogline("add", several, "--title", "x").status == 2
    assert fogline("add").status == 2


def test_a_list_goes_in_at_once(fogline: Run, listed: Path, ledger: Path) -> None:
    ran = fogline("add", "--manifest", listed)
    assert (ran.status, ran.err) == (0, "")
    assert "6 documents in: 6 new" in ran.out
    rows = fogline("export", "documents").objects()
    assert sorted((row["publisher"], row["title"]) for row in rows) == sorted(
        (f"Outlet {n % 3}", f"Note {n}") for n in range(6)
    )


def test_a_list_with_a_bad_row_adds_nothing(fogline: Run, listed: Path, ledger: Path) -> None:
    listed.write_text(listed.read_text() + "7.txt,2016-11-15,Outlet 7,\n,,,\n0.txt,2016-11-15,,\n")
    ran = fogline("add", "--manifest", listed)
    assert ran.status == 1
    first, second, last = ran.err.splitlines()
    assert (
        first == f"fogline: {listed}:8: there is no file 7.txt (paths count from {listed.parent})"
    )
    assert f"{listed}:10: 0.txt is listed already, at {listed}:2" in second
    assert "2 rows cannot be used, and nothing was added" in last
    assert not ledger.exists()


def test_a_listed_text_that_cannot_be_read_is_told_with_its_line(
    fogline: Run, listed: Path, ledger: Path
) -> None:
    (listed.parent / "2.txt").write_bytes(b"Rebels captured the caf\xe9 in Ostvik.")
    ran = fogline("add", "--manifest", listed)
    assert ran.status == 1
    assert f"fogline: {listed}:4: {listed.parent}/2.txt: 1 bytes are not utf-8" in ran.err
    assert "6 documents in: 5 new, 0 already there, 1 dropped" in ran.out
    fogline("quarantine", "--retry")
    with Ledger.open(ledger) as opened:
        (kept,) = opened.quarantine().every()
        held = opened.quarantine().capture(kept.item)
    assert held is not None and held.stated is not None
    assert held.stated.publisher == "Outlet 2"


def test_a_list_that_was_cut_off_goes_on(
    fogline: Run, listed: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, done = pipeline._record, []

    def cut_off(*given: Any) -> Any:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(given)
        return record(*given)

    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "_record", cut_off)
        assert fogline("add", "--manifest", listed).status != 0
    with Ledger.open(ledger) as opened:
        assert opened.counts()["documents"] == 2
    ran = fogline("add", "--manifest", listed)
    assert "6 documents in: 4 new, 2 already there" in ran.out
    assert len(fogline("export", "events").objects()) > 0


def test_standard_input_is_stated_of_too(fogline: Run, ledger: Path) -> None:
    """As `pdftotext report.pdf - | fogline add -` has it: page breaks, and no end of line."""
    text = b"REPORT No. 4\n\nThe army shelled the village of Brask on Sunday, officials said.\x0c"
    given = ("--publisher", "The Quay", "--title", "Report 4", "--date", "2016-11-14")
    assert fogline("add", "-", *given, stdin=text).status == 0
    document = only(fogline, "documents")
    assert (document["publisher"], document["title"]) == ("The Quay", "Report 4")
    assert only(fogline, "claims")["event"] == "ASSAULT"


def test_failures_of_standard_input_are_kept_apart(fogline: Run, ledger: Path) -> None:
    for text in (b"caf\xe9 one", b"caf\xe9 two"):
        assert fogline("add", "-", "--publisher", "The Quay", stdin=text).status == 1
    kept = fogline("quarantine", "--json").objects()
    assert len({item["item"] for item in kept}) == 2


def test_many_that_say_otherwise_are_told_of_few(
    fogline: Run, ledger: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    lines = (json.dumps({"text": SHELLED.format(n), "publisher": "Own"}) for n in range(9))
    corpus.write_text("\n".join(lines))
    ran = fogline("add", corpus, "--publisher", "The Quay")
    assert len(ran.err.splitlines()) == 6
    assert "more such documents follow" in ran.err
