"""The corpus's notation: what is read, what is refused, and what the corpus holds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training import annotations
from training.annotations import Fault
from training.claims import corpus

DOCUMENT = """\
id: bor-01
note: invented for training
published: 2024-03-06

[headline]
Army denies raid on Bor

* denies | REJECT/deny | actors: Army
* raid | ASSAULT/ground | actors: Army | at: Bor | by: Army | not

[comment by=Ann re=Bo]
It may be that 12 or more died, they say.
* died | ASSAULT | by: they | possible (may) | killed: 12.. | when: -2..-1
"""


def test_parts_sentences_and_claims_have_their_place_in_the_text() -> None:
    document = annotations.parse(DOCUMENT)
    headline, comment = document.parts
    assert document.text[headline.start : headline.end] == "Army denies raid on Bor"
    assert (comment.role, comment.author, comment.answers) == ("comment", "Ann", "Bo")
    denial, raid, death = document.claims
    assert document.text[slice(*raid.trigger)] == "raid"
    assert raid.negative and raid.sources == denial.actors
    assert (death.certainty, death.harm, death.days) == (
        "possible", {"killed": (12, None)}, ("-2", "-1"),
    )  # fmt: skip


def test_the_second_of_two_like_words_can_be_meant() -> None:
    found = annotations.parse("[body]\nA raid after a raid.\n* raid#2 | ASSAULT/ground\n").claims
    assert found[0].trigger == (15, 19)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("* attack | ASSAULT", "'attack' is not in"),
        ("* raid | BATTLE", "no such category"),
        ("* raid | ASSAULT/big", "has no mode big"),
        ("* raid | CONTROL", "needs a mode"),
        ("* raid | ASSAULT | actors: elves", "'elves' is not in the document"),
        ("* raid | ASSAULT | killed: some", "is no range"),
        ("* raid | ASSAULT | when: Monday", "is not WORDS = DAY"),
        ("* raid | ASSAULT | maybe", "no such word"),
    ],
)
def test_a_fault_names_its_line(line: str, told: str) -> None:
    with pytest.raises(Fault, match=rf"line 3: .*{told}"):
        annotations.parse(f"[body]\nThe raid failed.\n{line}\n")


@given(st.text(alphabet=" ,'’abcd.", max_size=40))
def test_taking_commas_out_keeps_every_word_of_a_span(words: str) -> None:
    sentence = f"The raid, {words}, ended."
    document = annotations.parse(f"[body]\n{sentence}\n* raid | ASSAULT\n")
    plain = corpus.plainer(document)
    assert plain.text == "".join(s for s in document.text if s not in ",'’")
    assert plain.text[slice(*plain.claims[0].trigger)] == "raid"


def test_sides_exchanged_keep_every_claim_on_its_words() -> None:
    coded = "* shelled | ASSAULT | actors: army | recipients: rebels"
    text = f"[body]\nThe army shelled the rebels.\n{coded}\n"
    document = annotations.parse("id: a\n\n" + text)
    other = corpus.swapped(document)
    (claim,) = other.claims
    assert other.text[slice(*claim.trigger)] == "shelled"
    words = other.text[slice(*claim.actors[0])], other.text[slice(*claim.recipients[0])]
    assert words[0] in corpus.SIDES[0] and words[1] in corpus.SIDES[1]
    assert words != ("army", "rebels")


@pytest.mark.shared
@pytest.mark.usefixtures("shared")
def test_the_corpus_is_whole_and_as_large_as_promised() -> None:
    found = [d for d in corpus.documents() if d.header.get("genre") != "article"]
    assert sum(len(d.sentences) for d in found) >= 4000
    assert len({d.header["conflict"] for d in found if "conflict" in d.header}) >= 15
    claims = [c for d in found for c in d.claims if not c.optional]
    hard = [c for c in claims if annotations.is_hard(c) and not _only_attributed(c)]
    assert len(hard) >= len(claims) / 3
    assert all("invented" in d.header.get("note", "") for d in found)


def _only_attributed(claim: annotations.Coded) -> bool:
    plain = claim.status in {"occurred", "ongoing"} and claim.certainty == "certain"
    return plain and not claim.negative and len(claim.sources) < 2


@pytest.mark.shared
@pytest.mark.usefixtures("shared")
def test_a_fifth_of_the_documents_is_kept_apart() -> None:
    kept = Counter(corpus.is_kept(d) for d in corpus.documents())
    assert 0.16 <= kept[True] / kept.total() <= 0.24
