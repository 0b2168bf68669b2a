"""Triggers: the lexicon is well made, its examples are read as it says, topics are no claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from fogline.model import Reading
from fogline.reading.reader import Reader
from fogline.reading.roles.frames import FRAMES
from fogline.reading.tables import rows
from fogline.reading.triggers import needs
from fogline.reading.triggers.triggers import entries, idle, inflections
from tests.demo.test_gold import ALWAYS_WITH_MODE, MODES
from tests.reading.sentences import One, Read, document, texts, told

FILES = ("verbs", "nouns", "modifiers")
UNNAMED = list(rows("triggers", "unnamed.csv"))
ROWS = [(kind, row) for kind in FILES for row in rows("triggers", f"{kind}.csv")]
SHARE = 0.9  # of the rows whose example must be read as the row says


def is_as_said(row: dict[str, str], found: Reading) -> bool:
    """Tell whether one of the claims read is of the row's category and mode."""
    return any(
        claim.event == row["event"] and (claim.mode or "") == row["mode"] for claim in found.claims
    )


def test_examples_are_read_as_their_rows_say(reader: Reader) -> None:
    readings = reader.pipe([document(f"{row['example']}.") for _, row in ROWS])
    failing = [
        f"{kind}: {row['example']!r} should be {row['event']}/{row['mode']}: {told(found.claims)}"
        for (kind, row), found in zip(ROWS, readings, strict=True)
        if not is_as_said(row, found)
    ]
    assert 1 - len(failing) / len(ROWS) >= SHARE, "\n".join(failing)


@pytest.mark.parametrize("row", UNNAMED, ids=lambda row: row["example"])
def test_what_no_word_names_is_read_as_its_row_says(read: Read, row: dict[str, str]) -> None:
    found = read(f"{row['example']}.")
    assert is_as_said(row, found), told(found.claims)
    assert row["kind"] in FILES


@pytest.mark.parametrize("kind", [*FILES, "idioms", "unnamed"])
def test_rows_use_the_codebooks_terms(kind: str) -> None:
    for row in rows("triggers", f"{kind}.csv"):
        assert row["event"] in MODES, row
        assert row["mode"] == "" or row["mode"] in MODES[row["event"]].split(), row
        assert row["mode"] or row["event"] not in ALWAYS_WITH_MODE, row
        assert row["rank"] in {"attack", "harm", "light", "defence", "control", "state", "move",
                               "coerce", "speech", "aid"}, row  # fmt: skip
        assert row["example"], row


def test_frames_of_verbs_are_known() -> None:
    assert {entry.frame for entry in entries("verbs")} <= FRAMES.keys()


def _needs(kind: str) -> Iterator[tuple[str, str]]:
    """Yield what the rows of a kind need; verbs in their idle senses need things too."""
    for entry in entries(kind):
        yield from entry.needs
    for senses in idle().values() if kind == "verbs" else ():
        yield from (need for sense in senses for need in sense)


@pytest.mark.parametrize("kind", FILES)
def test_what_rows_need_is_told_and_tested(kind: str) -> None:
    """A need with a slip in its name would be met by nothing, or by everything."""
    told = {row["need"] for row in rows("triggers", "needs.csv") if row["kind"] == kind}
    used = {need for need, _ in _needs(kind)}
    assert told == used == needs.OF[kind].keys()


def test_examples_of_needs_are_written_so() -> None:
    written = {
        (kind, f"{need}:{what}" if what else need) for kind in FILES for need, what in _needs(kind)
    }
    assert {(r["kind"], r["example"]) for r in rows("triggers", "needs.csv")} <= written


