"""Certainty: how sure the text is, by the words that hedge it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, Read, at, chain, document, marked, texts, told

PLAIN = "The army shelled the town."
HEDGES = [row for row in rows("hedges.csv") if row["kind"] != "confidence"]
STEPS = {"probable": (0.55, 0.95), "possible": (0.05, 0.55), "unknown": (0.0, 1.0)}
PUBLISHED = {  # ICD 203, and Sherman Kent's where the directive has no word for it
    "almost certain": (0.95, 0.99),
    "very likely": (0.80, 0.95),
    "likely": (0.55, 0.80),
    "roughly even chance": (0.45, 0.55),
    "unlikely": (0.20, 0.45),
    "very unlikely": (0.05, 0.20),
    "remote chance": (0.01, 0.05),
    "virtually certain": (0.87, 0.99),
    "chances about even": (0.40, 0.60),
    "doubtful": (0.20, 0.40),
    "highly doubtful": (0.02, 0.12),
}
NOT_YET = ("He was asked whether the army would attack",)


@pytest.mark.parametrize("row", [marked(row, NOT_YET) for row in HEDGES])
def test_a_hedge_changes_certainty_as_its_row_says(read: Read, row: dict[str, str]) -> None:
    end = "" if row["example"].endswith("?") else "."
    claims = read(f"{row['example']}{end}").claims
    assert claims, "the example holds no claim"
    assert row["certainty"] in {claim.certainty for claim in claims}, told(claims)


@pytest.mark.parametrize("row", HEDGES, ids=lambda row: f"{row['kind']}-{row['certainty']}")
def test_a_plain_hedge_has_its_steps_band_and_a_published_word_its_own(row: dict[str, str]) -> None:
    band, step = (float(row["low"]), float(row["high"])), STEPS[row["certainty"]]
    if not row["scale"]:
        assert band == step
        return
    middle = sum(band) / 2
    wide = {"probable": (0.55, 1.0), "possible": (0.0, 0.55)}[row["certainty"]]
    assert wide[0] <= middle <= wide[1]


@pytest.mark.parametrize(("word", "band"), PUBLISHED.items(), ids=PUBLISHED)
def test_words_of_estimation_have_their_published_bands(
    word: str, band: tuple[float, float]
) -> None:
    bands = {
        (float(row["low"]), float(row["high"]))
        for row in HEDGES
        if row["scale"] and word in row["hedge"].split("|")
    }
    assert bands == {band}


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "hedges"),
    [
        (PLAIN, "shelled", "certain", []),
        (
            "It cannot be ruled out that rebels will attack the port.",
            "attack",
            "possible",
            ["ruled"],
        ),
        ("The army reportedly shelled the town.", "shelled", "probable", ["reportedly"]),
        ("The army apparently shelled the town.", "shelled", "probable", ["apparently"]),
        ("Perhaps the army shelled the town.", "shelled", "possible", ["Perhaps"]),
        ("The army may shell the town.", "shell", "possible", ["may"]),
        ("The army could attack the town.", "attack", "possible", ["could"]),
        ("It seems that the army has captured the town.", "captured", "probable", ["seems"]),
        ("It is likely that the rebels captured the town.", "captured", "probable", ["likely"]),
        ("It is unclear whether the army shelled the town.", "shelled", "unknown", None),
        ("The rebels are believed to have captured the town.", "captured", "probable", None),
        ("The army is unlikely to attack the town.", "attack", "possible", ["unlikely"]),
    ],
)
def test_the_hedge_decides(
    claim: One, text: str, trigger: str, certainty: str, hedges: list[str] | None
) -> None:
    found = claim(text, trigger)
    assert found.certainty == certainty
    if hedges is not None:
        assert texts(found.hedges) == hedges


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the depot (unconfirmed).",
        "Rebels shelled the depot - unconfirmed",
        "Rebels shelled the depot. Still unverified.",
        "Rebels shelled the depot. No confirmation yet.",
        "Rebels shelled the depot, as yet unconfirmed, a resident wrote.",
    ],
)
def test_a_report_is_as_sure_as_its_tag(claim: One, text: str) -> None:
    assert claim(text, "shelled").certainty == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the depot. Casualties unconfirmed.",
        "Rebels shelled the depot. Unconfirmed reports say that the army left the town.",
        "Rebels shelled the depot. Unconfirmed: the army left the town.",
    ],
)
def test_the_tag_of_something_else_hedges_nothing(claim: One, text: str) -> None:
    assert claim(text, "shelled").certainty == "certain"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The mayor said that the army shelled the town.", "certain"),
        ("The ministry confirmed that the army shelled the town.", "certain"),
        ("The mayor said that the army may have shelled the town.", "possible"),
        ("Reports say that the army shelled the town.", "probable"),
        ("Unconfirmed reports say that the army shelled the town.", "possible"),
        ("Scattered reports say that the army shelled the town.", "possible"),
        ("There are rumours that the army shelled the town.", "possible"),
    ],
)
def test_the_chain_carries_the_doubt_unless_the_source_is_vague(
    claim: One, text: str, certainty: str
) -> None:
    found = claim(text, "shelled")
    assert found.certainty == certainty
    assert len(chain(found)) == 1


def test_the_weakest_hedge_counts(claim: One) -> None:
    found = claim("The army reportedly may have shelled the town.", "shelled")
    assert found.certainty == "possible"
    assert found.probability == (0.05, 0.55)


def test_a_hedge_stays_in_its_own_clause(read: Read) -> None:
    text = "Rebels captured the village, and the army may attack the town."
    found = {c.trigger.text: c.certainty for c in read(text).claims}
    assert found == {"captured": "certain", "attack": "possible"}


@pytest.mark.parametrize("text", [PLAIN, "The army did not shell the town."])
def test_plain_words_are_certain_whatever_their_polarity(read: Read, text: str) -> None:
    (found,) = read(text).claims
    assert (found.certainty, found.probability) == ("certain", (0.95, 1.0))


@pytest.mark.parametrize(
    ("text", "trigger", "certainty", "band"),
    [
        ("It is very likely that the rebels took the dam.", "took", "probable", (0.80, 0.95)),
        ("It is highly unlikely that the rebels took the dam.", "took", "possible", (0.05, 0.20)),
        ("The dam was almost certainly bombed.", "bombed", "probable", (0.95, 0.99)),
        ("There is an even chance that the army attacked.", "attacked", "possible", (0.45, 0.55)),
    ],
)
def test_words_of_estimation_give_their_bands(
    claim: One, text: str, trigger: str, certainty: str, band: tuple[float, float]
) -> None:
    found = claim(text, trigger)
    assert (found.certainty, found.probability) == (certainty, band)


@pytest.mark.parametrize("level", ["low", "moderate", "high"])
def test_confidence_is_not_likelihood(claim: One, level: str) -> None:
    text = f"The analysts assess with {level} confidence that the army shelled the town."
    found = claim(text, "shelled")
    assert (found.certainty, chain(found)) == ("probable", ["analysts"])
    assert found.confidence == level
    assert texts(found.hedges) == ["assess"]


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("Should the bridge fall, the army would shell the town.", "fall", "possible"),
        ("The army is trying to capture the bridge.", "capture", "certain"),
        ("The army neither confirmed nor denied that it shelled the town.", "shelled", "unknown"),
        ("The rebels have neither claimed the raid nor disclaimed it.", "raid", "unknown"),
        ("The army tried to capture the bridge.", "capture", "certain"),
        ("The village was shelled in raids allegedly carried out by rebels.", "raids", "probable"),
        ("Have the rebels captured the bridge?", "captured", "unknown"),
        ("Have the rebels captured the bridge??", "captured", "unknown"),
        ("Who captured the bridge?", "captured", "certain"),
        ("Why did the rebels shell the bridge?", "shell", "certain"),
        ("Residents fear that the rebels captured the bridge.", "captured", "possible"),
        ("Analysts doubt that the rebels captured the bridge.", "captured", "possible"),
        ("The army dismissed the report that it had shelled the town.", "shelled", "certain"),
        ("The report by the watchdog said that the army shelled the town.", "shelled", "certain"),
    ],
)
def test_what_is_supposed_asked_or_feared(
    claim: One, text: str, trigger: str, certainty: str
) -> None:
    assert claim(text, trigger).certainty == certainty


def test_who_may_know_it_leaves_no_doubt_that_it_is_so(claim: One) -> None:
    assert (
        claim("The mayor may know that the army shelled the town.", "shelled").certainty
        == "certain"
    )


@pytest.mark.parametrize("side", ["army", "rebels"])
@pytest.mark.parametrize(
    ("aside", "certainty"),
    [
        ("My guess is that", "probable"),
        ("Word is that", "probable"),
        ("Odds are", "possible"),
        ("Rumour has it that", "possible"),
        ("It looks like", "probable"),
        ("Sounds like", "probable"),
        ("There is no doubt that", "certain"),
        ("It is not clear if", "unknown"),
    ],
)
def test_what_somebody_guesses_aside(claim: One, aside: str, certainty: str, side: str) -> None:
    found = claim(f"{aside} the {side} captured the bridge.", "captured")
    assert (found.certainty, found.status, found.polarity) == (certainty, "occurred", "positive")


@pytest.mark.parametrize(
    "text",
    ["In the event of an attack, the army will leave.", "Any attack on it will be answered."],
)
def test_what_there_may_be_is_possible(claim: One, text: str) -> None:
    assert claim(text, "attack").certainty == "possible"


@pytest.mark.parametrize("side", ["army", "rebels"])
def test_a_claim_that_nobody_verified_is_possible(claim: One, side: str) -> None:
    found = claim(f"The mayor's claim that the {side} fled could not be verified.", "fled")
    assert found.certainty == "possible"


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the town; this has not been confirmed.",
        "Rebels shelled the town. Not confirmed.",
        "Rebels shelled the town. This could not be verified.",
    ],
)
def test_what_is_not_confirmed_afterwards_is_possible(claim: One, text: str) -> None:
    assert claim(text, "shelled").certainty == "possible"


def test_another_claims_doubt_is_its_own(claim: One) -> None:
    text = "The army shelled the town. The number of the dead has not been confirmed."
    assert claim(text, "shelled").certainty == "certain"


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("refused to confirm", "possible"),
        ("declined to confirm reports", "possible"),
        ("were unable to verify", "possible"),
        ("confirmed", "certain"),
        ("refused to accept", "certain"),
    ],
)
def test_what_somebody_would_not_confirm_is_possible(
    claim: One, words: str, certainty: str
) -> None:
    assert claim(f"Officials {words} that the town had fallen.", "fallen").certainty == certainty


@pytest.mark.parametrize("side", ["army", "rebels"])
@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("It seems that the {} left the town and are shelling the port.", "shelling", "probable"),
        ("The {} left the town and it seems that they are looting it.", "left", "certain"),
        ("Soldiers of the {} are believed to be in the town.", "oldiers", "probable"),
        ("Soldiers of the {} are in the town.", "oldiers", "certain"),
        ("A raid by the {} seems imminent.", "raid", "probable"),
        ("A raid by the {} seems deliberate.", "raid", "certain"),
        ("The {} are as likely as not to leave the town.", "leave", "possible"),
        ("We have high confidence in reports that the {} left the town.", "left", "probable"),
    ],
)
def test_what_only_seems_or_is_believed(
    claim: One, text: str, trigger: str, certainty: str, side: str
) -> None:
    assert claim(text.format(side), trigger).certainty == certainty


@pytest.mark.parametrize("side", ["army", "rebels"])
@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("The {} have all but surrounded the town.", "surrounded", "probable"),
        ("The town is all but surrounded by the {}.", "surrounded", "probable"),
        ("The {} have all but completed the capture of the town.", "capture", "probable"),
        ("All but two of the villages were surrounded by the {}.", "surrounded", "certain"),
        ("The town is surrounded by the {}.", "surrounded", "certain"),
        ("The {} are likely to complete the capture of the town.", "capture", "probable"),
        ("The {} have completed the capture of the town.", "capture", "certain"),
        ("The withdrawal of the {} is believed to have begun.", "withdrawal", "probable"),
        ("The withdrawal of the {} has begun.", "withdrawal", "certain"),
        ("It is not clear whether the port remains under {} control.", "control", "unknown"),
        ("It is clear that the port remains under {} control.", "control", "certain"),
    ],
)
def test_what_is_all_but_done_completed_or_remains(
    claim: One, text: str, trigger: str, certainty: str, side: str
) -> None:
    assert claim(text.format(side), trigger).certainty == certainty


def test_whether_a_town_remains_in_hands_is_unknown(whole: Reader) -> None:
    for opening, certainty in (("It is not clear whether ", "unknown"), ("", "certain")):
        text = f"{opening}Djibo remains in government hands."
        assert at(whole.read(document(text)).claims, "hands").certainty == certainty
