"""Who publishes: a party, a body or a monitor that speaks for itself, or who tells of others."""

from __future__ import annotations

import re
from functools import cache

from fogline.model import Claim, Source
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import tokens
from fogline.weighing.parties.sides import is_medium

AUTHOR = frozenset({"author", "self"})  # a text's own voice
_ASIDE = re.compile(r"\([^)]*\)")  # "(channel)" says where it publishes, not who it is


def is_own_account(claim: Claim) -> bool:
    """Say whether a claim is the word of its publisher alone, and this a party to what it tells, a
    body or a monitor: what an outlet tells on nobody's word is none.
    """
    told = claim.attribution
    return bool(told) and all(s.kind in AUTHOR for s in told) and speaks_for_itself(told[0])


def speaks_for_itself(author: Source) -> bool:
    """Say whether an author is a body by its name, or by whom it is linked to, and no outlet."""
    name = " ".join(tokens(_ASIDE.sub(" ", author.text)))
    if _words("press").search(name) or (author.id and is_medium(author.id)):
        return False
    return bool(author.id or _words("body").search(name))


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table(__package__, 'publishing.toml')[kind])})\b")
