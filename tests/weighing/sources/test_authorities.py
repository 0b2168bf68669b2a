"""Sources under their many spellings."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.model import Source
from fogline.weighing.sources.authorities import (
    Authority,
    authority,
    chain,
    of_publisher,
    office_of,
    read,
)
from fogline.weighing.sources.registers import NAMED, PERSON, Fact, Register, facts, known, register
from tests.weighing.newsroom import reading, source, told

TABLE = tomllib.loads(files("fogline.weighing.sources").joinpath("sources.toml").read_text("utf-8"))


def fullest(one: Authority, *others: Authority, person: bool = False) -> Authority:
    kinds = (NAMED, PERSON) if person else (NAMED,)
    told = {Fact(kind, each): 1 for each in (one, *others) for kind in kinds}
    return Register(known(told)).full(one)


def name(text: str, kind: str = "official") -> str | None:
    found = authority(source(text, kind))
    return found.name if found else None


@pytest.mark.parametrize(
    "text",
    [
        "the Russian defence ministry",
        "Russia's defence ministry",
        "Russian Defense Ministry",
        "a spokesman for the Russian defence ministry",
        "an unnamed source in the Russian defence ministry",
        "Russian defence ministry spokesman",
        "senior officials at Russia's defence ministry",
    ],
)
def test_one_ministry_under_many_names(text: str) -> None:
    assert name(text) == "defence ministry RU"


def test_a_countrys_sources_and_reports_are_not_its_governments() -> None:
    for word in TABLE["nobody"]:
        assert read(("syrian", word)) is None
    assert read(("syrian",)) == Authority(frozenset({"government"}), "SY")


@pytest.mark.parametrize(
    "text",
    [
        "reports",
        "activists",
        "scattered reports",
        "a local resident",
        "sources",
        "unnamed officials",
    ],
)
def test_who_names_nobody_is_no_authority(text: str) -> None:
    assert name(text, "anonymous") is None


def test_an_unnamed_source_in_a_named_body_is_the_body() -> None:
    assert name("a source in the Orlin police", "anonymous") == "orlin police"
    assert name("a source in Orlin", "anonymous") is None


@pytest.mark.parametrize(
    ("publisher", "body"),
    [
        ("FARDC General Staff", "cd-forces"),
        ("KIA News and Information (channel)", "kia"),
        ("Selwen Guard", "guard selwen"),
        ("Syria Daily", "daily SY"),
    ],
)
def test_a_staff_or_a_channel_publishes_as_the_body_whose_it_is(publisher: str, body: str) -> None:
    found = of_publisher(publisher)
    assert found and found.name == body


def test_an_army_of_no_country_by_its_spokesman_is_that_of_the_country_of_which_he_speaks() -> None:
    """A spokesman "in the north" spoke for the north."""
    line = "Colonel Ivo Tarn, the army's spokesman in Nord, denied that rebels had taken Orlin."
    slots = {"sentence": line, "trigger": "taken", "polarity": "negative", "places": ("Orlin",)}
    by = Source("Colonel Ivo Tarn", "named-person", end=len("Colonel Ivo Tarn"), name="Ivo Tarn")
    for doer, body in (("rebels", "sy-forces"), ("Israeli jets", "army")):
        page = told(
            reading(line, "Vessa Times", "2031-03-04"), slots | {"actors": (doer,), "by": (by,)}
        )
        who = register(page.claims)
        (links,) = map(chain, page.claims)
        assert who.who(links[-1][1]).name == body


def test_witnesses_are_each_their_own() -> None:
    assert name("a baker named Tarek", "witness") is None


def test_a_capital_speaks_for_its_government() -> None:
    assert name("Moscow") == "government RU"
    assert name("the Syrian government") == "government SY"


def test_a_country_alone_is_its_government_but_its_activists_are_nobody() -> None:
    assert name("Russia") == "government RU"
    assert name("Ukrainian officials") == "government UA"
    assert name("Syrian military source", "official") == "military SY"
    assert name("Syrian activists", "organisation") is None


def test_a_linked_source_is_known_by_its_entity() -> None:
    found = authority(source("the Observatory", "organisation", id="actor:sohr"))
    assert found == Authority(frozenset({"actor:sohr"}))


def test_a_short_name_is_the_one_that_is_named_in_full() -> None:
    short, full = (
        Authority(frozenset({"observatory"})),
        Authority(frozenset({"observatory", "rights"}), "SY"),
    )
    assert fullest(short, full) == full


def test_a_name_that_two_could_mean_stays() -> None:
    army = Authority(frozenset({"army"}))
    armies = [Authority(frozenset({"army"}), "SY"), Authority(frozenset({"army"}), "LB")]
    assert fullest(army, *armies) == army


def test_one_side_is_not_taken_for_an_alliance_with_a_longer_name() -> None:
    side, alliance = Authority(frozenset({"rebel"})), Authority(frozenset({"rebel", "alliance"}))
    assert fullest(side, alliance) == side


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    short, full = Authority(frozenset({"vell"})), Authority(frozenset({"idris", "vell"}))
    assert fullest(short, full, person=True) == full


def test_a_name_that_is_linked_once_is_linked_everywhere() -> None:
    line = "Shells fell, the Orlin Observatory said; more fell, said its head, Idris Vell."
    page = told(
        reading(line, "Orlin Post"),
        {
            "sentence": line,
            "trigger": "fell",
            "by": [source("the Orlin Observatory", "organisation", id="actor:orlin")],
        },
        {"sentence": line, "trigger": "said", "by": [source("Observatory", "organisation")]},
        {
            "sentence": line,
            "trigger": "more",
            "by": [source("Orlin Observatory head Idris Vell", "named-person")],
        },
    )
    who = register(page.claims)
    found = {who.who(link).name for claim in page.claims for _, link in chain(claim)}
    assert found == {"actor:orlin"}


def test_what_one_page_calls_its_group_again_is_nobodys_name_elsewhere() -> None:
    line = "Rebels took the mill, the rebel group said."
    page = told(
        reading(line, "Orlin Post"),
        {
            "sentence": line,
            "trigger": "took",
            "by": [source("rebel group", "armed-group", id="karsk-front")],
        },
    )
    rebels = authority(source("rebels", "armed-group"))
    assert rebels is not None
    assert register(page.claims).who(rebels) == rebels


def test_an_office_between_commas_says_for_whom_a_person_speaks() -> None:
    line = "Shells fell, said Idris Vell, the defence ministry's spokesman, on Monday."
    at = line.index("Idris")
    vell = source("Idris Vell", "named-person", start=at, end=at + len("Idris Vell"))
    page = told(reading(line), {"sentence": line, "trigger": "fell", "by": [vell]})
    vell_alone = Authority(frozenset({"idris", "vell"}))
    assert known(facts(page.claims)).speaks(vell_alone) == Authority(
        frozenset({"defence", "ministry"})
    )


@pytest.mark.parametrize(
    "noun", "army|brigade|militia|guard|front|council|union|division|police|navy".split("|")
)
@pytest.mark.parametrize(
    "said",
    [
        "Hill {noun} spokeswoman Mara Tell",
        "Hill {noun} spokeswoman, Mara Tell",
        "spokeswoman of the Hill {noun}, Mara Tell",
    ],
)
def test_who_speaks_is_their_body_whatever_it_is(noun: str, said: str) -> None:
    """Some nouns made one origin of a body and its spokeswoman, others two."""
    text = said.format(noun=noun.title())
    line = f"{text} said that shells fell."
    speaker = source(text, "named-person", name="Mara Tell")
    page = told(reading(line, "Orlin Post"), {"sentence": line, "trigger": "fell", "by": [speaker]})
    person = Authority(frozenset({"mara", "tell"}))
    assert register(page.claims).who(person) == Authority(frozenset({"hill", noun}))


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("defence ministry spokesman", {"defence", "ministry"}),
        ("ORRC spokeswoman", {"orrc"}),
        ("Marsh Relief spokesperson", {"marsh", "relief"}),
        ("rebel spokesman", {"idris", "vell"}),
        ("senior spokesman", {"idris", "vell"}),
        ("ORRC driver", {"idris", "vell"}),
    ],
)
def test_a_spokesman_is_his_body_wherever_he_is_quoted(office: str, body: set[str]) -> None:
    line = f"Shells fell, {office} Idris Vell said."
    by = [source(f"{office} Idris Vell", "named-person", name="Idris Vell")]
    page = told(reading(line, "Orlin Post"), {"sentence": line, "trigger": "fell", "by": by})
    who = register(page.claims)
    assert who.who(Authority(frozenset({"idris", "vell"}))) == Authority(frozenset(body))


@pytest.mark.parametrize(
    "text",
    [
        "North Kordofan's health ministry",
        "North Kordofan’s health minister",
        "the health minister of North Kordofan State",
        "the minister of health in North Kordofan",
        "deputy health minister of North Kordofan",
        "a spokesman for the health minister of North Kordofan",
    ],
)
def test_a_minister_is_his_ministry_and_place_in_any_order(text: str) -> None:
    """One minister was several sources: a place behind the office, or its owner, was lost."""
    assert name(text) == "health kordofan ministry north"


def test_what_a_minister_is_one_of_ends_where_his_name_begins() -> None:
    text = "Minister of Defence Ana Lis"
    assert name(text, "named-person") == "defence ministry"
    read_so = source(text, "named-person", name="Defence Ana Lis")
    assert authority(read_so) == Authority(frozenset({"ana", "lis"}))
    assert authority(source(text, "named-person", name="Minister")) == authority(source(text))
    assert name("Ukraine's prime minister") == name("the prime minister of Ukraine")


def test_an_owner_is_himself_but_not_in_a_name() -> None:
    assert name("the province's council") == name("the council of the province")
    assert name("People's Council") == "council peoples"


@pytest.mark.parametrize(
    "text", ["leadership of the Marsh Front", "Marsh Front leaders", "Marsh Front headquarters"]
)
def test_who_leads_a_body_speaks_for_it(text: str) -> None:
    assert name(text, "armed-group") == "front marsh"


def test_the_health_ministry_of_no_country_is_not_the_one_that_is_named_elsewhere() -> None:
    line = "Ten died, Mali's health ministry said."
    mali = source("the health ministry", id="ml-health-ministry", name="Health ministry of Mali")
    page = told(reading(line, "Orlin Post"), {"sentence": line, "trigger": "died", "by": [mali]})
    found = authority(source("the health ministry"))
    assert found is not None
    assert register(page.claims).who(found) == found
    assert register(page.claims, one_page=True).who(found).name == "ml-health-ministry"


def person_and_office(line: str, text: str) -> str:
    by = source(text, "named-person", start=line.index(text), end=line.index(text) + len(text))
    page = told(reading(line, "Orlin Post"), {"sentence": line, "trigger": "died", "by": [by]})
    return office_of(by, page.claims[0])


@pytest.mark.parametrize(
    ("line", "text", "office"),
    [
        ("Ten died, the mayor's aide, A. Vell, said.", "A. Vell", "mayor's aide"),
        ("Ten died, Health Minister Ana Vell said.", "Health Minister Ana Vell", "Health Minister"),
        ("Ten died, Ana Vell said.", "Ana Vell", ""),
        ("Ten died, Ana Vell, a baker, said.", "Ana Vell", ""),
    ],
)  # fmt: skip
def test_by_what_office_a_person_speaks(line: str, text: str, office: str) -> None:
    assert person_and_office(line, text) == office


@pytest.mark.parametrize("text", ["Yemeni Armed Forces", "spokesman for the Yemeni armed forces"])
def test_a_name_that_rivals_bear_is_of_no_state(text: str) -> None:
    """Weighing gave one of them the name that the reading had left open."""
    assert name(text) == "armed forces yemeni"
    assert name(text.replace("Armed F", "f").replace("armed f", "f")) == "forces YE"
    assert name("Syrian regime forces") == "forces SY"  # so two are called, but in no such name


@pytest.mark.parametrize(
    ("ministry", "whose"),
    [("health ministry", "SY"), ("defence ministry", "IL"), ("country's health ministry", "SY")],
)
def test_a_ministry_that_counts_the_victims_is_theirs(ministry: str, whose: str) -> None:
    line = f"An Israeli raid on Orlin killed ten, the {ministry} said."
    slots = {"actors": ("Israeli",), "places": ("Orlin",), "by": (source(ministry),)}
    page = told(reading(line, "Karsk Post"), {"sentence": line, "trigger": "raid", **slots})
    assert chain(page.claims[0])[-1][1].country == whose