@pytest.mark.parametrize("kind", FILES)
def test_no_row_stands_twice(kind: str) -> None:
    senses = Counter((entry.words, entry.event, entry.mode, entry.needs) for entry in entries(kind))
    assert [sense for sense, count in senses.items() if count > 1] == []


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("attack", {"attack", "attacks", "attacked", "attacking"}),
        ("seize", {"seize", "seizes", "seized", "seizing"}),
        ("carry", {"carry", "carries", "carried"}),
        ("raid", {"raid", "raids", "raided", "raiding"}),
        ("capture", {"captures", "captured", "capturing"}),
        ("retake", {"retakes", "retook", "retaken", "retaking"}),
        ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("stab", {"stabs", "stabbed", "stabbing"}),
        ("withdraw", {"withdraws", "withdrew", "withdrawn", "withdrawing"}),
        ("die", {"dies", "died", "dying"}),
        ("strike", {"strikes", "struck", "striking"}),
    ],
)
def test_inflections_cover_the_forms_of_a_word(word: str, forms: set[str]) -> None:
    assert forms <= inflections(word)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Soldiers stormed the village.", "stormed"),
        ("Soldiers are storming the village.", "storming"),
        ("The army has besieged the city.", "besieged"),
        ("The army is besieging the city.", "besieging"),
        ("Warplanes bombed the market.", "bombed"),
        ("Warplanes are bombing the market.", "bombing"),
        ("The rebels withdrew from the town.", "withdrew"),
        ("The rebels are withdrawing from the town.", "withdrawing"),
        ("Gunmen kidnapped two doctors.", "kidnapped"),
        ("The army recaptured the town.", "recaptured"),
        ("The army has retaken the town.", "retaken"),
        ("Troops shelled the district.", "shelled"),
        ("Police arrested two students.", "arrested"),
        ("The ministry accused the rebels of shelling the market.", "accused"),
        ("The council condemned the attack on the convoy.", "condemned"),
    ],
)
def test_a_verb_is_met_in_its_forms(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).trigger.text == trigger


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers drive to the town.",
        "The governor has to deal with the drought.",
        "The governor fired twenty workers.",
        "The firm charged the soldiers a fee.",
        "The general took over the work of the committee.",
        "The notary executed the documents of the ministry.",
    ],
)
def test_an_everyday_sense_is_no_attack_and_no_deal(read: Read, text: str) -> None:
    found = {c.event for c in read(text).claims}
    assert not found & {"ASSAULT", "CONTROL", "AGREE", "ACCUSE"}, found


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("An air strike hit the market.", "ASSAULT", "aerial"),
        ("A drone strike killed four people.", "ASSAULT", "drone"),
        ("A suicide bombing killed nine people.", "ASSAULT", "suicide-attack"),
        ("Rocket fire killed two farmers.", "ASSAULT", "heavy-weapons"),
        ("The army took control of the hills.", "CONTROL", "gain"),
        ("A ceasefire took effect on Monday.", "RETREAT", "ceasefire"),
        ("The rebels laid down their arms.", "RETREAT", "disarm"),
        ("Both sides observed the truce.", "RETREAT", "ceasefire"),
        ("Residents demonstrated in the square.", "PROTEST", "demo"),
        ("The agency delivered food to the camp.", "AID", None),
        ("Soldiers charged the trench.", "ASSAULT", "ground"),
        ("Two officers were charged over the fraud.", "ACCUSE", "allege"),
        ("Doctors treated two farmers.", "AID", None),
        ("Sappers blew the bridge.", "ASSAULT", "explosives"),
        ("The frigate sank off the coast.", "ASSAULT", "destroy"),
        ("The rebels took over in the spring.", "CONTROL", "gain"),
    ],
)
def test_the_phrase_says_what_it_is(read: Read, text: str, event: str, mode: str | None) -> None:
    assert [(c.event, c.mode) for c in read(text).claims] == [(event, mode)]


@pytest.mark.parametrize(
    "text",
    [
        "They held a debate about the bombing campaign.",
        "The museum opens at nine and closes at five.",
        "This is bizarre, and nobody should be surprised.",
        "The bakery closed early.",
        "The shop closed at noon.",
        "Bakers expect a good harvest in the valley.",
        "The team published its yearly accounts.",
    ],
)
def test_what_names_no_event_is_no_claim(read: Read, text: str) -> None:
    assert told(c for c in read(text).claims if c.event != "CONSULT") == "nothing"


@pytest.mark.parametrize(
    ("text", "speech", "content"),
    [
        ("The council condemned the strikes.", "SUPPORT ACCUSE", "strikes"),
        ("The envoy urged the army to lift the siege.", "REQUEST", "siege"),
        ("The coalition called for the release of the prisoners.", "REQUEST", "release"),
        ("The mayor demanded that the militia withdraw.", "REQUEST", "withdraw"),
    ],
)
def test_what_is_demanded_or_condemned_is_not_claimed(
    read: Read, text: str, speech: str, content: str
) -> None:
    claims = read(text).claims
    assert {claim.event for claim in claims} <= set(speech.split()), told(claims)
    assert claims, "the speech act itself is a claim"
    assert not any(content in claim.trigger.text for claim in claims)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The union imposed sanctions on the republic.", "SANCTION"),
        ("A court sentenced the mayor to eight years in prison.", "SANCTION"),
        ("The army extended the curfew in the town.", "COERCE"),
        ("The army remains in full control of the port.", "CONTROL"),
        # what befalls a population is a condition, whoever or whatever does it
        ("Cholera killed 18 residents of the camp.", "CONDITION"),
        ("Some 300 families returned to the village.", "CONDITION"),
        ("The hospital is operating without oxygen.", "CONDITION"),
        # who leaves a body ends relations, and leaves no ground
        ("The republic withdrew from the regional bloc.", "SANCTION"),
        ("The republic left the treaty.", "SANCTION"),
        ("The agency suspended its activities in the district.", "SANCTION"),
    ],
)
def test_what_completes_a_verb_of_its_event_is_no_second_claim(
    read: Read, text: str, event: str
) -> None:
    claims = read(text).claims
    assert [claim.event for claim in claims] == [event], told(claims)


