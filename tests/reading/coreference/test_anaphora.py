"""Anaphora: pronouns, "the group" and "the city" stand for what the document named last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.model import Claim, Part
from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, at, chain, document, of_parts, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The rebels entered the town. They shelled the clinic.", "shelled", ["rebels"]),
        ("Soldiers captured the bridge. Then they shelled the clinic.", "shelled", ["Soldiers"]),
        ("The army captured the bridge before it shelled the clinic.", "shelled", ["army"]),
        ("The brigade captured the bridge. It shelled the clinic.", "shelled", ["brigade"]),
        ("The militia took the depot in the area it controls.", "controls", ["militia"]),
        ("The governor met reporters. He accused the army.", "accused", ["governor"]),
        ("Rebels shelled the hamlet. It was they who looted it.", "looted", ["Rebels"]),
    ],
)
def test_a_pronoun_that_acts(read: Read, text: str, trigger: str, actors: list[str]) -> None:
    assert texts(at(read(text).claims, trigger).actors) == actors


def test_an_object_pronoun_is_not_the_actor(read: Read) -> None:
    claims = read("Militants entered the camp. Soldiers attacked them.").claims
    found = at(claims, "attacked")
    assert (texts(found.actors), texts(found.recipients)) == (["Soldiers"], ["Militants"])


def test_who_is_bombed_is_who_was_told_of_beside_it(read: Read) -> None:
    text = "Rebels shelled the villages and residents fled as they were bombed."
    assert texts(at(read(text).claims, "bombed").recipients) == ["residents"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The army entered the town. Those were bombed.", []),
        ("The army entered the town. Those who stayed were bombed.", ["Those who stayed"]),
        ("We bombed the depot.", ["depot"]),
    ],
)
def test_what_points_at_nobody_known_stands_for_nothing_but_its_own_words(
    read: Read, text: str, told: list[str]
) -> None:
    found = at(read(text).claims, "bombed")
    assert texts((*found.actors, *found.recipients)) == told


def test_our_statement_is_not_theirs_whom_it_speaks_of(read: Read) -> None:
    text = "The army denied the raid. We condemn the raid."
    assert at(read(text).claims, "condemn").actors == ()


def test_what_cannot_be_resolved_is_left_out(read: Read) -> None:
    found = at(read("They shelled the clinic.").claims, "shelled")
    assert found.actors == ()
    assert texts(found.recipients) == ["clinic"]


def test_the_city_is_the_place_named_last(read: Read) -> None:
    text = "Rebels advanced towards Aleppo. On Monday warplanes bombed the city."
    (place,) = at(read(text).claims, "bombed").places
    assert place.text == "city"
    assert place.name == "Aleppo"
    assert place.lat is not None


def test_whose_troops_they_are_is_no_place_to_point_back_to(read: Read) -> None:
    text = "Ferries left Kherson. Kyiv's troops are shelling the city."
    (place,) = at(read(text).claims, "shelling").places
    assert (place.text, place.name) == ("city", "Kherson")


def test_a_resolved_mention_leads_to_the_words_that_name_it(read: Read) -> None:
    found = read("The rebels entered the town. They shelled the clinic.")
    (actor,) = at(found.claims, "shelled").actors
    assert actor.start is not None
    assert found.document.text[actor.start : actor.end] == "rebels"


def test_a_place_named_and_meant_again_is_one(read: Read) -> None:
    (place,) = at(read("Rebels hold Goma. Jets bombed Goma and the town.").claims, "bombed").places
    assert place.text == "Goma"


def test_documents_do_not_remember_one_another(read: Read) -> None:
    read("The rebels entered the town.")
    assert read("They shelled the clinic.").claims[0].actors == ()


def test_the_group_is_the_armed_group_named_last(read: Read) -> None:
    text = "Dozens of Hezbollah fighters crossed the border. The army said the group attacked."
    assert texts(at(read(text).claims, "attacked").actors) == ["Hezbollah"]


def test_a_gas_attack_is_not_the_air_raid_before_it(read: Read) -> None:
    text = "The army carried out an air raid on the port. The gas attack killed nine people."
    assert at(read(text).claims, "gas attack").actors == ()


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Rebels left Goma. They shelled Goma. Nobody saw Bukavu. The army took the city.",
         "took", "Goma"),
        ("The army took Goma. Rebels who had seized it fled.", "seized", "Goma"),
        ("Clashes broke out in Goma. Nine soldiers were killed there.", "killed", "Goma"),
        ("Clashes broke out in Khartoum. Nine soldiers were killed in the capital.", "killed",
         "Khartoum"),
        ("Rebels hold Idlib. Nine soldiers were killed in the provincial capital.", "killed", None),
        ("Rebels hold the Kweires airbase. Nine soldiers were killed at the airbase.", "killed",
         "Kweires airbase"),
        ("Rebels hold Daraya. The army shelled the suburb.", "shelled", "Daraya"),
        ("Rebels hold Daraya. Clashes were reported in the area.", "Clashes", "Daraya"),
        ("Rebels hold Daraya. The army shelled what remains of the town.", "shelled", "Daraya"),
        ("The army took Minyan. Rebels left the suburb next to it.", "left", None),
        ("Rebels hold Goma. The army took the eastern districts.", "took", None),
        ("Rebels hold Goma. The army took the strategic town on the Rwandan border.", "took",
         "Goma"),
        ("Rebels hold Goma. The army took a town on the Rwandan border.", "took", None),
        ("Rebels hold Goma. Soldiers on the Bukavu road left. The army took the town.", "took",
         "Goma"),
        ("Rebels hold Goma. Soldiers in Bukavu left. The army took the town.", "took", "Bukavu"),
    ],
)  # fmt: skip
def test_what_a_place_without_a_name_points_back_to(
    text: str, trigger: str, name: str | None, read: Read
) -> None:
    assert at(read(text).claims, trigger).places[0].name == name


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The Nour Brigade holds Azaz. On Sunday the brigade shelled Homs.", "shelled",
         [("brigade", "Nour Brigade")]),
        ("The Union of Riverside Miners met. The union demanded a truce.", "demanded",
         [("union", "Union of Riverside Miners")]),
        ("The army has brigades. On Sunday the brigade shelled Homs.", "shelled",
         [("brigade", None)]),
        ("The Nour Brigade clashed with the Levant Front. Both sides shelled Homs.", "shelled",
         [("Nour Brigade", None), ("Levant Front", "Levant Front")]),
        ("The Nour Brigade bombed Homs. Both sides shelled Idlib.", "shelled", [("sides", None)]),
        ("Hamas fought Fatah in Gaza. The latter shelled a school.", "shelled",
         [("Fatah", "Fatah")]),
        ("Hamas fought Fatah in Gaza. The former shelled a school.", "shelled",
         [("Hamas", "Hamas")]),
        ("Hamas and Fatah met in Cairo. Both groups shelled a school.", "shelled",
         [("Hamas", "Hamas"), ("Fatah", "Fatah")]),
        ("The miners and the bakers met. The two groups shelled a school.", "shelled",
         [("two groups", None)]),
        ("Al-Shabaab stormed a hotel. The attackers shelled a school.", "shelled",
         [("attackers", "al-Shabaab")]),
        ("Al-Shabaab stormed a hotel. The militants shelled a school.", "shelled",
         [("militants", "al-Shabaab")]),
        ("The Syrian army stormed a hotel. The soldiers shelled a school.", "shelled",
         [("soldiers", "Syrian Arab Army")]),
        ("The Syrian army stormed a hotel. The militants shelled a school.", "shelled",
         [("militants", None)]),
    ],
)  # fmt: skip
def test_whom_a_definite_description_means_again(
    text: str, trigger: str, actors: list[tuple[str, str | None]], read: Read
) -> None:
    found = at(read(text).claims, trigger).actors
    assert [(a.text, a.name) for a in found] == actors


@pytest.mark.parametrize(
    ("text", "actors", "recipients", "places"),
    [
        ("Turkish drones hit a depot in Qamishli. The strikes lasted an hour.",
         ["Turkish drones"], ["depot"], ["Qamishli"]),
        ("Turkish drones bombed Qamishli, killing 12 people. The strikes lasted an hour.",
         ["Turkish drones"], [], ["Qamishli"]),
        ("Turkish drones hit a depot in Qamishli. The strikes in Kobani lasted an hour.",
         ["Turkish drones"], [], ["Kobani"]),
        ("Turkish drones hit a depot in Qamishli. The Russian strikes lasted an hour.",
         ["Russian"], [], []),
    ],
)  # fmt: skip
def test_what_the_strikes_take_from_the_strikes_told_before(
    text: str, actors: list[str], recipients: list[str], places: list[str], read: Read
) -> None:
    found = at(read(text).claims, "strikes")
    told = (texts(found.actors), texts(found.recipients), texts(found.places))
    assert told == (actors, recipients, places)


@pytest.mark.parametrize(
    ("text", "actors", "recipients", "places"),
    [
        ("Gunmen killed nine men in Bamenda on Sunday. The attack also wounded a nurse.",
         ["Gunmen"], ["nurse"], ["Bamenda"]),
        ("A suicide bomber killed six men in Homs. Ten clerks were wounded in the same attack.",
         ["suicide bomber"], ["Ten clerks"], ["Homs"]),
        ("Gunmen killed nine men in Bamenda. The attack in Kumba wounded a nurse.",
         [], ["nurse"], ["Kumba"]),
    ],
)  # fmt: skip
def test_the_attack_may_be_told_by_its_dead_before(
    text: str, actors: list[str], recipients: list[str], places: list[str], read: Read
) -> None:
    found = at(read(text).claims, "attack")
    told = (texts(found.actors), texts(found.recipients), texts(found.places))
    assert told == (actors, recipients, places)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The mayor fled. The navy sailed. Rebels said that they had beaten him.", "beaten",
         ["mayor"]),
        ("The navy sailed. Rebels said that they had beaten him.", "beaten", []),
        ("A helicopter landed. Guards arrested him.", "arrested", []),
        ("A rebel left the barracks. Guards arrested him.", "arrested", ["rebel"]),
        ("The president of Chad met the army. Guards arrested him.", "arrested",
         ["president of Chad"]),
        # what people tell of "them" befell themselves
        ("Police found four cells where residents say that they were beaten.", "beaten",
         ["residents"]),
        ("The rebels fled. The mayor said that they were beaten.", "beaten", ["rebels"]),
        # who tells of a death did not die
        ("The mayor was wounded. A nurse said that he had died.", "died", ["mayor"]),
        ("A nurse said that she had been killed.", "killed", []),
        ("The mayor spoke. He said that a miner had fled and that guards killed him.", "killed",
         ["miner"]),
        ("A nurse said that guards had beaten her.", "beaten", ["nurse"]),
    ],
)  # fmt: skip
def test_he_is_one_person(read: Read, text: str, trigger: str, recipients: list[str]) -> None:
    assert texts(at(read(text).claims, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Five villagers were killed at the mill. Then they shelled the mosque.", "shelled", []),
        ("Nine villagers were killed when gunmen raided Bama. They shelled the mosque.", "shelled",
         ["gunmen"]),
        ("Five gunmen were killed at the mill. They had shelled the mosque.", "shelled",
         ["Five gunmen"]),
        ("Five villagers were killed at the mill. They accused the army.", "accused",
         ["Five villagers"]),
    ],
)  # fmt: skip
def test_unarmed_people_who_were_killed_attack_nobody(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(read(text).claims, trigger).actors) == actors


def _thread(reader: Reader, lines: list[tuple[str, str, str | None]], trigger: str) -> Claim:
    """Return the one claim at a word of a page of parts, each told as its role, words, parent."""
    parts, end = [], 0
    for n, (role, line, parent) in enumerate(lines):
        parts.append(Part(f"p{n}", role, end, end + len(line), parent=parent))
        end += len(line) + 1
    text = "\n".join(line for _, line, _ in lines)
    return at(reader.read(of_parts(text, tuple(parts))).claims, trigger)


@pytest.mark.parametrize(
    ("lines", "actors"),
    [
        ([("body", "Rebels took Goma.", None), ("comment", "Miners march here.", None),
          ("comment", "They will shell Bukavu.", None)], ["Rebels"]),
        ([("body", "Nobody spoke.", None), ("comment", "Miners march here.", None),
          ("comment", "They will shell Bukavu.", None)], []),
        ([("body", "Nobody spoke.", None), ("comment", "Miners march here.", None),
          ("comment", "They will shell Bukavu.", "p1")], ["Miners"]),
    ],
)  # fmt: skip
def test_a_comment_points_back_to_the_report_or_to_what_it_answers(
    reader: Reader, lines: list[tuple[str, str, str | None]], actors: list[str]
) -> None:
    assert texts(_thread(reader, lines, "shell").actors) == actors


def test_whom_a_report_cites_does_not_speak_in_a_comment(reader: Reader) -> None:
    lines = [
        ("body", "An officer said that the rebels had shelled Goma.", None),
        ("comment", "My brother is there and he says the airport was bombed.", None),
    ]
    assert chain(_thread(reader, lines, "bombed")) == ["brother"]


@pytest.mark.parametrize(
    ("text", "trigger", "words", "name"),
    [
        # "the city" was the village named last
        ("Rebels hold Goma. Nobody saw Mugunga. The army shelled the city.", "shelled", "city",
         "Goma"),
        ("Rebels hold Goma. Nobody saw Mugunga. The army shelled the village.", "shelled",
         "village", "Mugunga"),
        ("Rebels hold Goma. Nobody saw Bukavu. The army shelled the city.", "shelled", "city",
         "Goma"),
        # and the one that is measured from it
        ("Rebels hold Homs. Jets hit trucks at Rastan, 20 kilometres north of the besieged city.",
         "besieged", "besieged city", "Homs"),
        ("Rebels hold Homs. The army shelled the north of the city.", "shelled",
         "north of the city", "Homs"),
        ("Rebels hold Homs. The army took the city's eastern quarters.", "took",
         "city's eastern quarters", "Homs"),
        # who took a place does not name it
        ("Idlib is the last province that Turkey controls.", "controls", "Idlib", "Idlib"),
        ("Homs fell in May. It is the only town that Turkey controls.", "controls", "only town",
         "Homs"),
        ("The army left a town that Turkey controls.", "controls", "town", None),
        # "there" stands beside who acts, or the verb above a noun
        ("Rebels hold Homs. Troops there surrendered.", "surrendered", "Homs", "Homs"),
        ("Rebels hold Homs. A curfew was declared there.", "declared", "Homs", "Homs"),
    ],
)  # fmt: skip
def test_a_place_is_meant_again_by_its_size_and_what_is_told_of_it(
    text: str, trigger: str, words: str, name: str | None, read: Read
) -> None:
    (place,) = at(read(text).claims, trigger).places
    assert (place.text, place.name) == (words, name)


@pytest.mark.parametrize(("title", "name"), [("Homs: a week", "Homs"), ("A week", "Idlib")])
def test_the_city_is_rather_the_one_of_the_title(reader: Reader, title: str, name: str) -> None:
    text = "Rebels hold Homs. They left for Idlib. The army shelled the city."
    part = Part("p1", "body", 0, len(text))
    found = reader.read(replace(of_parts(text, (part,)), title=title))
    assert at(found.claims, "shelled").places[0].name == name


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ('"All is ready," a source told Arbat Wire. The group shelled a mill.', ["group"]),
        ("Boko Haram gunmen left, a man told Arbat Wire. The group shelled a mill.",
         ["Boko Haram"]),
        ("The Riverside Front told Arbat Wire that it would fight. The group shelled a mill.",
         ["Riverside Front"]),
    ],
)  # fmt: skip
def test_the_group_is_nobody_who_was_only_told(read: Read, text: str, actors: list[str]) -> None:
    assert texts(at(read(text).claims, "shelled").actors) == actors


@pytest.mark.parametrize(
    "row", list(rows("place-words", "again.csv")), ids=lambda row: row["words"]
)
def test_a_word_of_kind_points_back_to_a_place_of_its_features(
    whole: Reader, row: dict[str, str]
) -> None:
    claims = whole.read(document(row["example"])).claims
    (place,) = at(claims, "took" if " took " in row["example"] else "shelled").places
    assert place.text in row["words"].split("|")
    assert place.name == row["meant"]
    assert place.feature in row["features"].split("|")


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        (
            "Walikale was shelled. Shelling hit Walikale again. Pinga has been calm. "
            "The town is held by M23.",
            "held", "Pinga",
        ),
        (
            "Rebels took Goma. Goma fell in January. Minova saw heavy fighting. "
            "The town was shelled at night.",
            "shelled", "Minova",
        ),
        ("Rebels took Goma. Kinshasa denied it. The town was shelled.", "shelled", "Goma"),
    ],
)  # fmt: skip
def test_the_town_is_the_one_of_which_the_sentence_before_speaks(
    read: Read, text: str, trigger: str, place: str
) -> None:
    """A place named more often took "the town" from the one just spoken of; a capital that speaks
    does not.
    """
    claim = [c for c in read(text).claims if trigger in c.trigger.text][-1]
    assert [p.name for p in claim.places] == [place]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The brigade's commander, Adam Novak, met reporters. He accused Mirland.", "accused"),
        ("The governor of Idlib, Adam Novak, left. He accused Turkey of shelling it.", "accused"),
        ("A spokesman for the militia, Adam Novak, spoke. He denied the raid.", "denied"),
        ("The rebels' leader, Adam Novak, entered Goma. He abducted nine guests.", "abducted"),
    ],
)
def test_who_is_told_by_office_and_name_is_meant_by_the_name(
    claim: One, text: str, trigger: str
) -> None:
    """One person had two names: "brigade's commander" who denied, "Adam Novak" who said."""
    assert texts(claim(text, trigger).actors) == ["Adam Novak"]


def test_who_suffers_is_meant_by_the_name_too(claim: One) -> None:
    found = claim("The police chief, Lena Ott, fled. Gunmen abducted her on Monday.", "abducted")
    assert texts(found.recipients) == ["Lena Ott"]


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The ministry closed the school. Gunmen looted it.", "looted", ["school"]),
        ("The council met at the town hall. Rebels burned it.", "burned", ["town hall"]),
        ("The Red Cross sent a truck. Gunmen burned it.", "burned", ["truck"]),
        ("The Hill Front left Sarn. The army burned it.", "burned", []),
        ("The Hill Front left Sarn. The army attacked it.", "attacked", ["Hill Front"]),
        ("The ministry asked for help. Nine patients fled the clinic. Gunmen threatened to burn "
         "it.", "burn", ["clinic"]),
    ],
)  # fmt: skip
def test_what_burns_is_a_building_or_a_vehicle(
    read: Read, text: str, trigger: str, recipients: list[str]
) -> None:
    """ "it" that was burned was the ministry that had closed the school."""
    assert texts(at(read(text).claims, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("told", "trigger"),
    [
        ("accused it of theft", "accused"),
        ("blamed it for the raid", "blamed"),
        ("condemned it for the raid", "condemned"),
        ("urged it to disarm", "urged"),
        ("called on it to disarm", "called on"),
        ("warned it against a raid", "warned"),
        ("threatened it with sanctions", "threatened"),
        ("refused to meet it", "refused"),
        ("refused to talk to it", "refused"),
    ],
)
def test_whom_speech_falls_on_may_be_told_by_it(read: Read, told: str, trigger: str) -> None:
    """Of "accused it of theft" nobody was accused."""
    claims = read(f"The Hill Front burned the mill. The army {told}.").claims
    assert texts(at(claims, trigger).recipients) == ["Hill Front"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The Hill Front offered a truce. Mirland rejected it.", "rejected"),
        ("The Hill Front shelled Sarn. Mirland condemned it in the strongest terms.", "condemned"),
    ],
)
def test_what_was_told_is_nobody(read: Read, text: str, trigger: str) -> None:
    assert at(read(text).claims, trigger).recipients == ()


def test_who_is_not_received_is_told_by_him(read: Read) -> None:
    claims = read("The mayor came to Sarn. Rebels refused to see him.").claims
    assert texts(at(claims, "refused").recipients) == ["mayor"]
