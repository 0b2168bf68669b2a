"""Who a source is, so that two documents that quote one authority are seen to quote the same.

A source is known by its entity where one is linked, else by what its words name once office,
rank and courtesy are taken off: "Russian defence ministry spokesman" is the defence ministry of
RU. Words that name nobody ("activists", "reports") give no authority.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from functools import cache, lru_cache
from itertools import dropwhile
from typing import Any, NamedTuple

from fogline.model import Claim, Mention, Source
from fogline.weighing.lately import lately
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.sources.bodies import body_behind, fights, rivals_names, wholes

UNNAMED = frozenset({"anonymous", "witness"})
_CLAUSE = re.compile(r"[,.;:()]")
_CREDITED = re.compile(r" ?[(,][^-–—\n]{1,60}[-–—] ")
_LEAD = re.compile(r"^\s*(?:an?|the|its|his|her|their)\s", re.IGNORECASE)
_OWNER = re.compile(r"(\w+)['’]s\b")
MILITARY = frozenset({"military"})
GOVERNMENT = frozenset({"government"})
MINISTER = "minister"
MINISTRY = frozenset({"ministry"})
PARTICLES = frozenset({"for", "of", "at", "in", "from", "within", "with"})


class Authority(NamedTuple):
    """A source that can be recognised elsewhere; `country` is ISO 3166-1 alpha-2, or empty."""

    words: frozenset[str]
    country: str = ""

    @property
    def name(self) -> str:
        """The words in a fixed order, with the country: the same for every spelling."""
        return " ".join([*sorted(self.words), *([self.country] if self.country else [])])


ARMY = Authority(frozenset({"army"}))


@lru_cache(maxsize=1 << 14)
def authority(source: Source) -> Authority | None:
    """Return whom a source's words stand for, None where they name nobody in particular."""
    if source.kind in {"author", "self"} or (source.kind == "witness" and not source.id):
        return None
    if source.id and not of_some_country(source):
        return Authority(frozenset({spoken_through(source.id)}))
    said = name_words(source.text.replace("-based", " based ")) if source.id else _called(source)
    found = read(spoken_for(said))
    if found and source.kind in UNNAMED and not found.words & (_set("institution") | MILITARY):
        return None
    return found


def of_publisher(name: str | None) -> Authority | None:
    """Return whom a publisher's name stands for: an army, by its staff's, and a group by that of
    its channel.
    """
    body = spoken_through(body_behind(name or "") or "")
    if fights(body):
        return Authority(frozenset({body}))
    return authority(Source(name or "", "organisation"))


def spoken_through(body: str) -> str:
    """Return the body for which a press service speaks, by their ids; any other is itself."""
    whose: str = _table()["press_service"].get(body, body)
    return whose


def name_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name, owners as they are by themselves: "the province's" is the
    province, but not "People's", which is in names.
    """
    return tokens(_OWNER.sub(_itself, text))


def _itself(owner: re.Match[str]) -> str:
    return owner.group() if owner[1].casefold() in _set("vague") else owner[1]


def _called(source: Source) -> tuple[str, ...]:
    """Return the words of a source's name: "A. Name" of "Minister of Health A. Name"."""
    full, words = (
        name_words(text.replace("-based", " based "))
        for text in (source.text, source.name or source.text)
    )
    if _set("office").issuperset(words):
        return full
    if MINISTER in words or MINISTER not in full:
        return words
    return tuple(dropwhile(_set("portfolio").__contains__, words)) or words


def as_state(found: Authority) -> Authority:
    """Return a state's government as its entity, however it is named: "Moscow", "the Kremlin"."""
    if found.words != GOVERNMENT or not found.country:
        return found
    return Authority(frozenset({f"{found.country.lower()}-government"}))


def of_some_country(source: Source) -> bool:
    """Say whether an unnamed source is at a state's body, and no word says which state's."""
    state = (source.id or "").partition("-")[0].upper()
    said = {country(word) for word in tokens(source.text)} - {""}
    return source.kind in UNNAMED and state in _table()["country"] and not said


@lately
def chain(claim: Claim) -> tuple[tuple[Source, Authority], ...]:
    """Return the links of a claim's attribution that can be recognised, outermost first."""
    pairs = ((source, _at_home(authority(source), claim)) for source in claim.attribution)
    return tuple(
        (source, found)
        for source, found in pairs
        if found and not _date_line(source, claim) and not _is_place(source, claim)
    )