def test_a_held_place_is_told_by_its_compound(read: Read) -> None:
    (held,) = (c for c in read("Shells hit rebel-held Idlib overnight.").claims if c.mode == "hold")
    assert held.event == "CONTROL"
    assert [actor.text for actor in held.actors] == ["rebel"]
    assert [place.name for place in held.places] == ["Idlib"]


@pytest.mark.parametrize(
    "text",
    ["Foreign-backed fighters met in the capital.", "The army-linked channel posted a picture."],
)
def test_backed_and_linked_say_nothing(read: Read, text: str) -> None:
    events = {claim.event for claim in read(text).claims}
    assert events <= {"CONSULT"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Curfew imposed in Srinagar.", "COERCE"),
        ("The governor imposed a curfew in Hama.", "COERCE"),
        ("The truce collapsed on Friday.", "RETREAT"),
        ("A siege was imposed on Douma.", "CONTROL"),
    ],
)
def test_a_noun_and_its_verb_are_one_claim(whole: Reader, text: str, event: str) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Three wounded at the bus stop in Homs.",
        "Two policemen injured in Hama.",
    ],
)
def test_the_hurt_are_told_without_a_verb(whole: Reader, text: str) -> None:
    assert [c.event for c in whole.read(document(text)).claims] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("A missile hit the dormitory in Homs. Twelve students died.", ["hit", "died"]),
        ("Shelling continued in Homs. Nine dead.", ["Shelling", "dead"]),
        ("Jets bombed a school. Nine children died and dozens were wounded.", ["bombed", "died"]),
        ("Shelling continued in Homs. A nurse was killed.", ["Shelling", "killed"]),
        ("Shelling continued in Homs. Dozens of people were hurt.", ["Shelling", "hurt"]),
        ("Rebels shelled the airport and jets hit the harbour.", ["shelled", "hit"]),
        ("The rebels shelled the town and rockets hit two homes.", ["shelled"]),
        ("The army shelled the market and killed nine.", ["shelled"]),
        ("The defenders held out for a week.", ["held out"]),
        ("Officers ousted the president on Monday.", ["ousted"]),
        ("The militia vowed to avenge the general.", ["vowed"]),
        ("The rebels insist that they shot down two jets near Kidal.", ["shot down"]),
        ("The minister insisted that the hostages were freed unharmed.", ["freed"]),
        ("Shelling continued in Homs. The bakery was destroyed.", ["Shelling", "destroyed"]),
        ("Shelling continued in Homs. The firm sent invoices to its clients.", ["Shelling"]),
        ("Shelling continued in Homs. The rebels sent a letter to the envoy.", ["Shelling"]),
        ("The army sent 200 men to the border with Sudan.", ["sent"]),
        ("The attack came a day after rebels shelled the town.", ["attack", "shelled"]),
        ("Five people were killed after shells hit a market in Homs.", ["hit"]),
        ("Fighting rages for third day in Aden", ["Fighting"]),
        ("Famine looms in Gaza", ["Famine"]),
    ],
)
def test_each_deed_is_told_once(whole: Reader, text: str, triggers: list[str]) -> None:
    assert [c.trigger.text for c in whole.read(document(text)).claims] == triggers


@pytest.mark.parametrize(
    ("text", "trigger", "mode", "polarity"),
    [
        ("No bread in the city for four days.", "bread", "supply", "negative"),
        ("The hospital has been without electricity.", "electricity", "supply", "negative"),
        ("Tanks on the streets of Harare.", "Tanks", "presence", "positive"),
        ("Army still inside the camp.", "Army", "presence", "positive"),
        ("No soldiers in the village.", "soldiers", "presence", "negative"),
    ],
)
def test_a_state_is_told_without_a_verb(
    whole: Reader, text: str, trigger: str, mode: str, polarity: str
) -> None:
    _, state = whole.read(document(f"Shelling continued in Homs. {text}")).claims
    assert (state.trigger.text, state.mode, state.polarity) == (trigger, mode, polarity)


