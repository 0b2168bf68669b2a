"""What a page tells again: to take it back ("we wrote that ... had been destroyed"), or as a
forecast that others had made before.

The codebook codes such a claim as it was first made. The page does not assert it any more, so that
it is never firm and confirms nothing, and what its publisher had told before is taken back. What a
source is told to have withdrawn is in `retractions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from fogline.model import HARMS, Claim, Document
from fogline.weighing.measures.amounts import numbers
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import fold, tokens
from fogline.weighing.views.versions import cue

CORRECTED, WITHDRAWN = "corrected", "withdrawn"
AGO = 6  # words that may stand between when it was said and that it was
REACH = 3  # words that may stand between who wrote it and that he did
ABOUT = 16  # words that a report may be said to be on
DATED = 6  # words that may stand between a report and what it was on: "of Tuesday, 4 June"
_QUOTED = re.compile(r'["“][^"“”]*["”]')
_COLON = re.compile(r"^\W*(?P<word>[^\W\d_]+)\s*[:–—-]")


def retold(claim: Claim, document: Document, *, heading: bool) -> str:
    """Return how a document takes back what a claim tells, "" where it does not."""
    title = document.title or ""
    if not _corrects(title, document.text):
        return ""
    again = _of_heading(claim, document) if heading else _led_in(claim)
    how = _how(f"{title} . {document.text}") if again else ""
    return "" if how == CORRECTED and not heading and _stands(claim) else how


def told_on(claim: Claim) -> bool:
    """Say whether a claim's day is that of telling it: "on 4 June we reported that"."""
    lead = _lead(claim)
    told = _wrote().search(lead) or _matter().search(lead)
    said = " ".join(tokens(claim.when.text or ""))
    return bool(said and told) and f" {said} " in lead[: told.end() if told else 0]


def of_note(claim: Claim, document: Document, *, heading: bool) -> bool:
    """Say whether a claim stands where a document sets right what its publisher had told.

    That is a page called "Correction", or a note on another: in its paragraph, up to the claim.
    """
    title, text = document.title or "", document.text
    if heading or not _corrects(title, text):
        return False
    start = text.rfind("\n", 0, claim.sentence.start) + 1
    return _is_titled(title) or notes(text[start : claim.sentence.end])


@lru_cache(maxsize=1 << 10)
def notes(words: str) -> bool:
    """Say whether words hold a note by which a page sets itself right, whomever it cites."""
    of_agency = _label().search(words) or _bracketed().search(words)
    return bool(of_agency or _of_itself().search(f" {' '.join(tokens(words))} "))


@lru_cache(maxsize=256)
def numbers_of_notes(title: str, text: str) -> frozenset[float]:
    """Return the numbers in the notes of a document, right ones and wrong ones."""
    if not _corrects(title, text):
        return frozenset()
    whole = _is_titled(title)
    return frozenset(chain(*(numbers(p) for p in text.split("\n") if whole or notes(p))))


def _led_in(claim: Claim) -> bool:
    """Say whether the words before a claim say that its page told it, or told it wrongly.

    Who only misstated how many were killed did not misstate that they were.
    """
    led = _lead(claim)
    wrong = _misstated().search(led)
    about = _matter().search(led)
    behind = claim.sentence.text[claim.trigger.end - claim.sentence.start :]
    if wrong is None and about:
        rest = f" {' '.join(tokens(_turned().split(behind)[0]))} "
        wrong = _misstated().search(rest)
        about = about if wrong or _said().search(rest) else None
    if wrong is None:
        return bool(about or _wrote().search(led) or _withdraws_that().search(led))
    return wrong["detail"] is None or any(getattr(claim.casualties, slot) for slot in HARMS)


def _stands(claim: Claim) -> bool:
    """Say whether a correction of what was told of a claim leaves it as it was.

    That is what the report was on, what only says when another thing was ("before the attack"), and
    those of whom others are a part ("six of the 11 killed").
    """
    if any(getattr(claim.casualties, slot) for slot in HARMS):
        return _of_the_number(claim)
    lead = _lead(claim)
    on = _matter().search(lead) and not _wrote().search(lead)
    return bool(on or _at_the().search(lead))


def _of_the_number(claim: Claim) -> bool:
    found = _of_the().findall(f" {' '.join(tokens(claim.sentence.text))} ")
    given = {n for part in found for n in numbers(part)}
    held = (getattr(claim.casualties, slot) for slot in HARMS)
    return {end for count in held if count for end in (count.min, count.max)} - {None} <= given


