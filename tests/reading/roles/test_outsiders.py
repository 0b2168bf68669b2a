"""Who only stands around an event: grammar decides, whatever the heads say."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts

Told = tuple[str, str, list[str], list[str]]


def is_told(reader: Reader, told: Told) -> None:
    """Hold who acts and who is acted on against what a sentence tells."""
    text, trigger, actors, recipients = told
    found = at(reader.read(document(text)).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    "told",
    [
        ("The guards failed to stop the massacre in Bunia.", "massacre", [], []),
        ("Police could not halt the looting of shops in Bunia.", "looting", [], ["shops"]),
        ("The army's inability to prevent the massacre in Bunia angered residents.", "massacre", [],
         []),
        ("Police stopped the massacre in Bunia.", "massacre", [], []),
        ("Soldiers watched during the lynching of two men in Bunia.", "lynching", [], ["two men"]),
        # their own deeds, which they do not stop
        ("Israel refused to halt the bombing of Gaza.", "bombing", ["Israel"], []),
        ("Russia failed to stop bombing Aleppo.", "bombing", ["Russia"], []),
        ("Soldiers took part in the killing of 40 villagers in Bunia.", "killing", ["Soldiers"],
         ["40 villagers"]),
    ],
)  # fmt: skip
def test_who_does_not_stop_an_attack_makes_none(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The uprising in Bunia was quelled by marines.", "uprising", [], []),
        ("The riot in Bunia was put down by soldiers.", "riot", [], []),
        ("The teachers' protest in Bunia was dispersed by soldiers.", "protest", ["teachers"], []),
        ("A rally in Bunia was forbidden by the governor.", "rally", [], []),
        # who organises or launches it does it
        ("A protest in Bunia was organised by teachers.", "protest", ["teachers"], []),
        ("The attack on Bunia was launched by the army.", "attack", ["army"], []),
    ],
)
def test_who_puts_it_down_or_bans_it_is_no_doer(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Uganda rejected calls by the UN to withdraw its troops from Bunia.", "withdraw",
         ["Uganda"]),
        ("Chad ignored demands by the UN to stop bombing Aleppo.", "bombing", ["Chad"]),
        ("A plan by the army to withdraw from Bunia was rejected by the mayor.", "withdraw",
         ["army"]),
    ],
)  # fmt: skip
def test_who_calls_for_it_does_not_do_it(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert texts(found.actors) == actors


@pytest.mark.parametrize(
    "told",
    [
        ("China vetoed a draft condemning the army's raid on Bunia.", "condemning", [], ["army"]),
        ("The council rejected a bill accusing the army of shelling Bunia.", "accusing", [],
         ["army"]),
        ("Parliament adopted a motion condemning the army's raid on Bunia.", "condemning",
         ["Parliament"], ["army"]),
    ],
)  # fmt: skip
def test_who_votes_down_a_motion_does_not_say_it(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("An attack attributed by Kyiv to Moscow killed an official in Kherson.", "attack",
         ["Moscow"], ["official"]),
        ("A raid on Bunia that residents blame on the army killed four.", "raid", ["army"], []),
        ("A raid on Bunia launched by the army killed four.", "raid", ["army"], []),
        # who says that it was theirs goes before who lays it to another
        ("The militia took credit for a raid on Bunia that the army blames on rebels.", "raid",
         ["militia"], []),
        ("No group claimed responsibility for a raid on Bunia that police blame on rebels.",
         "raid", ["rebels"], []),
    ],
)  # fmt: skip
def test_to_whom_a_deed_is_laid_does_it(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The EU is considering sanctions against Rwanda over its support for M23.", "support",
         ["Rwanda"], ["M23"]),
        ("The US imposed sanctions on Iran over its attacks in Basra.", "attacks", ["Iran"], []),
        ("The mayor criticised the army for its shelling of Bunia.", "shelling", ["army"], []),
    ],
)  # fmt: skip
def test_over_whose_deed_one_is_punished(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("M23, which Rwanda denies supporting, holds Goma.", "holds", ["M23"], []),
        ("M23, which the UN accuses Rwanda of arming, captured Goma.", "accuses", ["UN"],
         ["Rwanda"]),
        ("M23, which the UN accuses Rwanda of arming, captured Goma.", "arming", ["Rwanda"],
         ["M23"]),
        ("The group, which Paris accuses of kidnapping nurses, attacked Bunia.", "attacked",
         ["group"], []),
        ("The group, which Paris accuses of kidnapping nurses, attacked Bunia.", "kidnapping",
         ["group"], ["nurses"]),
        ("The rebels were accused by the army of using civilians as shields in Bunia.", "using",
         ["rebels"], ["civilians"]),
        ("Hamas, whose fighters the army killed in Rafah, fired rockets at Ashkelon.", "killed",
         ["army"], ["whose fighters"]),
        ("The army, which captured Bunia, attacked Sake.", "captured", ["army"], []),
    ],
)  # fmt: skip
def test_a_relative_clause_with_a_subject_of_its_own(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("The gunmen who killed the judge in Bunia were shot dead by police.", "shot", ["police"],
         ["gunmen"]),
        ("Snipers who had shot two medics in Bunia were killed by soldiers.", "killed",
         ["soldiers"], ["Snipers"]),
        ("Police shot at men who had burned a truck, wounding six.", "shot", ["Police"], ["men"]),
        ("Rebels who shot a nurse in Bunia killed two soldiers in Sake.", "killed", ["Rebels"],
         ["two soldiers"]),
    ],
)  # fmt: skip
def test_whom_a_relative_clause_tells_of_suffers_nothing_else(whole: Reader, told: Told) -> None:
    is_told(whole, told)


def test_the_toll_of_a_relative_clause_is_its_own(whole: Reader) -> None:
    text = "Snipers who had shot two medics in Bunia were killed by soldiers."
    assert at(whole.read(document(text)).claims, "killed").casualties.killed is None


def test_a_plain_past_behind_a_pluperfect_goes_on_from_the_main_verb(whole: Reader) -> None:
    text = "The army attacked rebels, who had shelled Aleppo, and killed 20 of them."
    attacked, shelled = whole.read(document(text)).claims
    assert attacked.casualties.killed is not None
    assert (shelled.casualties.killed, shelled.recipients) == (None, ())


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("My unit was relieved near Kherson by the 35th Marines.", "relieved", ["unit"]),
        ("Rebels captured Sake, but the army retook the town.", "retook", ["army"]),
    ],
)
def test_who_leaves_or_takes_it_back(
    whole: Reader, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    "told",
    [
        ("The army warned that any attack by rebels would be met with air strikes.",
         "air strikes", [], ["rebels"]),
        ("The shelling by the army was answered with rocket fire.", "rocket fire", [], ["army"]),
        ("The army met rebels with air strikes.", "air strikes", ["army"], ["rebels"]),
    ],
)  # fmt: skip
def test_whose_deed_is_answered_does_not_answer_it(whole: Reader, told: Told) -> None:
    is_told(whole, told)


@pytest.mark.parametrize(
    "told",
    [
        ("Russia admitted that it lost a helicopter during its strikes on Idlib.", "strikes",
         ["Russia"], []),
        ("Israel lost a drone in the raid on Homs.", "raid", ["Israel"], []),
        ("Rebels lost two tanks in their assault on Homs.", "assault", ["Rebels"], []),
        # What others struck was hit, and people are harmed by whomever.
        ("The army lost two tanks in a rebel attack on Homs.", "attack", ["rebel"], ["two tanks"]),
        ("The army lost ten soldiers in its attack on Homs.", "attack", ["army"],
         ["ten soldiers"]),
    ],
)  # fmt: skip
def test_nobody_strikes_what_they_lose_themselves(whole: Reader, told: Told) -> None:
    """An air force struck the aircraft that it owned to have lost."""
    is_told(whole, told)
