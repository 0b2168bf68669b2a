"""The words that name events: lexicon entries found in a parsed part (data: lexicon/triggers)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.tables import rows
from fogline.reading.words.inflections import inflections, plurals

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token

_VERB_TAGS: Final = frozenset("VB VBD VBG VBN VBP VBZ".split())
_CLAUSAL: Final = frozenset({"advcl", "acl", "xcomp", "ccomp", "conj", "acl:relcl"})
_NOUNS_OWN: Final = frozenset({"det", "amod", "nmod:poss", "nummod", "compound", "case"})
_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A trigger of the lexicon: its words, what it means, how its arguments run.

    `frame` names the argument pattern (see roles/frames.py), `rank` how specific the word is among
    several for one event, `needs` the classes that its arguments must have ("obj:place"). An idiom
    says as a whole what none of its words does.
    """

    words: tuple[str, ...]
    kind: str
    event: str
    mode: str | None
    frame: str
    rank: str
    needs: tuple[tuple[str, str], ...]
    example: str
    idiom: bool = False


@quick
@dataclass(frozen=True, slots=True)
class Match:
    """An entry met in the text: the tokens of its words, and the token that heads them."""

    entries: tuple[Entry, ...] = field(hash=False)
    head: Token
    tokens: tuple[int, ...]


@cache
def entries(kind: str) -> tuple[Entry, ...]:
    """Return the lexicon's entries of one kind: verbs, nouns or modifiers."""
    return tuple(_read(kind))


@cache
def idle() -> dict[str, tuple[tuple[tuple[str, str], ...], ...]]:
    """Return what a verb's arguments are where it names no event, by each of its forms."""
    found: dict[str, tuple[tuple[tuple[str, str], ...], ...]] = {}
    for row in rows("triggers", "idle.csv"):
        needs = tuple(_need(word) for word in row["needs"].split())
        for form in (form for verb in row["trigger"].split("|") for form in _forms(verb)):
            found[form] = (*found.get(form, ()), needs)
    return found


@cache
def unnamed() -> Mapping[str, Entry]:
    """Return the entries of what is told with no word that names an event, each by the word that
    tells it: "there is no bread". They are met by rules of their own, not by their words.
    """
    return {
        row["trigger"]: _entry((row["trigger"],), row["kind"], row)
        for row in rows("triggers", "unnamed.csv")
    }


def _read(kind: str) -> Iterator[Entry]:
    if kind == "verbs":  # an idiom's words go before what the same words say plainly
        yield from (replace(entry, idiom=True) for entry in _read_file("idioms", kind))
    yield from _read_file(kind, kind)


def _read_file(name: str, kind: str) -> Iterator[Entry]:
    for row in rows("triggers", f"{name}.csv"):
        for trigger in row["trigger"].split("|"):
            yield from (_entry(words, kind, row) for words in _spellings(trigger))


def _entry(words: tuple[str, ...], kind: str, row: Mapping[str, str]) -> Entry:
    needs = tuple(_need(word) for word in row["needs"].split())
    mode = row["mode"] or None
    return Entry(words, kind, row["event"], mode, row["frame"], row["rank"], needs, row["example"])


def _spellings(trigger: str) -> set[tuple[str, ...]]:
    """Return a trigger's words with hyphens apart and, since the tokeniser keeps some, together."""
    return {tuple(w for w in re.split(r"\s+|(-)", trigger) if w), tuple(trigger.split())}


def _need(word: str) -> tuple[str, str]:
    slot, _, wanted = word.partition(":")
    return slot, wanted


Index = dict[str, list[tuple[tuple[str, ...], tuple[Entry, ...]]]]


def _only(word: str) -> set[str]:
    return {word}


_FORMS: Final = {"verbs": inflections, "nouns": plurals, "modifiers": _only}


def _index(kind: str) -> Index:
    """Group entries by every form of their first word, longest first, senses in file order."""
    senses: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries(kind):
        senses[entry.words].append(entry)
    index: Index = defaultdict(list)
    for words, found in senses.items():
        forms = _FORMS[kind](words[0])
        for form in forms:
            index[form].append((words, tuple(found)))
    for phrases in index.values():
        phrases.sort(key=lambda p: -len(p[0]))
    return dict(index)


