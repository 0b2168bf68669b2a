"""The forecasts as the desk lists them: each export row with what was understood of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fogline.desk.snapshot import Snapshot
from fogline.desk.wording import phrase, summary
from fogline.export.weighed import forecasts
from fogline.model import Claim, Forecast, Rule
from fogline.weighing.measures.estimates import figure

Row = dict[str, Any]


def forecast_rows(view: Snapshot) -> Iterator[Row]:
    """Yield the export's rows; `asked` says in words what a rule is of, to come or not to come.

    `trigger` is where, in `words`, the word stands that it was read from, in code points; `figure`
    how likely it is said to be, in percent, where the words give a figure.
    """
    known = {found.entry.id: found for found in view.still.forecasts()}
    for row in forecasts(view.still):
        told = view.told.get(row["claim"])
        yield row | _understood(row, known[row["id"]], told.claim if told else None)


def _understood(row: Row, found: Forecast, claim: Claim | None) -> Row:
    first = found.recorded or found.entry
    later = zip(row["corrections"], found.corrections, strict=True)
    return {
        "asked": _asked(found.entry.rule, claim),
        "trigger": _trigger(claim) if claim else (0, 0),
        "figure": figure(found.entry.probability, found.entry.words),
        "recorded": row["recorded"] | {"asked": _asked(first.rule, claim)},
        "corrections": [told | {"asked": _asked(entry.rule, claim)} for told, entry in later],
    }


def _trigger(claim: Claim) -> tuple[int, int]:
    start = claim.sentence.start
    return claim.trigger.start - start, claim.trigger.end - start


def _asked(rule: Rule, claim: Claim | None) -> str:
    """Return what a rule is of, put as any line of the desk; its polarity stands apart."""
    if claim is None:
        return phrase(rule.event, rule.mode).phrase
    asked = replace(
        claim,
        event=rule.event,
        mode=rule.mode,
        actors=rule.actors,
        recipients=rule.recipients,
        places=rule.places,
    )
    return summary(asked).line
