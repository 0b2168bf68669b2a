"""A list of files is checked whole: every row that cannot be used is told with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fogline.errors import SkipItem, StopRun
from fogline.intake import manifest
from fogline.model import Capture, Stated
from fogline.settings import Settings

HEAD = "file,date,publisher,title,url\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    for n in range(1, 5):
        (tmp_path / f"texts/{n}.txt").write_text(f"Ferry {n} sailed.", encoding="utf-8")
    return tmp_path


def listed(folder: Path, content: str | bytes, name: str = "list.csv") -> manifest.Listing:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return manifest.read(path)


def faults(folder: Path, *rows: str) -> list[str]:
    """Return what is told of rows, without the list's path."""
    found = listed(folder, HEAD + "\n".join(rows)).faults
    return [str(fault).removeprefix(f"{folder}/list.csv:") for fault in found]


def test_a_row_is_a_file_with_what_is_stated_of_it(folder: Path) -> None:
    found = listed(
        folder,
        HEAD + 'texts/1.txt,2031-11-12,The Quay,"Ferries, again",https://quay.example/1\n'
        "texts/2.txt\n\n,,\ntexts/3.txt,2031-11,Marsh Wire,,\n",
    )
    assert found.faults == ()
    one, two, three = found.rows
    assert (one.path, one.published) == (folder / "texts/1.txt", "2031-11-12")
    assert one.stated == Stated("The Quay", "Ferries, again", "https://quay.example/1")
    assert (two.published, two.stated) == (None, None)
    assert (three.where, three.published) == (f"{folder}/list.csv:6", "2031-11")


def test_its_captures_are_those_of_its_files(folder: Path) -> None:
    rows = listed(folder, HEAD + "texts/1.txt,2031-11-12,The Quay,,\ntexts/2.txt\n").rows
    one, two = manifest.captures(rows, Settings())
    assert isinstance(one, Capture) and isinstance(two, Capture)
    assert (one.body, one.published, one.stated) == (
        b"Ferry 1 sailed.", "2031-11-12", Stated("The Quay"),
    )  # fmt: skip
    assert (two.published, two.stated) == (None, None)


def test_options_hold_where_a_row_leaves_a_field_out(folder: Path) -> None:
    path = folder / "list.csv"
    path.write_text("file,publisher\ntexts/1.txt,\ntexts/2.txt,Marsh Wire\n")
    one, two = manifest.read(path, published="2031-11-12", publisher="The Quay").rows
    assert (one.published, one.stated) == ("2031-11-12", Stated("The Quay"))
    assert (two.published, two.stated) == ("2031-11-12", Stated("Marsh Wire"))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfFile;Published;Publisher\r\ntexts/1.txt;2031-11-12;Caf\xc3\xa9\r\n",
        "file\tdate\tpublisher\ntexts/1.txt\t2031-11-12\tCafé\n".encode("utf-16"),
        "date , publisher, file \n2031-11-12,Café, texts/1.txt\n".encode(),
    ],
    ids=["as Excel saves it in Europe", "Unicode text", "spaces, another order"],
)
def test_spreadsheets_write_lists_in_several_ways(folder: Path, content: bytes) -> None:
    (found,) = listed(folder, content).rows
    assert (found.path, found.published) == (folder / "texts/1.txt", "2031-11-12")
    assert found.stated == Stated(publisher="Café")


def test_a_list_in_toml(folder: Path) -> None:
    content = """notice = "invented"
[[document]]
file = "texts/1.txt"
published = 2031-11-12
publisher = "The Quay"

[[document]]
file = "texts/2.txt"
zone = "aleppo"
[[document]]
file = "texts/3.txt"
title = 7
"""
    found = listed(folder, content, "list.toml")
    (row,) = found.rows
    assert (row.published, row.stated) == ("2031-11-12", Stated("The Quay"))
    assert [str(fault).removeprefix(f"{folder}/") for fault in found.faults] == [
        "list.toml:7: `zone` is not known (known are file, date, publisher, title, url)",
        "list.toml:10: `title` is no text (write it in quotation marks)",
    ]


