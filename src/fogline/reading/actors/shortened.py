"""Bodies named by the last word of their name alone: beside "the Syrian Coalition" "the Coalition"
is that one, where no other of the word's bearers is named in full.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fogline.reading.actors.actors import Name


_BODIES: Final = words("again.csv", "word")["body"]


def as_named(found: Iterable[Name], text: str) -> Iterator[Name]:
    """Yield names, each bare one as the one body that the text names by a longer one."""
    told = [(name, _said(name, text)) for name in found]
    fuller: dict[str, list[Name]] = {}
    for name, said in told:
        if name.bearers and " " in said:
            fuller.setdefault(said.rpartition(" ")[2], []).append(name)
    for name, said in told:
        yield _meant(name, fuller[said]) if said in _BODIES and said in fuller else name


def _meant(name: Name, longer: list[Name]) -> Name:
    """Return a name with the bearers of the one body that is named in full; "the army" is a
    state's.
    """
    meant = {b.actor.id for n in longer for b in n.bearers}
    own = {b.actor.id for b in name.bearers}
    anybodys = any(b.everywhere for b in name.bearers)
    if not own or anybodys or len(meant) != 1 or meant & own:
        return name
    return replace(name, bearers=longer[0].bearers)


def _said(name: Name, text: str) -> str:
    return text[name.start : name.end].lower().removeprefix("the ")
