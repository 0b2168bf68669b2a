from __future__ import annotations

import json
import signal
import socket
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run, running


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as held:
        return int(held.getsockname()[1])


def test_the_desk_says_where_it_is_and_ends_on_an_interrupt(
    fogline: Run, page: Path, tmp_path: Path
) -> None:
    ledger, port = tmp_path / "ledger.sqlite", free_port()
    fogline("add", "--ledger", ledger, page)
    with running("serve", "--ledger", ledger, "--port", str(port)) as desk:
        assert desk.stdout and desk.stderr
        told = f"The desk is at http://127.0.0.1:{port} (Ctrl-C ends it)\n"
        assert desk.stdout.readline().decode() == told
        with urllib.request.urlopen(
            f"http://127.0.0.1:{port}/api/openapi.json", timeout=20
        ) as answer:
            assert json.load(answer)["info"]["title"]
        desk.send_signal(signal.SIGINT)
        assert desk.wait(timeout=20) in (0, 130)
        assert b"Traceback" not in desk.stderr.read()


def test_a_taken_port_is_one_line(fogline: Run, page: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    fogline("add", "--ledger", ledger, page)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = fogline("serve", "--ledger", ledger, "--port", str(taken.getsockname()[1]))
    assert ran.status == 1
    assert "--port" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_the_address_that_was_asked_for_is_answered(
    fogline: Run, page: Path, tmp_path: Path
) -> None:
    ledger, port = tmp_path / "ledger.sqlite", free_port()
    fogline("add", "--ledger", ledger, page)
    with running("serve", "--ledger", ledger, "--host", "127.0.0.2", "--port", str(port)) as desk:
        assert desk.stdout
        desk.stdout.readline()
        with urllib.request.urlopen(f"http://127.0.0.2:{port}/api/overview", timeout=20) as answer:
            assert answer.status == 200
        desk.send_signal(signal.SIGINT)
        desk.wait(timeout=20)
