"""What the measuring programs share: where the data lies, and rows of a corpus read into claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from fogline import intake, reading
from fogline.model import Capture, Reading, capture_id
from fogline.settings import Settings

SHARED: Final = Path(__file__).resolve().parents[2] / "shared"


def readings(lines: Iterable[Mapping[str, Any]]) -> dict[str, Reading]:
    """Read lines of a JSONL corpus (id, text, published); returns the readings by id."""
    settings = Settings()
    documents = (_document(line, settings) for line in lines)
    return {str(r.document.input_id): r for r in reading.load(settings).pipe(documents)}


def _document(line: Mapping[str, Any], settings: Settings) -> Any:
    body = json.dumps(line).encode()
    capture = Capture(capture_id(body), body, "application/json", str(line["id"]))
    return intake.document(capture, settings)
