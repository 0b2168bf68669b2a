"""Turn the UD treebanks and the name corpora into training examples.

Reads CoNLL-U and IOB files; keeps sentence, paragraph and document order, because the head for
sentence starts learns from the words around a boundary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

IGNORE = -100
NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
NO_NAME_KNOWN = "?"
GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
NAME_LINKS = frozenset({"ADP", "DET", "CCONJ", "PUNCT", "NUM", "PART", "SYM"})


@dataclass(frozen=True)
class Word:
    """One syntactic word; `gap` is what stands before it: nothing, a space or a line break.

    `head` counts from 1 within the sentence, 0 is the root.
    """

    form: str
    gap: str
    upos: str = ""
    xpos: str = ""
    head: int = IGNORE
    deprel: str = ""
    lemma: str = ""
    name: str = NO_NAME_KNOWN


@dataclass(frozen=True)
class Sentence:
    """Words of one sentence in order; `parsed` says whether the words carry a tree."""

    words: tuple[Word, ...]
    parsed: bool = True


@dataclass
class Document:
    """Consecutive sentences of one text, with the name of the set that they come from."""

    corpus: str
    sentences: list[Sentence] = field(default_factory=list)


def blocks(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each blank-line separated block of a CoNLL file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        if lines:
            yield lines


def spacing(rows: list[list[str]]) -> dict[int, bool]:
    """Word number -> whether a space follows; a multi-word token's inner words have none."""
    after: dict[int, bool] = {}
    closed: dict[int, bool] = {}
    for row in rows:
        space = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            closed.update(dict.fromkeys(range(first, last), False))
            closed[last] = space
        elif "." not in row[0]:
            after[int(row[0])] = space
    return after | closed


def entity_spans(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Read GUM's bracketed Entity annotation into (first word, last word, type)."""
    spans, open_spans = [], []
    for number, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found[1]) if found else ():
            if part.startswith("("):
                fields = part.strip("()").split("-")
                open_spans.append((fields[0], number, fields[1] if len(fields) > 1 else ""))
                if not part.endswith(")"):
                    continue
            identity = part.strip("()").split("-")[0]
            for place in range(len(open_spans) - 1, -1, -1):
                if open_spans[place][0] == identity:
                    _, first, kind = open_spans.pop(place)
                    spans.append((first, number, kind))
                    break
    return spans


def name_core(rows: list[list[str]], first: int, last: int) -> tuple[int, int] | None:
    """A noun phrase cut down to its name, the run of proper nouns around its head; or None."""
    heads = [
        i
        for i in range(first, last + 1)
        if not first <= int(rows[i][6]) - 1 <= last or rows[i][6] == "0"
    ]
    if len(heads) != 1 or rows[heads[0]][3] != "PROPN" or rows[heads[0]][4] == "NNPS":
        return None  # plural proper nouns are mostly peoples, which UNER does not tag
    start = end = heads[0]
    while start > first and rows[start - 1][3] in NAME_LINKS | {"PROPN", "ADJ"}:
        start -= 1
    while end < last and continues_name(rows[end + 1]):
        end += 1
    while rows[start][3] != "PROPN" and not (
        rows[start][3] == "ADJ" and rows[start][1][:1].isupper()
    ):
        start += 1
    while rows[end][3] not in ("PROPN", "NUM"):
        end -= 1
    return start, end


def continues_name(row: list[str]) -> bool:
    """Whether a word to the right of a proper noun may belong to the same name."""
    capital_adjective = row[3] == "ADJ" and row[1][:1].isupper()
    return row[1] != "," and (row[3] in NAME_LINKS | {"PROPN"} or capital_adjective)


def gum_names(rows: list[list[str]]) -> list[str]:
    """Names of persons, places, organisations from GUM's entities; unclear ones stay unknown."""
    spans = entity_spans(rows)
    covered = {i for first, last, _ in spans if last - first < 6 for i in range(first, last + 1)}
    names = [
        NO_NAME_KNOWN if row[3] == "PROPN" and i not in covered else "O"
        for i, row in enumerate(rows)
    ]
    for first, last, kind in sorted(spans, key=lambda span: span[0] - span[1], reverse=True):
        core = name_core(rows, first, last) if kind in GUM_TYPES else None
        if core:
            label = GUM_TYPES[kind]
            names[core[0]] = "B-" + label
            names[core[0] + 1 : core[1] + 1] = ["I-" + label] * (core[1] - core[0])
    return outer_names(names)


def outer_names(names: list[str]) -> list[str]:
    """Repair I- tags that a nested span left without their B-."""
    fixed, previous = [], "O"
    for name in names:
        if name.startswith("I-") and previous[2:] != name[2:]:
            name = "B-" + name[2:]
        fixed.append(name)
        previous = name
    return fixed


def sentence_of(lines: list[str], names: list[str] | None, gap: str) -> tuple[Sentence, str]:
    """One CoNLL-U block as a Sentence, and the gap that follows it."""
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    after = spacing(rows)
    rows = [row for row in rows if row[0].isdigit()]
    if names is None or len(names) != len(rows):
        names = gum_names(rows) if "Entity=" in "".join(lines) else [NO_NAME_KNOWN] * len(rows)
    words = []
    for row, name in zip(rows, names, strict=True):
        words.append(Word(row[1], gap, row[3], row[4], int(row[6]), row[7], row[2], name))
        gap = " " if after[int(row[0])] else ""
    return Sentence(tuple(words)), gap


