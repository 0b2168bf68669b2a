"""On whose word each claim stands: the origin behind a claim, where it is not its document's.

A claim whose chain ends with its author has its document's origin. A claim that cites an authority
has that authority's, whichever page carries it, so that seven outlets quoting one ministry are one
origin. Sources that name nobody ("activists", "reports") stay with their document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from fogline.model import Claim, ClaimOrigin, Origin, Passage, Reading, Source, neutral
from fogline.weighing.lately import lately
from fogline.weighing.measures.days import apart, appeared
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.measures.wording import tokens
from fogline.weighing.origin.independence import FOR_ITSELF, HEARSAY, NAMELESS, SOURCE
from fogline.weighing.origin.reprinted import signed
from fogline.weighing.parties.parties import all_apart
from fogline.weighing.parties.sides import is_armed, is_medium
from fogline.weighing.sources.authorities import (
    MILITARY,
    UNNAMED,
    Authority,
    as_state,
    authority,
    chain,
    is_crowd,
    is_hearsay,
    is_institution,
    is_nameless,
    of_publisher,
    offices_of_a_body,
)
from fogline.weighing.sources.citations import Outlets, mentions, outlets, spelled
from fogline.weighing.sources.registers import Register, register
from fogline.weighing.views.party import is_loose
from fogline.weighing.views.unlike import both_counted
from fogline.weighing.views.views import View, views

Link = tuple[Source, Authority]
SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # deeds of one, done by saying so
NEWS_DAYS = 3
FEWEST = 2  # words that they share at least
LIKE_WORDS = 0.3  # share of the shorter sentence's words from which two claims tell the same


@dataclass(frozen=True, slots=True)
class Around:
    """What is asked of all documents of a ledger where some claims' origins are looked for.

    `cited` are the authorities that some claim cites, `publishers` those of documents by id;
    `heard` are the documents of whose claims the origins are asked for.
    """

    outlets: Outlets
    register: Register
    cited: Set[Authority]
    publishers: Mapping[str, str | None]
    heard: Mapping[str, Hearing]


def claim_origins(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    seen: Sequence[View] | None = None,
    known: Around | None = None,
) -> Mapping[str, ClaimOrigin]:
    """Return the origin of every claim by its id, with the reason in words.

    `seen` are the views of all claims, where they were made before; `known` is what else is asked
    of all documents of a ledger where the readings are not all, and of which of them it is asked.
    """
    seen = views(readings) if seen is None else seen
    ground = _ground(readings, origins, seen, known)
    asked = (v for v in seen if known is None or v.document.id in known.heard)
    return {v.claim.id: _voice(v, ground) for v in asked}


@dataclass(frozen=True, slots=True)
class Hearing:
    """By what the claims of a document may have their origin with those of others, or lend it.

    `relays` name the authority behind an outlet's news and `groups` an armed group; `seeking` are
    claims of an outlet that names none, `loose` those of "rebels". `speaker` is the authority that
    the publisher may be, `cited` those that its claims cite, by their `chains`.
    """

    relays: tuple[tuple[str, View], ...]
    groups: tuple[View, ...]
    seeking: tuple[tuple[str, View], ...]
    loose: tuple[View, ...]
    speaker: Authority | None
    cited: frozenset[Authority]
    chains: Mapping[str, tuple[Link, ...]]


def hearing(reading: Reading, seen: Sequence[View], who: Register, known: Outlets) -> Hearing:
    """Return by what a document's claims, seen as they are, may be tied to those of others."""
    chains = _chains([reading], who)
    told = [v for v in seen if not v.comment]
    publisher = reading.document.publisher
    own = known.key(publisher) if publisher else None
    speaks_for_itself = of_publisher(publisher)
    return Hearing(
        relays=tuple((o, v) for o, held in _relays(seen, chains, known).items() for v, _ in held),
        groups=tuple(v for v, _ in _groups(seen, chains)),
        seeking=tuple(
            {(o, v.claim.id): (o, v) for v in told for o in _sought(v, own, chains, known)}.values()
        ),
        loose=tuple(
            v for v in told if any(is_loose(named.words) for _, named in chains[v.claim.id])
        ),
        speaker=who.who(speaks_for_itself) if speaks_for_itself else None,
        cited=_cited(chains, known),
        chains=chains,
    )