def test_every_bad_row_is_told_with_its_line_and_the_way_out(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b" \n")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\n\x00")
    (folder / "lines.jsonl").write_text('{"text": "One."}\n')
    found = faults(
        folder,
        'texts/1.txt,2031-11-12,The Quay,"Ferries,\nagain",',
        "texts/none.txt,,,,",
        "texts/2.txt,11/12/2031,,,",
        "texts/3.txt,2031-11-12,The Quay,Killed, wounded and missing,https://quay.example/3",
        "./texts/1.txt,,,,",
        ",2031-11-12,,,",
        "texts,,,,",
        "texts/4.txt,,,,quay.example/4",
        "empty.txt,,,,",
        "scan.pdf,,,,",
        "lines.jsonl,,The Quay,Ferries,",
        "https://quay.example/9,,,,",
        "a\0b,,,,",
    )
    assert found == [
        f"4: there is no file texts/none.txt (paths count from {folder})",
        "5: the date '11/12/2031' cannot be read (write it as 2016-11-13)",
        "6: it has 6 cells, more than there are columns "
        "(put quotation marks around what holds a comma)",
        f"7: ./texts/1.txt is listed already, at {folder}/list.csv:2 (take one of the two out)",
        "8: no `file` is named (name one, or take the line out)",
        "9: texts is a folder, or no file (list its files, a row each)",
        "10: the url 'quay.example/4' is no http:// or https:// address",
        "11: empty.txt is empty (give a file with text in it)",
        f"12: scan.pdf is a PDF file, not a text (turn it into text: pdftotext {folder}/scan.pdf - "
        f"> TEXT.txt, and list that file; where it is a scan, `ocrmypdf {folder}/scan.pdf read.pdf`"
        " gives it words first)",
        "13: lines.jsonl holds several documents, of which none has this title and url "
        "(leave both out; its lines or pages have their own)",
        "14: https://quay.example/9 is an address, no file "
        "(save the page, and give its address as `url`; or: fogline add ADDRESS)",
        "15: the name holds what is no printable character (rename the file)",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (folder / "texts/1.txt").chmod(0)
    assert faults(folder, "texts/1.txt,,,,") == [
        "2: texts/1.txt cannot be read: Permission denied (check the path and its permissions)"
    ]


def test_an_archive_may_be_listed(folder: Path) -> None:
    (folder / "lines.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    rows = listed(folder, HEAD + "lines.jsonl,,The Quay,,\n").rows
    found = list(manifest.captures(rows, Settings()))
    assert [isinstance(item, SkipItem) for item in found] == [False, False]
    assert {item.stated for item in found if isinstance(item, Capture)} == {Stated("The Quay")}


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("file,notes\na,b\n", "l.csv", "l.csv:1: column 'notes' is not known"),
        ("file,date,published\n", "l.csv", "l.csv:1: there are two columns `date`"),
        ("texts/1.txt,2031-11-12\n", "l.csv", "l.csv:1: there is no column `file`"),
        ("", "l.csv", "there is no column `file`"),
        ("file\n", "l.csv", "it lists nothing"),
        ('file\n"texts/1.txt"x\n', "l.csv", "l.csv:2: not valid CSV"),
        (b"file\ncaf\xe9.txt\n", "l.csv", "byte 8 is not utf-8"),
        (b"PK\x03\x04 xl/workbook", "l.csv", "it is a spreadsheet"),
        ("[[document]\n", "l.toml", "not valid TOML"),
        ("document = 7\n", "l.toml", "`document` is no list of tables"),
        ("", "l.toml", "it lists nothing"),
    ],
)
def test_what_is_no_list_says_why(
    folder: Path, content: str | bytes, name: str, reason: str
) -> None:
    with pytest.raises(StopRun, match=reason) as caught:
        listed(folder, content, name)
    assert "\n" not in str(caught.value)


def test_a_list_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StopRun, match="No such file or directory"):
        manifest.read(tmp_path / "none.csv")
