"""Measure where the heads are trusted over the rules: `python -m training.claims.tune FOLDER ...`
writes model/trust.json.

The folders hold documents that the run has not seen (`training.joint` lists them in its
unseen.txt), never those that are kept apart. One threshold after another is moved to where claims
come out best, until no move helps.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from bench import claims, scoring
from bench.scoring import Gold
from fogline.model import Claim, Document, Reading
from fogline.reading import language
from fogline.reading.claims import PartReader
from fogline.reading.learned import thresholds
from fogline.reading.learned.thresholds import Trust
from fogline.reading.reader import Reader
from fogline.reading.scene import Scene
from fogline.reading.version import version
from fogline.settings import Settings

STEPS: Final = (0.02, *(n / 20 for n in range(1, 13)), 0.7, 0.8, 0.85, 0.9, 0.95)


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
    """Gold documents, parsed and weighed once, whose claims are read under some thresholds."""

    def __init__(self, gold: tuple[Gold, ...], reader: Reader, documents: list[Document]) -> None:
        self.gold = gold
        read = [reading.document for reading in reader.pipe(documents)]
        self.scenes = [(document, [*reader.scenes(document)]) for document in read]

    def report(self, trust: Trust) -> dict[str, Any]:
        """Score the reading under some thresholds."""
        thresholds.measured = lambda: trust  # type: ignore[assignment]
        readings = {
            str(d.input_id): Reading(d, claims_of(scenes), version()) for d, scenes in self.scenes
        }
        return scoring.report([scoring.mark(g, readings.get(g.name)) for g in self.gold])


def claims_of(scenes: list[Scene]) -> tuple[Claim, ...]:
    """The claims of a document's weighed parts."""
    reader = PartReader()
    return tuple(claim for scene in scenes for claim in reader.read(scene))


def climb(trials: list[Trial], trust: Trust, rounds: int) -> Trust:
    """Move one threshold after another to the best of its neighbours until nothing is gained."""
    best = mean(trials, trust)
    print(f"start {best:.4f}", flush=True)
    for _ in range(rounds):
        before = best
        for name, now in asdict(trust).items():
            at = min(range(len(STEPS)), key=lambda i: abs(STEPS[i] - now))
            for step in (at - 2, at - 1, at + 1, at + 2):
                if not 0 <= step < len(STEPS):
                    continue
                other = replace(trust, **{name: STEPS[step]})
                found = mean(trials, other)
                if found > best + 1e-4:
                    best, trust = found, other
            print(f"{name} {getattr(trust, name)} {best:.4f}", flush=True)
        if best - before < 1e-3:
            break
    return trust


def mean(trials: list[Trial], trust: Trust) -> float:
    """How good claims are under some thresholds, every folder of gold counting alike."""
    return sum(worth(trial.report(trust)) for trial in trials) / len(trials)


def main() -> None:
    """Climb, print, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("gold", type=Path, nargs="+", help="gold files that the heads have not seen")
    asked.add_argument("--rounds", type=int, default=2)
    options = asked.parse_args()
    reader = Reader(language.load(2))
    trials = []
    for folder in options.gold:
        gold = scoring.load(folder)
        trials.append(Trial(gold, reader, list(claims.taken_in(gold, Settings()))))
    trust = climb(trials, thresholds.measured(), options.rounds)
    target = language.MODEL / "trust.json"
    target.write_text(json.dumps(asdict(trust), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