def _sought(
    v: View, own: str | None, chains: Mapping[str, tuple[Link, ...]], known: Outlets
) -> Iterator[str]:
    """Yield the outlets behind whose news a claim may have an authority that others name."""
    if own and _unnamed(v.claim):
        yield own
    for source, _ in chains[v.claim.id]:
        if heard_from := _relay(source, known):
            yield heard_from


def _cited(chains: Mapping[str, tuple[Link, ...]], known: Outlets) -> frozenset[Authority]:
    last = (links[-1] for links in chains.values() if links)
    return frozenset(named for source, named in last if not _relay(source, known))


def _groups(
    seen: Iterable[View], chains: Mapping[str, tuple[Link, ...]]
) -> list[tuple[View, Authority]]:
    """Return the claims that cite an armed group by its name."""
    return [
        (v, links[-1][1])
        for v in seen
        if (links := chains[v.claim.id])
        and links[-1][0].kind == "armed-group"
        and not is_loose(links[-1][1].words)
    ]


@dataclass(frozen=True, slots=True)
class _Ground:
    homes: Mapping[str, str]
    roots: Mapping[str, str]
    publishers: Mapping[str, str | None]
    members: Mapping[str, frozenset[str]]
    held: Mapping[str, Sequence[Passage]]
    outlets: Outlets
    register: Register
    chains: Mapping[str, tuple[Link, ...]]
    cited: Set[Authority]
    relays: Mapping[str, Sequence[tuple[View, Authority]]]
    groups: Sequence[tuple[View, Authority]]


def _ground(
    readings: Sequence[Reading],
    origins: Sequence[Origin],
    seen: Sequence[View],
    around: Around | None,
) -> _Ground:
    published = {r.document.id: r.document.publisher for r in readings}
    published |= around.publishers if around else {}
    known = around.outlets if around else outlets(filter(None, published.values()))
    who = around.register if around else register(v.claim for v in seen)
    heard = around.heard if around else {}
    chains = _chains([r for r in readings if r.document.id not in heard], who)
    for one in heard.values():
        chains |= one.chains
    return _Ground(
        homes={m.document: o.id for o in origins for m in o.members},
        roots={o.id: _outlet(published.get(o.root or ""), known) for o in origins},
        publishers=published,
        members={
            o.id: frozenset(_outlet(published.get(m.document), known) for m in o.members) - {""}
            for o in origins
        },
        held=_held(origins),
        outlets=known,
        register=who,
        chains=chains,
        cited=around.cited if around else _cited(chains, known),
        relays=_relays(seen, chains, known),
        groups=_groups(seen, chains),
    )


def _outlet(publisher: str | None, known: Outlets) -> str:
    return f"outlet:{known.key(publisher)}" if publisher else ""


def _held(origins: Iterable[Origin]) -> dict[str, list[Passage]]:
    held: dict[str, list[Passage]] = defaultdict(list)
    for origin in origins:
        for passage in origin.passages:
            held[passage.document].append(passage)
    return held


def _chains(readings: Iterable[Reading], who: Register) -> dict[str, tuple[Link, ...]]:
    """Return the chain of every claim; a short name means first what its own page names in full."""
    found = {}
    for reading in readings:
        here = _on_page(reading.claims)
        for claim in reading.claims:
            said = chain(claim) or _word_of(claim, reading.document.publisher)
            found[claim.id] = tuple((source, _meant(named, here, who)) for source, named in said)
    return found


def _meant(named: Authority, here: Register, who: Register) -> Authority:
    """Return whom a name on a page means. For whom somebody speaks other pages say more fully."""
    person = here.full(named)
    if here.known.is_person(person) and len(person.words) > 1:
        whose = who.who(person)
        return whose if whose != person else who.who(here.who(named))
    return who.who(here.who(named))


def _word_of(claim: Claim, publisher: str | None) -> tuple[Link, ...]:
    """Return the one party whose word a claim tells of: who accuses or denies has said so.

    "rebels" who do may be others each time; "the staff" on a staff's own page is that one.
    """
    if claim.event not in SAID or len(claim.actors) != 1:
        return ()
    who = claim.actors[0]
    named = authority(Source(who.text, "organisation", who.name, who.id))
    if named is None or is_loose(named.words) or is_crowd(named.name):
        return ()
    itself = of_publisher(publisher)
    if itself and not (who.id or named.country) and named.words < itself.words:
        named = itself
    return ((Source(who.text, "self", who.name, who.id), as_state(named)),)


