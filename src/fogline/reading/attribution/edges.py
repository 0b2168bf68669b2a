"""Sources that stand at a sentence's edges, whatever the parse hangs them on.

"According to X ...", "... X said", "... said X", "X: ...", "...: X", and the bare "... monitor"
of a headline that has lost its colon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.actors import actors
from fogline.reading.attribution import sayings, signing
from fogline.reading.attribution.sayings import CUES, Link, top
from fogline.reading.factuality.scored import scored
from fogline.reading.grammar.relations import FINITE, TENSED
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_TOLD_LAST: Final = FINITE | {"VBN"}
_LAST: Final = CUES["verb"] | CUES["last"]
_CUTS: Final = frozenset({"-", "–", "—", "|", "_", "/", ":"})
_FOLLOWS: Final = frozenset({"IN", "VBG", "WRB", "CC", "WP", "WDT"})
_NAMED: Final = 8
_SENT: Final = 4  # more words, where a verb tells who spreads what follows
_LEAFLETS: Final = CUES["leaflet"]
_ACCORDING: Final = frozenset({"according", "acc"})
_TELLING: Final = frozenset({"reports", ":"})
_STAMPS: Final = words("negations.csv", "word")["stamp"]
_SIDES: Final = frozenset({"side", "front", "camp", "enemy", "enemies", "foe"})
_PASSING: Final = frozenset({"fwd", "forwarded", "rt", "from", "via"})


def source(trigger: Token, scene: Scene) -> Link | None:
    """Return the source that a sentence names at its edges for all that it tells."""
    sentence = scene.sentence(trigger)
    tokens = trigger.doc[sentence.start : sentence.stop]
    for found in (_accorded, _closing, _opening, _titled):
        link = found(tokens, trigger, scene)
        if link is not None:
            return None if _is_odds(link.source, trigger) else link
    return None


def _is_odds(word: Token, trigger: Token) -> bool:
    """Tell whether a word says how likely a trigger is: "A raid on the port: bank on it"."""
    said = scored(trigger)
    return said is not None and any(word.i == t.i for t in said[2])


def reporter(trigger: Token, scene: Scene) -> Link | None:
    """Return the medium that ends a sentence which has a source of its own: "..., CRUX reports"."""
    sentence = scene.sentence(trigger)
    tokens = trigger.doc[sentence.start : sentence.stop]
    last = next((t for t in reversed(tokens) if t.is_alpha), trigger)
    if last.i == trigger.i or not _tells(last, tokens) or last.lemma_.lower() != "report":
        return None
    said = _ahead(last, trigger, tokens, scene)
    if said is None or last.doc[said[1] - 1].pos_ != "PROPN":
        return None
    return Link(top(said, last), last, last.i, said)


def _accorded(tokens: list[Token], trigger: Token, scene: Scene) -> Link | None:
    """Return the source of "according to X" that opens a sentence or closes it."""
    for token in trigger.doc.reading(_ACCORDING):
        if token.i not in scene.sentence(trigger):
            continue
        to = next((t for t in tokens if token.i < t.i < token.i + 3 and t.lower_ == "to"), None)
        brought = sayings.after(to, scene) if to is not None else None
        if brought is None:
            continue
        closes = not any(t.tag_ in TENSED for t in tokens if t.i >= brought[1])
        closes = closes and not _begins_anew(trigger, token)
        if brought[1] <= trigger.i or (trigger.i < token.i and closes):
            head = top(brought, token)
            whose = sayings.owner(head)
            # "according to the UN and the mayor": the phrase goes on behind the name.
            joined = any(c.dep_ == "conj" and c.i >= brought[1] for c in whose.children)
            extent = None if joined or whose.i != head.i else brought
            return Link(whose, token, token.i, extent)
    return None


def _begins_anew(trigger: Token, cue: Token) -> bool:
    """Tell whether another statement stands before who says it: "they left; nine died, according
    to the mayor".
    """
    between = trigger.doc[trigger.i : cue.i]
    at = next((t.i for t in between if t.text == ";"), cue.i)
    return any(t.tag_ in TENSED for t in trigger.doc[at : cue.i])


def _closing(tokens: list[Token], trigger: Token, scene: Scene) -> Link | None:
    """Return whoever says a whole sentence from its end or a break in it: "..., X said, ..."."""
    for token in reversed(tokens[0].doc.once(_telling, tokens[0])):
        if token.text == ":" and trigger.i < token.i and tokens[-1].i - token.i < _NAMED - 1:
            brought = None if _goes_on(token, tokens) else sayings.after(token, scene)
            return Link(top(brought, token), token, token.i, brought) if brought else None
        if token.i == trigger.i or not _tells(token, tokens):
            continue
        said = sayings.inverted(token, scene)
        if said is None and _breaks_off(token, tokens, scene):
            said = _ahead(token, trigger, tokens, scene)
        if said is not None and not said[0] <= trigger.i < said[1]:
            return Link(top(said, token), token, token.i, said)
    return None


def _goes_on(colon: Token, tokens: list[Token]) -> bool:
    """Tell whether a colon brings no source but what happened: "Salvo: ten reported dead"."""
    behind = (t for t in tokens if t.i > colon.i and t.tag_ in _TOLD_LAST)
    return any(t.lemma_.lower() not in sayings.SAYING or sayings.is_told_of(t) for t in behind)


def _telling(first: Token) -> list[Token]:
    """Return the words of a sentence, told by its first, that may bring a source: colons, and what
    can be a verb of saying.
    """
    telling = (t for t in first.sent if t.tag_ in _TOLD_LAST or t.lower_ in _TELLING)
    return [t for t in telling if not sayings.is_told_of(t)]


def _tells(token: Token, tokens: list[Token]) -> bool:
    """Tell whether a word is a verb of saying; more of them are at a sentence's end."""
    if token.tag_ not in _TOLD_LAST and token.lower_ != "reports":
        return False
    lemma = token.lemma_.lower()
    if not any(t.is_alpha for t in tokens[token.i - tokens[0].i + 1 :]):
        named = token.lower_ == "reports" and token.i > 0 and token.nbor(-1).tag_ == "NNP"
        return named or (token.tag_ in _TOLD_LAST and lemma in _LAST)
    return token.tag_ in FINITE and lemma in CUES["verb"] and not sayings.only_points(token)


