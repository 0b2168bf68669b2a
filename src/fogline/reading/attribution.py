"""Who says so: the chain of sources around a claim, outermost first (data: lexicon/cues.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model import Mention, Source
from fogline.reading import actors, classes, sayings
from fogline.reading.arguments import is_passive
from fogline.reading.names import text_of
from fogline.reading.phrases import extent, preposition
from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fogline.reading.anaphora import Memory
    from fogline.reading.language import Doc, Token
    from fogline.reading.scene import Scene

_CUES: Final = words("cues.csv", "cue")
SAYING: Final = _CUES["verb"] | _CUES["act"]
_MARKS: Final = frozenset('"“”`')
_CONTENT: Final = frozenset({"ccomp", "parataxis", "advcl", "xcomp", "obj"})


@dataclass(frozen=True, slots=True)
class Link:
    """A source found on the way up from a trigger: who, the cue that brings it, and from where."""

    source: Token
    cue: Token
    clause: int
    extent: tuple[int, int] | None = None


def links(trigger: Token, scene: Scene, quotes: Quotes) -> list[Link]:
    """Return the sources that the sentence names for a trigger, innermost first."""
    found: list[Link] = []
    node = trigger
    for _ in range(40):
        near = list(_beside(node, trigger, scene))
        # "The mayor, citing residents, said": whom a speaker cites stands further in.
        at = len(found) - 1 if found and found[-1].clause == node.i else len(found)
        found[at:at] = near
        link = _above(node, trigger, scene)
        if link is not None:
            found.append(link)
        if node.head.i == node.i:
            break
        node = node.head
    if not found and (link := _closing(trigger, scene) or _opening(trigger, scene)) is not None:
        found.append(link)
    if not found and (link := quotes.speaker(trigger)) is not None:
        found.append(link)
    return _distinct(_without_first_person(found, trigger, quotes))


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
    lemma = head.lemma_.lower()
    if head.pos_ in {"VERB", "AUX"} and lemma in SAYING and _is_content(node, head):
        return _spoken(head, trigger, scene)
    if _is_blame(node):
        return _spoken(head.head, trigger, scene)
    if node.dep_ in {"acl", "ccomp", "nmod", "acl:relcl", "appos"} and lemma in _CUES["noun"]:
        if node.dep_ == "nmod" and preposition(node) not in {"of", "about"}:
            return None
        if node.dep_ in {"acl:relcl", "acl"} and not _that_clause(node):
            return None
        return Link(_owner(head), head, head.i)
    return None


def _is_blame(node: Token) -> bool:
    """Tell whether a clause is what somebody is accused of: "accused X of shelling Y"."""
    head = node.head
    below = node.dep_ in {"acl", "advcl", "obl", "nmod"} and head.dep_ in {"obj", "iobj"}
    if not below or head.head.lemma_.lower() not in _CUES["blame"]:
        return False
    return any(c.lower_ in {"of", "for"} and c.dep_ in {"mark", "case"} for c in node.children)


def _is_content(node: Token, head: Token) -> bool:
    """Tell whether a clause or noun is what a verb of saying says."""
    if node.dep_ == "obl":
        return preposition(node) == "of" and head.lemma_.lower() in _CUES["of"]
    if node.dep_ == "parataxis":
        return not (node.lemma_.lower() in SAYING and any(c.dep_ == "nsubj" for c in node.children))
    return node.dep_ == "ccomp" or (node.dep_ in _CONTENT and _speaks_of(node, head))


def _spoken(verb: Token, trigger: Token, scene: Scene) -> Link | None:
    """Return the link of a verb of saying: its subject, or the phrase that stands right before
    it.
    """
    speaker = _speaker(verb)
    if speaker is not None and _is_dateline(speaker, verb):
        speaker = None
    if speaker is None and is_passive(verb):
        return None
    if speaker is not None and speaker.pos_ == "PRON":
        return Link(speaker, verb, verb.i)
    floor = trigger.i if trigger.i < verb.i else verb.sent.start - 1
    adjacent = sayings.before(verb, floor, scene)
    if adjacent is not None:
        within = speaker is not None and adjacent[0] <= speaker.i < adjacent[1]
        if within or speaker is None or speaker.i <= trigger.i < verb.i:
            head = speaker if within and speaker is not None else _top(adjacent, verb)
            return Link(head, verb, verb.i, adjacent) if _can_say(head, verb, scene) else None
    if speaker is None or not _can_say(speaker, verb, scene):
        return None
    return Link(speaker, verb, verb.i)


def _is_dateline(token: Token, verb: Token) -> bool:
    """Tell whether a name only says where a report was filed: "BEIRUT (Wire) - The army said"."""
    if not token.is_upper or len(token) < 4:
        return False
    return any(t.text in {"-", "–", "—"} for t in token.doc[token.i : min(token.i + 8, verb.i)])


def _can_say(speaker: Token, verb: Token, scene: Scene) -> bool:
    """Tell whether a subject is a source: things only "suggest" or "show", documents and people
    say.
    """
    if verb.lemma_.lower() not in _CUES["thing"]:
        return True
    named = speaker.i in scene.actors_at or speaker.pos_ in {"PROPN", "PRON"}
    return named or classes.source_kind(speaker) is not None


def _speaks_of(node: Token, head: Token) -> bool:
    """Tell whether a non-finite or nominal complement is the content of what is said."""
    lemma = head.lemma_.lower()
    if node.dep_ == "obj":
        return lemma in _CUES["object"]
    if node.dep_ == "advcl":
        return any(
            c.dep_ == "case" or c.lower_ in {"of", "for"} for c in node.children
        ) and lemma in {"accuse", "blame"}
    return lemma in _CUES["act"] or lemma in {"claim", "say"}


def _that_clause(node: Token) -> bool:
    return any(c.lower_ == "that" and c.dep_ in {"mark", "nsubj", "obj"} for c in node.children)


def _speaker(verb: Token) -> Token | None:
    if is_passive(verb) and not any(c.dep_ == "obl:agent" for c in verb.children):
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "obl:agent"} and child.lower_ not in {"it", "there"}:
            return _relative(child, verb)
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ == "it" and not is_passive(verb):
            return child if verb.lemma_.lower() in {"say", "add", "state", "warn", "deny"} else None
    if verb.dep_ in {"conj", "xcomp"} and verb.head.i != verb.i:
        return _speaker(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    if verb.dep_ == "advcl" and verb.head.i != verb.i and verb.head.pos_ == "VERB":
        return _speaker(verb.head)
    return None


def _relative(child: Token, verb: Token) -> Token:
    if child.lower_ in {"who", "which", "that"} and verb.dep_ == "acl:relcl":
        return verb.head
    return child


def _owner(noun: Token) -> Token:
    """Return whose report it is: "Washington's claim", "a report by the monitor"; else the
    report.
    """
    for child in noun.children:
        if child.dep_ == "nmod:poss" and child.lower_ not in {"its", "their", "his", "her", "our"}:
            return noun if "media" in classes.of_word(child) else child
        if child.dep_ == "nmod" and preposition(child) == "by":
            return child
    return noun


def _beside(node: Token, trigger: Token, scene: Scene) -> Iterator[Link]:
    """Yield "according to X" and inserted "he claimed" that hang on a clause above the trigger."""
    for child in node.children:
        if child.i == trigger.i:
            continue
        if (
            child.dep_ in {"obl", "nmod", "advcl", "parataxis", "dep"}
            and _case(child) in _CUES["phrase"]
        ):
            yield Link(child, child, child.i)
        elif child.dep_ == "advcl" and child.lower_ in {"citing", "quoting"}:
            for cited in child.children:
                if cited.dep_ == "obj":
                    yield Link(cited, child, child.i)
        elif child.dep_ in {"parataxis", "ccomp", "conj", "advcl"} and _inserted(
            child, node, trigger
        ):
            link = _spoken(child, child, scene)
            if link is not None:
                yield link


def _inserted(child: Token, node: Token, trigger: Token) -> bool:
    """Tell whether a clause is a trailing or inserted "X said", not a claim of its own."""
    if child.lemma_.lower() not in _CUES["verb"] or child.pos_ not in {"VERB", "AUX"}:
        return False
    if any(t.i == trigger.i for t in child.subtree):
        return False
    content = any(c.dep_ in {"ccomp", "obj", "xcomp"} for c in child.children)
    return child.dep_ == "parataxis" and not content and node.i != child.i


def _case(token: Token) -> str:
    case = preposition(token)
    if case == "according" and any(c.lower_ == "to" for c in token.subtree):
        return "according to"
    return case


def _closing(trigger: Token, scene: Scene) -> Link | None:
    """Return the source of a sentence that closes with "... a monitoring group said"."""
    doc, last = trigger.doc, scene.sentence(trigger).stop - 1
    for i in range(last, trigger.i, -1):
        token = doc[i]
        if token.text == ":" and last - i < 7:
            brought = sayings.after(token, scene)
            return Link(_top(brought, token), token, token.i, brought) if brought else None
        if token.lemma_.lower() in _CUES["verb"] and token.tag_ in {"VBD", "VBZ", "VBP"}:
            after = [t for t in doc[i + 1 : last + 1] if not t.is_punct]
            if any(t.pos_ == "VERB" for t in after) or len(after) > 8:
                return None
            adjacent = sayings.before(token, trigger.i, scene)
            return Link(_top(adjacent, token), token, token.i, adjacent) if adjacent else None
    return None


def _opening(trigger: Token, scene: Scene) -> Link | None:
    """Return the source of a sentence that opens with "According to ..." or "X said ..."."""
    span = scene.sentence(trigger)
    sentence = trigger.doc[span.start : span.stop]
    for token in sentence:
        if token.i >= trigger.i:
            return None
        if token.text == ":" and 0 < token.i - sentence.start < 9:
            return _before_colon(token, scene)
        if token.lower_ in {"according", "acc"} and "to" in {
            t.lower_ for t in sentence[token.i - sentence.start :][:4]
        }:
            to = next(t for t in token.doc[token.i :] if t.lower_ == "to")
            brought = sayings.after(to, scene)
            if brought is not None and brought[1] <= trigger.i:
                return Link(_top(brought, token), token, token.i, brought)
        elif (
            token.lemma_.lower() in _CUES["verb"]
            and token.tag_ in {"VBD", "VBZ"}
            and token.dep_ == "root"
        ):
            if any(t.text in {",", ";"} for t in token.doc[token.i : trigger.i]):
                return None
            adjacent = sayings.before(token, sentence.start - 1, scene)
            return Link(_top(adjacent, token), token, token.i, adjacent) if adjacent else None
    return None


def _before_colon(colon: Token, scene: Scene) -> Link | None:
    """Return the source of "Monitor: 12 killed", where what stands before the colon can speak."""
    named = sayings.before(colon, colon.sent.start - 1, scene)
    head = _top(named, colon) if named else None
    if head is None or named is None or head.i in scene.places_at:
        return None
    speaks = classes.source_kind(head) is not None or head.i in scene.actors_at
    return Link(head, colon, colon.i, named) if speaks else None


def _top(extent: tuple[int, int], cue: Token) -> Token:
    """Return the token of a range that governs the others: the last noun before any preposition."""
    doc = cue.doc
    head = doc[extent[1] - 1]
    for i in range(extent[0], extent[1]):
        if doc[i].tag_ == "IN" and i > extent[0]:
            return doc[i - 1]
    return head


def _distinct(found: Iterable[Link]) -> list[Link]:
    seen: set[int] = set()
    kept = []
    for link in found:
        if link.source.i not in seen:
            seen.add(link.source.i)
            kept.append(link)
    return kept


class Quotes:
    """The quoted stretches of a part and who speaks in each."""

    def __init__(self, doc: Doc) -> None:
        self._ranges = list(_quoted(doc))
        self._speakers = self._find(doc)

    def inside(self, token: Token) -> bool:
        """Tell whether a token stands in a quotation."""
        return self._at(token) is not None

    def speaker(self, token: Token) -> Link | None:
        """Return who speaks where the token stands, None outside quotations."""
        at = self._at(token)
        return self._speakers[at] if at is not None else None

    def _at(self, token: Token) -> int | None:
        for n, (start, end) in enumerate(self._ranges):
            if start < token.i < end:
                return n
        return None

    def _find(self, doc: Doc) -> list[Link | None]:
        speakers: list[Link | None] = []
        for start, end in self._ranges:
            own = _said_near(doc, start, end)
            previous = speakers[-1] if speakers else None
            speakers.append(own or (previous if end - start > 6 else None))
        return speakers


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    if not _MARKS.intersection(text_of(doc)):
        return
    opened: int | None = None
    for token in doc:
        if token.text == "“" or (token.text in {'"', "''", "``"} and opened is None):
            opened = token.i
        elif token.text == "”" or (token.text in {'"', "''", "``"} and opened is not None):
            if opened is not None and token.i - opened > 3:
                yield opened, token.i
            opened = None


def _said_near(doc: Doc, start: int, end: int) -> Link | None:
    """Return the speaker of a verb of saying just after or just before a quotation."""
    after = range(end + 1, min(end + 14, len(doc)))
    before = range(start - 1, max(start - 14, -1), -1)
    for window in (after, before):
        for i in window:
            token = doc[i]
            if token.text in {'"', "“", "”"} or (token.is_sent_start and i > end + 2):
                break
            if token.lemma_.lower() in SAYING and token.pos_ == "VERB":
                return _speaking(token)
    return None


def _speaking(verb: Token) -> Link | None:
    speaker = _speaker(verb)
    if speaker is None and verb.i:
        # "..., X, the group's spokesman, said": the parse may hang the name elsewhere.
        names = [e for e in verb.sent.ents if e.label_ == "PER" and 0 < verb.i - e.end < 10]
        speaker = names[-1].root if names else None
        speaker = speaker or (
            verb.nbor(-1) if verb.nbor(-1).pos_ in {"NOUN", "PROPN", "PRON"} else None
        )
    return Link(speaker, verb, verb.i) if speaker is not None else None


def chain(found: list[Link], scene: Scene, memory: Memory) -> tuple[Source, ...]:
    """Return the attribution chain, outermost first: the part's author, then the links."""
    named = (_source(link, scene, memory) for link in reversed(found))
    return (author(scene), *(s for s in named if not _is_publisher(s, scene)))


