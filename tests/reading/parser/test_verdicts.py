"""The subject of what reports are called, which a parse may hang on the verb of saying."""

from __future__ import annotations

import numpy as np
import pytest

from fogline.reading.parser.verdicts import Verdicts

LABELS = {"deprel": ["root", "nsubj", "ccomp", "acl", "nmod"], "xpos": ["NN", "NNS", "VBD"]}
# "mayor said reports that-town-fell false": the reports and the verdict both hang on "said"
XPOS = np.array([0, 2, 1, 2, 2])


@pytest.mark.parametrize("hung", [1, 2])
def test_what_reports_are_called_has_them_for_its_subject(hung: int) -> None:
    heads, relations = np.array([1, 1, 1, 2, 1]), np.array([1, 0, hung, 3, 2])
    mended = Verdicts(LABELS).mended(heads, relations, XPOS)
    assert [part.tolist() for part in mended] == [[1, 1, 4, 2, 1], [1, 0, 1, 3, 2]]
    assert heads.tolist() == [1, 1, 1, 2, 1]  # what was handed in stays as it was


def test_a_clause_with_a_subject_of_its_own_stays() -> None:
    heads, relations = np.array([1, 1, 1, 4, 1]), np.array([1, 0, 2, 1, 2])
    mended = Verdicts(LABELS).mended(heads, relations, XPOS)
    assert mended[0] is heads
    assert mended[1] is relations
