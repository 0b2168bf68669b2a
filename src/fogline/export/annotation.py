"""The spans of a claim as W3C Web Annotations: the words themselves, and where they stand.

https://www.w3.org/TR/annotation-model/: each span has a TextQuoteSelector (with what stands before
and after) and a TextPositionSelector (in code points, end exclusive), over the text as read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from fogline.export.case import TEXT, Case, claim_name
from fogline.model import Claim

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32  # characters before and after a quotation
Stretch = tuple[str, str, int, int]  # slot, what the reader made of it, from, to


def web_annotations(case: Case) -> dict[str, Any]:
    """Return an annotation page: one annotation for each span that the claim rests on."""
    about, text = case.claim, case.reading.document.text
    items = [
        _annotation(f"{claim_name(about)}#{stretch[0]}-{number}", text, stretch)
        for number, stretch in enumerate(stretches(about), 1)
    ]
    return {
        "@context": CONTEXT,
        "id": f"{claim_name(about)}#annotations",
        "type": "AnnotationPage",
        "items": items,
    }


def stretches(claim: Claim) -> Iterator[Stretch]:
    """Yield the stretches of text that a claim's slots were read from, slot by slot."""
    what = f"{claim.event}/{claim.mode}" if claim.mode else claim.event
    standing = f"{claim.status}, {claim.polarity}, {claim.certainty}"
    yield "sentence", standing, claim.sentence.start, claim.sentence.end
    yield "trigger", what, claim.trigger.start, claim.trigger.end
    for slot in ("actors", "recipients", "places", "attribution"):
        for mention in getattr(claim, slot):
            if mention.start is not None and mention.end is not None:
                yield slot, mention.name or mention.text, mention.start, mention.end
    for source in claim.attribution:
        if source.cue:
            yield "cue", source.text, source.cue.start, source.cue.end
    for hedge in claim.hedges:
        yield "hedge", claim.certainty, hedge.start, hedge.end


def _annotation(name: str, text: str, stretch: Stretch) -> dict[str, Any]:
    slot, made_of_it, start, end = stretch
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "classifying",
        "body": {"type": "TextualBody", "value": f"{slot}: {made_of_it}", "format": "text/plain"},
        "target": {"source": TEXT, "selector": [quote, position]},
    }
