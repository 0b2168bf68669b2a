"""What the ledger holds, and its exports to download."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, HTTPException
from fastapi.responses import StreamingResponse

from fogline import conclusions
from fogline.desk.holding import Current, Held, Holding
from fogline.desk.schemas import ExportLink, Overview, ZoneName
from fogline.desk.snapshot import counts
from fogline.export import FORMATS, KINDS, lines

router = APIRouter(tags=["exports"])
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json", "jsonl": "application/jsonl"}


@router.get("/overview")
def overview(view: Current) -> Overview:
    """The three counts over the whole ledger, the zones with documents, and the downloads."""
    held = {view.zone_of.get(document) for document in view.readings}
    exports = [(kind, format) for kind in KINDS for format in FORMATS]
    return Overview(
        counts=counts(view, view.readings),
        claims=len(view.told),
        events=len(view.events),
        zones=tuple(ZoneName(id=z.id, name=z.name, box=z.box) for z in view.zones if z.id in held),
        exports=tuple(
            ExportLink(kind=kind, format=format, href=f"/api/exports/{kind}.{format}")
            for kind, format in exports
        ),
    )


@router.get("/exports/{kind}.{format}")
def export(held: Held, kind: str, format: str) -> StreamingResponse:
    """One kind of thing in one format, the same bytes for the same ledger."""
    if kind not in KINDS or format not in FORMATS:
        raise HTTPException(404, f"no export {kind}.{format}; /api/overview lists them")
    return download(_pieces(held, kind, format), kind, format)


def download(pieces: Iterator[str], name: str, format: str) -> StreamingResponse:
    """Return text in pieces as a file to keep."""
    return StreamingResponse(
        pieces,
        media_type=MEDIA_TYPES.get(format, "application/octet-stream"),
        headers={"Content-Disposition": f'attachment; filename="fogline-{name}.{format}"'},
    )


def _pieces(held: Holding, kind: str, format: str) -> Iterator[str]:
    with held.opened() as ledger:
        yield from lines(conclusions.still(ledger), kind, format)
