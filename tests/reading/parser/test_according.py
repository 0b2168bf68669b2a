"""What is told "according to which", and the first of two subjects: hung on what they belong to."""

from __future__ import annotations

import numpy as np

from fogline.reading.parser.according import According
from fogline.reading.parser.doubled import Doubled

LABELS = {"deprel": ["root", "nsubj", "obj", "nmod", "acl:relcl", "obl", "mark", "acl", "ccomp"]}
FORMS = "they deny rumours online according to which rebels fled".split()
HEADS = np.array([1, 1, 1, 2, 6, 4, 8, 8, 3])
RELATIONS = np.array([1, 0, 2, 3, 5, 5, 5, 1, 4])


def test_the_clause_is_the_content_of_the_first_noun() -> None:
    heads, relations = According(LABELS).mended(HEADS, RELATIONS, FORMS)
    assert heads.tolist() == [1, 1, 1, 2, 6, 4, 8, 8, 2]
    assert relations.tolist() == [1, 0, 2, 3, 5, 5, 6, 1, 7]
    assert HEADS[8] == 3  # what was handed in stays as it was


def test_another_which_stays() -> None:
    forms = [form if form != "to" else "with" for form in FORMS]
    heads, relations = According(LABELS).mended(HEADS, RELATIONS, forms)
    assert heads is HEADS
    assert relations is RELATIONS


def test_the_first_subject_is_that_of_the_clause_before_the_verb() -> None:
    # "reports proved false the army said": both nouns hang on "said"
    heads, relations = np.array([4, 4, 1, 4, 4]), np.array([1, 8, 2, 1, 0])
    assert Doubled(LABELS).mended(heads, relations).tolist() == [1, 4, 1, 4, 4]
    own = np.array([1, 2, 4, 4, 4]), np.array([1, 1, 8, 1, 0])
    assert Doubled(LABELS).mended(*own) is own[0]
