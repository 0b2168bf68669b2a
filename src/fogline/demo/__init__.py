"""The bundled corpus: invented pages about four real conflicts, with gold claims for some."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def corpus() -> Path:
    """Return the folder of pages and JSONL corpora that `fogline demo` adds, one folder a zone."""
    return _HERE / "documents"


def manifest() -> Path:
    """Return the TOML file that lists every document: zone, file, publisher, date, genre, basis."""
    return _HERE / "manifest.toml"


def gold() -> Path:
    """Return the folder of NAME.txt and NAME.gold.json, coded by the codebook."""
    return _HERE / "gold"
