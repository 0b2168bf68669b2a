"""Noun phrases on the parse: how far they reach, and what they stand with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import whoever
from fogline.reading.grammar.carried import is_carried, load_of
from fogline.reading.grammar.compounds import opens_word, word_start
from fogline.reading.grammar.coordination import is_counted_with, shares_noun
from fogline.reading.grammar.parties import JOINABLE, NEXT_BUT_ONE, parties
from fogline.reading.grammar.relations import FINITE, PATIENTS
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Doc, Token

_OUTSIDE: Final = frozenset(
    (
        "conj cc punct acl acl:relcl appos parataxis dep orphan advcl cop nsubj nsubj:pass "
        "mark case aux aux:pass obl obl:agent discourse vocative dislocated list advmod expl "
        "obj xcomp ccomp csubj iobj obl:unmarked nmod:unmarked csubj:pass advcl:relcl nmod:desc"
    ).split()
)
_DETERMINERS: Final = frozenset(
    "the a an this that these those its their his her our my your some any another other".split()
)
_BOUNDS: Final = frozenset(
    "least most than more less over about around nearly almost up to".split()
)
_DEALING: Final = words("dealing.csv", "word")
_CHARGING: Final = _DEALING["suspecting"] | _DEALING["clearing"]
_TRIED: Final = frozenset({"force", "people", "actor", "person"})
_SHORT_FORM: Final = 8  # words, the brackets included
_BRACKETS: Final = {"(": ")", "[": "]"}
_MODIFYING: Final = frozenset({"ADJ", "VERB"})
_HUMAN: Final = classes.HUMAN
_OPENING: Final = {'"': '"', "”": "“"}
_WHEN: Final = frozenset("on since after before during until".split())
_WHERE: Final = _WHEN | {"in", "near", "at", "around", "outside"}
_TIED: Final = _DEALING["tied"]
_SERVING: Final = words("people/units.csv", "word")["serving"]
_ATTENDING: Final = words("people/units.csv", "word")["attending"]
_LED: Final = frozenset({"led", "commanded", "headed", "armed"})
_TYING: Final = _TIED | _LED
_FEW: Final = 4  # words
_KNOWING: Final = frozenset({"close", "familiar"})
_SHIP: Final = "craft"
_NUMBERED: Final = re.compile(r"\d{1,3}[/)]")  # "9/", as posts of a series are
_LEADING: Final = frozenset({"DET", "PUNCT", "CCONJ", "ADP", "SCONJ", "ADV", "PART", "SPACE"})


def is_led_in_twice(noun: Token) -> bool:
    """Tell whether two prepositions stand before a noun: "from beneath the rubble"."""
    first = noun.left_edge
    return first.i < noun.i and first.nbor().dep_ == "case"


def extent(head: Token, *, wide: bool = False) -> tuple[int, int]:
    """Return the token range of the maximal noun phrase of `head`, without leading determiner.

    Relative clauses, appositions and prepositional phrases stay outside, but for "of", where people
    are "from", what an office or a building is "for", and whom they are "affiliated with", "loyal"
    or "belonging to"; `wide` also keeps what says where a source is ("activists in the town").
    """
    return head.doc.once(_wide_extent if wide else _extent, head)


def _is_stray(doc: Doc, start: int, last: int) -> bool:
    """Tell whether a phrase's last token is a sign that belongs to what is around it: a quotation
    mark whose other is not in it.
    """
    mark = doc[last]
    if opening := _OPENING.get(mark.text):
        return all(doc[i].text != opening for i in range(start, last))
    return mark.is_punct and mark.text != ")"


def _wide_extent(head: Token) -> tuple[int, int]:
    return _extent(head, wide=True)


def _extent(head: Token, *, wide: bool = False) -> tuple[int, int]:
    kept = sorted(_members(head, wide=wide))
    if len(both := parties(head)) > 1:  # the second is all but "Syrian or"
        kept = [*range(both[0].i + NEXT_BUT_ONE, head.i), *(i for i in kept if i >= head.i)]
    left = right = kept.index(head.i)
    while left > 0 and _joined(head.doc, kept[left - 1], kept[left]):
        left -= 1
    while right < len(kept) - 1 and _joined(head.doc, kept[right], kept[right + 1]):
        right += 1
    start, end = kept[left], kept[right] + 1
    while start < head.i and _drops(head.doc[start]) and not opens_word(head.doc[start]):
        start += 1
    start = word_start(head.doc[start])
    while end - 1 > head.i and _is_stray(head.doc, start, end - 1):
        end -= 1
    while end - 1 > head.i and head.doc[end - 1].pos_ == "ADP":
        end -= 1
    return start, end


def characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the character range of a token range."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def preposition(token: Token) -> str:
    """Return the lower-cased case marker of a noun phrase head, its fixed parts joined; or ''."""
    return token.case_


def case_of(noun: Token) -> str:
    """Return what a noun or gerund stands with: "to" of "to shelling", "of" of "of ordering it";
    a gerund's preposition is parsed as a conjunction.
    """
    marks = (c.lower_ for c in noun.children if c.dep_ == "mark" and noun.tag_ == "VBG")
    return preposition(noun) or next(marks, "")


def is_definite(token: Token) -> bool:
    """Tell whether a noun points back: "the raid", "these attacks", "such strikes"."""
    return any(
        c.dep_ in {"det", "amod", "det:predet"}
        and c.lower_ in {"the", "this", "these", "those", "that", "such", "latest"}
        for c in token.children
    )


def _members(head: Token, *, wide: bool) -> set[int]:
    found = {head.i}
    if (clause := whoever.told(head)) is not None:
        return found | {t.i for t in clause.subtree}
    if head.dep_ == "conj" and shares_noun(head.head, head):
        found |= {*range(head.head.left_edge.i, head.i)}
    for child in head.children:
        if wide and _tells_which(child, head):
            found |= {t.i for t in child.subtree}
        elif is_counted_with(child, head):
            found |= {*range(head.i + 1, child.i + 1)}
        elif (load := load_of(child, head)) is not None:
            found |= {*range(child.i, load.i)} | _members(load, wide=False)
        elif not _belongs(child, head, wide=wide):
            continue
        elif child.dep_ == "nmod" and child.i > head.i:
            found |= _of_it(child, head, wide=wide)
        else:
            found |= _beside(child, head)
    return found


def _of_it(noun: Token, head: Token, *, wide: bool) -> set[int]:
    """Return the words of what stands behind a head with a preposition: "officials of the town"."""
    case = {t.i for t in noun.children if t.dep_ == "case"}
    fixed = {t.i for i in case for t in noun.doc[i].subtree}
    titles = {t.i for t in noun.children if t.dep_ == "nmod:desc" and t.i < noun.i}
    found = case | fixed | titles | _members(noun, wide=wide)
    if _is_of_several(noun, head):
        last = max(c.i for c in noun.children if c.dep_ == "conj")
        found |= {*range(noun.i, last + 1)}
    return found


def _beside(child: Token, head: Token) -> set[int]:
    """Return the words of what stands right beside a head, of two that are joined both: "Hungarian
    and Romanian officials", "20 and 30 soldiers" are one phrase.
    """
    before = child.i < head.i and child.dep_ in JOINABLE
    name = before and _is_long_name(child, head)
    return {
        t.i
        for t in child.subtree
        if not _cut_off(t, child) or (t.i < head.i and (name or (before and _paired(t, child))))
    }


def _belongs(child: Token, head: Token, *, wide: bool) -> bool:
    if child.dep_ == "nmod" and child.i > head.i:
        if wide:
            case = preposition(child)
            taken = case == "from" and not _HUMAN.isdisjoint(classes.of_word(child))
            known = case in {"of", "in", "from", "at", "for"} or _attends(child, head)
            return known and not taken
        if preposition(child) == "in" and head.like_num and child.tag_ == "NNS":
            return True  # "one in three people"
        whence = head.pos_ == "NOUN" and not _HUMAN.isdisjoint(classes.of_word(head))
        serves = classes.source_kind(head) == "official" or "site" in classes.of_word(head)
        serves = serves or head.lemma_.lower() in _SERVING
        case = preposition(child)
        if case == "of" and _is_charge(child, head):
            return False
        whence = whence and case == "from" and not is_led_in_twice(child)
        known = case == "of" or (serves and case == "for") or whence
        known = known or _attends(child, head)
        return known or _says_which(child, head) or is_carried(child, head)
    if child.dep_ == "nmod" and preposition(child) == "among":
        return False  # "among them 15 children"
    if child.dep_ in {"acl", "amod"} and child.i > head.i:
        return child.lower_ in _TIED or _is_led(child)
    if child.dep_ == "advmod":
        return child.i < head.i and child.lower_ not in {"now", "also", "then", "there"}
    if child.dep_ == "punct":
        return child.text in {"-", "(", ")", "/", '"', "“", "”"} and abs(child.i - head.i) < 4
    if child.dep_ == "nmod:desc":  # "Sheikh" of the town of Sheikh Issa
        return child.i < head.i and (
            child.ent_type_ == head.ent_type_ == "LOC" or _is_of_ship(child, head)
        )
    return child.dep_ not in _OUTSIDE and bool(child.dep_)


def _attends(whom: Token, head: Token) -> bool:
    """Tell whether a phrase says to whom an office is: "an aide to the governor"."""
    return preposition(whom) == "to" and head.lemma_.lower() in _ATTENDING


def _is_charge(noun: Token, head: Token) -> bool:
    """Tell whether an "of" tells what somebody is accused or cleared of: "acquitted the general of
    the massacre"; not "accused the head of the department of fraud".
    """
    verb = head.head
    if head.dep_ not in PATIENTS or verb.lemma_.lower() not in _CHARGING or noun.pos_ != "NOUN":
        return False
    told = any(c.lower_ == "of" for t in verb.children if t.i > noun.i for c in t.children)
    who, what = classes.of_word(head), classes.of_word(noun)
    tried = not _TRIED.isdisjoint(who) or head.pos_ == "PROPN"
    return tried and _TRIED.isdisjoint(what) and "place" not in what and not told


def _is_of_ship(title: Token, name: Token) -> bool:
    """Tell whether a title is part of a ship's name: "the frigate Admiral Essen", "the Admiral
    Essen".
    """
    first = name.head if name.dep_ == "conj" else name
    ship = first.head if first.dep_ in {"appos", "flat"} else first
    told = ship.i < title.i and ship is not first and _SHIP in classes.of_word(ship)
    the = any(c.lower_ == "the" and c.i == title.i - 1 for c in name.children)
    return title.text[:1].isupper() and title.tag_ == "NNP" and (told or the)


def _is_of_several(name: Token, head: Token) -> bool:
    """Tell whether some are of several places, joined by "and": "the presidents of Chad and Niger";
    "the fighters of the army and the militia" may be two.
    """
    joined = [c for c in name.children if c.dep_ == "conj"]
    if not joined or head.tag_ != "NNS" or preposition(name) != "of":
        return False
    named = all(t.ent_type_ == "LOC" and t.tag_ == "NNP" for t in (name, *joined))
    whose = classes.source_kind(head) == "official" or "site" in classes.of_word(head)
    return named and (whose or not _HUMAN.isdisjoint(classes.of_word(head)))


def _tells_which(clause: Token, head: Token) -> bool:
    """Tell whether a few words tell which people are cited, whom nothing else does: "traders who
    reached Port Amal", "women arriving in the town", "a source close to the army".
    """
    if clause.dep_ == "amod" and clause.i == head.i + 1 and clause.lower_ in _KNOWING:
        return any(c.dep_ == "obl" for c in clause.children)
    relative = clause.dep_ == "acl:relcl" and any(c.lower_ == "who" for c in clause.children)
    if not (relative or (clause.dep_ == "acl" and clause.tag_ == "VBG")):
        return False
    last = max(clause.subtree, key=lambda t: t.i)
    if clause.left_edge.i != head.i + 1 or last.i - head.i > _FEW:
        return False
    bare = head.tag_ == "NNS" and not any(c.i < head.i and not c.is_punct for c in head.children)
    return bare and last.ent_type_ == "LOC"


def _says_which(place: Token, head: Token) -> bool:
    """Tell whether people who act are told of by one word and a place: "drivers in Port Amal"."""
    named = place.ent_type_ == "LOC" and preposition(place) in {"in", "at", "from"}
    acts = head.dep_ == "nsubj" and head.i < head.head.i and head.head.pos_ == "VERB"
    alone = acts and not head.ent_type_ and place.left_edge.i == head.i + 1
    told = any(c.i < head.i and c.dep_ not in {"det", "case", "punct"} for c in head.children)
    return named and alone and not told and "people" in classes.of_word(head)


def _is_led(clause: Token) -> bool:
    """Tell whether words say by whom people are led, and are not set off: "rebels led by a
    colonel".
    """
    if clause.lower_ not in _LED or clause.i != clause.head.i + 1:
        return False
    return any(c.dep_ in {"obl", "obl:agent"} for c in clause.children)


def _cut_off(token: Token, top: Token) -> bool:
    """Tell whether a token hangs, below `top`, from a clause or an apposition."""
    node = token
    while node.i != top.i and node.head.i != node.i:
        if node.dep_ in {"acl", "acl:relcl", "appos", "parataxis", "conj", "cc"}:
            return True
        if node.dep_ == "advcl" and node.tag_ in FINITE:  # the main verb, where a parse went astray
            return True
        if node.dep_ == "obl" and preposition(node) in (_WHERE if _ties(node.head) else _WHEN):
            return True
        if node.head.i == node.i:  # a root: the tree is crossed, and `top` is not above
            return True
        node = node.head
    return False


def _ties(word: Token) -> bool:
    """Tell whether a word says whose somebody is: what lies around comes behind it."""
    return word.lower_ in _TYING


def _is_long_name(name: Token, head: Token) -> bool:
    """Tell whether a name before a noun goes on with "of": "Front of North and South fighters"."""
    if name.dep_ != "compound" or name.pos_ != "PROPN":
        return False
    return any(preposition(c) == "of" and c.i < head.i for c in name.children if c.dep_ == "nmod")


def _paired(token: Token, modifier: Token) -> bool:
    """Tell whether a token is, joins on, or is part of a further modifier of the same noun:
    "armored and machinegun-equipped vehicles".
    """
    if token.dep_ == "conj":
        alike = token.pos_ == modifier.pos_ or {token.pos_, modifier.pos_} <= _MODIFYING
        return token.head.i == modifier.i and alike
    within = token.dep_ in {"cc", "compound", "punct"}
    return within and token.head.dep_ == "conj" and _paired(token.head, modifier)


def _joined(doc: Doc, left: int, right: int) -> bool:
    """Tell whether nothing but a hyphen or a short form in brackets stands between two words."""
    closing = _BRACKETS.get(doc[left + 1].text)
    if closing == doc[right - 1].text and right - left <= _SHORT_FORM:
        return True
    return all(doc[i].is_space or doc[i].text in {"-", "’", "'"} for i in range(left + 1, right))


def _drops(token: Token) -> bool:
    if token.dep_ == "det:predet" and token.lower_ == "half":  # "half the population"
        return False
    if (
        token.lower_ in _BOUNDS
        or _opens_bound(token)
        or _NUMBERED.fullmatch(token.text)
        or _distances(token)
    ):
        return True
    return token.pos_ in _LEADING or token.lower_ in _DETERMINERS or token.is_punct


def _opens_bound(token: Token) -> bool:
    """Tell whether a word is that between "as" and "as": "as many as 40 people"."""
    if token.lower_ not in {"many", "few"}:
        return False
    around = token.doc[max(0, token.i - 1)], token.doc[min(token.i + 1, len(token.doc) - 1)]
    return all(t.lower_ == "as" for t in around)


def _distances(token: Token) -> bool:
    """Tell whether a word only keeps a name at a distance: "the so-called council"."""
    if token.lower_ != "called":
        return False
    before = [t.lower_ for t in token.doc[max(0, token.i - 2) : token.i] if t.text != "-"]
    return before[-1:] == ["so"]