def _at_home(found: Authority | None, claim: Claim) -> Authority | None:
    """Return a ministry that no country goes with as that of the one state whose deeds it tells,
    one for the people who live there as that of the state where they are, and a mayor or hospital
    that no place goes with as that of the claim's place.
    """
    if found is None or found.country:
        return found
    if "ministry" not in found.words:
        return _in_place(found, claim)
    serving = found.words & _set("for_people") and claim.places
    told = (p.country or "" for p in claim.places) if serving else map(_country_of, claim.actors)
    states, words = {*told} - {""}, found.words - _set("whole")
    return Authority(words, states.pop() if len(states) == 1 else "")


def _in_place(found: Authority, claim: Claim) -> Authority:
    """Return an office that every place of a kind has as that of the first such place it tells of;
    unknown places are taken for towns.
    """
    for precision, words in _table()["seat"].items():
        bare = found.words - _set("where")
        if bare and bare <= set(words):
            fits = {precision, None} if precision == "settlement" else {precision}
            names = (p.name or p.text for p in claim.places if p.precision in fits)
            place = next((name for name in names if name[:1].isupper()), "")
            return Authority(bare | set(tokens(place)))
    return found


def _at_place(found: Authority | None, claim: Claim) -> Authority | None:
    """Return the army for which somebody speaks as that of the one country of which he speaks, if
    he tells of no deed of another's.
    """
    countries = {place.country for place in claim.places} | {*map(_country_of, claim.actors)}
    army = f"{next(iter(countries - {'', None}), '')}-forces".lower()
    if found != ARMY or len(countries - {"", None}) != 1 or not fights(army):
        return found
    return Authority(frozenset({army}))


def offices(words: Iterable[str]) -> frozenset[str]:
    """Return the words that name an office which one person of a place has."""
    return _set("held").intersection(words)


def _country_of(actor: Mention) -> str:
    state = (actor.id or "").partition("-")[0].upper()
    said = (country(word) for word in tokens(actor.name or actor.text))
    return state if state in _table()["country"] else next((c for c in said if c), "")


def is_hearsay(text: str) -> bool:
    """Say whether who names nobody may be any other: "news sites", "rumours", "the enemy"."""
    return bool(set(tokens(text)) & (_set("hearsay") | _set("enmity")))


def is_monitor(text: str) -> bool:
    """Say whether words name one who watches a war, by name or not: "a monitor", "Observatory"."""
    return bool(set(tokens(text)) & _set("monitor"))


def is_unnamed(text: str) -> bool:
    """Say whether words only say that somebody is a source: "two sources", "somebody"."""
    words = set(tokens(text))
    return bool(words & _set("anyone")) and words <= _set("anyone", "idle")


def is_nameless(source: Source, found: Authority) -> bool:
    """Say whether a source is described and not named: "a charity", "engineers of the dam".

    A body or office of which there is one is as good as named: "the police", "the governor".
    """
    said = {_table()["spelling"].get(word, word) for word in name_words(source.text)}
    only = _set("institution", "organ", "monitor", "held") | MILITARY
    described = source.text.islower() and not (source.id or found.country)
    return described and found.words <= said and not found.words & only


def is_crowd(name: str) -> bool:
    """Say whether an authority's name is only that of some people: "rebel", "aid organisation"."""
    words, _ = _named(name)
    return bool(words) and words <= _set("crowd")


def is_desk(byline: str, publisher: str) -> bool:
    """Say whether a byline names nobody: "newsroom", or "archive" who signs for Marsh Archive."""
    words, rest = set(tokens(byline)), set(tokens(byline)) - set(tokens(publisher))
    if not rest:
        return byline.islower() or words <= _set("byline")
    return rest <= _set("byline")


def is_pronoun(text: str) -> bool:
    """Say whether words only point at somebody named elsewhere: "one of them", "the other"."""
    return set(tokens(text)) <= _set("pronoun")


