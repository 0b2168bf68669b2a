"""Who hands on what a source says: "two drivers cited by the station", "the newspaper, which quotes
an officer", "a priest heard from miners that ..."; and who says it in a clause set beside
(data: cues.csv, dealing.csv).
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import voices
from fogline.reading.attribution.beyond import is_beyond
from fogline.reading.attribution.sayings import CUES, Link, after, before, called, is_told_of, top
from fogline.reading.factuality import clearing, forgone
from fogline.reading.factuality.accounts import is_aim, is_spread_by, is_telling, only_spreads
from fogline.reading.factuality.refuting import is_refuted
from fogline.reading.factuality.unborne import is_sold_by
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import extent, preposition
from fogline.reading.grammar.relations import ADNOMINAL, NOT, NOUNS, SUBJECTS, VERBAL
from fogline.reading.roles.averting import claimants
from fogline.reading.roles.unclaimed import silent
from fogline.reading.tables import words
from fogline.reading.triggers.silence import is_unadmitted, only_asks
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_DEALING: Final = words("dealing.csv", "word")
_AGAINST: Final = _DEALING["contrary"]
_ADDRESSING: Final = _DEALING["addressing"]
_LAYING: Final = _DEALING["laying"]
_DENYING: Final = _DEALING["denying"]
_AVENGING: Final = _DEALING["avenging"]
_ISSUED: Final = CUES["issued"] | CUES["noun"]
_AFTER: Final = frozenset({"after", "following", "despite", "since"})
_BREAKS: Final = frozenset({":", ";"})
_PRONOUNS: Final = frozenset({"WDT", "WP", "PRP"})
_IT: Final = frozenset({"it", "this", "that", "them"})
_CONTENT: Final = frozenset({"ccomp", "xcomp", "obj", "csubj"})


def linked(link: Link, scene: Scene) -> Iterator[Link]:
    """Yield a source's link with those of whom it cites before and who cites it behind: innermost
    first.
    """
    relatives = [c for c in link.source.children if c.dep_ in ADNOMINAL and c.i > link.source.i]
    quoting = [c for c in relatives if c.lemma_.lower() in CUES["quoting"]]
    for verb in quoting:
        if not is_passive(verb):
            yield from (Link(c, verb, verb.i) for c in verb.children if c.dep_ == "obj")
    if link.cue.lemma_.lower() in CUES["learning"]:
        yield from (Link(c, link.cue, link.cue.i) for c in _from(link.cue) if c is not link.source)
    yield link
    for verb in quoting:
        if is_passive(verb) and (by := _by(verb)) is not None:
            yield _behind(by, verb, scene)
    for verb in _carrying(link.cue):
        yield from (_behind(c, verb, scene) for c in _agents(verb))


def _carrying(cue: Token) -> Iterator[Token]:
    """Yield by what others hand on the message in which it is said: "in a video aired by X"."""
    issued = (c for c in cue.children if c.dep_ == "obl" and c.lemma_.lower() in _ISSUED)
    clauses = (c for message in issued for c in message.children if c.dep_ in ADNOMINAL)
    return (c for c in clauses if c.lemma_.lower() in CUES["carrying"])


def only_carries(link: Link) -> bool:
    """Tell whether a source only hands on a message, and does not speak on behind it."""
    return link.cue.dep_ in ADNOMINAL and link.cue.lemma_.lower() in CUES["carrying"]


def _from(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if c.dep_ == "obl" and preposition(c) == "from")


def _by(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "obl:agent"), None)


def _behind(by: Token, verb: Token, scene: Scene) -> Link:
    """Return the link of an agent, by the words behind its "by": a name may be parsed in pieces."""
    case = next((c for c in by.children if c.dep_ == "case"), None)
    case = case or next((c for a in _agents(verb) for c in a.children if c.dep_ == "case"), None)
    words = after(case, scene) if case is not None else None
    return Link(top(words, verb), verb, verb.i, words) if words else Link(by, verb, verb.i)


def _agents(verb: Token) -> Iterator[Token]:
    return (c for c in verb.children if c.dep_ == "obl:agent")


_LIKING: Final = frozenset({"want", "like", "please", "wish"})
_MAY: Final = frozenset({"can", "may", "could", "might"})


def aside(clause: Token, scene: Scene) -> Link | None:
    """Return who says it in a clause set beside: "as the mayor said on Monday", "as reported by the
    wire"; not where the clause has its own content, "as the mayor announced a curfew".
    """
    if clause.dep_ != "advcl" or clause.lemma_.lower() not in CUES["aside"]:
        return None
    children = list(clause.children)
    opens = _opening(clause)
    if opens is None or any(c.dep_ in _CONTENT for c in children) or is_belied(clause):
        return None
    if (by := _by(clause)) is not None:
        return _behind(by, clause, scene)
    if (who := next((c for c in children if c.dep_ == "nsubj"), None)) is not None:
        return Link(who, clause, clause.i)
    words = before(clause, opens.i, scene)  # a long title may hang elsewhere
    return Link(top(words, clause), clause, clause.i, words) if words else None


def is_belied(clause: Token) -> bool:
    """Tell whether what somebody says is denied: "they did not flee as the mayor says"; behind a
    comma they deny it themselves.
    """
    opens = _opening(clause)
    if opens is None or opens.i < clause.head.i or opens.nbor(-1).is_punct:
        return False
    return any(c.lower_ in {"not", "n't", "never"} for c in clause.head.children)


def blamers(deed: Token) -> Iterator[Link]:
    """Yield who lays a deed to another by a clause behind its noun: "a raid attributed by X to Y",
    "a raid that X blames on Y"; not where somebody says that it was theirs.
    """
    clauses = (c for c in deed.children if c.dep_ in ADNOMINAL and c.lemma_.lower() in _LAYING)
    for clause in clauses if deed.pos_ == "NOUN" and not claimants(deed) else ():
        by = (c for c in clause.children if c.dep_ == "obl:agent" and preposition(c) == "by")
        who = (c for c in clause.children if c.dep_ == "nsubj" and c.tag_ not in _PRONOUNS)
        yield from (Link(c, clause, clause.i) for c in (*by, *who))


def witness(clause: Token) -> Token | None:
    """Return who is named behind a report for having seen it: "..., my cousin saw it"."""
    if clause.dep_ != "parataxis" or clause.lemma_.lower() not in CUES["seeing"]:
        return None
    if not any(c.lower_ in _IT for c in clause.children if c.dep_ == "obj"):
        return None
    return next((c for c in clause.children if c.dep_ == "nsubj"), None)


def interrupts(verb: Token) -> bool:
    """Tell whether "X said" stands between commas within what is said: "if so, he said, ..."."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), verb)
    first = subject.left_edge.i
    if first < 1 or verb.i + 1 >= len(verb.doc):
        return False
    return verb.doc[first - 1].text == verb.nbor().text == ","


