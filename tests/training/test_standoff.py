"""Coding over articles that stay outside: what is packed holds no words and unpacks to the same."""

from __future__ import annotations

import json

import pytest

from training import standoff
from training.annotations import Fault
from training.claims import corpus

ARTICLE = {
    "id": "1",
    "title": "Army denies raid",
    "text": "The army denied a raid on Bor. At least 12 died, Mr. Ali said.",
    "published": "2016-03-01",
}
LINES = """\
H * denies | REJECT/deny | actors: Army
1 * raid | ASSAULT/ground | actors: army | at: Bor | by: army | not
2 * died | ASSAULT | by: Mr. Ali | killed: 12..
"""


def test_sentences_join_to_the_text_again() -> None:
    assert " ".join(standoff.sentences(ARTICLE["text"])) == ARTICLE["text"]
    assert list(standoff.numbered(ARTICLE)) == ["H", "1", "2"]


def test_packing_keeps_offsets_and_labels_and_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    coded = standoff.coded(ARTICLE, LINES)
    packed = json.dumps(standoff.packed(coded))
    assert "army" not in packed.casefold() and "Bor" not in packed
    monkeypatch.setattr(standoff, "articles", lambda: {"1": ARTICLE})
    again = standoff.unpacked(json.loads(packed))
    assert again.claims == coded.claims
    assert again.text[slice(*again.claims[1].trigger)] == "raid"


def test_a_faulty_line_is_named() -> None:
    with pytest.raises(Fault, match="sentence 1: elves"):
        standoff.coded(ARTICLE, "1 * elves | ASSAULT")
    with pytest.raises(Fault, match="line 1: not NUMBER"):
        standoff.coded(ARTICLE, "raid | ASSAULT")


@pytest.mark.shared
def test_the_coded_articles_fit_their_texts() -> None:
    if not standoff.ARTICLES.exists():
        pytest.skip("the articles do not lie beside the repository")
    found = [d for d in corpus.documents() if d.header.get("genre") == "article"]
    assert len(found) >= 120
    for document in found:
        for claim in document.claims:
            assert claim.sentence[0] <= claim.trigger[0] < claim.trigger[1] <= claim.sentence[1]


def test_no_article_is_coded_in_two_files() -> None:
    lines = (
        line
        for path in sorted((corpus.FOLDER / "standoff").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) == len(set(ids))
