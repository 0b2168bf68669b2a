"""A rule that declares its words says nothing where none of them stands."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from types import GeneratorType
from typing import Any

from fogline import demo, intake
from fogline.errors import SkipItem
from fogline.reading import language, reader  # noqa: F401 (all rules)
from fogline.reading.language import Token
from fogline.reading.words import calling
from fogline.settings import Settings

Rule = Callable[..., Any]


def test_words_call_for_their_rule() -> None:
    @calling.told_by({"withdraw", "pull out"}, otherwise=None)
    def is_leaving(token: Token) -> str | None:
        return token.text

    doc = language.load(heads=False).read("They pulled out. Jets withdrew. They stood out there.")
    assert [is_leaving(t) for t in doc if t.i in {1, 5, 8}] == ["pulled", "withdrew", None]


def test_a_rule_may_be_told_by_others_words() -> None:
    @calling.told_by({"withdraw"})
    def is_leaving(token: Token) -> bool:
        return token.text == "withdrew"

    @calling.told_by(is_leaving, {"camp"}, otherwise=0)
    def counted(token: Token) -> int:
        return 1 + is_leaving(token)

    def is_short(token: Token) -> bool:
        return len(token) == 1

    either = calling.any_of(is_leaving, is_short)
    doc = language.load(heads=False).read("Jets withdrew. A camp stood. They slept.")
    assert [counted(t) for t in doc] == [1, 2, 1, 1, 1, 1, 1, 0, 0, 0]
    assert [t.text for t in doc if either(t)] == ["withdrew", ".", "A", ".", "."]


def test_no_declared_word_is_missing() -> None:
    """Ask every rule about each word of texts where nothing calls for it."""
    asked = {*rules()}
    assert len(asked) > 50
    wrong = [
        (rule.__name__, token.text, token.sent.text)
        for token in tokens()
        for rule, alone in asked
        if alone not in token.calls and told(alone(token)) != rule(token)
    ]
    assert wrong == []


def told(found: Any) -> Any:
    return tuple(found) if isinstance(found, GeneratorType) else found


def rules() -> Iterator[tuple[Rule, Rule]]:
    """Yield the rules about one token that declare words, each also as it is without them."""
    for name in [n for n in sys.modules if n.startswith("fogline.reading.")]:
        for rule in vars(sys.modules[name]).values():
            alone = getattr(rule, "__wrapped__", None)
            declared = inspect.isfunction(rule) and rule.__code__.co_name == "asked"
            if declared and alone is not None and len(inspect.signature(alone).parameters) == 1:
                yield rule, alone


def tokens() -> Iterator[Token]:
    """Yield the words of some documents."""
    settings = Settings(workers=1)
    parser = language.load(heads=False)
    for item in [*intake.captures([str(demo.corpus())], settings)][::3]:
        assert not isinstance(item, SkipItem)
        document = intake.document(item, settings)
        for part in document.parts:
            doc = parser.read(document.text[part.start : part.end])
            yield from (t for t in doc if not t.is_space)
