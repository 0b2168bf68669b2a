"""Sets of Universal Dependencies' relations and of tags that many rules ask for."""

from __future__ import annotations

from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
PATIENTS: Final = frozenset({"obj", "nsubj:pass"})  # what a verb acts on, active or passive
CORE: Final = SUBJECTS | PATIENTS
NOUNS: Final = frozenset({"NOUN", "PROPN"})
VERBAL: Final = frozenset({"VERB", "AUX"})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