def may_be(vague: str, other: str) -> bool:
    """Say whether an unnamed source may speak for another authority, both by name.

    "a military source" may be of any army or defence ministry, a Syrian one of Syria's alone, and
    "somebody in the defence ministry" of any country's. A government is its ministries, and a body
    what is part of it.
    """
    if vague in wholes(other):
        return True
    (words, country), (others, other_country) = _named(vague), _named(other)
    if not country and words and words <= others:
        return vague != other
    if words == GOVERNMENT and country and country == other_country:
        return bool(others & _set("institution") | others & _set("soldiers")) and vague != other
    if words and words <= _set("monitor"):
        return words != others and bool(others & _set("monitor") or others & _set("watching"))
    if words != MILITARY or not others & _set("soldiers"):
        return False
    return not country or not other_country or country == other_country


def of_one_state(one: str, other: str) -> bool:
    """Say whether two authorities, by name, are bodies by which one state speaks and fights: its
    army and its foreign ministry, but not its police or its health ministry.
    """
    (words, state), (others, other_state) = _named(one), _named(other)
    return bool(state) and state == other_state and _of_state(words) and _of_state(others)


def _of_state(words: Set[str]) -> bool:
    return bool(words) and words <= _set("of_state") and words != MINISTRY


@lru_cache(maxsize=1 << 14)
def _named(name: str) -> tuple[frozenset[str], str]:
    """Return the words and the country of an authority's name; ids lead with the country."""
    words = name.replace("-", " ").split()
    led = name.partition("-")[0].upper() if "-" in name else ""
    country = next((code for code in (*words[-1:], led) if code in _table()["country"]), "")
    return frozenset(words) - {country, country.casefold()}, country


def spokesmen(source: Source, claim: Claim) -> Iterator[tuple[Authority, Authority]]:
    """Yield the person that a source names, with the body for which its words say it speaks."""
    name, office = _name_and_office(source, claim)
    person, body = read(name), _at_place(read(spoken_for(office)), claim)
    sure = _set("speaks").intersection(office) and body and not is_crowd(body.name)
    if person and body and (sure or body.words & _set("institution")):
        yield person, body


