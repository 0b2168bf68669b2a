"""One capture as a WACZ 1.1.1: a WARC with its index, its page, and a digest of every file.

https://specs.webrecorder.net/wacz/1.1.1/. The record is a `resource`, not a `response`: what the
server sent around the bytes was not kept in full, and nothing is made up for it. The same case
gives the same bytes.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from fogline.chain import digest
from fogline.export.case import Case, named
from fogline.export.json_file import json_file

DATE: Final = (1980, 1, 1, 0, 0, 0)  # of every file in the archive: none means anything
UNKNOWN: Final = "1970-01-01T00:00:00Z"  # a WARC asks for a date; the capture has none
SOFTWARE: Final = "Fogline"


def wacz(case: Case, beside: Mapping[str, bytes]) -> bytes:
    """Return the archive; the files of `beside` stand in it under evidence/."""
    record = gzip.compress(_record(case), mtime=0)
    files = {
        "archive/data.warc.gz": record,
        "indexes/index.cdx": _index(case, len(record)).encode(),
        "pages/pages.jsonl": _pages(case).encode(),
        **{f"evidence/{name}": content for name, content in sorted(beside.items())},
    }
    package = json_file(_package(case, files))
    files["datapackage.json"] = package
    sealed = {"path": "datapackage.json", "hash": f"sha256:{digest(package)}"}
    files["datapackage-digest.json"] = json_file(sealed)
    return _zip(files)


def target(case: Case) -> str:
    """Return the address that the record stands for, or the name of its bytes."""
    return case.capture.url or named(case.capture.id)


def _record(case: Case) -> bytes:
    body = case.capture.body
    fields = {
        "WARC-Type": "resource",
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, case.capture.id)}>",
        "WARC-Target-URI": _one_line(target(case)),
        "WARC-Date": _instant(case),
        "WARC-Block-Digest": case.capture.id,
        "WARC-Payload-Digest": case.capture.id,
        "Content-Type": case.capture.media_type,
        "Content-Length": str(len(body)),
    }
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return head.encode() + b"\r\n" + body + b"\r\n\r\n"


def _index(case: Case, length: int) -> str:
    stamp = "".join(c for c in _instant(case) if c.isdigit())
    fields = {
        "url": _one_line(target(case)),
        "mime": case.capture.media_type,
        "status": "200",
        "digest": case.capture.id,
        "length": str(length),
        "offset": "0",
        "filename": "data.warc.gz",
    }
    return f"{_sortable(target(case))} {stamp} {json.dumps(fields)}\n"


def _pages(case: Case) -> str:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    title = case.reading.document.title or case.capture.name
    page = {"id": "1", "url": _one_line(target(case)), "ts": _instant(case), "title": title}
    return f"{json.dumps(head)}\n{json.dumps(page)}\n"


def _package(case: Case, files: Mapping[str, bytes]) -> dict[str, Any]:
    resources = [
        {
            "name": path.rpartition("/")[2],
            "path": path,
            "hash": f"sha256:{digest(content)}",
            "bytes": len(content),
        }
        for path, content in files.items()
    ]
    return {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": f"Evidence for {case.claim.id}",
        "software": SOFTWARE,
        "created": case.chain[-1].at,
        "mainPageUrl": target(case),
        "mainPageDate": _instant(case),
        "resources": resources,
    }


def _sortable(url: str) -> str:
    """Return an address with its host turned about, as an index sorts it."""
    parts = urlsplit(_one_line(url))
    if not parts.hostname:
        return url
    host = ",".join(reversed(parts.hostname.split(".")))
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}){parts.path or '/'}{query}".lower()


def _instant(case: Case) -> str:
    return (case.capture.captured_at or UNKNOWN).replace("+00:00", "Z")


def _one_line(text: str) -> str:
    """Return an address without what would end a line or a field."""
    return "".join(f"%{ord(c):02X}" if c <= " " else c for c in text)


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for path, content in files.items():
            archive.writestr(ZipInfo(path, DATE), content)
    return out.getvalue()
