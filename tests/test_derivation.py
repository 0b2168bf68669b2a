"""What arrivals change is what weighing everything anew gives, in any order of arrival."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fogline import neighbourhood
from fogline.arrivals import sources
from fogline.derivation import weigh, weigh_new
from fogline.ledger import Ledger
from fogline.ledger.verification import verify
from fogline.model import Capture, Reading, capture_id, claim_id, to_dict
from fogline.weighing.occurrence import blocking
from fogline.weighing.origin import passages, translations
from fogline.weighing.sources import registers
from tests.weighing import invented_war
from tests.weighing.bundled import read
from tests.weighing.newsroom import reading, source, told

SOURCES = (
    source("the army"),
    source("the Orlin army"),
    source("rebels", "anonymous"),
    source("River front", "armed-group"),
    source("the defence ministry of Syria"),
    source("Outlet 3", "media"),
    source("Outlet 4", "anonymous"),
    source("activists", "anonymous"),
    source("a military source", "anonymous"),
    source("the River observatory", "organisation"),
    source("observatory", "organisation"),
    source("the observatory of Orlin", "organisation", id="actor:orlin"),
    source("defence ministry spokesman Idris Vell", "named-person"),
    source("Idris Vell", "named-person"),
    source("Vell", "named-person"),
    source("River front spokesman Ada Vell", "official"),
    source("leadership of the River front", "armed-group"),
    source("Health Minister Ana Marn", "named-person", name="Ana Marn"),
    source("Orlin's health minister Ana Marn", "named-person", name="Ana Marn"),
    source("Ana Marn", "named-person"),
    source("the health ministry"),
    source("the enemy", "anonymous"),
    source("the army's spokesman in the north, Ivo Tarn", "named-person", name="Ivo Tarn"),
    source("Ivo Tarn", "named-person"),
    source("the army", id="sy-forces"),
)
HEADS = (
    "ORLIN (Reuters) - {}",
    "Outlet 3 reported: {}",
    "{} (AP)",
    "Outlet 3 had initially reported otherwise: {}",
    "So the defence ministry of Syria said, as Outlet 4 writes. {}",
    "The River observatory, which is close to the opposition, told it. {}",
    "Follow us for more on the war that goes on and on along the river and the road. {}",
)
PUBLISHERS = (
    "RSF Media (channel)",
    "FARDC General Staff",
    "Orlin army",
    "River observatory",
    "Outlet 3",
    "The Outlet 4 News",
    "Reuters",
)


def pages(draw: random.Random, size: int) -> Iterator[Reading]:
    """Yield an invented war's pages; some claims cite a source, some pages repeat another's."""
    last = None
    for page in invented_war.pages(draw, size, days=6):
        claims = [
            replace(c, attribution=(*c.attribution, draw.choice(SOURCES)))
            if draw.random() < 0.4
            else c
            for c in page.claims
        ]
        yield replace(page, claims=tuple(claims))
        if last is not None and draw.random() < 0.2:
            yield _repeated(last, draw)
        last = page


def crossed(draw: random.Random, size: int) -> Iterator[Reading]:
    """Yield the same with heads, addresses, links and publishers that tie pages to one another."""
    for n, page in enumerate(pages(draw, size)):
        head = draw.choice(HEADS) if draw.random() < 0.5 else "{}"
        links = tuple(f"https://{draw.randrange(size)}.test/a" for _ in range(draw.randrange(2)))
        publisher = draw.choice((*PUBLISHERS, page.document.publisher or "Outlet 5"))
        headed = reading(
            head.format(page.document.text),
            publisher,
            page.document.published.earliest,
            url=f"https://{n}.test/a" if draw.random() < 0.7 else None,
            links=links,
            language=draw.choice(("en", "en", "fr")),
        )
        slots: list[dict[str, Any]] = [
            {
                "sentence": c.sentence.text,
                "trigger": c.trigger.text,
                "event": c.event,
                "mode": c.mode,
                "by": (draw.choice(SOURCES),) if draw.random() < 0.7 else (),
            }
            for c in page.claims
        ]
        yield told(headed, *slots)


def versions(draw: random.Random, size: int, sites: int) -> Iterator[Reading]:
    """Yield pages of which several stand at one address, captured on days of their own; some say
    what another says, and some take it back.
    """
    said: list[Reading] = []
    for page in crossed(draw, size):
        again = draw.choice(said) if said and draw.random() < 0.4 else page
        text = again.document.text + draw.choice(("", " Correction: it did not.", " More later."))
        document = replace(
            again.document,
            id=f"{page.document.id}{len(said)}",
            text=text,
            parts=(replace(again.document.parts[0], end=len(text)),),
            url=f"https://{draw.randrange(sites)}.test/a",
            captured_at=f"2016-11-{draw.randrange(1, 28):02}T00:00:00+00:00",
        )
        kept = tuple(c for c in again.claims if draw.random() < 0.8)
        claims = tuple(replace(c, id=claim_id(document.id, c)) for c in kept)
        said.append(replace(again, document=document, claims=claims))
        yield said[-1]


def taking_back(draw: random.Random, size: int) -> Iterator[Reading]:
    """Yield pages, on some of which a publisher tells again what it takes back, or so it says."""
    for page in pages(draw, size):
        yield page
        if page.claims and draw.random() < 0.4:
            first = page.claims[0]
            wrote = draw.choice(("We wrote that", "Our report of 4 June on the"))
            led = f"{wrote} {first.sentence.text.rstrip('.')} said so."
            again = reading(
                f"{led} More of {draw.randrange(99)} follows.",
                draw.choice((page.document.publisher, "Outlet 5")) or "",
                draw.choice((page.document.published.earliest, "2016-12-01")),
                title=draw.choice(("Correction", "An evening")),
            )
            slots = {"sentence": led, "trigger": first.trigger.text}
            yield told(again, slots | {"event": first.event, "mode": first.mode})


def _repeated(page: Reading, draw: random.Random) -> Reading:
    text = page.document.text + f" So Outlet {draw.randrange(30)} reported."
    again = reading(text, f"Outlet {draw.randrange(30)}", page.document.published.earliest)
    slots: list[dict[str, Any]] = [
        {"sentence": c.sentence.text, "trigger": c.trigger.text, "event": c.event, "mode": c.mode}
        for c in page.claims[:1]
    ]
    return told(again, *slots)


def captured(found: Reading) -> tuple[Capture, Reading]:
    """Return a capture of a reading's text with the reading as that of the capture."""
    body = f"{found.document.id} {found.document.text}".encode()
    document = replace(found.document, id=capture_id(body))
    return Capture(document.id, body, "text/plain", "page"), replace(found, document=document)


