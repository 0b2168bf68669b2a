"""What a phrase counts: numbers with their bounds, sums over "and", single persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fogline.model import Range
from fogline.reading.quantities import fractions
from fogline.reading.quantities.numerals import FIRST, NUMERAL, value
from fogline.reading.tables import either, rows
from fogline.reading.times.almanac import MONTHS
from fogline.reading.words import classes, wordwise

_BOUNDS: Final = {r["phrase"]: r["bound"] for r in rows("quantities", "bounds.csv")}
_BOUND: Final = "|".join(re.escape(p) for p in sorted(_BOUNDS, key=len, reverse=True))
COUNT: Final = re.compile(
    rf"\bbetween (?P<low>{NUMERAL}) and (?P<high>{NUMERAL})\b"
    rf"|\b(?:(?P<bound>{_BOUND}) )*(?P<first>{NUMERAL})\b(?!['’]s\b)"
    rf"(?:(?: to | or |[-–])(?P<second>{NUMERAL})\b)?(?P<more> or more\b)?",
    re.IGNORECASE,
)
"""One number with what bounds it: low and high, or bound, first, second and more."""
FIRST_OF_COUNT: Final = FIRST | wordwise.opening((*_BOUNDS, "between"))
COUNT_PATTERN: Final = rf"(?:(?:{_BOUND}) )*{NUMERAL}\b"
"""One number with its bounds, without named groups, to stand in other patterns."""
_NONE: Final = re.compile(
    r"^(?:no(?! fewer| less| more)(?: one|body)?|zero|none|without)\b", re.IGNORECASE
)
_CUT: Final = re.compile(
    r"\b(?:including|among (?:them|whom)|most(?:ly)? of|of (?:them|whom)|some of whom|who|which"
    r"|that|in(?! addition)|on|at(?! least| most)|near|from|during|aged)\b|[(;:]|\ball of\b",
    re.IGNORECASE,
)
_JOIN: Final = re.compile(
    r",? and |, |,? as well as |,? along with |,? plus "
    r"|,? in addition to |,? (?:together|alongside) with "
    r"|(?<=[a-z]{2}) (?=an? (?!day|week|month|year|hour)(?:[\w-]+ ){1,2}and )",  # lost its comma
    re.IGNORECASE,
)
_SINGLE: Final = re.compile(
    r"^(?:an?|another|the|his|her|their|its) (?:[\w'’-]+ ){0,4}?[\w'’-]*[^\W\ds]$", re.I
)
_NAMED: Final = re.compile(
    r"^(?:[A-Z][\w'’.-]*|[a-z]{2}-[A-Z][\w'’-]*)(?: [A-Z][\w'’.-]*| [a-z]{2}-\w+)*$"
)
THINGS: Final = frozenset(r["word"] for r in rows("quantities", "objects.csv"))
"""Nouns of what is counted and is no person: "rocket launchers", "hours"."""
COLLECTIVE: Final = frozenset(r["word"] for r in rows("quantities", "collectives.csv"))
"""Nouns of several people, or of an amount, in the singular: "family", "number"."""
_PEOPLE: Final = frozenset({"actor", "force", "people", "person", "protester", "traveller"})
_NAMING_PEOPLE: Final = [form for form, named in classes.forms().items() if named & _PEOPLE]
_PLURALS: Final = frozenset(
    [form for form in _NAMING_PEOPLE if form.endswith("s")]
    + [f"{form[:-2]}en" for form in _NAMING_PEOPLE if form.endswith("man")]  # "gunmen"
)
_BUILT: Final = frozenset({"site", "place", "route", "platform", "weapon"})
_LOOSE: Final = re.compile(r"\b(?:several|many|heavy|numerous|few|some|various)\b", re.IGNORECASE)
_MONTHS: Final = "|".join(month.name for month in MONTHS)
# Whole words: "30 Marines", "12 Separatists" are no days of March and September.
_MONTH: Final = rf"(?:{'|'.join(form for month in MONTHS for form in month.forms)})\b"
_NOT_COUNT: Final = re.compile(
    rf"(?:,? (?:and|to|or) \d{{1,2}} (?={_MONTH}))"
    r"|\s?(?:%|percent|per cent|[AaPp]\.?[Mm]\b|st\b|nd\b|rd\b|th\b|[-–](?:year|month|day|hour)"
    r"|[-–](?:storey|story|strong)|[- ]years?[- ]old"
    rf"|:\d\d|{_MONTH})"
)
_OF_AGE: Final = rf"\b(?i:{either('quantities/telling.csv', 'aged')}) of (?:only |just )?"
_BEFORE_NOT_COUNT: Final = re.compile(
    rf"(?:[$€£:/.,]|\b(?:{_MONTHS}|No|Resolution|Article|Brigade|LIB) ?\.? ?"
    rf"|{_OF_AGE}|\baged (?:between )?)$"
)
"""What stands before a price, a date, the number of a unit, or an age: "a boy of seven"."""
_AGE: Final = re.compile(rf"(?P<who>{_OF_AGE}){NUMERAL}\b(?! \w+s\b)|(?<=[a-z]), \d{{1,2}}(?=,)")
_ASIDE: Final = re.compile(r" [-–—] (?:including|among)[^-–—]*[-–—](?= and )")
_AGED: Final = re.compile(r"[A-Z][\w'’-]+, $")
_AGED_ENDS: Final = re.compile(r",(?! \d)| (?:was|were|who|had|died|from)\b")


def counts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the counts between two offsets; dates, clock times, ages and shares are none."""
    found = wordwise.found(COUNT, FIRST_OF_COUNT, text, range(start, end), end)
    return (m for m in found if is_count(text, m))


