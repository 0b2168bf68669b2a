"""Sources that another hands on, and who says it in a clause set beside."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at, chain


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "According to two drivers cited by Lake Radio, soldiers burned the mill.",
            "burned",
            ["Lake Radio", "two drivers"],
        ),
        (
            "A spokesman for the army, quoted by Lake Radio, said that rebels captured the dam.",
            "captured",
            ["Lake Radio", "spokesman for the army"],
        ),
        (
            "Nine people died, according to a medic quoted by local media.",
            "died",
            ["local media", "medic"],
        ),
        (
            "Rebels shelled the port, the army was quoted as saying by local media.",
            "shelled",
            ["local media", "army"],
        ),
        (
            "Ten people were killed, Lake Radio quoted the ministry as saying on Thursday.",
            "killed",
            ["Lake Radio", "ministry"],
        ),
        ('"The army shelled the port," the mayor was quoted as saying.', "shelled", ["mayor"]),
        (
            '"Rebels left. The army shelled the port," the mayor was quoted as saying by Lake '
            "Radio.",
            "left",
            ["Lake Radio", "mayor"],
        ),
        (
            "According to the mayor, who cites a nurse, the army shelled the port.",
            "shelled",
            ["mayor", "nurse"],
        ),
        (
            "A priest in Goma heard from miners that rebels took the bridge.",
            "took",
            ["priest in Goma", "miners"],
        ),
        (
            "The mayor has learned from two officials that troops will leave the town.",
            "leave",
            ["mayor", "two officials"],
        ),
        # A medium that ends a sentence hands on all of it, unless it is what a source cites.
        (
            "Activists reported that rebels killed 30 people in Bara, according to Reuters.",
            "killed",
            ["Reuters", "Activists"],
        ),
        (
            "The speaker of the council said that rebels killed ten men, Lake Radio reported.",
            "killed",
            ["Lake Radio", "speaker of the council"],
        ),
        (
            "The army said that rebels shelled the port, citing state television.",
            "shelled",
            ["army", "state television"],
        ),
        # Who tells of a deed in a relative clause.
        (
            "An attack which state media said was carried out by rebels hit the town.",
            "attack",
            ["state media"],
        ),
        ("A raid that the army does not say killed ten rebels hit Bara.", "raid", []),
        # Whom a source only met, or who quoted him on another matter, hands nothing on.
        ("Drivers met by the mayor said that soldiers burned the mill.", "burned", ["Drivers"]),
        ("The mayor, who fled the town, said rebels took the bridge.", "took", ["mayor"]),
    ],
)
def test_who_hands_on_stands_further_out(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("As the mayor announced on Tuesday, the army retook the bridge.", "retook", ["mayor"]),
        ("As the rebels claimed on Tuesday, they took the bridge.", "took", ["rebels"]),
        ("As reported by Lake Radio, rebels captured the bridge.", "captured", ["Lake Radio"]),
        ("Rebels, as the army has confirmed, captured the bridge.", "captured", ["army"]),
        (
            "As Deputy Secretary of State Ada Lisle announced today at the Lake Dialogue, the "
            "kingdom will withdraw from the town.",
            "withdraw",
            ["Ada Lisle"],
        ),
        # What is said then is another thing, or nothing is said.
        ("As the mayor said that the war was over, rebels took the bridge.", "took", []),
        ("As the mayor spoke, rockets hit the market.", "hit", []),
        ("As the army threatened last week, it bombed the bridge.", "bombed", []),
        ("As we reported on Monday, the army shelled the town.", "shelled", []),
    ],
)
def test_who_says_it_in_a_clause_set_beside(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Nine died, according to the camp's emergency room.", "died", ["camp's emergency room"]),
        ("Nine died, according to the army's spokesman.", "died", ["army's spokesman"]),
        ("Nine died, according to the ministry's report.", "died", ["ministry"]),
        ("Nine died, according to Amnesty's findings.", "died", ["Amnesty"]),
    ],
)
def test_whose_word_it_is(claim: One, text: str, trigger: str, sources: list[str]) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize("force", ["soldiers", "rebels"])
def test_who_threatens_says_what_he_will_do(claim: One, force: str) -> None:
    text = f"Residents fled after {force} burned two houses and threatened to shell the camp."
    assert chain(claim(text, "shell")) == [force]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The army has not entered the town, whatever Lake Radio says.", "entered", []),
        ("Contrary to what the ministry claims, rebels hold the bridge.", "hold", []),
        ("Despite what the mayor says, rebels hold the bridge.", "hold", []),
        ("No matter what the army says, rebels hold the bridge.", "hold", []),
        ("The army killed more people than the ministry admits.", "killed", []),
        ("Sake has fallen: a nurse there said that rebels hold the bridge.", "fallen", []),
        ("Sake has fallen: a nurse there said that rebels hold the bridge.", "hold", ["nurse"]),
        (
            "The army denied that it bombed the camp; nine people died in the raid.",
            "raid",
            [],
        ),
        ("The mayor said rebels took the bridge; the army had fled, he said.", "fled", ["mayor"]),
    ],
)
def test_an_account_that_is_set_aside_or_tells_something_else_is_no_source(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("An activist identified as Ali Hasan said jets hit the port.", "hit", ["Ali Hasan"]),
        ("A teacher who gave her name as Amina said rebels left.", "left", ["Amina"]),
        ("A medic named Rana Idris said jets bombed the clinic.", "bombed", ["Rana Idris"]),
        ("A man who named Ali Hasan as the killer said rebels left.", "left", ["man"]),
        ("Rebels left, said the Harbour Watch, known as the Eye.", "left", ["Harbour Watch"]),
        ("A farmer who knew Ali Hasan said soldiers burned the mill.", "burned", ["farmer"]),
    ],
)
def test_a_name_that_follows_tells_who_speaks(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Jets bombed the mill, monitors and medics said.", "bombed", ["monitors and medics"]),
        ("Jets bombed the mill, said police and medics.", "bombed", ["police and medics"]),
        (
            "Jets bombed the mill on Monday monitors and sources on the ground said.",
            "bombed",
            ["monitors and sources on the ground"],
        ),
        (
            "Jets bombed the mill, a hospital director and two nurses told the agency.",
            "bombed",
            ["hospital director and two nurses"],
        ),
        ("Rebels hit children and doctors said that two babies died.", "died", ["doctors"]),
        # Whom somebody killed does not speak with others.
        ("Rebels killed two soldiers and residents said the army fled.", "fled", ["residents"]),
    ],
)
def test_two_who_speak_are_one_source(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor said jets had hit the market blaming the army for the raid.", "mayor"),
        ("The mayor said nine people died in the market, blaming the army.", "mayor"),
        # Whoever can speak may also accuse.
        ("The mayor said rebels attacked the town, blaming the army.", "rebels"),
    ],
)
def test_who_accuses_in_saying_what_cannot(read: Read, text: str, who: str) -> None:
    found = at(read(text).claims, "blaming")
    assert [a.text for a in found.actors] == [who]
    assert chain(found) in ([], ["mayor"] * (who == "rebels"))


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The army shelled the town, my cousin saw it.", "shelled", ["cousin"]),
        ("Soldiers burned the mill, two farmers saw it.", "burned", ["two farmers"]),
        ("Soldiers burned the mill, farmers left it.", "burned", []),
        ("The army shelled the town, we saw it from the hill.", "shelled", []),
        ("There is talk that the army will withdraw.", "withdraw", ["talk"]),
        ("Talks about a truce go on in Doha.", "Talks", []),
        ("Test results showed that the army had bombed the town.", "bombed", ["Test results"]),
        (
            "The watchdog said test results showed that the army had bombed the town.",
            "bombed",
            ["watchdog", "test results"],
        ),
        ("A study by two doctors found that soldiers killed nine.", "killed", ["two doctors"]),
        ("The mayor said rebels left. His figures show that nine died.", "died", ["mayor"]),
        (
            "The ministry said rebels left. Its figures show that nine people died.",
            "died",
            ["ministry"],
        ),
        (
            "Had the convoy not been ambushed, the mayor said, it would have come.",
            "ambushed",
            ["mayor"],
        ),
        ("After rebels took the bridge, the mayor said the army fled.", "took", []),
    ],
)
def test_who_saw_it_and_what_shows_it(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


BELOW = "Rebels burned a mill. The army shelled the town."


@pytest.mark.parametrize(
    ("label", "sources"),
    [
        ("To the soldiers of the 5th Division", []),
        ("Dear residents of Goma", []),
        ("Attention residents of Goma", []),
        ("Message to the garrison", []),
        ("Message from the council to the fighters", ["council"]),
        ("From the Ministry of Defence", ["Ministry of Defence"]),
        ("Spokesman of the brigade", ["Spokesman of the brigade"]),
        ("The army's press office", ["army's press office"]),
    ],
)
@pytest.mark.parametrize("trigger", ["burned", "shelled"])
def test_whom_a_text_addresses_is_no_source(
    claim: One, label: str, sources: list[str], trigger: str
) -> None:
    assert chain(claim(f"{label}:\n\n{BELOW}", trigger)) == sources


def test_many_who_are_called_you_are_addressed(claim: One) -> None:
    text = "Soldiers of the 5th Division:\n\nYour commanders know that rebels burned a mill."
    assert "Soldiers" not in " ".join(chain(claim(text, "burned")))
    text = "Soldiers of the 5th Division:\n\nOur commanders know that rebels burned a mill."
    assert "Soldiers of the 5th Division" in chain(claim(text, "burned"))
