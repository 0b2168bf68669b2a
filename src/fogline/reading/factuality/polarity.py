"""Whether the text says that it happened or that it did not (data: negations.csv)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import checked, ellipsis, forgone, questions, untruth, wagers
from fogline.reading.factuality.accounts import is_telling
from fogline.reading.factuality.ceasing import ends, goes_on, is_stopping, worded
from fogline.reading.factuality.clearing import acquits
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.ending import concluded, is_over
from fogline.reading.factuality.mistaken import is_mistaken
from fogline.reading.factuality.negating import (
    has_no,
    leaves_only,
    negated,
    negated_phrase,
    none_left,
    not_again,
    object_negated,
    subject_negated,
)
from fogline.reading.factuality.ranking import is_ranked
from fogline.reading.factuality.refuting import is_made_up, is_presupposed, is_refuted
from fogline.reading.factuality.resolve import is_resolved, resolves, undeterred
from fogline.reading.factuality.unborne import (
    harm_of,
    is_disbelieved,
    is_taken_for_granted,
    is_told_falsely,
    is_unbelieved,
    is_unborne,
    only_harmless,
)
from fogline.reading.factuality.undone import is_near_miss, is_parted, is_postponed, is_undone
from fogline.reading.factuality.unreal import is_unreal
from fogline.reading.factuality.unseen import is_unnoticed
from fogline.reading.factuality.unshared import unshared
from fogline.reading.factuality.withheld import is_withheld
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.grammar.scope import (
    BRIDGES,
    Step,
    governors,
    is_falling,
    is_lacking,
    is_shared,
    is_shown,
)
from fogline.reading.roles.averting import is_banned, is_unaverted
from fogline.reading.roles.unclaimed import is_owning
from fogline.reading.roles.whose import is_truce
from fogline.reading.tables import words
from fogline.reading.triggers.silence import is_unadmitted, is_unspoken
from fogline.reading.triggers.unlisted import FOILING
from fogline.reading.words import classes
from fogline.reading.words.calling import any_of, told_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from fogline.reading.attribution.attribution import Link
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_DENIED: Final = frozenset({"ccomp", "xcomp", "obj", "acl"})
_SHARED: Final = frozenset({"xcomp", "ccomp"})
_VERIFIED: Final = _WORDS["confirming"]
_PROVED: Final = _WORDS["proving"]
_BEYOND: Final = frozenset({"out", "outside", "beyond"})
_CONTENT: Final = frozenset({"xcomp", "obj", "obl", "ccomp", "advcl", "nsubj:pass"})
_NEAR: Final = 6
_FINITE: Final = frozenset({"ccomp", "csubj", "csubj:pass"})
_PLACE: Final = _WORDS["taking hold"]


def is_negative(trigger: Token, links: list[Link]) -> bool:
    """Tell whether the proposition is denied, negated or said to be absent; two negations
    cancel.
    """
    return negations(trigger, links) % 2 == 1


def negations(trigger: Token, links: list[Link]) -> int:
    """Return how many negations a proposition stands under, of which two cancel: "did not deny
    that it fell", "has not stopped firing".
    """
    if (told := _told_outright(trigger, links)) is not None:
        return told
    found = _of_itself(ellipsis.left_out(trigger) or trigger)
    if _is_refuted(trigger) or checked.is_false(trigger):
        return 1 + found + _within(trigger)
    steps = governors(trigger)
    for below, step in zip([steps[0], *steps], steps, strict=False):
        token = step.token
        if step.via in _DENIED and token.lemma_.lower() in _WORDS["denial"]:
            if forgone.is_attempted(token):
                return found  # "a desperate attempt to deny the raid": who says so takes it for so
            return 1 + found + negated(token) + subject_negated(token)
        cue = any(link.clause == token.i for link in links) and token.i != trigger.i
        more, goes_up = _by_step(below.token, step, cue=cue)
        found += more
        if not goes_up:
            break
    found += subject_negated(trigger) + object_negated(trigger)
    found += has_no(trigger) + not_again(trigger) + none_left(trigger)
    return found or _is_unknown(trigger)


def _within(trigger: Token) -> int:
    """Count the negations that stand in what an account tells: "the claim that they released no
    prisoners is false", "spare me the talk that they had no hand in the raid".
    """
    steps = governors(trigger)
    below = [steps[0], *steps]
    parted = (unshared(b.token, s) for b, s in zip(below, steps, strict=False))
    shares = (negated(s.token) for b, s in zip(below, steps, strict=False) if _is_share(b, s))
    own = negated(trigger) + subject_negated(trigger) + object_negated(trigger) + has_no(trigger)
    return own + sum(parted) + sum(shares)


def _is_share(below: Step, step: Step) -> bool:
    """Tell whether a noun is a share in what hangs on it: "hand" of "no hand in the raid"."""
    return step.via == "nmod" and is_shared(below.token)


def _by_step(below: Token, step: Step, *, cue: bool) -> tuple[int, bool]:
    """Return how many negations a word above brings, and whether those above it count too."""
    token, lemma = step.token, step.token.lemma_.lower()
    if below.lemma_.lower() in BRIDGES["manner"]:
        return 0, False  # "cannot say with certainty that it fell" leaves it open
    disbelieved = is_disbelieved(step, below)
    if is_owning(token, below):
        return 0, False  # "nobody has claimed the raid": it was made all the same
    if (cue and not _denying(lemma)) or _has_been(below, step.via, token):
        return int(cue and disbelieved), False
    if disbelieved:
        return 1, True
    if step.via and is_unadmitted(token):
        return 0, False  # "never admitted bombing it": it was done all the same
    # "Nothing suggests that ..." denies it.
    evidence = step.via == "ccomp" and lemma in _WORDS["evidence"]
    found = subject_negated(token) if evidence else 0
    # "They were not able to verify that it fell" leaves it open.
    unable = step.via == "xcomp" and below.lemma_.lower() in _VERIFIED
    unable = unable or resolves(token)
    if unable or _is_no_matter(step) or is_taken_for_granted(below) or _is_only_way(below):
        return found, True
    found += negated(token) + _lexical(step.via, token, below) + _yet(token)
    found += unshared(below, step) + (undeterred(token) if step.via else 0)
    # "No civilian is thought to have been hurt": the subject belongs to both.
    return found + (subject_negated(token) if step.via in _SHARED else 0), True


def _told_outright(trigger: Token, links: list[Link]) -> int | None:
    """Return how many negations stand over what is said not to be so in words that nothing else
    moves; None of what is not.
    """
    if (counted := _so_told(trigger)) is not None:
        return counted
    if (answered := ellipsis.answer(trigger)) is not None:
        return negated(trigger) + int(ellipsis.is_denied(answered))
    if (said := questions.answered(trigger)) is not None:
        return int(not said)
    if ellipsis.is_alive(trigger):
        return 1
    if (whole := _named_by(trigger)) is not None:
        return negations(whole, links)
    if (harm := harm_of(trigger)) is not None and (told := negations(harm, links)):
        return told
    if is_unnoticed(trigger):
        return 1
    return 1 + negated(trigger) + subject_negated(trigger) if is_unborne(trigger) else None


_KNOWN: Final = (
    is_unaverted, is_ranked, untruth.is_hidden, only_harmless, wagers.wager, is_presupposed,
)  # fmt: skip
_is_known: Final[Callable[[Token], bool]] = any_of(*_KNOWN)


@told_by(
    *_KNOWN, is_unreal, is_banned, is_undone, is_withheld, is_mistaken, forgone.denials,
    otherwise=None,
)  # fmt: skip
def _so_told(trigger: Token) -> int | None:
    """The same of what is averted, ranked, unreal, undone, withheld or denied."""
    if _is_known(trigger):
        return 0
    if is_mistaken(trigger):  # "would not fall. We were wrong": it fell
        return 1 + negated(trigger) + subject_negated(trigger)
    # Also of "had they not come": it is told as what did not come about.
    if is_unreal(trigger) or is_banned(trigger) or is_undone(trigger):
        return 1
    return 1 + negated(trigger.head) if is_withheld(trigger) else forgone.denials(trigger)


def _is_no_matter(step: Step) -> bool:
    """Tell whether a negation of a word leaves what stands below it as it is."""
    lemma = step.token.lemma_.lower()
    if lemma in FOILING and step.via in PATIENTS:
        return True
    if lemma in _WORDS["excluding"] and step.via in PATIENTS and negated(step.token):
        return True  # "a role in the raid cannot be excluded"
    # "He did not say that ..." leaves it open; "I do not believe that ..." denies it.
    if step.via in _FINITE:
        return lemma not in _WORDS["raising"]
    # "The raid could not be verified" leaves it open.
    if step.via == "nsubj:pass":
        return lemma in _VERIFIED | _PROVED
    # "They had no idea that ..." takes it for a fact, as does "no word on when they will leave".
    known = step.via == "acl" and lemma in _WORDS["factive"]
    # "There is no confirmation that ..." leaves it open.
    known = known or (step.via in {"acl", "nmod"} and lemma in _WORDS["verifying"])
    return known or (step.via in {"acl", "nmod"} and is_unspoken(step.token))


@told_by({"but", "than", "except"})
def _is_only_way(below: Token) -> bool:
    """Tell whether a negation only says that nothing else is left: "no choice but to leave", "did
    not have a choice but to leave".
    """
    return any(map(leaves_only, (below, *below.children)))


def is_outright(trigger: Token) -> bool:
    """Tell whether words that nothing else moves say that it is not so, or is no longer."""
    counted = _stays_away(trigger) + acquits(trigger) > 0
    answered = (
        ellipsis.is_alive(trigger)
        or ellipsis.answer(trigger) is not None
        or questions.answered(trigger) is not None
    )
    return counted or answered or _named_by(trigger) is not None or _is_plain(trigger)


def _named_by(word: Token) -> Token | None:
    """Return the deed whose kind a word before it names: "operations" of "assault operations"."""
    before = word.dep_ == "compound" and word.pos_ == "NOUN" and word.head.i > word.i
    deeds = before and "attack" in classes.of_word(word) and "attack" in classes.of_word(word.head)
    return word.head if deeds else None


@told_by(FOILING)
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
    return over or goes_on(event, via, governor) or is_made_up(event, told=False)


@told_by(_WORDS["breaking"], _WORDS["falling"], _WORDS["breach"], otherwise=0)
def _breaks(trigger: Token) -> int:
    """Count a truce that is not kept: "violated the ceasefire", "the truce may collapse"."""
    if trigger.pos_ != "VERB":
        return int(_is_breach(trigger))
    broken = worded(trigger) in _WORDS["breaking"]
    broken = broken and any(map(is_truce, of_verb(trigger).objects))
    return int(broken or (is_falling(trigger) and any(map(is_truce, of_verb(trigger).subjects))))


@told_by(_WORDS["breach"])
def _is_breach(noun: Token) -> bool:
    """Tell whether a noun says of a truce that it is not kept: "violations of the truce"."""
    breach = noun.lemma_.lower() in _WORDS["breach"] and noun.pos_ == "NOUN"
    return breach and any(c.dep_ in {"compound", "nmod"} and is_truce(c) for c in noun.children)


@told_by(_WORDS["lapsing"], otherwise=0)
def _came_to_nothing(trigger: Token) -> int:
    """Count a plan that was not carried out: "the talks fell through"."""
    verb = trigger.head
    phrase = " ".join(
        [verb.lemma_.lower(), *(c.lower_ for c in verb.children if c.i == verb.i + 1)]
    )
    return int(trigger.dep_ == "nsubj" and phrase in _WORDS["lapsing"])


@told_by(_WORDS["staying"], otherwise=0)
def _stays_away(trigger: Token) -> int:
    """Count who is not there by keeping away: "the jets stayed away from the city"; who shuns talks
    does so.
    """
    stays = trigger.lemma_.lower() in _WORDS["staying"] and trigger.i + 1 < len(trigger.doc)
    away = stays and trigger.nbor().lower_ in _WORDS["away"]
    behind = trigger.doc[trigger.i + 1 : trigger.i + _NEAR]
    return int(away and all("talks" not in classes.of_word(t) for t in behind))


@told_by({"control"}, otherwise=0)
def _beyond(trigger: Token) -> int:
    """Count what lies out of somebody's control: "out of army control", "beyond their control"."""
    cases = {c.lower_ for c in trigger.children if c.dep_ == "case"}
    return int(trigger.lemma_.lower() == "control" and bool(cases & _BEYOND))


