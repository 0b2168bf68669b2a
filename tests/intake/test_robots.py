"""robots.txt as RFC 9309 says it."""

from __future__ import annotations

import time

import pytest

from fogline.intake import robots

AGENT = "Fogline/0.1 (conflict reporting reader)"
TEXT = """\ufeff# a comment
User-agent: Other
User-agent: fogline  # two agents share a group
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /ca%66é
Disallow: /find?*q=
Crawl-delay: 7

User-agent: *
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("/private/a", False), ("/private/open/a", True), ("/a.pdf", False),
        ("/a.pdf?x", True), ("/caf%C3%A9", False), ("/find?a=1&q=2", False), ("/find", True),
        ("/robots.txt", True),
    ],
)  # fmt: skip
def test_the_longest_match_of_the_own_group_decides(path: str, allowed: bool) -> None:
    found = robots.parse(TEXT, AGENT)
    assert found.allows(f"https://quay.example{path}") is allowed
    assert found.delay == 7.0


def test_others_get_the_group_for_all() -> None:
    assert not robots.parse(TEXT, "Somebody").allows("https://quay.example/a")
    assert robots.parse("User-agent: x\nDisallow: /", AGENT).allows("https://quay.example/a")
    assert robots.parse("User-agent: *\nDisallow:\n", AGENT).allows("https://quay.example/a")


def test_allow_wins_a_tie() -> None:
    text = "User-agent: *\nDisallow: /a\nAllow: /a\n"
    assert robots.parse(text, AGENT).allows("https://quay.example/a")


@pytest.mark.parametrize(
    ("status", "allowed"), [(200, True), (404, True), (403, True), (500, False), (429, False)]
)
def test_what_an_answer_without_rules_means(status: int, allowed: bool) -> None:
    assert robots.of_answer(status, b"", AGENT).allows("https://quay.example/a") is allowed


def test_a_hostile_file_is_read_quickly() -> None:
    began = time.monotonic()
    found = robots.parse("User-agent: *\nDisallow: /" + "*a" * 100_000 + "b\n" * 3, AGENT)
    assert found.allows("https://quay.example/" + "a" * 50_000)
    assert robots.parse("Crawl-delay: nan\nUser-agent: *\nCrawl-delay: 1e9", AGENT).delay == 120.0
    assert time.monotonic() - began < 10


def test_many_agents_above_many_rules_are_read_quickly() -> None:
    agents = "".join(f"User-agent: bot{n}\nUser-agent: *\n" for n in range(5_000))
    began = time.monotonic()
    found = robots.parse(agents + "Disallow: /a\n" * 9_000, AGENT)
    assert not found.allows("https://quay.example/a")
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", ["reader", "fog", "foglines", "conflict"])
def test_a_word_of_the_agents_description_or_name_does_not_name_it(name: str) -> None:
    assert robots.parse(f"User-agent: {name}\nDisallow: /", AGENT).allows("https://quay.example/a")


@pytest.mark.parametrize(
    "line",
    ["user-agent:FOGLINE/2.0", "User agent: fogline", "USERAGENT fogline", "User-agent: Fogline*"],
)
def test_the_agent_is_known_however_it_is_written(line: str) -> None:
    found = robots.parse(f"{line}\nDisallow: /a\n\nUser-agent: *\nDisallow:", AGENT)
    assert not found.allows("https://quay.example/a")
    assert found.allows("https://quay.example/b")
