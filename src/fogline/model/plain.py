"""The nouns as plain values and back, and the ids that are hashes of content."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from typing import Any, Final, TypeVar, cast

from fogline.model.kept import Judgement
from fogline.model.told import Claim, Place, When

T = TypeVar("T")


def capture_id(body: bytes) -> str:
    """Return `sha256:<hex>` of the captured bytes."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def claim_id(document: str, claim: Claim) -> str:
    """Return the content hash of a claim in a document; the claim's own id plays no part.

    Nor does a confidence, a derivation or a day of speaking that is not told, so that claims keep
    the ids they had before there was one, nor a place's radius, which follows from the rest.
    """
    content = _HASHED.encode([document, _hashed(claim) | {"id": ""}])
    return f"claim:{hashlib.sha256(content.encode()).hexdigest()[:24]}"


def judgement(kind: str, subjects: tuple[str, ...], by: str, at: str, reason: str) -> Judgement:
    """Return a judgement made at an ISO 8601 instant, UTC, under the hash of its content."""
    said = json.dumps([kind, subjects, by, at, reason], ensure_ascii=False)
    key = hashlib.sha256(said.encode()).hexdigest()[:24]
    return Judgement(f"{kind}:{key}", kind, subjects, by, at, reason)


def identified(claim: Claim, document: str) -> Claim:
    """Return a claim of a document with its id."""
    return Claim(claim_id(document, claim), *_SLOTS(claim))


_SLOTS: Final = attrgetter(*(field.name for field in dataclasses.fields(Claim)[1:]))


def _hashed(item: Any) -> dict[str, Any]:
    kind: Any = type(item)
    names, values, late = _columns(kind)
    told = dict(zip(names, values(item), strict=True))
    for name in late:
        if told[name] is None:
            del told[name]
    return told


_LATE: dict[type, tuple[str, ...]] = {
    Claim: ("confidence",),
    Place: ("derivation",),
    When: ("spoken",),
}
_UNTOLD: dict[type, str] = {Place: "radius"}


@cache
def _columns(
    kind: type,
) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    names = tuple(sorted(n for n in _names(kind) or () if n != _UNTOLD.get(kind)))
    return names, attrgetter(*names), _LATE.get(kind, ())  # each class here has several


_HASHED: Final = json.JSONEncoder(default=_hashed, sort_keys=True, check_circular=False)


def to_dict(item: Any) -> Any:
    """Return a dataclass (or a tuple of them) as the JSON contract's plain values."""
    kind: Any = type(item)
    if kind in _PLAIN:
        return item
    names = _names(kind)
    if names is not None:
        return {
            name: value if type(value := getattr(item, name)) in _PLAIN else to_dict(value)
            for name in names
        }
    if isinstance(item, (tuple, list)):
        return [to_dict(i) for i in item]
    return item


_PLAIN: Final = frozenset({str, int, float, bool, types.NoneType})


def from_dict(kind: type[T], data: dict[str, Any]) -> T:
    """Return a dataclass of `kind` from what `to_dict` gave; fields not known are ignored."""
    wanted: Any = kind
    return cast(T, _build(wanted, _decoders(wanted), data))


# What follows works a type out once: a ledger of some thousand claims makes millions of values.
Decoder = Callable[[Any], Any]


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple(f.name for f in dataclasses.fields(kind))


@cache
def _decoders(kind: Any) -> tuple[tuple[str, Decoder | None], ...]:
    return tuple((name, _decoder(hint)) for name, hint in typing.get_type_hints(kind).items())


@cache
def _decoder(hint: Any) -> Decoder | None:
    """Return what turns a plain value into one of `hint`; None where it is that already."""
    if isinstance(hint, types.UnionType):
        return _decoder(next(o for o in typing.get_args(hint) if o is not types.NoneType))
    if typing.get_origin(hint) is tuple:
        inner = _decoder(typing.get_args(hint)[0])
        return partial(_tuple, inner) if inner else tuple
    if not dataclasses.is_dataclass(hint):
        return None
    kind: Any = hint
    return partial(_build, kind, _decoders(kind))


def _tuple(inner: Decoder, values: list[Any]) -> tuple[Any, ...]:
    return tuple([inner(value) for value in values])


def _build(
    kind: Any, decoders: tuple[tuple[str, Decoder | None], ...], data: dict[str, Any]
) -> Any:
    fields = {}
    for name, decode in decoders:
        if name in data:
            value = data[name]
            fields[name] = value if value is None or decode is None else decode(value)
    return kind(**fields)
