"""Who acts in a claim, or is acted on: a party, as its name and the words around it tell.

The words for kinds of people stand in `parties.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from fogline.model import (
    Claim,
    Document,
    Loaded,
    Mention,
    Source,
    neutral,
)
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import content, matter, tokens
from fogline.weighing.sources.authorities import country, is_institution, names_rivals
from fogline.weighing.sources.bodies import army_of, bodies, body_behind, fights, owner
from fogline.weighing.sources.own import (
    is_land,
    is_ours,
    is_own,
    is_soldier,
    names_itself,
    of_channel,
    spoken_for,
)
from fogline.weighing.views.bounded import bound, many
from fogline.weighing.views.ships import ship_named
from fogline.weighing.views.units import is_success

ARTICLES = frozenset({"a", "an", "the"})
BESIDE = ("people", "bodies", "unnamed")  # kinds of words that say nothing of who it is
_MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,2}-\d{1,3}(?:[A-Z]\w?)?s?(?!\w)")  # "Su-33s", "T-72"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: what it is linked to, or the stems of the words that name it.

    `anybody` where the words say only that people or arms are meant ("12 civilians", "jets"), or
    a body that every state has ("the police"),
    `loose` where they say rebels of some kind; `state` is the country of a state or its forces;
    `linked` where it is known who they are, beyond the words, `label` where that is by words alone
    which may be any group's: "terrorist groups"; `of` is the state or group, by its id, that tells
    of a unit's success, and so of its own. `term` is the name in neutral words where it has any
    that take a side.
    """

    name: str
    key: str
    stems: frozenset[str]
    anybody: bool
    loose: bool
    state: str
    linked: bool = False
    term: str = ""
    label: bool = False
    of: str = ""

    @property
    def called(self) -> str:
        """What lines call it: the name, in neutral words."""
        return self.term or self.name


def who_is_meant(
    mentions: Sequence[Mention], claim: Claim, document: Document
) -> tuple[Party, ...]:
    """Return who the mentions of a claim name; "its forces" are those of the side that speaks."""
    return tuple(_speaker_if_own(mention, claim, document) for mention in mentions)


def _speaker_if_own(mention: Mention, claim: Claim, document: Document) -> Party:
    """Return who is meant; the speaker's own forces are his side, or anybody's where none is known.

    "Fighters" are no state's, but "our fighters" are whoever speaks.
    """
    if not mention.id and (ship := ship_named(mention, document)):
        return party(Mention(ship))
    named = _bounded(mention, party(mention, claim.loaded), claim)
    stems = content(named.name)
    armed = _stems("bodies", "arms", "loose")
    forces = bool(stems & armed) and (named.anybody or named.loose)
    men = bool(stems) and stems <= _stems("own")
    if not (claim.attribution and (forces or men) and is_own(mention, claim, document)):
        return _of_who_reports(named, mention, claim)
    speaker = claim.attribution[-1]
    if speaker.kind == "author":
        its = is_ours(mention, document) or names_itself(mention, claim, speaker)
        body = of_channel(speaker) if its else None
        return party(body) if body else replace(named, anybody=True, loose=False)
    whose = _side(speaker, mention, claim)
    if whose and (forces or whose.state or speaker.kind == "armed-group" or is_soldier(speaker)):
        return whose
    return replace(named, anybody=True, loose=False)


def _of_who_reports(named: Party, mention: Mention, claim: Claim) -> Party:
    """Return a unit that took a place as one of the side that reports it, if it calls no names."""
    known = named.linked or named.state or named.term
    if known or not (claim.attribution and is_success(named.name, claim)):
        return named
    whose = _side(claim.attribution[-1], mention, claim)
    if whose is None or not (whose.state or whose.linked):
        return named
    return replace(named, of=f"{whose.state.lower()}-government" if whose.state else whose.key)


def _side(speaker: Source, mention: Mention, claim: Claim) -> Party | None:
    """Return the state or body under arms that a speaker is of or speaks for, None if not known."""
    armed = speaker.kind == "armed-group"
    if speaker.id:
        whose = party(Mention(speaker.text, name=speaker.name, id=speaker.id), claim.loaded)
        return whose if whose.state or armed else None
    # Moscow's troops are Russia's; who flew "its aircraft" may well be told otherwise.
    people = not matter(tokens(mention.text)) & _stems("arms")
    itself = is_land(speaker.text) and people if not armed else not is_soldier(speaker)
    alone = speaker.text if itself else ""
    body = spoken_for(speaker, claim.sentence) or alone
    of_land = is_land(body) and body != speaker.text  # "Ukrainian" of "a Ukrainian colonel"
    whose = party(Mention(f"{body} {mention.text}" if of_land else body), claim.loaded)
    fighting = bears_arms(whose) and not matter(tokens(body)) & _stems("civil")
    return whose if body and (whose.state or armed or fighting) else None


def _bounded(mention: Mention, named: Party, claim: Claim) -> Party:
    """Return a party by what its sentence makes of its words: "at least 12 people", "rebels"."""
    if mention.name:
        return named
    term = bound(mention, claim.sentence) + many(named.called, mention, claim.sentence)
    return named if term == named.called else replace(named, term=term)


def party(mention: Mention, loaded: Sequence[Loaded] = ()) -> Party:
    """Return whom a mention means, as the pair features compare it."""
    found = _party(mention.name or mention.text, mention.id)
    if mention.id and is_label(mention.text):
        found = replace(found, label=True)
    if not loaded or mention.name:
        return found
    term = neutral(mention.text, loaded).strip()
    return found if term in ("", mention.text) else replace(found, term=term)