def read_treebank(path: Path, names: dict[str, list[str]] | None = None) -> list[Document]:
    """Documents of a CoNLL-U file; `names` gives IOB2 tags by sent_id, from another set."""
    documents: list[Document] = []
    gap = "\n"
    for lines in blocks(path):
        head = "\n".join(line for line in lines if line.startswith("#"))
        if "# newdoc" in head or not documents:
            documents.append(Document(path.stem))
            gap = "\n"
        elif "# newpar" in head:
            gap = "\n"
        found = re.search(r"# sent_id = (\S+)", head)
        known = (names or {}).get(found[1]) if found else None
        sentence, gap = sentence_of(lines, known, gap)
        documents[-1].sentences.append(sentence)
    return documents


def read_names(path: Path) -> dict[str, list[str]]:
    """sent_id -> IOB2 tags of a UniversalNER file; classes other than PER, LOC, ORG become O."""
    tags: dict[str, list[str]] = {}
    for lines in blocks(path):
        found = re.search(r"# sent_id = (\S+)", "\n".join(lines))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        if found:
            tags[found[1]] = [row[2] if row[2] in NAMES else "O" for row in rows]
    return tags


def read_wikigold(path: Path) -> list[Document]:
    """Wikigold (IOB1, with MISC) as one-document text whose sentences carry names but no tree."""
    document = Document("wikigold")
    for lines in blocks(path):
        words, previous = [], "O"
        for line in lines:
            form, _, tag = line.rpartition(" ")
            if form == "-DOCSTART-":
                continue
            kind = tag[2:] if tag[2:] in ("PER", "LOC", "ORG") else ""
            start = tag.startswith("B-") or previous != kind
            name = ("B-" if start else "I-") + kind if kind else "O"
            words.append(Word(form, joined(words, form), name=name))
            previous = kind
        if words:
            document.sentences.append(Sentence(tuple(words), parsed=False))
    return [document]


def joined(words: list[Word], form: str) -> str:
    """The gap that usual spacing gives before `form`, for text that was stored as split tokens."""
    closing = form in {".", ",", ";", ":", "!", "?", ")", "]", "'s", "n't", "'", "%"}
    return "" if closing or (words and words[-1].form in {"(", "[", "$", "``"}) else " "


def training_documents(data: Path) -> list[Document]:
    """Every document that the model may be trained on: EWT, GUM's open genres, wikigold."""
    names = read_names(data / "ner/en_ewt-ud-train.early2022.iob2")
    return [
        *read_treebank(data / "ud/en_ewt-ud-train.conllu", names),
        *read_treebank(data / "ud/en_gum_open-ud-train.conllu"),
        *read_wikigold(data / "ner/wikigold/CONLL-format/data/wikigold.conll.txt"),
    ]


def held_out(data: Path, part: str) -> dict[str, list[Document]]:
    """The `part` (dev or test) documents of each treebank, with EWT's names."""
    names = read_names(data / f"ner/en_ewt-ud-{part}.iob2")
    return {
        "EWT": read_treebank(data / f"ud/en_ewt-ud-{part}.conllu", names),
        "GUM": read_treebank(data / f"ud/en_gum_open-ud-{part}.conllu"),
    }


def without(sentence: Sentence, dropped: Iterable[int]) -> Sentence:
    """The sentence less the leaf words at the given places, heads renumbered."""
    gone = set(dropped)
    kept = [i for i in range(len(sentence.words)) if i not in gone]
    if not kept:
        return sentence
    number = {old + 1: new + 1 for new, old in enumerate(kept)} | {0: 0, IGNORE: IGNORE}
    words = [replace(sentence.words[i], head=number[sentence.words[i].head]) for i in kept]
    return replace(sentence, words=tuple(words))


def leaves(sentence: Sentence) -> set[int]:
    """Places of the words on which no other word hangs."""
    heads = {word.head - 1 for word in sentence.words}
    return {i for i in range(len(sentence.words)) if i not in heads}


def stripped_of_commas(sentence: Sentence) -> Sentence:
    """The sentence as corpora give it that lost commas and apostrophes: "Assads", "dont"."""
    if not sentence.parsed:
        return sentence
    leaf = leaves(sentence)
    words = list(sentence.words)
    dropped = {i for i in leaf if words[i].form in {",", "'", '"', "\u2019"}}
    for i, word in enumerate(words):
        bare = word.form.replace("'", "").replace("\u2019", "")
        if i and i in leaf and word.xpos == "POS" and bare == "s":
            words[i - 1] = replace(words[i - 1], form=words[i - 1].form + "s")
            dropped.add(i)
        elif bare:
            words[i] = replace(word, form=bare)
    return without(replace(sentence, words=tuple(words)), dropped)


def without_final_stop(sentence: Sentence) -> Sentence:
    """The sentence less its closing mark, as headlines and captions are written."""
    last = len(sentence.words) - 1
    droppable = last > 0 and sentence.words[last].upos == "PUNCT" and last in leaves(sentence)
    return without(sentence, {last}) if droppable else sentence
