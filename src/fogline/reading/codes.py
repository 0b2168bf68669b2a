"""The codes that other event datasets give a category and mode: ACLED sub-event, PLOVER (data:
codes.csv).
"""

from __future__ import annotations

from typing import Any, Final

from fogline.reading.tables import rows

_ROWS: Final = list(rows("codes.csv"))
_TABLE: Final = {(row["event"], row["mode"]): row for row in _ROWS if not row["standing"]}
_ANNOUNCED: Final = {
    (row["event"], row["mode"], row["standing"]): row["plover_event"]
    for row in _ROWS
    if row["standing"]
}
_AHEAD: Final = frozenset({"forecast", "threatened"})


def acled(event: str, mode: str | None, actor_kind: str | None) -> str | None:
    """Return the ACLED sub-event type where one fits, None elsewhere.

    CONTROL gain has two, told apart by who gains; without a known kind of actor neither is given.
    """
    row = _TABLE.get((event, mode or ""))
    if row is None or not row["acled"]:
        return None
    options = row["acled"].split("|")
    if len(options) == 1:
        return options[0]
    return {"official": options[0], "armed-group": options[1]}.get(actor_kind or "")


def plover(
    event: str,
    mode: str | None,
    status: str = "occurred",
    polarity: str = "positive",
    *,
    own: bool = False,
) -> dict[str, Any] | None:
    """Return the PLOVER category, mode and context that a claim falls back to, None where none
    fits.

    PLOVER takes what is still to come for words: help that is announced for AGREE, help that will
    not come for REJECT, and force for THREATEN where it is announced as one's `own`.
    """
    if word := _announced(event, mode, status, polarity, own=own):
        return {"event": word, "mode": None, "context": []}
    row = _TABLE.get((event, mode or "")) or _TABLE.get((event, ""))
    if row is None:
        return {"event": event, "mode": mode, "context": []}
    if not row["plover_event"]:
        return None
    exact = row["mode"] == (mode or "")
    context = [row["plover_context"]] if row["plover_context"] else []
    return {
        "event": row["plover_event"],
        "mode": (row["plover_mode"] or None) if exact else mode,
        "context": context,
    }


def _announced(
    event: str, mode: str | None, status: str, polarity: str, *, own: bool
) -> str | None:
    """Return what PLOVER calls a deed that is only announced or refused; None of what was done."""
    standing = _standing(status, polarity)
    for key in ((event, mode or "", standing), (event, "", standing)):
        word = _ANNOUNCED.get(key)
        if word and (word != "THREATEN" or own or status == "threatened"):
            return word
    return None


def _standing(status: str, polarity: str) -> str:
    if polarity == "negative":
        return "refused" if status in _AHEAD else "unmet"
    return "announced" if status in _AHEAD else ""
