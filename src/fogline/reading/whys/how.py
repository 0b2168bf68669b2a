"""Why a claim has its standing: when, in what status, denied or not, how surely."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Published, Span, When
from fogline.reading.factuality import certainty as hedging
from fogline.reading.factuality import odds, polarity, standing
from fogline.reading.grammar.scope import auxiliaries, governors, predicate
from fogline.reading.times import moments
from fogline.reading.times.expressions import matches
from fogline.reading.whys import rows
from fogline.reading.whys.case import AGAIN, WORTH_TELLING, Why, decided, given, others, said

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.whys.case import By, Case

_TENSES: Final = {
    "VBD": "the past tense", "VBN": "a participle", "VBG": "an -ing form", "VB": "an infinitive",
    "VBZ": "the present tense", "VBP": "the present tense",
}  # fmt: skip
_BUILT: Final = "the sentence as it is built denies it, not one word of negations.csv"
_CONDITIONS: Final = frozenset({"if", "unless", "lest"})


def status(case: Case) -> Iterator[Why]:
    """Why it occurred, goes on, lies ahead, is threatened or supposed."""
    value, headline = case.claim.status, case.scene.part.role == "headline"
    ruled = standing.status(case.head, case.entry, headline=headline)
    likely = case.likely("status")
    words, reason = _moved(case, ruled)
    by = decided(value, ruled, likely, silent=not words)
    if by == "heads":
        reason = f"the heads are surer of it than of the rules' {ruled} ({reason})"
    reason = f"{reason}{given(likely, value)}"
    yield Why("status", value, by, case.spans(words), reason, others(likely, value))


def _moved(case: Case, ruled: str) -> tuple[list[Token], str]:
    """Return the words that give a status, and why: those of standing.csv before the tense."""

    def gives(row: rows.Fields) -> bool:
        return row["status"] == ruled and row["moves"] == "yes"

    near = _way(case.head)
    if ruled == "hypothetical" and (marks := [t for t in near if t.lower_ in _CONDITIONS]):
        return marks, "stands under a condition"
    for token in near:
        row = rows.known("standing.csv", "word", token, "status", gives)
        if row:
            return [token], row
    modal = next((t for t in near if t.lower_ in {"may", "might", "could", "can"}), None)
    if ruled in {"forecast", "hypothetical"} and modal is not None:
        return [modal], f"{said(modal.text)} stands before it, of what is not yet so"
    verb = predicate(case.head)
    tense = _TENSES.get(verb.tag_)
    if tense is None:
        return [], "no verb carries it, and no word above it moves it"
    return [verb], f"{said(verb.text)}: {tense}, and no word above it moves it"


def _way(trigger: Token) -> list[Token]:
    """Return the words on the way up from the trigger, with what hangs on each, nearest first."""
    steps = [step.token for step in governors(trigger)]
    found = [t for step in steps for t in (step, *auxiliaries(step), *step.children)]
    marks = [c for step in steps for child in step.children for c in child.children]
    near = {t.i: t for t in (*found, *marks) if t.i != trigger.i}
    return list(near.values())


def polar(case: Case) -> Iterator[Why]:
    """Why it is said to be so, or not to be so."""
    value, likely = case.claim.polarity, case.likely("polarity")
    ruled = "negative" if polarity.is_negative(case.head, case.links) else "positive"
    found = _negations(case, "yes")
    if ruled == "negative":
        found = found or _negations(case, "beside") or _negations_about(case)
    left = others(likely, value)
    if ruled == "positive":
        near = (f"{row}: does not reach it, or another one cancels it" for row in found.values())
        found, left = {}, (*near, *left)
    by = decided(value, ruled, likely, silent=ruled == "positive")
    unsaid = _BUILT if ruled == "negative" else "nothing on the way up negates it"
    reason = "; ".join(dict.fromkeys(found.values())) or unsaid
    if by == "heads":
        reason = f"the heads are surer of it than of the rules' {ruled} ({reason})"
    words = case.spans(case.scene.doc[i] for i in found)
    yield Why("polarity", value, by, words, f"{reason}{given(likely, value)}", left)


def _negations(case: Case, moves: str) -> dict[int, str]:
    """Return the rows by which words negate, alone ("yes") or only beside others, by the words'
    places; the trigger itself does by telling of safety or of a truce that is not kept.
    """
    asked = [(case.head, "itself" if moves == "yes" else moves)]
    asked += [(token, moves) for token in _way(case.head)]
    return {token.i: row for token, how in asked if (row := _negation(token, how))}


def _negations_about(case: Case) -> dict[int, str]:
    """Return the rows of the words anywhere in the sentence that negate alone or beside others,
    for what denies an account may stand far from what it tells of.
    """
    about = [t for t in case.tokens() if t.i != case.head.i]
    found = [{t.i: row for t in about if (row := _negation(t, how))} for how in ("yes", "beside")]
    return {i: f"{row}, of what it is told in" for i, row in (found[0] or found[1]).items()}


def _negation(token: Token, moves: str) -> str:
    if token.pos_ == "ADP" and token.lower_ != "without":
        return ""
    return rows.known("negations.csv", "word", token, "kind", lambda r: r["moves"] == moves)


def certainty(case: Case) -> Iterator[Why]:
    """Why so sure: the weakest hedge between the trigger and whoever stands by the words."""
    value, likely = case.claim.certainty, case.likely("certainty")
    sure = hedging.weigh(case.candidate.words, case.links)
    told = [(t, _hedge(t)) for t in sure.words]
    deciding = [row for _, row in told if row.endswith(sure.value)]
    by = decided(value, sure.value, likely, silent=not told)
    reason = "no hedge between the trigger and whoever says it"
    if told:
        reason = "; ".join(dict.fromkeys(deciding)) or f"hedged by {said(sure.words[0].text)}"
    if by == "heads":
        reason = f"the heads are surer of it than of the rules' {sure.value} ({reason})"
    milder = tuple(f"{row}: a weaker word decides" for _, row in told if row not in deciding)
    yield Why(
        "certainty", value, by, case.claim.hedges, f"{reason}{given(likely, value)}",
        (*milder, *others(likely, value)),
    )  # fmt: skip


def _hedge(token: Token) -> str:
    if (figured := odds.stated(token)) is not None:
        return f"the figures beside {said(token.text)} → {figured[0]}"
    if (size := odds.sized(token)) is not None:
        return f"how big {said(token.text)} is said to be → {size[0]}"
    row = rows.known("hedges.csv", "hedge", token, "certainty")
    return row or f"{said(token.text)} hedges it"


def when(case: Case) -> Iterator[Why]:
    """Why this time: the expression, the day it is counted from, and the times left."""
    time = case.claim.when
    ruled = moments.moment(case.candidate, case.claim.status, case.plain)
    weighed = moments.moment(case.candidate, case.claim.status, case.scene)
    entity = _telling(time, case)
    by: By = "rule"
    likelihood = None if entity is None else _likelihood(entity, case)
    told_again = time != weighed
    if time != ruled and not told_again:
        by = "heads"
    elif entity is None and time.basis in {"default", "none"}:
        by = "default"
    elif likelihood is not None and likelihood >= 0.5:
        by = "both"
    told = "" if likelihood is None else f"; the heads give it {likelihood:.2f}"
    words = () if entity is None else (_span(entity, case),)
    reason = AGAIN if told_again else f"{_dated(time, entity, case)}{told}"
    left = tuple(_left(e, case) for e in _times(case) if e is not entity)
    yield Why("when", _days(time), by, words, reason, left)


def _telling(time: When, case: Case) -> Entity | None:
    """Return the expression of the sentence, else of the part, whose words a time carries."""
    nearby = sorted(_times(case), key=lambda e: abs(e.start - case.head.idx))
    told = (e for e in (*nearby, *case.scene.entities) if e.kind == "time" and e.text == time.text)
    return next(told, None)


def _times(case: Case) -> list[Entity]:
    """Return the expressions of time in the claim's sentence."""
    found = (case.scene.times_at.get(t.i) for t in case.tokens())
    return list({id(e): e for e in found if e is not None}.values())


