"""robots.txt (RFC 9309): which paths of a host may be fetched, and how slowly.

A host's file is read once a day. Where it is missing (4xx) everything is allowed; where the server
fails (5xx, no answer) nothing is, as the standard asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

LONGEST = 512_000  # bytes that are read; the standard asks for 500 KiB at least
RULES = 20_000  # lines of one file that count
SLOWEST = 120.0  # seconds; a longer Crawl-delay would mean never


@dataclass(frozen=True, slots=True)
class Rule:
    """One Allow or Disallow line; the longest pattern that matches decides."""

    allow: bool
    length: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host allows one agent; `delay` is its Crawl-delay in seconds."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, url: str) -> bool:
        """Tell whether the address may be fetched."""
        parts = urlsplit(url)
        path = _levelled(parts.path or "/") + (f"?{_levelled(parts.query)}" if parts.query else "")
        if path == "/robots.txt":
            return True
        hits = [(r.length, r.allow) for r in self.rules if _matches(r.pattern, path)]
        return max(hits, default=(0, True))[1]


EVERYTHING = Robots()
NOTHING = Robots((Rule(allow=False, length=1, pattern="/"),))


def of_answer(status: int, body: bytes, agent: str) -> Robots:
    """Return what a server's answer to /robots.txt means."""
    if status == 200:
        return parse(body[:LONGEST].decode("utf-8-sig", "replace"), agent)
    return NOTHING if status >= 500 or status == 429 else EVERYTHING


def parse(text: str, agent: str) -> Robots:
    """Return the rules of the group that names the agent, else those of the group for all."""
    token = re.split(r"[/\s]", agent.strip())[0].casefold()
    own: list[tuple[str, str]] = []
    for_all: list[tuple[str, str]] = []
    named = False
    for agents, lines in _groups(text):
        if token in agents:
            named = True
            own += lines
        elif "*" in agents:
            for_all += lines
    return _robots(own if named else for_all)


def _groups(text: str) -> Iterable[tuple[set[str], list[tuple[str, str]]]]:
    """Yield each group: its agents, and its lines as (name, value)."""
    agents: set[str] = set()
    lines: list[tuple[str, str]] = []
    for line in text.splitlines()[:RULES]:
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().casefold(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            if lines:
                yield agents, lines
                agents, lines = set(), []
            agents.add(re.split(r"[/\s]", value)[0].casefold())
        elif name in ("allow", "disallow", "crawl-delay"):
            lines.append((name, value))
    yield agents, lines


def _robots(lines: Iterable[tuple[str, str]]) -> Robots:
    rules: list[Rule] = []
    delay = None
    for name, value in lines:
        if name == "crawl-delay":
            delay = _seconds(value)
        elif value:
            pattern = _levelled(value)
            rules.append(Rule(name == "allow", len(pattern), pattern))
    return Robots(tuple(rules), delay)


def _seconds(value: str) -> float | None:
    try:
        seconds = float(value)
    except ValueError:
        return None
    return min(seconds, SLOWEST) if seconds > 0 else None


def _matches(pattern: str, path: str) -> bool:
    """Match by hand, piece by piece: a regular expression of many stars could take for ever."""
    anchored = pattern.endswith("$")
    first, *rest = (pattern[:-1] if anchored else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(rest, 1):
        if anchored and number == len(rest):
            return len(path) - len(piece) >= at and path.endswith(piece)
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not anchored or at == len(path)


def _levelled(path: str) -> str:
    """Write what may be written in two ways, with and without %XX, in one."""
    return quote(
        unquote(path, errors="surrogateescape"), safe="/*$?=&;:@!'()+,~%", errors="replace"
    )
