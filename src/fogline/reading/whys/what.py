"""Why these words are a claim, of this category and mode, and how many were harmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import HARMS, Range, Span
from fogline.reading import tables
from fogline.reading.grammar import scope
from fogline.reading.learned import thresholds, values
from fogline.reading.triggers import events, modes, triggers
from fogline.reading.triggers.assertions import is_asserted
from fogline.reading.triggers.triggers import Match
from fogline.reading.whys import rows
from fogline.reading.whys.case import AGAIN, Why, decided, given, others, said

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.quantities.harm import Harm
    from fogline.reading.triggers.triggers import Entry
    from fogline.reading.whys.case import By, Case

_NEEDS: Final = {(r["kind"], r["need"]): r["told"] for r in tables.rows("triggers", "needs.csv")}
_SUPPLY: Final = "what is said to be lacking, or for how long it will last"
_UNNAMED: Final = {
    "presence": "a force that is said to be somewhere",
    "hold": "what is said to be somebody's",
}


def trigger(case: Case) -> Iterator[Why]:
    """Why the words make a claim at all, and what other words of the sentence made none."""
    claim, evidence = case.claim, case.scene.evidence
    likelihood = evidence.claim(case.anchor) if evidence is not None else None
    told = f"; the heads take it for a claim: {likelihood:.2f}" if likelihood is not None else ""
    by: By = "rule"
    if not case.candidate.match.entries:
        by = "heads"
    elif likelihood is not None and likelihood >= thresholds.measured().trigger_add:
        by = "both"
    merged = tuple(
        f"{said(word.text)}: tells of the same event, and is merged into this claim"
        for word in case.candidate.words[1:]
    )
    ruled_out = (*merged, *_silent(case))
    yield Why("trigger", claim.trigger.text, by, (claim.trigger,), f"{_met(case)}{told}", ruled_out)


def _met(case: Case) -> str:
    """Say which row knows the trigger."""
    if not case.candidate.match.entries:
        return "no row of the lexicon knows the word"
    entry = case.entry if _is_of_lexicon(case) else case.candidate.match.entries[0]
    row = rows.trigger(entry)
    if entry not in triggers.unnamed().values():
        return row
    told = _UNNAMED.get(entry.mode or "", _SUPPLY)
    return f"{told}; no word need name the event: {row}"


def _silent(case: Case) -> Iterator[str]:
    """Say of each other trigger of the sentence that became no claim why it did not."""
    scene, sentence = case.scene, case.scene.sentence(case.head)
    matches = [m for m in events.matches(scene) if m.head.i in sentence]
    heard = {w.i for c in events.candidates(matches, scene) for w in c.words}
    for match in matches:
        if match.head.i not in heard and match.head.i != case.head.i:
            words = " ".join(scene.doc[i].text for i in match.tokens)
            yield f"{said(words)}: {_unheard(match, case)}"


def _unheard(match: Match, case: Case) -> str:
    if not match.entries:
        return "the heads are not sure enough of it"
    if not any(is_asserted(match.head, entry) for entry in match.entries):
        return "only a topic, a purpose or what is asked for (triggers/assertions.py, topics.csv)"
    if not any(_fits(match, entry, case) for entry in match.entries):
        return f"no sense fits: {_wanted(match.entries[0])}"
    evidence = case.scene.evidence
    if evidence is not None and evidence.claim(match.head.i) < thresholds.measured().trigger_keep:
        return f"the heads take it for no claim ({evidence.claim(match.head.i):.2f})"
    return "another word of the sentence says it already"


def _fits(match: Match, entry: Entry, case: Case) -> bool:
    """Ask the rules whether one sense alone would make a claim."""
    return bool(events.candidates([replace(match, entries=(entry,))], case.plain))


def _wanted(entry: Entry) -> str:
    """Say what an entry asks of the words around it."""
    wants = (_need(entry.kind, *need) for need in entry.needs)
    return f"{_code(entry.event, entry.mode)} needs {' and '.join(wants) or 'nothing more'}"


def _need(kind: str, need: str, wanted: str) -> str:
    told = _NEEDS[kind, need]
    return f"{told} ({need}:{wanted})" if wanted else told


def _code(event: str, mode: str | None) -> str:
    return f"{event}/{mode}" if mode else event


def event(case: Case) -> Iterator[Why]:
    """Why this category: the first sense whose needs are met, and the senses left."""
    match, entry, likely = case.candidate.match, case.entry, case.likely("event")
    ruled = next((e for e in match.entries if _fits(match, e, case)), None)
    by = decided(entry.event, ruled.event if ruled else "", likely)
    reason = f"{_sense(ruled, case)}{given(likely, entry.event)}"
    left = (*dict.fromkeys(_other_senses(case)), *others(likely, entry.event, "no claim"))
    yield Why("event", entry.event, by, (case.claim.trigger,), reason, left)


def _sense(ruled: Entry | None, case: Case) -> str:
    entry = case.entry
    if ruled is None and case.candidate.match.entries:
        return (
            f"the heads take it for one; the rules for none: {_unheard(case.candidate.match, case)}"
        )
    if ruled is None:
        return "no rule knows the word, the heads do"
    if ruled.event != entry.event:
        return f"the heads are surer of it than of the rules' {ruled.event}"
    told = "a force in a place is a condition" if entry.mode == "presence" else "by its row"
    return f"{told}; {_wanted(entry)}" if entry.needs else told


def _other_senses(case: Case) -> Iterator[str]:
    match = case.candidate.match
    for entry in match.entries:
        if (entry.event, entry.mode) == (case.entry.event, case.entry.mode):
            continue
        if _fits(match, entry, case):
            yield f"{_code(entry.event, entry.mode)}: would fit too, but stands further down"
        else:
            yield f"{_wanted(entry)}, which is not met"


def mode(case: Case) -> Iterator[Why]:
    """Why this mode: the row, or the weapon named beside it, or the one last spoken of."""
    value, likely = case.claim.mode or "", _modes(case)
    ruled = modes.mode(case.head, case.entry, case.who, replace(case.last_weapon))
    weighed = values.mode(ruled, case.candidate, case.scene)
    by = decided(value, ruled or "", likely, silent=not ruled)
    reason, words = _by_what(case, ruled)
    if value != (weighed or ""):
        by, reason = "rule", AGAIN
    elif by == "heads":
        reason = f"the heads are surer of it than of the rules' {ruled or 'none'}"
    elif not _is_of_lexicon(case):
        by, reason = "heads", "as the heads read the word"
    reason = f"{reason}{given(likely, value)}"
    yield Why("mode", value, by, words, reason, others(likely, value, "no mode"))


def _is_of_lexicon(case: Case) -> bool:
    return case.entry in case.candidate.match.entries


def _by_what(case: Case, ruled: str | None) -> tuple[str, tuple[Span, ...]]:
    weapon = _weapon(case, ruled) if ruled != case.entry.mode else None
    if weapon is not None and ruled:
        row = rows.cited("weapons.csv", "word", weapon.lower_, "mode")
        return f"named beside it: {row or said(weapon.text)}", case.spans([weapon])
    if ruled and ruled == case.entry.mode:
        return "by its row", (case.claim.trigger,)
    if ruled and ruled == case.last_weapon.mode:
        return "the weapon that the document last spoke of", ()
    if ruled:
        return "by who moves (triggers/modes.py)", ()
    return "neither the row nor a weapon beside it says how", ()


def _weapon(case: Case, mode: str | None) -> Token | None:
    """Return the word near the trigger that stands for a mode in weapons.csv."""
    near = [case.head, *case.head.subtree, *(t for a in case.who.actors for t in a.subtree)]
    for token in near:
        row = rows.cited("weapons.csv", "word", token.lower_, "mode", lambda r: r["mode"] == mode)
        if row:
            return token
    return None


def _modes(case: Case) -> list[tuple[str, float]]:
    """Return the likelihood of each mode within the claim's category, likeliest first."""
    found = [(code.split("/"), p) for code, p in case.likely("code")]
    mine = [(mode, p) for (event, mode), p in found if event == case.entry.event]
    whole = sum(p for _, p in mine) or 1.0
    return [(mode, p / whole) for mode, p in mine]


