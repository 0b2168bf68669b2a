"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, noun: str, several: str | None = None) -> str:
    """Return `1 claim`, `2 claims`; `several` is the plural of a noun that does not take an s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {several or noun + 's'}"
