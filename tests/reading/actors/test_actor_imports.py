"""Imported actors: recognised until removed, and refused whole where a line is bad."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.errors import StopRun
from fogline.reading.actors import actor_imports, actor_tables, actors
from fogline.reading.actors.actor_tables import Table

BLANK = spacy.blank("en")
HEAD = "name,kind,country,from,to,aliases,loaded\n"
ROW = "Riverside Defence League,armed-group,XK,2019,2022,RDL*|River League,league of thieves\n"
UCDP_HEAD = "ActorId,NameData,NameOrig,NameOrigFull,NameOrigFullEng,Org,Location\n"
UCDP = UCDP_HEAD + (
    "90001,RDL,RDL,Liga e Mbrojtjes,Riverside Defence League,1,Kosovo\n"
    '90002,Forces of Adam Example,n/a,n/a,Forces of Adam Example,2,"Myanmar (Burma), Thailand"\n'
    '234,IS,DI,al-Dawla,Islamic State of the Example,1,"Iraq, Syria"\n'
    "90003,Riverside people,n/a,n/a,Riverside people,3,Kosovo\n"
    "90004,Government of Ruritania,n/a,n/a,Government of Ruritania,4,Ruritania\n"
)


@pytest.fixture(autouse=True)
def anew(own_home: None) -> Iterator[None]:
    """Let the dictionary know the test's own data folder, and forget it afterwards."""
    actors.forget()
    yield
    actors.forget()


def plain(text: str) -> Table:
    return actor_tables.plain(text.encode(), "mine", "CC0")


def ids(text: str, **known: str) -> list[str | None]:
    return [e.id for e in actors.find(BLANK(text), **known)]


def bring(table: Table, source: str = "mine") -> None:
    actor_imports.keep(source, table.sound("file.csv").rows)
    actors.forget()


def test_an_imported_actor_is_found_until_it_is_removed() -> None:
    text = "The Riverside Defence League met the River League."
    assert set(ids(text)) <= {None}
    bring(plain(HEAD + ROW))
    assert set(ids(text)) == {"mine:riverside-defence-league"}
    assert actors.link("RDL") is None
    linked = actors.link("RDL", country="XK")
    assert linked is not None
    assert (linked.source, linked.since, linked.until) == ("mine", "2019", "2022")
    assert "league of thieves" in linked.loaded
    assert actor_imports.remove("mine") == 1
    actors.forget()
    assert set(ids(text)) <= {None}


def test_each_row_keeps_its_source_and_licence() -> None:
    bring(plain(HEAD + ROW))
    (row,) = actor_imports.kept()
    assert (row["source"], row["licence"]) == ("mine", "CC0")


def test_importing_again_replaces_and_sources_stand_apart() -> None:
    bring(plain(HEAD + ROW))
    bring(plain(HEAD + "Hillside Guard of Example,armed-group,XK,,,,\n"))
    bring(plain(HEAD + ROW), "other")
    assert actor_imports.sources() == ("mine", "other")
    assert [r["name"] for r in actor_imports.kept()] == [
        "Hillside Guard of Example",
        "Riverside Defence League",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name\nX\n", "line 1: the header lacks 'kind'"),
        ("name,kind,colour\nX,media,red\n", "line 1: the header has unknown 'colour'"),
        ("name,kind,kind\nX,media,media\n", "line 1: the header has 'columns named twice'"),
        (HEAD + ",media,,,,,\n", "line 2: it has no name"),
        (HEAD + "X,party,,,,,\n", "line 2: the kind 'party' is none of"),
        (HEAD + "X,media,Kosovo,,,,\n", "line 2: 'Kosovo' is no country's code"),
        (HEAD + "X,media,XK,soon,,,\n", "line 2: 'soon' is no year or month"),
        (HEAD + "X,media,XK,2016-13,,,\n", "line 2: '2016-13' is no year or month"),
        (HEAD + "X,media,XK,2020,2019,,\n", "line 2: it ends in 2019, before it begins in 2020"),
        (HEAD + "X,media,XK\n", "line 2: it has fewer cells than the header"),
        (HEAD + "X,media,XK,,,,,,,\n", "line 2: it has more cells than the header"),
        (HEAD + "X,media,,,,,\nX,media,,,,,\n", "line 3: the id 'mine:x' stands in line 2 too"),
        (HEAD + '"X,media,,,,,\n', "line 2: unexpected end of data"),
        ("name,kind,ucdp\nX,media,12a\n", "line 2: '12a' is no UCDP id"),
        ("name,kind,wikidata\nX,media,12\n", "line 2: '12' is no Wikidata id"),
        ("name,kind,predecessor\nX,media,is\n", "line 2: '' is no way of succession"),
        ("", "line 1: the header lacks 'name', 'kind'"),
        (HEAD, "it holds no actor"),
    ],
)
def test_a_bad_line_is_named(text: str, told: str) -> None:
    with pytest.raises(StopRun) as raised:
        plain(text).sound("file.csv")
    assert str(raised.value).startswith("file.csv: nothing was imported: ")
    assert told in str(raised.value)


