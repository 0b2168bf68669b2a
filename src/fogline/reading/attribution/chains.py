"""The chain of sources around a claim, outermost first: each link as the source that it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fogline.model import Mention, Source
from fogline.reading.attribution import (
    mentions,
    offices,
    presenting,
    relays,
    signing,
    sources,
    turns,
    voices,
)
from fogline.reading.attribution.sayings import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.reading.coreference.anaphora import Memory
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene


def chain(found: list[Link], scene: Scene, memory: Memory) -> tuple[Source, ...]:
    """Return the attribution chain, outermost first: the part's author, then the links."""
    told = (k for k in reversed(found) if not _is_nameless_turn(k, memory))
    named = [_source(link, scene, memory) for link in told]
    named = [
        s for n, s in enumerate(named) if not any(s.text in (t.text, t.name) for t in named[:n])
    ]
    carried = {scene.span(*k.words).start for k in found if relays.only_carries(k)}
    memory.cited.extend(  # whom the text cites goes on before whom they cite
        s for s in reversed(named) if s.cue is None or s.cue.start not in carried
    )
    return (author(scene), *_signer(scene), *(s for s in named if not _is_publisher(s, scene)))


def _is_nameless_turn(link: Link, memory: Memory) -> bool:
    """Tell whether a source is only the label of an answer by nobody knows whom. What a question
    takes for granted stays with who asks, lest it be on the word of whose page it is.
    """
    return presenting.is_turn(link.source) and memory.interviewed is None


def _signer(scene: Scene) -> tuple[Source, ...]:
    """Return who signs a quotation, whom the document hands on."""
    name = scene.part.author if scene.part.role == "quotation" else None
    if not name:
        return ()
    body = signing.channel(name)
    kind, known = ("organisation", body.id) if body else ("named-person", None)
    return (Source(name, kind, name=name, id=known),)


def remember(speakers: Iterable[Token], verb: Token, scene: Scene, memory: Memory) -> None:
    """Note who denies or demands something: "one of them" may be theirs."""
    memory.cited.extend(_source(Link(who, verb, verb.i), scene, memory) for who in speakers)


def _is_publisher(source: Source, scene: Scene) -> bool:
    """Tell whether a source is the document's own author or publisher, by name or initials."""
    document = scene.document
    issuer = signing.label(document.title, document.text)
    own = [n for n in (document.author, document.publisher, issuer) if n]
    initials = ["".join(w[0] for w in name.split() if w[:1].isupper()) for name in own]
    signed = signing.is_author(source.text, document.text)
    return scene.part.role != "comment" and (
        signed or source.text in {*own, *(i for i in initials if len(i) > 2)}
    )


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
    own = scene.part.author if scene.part.role != "quotation" else None
    name = own or _original_author(scene) or document.author or document.publisher
    body = signing.channel(name) if name else None
    return Source(name or "author", "author", name=name, id=body.id if body else None)


def interviewed(scene: Scene, memory: Memory) -> None:
    """Note with whom a part tells of an interview: "A:" in what follows is that one."""
    link = presenting.interviewee(scene.doc) if scene.part.role != "comment" else None
    if link is not None:
        one = offices.is_one_person(link.source, scene)
        told, body = _named(link, scene, memory), offices.body(link.source, scene)
        memory.interviewed = told, body if one else None


def _source(link: Link, scene: Scene, memory: Memory) -> Source:
    """Return the source that a link names: one pronoun means one in all that its sentence tells."""
    if presenting.is_turn(link.source) and memory.interviewed is not None:
        return replace(memory.interviewed[0], cue=scene.span(*link.words))
    if link.source.pos_ != "PRON":
        return _named(link, scene, memory)
    at = scene.span(link.source.i, link.source.i + 1).start
    found = memory.told.get(at) or _named(link, scene, memory)
    memory.told[at] = found
    return replace(found, cue=scene.span(*link.words))


def _named(link: Link, scene: Scene, memory: Memory) -> Source:
    cue = scene.span(*link.words)
    cited = [s for s in memory.cited if mentions.is_heard(s, scene)]
    if (turn := turns.speaker(link, cited, scene)) is not None:
        return _source(Link(turn, link.cue, link.clause), scene, memory)
    again = sources.meant(link, cited) or turns.many(link, cited, scene)
    if again is not None:
        return replace(again, cue=cue)
    who = voices.bare(mentions.uncounted(mentions.whose(link, scene, memory), scene))
    who = memory.parties.again(link.source, who, scene)
    found = Source(
        who.text,
        _kind(link, who, scene, memory),
        who.name,
        who.id,
        cue,
        who.start,
        who.end,
    )
    if found.name or memory.parties.are_several(link.source, scene):
        return found
    return sources.named(found, link, cited, offices.behind(link.source, scene, memory))


def _kind(link: Link, who: Mention, scene: Scene, memory: Memory) -> str:
    """Return the kind of a source: "the front" is what the front is that was named before."""
    if (body := memory.parties.body(link.source, scene)) is not None:
        named, told = body
        return voices.kind(replace(link, source=named, extent=None), told, who.id)
    return voices.kind(_stood_for(link, who, scene), scene, who.id)


def _stood_for(link: Link, who: Mention, scene: Scene) -> Link:
    """Return a pronoun's link with the noun that it stands for, where the same part names it."""
    if link.source.pos_ != "PRON" or who.start is None or who.end is None:
        return link
    start, end = who.start - scene.part.start, who.end - scene.part.start
    noun = scene.doc.char_span(start, end) if scene.text[start:end] == who.text else None
    return replace(link, source=noun.root, extent=None) if noun is not None else link
