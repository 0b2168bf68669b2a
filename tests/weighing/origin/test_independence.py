"""Who adds no origin: an agency's sentence printed twice, an outlet again, "a monitor"."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from fogline.model import ClaimOrigin, Event, Reading
from fogline.weighing.events import events
from fogline.weighing.measures.wording import content
from fogline.weighing.origin.independence import HEARSAY, SOURCE, independent
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.reprinted import reprinted, signed, signs
from tests.weighing.newsroom import reading, source, told

DAY = "2031-03-04"
LONG = (
    "Fighters shelled the crowded cattle market of Orlin with mortars before dawn on Tuesday, "
    "killing nine herders, burning the stalls and blocking the old ferry road."
)
CUT = (
    "Fighters shelled the cattle market of Orlin with mortars before dawn, killing nine herders, "
    "burning stalls and blocking the ferry road, it was reported."
)
OWN = "Nine people died at the market of Orlin, which gunmen shelled from the hills on Tuesday."


def page(outlet: str, sentence: str, day: str = DAY, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{day[-1]}{n}" for n in range(40))
    given = {"sentence": sentence, "trigger": "shelled", "places": ("Orlin",), "killed": (9, 9)}
    return told(reading(f"{sentence} {filler}", outlet, day), given | {"day": DAY} | slots)


def weighed(*pages: Reading) -> Event:
    """Return the one event of some pages, the same in any order."""
    (found,) = events(pages, origins(pages))
    for other in itertools.islice(itertools.permutations(pages), 6):
        assert events(other, origins(other)) == (found,)
    return found


def test_one_sentence_in_two_papers_is_one_origin() -> None:
    event = weighed(page("Vessa Times", LONG), page("Orlin Post", CUT))
    assert (event.documents, event.publishers, event.origins) == (2, 2, 1)
    assert event.credibility.grade == 6
    assert weighed(page("Vessa Times", LONG), page("Orlin Post", OWN)).origins == 2


@pytest.mark.parametrize(
    "who",
    "the enemy|the fascists|the occupiers|regime|the terrorists|terrorist gangs|the bandits|"
    "the junta|mercenaries|the infidels|apostates|separatists|Zionists|terrorist groups".split("|"),
)
def test_what_a_side_says_that_its_enemy_says_is_no_origin_more(who: str) -> None:
    """A channel that retold its enemy's account confirmed it."""
    channel = page("Selwen Guard (channel)", OWN, by=(source(who, "armed-group"),))
    event = weighed(page("Vessa Times", LONG), channel)
    assert (event.origins, event.credibility.grade) == (1, 6)
    assert weighed(channel).origins == 1
    named = page("Karsk Echo", OWN.replace("died", "were lost"), by=(source("Selwen Guard"),))
    other = page("Vessa Times", LONG)
    assert weighed(other, channel, named).origins == 2  # the channel does not say so itself


def test_half_of_a_sentence_is_one_origin_unless_both_name_somebody() -> None:
    """Agencies' sentences come shortened, and with what the paper adds."""
    short = (
        "Gunmen shelled the cattle market of Orlin before dawn, killing nine herders on Tuesday."
    )
    assert weighed(page("Vessa Times", LONG), page("Orlin Post", short)).origins == 1
    mayor = page("Vessa Times", LONG, by=(source("Mayor A. Rinn", "named-person"),))
    assert weighed(mayor, page("Orlin Post", short)).origins == 1
    police = page("Orlin Post", short, by=(source("Orlin police", "institution"),))
    assert weighed(mayor, police).origins == 2


@pytest.mark.parametrize(
    ("other", "origins_of_it"),
    [
        ("a medical charity", 1),
        ("engineers of the dam", 1),
        ("the police", 2),
        ("Marsh Relief", 2),
    ],
)
def test_who_is_only_described_may_be_whom_his_page_names(other: str, origins_of_it: int) -> None:
    both = told(
        reading(f"{LONG} {OWN}", "Vessa Times", DAY),
        *(
            {"sentence": text, "trigger": "shelled", "places": ("Orlin",), "killed": (9, 9)}
            | {"day": DAY, "by": (source(who, "organisation"),)}
            for text, who in ((LONG, "Dunfell Aid"), (OWN, other))
        ),
    )
    assert weighed(both).origins == origins_of_it


def test_it_is_whoever_is_named_for_it() -> None:
    """One paper says that the mayor told an agency, the other leaves him out."""
    mayor = page("Vessa Times", LONG, by=(source("Mayor A. Rinn", "named-person"),))
    assert weighed(mayor, page("Orlin Post", CUT)).origins == 1


