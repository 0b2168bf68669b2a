"""What goes on with "that", and what there is "of" something: hung where it belongs."""

from __future__ import annotations

import numpy as np
import pytest

from fogline.reading.parser.continuing import Continuing
from tests.reading.sentences import One, cited

LABELS = {"deprel": ["root", "mark", "conj", "ccomp", "nsubj", "expl", "case", "obl", "nmod"]}
LABELS["deprel"] += ["acl:relcl"]


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("It seems the army has left the town, and that rebels shelled the mill.", "probable"),
        ("It seems that the army has left the town, and that rebels shelled it.", "probable"),
        ("The town is quiet, and rebels shelled the mill.", "certain"),
    ],
)
def test_what_seems_goes_on_seeming(claim: One, text: str, certainty: str) -> None:
    assert claim(text, "shelled").certainty == certainty


def test_what_is_said_goes_on_being_said(claim: One) -> None:
    text = "The mayor said the army had left the town, and that rebels shelled the mill."
    assert [s.text for s in cited(claim(text, "shelled"))] == ["mayor"]


def test_what_there_were_hopes_of_did_not_happen(claim: One) -> None:
    text = "Whatever hopes there were of a military intervention by Ruritania have gone."
    assert claim(text, "military intervention").status == "hypothetical"


def test_a_clause_with_its_own_that_goes_to_the_content_clause_before_it() -> None:
    # it seems they left and that others came
    forms = "it seems they left and that others came".split()
    heads = np.array([1, 1, 3, 1, 7, 7, 7, 1])
    relations = np.array([5, 0, 4, 3, 6, 1, 4, 2])
    found, same = Continuing(LABELS).mended(heads, relations, forms)
    assert found.tolist() == [1, 1, 3, 1, 7, 7, 7, 3]
    assert same is relations
    assert heads[7] == 1  # what was handed in stays as it was


def test_where_nothing_hangs_too_high_nothing_is_changed() -> None:
    heads, relations = np.array([1, 1, 1]), np.array([4, 0, 7])
    found, same = Continuing(LABELS).mended(heads, relations, ["rebels", "left", "today"])
    assert found is heads and same is relations
