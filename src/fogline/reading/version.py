"""The reader's version: a number that people give it, and a digest of everything it reads by.

Rules, lexicons and weights are files of this package. Two readers of one version therefore read
alike, and a change that nobody thought to number is another version all the same.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

NUMBER: Final = 1
SHOWN: Final = 12  # hex digits of the digest


@cache
def version() -> str:
    """Return this reader's version, as every claim carries it."""
    return f"fogline-reader/{NUMBER}+{digest_of(Path(__file__).parent)[:SHOWN]}"


def digest_of(folder: Path) -> str:
    """Return the SHA-256 over a folder's files, by their paths in it; compiled ones apart."""
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()