def derived(ledger: Ledger) -> str:
    voices = sorted(ledger.claim_origins().items())
    return json.dumps(
        [
            [to_dict(origin) for origin in ledger.origins()],
            [to_dict(event) for event in ledger.events()],
            {claim: to_dict(voice) for claim, voice in voices},
        ]
    )


def as_they_arrive(path: Path, found: Sequence[Reading], draw: random.Random) -> str:
    """Add pages in an order that is drawn, weighing after one to three of them."""
    arriving = list(found)
    draw.shuffle(arriving)
    with Ledger.open(path) as ledger:
        while arriving:
            for page in [arriving.pop() for _ in range(min(len(arriving), draw.randint(1, 3)))]:
                ledger.add(*captured(page))
            weigh_new(ledger)
        assert verify(path).faults == ()
        return derived(ledger)


def anew(path: Path, found: Sequence[Reading]) -> str:
    with Ledger.open(path) as ledger:
        for page in found:
            ledger.add(*captured(page))
        weigh(ledger)
        return derived(ledger)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(3, 14), st.sampled_from((8, 150)))
def test_it_is_as_weighed_anew(tmp_path_factory: Any, seed: int, size: int, crowd: int) -> None:
    folder, draw = tmp_path_factory.mktemp("l"), random.Random(seed)
    found = list(pages(draw, size))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(blocking, "CROWD", crowd)
        patched.setattr(neighbourhood, "CROWD", crowd)
        one = as_they_arrive(folder / "one.sqlite", found, draw)
        assert one == anew(folder / "other.sqlite", found)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(4, 24), st.booleans())
