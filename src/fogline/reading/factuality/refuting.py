"""Whether an account is called untrue: "reports of a raid are false", "dismissed the claim"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import untruth
from fogline.reading.factuality.accounts import (
    is_aim,
    is_bogus,
    is_brushed_off,
    is_going_round,
    is_telling,
    is_told_in,
)
from fogline.reading.factuality.belied import belied
from fogline.reading.factuality.negating import negated, negated_phrase, subject_negated
from fogline.reading.factuality.unborne import is_told_falsely
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS, VERBAL
from fogline.reading.tables import words
from fogline.reading.triggers.unlisted import FOILING
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})
_LIVING: Final = classes.ANYBODY
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_OBJECTS: Final = frozenset({"obj", "obl", "nsubj:pass", "parataxis"})
_TALES: Final = _WORDS["telling"] | _WORDS["lie"]
_UNTRUE: Final = untruth.NAMES
_TOLD: Final = frozenset({"acl", "acl:relcl", "nmod", "ccomp", "appos"})
_ACCOUNTS: Final = frozenset({"NN", "NNS", "VBZ"})
_AVERTING: Final = FOILING | words("dealing.csv", "word")["repelling"]
_ABOUT: Final = frozenset({"about", "of", "on"})
_FAR: Final = 6
_SET_BESIDE: Final = frozenset({"parataxis", "appos"})
_DOERS: Final = frozenset({"case", "det", "obl", "nmod", "xcomp", "ccomp"})
_PROOF: Final = _WORDS["proof"]
_ESTIMATING: Final = words("dealing.csv", "word")["estimating"]
_BEARING: Final = words("dealing.csv", "word")["bearing out"]
_REFUTING: Final = frozenset().union(
    *(_WORDS[kind] for kind in ("bogus", "branding", "denial", "existing", "faking")),
    *(_WORDS[kind] for kind in ("falsely", "ground", "hearsay", "lie", "lying", "reality")),
    *(_WORDS[kind] for kind in ("brushing off", "staging", "stamp", "true", "truth")),
    *(name.split() for name in _UNTRUE), _BEARING, _PROOF,
    ("contrary", "nothing"),
)  # fmt: skip


@told_by(_REFUTING, belied)
def is_refuted(token: Token) -> bool:
    """Tell whether somebody calls untrue what a report or a speaker says: "reports of a raid are
    false", "they dismissed the claim that", "the lie that".
    """
    return is_told_falsely(token) or token.doc.once(_is_refuted, token)


def _verdict(node: Token, *, told: bool) -> bool | None:
    """Tell whether an account is called untrue right where it is named; None where it is not
    judged there.
    """
    if _is_contradicted(node) or (told and lies(node)):
        return True
    if is_aim(node):
        return False
    if told and node.dep_ == "ccomp" and is_telling(node) and _is_said_untrue(node):
        return True
    made_up = is_made_up(node, told=told or is_telling(node))
    verb = node.head if made_up else disowner(node)
    return None if verb is None else not negated(verb)


def _is_contradicted(node: Token) -> bool:
    """Tell whether a report is set against what was so: "contrary to reports that it fell"."""
    head = node.head
    return is_telling(node) and head.lower_ == "contrary" and preposition(node) == "to"


def _is_refuted(token: Token) -> bool:
    if _is_known(token):
        return False
    if untruth.is_stamped(token) or belied(token):
        return True
    node, told = token, is_telling(token)
    for _ in range(_FAR):
        if (verdict := _verdict(node, told=told)) is not None:
            return verdict
        head, via = node.head, node.dep_
        if head.i == node.i:
            return told and is_telling(node) and _is_said_untrue(node)
        if _is_apart(node):
            return False
        told = told or is_going_round(node) or (via in _TOLD and head.lemma_.lower() in _TALES)
        if _is_untold(node, told=told):
            return True
        if (judged := _judged(node, told=told)) is not None:
            return judged
        node = head
    return False


def _is_apart(clause: Token) -> bool:
    """Tell whether a clause stands beside an account, and is not what it tells."""
    if clause.dep_ == "advcl":
        about = any(c.dep_ == "mark" and c.lower_ in _ABOUT for c in clause.children)
        return not (about and is_going_round(clause.head))
    beside = clause.dep_ == "acl:relcl" and clause.head.pos_ != "PRON"
    return beside and not (is_going_round(clause) or _tells_what_is_bogus(clause))


def _tells_what_is_bogus(clause: Token) -> bool:
    """Tell whether a clause says what bogus news tells: "false news, in which they claim"."""
    return clause.lemma_.lower() in _WORDS["asserting"] and is_bogus(clause.head)


@told_by(is_refuted)
def is_presupposed(attack: Token) -> bool:
    """Tell whether an attack has been by an account that is called untrue."""
    return _is_known(attack) and is_refuted(attack.head)


def _is_known(attack: Token) -> bool:
    """Tell whether an account takes an attack for granted, and tells what came of it or what it
    was like: "the claim that the attack was repelled", "that the strike was precise".
    """
    if attack.pos_ != "NOUN" or not is_definite(attack):
        return False
    verb = attack.head
    averted = attack.dep_ in PATIENTS and verb.lemma_.lower() in _AVERTING
    described = attack.dep_ == "nsubj" and "attack" in classes.of_word(attack)
    return averted or (described and _tells_manner(verb))


def _tells_manner(word: Token) -> bool:
    """Tell whether something was as an adjective says: "was precise", not whose it was or where:
    "was Syrian", "was the work of rebels", "was in Sake".
    """
    was = any(c.dep_ == "cop" and c.tag_ == "VBD" for c in word.children)
    bare = not any(c.dep_ in _DOERS for c in word.children)
    manner = word.pos_ == "ADJ" and word.lower_ == word.text
    return was and bare and manner and word.lemma_.lower() not in _WORDS["being"]


def _is_untold(node: Token, *, told: bool) -> bool:
    """Tell whether what an account hangs on is a lie, or nothing bears it out."""
    lie = node.dep_ in _TOLD and is_bogus(node.head) and is_told_in(node)
    return lie or _is_baseless(node, told=told) or (told and untruth.has_no_truth_in_it(node))


@told_by(_WORDS["lying"])
def lies(saying: Token) -> bool:
    """Tell whether who says it is called a liar: "he lies when he says that"."""
    verb = saying.head
    lying = verb.lemma_.lower() in _WORDS["lying"] and verb.pos_ == "VERB"
    return lying and saying.dep_ == "advcl" and not negated(verb)


def _judged(node: Token, *, told: bool) -> bool | None:
    """Tell whether the clause of an account calls it untrue; None where it does not judge."""
    head, via = node.head, node.dep_
    lemma = head.lemma_.lower()
    if via in _SUBJECTS and untruth.is_on_paper(head):
        return True
    if told and via in _SUBJECTS and (so := untruth.tallies(head)) is not None:
        return not so
    if told and via in _SET_BESIDE and is_telling(node) and _is_called_beside(node):
        return True
    before = via in _SUBJECTS or (is_going_round(node) and head.i > node.i)
    if told and before and _called_untrue(head):
        return True
    if told and via in _SUBJECTS and untruth.is_named(head):
        return False
    if told and via in _SUBJECTS and lemma in _WORDS["ground"]:
        return bool(negated(head))
    if told and via in _OBJECTS and lemma in _WORDS["denial"] and is_telling(node):
        return None if _is_moot(head) else not negated(head)
    return not negated(head) if told and is_brushed_off(node) else None


def _is_called_beside(account: Token) -> bool:
    """Tell whether what an account is called is hung beside it, behind the colon of who says so:
    "Army: reports that it fell are false".
    """
    behind = (c for c in account.head.children if c.dep_ in _SET_BESIDE and c.i > account.i)
    bare = (c for c in behind if all(d.dep_ not in SUBJECTS for d in c.children))
    return account.left_edge.text == ":" and any(map(_called_untrue, bare))


def _is_moot(verb: Token) -> bool:
    """Tell whether nobody in particular disputes an account: "the claim is disputed"."""
    return verb.lemma_ == "dispute" and is_passive(verb) and not of_verb(verb).agents


def _called_untrue(word: Token) -> bool:
    """Tell whether a word says of its subject that it is untrue: "is a fairy tale", "is nothing but
    propaganda", "proved unfounded".
    """
    below = [c for c in word.children if c.i > word.i]
    if any(untruth.is_named(w) for w in (word, *(c for c in below if c.dep_ == "xcomp"))):
        return not negated(word)
    if untruth.is_untrue(word) or untruth.holds_none(word):
        return True
    pairs = {f"{word.lower_} {preposition(c)}": c for c in below if c.dep_ in {"nmod", "obl"}}
    only = pairs.get("nothing but") or (pairs.get("more than") if negated(word) else None)
    return only is not None and untruth.is_named(only)


def is_made_up(node: Token, *, told: bool) -> bool:
    """Tell whether an event or its account is said to be invented: "the footage was staged", "the
    raid was a hoax", "called the reports a fabrication".
    """
    head, lemma = node.head, node.head.lemma_.lower()
    if node.dep_ in SUBJECTS:
        told = told or node.lemma_.lower() in _WORDS["staged"]
        lie = lemma in _WORDS["lie"] and any(c.dep_ == "cop" for c in head.children)
        return lie or lemma in _WORDS["faking"] or (told and lemma in _WORDS["staging"])
    branded = node.dep_ == "obj" and lemma in _WORDS["branding"] | _ESTIMATING
    return branded and any(map(untruth.is_named, _called(node)))


def _called(account: Token) -> Iterator[Token]:
    """Yield what an account is called behind it: "called the report a lie", "described the report
    that it fell as propaganda".
    """
    verb = account.head
    yield from (c for c in verb.children if c.dep_ == "xcomp" and c.i > account.i)
    yield from (t.head for t in account.doc[account.i : verb.sent.end] if t.lower_ == "as")


def disowner(told: Token) -> Token | None:
    """Return the verb by which an account is called untrue before it is named, however the parse
    hangs it: "dismissed as lies claims that", "described as false the claim that".
    """
    if told.lemma_.lower() not in _WORDS["telling"] or told.tag_ not in _ACCOUNTS:
        return None
    first = min((c.left_edge.i for c in told.children if c.dep_ == "nmod:poss"), default=told.i)
    before = told.doc[max(first - _FAR, told.sent.start) : first]
    at = max((n for n, t in enumerate(before) if t.lower_ == "as" and n), default=0)
    called = before[at + 1 :]
    plain = [t for t in called if t.lemma_.lower() not in _UNTRUE]
    if not at or not called or any(t.is_punct or t.pos_ in VERBAL for t in plain):
        return None
    verb = before[at - 1]
    if verb.lemma_.lower() in _WORDS["denial"]:
        return verb if not any(classes.of_word(t) & _LIVING for t in called) else None
    untrue = any(t.lemma_.lower() in _UNTRUE for t in called)
    return verb if untrue and verb.lemma_.lower() in _WORDS["branding"] else None


def _is_baseless(node: Token, *, told: bool) -> bool:
    """Tell whether nothing bears out what is told: "no proof of it", "nothing supports it"."""
    head, via = node.head, node.dep_
    lemma = head.lemma_.lower()
    if lemma in _PROOF:
        found = via == "acl" and head.dep_ == "obj" and negated_phrase(head)
        return bool(found or (told and via == "nmod" and negated(head)))
    return told and via == "obj" and lemma in _BEARING and _by_nothing(head)


def _by_nothing(verb: Token) -> bool:
    """Tell whether nothing does it: "nothing supports it", "nothing that supports it"."""
    above = verb.head if verb.dep_ == "acl:relcl" else None
    nothing = above is not None and (above.lower_ in _NOBODY or bool(negated_phrase(above)))
    return nothing or bool(subject_negated(verb))


def _is_said_untrue(noun: Token) -> bool:
    """The same where the parse takes the noun for the root and hangs "is false" below it."""
    for word in noun.sent:
        below = noun.i in (word.head.i, word.head.head.i) and word.i > noun.i
        if below and is_passive(word) and word.lemma_.lower() in _WORDS["denial"]:
            return not negated(word)
        if below and (so := untruth.tallies(word)) is not None:
            return not so
        if below and any(c.dep_ == "cop" for c in word.children):
            if untruth.is_named(word):
                return not negated(word)
            if word.lemma_.lower() in _WORDS["ground"]:
                return bool(negated(word))
    return False
