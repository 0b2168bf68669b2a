"""Saying on standard error of what was stated that it does not count, or was not taken.

Of a long run the first few are told; each document's own warnings say the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import typer

from fogline.cli.faults import as_json, tell
from fogline.cli.shown import shown
from fogline.errors import Refused
from fogline.export import worded
from fogline.intake.stated import disputed
from fogline.model import Reading

if TYPE_CHECKING:
    from fogline.pipeline import Known, Outcome

TOLD: Final = 5  # of each kind in one run
REMEDY: Final = (
    "what is in the ledger is never edited; a publisher or title that is wrong there is set right "
    "by `fogline correct {}`"
)


class Statements:
    """What was told so far of one run's statements; `placed` says where an item was listed."""

    def __init__(self, placed: Callable[[str], str] = str) -> None:
        self._placed = placed
        self._disputed = self._not_taken = 0

    def of(self, outcome: Outcome) -> None:
        """Tell of an outcome what became of what was stated, if that is not what was asked for."""
        from fogline.pipeline import Known

        if isinstance(outcome, Reading):
            self._of_reading(outcome)
        elif isinstance(outcome, Known) and outcome.not_taken:
            self._of_known(outcome)

    def _of_reading(self, reading: Reading) -> None:
        for warning in () if as_json.get() else disputed(reading.document):
            self._disputed += 1
            if self._disputed <= TOLD:
                _say(f"{worded.name(reading.document)}: {warning}")
            elif self._disputed == TOLD + 1:
                _say("more such documents follow; the warnings of each say so")

    def _of_known(self, known: Known) -> None:
        self._not_taken += 1
        if self._not_taken <= TOLD or as_json.get():
            name = self._placed(known.capture.name)
            remedy = REMEDY.format(known.capture.id)
            tell(Refused(name, "not-taken", known.not_taken, remedy=remedy))
        elif self._not_taken == TOLD + 1:
            _say("more such inputs follow; they are counted at the end")


def _say(words: str) -> None:
    typer.echo(shown(f"fogline: {words}"), err=True)
