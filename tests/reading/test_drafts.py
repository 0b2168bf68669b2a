"""Claims are drawn up many at a time: how many, and beside which, changes none."""

from __future__ import annotations

import pytest

from fogline.model import Claim
from fogline.reading import drafts
from fogline.reading.reader import Reader
from tests.reading.sentences import document

TEXTS = (
    "Rebels in Idlib said that jets had bombed a school in Homs on Friday while the army shelled "
    "villages near Hama. They seized it on Sunday, and lost it again. Eight people were killed.",
    "The ministry denied that its forces had left Goma. M23 fighters attacked the airport there, "
    "a monitor said, and vowed to take the town within two days.",
)


def _claims(reader: Reader, texts: tuple[str, ...]) -> list[tuple[Claim, ...]]:
    return [reading.claims for reading in reader.pipe(map(document, texts))]


@pytest.mark.parametrize("many", [1, 3, 1000])
def test_how_many_are_drawn_up_at_a_time_changes_nothing(
    whole: Reader, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = _claims(whole, TEXTS)
    assert sum(map(len, usual)) >= 8
    monkeypatch.setattr(drafts, "_MANY", many)
    assert _claims(whole, TEXTS) == usual


def test_what_is_drawn_up_beside_a_text_changes_nothing(whole: Reader) -> None:
    alone = [_claims(whole, (text,))[0] for text in TEXTS]
    assert _claims(whole, TEXTS) == alone
    assert _claims(whole, TEXTS[::-1]) == alone[::-1]


def test_each_part_gets_the_drafts_of_its_own_claims(whole: Reader) -> None:
    scenes = [scene for text in TEXTS for scene in whole.scenes(document(text))]
    for scene, drawn in zip(scenes, drafts.drafts(scenes), strict=True):
        heads = [draft.candidate.head.i for draft in drawn]
        assert heads and heads == sorted(heads)
        assert all(draft.sentence.scene is scene for draft in drawn)
