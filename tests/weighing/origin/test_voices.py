"""Seven outlets that quote one ministry are one origin; two monitors are two."""

from __future__ import annotations

import itertools

import pytest

from fogline.model import Part, Source
from fogline.weighing.origin.independence import independent
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from tests.weighing.newsroom import Reading, reading, source, told

MINISTRY = source("a source in the Russian defence ministry", "anonymous")


def keys(*pages: Reading) -> dict[str, str | None]:
    """Return the key behind the one claim of each page, by publisher."""
    voices = claim_origins(pages, origins(pages))
    return {p.document.publisher or "": voices[p.claims[0].id].key for p in pages}


def page(sentence: str, publisher: str, day: str = "2016-11-08", **slots: object) -> Reading:
    return told(
        reading(sentence, publisher, day),
        {"sentence": sentence, "trigger": "strike", **slots},
    )


def test_outlets_that_quote_one_ministry_share_an_origin_in_whatever_words() -> None:
    found = keys(
        page("Ships will strike the hills near Orlin within hours.", "Orlin Post", by=(MINISTRY,)),
        page(
            "A naval strike is ready for tonight.",
            "Vessa Times",
            by=(source("Russia's defense ministry"),),
        ),
        page(
            "Expect a strike from the sea soon.",
            "Ladle Blog",
            by=(source("Marsh Wire", "media"), MINISTRY),
        ),
    )
    assert len(set(found.values())) == 1
    assert set(found.values()) == {"source:defence ministry RU"}


def test_the_author_as_last_link_has_the_documents_origin() -> None:
    one = page("We saw a strike on the bridge at noon.", "Orlin Post")
    (origin,) = origins([one])
    voice = claim_origins([one], [origin])[one.claims[0].id]
    assert (voice.key, voice.own) == (origin.id, True)


def test_vague_sources_of_different_pages_stay_different() -> None:
    activists = (source("activists", "anonymous"),)
    found = keys(
        page("The strike hit a school in Orlin.", "Orlin Post", by=activists),
        page("Two were hurt in a strike by the river.", "Vessa Times", by=activists),
    )
    assert len(set(found.values())) == 2


def test_an_unnamed_source_reached_through_an_outlet_is_the_outlets() -> None:
    via = (source("Marsh Wire", "media"), source("a military source", "anonymous"))
    found = keys(
        page("Ships stand ready to strike, and may tonight.", "Orlin Post", by=via),
        page("A strike from the sea could be near.", "Vessa Times", by=via),
    )
    assert set(found.values()) == {"outlet:marsh wire"}


def test_an_outlets_unnamed_source_is_the_one_that_others_name_for_it() -> None:
    wire = page(
        "Ships stand ready to strike the far hills of Orlin in the nearest hours.",
        "Marsh Wire",
        by=(source("a military source", "anonymous"),),
    )
    other = page(
        "Ships stand ready to strike the hills of Orlin within hours.",
        "Vessa Times",
        by=(source("Marsh Wire", "media"), MINISTRY),
    )
    bare = page(
        "In hours ships will strike the hills of Orlin.",
        "Ladle Blog",
        by=(source("Marsh Wire", "media"),),
    )
    assert set(keys(wire, other, bare).values()) == {"source:defence ministry RU"}


@pytest.mark.parametrize(("one", "other"), [("Alder", "Birch"), ("Birch", "Alder")])
def test_of_two_sides_that_an_outlet_cites_its_source_is_the_one_that_tells_the_same(
    one: str, other: str
) -> None:
    # It was the one of the two that stands first in the alphabet.
    hit, again = (
        f"A strike hit the old bridge of Orlin and killed {n} men." for n in ("nine", "9")
    )
    accuser, denier = (source(f"{side} Brigade", "armed-group") for side in (one, other))
    cited = page(hit, "Orlin Post", by=(accuser,))
    denied = page(f"No {hit[2:]}", "Orlin Post", by=(denier,), polarity="negative")
    later = page(again, "Orlin Post", by=(source("a report", "anonymous"),))
    pages = [cited, denied, later]
    voices = claim_origins(pages, origins(pages))
    assert voices[later.claims[0].id].key == f"source:{one.lower()} brigade"
    also = page(f"{hit} ", "Orlin Post", by=(denier,))
    voices = claim_origins([*pages, also], origins([*pages, also]))
    assert voices[later.claims[0].id].own


