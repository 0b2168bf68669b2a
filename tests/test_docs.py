"""What the documentation says is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fogline.cli import COMMANDS, GROUPS
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_within_the_repository_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_commands_that_are_shown_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = set(re.findall(r"^(?:\.venv/bin/)?fogline ([a-z]+)", text, flags=re.MULTILINE))
    assert shown - {command.__name__ for command in COMMANDS} - GROUPS.keys() == set()
    made = set(re.findall(r"`make ([a-z]+)", text))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {target for target in made if not re.search(rf"(?m)^{target}:", makefile)} == set()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_python_that_is_shown_compiles(page: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for block in blocks:
        compile(block, str(page), "exec")


def test_every_page_is_in_the_navigation() -> None:
    shown = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    assert [page.name for page in PAGES[1:] if f'"{page.name}"' not in shown] == []
