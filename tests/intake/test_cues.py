"""Every cue matches the example that stands beside it in cues.toml."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from fogline.intake import cues

TABLE = tomllib.loads(resources.files("fogline.intake").joinpath("cues.toml").read_text("utf-8"))
ROWS = [(role, row) for role, rows in TABLE.items() for row in rows]

SENTENCES = [
    "The harbour authority said on Monday that the port would reopen within the week.",
    "Photographs from the quay show two burnt lorries and a crater beside the customs house.",
    "A source in the port authority, by no means neutral, told the paper that it was closed.",
    "Related departments have been told to prepare for a second night without electricity.",
    "By noon the bridge was under the control of the coastal army, residents said.",
    "Officials said that all comments made by the envoy were recorded in the capital.",
    "The minister said he would publish his comments on the attack after the meeting.",
    "Moderated by the harbour master, the talks went on until noon.",
    "Satellite pictures taken in May show that the harbour has been dredged. We think it is new.",
    "A picture taken on Monday shows an empty pole, and residents said that the guards had left.",
    "Tags on the shells suggest that they were made two years ago, an inspector wrote.",
]


@pytest.mark.parametrize(("role", "row"), ROWS, ids=[f"{r}-{n}" for n, (r, _) in enumerate(ROWS)])
def test_an_example_is_matched_by_its_own_pattern(role: str, row: dict[str, str]) -> None:
    cue = next(c for c in cues.table()[role] if c.pattern.pattern == row["pattern"])
    assert cue.pattern.match(row["example"])
    assert cue.needs is None or cue.needs.search(row["example"])


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_running_text_has_no_cue(sentence: str) -> None:
    assert cues.paragraph(sentence) is None


def test_a_repost_names_author_and_publisher() -> None:
    found = cues.match("repost", "Ada Lindqvist writes in The Harbour Courier:")
    assert found is not None
    assert (found.author, found.publisher) == ("Ada Lindqvist", "The Harbour Courier")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Capt. (ret.) K. Bin al-Qalam", "Capt. (ret.) K. Bin al-Qalam"),
        ("By Jean-Luc Petit-Jean - 12 November 2031", "Jean-Luc Petit-Jean"),
        ("By Ada Lindqvist -Harbour Wire", "Ada Lindqvist"),
        ("By Ada Lindqvist, harbour correspondent", "Ada Lindqvist"),
    ],
)
def test_a_byline_keeps_the_hyphens_of_a_name(line: str, author: str) -> None:
    found = cues.match("byline", line)
    assert found is not None
    assert found.author == author


def test_a_caption_tells_what_a_picture_shows() -> None:
    found = cues.paragraph("A satellite picture taken in May shows a burnt pier at the harbour.")
    assert found is not None
    assert found.role == "caption"


@pytest.mark.parametrize(
    ("byline", "nobody"),
    [
        ("Agencies", True), ("By Agencies", True), ("Foreign desk", True), ("admin", True),
        ("News agencies", True), ("Staff reporter", True), ("Ada Deskin", False),
        ("Harbour News Agency", False), ("Editor Ada Lindqvist", False), ("Guest House", False),
    ],
)  # fmt: skip
def test_a_desk_is_nobodys_name(byline: str, *, nobody: bool) -> None:
    assert (cues.match("nobody", byline) is not None) == nobody


@pytest.mark.parametrize(
    ("line", "author", "posted"),
    [
        ("Old Sailor says", "Old Sailor", None),
        ("Old Sailor on November 12, 2031 at 3:14 pm said:", "Old Sailor", "November 12"),
        ("On 12 November 2031, Old Sailor wrote:", "Old Sailor", "12 November 2031"),
        ("by Old Sailor » Sat Nov 12, 2031 3:14 pm", "Old Sailor", "Sat Nov 12"),
    ],
)
def test_the_head_of_a_comment_names_who_and_when(
    line: str, author: str, posted: str | None
) -> None:
    found = cues.match("says", line)
    assert found is not None
    assert found.author == author
    assert (found.posted or "").startswith(posted or "")


@pytest.mark.parametrize(
    "text",
    [
        "Please understand that comments are moderated and not all can be published.",
        "We ask that comments are civil and free of hateful material.",
        "We invite you to use our commenting platform to talk about the harbour.",
        "Join in below, and please keep comments civil.",
    ],
)
def test_a_sites_rules_for_comments_are_told_below_the_article_alone(text: str) -> None:
    found = cues.paragraph(text, {"tail"})
    assert found is not None and found.role == "form"
    assert cues.paragraph(text, {"head"}) is None