@example(
    seed=2518000430, size=21, narrow=True
)  # a name that a text uses is another's only by its own page
def test_so_are_pages_that_rest_on_one_another(
    tmp_path_factory: Any, seed: int, size: int, narrow: bool
) -> None:
    folder, draw = tmp_path_factory.mktemp("l"), random.Random(seed)
    found = list({r.document.id: r for r in crossed(draw, size)}.values())
    with pytest.MonkeyPatch.context() as patched:
        if narrow:  # so that texts of a few pages are standing text and crowds
            patched.setattr(passages, "COMMON", 2)
            patched.setattr(passages, "STANDING", 1)
            patched.setattr(translations, "CROWD", 2)
            patched.setattr(registers, "CROWD", size % 4)
            patched.setattr(sources, "CROWD", size % 4)
        one = as_they_arrive(folder / "one.sqlite", found, draw)
        assert one == anew(folder / "other.sqlite", found)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(4, 20), st.integers(1, 5))
def test_so_are_versions_of_a_page(tmp_path_factory: Any, seed: int, size: int, sites: int) -> None:
    """What the versions before say of it changes with one that arrives, early or late."""
    folder, draw = tmp_path_factory.mktemp("l"), random.Random(seed)
    found = list({r.document.id: r for r in versions(draw, size, sites)}.values())
    one = as_they_arrive(folder / "one.sqlite", found, draw)
    assert one == anew(folder / "other.sqlite", found)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32), st.integers(4, 16))
def test_so_is_what_its_publisher_takes_back(tmp_path_factory: Any, seed: int, size: int) -> None:
    folder, draw = tmp_path_factory.mktemp("l"), random.Random(seed)
    found = list({r.document.id: r for r in taking_back(draw, size)}.values())
    one = as_they_arrive(folder / "one.sqlite", found, draw)
    assert one == anew(folder / "other.sqlite", found)


def test_so_is_the_bundled_corpus(tmp_path: Path) -> None:
    found = list(read().readings.values())
    draw = random.Random(1)
    assert as_they_arrive(tmp_path / "one.sqlite", found, draw) == anew(tmp_path / "two", found)


def test_what_is_weighed_already_is_not_written_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.sqlite") as ledger:
        for page in pages(random.Random(3), 6):
            ledger.add(*captured(page))
        weigh_new(ledger)
        entries = ledger.head().entries
        weigh_new(ledger)
        weigh(ledger)
        assert ledger.head().entries == entries
        assert ledger.unweighed() == ()


def test_so_is_a_correction_that_comes_days_later_without_the_day(tmp_path: Path) -> None:
    """What is kept of a claim did not tell that it sets right, so that it met what was told first
    only where all was weighed anew.
    """
    first = "The bridge at Orlin was hit by shells, and 40 died."
    back = f"We wrote that {first}"
    slots = {"trigger": "hit", "places": ("Orlin",), "killed": (40, 40)}
    found = [
        told(
            reading(first, "Outlet 3", "2031-03-05"),
            slots | {"sentence": first, "day": "2031-03-04"},
        ),
        told(
            reading(back, "Outlet 3", "2031-03-12", title="Correction"),
            slots | {"sentence": back, "day": "2031-03-12", "basis": "default"},
        ),
    ]
    whole = anew(tmp_path / "anew.sqlite", found)
    assert [e["contradictions"][0]["state"] for e in json.loads(whole)[1]] == ["corrected"]
    for n, order in enumerate((found, found[::-1])):
        with Ledger.open(tmp_path / f"{n}.sqlite") as ledger:
            for page in order:
                ledger.add(*captured(page))
                weigh_new(ledger)
            assert derived(ledger) == whole
