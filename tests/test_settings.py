from __future__ import annotations

import pytest

from fogline.errors import StopRun
from fogline.settings import from_environment


def test_the_environment_stands_over_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_THREADS", "3")
    assert from_environment().threads == 3


def test_a_value_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOGLINE_THREADS", "many")
    with pytest.raises(StopRun, match="FOGLINE_THREADS"):
        from_environment()
