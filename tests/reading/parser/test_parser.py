"""The parts behind the language model, each against a plain reckoning."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from fogline.reading.parser.joins import Joins
from fogline.reading.parser.lemmas import Lemmas
from fogline.reading.parser.pieces import case_of
from fogline.reading.parser.resuming import Resuming
from fogline.reading.parser.tokens import as_read
from fogline.reading.parser.trees import arborescence, heads_of, within_sentences
from fogline.reading.parser.windows import ROOM, breaks_sentence, cut, hard_wrapped


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether heads (0 is the root) form one tree with one root."""
    for start in range(len(heads)):
        node, steps = start + 1, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return sum(head == 0 for head in heads) == 1


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_the_tree_found_is_the_best_of_all(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1))
    places = np.arange(size)
    every = [np.array(h) for h in product(range(size + 1), repeat=size) if is_tree(h)]
    best = max(scores[places, heads].sum() for heads in every)
    assert scores[places, arborescence(scores)].sum() == pytest.approx(best)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=4), st.integers(0, 10_000))
def test_every_sentence_of_a_window_gets_a_tree_of_its_own(lengths: list[int], seed: int) -> None:
    words = sum(lengths)
    arc = np.random.default_rng(seed).normal(size=(1, words + 2, words + 3)).astype(np.float32)
    sentence = np.full((1, words + 2), -1)
    sentence[0, :words] = np.repeat(np.arange(len(lengths)), lengths)
    heads = heads_of(within_sentences(arc, sentence), sentence)[0]
    start = 0
    for length in lengths:
        own = heads[start : start + length]
        assert is_tree(tuple(int(h) - start if h else 0 for h in own))
        start += length


@given(st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=400))
def test_windows_cover_every_word_once_and_prefer_boundaries(words: list[tuple[int, bool]]) -> None:
    sizes = np.array([size for size, _ in words], dtype=np.int64)
    likely = np.array([flag for _, flag in words], dtype=np.bool_)
    windows = cut(sizes, np.zeros_like(likely), likely)
    assert [i for w in windows for i in range(w.start, w.stop)] == list(range(len(words)))
    for window in windows[:-1]:
        fits = sizes[window.start : window.stop].sum() <= ROOM
        assert likely[window.stop] or not (fits and likely[window.start + 1 : window.stop].any())


def test_lemmas_of_words_that_no_table_holds() -> None:
    of = Lemmas({}).of
    assert of("Captured", "VERB", "VBD") == "capture"
    assert of("shelled", "VERB", "VBD") == "shell"
    assert of("seizing", "VERB", "VBG") == "seize"
    assert of("fortified", "VERB", "VBN") == "fortify"
    assert of("freed", "VERB", "VBN") == "free"
    assert of("militias", "NOUN", "NNS") == "militia"
    assert of("casualties", "NOUN", "NNS") == "casualty"
    assert of("Aleppo", "PROPN", "NNP") == "Aleppo"
    assert of("1,500", "NUM", "CD") == "1500"
    assert of("Besieged", "ADJ", "JJ") == "besieged"


@pytest.mark.parametrize(
    ("form", "case"), [("said", 0), ("2016", 0), ("حلب", 3), ("Homs", 1), ("U.S.", 2), ("I", 1)]
)
def test_case_classes(form: str, case: int) -> None:
    assert case_of(form) == case


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Raids killed nine IS fighters .", ["ISIS"]),
        ("IS claimed it", ["ISIS"]),
        ("THE TOWN IS FREE", ["IS"]),
        ("it is free", ["is"]),
    ],
)
def test_a_group_called_as_a_verb_is(text: str, heard: list[str]) -> None:
    told = as_read(text.split())
    assert [word for word in told if word.lower().startswith("is")] == heard


def test_which_line_breaks_end_a_sentence() -> None:
    assert not breaks_sentence(" ", "next", wrapped=False)
    assert breaks_sentence("\n", "next", wrapped=False)
    assert not breaks_sentence("\n", "next", wrapped=True)
    assert breaks_sentence("\n", "• next", wrapped=True)
    assert breaks_sentence("\n \n", "next", wrapped=True)
    assert not hard_wrapped("One line.\nAnother line.\nA third line.")


def tree(words: list[tuple[str, str, int]]) -> tuple[NDArray[np.int64], ...]:
    """Return the heads, tags and relations of words given by tag, relation and head."""
    tags, relations = LABELS["xpos"], LABELS["deprel"]
    rows = [(head, tags.index(tag), relations.index(how)) for tag, how, head in words]
    return tuple(np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))


