"""Same-event linking on ECB+ (topics 1-35), on the mentions that the reader reads as triggers.

    .venv/bin/python -m bench.linking

Weighing's events over all texts at once are held against the corpus's instances, beside two
baselines: every two triggers of one lemma are one event, in the whole corpus and within the
topics that the corpus gives (which neither weighing nor the first baseline is told). MUC, B³,
CEAF by entities, and their mean, in the corpus's annotated sentences only. The weights were set
while looking at topics of odd numbers; those of even numbers are shown apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from bench.coreference import b_cubed, ceaf_e, conll, muc
from bench.ecb import DATA, Annotated, texts
from fogline import reading
from fogline.model import Claim, Reading
from fogline.reading.reader import Reader
from fogline.settings import Settings
from fogline.weighing.occurrence.clusters import clusters
from fogline.weighing.views.views import views


@dataclass(frozen=True)
class Mention:
    """A trigger that the corpus has as an action: its topic, instance, lemma."""

    topic: str
    instance: str
    lemma: str


def main() -> None:
    """Read the corpus and print the measures."""
    corpus = list(texts(DATA))
    reader = reading.load(Settings())
    readings = list(reader.pipe(text.document for text in corpus))
    mentions = dict(_mentions(corpus, readings, reader))
    events = _events(readings)
    for name, odd in (("all topics", None), ("odd topics", 1), ("even topics", 0)):
        kept = {c: m for c, m in mentions.items() if odd is None or int(m.topic) % 2 == odd}
        print(f"{name}: {len(kept)} mentions of {len({m.instance for m in kept.values()})} events")
        _print("one lemma, one event", kept, {c: m.lemma for c, m in kept.items()})
        _print("... within a topic", kept, {c: (m.topic, m.lemma) for c, m in kept.items()})
        _print("weighing", kept, {c: events[c] for c in kept})


def _events(readings: Sequence[Reading]) -> dict[str, int]:
    found = enumerate(clusters(views(readings)))
    return {v.claim.id: number for number, cluster in found for v in cluster.views}


def _mentions(
    corpus: Sequence[Annotated], readings: Sequence[Reading], reader: Reader
) -> Iterator[tuple[str, Mention]]:
    """Yield the claims whose trigger is one of the corpus's actions, one claim an action."""
    for text, found in zip(corpus, readings, strict=True):
        free = list(found.claims)
        lemmas = _lemmas(text, reader) if text.mentions else {}
        for (start, end), instance in sorted(text.mentions.items()):
            claim = next((c for c in free if c.trigger.start < end and start < c.trigger.end), None)
            if claim is not None:
                free.remove(claim)
                yield claim.id, Mention(text.topic, instance, _lemma(claim, lemmas))


def _lemmas(text: Annotated, reader: Reader) -> Mapping[int, str]:
    """Return the lemma of each word by where it starts."""
    scenes = reader.heard(text.document)
    return {
        scene.part.start + token.idx: token.lemma_.lower()
        for scene in scenes
        for token in scene.doc
    }


def _lemma(claim: Claim, lemmas: Mapping[int, str]) -> str:
    return lemmas.get(claim.trigger.start, claim.trigger.text.casefold())


def _print(name: str, mentions: Mapping[str, Mention], found: Mapping[str, Hashable]) -> None:
    key = _groups((c, m.instance) for c, m in mentions.items())
    response = _groups(found.items())
    shown = [f"{name:<22} CoNLL {conll(key, response):.3f}"]
    for label, measure in (("MUC", muc), ("B3", b_cubed), ("CEAFe", ceaf_e)):
        one = measure(key, response)
        shown.append(f"{label} {one.f1:.3f} (r {one.recall:.3f}, p {one.precision:.3f})")
    print("  " + "  ".join(shown))


def _groups(found: Iterable[tuple[str, Hashable]]) -> list[Set[Hashable]]:
    groups: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, group in found:
        groups[group].add(mention)
    return list(groups.values())


if __name__ == "__main__":
    main()
