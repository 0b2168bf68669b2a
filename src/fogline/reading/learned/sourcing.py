"""On whose word: the sources that the rules found and the heads leave, and what these add."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.reading.attribution import presenting, relays, sayings, voices
from fogline.reading.attribution.attribution import SAYING, Link
from fogline.reading.factuality import checked
from fogline.reading.factuality.accounts import is_denied_by, is_telling
from fogline.reading.factuality.belied import belied
from fogline.reading.factuality.questions import asks_to_show
from fogline.reading.factuality.refuting import is_refuted, lies
from fogline.reading.grammar.joined import covered
from fogline.reading.grammar.phrases import extent
from fogline.reading.learned import thresholds
from fogline.reading.learned.filling import added, points_away, weighs
from fogline.reading.learned.values import anchor
from fogline.reading.roles.averting import voters

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate


def links(ruled: list[Link], candidate: Candidate, scene: Scene) -> list[Link]:
    """Return the sources of a claim, innermost first; that a claim was found to be untrue is told
    by who checked it, and by nobody who spreads it.
    """
    found = checked.holds(candidate.head)
    if found is False or checked.doubt(candidate.head) is not None:
        return []
    if belied(candidate.head) is not None:
        return ruled
    heard = _heard(ruled, candidate, scene)
    return heard if found is None else [k for k in heard if not checked.is_label(k.source)]


def _heard(ruled: list[Link], candidate: Candidate, scene: Scene) -> list[Link]:
    """Return the sources of a claim that the rules or the heads see."""
    evidence = scene.evidence
    if evidence is None:
        return ruled
    at = anchor(candidate, scene)
    kept = [link for link in ruled if _is_source(link, at, scene)]
    named = [link.source for link in kept]
    for token in added("source", at, scene):
        if any(_is_name_of(token, other) for other in named):
            kept = [_named(link, token) for link in kept]
        elif relays.is_addressed(token) or _is_told(token, named, kept):
            continue
        elif sayings.owner(token) in named or (named and sayings.is_vehicle(token)):
            continue  # "a statement by the ministry" is the ministry's
        elif _vouches_not(token, scene.doc[at]) or _votes_down(token, candidate.head):
            continue
        else:
            kept = _placed(Link(token, _cue(token), _cue(token).i), kept, scene)
            named.append(token)
    kept = [k for k in kept if k in ruled or not relays.is_elsewhere(k, candidate.head)]
    return [k for k in kept if not any(relays.describes(k, o, scene) for o in kept if o is not k)]


def _votes_down(token: Token, trigger: Token) -> bool:
    """Tell whether somebody only votes down what says it: "vetoed a text accusing X of a raid"."""
    return any(token in voters(above) for above in trigger.ancestors)


def _is_told(token: Token, named: list[Token], kept: list[Link]) -> bool:
    """Tell whether a word only says who a source is that is found, or is joined to it."""
    joined = any(relays.goes_with(token, n) for n in named)
    return joined or covered(token, named) or any(_holds(k, token.i) for k in kept)


def _vouches_not(token: Token, trigger: Token) -> bool:
    """Tell whether somebody does not speak of it, or is contradicted in it: "he lied when he said",
    "did not flee as he says"; or only denies it: "the claim that it fell, denied by him".
    """
    if sayings.is_silent(token, trigger) or relays.is_belied(token.head):
        return True
    if is_denied_by(token) and token.head not in trigger.ancestors:
        return True
    if token.dep_ == "nsubj" and sayings.only_points(token.head):
        return True  # "pointed to the raid as proof": that it was made is not on their word
    account = sayings.is_report(token.head) or is_telling(token.head)
    untrue = account and is_refuted(token.head)
    if untrue or asks_to_show(token.head):
        return True
    said = (t for t in (trigger, *trigger.ancestors) if lies(t))
    return any(token.dep_.startswith("nsubj") and token.head in (t, t.head) for t in said)


def _is_name_of(token: Token, other: Token) -> bool:
    """Tell whether a token is the name that follows a noun: "the agency Harbour Wire"."""
    return token.dep_ == "appos" and token.head.i == other.i == token.i - 1


def _named(link: Link, name: Token) -> Link:
    """Return the link with the name that stands behind its noun."""
    if not _is_name_of(name, link.source):
        return link
    start, end = link.extent or extent(link.source)
    end = max(end, extent(name)[1])
    while end < len(name.doc) and name.doc[end].tag_ == "NNP" and name.doc[end].dep_ == "appos":
        end += 1
    return replace(link, extent=(start, end))


def _is_source(link: Link, at: int, scene: Scene) -> bool:
    if presenting.is_turn(link.source):
        return True
    if points_away(link.source, at, scene) or relays.is_plain(link, scene.doc[at]):
        return True
    words = range(*link.extent) if link.extent else range(*extent(link.source))
    likeliest = max(weighs("source", at, i, scene) for i in {link.source.i, *words})
    return likeliest >= thresholds.measured().source_keep


def _holds(link: Link, token: int) -> bool:
    return link.extent is not None and link.extent[0] <= token < link.extent[1]


def _cue(source: Token) -> Token:
    """Return the word that brings a source: the verb of saying above it, or the source itself."""
    return source.head if source.head.lemma_.lower() in SAYING else source


def _placed(link: Link, others: list[Link], scene: Scene) -> list[Link]:
    """Put a link among others: who stands higher in the sentence is further out, and outside all
    who speaks in another one.
    """
    named = link.cue is link.source and voices.kind(link, scene) == "media"
    if named or relays.closes(link, scene):
        return [*others, link]  # "a source was quoted as saying on state television"
    depth, own = _depth(link.cue), scene.sentence(link.cue)
    outer = (n for n, o in enumerate(others) if o.cue.i not in own or _depth(o.cue) < depth)
    at = next(outer, len(others))
    return [*others[:at], link, *others[at:]]


def _depth(cue: Token) -> int:
    """Return how far below its sentence's root a cue stands: a label before a colon above all."""
    return -1 if cue.text in {":", "):"} else sum(1 for _ in cue.ancestors)
