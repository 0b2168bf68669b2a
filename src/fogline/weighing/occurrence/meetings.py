"""Which claims the signs of blocks bring together, from who stands under each.

Under a sign stand items: twice a claim's key, one more where the claim is active there. They are
packed, so that those of a document's many signs are looked at as one array.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ITEM = np.dtype("<i8")
_ITEM = struct.Struct("<q")
NOWHERE = slice(0)  # where those stand that only a person's word brings together


@dataclass(frozen=True, slots=True)
class Meetings:
    """Claims of a document (`own`) that meet others, by their keys, each pair of the two once;
    `shared` is under how many signs.
    """

    own: NDArray[np.int64]
    others: NDArray[np.int64]
    shared: NDArray[np.int64]


def packed(claim: int, *, active: bool) -> bytes:
    """Return the item of a claim; those of several are one after the other."""
    return _ITEM.pack(2 * claim + active)


def but(items: bytes, gone: bytes) -> bytes:
    """Return packed items without some."""
    every = np.frombuffer(items, ITEM)
    return every[~np.isin(every, np.frombuffer(gone, ITEM))].tobytes()


def number(items: bytes) -> int:
    """Return how many items were packed."""
    return len(items) // ITEM.itemsize


def _numbers(every: Iterable[bytes]) -> NDArray[np.int64]:
    return np.array([*map(len, every)], np.int64) // ITEM.itemsize


def active(items: bytes) -> dict[int, bool]:
    """Return the claims that stand under a sign, each with whether it is active there."""
    return {found >> 1: bool(found & 1) for found in np.frombuffer(items, ITEM).tolist()}


def meetings(own: Mapping[int, bytes], under: Mapping[int, bytes]) -> Meetings:
    """Return who meets whom: `own` are the document's items by sign, `under` all that stand there,
    these among them.
    """
    many = _numbers(under.values())
    first = np.cumsum(many) - many  # where each sign's begin
    every = np.frombuffer(b"".join(under.values()), ITEM)
    ours = np.frombuffer(b"".join([own[sign] for sign in under]), ITEM)
    at = np.repeat(np.arange(len(many)), _numbers(own[sign] for sign in under))
    pair = np.repeat(np.arange(len(ours)), many[at])
    within = np.arange(len(pair)) - (np.cumsum(many[at]) - many[at])[pair]
    one, other = ours[pair], every[within + first[at][pair]]
    meet = ((one | other) & 1 == 1) & (one >> 1 != other >> 1)
    return _counted(one[meet] >> 1, other[meet] >> 1)


def shared(pairs: Iterable[tuple[int, int]], under: Mapping[int, bytes]) -> Iterator[int]:
    """Yield under how many signs each of two claims meet; `under` are all that stand there."""
    every = np.frombuffer(b"".join(under.values()), ITEM)
    signs = np.repeat(np.array(list(under), np.int64), _numbers(under.values()))
    order = np.lexsort((signs, every >> 1))
    signs, is_active = signs[order], every[order] & 1 == 1
    claims, first = np.unique(every[order] >> 1, return_index=True)
    ends = [*first[1:].tolist(), len(every)]
    at = dict(zip(claims.tolist(), map(slice, first.tolist(), ends), strict=True))
    for a, b in pairs:
        one, other = at.get(a, NOWHERE), at.get(b, NOWHERE)
        _, i, j = np.intersect1d(signs[one], signs[other], assume_unique=True, return_indices=True)
        yield int((is_active[one][i] | is_active[other][j]).sum())


def _counted(own: NDArray[np.int64], others: NDArray[np.int64]) -> Meetings:
    if not len(own):
        return Meetings(own, others, own)
    first = own.min()
    many = own.max() - first + 1  # a document's claims have keys that lie together
    pairs, shared = np.unique(others * many + (own - first), return_counts=True)
    return Meetings(first + pairs % many, pairs // many, shared)
