"""Plain texts and dumps of pages fall into the codebook's parts; the text stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fogline.intake import dump
from fogline.model import Part

BLOG = """coast, latest

Garrison leaves the harbour district, ferry company stops sailings


A leaflet dropped over Port Amra by the coastal army, telling residents to stay indoors.

Piet Halloran writes in The Strait Observer:

The coastal army has taken control of the harbour district of Port Amra, two residents said.

Nobody at the garrison's office answered the telephone on Sunday, and its flag is gone.

Related: Lighthouse keeper says that he saw no ships for a week.


  1. Tern says

    The bridge was open when I passed at seven.
    It had two guards.

  2. Nobody says which garrison it was. There are two of them in that district.

  3. Old Sailor says

    There were three lists:
    1. ferries
    2. trawlers

    • Nell says

      I counted two.

      Only one has a crane.

        • Tern says

          The other one has been gone since May.

  4. Gannet says

    Enough of cranes.

Comments are closed.
"""


def roles(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(p.role, text[p.start : p.end]) for p in dump.layout(text, title).parts]


def comments(text: str) -> list[tuple[str | None, str | None, str]]:
    """Return (author, author of the comment replied to, first line) of each comment."""
    parts = [p for p in dump.layout(text).parts if p.role == "comment"]
    names = {p.id: p.author for p in parts}
    return [
        (p.author, names[p.parent] if p.parent else None, text[p.start : p.end].splitlines()[0])
        for p in parts
    ]


def test_a_blog_dump_has_every_part() -> None:
    found = roles(BLOG)
    assert [r for r, _ in found] == [
        "kicker", "headline", "caption", "byline", "body", "related",
        *["comment"] * 6, "notice",
    ]  # fmt: skip
    assert dict(found)["body"].startswith("The coastal army has taken")
    assert dict(found)["body"].endswith("its flag is gone.")


def test_a_thread_keeps_authors_nameless_comments_lists_and_replies() -> None:
    assert comments(BLOG) == [
        ("Tern", None, "The bridge was open when I passed at seven."),
        (None, None, "Nobody says which garrison it was. There are two of them in that district."),
        ("Old Sailor", None, "There were three lists:"),
        ("Nell", "Old Sailor", "I counted two."),
        ("Tern", "Nell", "The other one has been gone since May."),
        ("Gannet", None, "Enough of cranes."),
    ]
    spans = {t for r, t in roles(BLOG) if r == "comment"}
    assert "I counted two.\n\n      Only one has a crane." in spans
    assert any(t.endswith("2. trawlers") for t in spans)


def test_a_repost_names_whose_words_it_carries() -> None:
    source = dump.layout(BLOG).republished_from
    assert source is not None
    assert (source.author, source.publisher) == ("Piet Halloran", "The Strait Observer")


def test_windows_line_ends_give_the_same_parts() -> None:
    windows = BLOG.replace("\n", "\r\n")
    assert [r for r, _ in roles(windows)] == [r for r, _ in roles(BLOG)]
    assert comments(windows)[3] == ("Nell", "Old Sailor", "I counted two.")


def test_old_wordpress_heads_with_a_date_below_them() -> None:
    text = (
        "Harbour reopens\n\nThe port of Amra reopened on Monday.\n\n2 Comments\n\n"
        "Tern says:\nNovember 12, 2031 at 3:14 pm\n\nAt last.\n\nReply\n\n"
        "    Nell says:\n    November 12, 2031 at 4:00 pm\n\n    Not for trawlers.\n\n    Reply\n\n"
        "Gannet\nNovember 13, 2031\n\nYet.\n\nLeave a Reply\n"
    )
    parts = [p for p in dump.layout(text).parts if p.role == "comment"]
    assert [(p.author, p.posted, p.parent) for p in parts] == [
        ("Tern", "2031-11-12T15:14", None),
        ("Nell", "2031-11-12T16:00", "comment-1"),
        ("Gannet", "2031-11-13", None),
    ]
    assert [text[p.start : p.end] for p in parts] == ["At last.", "Not for trawlers.", "Yet."]
    assert ("boilerplate", "2 Comments") in roles(text)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Attack on Amra market kills 9, monitor says", None),
        ("CORRECTED: Toll from strike on Amra harbour lowered to 13, monitor said", None),
        ("Hopes of truce fade on day 5, mediator says", None),
        ("Old Sailor on November 12, 2031 at 3:14 pm said:", "Old Sailor"),
        ("Old Sailor on Nov 12 at 3:14 pm says", "Old Sailor"),
        ("Old Sailor on 12/11/31, 14:05 wrote:", "Old Sailor"),
    ],
)
def test_a_comment_head_names_a_day_where_it_says_on(line: str, author: str | None) -> None:
    text = f"{line}\n\nNine people died in the market of Amra on Monday. The port is closed.\n"
    parts = dump.layout(text).parts
    assert [p.author for p in parts if p.role == "comment"] == ([author] if author else [])


def test_nameless_numbered_comments_below_an_article() -> None:
    text = (
        "Harbour reopens\n\nThe port reopened on Monday, the authority said.\n\n"
        "  1. At last.\n\n  2. Not for trawlers, it seems.\n\nComments are closed.\n"
    )
    assert comments(text) == [
        (None, None, "At last."),
        (None, None, "Not for trawlers, it seems."),
    ]


def test_numbers_of_two_digits_do_not_shift_the_thread() -> None:
    body = "Harbour reopens\n\nThe port reopened on Monday, the authority said.\n\n"
    thread = "\n\n".join(f"{n:>3}. Reader{n} says\n\n     Remark {n}." for n in range(1, 13))
    assert [(a, p) for a, p, _ in comments(body + thread)] == [
        (f"Reader{n}", None) for n in range(1, 13)
    ]


def test_a_speaker_on_a_line_of_his_own_is_no_thread() -> None:
    text = (
        "Minister visits the port\n\nThe minister visited Amra on Monday.\n\n"
        "After the visit, the minister said:\n\nThe port matters to us all.\n"
    )
    assert [r for r, _ in roles(text)] == ["headline", "body"]


@pytest.mark.parametrize(
    "headline",
    ["Raiders burned the barn, miller says", "Raiders burned the barn, Miller says"],
)
@pytest.mark.parametrize("above", ["", "COAST\n\n"])
def test_a_headline_that_ends_with_who_says_so_opens_no_thread(headline: str, above: str) -> None:
    # The report below it was taken for a reader's comment, and counted as nobody's word.
    text = (
        f"{above}{headline}\n\nRaiders burned the barn on Monday, the miller said.\n\nIt was old.\n"
    )
    assert not comments(text)
    assert ("headline", headline) in roles(text)


def test_a_heading_that_goes_on_with_who_says_so_opens_no_thread() -> None:
    text = f"{ARTICLE}Crane is lost, harbour master says\n\nIt fell on Monday.\n"
    assert not comments(text)
    assert comments(f"{ARTICLE}Old T. says\n\nIt fell on Monday.\n")


def test_a_minister_of_an_area_who_says_something_is_no_reposter() -> None:
    text = (
        "Minister condemns raid\n\nThe ministry confirmed reports of a raid on Amra.\n\n"
        "Minister for the Western Coast, Piet Halloran said:\n\nThe raid was a crime.\n"
    )
    assert [r for r, _ in roles(text)] == ["headline", "body"]


ARTICLE = """Harbour reopens after the storm

