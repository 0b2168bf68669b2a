"""Frozen dataclasses that are made in half the time."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeVar, cast

T = TypeVar("T")

_MADE: Final = object()  # stands for a default that is made anew each time


def quick(cls: type[T]) -> type[T]:
    """Give a frozen dataclass with slots an `__init__` that goes to the slots themselves.

    That of `dataclasses` looks each of them up by name every time; reading makes some fifty
    objects a claim. Raises KeyError where the class has no slots.
    """
    known: dict[str, Any] = {"_MADE": _MADE}
    asked, lines = ["self"], []
    for field in [f for f in dataclasses.fields(cls) if f.init]:  # type: ignore[arg-type]
        name, value = field.name, field.name
        known[f"set_{name}"] = cls.__dict__[name].__set__
        if field.default is not dataclasses.MISSING:
            known[f"of_{name}"] = field.default
            asked.append(f"{name}=of_{name}")
        elif field.default_factory is not dataclasses.MISSING:
            known[f"of_{name}"] = field.default_factory
            asked.append(f"{name}=_MADE")
            value = f"of_{name}() if {name} is _MADE else {name}"
        else:
            asked.append(name)
        lines.append(f"    set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(asked)}):\n" + "\n".join(lines), known, made)
    cls.__init__ = made["__init__"]  # type: ignore[method-assign]
    return cls


def altered(item: T, **values: Any) -> T:
    """Return a dataclass of several fields with other values, as `dataclasses.replace` does in
    several times the time.
    """
    kind: Any = type(item)
    names, told = _fields(kind)
    return cast(T, kind(**dict(zip(names, told(item), strict=True)) | values))


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in dataclasses.fields(kind) if field.init)
    return names, attrgetter(*names)