def _breaks_off(verb: Token, tokens: list[Token], scene: Scene) -> bool:
    """Tell whether no content follows a verb of saying, while some stands before it."""
    if not any(t.tag_ in TENSED or t.tag_ == "VBN" for t in tokens if t.i < verb.i):
        return False
    rest = [
        t for t in tokens
        if t.i > verb.i and not t.is_punct and t.i not in scene.times_at and t.tag_ != "RB"
    ]  # fmt: skip
    if rest and rest[0].tag_ == "IN" and rest[0].i + 1 in scene.times_at:
        rest = [t for t in rest[1:] if t.tag_ != "DT"]
    if not rest:
        return True
    follows = rest[0].tag_ in _FOLLOWS and rest[0].lower_ not in {"that", "if"}
    return follows and verb.lemma_.lower() in CUES["inverting"]


def _ahead(
    verb: Token, trigger: Token, tokens: list[Token], scene: Scene
) -> tuple[int, int] | None:
    """Return the phrase right before a verb of saying; not the subject that opens the sentence."""
    floor = trigger.i if trigger.i < verb.i else tokens[0].i - 1
    said = sayings.before(verb, floor, scene)
    if said is None or said[0] == tokens[0].i or _tells_who_says(top(said, verb), verb):
        return None
    return said


def _tells_who_says(noun: Token, verb: Token) -> bool:
    """Tell whether a noun ends the clause that tells who says it: "a man who fights in the area
    said".
    """
    clause = next((t for t in noun.ancestors if t.dep_ == "acl:relcl"), None)
    if clause is None or clause.head.dep_ != "nsubj" or clause.head.head.i != verb.i:
        return False
    return any(c.lower_ in {"who", "whose", "that"} for c in clause.children)