def _opening(clause: Token) -> Token | None:
    return next((c for c in clause.children if c.lower_ == "as" and c.dep_ == "mark"), None)


def is_plain(link: Link, trigger: Token) -> bool:
    """Tell whether words leave no doubt of who says it: "as X said", "quoted by X", "X vowed to
    shell the town".
    """
    cue = link.cue
    lemma = cue.lemma_.lower()
    if clearing.acquitting(trigger) is cue:
        return True
    if cue.dep_ in ADNOMINAL:
        return lemma in CUES["quoting"] | _LAYING
    if cue.dep_ == "advcl" and lemma in CUES["aside"]:
        return _opening(cue) is not None
    if cue.pos_ == "NOUN":  # "talk of a truce"
        return lemma in CUES["hearsay"] and trigger.head.i == cue.i == link.source.i
    told = trigger.head.i == cue.i and trigger.dep_ in {"xcomp", "ccomp"} and cue.pos_ == "VERB"
    said = any(c.lower_ == "that" and c.dep_ == "mark" for c in trigger.children)
    said = said and link.source.dep_ == "nsubj" and link.source.head.i == cue.i
    return told and (said or lemma in CUES["act"])


def is_elsewhere(link: Link, trigger: Token) -> bool:
    """Tell whether a source speaks of another thing, or is only held against what is told:
    "whatever X says", "fewer than X admits"; "the town stands: residents say that ...".
    """
    verb = link.cue
    if _vouches_not(trigger, link.source) or _is_told_before(link, trigger):
        return True
    if _is_added_to_denial(trigger, verb) or _is_not_theirs(trigger, verb):
        return True
    if _is_asked_for(link, trigger) or _is_taken_for_granted(trigger, verb):
        return True
    if verb.i < trigger.i and is_beyond(verb, trigger):
        return True
    if verb.lemma_.lower() in CUES["act"] and verb.i < trigger.i:
        return any(t.text == ";" for t in verb.doc[verb.i : trigger.i])
    if verb.pos_ not in VERBAL:
        return False
    if any(t.i == verb.i for t in trigger.ancestors):
        return _is_beside(verb, trigger)
    if verb.dep_ == "advcl":
        return any(c.lower_ == "than" and c.dep_ == "mark" for c in verb.children)
    if verb.dep_ == "acl:relcl":
        return _is_held_against(verb.head)
    behind = any(t.text in _BREAKS for t in trigger.doc[trigger.i : verb.i])
    return behind and any(_is_content(c) for c in verb.children if c.i > verb.i)


