"""The actor authority's own soundness: ids, years, successions, names that two bodies share."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

import pytest

from fogline.reading.actors import actors, authority
from fogline.reading.actors.authority import Actor, Alias, everyone, successors
from fogline.reading.actors.bodies import is_office
from fogline.reading.tables import folder, rows
from fogline.reading.words.dictionary import fold

KINDS = {"official", "armed-group", "organisation", "media", "named-person"}
COUNTRIES = {r["iso"] for r in rows("states", "countries.csv")}
BODIES = {r["id"] for r in rows("states", "bodies.csv")}
YEAR = re.compile(r"\d{4}(?:-\d{2})?")


@cache
def listed() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in folder("actors")}


def test_there_are_bodies_and_names_enough() -> None:
    kinds = Counter(row["kind"] for row in folder("actors"))
    assert sum(kinds.values()) - kinds["named-person"] >= 1_600
    assert len({(alias.text, actor.id) for alias, actor in authority.names()}) >= 5_500


@pytest.mark.parametrize("column", ["id", "name", "ucdp", "wikidata"])
def test_what_names_one_body_names_no_other(column: str) -> None:
    cells = Counter(row[column] for row in folder("actors") if row[column])
    assert [cell for cell, n in cells.items() if n > 1] == []


@pytest.mark.parametrize("file", sorted({r["country"].split("|")[0] for r in folder("actors")}))
def test_each_row_is_well_formed(file: str) -> None:
    for row in folder("actors"):
        if row["country"].split("|")[0] != file:
            continue
        assert re.fullmatch(r"[a-z0-9-]+", row["id"]), row
        assert row["kind"] in KINDS, row
        assert set(filter(None, row["country"].split("|"))) <= COUNTRIES, row
        assert all(YEAR.fullmatch(row[c]) for c in ("from", "to") if row[c]), row
        assert not (row["from"] and row["to"]) or row["from"] <= row["to"], row
        assert not row["ucdp"] or row["ucdp"].isdigit(), row
        assert not row["wikidata"] or re.fullmatch(r"Q\d+", row["wikidata"]), row


def test_what_a_row_points_at_is_there() -> None:
    for actor in everyone():
        told = [actor.parent, *(a for a, _ in actor.allegiances)]
        told += [a for a, _ in actor.predecessors]
        for other in filter(None, told):
            office = other[:2].upper() in COUNTRIES and other[3:] in BODIES
            assert other != actor.id, actor
            assert other in listed() or office, (actor.id, other)


def test_nobody_belongs_to_itself_by_a_longer_way() -> None:
    for actor in everyone():
        met, above = [actor.id], actor.parent
        while above in listed():
            assert above not in met, met
            met.append(str(above))
            above = listed()[str(above)]["parent"]


def test_allegiances_are_spans_of_years() -> None:
    for actor in everyone():
        for _, years in actor.allegiances:
            since, _, until = years.partition("/")
            assert YEAR.fullmatch(since), actor
            assert not until or (YEAR.fullmatch(until) and since <= until), actor


def test_successions_are_of_a_known_way_and_in_order() -> None:
    for actor in everyone():
        for earlier, how in actor.predecessors:
            assert how in authority.SUCCESSIONS, actor
            before = next((a for a in everyone() if a.id == earlier), None)
            assert before is not None, actor
            if how in authority.REPLACED:
                assert before.until, f"{before.id} has no end, yet {actor.id} is what it became"
            if before.since and actor.since:
                assert before.since[:4] <= actor.since[:4], (before.id, actor.id)
            if how == "renamed" and before.until and actor.since:
                assert int(actor.since[:4]) - int(before.until[:4]) in {0, 1}, (before.id, actor.id)


def test_a_body_has_one_name_after_another() -> None:
    for actor in everyone():
        renamed = [a.id for a, how in successors(actor.id) if how == "renamed"]
        assert len(renamed) <= 1, (actor.id, renamed)
        followed = authority.on_day(actor, "2099-01-01", ways=authority.REPLACED)
        assert not any(how == "renamed" for _, how in successors(followed.id)), followed


def overlap(one: tuple[Alias, Actor], other: tuple[Alias, Actor]) -> bool:
    """Whether two names may mean their bodies on one day in one country."""
    homes = (set(one[1].homes), set(other[1].homes))
    if not (homes[0] & homes[1] or (not homes[0] and not homes[1])):
        return False
    spans = [
        (max(filter(None, (n.since, a.since)), default=""), min(filter(None, (n.until, a.until)),
         default="9999"))
        for n, a in (one, other)
    ]  # fmt: skip
    (a, b), (c, d) = ((x, y + "~") for x, y in spans)
    return a < d and c < b and not (spans[0][1][:7] == c[:7] or spans[1][1][:7] == a[:7])


def claimed(one: tuple[Alias, Actor], other: tuple[Alias, Actor]) -> bool:
    """Whether rivals both call themselves by a name, each marked as borne by many."""
    return one[0].shared and other[0].shared and not one[0].text.islower()


def test_no_name_means_two_bodies_of_one_country_and_time() -> None:
    bearers: dict[str, list[tuple[Alias, Actor]]] = defaultdict(list)
    for alias, actor in authority.names():
        bearers[fold(alias.text)].append((alias, actor))
    clashes = [
        (name, one[1].id, other[1].id)
        for name, found in bearers.items()
        for one, other in itertools.combinations(found, 2)
        if one[1].id != other[1].id and overlap(one, other) and not claimed(one, other)
    ]
    assert clashes == []


def test_every_neutral_name_finds_its_own_body() -> None:
    wrong = [
        (actor.id, linked.id if linked else None)
        for actor in everyone()
        for linked in (actors.link(actor.name, country=(actor.homes or (None,))[0]),)
        if linked != actor
    ]
    assert wrong == []


def test_shared_acronyms_are_marked_where_two_bodies_bear_them() -> None:
    alone: dict[str, set[str]] = defaultdict(set)
    for alias, actor in authority.names():
        if not alias.shared and alias.text.isupper():
            alone[alias.text].add(actor.id)
    chains = {frozenset((a.id, b.id)) for a in everyone() for b, _ in successors(a.id)}
    assert [x for x in alone.items() if len(x[1]) > 1 and frozenset(x[1]) not in chains] == []


def test_loaded_names_stand_on_both_sides_of_each_war() -> None:
    for one, other in SIDES:
        assert listed()[one]["loaded"], one
        assert listed()[other]["loaded"], other


SIDES = [
    ("sy-government", "sy-rebels"),
    ("sy-transitional-government", "coastal-shield"),
    ("ru-forces", "ua-forces"),
    ("ru-government", "ua-government"),
    ("il-forces", "hamas"),
    ("il-government", "hezbollah"),
    ("sd-forces", "rsf"),
    ("saudi-coalition", "houthis"),
    ("mm-forces", "arakan-army"),
    ("et-government", "tplf"),
    ("am-government", "az-government"),
    ("cd-government", "m23"),
    ("cm-government", "ambazonia"),
    ("ml-government", "jnim"),
    ("bf-government", "is-sahel"),
    ("ne-forces", "fpl-niger"),
    ("mz-government", "ahlu-sunna"),
    ("cf-government", "cpc"),
    ("td-government", "fact-chad"),
    ("ss-government", "splm-io"),
    ("bi-government", "red-tabara"),
    ("ug-government", "adf"),
    ("so-government", "al-shabaab"),
    ("ng-forces", "boko-haram"),
    ("eg-government", "sinai-province"),
    ("id-forces", "tpnpb"),
    ("ph-forces", "npa"),
    ("co-forces", "farc"),
    ("ir-government", "mek"),
    ("by-government", "kalinouski"),
    ("af-emirate", "af-republic"),
    ("pk-forces", "ttp"),
    ("in-forces", "kashmir-insurgents"),
    ("th-forces", "kh-forces"),
    ("ly-jamahiriya", "unified-protector"),
    ("gna", "lna"),
    ("tr-forces", "ypg"),
    ("ma-forces", "polisario"),
    ("us-forces", "is"),
    ("dpr-militia", "ua-ato"),
]


def test_an_office_is_one_by_its_id() -> None:
    known = {a.id: a for a in everyone()}
    assert is_office(known["sy-forces"])
    assert not is_office(known["sy-rebels"])
    assert not is_office(known["hamas"])


def test_the_readme_tells_of_every_column() -> None:
    text = files("fogline.reading").joinpath("lexicon", "actors", "README.md")
    told = set(re.findall(r"^\| ([a-z, ]+) \|", text.read_text("utf-8"), re.MULTILINE))
    columns = {c.strip() for cell in told for c in cell.split(",")}
    assert set(next(iter(listed().values()))) <= columns
