"""A whole ledger's postings, put up at once as arrivals one by one do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from fogline.arrivals import posting, sources
from fogline.arrivals.voices import voiced
from fogline.model import ClaimOrigin, Origin, Reading
from fogline.weighing.measures.days import appeared
from fogline.weighing.measures.wording import words
from fogline.weighing.origin import duplicates, passages
from fogline.weighing.origin.origins import ground
from fogline.weighing.origin.traces import traces
from fogline.weighing.sources.registers import ASKED, Fact, facts
from fogline.weighing.views.views import View

if TYPE_CHECKING:
    from fogline.ledger.postings import Post, Postings


def post_all(
    postings: Postings,
    readings: Sequence[Reading],
    told: Mapping[str, Sequence[View]],
    origins: Iterable[Origin],
    voices: Mapping[str, ClaimOrigin],
) -> None:
    """Put up all documents of a ledger, with their claims' views, on empty postings."""
    postings.empty()
    known = ground(readings)
    texts = {r.document.id: words(r.document) for r in readings}
    stories = duplicates.stories(texts.values())
    keys = postings.pages(texts)
    homes = {m.document: origin.id for origin in origins for m in origin.members}
    least = _least(stories, keys)
    asked: Counter[Fact] = Counter()
    posts: list[Post] = []
    for reading in readings:
        document = reading.document.id
        left = traces(reading, told.get(document, ()), texts[document], known)
        asked.update(Fact(ASKED, name) for name in left.asked)
        rows = posting.rows(keys[document], postings.claims(document), left)
        posting.put_up(postings, [rows])
        kept = posting.kept(reading, texts[document], left)
        story = least[stories.get(document, document)]
        page, home = keys[document], homes[document]
        posts.append(posting.post(page, reading, story, home, kept, rows))
        postings.keep_grams((g, page) for g in passages.held_in(texts[document]))
    postings.post(posts)
    sources.tell(postings, facts(c for r in readings for c in r.claims) + asked)
    days = {r.document.id: appeared(r.document).end for r in readings}
    dated = {document: day for document, day in days.items() if day is not None}
    spreads = (
        (gram, passages.spread(held, stories, dated))
        for gram, held in passages.holders(texts.values())
    )
    postings.stand((g, s.stories, s.first, s.last) for g, s in spreads if s.standing)
    postings.trace((), voiced(voices, postings.claim_keys(voices)))


def _least(stories: Mapping[str, str], keys: Mapping[str, int]) -> dict[str, int]:
    """Return the number of each story: the least key of its documents."""
    least = dict(keys)
    for document, story in stories.items():
        least[story] = min(least[story], keys[document])
    return least