def _vouches_not(trigger: Token, source: Token) -> bool:
    """Tell whether somebody is told of with it who does not say that it is so."""
    sold = is_sold_by(trigger, source) or is_spread_by(trigger, source)
    # "What channels say about it is untrue": they do not say that it is.
    untrue = only_spreads(source) and is_refuted(trigger)
    return sold or untrue or may_talk(source) or source in silent(trigger)


@told_by(_LIKING)
def may_talk(source: Token) -> bool:
    """Tell whether somebody may say what they like, and something else is so: "the army can claim
    all it wants: the town is gone".
    """
    verb = source.head
    may = any(c.lower_ in _MAY for c in verb.children if c.dep_ == "aux")
    set_right = any(c.dep_ == "parataxis" and c.i > verb.i for c in verb.children)
    liked = (t for t in verb.subtree if t.lemma_.lower() in _LIKING and t.i > verb.i)
    return may and set_right and any(t.dep_ in {"acl:relcl", "advcl"} for t in liked)


def _is_told_before(link: Link, trigger: Token) -> bool:
    """Tell whether a source tells what is only judged behind it: "residents say that it was hit, a
    claim that the army denied", which they do not say.
    """
    account = trigger.head
    judges = is_telling(account) and (trigger.dep_ == "acl:relcl" or is_aim(trigger))
    behind = account.dep_ in SUBJECTS and account.i > account.head.i
    if not (judges and (behind or account.dep_ in {"parataxis", "appos"})):
        return False
    return any(t.i in {link.cue.i, link.source.i} for t in (account, *account.ancestors))


def _is_added_to_denial(trigger: Token, verb: Token) -> bool:
    """Tell whether a trigger stands in a relative clause within what is denied, which tells more of
    somebody there: "denied supporting the rebels, who hold the town".
    """
    above = [*trigger.ancestors]
    if verb.lemma_.lower() not in _DENYING or all(t.i != verb.i for t in above):
        return False
    way = takewhile(lambda t: t.i != verb.i, (trigger, *above))
    return any(t.dep_ == "acl:relcl" for t in way)


def _is_asked_for(link: Link, trigger: Token) -> bool:
    """Tell whether a source only asks for it, or declines to tell: "would not say when it fell"."""
    above = link.source.head
    below = (c for c in above.children if c.dep_ == "xcomp")
    return any(only_asks(trigger, t) for t in (link.cue, above, *below))


def _is_taken_for_granted(trigger: Token, verb: Token) -> bool:
    """Tell whether what is promised or denied only comes after a deed, or answers it: "vowed to
    fight on after the raid", "threatened revenge for the killing".
    """
    if verb.lemma_.lower() not in CUES["act"] or trigger.pos_ != "NOUN":
        return False
    way = takewhile(lambda t: t.i != verb.i, (trigger, *trigger.ancestors))
    return verb.i < trigger.i and any(preposition(t) in _AFTER or _is_avenged(t) for t in way)


def _is_avenged(deed: Token) -> bool:
    return preposition(deed) in {"for", "to"} and deed.head.lemma_.lower() in _AVENGING


def _is_not_theirs(trigger: Token, verb: Token) -> bool:
    """Tell whether who is named does not say it: it is feigned, "pretended to leave", or not
    owned up to, "refused to admit that it had left".
    """
    if forgone.is_feigned(trigger):
        return True
    below = (t for t in trigger.ancestors if t.head.i == verb.i and t.dep_ == "xcomp")
    return any(map(is_unadmitted, below))


def _is_beside(verb: Token, trigger: Token) -> bool:
    """Tell whether somebody else says it, beside what a verb tells: "pictures show a flag, and
    residents say that ...".
    """
    clause = next(t for t in (trigger, *trigger.ancestors) if t.head.i == verb.i)
    told = any(_is_content(c) for c in verb.children if verb.i < c.i < clause.i)
    return clause.dep_ == "conj" and told and _tells(clause)


def _is_content(below: Token) -> bool:
    """Tell whether a phrase is what a verb of saying tells: "speaks of over 100"."""
    of = below.dep_ == "obl" and preposition(below) in {"of", "about"}
    return below.dep_ in {"ccomp", "obj", "xcomp"} or of


