"""Sources by the words' order alone: "according to X", "... X said.", where a parse has lost its
way.

Some corpora have lost their commas and quotation marks; there the trailing "a monitoring group
said" hangs anywhere on the parse, but still stands where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model.quick import quick
from fogline.reading.attribution import breaks
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import TENSED
from fogline.reading.tables import words
from fogline.reading.triggers.silence import is_unadmitted, keeps_silent
from fogline.reading.words import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.model import Entity
    from fogline.reading.language import Doc, Token
    from fogline.reading.scene import Scene

CUES: Final = words("cues.csv", "cue")
_DEALING: Final = words("dealing.csv", "word")
_JUDGING: Final = _DEALING["judging"] | _DEALING["accusing"]
_WHY: Final = frozenset({"for", "of", "over"})
_DENIAL: Final = words("negations.csv", "word")["denial"]
_TIMELY: Final = frozenset({"next", "soon", "again", "overnight"})
SAYING: Final = CUES["verb"] | CUES["act"]
_NOMINAL: Final = frozenset("NN NNS NNP NNPS POS PRP$ JJ CD HYPH NFP FW".split())
_INNER: Final = frozenset({"of", "for", "in", "at"})
_WITHIN: Final = frozenset({"of", "for", "in", "the"})
_ITS: Final = frozenset({"its", "their", "his", "her", "our"})
_WORDS: Final = frozenset({"words", "account"})
ANSWERING: Final = frozenset({"comment", "respond", "reply", "react"})
_TOLD_OF: Final = CUES["told of"]
_LONGEST: Final = 12
_ENDS: Final = frozenset({"WP", "WDT", "WRB", "VBG", ",", ":"})


@quick
@dataclass(frozen=True, slots=True)
class Link:
    """A source found on the way up from a trigger: who, the cue that brings it, and from where."""

    source: Token
    cue: Token
    clause: int
    extent: tuple[int, int] | None = None

    @property
    def words(self) -> tuple[int, int]:
        """The token range of the words that bring the source: "said", "according to"."""
        case = (c for c in self.cue.children if c.dep_ == "case")
        first = next(case, self.cue) if case_of(self.cue) in CUES["phrase"] else self.cue
        fixed = (c.i for c in first.children if c.dep_ == "fixed")
        return first.i, max((first.i, *fixed)) + 1


def case_of(token: Token) -> str:
    """Return the words that a phrase stands with: "according to"."""
    case = preposition(token)
    if case == "according" and any(c.lower_ == "to" for c in token.subtree):
        return "according to"
    return case


def speaker(verb: Token) -> Token | None:
    """Return the subject or agent of a verb of saying, its own or the one it shares."""
    if (cited := quoted(verb)) is not None:
        return cited
    silent = is_passive(verb) and not any(c.dep_ == "obl:agent" for c in verb.children)
    if silent or is_told_of(verb) or _withholds(verb) or only_points(verb):
        return None
    speakers = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    for child in speakers:
        if child.lower_ not in {"it", "there"}:
            return _relative(_person_in(speakers, child), verb)
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ == "it" and not is_passive(verb):
            return child if verb.lemma_.lower() in {"say", "add", "state", "warn", "deny"} else None
    if verb.dep_ in {"conj", "xcomp"} and verb.head.i != verb.i:
        return speaker(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        told = verb.head  # "disputed the account saying that the rebels held it"
        return speaker(told.head) if _is_denied(told) else told
    if verb.dep_ == "advcl" and verb.head.i != verb.i and verb.head.pos_ == "VERB":
        return _judged(verb) or speaker(verb.head)
    return None


def _judged(verb: Token) -> Token | None:
    """Return who is accused or criticised for saying something: "accused Bonn of denying it"."""
    if verb.tag_ != "VBG" or verb.head.lemma_.lower() not in _JUDGING:
        return None
    blamed = any(c.dep_ == "mark" and c.lower_ in _WHY for c in verb.children)
    return next((c for c in verb.head.children if c.dep_ == "obj"), None) if blamed else None


def _withholds(verb: Token) -> bool:
    """Tell whether a verb tells of what is kept from somebody, and of no words: "denied the enemy
    the chance to regroup".
    """
    return verb.lemma_.lower() == "deny" and any(c.dep_ == "iobj" for c in verb.children)


def only_points(verb: Token) -> bool:
    """Tell whether a verb says where somebody points, and not what they point out."""
    return verb.lemma_.lower() == "point" and all(c.lower_ != "out" for c in verb.children)


def _is_denied(report: Token) -> bool:
    denied = report.dep_ == "obj" and report.head.lemma_.lower() in _DENIAL
    return denied and is_report(report)


def is_told_of(verb: Token) -> bool:
    """Tell whether a headline's verb says what is told of its subject: "Dozens feared dead"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.i + 1 >= len(verb.doc):
        return False
    met = verb.doc[verb.i + 1]
    struck = met.tag_ in {"VBN", "VBD", "JJ"} and "felled" in classes.of_word(met)
    return struck and not any(c.dep_ in {"nsubj", "obj", "aux", "mark"} for c in met.children)


