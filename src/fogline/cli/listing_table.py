"""Rows of `events`, `origins`, `forecasts` ... as a person reads them in a terminal.

One function a kind, in `KINDS`: it gives what stands at the left, and the lines at the right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fogline.cli import quoting
from fogline.cli.counted import counted
from fogline.cli.shown import shown
from fogline.desk.cards import named
from fogline.desk.snapshot import Told
from fogline.desk.wording import TOWARDS, besides, chain, inside, led, names, phrase, pointed
from fogline.export.worded import days
from fogline.model import Claim, Document, Event, Mention, to_dict
from fogline.weighing.decisions import READ_BY, in_force
from fogline.weighing.measures.estimates import figure
from fogline.weighing.moments import instant

if TYPE_CHECKING:
    from fogline.conclusions import Still

Row = dict[str, Any]
Line = tuple[str | Text, str]  # words and their style, or words that have theirs
Lines = Sequence[Line]
Titles = Mapping[str, str]
OUTCOMES = {
    "open": "cyan",
    "borne-out": "green",
    "borne-out-late": "yellow",
    "borne-out-in-part": "yellow",
    "not-borne-out": "red",
    "cannot-tell": "magenta",
}


def print_rows(
    kind: str,
    rows: Sequence[Row],
    still: Still,
    limit: int,
    console: Console | None = None,
    order: Order | None = None,
) -> None:
    """Print rows of one kind in order, else what matters first; as of when stands above."""
    out = console or Console(highlight=False)
    at = still.standing.at
    noun = {"control": "place"}.get(kind, kind.removesuffix("s"))
    cut = f", {limit} shown (--limit)" if len(rows) > limit else ""
    when = f"as of {at.at:%Y-%m-%d %H:%M} UTC ({at.clock}){_decided_since(still)}"
    out.print(Text(f"{counted(len(rows), noun)}{cut}, {when}"))
    if kind == "control":
        out.print(_left_out(still), end="")
    titles = {r.document.id: _title(r.document) for r in still.readings()}
    titles |= {c.id: chain(c, r.document) for r in still.readings() for c in r.claims}
    claims = {c.id: c for r in still.readings() for c in r.claims}
    usual, told = KINDS[kind]
    listed = sorted(rows, key=order or usual)[:limit]
    titles |= _named(listed, still) if kind == "events" else {}
    table = Table(box=None, expand=True, padding=(0, 2, 1, 0), show_header=False)
    table.add_column(width=16)
    table.add_column(ratio=1)
    for row in listed:
        claim = claims.get(row.get("claim", ""))
        left, lines = told(_worded(row, claim) | _pointed(row, claim), titles)
        table.add_row(lined(left), lined(lines))
    out.print(table)


def _named(rows: Sequence[Row], still: Still) -> dict[str, str]:
    """Return what the desk calls the events of some rows, by id, where claims of them are held."""
    events = {event.id: event for event in still.events()}
    pages = {r.document.id: r.document for r in still.readings()}
    held = {c.id: (r.document.id, c) for r in still.readings() for c in r.claims}
    found: dict[str, str] = {}
    for event in (events[row["id"]] for row in rows):
        # Where rows need no claims, those of the events that are shown are looked up one by one.
        told = (held.get(claim) or still.ledger.claim(claim) for claim in event.claims)
        tellings = [_told(claim, pages[page]) for page, claim in filter(None, told)]
        found |= {event.id: named(event, tellings).line} if tellings else {}
    return found


def _told(claim: Claim, page: Document) -> Told:
    part = next(part for part in page.parts if part.id == claim.part)
    return Told(claim, page, part, None, None)


def _left_out(still: Still) -> Text:
    """Return how many claims of control give no place a holder, and why; empty where all do."""
    found = still.standing.uncontrolled
    if not found:
        return Text()
    number = counted(sum(n for _, n in found), "claim")
    why = "; ".join(f"{n} {reason}" for reason, n in found)
    return Text(f"{number} of control left out: {why}\n", style="yellow")


def _decided_since(still: Still) -> str:
    """Say whether what people decided after the moment counts, as it does where none is asked."""
    at, heeded = still.standing.at, {judgement.id for judgement in still.judgements()}
    since = {
        judgement.id
        for judgement in in_force(still.ledger.judgements())
        if judgement.kind not in READ_BY and instant(judgement.at) > at.at
    }
    told = (("with", since & heeded), ("without", since - heeded))
    return "".join(f", {how} {counted(len(n), 'decision')} made since" for how, n in told if n)


def _worded(told: Any, claim: Claim | None) -> Any:
    """Return a row in which whoever a rule names is called as in any line of the desk.

    Loaded words are neutral there, and a number keeps the bound of its sentence.
    """
    if claim is None or not isinstance(told, dict | list):
        return told
    if isinstance(told, list):
        return [_worded(item, claim) for item in told]
    if {"text", "name"} <= told.keys():
        mention = Mention(told["text"], told.get("start"), name=told["name"])
        return told | {"name": names([mention], claim.loaded, claim.sentence)[0]}
    return {key: _worded(value, claim) for key, value in told.items()}


def _pointed(row: Row, claim: Claim | None) -> Row:
    """Return a row's words, and where in them the one stands that its claim was read from."""
    if "words" not in row:
        return {}
    words = " ".join(row["words"].split())
    return {"pointed": pointed(claim) if claim else (words, (0, 0))}


