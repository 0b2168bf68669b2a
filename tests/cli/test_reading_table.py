from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from fogline.cli.reading_table import print_reading
from fogline.model import (
    Casualties,
    Claim,
    Document,
    Loaded,
    Mention,
    Part,
    Place,
    Published,
    Range,
    Reading,
    Source,
    Span,
    When,
)

TEXT = "Army shells Brask\n\nIt seems the army shelled Brask.\n\nNo, it never shelled Brask!"
DOCUMENT = Document(
    "sha256:0",
    TEXT,
    (
        Part("p1", "headline", 0, 17),
        Part("p2", "body", 19, 51),
        Part("p3", "comment", 53, 79, author="Dora\x1b[2J"),
    ),
    Published("2016-11-14", "2016-11-14", "given"),
    title="Army shells Brask",
    publisher="The Quay",
    warnings=("the day was handed in",),
)


def claim(part: str, sentence: str, trigger: str, **slots: object) -> Claim:
    start = TEXT.index(sentence)
    at = TEXT.index(trigger, start)
    base = Claim(
        id=f"claim:{start}",
        part=part,
        sentence=Span(start, start + len(sentence), sentence),
        trigger=Span(at, at + len(trigger), trigger),
        event="ASSAULT",
        mode="heavy-weapons",
        actors=(Mention("army"),),
        recipients=(),
        places=(Place("Brask"),),
        when=When(start="2016-11-13", end="2016-11-14", text="over the weekend", basis="relative"),
        attribution=(Source("The Quay", "author"), Source("residents", "witness")),
        status="occurred",
        polarity="positive",
        certainty="probable",
    )
    return replace(base, **slots)  # type: ignore[arg-type]


CLAIMS = (
    claim("p3", "No, it never shelled Brask!", "shelled", polarity="negative", certainty="certain"),
    claim(
        "p2",
        "It seems the army shelled Brask.",
        "shelled",
        hedges=(Span(19, 27, "It seems"),),
        casualties=Casualties(killed=Range(12, None), injured=Range(3, 3)),
        loaded=(Loaded("horde", "armed group"),),
    ),
)


def printed(width: int = 110, *, colour: bool = False) -> str:
    out = io.StringIO()
    system = "standard" if colour else None
    console = Console(file=out, width=width, force_terminal=colour, color_system=system)  # type: ignore[arg-type]
    print_reading(Reading(DOCUMENT, CLAIMS, "test"), console)
    return out.getvalue()


def test_claims_stand_under_their_part_in_the_order_of_the_text() -> None:
    text = printed()
    assert text.index("body  ") < text.index("It seems the army [shelled] Brask.")
    assert text.index("[shelled] Brask.") < text.index("comment by Dora")
    assert text.index("comment by Dora") < text.index("never [shelled]")


def test_claims_keep_the_numbers_that_they_have_in_the_reading() -> None:
    lines = printed().splitlines()
    assert [line.split()[:2] for line in lines if "ASSAULT" in line] == [
        ["2", "ASSAULT"],
        ["1", "ASSAULT"],
    ]


def test_every_filled_slot_is_in_words() -> None:
    text = " ".join(printed(200).split())
    for words in (
        "The Quay · 2016-11-14 (given)",
        "2 claims in 3 parts",
        "note: the day was handed in",
        "heavy-weapons",
        "probable",
        "not so",
        "who army",
        "where Brask",
        "when 2016-11-13 to 2016-11-14 “over the weekend”",
        "toll at least 12 killed, 3 injured",
        "said by The Quay (author) ← residents (witness)",
        "hedged by It seems",
        "loaded “horde”, here: armed group",
    ):
        assert words in text


def test_a_strangers_escape_sequence_is_not_printed() -> None:
    assert "\x1b" not in printed()


def test_colour_says_nothing_that_a_word_does_not() -> None:
    assert "\x1b[36mprobable" in printed(colour=True)


def test_a_second_claim_of_a_sentence_shows_its_surroundings_alone() -> None:
    words = "word " * 40 + "shelled " + "tail " * 40
    span = Span(0, len(words), words)
    first = replace(CLAIMS[1], sentence=span, trigger=Span(200, 207, "shelled"))
    reading = Reading(DOCUMENT, (first, replace(first, id="claim:again")), "test")
    out = io.StringIO()
    print_reading(reading, Console(file=out, width=120))
    assert out.getvalue().count("…") == 2


def test_a_narrow_terminal_loses_no_slot() -> None:
    assert "residents" in printed(60)