def _person_in(subjects: list[Token], first: Token) -> Token:
    """Return the person whose office goes before: "the minister for trade, Ana Lis said"."""
    last = subjects[-1]
    named = last.ent_type_ == "PER" and "post" in classes.of_word(first)
    return last if named and last.dep_ == first.dep_ else first


def quoted(verb: Token) -> Token | None:
    """Return whom somebody else quotes as saying it: "the wire quoted the mayor as saying"."""
    head = verb.head
    if verb.tag_ != "VBG" or head.lemma_.lower() not in CUES["quoting"] or head.i > verb.i:
        return None
    role = "nsubj:pass" if is_passive(head) else "obj"
    return next((c for c in head.children if c.dep_ == role and c.i < verb.i), None)


def quoter(verb: Token) -> Link | None:
    """Return the link of who quotes whoever is `quoted`."""
    head = verb.head
    by = (c for v in (head, verb) for c in v.children if preposition(c) == "by")
    who = next(by, None) if is_passive(head) else speaker(head)
    return Link(who, head, head.i) if who is not None else None


def citing(verb: Token) -> list[Link]:
    """Return whom a verb tells to be quoted and who quotes them, the inner first: "the wire quoted
    the mayor as saying", "the mayor was quoted as saying by the wire".
    """
    for child in verb.children:
        if (inner := quoted(child)) is not None:
            outer = quoter(child)
            return [Link(inner, verb, verb.i), *([outer] if outer is not None else [])]
    return []


def is_report(noun: Token) -> bool:
    """Tell whether a noun is what is told: "rumours of a raid", "talk of a truce", not "talks"."""
    return noun.lemma_.lower() in CUES["noun"] and noun.lower_ != "talks"


def owner(noun: Token) -> Token:
    """Return whose report it is: "Washington's claim", "a report by the monitor", "a statement from
    the ministry"; else the report, or whoever speaks: "the camp's council".
    """
    for child in noun.children:
        if child.dep_ == "nmod:poss" and child.lower_ not in _ITS:
            return noun if _speaks_itself(noun, child) else child
    if (by := maker(noun)) is not None:
        return by
    for child in noun.children:
        issued = noun.lemma_.lower() in CUES["issued"] and preposition(child) in {"from", "of"}
        if child.dep_ == "nmod" and issued and classes.source_kind(child) is not None:
            return child
    return noun


def maker(report: Token) -> Token | None:
    """Return by whom a report is: "a study by the centre"."""
    return next((c for c in report.children if c.dep_ == "nmod" and preposition(c) == "by"), None)


def _speaks_itself(noun: Token, whose: Token) -> bool:
    """Tell whether a noun speaks for those whose it is: "the army's spokesman", "the camp's
    council"; not "the ministry's report".
    """
    own = classes.source_kind(noun) not in {None, "document", "anonymous", "media"}
    common = whose.pos_ == "NOUN" and classes.source_kind(whose) is None
    return own or common or "media" in classes.of_word(whose)


def worded(clause: Token) -> Token | None:
    """Return who words it so: "as the mayor put it", "as rumour has it", "in the words of the
    mayor", "by the mayor's count".
    """
    counted = clause.dep_ in {"obl", "nmod"} and preposition(clause) == "by"
    if counted and (who := _reckoner(clause)) is not None:
        return who
    if clause.dep_ == "obl" and clause.lower_ in _WORDS and preposition(clause) in {"in", "by"}:
        return next((c for c in clause.children if preposition(c) == "of"), None)
    if clause.dep_ != "advcl" or clause.lemma_.lower() not in CUES["worded"]:
        return None
    if not {"as", "it"} <= {c.lower_ for c in clause.children if c.dep_ in {"mark", "obj"}}:
        return None
    who = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    if who is None or clause.lemma_ != "have":
        return who
    return who if is_report(who) or classes.source_kind(who) is not None else None  # "as luck has"