def _name_and_office(source: Source, claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words, called = name_words(source.text), _called(source) if source.name else ()
    at = next((i for i, word in enumerate(words) if word in _set("office")), None)
    if at is None:
        return words, name_words(_apposition(source, claim))
    if called and at < len(words) - len(called) and words[-len(called) :] == called:
        return called, words[: -len(called)]  # "spokesman of the front, A. Name"
    at = _end_of_office(words, words.index(MINISTER)) - 1 if MINISTER in words else at
    return words[at + 1 :], words[: at + 1]


def office_of(source: Source, claim: Claim) -> str:
    """Return the words for the office of a person: "health minister of Orlin"; or nothing."""
    name, office = _name_and_office(source, claim)
    if not (name and office):
        return ""
    before = source.text[: max(source.text.casefold().rfind(name[0]), 0)]
    return _LEAD.sub("", before or _apposition(source, claim)).strip(" ,")


def _date_line(source: Source, claim: Claim) -> bool:
    """Say whether a source is the place before a credit: "SARN (Marsh Wire) - The mayor ..."."""
    sentence = claim.sentence.text.lstrip()
    return sentence.startswith(source.text) and bool(_CREDITED.match(sentence, len(source.text)))


def _is_place(source: Source, claim: Claim) -> bool:
    """Say whether a person's name is a place of the claim: "- Orlin: two volunteers say ..."."""
    if source.kind != "named-person":
        return False
    return any(source.text in (place.text, place.name) for place in claim.places)


def is_institution(word: str) -> bool:
    """Say whether a folded word names a body of its own: "army", "ministry"."""
    return word in _set("institution") or word in _set("organ")


def country(word: str) -> str:
    """Return the country that a folded word names, also by its capital; empty for others."""
    return _by_word("country").get(word) or _by_word("capital").get(word, "")


def _apposition(source: Source, claim: Claim) -> str:
    """Return what stands between commas beside a source, where it names an office."""
    if source.end is None or not claim.sentence.start <= source.end <= claim.sentence.end:
        return ""
    start = source.end - len(source.text) - claim.sentence.start
    before, after = claim.sentence.text[:start], claim.sentence.text[start + len(source.text) :]
    beside = [_CLAUSE.split(after[2:], maxsplit=1)[0]] if after.startswith(", ") else []
    beside += [_CLAUSE.split(before[:-2])[-1]] if before.endswith(", ") else []
    return next((words for words in beside if _set("office").intersection(name_words(words))), "")


def spoken_for(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words after "spokesman for", or those before "spokesman", or all."""
    offices = [i for i, word in enumerate(words) if word in _set("office")]
    if not offices:
        return words
    if MINISTER in words:
        at = words.index(MINISTER)
        return _ministry((*words[:at], *words[at + 1 : _end_of_office(words, at)]))
    last = offices[-1]
    before = tuple(w for w in words[: offices[0]] if w not in _set("idle"))
    whose = bool(set(before) & _set("institution"))
    if whose and words[last + 1 : last + 2] in (("in",), ("at",)):
        return before  # "the army's spokesman in the north"
    if words[last + 1 : last + 2] and words[last + 1] in PARTICLES:
        return words[last + 2 :]
    return before if whose else words


def _end_of_office(words: tuple[str, ...], at: int) -> int:
    """Return where the words for a minister end: "of health in Orlin", but not the name behind."""
    if words[at + 1 : at + 2] and words[at + 1] in PARTICLES:
        rest = range(at + 2, len(words))
        other = next((i for i in rest if words[i] not in _set("portfolio")), len(words))
        named = other < len(words) and other > at + 2 and words[other] not in PARTICLES
        return other if named else len(words)
    return at + 1


def _ministry(told: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose minister somebody is: a defence minister speaks for the defence ministry."""
    known = [w for w in told if w not in _set("idle", "office")]
    ministry = "government" if "prime" in known or not known else "ministry"
    return (*(w for w in known if w != "prime"), ministry)


def read(words: Collection[str]) -> Authority | None:
    """Return whom folded words name, once office, rank and courtesy are taken off."""
    spelling, countries, capitals = _table()["spelling"], _by_word("country"), _by_word("capital")
    if names_rivals(" ".join(words)):
        countries = capitals = {}  # whose state they are is what the rivals fight over
    country, kept = "", set()
    for word in (spelling.get(word, word) for word in words):
        if word in countries or word in capitals:
            country = country or countries.get(word) or capitals[word]
            kept |= {"government"} if word in capitals else set()
        elif word not in _set("idle", "vague", "office", "enmity"):
            kept.add(word)
    if not kept and "military" in words:
        kept = set(MILITARY)
    if not kept and country:
        kept = _of_country(words)
    if len(kept) > 1:
        kept.discard("government")
    return Authority(frozenset(kept), country) if kept else None


def _of_country(words: Collection[str]) -> set[str]:
    """Return who is meant where a country alone is named: "Syrian activists" are nobody's."""
    nobody = _set("vague", "nobody")
    return set() if nobody.intersection(words) else {"government"}


def names_rivals(words: str) -> bool:
    """Say whether folded words hold a name in which rivals claim one country: either may be the
    "Yemeni Armed Forces".
    """
    return bool(_of_rivals().search(words))


@cache
def _of_rivals() -> re.Pattern[str]:
    claimed = sorted(name for name in rivals_names() if any(map(country, name.split())))
    return re.compile(rf"\b(?:{'|'.join(claimed)})\b")


def is_meant_again(text: str) -> bool:
    """Say whether words mean a body named before: "the rebel group", "a spokesman of the group"."""
    return text.islower() and bool(set(tokens(text)) & _set("again"))


def is_of_any_state(name: Authority) -> bool:
    """Say whether words name forces, an organ or a ministry that every state has."""
    of_all = "portfolio" if "ministry" in name.words else "soldiers"
    return not name.country and name.words <= _set("organ", of_all)


def names_body(words: Set[str]) -> bool:
    """Say whether some of the words name an institution."""
    return bool(words & _set("institution"))


def ranks() -> frozenset[str]:
    """Return the words for who fights as one of a body."""
    return _set("rank")


def offices_of_a_body() -> frozenset[str]:
    """Return the words for who speaks for a body."""
    return _set("office")


def is_armed_body(name: str) -> bool:
    """Say whether a name is headed by a word for a body that fights: "Selwen Guard"."""
    head = tokens(re.split(r"\s(?:of|for)\b", name)[0])
    return head[:-1] not in {(), ("the",)} and head[-1] in _set("armed")


@cache
def _table() -> Mapping[str, Any]:
    return table(__package__, "sources.toml")


@cache
def _set(*names: str) -> frozenset[str]:
    return frozenset().union(*(_table()[name] for name in names))


@cache
def _by_word(table: str) -> dict[str, str]:
    return {word: code for code, words in _table()[table].items() for word in words}
