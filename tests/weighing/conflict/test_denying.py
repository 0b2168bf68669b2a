"""Which negative words deny a deed: much that reads as negative leaves open that it was done."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Claim
from fogline.weighing.conflict.denying import (
    denies,
    is_former,
    is_standing,
    leaves_open,
    names_arms,
    names_gas,
    nearly,
    not_yet,
    only_ended,
    only_named,
)
from fogline.weighing.events import events
from fogline.weighing.measures.wording import stem, tokens
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, source, told

TABLE = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("denying.toml").read_text("utf-8")
)
ASKS = {
    "leaves": leaves_open,
    "nearly": nearly,
    "yet": not_yet,
    "standing": is_standing,
    "former": is_former,
}
BRIGADE, GUARD = source("Harrow Brigade", "armed-group"), source("Selwen Guard", "armed-group")


def claim(marked: str, **slots: Any) -> Claim:
    """Return the claim of a sentence in which its trigger stands in *stars*."""
    before, trigger, behind = marked.split("*")
    text = f"{before}{trigger}{behind}"
    page = reading(text, "Vessa Times", "2031-03-04")
    found = told(page, {"sentence": text, "trigger": trigger} | slots).claims[0]
    at = len(before)
    return replace(found, trigger=replace(found.trigger, start=at, end=at + len(trigger)))


def conflicts(*sides: tuple[str, dict[str, Any]]) -> list[str]:
    """Return the types of the conflicts between sentences on several pages, each one's claim."""
    pages = []
    for outlet, (marked, slots) in zip(("Vessa Times", "Tarn Daily"), sides, strict=True):
        trigger, text = marked.split("*")[1], marked.replace("*", "")
        given = {"sentence": text, "trigger": trigger, "places": ("Orlin",)} | slots
        pages.append(told(reading(text, outlet, "2031-03-04"), given))
    found = events(pages, origins(pages))
    assert events(pages[::-1], origins(pages[::-1])) == found
    return [c.type for event in found for c in event.contradictions]


@pytest.mark.parametrize("kind", sorted(ASKS))
def test_every_row_is_found_in_its_example(kind: str) -> None:
    for row in TABLE[kind]:
        of = claim(row["example"], event=row.get("events", ["ASSAULT"])[0])
        assert ASKS[kind](of), row["example"]


def test_every_word_of_denial_is_one_in_its_sentence() -> None:
    (row,) = TABLE["denials"]
    held = next(word for word in row["words"] if word in row["example"])
    for word in row["words"]:
        assert denies({stem(w) for w in tokens(row["example"].replace(held, word))})
    assert not denies({stem(w) for w in tokens(row["example"].replace(held, "said"))})


@pytest.mark.parametrize(("kind", "names"), [("gas", names_gas), ("arms", names_arms)])
def test_every_word_for_arms_is_found_in_a_sentence(
    kind: str, names: Callable[[str], bool]
) -> None:
    (row,) = TABLE[kind]
    held = max((word for word in row["words"] if word in row["example"]), key=len)
    for word in row["words"]:
        assert names(row["example"].replace(held, word.replace("*", "es")))
    assert not names("The front attacked Orlin, and the fireguns fell silent.")


@pytest.mark.parametrize(
    "denies",
    [
        "The army did not *shell* the town.",
        "To prevent a revolt, the army did not *shell* the town.",
        "Nobody was there to stop the army, which never *shelled* the town.",
        "The brigade stopped the guard from *taking* the town.",
        "The army failed to *take* the town.",
        "The army denied that it had *bombed* the mill.",
        "The last train had left, and the town was not *shelled*.",
        "The first report was wrong: the town was not *shelled*.",
    ],
)
def test_plain_words_of_denial_leave_nothing_open(denies: str) -> None:
    assert not leaves_open(claim(denies, event="CONTROL"))
    assert not leaves_open(claim(denies))


@pytest.mark.parametrize("side", [BRIGADE, GUARD])
@pytest.mark.parametrize(
    ("negative", "contradicts"),
    [
        ("Orlin was not *shelled* on 4 March.", True),
        ("The salvo was meant to stop the *shelling* of Orlin on 4 March.", False),
        ("There is no confirmation that Orlin was *shelled* on 4 March.", False),
        ("It was not the first *shelling* of Orlin on 4 March.", False),
        ("No barracks was hit in the *shelling* of Orlin on 4 March.", False),
        ("It stopped *shelling* Orlin on 4 March.", False),
    ],
)
def test_what_leaves_a_deed_open_contradicts_nobody(
    side: Any, negative: str, contradicts: bool
) -> None:
    """Raids "to stop their advance" stood as a denial of the advance."""
    yes = ("Orlin was *shelled* on 4 March.", {})
    no = (negative, {"polarity": "negative", "by": (side,)})
    assert conflicts(yes, no) == ["polarity"] * contradicts


@pytest.mark.parametrize(
    ("positive", "contradicts"),
    [
        ("The *truce* in Orlin was holding on 4 March.", True),
        ("The *truce* in Orlin still stands on 4 March.", True),
        ("Orlin was besieged despite the *truce* on 4 March.", False),
        ("Nobody fired during the *truce* in Orlin on 4 March.", False),
        ("The *truce* in Orlin was agreed on 4 March.", False),
    ],
)
def test_who_says_that_a_truce_ended_contradicts_who_says_that_it_holds(
    positive: str, contradicts: bool
) -> None:
    kind = {"event": "RETREAT", "mode": "ceasefire"}
    ended = ("The *truce* in Orlin had collapsed by 4 March.", kind | {"polarity": "negative"})
    assert conflicts((positive, kind), (ended[0], ended[1])) == ["polarity"] * contradicts


def test_a_siege_that_was_broken_is_no_denial_that_there_was_one() -> None:
    siege = {"event": "CONTROL", "mode": "besiege"}
    broken = claim("The brigade broke the *siege* of Orlin.", polarity="negative", **siege)
    assert only_ended(broken, claim("Orlin has been under *siege* since May.", **siege))
    assert not only_ended(broken, claim("Orlin is still under *siege*.", **siege))
    denied = claim("There was never a *siege* of Orlin.", polarity="negative", **siege)
    assert not only_ended(denied, claim("Orlin has been under *siege* since May.", **siege))


def test_only_a_truce_is_only_named() -> None:
    truce = {"event": "RETREAT", "mode": "ceasefire"}
    assert only_named(claim("Shells fell despite the *truce*.", **truce))
    assert not only_named(claim("The *truce* holds.", **truce))
    assert not only_named(claim("Aid was let in after the *truce* took hold.", **truce))
    assert only_named(claim("They crossed after the *truce*, the army said.", **truce))
    assert not only_named(claim("People fled after the *shelling*."))


def test_what_is_almost_done_contradicts_nobody() -> None:
    siege = {"event": "CONTROL", "mode": "besiege", "actors": ("Orlin army",)}
    no = ("Orlin was not *encircled* on 4 March.", siege | {"polarity": "negative"})
    assert conflicts(("Orlin was *encircled* on 4 March.", siege), no) == ["polarity"]
    assert conflicts(("Orlin was almost *encircled* on 4 March.", siege), no) == []