def lined(lines: Iterable[Line]) -> Text:
    """Return lines of words in their styles as one text, safe to print."""
    text = Text()
    for n, (words, style) in enumerate(lines):
        text.append("\n" if n else "")
        text.append(words if isinstance(words, Text) else Text(shown(words), style=style))
    return text


def _title(document: Any) -> str:
    return f"{document.publisher or 'unnamed publisher'}: {document.title or document.id}"


def event_lines(event: Event, still: Still) -> Lines:
    """Return what is told of an event by itself: when, what, its conflicts, grade and counts."""
    row = to_dict(event)
    left, lines = _events(row, _named([row], still))
    return [*left, *lines]


def _events(row: Row, names: Titles) -> tuple[Lines, Lines]:
    left = [(days(row["when"]["start"], row["when"]["end"]) or "undated", "")]
    grade = row["credibility"]
    over_who = any(c["type"] == "blame" and c["state"] == "open" for c in row["contradictions"])
    line = names.get(row["id"]) or _what(row | {"actors": []} if over_who else row)
    lines: list[Line] = [(line, "bold")]
    for conflict in row["contradictions"]:
        lines.append(_conflict(conflict))
    lines.append((f"credibility {grade['grade']}: {grade['reason']}", ""))
    lines.append((_counts(row), "cyan"))
    known = f"{row['id']} ({row['claims'][0]}{', ...' if row['claims'][1:] else ''})"
    return left, [*lines, (row["reason"], "dim"), (known, "dim")]


def _origins(row: Row, titles: Titles) -> tuple[Lines, Lines]:
    root = titles.get(row["root"] or "", "its root is not in the ledger")
    lines = [(root, "bold")]
    for member in row["documents"]:
        if member["id"] != row["root"]:
            name = titles.get(member["id"], member["id"])
            sure = f"{member['confidence']:.0%}"
            lines.append((f"{member['relation']}: {name} ({member['evidence']}, {sure})", ""))
    lines.append((row["id"], "dim"))
    return [(counted(len(row["documents"]), "document"), "cyan")], lines


def _forecasts(row: Row, titles: Titles) -> tuple[Lines, Lines]:
    outcome = row["outcome"]
    said = days(row["said"]["earliest"], row["said"]["latest"])
    left = [(said or "undated", ""), (outcome, OUTCOMES[outcome])]
    lines: list[Line] = [(_asked(row["rule"]), "bold"), (quoting.told(*row["pointed"]), "")]
    lines.append((titles.get(row["claim"], row["claim"]), "dim"))
    sure = f", {row['confidence']} confidence" if row["confidence"] else ""
    lines.append((f"{_window(row['window'])}; stated {_likelihood(row)}{sure}", ""))
    lines += _corrections(row)
    differs = f" (differs in {', '.join(row['differs_in'])})" if row["differs_in"] else ""
    lines.append((f"{row['reason']}{differs}", OUTCOMES[outcome]))
    origins = counted(row["origins"], "independent origin")
    lines.append((f"{counted(len(row['repeats']), 'repeat')}, {origins}", "cyan"))
    return left, [*lines, (row["id"], "dim")]


def _asked(rule: Row) -> str:
    """Return in words what would bear a forecast out."""
    denied = "not: " if rule["polarity"] == "negative" else ""
    named = {"actors": _names(rule["actors"]), "recipients": _names(rule["recipients"])}
    return denied + _what(rule | named)


def _likelihood(row: Row) -> str:
    """Return how likely a forecast says it is, with the figure where it gives one."""
    given = figure(row["probability"], row["words"])
    return f"{row['likelihood']} ({given})" if given else str(row["likelihood"])


def _window(window: Row) -> str:
    until = days(window["start"], window["end"]) if window["basis"] == "stated" else ""
    return f"window {until or window['basis']}"


def _corrections(row: Row) -> Lines:
    """Return a line for each correction, and what was recorded before any."""
    found = row["corrections"]
    first = [row["recorded"]] if found else []
    told: list[Line] = [
        (f"recorded: {_asked(f['rule'])}; {_window(f['window'])}", "dim") for f in first
    ]
    for put_right in found:
        day = (put_right["recorded_at"] or "")[:10]
        says = f"{_asked(put_right['rule'])}; {_window(put_right['window'])}"
        line = f"corrected by {put_right['by']} on {day} ({put_right['note']}): {says}"
        told.append((line, "yellow"))
    return told


