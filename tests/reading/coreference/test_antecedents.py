"""Which phrase a pronoun stands for: shares that add up, never what holds it or comes after."""

from __future__ import annotations

import pytest

from fogline.model import Claim
from fogline.reading.coreference import antecedents
from fogline.reading.coreference.antecedents import Seen
from fogline.reading.reader import Reader
from fogline.reading.scene import Scene
from tests.reading.sentences import document, texts

TEXT = (
    "The front shelled the harbour. The minister said that its gunners had hit a school, "
    "and the teachers left it when they were told by their mayor."
)
NOUNS = {"NOUN", "PROPN"}


@pytest.fixture(scope="module")
def scene(reader: Reader) -> Scene:
    return next(iter(reader.scenes(document(TEXT))))


def test_every_pronoun_has_shares_of_what_stands_before_it(scene: Scene) -> None:
    seen = [Seen(t, scene) for t in scene.doc if t.pos_ in NOUNS]
    pronouns = [t for t in scene.doc if t.lower_ in antecedents.KINDS]
    assert {t.lower_ for t in pronouns} >= {"its", "it", "they", "their"}
    for pronoun in pronouns:
        found = antecedents.ranked(pronoun, scene, seen)
        assert sum(share for share, _ in found) == pytest.approx(1)
        assert [share for share, _ in found] == sorted((s for s, _ in found), reverse=True)
        assert all(one.head.i < pronoun.i for _, one in found)


def test_no_phrase_is_the_owner_of_itself(scene: Scene) -> None:
    seen = [Seen(t, scene) for t in scene.doc if t.pos_ in NOUNS]
    its = next(t for t in scene.doc if t.lower_ == "its")
    found = antecedents.ranked(its, scene, seen)
    assert "gunners" not in {one.head.lower_ for _, one in found}
    assert found[0][1].head.lower_ == "front"


def test_nothing_before_is_nobody(scene: Scene) -> None:
    first = next(t for t in scene.doc if t.lower_ == "its")
    assert antecedents.ranked(first, scene, []) == []


def test_weights_are_of_each_kind_of_pronoun(scene: Scene) -> None:
    assert set(antecedents.weights()) == set(antecedents.KINDS.values())
    known = {mark for marks in antecedents.weights().values() for mark in marks}
    they = next(t for t in scene.doc if t.lower_ == "they")
    told = antecedents.told_of(they, scene, [Seen(t, scene) for t in scene.doc if t.pos_ in NOUNS])
    assert all(marks & known for _, marks in told)


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Major Sule was wounded near Goma. The enemy is massing near Beni. Should he try to "
         "cross, he will be beaten back.", "cross", "enemy"),
        ("Private Bo Lind fell near Goma. The flag flies over Beni. Jets were sent up near Kutum. "
         "The enemy is bringing up tanks near Aru. He will attack Aru.", "attack", "enemy"),
        ("Major Sule led the defence of Goma. The enemy attacked at dawn. He ordered a retreat.",
         "retreat", "Major Sule"),
        ("Major Sule said the enemy attacked Goma. He will attack Beni.", "attack Beni",
         "Major Sule"),
    ],
)  # fmt: skip
def test_an_enemy_of_whom_a_communique_goes_on_is_he(
    whole: Reader, text: str, trigger: str, who: str
) -> None:
    """The person told of some items before was taken for the one who attacks."""
    claims = whole.read(document(text)).claims
    last = max((c for c in claims if trigger.split()[0] in c.trigger.text), key=_starts)
    assert texts(last.actors) == [who]


def _starts(claim: Claim) -> int:
    return claim.trigger.start