def counter(counted: Token) -> Token | None:
    """Return who counts those of whom it tells: "the ministry's count of the dead stands at 12"."""
    of = counted.dep_ == "nmod" and preposition(counted) in {"of", "for"}
    return _reckoner(counted.head) if of else None


def _reckoner(count: Token) -> Token | None:
    """Return whose count or estimate it is; None where that is nobody who speaks: "Monday's"."""
    who = owner(count) if count.lemma_.lower() in CUES["reckoning"] else count
    return who if who is not count and classes.source_kind(who) is not None else None


def is_taken_for(node: Token) -> bool:
    """Tell whether it is what somebody takes something for: "what residents took to be a drone"."""
    led = {c.lower_ for c in node.children if c.dep_ in {"cop", "mark"}}
    return node.dep_ == "xcomp" and node.head.lemma_ == "take" and {"to", "be"} <= led


def called(noun: Token) -> Token | None:
    """Return the name behind a noun that says who it is: "an activist identified as X", "a medic
    named X", "a teacher who gave her name as X".
    """
    for clause in noun.children if noun.pos_ == "NOUN" else ():
        if clause.dep_ not in {"acl", "acl:relcl"} or clause.lemma_.lower() not in CUES["naming"]:
            continue
        own = any(c.lower_.endswith(("self", "selves", "name")) for c in clause.children)
        told = (c for c in clause.children if c.pos_ == "PROPN" and c.i > clause.i)
        name = next((c for c in told if preposition(c) in {"", "as"}), None)
        if name is not None and (own or clause.tag_ == "VBN"):
            return name
    return None


def ground(verb: Token) -> Token | None:
    """Return what a report rests on by its own word: "going by reports from the area"."""
    resting = (c for c in verb.children if f"{verb.lower_} {preposition(c)}" in CUES["resting"])
    return next(resting, None)


def is_mute(verb: Token) -> bool:
    """Tell whether a verb only says that somebody does not speak: "has not commented on the
    raid", "declined to comment", "made no mention of it".
    """
    if keeps_silent(verb) or is_unadmitted(verb):
        return True
    if verb.lemma_.lower() not in ANSWERING:
        return False
    over = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    denied = {c.lower_ for one in over for c in one.children} & {"not", "n't", "never", "yet"}
    return bool(denied) or any(v.lemma_ in {"decline", "refuse"} for v in over)


def is_next_deed(trigger: Token, verb: Token) -> bool:
    """Tell whether who asked for or said something then did it: "told them to talk and shut the
    border", "said that rebels had left and urged calm".
    """
    clause = next((t for t in (trigger, *trigger.ancestors) if t.head.i == verb.i), verb)
    before = (c for c in verb.children if c.i < clause.i)
    told = any(c.dep_ == "ccomp" or (c.dep_ == "xcomp" and c.tag_ == "VB") for c in before)
    return told and clause.dep_ == "conj" and clause.tag_ in {"VBD", verb.tag_}


def is_silent(subject: Token, trigger: Token) -> bool:
    """Tell whether a subject does not speak of a trigger: it does the deed next, or its relative
    clause tells it of the subject: "Rwanda, which Congo accuses of arming them, denied it".
    """
    clauses = [trigger, *trigger.ancestors]
    at = next((n for n, t in enumerate(clauses) if t.head is subject), None)
    if at is None or clauses[at].dep_ != "acl:relcl":
        return subject.dep_ == "nsubj" and is_next_deed(trigger, subject.head)
    spoken = (speaker(t) for t in clauses[: at + 1] if t.lemma_.lower() in SAYING)
    return all(who is not subject for who in spoken)


def is_vehicle(noun: Token) -> bool:
    """Tell whether a noun only carries what somebody else says: "in a statement Hamas said"."""
    verb = noun.head
    carried = noun.dep_ == "obl" and preposition(noun) in {"in", "on"} and verb.lemma_ in SAYING
    return carried and noun.lemma_.lower() in CUES["issued"]


