"""WARC, gzip WARC and WACZ: pages out of archives, whole ones out of damaged archives too."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from pathlib import Path

import pytest

from bench import archived
from fogline import intake
from fogline.errors import OverLimit, SkipItem, Unreadable
from fogline.intake import warc
from fogline.model import Capture, capture_id
from fogline.settings import Settings

SETTINGS = Settings(fetch_bytes=100_000)
PAGES = [archived.page(number) for number in range(8)]


def taken(path: Path) -> list[Capture | SkipItem]:
    return list(intake.captures([str(path)], SETTINGS))


def saved(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(("name", "packed"), [("a.warc.gz", True), ("a.warc", False)])
def test_each_page_of_an_archive_is_a_capture(tmp_path: Path, name: str, packed: bool) -> None:
    path = saved(tmp_path, name, archived.archive(PAGES, packed=packed))
    found = taken(path)
    assert [c.body for c in found if isinstance(c, Capture)] == PAGES
    first = found[0]
    assert isinstance(first, Capture)
    assert (first.id, first.media_type) == (capture_id(PAGES[0]), "text/html")
    assert (first.url, first.captured_at) == (archived.SITE + "0", "2031-11-12T00:00:00Z")
    assert first.name.startswith(f"{path}@") and "warc-record-id" in dict(first.headers)
    assert "The harbour reopened" in intake.document(first, SETTINGS).text


def test_an_archive_in_a_folder_is_read_and_a_packed_text_is_not(tmp_path: Path) -> None:
    saved(tmp_path, "a.warc.gz", archived.archive(PAGES[:1]))
    saved(tmp_path, "b.txt.gz", gzip.compress(b"The port reopened."))
    found = taken(tmp_path)
    assert isinstance(found[0], Capture)
    assert isinstance(found[1], SkipItem) and found[1].reason == "unsupported"


@pytest.mark.parametrize("how", ["stored", "deflated", "cut"])
def test_a_wacz_gives_the_pages_of_its_warcs(tmp_path: Path, how: str) -> None:
    held = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if how == "deflated" else zipfile.ZIP_STORED
    with zipfile.ZipFile(held, "w", kind) as wacz:
        wacz.writestr("archive/data.warc.gz", archived.archive(PAGES))
        wacz.writestr("pages/pages.jsonl", json.dumps({"url": archived.SITE}))
        wacz.writestr("datapackage.json", "{}")
    body = held.getvalue()[:-60] if how == "cut" else held.getvalue()
    found = taken(saved(tmp_path, "a.wacz", body))
    assert [c.body for c in found if isinstance(c, Capture)] == PAGES
    lost = [s for s in found if isinstance(s, SkipItem)]
    assert bool(lost) is (how == "cut") and all(s.reason == "damaged" for s in lost)


def test_packed_and_chunked_answers_are_undone(tmp_path: Path) -> None:
    page = PAGES[0]
    chunked = b"%x;q=1\r\n" % 10 + page[:10] + b"\r\n%X\r\n" % (len(page) - 10) + page[10:]
    bodies = [
        archived.record(1, gzip.compress(page), header=b"Content-Encoding: gzip\r\n"),
        archived.record(2, page, header=b"Content-Encoding: gzip\r\n"),  # undone by the crawler
        archived.record(3, chunked + b"\r\n0\r\n\r\n", header=b"Transfer-Encoding: chunked\r\n"),
        archived.record(4, page, header=b"Transfer-Encoding: chunked\r\n"),
        archived.record(5, b"\x0b\x02", header=b"Content-Encoding: br\r\n"),
        archived.record(6, gzip.compress(bytes(9_000_000)), header=b"Content-Encoding: gzip\r\n"),
    ]
    found = taken(saved(tmp_path, "a.warc", b"".join(bodies)))
    assert [c.body for c in found if isinstance(c, Capture)] == [page] * 4
    assert [s.reason for s in found if isinstance(s, SkipItem)] == ["unsupported", "too-large"]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    image = archived.record(1, b"\x89PNG", header=b"Content-Type: image/png\r\n")
    image = image.replace(b"Content-Type: text/html; charset=utf-8\r\n", b"")
    moved = archived.record(2, b"").replace(b"200 OK", b"302 No")
    asked = archived.record(3, b"", kind="request")
    for odd in (image, moved):
        head, _, rest = odd.partition(b"\r\n\r\n")
        fields = [f for f in head.split(b"\r\n") if b"Digest" not in f and b"Length" not in f]
        block = rest[:-4]
        whole = b"\r\n".join([*fields, b"Content-Length: %d" % len(block)]) + b"\r\n\r\n" + block
        assert taken(saved(tmp_path, "a.warc", whole + b"\r\n\r\n")) == []
    assert taken(saved(tmp_path, "a.warc", asked)) == []


def test_a_member_that_swells_is_left_and_the_next_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(archived.record(1, bytes(30_000_000)))
    found = taken(saved(tmp_path, "a.warc.gz", bomb + archived.archive(PAGES[:2])))
    assert [type(f) for f in found] == [OverLimit, Capture, Capture]
    assert isinstance(found[0], SkipItem) and found[0].item.endswith("a.warc.gz@0")


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
def test_a_cut_costs_the_record_that_it_falls_in(packed: bool) -> None:
    kept, lost = 0, 0
    for seed in range(60):
        pieces = archived.records(PAGES, packed=packed)
        whole = b"".join(pieces)
        cut = random.Random(seed).randrange(1, len(whole))
        ends = [sum(map(len, pieces[: n + 1])) for n in range(len(pieces))]
        found = list(warc.records(io.BytesIO(whole[:cut]), "a.warc", 100_000))
        good = [r for r in found if isinstance(r, warc.Record)]
        slack = 0 if packed else 4  # the blank lines after a record's last byte
        assert len(good) == sum(end - slack <= cut for end in ends)
        skips = [s for s in found if isinstance(s, SkipItem)]
        begins = [0, *ends][len(good)] if len(good) < len(ends) else cut
        assert [s.item for s in skips] == ([f"a.warc@{begins}"] if begins < cut else [])
        kept, lost = kept + len(good), lost + len(skips)
    assert kept > 100 and lost > 30


@pytest.mark.parametrize("packed", [True, False], ids=["gzip", "plain"])
def test_damage_costs_the_record_that_it_falls_in(packed: bool) -> None:
    """Bytes are overwritten inside one record: the others are read, and the loss has its offset."""
    for seed in range(60):
        dice = random.Random(seed)
        pieces = archived.records(PAGES, packed=packed)
        hit = dice.randrange(1, len(pieces))
        begin = sum(map(len, pieces[:hit]))
        body = bytearray(pieces[hit])
        edge = 0 if packed else body.find(b"\r\n\r\n") + 4  # the digest covers the block alone
        at = dice.randrange(edge, len(body) - 12)
        body[at : at + 8] = bytes(b ^ dice.randrange(1, 256) for b in body[at : at + 8])
        pieces[hit] = bytes(body)
        found = list(warc.records(io.BytesIO(b"".join(pieces)), "a.warc", 100_000))
        good = [r.fields.get("warc-record-id") for r in found if isinstance(r, warc.Record)]
        skips = [s for s in found if isinstance(s, SkipItem)]
        assert [s.item for s in skips][:1] == [f"a.warc@{begin}"] or (
            packed and at < 10 and not skips  # gzip's own time and system bytes mean nothing
        ), (seed, hit, at)
        assert len(good) >= len(pieces) - 1, (seed, hit, at, skips)
        assert all(isinstance(s, Unreadable | OverLimit) for s in skips)


def test_rubbish_between_records_is_told(tmp_path: Path) -> None:
    pieces = archived.records(PAGES[:2], packed=True)
    body = b"rubbish" + pieces[1] + bytes(200_000) + pieces[2] + b"\x1f\x8b\x08"
    found = list(warc.records(io.BytesIO(body), "a", 100_000))
    assert [type(f).__name__ for f in found] == [
        "Unreadable", "Record", "Unreadable", "Record", "Unreadable",
    ]  # fmt: skip
    assert "7 bytes lost" in str(found[0])
