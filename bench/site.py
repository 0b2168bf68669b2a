"""A small web site on loopback, for tests and benchmarks: a path an answer, every request noted."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What is sent; `body` may be pieces that are made as they are sent."""

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


Route = Answer | Callable[[BaseHTTPRequestHandler], Answer]


class Site:
    """The paths that a server answers; change them while it runs."""

    def __init__(self, port: int) -> None:
        self.port, self.routes, self.asked = port, {}, []
        self.routes: dict[str, Route]
        self.asked: list[tuple[str, dict[str, str]]]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [path for path, _ in self.asked]


@contextmanager
def serving(hosts: int = 1) -> Iterator[Site]:
    """Serve on 127.0.0.1, .2 ... at one port; ends with the block."""
    servers: list[ThreadingHTTPServer] = []
    site = Site(0)
    handler = type("Handler", (_Handler,), {"site": site})
    for number in range(1, hosts + 1):
        server = _Server((f"127.0.0.{number}", site.port), handler)
        site.port = server.server_port
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
    try:
        yield site
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        headers = {k.lower(): v for k, v in self.headers.items()}
        self.site.asked.append((self.path, headers))
        route = self.site.routes.get(self.path, Answer(status=404))
        answer = route if isinstance(route, Answer) else route(self)
        etag = answer.headers.get("ETag")
        if etag and headers.get("if-none-match") == etag:
            answer = Answer(status=304, headers={"ETag": etag})
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if isinstance(answer.body, bytes) and "Content-Length" not in answer.headers:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        pieces = iter([answer.body]) if isinstance(answer.body, bytes) else answer.body()
        try:
            for piece in pieces:
                self.wfile.write(piece)
        except OSError:
            return

    def log_message(self, *_: Any) -> None:
        return


def rss(links: list[str], title: str = "The Quay") -> Answer:
    """Return a feed of pages."""
    items = "".join(f"<item><title>Report</title><link>{link}</link></item>" for link in links)
    body = f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>"
    return Answer(body.encode(), headers={"Content-Type": "application/rss+xml"})


def html(words: str, **headers: str) -> Answer:
    """Return a page with one article."""
    body = (
        f"<!doctype html><html><body><article><h1>Report</h1><p>{words}</p></article></body></html>"
    )
    return Answer(body.encode(), headers={"Content-Type": "text/html; charset=utf-8"} | headers)
