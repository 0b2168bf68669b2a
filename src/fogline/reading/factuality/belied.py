"""What nobody in particular tells and the next sentence calls untrue: "Channels reported a raid.
These reports are false." (data: negations.csv).
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality import untruth
from fogline.reading.factuality.accounts import is_bogus
from fogline.reading.factuality.added import is_anybody
from fogline.reading.factuality.hedges import TABLE
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_CUES: Final = words("cues.csv", "cue")
_POINTING: Final = frozenset({"these", "those", "this", "that", "the", "such", "all"})
_BACK: Final = frozenset({"this", "that", "it", "they", "them", "these", "all"})
_TRUE: Final = _WORDS["true"]
_FAR: Final = 6
_SOMEBODY: Final = frozenset({"some", "several", "various", "many", "certain"})


@told_by(TABLE["noun"], _CUES["posting"], _SOMEBODY, otherwise=None)
def belied(event: Token) -> Token | None:
    """Return the word of the next sentence by which what nobody in particular tells is called
    untrue; None where that is not done, or where somebody of their own stands by it.
    """
    doc = event.doc
    if doc.lemmas.isdisjoint(_CALLING) or not _is_spread(event):
        return None
    start = event.sent.end
    while start < len(doc) and doc[start].is_space:
        start += 1
    behind = doc[start : doc.sentences[start].stop] if start < len(doc) else ()
    return next((word for word in behind if _calls_untrue(word)), None)


_CALLING: Final = (
    frozenset(word for kind in ("falsity", "lie") for name in _WORDS[kind] for word in name.split())
    | _WORDS["true"]
    | _WORDS["truth"]
    | {"nothing"}
)


def _is_spread(event: Token) -> bool:
    """Tell whether an event is only what rumours, claims or unnamed channels tell."""
    for node in (event, *islice(event.ancestors, _FAR)):
        if any(_tells(c) and all(map(is_anybody, _tellers(c))) for c in _beside(node)):
            return True
        if node is event:
            continue
        if _tells(node) and not _is_in_account(node):
            return all(map(is_anybody, _tellers(node)))
        if node.lemma_.lower() in _WORDS["telling"] and (is_anybody(node) or is_bogus(node)):
            return True
    return False


def _beside(event: Token) -> Iterator[Token]:
    """Yield the verbs set beside what they tell: "the town fell, channels claim"."""
    return (c for c in event.children if c.dep_ == "parataxis")


def _tells(verb: Token) -> bool:
    said = verb.lemma_.lower() in _CUES["verb"] | {"spread", "circulate"}
    return said and bool(_tellers(verb))


def _tellers(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ in SUBJECTS]


def _is_in_account(verb: Token) -> bool:
    """Tell whether a verb says what an account tells: "news in which they claim"."""
    account = verb.head.lemma_.lower() in _WORDS["telling"]
    return account and verb.dep_ == "acl:relcl"


def _calls_untrue(word: Token) -> bool:
    """Tell whether a word says of what was told before that it is untrue, or is that account in
    words that say so: "these claims are false", "there is no truth to this".
    """
    if _points_back(word) and untruth.has_no_truth_in_it(word):
        return True
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    if subject is None or not _points_back(subject):
        return False
    called = any(c.dep_ == "cop" for c in word.children) and untruth.is_untrue(word)
    return called or untruth.holds_none(word)


def _points_back(subject: Token) -> bool:
    """Tell whether a subject is the account told before, and nothing else hangs on it."""
    if subject.lower_ in _BACK:
        return True
    below = list(subject.children)
    again = any(c.dep_ in {"det", "nmod:poss"} and c.lower_ in _POINTING for c in below)
    plain = all(c.dep_ in {"det", "amod", "case"} for c in below)
    return again and plain and subject.lemma_.lower() in _WORDS["telling"]