@pytest.mark.parametrize(("one", "other"), [("Alder", "Birch"), ("Birch", "Alder")])
def test_who_lays_a_deed_to_the_other_side_is_not_the_source_of_its_charge(
    one: str, other: str
) -> None:
    # "The army said that the front had hit the post; a source close to the front ...": the army's.
    hit, back = (
        f"A strike by the {side} Brigade hit the old bridge of Orlin." for side in (one, other)
    )
    accuser, close = (
        source(f"{other} Brigade", "armed-group"),
        source("somebody close", "anonymous"),
    )
    laid = page(hit, "Orlin Post", by=(accuser,), actors=(f"{one} Brigade",))
    answer = page(back, "Orlin Post", by=(close,), actors=(f"{other} Brigade",))
    alike = page(f"{hit} ", "Orlin Post", by=(close,), actors=(f"{one} Brigade",))
    voices = claim_origins([laid, answer, alike], origins([laid, answer, alike]))
    assert voices[answer.claims[0].id].own
    assert voices[alike.claims[0].id].key == f"source:{other.lower()} brigade"


def test_whom_a_page_names_for_one_thing_need_not_be_behind_the_next() -> None:
    first, second = "A strike hit the bridge of Orlin.", "A second strike hit the bridge of Orlin."
    close = source("somebody close", "anonymous")
    one = told(
        reading(f"{first} {second}", "Orlin Post", "2016-11-08"),
        {"sentence": first, "trigger": "strike", "by": (source("the Alder Brigade"),)},
        {"sentence": second, "trigger": "strike", "by": (close,)},
    )
    voices = claim_origins([one], origins([one]))
    assert [voices[c.id].own for c in one.claims] == [False, True]


@pytest.mark.parametrize("country", ["SY", "TH"])
def test_rebels_are_no_states_army(country: str) -> None:
    army = source(f"army of {country}", "armed-group", id=f"{country.lower()}-forces")
    front = source("Alder Front", "armed-group")
    loose = page(
        "A strike by us hit the bridge of Orlin.", "A", by=(source("Rebels", "armed-group"),)
    )
    for known, alone in ((army, True), (front, False)):
        named = page("A strike hit the bridge of Orlin at noon.", "B", by=(known,))
        assert ("alder" not in (keys(loose, named)["A"] or "")) is alone


def test_a_ministrys_own_page_is_the_ministry() -> None:
    own = page("Our crews carried out a strike on two depots.", "Russian Defence Ministry")
    quoting = page("A strike hit depots.", "Vessa Times", by=(source("Russia's defence ministry"),))
    assert len(set(keys(own, quoting).values())) == 1


def test_a_comment_has_no_origin() -> None:
    text = "The bridge burned.\nAnother strike tonight, my cousin says."
    parts = (Part("body-1", "body", 0, 18), Part("comment-1", "comment", 19, len(text)))
    sentence = text[19:]
    blog = told(
        reading(text, "Ladle Blog", "2016-11-08", parts=parts),
        {"sentence": sentence, "trigger": "strike", "part": "comment-1"},
    )
    voices = claim_origins([blog], origins([blog]))
    assert voices[blog.claims[0].id].key is None
    assert independent([blog.claims[0].id], voices) == ()


def test_a_headline_in_the_papers_own_voice_adds_nothing_to_the_ministry_below_it() -> None:
    text = "A strike on Orlin is near. The strike is hours away, the ministry says."
    sentences = ("A strike on Orlin is near.", "The strike is hours away, the ministry says.")
    paper = told(
        reading(text, "Orlin Post", "2016-11-08"),
        {"sentence": sentences[0], "trigger": "strike"},
        {
            "sentence": sentences[1],
            "trigger": "strike",
            "by": (source("Russian defence ministry"),),
        },
    )
    voices = claim_origins([paper], origins([paper]))
    assert independent([c.id for c in paper.claims], voices) == ("source:defence ministry RU",)


