"""Sets of Universal Dependencies' relations, of tags and of small words that many rules ask for."""

from __future__ import annotations

from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
PATIENTS: Final = frozenset({"obj", "nsubj:pass"})  # what a verb acts on, active or passive
CORE: Final = SUBJECTS | PATIENTS
ADNOMINAL: Final = frozenset({"acl", "acl:relcl"})  # clauses that tell of a noun
NOUNS: Final = frozenset({"NOUN", "PROPN"})
VERBAL: Final = frozenset({"VERB", "AUX"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
TENSED: Final = FINITE | {"MD"}
NOT: Final = frozenset({"not", "n't", "n’t", "never"})
WILL: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
HAVE: Final = frozenset({"has", "have", "'ve", "’ve"})
ASKING: Final = frozenset("who whom whose what which where when how why whether if".split())
