"""The ECB+ corpus as documents with its action mentions and their clusters."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.corpora import SHARED
from fogline.model import Document, Part

DATA: Final = SHARED / "data" / "ecbplus"
_ACTIONS: Final = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True)
class Annotated:
    """One text: its topic, the document, and the instance of each action mention by its offsets.

    Only the sentences that the corpus lists as annotated across documents have mentions.
    """

    topic: str
    document: Document
    mentions: Mapping[tuple[int, int], str]


def texts(data: Path = DATA) -> Iterator[Annotated]:
    """Yield the corpus's texts, topics in numeric order."""
    chosen = _chosen(data / "ECBplus_coreference_sentences.csv")
    topics = sorted((d for d in data.iterdir() if d.is_dir()), key=lambda d: int(d.name))
    for topic in topics:
        for path in sorted(topic.glob("*.xml")):
            yield _text(path, topic.name, chosen.get(path.stem, frozenset()))


def _chosen(path: Path) -> dict[str, set[str]]:
    """Return the numbers of the annotated sentences of each text."""
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            found[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    return found


def _text(path: Path, topic: str, chosen: Set[str]) -> Annotated:
    root = ET.parse(path).getroot()
    tokens = [t for t in root.iter("token") if not _is_address(t, path)]
    text, spans, sentence = "", {}, None
    kept = {t.get("t_id") for t in tokens if t.get("sentence") in chosen}
    for token in tokens:
        joint = "" if not text else " " if token.get("sentence") == sentence else "\n"
        sentence = token.get("sentence")
        word = token.text or ""
        spans[token.get("t_id")] = (len(text) + len(joint), len(text) + len(joint) + len(word))
        text += joint + word
    document = Document(path.stem, text, (Part("body-1", "body", 0, len(text)),))
    found = _mentions(root, {t: at for t, at in spans.items() if t in kept}, path.stem)
    return Annotated(topic, document, dict(found))


def _is_address(token: ET.Element, path: Path) -> bool:
    """The texts that ECB+ added begin with the address of their page."""
    return path.stem.endswith("ecbplus") and token.get("sentence") == "0"


def _mentions(
    root: ET.Element, spans: Mapping[str | None, tuple[int, int]], name: str
) -> Iterator[tuple[tuple[int, int], str]]:
    instance = _instances(root, name)
    for mark in root.find("Markables") or ():
        at = [spans[a.get("t_id")] for a in mark.iter("token_anchor") if a.get("t_id") in spans]
        if mark.tag.startswith(_ACTIONS) and at:
            own = f"{name}:{mark.get('m_id')}"
            yield (at[0][0], at[-1][1]), instance.get(mark.get("m_id"), own)


def _instances(root: ET.Element, name: str) -> dict[str | None, str]:
    """Return the instance of each mention; those linked in one text alone are that text's."""
    found: dict[str | None, str] = {}
    for link in root.find("Relations") or ():
        across = link.tag == "CROSS_DOC_COREF"
        key = link.get("note") if across else f"{name}:{link.get('r_id')}"
        for source in link.iter("source"):
            if across or source.get("m_id") not in found:
                found[source.get("m_id")] = str(key)
    return found
