"""What the shipped encoder says of each word of the corpus, with the coded targets beside it.

`python -m training.claims.features` writes ../train/claims/features.pt: one example a window, as the network
cuts them when it reads, so that the heads are trained on what they will see.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import helper

from fogline.reading import hints, language
from fogline.reading.hints import Hints
from fogline.reading.language import Doc, DocSpan, Language
from fogline.reading.parser.windows import Window
from training.claims import corpus
from training.claims.corpus import Annotated, Coded
from training.claims.examples import WORK, Example
from training.claims.labels import IGNORE, ROLES, Labels, code_of

_EMBEDDED: Final = "/encoder/norm/LayerNormalization_output_0"
_READ: Final = "/Gather_1_output_0"
_SLOTS: Final = {"actor": "actors", "recipient": "recipients", "place": "places", "source": "sources"}


def listening(source: Path, target: Path) -> None:
    """Write the network with two more outputs: `embedded` [windows, pieces, width], its pieces before the first
    layer, and `parsed` [windows, words, width], its words after the last.
    """
    model = onnx.load(source)
    graph = model.graph
    if "parsed" in {output.name for output in graph.output}:
        onnx.save(model, target)
        return
    for name, inner in (("embedded", _EMBEDDED), ("parsed", _READ)):
        graph.node.append(helper.make_node("Identity", [inner], [name]))
        kind = onnx.TensorProto.FLOAT
        graph.output.append(helper.make_tensor_value_info(name, kind, ["windows", None, None]))
    onnx.save(model, target)


class Listener(Language):
    """A reader that keeps what the encoder makes of the windows that it has read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, threads=1, claims=False)
        self.heard: list[Heard] = []

    def _read(self, words: Any, group: list[Window], *, free: bool = True) -> Any:
        network, heard = self._network, self.heard

        class Ear:
            """Runs the network and keeps its last outputs."""

            def run(self, names: None, feed: Any) -> Any:
                outputs = network.run(names, feed)
                *_, embedded, parsed = outputs
                width = feed["pieces"].shape[1]
                for row, window in enumerate(group):
                    count = window.stop - window.start
                    used = int((feed["pieces"][row] != 0).sum())
                    first = feed["first"][row, :count] - row * width
                    vectors = embedded[row, :used].astype(np.float16)
                    read = parsed[row, :count].astype(np.float16)
                    heard.append(Heard(window, vectors, read, first))
                return outputs

        self._network = Ear()
        try:
            return super()._read(words, group, free=free)
        finally:
            self._network = network


@dataclass(frozen=True)
class Heard:
    """What the encoder makes of one window."""

    window: Window
    embedded: NDArray[np.float16]
    parsed: NDArray[np.float16]
    first: NDArray[np.int64]


def examples(
    listener: Listener, document: Annotated, labels: Labels, hints: Hints
) -> Iterator[Example]:
    """Yield the windows of a document's parts with their targets."""
    for part in document.parts:
        listener.heard.clear()
        doc = listener.parse(document.text[part.start : part.end])
        tokens = [t.i for t in doc if not t.is_space]
        place = {token: n for n, token in enumerate(tokens)}
        claims = [c for c in document.claims if part.start <= c.trigger[0] < part.end]
        for heard in sorted(listener.heard, key=lambda h: h.window.start):
            window = heard.window
            forms = [doc[i].text for i in tokens[window.start : window.stop]]
            example = Example(
                document.header["id"], heard.embedded, heard.parsed, heard.first,
                [hints.of(form) for form in forms], np.zeros(len(forms), dtype=np.int64),
            )  # fmt: skip
            for claim in claims:
                _add(example, claim, _Where(doc, part.start, place, window), labels)
            yield example


@dataclass(frozen=True)
class _Where:
    """Finds the words of one window by the document's offsets."""

    doc: Doc
    shift: int
    place: dict[int, int]
    window: Window

    def span(self, span: tuple[int, int]) -> DocSpan | None:
        start, end = span[0] - self.shift, span[1] - self.shift
        if start < 0 or end > len(self.doc.text):
            return None
        return self.doc.char_span(start, end, alignment_mode="expand")

    def word(self, span: tuple[int, int]) -> int | None:
        """The number in the window of the word that heads a stretch, None outside it."""
        found = self.span(span)
        if found is None or not len(found):
            return None
        return self.number(found.root.i)

    def number(self, token: int) -> int | None:
        at = self.place.get(token)
        if at is None or not self.window.start <= at < self.window.stop:
            return None
        return at - self.window.start

    def sentence(self, span: tuple[int, int]) -> set[int]:
        """The numbers of the words of the sentences that a stretch touches."""
        found = self.span(span)
        if found is None:
            return set()
        numbers = (self.number(t.i) for t in found)
        return {n for n in numbers if n is not None}


def _add(example: Example, claim: Coded, where: _Where, labels: Labels) -> None:
    """Add a claim's targets to the window that its trigger stands in."""
    at = where.word(claim.trigger)
    if at is None:
        return
    if claim.optional:
        if example.trigger[at] == 0:
            example.trigger[at] = IGNORE
        return
    for other in where.sentence(claim.trigger) - {at}:
        if example.trigger[other] == 0:
            example.trigger[other] = IGNORE
    example.trigger[at] = labels.events.index(claim.event)
    example.claims.append(
        {
            "word": at,
            "event": labels.events.index(claim.event),
            "code": labels.codes.index(code_of(claim)) if code_of(claim) in labels.codes else IGNORE,
            "status": labels.status.index(claim.status),
            "polarity": int(claim.negative),
            "certainty": labels.certainty.index(claim.certainty),
        }
    )
    example.roles.append(_roles(claim, where, len(example.trigger)))


def _roles(claim: Coded, where: _Where, words: int) -> NDArray[np.int64]:
    """Targets [roles, words]; where a mention stands outside the sentence, the sentence is not scored."""
    rows = np.zeros((len(ROLES), words), dtype=np.int64)
    inside = where.sentence(claim.sentence)
    for row, role in zip(rows, ROLES, strict=True):
        spans = getattr(claim, _SLOTS[role]) if role in _SLOTS else (claim.when,)
        hits = [where.word(span) for span in spans if span]
        if any(hit is None or hit not in inside for hit in hits):
            row[:] = IGNORE
        for hit in hits:
            if hit is not None:
                row[hit] = 1 if hit in inside else IGNORE
        if role == "time" and claim.days and not claim.when:
            row[:] = IGNORE
    return rows


def main() -> None:
    """Write the examples of the whole corpus."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--plainer", action="store_true", help="add each invented text without commas")
    options = asked.parse_args()
    WORK.mkdir(parents=True, exist_ok=True)
    folder = WORK / "model"
    shutil.copytree(language.MODEL, folder, dirs_exist_ok=True)
    listening(language.MODEL / "network.onnx", folder / "network.onnx")
    listener = Listener(folder)
    coded = list(corpus.documents())
    labels = Labels.of(coded, hints.names())
    known = Hints(labels.hints)
    found: list[Example] = []
    for document in coded:
        found += examples(listener, document, labels, known)
        if options.plainer and document.header.get("genre") != "article":
            if not corpus.is_kept(document):
                found += examples(listener, corpus.plainer(document), labels, known)
    torch.save({"labels": labels, "examples": found}, WORK / "features.pt")
    words = sum(len(e.trigger) for e in found)
    claims = sum(len(e.claims) for e in found)
    print(f"{len(coded)} documents, {len(found)} windows, {words} words, {claims} claims")


if __name__ == "__main__":
    main()