def is_count(text: str, match: re.Match[str]) -> bool:
    """Whether a match of `COUNT` counts something: no date, clock time, age, price or year."""
    start, end = match.span()
    if _NOT_COUNT.match(text, end) or _BEFORE_NOT_COUNT.search(text, max(0, start - 24), start):
        return False
    if _is_set_right(text, start):
        return False
    if _AGED.search(text, max(0, start - 24), start) and _AGED_ENDS.match(text, end):
        return False
    digits = match["first"] or ""
    year = len(digits) == 4 and digits.isdigit() and 1900 <= int(digits) <= 2100
    return not year or bool(match["bound"]) or _counts_people(text, match)


def _counts_people(text: str, match: re.Match[str]) -> bool:
    """Tell whether a round number that might be a year counts people: "2000 people fled"."""
    if not match["first"].endswith("00") or _IN_A_YEAR.search(text, 0, match.start()):
        return False
    behind = _BEHIND_NUMBER.match(text, match.end())
    return behind is not None and any(map(is_plural, behind.group().split()))


_BEHIND_NUMBER: Final = re.compile(r"(?: [a-z][\w-]*){1,3}")
_IN_A_YEAR: Final = re.compile(
    r"\b(?:in|since|of|from|until|till|by|before|after|during|year|and|to|the) $", re.IGNORECASE
)


def _is_set_right(text: str, at: int) -> bool:
    """Tell whether a figure is not the one that holds: "not 40 but 14", "all but two were hit"."""
    return bool(_NOT.search(text, max(0, at - 8), at)) and not _ONE.match(text, at)


_NOT: Final = re.compile(r"\b(?:not|all but) $", re.IGNORECASE)
_ONE: Final = re.compile(r"(?:one|a|1)\b", re.IGNORECASE)
_DETAIL: Final = re.compile(
    r"(?<!twenty)(?<!thirty)(?<!forty)(?<!fifty)(?<!sixty)(?<!seventy)(?<!eighty)(?<!ninety)"
    r",? [\w-]+ of (?:them|whom)\b.*$",
    re.IGNORECASE,
)


_ONLY_BOUND: Final = re.compile(rf"(?:(?:{_BOUND})\s*)*", re.IGNORECASE)


def _without_detail(phrase: str) -> str:
    """Leave out what details a count before it: "nine people, two of them women"."""
    detail = _DETAIL.search(phrase)
    if detail is None or _ONLY_BOUND.fullmatch(phrase, 0, detail.start()):
        return phrase
    return phrase[: detail.start()]


def number(text: str) -> Range | None:
    """Return how many a phrase counts; None where it gives no figure ("several", "heavy").

    Parts joined by "and" or commas are added ("16 civilians and three children" is 19); what
    follows "including" is part of the whole. One named or singular person beside a count is 1; a
    name behind a count's "of" ("residents of A and B") is none.
    """
    phrase = " ".join(text.split())
    if _NONE.match(phrase):
        return Range(0, 0)
    if (share := fractions.of_whole(phrase)) is not None:
        return share
    whole = _without_detail(_AGE.sub(_unaged, _ASIDE.sub("", phrase)))
    head = _CUT.split(whole, maxsplit=1)[0]
    told, apart = _summed(head.strip(" ,")), _told_apart(whole[len(head) :])
    return added([told, apart]) if told and apart else told


_PLACED: Final = re.compile(
    rf"(?:in|on|at|near|from) (?:(?!{COUNT_PATTERN}|\b(?:including|among|who|which|that|whom)\b)"
    rf"[^.;:()])*?,? (?:and|as well as|along with) (?P<more>{COUNT_PATTERN}"
    r" [a-z].*)$",
    re.IGNORECASE,
)


