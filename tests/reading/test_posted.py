"""Parts with a day of their own are read by it: entries of a live blog, comments."""

from __future__ import annotations

from fogline.model import Document, Part, Published
from fogline.reading.reader import Reader

ENTRY = "Shells hit the market of Orvelo today."
COMMENT = "They shelled the bridge yesterday."


def test_today_is_the_day_of_the_entry_not_of_the_page(reader: Reader) -> None:
    text = f"{ENTRY}\n{ENTRY}\n{COMMENT}"
    second, third = len(ENTRY) + 1, 2 * len(ENTRY) + 2
    parts = (
        Part("p0", "body", 0, len(ENTRY)),
        Part("p1", "body", second, second + len(ENTRY), posted="2031-03-05T17:20:00+00:00"),
        Part("p2", "comment", third, len(text), author="reader_7", posted="2031-03-09"),
    )
    page = Document("x", text, parts, Published("2031-03-02", "2031-03-02", "given"))
    days = {claim.part: claim.when.start for claim in reader.read(page).claims}
    assert days == {"p0": "2031-03-02", "p1": "2031-03-05", "p2": "2031-03-08"}


def test_a_time_that_is_no_day_leaves_the_pages_day(reader: Reader) -> None:
    parts = (Part("p0", "comment", 0, len(ENTRY), author="reader_7", posted="2 hours ago"),)
    page = Document("x", ENTRY, parts, Published("2031-03-02", "2031-03-02", "given"))
    (claim,) = reader.read(page).claims
    assert claim.when.start == "2031-03-02"
