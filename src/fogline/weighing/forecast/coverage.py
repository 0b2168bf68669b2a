"""Whether the ledger would know: reports from a place, or on a party, over some days and after.

That nothing is told of an event says that there was none only where somebody was telling what
happened there. The measure is stated and the same for every forecast.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from fogline.weighing.forecast.forecasts import Voices
from fogline.weighing.measures.days import Days, appeared, iso
from fogline.weighing.occurrence.slots import Slots, doer, told_slots, where
from fogline.weighing.views.views import View

REPORT_DAYS = 3  # after a window, in which what happened in it is still reported
DOCUMENTS = 3
ORIGINS = 2
AFTER = 1  # documents that appeared when the window had closed


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents of how many origins tell of a place or party in a window and after.

    `of` names them, and is empty where a forecast names nobody and no place; `within` are the days
    on which the documents appeared, and no other was looked at.
    """

    documents: int
    origins: int
    after: int
    of: str
    within: str = ""

    @property
    def enough(self) -> bool:
        """Whether silence counts as absence."""
        return self.documents >= DOCUMENTS and self.origins >= ORIGINS and self.after >= AFTER

    @property
    def reason(self) -> str:
        """The measure in words."""
        if not self.of:
            return "it names nobody and no place to look for"
        found = f"found {_counted(self.documents, 'document')} on {self.of}{self.within}"
        whose = f" of {_counted(self.origins, 'origin')}, {self.after} of them after the window"
        least = f"{DOCUMENTS} documents of {ORIGINS} origins, {AFTER} of them after the window"
        alone = f"silence counts only with at least {least}"
        return f"{found}{whose if self.documents else ''}; {alone}"


def coverage(
    asked: Slots, days: Days, told: Iterable[View], voices: Voices, own: Set[str] = frozenset()
) -> Coverage:
    """Return the coverage of a forecast's places, or of its doers where it names none.

    Only what tells of something that happened shows that somebody was telling what did; `own` are
    the documents that made the forecast.
    """
    named = asked.spots or asked.who
    reports = [v for v in told if v.standing == "happened" and v.document.id not in own]
    seen = [v for v in reports if named and _of(asked, v) and _in(days, v)]
    late = {v.page for v in seen if _after(days, v)}
    homes = {_home(v, voices) for v in seen}
    parties = (s.name for s in asked.spots) if asked.spots else (p.name for p in asked.who)
    of = " and ".join(dict.fromkeys(parties))
    return Coverage(len({v.page for v in seen}), len(homes), len(late), of, _within(days))


def _within(days: Days) -> str:
    """Return in words when a document must have appeared to be counted: "found 0 documents on
    Orlin" says nothing of those before and after.
    """
    if days.start is None or days.end is None:
        return ""
    last = iso(days.end + REPORT_DAYS)
    return f" published from {iso(days.start)} to {last} ({REPORT_DAYS} days after the window)"


def _counted(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _of(asked: Slots, v: View) -> bool:
    told = told_slots(v)
    if asked.spots:
        return bool(told.spots) and where(asked, told) == "same"
    return bool(told.actors or told.recipients) and "same" in (
        doer(asked, told),
        doer(asked, _turned(told)),
    )


def _turned(told: Slots) -> Slots:
    return Slots(told.event, told.mode, told.recipients, told.actors, told.places, told.spots)


def _in(days: Days, v: View) -> bool:
    """Say whether a report appeared in a window or shortly after, and tells of nothing older."""
    out = appeared(v.document)
    if out.start is None or out.end is None or days.start is None or days.end is None:
        return False
    old = v.days.end is not None and v.days.end < days.start
    return days.start <= out.start and out.end <= days.end + REPORT_DAYS and not old


def _after(days: Days, v: View) -> bool:
    out = appeared(v.document).start
    return out is not None and days.end is not None and out > days.end


def _home(v: View, voices: Voices) -> str:
    voice = voices.get(v.claim.id)
    return voice.home if voice else v.document.id
