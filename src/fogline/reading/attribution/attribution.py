"""Who says so: the links on the parse from a claim to whoever tells of it, innermost first (data:
lexicon/cues.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.attribution import (
    edges,
    relays,
    sayings,
    voices,
)
from fogline.reading.attribution.quotes import Quotes
from fogline.reading.attribution.sayings import CUES, SAYING, Link
from fogline.reading.factuality.accounts import is_bogus, is_brushed_off, is_disowning, is_telling
from fogline.reading.factuality.belied import belied
from fogline.reading.factuality.questions import asks_to_show
from fogline.reading.factuality.refuting import disowner, is_refuted, lies
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS, VERBAL
from fogline.reading.grammar.subjects import accuser
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

__all__ = ["SAYING", "Link", "Quotes", "links"]

_TELLING: Final = SAYING | CUES["counting"]
_CITED: Final = CUES["citing"] | CUES["referring"]
_CONTENT: Final = frozenset({"ccomp", "parataxis", "advcl", "xcomp", "obj"})
_THAT: Final = frozenset({"that mark", "that nsubj", "that obj", "which mark"})
_BESIDE: Final = frozenset({"obl", "nmod", "advcl", "parataxis", "dep", "ccomp", "conj"})


def links(trigger: Token, scene: Scene, quotes: Quotes) -> list[Link]:
    """Return the sources that the sentence names for a trigger, innermost first; that rumours are
    untrue is told by whom the next sentence names.
    """
    if (untrue := belied(trigger)) is not None:
        return links(untrue, scene, quotes)
    found = _on_the_way(trigger, scene)
    outer = edges.reporter(trigger, scene) if found else edges.source(trigger, scene)
    if outer is not None and outer.clause not in {link.clause for link in found}:
        found.append(outer)
    if (link := quotes.speaker(trigger)) is not None and quotes.holds(trigger, found):
        # "KYIV: ..." opens the news of a place.
        found += [link] if link.extent is None or link.source.i not in scene.places_at else []
    if found and found[-1].cue.lemma_.lower() in CUES["quoting"]:
        found += [q for c in found[-1].cue.children if (q := sayings.quoter(c)) is not None]
    found = [one for link in found for one in relays.linked(link, scene)]
    found.sort(key=lambda k: relays.closes(k, scene))
    found = [*relays.blamers(trigger), *found]
    heard = _without_first_person(found, trigger, quotes)
    told = (k for k in heard if not (_is_own_act(trigger, k) or sayings.is_mute(k.cue)))
    told = (k for k in told if not relays.is_elsewhere(k, trigger))
    told = (k for k in told if not (_is_nobody(k.source) or _is_reason(k) or asks_to_show(k.cue)))
    return relays.parted(_distinct(told), trigger)


def _on_the_way(trigger: Token, scene: Scene) -> list[Link]:
    """Return the sources met on the way up from a trigger to the root."""
    found: list[Link] = []
    node = trigger
    for _ in range(40):
        for near in _beside(node, trigger, scene):
            # "The mayor, citing residents, said": whom a speaker cites stands further in.
            inner = near.cue.lower_ in _CITED and found and found[-1].clause == node.i
            found.insert(len(found) - 1 if inner else len(found), near)
        if node.head.i == node.i or (found and _is_set_against(node)):
            break
        link = _above(node, trigger, scene)
        if link is not None:
            found.append(link)
        node = node.head
    return found


def _is_set_against(clause: Token) -> bool:
    """Tell whether a clause sets one account against another: "... while activists said that"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    return clause.dep_ == "advcl" and bool(marks & {"while", "whereas", "although", "though"})


def _is_own_act(trigger: Token, link: Link) -> bool:
    """Tell whether the trigger is what a speaker does in saying it: "said X, blaming Y"."""
    if trigger.tag_ != "VBG" or trigger.lemma_.lower() not in SAYING:
        return False
    if accuser(trigger) is link.source:
        return True
    joined = trigger.dep_ in {"advcl", "conj"} and trigger.head.i == link.clause
    after = trigger.doc[link.cue.i + 1 : trigger.i] if link.cue.i < trigger.i else None
    beside = after is not None and all(t.is_punct for t in after)
    return (joined or beside) and not any(c.dep_ == "nsubj" for c in trigger.children)


