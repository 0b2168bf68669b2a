"""The page of a folder of evidence: one claim, its words, its custody, and how to check them.

The text is a stranger's: all of it is escaped. The page runs no script and loads nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from fogline.chain import digest
from fogline.export import worded
from fogline.export.annotation import stretches
from fogline.export.case import TEXT, Case
from fogline.export.page import POLICY, safe

AROUND: Final = 400  # characters of text before and after the sentence
STYLE: Final = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem;
  color: #1b1b1b; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
blockquote { margin: 0; padding: .5rem 1rem; border-left: 4px solid #888; white-space: pre-wrap }
mark { background: #ffe9a8 } mark mark { background: #ffc94d }
.rejected { border: 2px solid #a33; padding: .5rem 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; overflow-wrap: anywhere;
  border-bottom: 1px solid #ddd }
th, td:first-child { white-space: nowrap }
code, pre { font: 13px/1.4 ui-monospace, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #181818 }
  mark { background: #5a4a10; color: inherit } mark mark { background: #8a6d00 } }
"""
CHECK: Final = """sha256sum --check SHA256SUMS
fogline verify --head head.json      # in the ledger itself: is this chain still its own?"""


def page(case: Case, files: Mapping[str, bytes]) -> str:
    """Return the page; `files` are those that stand beside it."""
    return "\n".join((*_head(case), *_words(case), *_custody(case), *_log(case), *_foot(files)))


def _head(case: Case) -> Iterator[str]:
    title = safe(f"Evidence for {case.claim.id}")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{policy}'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>{title}</h1>\n<p><bdi>{safe(case.line)}</bdi></p>"
    yield from _rejections(case)
    yield (
        "<p>This is what a text says, and on whose word. That it stands here shows that the text"
        " said so when it was captured; it does not show that it is true.</p>"
    )


def _rejections(case: Case) -> Iterator[str]:
    """Say who decided that the claim is none, where that stands."""
    for j in case.judgements:
        if j.kind == "rejected" and case.claim.id in j.subjects and not j.revoked_at:
            by = f"Rejected by <bdi>{safe(j.by)}</bdi> on {safe(j.at[:10])}"
            yield (
                f'<p class="rejected"><strong>{by}: <bdi>{safe(j.reason)}</bdi>.</strong>'
                " It is kept, and nothing is concluded from it.</p>"
            )


def _words(case: Case) -> Iterator[str]:
    claim, document = case.claim, case.reading.document
    yield f'<h2>The words</h2>\n<blockquote dir="auto">{_quoted(case)}</blockquote>'
    chain = " ← ".join(worded.source(source) for source in claim.attribution)
    standing = f"{claim.status}, {claim.polarity}, {claim.certainty}"
    yield _table(
        [
            ("document", worded.name(document)),
            ("published", worded.origin(document)),
            ("on whose word", chain),
            ("standing", standing),
            ("when", worded.moment(claim.when)),
        ]
    )
    yield f"<p>Each slot's words, and where they stand in {TEXT} (characters, end exclusive):</p>"
    text = document.text
    rows = ((slot, made, text[a:b], f"{a}-{b}") for slot, made, a, b in stretches(claim))
    yield _table(rows, ("slot", "read as", "words", "at"))


def _quoted(case: Case) -> str:
    """Return the sentence with its trigger, marked, and what stands around it."""
    claim, text = case.claim, case.reading.document.text
    sentence, trigger = claim.sentence, claim.trigger
    cuts = (
        max(0, sentence.start - AROUND), sentence.start, trigger.start, trigger.end, sentence.end,
        sentence.end + AROUND,
    )  # fmt: skip
    before, first, word, last, after = (safe(text[a:b]) for a, b in pairwise(cuts))
    return f"{before}<mark>{first}<mark>{word}</mark>{last}</mark>{after}"


def _custody(case: Case) -> Iterator[str]:
    capture = case.capture
    headers = "; ".join(f"{name}: {value}" for name, value in capture.headers)
    yield "<h2>The bytes</h2>"
    yield _table(
        [
            ("SHA-256", capture.id.removeprefix("sha256:")),
            ("file here", case.bytes_file),
            ("handed in as", capture.name),
            ("address", capture.url or "none"),
            ("captured", capture.captured_at or "not known"),
            ("with it came", headers or "nothing"),
            ("stated by who added it", worded.stated(capture) or "nothing"),
            ("read by", case.reading.reader),
        ]
    )
    if case.judgements:
        yield "<h2>What people decided</h2>"
        rows = ((j.kind, j.by, j.at, j.reason, worded.revoked(j)) for j in case.judgements)
        yield _table(rows, ("decision", "by", "at", "reason", "revoked"))


def _log(case: Case) -> Iterator[str]:
    yield "<h2>The log</h2>"
    yield (
        "<p>Each entry seals the one before it. These tell of this capture; chain.jsonl has every"
        f" entry from there to the head, entry {case.head.entries}:"
        f" <code>{case.head.hash}</code></p>"
    )
    rows = ((str(e.seq), e.kind, e.at, e.digest, e.hash) for e in case.own)
    yield _table(rows, ("entry", "of", "at", "digest", "hash"))


def _foot(files: Mapping[str, bytes]) -> Iterator[str]:
    yield f"<h2>How to check it</h2>\n<pre>{safe(CHECK)}</pre>"
    rows = ((name, digest(content)) for name, content in files.items())
    yield _table(rows, ("file", "SHA-256"))
    yield "</main>\n</body>\n</html>\n"


def _table(rows: Iterable[tuple[str, ...]], head: tuple[str, ...] = ()) -> str:
    """Return a table; without a head, the first column is one."""
    top = "<tr>" + "".join(f"<th>{safe(cell)}</th>" for cell in head) + "</tr>" if head else ""
    first = "td" if head else "th"
    body = "".join(
        f"<tr><{first}>{safe(row[0])}</{first}>"
        + "".join(f"<td><bdi>{safe(cell)}</bdi></td>" for cell in row[1:])
        + "</tr>\n"
        for row in rows
    )
    return f"<table>{top}\n{body}</table>"
