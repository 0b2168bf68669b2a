"""robots.txt (RFC 9309): which paths of a host may be fetched, and how slowly. Read by protego.

A host's file is read once a day. Where it is missing (4xx) everything is allowed; where the server
fails (5xx, no answer) nothing is, as the standard asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from protego import Protego

LONGEST = 512_000  # bytes that are read; the standard asks for 500 KiB at least
LINES = 20_000  # lines of one file that count
SLOWEST = 120.0  # seconds; a longer Crawl-delay would mean never
OTHERS = "User-agent: (others)"

_AGENT = re.compile(r"(?i)\s*user[- ]?agent\s*[:\s]\s*([^\s/#]*)")


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host allows one agent; `delay` is its Crawl-delay in seconds."""

    rules: Protego
    agent: str
    delay: float | None = None

    def allows(self, url: str) -> bool:
        """Tell whether the address may be fetched."""
        return bool(self.rules.can_fetch(url, self.agent))


def of_answer(status: int, body: bytes, agent: str) -> Robots:
    """Return what a server's answer to /robots.txt means."""
    if status == 200:
        return parse(body[:LONGEST].decode("utf-8-sig", "replace"), agent)
    return NOTHING if status >= 500 or status == 429 else EVERYTHING


def parse(text: str, agent: str) -> Robots:
    """Return the rules of the group that names the agent, else those of the group for all."""
    token = re.split(r"[/\s]", agent.strip())[0].casefold()
    rules = Protego.parse("\n".join(_levelled(islice(text.splitlines(), LINES), token)))
    delay = rules.crawl_delay(token)
    return Robots(rules, token, min(delay, SLOWEST) if delay else None)


def _levelled(lines: Iterable[str], token: str) -> Iterator[str]:
    """Name agents by their token alone, and all that are not meant alike.

    protego keeps the rules of each agent apart: ten thousand agents above ten thousand rules would
    fill the memory.
    """
    before = ""
    for line in lines:
        named = _AGENT.match(line)
        found = (named[1].rstrip("*") or named[1]).casefold() if named else ""
        now = f"User-agent: {found}" if found in (token, "*") else OTHERS if named else line
        if now != before or not named:
            yield now
        before = now


EVERYTHING = parse("", "*")
NOTHING = parse("User-agent: *\nDisallow: /", "*")
