"""Lemmas by a table learned from the treebanks, and rules for words that the table lacks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VOWELS = frozenset("aeiou")
DROPS_E = (
    *("at", "iv", "ur", "us", "uc", "as", "os", "uis", "v", "z", "c", "u"),
    *("dg", "rg", "ng", "ag", "eg", "ls", "ns", "ps", "rs"),
)
UNCHANGED = frozenset({"headquarters", "barracks", "series", "species", "news", "means"})
KEEPS_BARE = ("er", "en", "on", "it", "el", "ow", "ay", "oy", "ew", "op", "et", "al")
WITH_E = ("shoes", "canoes", "throes")
PEOPLES = ("ian", "ean", "ese")
OPEN = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


def plural_stem(form: str) -> str:
    """Singular of a plural or base of a third person: cities, boxes, attacks, gunmen."""
    if form in UNCHANGED:
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if form.endswith("oes") and len(form) > 5 and not form.endswith(WITH_E):
        return form[:-2]  # vetoes, torpedoes
    if form.endswith("men") and len(form) > 3:
        return form[:-2] + "an"
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 2:
        return form[:-1]
    return form


def verb_stem(stem: str) -> str:
    """Base of a verb less its -ed or -ing: doubled consonants halved, a lost e given back."""
    if len(stem) < 2 or not VOWELS & set(stem + "y"):
        return stem
    last, before = stem[-1], stem[-2]
    if last == before and last not in "lsfz" and last not in VOWELS:
        return stem[:-1]
    if last == "i":
        return stem[:-1] + "y"
    return stem + "e" if needs_e(stem) else stem


def needs_e(stem: str) -> bool:
    """Whether a verb's stem lost a final e: seiz(ed), captur(ed) did, claim(ed) did not."""
    if stem.endswith(DROPS_E):
        return not stem.endswith(("eat", "oat", "ong", "ing", "ang", "our"))
    if stem.endswith(KEEPS_BARE):
        return False
    if stem.endswith("in"):
        return not stem.endswith(("ain", "oin", "ein"))
    single = len(stem) >= 2 and stem[-2] in VOWELS and stem[-1] not in VOWELS | set("wxy")
    clustered = len(stem) >= 2 and stem[-1] == "l" and stem[-2] in "bcdfgkptz"
    return clustered or (single and (len(stem) < 3 or stem[-3] not in VOWELS))


def rule(form: str, xpos: str) -> str:
    """Lemma of a lower-cased open-class form by its Penn tag."""
    if xpos in ("NNS", "VBZ"):
        return plural_stem(form)
    if xpos in ("VBD", "VBN") and form.endswith("eed"):  # freed, decreed
        return form[:-1]
    if xpos in ("VBD", "VBN") and form.endswith("ed") and len(form) > 3:
        return form[:-3] + "y" if form.endswith("ied") else verb_stem(form[:-2])
    if xpos == "VBG" and form.endswith("ing") and len(form) > 4:
        return verb_stem(form[:-3])
    if xpos in ("JJR", "RBR") and form.endswith("er") and len(form) > 4:
        return form[:-3] + "y" if form.endswith("ier") else verb_stem(form[:-2])
    if xpos in ("JJS", "RBS") and form.endswith("est") and len(form) > 5:
        return form[:-4] + "y" if form.endswith("iest") else verb_stem(form[:-3])
    return form


class Lemmas:
    """Lemma of a form by its tags; `table` maps "form\\ttag" (form lower-cased) to the lemma."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = table

    def of(self, form: str, upos: str, xpos: str) -> str:
        """The lemma as UD writes it: proper nouns keep their case, all else is lower-cased."""
        low = form.lower()
        found = self._table.get(f"{low}\t{xpos}") or self._table.get(f"{low}\t{upos}")
        if found is not None:
            return found
        if xpos == "NNP" or (xpos == "JJ" and form[0] != low[0] and low.endswith(PEOPLES)):
            return form
        if upos in OPEN:
            return rule(low, xpos)
        if xpos == "NNPS":
            return plural_stem(form)
        if upos == "NUM":
            return form.replace(",", "")
        return form if upos in ("PROPN", "X", "SYM") or xpos == "ADD" else low


def read_lemmas(path: Path) -> Lemmas:
    """The table file: lines of form, tag and lemma with tabs between."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line)
    return Lemmas({f"{form}\t{tag}": lemma for form, tag, lemma in lines})
