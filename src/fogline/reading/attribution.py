"""Who says so: the chain of sources around a claim, outermost first (data: lexicon/cues.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model import Source
from fogline.reading import actors, classes
from fogline.reading.arguments import is_passive
from fogline.reading.phrases import extent, preposition
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.anaphora import Memory
    from fogline.reading.language import Doc, Token
    from fogline.reading.scene import Scene

_CUES: Final = {row["kind"]: frozenset(row["cue"].split("|")) for row in rows("cues.csv")}
SAYING: Final = _CUES["verb"] | _CUES["act"]
_CONTENT: Final = frozenset({"ccomp", "parataxis", "advcl", "xcomp", "obj"})
_VAGUE: Final = frozenset({"report", "claim", "rumour", "rumor", "account", "suggestion"})
_FIRST: Final = frozenset({"i", "we", "us", "me", "my", "our"})


@dataclass(frozen=True, slots=True)
class Link:
    """A source found on the way up from a trigger: who, the cue that brings it, and from where."""

    source: Token
    cue: Token
    clause: int


def links(trigger: Token, quotes: Quotes) -> list[Link]:
    """Return the sources that the sentence names for a trigger, innermost first."""
    found: list[Link] = []
    node = trigger
    for _ in range(40):
        found += _beside(node, trigger)
        link = _above(node, trigger)
        if link is not None:
            found.append(link)
        if node.head.i == node.i:
            break
        node = node.head
    if not found and (link := _closing(trigger)) is not None:
        found.append(link)
    if not found and (link := quotes.speaker(trigger)) is not None:
        found.append(link)
    return _distinct(found)


def _above(node: Token, trigger: Token) -> Link | None:
    """Return the source of the verb or noun of saying that governs the clause of `node`."""
    head = node.head
    if head.i == node.i or head.i == trigger.i:
        return None
    lemma = head.lemma_.lower()
    if node.dep_ in _CONTENT and lemma in SAYING and head.pos_ in {"VERB", "AUX"}:
        if node.dep_ in {"advcl", "xcomp", "obj"} and not _speaks_of(node, head):
            return None
        speaker = _speaker(head)
        return Link(speaker, head, head.i) if speaker is not None else None
    if node.dep_ in {"acl", "ccomp", "nmod", "acl:relcl", "appos"} and lemma in _CUES["noun"]:
        if node.dep_ == "nmod" and preposition(node) not in {"of", "about"}:
            return None
        if node.dep_ in {"acl:relcl", "acl"} and not _that_clause(node):
            return None
        return Link(_owner(head), head, head.i)
    return None


def _speaks_of(node: Token, head: Token) -> bool:
    """Tell whether a non-finite or nominal complement is the content of what is said."""
    lemma = head.lemma_.lower()
    if node.dep_ == "obj":
        return lemma in {
            "report",
            "record",
            "document",
            "show",
            "confirm",
            "describe",
            "claim",
            "deny",
            "allege",
            "acknowledge",
        }
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
    """Return whose report it is: "Washington's claim", "a report by the monitor"; else the report."""
    for child in noun.children:
        if child.dep_ == "nmod:poss" and child.lower_ not in {"its", "their", "his", "her", "our"}:
            return noun if "media" in classes.of_word(child) else child
        if child.dep_ == "nmod" and preposition(child) == "by":
            return child
    return noun


def _beside(node: Token, trigger: Token) -> Iterator[Link]:
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
            speaker = _speaker(child)
            if speaker is not None:
                yield Link(speaker, child, child.i)


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


def _closing(trigger: Token) -> Link | None:
    """Return the source of a sentence that closes with "... a monitoring group said".

    Needed where a corpus has lost its commas and the parse hangs the words elsewhere.
    """
    sentence = list(trigger.sent)
    for token in reversed(sentence):
        if token.i <= trigger.i:
            return None
        if token.lemma_.lower() in _CUES["verb"] and token.tag_ in {"VBD", "VBZ", "VBP"}:
            before = token.nbor(-1)
            after = [t for t in sentence if t.i > token.i and not t.is_punct]
            if any(t.pos_ == "VERB" for t in after) or len(after) > 8:
                return None
            if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.i > trigger.i:
                return Link(_top(before, trigger), token, token.i)
            return None
    return None


def _top(noun: Token, trigger: Token) -> Token:
    """Return the head of the noun phrase that ends at `noun`, not reaching back past the trigger."""
    node = noun
    while (
        node.dep_ in {"compound", "flat", "nmod", "appos", "amod"}
        and trigger.i < node.head.i < noun.i + 1
    ):
        node = node.head
    return node


def _distinct(found: list[Link]) -> list[Link]:
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
                speaker = _speaker(token) or _neighbour(token)
                if speaker is not None:
                    return Link(speaker, token, token.i)
    return None


def _neighbour(verb: Token) -> Token | None:
    before = verb.nbor(-1) if verb.i else None
    return before if before is not None and before.pos_ in {"NOUN", "PROPN", "PRON"} else None


def chain(found: list[Link], scene: Scene, memory: Memory) -> tuple[Source, ...]:
    """Return the attribution chain, outermost first: the part's author, then the links."""
    return (author(scene), *(_source(link, scene, memory) for link in reversed(found)))


def author(scene: Scene) -> Source:
    """Return the outermost link: the part's author, else the document's author or publisher."""
    document = scene.document
    if scene.part.role == "comment":
        return Source(scene.part.author or "commenter", "author", name=scene.part.author)
    name = scene.part.author or document.author or document.publisher
    return Source(name or "author", "author", name=name)


def _source(link: Link, scene: Scene, memory: Memory) -> Source:
    span = scene.span(link.cue.i, link.cue.i + 1)
    mention = memory.resolve(link.source, scene)
    if mention is None:
        mention = scene.mention(link.source, wide=True)
    return Source(
        mention.text,
        kind(link.source, scene),
        mention.name,
        mention.id,
        span,
        mention.start,
        mention.end,
    )


def kind(token: Token, scene: Scene) -> str:
    """Return the codebook's kind of a source by its linked entity, its word, its name."""
    entity = scene.actors_at.get(token.i)
    known = actors.link(entity.name) if entity is not None and entity.name else None
    if known is not None and known.kind in classes.SOURCE_KINDS:
        return known.kind
    start, end = extent(token)
    worded = classes.source_kind(token)
    if token.ent_type_ == "PER" or any(scene.doc[i].ent_type_ == "PER" for i in range(start, end)):
        return "named-person"
    return worded or ("organisation" if token.pos_ == "PROPN" else "anonymous")
