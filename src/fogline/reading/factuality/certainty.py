"""How sure the text is of a claim, and the words that say so (codebook section 3; data:
hedges.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.factuality import checked, headed, odds, questions, staking, unseen, wagers
from fogline.reading.factuality.accounts import is_aim, is_bogus
from fogline.reading.factuality.added import added, is_anybody, is_negated, is_vague, owns, tagged
from fogline.reading.factuality.belied import belied
from fogline.reading.factuality.conditions import is_condition, is_wondered
from fogline.reading.factuality.disputed import disputed
from fogline.reading.factuality.ellipsis import answer
from fogline.reading.factuality.estimating import estimated, is_estimated, of_figures
from fogline.reading.factuality.forgone import is_regretted
from fogline.reading.factuality.hallmarks import hallmarks, of_flags
from fogline.reading.factuality.hedges import LAST, TABLE, Hedge, hit
from fogline.reading.factuality.refuting import is_refuted
from fogline.reading.factuality.scored import scored
from fogline.reading.factuality.unreal import is_forgone
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, SUBJECTS, VERBAL
from fogline.reading.grammar.scope import BRIDGES, auxiliaries, governors, own_time
from fogline.reading.tables import words
from fogline.reading.triggers.silence import is_unadmitted, stops_short
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.attribution.attribution import Link
    from fogline.reading.language import Token


@quick
@dataclass(frozen=True, slots=True)
class Certainty:
    """The weakest hedge on a claim, its probability band, and the tokens that hedge.

    `confidence` is how well founded a judgement is said to be ("with moderate confidence"), which
    is not how likely it is (ICD 203) and moves none of the others; `counted` tells whether figures
    give the band.
    """

    value: str
    probability: tuple[float, float]
    words: tuple[Token, ...]
    confidence: str | None = None
    counted: bool = False


_BELIEVING: Final = frozenset().union(
    *(LAST[kind] for kind in ("passive", "matrix", "belief", "predicate"))
)
_BESIDES: Final = frozenset().union(
    *(LAST[kind] for kind in ("adverb", "adjective", "marker", "predicate", "passive", "short")),
    odds.CHANCES,
    ("if",),
)
_SUPPOSED: Final = TABLE["marker"]["if"]
_PLAIN: Final = Hedge("certain", 0.95, 1.0)
_ORDER: Final = ("certain", "probable", "possible", "unknown")
_BESIDE: Final = {
    "advmod": "adverb",
    "parataxis": "adverb",
    "discourse": "adverb",
    "dep": "adverb",
    "amod": "adjective",
    "mark": "marker",
}
_CONFIDENCE: Final = words("hedges.csv", "hedge")["confidence"]
_COMING: Final = words("standing.csv", "word")["adjective"]
_WHERE: Final = frozenset("in on at near inside outside within around along behind across".split())
_DEALING: Final = words("dealing.csv", "word")
_REFUSING: Final = _DEALING["unwilling"]
_DEPICTING: Final = _DEALING["showing"] | _DEALING["depicting"]
_OBJECTS: Final = frozenset({"obj", "iobj"})
_OPENING: Final = 5  # words before a colon that say how sure is what follows
_NOBODY: Final = frozenset({"nobody", "none", "neither"})
_CLAUSES: Final = frozenset({"ccomp", "csubj", "csubj:pass"})
_PROVEN: Final = _CLAUSES | {"nsubj:pass"}
_SURE: Final = frozenset({"sure", "certain"})


def weigh(triggers: list[Token], links: list[Link]) -> Certainty:
    """Return how sure the text is of the proposition of a trigger and the words it absorbed.

    Hedges count up to the first source that stands by its words; a vague source is a hedge.
    """
    trigger = triggers[0]
    found = _judged_by_others(_hedging(trigger, triggers[1:], links), trigger)
    confidence = _confidence(trigger)
    if (staked := staking.staked(trigger) or scored(trigger)) is not None:
        return Certainty(*staked, confidence, counted=True)
    judged = any(odds.judges(token) for _, token in found)
    if not judged and (closing := odds.closing(trigger)) is not None:
        return Certainty(*closing, confidence, counted=True)
    return _weighed(found, confidence)


def _weighed(found: list[tuple[Hedge, Token]], confidence: str | None) -> Certainty:
    """Return the certainty that hedges leave: that of the one that doubts most."""
    if not found:
        return Certainty("certain", (_PLAIN.low, _PLAIN.high), (), confidence)
    hedging = {token.i: token for _, token in found}
    tokens = tuple(hedging[i] for i in sorted(hedging))
    told = [
        odds.stated(token) or odds.sized(token) or (h.certainty, h.low, h.high)
        for h, token in found
    ]
    value, low, high = max(told, key=lambda one: _ORDER.index(one[0]))
    counted = any(map(odds.stated, tokens))
    return Certainty(value, (low, high), tokens, confidence, counted)


def _hedging(trigger: Token, absorbed: list[Token], links: list[Link]) -> list[tuple[Hedge, Token]]:
    """Return all that hedges a trigger, those that it absorbed, or who tells of it."""
    found = [*_on_the_way(trigger, links), *tagged(trigger), *_vague(links)]
    found += [*hallmarks(trigger), *of_flags(trigger), *of_figures(trigger)]
    found += [*_behind_colon(trigger), *_charged(trigger), *_awaited(trigger)]
    for kind, word in unseen.doubts(trigger):
        found += hit(kind, word.lemma_.lower(), word)
    if links and all(is_anybody(link.source) for link in links):
        found += added(trigger)
    for word in absorbed:
        found += (h for h in _around(word) if h[1].dep_ == "advmod")
    return found


def _judged_by_others(
    found: list[tuple[Hedge, Token]], trigger: Token
) -> list[tuple[Hedge, Token]]:
    """Return the hedges that stand where other sentences say whether it is so: what was asked is
    known where it is answered.
    """
    if belied(trigger) is not None:
        return []
    if checked.holds(trigger) is not None:
        found = [h for h in found if not checked.is_label(h[1])]
    if (doubtful := checked.doubt(trigger)) is not None:
        found = [*found, (_SUPPOSED, doubtful)]
    return [h for h in found if h[0].certainty != "unknown"] if is_answered(trigger) else found


def is_answered(trigger: Token) -> bool:
    """Tell whether it is asked, and answered at once: "Has it fallen? No.", "he said it had"."""
    return answer(trigger) is not None or questions.answered(trigger) is not None


def _on_the_way(trigger: Token, links: list[Link]) -> Iterator[tuple[Hedge, Token]]:
    """Yield the hedges on the way up from a trigger to the first who stands by it."""
    cues = {link.clause for link in links}
    steps = governors(trigger)
    near = len(list(own_time(steps)))
    for n, step in enumerate(steps):
        token, lemma = step.token, step.token.lemma_.lower()
        yield from _left_open(token) if step.via or token.i in cues else ()
        yield from _unverified(token)
        yield from disputed(token)
        yield from estimated(token)
        if token.i in cues and token.i != trigger.i:
            yield from _by_cue(token, lemma)
            yield from _supposed(token)
            return
        yield from _around(token)
        yield from hit("unadmitted", lemma, token) if step.via and is_unadmitted(token) else ()
        yield from _by_modal(token) if n < near else ()
        yield from _supposed(token)
        if step.via:
            yield from _above(token, lemma, step.via, trigger)
    yield from _wagered(trigger)
    yield from _clause_above(trigger)
    yield from _seemed(trigger)
    yield from _thought_there(trigger)
    yield from _before_colon(trigger)
    yield from added(trigger)
    yield from _asked(trigger)


def _above(token: Token, lemma: str, via: str, trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt in which a word leaves what hangs on it, and the trigger with that."""
    if via.startswith("nsubj") and lemma in BRIDGES["seeming"] and _seems_to_come(token):
        yield from hit("matrix", lemma, token)
    if _is_withheld(token) or _is_yet_to_be(token):
        yield from hit("unverified", lemma, token)
        yield from hit("unproven", lemma, token) if via in _PROVEN else ()
    yield from _unsaid(token, lemma)
    if via in {"xcomp", "acl", "obj"} and not is_estimated(trigger):
        yield from hit("prospect", lemma, token)
    if via in {"ccomp", "csubj", "xcomp", "csubj:pass", "obl"}:
        yield from _matrix(token, lemma)
    if token.pos_ == "NOUN" and not _is_judged(token):
        yield from hit("noun", lemma, token)


