"""Whether the text says that it happened or that it did not (data: negations.csv)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import undone
from fogline.reading.factuality.ceasing import ends, goes_on, is_stopping, worded
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.ending import concluded, is_over
from fogline.reading.factuality.unreal import is_unreal
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS, VERBAL
from fogline.reading.grammar.scope import Step, governors, is_falling, is_lacking, is_shown
from fogline.reading.roles.whose import is_truce
from fogline.reading.tables import words
from fogline.reading.triggers.silence import is_unadmitted, is_unspoken
from fogline.reading.triggers.unlisted import FOILING
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_TALES: Final = _WORDS["telling"] | _WORDS["lie"]
_UNTRUE: Final = _WORDS["falsity"] | _WORDS["lie"]
_DENYING: Final = _WORDS["direct"] | _WORDS["replacing"]
_NONE_OF: Final = frozenset({"det", "advmod", "cc", "cc:preconj"})
_DENIED: Final = frozenset({"ccomp", "xcomp", "obj", "acl"})
_SHARED: Final = frozenset({"xcomp", "ccomp"})
_TOLD: Final = frozenset({"acl", "acl:relcl", "nmod", "ccomp", "appos"})
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_OBJECTS: Final = frozenset({"obj", "obl", "nsubj:pass", "parataxis"})
_ACCOUNTS: Final = frozenset({"NN", "NNS", "VBZ"})
_LIVING: Final = frozenset({"people", "force", "actor", "person", "post"})
_BEFORE: Final = frozenset({"compound", "amod", "nmod:poss"})
_FAR: Final = 6
_NOBODY: Final = frozenset({"none", "nobody", "nothing", "neither"})
_HARDLY: Final = frozenset({"hardly", "scarcely", "barely"})
_PROOF: Final = frozenset({"evidence", "proof", "confirmation", "indication"})
_BEARING: Final = frozenset({"back", "bear", "confirm", "corroborate", "substantiate", "support"})
_VERIFIED: Final = frozenset({"confirm", "corroborate", "substantiate", "verify"})
_BEYOND: Final = frozenset({"out", "outside", "beyond"})
_CONTENT: Final = frozenset({"xcomp", "obj", "obl", "ccomp", "advcl", "nsubj:pass"})
_FINITE: Final = frozenset({"ccomp", "csubj", "csubj:pass"})
_REPLACING: Final = frozenset({"mark", "case", "cc"})
_PLACE: Final = frozenset({"place", "effect", "shape", "hold"})
_DIRECT_DEPS: Final = frozenset({"advmod", "det", "case", "cc", "mark", "aux", "dep", "amod"})


def is_negative(trigger: Token, links: list[Link]) -> bool:
    """Tell whether the proposition is denied, negated or said to be absent; two negations
    cancel.
    """
    return negations(trigger, links) % 2 == 1


def negations(trigger: Token, links: list[Link]) -> int:
    """Return how many negations a proposition stands under, of which two cancel: "did not deny
    that it fell", "has not stopped firing".
    """
    if is_unreal(trigger):
        return 1  # also of "had they not come": it is told as what did not come about
    if (denied := undone.denials(trigger)) is not None:
        return denied
    # "They are safe" says that no harm was done.
    found = int(trigger.lower_ in _WORDS["safety"]) + is_over(trigger)
    found += _breaks(trigger) + _beyond(trigger) + _came_to_nothing(trigger)
    found += _stays_away(trigger)
    found += _unstarted(trigger) + _short_of(trigger)
    if is_refuted(trigger):
        return 1 + found + _negated(trigger) + _subject_negated(trigger)
    steps = governors(trigger)
    for below, step in zip([steps[0], *steps], steps, strict=False):
        token, lemma = step.token, step.token.lemma_.lower()
        if step.via and lemma in _WORDS["denial"] and step.via in _DENIED:
            return 1 + found + _negated(token)
        cue = any(link.clause == token.i for link in links) and token.i != trigger.i
        if (cue and not _denying(lemma)) or _has_been(below.token, step.via, token):
            break
        if step.via and is_unadmitted(token):
            break  # "never admitted bombing it": it was done all the same
        # "Nothing suggests that ..." denies it.
        if step.via == "ccomp" and lemma in _WORDS["evidence"]:
            found += _subject_negated(token)
        if _is_no_matter(step):
            continue
        found += _negated(token) + _lexical(step.via, token, below.token) + _yet(token)
        # "No civilian is thought to have been hurt": the subject belongs to both.
        found += _subject_negated(token) if step.via in _SHARED else 0
    found += _subject_negated(trigger) + _object_negated(trigger) + _has_no(trigger)
    return found or _is_unknown(trigger)


def _is_no_matter(step: Step) -> bool:
    """Tell whether a negation of a word leaves what stands below it as it is."""
    lemma = step.token.lemma_.lower()
    if lemma in FOILING and step.via in PATIENTS:
        return True
    # "He did not say that ..." leaves it open; "I do not believe that ..." denies it.
    if step.via in _FINITE:
        return lemma not in _WORDS["raising"]
    # "The raid could not be verified" leaves it open.
    if step.via == "nsubj:pass":
        return lemma in _VERIFIED
    # "They had no idea that ..." takes it for a fact, as does "no word on when they will leave".
    known = step.via == "acl" and lemma in _WORDS["factive"]
    return known or (step.via in {"acl", "nmod"} and is_unspoken(step.token))


def is_outright(trigger: Token) -> bool:
    """Tell whether words that nothing else moves say that it is not so, or is no longer."""
    told = is_unreal(trigger) or is_over(trigger) or is_shown(trigger)
    told = told or undone.is_outright(trigger)
    return told or _stays_away(trigger) > 0 or is_foiled(trigger)


def is_foiled(event: Token) -> bool:
    """Tell whether a deed was tried and came to nothing: "foiled an attack", "foiled an attempt to
    storm the base".
    """
    tried = event.head if event.dep_ == "acl" and event.tag_ == "VB" else event
    return tried.dep_ in PATIENTS and tried.head.lemma_.lower() in FOILING


def _has_been(event: Token, via: str, governor: Token) -> bool:
    """Tell whether an event goes on or has been, whatever is said of its end above it."""
    over = via.startswith("nsubj") and concluded(event) is not None
    # "The raid was no hoax": what is not invented has been.
    return over or goes_on(event, via, governor) or _is_made_up(event, told=False)


def is_refuted(token: Token) -> bool:
    """Tell whether somebody calls untrue what a report or a speaker says: "reports of a raid are
    false", "they dismissed the claim that", "the lie that".
    """
    return token.doc.once(_is_refuted, token)


def _verdict(node: Token, *, told: bool) -> bool | None:
    """Tell whether an account is called untrue right where it is named; None where it is not
    judged there.
    """
    if _is_contradicted(node):
        return True
    made_up = _is_made_up(node, told=told or _is_telling(node))
    verb = node.head if made_up else disowner(node)
    return None if verb is None else not _negated(verb)


def _is_contradicted(node: Token) -> bool:
    """Tell whether a report is set against what was so: "contrary to reports that it fell"."""
    head = node.head
    return _is_telling(node) and head.lower_ == "contrary" and preposition(node) == "to"


def _is_refuted(token: Token) -> bool:
    node, told = token, _is_telling(token)
    for _ in range(_FAR):
        head, via = node.head, node.dep_
        lemma = head.lemma_.lower()
        if (verdict := _verdict(node, told=told)) is not None:
            return verdict
        if head.i == node.i:
            return told and _is_telling(node) and _is_said_untrue(node)
        if via == "advcl" or (via == "acl:relcl" and head.pos_ != "PRON"):
            return False
        told = told or (via in _TOLD and lemma in _TALES)
        if via in _TOLD and head.pos_ == "NOUN" and lemma in _WORDS["lie"]:
            return True
        if _is_baseless(node, told=told):
            return True
        if told and via in _SUBJECTS and lemma in _UNTRUE:
            return not _negated(head)
        if told and via in _SUBJECTS and lemma in _WORDS["ground"]:
            return bool(_negated(head))
        if told and via in _OBJECTS and lemma in _WORDS["denial"] and _is_telling(node):
            return not _negated(head)
        node = head
    return False


def _is_made_up(node: Token, *, told: bool) -> bool:
    """Tell whether an event or its account is said to be invented: "the footage was staged", "the
    raid was a hoax", "called the reports a fabrication".
    """
    head, lemma = node.head, node.head.lemma_.lower()
    if node.dep_ in SUBJECTS:
        told = told or node.lemma_.lower() in _WORDS["staged"]
        lie = lemma in _WORDS["lie"] and any(c.dep_ == "cop" for c in head.children)
        return lie or lemma in _WORDS["faking"] or (told and lemma in _WORDS["staging"])
    branded = node.dep_ == "obj" and lemma in _WORDS["branding"]
    named = (c for c in head.children if c.dep_ == "xcomp" and c.i > node.i) if branded else ()
    return any(c.lemma_.lower() in _UNTRUE for c in named)


def disowner(told: Token) -> Token | None:
    """Return the verb by which an account is called untrue before it is named, however the parse
    hangs it: "dismissed as lies claims that", "described as false the claim that".
    """
    if told.lemma_.lower() not in _WORDS["telling"] or told.tag_ not in _ACCOUNTS:
        return None
    before = told.doc[max(told.i - _FAR, told.sent.start) : told.i]
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
        found = via == "acl" and head.dep_ == "obj" and _negated_phrase(head)
        return bool(found or (told and via == "nmod" and _negated(head)))
    return told and via == "obj" and lemma in _BEARING and _by_nothing(head)


def _by_nothing(verb: Token) -> bool:
    """Tell whether nothing does it: "nothing supports it", "nothing that supports it"."""
    above = verb.head if verb.dep_ == "acl:relcl" else None
    nothing = above is not None and (above.lower_ in _NOBODY or bool(_negated_phrase(above)))
    return nothing or bool(_subject_negated(verb))


def _is_telling(noun: Token) -> bool:
    if noun.lemma_.lower() not in _WORDS["telling"]:
        return False
    # "Reports that the town fell were false": a parse may take the first word for a verb.
    verbal = noun.tag_ == "VBZ" and noun.dep_ in {"root", "obj"}
    subject = any(c.dep_.startswith("nsubj") for c in noun.children)
    return noun.pos_ == "NOUN" or (verbal and not subject)


def _is_said_untrue(noun: Token) -> bool:
    """The same where the parse takes the noun for the root and hangs "is false" below it."""
    for word in noun.sent:
        below = noun.i in (word.head.i, word.head.head.i) and word.i > noun.i
        if below and any(c.dep_ == "cop" for c in word.children):
            lemma = word.lemma_.lower()
            if lemma in _UNTRUE:
                return not _negated(word)
            if lemma in _WORDS["ground"]:
                return bool(_negated(word))
    return False


def _breaks(trigger: Token) -> int:
    """Count a truce that is not kept: "violated the ceasefire", "the truce may collapse"."""
    if trigger.pos_ != "VERB":
        return 0
    broken = worded(trigger) in _WORDS["breaking"]
    broken = broken and any(map(is_truce, of_verb(trigger).objects))
    return int(broken or (is_falling(trigger) and any(map(is_truce, of_verb(trigger).subjects))))


def _came_to_nothing(trigger: Token) -> int:
    """Count a plan that was not carried out: "the talks fell through"."""
    verb = trigger.head
    phrase = " ".join(
        [verb.lemma_.lower(), *(c.lower_ for c in verb.children if c.i == verb.i + 1)]
    )
    return int(trigger.dep_ == "nsubj" and phrase in _WORDS["lapsing"])


def _stays_away(trigger: Token) -> int:
    """Count who is not there by keeping away: "the jets stayed away from the city"."""
    stays = trigger.lemma_.lower() in _WORDS["staying"] and trigger.i + 1 < len(trigger.doc)
    return int(stays and trigger.nbor().lower_ in _WORDS["away"])


def _beyond(trigger: Token) -> int:
    """Count what lies out of somebody's control: "out of army control", "beyond their control"."""
    cases = {c.lower_ for c in trigger.children if c.dep_ == "case"}
    return int(trigger.lemma_.lower() == "control" and bool(cases & _BEYOND))


