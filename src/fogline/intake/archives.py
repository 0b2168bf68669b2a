"""WARC and WACZ archives -> a capture for each page in them.

What is no page (images, scripts, redirects, requests, revisits) is passed over; what should have
been one and cannot be read is yielded with the offset of its record.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO

from fogline.errors import SkipItem, Unreadable
from fogline.intake import custody, payload, warc
from fogline.intake.media import KEPT_HEADERS, of_type
from fogline.model import Capture
from fogline.settings import Settings

_WARCS = (".warc", ".warc.gz")

Item = Capture | SkipItem


def from_warc(
    stream: IO[bytes], name: str, settings: Settings, published: str | None
) -> Iterator[Item]:
    """Yield the pages of a WARC, packed by gzip or not, in its order."""
    for record in warc.records(stream, name, settings.fetch_bytes):
        if isinstance(record, SkipItem):
            yield record
            continue
        found: Item | None
        try:
            found = _page(record, f"{name}@{record.offset}", settings, published)
        except SkipItem as skip:
            found = skip
        if found is not None:
            yield found


def from_wacz(
    stream: IO[bytes], name: str, settings: Settings, published: str | None
) -> Iterator[Item]:
    """Yield the pages of a WACZ; one whose table of contents is lost is searched for records."""
    try:
        with zipfile.ZipFile(stream) as archive:
            inner = [i for i in archive.infolist() if i.filename.lower().endswith(_WARCS)]
            for member in inner:
                yield from _member(
                    archive, member, f"{name}/{member.filename}", settings, published
                )
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        yield Unreadable(name, "damaged", f"the archive's table of contents is damaged: {error}")
        stream.seek(0)
        yield from from_warc(stream, name, settings, published)
        return
    if not inner:
        yield Unreadable(name, "empty", "no WARC in the archive")


def _member(
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    name: str,
    settings: Settings,
    published: str | None,
) -> Iterator[Item]:
    try:
        with archive.open(member) as stream:
            yield from from_warc(stream, name, settings, published)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        yield Unreadable(name, "damaged", f"the WARC cannot be unpacked: {error}")


def _page(
    record: warc.Record, where: str, settings: Settings, published: str | None
) -> Capture | None:
    fields, url = record.fields, record.fields.get("warc-target-uri", "").strip("<>")
    if fields.get("warc-type") not in ("response", "resource") or not url.startswith("http"):
        return None
    kind = fields.get("content-type", "").lower()
    if kind.startswith("application/http"):
        found = payload.response(record.block, where, settings.fetch_bytes)
    else:
        found = payload.Response(200, {"content-type": kind}, record.block)
    declared = found.headers.get("content-type", "")
    media_type = of_type(declared) if declared else custody.media_type(found.body)
    if found.status != 200 or media_type is None:
        return None
    custody.check(found.body, where, settings.fetch_bytes)
    kept = tuple((k, found.headers[k]) for k in KEPT_HEADERS if k in found.headers)
    if number := fields.get("warc-record-id"):
        kept += (("warc-record-id", number),)
    about = {"url": url, "headers": kept, "published": published}
    if instant := fields.get("warc-date"):
        about["captured_at"] = instant
    return custody.capture(found.body, media_type, where, **about)
