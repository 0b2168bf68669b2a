"""The web app: the JSON API under /api and the built front end for every other address."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from fastapi import APIRouter, FastAPI, HTTPException, Request
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from fogline.desk.front import front
from fogline.desk.headers import Secured
from fogline.desk.holding import Holding
from fogline.desk.routes import ROUTERS
from fogline.errors import FoglineError, StopRun
from fogline.settings import Settings

COMPRESSED = 2_000  # bytes from which an answer is compressed
STATIC = Path(__file__).parent / "static"
NOT_BUILT = """The desk's pages are not built.

Build them with:  npm --prefix web install && npm --prefix web run build
or install the package again with pip, which builds them.

The JSON API works without them: /api/board, described in /api/openapi.json
"""


def create_app(settings: Settings, static: Path = STATIC) -> FastAPI:
    """Return the desk over the settings' ledger; `static` holds the built pages.

    Only `settings.desk_hosts` are answered, so that no other site's name can point at the desk.
    """
    app = FastAPI(title="Fogline", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.holding = Holding(settings.ledger)
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESSED, compresslevel=5)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(settings.desk_hosts))
    app.add_middleware(Secured)
    app.add_exception_handler(StopRun, _stopped)
    for router in ROUTERS:
        app.include_router(router, prefix="/api")
    app.include_router(_pages(static))
    return app


def warm(app: FastAPI) -> None:
    """Read the ledger and choose the front page before anybody asks for it: that takes a while."""
    with suppress(FoglineError):  # whoever asks next is told
        front(app.state.holding.current())


def _stopped(_: Request, error: Exception) -> Response:
    return JSONResponse({"detail": str(error)}, 503)


def _pages(static: Path) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/{path:path}")
    def page(path: str) -> Response:
        if path.startswith("api/"):
            raise HTTPException(404, f"no {path}; the API is described in /api/openapi.json")
        return _file(static, path)

    return router


def _file(static: Path, path: str) -> Response:
    """A built file, or the one page whose script reads the address."""
    root = static.resolve()
    index = root / "index.html"
    if not index.is_file():
        return PlainTextResponse(NOT_BUILT, 503)
    wanted = (root / path).resolve()
    if wanted.is_file() and wanted.is_relative_to(root):
        return FileResponse(wanted, headers=_freshness(path))
    if path.startswith("assets/"):
        raise HTTPException(404, f"no {path}")
    return FileResponse(index, headers=_freshness("index.html"))


def _freshness(path: str) -> dict[str, str]:
    """Built assets carry a hash in their names and never change; all else is asked for again."""
    kept = path.startswith("assets/")
    return {"Cache-Control": "max-age=31536000, immutable" if kept else "no-cache"}