def _negated(token: Token) -> int:
    return int(any(c.dep_ in _DIRECT_DEPS and _denies(c) for c in token.children))


def _has_no(noun: Token) -> int:
    """Count a "no" that the parse hangs on a word before the noun: "no mains electricity"."""
    first = noun.left_edge
    within = first.head.head.i == noun.i and first.head.dep_ in _BEFORE
    return int(first.lower_ == "no" and noun.pos_ == "NOUN" and within)


def _denies(word: Token) -> bool:
    """Tell whether a word negates: "not", "never", "no longer"."""
    if any(c.lower_ in _WORDS["nearly"] for c in word.children):
        return False  # "almost no chance" is a chance
    if word.lower_ in _WORDS["replacing"] and word.dep_ not in _REPLACING:
        return False  # "instead, they left", "would rather leave"
    if word.i and word.nbor(-1).lower_ == "as":
        return False  # "as likely as not"
    if (
        word.lower_ == "not"
        and word.i + 1 < len(word.doc)
        and word.nbor().lower_ in _WORDS["merely"]
    ):
        return False  # "not only shelled the town but"
    if word.lower_ in _WORDS["missing"]:
        return _falls_short(word)
    longer = word.lower_ == "longer" and any(c.lower_ == "no" for c in word.children)
    return longer or word.lower_ in _DENYING