_INDEXES: Final = {kind: _index(kind) for kind in ("verbs", "nouns", "modifiers")}


def events_of_forms(kind: str) -> dict[str, set[str]]:
    """Return the categories that each form by itself may mean that opens a trigger of one kind."""
    return {
        form: {e.event for _, found in phrases for e in found if _tells_by_form(e)}
        for form, phrases in _INDEXES[kind].items()
    }


TELLING: Final = frozenset(
    (
        "ceasefire waters vessel aircraft flight gains reserves machinery rampart spearhead ceded"
        " lasting outsider link gun loot moved armament wedge action shops warcraft level mined"
        " refuge scrap seaway workforce ordnance ruled supplied ailing marching freight entry"
        " ward safety together dropped going club listing entering pass outlawed bench term"
        " legation wares commerce drilling basing imagery joint defence well rations lockdown"
        " emplacement uav toxin gas grenade car posse fight projectile svbied airborne"
        " law slogan statue lawmaker misdeed shelf mains inmate boding killer bid throng"
    ).split()
)
"""Classes that alone tell the sense of an everyday verb: who threw in reserves, drove a wedge."""


def _tells_by_form(entry: Entry) -> bool:
    return not entry.idiom and not hangs_on_object(entry)


def hangs_on_object(entry: Entry) -> bool:
    """Tell whether a sense is no word's own: whose attack it is that somebody stops, or that it is
    a truce which they break, no verb tells by itself.
    """
    return any(slot in {"theirs", "found"} or wanted in TELLING for slot, wanted in entry.needs)


@cache
def _forms(word: str) -> frozenset[str]:
    return frozenset(inflections(word))


def find(doc: Doc) -> list[Match]:
    """Return the triggers of a parsed part in text order; a longer phrase hides a shorter one."""
    matches: list[Match] = []
    taken: set[int] = set()
    modals = _modals(doc)
    for i in sorted({*modals, *(t.i for t in doc.reading(_OPENING))}):
        token = doc[i]
        if i in taken:
            continue
        if (match := _match(token, modals.get(i))) is not None:
            matches.append(match)
            taken.update(match.tokens)
    return matches


_TAKEN: Final = frozenset({"hostages", "captives", "prisoners"})
_OPENING: Final = frozenset().union(*(index.keys() for index in _INDEXES.values()))


_MODALS: Final = frozenset({"must"})


def _modals(doc: Doc) -> dict[int, Token]:
    """Return the first "must" of each verb that has one, by the verb's place."""
    found: dict[int, Token] = {}
    for token in doc.reading(_MODALS):
        if token.dep_ == "aux" and token.head is not token:
            found.setdefault(token.head.i, token)
    return found


def _match(token: Token, modal: Token | None) -> Match | None:
    """Return the trigger that a token opens; "must" goes before the senses of its verb."""
    found = _plain(token)
    if modal is None:
        return found
    demanded = tuple(e for _, of_word in _INDEXES["verbs"][modal.lower_] for e in of_word)
    if found is None:
        return Match(demanded, token, (modal.i, token.i))
    return Match((*demanded, *found.entries), found.head, (modal.i, *found.tokens))


def _plain(token: Token, *, idioms: bool = True) -> Match | None:
    if token.lower_ not in _OPENING or token.tag_ == "MD":
        return None
    kinds = _kinds(token)
    # "Safe passage" goes before "safe".
    phrases = ((kind, 2) for kind in kinds if token.tag_.startswith("JJ"))
    for kind, least in (*phrases, *((kind, 1) for kind in kinds)):
        for words, listed in _INDEXES[kind].get(token.lower_, ()):
            if len(words) < least:
                break
            found = listed if idioms else tuple(e for e in listed if not e.idiom)
            tokens = _phrase(token, words, gap=_GAP if kind == "verbs" else 0)
            if found and tokens and not _is_taken(token.doc[tokens[-1]], token):
                last = kind == "nouns" and "of" not in words
                head = token.doc[tokens[-1]] if last else token
                if not (last and _does(token, head)):  # "jets struck", said of no jet strike
                    return Match(found, head, tokens)
    return None


