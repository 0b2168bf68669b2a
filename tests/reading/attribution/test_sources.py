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


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        (
            "The doctor said shells hit the ward, a charge the army rejected. "
            "She said nine people died.",
            "died",
            "doctor",
        ),
        (
            "The spokeswoman said the Front used gas in Homs, a charge the Front ignored. "
            "She denied that the army had shelled a school.",
            "shelled",
            "spokeswoman",
        ),
        (
            "The minister met the delegation. The ministry said talks had failed. "
            "Troops would leave Homs by Friday, he said.",
            "leave",
            "minister",
        ),
        (
            "The Lebanese army said a house was shelled. The governor spoke to reporters. "
            '"Israel bombed the bridge," he said.',
            "bombed",
            "governor",
        ),
    ],
)
def test_no_body_is_he_or_she(read: Read, text: str, trigger: str, speaker: str) -> None:
    assert [s.text for s in cited(at(read(text).claims, trigger))] == [speaker]


@pytest.mark.parametrize("before", ["The committee will meet", "Talks are on Friday"])
def test_who_speaks_without_a_person_before_is_not_known(read: Read, before: str) -> None:
    (source,) = cited(at(read(f"{before}. Syria attacked Jordan, she added.").claims, "attacked"))
    assert (source.text, source.name, source.kind) == ("she", None, "anonymous")


def test_a_body_is_it(read: Read) -> None:
    found = read("The ministry said talks had failed. Troops would leave Homs, it said.")
    assert [s.text for s in cited(at(found.claims, "leave"))] == ["ministry"]


def test_who_carried_a_statement_does_not_go_on_speaking(read: Read) -> None:
    found = read(
        "The ministry said in a statement carried by Al Jazeera that rebels shelled Homs. "
        "Guards opened fire on them, it added."
    )
    assert [s.text for s in cited(at(found.claims, "opened fire"))] == ["ministry"]


def test_several_are_not_he(read: Read) -> None:
    found = read(
        "The governor said the army shelled Homs. Three of them said rebels had left. "
        "Two men were killed, he said."
    )
    assert [s.text for s in cited(at(found.claims, "killed"))] == ["governor"]