@told_by({"any"}, otherwise=0)
def _is_unknown(event: Token) -> int:
    """Count what nobody knows any of: "was not aware of any attack", "nobody knew of any raid"."""
    any_of = any(c.dep_ == "det" and c.lower_ == "any" for c in event.children)
    above = event.head
    if not any_of or event.dep_ not in {"obl", "obj", "nmod"} or not above.i < event.i:
        return 0
    return int(bool(negated(above) or negated_phrase(above) or subject_negated(above)))


@told_by({"yet"}, otherwise=0)
def _yet(verb: Token) -> int:
    """Count "has yet to fall" and "is yet to be seen"."""
    above = verb.head
    waits = verb.dep_ == "xcomp" and above.lemma_.lower() in {"have", "be", "remain"}
    return int(waits and any(c.lower_ == "yet" for t in (verb, above) for c in t.children))


@told_by({"yet", "fail"}, otherwise=0)
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


@told_by({"short"}, otherwise=0)
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


@told_by(is_refuted)
def _is_refuted(trigger: Token) -> bool:
    """Tell whether an event is told by an account that is called untrue; an accusation has been
    made, whatever is said of it.
    """
    return is_refuted(trigger) and not is_telling(trigger)


@told_by(is_refuted)
def _is_account(trigger: Token) -> bool:
    """Tell whether an event is what an account tells that is called untrue, not who calls it so.

    Whose "saying" it is in "disputed the account saying that" is asked step by step.
    """
    saying = any(t.tag_ == "VBG" and t.dep_ == "acl" for t in trigger.ancestors)
    return not (_denying(trigger.lemma_.lower()) or saying) and _is_refuted(trigger)


@told_by(
    _WORDS["safety"], is_over, _breaks, _beyond, _came_to_nothing, _stays_away, acquits, _unstarted,
    _short_of, is_parted, otherwise=0,
)  # fmt: skip
def _of_itself(trigger: Token) -> int:
    """Return how many negations its own words tell of: "safe" says that no harm was done."""
    found = int(trigger.lower_ in _WORDS["safety"]) + is_over(trigger)
    found += _breaks(trigger) + _beyond(trigger) + _came_to_nothing(trigger)
    found += _stays_away(trigger) + acquits(trigger)
    found += _unstarted(trigger) + _short_of(trigger)
    return found + int(is_parted(trigger) and not negated(trigger))


_is_plain: Final[Callable[[Token], bool]] = any_of(
    *_KNOWN,
    is_unreal,
    is_over,
    is_shown,
    is_foiled,
    is_undone,
    is_mistaken,
    is_near_miss,
    is_postponed,
    is_unborne,
    is_unnoticed,
    is_withheld,
    is_banned,
    leaves_only,
    untruth.is_stamped,
    checked.is_false,
    _is_account,
    forgone.is_outright,
    is_told_falsely,
    is_unbelieved,
    is_parted,
    is_resolved,
    _is_breach,
)
