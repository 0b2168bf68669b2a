"""`fogline serve`: the desk in the browser."""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.settings import Settings

HOST, PORT = "127.0.0.1", 8710
Host = Annotated[str, typer.Option(help="The address to listen on; others can reach all but this.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]


def serve(ledger: LedgerPath = None, host: Host = HOST, port: Port = PORT) -> None:
    """Serve the desk over a ledger; Ctrl-C ends it."""
    from fogline.ledger import Ledger

    settings = settings_with(ledger=ledger)
    Ledger.open(settings.ledger, read_only=True).close()  # a mistyped path ends here
    serve_desk(settings, host, port)


def serve_desk(settings: Settings, host: str, port: int) -> None:
    """Say where the desk is and serve it; raises StopRun when it cannot listen there."""
    import uvicorn

    from fogline.desk.app import create_app, warm

    with _listening(host, port) as listening:
        typer.echo(f"The desk is at http://{host}:{port} (Ctrl-C ends it)")
        app = create_app(_answering(settings, host))
        Thread(target=warm, args=(app,), daemon=True).start()
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        server.run(sockets=[listening])


def _answering(settings: Settings, host: str) -> Settings:
    """Return the settings with the name that was asked for among those that the desk answers."""
    return settings.model_copy(update={"desk_hosts": (*settings.desk_hosts, host)})


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        reason = error.strerror or str(error)
        raise StopRun(f"{host}:{port}: {reason} (name another with --port or --host)") from None
