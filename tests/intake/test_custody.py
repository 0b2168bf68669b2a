"""Bytes are hashed, and decoded as browsers do; what cannot be a text says why."""

from __future__ import annotations

import hashlib

import pytest

from fogline.errors import OverLimit, SkipItem, Unreadable
from fogline.intake import custody
from fogline.model import Capture

CYRILLIC = "Порт открыт"


def page(body: bytes, content_type: str | None = None) -> Capture:
    headers = (("Content-Type", content_type),) if content_type else ()
    return custody.capture(body, "text/html", "page", headers=headers)


def test_a_capture_is_named_by_its_hash() -> None:
    found = custody.capture(b"words", "text/plain", "a.txt", published="2031-11-12")
    assert found.id == f"sha256:{hashlib.sha256(b'words').hexdigest()}"
    assert found.body == b"words" and found.published == "2031-11-12"
    assert (found.captured_at or "").endswith("+00:00")


@pytest.mark.parametrize(
    ("body", "content_type", "codec", "words"),
    [
        (b"<p>caf\xc3\xa9", None, "utf-8", "café"),
        (b"\xef\xbb\xbf<p>caf\xc3\xa9", "text/html; charset=windows-1251", "utf-8", "café"),
        (b"\xff\xfe" + "<p>café".encode("utf-16-le"), None, "utf-16-le", "café"),
        (b'<meta charset="iso-8859-1"><p>\x93caf\xe9\x94', None, "cp1252", "“café”"),
        (b"<p>" + CYRILLIC.encode("cp1251"), 'text/html; charset="cp1251"', "cp1251", CYRILLIC),
        (b'<meta charset=koi8-r><p>' + CYRILLIC.encode("koi8-r"), None, "koi8-r", CYRILLIC),
        (b'<meta charset="utf-16"><p>caf\xc3\xa9', None, "utf-8", "café"),
        (b'<meta charset="no-such-set"><p>caf\xc3\xa9', None, "utf-8", "café"),
        (b'<meta charset="utf-7"><p>caf\xc3\xa9', None, "utf-8", "café"),
        (b'<meta charset="windows-1252"><p>\x81caf\xe9', None, "cp1252", "\x81café"),
        (b"<meta charset=gb2312><p>" + "港口".encode("gb18030"), None, "gb18030", "港口"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_in_a_browser(
    body: bytes, content_type: str | None, codec: str, words: str
) -> None:
    found = custody.page_text(page(body, content_type))
    assert found.text.endswith(words)
    assert found.codec == codec
    assert found.warnings == ()


def test_what_was_guessed_or_lost_is_reported() -> None:
    guessed = custody.page_text(page(b"<p>the caf\xe9 on the quay"))
    assert guessed.text.endswith("café on the quay") and "windows-1252" in guessed.warnings[0]
    lost = custody.page_text(page(b'<meta charset="utf-8"><p>' + b"words " * 100 + b"\xe9"))
    assert "\ufffd" in lost.text and "1 bytes are not utf-8" in lost.warnings[0]


def test_a_replacement_character_that_was_written_is_no_loss() -> None:
    assert (
        custody.plain_text(custody.capture("a \ufffd b".encode(), "text/plain", "n")).warnings == ()
    )


@pytest.mark.parametrize(
    ("body", "reason", "hint"),
    [
        (b"", "empty", "give a file"),
        (b" \n\t ", "empty", "give a file"),
        (b"%PDF-1.7 ...", "binary", "a PDF file"),
        (b"PK\x03\x04 ...", "binary", "a ZIP archive"),
        (b"\f\f\n", "empty", "it was a scan"),
        (b"x" * 2000, "too-large", "1,000 bytes"),
    ],
)
def test_what_cannot_be_a_text_says_why(body: bytes, reason: str, hint: str) -> None:
    with pytest.raises(SkipItem) as caught:
        custody.check(body, "a.txt", 1000)
    assert caught.value.reason == reason
    assert hint in str(caught.value) and "\n" not in str(caught.value)
    assert isinstance(caught.value, OverLimit if reason == "too-large" else Unreadable)


@pytest.mark.parametrize(
    ("body", "reason", "hint"),
    [
        ("Der Hafen öffnet".encode("cp1252"), "encoding", "iconv -f WINDOWS-1252"),
        ("The port of Amra reopened".encode("utf-16-le"), "encoding", "UTF-16LE"),
        ("Port otwarty – żeglarze wracają".encode("utf-16-le"), "encoding", "UTF-16LE"),
        (b"words\x00words", "binary", "NUL"),
        (b"\x01\x02\x03\x04words", "binary", "control bytes"),
    ],
)
def test_a_wrongly_encoded_text_says_so(body: bytes, reason: str, hint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        custody.plain_text(custody.capture(body, "text/plain", "a.txt"))
    assert caught.value.reason == reason
    assert hint in str(caught.value)


def test_pages_drop_stray_nul_bytes_as_browsers_do() -> None:
    assert "\0" not in custody.page_text(page(b"<p>" + b"words " * 100 + b"\0")).text


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d pair"])
def test_text_that_no_text_should_hold_is_refused(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        custody.check_text(text, "line")
    assert caught.value.reason == "bad-text"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"\xef\xbb\xbf\n <!-- saved --> <HTML lang=en>", "text/html"),
        (b"The <html> element is not at the start.", "text/plain"),
        (b"Plain words.", "text/plain"),
    ],
)
def test_a_page_is_told_from_a_text(body: bytes, kind: str) -> None:
    assert custody.media_type(body) == kind