@pytest.mark.parametrize("text", ["Commander of the brigade in Homs.", "The soldiers in the camp."])
def test_a_phrase_that_names_somebody_is_no_state(whole: Reader, text: str) -> None:
    found = whole.read(document(f"Shelling continued in Homs. {text}")).claims
    assert [c.event for c in found] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The wounded soldiers were evacuated to Homs.", "AID", None),
        ("The army handed over the bodies of 500 soldiers.", "RETREAT", "release"),
        ("Raiders robbed the herders of their cattle.", "COERCE", "seize"),
        ("Violence flared in Darfur on Monday.", "ASSAULT", None),
        ("Drones circled over Kyiv all night.", "CONDITION", "presence"),
        ("The rebels pulled out of the talks.", "SANCTION", "withdraw"),
        ("The guns fell silent in Aleppo at noon.", "RETREAT", "ceasefire"),
        ("A Shahed flew into the bridge at Odesa.", "ASSAULT", "drone"),
        ("The rebels pulled out of the town.", "RETREAT", "withdraw"),
        ("The garrison has been cut off in Aden.", "CONTROL", "besiege"),
        ("Captured tanks were paraded through Goma.", "COERCE", "seize"),
        ("The plane crashed near Hmeimim, killing its crew.", "CONDITION", "strength"),
    ],
)
def test_heads_and_rows_agree(whole: Reader, text: str, event: str, mode: str | None) -> None:
    claims = whole.read(document(text)).claims
    found = [(c.event, c.mode) for c in claims if c.trigger.text != "paraded"]
    assert found == [(event, mode)], told(claims)


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The rebels resisted calls to leave the town.", "REJECT", "yield"),
        ("Israel resisted pressure to halt the raids.", "REJECT", "yield"),
        ("The garrison is resisting.", "ASSAULT", "clash"),
        ("The ministers met opposition leaders in Caracas.", "CONSULT", None),
        ("The envoy met the opposition in Caracas.", "CONSULT", None),
        ("The newspaper has withdrawn an article on the mayor.", "REJECT", "deny"),
        ("The army withdrew its report.", "REJECT", "deny"),
        ("The army withdrew its troops.", "RETREAT", "withdraw"),
        ("The prisoners were denied food.", "COERCE", "withhold"),
        ("The detainees had been denied medical care.", "COERCE", "withhold"),
        ("The ministry denied the report.", "REJECT", "deny"),
        ("The bloc put a standby force on alert.", "MOBILIZE", "troops"),
        ("The US paused arms deliveries to Ukraine.", "SANCTION", "discontinue"),
        ("The army paused its strikes.", "RETREAT", "ceasefire"),
    ],
)
def test_what_is_met_withdrawn_or_denied_says_what_is_done(
    whole: Reader, text: str, event: str, mode: str | None
) -> None:
    claims = [c for c in whole.read(document(text)).claims if c.event != "ASSAULT" or c.mode]
    found = [(c.event, c.mode) for c in claims if c.trigger.text not in {"raids", "strikes"}]
    assert found == [(event, mode)], told(claims)


@pytest.mark.parametrize("row", list(rows("triggers", "idle.csv")), ids=lambda row: row["needs"])
def test_a_word_in_an_idle_sense_is_no_trigger(whole: Reader, row: dict[str, str]) -> None:
    claims = whole.read(document(f"{row['example']}.")).claims
    said = {form for word in row["trigger"].split("|") for form in inflections(word)}
    assert not said & {c.trigger.text.lower() for c in claims}, told(claims)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The prisoners were denied food.", []),
        ("The guards denied the prisoners food and water.", ["guards"]),
    ],
)
def test_who_goes_without_is_acted_on(whole: Reader, text: str, actors: list[str]) -> None:
    (found,) = whole.read(document(text)).claims
    assert (texts(found.actors), texts(found.recipients)) == (actors, ["prisoners"])