def casualties(case: Case) -> Iterator[Why]:
    """Why so many were harmed: the word of harm, and the phrase that counts."""
    told = {name: getattr(case.claim.casualties, name) for name in HARMS}
    taken: list[Harm] = []
    for name, count in told.items():
        harm = next((h for h in case.sentence.harms if (h.kind, h.range) == (name, count)), None)
        taken += [harm] if harm is not None else []
        if count is not None:
            yield _count(name, count, harm, case)
    left = tuple(_uncounted(h, case) for h in case.sentence.harms if h not in taken)
    if not taken and left:
        yield Why("casualties", "", "default", (), "no count belongs to this trigger", left)


def _count(name: str, count: Range, harm: Harm | None, case: Case) -> Why:
    value = f"{name} {'…' if count.min is None else count.min}"
    value += "" if count.min == count.max else f" to {'…' if count.max is None else count.max}"
    if harm is None:
        return Why("casualties", value, "rule", (), "the count of the people who had to leave")
    cue = case.scene.text[harm.cue_start : harm.cue_end]
    row = rows.cited("quantities/harm.csv", "cue", " ".join(cue.lower().split()), "kind")
    return Why("casualties", value, "rule", _places_of(harm, case), row or said(cue))


def _places_of(harm: Harm, case: Case) -> tuple[Span, ...]:
    shift, text = case.scene.part.start, case.scene.text
    pairs = ((harm.start, harm.end), (harm.cue_start, harm.cue_end))
    return tuple(Span(a + shift, b + shift, text[a:b]) for a, b in pairs if a < b)