def test_two_reports_of_one_outlet_are_one_voice() -> None:
    pages = [
        page("A strike broke the bridge at Orlin at noon.", "Orlin Post"),
        page("Divers searched under the bridge after the strike.", "Orlin Post"),
    ]
    voices = claim_origins(pages, origins(pages))
    assert len(independent([p.claims[0].id for p in pages], voices)) == 1


def test_an_unnamed_military_source_may_be_the_ministrys() -> None:
    vague = page(
        "A strike is ready.", "Vessa Times", by=(source("a military source", "anonymous"),)
    )
    named = page("A strike is near.", "Orlin Post", by=(source("the Russian defence ministry"),))
    other = page("A strike is due.", "Karsk Note", by=(source("the Dutch foreign ministry"),))
    assert behind(vague, named) == ("source:defence ministry RU",)
    assert behind(vague, other) == ("source:foreign ministry NL", "source:military")


def test_a_military_source_of_one_country_is_not_anothers_army() -> None:
    one = source("a Syrian military source", "anonymous")
    vague = page("A strike is ready.", "Vessa Times", by=(one,))
    named = page("A strike is near.", "Orlin Post", by=(source("the Dutch army"),))
    assert len(behind(vague, named)) == 2


def test_an_office_without_a_place_is_that_of_the_claims_place() -> None:
    # The mayors of two towns were one source, and had one record.
    here, there = source("the mayor", "official"), source("the mayor of Orlin", "official")
    found = keys(
        page("A strike hit Orlin, the mayor said.", "Orlin Post", by=(here,), places=("Orlin",)),
        page("The mayor of Orlin told of a strike.", "Marsh Wire", by=(there,)),
        page("A strike hit Vessa, the mayor said.", "Vessa Times", by=(here,), places=("Vessa",)),
        page("A strike hit a mill, the mayor said.", "Karsk Note", by=(here,)),
        page(
            "A strike shook all of Nord, the mayor said.", "Nord Day", by=(here,), places=("Nord",)
        ),
    )
    assert found == {
        "Orlin Post": "source:mayor orlin",
        "Marsh Wire": "source:mayor orlin",
        "Vessa Times": "source:mayor vessa",
        "Karsk Note": "source:mayor",
        "Nord Day": "source:mayor",  # a region has no mayor
    }


def test_an_office_adds_no_origin_beside_its_holder() -> None:
    def told_by(text: str, publisher: str, kind: str = "official", name: str = "") -> Reading:
        by = source(text, kind, name=name or None)
        return page(f"A strike hit the {publisher} mill.", publisher, by=(by,))

    named = told_by("Governor Idris Vell", "Orlin Post", "named-person", "Idris Vell")
    office = told_by("the governor of Nord region", "Vessa Times")
    bare = told_by("the regional governor", "Karsk Note")
    mayor = told_by("the mayor of Orlin", "Marsh Wire")
    assert behind(named, office, bare) == behind(bare, office, named) == behind(named)
    assert len(behind(office, bare)) == 1
    assert len(behind(named, mayor)) == 2


def test_a_headline_adds_no_origin_where_its_text_tells_the_same() -> None:
    text = "A strike is near, says a mayor. The strike comes soon, the Sarn council said."
    parts = (Part("headline", "headline", 0, 31), Part("body-1", "body", 32, len(text)))
    paper = told(
        reading(text, "Orlin Post", "2016-11-08", parts=parts),
        {"sentence": text[:31], "trigger": "strike", "by": (source("mayor of Karsk"),)},
        {
            "sentence": text[32:],
            "trigger": "strike",
            "part": "body-1",
            "by": (source("Sarn council"),),
        },
    )
    assert behind(paper) == ("source:council sarn",)


def test_rebels_are_the_group_that_others_name_for_the_same() -> None:
    group, rebels = source("the Karsk Front", "armed-group"), source("rebels", "armed-group")
    pages = (
        page("The Karsk Front says that its strike took the hill.", "Orlin Post", by=(group,)),
        page("A strike took the hill, rebels said.", "Vessa Times", by=(rebels,)),
    )
    assert set(keys(*pages).values()) == {"source:front karsk"}