@lru_cache(maxsize=1 << 14)
def _party(name: str, entity: str | None) -> Party:
    stems = frozenset(stem for stem in content(name) if not stem.isdecimal())
    key = entity or " ".join(w for w in tokens(name) if w not in ARTICLES)
    kinds = _stems("people", "bodies", "arms")
    loose = not entity and is_loose({w for w in tokens(name) if w not in ARTICLES})
    which = stems - _stems("bodies", "people")
    state = _state_of_id(entity) if entity else _state_of_name(name, kinds)
    nobody = kinds | _stems("beside")
    rest = stems if entity or not _MODEL.search(name) else content(_MODEL.sub(" ", name))
    unknown = rest <= nobody or key in _table()["any_state"]
    anybody = not entity and not loose and not state and unknown
    return Party(name, key, which or stems, anybody, loose, state, bool(entity))


def organ(who: Party) -> str | None:
    """Return which of a state's bodies a bare name tells, its police or its soldiers, if either."""
    kinds = () if who.linked else ("civil_arm", "soldiers")
    return next((kind for kind in kinds if who.key in _table()[kind]), None)


def telling(who: Party) -> frozenset[str]:
    """Return the stems that tell a party from others of its kind: "government" tells none apart."""
    return who.stems - _stems("institutions") or who.stems


def is_body(word: str) -> bool:
    """Say whether a folded word names a body of armed people, or an institution."""
    return word in _table()["bodies"] or is_institution(word)


def bears_arms(who: Party) -> bool:
    """Say whether a party is one that fights, or what is fought from: "an army base"."""
    words = tokens(who.name)
    armed = matter(words) & _stems("loose", "arms")
    return bool(who.state or who.loose or armed) or any(map(is_body, words))


@lru_cache(maxsize=1 << 14)
def is_civil(who: Party) -> bool:
    """Say whether people who do not fight are meant, or what is theirs: "a market"."""
    stems = matter(tokens(who.name))
    return bool(stems & _stems("civil")) and not bears_arms(who)


def names_civil(words: Sequence[str]) -> bool:
    """Say whether folded words hold one for people who do not fight, or for what is theirs."""
    return bool(matter(words) & _stems("civil"))


@lru_cache(maxsize=1 << 14)
def is_side(who: Party) -> bool:
    """Say whether those of a side may be meant, and not its people or what is theirs."""
    return not (who.anybody or names_civil(tokens(who.name)))


@lru_cache(maxsize=1 << 14)
def is_armed(who: Party) -> bool:
    """Say whether those who fight are named, or what they fight with or from: "an army's posts"."""
    words = matter(tokens(_MODEL.sub(" jet ", who.name)))
    known = who.linked and fights(who.key)
    return known or bool(words & _stems("bodies", "arms", "gear"))


def is_guest(who: Party) -> bool:
    """Say whether a party is in a place without holding it: "peacekeepers", "aid workers", or one
    man alone, whoever fights for him.
    """
    guests = matter(tokens(who.name)) & _stems("guests")
    return is_civil(who) or who.key in bodies().people or bool(guests and not who.state)


def is_thing(who: Party) -> bool:
    """Say whether nothing is named but what people fight with or travel in: "ships", "a flight"."""
    return who.anybody and bool(who.stems) and who.stems <= _stems("arms")


def is_loose(words: Set[str]) -> bool:
    """Say whether words name rebels of no particular group."""
    stems = matter(words)
    return bool(stems & _stems("loose")) and stems <= _stems("loose", *BESIDE)


def is_umbrella(word: str) -> bool:
    """Say whether a folded word is what many groups together are called: "coalition"."""
    return word in _table()["umbrella"]


def is_label(name: str) -> bool:
    """Say whether a name is what an enemy of any group may call it: "extremists"."""
    words = matter([word for word in tokens(name) if word not in ARTICLES and not word.isdecimal()])
    return bool(words & _stems("label")) and words <= _stems("label", *BESIDE)


def is_sent(who: Party) -> bool:
    """Say whether a party is named by how it strikes alone, not by who sent it: "two bombers"."""
    words = matter([word for word in tokens(who.name) if word not in ARTICLES])
    named = who.linked or who.state
    return not named and bool(words & _stems("sent")) and words <= _stems("sent", *BESIDE)


def _state_of_id(entity: str) -> str:
    country, _, organ = entity.partition("-")
    return country.upper() if organ in organs() else army_of(entity)


def _state_of_name(name: str, kinds: Set[str]) -> str:
    if names_rivals(" ".join(tokens(name))):
        return ""
    return _state(name, kinds - _stems("loose")) or _of_army(name)


def _state(name: str, kinds: Set[str]) -> str:
    """Return the country of which alone the words speak: "Moscow", "two Russian destroyers".

    A country's "militants" are not its state's.
    """
    found = {word: country(word) for word in tokens(name) if country(word)}
    rest = [w for w in tokens(name) if w not in found and w not in ARTICLES]
    its = matter(rest) <= kinds or " ".join(rest) in _table()["any_state"]
    return next(iter(found.values())) if len(set(found.values())) == 1 and its else ""


def _of_army(name: str) -> str:
    """Return the country whose forces' staff, men or gear a name says it is: "RDF convoy"."""
    what, whose = owner(name)
    things = _stems("bodies") | _stems("arms")
    army = whose if whose and matter(tokens(what)) <= things else body_behind(name)
    return _state_of_id(army) if army and fights(army) else ""


@cache
def organs() -> frozenset[str]:
    """Return how the ids of a state's own bodies go on after its country: "navy"."""
    return frozenset(_table()["organs"])


@cache
def _stems(*kinds: str) -> frozenset[str]:
    return frozenset().union(*(matter(_table()[kind]) for kind in kinds))


@cache
def _table() -> Mapping[str, Sequence[str]]:
    return table(__package__, "parties.toml")
