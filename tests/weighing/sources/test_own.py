"""Whose "our soldiers" are, and what soldiers of nobody say of who holds a place."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from fogline.model import Event, Mention, Reading, Source, Span
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.sources.own import spoken_for
from fogline.weighing.views.party import Party
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

TABLE = tomllib.loads(files("fogline.weighing.sources").joinpath("sources.toml").read_text("utf-8"))
DAY, EVE = "2031-03-04", "2031-03-03"
ARMY, FRONT = ("Selwen Army", "Selwen Front"), ("Harrow Front", "Harrow Brigade")
HOLD = {"event": "CONTROL", "mode": "hold", "places": ("Orlin",), "status": "ongoing"}


def spoken(sentence: str, who: str, trigger: str, *, by: Source, **slots: object) -> Reading:
    """Return a page of one claim whose actor and source stand where the sentence has them."""
    text = f"{sentence} {' '.join(f'word{by.text[:3]}{n}' for n in range(20))}"
    end = sentence.index(by.text) + len(by.text)
    actor = Mention(who, sentence.index(who), sentence.index(who) + len(who))
    given = {"sentence": sentence, "trigger": trigger, "actors": (actor,), **HOLD, **slots}
    speaker = Source(by.text, by.kind, end=end, id=by.id, name=by.name)
    return told(reading(text, "Vessa Times", DAY), given | {"by": (speaker,), "basis": "default"})


def doer(page: Reading) -> Party:
    (seen,) = views([page])
    (party,) = seen.actors
    return party


def of(sentence: str, who: str, speaker: str, kind: str = "official") -> Party:
    return doer(spoken(sentence, who, "hold", by=source(speaker, kind)))


@pytest.mark.parametrize(
    ("sentence", "who", "speaker", "kind", "side"),
    [
        ('"Our soldiers hold Orlin," a colonel of the Selwen Front said.', "soldiers",
         "colonel of the Selwen Front", "official", "Selwen Front"),
        ('"Our soldiers hold Orlin," said Colonel Ivo Tarn of the Harrow Brigade.', "soldiers",
         "Colonel Ivo Tarn", "named-person", "Harrow Brigade"),
        ("Ivo Tarn, a colonel of the Selwen Front, said that its fighters hold Orlin.", "fighters",
         "Ivo Tarn", "named-person", "Selwen Front"),
        ("The Harrow Brigade's commander said its fighters hold Orlin.", "fighters",
         "Harrow Brigade's commander", "armed-group", "Harrow Brigade"),
        ('"Our lads hold Orlin," a sergeant of the 54th Brigade said.', "lads",
         "sergeant of the 54th Brigade", "anonymous", "54th Brigade"),
        ('"Our men hold Orlin," a Ukrainian colonel said.', "men",
         "Ukrainian colonel", "official", "Ukrainian men"),
    ],
)  # fmt: skip
def test_a_speakers_own_forces_are_his_side(
    sentence: str, who: str, speaker: str, kind: str, side: str
) -> None:
    found = of(sentence, who, speaker, kind)
    assert found.name == side
    assert not (found.anybody or found.loose)


@pytest.mark.parametrize(
    ("sentence", "who", "speaker", "kind"),
    [
        ('"Our soldiers hold Orlin," a colonel said.', "soldiers", "colonel", "official"),
        ('"Our fighters hold Orlin," a commander said.', "fighters", "commander", "armed-group"),
        (
            '"Our forces hold Orlin," a hospital spokesman said.',
            "forces",
            "hospital spokesman",
            "official",
        ),
        (
            '"The soldiers hold Orlin," a Ukrainian colonel said.',
            "soldiers",
            "Ukrainian colonel",
            "official",
        ),
    ],
)
def test_of_a_side_that_is_not_known_or_not_his_they_are_anybodys(
    sentence: str, who: str, speaker: str, kind: str
) -> None:
    assert of(sentence, who, speaker, kind).anybody


def test_his_men_are_those_of_whoever_is_named_before_them() -> None:
    sentence = "A colonel of the Selwen Front said that Bo Lind and his fighters hold Orlin."
    page = spoken(sentence, "fighters", "hold", by=source("colonel of the Selwen Front"))
    (held,) = page.claims
    lind = Mention("Bo Lind", at := sentence.index("Bo Lind"), at + len("Bo Lind"))
    both = replace(page, claims=(replace(held, actors=(lind, *held.actors)),))
    (seen,) = views([both])
    assert [p.name for p in seen.actors] == ["Bo Lind", "fighters"]


def weighed(*pages: Reading) -> Event:
    """Return the one event of some pages, the same in any order."""
    (found,) = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == (found,)
    return found


def took(who: str) -> Reading:
    sentence = f"The {who} took Orlin on Monday."
    text = f"{sentence} {' '.join(f'x{who[:3]}{n}' for n in range(20))}"
    return told(
        reading(text, "Karsk Post", DAY),
        {"sentence": sentence, "trigger": "took", "event": "CONTROL", "mode": "gain", "day": EVE,
         "actors": (who,), "places": ("Orlin",), "by": (source(f"{who} spokesman"),)},
    )  # fmt: skip


@pytest.mark.parametrize(("taker", "holder"), [(ARMY, FRONT), (FRONT, ARMY)])
def test_our_soldiers_hold_the_town_contests_that_the_others_took_it(
    taker: tuple[str, str], holder: tuple[str, str]
) -> None:
    # A colonel's "our soldiers hold it" agreed with the enemy's capture: soldiers are anybody.
    sentence = f'"Our soldiers hold Orlin," a colonel of the {holder[1]} said.'
    held = spoken(sentence, "soldiers", "hold", by=source(f"colonel of the {holder[1]}"), day=DAY)
    found = weighed(took(taker[0]), held)
    assert [(c.type, c.state) for c in found.contradictions] == [("control", "open")]
    assert found.credibility.grade == 4
    assert f"for {holder[1]}" in found.credibility.reason


def test_who_held_it_before_the_others_took_it_contests_nothing() -> None:
    sentence = '"Our soldiers hold Orlin," a colonel of the Harrow Front said.'
    held = spoken(sentence, "soldiers", "hold", by=source("colonel of the Harrow Front"), day=EVE)
    taken = told(
        reading("The Selwen Army took Orlin on Tuesday. It rained.", "Karsk Post", DAY),
        {"sentence": "The Selwen Army took Orlin on Tuesday.", "trigger": "took",
         "event": "CONTROL", "mode": "gain", "day": DAY, "actors": ("Selwen Army",),
         "places": ("Orlin",)},
    )  # fmt: skip
    for found in events([held, taken], origins([held, taken])):
        assert not found.contradictions


def test_soldiers_of_nobody_agree_that_a_place_was_taken_and_not_who_took_it() -> None:
    sentence = '"Our soldiers hold Orlin," a colonel said.'
    held = spoken(sentence, "soldiers", "hold", by=source("colonel"), day=DAY)
    found = weighed(took("Selwen Army"), held)
    assert not found.contradictions
    assert found.credibility.reason == "2 independent origins agree, 1 of them on who holds it"


def test_words_before_an_office_and_bodies_named_by_a_rank_are_read() -> None:
    def whom(words: str) -> str:
        return spoken_for(source(words), Span(0, len(words), words))

    for word in TABLE["eminent"]:
        assert whom(f"a {word} Selwen Front commander") == "Selwen Front"
        assert whom(f"commander of the {word} Selwen Front") == "Selwen Front"
    assert whom("Selwen General Ivo Tarn") == "Selwen"
    for word in TABLE["of_ranks"]:
        assert not whom(f"Selwen General {word.title()}")


def channel(sentence: str, who: str, author: str, **fields: str) -> Reading:
    """Return a page of one sentence in its author's own voice."""
    at = sentence.index(who)
    given = {"sentence": sentence, "trigger": "hold", "actors": (Mention(who, at, at + len(who)),)}
    page = told(reading(sentence, author, DAY), given | HOLD | {"basis": "default"})
    writes = Source(author, "author", **fields)
    return replace(page, claims=(replace(page.claims[0], attribution=(writes,)),))


