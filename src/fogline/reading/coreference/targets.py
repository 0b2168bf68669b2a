"""Attacks on two buildings: "the shelling of the market" is not that of the bridge, told before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.reading.language import Token

_HITTING: Final = frozenset({"of", "on", "against"})
_ANY_SITE: Final = words("again.csv", "word")["any site"]
_SITES: Final = {word for word, of in classes.forms().items() if "site" in of} - _ANY_SITE


def hits_another(noun: Token, before: Claim) -> bool:
    """Tell whether what an attack hit is a building of another kind than those hit before, and
    nothing that the attack before was told with.
    """
    told = (c for c in noun.children if c.dep_ == "nmod" and preposition(c) in _HITTING)
    sites = _SITES.intersection(c.lemma_.lower() for c in told)
    hit = [word for r in before.recipients for word in r.text.lower().split()]
    if not sites or _SITES.isdisjoint(form for word in hit for form in (word, word[:-1])):
        return False
    known = before.sentence.text.lower()
    return not any(site in known for site in sites)
