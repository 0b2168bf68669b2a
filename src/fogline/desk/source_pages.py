"""What a source's record rests on: the documents that it publishes, and the claims on its word."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.desk.became import contested, corrected
from fogline.desk.profiles import Line, lines
from fogline.desk.snapshot import Snapshot, Told
from fogline.model import Document
from fogline.weighing.measures.wording import fold
from fogline.weighing.sources.citations import outlets

CONTROL = "CONTROL"


@dataclass(frozen=True, slots=True)
class SourceTold:
    """Claims that rest on a source's own word, in time order, and the ids of its documents.

    `corrected` and `contested` are those of its claims that are.
    """

    id: str
    documents: tuple[str, ...]
    claims: tuple[Line, ...]
    corrected: tuple[str, ...]
    contested: tuple[str, ...]


def source_told(view: Snapshot, source: str) -> SourceTold:
    """Return what an outlet (`outlet:`), author (`author:`) or cited authority tells."""
    reports = [t for t in view.told.values() if not t.is_comment]
    own = [t for t in reports if _speaks(view, t, source)]
    told = lines((t, ()) for t in own)
    return SourceTold(
        id=source,
        documents=_documents(view, source),
        claims=told,
        corrected=tuple(line.claim for line in told if line.claim in view.once(corrected)),
        contested=tuple(line.claim for line in told if line.claim in view.once(contested)),
    )


def control_claims(view: Snapshot) -> tuple[Line, ...]:
    """Return every reported claim that a place was taken, held or lost: what tenures name."""
    told = (t for t in view.told.values() if t.claim.event == CONTROL and not t.is_comment)
    return lines((t, ()) for t in told)


def outcome_claims(view: Snapshot) -> tuple[Line, ...]:
    """Return every claim that bears a forecast out, or speaks against it: what outcomes name."""
    named = dict.fromkeys(c for f in view.still.forecasts() for c in f.outcome.claims)
    return lines((view.told[c], ()) for c in named if c in view.told)


def _speaks(view: Snapshot, told: Told, source: str) -> bool:
    """Whether a claim is a source's own word and not only passed on by it."""
    voice = view.voices.get(told.claim.id)
    if voice is None or voice.key is None:
        return False
    if not voice.own:
        return voice.key == source
    return source in (voice.outlet, _author(told.document))


def _documents(view: Snapshot, source: str) -> tuple[str, ...]:
    held = [r.document for r in view.readings.values()]
    known = outlets(d.publisher for d in held if d.publisher)
    return tuple(
        d.id
        for d in held
        if source == _author(d) or (d.publisher and source == f"outlet:{known.key(d.publisher)}")
    )


def _author(document: Document) -> str | None:
    return f"author:{fold(document.author)}" if document.author else None