def _lead(claim: Claim) -> str:
    """Return the words of a claim's clause before it, folded."""
    said = claim.sentence.text[: claim.trigger.start - claim.sentence.start]
    return f" {' '.join(tokens(_turned().split(said)[-1]))} "


@lru_cache(maxsize=1 << 12)
def foretold(sentence: str) -> bool:
    """Say whether a sentence only tells again what had been forecast: "had declared that".

    Whoever speaks behind that ("..., residents said") says something else.
    """
    if "will" in tokens(sentence):
        return False
    told = _had_said().match(sentence)
    words = tokens(told[0] if told else sentence)
    said = [n for n, word in enumerate(words) if word in _foretold()["verbs"]]
    now = [n for n in said if not _had(words, n) and not _ago(words, n)]
    return bool(said) and not now


@cache
def _had_said() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, _foretold()["verbs"]))
    return re.compile(rf"(?is).*?\bhad (?:\w+ )?(?:{verbs})\b[^,;]*?\bwould\b")


def counts_from_then(sentence: str) -> bool:
    """Say whether a sentence counts days from when what it tells again was said."""
    return not set(_foretold()["counted"]).isdisjoint(tokens(sentence))


def _had(words: Sequence[str], verb: int) -> bool:
    return "had" in words[max(0, verb - 2) : verb]


def _ago(words: Sequence[str], verb: int) -> bool:
    """Say whether it was said on a day before: "last week the council said"."""
    led = f" {' '.join(words[:verb])} "
    behind = (led.rpartition(f" {phrase} ") for phrase in _foretold()["before"])
    return any(found and len(rest.split()) <= AGO for _, found, rest in behind)


def _names(heading: str) -> bool:
    """Say whether a heading only names the story that is set right: "Correction: Raid on Orlin"."""
    found = _COLON.match(heading)
    named = found is not None and fold(found["word"]) in _table()["titles"]
    return named and set(_table()["denies"]).isdisjoint(tokens(heading))


def _of_heading(claim: Claim, document: Document) -> bool:
    """Say whether a heading names what is set right, or says that its publisher withdraws it."""
    who, lead = f" {' '.join(tokens(document.publisher or ''))} ", _lead(claim)
    withdraws = bool(_withdraws_that().search(lead)) and who in lead
    return withdraws or _names(claim.sentence.text)


@lru_cache(maxsize=256)
def _corrects(title: str, text: str) -> bool:
    """Say whether a document sets right what its publisher told, by its title or by its words."""
    own = _QUOTED.sub(" ", text)  # what somebody regrets in a quotation is not the page's
    said = f" {' '.join(tokens(own))} "
    regrets = any(f" {p} " in said for p in _table()["regrets"])
    sets = regrets or bool(_rights().search(said))
    return _is_titled(title) or sets or notes(text) or _withdraws(f"{title} . {text}")


def _how(text: str) -> str:
    """Return how a page that takes something back calls it."""
    return WITHDRAWN if _withdraws(text) else cue(text) or CORRECTED


def _withdraws(text: str) -> bool:
    """Say whether words take back a whole report of their own."""
    return bool(_withdrawn().search(f" {' '.join(tokens(text))} "))


def _is_titled(title: str) -> bool:
    return (*tokens(title), "")[0] in _table()["titles"]


@cache
def _turned() -> re.Pattern[str]:
    """Return where a sentence turns from what was told to what is so."""
    return re.compile(rf"[;—–]|,? (?:{_any('turned')})\b", re.IGNORECASE)


@cache
def _wrote() -> re.Pattern[str]:
    """Return what leads in what the publisher itself had told, words folded."""
    who, wrote, on = _any("selves"), _any("wrote"), _any("on")
    between = rf"(?:(?!(?:no|not|never)\s)\w+\s+){{0,{REACH}}}"
    about = rf"our (?:{_any('texts')})\s+(?:{on})\s+(?:\w+\s+){{1,{ABOUT}}}?(?:{wrote})"
    issued = rf"(?:{_any('issues')})\s+(?:\w+\s+){{0,{ABOUT}}}?it (?:was|had been) (?:\w+ )?"
    printed = rf"{issued}(?:{_any('passive')})|(?:{_any('issues')})\s+(?:had\s+)?(?:{wrote})"
    return re.compile(rf"\s(?:(?:{who})\s+{between}(?:{wrote})|{about}|{printed})\s")


