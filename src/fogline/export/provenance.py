"""How a claim came to be, as W3C PROV in JSON-LD: from bytes to text to claim, and who said it.

https://www.w3.org/TR/prov-o/. Two chains: that of custody (capture, reading, claim, judgements,
the log's entries), and that of attribution, in which what one source says is derived from what the
one that it cites says.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from fogline.chain import Entry, digest
from fogline.export import worded
from fogline.export.case import Case, claim_name, named
from fogline.model import Judgement

Node = dict[str, Any]

CONTEXT: Final = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "fogline": "urn:fogline:",
}


def provenance(case: Case) -> dict[str, Any]:
    """Return the graph of a claim's provenance."""
    return {"@context": CONTEXT, "@graph": [*_custody(case), *_attribution(case), *_log(case)]}


def _custody(case: Case) -> Iterator[Node]:
    capture, claim, document = case.capture, case.claim, case.reading.document
    reading, reader = (
        f"{claim_name(claim)}#reading",
        f"urn:fogline:reader:{quote(case.reading.reader)}",
    )
    text = f"urn:fogline:document:{document.id}"  # of plain text the bytes are the same
    sealed = {"fogline:digest": digest(document.text.encode())}
    read_at = next((e.at for e in reversed(case.own) if e.kind == "document"), None)
    yield _entity(
        named(capture.id), "capture", **_at(capture.captured_at), **_primary_source(capture.url)
    )
    yield from _stated(case)
    yield _entity(text, "text as read", **_derived(named(capture.id)), **_by(reading), **sealed)
    yield _entity(claim_name(claim), case.line, **_derived(text), **_by(reading))
    yield {
        "@id": reading,
        "@type": "prov:Activity",
        "prov:used": _used(case),
        "prov:wasAssociatedWith": {"@id": reader},
        **_time("prov:endedAtTime", read_at),
    }
    yield {
        "@id": reader,
        "@type": ["prov:Agent", "prov:SoftwareAgent"],
        "rdfs:label": case.reading.reader,
    }
    for judgement in case.judgements:
        yield from _judgement(case, judgement)


def _used(case: Case) -> Node | list[Node]:
    """Return what was read: the bytes and, where something was stated of them, that."""
    used = {"@id": named(case.capture.id)}
    return [used, {"@id": _statement(case)}] if worded.stated(case.capture) else used


def _stated(case: Case) -> Iterator[Node]:
    """Yield what the person who added the bytes stated of them, which was not read from them."""
    if told := worded.stated(case.capture):
        agent = f"{_statement(case)}-by"
        yield _entity(
            _statement(case),
            f"stated, not read: {told}",
            **_at(case.capture.captured_at),
            **{"prov:wasAttributedTo": {"@id": agent}},
        )
        yield {"@id": agent, "@type": "prov:Agent", "rdfs:label": "whoever added it"}


def _statement(case: Case) -> str:
    return f"urn:fogline:document:{case.capture.id}#stated"


def _judgement(case: Case, judgement: Judgement) -> Iterator[Node]:
    decision = f"urn:fogline:judgement:{quote(judgement.id, safe='')}"
    revoked = {"prov:wasInvalidatedBy": {"@id": f"{decision}#revoked"}}
    yield _entity(
        decision,
        f"{judgement.kind}: {judgement.reason}",
        **_at(judgement.at),
        **_time("prov:invalidatedAtTime", judgement.revoked_at),
        **(revoked if judgement.revoked_by else {}),
        **_derived(claim_name(case.claim)),
        **{"prov:wasAttributedTo": {"@id": _person(judgement.by)}},
    )
    yield {"@id": _person(judgement.by), "@type": "prov:Agent", "rdfs:label": judgement.by}
    if who := judgement.revoked_by:
        yield {
            "@id": f"{decision}#revoked",
            "@type": "prov:Activity",
            "rdfs:label": f"revoked: {judgement.revoked_reason}",
            **_time("prov:endedAtTime", judgement.revoked_at),
            "prov:wasAssociatedWith": {"@id": _person(who)},
        }
        yield {"@id": _person(who), "@type": "prov:Agent", "rdfs:label": who}


def _person(name: str) -> str:
    return f"urn:fogline:judge:{quote(name, safe='')}"


def _attribution(case: Case) -> Iterator[Node]:
    """Yield what each source of the chain says, derived from what the next one says."""
    chain = case.claim.attribution
    for number, source in enumerate(chain, 1):
        cited = f"{_said(case, number + 1)}" if number < len(chain) else None
        agent = f"{claim_name(case.claim)}#source-{number}"
        yield _entity(
            _said(case, number),
            f"what {source.text} says",
            **(_derived(cited) if cited else {}),
            **{"prov:wasAttributedTo": {"@id": agent}},
        )
        kind = {"fogline:kind": source.kind}
        yield {"@id": agent, "@type": "prov:Agent", "rdfs:label": source.text} | kind


def _log(case: Case) -> Iterator[Node]:
    for entry in case.own:
        yield _entity(
            named(entry.hash),
            f"entry {entry.seq} of the log: {entry.kind}",
            **_at(entry.at),
            **_derived(named(entry.previous)),
            **{"fogline:digest": entry.digest, "prov:wasInfluencedBy": _of(entry)},
        )


def _of(entry: Entry) -> Node:
    capture = entry.subject.startswith("sha256:")
    return {"@id": named(entry.subject) if capture else f"urn:fogline:{quote(entry.subject)}"}


def _said(case: Case, number: int) -> str:
    return f"{claim_name(case.claim)}#said-{number}"


def _entity(name: str, label: str, **more: Any) -> Node:
    return {"@id": name, "@type": "prov:Entity", "rdfs:label": label} | more


def _derived(name: str) -> Node:
    return {"prov:wasDerivedFrom": {"@id": name}}


def _by(activity: str) -> Node:
    return {"prov:wasGeneratedBy": {"@id": activity}}


def _primary_source(url: str | None) -> Node:
    return {"prov:hadPrimarySource": {"@id": url}} if url else {}


def _at(instant: str | None) -> Node:
    return _time("prov:generatedAtTime", instant)


def _time(name: str, instant: str | None) -> Node:
    return {name: {"@value": instant, "@type": "xsd:dateTime"}} if instant else {}
