"""What people decided over claims, in words, for the claims' own pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from fogline.export import worded
from fogline.model import Judgement

WORDS = {
    "rejected": "Rejected",
    "corrected": "Proved wrong and put right",
    "same-event": "Put together with others as one event",
    "not-same-event": "Kept apart from others as another event",
}


def decided(
    judgements: Iterable[Judgement], carried: Mapping[str, str | None]
) -> dict[str, tuple[str, ...]]:
    """Return what was decided over each claim, the earliest first, by the id it has today; of what
    was revoked also by whom and why.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for made in sorted(judgements, key=lambda j: (j.at, j.id)):
        for subject in made.subjects if made.kind in WORDS else ():
            found[carried.get(subject) or subject].append(_told(made))
    return {claim: tuple(words) for claim, words in found.items()}


def _told(made: Judgement) -> str:
    words = f"{WORDS[made.kind]} by {made.by} on {made.at[:10]}: {made.reason}"
    return "; ".join(filter(None, (words, worded.revoked(made))))
