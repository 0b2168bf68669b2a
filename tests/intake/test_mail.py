"""Letters (.eml) and pages that a browser saved as one file (.mhtml)."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from fogline import intake
from fogline.errors import SkipItem
from fogline.model import Capture, Document, capture_id
from fogline.settings import Settings

SETTINGS = Settings()
WORDS = "The port of Orvelo reopened on Monday, the authority said. Größe zählt nicht."
SAVED = """From: <Saved by a browser>
Snapshot-Content-Location: https://harbour-post.example/port
Subject: =?utf-8?Q?Port_reopens?=
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b1"

--b1
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour-post.example/port

<!doctype html><html><head><title>Port reopens</title></head><body><article>
<h1>Port reopens</h1><p>The port of Orvelo reopened on Monday, the author=
ity said. Gr=C3=B6=C3=9Fe.</p></article></body></html>

--b1
Content-Type: text/css

p { color: red }
--b1--
"""


def letter(text: str | None = WORDS, html: str | None = None) -> bytes:
    made = EmailMessage()
    made["From"] = "Ada Lindqvist <ada@quay.example>"
    made["Subject"] = "Port of Orvelo: größer"
    made["Date"] = "Tue, 13 Nov 2031 23:30:00 -0500"
    made["List-Id"] = "Harbour watch <watch.quay.example>"
    made["Archived-At"] = "<https://lists.quay.example/17>"
    if text:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html") if text else made.set_content(html, "html")
    return made.as_bytes()


def read(folder: Path, name: str, body: bytes) -> Document:
    path = folder / name
    path.write_bytes(body)
    (found,) = intake.captures([str(path)], SETTINGS)
    assert isinstance(found, Capture) and found.id == capture_id(body)
    return intake.document(found, SETTINGS)


def test_a_letter_says_who_wrote_it_where_and_when(tmp_path: Path) -> None:
    found = read(tmp_path, "a.eml", letter(html="<p>Another version.</p>"))
    assert (found.text.strip(), found.title) == (WORDS, "Port of Orvelo: größer")
    assert (found.author, found.publisher) == ("Ada Lindqvist", "Harbour watch")
    assert (found.published.earliest, found.url) == ("2031-11-14", "https://lists.quay.example/17")


def test_a_letter_of_html_alone_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<html><body><article><p>{WORDS}</p></article></body></html>"
    assert WORDS in read(tmp_path, "a.eml", letter(None, page)).text


def test_a_saved_page_is_read_as_the_page_that_it_was(tmp_path: Path) -> None:
    found = read(tmp_path, "a.mhtml", SAVED.replace("\n", "\r\n").encode())
    assert (found.title, found.author) == ("Port reopens", None)
    assert found.url == "https://harbour-post.example/port"
    assert "the authority said. Größe." in found.text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"From: a@b.example\nContent-Type: image/png\n\nx", "no-text"),
        (b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n" * 500, "no-text"),
        (b"Subject: =?\xc3utf-8?q?x?=\n\nThe port reopened.", None),  # found by fuzzing
        (b"Subject: =?utf-7?B?x?=\nFrom: \xff\xfe <x\n\nThe port reopened.", None),
    ],
)
def test_odd_letters_end_nothing(tmp_path: Path, body: bytes, reason: str | None) -> None:
    if reason is None:
        assert read(tmp_path, "a.eml", body).text == "The port reopened."
        return
    with pytest.raises(SkipItem) as caught:
        read(tmp_path, "a.eml", body)
    assert caught.value.reason == reason


def test_a_letter_that_nests_without_end_is_ended(tmp_path: Path) -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(20_000)
    )
    with pytest.raises(SkipItem) as caught:
        read(tmp_path, "a.eml", nested)
    assert caught.value.reason in ("too-deep", "timeout", "no-text")
