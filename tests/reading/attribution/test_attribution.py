"""Attribution: the chain of sources, outermost first, from the words around a claim."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at, chain, cited


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The mayor said that the army shelled the town.", "shelled", ["mayor"]),
        ("The mayor said the army had shelled the town.", "shelled", ["mayor"]),
        ("The army shelled the town, the mayor said.", "shelled", ["mayor"]),
        ("The army, the mayor said, shelled the town.", "shelled", ["mayor"]),
        ("The army shelled the town, said the mayor.", "shelled", ["mayor"]),
        ("According to the mayor, the army shelled the town.", "shelled", ["mayor"]),
        ("Residents told the newspaper that the army shelled the town.", "shelled", ["Residents"]),
        ("The ministry denied that its jets had bombed the clinic.", "bombed", ["ministry"]),
        ("The ministry accused the rebels of shelling the town.", "shelling", ["ministry"]),
        ("The mayor claimed that rebels had captured the bridge.", "captured", ["mayor"]),
        ("A spokesman for the army said the rebels fled.", "fled", ["spokesman for the army"]),
        ("According to a statement by the ministry the rebels fled.", "fled", ["ministry"]),
        ("The rebels fled, according to a statement by the army.", "fled", ["army"]),
        ("As the mayor put it, the rebels captured the bridge.", "captured", ["mayor"]),
        ("In the words of the mayor, the army captured the bridge.", "captured", ["mayor"]),
        ("The mayor confirmed reports that the rebels captured the bridge.", "captured", ["mayor"]),
        ("Rebels shelled the port wounding dozens state media said.", "shelled", ["state media"]),
        (
            "Two residents of the port said that rebels shelled it.",
            "shelled",
            ["Two residents of the port"],
        ),
        (
            "Traders who reached Goma said that soldiers burned the mill.",
            "burned",
            ["Traders who reached Goma"],
        ),
        (
            "Women arriving in Goma said that soldiers burned the mill.",
            "burned",
            ["Women arriving in Goma"],
        ),
        ("The traders who reached Goma said that soldiers burned the mill.", "burned", ["traders"]),
        ("The court said that it was investigating the raid.", "investigating", ["court"]),
        ("The court is investigating the raid.", "investigating", []),
        (
            '"I saw two jets" the baker said. "They came low. "Then they left." Residents said '
            'that rebels shelled the bridge. The council spoke of "grave doubts".',
            "shelled",
            ["Residents"],
        ),
        ("Nine people died, according to the mayor and the army.", "died", ["mayor and the army"]),
        ("Government side: the council denies that the army shelled it.", "denies", []),
    ],
)
def test_who_says_so(claim: One, text: str, trigger: str, sources: list[str]) -> None:
    found = claim(text, trigger)
    assert chain(found) == sources
    assert found.attribution[0].kind == "author", "the author always opens the chain"


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The kingdom promised an inquiry into the raid.", "inquiry", ["kingdom"]),
        ("The kingdom offered to mediate.", "mediate", ["kingdom"]),
        ("There were unconfirmed reports of a raid on the port.", "raid", ["unconfirmed reports"]),
        ("The army shelled the port, a statement of the ministry said.", "shelled",
         ["statement of the ministry"]),
    ],
)  # fmt: skip
def test_what_is_offered_and_what_is_only_reported(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


def test_an_office_before_a_name_is_one_source(claim: One) -> None:
    text = "The army left the town, said the deputy head of the council, Amina Warsame."
    assert [s.name for s in cited(claim(text, "left"))] == ["Amina Warsame"]


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town.",
        "Rebels captured the bridge on Monday and the army withdrew.",
        "The army shelled the town after the mayor left.",
    ],
)
def test_what_the_author_says_alone_has_no_source(read: Read, text: str) -> None:
    claims = read(text).claims
    assert claims
    assert [chain(c) for c in claims] == [[] for _ in claims]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "The newspaper reported that a doctor said that the army shelled the town.",
            "shelled",
            ["newspaper", "doctor"],
        ),
        (
            "The agency quoted a doctor as saying that the army shelled the town.",
            "shelled",
            ["agency", "doctor"],
        ),
        (
            "A doctor was quoted by the agency as saying that the army shelled the town.",
            "shelled",
            ["agency", "doctor"],
        ),
        (
            "The group claimed responsibility for the bombing, according to the newspaper.",
            "bombing",
            ["newspaper", "group"],
        ),
    ],
)
def test_a_nested_chain_runs_from_the_outside_in(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


def test_the_speech_act_itself_is_not_the_speakers_claim(read: Read) -> None:
    claims = read("The ministry denied that its jets had bombed the clinic.").claims
    assert chain(at(claims, "denied")) == []
    assert chain(at(claims, "bombed")) == ["ministry"]


def test_a_source_covers_all_that_it_says(read: Read) -> None:
    claims = read("The mayor said that the army shelled the town and captured the bridge.").claims
    assert [chain(c) for c in claims] == [["mayor"], ["mayor"]]


def test_the_addressee_is_no_source(claim: One) -> None:
    found = claim("The mayor told the agency that the army shelled the town.", "shelled")
    assert chain(found) == ["mayor"]


def test_a_quotation_keeps_its_speaker_over_sentences(read: Read) -> None:
    text = (
        "“The army shelled the town,” the mayor said. "
        "“Soldiers captured the bridge. They burned the school.”"
    )
    claims = read(text).claims
    for trigger in ("shelled", "captured", "burned"):
        assert chain(at(claims, trigger)) == ["mayor"], trigger


def test_a_free_continuation_has_no_source(read: Read) -> None:
    text = "The mayor said that the army shelled the town. Rebels captured the bridge later."
    claims = read(text).claims
    assert chain(at(claims, "captured")) == []


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Rebels captured bridge near Homs: mayor", "captured", "mayor"),
        ("Ministry: rebels captured bridge near Homs", "captured", "Ministry"),
        ("Rebels captured bridge near Homs monitor", "captured", "monitor"),
        ("Rebels captured bridge near Homs - Homs Governor", "captured", "Homs Governor"),
        ("Rebels captured bridge near Homs state TV | Valley Times", "captured", "state TV"),
    ],
)
def test_a_headlines_colon_names_the_source(
    claim: One, text: str, trigger: str, source: str
) -> None:
    assert chain(claim(text, trigger, role="headline")) == [source]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Residents said that the army shelled the town.", "witness"),
        ("The defence ministry said that the rebels shelled the town.", "official"),
        ("The newspaper said that the army shelled the town.", "media"),
        ("State television said that the army shelled the town.", "media"),
        ("The rebels said that the army shelled the town.", "armed-group"),
        ("Reports say that the army shelled the town.", "anonymous"),
    ],
)
def test_the_kind_of_a_source(claim: One, text: str, kind: str) -> None:
    assert [source.kind for source in cited(claim(text, "shelled"))] == [kind]


def test_a_source_leads_to_its_words_and_its_cue(read: Read) -> None:
    found = read("The mayor said that the army shelled the town.")
    (source,) = cited(at(found.claims, "shelled"))
    text = found.document.text
    assert source.start is not None
    assert text[source.start : source.end] == "mayor"
    assert source.cue is not None
    assert source.cue.text == "said" == text[source.cue.start : source.cue.end]


def test_a_pronoun_that_speaks_is_resolved(read: Read) -> None:
    text = "Governor Salma Idrin visited the camp. She said that the army shelled the town."
    (source,) = cited(at(read(text).claims, "shelled"))
    assert "Idrin" in source.text


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured bridge near Homs | Valley Times",
        "Rebels kill three officials",
        "Rebels captured bridge near Homs - Valley Times",
    ],
)
def test_a_headline_ends_with_its_outlets_name_of_itself(read: Read, text: str) -> None:
    assert [chain(c) for c in read(text, role="headline").claims] == [[]]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("Mortars struck near the embassy said the mayor who saw it.", "struck", ["mayor"]),
        ("Rebels shelled the town and killed nine people the mayor said.", "shelled", ["mayor"]),
        (
            "The blast hit a market as people from the rebel-held quarter waited there "
            "according to the mayor.",
            "blast",
            ["mayor"],
        ),
        ("The ministry put the death toll at 12.", "death toll", ["ministry"]),
    ],
)
def test_a_source_stands_at_the_sentences_edge(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        # "They said", behind what they said, made the accused or the dead its source.
        ("Residents fled. Soldiers burned the market, they said.", "burned", "Residents"),
        ("Doctors treated 40 people. Jets bombed the clinic, they said.", "bombed", "Doctors"),
        ("Officials spoke in Kano. Six guards were wounded, they said.", "wounded", "Officials"),
        (
            "Bloggers said Ukrainian units were dug in at Sudzha; Russian troops held the centre, "
            "they wrote.",
            "held",
            "Bloggers",
        ),
        (
            "Officers said gunmen stormed the camp. Nine soldiers died in the raid, they added.",
            "raid",
            "Officers",
        ),
        ("Nine soldiers died in the raid, they added.", "raid", "they"),
        ("The rebels entered Goma. They took the airport, they said.", "took", "rebels"),
        ("Residents fled. They said soldiers burned the market.", "burned", "Residents"),
        ("The army captured Goma, it said.", "captured", "army"),
        ("The mayor was hurt when jets bombed the port, he said.", "bombed", "mayor"),
    ],
)
def test_a_pronoun_that_speaks_last_is_nobody_in_what_is_said(
    claim: One, text: str, trigger: str, source: str
) -> None:
    assert chain(claim(text, trigger)) == [source]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Residents fled. They said soldiers burned the market.", "witness"),
        ("Officials met. Soldiers burned the market, they said.", "official"),
        ("Soldiers burned the market, they said.", "anonymous"),
    ],
)
def test_a_pronoun_is_a_source_of_the_kind_of_whom_it_means(
    claim: One, text: str, kind: str
) -> None:
    assert [source.kind for source in cited(claim(text, "burned"))] == [kind]


@pytest.mark.parametrize(
    ("first", "again", "source"),
    [
        ("The Harbour Watchdog", "It", "Harbour Watchdog"),
        ("A nurse", "She", "nurse"),
    ],
)
def test_a_source_is_meant_again(read: Read, first: str, again: str, source: str) -> None:
    text = f"{first} said that the army shelled the town. {again} said that rebels took the dam."
    assert chain(at(read(text).claims, "took")) == [source]


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("Two army sources", "One of the sources", "Two army sources"),
        ("Two army sources", "Both of the residents", None),
        ("Three officials of the river council", "Two of the officials",
         "Three officials of the river council"),
        ("The teachers' union", "The union", "teachers' union"),
        ("The teachers' union", "The union of nurses", None),
    ],
)  # fmt: skip
def test_one_of_the_sources_is_one_of_those_told_of_before(
    read: Read, first: str, again: str, name: str | None
) -> None:
    """Who "one of the sources" was of nobody told, so that another stood for him."""
    text = f"{first} said that rebels shelled the town. {again} said that they took the dam."
    (found,) = cited(at(read(text).claims, "took"))
    assert found.name == name


def test_two_of_the_officials_are_those_of_whom_one_spoke_too(read: Read) -> None:
    text = (
        "Three officials of the river council said that rebels shelled the town. One of the "
        "officials said that they took the dam. Two of the officials said that they fled."
    )
    (found,) = cited(at(read(text).claims, "fled"))
    assert found.name == "Three officials of the river council"


@pytest.mark.parametrize(
    ("first", "again"),
    [("A source at Homs Police Command", "source"), ("The Harbour Watchdog", "group")],
)
def test_the_source_keeps_its_words_and_has_its_full_name(
    read: Read, first: str, again: str
) -> None:
    text = (
        f"{first} said that the army shelled the town. The {again} said that rebels took the dam."
    )
    (found,) = cited(at(read(text).claims, "took"))
    assert (found.text, found.name) == (again, first.removeprefix("A ").removeprefix("The "))


@pytest.mark.parametrize(
    ("text", "trigger", "said", "body"),
    [
        # Told without its name, one army was as many sources as there were ways to call it.
        ("The Arakan Army took Thandwe, its spokesman said.", "took", "spokesman", "Arakan Army"),
        ("The Arakan Army took Thandwe, the group said.", "took", "group", "Arakan Army"),
        ("The Arakan Army took Thandwe, the rebel group said.", "took", "rebel group", "Arakan"),
        (
            "The Arakan Army took Thandwe, a spokesman for the group said.",
            "took",
            "spokesman for the group",
            "Arakan Army",
        ),
        (
            "The Harbour Front captured Goma, its spokesman said.",
            "captured",
            "spokesman",
            "Harbour",
        ),
        (
            "Hamas fired rockets at the port. Its spokesman said that ten soldiers died.",
            "died",
            "spokesman",
            "Hamas",
        ),
        # A source that names itself keeps its own words.
        ("The UK-based monitoring group said jets bombed Idlib.", "bombed", "monitoring group", ""),
        # No body has been named, or the place that was has no spokesman.
        ("The group said that rebels captured Goma.", "captured", "group", ""),
        ("The hospital was hit, its spokesman said.", "hit", "spokesman", ""),
        ("The town was shelled, its mayor said.", "shelled", "mayor", ""),
        # A watchdog that was cited is "the group", not the one that it tells of.
        (
            "The Harbour Watchdog said two died. The Arakan Army shelled Thandwe, the group said.",
            "shelled",
            "group",
            "Harbour Watchdog",
        ),
    ],
)
def test_the_body_behind_a_source_without_a_name(
    claim: One, text: str, trigger: str, said: str, body: str
) -> None:
    (found,) = cited(claim(text, trigger))
    assert found.text == said
    assert (found.name or "").startswith(body)
    assert bool(found.name) == bool(body)


def test_what_a_speaker_does_in_saying_it_is_not_what_is_said(read: Read) -> None:
    text = "Nine people died in the town, the mayor said, blaming the army."
    assert chain(at(read(text).claims, "blaming")) == []


@pytest.mark.parametrize(
    "text", ["No group said that the army shelled it.", "Nobody believes that the army shelled it."]
)
def test_nobody_is_no_source(claim: One, text: str) -> None:
    assert chain(claim(text, "shelled")) == []


def test_who_denies_a_report_is_the_source_of_the_denial(claim: One) -> None:
    found = claim("The army dismissed the report that it had shelled the town.", "shelled")
    assert chain(found) == ["army"]


def test_a_body_is_meant_again_by_what_it_does(claim: One) -> None:
    text = "Nine died, the Northern Observatory said. The monitoring group added that rebels fled."
    found = claim(text, "fled").attribution[-1]
    assert (found.text, found.name) == ("monitoring group", "Northern Observatory")


TRANSCRIPT = (
    "PRESENTER: A clinic was shelled today.\n\nMR LADO: Rebels burned a mill.\n\n"
    "PRESENTER: And in the hills?\n\nMR LADO: Villagers say that two people died."
)
ON_AIR = TRANSCRIPT.replace("PRESENTER", "OPERATOR")
RUN_ON = TRANSCRIPT.replace("\n\n", " ")
ASKED = (
    "THE COLONEL: We shelled the camp. Question (radio): When did rebels burn the mill? "
    "THE COLONEL: Two people died. Question (agency): Did your men storm the village?"
)
CLOSED = (
    '"They burned our homes," said Ada Example, a teacher. "Two boys were killed." The Hill Front '
    "denied that its fighters had shelled the town."
)
STATEMENT = (
    "Foreign minister Ada Example said:\n\nThe army shelled the town.\n\nRebels burned a school."
)
LED_IN = (
    "Ada Example said on Monday: The army shelled the town. Rebels burned a school.\n\n"
    "We hear that the army bombed a bridge.\n\nGunmen stormed a village."
)


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (STATEMENT, "shelled", ["Foreign minister Ada Example"]),
        (STATEMENT, "burned", ["Foreign minister Ada Example"]),
        (LED_IN, "burned", ["Ada Example"]),
        (LED_IN, "bombed", ["Ada Example"]),
        (LED_IN, "stormed", []),
        (f"Two died. {LED_IN}", "burned", []),
        ("Minister for the East, Ada Example said:\n\nI am shocked by reports that they burned it.",
         "burned", ["Ada Example", "reports"]),
        ('"Residents told us that rebels burned a mill," the mayor said.', "burned",
         ["mayor", "Residents"]),
        (TRANSCRIPT, "shelled", []),
        (TRANSCRIPT, "burned", ["MR LADO"]),
        (TRANSCRIPT, "died", ["MR LADO", "Villagers"]),
        (ON_AIR, "shelled", []),
        (RUN_ON, "shelled", []),
        (RUN_ON, "burned", ["MR LADO"]),
        (ASKED, "shelled", ["COLONEL"]),
        (ASKED, "burn", ["Question"]),
        (ASKED, "died", ["COLONEL"]),
        (ASKED, "storm", ["Question"]),
        (CLOSED, "killed", ["Ada Example"]),
        (CLOSED, "shelled", ["Hill Front"]),
        ("GOMA: Rebels burned a mill.\nKYIV: Two people died.\nGOMA: Rebels fled.", "died", []),
        (f"{STATEMENT}\n\nNotes to editors\n\nThe army bombed a bridge.", "bombed", []),
        ("The council reported:\n- The army shelled a school.\n\nRebels burned a mill.",
         "shelled", ["council"]),
        ("The council reported:\n- The army shelled a school.\n\nRebels burned a mill.",
         "burned", []),
        ('The mayor said:\n\n"The army shelled the town.\n\n"Rebels burned a school."',
         "burned", ["mayor"]),
        ('"The army shelled the town," the mayor said.\n\n"Rebels burned it."', "burned",
         ["mayor"]),
        ('3/ Fwd from a local group: "The army shelled the town. Rebels burned a mill."', "burned",
         ["local group"]),
    ],
)  # fmt: skip
def test_who_speaks_from_line_to_line(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


@pytest.mark.parametrize(
    ("head", "sources"),
    [
        ("Communiqué No. 9\nMinistry of Defence", []),
        ("PRESS STATEMENT\nMINISTRY OF DEFENCE", []),
        ("Communiqué No. 9\nMinistry of Health", ["Ministry of Defence"]),
        ("Shelling goes on near the river", ["Ministry of Defence"]),
    ],
)
def test_who_signs_a_statement_is_no_source_of_it(
    read: Read, head: str, sources: list[str]
) -> None:
    text = f"{head}\n\nThe Ministry of Defence announces that rebels shelled the town."
    (shelled,) = (c for c in read(text).claims if c.trigger.text == "shelled")
    assert [s.text for s in shelled.attribution if s.kind != "author"] == sources


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The rebels killed 12 policemen in Kunduz officials said.", "killed", ["officials"]),
        ("The army shot dead three men in Homs and Hama activists said.", "shot", ["activists"]),
        ("Activists in Homs said the army shelled Rastan.", "shelled", ["Activists in Homs"]),
        ("The rebels shelled Taiz killing 17 men medical sources said.", "shelled",
         ["medical sources"]),
        ("The army bombed Fallujah killing four men and wounding 15 hospital sources said.",
         "bombed", ["hospital sources"]),
        ("Eight men died in shelling according to the army while activists said raids killed 14.",
         "raids", ["activists"]),
        ("The army said in a statement that rebels shelled the town.", "shelled", ["army"]),
        ("In a statement published on Telegram Hamas said it shelled Haifa.", "shelled",
         ["Hamas"]),
        ("In an online statement Ahrar al-Sham said it had killed ten men.", "killed",
         ["Ahrar al-Sham"]),
        ("The army has not commented on the strike that killed 30 people in Homs.", "killed", []),
        ("Israel declined to comment on the air strike that hit a depot.", "hit", []),
    ],
)  # fmt: skip
def test_who_says_so_where_commas_are_lost(
    claim: One, text: str, trigger: str, sources: list[str]
) -> None:
    assert chain(claim(text, trigger)) == sources


def test_who_is_spoken_to_is_no_source(read: Read) -> None:
    found = read("The council was told that rebels had shelled the town.").claims
    (shelled,) = (c for c in found if c.trigger.text == "shelled")
    assert [s.kind for s in shelled.attribution] == ["author"]