@cache
def _rights() -> re.Pattern[str]:
    """Return how a page says what is so instead of what it tells again."""
    number = rf"the (?:{_any('right')}) (?:{_any('numbers')}) (?:\w+ ){{0,{ABOUT}}}?(?:is|was)"
    return re.compile(rf"\s(?:{number}|it (?:{_any('read')})|(?:{_any('read')}) \d+)\s")


@cache
def _matter() -> re.Pattern[str]:
    """Return what leads in the matter of the own report of a page: "our report on the"."""
    who, on = rf"our (?:{_any('texts')})", _any("on")
    dated = rf"(?:(?!(?:{_any('wrote')})\s)\w+\s+){{0,{DATED}}}"
    return re.compile(rf"\s(?:{who})\s+{dated}(?:{on})\s+(?:\w+\s+){{0,{REACH}}}$")


@cache
def _at_the() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any('beside')}) (?:the|this|that) (?:\w+ )?$")


@cache
def _of_the() -> re.Pattern[str]:
    return re.compile(rf"\sof (?:the|those|these|its) ((?:\w+ ){{1,{REACH + 1}}})")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any('wrote')})\s")


@cache
def _withdrawn() -> re.Pattern[str]:
    """Return how a page takes back what it had told as a whole, words folded.

    Who "withdrew its report" may be anybody, but who "withdraws" it does so in these words.
    """
    texts, verbs, back, own = _any("texts"), _any("withdraws"), _any("withdrawn"), _own_texts()
    it = rf"(?:{texts}) (?:\w+ ){{0,{AGO}}}?we (?:\w+ )?(?:{verbs}) it"
    gone = rf"(?:our|this|that) (?:{texts}) (?:\w+ ){{0,{REACH}}}?(?:{back})"
    return re.compile(rf"\s(?:{own}|{it}|{gone})\s")


@cache
def _withdraws_that() -> re.Pattern[str]:
    """Return how a page says what the report told, or was on, that it takes back."""
    return re.compile(rf"\s(?:{_own_texts()}) (?:{_any('on')}|that)\s")


@cache
def _own_texts() -> str:
    texts, verbs = _any("texts"), _any("withdraws")
    now = "|".join(verb for verb in _table()["withdraws"] if verb.split()[0].endswith("s"))
    whose = rf"(?:{verbs}) (?:our|this|that)|(?:{now}) its|we (?:\w+ )?(?:{verbs}) the"
    return rf"(?:{whose}) (?:\w+ )?(?:{texts})"


@cache
def _misstated() -> re.Pattern[str]:
    """Return what leads in what was told wrongly, and how many or where as its detail."""
    wrong, details = _any("misstated"), _any("details")
    return re.compile(rf"\s(?:{wrong})\s(?:(?:\w+\s){{0,2}}?(?P<detail>{details})\s)?")


@cache
def _of_itself() -> re.Pattern[str]:
    """Return how a note tells of its own page, or of the publisher's earlier word."""
    texts, wrote = _any("texts"), _any("wrote")
    versions = rf"(?:{_any('versions')}) version of (?:this|the|our) (?:{texts})"
    before = rf"(?:{_any('before')}) (?:{wrote})"
    amended = rf"(?:this|our|an) (?:{texts}) (?:\w+ ){{0,3}}?(?:{_any('amended')}|{before})"
    we = rf"(?:we|our \w+|this \w+) (?:had )?(?:\w+ )?(?:{wrote})"
    was_not = rf"(?:not|rather than|instead of) (?:\w+ ){{1,6}}as (?:{we}|{before})"
    return re.compile(rf"\s(?:{versions}|{amended}|{was_not})\s")


@cache
def _bracketed() -> re.Pattern[str]:
    """Return with what a paragraph opens that an agency puts before the text that it sets right."""
    return re.compile(rf"^\W*\((?:{_any('agency')})\b", re.IGNORECASE | re.MULTILINE)


@cache
def _label() -> re.Pattern[str]:
    """Return with what a paragraph opens that is a note."""
    labels = _any("labels").replace("'", "['’]")
    return re.compile(rf"^\W*(?:{labels})(?:\s*[:–—]|\s+-\s)", re.IGNORECASE | re.MULTILINE)


def _any(name: str) -> str:
    return "|".join(map(re.escape, _table()[name]))


@cache
def _table() -> Mapping[str, Sequence[str]]:
    return _section("retold")


@cache
def _foretold() -> Mapping[str, Sequence[str]]:
    return _section("foretold")


def _section(name: str) -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table(__package__, "evolution.toml")[name]
    return found