def _opening(tokens: list[Token], trigger: Token, scene: Scene) -> Link | None:
    """Return the source of a sentence that opens with "X: ..." or "X said ..."."""
    start = tokens[0].i
    for token in tokens[0].doc.once(_telling, tokens[0]):
        if token.i >= trigger.i:
            return None
        if token.text == ":" and 0 < token.i - start <= _NAMED + _SENT:
            if (sent := _sent_before(token)) is not None or token.i - start > _NAMED:
                return sent
            return _before_colon(token, start, scene)
        if token.dep_ == "root" and token.tag_ in {"VBD", "VBZ"} and _tells(token, tokens):
            if any(t.text in {",", ";"} for t in token.doc[token.i : trigger.i]):
                return None
            if sayings.is_next_deed(trigger, token):
                return None
            said = sayings.before(token, start - 1, scene)
            return Link(top(said, token), token, token.i, said) if said else None
    return None


def _before_colon(colon: Token, start: int, scene: Scene) -> Link | None:
    """Return the source of "Monitor: 12 killed", where what stands before the colon can speak."""
    while start < colon.i and _passes_on(colon.doc[start]):
        start += 1
    named = sayings.before(colon, start - 1, scene)
    head = top(named, colon) if named else None
    if head is None or named is None:
        return None
    can_speak = sayings.can_speak(head, scene) or _is_heard(head, scene)
    if not can_speak or head.i in scene.places_at:
        return None
    if head.lower_ in _SIDES or head.lower_ in _STAMPS:
        return None  # "Rebel side: the council denies it", "Enemy: 11 killed", "Hoax: it fell"
    return Link(head, colon, colon.i, named)


def _is_heard(name: Token, scene: Scene) -> bool:
    """Tell whether a name is that of somebody who says things elsewhere in the document."""
    named = name.tag_ == "NNP" and not name.is_upper
    return named and signing.is_heard(name.text, scene.document.text)


def _sent_before(colon: Token) -> Link | None:
    """Return who spreads what follows: "The army sent text messages at dawn: leave the town"."""
    verb = colon.sent.root
    if verb.i > colon.i or verb.lemma_.lower() not in CUES["spreading"] or verb.tag_ not in FINITE:
        return None
    spread = (c for c in verb.children if c.dep_ == "obj" and c.i < colon.i)
    if not any(c.lemma_.lower() in CUES["issued"] | _LEAFLETS for c in spread):
        return None
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return Link(who, verb, verb.i) if who is not None else None


def _passes_on(token: Token) -> bool:
    """Tell whether a word only says that a post is another's: "3/ Fwd from X: ..."."""
    return token.lower_ in _PASSING or not token.text.strip("0123456789/.)")


def _titled(tokens: list[Token], trigger: Token, scene: Scene) -> Link | None:
    """Return the source that ends a headline: "Strikes kill 12 monitor", "... - Homs Governor"."""
    if scene.part.role != "headline":
        return None
    for piece in _pieces(tokens):
        if piece[-1].i <= trigger.i:
            continue
        if trigger.i < piece[0].i:
            named = (piece[0].i, piece[-1].i + 1)
            speaks = _speaks(piece, scene)
            return Link(top(named, piece[0]), piece[0], piece[0].i, named) if speaks else None
        for size in (3, 2, 1):
            tail = piece[-size:]
            if " ".join(t.lower_ for t in tail) in CUES["tail"] and len(piece) > size + 1:
                named = (tail[0].i, tail[-1].i + 1)
                return Link(tail[-1], tail[0], tail[0].i, named)
    return None


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the stretches between the dashes and bars of a headline."""
    piece: list[Token] = []
    for token in tokens:
        if token.text in _CUTS and _spaced(token):
            if piece:
                yield piece
            piece = []
        elif not token.is_space:
            piece.append(token)
    if piece:
        yield piece


def _spaced(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).idx + len(token.nbor(-1)) < token.idx


def _speaks(piece: list[Token], scene: Scene) -> bool:
    """Tell whether a stretch of a headline is no more than who says it."""
    if len(piece) > _NAMED or any(t.tag_ in TENSED for t in piece):
        return False
    head = top((piece[0].i, piece[-1].i + 1), piece[0])
    entity = scene.actors_at.get(head.i)
    known = actors.link(entity.name) if entity is not None and entity.name else None
    # A headline ends with its outlet's name of itself.
    if head.pos_ == "PROPN" and "media" in classes.of_word(head):
        return False
    return classes.source_kind(head) is not None or (known is not None and known.kind != "media")
