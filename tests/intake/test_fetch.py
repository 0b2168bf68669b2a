"""Fetching: public addresses only, resolved once, redirects too; size and time are capped."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpcore2
import pytest

from fogline import intake
from fogline.cli import main
from fogline.errors import OverLimit, Refused, SkipItem, Unreadable
from fogline.intake import address
from fogline.intake.fetch import fetch, get
from fogline.model import Capture
from fogline.settings import Settings

OPEN = Settings(allow_private=True, fetch_seconds=60.0, fetch_bytes=50_000)
ANY_PORT = Settings(fetch_ports=tuple(range(1, 65536)))
PAGE = "<html><body><p>Der Hafen öffnet.</p></body></html>"
TEXT = b"The port reopened."


class Handler(BaseHTTPRequestHandler):
    """A small site on loopback; a path a fault."""

    def do_GET(self) -> None:
        answers: dict[str, Any] = {
            "/page": lambda: self.answer("text/html; charset=iso-8859-1", PAGE.encode("latin-1")),
            "/text": lambda: self.answer("text/plain", b"The port reopened."),
            "/pdf": lambda: self.answer("application/pdf", b"%PDF-1.7"),
            "/data": lambda: self.answer("application/octet-stream", b"words"),
            "/empty": lambda: self.answer("text/html", b""),
            "/large": lambda: self.answer("text/plain", b"x" * 200_000),
            "/drip": self.drip,
            "/hang": lambda: time.sleep(120),
            "/moved": lambda: self.redirect("/page"),
            "/inward": lambda: self.redirect(f"http://127.0.0.2:{self.server.server_port}/page"),  # type: ignore[attr-defined]
            "/file": lambda: self.redirect("file:///etc/passwd"),
            "/gzip": lambda: self.answer("text/plain", gzip.compress(TEXT), "gzip"),
            "/deflate": lambda: self.answer("text/plain", zlib.compress(TEXT), "deflate"),
            "/raw-deflate": lambda: self.answer("text/plain", zlib.compress(TEXT)[2:-4], "deflate"),
            "/twice": lambda: self.answer(
                "text/plain", gzip.compress(gzip.compress(TEXT)), "gzip, gzip"
            ),
            "/gzip-bomb": lambda: self.answer(
                "text/plain", gzip.compress(bytes(50_000_000)), "gzip"
            ),
            "/gzip-cut": lambda: self.answer("text/plain", gzip.compress(TEXT)[:-9], "gzip"),
            "/br": lambda: self.answer("text/plain", b"\x0b\x02\x80", "br"),
            "/zstd": lambda: self.answer("text/plain", b"\x28\xb5\x2f\xfd", "zstd"),
            "/cookie": lambda: self.redirect("/cookies-seen", cookie="who=me"),
            "/cookies-seen": lambda: self.answer(
                "text/plain", str(self.headers.get("Cookie")).encode()
            ),
            "/loop": lambda: self.redirect("/loop"),
        }
        answers.get(self.path, lambda: self.send_error(404))()

    def answer(self, kind: str, body: bytes, coding: str = "") -> None:
        self.send_response(200)
        if coding:
            self.send_header("Content-Encoding", coding)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, to: str, cookie: str = "") -> None:
        self.send_response(302)
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.send_header("Location", to)
        self.end_headers()

    def drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        try:
            for _ in range(2400):
                self.wfile.write(b"x")
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refusal(url: str, settings: Settings) -> SkipItem:
    with pytest.raises(SkipItem) as caught:
        fetch(url, settings)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_page_is_captured_with_what_came_along(site: str) -> None:
    found = fetch(f"{site}/page", OPEN, published="2031-11-12")
    assert found.body == PAGE.encode("latin-1")
    assert (found.media_type, found.url) == ("text/html", f"{site}/page")
    assert ("content-type", "text/html; charset=iso-8859-1") in found.headers
    document = intake.document(found, OPEN)
    assert document.text == "Der Hafen öffnet." and document.url == f"{site}/page"


def test_captures_yields_what_was_fetched_and_what_was_refused(site: str) -> None:
    found = list(intake.captures([f"{site}/text", f"{site}/none"], OPEN))
    assert isinstance(found[0], Capture) and found[0].media_type == "text/plain"
    assert isinstance(found[1], SkipItem) and found[1].reason == "http-status"
    assert "404" in str(found[1])


def test_the_address_after_redirects_is_kept(site: str) -> None:
    assert fetch(f"{site}/moved", OPEN).url == f"{site}/page"


def test_loopback_is_refused_unless_allowed(site: str) -> None:
    found = refusal(f"{site}/page", ANY_PORT)
    assert isinstance(found, Refused) and found.reason == "not-public"
    assert "--allow-private" in str(found)


def test_a_redirect_inward_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "is_public", lambda ip: str(ip) == "127.0.0.1")
    assert fetch(f"{site}/page", ANY_PORT).body
    assert refusal(f"{site}/inward", ANY_PORT).reason == "not-public"


def test_a_name_is_resolved_once_and_that_address_is_used(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        if host.startswith("127."):
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        asked.append(host)
        ip = "127.0.0.1" if len(asked) == 1 else "127.0.0.2"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(address, "is_public", lambda ip: str(ip) == "127.0.0.1")
    port = site.rpartition(":")[2]
    assert fetch(f"http://port.example:{port}/text", ANY_PORT).body == b"The port reopened."
    assert asked == ["port.example"]


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [(2, 1, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.5")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: rows)
    assert refusal("http://port.example/", Settings()).reason == "not-public"


@pytest.mark.parametrize(
    ("path", "kind", "reason"),
    [
        ("/none", Unreadable, "http-status"),
        ("/pdf", Unreadable, "binary"),
        ("/data", Unreadable, "unsupported"),
        ("/empty", Unreadable, "empty"),
        ("/large", OverLimit, "too-large"),
        ("/loop", Unreadable, "unreachable"),
        ("/gzip-bomb", OverLimit, "too-large"),
        ("/gzip-cut", Unreadable, "encoding"),
        ("/br", Unreadable, "unsupported"),
        ("/zstd", Unreadable, "unsupported"),
        ("/file", Refused, "bad-address"),
    ],
)
def test_what_cannot_be_used_says_why(
    site: str, path: str, kind: type[SkipItem], reason: str
) -> None:
    found = refusal(f"{site}{path}", OPEN)
    assert isinstance(found, kind) and found.reason == reason
    assert found.item == f"{site}{path}"


@pytest.mark.parametrize("path", ["/hang", "/drip"])
def test_time_is_capped_however_slowly_the_bytes_come(site: str, path: str) -> None:
    began = time.monotonic()
    found = refusal(f"{site}{path}", Settings(allow_private=True, fetch_seconds=0.5))
    assert isinstance(found, OverLimit) and found.reason == "timeout"
    assert time.monotonic() - began < 60


def test_a_name_that_is_not_resolved_in_time_is_a_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(2) or [])
    assert refusal("http://slow.example/", Settings(fetch_seconds=0.2)).reason == "timeout"


@pytest.mark.parametrize(
    "url",
    ["ftp://port.example/a", "file:///etc/passwd", "http://", "http://me:secret@port.example/", "gopher://x"],
)  # fmt: skip
def test_only_plain_http_addresses_are_fetched(url: str) -> None:
    found = refusal(url, OPEN)
    assert isinstance(found, Refused) and found.reason == "bad-address"
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        *[
            (ip, False)
            for ip in (
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
                "100.64.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1",
                "198.18.0.1",
                "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
                "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:db8::1",
            )
        ],
    ],
)  # fmt: skip
def test_which_addresses_are_public(ip: str, public: bool) -> None:
    assert address.is_public(ipaddress.ip_address(ip)) is public


@pytest.mark.parametrize("path", ["gzip", "deflate", "raw-deflate", "twice"])
def test_what_the_server_packed_is_unpacked(site: str, path: str) -> None:
    assert fetch(f"{site}/{path}", OPEN).body == TEXT


def test_no_cookie_is_kept_not_even_through_a_redirect(site: str) -> None:
    assert fetch(f"{site}/cookie", OPEN).body == b"None"


def test_a_port_that_is_not_listed_is_refused() -> None:
    found = refusal("http://93.184.216.34:22/", Settings())
    assert (found.reason, "FOGLINE_FETCH_PORTS" in str(found)) == ("bad-port", True)


def test_a_feed_longer_than_the_cap_gives_its_beginning(site: str) -> None:
    found = get(f"{site}/large", OPEN, cut=True)
    assert found.cut and len(found.body) == OPEN.fetch_bytes


PRIVATE = [
    "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/",
    "http://0.0.0.0/", "http://0/", "http://2130706433/", "http://0177.0.0.1/",
    "http://017700000001/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://127.1/",
    "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://10.0.0.1/",
    "http://192.168.0.1/", "http://172.16.0.1/", "http://[fe80::1]/", "http://[fc00::1]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://localhost/",
    "http://localhost./", "http://127.0.0.1:22/", "http://①②⑦.0.0.1/",
    "file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "dict://127.0.0.1:11211/",
]  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
def test_no_connection_is_made_to_what_is_not_public(
    url: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """By the command line: one line that says why, status 1, and not a packet sent."""
    reached: list[Any] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, to: reached.append(to))
    monkeypatch.setattr(sys, "argv", ["fogline", "read", "--format", "json", url])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capfd.readouterr().err
    assert (ended.value.code, reached) == (1, [])
    assert told.count("\n") == 1 and told.startswith(f"fogline: {url}: ")


def test_a_resolver_that_changes_its_answer_gains_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """First a public address, then a private one: the first is connected to, or none."""
    answers = iter(["93.184.216.34", "127.0.0.1", "127.0.0.1"])
    reached: list[str] = []
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda _, port, **__: [(2, 1, 6, "", (next(answers), port))]
    )

    def connect(_: Any, host: str, port: int, *__: Any, **___: Any) -> None:
        reached.append(host)
        raise httpcore2.ConnectError("nobody there")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", connect)
    assert refusal("http://rebind.example/", Settings()).reason == "unreachable"
    assert refusal("http://rebind.example/", Settings()).reason == "not-public"
    assert reached == ["93.184.216.34"]


def test_allow_private_is_the_users_way_out(site: str) -> None:
    assert fetch(f"{site}/text", Settings(allow_private=True)).body == TEXT
