"""Outside -> documents: files, folders, archives, letters, standard input, corpora, addresses.

Reasons of a SkipItem: empty, binary, encoding, bad-text, bad-json, no-text, unsupported, not-found,
unreadable, unparsable, damaged, bad-http (Unreadable); bad-address, bad-port, not-public, robots
(Refused); no-such-host, unreachable, http-status, no-feed (Unreadable, of a fetch); too-large,
timeout, out-of-memory, too-deep, crashed (OverLimit); off-topic (where a first look was asked for);
bad-row (a row of a list).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from fogline.errors import SkipItem
from fogline.intake import files
from fogline.intake.documents import document
from fogline.intake.stated import handed_in
from fogline.model import Capture, Stated
from fogline.settings import Settings

__all__ = ["captures", "document"]


def captures(
    inputs: Iterable[str],
    settings: Settings,
    *,
    published: str | None = None,
    stated: Stated | None = None,
) -> Iterator[Capture | SkipItem]:
    """Yield a capture for each document of the inputs; what cannot be used is yielded as its error.

    An input is a path, a folder, "-" for standard input, or an http(s) address. `published` is the
    day handed in for documents without a date of their own, `stated` what else is stated of them.
    """
    for item in _captures(inputs, settings, published):
        yield handed_in(item, published, stated)


def _captures(
    inputs: Iterable[str], settings: Settings, published: str | None
) -> Iterator[Capture | SkipItem]:
    for given in inputs:
        if given == "-":
            yield from files.from_stdin(settings, published)
        elif "://" in given:
            yield _fetched(given, settings, published)
        else:
            yield from files.from_path(Path(given), settings, published)


def _fetched(url: str, settings: Settings, published: str | None) -> Capture | SkipItem:
    from fogline.intake.fetch import fetch

    try:
        return fetch(url, settings, published=published)
    except SkipItem as skip:
        return skip
