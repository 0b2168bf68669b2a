"""Measure where the heads are trusted over the rules: `python -m training.claims.tune FOLDER`
writes model/trust.json.

The folder holds documents that the run has not seen (`training.joint` lists them in its
unseen.txt), never those that are kept apart. One threshold after another is moved to where claims
come out best, until no move helps.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from bench import claims, scoring
from bench.scoring import Gold
from fogline.model import Document
from fogline.reading import language, reconciling
from fogline.reading.language import Doc, Language
from fogline.reading.reader import Reader
from fogline.reading.reconciling import Trust
from fogline.settings import Settings

STEPS: Final = (
    0.02,
    0.05,
    0.1,
    0.15,
    0.2,
    0.25,
    0.3,
    0.35,
    0.4,
    0.45,
    0.5,
    0.55,
    0.6,
    0.7,
    0.8,
    0.9,
)


class Remembering(Language):
    """A language model that parses each text once."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, threads=2)
        self._docs: dict[str, Doc] = {}

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield the parsed texts, from memory where they have been parsed before."""
        for text in texts:
            if text not in self._docs:
                self._docs[text] = self.parse(text)
            yield self._docs[text]


def worth(report: dict[str, Any]) -> float:
    """One figure for how good claims are: found, right in every slot, right where it is hard."""
    hard = [share for share in report["hard"].values() if share is not None]
    slots = ("actors", "recipients", "places", "when", "attribution", "mode", "status", "certainty")
    found = sum(report[slot] or 0.0 for slot in slots) / len(slots)
    return float(
        2 * report["detection"]["f1"]
        + 2 * report["all_slots_right"]
        + sum(hard) / len(hard)
        + found
    )


class Trial:
    """Gold documents and the reader that is tried on them."""

    def __init__(self, gold: tuple[Gold, ...], reader: Reader, documents: list[Document]) -> None:
        self.gold, self.reader, self.documents = gold, reader, documents

    def report(self, trust: Trust) -> dict[str, Any]:
        """Score the reading under some thresholds."""
        reconciling.trust = lambda: trust  # type: ignore[assignment]
        readings = {str(r.document.input_id): r for r in self.reader.pipe(self.documents)}
        return scoring.report([scoring.mark(g, readings.get(g.name)) for g in self.gold])


def climb(trial: Trial, trust: Trust, rounds: int) -> Trust:
    """Move one threshold after another to the best of its neighbours until nothing is gained."""
    best = worth(trial.report(trust))
    print(f"start {best:.4f}", flush=True)
    for _ in range(rounds):
        before = best
        for name, now in asdict(trust).items():
            at = min(range(len(STEPS)), key=lambda i: abs(STEPS[i] - now))
            for step in (at - 2, at - 1, at + 1, at + 2):
                if not 0 <= step < len(STEPS):
                    continue
                other = replace(trust, **{name: STEPS[step]})
                found = worth(trial.report(other))
                if found > best + 1e-4:
                    best, trust = found, other
            print(f"{name} {getattr(trust, name)} {best:.4f}", flush=True)
        if best - before < 1e-3:
            break
    return trust


def main() -> None:
    """Climb, print, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path, help="folder of gold files that the heads have not seen")
    asked.add_argument("--rounds", type=int, default=2)
    asked.add_argument("--most", type=int, default=120, help="documents to measure on")
    options = asked.parse_args()
    gold = scoring.load(options.gold)[: options.most]
    documents = list(claims.taken_in(gold, Settings()))
    trial = Trial(gold, Reader(Remembering(language.MODEL)), documents)
    trust = climb(trial, reconciling.trust(), options.rounds)
    target = language.MODEL / "trust.json"
    target.write_text(json.dumps(asdict(trust), indent=1) + "\n", encoding="utf-8")
    report = trial.report(trust)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
