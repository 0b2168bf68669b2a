"""Sources that are meant again by what they are, and the words that bring them."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, cited

_FIRST = "Shells hit the clinic, the UN's health agency said. "


@pytest.mark.parametrize(
    "then",
    [
        "Six nurses had been abducted there, according to the agency.",
        "It was shelled in May, and six nurses had been abducted there, according to the agency.",
        "Gunmen abducted six nurses there, the agency said.",
        "The agency said that six nurses were abducted there.",
    ],
)
def test_who_is_cited_again_is_the_same_authority(read: Read, then: str) -> None:
    found = read(_FIRST + then)
    (first,), (again,) = cited(at(found.claims, "hit")), cited(at(found.claims, "abducted"))
    assert first.id == "un"
    assert (again.name, again.id, again.kind) == (first.name, first.id, first.kind)


def test_another_agency_is_not_meant_again(read: Read) -> None:
    found = read(_FIRST + "Gunmen abducted six nurses there, according to a news agency.")
    (again,) = cited(at(found.claims, "abducted"))
    assert again.id is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The army shelled the town, according to the mayor.", "according to"),
        ("According to the mayor, the army shelled the town.", "According to"),
        ("The army shelled the town, the mayor said.", "said"),
    ],
)
def test_the_words_that_bring_a_source_are_its_cue(read: Read, text: str, cue: str) -> None:
    found = read(text)
    (source,) = cited(at(found.claims, "shelled"))
    assert source.cue is not None
    assert source.cue.text == cue == text[source.cue.start : source.cue.end]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The army pointed to the raid on Kutum.", "raid", []),
        ("The army pointed out that rebels raided Kutum.", "raided", ["army"]),
        ("Rebels shelled Kutum, the mayor pointed out.", "shelled", ["mayor"]),
    ],
)
def test_only_who_points_out_says_something(
    read: Read, text: str, trigger: str, sources: list[str]
) -> None:
    assert [s.text for s in cited(at(read(text).claims, trigger))] == sources
