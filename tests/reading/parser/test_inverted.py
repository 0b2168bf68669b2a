"""Speakers behind their verb whom a parse takes for those spoken to."""

from __future__ import annotations

import numpy as np
import pytest

from fogline.reading.parser.inverted import Inverted
from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

LABELS = {"deprel": ["root", "nsubj", "ccomp", "obj", "iobj", "parataxis", "xcomp", "det"]}
FORMS = ["Leave", ",", "urged", "the", "envoy"]
HEADS = np.array([2, 2, 2, 4, 2])


@pytest.mark.parametrize(("hung", "mended"), [(4, 1), (3, 3)])
def test_who_is_told_behind_a_comma_speaks(hung: int, mended: int) -> None:
    """An object is one still where no quotation closes before the verb."""
    relations = np.array([2, 7, 0, 7, hung])
    assert Inverted(LABELS).mended(HEADS, relations, FORMS)[4] == mended
    assert relations[4] == hung  # what was handed in stays as it was


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Bring the troops home, demanded the families.", "demanded", "families"),
        ('"Stop the shelling," urged the envoy.', "urged", "envoy"),
        ('"They will pay," threatened the army.', "threatened", "army"),
        ('"They will pay," threatened the rebels.', "threatened", "rebels"),
    ],
)
def test_who_speaks_behind_the_verb_acts(
    whole: Reader, text: str, trigger: str, actor: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == ([actor], [])


@pytest.mark.parametrize(
    "text",
    [
        'The rebels are here. "Leave," the envoy urged the rebels.',
        "The army left, and the envoy urged the rebels to leave.",
        "The envoy came to Homs and urged the rebels to leave.",
    ],
)
def test_who_is_spoken_to_stays_so(whole: Reader, text: str) -> None:
    found = at(whole.read(document(text)).claims, "urged")
    assert (texts(found.actors), texts(found.recipients)) == (["envoy"], ["rebels"])
