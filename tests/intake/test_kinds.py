"""What is no text is known by its bytes, and its error says how to come by its words."""

from __future__ import annotations

import tomllib
import zipfile
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from fogline import intake
from fogline.errors import SkipItem
from fogline.intake.kinds import EDGE, edges, kind_of
from fogline.settings import Settings

KINDS: list[dict[str, Any]] = tomllib.loads(
    resources.files("fogline.intake").joinpath("kinds.toml").read_text("utf-8")
)["kind"]
DOCX = "word/document.xml"


def of(row: dict[str, Any]) -> bytes:
    """Return bytes that an entry tells of, with nothing around them that a text would not have."""
    body = bytearray(b"." * 300)
    for at, mark in row["marks"].items():
        body[int(at) : int(at) + len(mark) // 2] = bytes.fromhex(mark)
    return bytes(body) + row.get("holds", "").encode("utf-16-le" if row.get("wide") else "ascii")


def packed(*names: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "The port reopened. " * 50)
    return out.getvalue()


def told(path: Path | str) -> str:
    (found,) = intake.captures([str(path)], Settings())
    assert isinstance(found, SkipItem)
    return str(found)


@pytest.mark.parametrize("row", KINDS, ids=lambda row: str(row["example"]))
def test_each_kind_is_known_by_its_bytes_and_has_a_way_out(row: dict[str, Any]) -> None:
    found = kind_of(of(row))
    assert found is not None and found.name == row["name"]
    way_out = found.way_out("no such file")
    assert way_out
    assert "\n" not in way_out


@pytest.mark.parametrize(
    "words",
    [
        "PK was founded in 1978.",
        "RIFF is no word.",
        "GIF89 was a format.",
        "ID3 tags",
        "%PDF",
        "MM",
    ],
)
def test_a_text_is_none(words: str) -> None:
    assert kind_of(words.encode()) is None


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("[Content_Types].xml", DOCX), "a Word document (.docx)"),
        (("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet (.xlsx)"),
        (("[Content_Types].xml", "ppt/presentation.xml"), "a presentation (.pptx)"),
        (("archive/data.warc.gz", "datapackage.json"), "a web archive (WACZ) under another name"),
        (("reports/a.txt",), "a ZIP archive"),
    ],
)
def test_what_a_zip_is_shows_in_what_it_holds(names: tuple[str, ...], kind: str) -> None:
    found = kind_of(packed(*names))
    assert found is not None and found.name == kind


def test_the_bytes_tell_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(packed(DOCX))
    assert told(path) == (
        f"{path}: it is a Word document (.docx), not a text (turn it into text: "
        f"pandoc -f docx -t plain {path} | fogline add - --publisher NAME --date DAY)"
    )


def test_the_way_out_can_be_pasted_into_a_shell(tmp_path: Path) -> None:
    path = tmp_path / "it's a report.pdf"
    path.write_bytes(b"%PDF-1.7\n\x00")
    quoted = f"'{tmp_path}/it'\"'\"'s a report.pdf'"
    assert f"pdftotext {quoted} - | fogline add -" in told(path)


def test_a_name_like_an_option_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("-q.pdf").write_bytes(b"%PDF-1.7\n\x00")
    assert "pdftotext ./-q.pdf - |" in told("-q.pdf")


def test_what_came_from_elsewhere_has_no_path() -> None:
    found = kind_of(b"%PDF-1.7")
    assert found is not None
    assert "pdftotext FILE - |" in found.way_out("stdin")
    fetched = found.way_out("https://quay.example/a b")
    assert "curl -Lo saved 'https://quay.example/a b' && pdftotext saved - |" in fetched


def test_a_folder_tells_what_its_files_are(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(packed(DOCX))
    (tmp_path / "b.log").write_text("The port reopened.")
    found = [str(item) for item in intake.captures([str(tmp_path)], Settings())]
    assert "it is a Word document (.docx)" in found[0] and "pandoc" in found[0]
    assert "name the file itself to have it read as text" in found[1]


def test_of_a_long_file_both_ends_are_looked_at(tmp_path: Path) -> None:
    body = b"PK\x03\x04" + b"\0" * (3 * EDGE) + DOCX.encode()
    (tmp_path / "long.docx").write_bytes(body)
    with (tmp_path / "long.docx").open("rb") as stream:
        found = edges(stream)
    assert len(found) == 2 * EDGE
    assert kind_of(found) == kind_of(body)
    (tmp_path / "short").write_bytes(b"short")
    with (tmp_path / "short").open("rb") as stream:
        assert edges(stream) == b"short"
