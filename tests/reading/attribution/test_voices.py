"""Who is a source and of what kind: whose words end at a semicolon, who posts at what hour, who
stands behind a wire, an office, a capital.
"""

from __future__ import annotations

import pytest

from fogline.model import Part
from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, chain, cited, of_parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Kherson agency Riverside Wire said that rebels shelled the town.", "media"),
        ("The drivers' union said that rebels shelled the town.", "organisation"),
        ("The emergencies agency said that rebels shelled the town.", "official"),
        ("Kinshasa said that rebels shelled the town.", "official"),
        ("UN officials said that rebels shelled the town.", "organisation"),
        ("An army commander said that rebels shelled the town.", "armed-group"),
        ("The commander said that rebels shelled the town.", "armed-group"),
        ("An election committee said that rebels shelled the town.", "official"),
        ("A man in the town said that rebels shelled it.", "witness"),
    ],
)
def test_of_what_kind_a_source_is(claim: One, text: str, kind: str) -> None:
    assert [s.kind for s in cited(claim(text, "shelled"))] == [kind]


def test_the_agency_again_is_of_the_kind_that_it_was(read: Read) -> None:
    text = "The news agency Riverside Wire said that jets hit Idlib. The agency said rebels fled."
    assert [s.kind for s in cited(at(read(text).claims, "fled"))] == ["media"]


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        ("The town fell, rebels say; the ministry insists that it shelled them.", "shelled",
         ["ministry"]),
        ("The town fell, rebels say; jets bombed the bridge.", "fell", ["rebels"]),
        ("Ten were killed, a medic said; the UN speaks of twelve.", "killed", ["medic"]),
        ("Photos show a flag, and residents say that rebels shelled the town.", "shelled",
         ["residents"]),
        ("Photos show that residents fled and that rebels shelled the town.", "shelled",
         ["Photos"]),
        ("Rebels shelled the town, we hear; nobody confirmed it.", "shelled", []),
        ("Rebels shelled the town; this was not confirmed by anyone.", "shelled", []),
        ("Rebels shelled the town, the wire said with reference to a medic.", "shelled",
         ["wire", "medic"]),
        ("Rebels shelled the town, the mayor said with reluctance to a crowd.", "shelled",
         ["mayor"]),
        ("The mayor repeated that rebels had shelled the town.", "shelled", ["mayor"]),
        ("The army dropped leaflets on the town: rebels will shell it.", "shell", ["army"]),
        ("The army sent tanks to the town: rebels had shelled it.", "shelled", []),
        ("09:40 A medic at the clinic: rebels shelled the town.", "shelled",
         ["medic at the clinic"]),
        ("❗ State media: rebels shelled the town.", "shelled", ["State media"]),
        ("3rd Brigade officers said that rebels shelled the town.", "shelled",
         ["3rd Brigade officers"]),
    ],
)  # fmt: skip
def test_who_says_so(claim: One, text: str, trigger: str, sources: list[str]) -> None:
    assert chain(claim(text, trigger)) == sources


def test_the_kremlin_is_no_person(claim: One) -> None:
    (kremlin,) = cited(claim("The Kremlin said that rebels shelled the town.", "shelled"))
    assert (kremlin.id, kremlin.kind) == ("ru-government", "official")


def test_a_comment_does_not_go_on_with_whom_the_report_cites(reader: Reader) -> None:
    body = "An officer said that rebels shelled the town."
    comment = "He says that the army bombed the bridge."
    whole = f"{body}\n{comment}"
    parts = (
        Part("p1", "body", 0, len(body)),
        Part("p2", "comment", len(body) + 1, len(whole), author="Ana"),
    )
    assert chain(at(reader.read(of_parts(whole, parts)).claims, "bombed")) != ["officer"]