@pytest.mark.parametrize(
    ("text", "event", "mode", "status"),
    [
        ("Families are skipping meals in Gaza.", "CONDITION", "humanitarian", "ongoing"),
        ("Food prices have doubled in Khartoum.", "CONDITION", "humanitarian", "occurred"),
        ("It is impossible to find flour in Gaza.", "CONDITION", "supply", "ongoing"),
        ("Kharkiv has been without electricity for a month.", "CONDITION", "supply", "ongoing"),
        ("France has 1,500 soldiers in Niger.", "CONDITION", "presence", "ongoing"),
        ("One in three people in Yemen needs food aid.", "CONDITION", "humanitarian", "ongoing"),
        ("Peacekeepers will arrive in Haiti next week.", "MOBILIZE", "troops", "forecast"),
        ("Kenyan police are due to arrive in Haiti.", "MOBILIZE", "police", "forecast"),
        ("Kenyan soldiers are expected in Haiti in May.", "MOBILIZE", "troops", "forecast"),
        ("The minister will arrive in Cairo on Monday.", "CONSULT", "visit", "forecast"),
        ("The aid convoy is expected in Gaza on Friday.", "AID", None, "forecast"),
        ("An aid convoy entered the city of Homs.", "AID", None, "occurred"),
        ("An army convoy entered the city of Homs.", "CONTROL", "gain", "occurred"),
        ("Spain flew its citizens out of Sudan.", "AID", None, "occurred"),
        ("Blinken flew to Tel Aviv.", "CONSULT", "visit", "occurred"),
        ("The army flew reinforcements to Goma.", "MOBILIZE", "troops", "occurred"),
        ("Ukrainian flags are flying over Bilozerka.", "CONTROL", "hold", "ongoing"),
        ("A flag has been raised over the station.", "CONTROL", "gain", "occurred"),
        ("Turkey sent the carrier Anadolu through the strait.", "MOBILIZE", "weapons", "occurred"),
        ("Germany sent tanks to Ukraine.", "AID", None, "occurred"),
        ("Lebanon expelled 30 Syrians.", "COERCE", "deport", "occurred"),
        ("The army expelled 30 fighters from the town.", "CONTROL", "gain", "occurred"),
        ("Ukraine expelled the Russians from Kherson.", "CONTROL", "gain", "occurred"),
        ("The army engaged in negotiations with the rebels.", "CONSULT", None, "occurred"),
        ("The army engaged the rebels.", "ASSAULT", None, "occurred"),
        ("Gunmen took 11 hostages.", "ASSAULT", "abduct", "occurred"),
    ],
)
def test_who_or_what_is_told_of_says_what_is_done(
    whole: Reader, text: str, event: str, mode: str | None, status: str
) -> None:
    claims = whole.read(document(text)).claims
    assert [(c.event, c.mode, c.status) for c in claims] == [(event, mode, status)], told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it will not.",
        "It is impossible to find the mayor of Goma.",
        "The M23 named its own governor.",
        "Prices have doubled in Darfur.",
        "The committee has three members in Homs.",
    ],
)
def test_what_tells_of_no_event_is_none(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Kyiv says the army will withdraw, but Moscow says it will not.", "withdraw"),
        ("Moscow says Kyiv did not send drones, but Kyiv says it did.", "send"),
    ],
)
def test_a_word_that_stands_for_a_verb_is_no_claim(whole: Reader, text: str, trigger: str) -> None:
    claims = whole.read(document(text)).claims
    assert [c.trigger.text for c in claims] == [trigger], told(claims)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Gunmen took 11 hostages.", "took", ["Gunmen"], ["11 hostages"]),
        ("Gunmen took two men hostage.", "took two men hostage", ["Gunmen"], ["two men"]),
        ("One in three people in Yemen needs aid.", "needs", ["One in three people"], []),
        ("Ukrainian flags are flying over Bilozerka.", "flying", ["Ukrainian"], []),
    ],
)
def test_whom_such_words_tell_of(
    whole: Reader, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    (found,) = whole.read(document(text)).claims
    assert found.trigger.text == trigger
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Flights to the camp were suspended by the militia.", [("COERCE", "restrict")]),
        ("The agency suspended its assistance.", [("SANCTION", "discontinue")]),
        ("The talks were cancelled.", [("SANCTION", "withdraw")]),
        ("The raid was condemned by the council.", [("ACCUSE", "disapprove")]),
    ],
)
def test_what_is_ended_or_condemned_is_told_once(
    read: Read, text: str, told: list[tuple[str, str]]
) -> None:
    assert [(c.event, c.mode) for c in read(text).claims] == told


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The report on the raid was wrong. We withdraw it.", ("REJECT", "deny")),
        ("The statement was false, the ministry said, and withdrew it.", ("REJECT", "deny")),
        ("The brigade was surrounded in Homs and the army withdrew it.", ("RETREAT", "withdraw")),
        ("Rebels took the town and withdrew from it.", ("RETREAT", "withdraw")),
    ],
)
def test_a_report_that_is_withdrawn_is_no_retreat(
    claim: One, text: str, kind: tuple[str, str]
) -> None:
    found = claim(text, "withdr")
    assert (found.event, found.mode) == kind
