"""The bundled corpus is read once for all tests of weighing that look at it."""

from __future__ import annotations

import pytest

from tests.weighing import bundled
from tests.weighing.bundled import Weighed


@pytest.fixture(scope="session")
def weighed() -> Weighed:
    """The bundled corpus, read by the real reader and weighed."""
    return bundled.read()
