"""A value as a JSON file that a person can read too."""

from __future__ import annotations

import json
from typing import Any


def json_file(value: Any) -> bytes:
    """Return the file's bytes, one entry a line."""
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()
