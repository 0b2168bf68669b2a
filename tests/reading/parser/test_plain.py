"""The plain objects that the rules read say of every token what spaCy says."""

from __future__ import annotations

import gc
import weakref
from itertools import pairwise

import pytest
from spacy.tokens import Doc as Parse

from fogline import demo
from fogline.reading.language import Doc, load

COLUMNS = (
    "i", "idx", "text", "lower_", "lemma_", "tag_", "pos_", "dep_", "ent_type_",
    "is_space", "is_punct", "is_upper", "is_alpha", "like_num",
)  # fmt: skip
ODD = "\n\n  “Don’t go,”  he said\u00a0— at 6:30pm…\n• 🚀 Khan Tuman’s\tfront\n\n\nend "


@pytest.fixture(scope="module", params=["odd", "empty", *sorted(demo.gold().glob("*.txt"))[:6]])
def both(request: pytest.FixtureRequest) -> tuple[Doc, Parse]:
    """One text as plain objects, and as spaCy has it."""
    named = request.param
    text = {"odd": ODD, "empty": ""}[named] if isinstance(named, str) else named.read_text("utf-8")
    return load(1).read(text), load(1).parse(text)


def test_every_column_is_spacys(both: tuple[Doc, Parse]) -> None:
    plain, parse = both
    assert (len(plain), plain.text) == (len(parse), parse.text)
    for token, other in zip(plain, parse, strict=True):
        assert [getattr(token, c) for c in COLUMNS] == [getattr(other, c) for c in COLUMNS]
        assert len(token) == len(other)
        assert token.is_sent_start == bool(other.is_sent_start)


def test_the_tree_is_spacys(both: tuple[Doc, Parse]) -> None:
    for token, other in zip(*both, strict=True):
        assert token.head.i == other.head.i
        assert token.left_edge.i == other.left_edge.i
        for way in ("children", "subtree", *(["ancestors"] if token.dep_ else [])):
            assert [t.i for t in getattr(token, way)] == [t.i for t in getattr(other, way)]


@pytest.mark.parametrize("text", [ODD, "", " \n", "By Mirna Qandil\n"])
def test_what_is_not_parsed_has_words_alone(text: str) -> None:
    language = load(1)
    (plain,) = language.finish([language.start(text, parsed=False)])
    parse = language.parse(text)
    told = ("i", "idx", "text", "lower_", "is_space", "is_punct", "like_num")
    assert [[getattr(t, c) for c in told] for t in plain] == [
        [getattr(t, c) for c in told] for t in parse
    ]
    words = [t for t in plain if not t.is_space]
    assert all(t.head is t and not (t.dep_ or t.tag_ or t.ent_type_) for t in words)
    assert all(below.is_space for t in words for below in t.children)
    assert not plain.ents


def test_sentences_names_and_stretches_are_spacys(both: tuple[Doc, Parse]) -> None:
    plain, parse = both
    for token, other in zip(plain, parse, strict=True):
        assert (token.sent.start, token.sent.end) == (other.sent.start, other.sent.end)
        assert token.sent.root.i == other.sent.root.i
        assert [(e.text, e.label_) for e in token.sent.ents] == [
            (e.text, e.label_) for e in other.sent.ents
        ]
    edges = range(0, len(parse.text), 37)
    for start, end in pairwise(edges):
        one = plain.char_span(start, end, alignment_mode="expand")
        two = parse.char_span(start, end, alignment_mode="expand")
        assert (one and (one.text, one.root.i, len(one))) == (
            two and (two.text, two.root.i, len(two))
        )


def test_a_token_has_neighbours_within_the_text_only() -> None:
    first, *_, last = load(1).read("They fled at dawn.")
    assert (first.nbor().text, last.nbor(-1).text) == ("fled", "dawn")
    with pytest.raises(IndexError):
        first.nbor(-1)
    with pytest.raises(IndexError):
        last.nbor()


def test_a_dissolved_text_is_gone_without_the_garbage_collector() -> None:
    doc = load(1).read("They fled  at dawn. The army shelled Khan Tuman.")
    assert doc.ents and doc.once(lambda token: token.subtree, doc[1])
    gone = weakref.ref(doc)
    collecting = gc.isenabled()
    gc.disable()
    try:
        doc.dissolve()
        del doc
        assert gone() is None
    finally:
        if collecting:
            gc.enable()
