"""How sure, and of what standing in time: words, with colour only repeating them."""

from __future__ import annotations

from rich.text import Text

CERTAINTY = {"certain": "green", "probable": "cyan", "possible": "yellow", "unknown": "magenta"}
STATUS = {
    "occurred": "green",
    "ongoing": "cyan",
    "forecast": "yellow",
    "threatened": "red",
    "hypothetical": "magenta",
}


def standing(status: str, polarity: str, certainty: str) -> Text:
    """Return status, negative polarity and certainty, a word a line, each in its colour."""
    text = Text(status, style=STATUS.get(status, ""))
    if polarity == "negative":
        text.append("\nnot so", style="bold red")
    return text.append(f"\n{certainty}", style=CERTAINTY.get(certainty, ""))