def _unaged(match: re.Match[str]) -> str:
    return match["who"].split(" of ")[0] if match["who"] else ""


def _told_apart(rest: str) -> Range | None:
    """Return how many are counted behind where others were: "45 in Aleppo and 22 in Idlib"."""
    match = _PLACED.match(rest)
    count = COUNT.match(rest, match.start("more")) if match else None
    if not match or not count or not is_count(rest, count):
        return None
    behind = rest[count.end() :].lower().split()[:2]
    return None if not THINGS.isdisjoint(behind) else number(match["more"])


_HIMSELF: Final = frozenset({"himself", "herself", "themselves"})  # a bomber is no victim
_HIM: Final = frozenset({"him", "her", "me"})


def _summed(head: str) -> Range | None:
    pieces = list(_conjuncts(head))
    pieces = pieces[pieces[0].lower() in _HIMSELF and len(pieces) > 1 :]
    one = Range(1, 1)
    parts = [_one(p) or (one if pieces[1:] and _is_bare(p) else None) for p in pieces]
    parts = [None if i and _is_of_things(pieces[i]) else p for i, p in enumerate(parts)]
    if pieces[1:] and pieces[0].lower() in _HIM:
        parts[0] = Range(1, 1)
    named = next((i for i, p in enumerate(pieces) if _LINK.search(p)), len(pieces))
    counted = [p for i, p in enumerate(parts) if p and (i <= named or _has_count(pieces[i]))]
    if not counted:
        return None
    total = added(counted)
    whole = parts[0] and not any(_SOME.match(p) and _names_people(p) for p in pieces[1:])
    return total if whole else Range(total.min, None)


_NOUN: Final = re.compile(rf"{COUNT_PATTERN}(?: (?!(?:of|in|on|at|from|near)\b)[\w'’-]+)*", re.I)


_OF_THEIRS: Final = re.compile(
    rf"{COUNT_PATTERN} of (?:the|its|his|her|their|these|those)(?: (?!(?:of|in|on|at|from|near)\b)"
    r"[\w'’-]+)+",
    re.IGNORECASE,
)


def _is_of_things(part: str) -> bool:
    """Tell whether a phrase counts no people: "three vehicles", "two of their vehicles"."""
    noun = _OF_THEIRS.match(part) or _NOUN.match(part)
    return noun is not None and noun.group().lower().rsplit(maxsplit=1)[-1] in THINGS


_SOME: Final = re.compile(
    r"(?:several|many|numerous|some|various|a few|a number of|other|others)\b(?! \d)", re.IGNORECASE
)


def _names_people(part: str) -> bool:
    """Tell whether a phrase names several people: "several aides", not "several houses"."""
    words = part.lower().split()
    return THINGS.isdisjoint(words) and any(is_plural(w) or _is_unlisted(w) for w in words)


def _is_unlisted(word: str) -> bool:
    things = classes.forms().get(word, frozenset()) & _BUILT
    return word.endswith("s") and word not in {"his", "as"} and not things


_LINK: Final = re.compile(r"\b(?:of|from)\b")


def _has_count(part: str) -> bool:
    return next(counts(part, 0, len(part)), None) is not None


def is_plural(word: str) -> bool:
    """Tell whether a word names several people, or an amount, whatever its ending."""
    return word.lower() in COLLECTIVE or word.lower() in _PLURALS


def is_person(word: str) -> bool:
    """Tell whether a word names one person: "woman", "soldier"."""
    known = classes.forms().get(word.lower(), frozenset())
    return bool(known & _PEOPLE) and not is_plural(word) and word.lower() not in THINGS


def _conjuncts(phrase: str) -> list[str]:
    """Split at joining words that stand outside a number ("two hundred and fifty"), and where the
    comma between two counts is lost: "ten boys six girls".
    """
    inside = [m.span() for m in COUNT.finditer(phrase)]
    lost = (m for m in _LOST.finditer(phrase) if is_list(phrase[: m.start()], phrase[m.end() :]))
    parts, at = [], 0
    for join in sorted((*_JOIN.finditer(phrase), *lost), key=re.Match.start):
        if not any(a < join.start() and join.end() < b for a, b in inside):
            parts.append(phrase[at : join.start()])
            at = join.end()
    return [*parts, phrase[at:]]


_LOST: Final = re.compile(r"(?<=[^\W\d]) (?=\d)")


def is_list(one: str, other: str) -> bool:
    """Tell whether people are counted in both of two phrases that no word joins."""
    count, before = COUNT.match(other), one.rsplit(maxsplit=1)[-1:]
    if count is None or not before or not is_plural(before[0]) or before[0].lower() in THINGS:
        return False
    behind = other[count.end() :].split()[:3]
    people = next((i for i, w in enumerate(behind) if is_plural(w)), len(behind))
    return people < len(behind) and THINGS.isdisjoint(w.lower() for w in behind[: people + 1])


