from __future__ import annotations

from pathlib import Path

from fogline.cli import COMMANDS, GROUPS, app
from fogline.cli.reference import reference
from tests.cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_on_the_command_line_is_up_to_date() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == reference(app), "run: .venv/bin/python -m fogline.cli.reference > docs/cli.md"


def test_every_command_has_help_and_fits_the_overview(fogline: Run) -> None:
    overview = fogline("--help").out
    assert "..." not in overview.partition("Commands:")[2]
    names = [*(command.__name__ for command in COMMANDS), *GROUPS]
    assert all(f"  {name} " in overview for name in names)
    assert fogline("--version").out.startswith("fogline ")
