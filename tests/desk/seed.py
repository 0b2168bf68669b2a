"""Six invented documents on an invented fight, as a ledger: what the desk's tests look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from fogline import pipeline
from fogline.errors import Unreadable
from fogline.intake.waits import after_failure, after_success
from fogline.ledger import Ledger
from fogline.model import (
    Capture,
    Casualties,
    Claim,
    Document,
    Entry,
    Followed,
    Loaded,
    Mention,
    Part,
    Place,
    Published,
    Range,
    Reading,
    Republished,
    Source,
    Span,
    When,
    capture_id,
    claim_id,
)

MINYAN = Place(
    "Minyan", name="Minyan", id="seed:minyan", lat=36.2, lon=37.08, country="SY",
    precision="settlement",
)  # fmt: skip
IDLIB = Place(
    "Idlib", name="Idlib", id="seed:idlib", lat=35.93, lon=36.63, country="SY", precision="region"
)
SYRIA = Place(
    "Syria", name="Syria", id="country:SY", lat=35.0, lon=38.0, country="SY", precision="country"
)
SUBURBS = Place(
    "southern suburbs", name="Aleppo", lat=36.15, lon=37.12, country="SY",
    precision="approximate", radius=5.6, derivation="the southern suburbs of Aleppo: 7 km from it",
)  # fmt: skip
SATURDAY = When(basis="default", start="2016-11-12", end="2016-11-12")
BANDS = {"certain": (0.95, 1.0), "probable": (0.55, 0.95), "possible": (0.05, 0.55)}
NOWHERE = Place("Tell Hajar", name="Tell Hajar")
LINKED = dict.fromkeys(
    ("army", "Government forces", "regime forces", "the army command"), "sy-forces"
)


@dataclass(frozen=True)
class Slots:
    """What a claim of the seed says besides its words."""

    event: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    when: When = SATURDAY
    chain: tuple[tuple[str, str], ...] = ()
    status: str = "occurred"
    polarity: str = "positive"
    certainty: str = "certain"
    hedges: tuple[str, ...] = ()
    killed: Range | None = None
    loaded: tuple[Loaded, ...] = ()


@dataclass(frozen=True)
class Page:
    """A document of the seed: parts as (role, text, author, index of the parent)."""

    publisher: str | None
    day: str | None
    parts: tuple[tuple[str, str, str | None, int | None], ...]
    claims: tuple[tuple[int, str, Slots], ...]
    published: Published | None = None
    republished_from: Republished | None = None


def fill(path: Path) -> Path:
    """Write the seed to a new ledger, weigh it, and return its path."""
    with Ledger.open(path) as ledger:
        for page in PAGES:
            ledger.add(*recorded(page))
        pipeline.weigh(ledger)
        follow(ledger)
    return path


def follow(ledger: Ledger) -> None:
    """Follow four feeds that fare differently."""
    now = datetime.now(UTC)
    good, failing, stale = (Followed(f"https://{n}.example/feed", "feed") for n in FEEDS)
    stale = replace(after_success(stale, now - timedelta(days=3), Random(1)), title="Ridge Voice")
    failing = after_success(failing, now - timedelta(hours=5), Random(1))
    refused = Unreadable(failing.url, "http-status", "the server answered 503 <b>Busy</b>")
    for hours in (2, 1):
        failing = after_failure(failing, refused, now - timedelta(hours=hours), Random(1))
    book = ledger.following()
    book.follow([good, failing, stale, Followed("https://new.example/feed")])
    page = Entry(good.url, "1", "https://cedar-wire.example/1")
    fared = after_success(good, now - timedelta(minutes=4), Random(1))
    book.looked_at(replace(fared, title="Cedar Wire"), [page], changed=fared.last_good or "")
    book.looked_at(failing, [], changed="")
    book.looked_at(stale, [], changed="")


FEEDS = ("cedar-wire", "harbour-daily", "ridge-voice")


def recorded(page: Page) -> tuple[Capture, Reading]:
    """Return a page as its capture and reading."""
    text, parts = _laid_out(page)
    body = text.encode()
    document = Document(
        id=capture_id(body),
        text=text,
        parts=parts,
        published=page.published
        or Published(page.day, page.day, "metadata" if page.day else "unknown"),
        title=next(words for role, words, *_ in page.parts if role == "headline"),
        publisher=page.publisher,
        language="en",
        republished_from=page.republished_from,
    )
    capture = Capture(document.id, body, "text/plain", f"{page.publisher}.txt")
    claims = tuple(_claim(document, *told) for told in page.claims)
    return capture, Reading(document, claims, "seed")


def _laid_out(page: Page) -> tuple[str, tuple[Part, ...]]:
    text, parts = "", []
    for i, (role, words, author, parent) in enumerate(page.parts):
        part = Part(f"p{i}", role, len(text), len(text) + len(words), author)
        parts.append(replace(part, parent=None if parent is None else f"p{parent}"))
        text += f"{words}\n\n"
    return text, tuple(parts)


def _claim(document: Document, index: int, marked: str, slots: Slots) -> Claim:
    """`marked` is the sentence with the trigger between [brackets]."""
    part = document.parts[index]
    before, trigger, after = marked.replace("]", "[").split("[")
    sentence = _span(document, before + trigger + after, part.start)
    at = sentence.start + len(before)
    claim = Claim(
        id="",
        part=part.id,
        sentence=sentence,
        trigger=Span(at, at + len(trigger), trigger),
        event=slots.event,
        mode=slots.mode,
        actors=tuple(_mention(sentence, a) for a in slots.actors),
        recipients=tuple(_mention(sentence, r) for r in slots.recipients),
        places=tuple(_place(sentence, p) for p in slots.places),
        when=slots.when,
        attribution=(
            Source(document.publisher or "the author", "author"),
            *(_source(sentence, *cited) for cited in slots.chain),
        ),
        status=slots.status,
        polarity=slots.polarity,
        certainty=slots.certainty,
        hedges=tuple(_span(document, h, sentence.start) for h in slots.hedges),
        casualties=Casualties(killed=slots.killed),
        loaded=slots.loaded,
        probability=BANDS.get(slots.certainty),
    )
    return replace(claim, id=claim_id(document.id, claim))


def _span(document: Document, words: str, after: int) -> Span:
    at = document.text.index(words, after)
    return Span(at, at + len(words), words)


def _source(sentence: Span, words: str, kind: str) -> Source:
    start, end = _at(sentence, words), _end(sentence, words)
    return Source(words, kind, id=LINKED.get(words), start=start, end=end)


def _mention(sentence: Span, words: str) -> Mention:
    start, end = _at(sentence, words), _end(sentence, words)
    return Mention(words, start, end, name=words, id=LINKED.get(words))


def _place(sentence: Span, place: Place) -> Place:
    return replace(place, start=_at(sentence, place.text), end=_end(sentence, place.text))


def _at(sentence: Span, words: str) -> int | None:
    at = sentence.text.find(words)
    return None if at < 0 else sentence.start + at


def _end(sentence: Span, words: str) -> int | None:
    at = _at(sentence, words)
    return None if at is None else at + len(words)


def _parts(
    *parts: Sequence[str | int | None],
) -> tuple[tuple[str, str, str | None, int | None], ...]:
    return tuple((*p, *(None,) * (4 - len(p))) for p in parts)  # type: ignore[misc]


ARMY, MONITOR, REBELS = "the army command", "Orchard Monitor", "a commander of the armed group"
CAPTURE = Slots("CONTROL", "gain", ("army",), (), (MINYAN,))
TAKEN = "The army [captured] Minyan on Saturday, the army command said."
TAKEN_PLAIN = TAKEN.translate(dict.fromkeys(map(ord, "[]")))
COPIED = (0, TAKEN, replace(CAPTURE, chain=((ARMY, "official"),)))

PAGES = (
    Page(
        "Cedar Wire",
        "2016-11-12",
        _parts(
            ("headline", "Army says it holds Minyan 🗺"),
            ("body", f"{TAKEN_PLAIN} Nineteen fighters were killed."),
        ),
        (
            (1, *COPIED[1:]),
            (
                1,
                "Nineteen fighters were [killed].",
                Slots("ASSAULT", None, (), ("fighters",), (), killed=Range(19, 19)),
            ),
        ),
    ),
    Page(
        "Harbour Daily",
        "2016-11-13",
        _parts(
            ("headline", "Minyan in army hands"),
            ("byline", "By our own desk"),
            ("body", TAKEN_PLAIN),
        ),
        ((2, *COPIED[1:]),),
    ),
    Page(
        "Orchard Monitor",
        "2016-11-13",
        _parts(
            ("headline", "Fighting around Minyan ends"),
            (
                "body",
                "Government forces retook Minyan on Saturday. "
                "Shells may have hit the southern suburbs.",
            ),
        ),
        (
            (
                1,
                "Government forces [retook] Minyan on Saturday.",
                replace(CAPTURE, actors=("Government forces",)),
            ),
            (
                1,
                "Shells may have [hit] the southern suburbs.",
                Slots(
                    "ASSAULT",
                    "heavy-weapons",
                    (),
                    (),
                    (SUBURBS,),
                    certainty="possible",
                    hedges=("may have",),
                ),
            ),
        ),
    ),
    Page(
        "Ridge Voice",
        "2016-11-13",
        _parts(
            ("headline", "Commander: Minyan has not fallen"),
            (
                "body",
                "The army did not capture Minyan, a commander of the armed group said. "
                "The army will be driven from Tell Hajar, he warned.",
            ),
        ),
        (
            (
                1,
                "The army did not [capture] Minyan, a commander of the armed group said.",
                replace(CAPTURE, polarity="negative", chain=((REBELS, "armed-group"),)),
            ),
            (
                1,
                "The army will be [driven] from Tell Hajar, he warned.",
                Slots(
                    "CONTROL",
                    "lose",
                    ("army",),
                    (),
                    (NOWHERE,),
                    status="threatened",
                    chain=((REBELS, "armed-group"),),
                    when=When(),
                ),
            ),
        ),
    ),
    Page(
        "The Tin Lantern",
        None,
        _parts(
            ("kicker", "hills & valleys"),
            ("headline", "They freed Minyan <script>alert('x')</script>"),
            ("lead-in", "Ilse Varga writes in The Far Column:"),
            ("caption", "A street in Minyan, photographed last spring."),
            (
                "body",
                "It seems that the army has now liberated Minyan. "
                "Reports say that ships are about to strike Idlib within hours.\n\n"
                "There has been no bombing in Syria.",
            ),
            ("related", "Related: What the ships carry"),
            ("comment", "The army captured Minyan, my cousin saw it.", "Reader One", None),
            ("comment", "Your cousin sees many things.", "Reader Two", 6),
            ("notice", "Comments are closed."),
        ),
        (
            (
                4,
                "It seems that the army has now [liberated] Minyan.",
                replace(
                    CAPTURE,
                    certainty="probable",
                    hedges=("It seems",),
                    when=When(),
                    loaded=(Loaded("liberated", "took control of"),),
                ),
            ),
            (
                4,
                "Reports say that ships are about to [strike] Idlib within hours.",
                Slots(
                    "ASSAULT",
                    "heavy-weapons",
                    ("ships",),
                    (),
                    (IDLIB,),
                    status="forecast",
                    certainty="possible",
                    hedges=("Reports say",),
                    chain=(("Reports", "anonymous"),),
                    when=When("within hours", None, None, (0.0, 1.0), "relative"),
                ),
            ),
            (
                4,
                "There has been no [bombing] in Syria.",
                Slots("ASSAULT", "aerial", (), (), (SYRIA,), polarity="negative", when=When()),
            ),
            (6, "The army [captured] Minyan, my cousin saw it.", CAPTURE),
        ),
        published=Published("2016-11-12", "2016-11-18", "inferred"),
        republished_from=Republished("Ilse Varga", "The Far Column"),
    ),
    Page(
        "Northern Almanac",
        "2016-11-14",
        _parts(("headline", "A quiet day at the library"), ("body", "Nothing was reported.")),
        (),
    ),
)