def _is_publisher(source: Source, scene: Scene) -> bool:
    """Tell whether a source is the document's own author or publisher, by name or initials."""
    document = scene.document
    issuer = (document.title or "").partition(":")
    named = (document.author, document.publisher, issuer[0] if issuer[1] else None)
    own = [n for n in named if n]
    initials = ["".join(w[0] for w in name.split() if w[:1].isupper()) for name in own]
    return scene.part.role != "comment" and source.text in {
        *own,
        *(i for i in initials if len(i) > 2),
    }


def _original_author(scene: Scene) -> str | None:
    """Return whose words a reposted body is; the headline and the rest are the reposter's."""
    original = scene.document.republished_from
    if original is None or scene.part.role not in {"body", "quotation"}:
        return None
    return original.author or original.publisher


def author(scene: Scene) -> Source:
    """Return the outermost link: the part's author, else the document's author or publisher."""
    document = scene.document
    if scene.part.role == "comment":
        return Source(scene.part.author or "commenter", "author", name=scene.part.author)
    name = scene.part.author or _original_author(scene) or document.author or document.publisher
    return Source(name or "author", "author", name=name)


def _source(link: Link, scene: Scene, memory: Memory) -> Source:
    cue = scene.span(link.cue.i, link.cue.i + 1)
    who = _whose(link, scene, memory)
    return Source(who.text, kind(link, scene), who.name, who.id, cue, who.start, who.end)


