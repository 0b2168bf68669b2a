"""Whether a trigger asserts an event or only names a topic (codebook, sections 1 and 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_announced, is_subjunctive
from fogline.reading.factuality.ending import is_put_to_end
from fogline.reading.grammar.phrases import is_definite, preposition
from fogline.reading.grammar.scope import is_completing
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.triggers.triggers import Entry

_WORDS: Final = words("topics.csv", "words")
_DENIAL: Final = words("negations.csv", "word")["denial"]


_DESCRIBING: Final = frozenset({"ASSAULT", "CONTROL", "COERCE", "CONDITION"})
_STANDING: Final = frozenset({"RETREAT", "AGREE", "CONSULT"})
_BACKING: Final = frozenset({"SUPPORT", "AID", "COOPERATE"})
_OVER: Final = frozenset({"on", "about", "over"})
_ASKING: Final = frozenset({"whether", "if", "how", "why", "what", "when", "who", "where"})


def is_asserted(head: Token, entry: Entry) -> bool:
    """Tell whether the trigger's place in the sentence makes it a proposition."""
    if entry.kind == "nouns":
        return _noun_asserts(head, entry)
    if head.dep_ == "amod" and (entry.event not in _DESCRIBING or _only_tells_which(entry)):
        return False
    if _is_left_open(head):
        return False
    if head.dep_ == "acl" and entry.event in _BACKING and head.tag_ == "VBN":
        return False
    return not (_is_purpose(head) or _is_demanded(head) or _is_question(head, entry))


def _only_tells_which(entry: Entry) -> bool:
    """Tell whether such a word before a noun says whom or what is meant: "displaced families"."""
    return entry.mode == "displace" or entry.rank == "state"


def _is_left_open(verb: Token) -> bool:
    """Tell whether somebody neither confirms nor denies."""
    if verb.lemma_.lower() != "deny" or verb.dep_ != "conj":
        return False
    return verb.head.lemma_.lower() in {"confirm", "admit"}


def _is_question(head: Token, entry: Entry) -> bool:
    """Tell whether a verb of asking only asks a question: "asked whether ..."."""
    if entry.event != "REQUEST":
        return False
    clauses = (c for c in head.children if c.dep_ in {"ccomp", "advcl"})
    return any(g.lower_ in _ASKING for c in clauses for g in c.children)


def _noun_asserts(noun: Token, entry: Entry) -> bool:
    if noun.dep_ in {"compound", "nmod:poss", "amod"} and noun.head.i > noun.i:
        return _is_headline_verb(noun.head)
    fixed = f"{preposition(noun)} {noun.lower_}" in _WORDS["fixed"]
    if fixed or noun.dep_ == "flat" or _is_demanded(noun):
        return False
    of_verb = noun.dep_ in {"nmod", "obl", "obj", "nsubj", "nsubj:pass"}
    if of_verb and _is_topic(noun) and not is_put_to_end(noun):
        return False
    if entry.event in _STANDING and noun.head.lemma_.lower() in _WORDS["standing"]:
        return False
    done = noun.dep_ == "obj" and noun.head.lemma_.lower() in _WORDS["light"]
    named = noun.dep_ in {"obj", "obl", "nmod"} and _bare(noun)
    return done or not (entry.rank == "speech" and (named or _is_only_denied(noun)))


def _is_only_denied(noun: Token) -> bool:
    """Tell whether a noun names what was just said for who denies it: ", an accusation Moscow
    rejects".
    """
    told = (c for c in noun.children if c.dep_ in {"acl", "acl:relcl"})
    again = noun.dep_ in {"appos", "parataxis"}
    return again and any(c.lemma_.lower() in _DENIAL for c in told)


def _is_headline_verb(word: Token) -> bool:
    """Tell whether a headline's verb was taken for a noun: "Fighting rages in the port"."""
    heading = word.dep_ in {"root", "appos", "parataxis", "conj"}
    return heading and word.tag_ == "NNS" and word.lower_ in _WORDS["happening"]


def _is_topic(noun: Token) -> bool:
    """Tell whether a noun is only what is talked of, condemned or prepared against."""
    governor, case = noun.head, preposition(noun)
    lemma = governor.lemma_.lower()
    if noun.dep_ == "obj" and lemma in _WORDS["speech"] and (is_definite(noun) or _bare(noun)):
        return True
    if lemma in _WORDS["topic"] and case in {"on", "about", "over", "of", "for", "against", "to"}:
        return True
    return case in {"despite", "against", "about", "regarding", "for"} and lemma in _WORDS["speech"]


def _is_demanded(token: Token) -> bool:
    """Tell whether the trigger is what somebody demands or asks for."""
    node = token
    while node.head.i != node.i:
        if node.dep_ in {"xcomp", "ccomp", "obj", "obl", "nmod", "acl", "advcl"}:
            asks = _asks(node.head, node) and node.i > node.head.i
            if asks and _is_clausal(node):
                return node.head.lemma_.lower() != "insist" or not is_stated(node)
        if node.dep_ in {"acl:relcl", "advcl", "appos", "parataxis"}:
            return False
        node = node.head
    return False


def _asks(verb: Token, content: Token) -> bool:
    """Tell whether a word demands something: "urged", "pressed them to leave", not "pressed on"."""
    lemma = verb.lemma_.lower()
    return lemma in _WORDS["demand"] or (lemma in _WORDS["pressing"] and _infinitive(content))


def _is_clausal(node: Token) -> bool:
    """Tell whether a word is the content of the one above it: "called for a truce", "to leave"."""
    if node.dep_ in {"xcomp", "ccomp", "acl", "obj"} or _infinitive(node):
        return True
    if node.head.lemma_.lower() == "insist" and preposition(node) == "on":
        return True
    return preposition(node) in {"for", "to"}


def is_stated(clause: Token) -> bool:
    """Tell whether a clause states a fact: "insists that it withdrew", not "that it withdraw"."""
    if clause.dep_ != "ccomp" or is_subjunctive(clause):
        return False
    finite = {"VBD", "VBZ"}
    # A headline's verb may be taken for a noun: "insists army fights on".
    return clause.tag_ in finite | {"NNS"} or any(
        c.tag_ in finite for c in clause.children if c.dep_ in {"aux", "aux:pass", "cop"}
    )


def _infinitive(node: Token) -> bool:
    return node.tag_ == "VB" and any(c.lower_ == "to" for c in node.children)


def _is_purpose(verb: Token) -> bool:
    """Tell whether a verb stands in "to lift the siege", "in order to defeat"."""
    if verb.tag_ != "VB" or verb.dep_ not in {"advcl", "acl"}:
        return False
    if is_completing(verb) or is_announced(verb):
        return False
    if not any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children):
        return False
    return verb.dep_ == "advcl" or verb.head.lemma_.lower() not in _WORDS["intent"]


def names_topic(gerund: Token) -> bool:
    """Tell whether a gerund only says what talks are about: "talks with them on reopening it"."""
    if gerund.tag_ != "VBG" or gerund.dep_ not in {"acl", "advcl"}:
        return False
    if not any(c.lower_ in _OVER and c.dep_ in {"mark", "case"} for c in gerund.children):
        return False
    above = gerund.head
    held = (c for c in above.children if c.dep_ == "obj")
    return any("talks" in classes.of_word(t) for t in (above, above.head, *held))


def _bare(noun: Token) -> bool:
    return not any(c.dep_ in {"nmod", "acl", "acl:relcl", "nmod:poss"} for c in noun.children)
