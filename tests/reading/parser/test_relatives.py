"""A plain past behind a relative clause in the pluperfect: hung on the verb above the clause."""

from __future__ import annotations

import numpy as np

from fogline.reading.parser.relatives import Relatives

LABELS = {
    "xpos": ["VBD", "VBN", "NNS", "WP", "CC", "PUNCT"],
    "deprel": ["root", "nsubj", "obj", "acl:relcl", "aux", "punct", "cc", "conj"],
}
FORMS = "guards met rebels , who had fled , and left".split()
HEADS = np.array([1, 1, 1, 6, 6, 6, 2, 9, 9, 6])
TAGS = np.array([2, 0, 2, 5, 3, 0, 1, 5, 4, 0])
RELATIONS = np.array([1, 0, 2, 5, 1, 4, 3, 5, 6, 7])


def test_who_met_them_also_left() -> None:
    found = Relatives(LABELS).mended(HEADS, TAGS, RELATIONS, FORMS)
    assert found.tolist() == [1, 1, 1, 6, 6, 6, 2, 9, 9, 1]
    assert HEADS[9] == 6  # what was handed in stays as it was


def test_a_clause_in_the_plain_past_goes_on() -> None:
    forms = [form if form != "had" else "then" for form in FORMS]
    assert Relatives(LABELS).mended(HEADS, TAGS, RELATIONS, forms).tolist() == HEADS.tolist()