def test_the_place_before_a_credit_is_no_source() -> None:
    sentence = "SARN (Marsh Wire) - A strike hit the mill."
    found = page(sentence, "Orlin Post", by=(source("SARN", "organisation"),))
    voice = claim_origins([found], origins([found]))[found.claims[0].id]
    assert voice.own


def behind(*pages: Reading) -> tuple[str, ...]:
    """Return the independent origins behind all claims of the pages."""
    voices = claim_origins(pages, origins(pages))
    return independent([claim.id for p in pages for claim in p.claims], voices)


def test_an_outlet_called_by_its_name_without_its_kind_is_that_outlet() -> None:
    found = keys(
        page("A strike hit the depot of Orlin at dawn.", "Marsh Wire"),
        page("The depot of Orlin was hit, a strike.", "Vessa Times", by=(source("agency Marsh"),)),
        page("It was a strike, says Marsh, on Orlin.", "Orlin Post", by=(source("Marsh"),)),
        page("The army tells of a strike.", "Army News", by=(source("The army"),)),
        page("The army owns to a strike.", "Karsk Herald", by=(source("The army"),)),
    )
    assert "source:marsh" not in found.values()
    assert found["Orlin Post"] in {"outlet:marsh wire", found["Marsh Wire"]}
    assert found["Karsk Herald"] == "source:army"


def minister(text: str, sentence: str) -> Source:
    start = sentence.index(text)
    return source(text, "named-person", start=start, end=start + len(text))


def test_one_minister_is_one_source_however_fully_a_page_tells_his_office() -> None:
    """A page that did not say of where he was minister had another source for the toll."""
    lines = (
        "A strike on Orlin killed nine, Idris Vell, the health minister, said.",
        "A strike on Orlin killed ten, the Nordmark health minister, Idris Vell, said.",
        "The strike on Orlin killed ten, Health Minister Idris Vell said.",
    )
    texts = ("Idris Vell", "Idris Vell", "Health Minister Idris Vell")
    pages = [
        page(line, outlet, by=(minister(text, line),))
        for line, text, outlet in zip(
            lines, texts, ("Orlin Post", "Vessa Times", "Echo"), strict=True
        )
    ]
    for order in itertools.permutations(pages):
        assert set(keys(*order).values()) == {"source:health ministry nordmark"}


def test_a_staff_that_denies_on_its_own_page_is_that_staff() -> None:
    """Its "the Staff denies" was another source than the page on which it stood."""
    whole, tells, denies = (
        "Staff of the Harrow Army",
        "A strike by gunmen hit Orlin.",
        "The Staff denies that it lost the bridge.",
    )
    own = told(
        reading(f"{tells} {denies}", whole, "2016-11-08"),
        {"sentence": tells, "trigger": "strike", "actors": ("gunmen",)},
        {"sentence": denies, "trigger": "denies", "event": "REJECT", "mode": "deny",
         "actors": ("Staff",)},
    )  # fmt: skip
    cited = page("A strike hit Karsk.", "Orlin Post", by=(source(whole, "institution"),))
    found = claim_origins([own, cited], origins([own, cited]))
    assert len({found[c.id].key for c in own.claims}) == 1
    other = page(denies, "Orlin Post", trigger="denies", event="REJECT", actors=("Staff",))
    assert keys(other)["Orlin Post"] != found[own.claims[0].id].key


def test_two_officials_are_two_sources() -> None:
    lines = (
        "A strike on Orlin killed nine, Idris Vell, the Nordmark health minister, said.",
        "A strike on Orlin killed ten, Ana Vell, the Sudmark health minister, said.",
    )
    pages = [
        page(line, outlet, by=(minister(text, line),))
        for line, text, outlet in zip(
            lines, ("Idris Vell", "Ana Vell"), ("Post", "Echo"), strict=True
        )
    ]
    assert len(set(keys(*pages).values())) == 2