@lately
def _on_page(claims: tuple[Claim, ...]) -> Register:
    return register(claims, one_page=True)


def _relays(
    seen: Iterable[View], chains: Mapping[str, tuple[Link, ...]], known: Outlets
) -> dict[str, list[tuple[View, Authority]]]:
    """Return, by outlet, the claims that name the authority from which the outlet had its news."""
    relays: dict[str, list[tuple[View, Authority]]] = defaultdict(list)
    for v in seen:
        links = chains[v.claim.id]
        for outer, inner in pairwise(links):
            told_by = _relay(outer[0], known)
            if told_by and not _vague(inner, known):
                relays[told_by].append((v, inner[1]))
        # An outlet that quotes the authority itself relays it to all who quote the outlet.
        if v.document.publisher and links and not _vague(links[-1], known):
            relays[known.key(v.document.publisher)].append((v, links[-1][1]))
    return relays


def _vague(link: Link, known: Outlets) -> bool:
    """Say whether a link names no one behind the news: another outlet, or a "military source"."""
    return bool(_relay(link[0], known)) or link[1].words == MILITARY


@lately
def _relay(source: Source, known: Outlets) -> str | None:
    """Return the key of the outlet that a source is, by its kind or by its name: "agency X"."""
    name = source.name or source.text
    person = source.kind == "named-person" and spelled(name) in known.shared
    named = None if person else next((key for _, key in mentions(name, known)), None)
    if named is None and not source.id and source.kind not in UNNAMED:
        named = known.short(name)
    if named is not None or source.kind != "media" or _is_channel(source):
        return named
    return known.key(name)


def _is_channel(source: Source) -> bool:
    """Say whether a medium is a body's own: an armed group's channel, an army's press service."""
    body, told = source.id or "", offices_of_a_body().intersection(tokens(source.text))
    return is_armed(body) or bool(body and told and not is_medium(body))


def _voice(v: View, ground: _Ground) -> ClaimOrigin:
    home = ground.homes.get(v.document.id, v.document.id)
    key, own, reason = _key(v, home, ground)
    outlet, publisher = ground.roots.get(home, ""), _outlet(v.document.publisher, ground.outlets)
    wording = signed(v.words)
    return ClaimOrigin(key, own, v.document.id, v.heading, home, outlet, reason, publisher, wording)


def _key(v: View, home: str, ground: _Ground) -> tuple[str | None, bool, str]:
    if v.comment:
        return None, True, "a reader's comment adds no origin"
    links = ground.chains[v.claim.id]
    if not links:
        return _own(v, home, ground)
    source, named = links[-1]
    if named.words == MILITARY and len(links) == 1:
        # Whoever else names the outlet's source says more of him than "military".
        known = _own(v, home, ground)
        return known if not known[1] else (f"{SOURCE}{named.name}", False, _cites(source, v))
    if named.words == MILITARY:
        source, named = links[-2]
    if heard_from := _relay(source, ground.outlets):
        return _heard(v, home, heard_from, ground)
    if group := _group(v, named, ground):
        return (
            f"{SOURCE}{group.name}",
            False,
            f"{_cites(source, v)}: others name {group.name}",
        )
    nameless = NAMELESS if is_nameless(source, named) else ""
    return f"{SOURCE}{named.name}", False, f"{_cites(source, v)}{nameless}"


def _cites(source: Source, v: View) -> str:
    """Say whose word a claim gives, with neutral terms for words that take a side."""
    who = neutral(source.text, v.claim.loaded)
    return f"gives the word of {who}" if source.kind == "self" else f"cites {who}"


def _group(v: View, named: Authority, ground: _Ground) -> Authority | None:
    """Return which armed group "rebels" are, where all who tell the same by name name one.

    They are no state's.
    """
    if not is_loose(named.words):
        return None
    named_so = ((other, group) for other, group in ground.groups if not _is_of_a_state(group))
    found = {group for other, group in named_so if _tells_it(other, v)}
    return found.pop() if len(found) == 1 else None


def _is_of_a_state(group: Authority) -> bool:
    """Say whether an armed body is a country's, or an army of which no more is known."""
    return bool(group.country) or all(map(is_institution, group.words))