def apart(idiom: Match) -> list[Match]:
    """Return what the words of an idiom tell by themselves: "hit" of "missiles hit the streets"."""
    found = (_plain(idiom.head.doc[i], idioms=False) for i in idiom.tokens)
    return [match for match in found if match is not None]


def _is_taken(noun: Token, verb: Token) -> bool:
    """Tell whether a phrase's noun is whom it is done to, or stands before what it is done to:
    "took 11 hostages", not "took him hostage".
    """
    before = noun.dep_ == "compound" and noun.head.head is verb  # "took the fire engines"
    if before and verb.tag_ in _VERB_TAGS:
        return True
    return noun.lower_ in _TAKEN and noun.head is verb and noun.dep_ in PATIENTS


def _does(subject: Token, verb: Token) -> bool:
    return subject.head is verb and subject.dep_.startswith("nsubj") and verb.tag_ in _VERB_TAGS


def _kinds(token: Token) -> tuple[str, ...]:
    tag = token.tag_
    if token.i and token.nbor(-1).text == "-":
        # "X-backed", "X-based" say nothing of an event; "X-held" does.
        return ("modifiers", "nouns") if tag.startswith("NN") else ("modifiers",)
    if tag in _VERB_TAGS:
        if tag == "VBG" and token.dep_ not in _CLAUSAL and not _has_subject(token):
            return ("modifiers", "nouns", "verbs")
        if tag == "VBG" and any(c.dep_ == "mark" and c.lower_ == "under" for c in token.children):
            return ("modifiers", "nouns")  # "came under shelling"
        if token.dep_ == "amod" or tag == "VBG":
            return ("modifiers", "verbs", "nouns")
        return ("verbs", "nouns") if _stands_as_noun(token) else ("verbs",)
    if tag.startswith("NN"):
        # Headline verbs are often tagged as nouns; a subject of its own shows the verb.
        around = {c.dep_ for c in token.children}
        clausal = around & {"nsubj", "nsubj:pass", "obj", "aux"} and not around & {"cop", "case"}
        return ("verbs", "nouns") if clausal else ("nouns",)
    return ("modifiers", "nouns") if tag.startswith("JJ") else ()


def _stands_as_noun(token: Token) -> bool:
    """Tell whether a word that is tagged a verb has a noun's company: "a drive", not "to drive"."""
    return any(c.dep_ in _NOUNS_OWN for c in token.children)


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubj:pass", "aux", "aux:pass", "obj"} for c in token.children)


_PARTICLES: Final = frozenset("in out on off up down over".split())
_PREPOSITIONS: Final = frozenset("with to from for".split())


def _is_apart(word: Token, before: int, verb: Token) -> bool:
    """Tell whether a particle opens a phrase of its own: "took the district in the east"."""
    if word.i <= before + 1 or word.dep_ not in {"case", "mark"}:
        return False
    if word.lower_ == "out" and word.nbor(1).lower_ == "of":
        return False
    foreign = word.lower_ in _PREPOSITIONS and word.head.head.i != verb.i
    return foreign or word.lower_ in _PARTICLES


def _is_beside(noun: Token, before: int, words: tuple[str, ...]) -> bool:
    """Tell whether a noun stands in a phrase beside the verb's: "reached Goma after the accord"."""
    near = (c for c in noun.children if c.dep_ == "case" and before < c.i < noun.i)
    return noun.tag_.startswith("NN") and any(c.lower_ not in words for c in near)


def _phrase(token: Token, words: tuple[str, ...], *, gap: int) -> tuple[int, ...]:
    """Return the tokens that spell `words` from `token` on, up to `gap` others between; or ()."""
    doc, at, found = token.doc, token.i, [token.i]
    for word in words[1:]:
        if doc.words.keys().isdisjoint(_forms(word)):
            return ()
        for i in range(at + 1, min(at + 2 + gap, len(doc))):
            own = doc[i].head.lower_ in words[1:]  # "on" of "put the force on alert"
            apart = not own and _is_apart(doc[i], at, token)
            if doc[i].lower_ in _forms(word) and not apart and not _is_beside(doc[i], at, words):
                found.append(i)
                at = i
                break
            if doc[i].is_punct or doc[i].tag_ in _VERB_TAGS:
                return ()
        else:
            return ()
    return tuple(found)
