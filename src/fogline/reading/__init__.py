"""Document → claims. `load(settings)` gives the reader; language.py alone knows spaCy and ONNX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

__all__ = ["load"]


def load(settings: Settings) -> Reader:
    """Return a reader with the shipped language model and lexicons; takes a second or two."""
    from fogline.reading.language import load as load_language
    from fogline.reading.reader import Reader

    return Reader(load_language(settings.threads))
