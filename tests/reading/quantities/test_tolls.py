"""Whose casualties a count is: the attack's that it is told with, or each that shares it."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import spacy
from spacy import tokens

from fogline.model import Casualties, Range
from fogline.reading.language import Doc
from fogline.reading.parser.annotate import OUT, Told
from fogline.reading.quantities import quantities, tolls
from fogline.reading.reader import Reader
from fogline.reading.triggers.merging import Candidate
from fogline.reading.triggers.triggers import Entry, Match
from tests.reading.sentences import One, at, document

BLANK = spacy.blank("en")


def candidate(doc: Doc, word: str, event: str, rank: str, mode: str | None = None) -> Candidate:
    token = next(t for t in doc if t.text == word)
    entry = Entry((word,), "nouns", event, mode, "act", rank, (), "")
    return Candidate(Match((entry,), token, (token.i,)), entry)


def parsed(words: list[str], heads: list[int], deps: list[str]) -> Doc:
    """Return words as the rules see them, of one sentence, by their heads and relations alone."""
    blank, places = [""] * len(words), SimpleNamespace(tokens=np.arange(len(words)))
    told = Told(blank, blank, blank, deps, blank, [OUT] * len(words), heads, [0])
    return Doc(tokens.Doc(BLANK.vocab, words), places, told)  # type: ignore[arg-type]


def told(
    words: str, heads: list[int], deps: str, *found: tuple[str, str, str]
) -> dict[str, Casualties]:
    """Return the casualties of each trigger word of a parsed sentence."""
    doc = parsed(words.split(), heads, deps.split())
    named = [candidate(doc, *each) for each in found]
    scene = SimpleNamespace(token_at=lambda at: next(t for t in reversed(doc) if t.idx <= at))
    harms = quantities.casualties(doc, 0, len(doc.text))
    counted = tolls.assigned(named, harms, scene)  # type: ignore[arg-type]
    return {doc[i].text: casualties for i, casualties in counted.items()}


FIVE = Casualties(killed=Range(5, 5))
ATTACK, HARM = ("ASSAULT", "attack"), ("ASSAULT", "harm")


def test_a_count_goes_to_the_trigger_that_its_word_is() -> None:
    words = "Five men were killed"
    assert told(words, [1, 3, 3, 3], "nummod nsubj:pass aux:pass root", ("killed", *HARM)) == {
        "killed": FIVE
    }


def test_where_the_word_of_harm_is_no_trigger_the_attack_below_it_has_the_count() -> None:
    words = "Five men were killed in shelling"
    deps = "nummod nsubj:pass aux:pass root case obl"
    assert told(words, [1, 3, 3, 3, 5, 3], deps, ("shelling", *ATTACK)) == {"shelling": FIVE}


def test_two_attacks_that_are_paired_share_a_count() -> None:
    words = "raids and shelling killed five men"
    deps = "nsubj cc conj root nummod obj"
    found = told(words, [3, 2, 0, 3, 5, 3], deps, ("raids", *ATTACK), ("shelling", *ATTACK))
    assert found == {"raids": FIVE, "shelling": FIVE}


def test_what_happened_before_shares_nothing() -> None:
    words = "Five men were killed since shelling began"
    deps = "nummod nsubj:pass aux:pass root mark nsubj advcl"
    heads = [1, 3, 3, 3, 6, 6, 3]
    found = told(words, heads, deps, ("killed", *HARM), ("began", *ATTACK))
    assert found == {"killed": FIVE}


def test_others_who_died_are_added() -> None:
    words = "Five men were killed in shelling and two guards died"
    deps = "nummod nsubj:pass aux:pass root case obl cc nummod nsubj conj"
    heads = [1, 3, 3, 3, 5, 3, 9, 8, 9, 3]
    seven = Casualties(killed=Range(7, 7))
    assert told(words, heads, deps, ("shelling", *ATTACK)) == {"shelling": seven}


def test_who_is_only_called_wounded_is_no_toll() -> None:
    words = "Drones shelled trucks with a wounded guard"
    deps = "nsubj root obj case det amod nmod"
    assert told(words, [1, 1, 1, 6, 6, 6, 2], deps, ("shelled", *ATTACK)) == {}


@pytest.mark.parametrize("event", ["MOBILIZE", "CONTROL"])
def test_categories_that_count_no_harm_have_none(event: str) -> None:
    words = "Five men were killed"
    deps = "nummod nsubj:pass aux:pass root"
    assert told(words, [1, 3, 3, 3], deps, ("killed", event, "act")) == {}


def test_that_nobody_died_is_told_of_those_hurt_beside_it() -> None:
    words = "Five men were wounded , no deaths"
    deps = "nummod nsubj:pass aux:pass root punct det parataxis"
    found = told(words, [1, 3, 3, 3, 6, 6, 3], deps, ("wounded", *HARM))
    assert found == {"wounded": Casualties(killed=Range(0, 0), injured=Range(5, 5))}


def test_deaths_told_beside_a_sentence_are_not_its_own() -> None:
    words = "Five men were wounded , six deaths"
    deps = "nummod nsubj:pass aux:pass root punct nummod parataxis"
    found = told(words, [1, 3, 3, 3, 6, 6, 3], deps, ("wounded", *HARM))
    assert found == {"wounded": Casualties(injured=Range(5, 5))}


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("The strike killed four people, and two more died of their wounds.", "strike", 6),
        ("Six were killed in the raid and another died of his wounds on Tuesday.", "raid", 7),
        ("Six rebels were killed in Homs and four guards died in Hama.", "killed", 6),
    ],
)
def test_who_dies_of_wounds_was_hit_before(
    claim: One, text: str, trigger: str, killed: int
) -> None:
    assert claim(text, trigger).casualties.killed == Range(killed, killed)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("This version corrects the toll to seven soldiers killed, from nine.", 7),
        ("This version corrects the toll in its second line to 9 soldiers killed.", 9),
        ("The council put the toll at 45 dead.", 45),
        ("Officials raised the toll to 31 dead and 80 wounded.", 31),
        ("The toll rose to 15.", 15),
    ],
)
def test_a_toll_is_one_claim_with_those_it_counts(whole: Reader, text: str, killed: int) -> None:
    (found,) = whole.read(document(text)).claims
    assert found.casualties.killed == Range(killed, killed)


def test_some_of_the_harmed_are_counted_by_themselves_and_are_no_toll_of_the_attack() -> None:
    words = "five men were among the wounded in shelling"
    deps = "nummod nsubj cop case det root case nmod"
    heads = [1, 5, 5, 5, 5, 5, 7, 5]
    injured = Casualties(injured=Range(5, 5))
    assert told(words, heads, deps, ("wounded", *HARM)) == {"wounded": injured}
    assert told(words, heads, deps, ("shelling", *ATTACK)) == {}


def test_who_is_killed_at_one_place_and_at_another_is_added() -> None:
    words = "shelling killed six at mills and killed three at fords"
    deps = "nsubj root obj case obl cc conj obj case obl"
    heads = [1, 1, 1, 4, 1, 6, 1, 6, 9, 6]
    nine = Casualties(killed=Range(9, 9))
    assert told(words, heads, deps, ("shelling", *ATTACK)) == {"shelling": nine}


@pytest.mark.parametrize(
    ("text", "trigger", "count"),
    [
        ("He was killed in an air raid on the town.", "air raid", Casualties(Range(1, 1))),
        ("Gunmen seized the teacher and executed her.", "executed", Casualties(Range(1, 1))),
        ("Guards would not kill him at the gate.", "kill", Casualties()),
        ("Guards killed him at the gate.", "killed", Casualties(Range(1, 1))),
        ("They killed twelve men at the gate.", "killed", Casualties(Range(12, 12))),
    ],
)
def test_whom_a_pronoun_means_is_one(
    claim: One, text: str, trigger: str, count: Casualties
) -> None:
    assert claim(text, trigger).casualties == count


def test_where_the_harm_is_no_claim_it_is_told_of_who_repels_the_attack(whole: Reader) -> None:
    text = "The army repels a rebel attack near Homs, killing 40."
    claims = whole.read(document(text)).claims
    assert at(claims, "repels").casualties == Casualties(killed=Range(40, 40))
    assert at(claims, "attack").casualties == Casualties()