def test_who_denies_is_the_party_he_leads() -> None:
    """The leadership of a group that denied was another origin than the group that denied."""
    front = source("Karsk Guard", "armed-group", id="actor:karsk", name="Karsk Guard")
    held = "The Karsk Guard did not strike Orlin, it said."
    said = "The leadership of the Karsk Guard denies the strike on Orlin."
    denial = page(
        said, "Karsk Guard channel", trigger="denies", event="REJECT", mode="deny",
        actors=("leadership of the Karsk Guard",),
    )  # fmt: skip
    found = keys(page(held, "Vessa Times", by=(front,)), denial)
    assert set(found.values()) == {"source:actor:karsk"}


def test_whom_an_outlet_cites_weeks_later_is_not_the_source_it_had() -> None:
    """A union cited on the 19th stood for "one of the sources" of the 2nd."""
    some = (source("one of the sources", "anonymous"),)
    union = (source("drivers' union", "organisation"),)
    first = "Six drivers are missing after a strike on the road to Orlin."
    later = "Six drivers missing after the strike on the road to Orlin are back."

    def of(sentence: str, day: str, by: tuple[Source, ...]) -> Reading:
        return told(
            reading(sentence, "Marsh Wire", day),
            {"sentence": sentence, "trigger": "strike", "day": "2016-11-07", "by": by},
        )

    early, soon = of(first, "2016-11-08", some), of(later, "2016-11-09", union)
    late = of(later, "2016-11-25", union)
    by_day = [
        claim_origins(p, origins(p))[early.claims[0].id].key for p in ([early, soon], [early, late])
    ]
    assert by_day[0] == "source:drivers union"
    assert by_day[1] != by_day[0]


def test_an_armys_press_service_is_the_army() -> None:
    told_by = source("press service of the staff", "media", id="ua-general-staff")
    (key,) = keys(page("A strike hit the bridge.", "Orlin Post", by=(told_by,))).values()
    assert key == "source:ua-general-staff"
    bloggers = source("military bloggers", "media", id="ru-forces", name="Armed Forces")
    (key,) = keys(page("A strike hit the bridge.", "Orlin Post", by=(bloggers,))).values()
    assert key != "source:ru-forces"


@pytest.mark.parametrize("body", ["River Front", "Orlin Army"])
def test_a_quotation_word_for_word_is_on_the_word_of_whose_page_it_is(body: str) -> None:
    """A blog's "the crime was committed by the army", quoted from a group's page, was its own."""
    said = (
        "The crime at the market was committed by the jets of the others, which bombed their own "
        "people in order to blame us, and we call for an inquiry by the envoys of the lake council."
    )
    own, day = "I have followed this war from the beginning and trust nobody at all.", "2016-11-08"
    first = told(reading(said, f"{body} (channel)", day), {"sentence": said, "trigger": "bombed"})
    blog = told(
        reading(f"{said} {own}", "Hill Blog", "2016-11-10"),
        {"sentence": said, "trigger": "bombed"},
        {"sentence": own, "trigger": "war"},
    )
    cited = page(f"The {body} denied the strike.", "Marsh Wire", by=(source(body, "armed-group"),))
    pages = (first, blog, cited)
    found = claim_origins(pages, origins(pages))
    quoted, mine = (found[c.id].key for c in blog.claims)
    assert quoted == found[first.claims[0].id].key == found[cited.claims[0].id].key
    assert quoted != mine


@pytest.mark.parametrize("doer", ["Russia", "Thailand"])
def test_a_health_ministry_is_of_the_place_and_no_part_of_who_struck_it(doer: str) -> None:
    """The victims' own ministry was taken for the attacker's, and added no origin beside his."""
    told_by = {
        "A": source("the country's health ministry", "organisation"),
        "B": source("the health ministry", "organisation"),
        "C": source("the defence ministry", "organisation"),
    }
    found = keys(
        *(
            page(
                f"A strike hit Orlin, {name} has it.",
                name,
                by=(by,),
                actors=(doer,),
                places=("Orlin",),
            )
            for name, by in told_by.items()
        )
    )
    assert found["A"] == found["B"] == "source:health ministry SY"
    assert found["C"] == f"source:defence ministry {doer[:2].upper()}"
