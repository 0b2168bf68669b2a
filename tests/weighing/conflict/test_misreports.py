"""Who corrected what is told by who says it: a paper's correction is no word of whom it cites."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from fogline.model import Firm, Reading
from fogline.weighing.moments import moment
from fogline.weighing.standing import Contents, Standing, standing_at
from fogline.weighing.views.retold import notes, of_note, retold
from tests.weighing.newsroom import reading, source, told
from tests.weighing.test_tables import table

CLINIC = source("the Orlin clinic", "organisation")
FRONT = source("the Harrow Front", "armed-group")
HIT = "Shells hit the bridge at Orlin, and 40 people were killed, the clinic said."
RIGHT = "Shells hit the bridge at Orlin, and 14 people were killed, the clinic said."
TITLE = "Correction: Bridge hit at Orlin"


def page(
    outlet: str, day: str, *said: tuple[str, Mapping[str, Any]], title: str = "Bridge hit at Orlin"
) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1]}{day[-2:]}{n}" for n in range(25))
    text = "\n".join((*(s for s, _ in said), filler))
    usual = {"trigger": "killed", "places": ("Orlin",), "day": "2031-03-04", "by": (CLINIC,)}
    made = reading(text, outlet, day, title=title)
    return told(made, *({"sentence": s, **usual, **slots} for s, slots in said))


def killed(n: int, **slots: Any) -> dict[str, Any]:
    return {"killed": (n, n), **slots}


FIRST = page("Vessa Times", "2031-03-04", (HIT, killed(40)))


def stands(*pages: Reading) -> Standing:
    """Return what is concluded of pages, the same in any order."""
    found = [
        standing_at(Contents(order, {}, (), (), {}), moment("2031-12-31"))
        for order in itertools.permutations(pages)
    ]
    assert all(f.events == found[0].events and f.records == found[0].records for f in found)
    return found[0]


def firm(held: Standing) -> dict[str, Firm]:
    return {record.id: record.firm for record in held.records}


@pytest.mark.parametrize("sentence", table("views/evolution.toml")["retold"]["examples"])
def test_a_note_is_its_pages(sentence: str) -> None:
    assert notes(sentence)


@pytest.mark.parametrize("sentence", table("views/evolution.toml")["retold"]["others"])
def test_what_others_set_right_is_no_note(sentence: str) -> None:
    assert not notes(sentence)


NOTES = [
    ("Correction: 14 people were killed at the bridge in Orlin, the clinic said, not 40.", 14),
    ("An earlier version of this article said 40 people were killed at Orlin.", 40),
    ("This story was amended: it misstated the number of people killed at Orlin as 40.", 40),
    ("14 people were killed at Orlin, the clinic said, not 40 as previously reported.", 14),
    ("Our report on Tuesday wrongly said that 40 people were killed at Orlin.", 40),
    (
        "(Corrects toll to 14, not 40, in text) 14 people were killed at Orlin, the clinic said.",
        14,
    ),
    ("Rectification: 14 people were killed at Orlin, the clinic said, and not 40.", 14),
]


@pytest.mark.parametrize(("note", "number"), NOTES)
def test_a_note_at_the_foot_is_the_papers_correction(note: str, number: int) -> None:
    """ "corrected by its own source" was said of the clinic, and stood in its record."""
    later = page("Vessa Times", "2031-03-06", (RIGHT, killed(14)), (note, killed(number, by=())))
    held = stands(FIRST, later)
    (event,) = held.events
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.state) == ("toll", "corrected")
    assert conflict.reason == "40 killed against 14; corrected by Vessa Times on 2031-03-06"
    assert firm(held)["outlet:vessa times"].corrected == 1
    assert firm(held)["source:clinic orlin"] == Firm(1, 0, 0, 0)
    assert (event.origins, event.credibility.grade) == (1, 6)


@pytest.mark.parametrize(
    ("title", "sentence", "number"),
    [
        (TITLE, "The clinic counted 14 people killed when shells hit the bridge at Orlin.", 14),
        ("Corrections", "We wrote that 40 people were killed at the bridge in Orlin.", 40),
        (
            "Bridge at Orlin",
            "We wrote that 40 people were killed at Orlin; the clinic had counted 14. "
            "We regret the error.",
            40,
        ),
    ],
)
def test_a_correction_of_its_own_is_the_papers_too(title: str, sentence: str, number: int) -> None:
    by = (CLINIC,) if number == 14 else ()
    later = page("Vessa Times", "2031-03-06", (sentence, killed(number, by=by)), title=title)
    held = stands(FIRST, later)
    (conflict,) = (c for event in held.events for c in event.contradictions)
    assert (conflict.type, conflict.state) == ("toll", "corrected")
    assert "corrected by Vessa Times" in conflict.reason
    assert firm(held)["outlet:vessa times"].corrected == 1
    assert (
        "source:clinic orlin" not in firm(held) or firm(held)["source:clinic orlin"].corrected == 0
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The clinic corrected its toll: 14 people were killed at the bridge in Orlin.",
        "The clinic revised the toll to 14 people killed when shells hit the bridge at Orlin.",
        "14 people were killed at the bridge in Orlin, the clinic said in a correction.",
    ],
)
def test_what_the_source_corrected_itself_stands_in_its_record(sentence: str) -> None:
    held = stands(FIRST, page("Karsk Echo", "2031-03-06", (sentence, killed(14))))
    (conflict,) = (c for event in held.events for c in event.contradictions)
    assert (conflict.type, conflict.state) == ("toll", "corrected")
    assert "corrected by its own source" in conflict.reason
    assert firm(held)["source:clinic orlin"].corrected == 1
    assert "outlet:vessa times" not in firm(held) or not firm(held)["outlet:vessa times"].corrected


def test_whoever_told_the_right_number_before_is_not_charged() -> None:
    """All turns of a conflict but the last counted as corrected, also those of others."""
    other = page("Orlin Post", "2031-03-05", (RIGHT, killed(14, by=(FRONT,))))
    revised = "The clinic revised the toll to 14 people killed when shells hit the bridge at Orlin."
    held = stands(FIRST, other, page("Karsk Echo", "2031-03-06", (revised, killed(14))))
    found = firm(held)
    assert (found["source:clinic orlin"].corrected, found["source:front harrow"].corrected) == (
        1,
        0,
    )


def test_what_others_are_cited_for_stands() -> None:
    said = "Shells hit the bridge at Orlin, and 50 people were killed, the front said."
    cited = page("Vessa Times", "2031-03-04", (HIT, killed(40)), (said, killed(50, by=(FRONT,))))
    later = page("Vessa Times", "2031-03-06", (NOTES[0][0], killed(14)), title=TITLE)
    held = stands(cited, later)
    (conflict,) = (c for event in held.events for c in event.contradictions)
    assert (conflict.type, conflict.state) == ("toll", "open")
    assert firm(held)["source:front harrow"].claimed == 1
    assert firm(held)["outlet:vessa times"].corrected == 1


def test_another_papers_correction_takes_back_nothing_of_a_paper() -> None:
    later = page("Karsk Echo", "2031-03-06", (NOTES[0][0], killed(14)), title=TITLE)
    found = firm(stands(FIRST, later))
    assert not any(record.corrected for record in found.values())


def test_a_number_that_is_no_persons_is_none_of_a_note() -> None:
    made = page("Vessa Times", "2031-03-06", (RIGHT, killed(14)))
    (claim,) = made.claims
    assert not of_note(claim, made.document, heading=False)
    assert not retold(claim, made.document, heading=False)


def test_what_turns_in_the_sentence_is_told_anew() -> None:
    said = "We wrote that 40 people were killed; but the clinic says 14 people were killed."
    made = page("Vessa Times", "2031-03-06", (said, killed(40)), title=TITLE)
    late = told(made, {"sentence": said, "trigger": "killed.", "killed": (14, 14)})
    assert retold(made.claims[0], made.document, heading=False) == "corrected"
    assert not retold(late.claims[0], late.document, heading=False)


def test_who_corrects_how_many_were_kidnapped_does_not_take_back_that_they_were() -> None:
    """A bulletin's "we spoke of 80 ... it was a slip" made a kidnapping improbable."""
    said = "Some 80 people were seized at Orlin, a miller said."
    again = "In our bulletin of noon we spoke of 80 people seized at Orlin."
    slots = {"trigger": "seized", "event": "ASSAULT", "mode": "abduct", "by": ()}
    first = page("Vessa Times", "2031-03-04", (said, slots | {"recipients": ("80 people",)}))
    back = (again, slots | {"recipients": ("80 people",)})
    slip = page("Vessa Times", "2031-03-06", back, title="Rectification: it was a slip")
    (event,) = stands(first, slip).events
    assert [(c.type, c.state) for c in event.contradictions] == [("toll", "corrected")]
    assert event.contradictions[0].reason.startswith("80 people; corrected by Vessa Times")
    assert event.credibility.grade == 6
    wholly = (
        again.replace("80 people seized", "people seized"),
        slots | {"recipients": ("people",)},
    )
    back_wholly = page("Vessa Times", "2031-03-06", wholly, title="Rectification: it was a slip")
    (event,) = stands(first, back_wholly).events
    assert event.credibility.grade == 5
