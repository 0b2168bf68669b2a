"""A reader's version tells any two readers apart."""

from __future__ import annotations

import re
from pathlib import Path

from fogline.reading.version import digest_of, version


def test_a_version_is_a_number_and_a_digest() -> None:
    assert re.fullmatch(r"fogline-reader/\d+\+[0-9a-f]{12}", version())


def test_any_change_to_any_file_is_another_version(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    words = tmp_path / "lexicon" / "words.csv"
    words.write_text("shelled\n")
    first = digest_of(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "rules.pyc").write_bytes(b"compiled")
    assert digest_of(tmp_path) == first
    words.write_text("shelled \n")
    assert digest_of(tmp_path) != first
    words.write_text("shelled\n")
    assert digest_of(tmp_path) == first
    words.rename(tmp_path / "lexicon" / "other.csv")
    assert digest_of(tmp_path) != first
