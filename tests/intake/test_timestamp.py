"""RFC 3161 timestamps, from servers of our own on loopback."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from fogline.errors import StopRun
from fogline.intake import timestamp as rfc3161
from fogline.intake.timestamp import INTEGER, OBJECT, OCTETS, SEQUENCE, _der, _fields, request
from fogline.settings import Settings

SETTINGS = Settings(allow_private=True, fetch_seconds=60.0)
HEAD = b'{"a head": 1}'
WHEN = b"20310304050607.25Z"
Answer = Callable[[bytes], bytes]


@contextmanager
def server(answer: Answer, status: int = 200) -> Iterator[str]:
    """Serve one answer to every query, on loopback."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as serving:
        thread = Thread(target=serving.serve_forever, args=[0.02], daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}/"
        serving.shutdown()
        thread.join()


def granted(query: bytes, *, status: int = 0, of: bytes | None = None) -> bytes:
    """Return an unsigned answer to a query, by another digest where `of` is given."""
    _version, imprint, nonce, _certificate = _fields(_fields(query)[0][1])
    algorithm, digest = _fields(imprint[1])
    of_it = _der(SEQUENCE, _der(*algorithm) + _der(OCTETS, of or digest[1]))
    number, policy = _der(INTEGER, b"\x01"), _der(OBJECT, b"\x2a\x03")
    time = _der(0x18, WHEN)
    info = _der(SEQUENCE, number + policy + of_it + number + time + _der(INTEGER, nonce[1]))
    content = _der(SEQUENCE, policy + _der(0xA0, _der(OCTETS, info)))
    signed = _der(SEQUENCE, number + _der(0x31, b"") + content)
    token = _der(SEQUENCE, policy + _der(0xA0, signed))
    return _der(SEQUENCE, _der(SEQUENCE, _der(INTEGER, bytes([status]))) + token)


def test_a_server_states_when_it_saw_a_digest() -> None:
    with server(granted) as url:
        found = rfc3161.timestamp(HEAD, url, SETTINGS)
    assert found.at == "2031-03-04T05:06:07+00:00"
    assert hashlib.sha256(HEAD).digest() in found.response


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda query: granted(query, status=2), "refused, with status 2"),
        (lambda query: granted(query, of=b"x" * 32), "of another digest"),
        (lambda _: granted(request(hashlib.sha256(HEAD).digest(), 7)), "another request"),
        (lambda query: granted(query)[:-9], "cut off"),
        (lambda _: b"<html>no timestamps here</html>", "no timestamp of this"),
        (lambda _: b"", "no timestamp of this"),
        (lambda _: b"x" * 200_000, "more than 100,000 bytes"),
    ],
)
def test_any_other_answer_is_refused(answer: Answer, words: str) -> None:
    with server(answer) as url, pytest.raises(StopRun, match=words):
        rfc3161.timestamp(HEAD, url, SETTINGS)


def test_a_server_that_fails_is_named() -> None:
    with server(granted, status=503) as url, pytest.raises(StopRun, match="answered 503"):
        rfc3161.timestamp(HEAD, url, SETTINGS)
    with pytest.raises(StopRun, match=f"timestamp server {url}"):
        rfc3161.timestamp(HEAD, url, SETTINGS)


def test_a_private_address_needs_the_users_own_word() -> None:
    with server(granted) as url, pytest.raises(StopRun, match="not public"):
        rfc3161.timestamp(HEAD, url, Settings(fetch_seconds=5.0))


CONFIGURATION = """
[tsa]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
[extensions]
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = name
[name]
"""


@pytest.mark.skipif(not shutil.which("openssl"), reason="no openssl on the PATH")
def test_openssl_as_a_server_and_as_the_judge_of_its_answer(tmp_path: Path) -> None:
    def openssl(*arguments: str | Path) -> None:
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)

    settings = tmp_path / "openssl.cnf"
    settings.write_text(CONFIGURATION.format(folder=tmp_path))
    key, certificate = tmp_path / "tsa.key", tmp_path / "tsa.pem"
    (tmp_path / "serial").write_text("01\n")
    made = ["-new", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=invented"]
    files = ["-keyout", key, "-out", certificate, "-config", settings, "-extensions", "extensions"]
    openssl("req", *made, *files)

    def answer(query: bytes) -> bytes:
        asked, told = tmp_path / "query", tmp_path / "reply"
        asked.write_bytes(query)
        section = ["-config", settings, "-section", "tsa"]
        openssl("ts", "-reply", "-queryfile", asked, *section, "-out", told)
        return told.read_bytes()

    with server(answer) as url:
        found = rfc3161.timestamp(HEAD, url, SETTINGS)
    head, response = tmp_path / "head.json", tmp_path / "head.json.tsr"
    head.write_bytes(HEAD)
    response.write_bytes(found.response)
    openssl("ts", "-verify", "-data", head, "-in", response, "-CAfile", certificate)