def _seems_to_come(verb: Token) -> bool:
    """Tell whether it only seems that something is near or goes on: "a raid seems imminent"."""
    told = (c for c in verb.children if c.dep_ == "xcomp")
    return any(c.lower_ in _COMING or c.lower_ == "away" for c in told)


@told_by(LAST["passive"], LAST["matrix"], otherwise=())
def _thought_there(noun: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of where a force is, or what happened: "are thought to be in the town"."""
    if not noun.dep_.startswith("nsubj") or noun.pos_ not in NOUNS:
        return
    for told in (c for c in noun.head.children if c.dep_ == "xcomp"):
        if preposition(told) in _WHERE or told.lemma_.lower() in BRIDGES["verb"]:
            lemma = noun.head.lemma_.lower()
            yield from hit("passive" if is_passive(noun.head) else "matrix", lemma, noun.head)


@told_by(BRIDGES["seeming"], otherwise=())
def _seemed(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt over all that it seems: "it seems that it fell and is burning"."""
    verb = next((s.token for s in governors(trigger) if s.token.dep_ == "conj"), None)
    while verb is not None and verb.dep_ == "conj":
        verb = verb.head
    if verb is None or verb.dep_ not in {"ccomp", "advcl", "csubj"}:
        return
    lemma = verb.head.lemma_.lower()
    if lemma in BRIDGES["seeming"] and any(c.lower_ == "it" for c in verb.head.children):
        yield from hit("matrix", lemma, verb.head)


def _is_judged(account: Token) -> bool:
    """Tell whether an account is called untrue, which leaves no doubt of it."""
    return is_refuted(account) or is_bogus(account)


@told_by(LAST["charge"], otherwise=())
def _charged(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of a charge that nobody is named to make: "charges that they shelled it",
    also where it is itself what is told: "allegations that they shelled it".
    """
    for clause in (step.token for step in governors(trigger)):
        noun = clause.head
        judged = is_aim(clause) or _is_judged(noun)
        if clause.dep_ == "acl" and not (judged or any(map(owns, noun.children))):
            yield from hit("charge", noun.lemma_.lower(), noun)


def _awaited(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of what is still to be confirmed: "if confirmed, it would be the first"."""
    if (mark := headed.unconfirmed(trigger)) is not None:
        yield _SUPPOSED, mark


@told_by(wagers.wager, otherwise=())
def _wagered(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield how likely that is which would surprise, or would be bet on."""
    if (staked := wagers.wager(trigger)) is not None:
        yield staked.hedge, staked.word


@told_by({"neither"}, otherwise=())
def _left_open(verb: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of what is "neither confirmed nor denied"."""
    first = verb.head if verb.dep_ == "conj" else verb
    if verb.lemma_.lower() in _AVOWING:
        for word in (*first.children, *verb.children):
            if word.lower_ == "neither":
                yield TABLE["marker"]["whether"], word


_AVOWING: Final = _DEALING["avowing"]


@told_by(LAST["unverified"], LAST["tag"], otherwise=())
def _unverified(noun: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of a report that nobody could bear out: "the claim could not be verified"."""
    if noun.pos_ != "NOUN":
        return
    beside = [noun.head] if noun.dep_ == "nsubj:pass" else []
    bare = (
        c
        for c in noun.children
        if c.dep_ == "ccomp" and not any(t.dep_ in SUBJECTS for t in c.children)
    )
    for verb in (*beside, *bare, *(c for c in noun.children if c.dep_ == "acl")):
        if is_negated(verb) and is_passive(verb):
            yield from hit("unverified", verb.lemma_.lower(), verb)
    if noun.dep_ == "nsubj":
        said = (noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp"))
        for word in said:
            yield from hit("tag", word.lower_, word)  # "the claim remains unverified"
    if noun.dep_ == "obj" and _is_withheld(noun.head) and not _is_owned(noun):
        yield from hit("unverified", noun.head.lemma_.lower(), noun.head)


def _is_withheld(verb: Token) -> bool:
    """Tell whether somebody does not do it, or could not: "were unable to verify"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    unable = above.lemma_.lower() == "able" and is_negated(above)
    short = stops_short(verb)
    return unable or short or above.lemma_.lower() in _REFUSING or is_negated(verb)


def _is_owned(report: Token) -> bool:
    """Tell whether somebody stands by a report: not "a claim by channels"."""
    owners = (c for c in report.children if c.dep_ in {"nmod", "nmod:poss"} and owns(c))
    return any(not is_anybody(owner) for owner in owners)


def _supposed(token: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield a condition as a hedge: what is only supposed is no more than possible."""
    if is_condition(token):
        while token.dep_ == "conj" and is_condition(token.head):
            token = token.head
        marks = [c for c in token.children if c.lower_ in TABLE["marker"]]
        helpers = [a for a in auxiliaries(token) if a.i < token.left_edge.i + 1]
        word = next(iter((*marks, *helpers)), token)
        yield TABLE["marker"].get(word.lower_, _SUPPOSED), word


def _asked(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of a question in which the trigger stands: "Has the town fallen?"."""
    if questions.is_asked(trigger):
        yield from hit("question", "?", questions.last(trigger))


@told_by({"confidence"}, otherwise=None)
def _confidence(trigger: Token) -> str | None:
    """Return how well founded the sentence says that its judgement is."""
    sentence = trigger.doc.sentences[trigger.i]
    for token in trigger.doc.words.get("confidence", ()):
        if token.i in sentence and token.i > sentence.start:
            told = f"{token.nbor(-1).lower_} confidence"
            if told in _CONFIDENCE:
                return token.nbor(-1).lower_
    return None


@told_by(_BESIDES, otherwise=())
def _around(token: Token) -> Iterator[tuple[Hedge, Token]]:
    before = token.nbor(-1) if token.i else token
    yield from hit("short", before.lower_, before)
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ == "if" and is_wondered(token):
            yield TABLE["marker"]["whether"], child
        elif child.dep_ in _BESIDE and not (child.lower_ == "if" and wagers.is_surprising(token)):
            yield from hit(_BESIDE[child.dep_], child.lower_, child)
        elif child.dep_ == "xcomp" and child.pos_ == "ADJ":
            yield from hit("predicate", child.lower_, child)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            yield from _by_participle(child)
        elif child.lemma_ in odds.CHANCES and preposition(child) == "with":
            yield from hit("noun", child.lower_, child)
    if token.pos_ == "ADJ":
        yield from hit("predicate", token.lower_, token)


@told_by(LAST["modal"], otherwise=())
def _by_modal(token: Token) -> Iterator[tuple[Hedge, Token]]:
    if token.pos_ in {"VERB", "AUX", "ADJ", "NOUN", "ADV"} and not _is_past_duty(token):
        for aux in auxiliaries(token):
            if not (aux.lower_ in {"can", "could"} and _is_able(aux.head)):
                yield from hit("modal", aux.lower_, aux)


def _is_past_duty(token: Token) -> bool:
    """Tell whether it is told what should have been done, which doubts nothing."""
    return is_forgone(token) or is_regretted(token)


def _by_participle(verb: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of "the raid, allegedly carried out by", "the raid believed to have"."""
    if any(c.dep_ == "xcomp" for c in verb.children):
        yield from hit("passive", verb.lemma_.lower(), verb)
    for child in verb.children:
        yield from hit("adverb", child.lower_, child)


def _is_able(verb: Token) -> bool:
    """Tell whether it is told what can be done, not what may be: "could no longer", "could be
    heard".
    """
    sensed = verb.tag_ == "VBN" and verb.lemma_.lower() in {"hear", "see"}
    return sensed or is_negated(verb)


def _is_yet_to_be(verb: Token) -> bool:
    """Tell whether it has not been done so far: "remains to be proven", "has yet to be proven"."""
    above = verb.head
    waits = verb.dep_ == "xcomp" and above.lemma_.lower() in {"remain", "have", "be"}
    yet = any(c.lower_ == "yet" for t in (verb, above) for c in t.children)
    return waits and (yet or above.lemma_.lower() == "remain")


@told_by({"can", "could"}, otherwise=())
def _unsaid(token: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of what nobody can say: "cannot say with certainty that it fell"."""
    surely = lemma in BRIDGES["manner"] or (token.lower_ in _SURE and token.dep_ == "obl")
    verb = token.head if surely else token
    if verb.lemma_.lower() not in {"say", "tell"}:
        return
    if any(c.left_edge.tag_ in questions.WH for c in verb.children if c.dep_ == "ccomp"):
        return  # "cannot say where it fell"
    able = any(a.lower_ in {"can", "could"} for a in auxiliaries(verb))
    nobody = any(c.lower_ in _NOBODY for c in verb.children if c.dep_ == "nsubj")
    if able and (nobody or is_negated(verb)):
        yield TABLE["unverified"]["confirm"], verb


@told_by(_BELIEVING, otherwise=())
def _matrix(token: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    if is_passive(token):
        yield from hit("passive", lemma, token)
    yield from hit("matrix", lemma, token)
    yield from hit("belief", lemma, token)
    yield from hit("predicate", token.lower_, token)


@told_by({":"}, otherwise=())
def _before_colon(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the hedge that a post opens with: "Unconfirmed: the airport has fallen"."""
    first = trigger.sent[0]
    if first.i + 1 < trigger.i and first.nbor().text == ":":
        for kind in ("adjective", "adverb", "noun"):
            yield from hit(kind, first.lower_, first)
    opening = [*takewhile(lambda t: t.is_alpha, trigger.doc[first.i : trigger.i])]
    if 1 < len(opening) <= _OPENING and trigger.doc[opening[-1].i + 1].text == ":":
        for word in opening:  # who says how well it is founded gives a judgement, no fact
            yield from hit("judged", word.lower_, word)


def _behind_colon(event: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield how likely what a heading names is said to be: "A raid on the port: even chance."."""
    if (word := odds.verdict(event)) is not None:
        for kind in ("predicate", "noun"):
            yield from hit(kind, word.lower_, word)


@told_by(LAST["adverb"], otherwise=())
def _clause_above(trigger: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield adverbs of the clause that a nominal trigger or a conjunct stands in."""
    node = trigger
    while (
        node.dep_ in {"obj", "obl", "nsubj", "nsubj:pass", "nmod", "conj", "obl:agent"}
        and node.head.i != node.i
    ):
        node = node.head
        if node.pos_ in VERBAL:
            for child in node.children:
                if child.dep_ == "advmod":
                    yield from hit("adverb", child.lower_, child)
            if node.dep_ != "conj":
                break


def _by_cue(cue: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of "cannot confirm that ..." and of "believes that ..."."""
    negated = any(c.lower_ in {"not", "n't"} for c in cue.children)
    if negated or _is_withheld(cue):
        yield from hit("unverified", lemma, cue)
    yield from _unsaid(cue, lemma)
    yield from _shown(cue, lemma)
    deps = {c.dep_ for c in cue.children}
    if deps & {"aux:pass", "xcomp"} and is_passive(cue) and "obl:agent" not in deps:
        yield from hit("passive", lemma, cue)
    yield from hit("belief", lemma, cue)
    yield from hit("matrix", lemma, cue)
    if cue.dep_ == "xcomp":
        yield from hit("matrix", cue.head.lemma_.lower(), cue.head)  # "purports to show"


@told_by(_DEPICTING, otherwise=())
def _shown(cue: Token, lemma: str) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of what a film "allegedly shows"; who "reportedly said" so is no such."""
    if lemma in _DEPICTING:
        for adverb in (c for c in cue.children if c.dep_ == "advmod"):
            yield from hit("adverb", adverb.lower_, adverb)


def _vague(links: list[Link]) -> Iterator[tuple[Hedge, Token]]:
    for link in links:
        source = link.source
        near = list(source.children)
        doubts = [c for c in near if c.dep_ in {"amod", "advmod"}]
        doubts += [c for d in doubts for c in d.children if c.dep_ == "conj"]
        if _is_judged(source):
            continue
        if source.lemma_.lower() in TABLE["noun"] and is_vague(source):
            yield TABLE["noun"][source.lemma_.lower()], source
        for doubt in doubts:
            yield from hit("adjective", doubt.lower_, doubt)
        if source.dep_ == "nmod" or (source.dep_ in _OBJECTS and source.tag_ == "NNS"):
            yield from hit("distrust", source.head.lemma_.lower(), source.head)
