"""A folder of evidence can be checked with nothing but SHA-256, JSON and gzip."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from fogline import conclusions
from fogline.errors import StopRun
from fogline.ledger import Ledger
from fogline.model import Claim, Source, Span, claim_id
from tests.ledger.invented import SENTENCE, capture, claim, judgement, pair, reading

TEXT = f"<b>Rain & wind.</b> {SENTENCE} More rain."


def line(claim: Claim) -> str:
    return f"{claim.event} <as told>"


def case(ledger: Ledger) -> Claim:
    """Fill a ledger with one claim and what stands about it; return the claim."""
    headers = (("content-type", "text/plain"), ("etag", '"1"'))
    of = capture(TEXT, url="https://outlet.example/a b?c=D", headers=headers)
    at = TEXT.index(SENTENCE)
    cue = Span(TEXT.index("said"), TEXT.index("said") + 4, "said")
    sources = (Source("Harbour Post", "author"), Source("governor's office", "official", cue=cue))
    made = claim(of.id, TEXT, attribution=sources)
    made = replace(made, sentence=Span(at, at + len(SENTENCE), SENTENCE))
    told = replace(made, id=claim_id(of.id, made))
    ledger.add(*pair(1))
    ledger.add(of, reading(of, told))
    ledger.add(*pair(2))
    ledger.judge(judgement("j 1", subjects=(told.id,)))
    return told


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "l.sqlite") as opened:
        yield opened


@pytest.fixture
def told(ledger: Ledger) -> Claim:
    return case(ledger)


@pytest.fixture
def files(ledger: Ledger, told: Claim) -> dict[str, bytes]:
    return conclusions.evidence(ledger, told.id, line)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_sums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    sums = dict(reversed(row.split("  ")) for row in files.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: sha256(content) for name, content in files.items()}
    assert f"sha256:{sums['capture.txt']}" == json.loads(files["capture.json"])["id"]


def test_the_chain_leads_to_the_head(ledger: Ledger, files: dict[str, bytes]) -> None:
    entries = [json.loads(row) for row in files["chain.jsonl"].splitlines()]
    previous = entries[0]["previous"]
    for entry in entries:
        names = ("seq", "kind", "subject", "document", "at", "digest", "previous")
        sealed = json.dumps([entry[n] for n in names], ensure_ascii=False, separators=(",", ":"))
        assert entry["previous"] == previous
        assert entry["hash"] == sha256(sealed.encode())
        previous = entry["hash"]
    head = json.loads(files["head.json"])
    assert (head["entries"], head["hash"]) == (entries[-1]["seq"], previous)
    assert ledger.head().hash == previous


def test_what_is_recorded_is_what_the_entries_say(files: dict[str, bytes]) -> None:
    """The recipe of docs/custody.md, written out."""
    recorded = json.loads(files["recorded.json"])
    entries = [json.loads(row) for row in files["chain.jsonl"].splitlines()]
    of = json.loads(files["capture.json"])["id"]
    digests = {e["kind"]: e["digest"] for e in entries if e["document"] == of}

    def one_form(value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    assert digests["capture"] == sha256(one_form(recorded["captures"][0]))
    tables = ("documents", "parts", "claims")
    lines = [b"".join(one_form(row) + b"\n" for row in recorded[table]) for table in tables]
    assert digests["document"] == sha256(one_form([sha256(rows) for rows in lines]))
    assert json.loads(recorded["claims"][0][-1]) == json.loads(files["claim.json"])


def test_selectors_select_the_words(told: Claim, files: dict[str, bytes]) -> None:
    page = json.loads(files["annotations.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    text = files["document.txt"].decode()
    slots = []
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        slots.append((item["body"]["value"].partition(":")[0], quote["exact"]))
    assert ("trigger", "shelled") in slots
    assert ("cue", "said") in slots
    assert ("sentence", SENTENCE) in slots
    assert len({item["id"] for item in page["items"]}) == len(slots)


def test_provenance_leads_from_the_claim_to_the_bytes_and_to_who_said_it(
    told: Claim, files: dict[str, bytes]
) -> None:
    graph = {node["@id"]: node for node in json.loads(files["provenance.jsonld"])["@graph"]}
    claimed = graph[f"urn:fogline:{told.id}"]
    text = graph[claimed["prov:wasDerivedFrom"]["@id"]]
    bytes_ = graph[text["prov:wasDerivedFrom"]["@id"]]
    assert bytes_["prov:hadPrimarySource"]["@id"].startswith("https://outlet.example/")
    read = graph[claimed["prov:wasGeneratedBy"]["@id"]]
    assert graph[read["prov:wasAssociatedWith"]["@id"]]["rdfs:label"] == "invented/1"
    outer = graph[f"urn:fogline:{told.id}#said-1"]
    inner = graph[outer["prov:wasDerivedFrom"]["@id"]]
    who = graph[inner["prov:wasAttributedTo"]["@id"]]
    assert (who["rdfs:label"], who["fogline:kind"]) == ("governor's office", "official")
    judged = graph["urn:fogline:judgement:j%201"]
    assert graph[judged["prov:wasAttributedTo"]["@id"]]["rdfs:label"] == "desk officer"
    wanted = {"prov:Entity", "prov:Activity", "prov:Agent"}
    kinds = (node["@type"] for node in graph.values())
    assert all(wanted & ({kind} if isinstance(kind, str) else set(kind)) for kind in kinds)


def test_it_says_who_revoked_what_was_decided_and_why(ledger: Ledger, told: Claim) -> None:
    ledger.revoke("j 1", "2031-06-01T00:00:00+00:00", "another desk", "a newer map")
    found = conclusions.evidence(ledger, told.id, line)
    words = "revoked by another desk on 2031-06-01: a newer map"
    assert words in found["index.html"].decode()
    graph = {node["@id"]: node for node in json.loads(found["provenance.jsonld"])["@graph"]}
    judged = graph["urn:fogline:judgement:j%201"]
    revoked = graph[judged["prov:wasInvalidatedBy"]["@id"]]
    assert revoked["rdfs:label"] == "revoked: a newer map"
    who = graph[revoked["prov:wasAssociatedWith"]["@id"]]
    assert who["rdfs:label"] == "another desk"


def test_the_archive_holds_the_record_that_its_index_points_to(files: dict[str, bytes]) -> None:
    archive = ZipFile(io.BytesIO(files["evidence.wacz"]))
    assert {info.compress_type for info in archive.infolist()} == {ZIP_STORED}
    package = archive.read("datapackage.json")
    assert (
        json.loads(archive.read("datapackage-digest.json"))["hash"] == f"sha256:{sha256(package)}"
    )
    for resource in json.loads(package)["resources"]:
        content = archive.read(resource["path"])
        assert resource["hash"] == f"sha256:{sha256(content)}"
        assert resource["bytes"] == len(content)
    sortable, stamp, fields = archive.read("indexes/index.cdx").decode().split(" ", 2)
    at = json.loads(fields)
    raw = archive.read(f"archive/{at['filename']}")
    record = gzip.decompress(raw[int(at["offset"]) : int(at["offset"]) + int(at["length"])])
    head, _, body = record.partition(b"\r\n\r\n")
    assert body == files["capture.txt"] + b"\r\n\r\n"
    assert b"WARC-Target-URI: https://outlet.example/a%20b?c=D\r\n" in head
    assert f"Content-Length: {len(files['capture.txt'])}".encode() in head
    assert (sortable, stamp) == ("example,outlet)/a%20b?c=d", "20310304050607")
    pages = [json.loads(row) for row in archive.read("pages/pages.jsonl").splitlines()]
    assert [pages[0]["format"], pages[1]["url"]] == ["json-pages-1.0", at["url"]]


def test_the_page_shows_the_words_and_lets_nothing_of_them_run(files: dict[str, bytes]) -> None:
    page = files["index.html"].decode()
    assert "&lt;b&gt;Rain &amp; wind.&lt;/b&gt;" in page
    assert "<b>Rain" not in page
    assert "<mark>shelled</mark>" in page
    assert "ASSAULT &lt;as told&gt;" in page
    assert "<script" not in page
    assert sha256(files["capture.txt"]) in page
    assert "satire" in page


def test_the_same_case_gives_the_same_bytes(
    ledger: Ledger, told: Claim, files: dict[str, bytes]
) -> None:
    assert conclusions.evidence(ledger, told.id, line) == files


def test_a_capture_without_address_or_time(ledger: Ledger) -> None:
    of = replace(capture(SENTENCE), captured_at=None)
    told = claim(of.id, SENTENCE)
    ledger.add(of, reading(of, told))
    files = conclusions.evidence(ledger, told.id, line)
    record = ZipFile(io.BytesIO(files["evidence.wacz"])).read("archive/data.warc.gz")
    assert b"WARC-Target-URI: ni:///sha-256;" in gzip.decompress(record)
    assert "not known" in files["index.html"].decode()


def test_an_unknown_claim_is_named(ledger: Ledger) -> None:
    with pytest.raises(StopRun, match="claim:none: no such claim"):
        conclusions.evidence(ledger, "claim:none", line)


def test_the_head_of_its_page_says_that_it_was_rejected(ledger: Ledger, told: Claim) -> None:
    """It stood only far down, among the tables: whoever stopped reading before took it as told."""
    page = conclusions.evidence(ledger, told.id, line)["index.html"].decode()
    head = page[: page.index("<h2>")]
    assert "Rejected by <bdi>desk officer</bdi> on 2031-03-05: <bdi>satire</bdi>." in head
    assert "nothing is concluded from it" in head
    ledger.revoke("j 1", "2031-03-06T10:00:00+00:00")
    assert "Rejected by" not in conclusions.evidence(ledger, told.id, line)["index.html"].decode()