def parted(found: list[Link], trigger: Token) -> list[Link]:
    """Return the sources without those that speak before a semicolon behind which another does:
    "the town fell, rebels say; the ministry insists that it holds".
    """
    last = max((k.cue.i for k in found if k.cue.i < trigger.i), default=trigger.i)
    doc = trigger.doc
    cuts = (i for i in range(trigger.i, trigger.sent.start, -1) if doc[i].text == ";")
    cut = next(cuts, None) if last < trigger.i or len(found) > 1 else None
    if cut is None:
        return found
    behind = [k for k in found if k.cue.i > cut]
    return behind if behind or any(map(_tells, doc[cut : trigger.i + 1])) else found


def _tells(verb: Token) -> bool:
    """Tell whether a verb of saying has somebody who says it."""
    told = verb.pos_ == "VERB" and verb.lemma_.lower() in CUES["verb"]
    return told and any(c.dep_ == "nsubj" for c in verb.children)


def referred(phrase: Token) -> Token | None:
    """Return to whom a report refers: "with reference to a source in the ministry"."""
    if phrase.lemma_.lower() not in CUES["referring"] or preposition(phrase) != "with":
        return None
    return next((c for c in phrase.children if preposition(c) == "to"), None)


def _is_held_against(what: Token) -> bool:
    """Tell whether an account is named only to be set aside: "despite what X says"."""
    if what.lower_ in {"whatever", "matter"}:
        return True
    near = {what.head.lower_, preposition(what)}
    return what.lower_ == "what" and not near.isdisjoint(_AGAINST)


def is_learned(node: Token, source: Token) -> bool:
    """Tell whether what a clause says was learned from whom it hangs on: "heard from residents
    that".
    """
    told = source.dep_ == "obl" and source.head.lemma_.lower() in CUES["learning"]
    return told and node.dep_ in ADNOMINAL and preposition(source) == "from"


def teller(clause: Token) -> Link | None:
    """Return who tells of a deed in a relative clause: "a raid which residents say killed ten"."""
    if clause.dep_ != "acl:relcl" or clause.lemma_.lower() not in CUES["verb"]:
        return None
    told = next((c for c in clause.children if c.dep_ == "ccomp" and c.i > clause.i), None)
    who = next((c for c in clause.children if c.dep_ == "nsubj" and c.i < clause.i), None)
    if told is None or who is None or who.pos_ not in NOUNS:
        return None
    denied = any(c.lower_ in NOT for t in (clause, told) for c in t.children)
    return None if denied else Link(who, clause, clause.i)


def closes(link: Link, scene: Scene) -> bool:
    """Tell whether a medium that ends a sentence hands on all of it: "the mayor said that they had
    left, the wire reported", "..., according to the wire".
    """
    cue, (_, last) = link.cue, link.extent or extent(link.source)
    behind = range(max(cue.i + 1, last), scene.sentence(cue).stop)
    rest = (cue.doc[i] for i in behind if i not in scene.times_at)
    if any(t.is_alpha and t.tag_ != "IN" for t in rest) or cue.lower_ in CUES["citing"]:
        return False
    wire = cue.lemma_ == "report" and link.source.pos_ == "PROPN" and link.source.i < cue.i
    return wire or voices.kind(link, scene) == "media"


def goes_with(token: Token, other: Token | None) -> bool:
    """Tell whether a word only names a source, or is joined to it: "a medic named X", "X and Y"."""
    return other is not None and (
        token is called(other) or (token.dep_ == "conj" and token.head is other)
    )


def is_addressed(token: Token) -> bool:
    """Tell whether somebody is only spoken to, or of: "residents were warned", "feared dead"."""
    spoken = token.dep_ == "nsubj:pass" and token.head.lemma_.lower() in _ADDRESSING
    return spoken or is_told_of(token.head)


def describes(link: Link, other: Link, scene: Scene) -> bool:
    """Tell whether a source only says what the one named before it is: "the Northern Observatory a
    monitoring group said".
    """
    start = (link.extent or extent(link.source))[0]
    if start < 1 or link.source.doc[start - 1].lower_ not in {"a", "an"}:
        return False
    named = scene.actors_at.get(other.source.i)
    whole = named is not None and scene.actors_at.get(start - 2) is named
    return whole or (other.extent or extent(other.source))[1] == start - 1


def finder(deed: Token) -> Link | None:
    """Return who finds somebody not guilty of a deed: "the court acquitted them of it"."""
    verb = clearing.acquitting(deed)
    if verb is None:
        return None
    found = (c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"})
    who = next(found, None)
    return Link(who, verb, verb.i) if who is not None else None