def _contradictions(row: Row, titles: Titles) -> tuple[Lines, Lines]:
    left = [(row["type"], ""), (row["state"], "red" if row["state"] == "open" else "green")]
    where = ", ".join(dict.fromkeys(p["name"] or p["text"] for p in row["places"]))
    lines = [(" · ".join(filter(None, (where, row["reason"]))), "bold")]
    for turn in row["history"]:
        who = titles.get(turn["claim"], turn["claim"])
        lines.append((f"{turn['day'] or 'undated'}: {who}: {turn['says']}", ""))
    return left, lines


def _control(row: Row, _: Titles) -> tuple[Lines, Lines]:
    lines = []
    for tenure in row["intervals"]:
        mark = "contested: " if tenure["contested"] else ""
        end = tenure["end"] or "no end told"
        holder = f"{tenure['holder']} ({tenure['part']} it)" if tenure["part"] else tenure["holder"]
        words = f"{tenure['start'] or 'undated'} to {end}: {mark}{holder}"
        lines.append((words, "red" if mark else "bold"))
        lines.append((tenure["reason"], "dim"))
    return [(row["place"]["name"] or row["place"]["text"], "")], lines


def _sources(row: Row, _: Titles) -> tuple[Lines, Lines]:
    grade, firm, score = row["reliability"], row["firm"], row["brier"]
    lines = [(row["name"], "bold"), (f"reliability {grade['grade']}: {grade['reason']}", "")]
    for what in ("forecasts", "carried"):
        told = ", ".join(f"{n} {kind}" for kind, n in row[what].items())
        lines += [(f"{what}: {told}", "")] if told else []
    if score:
        low, high = score["interval"]
        lines.append(
            (f"Brier {score['score']:.2f} ({low:.2f} to {high:.2f}), {score['n']} scored", "")
        )
    results = (f"{firm[name]} {name}" for name in ("corroborated", "contradicted", "corrected"))
    lines.append((f"firm claims on {counted(firm['claimed'], 'event')}: {', '.join(results)}", ""))
    origin = f"origin of {row['as_origin']}, copy {row['as_copy']}"
    return [(row["kind"], "")], [
        *lines,
        (f"{counted(row['documents'], 'document')}: {origin}", "cyan"),
        (row["id"], "dim"),
    ]


def _what(row: Row) -> str:
    """Return a category and mode in words with who, whom and where."""
    words = phrase(row["event"], row["mode"])
    slots = (
        (words.actor_word, besides(words, row["actors"])),
        (words.recipient_word, row["recipients"]),
        *_led(words.place_word, row),
    )
    return " ".join((words.phrase, *(f"{word} {_list(names)}" for word, names in slots if names)))


def _led(word: str, row: Row) -> Iterator[tuple[str, list[str]]]:
    """Yield the places of a row by the word that leads to them: "in Brask", "towards Orlin"."""
    places: dict[str, dict[str, None]] = {}
    for place in sorted(row["places"], key=lambda place: place["role"] in TOWARDS):
        name = place["name"] or place["text"]
        places.setdefault(led(word, row["event"], place["role"], name), {})[name] = None
    yield from ((word, list(names)) for word, names in places.items())


def _names(mentions: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(m["name"] or m["text"] for m in mentions))


def _list(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"{', '.join(map(_uncapped, names[:3]))}{more}"


def _uncapped(name: str) -> str:
    """Return a name inside a line: "rebels" without a capital, "Armed Forces" with both."""
    _, _, rest = name.partition(" ")
    return name if rest[:1].isupper() else inside(name)


def _conflict(conflict: Row) -> Line:
    state = "contested" if conflict["state"] == "open" else conflict["state"]
    style = "red" if conflict["state"] == "open" else "yellow"
    return f"{state} ({conflict['type']}): {conflict['reason']}", style


def _counts(row: Row) -> str:
    counts = (
        ("documents", "document"),
        ("publishers", "publisher"),
        ("origins", "independent origin"),
    )
    return ", ".join(counted(row[name], noun) for name, noun in counts)


def _most(row: Row) -> tuple[Any, ...]:
    return -row["origins"], -row["documents"], row["id"]


def _soonest(row: Row) -> tuple[Any, ...]:
    """What is open first, then by the day on which it was said, the latest first."""
    day = row["said"]["latest"] or ""
    return row["outcome"] != "open", tuple(-ord(c) for c in day), row["id"]


Tell = Callable[[Row, Titles], tuple[Lines, Lines]]
Order = Callable[[Row], tuple[Any, ...]]
KINDS: Mapping[str, tuple[Order, Tell]] = {
    "events": (_most, _events),
    "origins": (lambda row: (-len(row["documents"]), row["id"]), _origins),
    "forecasts": (_soonest, _forecasts),
    "contradictions": (
        lambda row: (row["state"] != "open", row["type"], row["id"]),
        _contradictions,
    ),
    "control": (lambda row: (row["place"]["name"] or row["place"]["text"], row["id"]), _control),
    "sources": (lambda row: (-row["documents"], row["id"]), _sources),
}
