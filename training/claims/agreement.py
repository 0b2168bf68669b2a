"""How far the two independent coders agree: `python -m training.claims.agreement [NAME ...]`.

The second coding is scored against the first as if it were a reading, with the scorer that scores
readings. A NAME is a folder or a packed file of `corpus/second` (`sahel`, `fakes-ab`); all of them
without one. `--faults` prints instead, a line each, where the coders differ.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterator
from dataclasses import replace

from bench import scoring
from fogline.model import (
    Casualties,
    Claim,
    Document,
    Loaded,
    Mention,
    Part,
    Place,
    Range,
    Reading,
    Source,
    Span,
    When,
)
from training import annotations, standoff
from training.claims import corpus, gold
from training.claims.corpus import Annotated, Coded


def pairs(names: Collection[str] = ()) -> Iterator[tuple[Annotated, Annotated]]:
    """Yield the documents that were coded twice: the first coding and the second."""
    first = {document.header["id"]: document for document in corpus.documents()}
    for path in sorted((corpus.FOLDER / "second").rglob("*.txt")):
        if not names or path.parent.name in names:
            again = annotations.parse(path.read_text(encoding="utf-8"))
            name = f"{path.parent.name}/{path.stem}"
            yield first[name], replace(again, header={**again.header, "id": name})
    for path in sorted((corpus.FOLDER / "second").glob("*.jsonl")):
        if not names or path.stem in names:
            for line in path.read_text(encoding="utf-8").splitlines():
                again = standoff.unpacked(json.loads(line))
                yield first[again.header["id"]], again


def reading(document: Annotated) -> Reading:
    """A coding as if it had been read."""
    parts = tuple(
        Part(f"p{n}", part.role, part.start, part.end) for n, part in enumerate(document.parts)
    )
    whole = Document(gold.name(document), document.text, parts)
    return Reading(
        whole, tuple(_claim(document, c, parts) for c in document.claims), "second coder"
    )


def _claim(document: Annotated, coded: Coded, parts: tuple[Part, ...]) -> Claim:
    text = document.text

    def words(span: annotations.Span) -> str:
        return text[slice(*span)]

    part = next(p for p in parts if p.start <= coded.trigger[0] < p.end)
    day = coded.days
    calendar = day is not None and "-" in day[0][1:]
    when = When(
        None,
        day[0] if day and calendar else None,
        day[1] if day and calendar else None,
        (float(day[0]), float(day[1])) if day and not calendar else None,
    )
    return Claim(
        id="",
        part=part.id,
        sentence=Span(*coded.sentence, words(coded.sentence)),
        trigger=Span(*coded.trigger, words(coded.trigger)),
        event=coded.event,
        mode=coded.mode,
        actors=tuple(Mention(words(s)) for s in coded.actors),
        recipients=tuple(Mention(words(s)) for s in coded.recipients),
        places=tuple(Place(words(s)) for s in coded.places),
        when=when,
        attribution=tuple(Source(words(s), "official") for s in coded.sources),
        status=coded.status,
        polarity="negative" if coded.negative else "positive",
        certainty=coded.certainty,
        hedges=(),
        casualties=Casualties(**{kind: Range(*bounds) for kind, bounds in coded.harm.items()}),
        loaded=tuple(Loaded(words(span), neutral) for span, neutral in coded.loaded),
    )


def marked(names: Collection[str] = ()) -> Iterator[scoring.Marked]:
    """Score every second coding; what it holds as optional counts only where the first has it."""
    for first, again in pairs(names):
        wanted = scoring.of_data(gold.name(first), first.text, gold.gold(first))
        found = scoring.mark(wanted, reading(again))
        optional = {c.trigger for c in again.claims if c.optional}
        spurious = tuple(
            c for c in found.spurious if (c.trigger.start, c.trigger.end) not in optional
        )
        yield replace(found, spurious=spurious)


def main() -> None:
    """Print the agreement, or where the coders differ."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", metavar="NAME")
    asked.add_argument("--faults", action="store_true")
    options = asked.parse_args()
    unknown = set(options.names) - {path.stem for path in (corpus.FOLDER / "second").iterdir()}
    if unknown:
        asked.error(f"not in corpus/second: {', '.join(sorted(unknown))}")
    found = tuple(marked(options.names))
    if options.faults:
        print("\n".join(scoring.faults(found)))
    else:
        print(json.dumps(scoring.report(found), indent=1))


if __name__ == "__main__":
    main()
