"""Mirrored input gives mirrored lines: whoever is called names, the tool's words take no side."""

from __future__ import annotations

import re
from functools import cache

import pytest

from fogline import reading
from fogline.desk.receipts import receipts
from fogline.desk.wording import chain, summary
from fogline.model import Claim
from fogline.reading.reader import Reader
from fogline.settings import Settings
from tests.reading.sentences import document

# What each side calls the other, with the neutral terms.
CALLED = [
    (("terrorists", "militants"), ("occupiers", "opposing forces")),
    (("rashists", "Russian forces"), ("ukrops", "Ukrainian forces")),
    (("extremist groups", "armed groups"), ("regime troops", "government forces")),
    (("stooges", "supporters"), ("proxies", "allied groups")),
    (("takfiris", "armed Islamists"), ("Zionists", "Israelis")),
    (("infidels", "opposing forces"), ("jihadists", "armed Islamists")),
    (("regime", "government"), ("occupation forces", "foreign forces")),
    (("clique", "leadership"), ("statelet", "authorities in control")),
    (("fascists", "fighters"), ("enemy", "opposing forces")),
]
TEMPLATES = [
    "The {a} shelled a clinic of the {b}.",
    "The {a} killed nine {b}.",
    "The {a} attacked the {b} in the town.",
    "The {a} said that the {b} shelled the town.",
    "According to the {a}, the {b} withdrew from the town.",
    "The {a} will attack the {b} in the coming days.",
    "The {a} denied that the {b} held the town.",
]
# Praise and blame, and what a deed is called by those who did it and by those who suffered it.
DEEDS = [
    ("The heroic army shelled the town.", "The barbaric army shelled the town."),
    ("The army liberated the town.", "The army freed the town from the rebels."),
    ("The valiant rebels killed ten soldiers.", "The savage rebels killed ten soldiers."),
    ("The army neutralised ten rebels.", "The rebels neutralised ten soldiers."),
    ("The puppet army shelled the town.", "The so-called army shelled the town."),
]


@cache
def reader() -> Reader:
    return reading.load(Settings())


def said(claim: Claim) -> list[str]:
    """Return the tool's own lines of a claim."""
    slots = [r.value for r in receipts(claim) if r.slot in {"actor", "recipient"}]
    return [summary(claim).line, chain(claim), *slots]


def lines(text: str) -> list[list[str]]:
    return [said(claim) for claim in reader().read(document(text)).claims]


def lettered(told: list[list[str]], terms: dict[str, str]) -> list[list[str]]:
    """Return lines with the sides' names, and their neutral terms, by the sides' letters."""
    either = "|".join(sorted(map(re.escape, terms), key=len, reverse=True))
    return [
        [re.sub(rf"\b({either})\b", lambda met: terms[met[0]], s) for s in group] for group in told
    ]


@pytest.mark.parametrize("pair", CALLED, ids=lambda pair: f"{pair[0][0]}-{pair[1][0]}")
@pytest.mark.parametrize("template", TEMPLATES)
def test_names_swapped_give_the_lines_swapped(
    pair: tuple[tuple[str, str], tuple[str, str]], template: str
) -> None:
    (one, mine), (other, theirs) = pair
    there = lines(template.format(a=one, b=other))
    back = lines(template.format(a=other, b=one))
    assert there
    assert lettered(there, {mine: "A", theirs: "B"}) == lettered(back, {theirs: "A", mine: "B"})


@pytest.mark.parametrize("pair", CALLED, ids=lambda pair: f"{pair[0][0]}-{pair[1][0]}")
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_line_says_a_word_that_takes_a_side(
    pair: tuple[tuple[str, str], tuple[str, str]], template: str
) -> None:
    (one, _), (other, _) = pair
    told = str(lines(template.format(a=one, b=other)))
    assert not re.search(rf"(?i)\b({one}|{other})\b", told), told


@pytest.mark.parametrize("texts", DEEDS, ids=lambda texts: texts[0])
def test_whoever_does_it_and_whoever_tells_it_a_deed_has_one_line(texts: tuple[str, str]) -> None:
    for text in texts:
        claims = reader().read(document(text)).claims
        words = [w.text for c in claims for w in c.loaded]
        assert words, text
        assert not any(re.search(rf"(?i)\b{w}\b", str(said(c))) for c in claims for w in words)


# Words that name a state's army by its crimes, with what lines call it, for two states alike.
STATES = [
    ("Ukrainian terrorists", "Ukrainian fighters", "Russian terrorists", "Russian fighters"),
    ("Israeli extremists", "Israeli fighters", "Iranian extremists", "Iranian fighters"),
    (
        "terrorists of the Kiev regime",
        "fighters of the Kiev government",
        "terrorists of the Moscow regime",
        "fighters of the Moscow government",
    ),
    (
        "Ukrainian militants",
        "Armed Forces of Ukraine",
        "Russian militants",
        "Armed Forces of the Russian Federation",
    ),
    ("gunmen", "“gunmen”", "militants", "“militants”"),
    ("terrorist army", "army", "barbaric garrison", "garrison"),
]


@pytest.mark.parametrize("pair", STATES, ids=lambda pair: f"{pair[0]}-{pair[2]}")
@pytest.mark.parametrize("template", TEMPLATES[1:3])
def test_no_army_is_called_militants_and_a_tellers_own_noun_is_quoted(
    pair: tuple[str, str, str, str], template: str
) -> None:
    """Of "Kiev's militants" the desk made a heading of its own, unmarked."""
    one, mine, other, theirs = pair
    there = [told[0] for told in lines(template.format(a=one, b=other))]
    back = [told[0] for told in lines(template.format(a=other, b=one))]
    assert there
    assert mine in there[0]
    swapped = {mine: theirs, theirs: mine}
    either = "|".join(sorted(map(re.escape, swapped), key=len, reverse=True))
    assert [re.sub(either, lambda met: swapped[met[0]], line) for line in there] == back


def test_what_a_sentence_praises_or_blames_has_the_line_of_the_bare_one() -> None:
    bare = lines("The army shelled the town.")
    for word in ("heroic", "barbaric", "puppet", "valiant", "genocidal", "so-called"):
        assert lines(f"The {word} army shelled the town.") == bare, word