def _likelihood(entity: Entity, case: Case) -> float | None:
    found = (case.role("time", t) for t in case.tokens() if case.scene.times_at.get(t.i) is entity)
    return max((p for p in found if p is not None), default=None)


def _dated(time: When, entity: Entity | None, case: Case) -> str:
    published = case.scene.document.published
    if time.basis == "default":
        known = time.start is not None
        return "no time in its clause: " + (
            f"the publication day ({published.basis})" if known else "at publication, day unknown"
        )
    if entity is None and time.basis == "none":
        return "no time in its clause, and what lies ahead has no day of its own"
    if entity is None:
        return "set apart from the time of something else, by “before” or “after”"
    rule = next((e.reads for e, m, _ in matches(case.scene.text) if _same(m.span(), entity)), "")
    row = f"times/expressions.toml, rule “{rule}”" if rule else "times/expressions.toml"
    return f"{said(entity.text)} tells it: {row}, {_counted(time, published)}"


def _same(span: tuple[int, int], entity: Entity) -> bool:
    return span[1] == entity.end


def _counted(time: When, published: Published) -> str:
    if time.basis == "absolute":
        return "a date"
    if published.earliest is None:
        return "counted from a publication day that is not known"
    first, last = published.earliest[:10], (published.latest or published.earliest)[:10]
    days = first if first == last else f"{first} to {last}"
    return f"counted from publication, {days} ({published.basis})"


def _left(entity: Entity, case: Case) -> str:
    likelihood = _likelihood(entity, case)
    told = likelihood is not None and likelihood >= WORTH_TELLING
    heads = f"; the heads give it {likelihood:.2f}" if told else ""
    if entity.when is None or (entity.when.start is None and entity.when.offset_days is None):
        return f"{said(entity.text)}: says no day{heads}"
    return f"{said(entity.text)}: dates something else, or another one stands nearer{heads}"


def _days(time: When) -> str:
    first, last = time.start, time.end
    if first is None and last is None and time.offset_days and time.text:
        return f"{time.offset_days[0]:g} to {time.offset_days[1]:g} days from publication"
    return first or "" if first == last else f"{first or '…'} to {last or '…'}"


def _span(entity: Entity, case: Case) -> Span:
    shift = case.scene.part.start
    return Span(entity.start + shift, entity.end + shift, entity.text)