def _is_nobody(source: Token) -> bool:
    """Tell whether nobody says it: "no group claimed the attack", "nobody believes that"."""
    return source.lower_ in _NOBODY or any(
        c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in source.children
    )


def _is_reason(link: Link) -> bool:
    """Tell whether what is cited only says why: "shut the airport, citing security"."""
    cited = link.source.lemma_.lower()
    return link.cue.lower_ in CUES["citing"] and cited in CUES["reason"]


_NOBODY: Final = frozenset("nobody none nothing anybody anyone anything".split())


def _without_first_person(found: list[Link], trigger: Token, quotes: Quotes) -> Iterator[Link]:
    """Yield the links with "I" and "we" replaced by whoever is quoted; alone they are the
    author.
    """
    for link in found:
        if link.source.lower_ not in {"i", "we"}:
            yield link
        elif (speaker := quotes.speaker(trigger)) is not None:
            yield speaker


def _above(node: Token, trigger: Token, scene: Scene) -> Link | None:
    """Return the source of the verb or noun of saying that governs the clause of `node`."""
    head = node.head
    if head.i == node.i or head.i == trigger.i:
        return None
    if (finder := relays.finder(node)) is not None:
        return finder
    verb = disowner(head)
    return _spoken(verb, trigger, scene) if verb else _teller(node, trigger, scene)


def _teller(node: Token, trigger: Token, scene: Scene) -> Link | None:
    """Return the source of the word above a clause or noun, where it is a word of saying."""
    head = node.head
    lemma = head.lemma_.lower()
    offered = node.i == trigger.i and node.dep_ == "obj" and lemma in CUES["offering"]
    opens = node.dep_ == "advcl" and node.i < head.i and relays.interrupts(head)
    content = lemma in _TELLING and (offered or opens or _is_content(node, head))
    content = content or sayings.is_taken_for(node)
    if head.pos_ in VERBAL and content:  # who calls somebody a liar vouches for it alone
        cited = next(iter(sayings.citing(head)), None)
        return None if lies(head) else cited or _spoken(head, trigger, scene)
    if (counted := sayings.counter(node)) is not None:
        return Link(counted, head, head.i)
    if _is_blame(node):
        return _spoken(head.head, trigger, scene)
    if sayings.quoted(node) is not None:
        return sayings.quoter(node)
    if head.dep_ == "obl:agent" and head.head.lemma_.lower() in _TELLING and _that_clause(node):
        # "we were told by two drivers that ...": the clause hangs on the drivers.
        return Link(head, head.head, head.head.i)
    if relays.is_learned(node, head) and _that_clause(node):
        return _spoken(head.head, trigger, scene)
    hangs = node.dep_ in {"acl", "ccomp", "nmod", "acl:relcl", "appos"}
    if hangs and sayings.is_report(head):
        return _of_report(head, trigger, scene) if _is_reported(node) else None
    accused = node.dep_ == "acl" and is_telling(head) and _is_disowned(head)
    return _spoken(head.head, trigger, scene) if accused else None


def _is_disowned(account: Token) -> bool:
    """Tell whether the verb above an account says that somebody calls it untrue."""
    taken = account.dep_ in {"obj", "parataxis"} or is_brushed_off(account)
    return taken and is_refuted(account)


def _of_report(report: Token, trigger: Token, scene: Scene) -> Link | None:
    """Return whose a report is, or who passes it on: "the UN confirmed reports of a raid"."""
    passed_on = _is_borne_out(report) or sayings.is_vehicle(report)
    if is_bogus(report) and not is_disowning(report.head):
        return None  # who spreads false news does not say that it is false
    if _is_disowned(report) or passed_on:
        return _spoken(report.head, trigger, scene)
    owner = sayings.owner(report)
    # Whoever says that claims are false vouches for that alone, with nobody behind them.
    return None if is_refuted(report) else Link(owner, report, report.i)


def _is_borne_out(report: Token) -> bool:
    """Tell whether somebody vouches for a report: "the UN has confirmed reports that"."""
    verb = report.head
    denied = any(c.lower_ in {"not", "n't", "never"} for c in verb.children)
    return report.dep_ == "obj" and verb.lemma_.lower() in CUES["bearing"] and not denied


