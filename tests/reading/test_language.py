"""The language model as the reading engine uses it: documents out of any text, and how good."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fogline.reading.language import MODEL, Language, load

TEXT = (
    "Rebels captured the 1070 complex on Friday, Alexander Mercouris said. "
    "Militants were killed by Russian jets in Idlib.\n\n"
    "Aleppo: the latest\nHe didn't say who was behind the attack."
)


@pytest.fixture(scope="module")
def language() -> Language:
    return load(1)


def test_trees_tags_names_and_sentences_of_plain_news(language: Language) -> None:
    doc = language.parse(TEXT)
    words = {token.text: token for token in doc}
    assert [sent[0].text for sent in doc.sents] == ["Rebels", "Militants", "Aleppo", "He"]
    assert (words["Rebels"].dep_, words["Rebels"].head.text) == ("nsubj", "captured")
    assert (words["captured"].lemma_, words["captured"].tag_) == ("capture", "VBD")
    assert words["Militants"].dep_ == "nsubj:pass"
    assert words["jets"].dep_ == "obl:agent"
    assert words["killed"].morph.get("Voice") == ["Pass"]
    assert words["n't"].lemma_ == "not"
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Alexander Mercouris", "PER"), ("Idlib", "LOC")} <= names


def test_offsets_slice_the_text_whatever_its_spaces(language: Language) -> None:
    text = "\n\n  “Don’t go,”  he said\u00a0— at 6:30pm…\n• 🚀 Khan Tuman’s\tfront\n\n\nend "
    doc = language.parse(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text


def test_white_space_is_no_word_and_begins_no_sentence(language: Language) -> None:
    doc = language.parse("One  came.\n\nTwo left.\n")
    spaces = [token for token in doc if token.is_space]
    assert len(spaces) == 3
    assert {(token.dep_, token.pos_) for token in spaces} == {("", "SPACE")}
    assert not any(token.head.is_space for token in doc if not token.is_space)
    assert not any(sent[0].is_space for sent in doc.sents)


def test_each_sentence_has_one_root_and_every_word_reaches_it(language: Language) -> None:
    for sentence in language.parse(TEXT * 3).sents:
        roots = [token for token in sentence if token.dep_ == "root"]
        assert roots == [sentence.root]
        assert {token for token in sentence if not token.is_space} <= set(sentence.root.subtree)


def test_hard_wrapped_lines_do_not_end_sentences(language: Language) -> None:
    text = (
        "The army said on Monday that it had entered the northern\n"
        "districts of the city after days of heavy shelling that\n"
        "killed dozens of civilians and forced many others to flee\n"
        "towards the border, where aid groups are waiting for them.\n"
    )
    assert len(list(language.parse(text).sents)) == 1


def test_a_line_break_ends_a_sentence_elsewhere(language: Language) -> None:
    doc = language.parse("Battle for Aleppo\nThe army advanced\n- shelling\n- air strikes")
    assert len(list(doc.sents)) == 4


def test_affixes_stay_with_their_word_and_other_hyphens_split(language: Language) -> None:
    doc = language.parse("anti-Assad rebels re-captured rebel-held U.S.-backed posts on 2016-11-15")
    said = " ".join(token.text for token in doc)
    assert said == "anti-Assad rebels re-captured rebel - held U.S. - backed posts on 2016-11-15"


def test_a_text_parses_alike_alone_in_company_and_on_more_threads(language: Language) -> None:
    texts = [TEXT, "", "Short.", TEXT * 4, "The clashes went on until dawn."]
    alone = [language.parse(text).to_json() for text in texts]
    assert [doc.to_json() for doc in language.pipe(texts)] == alone
    assert [doc.to_json() for doc in Language(MODEL, 2).pipe(texts)] == alone


@pytest.mark.parametrize("text", ["", " ", "\n", "\u00a0\n\t", "\u200b"])
def test_texts_without_words(language: Language, text: str) -> None:
    assert language.parse(text).text == text


def test_endless_runs_do_not_take_endless_time(language: Language) -> None:
    for text in ("x" * 100_000, "(" * 100_000, "'s" * 50_000, "-" * 5_000 + " end"):
        assert language.parse(text).text == text


def test_what_utf8_cannot_hold_is_replaced_sign_for_sign(language: Language) -> None:
    doc = language.parse("Kill\0ed \ud83d in \udc00 Homs")
    assert doc.text == "Kill\ufffded \ufffd in \ufffd Homs"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(), max_size=200))
@example("\ud800")
@example("a\u0300\u200d\U0001f469\u200d\U0001f680 \u202edcba")
def test_no_text_breaks_it_and_every_offset_holds(text: str) -> None:
    doc = load(1).parse(text)
    assert len(doc.text) == len(text)
    assert "".join(token.text_with_ws for token in doc) == doc.text
    assert all(token.head.sent == token.sent for token in doc)


FLOORS = {  # what the shipped weights reach on every 16th and 5th document, less a point or two
    "EWT": {"LAS": 90.5, "UPOS": 96.0, "lemma": 96.0, "sentences F": 88.5, "names F": 75.0},
    "GUM": {"LAS": 88.5, "UPOS": 97.0, "lemma": 98.0, "sentences F": 97.0, "names F": 78.0},
}


@pytest.mark.shared
def test_the_shipped_weights_keep_their_figures(shared: Path, language: Language) -> None:
    from training.convert import held_out
    from training.evaluate import measure

    for name, documents in held_out(shared / "data", "dev").items():
        table = measure(language, documents[:: 16 if name == "EWT" else 5])
        found = {kind: table[kind].f for kind in FLOORS[name]}
        assert all(found[kind] >= floor for kind, floor in FLOORS[name].items()), (name, found)