def _whose(link: Link, scene: Scene, memory: Memory) -> Mention:
    """Return the source's mention: resolved when a pronoun, a person's name before their office."""
    if link.source.pos_ == "PRON":
        return memory.resolve(link.source, scene) or scene.mention(link.source)
    names = (c for c in link.source.children if c.dep_ == "appos" and c.ent_type_ == "PER")
    person = next(names, None)
    if person is not None:
        return scene.mention(person)
    allied = [c for c in link.source.children if c.dep_ == "conj" and c.pos_ in {"NOUN", "PROPN"}]
    if allied and link.extent is None:
        first, last = extent(link.source), extent(allied[-1])
        span = scene.span(first[0], last[1])
        return Mention(span.text, span.start, span.end)
    if link.extent is None:
        return memory.resolve(link.source, scene, wide=True) or scene.mention(
            link.source, wide=True
        )
    start, end = link.extent
    span = scene.span(start, end)
    known = next((scene.actors_at[i] for i in range(start, end) if i in scene.actors_at), None)
    name, found = (known.name, known.id) if known else (None, None)
    return Mention(span.text, span.start, span.end, name, found)


def kind(link: Link, scene: Scene) -> str:
    """Return the codebook's kind of a source by its linked entity, its word, its name."""
    token = link.source
    entity = scene.actors_at.get(token.i)
    known = actors.link(entity.name) if entity is not None and entity.name else None
    if known is not None and known.kind in classes.SOURCE_KINDS:
        return known.kind
    start, end = link.extent or extent(token)
    worded = classes.source_kind(token)
    if any(scene.doc[i].ent_type_ == "PER" for i in range(start, end)):
        return "named-person"
    return worded or ("organisation" if token.pos_ == "PROPN" else "anonymous")
