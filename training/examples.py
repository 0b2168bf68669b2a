"""Training windows: consecutive sentences as word pieces, shapes and targets, in padded batches."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from fogline.reading.parser.pieces import MOST_PIECES, case_of, gap_of, shape_of
from training.convert import (
    IGNORE,
    NAMES,
    NO_NAME_KNOWN,
    Document,
    Sentence,
    Word,
    stripped_of_commas,
    without_final_stop,
)

Settings = dict[str, dict[str, Any]]
Batch = dict[str, np.ndarray]
CLS, SEP = 101, 102


@dataclass(frozen=True)
class Labels:
    """The label sets, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprel: tuple[str, ...]
    names: tuple[str, ...] = NAMES


def label_sets(documents: list[Document], least: int = 5) -> Labels:
    """Labels that occur at least `least` times in the parsed documents."""
    words = [w for d in documents for s in d.sentences if s.parsed for w in s.words]

    def often(kind: str) -> tuple[str, ...]:
        counts = Counter(getattr(word, kind) for word in words)
        return tuple(sorted(label for label, n in counts.items() if n >= least))

    return Labels(often("upos"), tuple(x for x in often("xpos") if x != "VERB"), often("deprel"))


class Pieces:
    """Word -> word-piece numbers, remembered; knows nothing of sentences."""

    def __init__(self, tokenizer: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known: dict[str, tuple[int, ...]] = {}

    def of(self, form: str) -> tuple[int, ...]:
        """Piece numbers of one word, at least one, at most MOST_PIECES."""
        if form not in self.known:
            ids = self.tokenizer.encode(form, add_special_tokens=False).ids[:MOST_PIECES]
            self.known[form] = tuple(ids) or (100,)
        return self.known[form]


class Maker:
    """Makes examples of one epoch out of documents, with the noise that the settings ask for."""

    def __init__(self, pieces: Pieces, labels: Labels, settings: Settings) -> None:
        self.pieces, self.settings = pieces, settings
        self.numbers = {
            kind: {label: n for n, label in enumerate(getattr(labels, kind))}
            for kind in ("upos", "xpos", "deprel", "names")
        }
        self.labels = labels

    def length(self, sentence: Sentence) -> int:
        """Word pieces of a sentence."""
        return sum(len(self.pieces.of(word.form)) for word in sentence.words)

    def windows(self, document: Document, most: int, single: float) -> Iterator[list[Sentence]]:
        """Windows of whole sentences, of at most `most` pieces where one sentence allows it."""
        window: list[Sentence] = []
        used = 0
        limit = most
        for sentence in document.sentences:
            size = self.length(sentence)
            if window and used + size > limit:
                yield window
                window, used = [], 0
                limit = 1 if random.random() < single else most
            window.append(sentence)
            used += size
        if window:
            yield window

    def noisy(self, window: list[Sentence]) -> list[Sentence]:
        """The window with one or more kinds of damage, each with its chance."""
        noise = self.settings["noise"]
        if random.random() < noise["commas"]:
            window = [stripped_of_commas(s) for s in window]
        stop = noise["final_stop"]
        window = [without_final_stop(s) if random.random() < stop else s for s in window]
        draw = random.random()
        if draw < noise["lower"]:
            window = [recased(s, str.lower) for s in window]
        elif draw < noise["lower"] + noise["upper"]:
            window = [recased(s, str.upper) for s in window]
        if random.random() < noise["newlines"]:
            window = [unbroken(s) for s in window]
        return window

    def example(self, window: list[Sentence]) -> dict[str, list[int]]:
        """One window as lists of numbers: pieces, shapes, first, targets, sentence bounds."""
        ids, shapes, first = [CLS], [0], []
        rows: dict[str, list[int]] = {
            k: [] for k in ("upos", "xpos", "names", "start", "head", "deprel", "low", "high")
        }
        for sentence in window:
            offset = len(first)
            for place, word in enumerate(sentence.words):
                pieces = self.pieces.of(word.form)
                first.append(len(ids))
                ids += pieces
                shapes += [shape_of(case_of(word.form), gap_of(word.gap))] + [1] * (len(pieces) - 1)
                rows["start"].append(int(place == 0))
                rows["low"].append(offset)
                rows["high"].append(offset + len(sentence.words))
                self.targets(rows, word, offset, parsed=sentence.parsed)
        return {"pieces": [*ids, SEP], "shapes": [*shapes, 0], "first": first, **rows}

    def targets(self, rows: dict[str, list[int]], word: Word, offset: int, *, parsed: bool) -> None:
        """Append the target numbers of one word; what is not known is IGNORE."""
        numbers = self.numbers
        known = word.name != NO_NAME_KNOWN
        rows["names"].append(numbers["names"][word.name] if known else IGNORE)
        rows["upos"].append(numbers["upos"].get(word.upos, IGNORE) if parsed else IGNORE)
        rows["xpos"].append(numbers["xpos"].get(word.xpos, IGNORE) if parsed else IGNORE)
        rows["deprel"].append(numbers["deprel"].get(word.deprel, IGNORE) if parsed else IGNORE)
        head = word.head + offset if word.head > 0 else word.head
        rows["head"].append(head if parsed else IGNORE)

    def epoch(self, documents: list[Document], *, train: bool) -> list[dict[str, list[int]]]:
        """Every window once, as examples; noise and single-sentence windows only in training."""
        cut = self.settings["batches"]
        single = cut["single_sentence"] if train else 0.0
        made = []
        for document in documents:
            for window in self.windows(document, cut["pieces_window"], single):
                example = self.example(self.noisy(window) if train else window)
                if len(example["pieces"]) <= 512:
                    made.append(example)
        return made


def recased(sentence: Sentence, change: Any) -> Sentence:
    """The sentence with `change` applied to every form."""
    return replace(sentence, words=tuple(replace(w, form=change(w.form)) for w in sentence.words))


def unbroken(sentence: Sentence) -> Sentence:
    """The sentence with every gap's line break turned into a space."""
    return replace(
        sentence, words=tuple(replace(w, gap=w.gap.replace("\n", " ")) for w in sentence.words)
    )


def batches(examples: list[dict[str, list[int]]], words: int, *, shuffle: bool) -> list[Batch]:
    """Group examples of similar length into batches of about `words` words (padding included)."""
    ordered = sorted(examples, key=lambda e: len(e["pieces"]) + random.random() * 6 * shuffle)
    groups: list[list[dict[str, list[int]]]] = [[]]
    for example in ordered:
        if groups[-1] and (len(groups[-1]) + 1) * len(example["first"]) > words:
            groups.append([])
        groups[-1].append(example)
    if shuffle:
        random.shuffle(groups)
    return [padded(group) for group in groups if group]


def padded(group: list[dict[str, list[int]]]) -> Batch:
    """Stack one group into arrays; piece-wise and word-wise keys are padded to their longest."""
    batch = {}
    for key in group[0]:
        fill = IGNORE if key in ("upos", "xpos", "names", "start", "head", "deprel") else 0
        longest = max(len(example[key]) for example in group)
        out = np.full((len(group), longest), fill, dtype=np.int64)
        for row, example in zip(out, group, strict=True):
            row[: len(example[key])] = example[key]
        batch[key] = out
    return batch