def _one(part: str) -> Range | None:
    part = part.strip(" ,.\"“”'")
    if _SHARE.match(part):
        return None
    if _TWO.fullmatch(part):
        return Range(2, 2)
    if couple := _COUPLE.match(part):
        two = (value(f"two {couple['scale']}") if couple["scale"] else None) or value("two")
        return Range(two.value, two.value) if two else None
    match = next(counts(part, 0, len(part)), None)
    while match and (other := _restated(part, match)):
        match = other
    if match and _is_named_age(part, match):
        return Range(1, 1)
    if match and not _of_others(part, match):
        return _bounded(match)
    if match or _LOOSE.search(part):
        return None
    if part.lower() == "another":
        return Range(1, 1)
    return Range(1, 1) if _is_single(part) else None


_TWO: Final = re.compile(
    r"both (?:(?:of )?(?:the|his|her|their|these|those) )?(?!sides|parties|groups|ends)[\w-]+s"
    r"|(?:an?|the|another|his|her|their) (?:[\w-]+ ){0,2}(?:couple|pair|twins)",
    re.IGNORECASE,
)
_COUPLE: Final = re.compile(
    r"(?:(?:about|only|just|at least) )?(?:an?|another|the) (?:[\w-]+ )?(?:couple|pair|duo) "
    r"(?:of )?"
    r"(?:(?P<scale>dozen|hundred|thousand)\b|(?!(?:dozens|hundreds|thousands|of)\b)[\w'’-]+)",
    re.IGNORECASE,
)
"""Two of a kind, or twice a number: "a couple of soldiers", "a couple of hundred soldiers"."""
_SHARE: Final = re.compile(
    r"(?:(?:nearly|almost|about|around|over|at least|more than|some|up to) )?"
    r"(?:an? |one |two |three )?"
    r"(?:half|thirds?|quarters?|fifths?|tenth|majority|percent|per cent) of\b(?! an? )",
    re.IGNORECASE,
)
"""What is no number of people: "nearly half of the population"."""


_TITLED: Final = 2


def _is_named_age(part: str, match: re.Match[str]) -> bool:
    """Tell whether a number is the age of somebody named before it: "Adam Novak 45"."""
    name = part[: match.start()].strip()
    return match.end() == len(part) and " " in name and bool(_NAMED.match(name))


def _of_others(part: str, match: re.Match[str]) -> bool:
    """Tell whether a count is of what people belong to: "members of one family"."""
    before = part[: match.start()].split()
    return len(before) > 1 and before[-1] == "of" and before[-2].lower() in _PLURALS


def _restated(part: str, match: re.Match[str]) -> re.Match[str] | None:
    """Return the count right behind another, which then counts nothing: "0 55 Over 100 men"."""
    other = COUNT.match(part, match.end() + 1)
    behind = part[other.end() :] if other else ""
    return other if other and other["bound"] and not behind.startswith(" of them") else None


def _is_single(part: str) -> bool:
    words = part.split()
    if any(w.lower() in COLLECTIVE for w in words) or (words and is_plural(words[-1])):
        return False
    if _BODY.fullmatch(part):
        return False
    return bool(_SINGLE.match(part) or (_NAMED.match(part) and len(words) > 1))


_BODY: Final = re.compile(r"[Tt]he [A-Z]{3,}")  # "the FDLR"; "THE SOLDIER" is a headline's


def _is_bare(part: str) -> bool:
    """Tell whether a word names one person in a headline: "Mother and child killed"."""
    words = part.split()
    return 0 < len(words) <= _TITLED and is_person(words[-1])


def _bounded(match: re.Match[str]) -> Range | None:
    low, high = (value(match[g] or "") for g in ("low", "high"))
    first, second = (value(match[g] or "") for g in ("first", "second"))
    if low and high:
        return Range(low.value, None if high.open else high.value)
    if first is None:
        return None
    if second and second.value >= first.value:
        return Range(first.value, None if second.open else second.value)
    bound = _BOUNDS.get((match["bound"] or "").lower(), "")
    if bound == "max":
        return Range(None, first.value)
    return Range(
        first.value, None if first.open or bound == "min" or match["more"] else first.value
    )


def added(parts: list[Range]) -> Range:
    """Return the sum of ranges, open where one of them is."""
    least = sum(p.min or 0 for p in parts) if any(p.min is not None for p in parts) else None
    most = None if any(p.max is None for p in parts) else sum(p.max or 0 for p in parts)
    return Range(least, most)
