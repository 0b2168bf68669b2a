"""A cheap first look at a page: its headline, its language, and whether it may tell of a conflict.

Runs in the child process. It reads no article; it only spares the costly extraction of pages in
which hardly any word of `topic.toml` stands. Parsing and text by selectolax take .07 ms a page,
resiliparse's text .15: a second parser would gain nothing here.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

SHORT, SUFFICES = 150, 2  # a text of fewer words needs less
ENOUGH = 4  # different beginnings that make a page worth reading; a common one counts for less
BY_LENGTH = 0.2  # times the root of a text's words: what it needs at least
FEW = 0.5  # what a word counts that stands in other news as often
HEADLINE = 2.0  # how much more a word counts in the headline
LEAST = 200  # characters of paragraphs under which the page's whole text is looked at
READ = 60_000  # characters that are looked at
SURE = 0.06  # share of a language's commonest words from which on it is told

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PARAGRAPHS = "p, h1, h2, h3, blockquote, figcaption, .lead, .intro, article div, article li"
_DESCRIPTIONS = "meta[property='og:description'], meta[name=description], meta[property='og:title']"


@dataclass(frozen=True, slots=True)
class Look:
    """What a first look tells; `weight` is of the words of the topic, `language` ISO 639-1."""

    relevant: bool
    weight: float
    title: str | None = None
    language: str | None = None


def look(html: str) -> Look:
    """Look at a page."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    title = _title(tree)
    words = [w.casefold() for w in _WORD.findall(_text(tree)[:READ])]
    language = told(words)
    if language is None:
        return Look(True, 0.0, title or None)
    heads = [w.casefold() for w in _WORD.findall(title)]
    weight = weighed(language, words) + HEADLINE * weighed(language, heads)
    return Look(weight >= enough(len(words)), weight, title or None, language)


def enough(words: int) -> float:
    """Return the weight from which on a text of so many words is kept; long ones hold more."""
    return SUFFICES if words < SHORT else max(ENOUGH, BY_LENGTH * math.sqrt(words))


def told(words: list[str]) -> str | None:
    """Return the language whose commonest words stand in a text; None where it is not known."""
    if not words:
        return None
    counts = Counter(words)
    shares = {
        language: sum(counts[w] for w in topic.common) / len(words)
        for language, topic in topics().items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= SURE else None


def weighed(language: str, words: Iterable[str]) -> float:
    """Return the weight of a topic's words among these, each beginning once."""
    topic = topics()[language]
    found = {hit[0] for w in set(words) if (hit := topic.begins.match(w))}
    return sum(FEW if stem in topic.few else 1.0 for stem in found)


@dataclass(frozen=True, slots=True)
class Topic:
    """A language's words."""

    common: frozenset[str]
    begins: re.Pattern[str]
    few: frozenset[str]


@cache
def topics() -> dict[str, Topic]:
    """Return the words of each language of `topic.toml`."""
    source = resources.files(__package__).joinpath("topic.toml").read_text("utf-8")
    return {language: _topic(row) for language, row in tomllib.loads(source).items()}


def _topic(row: dict[str, str]) -> Topic:
    stems = sorted(set(row["words"].split()), key=len, reverse=True)  # the longest that fits
    begins = re.compile("|".join(re.escape(stem) for stem in stems))
    return Topic(frozenset(row["common"].split()), begins, frozenset(row["few"].split()))


def _title(tree: Any) -> str:
    nodes = [tree.css_first("title"), tree.css_first("h1")]
    said = [" ".join(node.text().split()) for node in nodes if node is not None]
    said += [node.attributes.get("content") or "" for node in tree.css(_DESCRIPTIONS)]
    return " ".join(dict.fromkeys(said))


def _text(tree: Any) -> str:
    for node in tree.css("script, style, noscript, template, nav, footer, aside"):
        node.decompose()
    paragraphs = " ".join(node.text(separator=" ") for node in tree.css(_PARAGRAPHS))
    if len(paragraphs) >= LEAST or tree.body is None:
        return paragraphs
    return str(tree.body.text(separator=" "))
