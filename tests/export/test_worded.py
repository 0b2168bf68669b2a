"""Words in quotation marks: a text's own marks within them are single ones."""

from __future__ import annotations

import pytest

from fogline.export.worded import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Shells fell.", "“Shells fell.”"),
        ("“Shells fell,” he said.", "“‘Shells fell,’ he said.”"),
        ('"Shells fell," he said.', "“‘Shells fell,’ he said.”"),
        ('He said "shells fell".', "“He said ‘shells fell’.”"),
        ('He said ("no") twice: "no."', "“He said (‘no’) twice: ‘no.’”"),
        ("“Shells fell. They burned.", "“‘Shells fell. They burned.”"),
        ("The town’s ferry", "“The town’s ferry”"),
    ],
)
def test_marks_within_marks_are_single(words: str, shown: str) -> None:
    """A sentence that began with a mark got another: ““Shells fell,” he said.”"""
    assert quoted(words) == shown