def _is_blame(node: Token) -> bool:
    """Tell whether a clause is what somebody is accused of: "accused X of shelling Y"."""
    head = node.head
    below = node.dep_ in {"acl", "advcl", "obl", "nmod"} and head.dep_ in {"obj", "iobj"}
    if not below or head.head.lemma_.lower() not in CUES["blame"]:
        return False
    return any(c.lower_ in {"of", "for"} and c.dep_ in {"mark", "case"} for c in node.children)


def _is_set_right(clause: Token) -> bool:
    """Tell whether a clause sets what was just said against what is so: "; in reality it fell"."""
    opening = [t.lower_ for t in clause.doc[clause.left_edge.i : clause.i] if t.is_alpha]
    return any(" ".join(opening[:n]) in CUES["contrasting"] for n in (1, 2))


def _is_content(node: Token, head: Token) -> bool:
    """Tell whether a clause or noun is what a verb of saying says."""
    lemma = node.lemma_.lower()
    if head.lemma_.lower() in CUES["counting"]:
        return node.dep_ in PATIENTS and lemma in CUES["figure"]
    if node.dep_ == "obl":
        of = preposition(node) == "of" and head.lemma_.lower() in CUES["of"]
        return of or lemma in CUES["manner"] or _is_owned_up(node, head)
    if node.dep_ == "parataxis" and node.i > head.i and _is_set_right(node):
        return False
    if node.dep_ == "parataxis":
        return not (lemma in SAYING and any(c.dep_ == "nsubj" for c in node.children))
    return node.dep_ == "ccomp" or (node.dep_ in _CONTENT and _speaks_of(node, head))


def _spoken(verb: Token, trigger: Token, scene: Scene) -> Link | None:
    """Return the link of a verb of saying: its subject, or the phrase that stands right before
    it.
    """
    behind = sayings.inverted(verb, scene)
    if behind is not None and trigger.i < verb.i:
        return Link(sayings.top(behind, verb), verb, verb.i, behind)
    speaker = sayings.speaker(verb)
    if speaker is not None and _is_dateline(speaker, verb):
        speaker = None
    if speaker is None and (is_passive(verb) or sayings.is_told_of(verb)):
        return None
    if speaker is not None and speaker.pos_ == "PRON":
        return Link(speaker, verb, verb.i)
    floor = trigger.i if trigger.i < verb.i else verb.sent.start - 1
    adjacent = sayings.before(verb, floor, scene)
    if adjacent is not None and not relays.goes_with(sayings.top(adjacent, verb), speaker):
        within = speaker is not None and adjacent[0] <= speaker.i < adjacent[1]
        mute = _outspoken(speaker, sayings.top(adjacent, verb), scene)
        if within or mute or speaker is None or speaker.i <= trigger.i < verb.i:
            head = speaker if within and speaker is not None else sayings.top(adjacent, verb)
            return Link(head, verb, verb.i, adjacent) if _can_say(head, verb, scene) else None
    if speaker is None or not _can_say(speaker, verb, scene):
        return None
    return Link(sayings.maker(speaker) or speaker, verb, verb.i)


def _outspoken(speaker: Token | None, adjacent: Token, scene: Scene) -> bool:
    """Tell whether the noun beside a verb can speak and the subject that the parse gives cannot."""
    if speaker is None or speaker.pos_ == "PROPN":
        return False
    return sayings.can_speak(adjacent, scene) and not sayings.can_speak(speaker, scene)


def _is_dateline(token: Token, verb: Token) -> bool:
    """Tell whether a name only says where a report was filed: "BEIRUT (Wire) - The army said"."""
    if not token.is_upper or len(token) < 4:
        return False
    return any(t.text in {"-", "–", "—"} for t in token.doc[token.i : min(token.i + 8, verb.i)])


def _can_say(speaker: Token, verb: Token, scene: Scene) -> bool:
    """Tell whether a subject is a source: things only "suggest" or "show", documents and people
    say.
    """
    if verb.lemma_.lower() not in CUES["thing"]:
        return True
    named = speaker.i in scene.actors_at or speaker.pos_ in {"PROPN", "PRON"}
    found = speaker.lemma_.lower() in CUES["finding"]
    told = voices.worded(speaker, (speaker,)) or classes.source_kind(speaker)
    return named or found or told is not None


def _is_owned_up(node: Token, head: Token) -> bool:
    """Tell whether somebody says that it was theirs: "claimed responsibility for the bombing"."""
    owned = (c.lemma_.lower() for c in head.children if c.dep_ == "obj")
    return preposition(node) == "for" and head.lemma_ == "claim" and "responsibility" in owned