def test_another_encoding_is_named_by_line() -> None:
    body = (HEAD + ROW).encode() + "Düne,media,,,,,\n".encode("latin-1")
    with pytest.raises(StopRun, match="line 3: it is not UTF-8"):
        actor_tables.plain(body, "mine", "").sound("file.csv")


def test_a_byte_order_mark_and_other_line_ends_do_no_harm() -> None:
    body = b"\xef\xbb\xbf" + (HEAD + ROW).replace("\n", "\r\n").encode()
    assert len(actor_tables.plain(body, "mine", "").sound("file.csv").rows) == 1


def test_many_faults_are_told_in_one_line_and_counted() -> None:
    with pytest.raises(StopRun) as raised:
        plain(HEAD + ",,,,,,\n" * 40).sound("file.csv")
    assert str(raised.value).endswith("line 11: it has no name; and 30 more")


def test_ucdp_gives_groups_and_leaves_states_and_peoples_out() -> None:
    table = actor_tables.ucdp(UCDP.encode(), "ucdp").sound("actors.csv")
    assert [r["id"] for r in table.rows] == ["ucdp:90001", "ucdp:90002", "is"]
    assert sorted(table.left_out.values()) == [1, 1]
    assert {r["licence"] for r in table.rows} == {actor_tables.UCDP_LICENCE}
    assert table.rows[1]["country"] == "MM|TH"
    bring(table, "ucdp")
    assert ids("Riverside Defence League fired.") == ["ucdp:90001"]
    assert actors.link("RDL") is None
    assert ids("RDL fired.", country="XK") == ["ucdp:90001"]


def test_a_listed_actor_only_gets_the_names_that_it_lacks() -> None:
    bring(actor_tables.ucdp(UCDP.encode(), "ucdp"), "ucdp")
    linked = actors.link("Islamic State of the Example")
    assert linked is not None
    assert (linked.id, linked.name, linked.source) == ("is", "Islamic State", None)
    assert actors.link("ISIS") is linked


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x,RDL,,,,1,Kosovo\n", "line 2: the ActorId 'x' is no number"),
        ("1,n/a,,,,1,Kosovo\n", "line 2: it has no name"),
        ("1,RDL,,,,9,Kosovo\n", "line 2: its Org is none of 1 to 4"),
        ("1,A,,,,1,Mali\n1,B,,,,1,Mali\n", "line 3: the ActorId 1 stands in line 2 too"),
    ],
)
def test_a_bad_line_of_ucdp_is_named(line: str, told: str) -> None:
    with pytest.raises(StopRun, match=told):
        actor_tables.ucdp((UCDP_HEAD + line).encode(), "ucdp").sound("actors.csv")


@pytest.mark.parametrize("name", ["", "../up", "a/b", "Über", ".hidden"])
def test_a_source_has_a_plain_name(name: str) -> None:
    with pytest.raises(StopRun, match="cannot name a source"):
        actor_imports.keep(name, [])


def test_a_kept_file_that_was_spoilt_is_named(tmp_path: Path) -> None:
    bring(plain(HEAD + ROW))
    actor_imports.keep("spoilt", [])
    folder = next(Path(f.parent) for f in actor_imports._files())
    (folder / "spoilt.csv").write_bytes(b"id,name\n\xff\n")
    actors.forget()
    with pytest.raises(StopRun, match=r"fogline actors remove spoilt"):
        actor_imports.kept()


@settings(deadline=None)  # the first look loads the lexicon
@given(st.binary(max_size=200))
def test_no_bytes_are_half_imported(body: bytes) -> None:
    for table in (actor_tables.plain(body, "mine", ""), actor_tables.ucdp(body, "mine")):
        with pytest.raises(StopRun):
            table.sound("file.csv")


def test_the_real_table_of_ucdp_is_taken_whole(shared: Path) -> None:
    body = (shared / "data" / "ucdp" / "ucdp-actor-221.csv").read_bytes()
    table = actor_tables.ucdp(body, "ucdp").sound("actors.csv")
    assert len(table.rows) + sum(table.left_out.values()) == 1_725
    bring(table, "ucdp")
    assert ids("Kamajors and the West Side Boys fought.", country="SL")[0] is not None
    assert actors.link("FARC", day="2010-01-01") is actors.link("FARC-EP", day="2010-01-01")
