"""What the heads are trained on: each coded claim stands at its word, with the words of its roles;
beside them what the network makes of every word, as the shipped heads are given it.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from fogline.reading import language
from fogline.reading.learned import hints, proposing
from fogline.reading.learned.hints import Hints
from fogline.reading.reader import Reader
from training import annotations
from training.claims import features
from training.claims.examples import Example
from training.claims.labels import ROLES, Labels

CODED: Final = """\
id: invented
note: invented for training
genre: wire
published: 2024-03-10

[body]
Rebels seized Bor's depot on Friday, the army said.
* seized | CONTROL/gain | actors: Rebels | recipients: depot | at: Bor | by: army
It lies behind the river.
"""


@pytest.fixture(scope="module")
def told() -> tuple[Labels, list[Example]]:
    document = annotations.parse(CODED)
    labels = Labels.of([document], (*hints.names(), *proposing.names()))
    reader = Reader(language.load(1))
    return labels, [*features.examples(reader, document, labels, Hints(labels.hints))]


def test_a_claim_stands_at_its_word_with_the_words_of_its_roles(
    told: tuple[Labels, list[Example]],
) -> None:
    labels, (example,) = told
    (claim,), (roles,) = example.claims, example.roles
    assert labels.events[claim["event"]] == "CONTROL"
    assert example.trigger[claim["word"]] == claim["event"]
    at = {role: np.flatnonzero(row == 1).tolist() for role, row in zip(ROLES, roles, strict=True)}
    assert at == {"actor": [0], "recipient": [4], "place": [2], "source": [9], "time": []}


def test_the_network_tells_of_every_word(told: tuple[Labels, list[Example]]) -> None:
    _, (example,) = told
    words = len(example.trigger)
    assert example.heard.shape == (words, 384)
    assert {kind: len(row) for kind, row in example.parse.items()} == dict.fromkeys(
        example.parse, words
    )


def test_a_copy_to_train_on_has_the_sides_exchanged_and_the_commas_lost() -> None:
    _, copy = features.copies(annotations.parse(CODED.replace("id: invented", "id: two")))
    assert "army" not in copy.text
    assert "," not in copy.text