def quoted_in(report: Token, scene: Scene) -> Iterator[Link]:
    """Yield whom a report quotes: "reports that quote a medic in the town"."""
    for verb in report.children:
        if verb.dep_ in {"acl", "acl:relcl"} and verb.lemma_.lower() in CUES["quoting"]:
            brought = after(verb, scene)
            if brought is not None:
                yield Link(top(brought, verb), verb, verb.i, brought)


def _relative(child: Token, verb: Token) -> Token:
    if child.lower_ in {"who", "which", "that"} and verb.dep_ == "acl:relcl":
        return verb.head
    return child


def before(verb: Token, floor: int, scene: Scene) -> tuple[int, int] | None:
    """Return the token range of the nominal phrase that ends just before a verb, after `floor`.

    None where the word before the verb is no noun.
    """
    doc = verb.doc
    end = verb.i
    while (
        end > floor + 1
        and doc[end - 1].tag_ in {"RB", "MD", "VBD", "VBZ"}
        and doc[end - 1].pos_ in {"ADV", "AUX"}
    ):
        end -= 1
    last = _unbracketed(doc, end - 1, floor)
    if last <= floor or not doc[last].tag_.startswith(("NN", "PRP")):
        return None
    start = _start(doc, last, floor, scene)
    if start - 1 > floor and doc[start - 1].tag_ == "IN":
        return None
    if doc[start].tag_ == "CD" and start > floor + 1 and doc[start - 1].tag_.startswith("VB"):
        start += 1  # "wounding 15 hospital sources said"
    while start < end - 1 and doc[start].tag_ in {"DT", "PRP$", "POS", "HYPH", "IN"}:
        start += 1
    return start, end


def _unbracketed(doc: Doc, last: int, floor: int) -> int:
    """Return the last token before a bracket that ends a phrase: "the Observatory (SOHR) said"."""
    if doc[last].text != ")":
        return last
    opened = next((i for i in range(last, max(floor, last - 6), -1) if doc[i].text == "("), last)
    return opened - 1 if opened < last else last


def after(preposition: Token, scene: Scene) -> tuple[int, int] | None:
    """Return the token range of the phrase that "according to" brings, known names first."""
    doc, start = preposition.doc, preposition.i + 1
    while start < len(doc) and doc[start].tag_ in {"DT", "PRP$"}:
        start += 1
    if start >= len(doc):
        return None
    known = scene.actors_at.get(start) or (
        scene.actors_at.get(start + 1) if start + 1 < len(doc) else None
    )
    end = start
    while end < len(doc) and end - start < _LONGEST and _continues(doc, start, end):
        end += 1
        if known is not None and end < len(doc) and _closes(known, end, scene):
            break
    while end > start and doc[end - 1].lower_ in _WITHIN:
        end -= 1  # "said A. Name in a statement"
    return (start, end) if end > start else None


def _closes(known: Entity, end: int, scene: Scene) -> bool:
    """Tell whether a known name ends before token `end`, with no place of its own behind it, nor
    the office of who speaks for it: "said U.N. spokesman A. Name".
    """
    inside, behind = scene.actors_at.get(end - 1) is known, scene.doc[end]
    if not inside or scene.actors_at.get(end) is known or behind.text in {"in", "("}:
        return False
    return not _is_called(behind)


def _is_called(office: Token) -> bool:
    """Tell whether an office stands right before the name of who holds it."""
    holder = office.head
    titled = office.dep_ in {"nmod:desc", "compound", "amod"} and office.i < holder.i
    chain = holder if titled and holder.pos_ == "PROPN" else holder.head if titled else office
    return chain.pos_ == "PROPN" and chain.ent_type_ == "PER"


def _continues(doc: Doc, start: int, end: int) -> bool:
    token = doc[end]
    if token.tag_ in _NOMINAL:
        # A lower-case adjective after a name opens the next phrase when a comma is lost.
        return not (
            end > start and token.tag_ in {"JJ", "CD"} and doc[end - 1].tag_.startswith("NN")
        )
    if token.lower_ == "and" and end > start and end + 2 < len(doc):
        return _joins_speakers(token, start - 1) and doc[end + 2].tag_ not in TENSED
    return end > start and token.lower_ in _WITHIN and end + 1 < len(doc)


