"""Idioms say as a whole what none of their words does (data: lexicon/triggers/idioms.csv)."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from fogline.reading.triggers.triggers import entries, events_of_forms
from tests.reading.sentences import One, Read, document, texts, told

IDIOMS = list(rows("triggers", "idioms.csv"))


@pytest.mark.parametrize("by", ["reader", "whole"])
def test_every_idiom_is_read_as_its_row_says(by: str, request: pytest.FixtureRequest) -> None:
    """The learned heads have met few idioms, and must neither drop one nor turn it."""
    reader: Reader = request.getfixturevalue(by)
    readings = reader.pipe([document(f"{row['example']}.") for row in IDIOMS])
    for row, found in zip(IDIOMS, readings, strict=True):
        codes = [(c.event, c.mode or "") for c in found.claims]
        assert codes == [(row["event"], row["mode"])], (row["example"], told(found.claims))


def test_an_idioms_first_word_tells_the_heads_nothing() -> None:
    """ "Put" of "put to the torch" was heard as a word for destruction wherever it stood."""
    idioms = [e for e in entries("verbs") if e.idiom]
    assert len(idioms) > 100
    hints = events_of_forms("verbs")
    assert not any(hints[form] for form in ("spilled", "pluck", "roughed", "buried"))


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Fighters have run the junta out of Lashio.", "run the junta out", "CONTROL", "gain"),
        ("The northern front has caved in.", "caved in", "CONTROL", "lose"),
        ("The army lost its footing in Chin State.", "lost its footing", "CONTROL", "lose"),
        ("The fighters beat a retreat to Uvira.", "beat a retreat", "RETREAT", "withdraw"),
        ("Two hundred soldiers threw down their arms.", "threw down", "RETREAT", "disarm"),
        ("Bandits in Zurmi cut down ten villagers.", "cut down", "ASSAULT", None),
        ("Herders hacked ten farmers to death.", "hacked ten farmers to death", "ASSAULT",
         "primitive"),
        ("Farmers in Ituri have taken up arms.", "taken up arms", "MOBILIZE", "militia"),
        ("The station in Bouake was forced off the air.", "forced off the air", "COERCE",
         "censor"),
        ("The wells of Kadugli have dried up.", "dried up", "CONDITION", "supply"),
        ("Crowds poured onto the streets of Tbilisi.", "poured onto the streets", "PROTEST",
         "demo"),
        ("The envoy was sent packing by the junta.", "sent packing", "SANCTION", "expel"),
        ("The rebels stood their ground in Sake.", "stood their ground", "CONTROL", "hold"),
    ],
)  # fmt: skip
def test_idioms_of_reports_are_read(
    claim: One, text: str, trigger: str, event: str, mode: str | None
) -> None:
    """They were missed, or taken for what their first word says: "hacked", a computer crime."""
    found = claim(text, trigger)
    assert (found.trigger.text, found.event, found.mode) == (trigger, event, mode)


def test_sides_are_read_alike(claim: One) -> None:
    for side, other in (("army", "rebels"), ("rebels", "army")):
        found = claim(f"The {side} ran the {other} out of Goma.", f"ran the {other} out")
        assert (texts(found.actors), texts(found.recipients)) == ([side], [other])


@pytest.mark.parametrize(
    "text",
    [
        "Residents of Douma were sitting down to the evening meal in the camp.",
        "The singer bowed out at the festival in Goma.",
        "The minister shut the door in Goma and sat in his office.",
    ],
)
def test_plain_words_are_no_idiom(read: Read, text: str) -> None:
    assert not read(text).claims


def test_what_runs_out_is_still_a_supply(claim: One) -> None:
    found = claim("The army ran out of shells in the valley.", "ran out")
    assert (found.event, found.mode) == ("CONDITION", "supply")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("A rocket hit the streets of Sumy and killed two.", "heavy-weapons"),
        ("Warplanes hit the streets of Idlib, killing six.", "aerial"),
    ],
)
def test_what_hits_streets_strikes_them(whole: Reader, text: str, mode: str) -> None:
    """The idiom for protests had hidden the verb, and with it attack and place."""
    (found,) = whole.read(document(text)).claims
    assert (found.event, found.mode) == ("ASSAULT", mode)
    assert found.places


@pytest.mark.parametrize(
    "text",
    [
        "Militants flooded the streets of Sake after seizing it.",
        "The troops came onto the streets of Bamako.",
        "Soldiers returned to the streets of Juba.",
        "Police flocked to the streets of Kinshasa.",
        "Residents returned to the streets of Aden as the truce held.",
        "Girls returned to the streets of Homs to play.",
        "Refugees flooded the streets of Bukavu.",
    ],
)
def test_troops_and_those_who_live_there_do_not_protest(whole: Reader, text: str) -> None:
    assert all(c.event != "PROTEST" for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrators returned to the streets of Accra.",
        "Residents returned to the streets of Lagos to demand water.",
        "Thousands flooded the streets of Lima.",
        "Activists hit the streets of Tunis.",
    ],
)
def test_who_demonstrates_takes_to_the_streets(whole: Reader, text: str) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == ["PROTEST"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Somalia locked horns over fish.",
        "Poland and Hungary came to blows over grain.",
        "Iran and Israel traded blows at the UN.",
        "The two parties crossed swords in parliament over the siege.",
        "The ministers locked horns over the budget of the army.",
    ],
)
def test_states_and_parties_that_argue_do_not_clash(whole: Reader, text: str) -> None:
    told = {(c.event, c.mode) for c in whole.read(document(text)).claims}
    assert not told & {("ASSAULT", "clash"), ("MOBILIZE", "militia")}


@pytest.mark.parametrize(
    "text",
    [
        "The army and the rebels traded blows near Goma.",
        "Soldiers and militiamen came to blows in Juba.",
        "M23 and the Wazalendo locked horns in Masisi.",
    ],
)
def test_forces_that_come_to_blows_clash(whole: Reader, text: str) -> None:
    assert [(c.event, c.mode) for c in whole.read(document(text)).claims] == [("ASSAULT", "clash")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The gunner took aim at a soldier near Kora.", "disapprove"),
        ("The militia took aim at Goma with rockets.", "disapprove"),
        ("Russian troops took aim at the power grid of Sumy.", "disapprove"),
        ("Chad kicked out the French troops.", "gain"),
        ("Ukraine's president stood firm against calls to resign.", "hold"),
        ("The mayor stepped aside to let the trucks pass.", "resign"),
    ],
)
def test_who_does_it_turns_the_idiom(whole: Reader, text: str, wrong: str) -> None:
    assert all(c.mode != wrong for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The army backed off from the town of Kora.", "withdraw"),
        ("The envoy took aim at the army.", "disapprove"),
        ("The opposition took aim at the government.", "disapprove"),
        ("The governor stepped aside on Monday.", "resign"),
    ],
)
def test_who_does_it_tells_the_idiom(claim: One, text: str, mode: str) -> None:
    assert claim(text, text.split()[2]).mode == mode