def on_channel(sentence: str, who: str, author: str, **fields: str) -> Party:
    """Return who acts in a sentence of its author's own voice."""
    return doer(channel(sentence, who, author, **fields))


@pytest.mark.parametrize("body", ["Selwen Guard", "Harrow Brigade"])
def test_our_men_on_a_bodys_own_channel_are_that_body(body: str) -> None:
    """ "Our men hold it", on a brigade's channel, bore out whoever said to have taken it."""
    forms = ("{}", "{} (channel)", "{} - official page", "{} (Telegram channel)")
    for author in (form.format(body) for form in forms):
        assert on_channel("Our forces hold Orlin.", "forces", author).name == body
    assert on_channel("Their forces hold Orlin.", "forces", body).anybody
    for paper in (f"{body} Herald", "Vessa Front News (channel)", "Orlin Post", "The Front"):
        assert on_channel("Our forces hold Orlin.", "forces", paper).anybody
    known = on_channel("Our forces hold Orlin.", "forces", "Vessa channel", id="vessa-front")
    assert (known.name, known.key, known.anybody) == ("Vessa", "vessa-front", False)


@pytest.mark.parametrize(
    ("author", "body"),
    [
        ("FARDC General Staff", "cd-forces"),
        ("AFC/M23", "afc"),
        ("RSF Media (channel)", "rsf"),  # reporters bear the name too, and have no forces
        ("KIA News and Information (channel)", "kia"),
    ],
)
def test_a_staff_or_a_channel_is_the_body_whose_it_is(author: str, body: str) -> None:
    """An army's communique told what "forces", anybody's, had done."""
    assert on_channel("Our forces hold Orlin.", "forces", author).key == body
    sentence = f"The {author} informs the public that its forces hold Orlin."
    assert on_channel(sentence, "forces", author).key == body
    assert on_channel("Its forces hold Orlin.", "forces", author).anybody


@pytest.mark.parametrize(
    ("author", "named", "name"),
    [
        ("Selwen Guard (channel)", "Selwen Guard", "Selwen Guard"),
        ("Harrow Brigade - official page", "Harrow Brigade", "Harrow Brigade"),
        ("RSF Media (channel)", "RSF", "Rapid Support Forces"),
        ("FARDC General Staff", "FARDC", None),
        ("KIA News and Information (channel)", "KIA", None),
    ],
)
def test_its_forces_on_a_channel_are_the_bodys_that_it_names(
    author: str, named: str, name: str | None
) -> None:
    """Its own name was looked for with "(channel)" and all, and never found."""
    whose = on_channel(f"The {named} says that its forces hold Orlin.", "forces", author)
    assert not whose.anybody
    assert name in (None, whose.name)
    for other in ("Vessa Front", "mayor", f"{named}ian mayor"):
        assert on_channel(f"The {other} says that its forces hold Orlin.", "forces", author).anybody


def test_what_a_side_says_its_own_forces_did_was_perhaps_days_before() -> None:
    def tells(author: str) -> bool:
        (seen,) = views([channel("Our forces hold Orlin.", "forces", author)])
        return seen.accuses

    assert tells("FARDC General Staff") and not tells("Vessa Times")
