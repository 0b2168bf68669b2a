"""Document → claims. `load(settings)` gives the reader; language.py alone knows spaCy and ONNX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

__all__ = ["load"]


def load(settings: Settings, *, heads: bool = True) -> Reader:
    """Return a reader with the shipped language model and lexicons; takes a second or two.

    Without the learned `heads` it reads by its rules alone.
    """
    from fogline.reading.crew import Crew
    from fogline.reading.language import load as load_language
    from fogline.reading.reader import Reader

    language = load_language(settings.threads, heads=heads)
    many = settings.workers > 1 and heads
    return Crew(language, settings.workers) if many else Reader(language)
