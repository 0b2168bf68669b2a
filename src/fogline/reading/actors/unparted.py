"""Names that a list gives side by side where its commas are lost: "the Northern Front Southern
League and Valley Brigade" are three. Where one ends is known only of names that are listed.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from fogline.model import Mention
from fogline.reading.actors.actors import link

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.scene import Scene

_BESIDE: Final = re.compile(r" (?:the )?")
_LAST: Final = re.compile(r",? (?:and|or|&|as well as) (?:the )?")
_GOVERNMENT: Final = "-government"
_OF_STATE: Final = 3  # "sy-"


def spread(mention: Mention, scene: Scene) -> tuple[Mention, ...]:
    """Return a mention, or each name of the list that it stands on, the words before the first
    left where they are: "militants of the Northern Front".
    """
    if both := _of_two_states(mention):
        return both
    named = scene.once(_lists)
    if not named or mention.start is None or mention.end is None:
        return (mention,)
    start, end = mention.start - scene.part.start, mention.end - scene.part.start
    for names in named:
        if end <= names[0].start or start >= names[-1].start or end > names[-1].end:
            continue
        # "in Northland Southland and Westland met": the first may only say where
        if names[0].kind != "place" or start <= names[0].start:
            first, *others = (scene.named(name) for name in names)
            return (_with_words(mention, first, scene), *others)
    return (mention,)


def _of_two_states(mention: Mention) -> tuple[Mention, ...]:
    """Return the two states that a hyphen joins into one word, "US-Russian"; else nothing."""
    first, _, second = mention.text.partition("-")
    if mention.start is None or not (first[:1].isupper() and second[:1].isupper()):
        return ()
    one, other = link(first), link(second)
    if one is None or other is None or not one.id.endswith(_GOVERNMENT):
        return ()
    if not other.id.endswith(_GOVERNMENT):
        return ()
    middle = mention.start + len(first)
    return (
        Mention(first, mention.start, middle, one.name, one.id),
        Mention(second, middle + 1, mention.end, other.name, other.id),
    )


def _with_words(mention: Mention, first: Mention, scene: Scene) -> Mention:
    """Return the first name of a list with the words that its mention has before it."""
    if first.start is None or mention.start is None or mention.start >= first.start:
        return first
    end = first.end
    return Mention(scene.document.text[mention.start : end], mention.start, end, None, None)


def _lists(scene: Scene) -> list[list[Entity]]:
    """Return the lists of a part that lost their commas, each with the name that "and" ends it
    with.
    """
    names = [e for e in scene.entities if _is_listed(e)]
    found: list[list[Entity]] = []
    open_at: list[Entity] = names[:1]
    for before, after in itertools.pairwise(names):
        between = scene.text[before.end : after.start]
        if _BESIDE.fullmatch(between) and not _is_within(before, after):
            open_at.append(after)
            continue
        if len(open_at) > 1 and _LAST.fullmatch(between):
            found.append([*open_at, after])
        open_at = [after]
    return found


def _is_listed(name: Entity) -> bool:
    """Tell whether an entity is a listed body, or a state, by its name."""
    body = name.kind in {"actor", "organisation"} and name.id is not None
    state = name.kind == "place" and (name.feature or "").startswith("PCL")
    return (body or state) and name.text[:1].isupper()


def _is_within(outer: Entity, inner: Entity) -> bool:
    """Tell whether a name behind another may only be that of a part of it, or is its own again."""
    first, second = outer.id or "", inner.id or ""
    of_one_state = first[:_OF_STATE] == second[:_OF_STATE] and first[2:_OF_STATE] == "-"
    return first == second or of_one_state
