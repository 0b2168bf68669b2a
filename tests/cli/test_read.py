from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import TEXT, Run, running
from tests.conftest import ROOT

SCHEMA = ROOT / "docs" / "claims.schema.json"


def valid(item: dict[str, Any]) -> dict[str, Any]:
    """Return the object after holding it against the contract and its spans against its text."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(item, schema, cls=jsonschema.Draft202012Validator)
    text = item["document"]["text"]
    for claim in item["claims"]:
        for span in (claim["sentence"], claim["trigger"], *claim["hedges"]):
            assert text[span["start"] : span["end"]] == span["text"]
        for mention in (*claim["actors"], *claim["recipients"], *claim["places"]):
            if mention["start"] is not None:
                assert text[mention["start"] : mention["end"]] == mention["text"]
    return item


def test_the_schema_that_we_ship_only_adds_to_the_contract(shared: Path) -> None:
    contract = shared / "contract" / "claims.schema.json"
    ours, promised = (json.loads(f.read_text("utf-8")) for f in (SCHEMA, contract))
    assert kept_of(promised, ours) == promised


def kept_of(promised: Any, ours: Any) -> Any:
    """Return of ours what the contract speaks of; lists are promised whole."""
    if not isinstance(promised, dict) or not isinstance(ours, dict):
        return ours
    return {key: kept_of(promised[key], ours.get(key)) for key in promised}


def test_one_page_is_one_bare_object(fogline: Run, page: Path) -> None:
    ran = fogline("read", "--format", "json", page)
    found = valid(json.loads(ran.out))
    assert ran.status == 0
    assert found["schema"] == "fogline/claims/1"
    assert found["document"]["published"]["latest"] == "2016-11-14"
    assert {"shelled", "killed"} <= {claim["trigger"]["text"] for claim in found["claims"]}


def test_several_documents_are_lines_in_the_order_of_the_inputs(
    fogline: Run, page: Path, note: Path
) -> None:
    for format in ("json", "jsonl"):
        first, second = fogline("read", "--format", format, note, page).objects()
        assert valid(first)["document"]["text"] == TEXT
        assert valid(second)["document"]["title"]


def test_plain_text_is_unchanged_and_undated(fogline: Run, note: Path) -> None:
    (found,) = fogline("read", "--format", "jsonl", note).objects()
    assert found["document"]["text"] == TEXT
    assert found["document"]["published"] == {"earliest": None, "latest": None, "basis": "unknown"}
    assert all(claim["when"]["start"] is None for claim in found["claims"])


def test_the_day_handed_in_dates_the_claims(fogline: Run, note: Path) -> None:
    (found,) = fogline("read", "--format", "jsonl", "--date", "2016-11-15", note).objects()
    assert found["document"]["published"]["basis"] == "given"
    assert {claim["when"]["start"] for claim in found["claims"]} == {"2016-11-14"}


def test_a_document_without_claims_still_has_its_line(fogline: Run, corpus: Path) -> None:
    ran = fogline("read", "--format", "jsonl", corpus)
    assert [item["document"]["input_id"] for item in ran.objects()] == ["a", "c"]
    assert ran.objects()[1]["claims"] == []


def test_what_cannot_be_read_is_one_line_and_the_rest_is_read(fogline: Run, corpus: Path) -> None:
    ran = fogline("read", "--format", "jsonl", corpus, corpus.with_name("nowhere.txt"))
    lines = ran.err.splitlines()
    assert ran.status == 1
    assert len(ran.objects()) == 2
    assert len(lines) == 2
    assert "corpus.jsonl:2" in lines[0]
    assert "nowhere.txt" in lines[1]
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("binary.txt", bytes(range(256)) * 40),
        ("cut.jsonl", b'{"id": "a", "text": "The army shel'),
        ("no-text.jsonl", b'{"id": "a"}\n'),
    ],
)
def test_bad_input_has_a_reason(fogline: Run, tmp_path: Path, name: str, body: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    ran = fogline("read", "--format", "jsonl", path)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("fogline: ")
    assert name in ran.err


def test_errors_as_json(fogline: Run, tmp_path: Path) -> None:
    ran = fogline("--json-errors", "read", tmp_path / "nowhere.txt")
    assert json.loads(ran.err)["error"]["reason"] == "not-found"


def test_a_private_address_is_refused(fogline: Run) -> None:
    ran = fogline("read", "http://127.0.0.1:9/page")
    assert ran.status == 1
    assert "127.0.0.1" in ran.err
    assert "--allow-private" in ran.err


def test_standard_input(fogline: Run) -> None:
    (found,) = fogline("read", "--format", "jsonl", "-", stdin=TEXT.encode()).objects()
    assert valid(found)["document"]["text"] == TEXT


def test_the_table_for_people(fogline: Run, page: Path) -> None:
    ran = fogline("read", page)
    assert ran.status == 0
    assert "[shelled]" in ran.out
    assert "2016-11-14 (metadata)" in ran.out


def test_why_a_claim_is_what_it_is(fogline: Run, page: Path) -> None:
    (read,) = fogline("read", "--format", "jsonl", page).objects()
    at = next(n for n, c in enumerate(read["claims"], 1) if c["trigger"]["text"] == "shelled")
    claim = read["claims"][at - 1]
    for wanted in (str(at), claim["id"], claim["id"].removeprefix("claim:")[:12]):
        (told,) = fogline("read", "--explain", wanted, "--format", "jsonl", page).objects()
        assert told["schema"] == "fogline/why/1"
        assert told["document"] == read["document"]["id"]
        assert told["claim"] == claim
    reasons = {why["slot"]: why for why in told["why"]}
    assert set(reasons["event"]) == {"slot", "value", "by", "words", "reason", "ruled_out"}
    assert reasons["trigger"]["reason"].startswith("triggers/verbs.csv line ")


def test_why_as_a_table(fogline: Run, page: Path) -> None:
    ran = fogline("read", "--explain", "1", page)
    assert ran.status == 0
    for words in ("claim:", "trigger", "certainty", "why, and what was ruled out"):
        assert words in ran.out


@pytest.mark.parametrize("wanted", ["99", "claim:ffff", "no"])
def test_no_such_claim_is_one_line(fogline: Run, page: Path, wanted: str) -> None:
    ran = fogline("read", "--explain", wanted, page)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("fogline: no claim ")
    assert len(ran.err.splitlines()) == 1


def test_a_page_to_share(fogline: Run, page: Path, corpus: Path) -> None:
    ran = fogline("read", "--format", "html", page, corpus)
    assert ran.status == 1  # a line of the corpus is no JSON
    assert ran.out.startswith("<!doctype html>")
    assert ran.out.rstrip().endswith("</html>")
    assert ran.out.count("<article") == 3
    assert "Claim 1: " in ran.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "--format", "xml", "x"],
        ["read", "--date", "soon", "x"],
        ["read", "--explain", "1", "--format", "html", "x"],
    ],
)
def test_a_mistake_in_the_command_has_status_2(fogline: Run, arguments: list[str]) -> None:
    ran = fogline(*arguments)
    assert ran.status == 2
    assert "Usage:" in ran.err


def many() -> bytes:
    """Forty short documents, more than a pipe holds both as they go in and as they come out."""
    row = {"text": TEXT, "title": "Ostvik " * 600}
    return b"".join(json.dumps({"id": str(n), **row}).encode() + b"\n" for n in range(40))


def test_output_starts_before_the_input_ends() -> None:
    with running("read", "--format", "jsonl", "-") as process:
        assert process.stdin and process.stdout
        process.stdin.write(many())
        process.stdin.flush()
        first = json.loads(process.stdout.readline())
        assert first["document"]["input_id"] == "0"


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    corpus = tmp_path / "many.jsonl"
    corpus.write_bytes(many())
    with running("read", "--format", "jsonl", corpus) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_files_that_are_not_there_are_told_of_before_the_model_is_loaded(
    fogline: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistyped name took as long as a reading."""
    monkeypatch.setattr("fogline.reading.load", lambda *_: pytest.fail("loaded"))
    ran = fogline("read", tmp_path / "none.txt", tmp_path / "nor.txt")
    assert (ran.status, ran.out) == (1, "")
    assert "none.txt" in ran.err and "nor.txt" in ran.err


def test_a_text_in_another_language_is_said_to_be_one(fogline: Run, tmp_path: Path) -> None:
    """Nothing found in it was taken for nothing told."""
    page = tmp_path / "page.txt"
    page.write_text("Армия заняла город в понедельник.", "utf-8")
    ran = fogline("read", page)
    assert ran.status == 0
    assert "not in English, the one language that is read (0 claims found)" in ran.err
    page.write_text("The army took the town of Bor on Monday.", "utf-8")
    assert "English" not in fogline("read", page).err