def _falls_short(word: Token) -> bool:
    """Tell whether "nearly" says that it was not done; "nearly destroyed" was in good part."""
    verb = word.head
    done = verb.tag_ in {"VBD", "VBN"} and word.dep_ == "advmod" and word.i < verb.i
    return done and verb.lemma_.lower() not in _WORDS["gradual"]


def _is_unknown(event: Token) -> int:
    """Count what nobody knows any of: "was not aware of any attack", "nobody knew of any raid"."""
    any_of = any(c.dep_ == "det" and c.lower_ == "any" for c in event.children)
    above = event.head
    if not any_of or event.dep_ not in {"obl", "obj", "nmod"} or not above.i < event.i:
        return 0
    return int(bool(_negated(above) or _negated_phrase(above) or _subject_negated(above)))


def _subject_negated(trigger: Token) -> int:
    """Count "no troops surrendered" and "none of them was hit"."""
    for child in trigger.children:
        if child.dep_ in SUBJECTS:
            if child.lower_ in _NOBODY:
                return 1
            return _negated_phrase(child)
    return 0


def _object_negated(trigger: Token) -> int:
    """Count "released no prisoners", "killed nobody"."""
    objects = [c for c in trigger.children if c.dep_ == "obj"]
    return int(any(o.lower_ in _NOBODY or _negated_phrase(o) for o in objects))


