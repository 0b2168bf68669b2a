"""What is made quickly is the frozen dataclass that it was."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.model.quick import altered, quick


@quick
@dataclass(frozen=True, slots=True)
class Report:
    """Told by somebody, maybe of places."""

    text: str
    sure: bool = False
    places: list[str] = field(default_factory=list)
    length: int = field(init=False)

    def __post_init__(self) -> None:
        """Measure the text."""
        object.__setattr__(self, "length", len(self.text))


@given(st.text(), st.booleans(), st.lists(st.text()))
def test_it_holds_what_it_is_given(text: str, sure: bool, places: list[str]) -> None:
    made = Report(text, sure, places)
    assert (made.text, made.sure, made.places, made.length) == (text, sure, places, len(text))
    assert made == Report(text=text, places=places, sure=sure) == pickle.loads(pickle.dumps(made))
    assert dataclasses.replace(made, text="").length == 0


@given(st.text(), st.booleans(), st.text())
def test_it_is_altered_as_any_other(text: str, sure: bool, other: str) -> None:
    made = Report(text, sure)
    assert altered(made, text=other) == dataclasses.replace(made, text=other)
    assert altered(made) == made
    with pytest.raises(TypeError):
        altered(made, tone="")


def test_defaults_are_its_own() -> None:
    first, second = Report("a"), Report("b")
    first.places.append("Aden")
    assert (first.sure, second.places) == (False, [])


def test_it_stays_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Report("a").text = "b"  # type: ignore[misc]


@pytest.mark.parametrize("given", [(), ("a", False, [], 1)])
def test_it_refuses_what_it_does_not_know(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Report(*given)  # type: ignore[arg-type]