def test_an_outlet_that_says_it_again_is_one_origin() -> None:
    """Even where its second page is a copy of what an agency had first."""
    agency = reading(f"{LONG} {' '.join(f'wire{n}' for n in range(60))}", "Marsh Wire", DAY)
    slots = {"trigger": "shelled", "places": ("Orlin",), "killed": (9, 9), "day": DAY}
    first = told(agency, slots | {"sentence": LONG})
    copy = told(
        reading(agency.document.text, "Vessa Times", "2031-03-05"), slots | {"sentence": LONG}
    )
    again = page("Vessa Times", OWN)
    assert weighed(copy, again).origins == 1
    assert weighed(first, copy, again).origins == 1


@pytest.mark.parametrize(
    ("unnamed", "more"), [("a monitor", 0), ("war monitors", 0), ("a shepherd", 1)]
)
def test_a_monitor_may_be_the_one_that_is_named(unnamed: str, more: int) -> None:
    named = page("Vessa Times", LONG, by=(source("Orlin Observatory"),))
    other = page("Orlin Post", OWN, by=(source(unnamed, "anonymous"),))
    assert weighed(named, other).origins == 1 + more


def test_what_one_publisher_alone_tells_is_not_confirmed() -> None:
    by = [source("Orlin clinic"), source("Vessa council"), source("Harbour union")]
    told_by = [
        told(
            reading(f"{OWN} {LONG}", "Vessa Times", DAY),
            *(
                {"sentence": OWN, "trigger": "shelled", "places": ("Orlin",), "day": DAY}
                | {"by": (one,), "killed": (9, 9)}
                for one in by
            ),
        )
    ]
    event = weighed(*told_by)
    assert (event.publishers, event.origins, event.credibility.grade) == (1, 3, 2)
    assert event.credibility.reason.endswith("all known through one publisher")
    apart = weighed(
        *(page(f"Outlet {n}", OWN, by=(one,)) for n, one in enumerate(by)),
    )
    assert "one publisher" not in apart.credibility.reason


def test_signs_of_words_tell_sentences_as_the_words_do() -> None:
    one, other = content(LONG), content(CUT)
    assert reprinted(one, other)
    assert reprinted(signs(signed(one)), signs(signed(other)))
    assert not reprinted(signs(signed(one)), signs(signed(content(OWN))))
    assert signed(sorted(one)) == signed(sorted(one, reverse=True))


@drawn(
    st.builds(
        ClaimOrigin,
        key=st.sampled_from([f"{SOURCE}mayor", f"{SOURCE}monitor", "outlet:marsh", None]),
        own=st.booleans(),
        document=st.just("a"),
        heading=st.booleans(),
        home=st.just("a"),
        outlet=st.sampled_from(["", "outlet:marsh"]),
        reason=st.sampled_from(["cites the mayor", "cites a monitor", f'"reports"{HEARSAY}', ""]),
    )
)
def test_one_claim_counts_as_two_of_one_voice_do(voice: ClaimOrigin) -> None:
    """What is told once goes a shorter way, to the same end."""
    assert independent(["one"], {"one": voice}) == independent(
        ["one", "two"], {"one": voice, "two": voice}
    )


STATE = source("Government of Sudan", id="sd-government")
ARMY = source("Sudanese army", id="sd-forces")
MINISTRY = source("Sudan's foreign ministry", id="sd-foreign-ministry")
POLICE = source("Sudanese police", id="sd-police")
OTHERS = source("Rapid Support Forces", "armed-group", id="rsf")


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (STATE, MINISTRY, 1),
        (ARMY, MINISTRY, 1),
        (STATE, source("Sudan"), 1),
        (source("India"), source("India's defence ministry", id="in-defence-ministry"), 1),
        (source("Qatari government"), source("Qatar"), 1),
        (ARMY, POLICE, 2),
        (ARMY, OTHERS, 2),
        (ARMY, source("Egyptian army", id="eg-forces"), 2),
        (ARMY, source("Sudan's health ministry"), 2),
        (source("Hamas", id="hamas"), source("Qassam Brigades", id="qassam"), 1),
        (source("Hamas", id="hamas"), source("Palestinian Islamic Jihad", id="pij"), 2),
    ],
)
def test_bodies_by_which_one_state_speaks_or_fights_and_a_groups_wing_are_one_origin(
    one: Any, other: Any, number: int
) -> None:
    """India, India's ministry, an army and its press service "confirmed" a strike as four."""
    second = "In Orlin nine died on Tuesday when mortars were fired at the market, and shelled it."
    event = weighed(page("Vessa Times", LONG, by=(one,)), page("Orlin Post", second, by=(other,)))
    assert event.origins == number


def test_a_press_service_publishes_as_the_army_for_which_it_speaks() -> None:
    service = page("Inter-Services Public Relations", OWN)
    army = source("Pakistan's military", id="pk-forces")
    cited = page("Vessa Times", LONG, by=(army,))
    assert weighed(service, cited).origins == 1