def _negated_phrase(noun: Token) -> int:
    """Count "no soldier", "not one soldier", "hardly any aid"."""
    near = {c.lower_ for c in noun.children if c.dep_ in _NONE_OF or c.dep_ == "nummod"}
    few = {"not", "one"} <= near or ("any" in near and bool(near & _HARDLY))
    return int(bool(near & {"no", "neither"}) or few)


def _yet(verb: Token) -> int:
    """Count "has yet to fall" and "is yet to be seen"."""
    above = verb.head
    waits = verb.dep_ == "xcomp" and above.lemma_.lower() in {"have", "be", "remain"}
    return int(waits and any(c.lower_ == "yet" for t in (verb, above) for c in t.children))


def _unstarted(event: Token) -> int:
    """Count what "has yet to begin" or "failed to materialise"."""
    verb = event.head
    if not event.dep_.startswith("nsubj"):
        return 0
    told = (verb, *(c for c in verb.children if c.dep_ == "xcomp"))
    awaited = verb.lemma_ == "fail" or any(c.lower_ == "yet" for v in told for c in v.children)
    return int(awaited and any(is_infinitive(v) and _begins(v) for v in told))


def _begins(verb: Token) -> bool:
    """Tell whether a verb says no more than that something comes about: "take place"."""
    objects = {c.lower_ for c in verb.children if c.dep_ == "obj"}
    return verb.lemma_.lower() in _WORDS["beginning"] and objects <= _PLACE


def _short_of(event: Token) -> int:
    """Count what somebody "stopped short of" doing."""
    return int(event.head.lower_ == "short" and any(c.lower_ == "of" for c in event.children))


def _lexical(via: str, token: Token, below: Token) -> int:
    lemma = token.lemma_.lower()
    if via == "nsubj" and token.tag_ == "VBN" and token.head.i != below.i:
        via = "nsubj:pass" if any(c.dep_ == "cop" for c in token.children) else via
    if via in {"nmod", "acl"} and token.pos_ == "NOUN":
        return int(lemma in _WORDS["noun"])
    if via in _CONTENT and token.pos_ == "VERB" and not is_lacking(below):
        barred = via == "advcl" and lemma in _WORDS["barring"]
        if is_stopping(token) and not barred:
            return int(ends(below, via, token))
        return int(worded(token) in _WORDS["verb"] or barred)
    if via in {"xcomp", "nsubj", "csubj", "ccomp"} and token.pos_ in {"ADJ", "ADV"}:
        return int(lemma in _WORDS["adjective"])
    return 0


def _denying(lemma: str) -> bool:
    return lemma in _WORDS["denial"] or lemma in _WORDS["verb"]