def _uncounted(harm: Harm, case: Case) -> str:
    words = said(case.scene.text[harm.start : harm.end])
    cue = case.scene.token_at(harm.cue_start)
    owner = scope.owner(cue, case.sentence.heads)
    if owner in {w.i for w in case.candidate.words}:
        return f"{words} {harm.kind}: {case.entry.event} counts none, or it is counted already"
    if owner is None:
        return f"{words} {harm.kind}: hangs below no trigger"
    return f"{words} {harm.kind}: counted with {said(case.scene.doc[owner].text)}"


def loaded(case: Case) -> Iterator[Why]:
    """Why a word counts as one that takes a side."""
    for word in case.claim.loaded:
        at = case.claim.sentence.text.casefold().find(word.text.casefold())
        start = case.claim.sentence.start + at
        where = (Span(start, start + len(word.text), word.text),) if at >= 0 else ()
        row = rows.loaded(word.text, word.neutral)
        yield Why("loaded", word.text, "rule", where, f"{row}; here: {word.neutral}")


def codes(case: Case) -> Iterator[Why]:
    """Why the codes of other datasets: the row of the category and mode."""
    claim, mode = case.claim, case.claim.mode or ""
    plover = claim.plover or {}
    values = [f"ACLED {claim.acled}"] if claim.acled else []
    values += [f"PLOVER {_code(plover['event'], plover['mode'])}"] if plover else []
    row = rows.cited(
        "codes.csv", "event", claim.event, "acled plover_event", lambda r: r["mode"] == mode
    )
    found = row or "no row of codes.csv has this category and mode; PLOVER's own name is kept"
    ahead = claim.status in {"forecast", "threatened"} or claim.polarity == "negative"
    if ahead and row:
        found += "; what is to come or did not happen has codes of its own there"
    yield Why("codes", "; ".join(values), "rule", (), found)
