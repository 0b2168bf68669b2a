"""What arrivals change of origins: looked for among those alone whom they may concern.

What people decide is looked for in the same way: documents of which other claims are heard than
before stand as they did, and what they leave is put up anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from fogline.arrivals import around, posting, sources
from fogline.arrivals.around import Fresh, members
from fogline.arrivals.background import Background, background
from fogline.arrivals.library import Library, bare
from fogline.model import Origin
from fogline.weighing.origin.origins import Ground
from fogline.weighing.origin.origins import origins as origins_of
from fogline.weighing.origin.traces import Traces, naming, number, traces
from fogline.weighing.sources.authorities import Authority
from fogline.weighing.sources.citations import Outlets, outlets, spelled
from fogline.weighing.sources.registers import ASKED, Fact, Facts, changed, facts


@dataclass(frozen=True, slots=True)
class Arrived:
    """Arriving documents, with all that is known before them and after.

    `redone` are documents that stood before and whose words have come to mean another, `versions`
    those of them that are of an arriving one's page; `left` is what these left before.
    """

    new: tuple[str, ...]
    fresh: tuple[Fresh, ...]
    left: Mapping[str, Traces]
    known: Ground
    versions: frozenset[str]

    @property
    def redone(self) -> set[str]:
        """The documents that stood before."""
        return {one.id for one in self.fresh} - set(self.new)


@dataclass(frozen=True, slots=True)
class Changed:
    """Origins as they stood and as they come out, by id; `sharing` are for each of their documents
    others that it may share a passage with.
    """

    before: Mapping[str, Origin]
    after: Mapping[str, Origin]
    sharing: Mapping[str, set[int]]


def arrived(library: Library, new: Sequence[str]) -> Arrived:
    """Return arriving documents with those that they make stand otherwise, all put up anew."""
    told = _facts(library, new)
    was, known = _grounds(library, new, told)
    moved = changed(was.register, known.register, told)
    versions = library.versions(new) - set(new)  # what they still say changes with a version
    redone = {*_asking(library, moved), *_naming(library, new, was, known), *versions}
    library.readings(redone)  # all at once
    before = library.before()
    left = {d: _traces(before if d in versions else library, d, was) for d in redone}
    fresh = tuple(_fresh(library, d, known) for d in sorted({*new, *redone}))
    _put_up(library, fresh, told)
    return Arrived(tuple(new), fresh, left, known, frozenset(versions))


def heard_anew(library: Library, before: Library, documents: Set[str]) -> Arrived:
    """Return documents of which other claims are heard than `before`, with those that they make
    stand otherwise, all put up anew.
    """
    told = _facts(library, documents)
    told.subtract(_facts(before, documents))
    was, known = _grounds(library, (), told)
    moved = changed(was.register, known.register, {f: n for f, n in told.items() if n > 0})
    moved |= changed(known.register, was.register, {f: -n for f, n in told.items() if n < 0})
    versions = library.versions(documents) - documents
    redone = {*documents, *_asking(library, moved), *versions}
    left = {d: _traces(before, d, was) for d in redone}
    fresh = tuple(_fresh(library, d, known) for d in sorted(redone))
    _put_up(library, fresh, {fact: n for fact, n in told.items() if n})
    return Arrived((), fresh, left, known, frozenset(versions))


def _facts(library: Library, documents: Iterable[str]) -> Counter[Fact]:
    return facts(claim for reading in library.readings(documents) for claim in reading.claims)


def _put_up(library: Library, fresh: Sequence[Fresh], told: Facts) -> None:
    """Keep what documents tell of sources, and let them stand where they do now."""
    postings = library.revising.postings
    asked = Counter(Fact(ASKED, n) for one in fresh for n in one.left.asked)
    sources.tell(postings, {**told, **asked})
    posts = postings.posts(one.page for one in fresh)
    posting.take_down(postings, (posting.unpacked(post.posted) for post in posts.values()))
    posting.put_up(postings, (one.rows for one in fresh))
    postings.keep_grams((g, one.page) for one in fresh for g in library.grams(one.id))


def origins(library: Library, came: Arrived, decided: Set[str] = frozenset()) -> Changed:
    """Return what arriving documents change of origins, and keep whose they are.

    `decided` are documents of which people decided otherwise than before whose origin is theirs.
    """
    ground = _background(library, came)
    near = _near(library, came, ground) | decided
    changed, outside = _looked_for(library, came, near)
    while outside:  # whoever turns out to be tied belongs to it, with all of its own origin
        near |= outside
        changed, outside = _looked_for(library, came, near)
    _keep(library, came, ground, changed.after)
    return changed


def _looked_for(library: Library, came: Arrived, near: set[str]) -> tuple[Changed, set[str]]:
    """Return the origins of documents and those around them, and who else belongs to one."""
    before = around.whole(library, near)
    inside = members(before.values()) | {one.id for one in came.fresh}
    told = library.readings(inside)
    grams = {g for d in inside for g in library.grams(d)}
    standing = set(library.revising.postings.standing(grams))
    sharing = around.sharing(library, inside, standing)
    beside = set(library.ids(p for pages in sharing.values() for p in pages)) - inside
    known = replace(came.known, standing=standing, crowded=around.crowded(library, inside))
    readings = [*told, *bare(library.documents(beside))]
    found = (o for o in origins_of(readings, known) if members([o]) & inside)
    after = {origin.id: origin for origin in found}
    outside = members(after.values()) | _kept_apart(library, inside)
    return Changed(before, after, sharing), outside - inside


def _kept_apart(library: Library, inside: set[str]) -> set[str]:
    """Return who is kept apart from some of the documents: a tie may come to be theirs."""
    found = {other for one, other in library.decided.origins.apart if one in inside}
    return set(library.revising.postings.pages(found)) if found else found


def _grounds(library: Library, new: Sequence[str], told: Facts) -> tuple[Ground, Ground]:
    """Return who is who and which outlets there are, before documents arrive and after.

    `told` are the facts that come, fewer than none where they go.
    """
    was, now = sources.registers(library.revising.postings, told)
    every = library.revising.postings.every_publisher()
    fresh = _new_publishers(library, new)
    old = [name for name in every if name not in fresh]
    known = outlets(every)
    before = Ground(outlets(old) if fresh else known, was, bound=library.decided.origins)
    return before, replace(before, outlets=known, register=now)


def _new_publishers(library: Library, new: Sequence[str]) -> set[str]:
    first = min(library.keys(new).values(), default=0)
    names = {r.document.publisher for r in library.readings(new) if r.document.publisher}
    return {n for n in names if not library.revising.postings.publishes_already(n, first)}


def _asking(library: Library, moved: Iterable[Authority]) -> list[str]:
    """Return the documents whose sources have come to mean another."""
    found = library.revising.postings.under(number("asks", name.name) for name in moved)
    return library.ids(page for _, page in found)


def _naming(library: Library, new: Sequence[str], was: Ground, known: Ground) -> list[str]:
    """Return the documents that name an outlet which was not known as one before."""
    fresh = {n for n in _new_publishers(library, new) if _means_more(n, was.outlets, known.outlets)}
    found = library.ids(p for _, p in library.revising.postings.under(naming(fresh)))
    was = replace(was, register=known.register)
    renamed = _renamed(was.outlets, known.outlets)
    return [d for d in found if _stands_otherwise(library, d, (was, known), renamed)]


def _stands_otherwise(
    library: Library, document: str, grounds: tuple[Ground, Ground], renamed: set[str]
) -> bool:
    before, after = (_traces(library, document, ground) for ground in grounds)
    heard = after.hearing
    outlets = {outlet for outlet, _ in (*heard.seeking, *heard.relays)}
    return before != after or bool(outlets & renamed)


def _means_more(name: str, was: Outlets, known: Outlets) -> bool:
    key = known.key(name)
    return was.by_words.get(spelled(name)) != key or was.names.get(key) != known.names.get(key)


def _renamed(was: Outlets, known: Outlets) -> set[str]:
    """Return the outlets, by key, that are called otherwise than before."""
    return {key for key, name in known.names.items() if was.names.get(key, key) != name}


def _traces(library: Library, document: str, known: Ground) -> Traces:
    (reading,), (text,) = library.readings([document]), library.texts([document])
    return traces(reading, library.views([document]), text, known)


def _fresh(library: Library, document: str, known: Ground) -> Fresh:
    (reading,), (text,) = library.readings([document]), library.texts([document])
    left = _traces(library, document, known)
    page, claims = library.keys([document])[document], library.claims(document)
    rows = posting.rows(page, claims, left)
    return Fresh(page, reading, left, posting.kept(reading, text, left), rows, known)


def _background(library: Library, came: Arrived) -> Background:
    postings = library.revising.postings
    alike = around.alike(library, came.new) - set(library.keys(came.new).values())
    ground = background(library, came.new, _with_their_stories(library, library.ids(alike)))
    ground.keep(postings)
    return ground


def _with_their_stories(library: Library, documents: Iterable[str]) -> set[str]:
    """Return documents with all of their origins, and of those that people split off from these:
    near duplicates are of one story, whatever was decided of where they come from.
    """
    found = members(around.whole(library, documents).values())
    while apart := _kept_apart(library, found) - found:
        found |= members(around.whole(library, apart).values())
    return found


def _near(library: Library, came: Arrived, ground: Background) -> set[str]:
    """Return documents that stood before and whose origins may change."""
    pages = set(ground.flipped)
    for one in came.fresh:
        pages |= around.tied(library, one)
    pages |= around.translated(library, came.fresh)
    new = set(came.new)
    found = {*library.ids(pages), *came.redone, *_of_story(library, ground, new)} - new
    for document, shared in around.sharing(library, came.new, ground.standing).items():
        found |= around.overlapping(library, document, shared, ground.standing)
    return found - new


def _of_story(library: Library, ground: Background, new: set[str]) -> set[str]:
    keys = library.keys(new)
    stories = {ground.stories[d] for d in keys.values() if d in ground.stories}
    return set(library.ids(page for page, story in ground.stories.items() if story in stories))


def _keep(library: Library, came: Arrived, ground: Background, after: Mapping[str, Origin]) -> None:
    """Keep of what story and of what origin documents are."""
    homes = {m.document: origin.id for origin in after.values() for m in origin.members}
    keys = library.keys(homes)
    posts = library.revising.postings.posts(one.page for one in came.fresh)
    stories = {page: post.story for page, post in posts.items()} | ground.stories
    library.revising.postings.post(
        posting.post(
            one.page,
            one.reading,
            stories[one.page],
            homes[one.id],
            one.kept,
            one.rows,
        )
        for one in came.fresh
    )
    pages = {keys[document]: home for document, home in homes.items()}
    library.revising.postings.settle(ground.stories, pages)