The port of Amra reopened on Monday, the authority said.

The crane is still out of order.

"""
FIRST, SECOND = "The crane was old. Nobody says so.", "It was new, and two men were hurt."


@pytest.mark.parametrize(
    ("thread", "answers"),
    [
        ("5 thoughts on “Harbour”\n\nOld T.\n{0}\n\n  nell\n  replying to Old T.\n  {1}", True),
        ("Comments (2)\n\nOld T.: {0}\n\nnell: {1}\n", False),
        ("3 comments\n\nOld T.\n\n{0}\n\nnell\n\n{1}\n", False),
        ("Comments:\n\n1. Old T. – {0}\n2. nell – {1}\n", False),
        ("Reader comments\n\n• Old T.: {0}\n\n  ◦ nell (in reply to Old T.): {1}\n", True),
        ("Comments\n\nOld T. (12 Nov, 14:02)\n{0}\n\nnell (12 Nov) replying to Old T.\n{1}", True),
        ("COMMENTS\n\n@Old T. 3 hours ago\n{0}\n\n    @nell 2 hours ago\n    {1}\n", True),
    ],
)
def test_threads_whose_heads_are_bare_names(thread: str, answers: bool) -> None:
    text = ARTICLE + thread.format(FIRST, SECOND)
    found = [("Old T.", None, FIRST), ("nell", "Old T." if answers else None, SECOND)]
    assert comments(text) == found
    assert roles(text)[:2] == [
        ("headline", "Harbour reopens after the storm"),
        ("body", ARTICLE.partition("\n\n")[2].strip()),
    ]


def test_a_discussion_under_headings_is_no_thread() -> None:
    text = f"{ARTICLE}Discussion\n\nGround forces\n{FIRST}\n\nShips\n{SECOND}\n"
    assert not comments(text)


def test_a_bulleted_report_is_headline_and_body() -> None:
    text = (
        "Coast: Humanitarian Update No. 4 | 12 November 2031\n\nKEY POINTS\n\n"
        "• Nine people were reportedly killed.\n• Two bakeries have no flour.\n\n"
        "ACCESS\n\n1. One convoy was turned back.\n2. None arrived.\n"
    )
    assert [r for r, _ in roles(text)] == ["headline", "body"]


def test_channel_posts_are_body_below_the_channels_line() -> None:
    text = "AMRA LIVE - Sunday 12 November\n\n06:12 Amra. Two shells on ward 9\n\n06:40 Quiet now\n"
    assert roles(text)[0] == ("headline", "AMRA LIVE - Sunday 12 November")
    assert [r for r, _ in roles(text)] == ["headline", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "The port of Amra reopened on Monday.",
        "The port of Amra reopened on Monday.\n\nTwo ferries sailed before noon.",
        "06:12 Two shells on ward 9\n\n06:40 Quiet now",
        "Army enters Port Amra",
        "The harbour authority said on Monday that the port would reopen within the week if the"
        " sea allowed it and if crews were found for the two cranes that still stand there\n\nNo.",
    ],
)
def test_running_text_has_no_headline(text: str) -> None:
    assert roles(text) == [("body", text.strip())]


def test_date_lines_and_bylines_below_a_headline() -> None:
    text = (
        "Harbour reopens\nBy Ada Lindqvist\n12 November 2031\n\nThe port reopened on Monday.\n\n"
        "Originally published by The Strait Observer on 11 November.\n"
    )
    layout = dump.layout(text)
    assert [p.role for p in layout.parts] == ["headline", "byline", "byline", "body", "byline"]
    assert layout.author == "Ada Lindqvist"
    assert layout.republished_from is not None
    assert layout.republished_from.publisher == "The Strait Observer"


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    text = (
        "The coastal army took control of the harbour district of Port Amra on\n"
        "Saturday after two weeks of fighting in which, residents said, nobody\n"
        "left the eastern quarter.\n"
    )
    assert roles(text) == [("body", text.strip())]


def test_a_title_given_beside_the_text_is_found_where_it_ran_into_it() -> None:
    text = "Mon 12 Nov 2031 Harbour reopens at last. The port of Amra reopened on Monday."
    assert roles(text, "Harbour reopens at last") == [
        ("byline", "Mon 12 Nov 2031"),
        ("headline", "Harbour reopens at last"),
        ("body", "The port of Amra reopened on Monday."),
    ]
    assert roles(text, "Another title of it") == [("body", text)]


def test_a_headline_that_the_body_repeats_is_said_once() -> None:
    text = (
        "Harbour reopens at last\n\n12 Nov 2031 Harbour reopens at last. The port reopened.\n\nYes."
    )
    assert roles(text) == [
        ("headline", "Harbour reopens at last"),
        ("byline", "12 Nov 2031"),
        ("boilerplate", "Harbour reopens at last"),
        ("body", "The port reopened.\n\nYes."),
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Coastal army advances on the port, residents said.", "Coastal army advances"),
        ("Coastal army advances slowly towards Port Amra.", "Coastal army advances"),
        ("Amra reopened on Monday.", "Amra"),
        ("Coastal army advances", "Coastal army advances"),
    ],
)
def test_a_title_that_opens_a_sentence_is_left_in_it(text: str, title: str) -> None:
    assert roles(text, title) == [("body", text)]


def test_links_are_those_outside_the_comments() -> None:
    text = (
        "Harbour reopens\n\nSee https://courier.example/port, and (https://courier.example/a).\n\n"
        "  1. Tern says\n\n    Or https://elsewhere.example/x\n\nComments are closed.\n"
    )
    assert dump.links(text, dump.layout(text).parts) == (
        "https://courier.example/port",
        "https://courier.example/a",
    )


LINES = st.sampled_from(
    ["", "", "  1. Tern says", "    • Nell says:", "2. A remark.", "Comments are closed.",
     "Harbour reopens", "The port reopened on Monday, he said.", "Related: A link", "> quoted",
     "Photo: Handout", "Ada Lindqvist writes in The Courier:", "\tx", "Reply", "3 Comments"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(LINES, max_size=30).map("\n".join)))
@example("  1. Tern says\n\n  2. Nell says\n\n")
@example("\n")
def test_parts_stand_in_order_within_the_text_and_never_overlap(text: str) -> None:
    parts = dump.layout(text).parts if text.strip() else ()
    assert_sound(text, parts)
    assert bool(parts) == bool(text.strip())


def assert_sound(text: str, parts: tuple[Part, ...]) -> None:
    at, seen = 0, set[str]()
    for part in parts:
        words = text[part.start : part.end]
        assert at <= part.start < part.end <= len(text)
        assert words == words.strip() and words
        assert part.id not in seen and (part.parent is None or part.parent in seen)
        at = part.end
        seen.add(part.id)


@pytest.mark.shared
def test_the_gold_dump_falls_into_its_gold_parts(shared: Path) -> None:
    gold_file = shared / "gold" / "dev" / "aleppo-blog.gold.json"
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    text = gold_file.with_name("aleppo-blog.txt").read_text(encoding="utf-8")
    layout = dump.layout(text)
    names = {p.id: p.author for p in layout.parts}
    assert [p.role for p in layout.parts] == [g["role"] for g in gold["parts"]]
    for part, want in zip(layout.parts, gold["parts"], strict=True):
        words = text[part.start : part.end]
        assert words.startswith(want.get("starts", want.get("text", "")))
        assert words.endswith(want.get("ends", want.get("text", "")))
        assert part.role != "comment" or part.author == want["author"]
        assert names.get(part.parent or "") == want.get("reply_to")


@pytest.mark.shared
def test_gold_claims_stand_in_parts_of_their_role(shared: Path) -> None:
    level = str.maketrans("’‘“”\xa0\u202f", "''\"\"  ")
    for gold_file in sorted((shared / "gold" / "dev").glob("*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        path = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt"))
        text = path.read_text(encoding="utf-8")
        parts = dump.layout(text).parts
        plain = text.translate(level)
        for claim in gold["claims"]:
            quote = claim["quote"].translate(level).strip()
            inside = {p.role for p in parts if quote in plain[p.start : p.end]}
            assert claim["part"] in inside, (path.name, quote)


def test_a_blank_text_has_no_parts() -> None:
    """Found by fuzzing: its one part began behind its end."""
    assert dump.layout("\n").parts == dump.layout("").parts == ()