def _speaks_of(node: Token, head: Token) -> bool:
    """Tell whether a non-finite or nominal complement is the content of what is said."""
    lemma = head.lemma_.lower()
    if node.dep_ == "obj":
        return lemma in CUES["object"]
    if node.dep_ == "advcl":
        led = {c.lower_ for c in node.children if c.dep_ in {"case", "mark"}}
        of_what = bool(led & {"of", "about"}) and lemma in CUES["of"]  # "boasted of burning it"
        return of_what or (bool(led) and lemma in {"accuse", "blame"})
    return lemma in CUES["act"] or lemma in {"claim", "say"}


def _that_clause(node: Token) -> bool:
    led = {f"{c.lower_} {c.dep_}" for c in node.children}
    return not led.isdisjoint(_THAT)


def _is_reported(node: Token) -> bool:
    """Tell whether what hangs on a report is what it tells: "reports of a raid", "that it fell"."""
    if node.dep_ == "nmod":
        # "a claim of 200 dead": a parse may part the number from whom it counts.
        parted = (c for c in node.head.children if c.i == node.i - 1 and c.dep_ == "nmod")
        return any(preposition(c) in {"of", "about"} for c in (node, *parted))
    return node.dep_ not in {"acl:relcl", "acl"} or _that_clause(node) or _has_done(node)


def _has_done(node: Token) -> bool:
    """Tell whether a report is of what was done: "a claim to have taken it", "of having left"."""
    return any(c.lower_ in {"have", "having"} and c.dep_ == "aux" for c in node.children)


def _beside(node: Token, trigger: Token, scene: Scene) -> Iterator[Link]:
    """Yield "according to X" and inserted "he claimed" that hang on a clause above the trigger."""
    for child in node.children:
        if node.i == trigger.i and (told := relays.teller(child)) is not None:
            yield told
        if child.i == trigger.i or child.dep_ not in _BESIDE:
            continue
        if (accorded := _accorded(child, scene)) is not None:
            yield accorded
        elif child.dep_ == "advcl" and (ground := sayings.ground(child)) is not None:
            yield from (*sayings.quoted_in(ground, scene), Link(ground, child, child.i))
        elif child.dep_ == "advcl" and child.lower_ in CUES["citing"]:
            for cited in child.children:
                if cited.dep_ == "obj":
                    yield Link(cited, child, child.i)
        else:
            yield from _told_beside(child, node, trigger, scene)


def _told_beside(child: Token, node: Token, trigger: Token, scene: Scene) -> Iterator[Link]:
    """Yield who says it in a clause beside: "he claimed", "the wire quoted him as saying"."""
    if child.dep_ == "parataxis" and (cited := sayings.citing(child)):
        yield from cited
    elif child.dep_ in {"parataxis", "ccomp", "conj", "advcl"} and _inserted(child, node, trigger):
        link = _spoken(child, child, scene)
        if link is not None:
            yield link


def _accorded(phrase: Token, scene: Scene) -> Link | None:
    """Return the source that a phrase names: "according to X", "in the words of X", "as X said"."""
    beside = phrase.dep_ in {"obl", "nmod", "advcl", "parataxis", "dep"}
    if beside and sayings.case_of(phrase) in CUES["phrase"]:
        told = phrase.lower_ == "whom"  # "the mayor, according to whom it fell"
        return Link(phrase.head.head if told else sayings.owner(phrase), phrase, phrase.i)
    who = sayings.worded(phrase) or relays.witness(phrase) or relays.referred(phrase)
    return Link(who, phrase, phrase.i) if who is not None else relays.aside(phrase, scene)


def _inserted(child: Token, node: Token, trigger: Token) -> bool:
    """Tell whether a clause is a trailing or inserted "X said", not a claim of its own."""
    if child.lemma_.lower() not in CUES["verb"] or child.pos_ not in VERBAL:
        return False
    if any(t.i == trigger.i for t in child.subtree):
        return False
    content = any(c.dep_ in {"ccomp", "obj", "xcomp"} for c in child.children)
    return child.dep_ == "parataxis" and not content and node.i != child.i


def _distinct(found: Iterable[Link]) -> list[Link]:
    seen: set[int] = set()
    kept = []
    for link in found:
        if link.source.i not in seen:
            seen.add(link.source.i)
            kept.append(link)
    return kept
