"""Texts that nobody coded: taken apart into documents with their day and their headline."""

from __future__ import annotations

from pathlib import Path

from training.claims import uncoded

TEXT = """=== wire | Ruritania | 2024-03-05

Army quits the fort

The army left the fort
on Monday.

Rebels came.

=== channel post | Ruritania | undated

Shelling again near the mill.
"""


def test_each_heading_begins_a_document(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text(TEXT, encoding="utf-8")
    first, second = uncoded.documents(file)
    assert first.header["published"] == "2024-03-05"
    assert "published" not in second.header
    assert [(p.role, first.text[p.start : p.end]) for p in first.parts] == [
        ("headline", "Army quits the fort"),
        ("body", "The army left the fort on Monday.\n\nRebels came."),
    ]
    assert [p.role for p in second.parts] == ["body"]
    assert not first.claims and not second.claims


def test_a_file_without_a_heading_is_one_document(tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("Rebels came to the mill.", encoding="utf-8")
    (only,) = uncoded.documents(file)
    assert only.text == "Rebels came to the mill."
    assert [(p.start, p.end) for p in only.parts] == [(0, len(only.text))]