LABELS = {
    "xpos": ["NNP", "VBD", "VB", "VBN", "TO", "MD"],
    "deprel": ["root", "nsubj", "xcomp", "mark", "conj", "aux", "aux:pass"],
}
URGED = [("NNP", "nsubj", 1), ("VBD", "root", 1), ("TO", "mark", 3), ("VB", "xcomp", 1)]
TOLD = [("VBD", "aux:pass", 1), ("VBN", "root", 1), ("TO", "mark", 3), ("VB", "xcomp", 1)]
WILL = [("NNP", "nsubj", 2), ("MD", "aux", 2), ("VB", "root", 2)]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ([*URGED, ("VBD", "conj", 3)], 1),  # "urged them to talk and shut it"
        ([*TOLD, ("VBD", "conj", 3)], 1),  # "were told to leave and fled"
        ([*URGED, ("VB", "conj", 3), ("VBD", "conj", 4)], 1),  # "to talk, yield and shut it"
        ([*URGED, ("VB", "conj", 3)], 3),  # "urged them to talk and shut it", both asked for
        ([*WILL, ("VBD", "conj", 2)], 2),  # no infinitive, and nothing stands above
    ],
)
def test_a_past_tense_is_joined_to_a_finite_verb(
    words: list[tuple[str, str, int]], head: int
) -> None:
    assert Joins(LABELS).mended(*tree(words))[-1] == head


SPOKEN = {
    "xpos": ["NNS", "VBD", "VBZ", "VBN", "VBG", "MD", "IN", "CC", ","],
    "deprel": [
        "root",
        "nsubj",
        "ccomp",
        "advcl",
        "parataxis",
        "mark",
        "conj",
        "cc",
        "aux",
        "punct",
    ],
}
SAID = "Millers:NNS:nsubj:1 said:VBD:root:1"


@pytest.mark.parametrize(
    ("words", "head"),
    [
        # Whoever spoke goes on: behind a comma, or by what others do not as likely do.
        (f"{SAID} ice:NNS:nsubj:4 had:VBD:aux:4 come:VBN:ccomp:1 and:CC:cc:6 urged:VBD:conj:4", 1),
        (
            f"{SAID} ice:NNS:nsubj:3 came:VBD:ccomp:1 ,:,:punct:6 and:CC:cc:6 warned:VBD:conj:3",
            1,
        ),
        # A clause with another tense or a modal joins no past tense.
        (f"{SAID} ice:NNS:nsubj:4 would:MD:aux:4 come:VBD:ccomp:1 and:CC:cc:6 fled:VBD:conj:4", 4),
        (f"{SAID} ice:NNS:nsubj:3 comes:VBZ:ccomp:1 and:CC:cc:5 fled:VBD:conj:3", 1),
        # "Ice came, millers said, and urged calm"
        (
            "Ice:NNS:nsubj:1 came:VBD:root:1 millers:NNS:nsubj:3 said:VBD:parataxis:1 "
            "and:CC:cc:5 urged:VBD:conj:1",
            3,
        ),
        # "said that bakers had left and fled", "had left, warned them and fled": both theirs
        (f"{SAID} ice:NNS:nsubj:4 had:VBD:aux:4 left:VBN:ccomp:1 and:CC:cc:6 fled:VBD:conj:4", 4),
        (f"{SAID} ice:NNS:nsubj:3 left:VBD:ccomp:1 ,:,:punct:5 warned:VBD:conj:3", 3),
        (f"{SAID} ice:NNS:nsubj:3 left:VBD:ccomp:1 and:CC:cc:5 warned:VBD:conj:3", 3),
        # Whoever is said to speak goes on speaking.
        (f"{SAID} ice:NNS:nsubj:3 denied:VBD:ccomp:1 and:CC:cc:5 urged:VBD:conj:3", 3),
        # A verb with a subject of its own is nobody else's.
        (f"{SAID} ice:NNS:nsubj:3 came:VBD:ccomp:1 men:NNS:nsubj:5 urged:VBD:conj:3", 3),
    ],
)
def test_a_speaker_goes_on(words: str, head: int) -> None:
    cells = [cell.rsplit(":", 3) for cell in words.split()]
    tags, relations = SPOKEN["xpos"], SPOKEN["deprel"]
    heads = np.array([int(above) for *_, above in cells])
    named = (tags.index(tag) for _, tag, _, _ in cells), (relations.index(c[2]) for c in cells)
    labels = (np.array([*each], dtype=np.int64) for each in named)
    assert Resuming(SPOKEN).mended(heads, *labels, [c[0] for c in cells])[-1] == head
