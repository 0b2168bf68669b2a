from __future__ import annotations

import json

import pytest

from fogline.cli.faults import as_json, guarded, tell, with_traceback
from fogline.errors import StopRun, Unreadable

SKIP = Unreadable("a\nb.txt", "empty", "there is no text", remedy="give a file with words")


def test_an_error_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    tell(SKIP)
    line = "fogline: a b.txt: there is no text (give a file with words)\n"
    assert capsys.readouterr() == ("", line)


def test_an_error_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    token = as_json.set(True)
    try:
        tell(SKIP)
        tell(StopRun("the disk is full"))
    finally:
        as_json.reset(token)
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert first["error"] == {
        "item": "a\nb.txt",
        "reason": "empty",
        "detail": "there is no text",
        "remedy": "give a file with words",
    }
    assert second["error"]["detail"] == "the disk is full"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StopRun("no ledger"), "fogline: no ledger\n"),
        (FileNotFoundError(2, "No such file", "x.txt"), "fogline: x.txt: No such file\n"),
        (KeyError("slot"), "fogline: internal error, KeyError: 'slot' (this is a fault"),
    ],
)
def test_no_traceback_reaches_the_user(
    error: Exception, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="1"), guarded():
        raise error
    assert capsys.readouterr().err.startswith(words)


def test_a_traceback_where_it_was_asked_for() -> None:
    token = with_traceback.set(True)
    try:
        with pytest.raises(KeyError), guarded():
            raise KeyError("slot")
    finally:
        with_traceback.reset(token)
