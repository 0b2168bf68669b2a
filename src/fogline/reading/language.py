"""Text to parsed documents: the only importer of onnxruntime, and the door to the parse's types.

One pass of one small network gives sentence starts, tags, names and dependency trees of spaCy's
tokens: as a `Doc` of plain objects for the rules, or as spaCy's own, a `Parse`. Nothing heavy is
imported before `load()`.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from fogline.reading.learned.hints import Hints
from fogline.reading.parser.annotate import Annotator, Finding, Told
from fogline.reading.parser.jobs import Job, Jobs
from fogline.reading.parser.lemmas import read_lemmas
from fogline.reading.parser.names import best_tags, transitions
from fogline.reading.parser.pieces import Pieces, read_vocabulary
from fogline.reading.parser.plain import Doc, Token
from fogline.reading.parser.plain import Span as DocSpan
from fogline.reading.parser.signs import (
    Evidence,
    Heard,
    Hearing,
    Labels,
    Noted,
    Signs,
    heard_of,
    inputs_of,
)
from fogline.reading.parser.tokens import Words, tokenizer_of, words_of
from fogline.reading.parser.trees import heads_of, within_sentences
from fogline.reading.parser.windows import Window, cut

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parse

__all__ = ["Doc", "DocSpan", "Evidence", "Language", "Noted", "Started", "Token", "load"]

MODEL = Path(__file__).with_name("model")
BATCH = 4
AHEAD = 16
SLOW = ("SkipLayerNormFusion",)  # its kernel takes ten times as long as what it takes the place of
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Arrays = list[NDArray[Any]]


class Found(NamedTuple):
    """What is found in a batch of windows."""

    group: list[Window]
    finding: Finding
    heard: list[Heard]


@dataclass(frozen=True, slots=True)
class Started:
    """A text whose batches are under way: tokens, words, and the batches; None where it is not
    parsed.
    """

    doc: Parse
    words: Words
    jobs: list[Job[Arrays, Found]] | None

    def is_parsed(self) -> bool:
        """Tell whether the network is done with it."""
        return all(job.done.is_set() for job in self.jobs or ())


class Language:
    """A loaded model. Safe to share between threads; not to be used across a fork."""

    def __init__(self, folder: Path, threads: int, *, heads: bool = True) -> None:
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._pieces = Pieces(read_vocabulary(folder / "vocabulary.txt"))
        self._tokenizer = tokenizer_of()
        lemmas = read_lemmas(folder / "lemmas.tsv")
        self.vocab = self._tokenizer.vocab
        self._annotator = Annotator(self.vocab, labels, lemmas)
        self._legal = transitions(labels["names"])
        self._root = labels["deprel"].index("root")
        self._network = _session(folder / "network.onnx")
        self._relations = _session(folder / "relations.onnx")
        self._listens = heads
        self._claims = ClaimHeads(folder) if heads else None
        self._jobs = Jobs(threads)
        self.is_alone = threads == 1  # or else other threads parse meanwhile

    def pipe(self, texts: Iterable[str]) -> Iterator[Parse]:
        """Parse texts in order, a few at a time; results do not depend on the neighbours."""
        waiting: deque[Started] = deque()
        for text in texts:
            waiting.append(self.start(text))
            if len(waiting) > AHEAD:
                yield self._written(waiting.popleft())
        yield from map(self._written, waiting)

    def parse(self, text: str) -> Parse:
        """Parse one text. Token offsets slice `text`; lone surrogates become U+FFFD in it."""
        return self._written(self.start(text))

    def read(self, text: str) -> Doc:
        """Parse one text for the rules."""
        return self.finish([self.start(text)])[0]

    def start(self, text: str, *, parsed: bool = True) -> Started:
        """Tokenise, cut into windows, offer the batches of these to the threads; only tokenise what
        is not to be parsed.
        """
        doc = self._tokenizer(text)
        words = words_of(doc, self._pieces)
        return self._begun(doc, words) if parsed else Started(doc, words, None)

    def annotate(self, doc: Parse, starts: Flags | None = None) -> Parse:
        """Annotate tokens made elsewhere on this `vocab`; `starts` [words] gives the sentences too.

        For measuring against treebanks. Returns the same object.
        """
        words = words_of(doc, self._pieces)
        if starts is not None:
            words = replace(words, forced=starts, likely=starts)
        return self._written(self._begun(doc, words, free=starts is None))

    def _begun(self, doc: Parse, words: Words, *, free: bool = True) -> Started:
        return Started(doc, words, [self._offered(words, g, free=free) for g in batches(words)])

    def _offered(self, words: Words, group: list[Window], *, free: bool) -> Job[Arrays, Found]:
        """A batch that the threads may begin: the network alone runs beside Python, all else is
        decided where it is asked for.
        """
        feed, real = self._feed(words, group)
        run = partial(self._network.run, None, feed)
        return self._jobs.offer(run, partial(self._decided, words, group, real, free))

    def withdraw(self) -> None:
        """Let the other threads begin nothing more of what was started: it is not wanted, or
        waited for by a thread that will do it.
        """
        self._jobs.withdraw()

    def finish(self, started: Sequence[Started]) -> list[Doc]:
        """Gather the batches of texts that were started, and tell the rules what was found."""
        found = iter(self._jobs.finish([job for one in started for job in one.jobs or ()]))
        return [self._told(one, [*islice(found, len(one.jobs or ()))]) for one in started]

    def _told(self, started: Started, found: list[Found]) -> Doc:
        words = started.words
        if started.jobs is None:
            return Doc(started.doc, words, Told.nothing(words))
        doc = Doc(started.doc, words, self._annotator.told(words, _whole(words, found)))
        if windows := [heard for batch in found for heard in batch.heard]:
            doc.heard = Hearing(words, windows)
        return doc

    def _written(self, started: Started) -> Parse:
        found = self._jobs.finish(started.jobs or ())
        return self._annotator.write(started.doc, started.words, _whole(started.words, found))

    def weigh(self, doc: Doc, noted: Noted) -> Evidence | None:
        """What the claim heads say of a parsed text, told what the rules make of it; None without
        heads.
        """
        heard, doc.heard = doc.heard, None  # once: it is large
        return self._claims.weigh(heard, noted) if self._claims is not None and heard else None

    def _decided(
        self, words: Words, group: list[Window], real: Flags, free: bool, outputs: Arrays
    ) -> Found:
        """Decide everything about the words of a batch of windows by what the network gives.

        Unless `free`, sentences begin only where they are forced to.
        """
        upos, xpos, start, names, arc, word, head, heard = outputs
        begins = (start > 0) & real & free
        begins[:, 0] = True
        for row, window in enumerate(group):
            begins[row, : window.stop - window.start] |= words.forced[window.start : window.stop]
        sentence = np.where(real, begins.cumsum(axis=1) - 1, -1)
        heads = heads_of(within_sentences(arc, sentence), sentence)
        relations = self._relate(heads, word, head)
        tags = best_tags(names, begins, self._legal)
        finding = Finding(upos, xpos, tags, heads, relations)
        return Found(group, finding, heard_of(group, heard) if self._listens else [])

    def _feed(self, words: Words, group: list[Window]) -> tuple[dict[str, Ints], Flags]:
        """Padded input arrays of a batch, and which of its word places hold words."""
        spans = [(int(words.offsets[w.start]), int(words.offsets[w.stop])) for w in group]
        width = max(stop - start for start, stop in spans) + 2
        longest = max(w.stop - w.start for w in group)
        pieces = np.full((len(group), width), self._pieces.pad, dtype=np.int64)
        shapes = np.zeros_like(pieces)
        first = np.zeros((len(group), longest), dtype=np.int64)
        real = np.zeros(first.shape, dtype=np.bool_)
        for row, (window, (start, stop)) in enumerate(zip(group, spans, strict=True)):
            used, count = stop - start, window.stop - window.start
            pieces[row, 0], pieces[row, used + 1] = self._pieces.cls, self._pieces.sep
            pieces[row, 1 : used + 1] = words.pieces[start:stop]
            shapes[row, 1 : used + 1] = words.shapes[start:stop]
            places = words.offsets[window.start : window.stop] - start + 1
            first[row, :count] = places + row * width
            real[row, :count] = True
        return {"pieces": pieces, "shapes": shapes, "first": first}, real

    def _relate(self, heads: Ints, word: NDArray[Any], head: NDArray[Any]) -> Ints:
        """Relation number of every word, given its head and the label vectors of both."""
        width = word.shape[-1]
        chosen = np.take_along_axis(head, heads[..., None], axis=1).reshape(-1, width)
        pairs = {"word": word.reshape(-1, width), "head": chosen}
        scores = self._relations.run(None, pairs)[0]
        scores[:, self._root] = -np.inf
        found: Ints = np.where(heads.reshape(-1) == 0, self._root, scores.argmax(-1))
        return found.reshape(heads.shape)


class ClaimHeads:
    """The learned heads that say which words are claims' triggers, and who stands in which role to
    them.
    """

    def __init__(self, folder: Path) -> None:
        sets = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
        self.labels = Labels(**{kind: tuple(names) for kind, names in sets.items()})
        self._hints = Hints(self.labels.hints)
        self._session = _session(folder / "claims.onnx", without=SLOW)

    def weigh(self, heard: Hearing, noted: Noted) -> Evidence:
        """What the heads say of a text that was heard, told what the rules make of it."""
        signs = [self._signs(window, heard.words, noted) for window in heard.windows]
        return Evidence(self.labels, heard.words.tokens, signs, noted)

    def _signs(self, heard: Heard, words: Words, noted: Noted) -> Signs:
        """What they say of one window: by itself, since that is quickest (nothing is padded, and
        it fits the cache), and since int8 scales then depend on nothing else.
        """
        inputs = inputs_of(heard, words, self._hints, noted)
        *tags, roles, of_trigger, of_word = (a[0] for a in self._session.run(None, inputs))
        return Signs(heard.window, tuple(tags), roles, of_trigger, of_word)


def _whole(words: Words, found: Sequence[Found]) -> Finding:
    """What is found in a whole text, by its batches."""
    whole = Finding.empty(len(words.sizes))
    for batch in found:
        whole.take(batch.group, batch.finding)
    return whole


def batches(words: Words) -> list[list[Window]]:
    """The windows of a text in batches of like length.

    A batch never mixes texts: int8 scales depend on the whole batch, and a text's parse must not
    depend on its neighbours.
    """
    windows = cut(words.sizes, words.forced, words.likely)
    windows.sort(key=lambda w: int(words.offsets[w.stop] - words.offsets[w.start]))
    return [windows[i : i + BATCH] for i in range(0, len(windows), BATCH)]


def _session(path: Path, *, without: Sequence[str] = ()) -> Any:
    """One onnxruntime session that runs in the thread that calls it, `without` some optimisers."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
    )


def load(threads: int | None = None, *, heads: bool = True) -> Language:
    """The shipped model, loaded once; `threads` defaults to 2 or the cores there are.

    Without `heads` it parses only. Raises FileNotFoundError if the package lacks its weights.
    """
    return _loaded(max(1, threads or min(2, os.cpu_count() or 1)), heads)


@lru_cache(maxsize=4)
def _loaded(threads: int, heads: bool) -> Language:
    return Language(MODEL, threads, heads=heads)


if hasattr(os, "register_at_fork"):  # a child has no threads of its parent's pool: it loads anew
    os.register_at_fork(after_in_child=_loaded.cache_clear)