def _own(v: View, home: str, ground: _Ground) -> tuple[str, bool, str]:
    for passage in ground.held.get(v.document.id, ()):
        if passage.start <= v.claim.trigger.start < passage.end:
            other = ground.homes.get(passage.of_document, home)
            before = f"stands in a passage that {passage.of_document} had before"
            if other != home:
                return other, False, before
            if quoted := _speaker(ground.publishers.get(passage.of_document), ground):
                return f"{SOURCE}{quoted.name}", False, before
    told = [source.text for source in v.claim.attribution if source.kind != "author"]
    heard = any(map(is_hearsay, told))
    if not heard and (speaker := _speaker(v.document.publisher, ground)):
        return f"{SOURCE}{speaker.name}", False, f"{v.document.publisher}{FOR_ITSELF}"
    if (publisher := v.document.publisher) and _unnamed(v.claim):
        key = ground.outlets.key(publisher)
        if relayed := _relayed(v, key, ground):
            return f"{SOURCE}{relayed.name}", False, f"others name {publisher}'s source for it"
    reason = f'"{told[-1]}" names nobody' if told else "told in the document's own voice"
    return home, True, f"{reason}{HEARSAY if heard else ''}"


def _heard(v: View, home: str, outlet: str, ground: _Ground) -> tuple[str, bool, str]:
    name = ground.outlets.names.get(outlet, outlet)
    if v.document.publisher and ground.outlets.key(v.document.publisher) == outlet:
        return _own_outlet(v, home, name, ground)
    if relayed := _relayed(v, outlet, ground):
        return f"{SOURCE}{relayed.name}", False, f"cites {name}, which had it from there"
    if f"outlet:{outlet}" in ground.members.get(home, ()):
        return home, True, f"cites {name}, whose report is of this origin"
    return f"outlet:{outlet}", False, f"cites {name}"


def _own_outlet(v: View, home: str, name: str, ground: _Ground) -> tuple[str, bool, str]:
    if relayed := _relayed(v, ground.outlets.key(name), ground):
        return f"{SOURCE}{relayed.name}", False, f"others name {name}'s source for it"
    return home, True, f"{name} cites itself"


def _speaker(publisher: str | None, ground: _Ground) -> Authority | None:
    """Return the authority that publishes a document, where others cite it as a source."""
    found = of_publisher(publisher)
    who = ground.register.who(found) if found else None
    return who if who in ground.cited else None


def _unnamed(claim: Claim) -> bool:
    return any(source.kind == "anonymous" for source in claim.attribution)


def _relayed(v: View, outlet: str, ground: _Ground) -> Authority | None:
    """Return the authority behind an outlet's news, where a claim of another page tells the same.

    Of several it is the one whose claim tells it in the likest words, and none where two do. Whom
    one page names for one thing, and does not for the next, need not be behind both.
    """
    found: dict[Authority, int] = {}
    for other, named in ground.relays.get(outlet, ()):
        same = other.document.id != v.document.id and _tells_it(other, v)
        if same and not _later_news(v, other, ground):
            found[named] = max(found.get(named, 0), len(v.words & other.words))
    likest = [named for named, shared in found.items() if shared == max(found.values())]
    return likest[0] if len(likest) == 1 else None


def _tells_it(other: View, v: View) -> bool:
    """Say whether two claims tell alike of a deed of one kind by the same: who denies it, lays it
    to another, or tells another number of those harmed, does not tell it.
    """
    kinds = [(one.claim.event, one.claim.mode) for one in (other, v)]
    if other.denied != v.denied or not kinship().between(*kinds):
        return False
    doers = other.actors and v.actors and all_apart(other.actors, v.actors)
    others = any(x.below(y) or y.below(x) for _, x, y in both_counted(other, v))
    return not (doers or others) and _alike(v, other)


def _later_news(v: View, other: View, ground: _Ground) -> bool:
    """Say whether one outlet tells of it again after days: it may have another source then."""
    one, two = (_outlet(x.document.publisher, ground.outlets) for x in (v, other))
    return one == two and bool(
        (apart(appeared(v.document), appeared(other.document)) or 0) > NEWS_DAYS
    )


def _alike(a: View, b: View) -> bool:
    if kinship().family(a.claim.event) != kinship().family(b.claim.event):
        return False
    gap = apart(a.days, b.days)
    if gap is None:
        gap = apart(appeared(a.document), appeared(b.document))
    near = gap is None or gap <= NEWS_DAYS
    shared = len(a.words & b.words)
    return near and shared >= max(FEWEST, LIKE_WORDS * min(len(a.words), len(b.words)))