def _start(doc: Doc, last: int, floor: int, scene: Scene) -> int:
    start = last
    while start - 1 > floor and last - start < _LONGEST:
        token = doc[start - 1]
        if is_vehicle(token) or breaks.begins_behind(token, scene) or token.lower_ in _TIMELY:
            break  # "in a statement on Telegram Hamas said"
        if token.i in scene.times_at or (token.is_sent_start and token.is_punct):
            break
        if token.tag_ == "DT":
            start -= 1
            if not _is_inner(doc[start - 1]) or start - 1 <= floor:
                break
        elif token.tag_ in _NOMINAL or _is_inner(token) or _joins_speakers(token, floor):
            start -= 1
        else:
            break
    return start


def _is_inner(token: Token) -> bool:
    """Tell whether a preposition stands within a source: "men of Homs", "sources on the ground"."""
    grounded = token.lower_ == "on" and token.i + 2 < len(token.doc) and token.nbor(2)
    return token.lower_ in _INNER or bool(grounded and grounded.lower_ == "ground")


def _joins_speakers(conjunction: Token, floor: int) -> bool:
    """Tell whether "and" joins two who speak: "monitors and medics said", "police and army sources
    said"; not whom something has been done to before.
    """
    last = len(conjunction.doc) - 1
    if conjunction.lower_ != "and" or not floor + 1 < conjunction.i < last:
        return False
    before, after = conjunction.nbor(-1), conjunction.nbor()
    while after.dep_ == "compound" and after.i < last and after.nbor().tag_.startswith("NN"):
        after = after.nbor()
    determined = any(c.dep_ in {"det", "nummod"} for c in before.children)
    return not determined and all(map(_is_speaker, (before, after)))


def _is_speaker(noun: Token) -> bool:
    kind = classes.source_kind(noun)
    told = noun.lemma_.lower() not in _TOLD_OF
    return noun.tag_.startswith("NN") and kind is not None and kind != "document" and told


def top(extent: tuple[int, int], cue: Token) -> Token:
    """Return the token of a range that governs the others: the last noun before any preposition,
    but the name behind the office that it goes with, "Council for Peace head A. Name".
    """
    doc = cue.doc
    head = doc[extent[1] - 1]
    first = head.head if head.dep_ == "flat" else head
    if extent[0] < first.i and _is_called(doc[first.i - 1]):
        return head
    for i in range(extent[0], extent[1]):
        if doc[i].tag_ == "IN" and i > extent[0]:
            return doc[i - 1]
    return head


def can_speak(head: Token, scene: Scene) -> bool:
    """Tell whether a noun names somebody or something that says things."""
    named = head.i in scene.actors_at or head.ent_type_ in {"PER", "ORG"}
    return named or classes.source_kind(head) is not None


def inverted(verb: Token, scene: Scene) -> tuple[int, int] | None:
    """Return the range of a speaker who stands behind the verb: "... said the mayor".

    What follows then holds no clause of its own, while one stands before.
    """
    if verb.lemma_.lower() not in CUES["inverting"] or verb.tag_ not in TENSED:
        return None
    doc, span = verb.doc, scene.sentence(verb)
    told = any(doc[i].tag_ in TENSED for i in range(span.start, verb.i))
    brought = after(verb, scene) if told and verb.i + 1 < span.stop else None
    if brought is not None:
        brought = brought[0], _with_name(brought[1], span.stop, doc)
    if brought is None or brought[1] > span.stop or not can_speak(top(brought, verb), scene):
        return None
    for i in range(brought[1], span.stop):
        if doc[i].tag_ in _ENDS:
            break
        if doc[i].tag_ in TENSED:
            return None
    return brought


def _with_name(end: int, stop: int, doc: Doc) -> int:
    """Return where a speaker's words end with the name set behind an office: "said the deputy head
    of the council, Amina Warsame".
    """
    if end + 1 >= stop or doc[end].text != ",":
        return end
    named = next((e for e in doc[end].sent.ents if e.start == end + 1 and e.label_ == "PER"), None)
    closes = named is not None and (named.end >= stop or doc[named.end].is_punct)
    return named.end if named is not None and closes else end
