"""Tests for the modes that the content of a demand, a refusal or a threat tells."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The council called on Armenia to release the detainees.", "REQUEST", "yield"),
        ("The ministry called for an immediate end to the fighting.", "REQUEST", "yield"),
        ("Sudan was urged by Egypt to accept a ceasefire.", "REQUEST", "yield"),
        ("Washington asked Baghdad to reform its security services.", "REQUEST", "change"),
        ("The governor urged residents not to travel.", "REQUEST", "change"),
        ("The envoy urged both sides to resume talks.", "REQUEST", "meet"),
        ("The council urged all parties to exercise restraint.", "REQUEST", "yield"),
        ("The mayor appealed to the army for food.", "REQUEST", "assist"),
        ("The rebels rejected the demand to lay down their arms.", "REJECT", "yield"),
        ("Ankara rejected a request to send troops to Syria.", "REJECT", "assist"),
        ("Iran rejected mediation by Oman.", "REJECT", "meet"),
        ("The army denied that it had shelled the town.", "REJECT", "deny"),
        ("The mayor rejected as baseless the claim that he armed them.", "REJECT", "deny"),
        ("The mayor brushed aside reports that the army had left.", "REJECT", "deny"),
        ("The mayor rejected any suggestion that police were involved.", "REJECT", "deny"),
        ("The mayor rejected their suggestion.", "REJECT", None),
        ("The envoy urged the army to keep the road open.", "REQUEST", "yield"),
        ("The council demanded that the militia disband.", "REQUEST", "yield"),
        ("They asked the rebels to give up their weapons.", "REQUEST", "yield"),
        ("The pause requested by the envoy was refused.", "REQUEST", "yield"),
        ("The army threatened to kill the hostages.", "THREATEN", "violence"),
        ("The army threatened to seize the town.", "THREATEN", "territory"),
        ("The junta threatened to expel the ambassador.", "THREATEN", "expel"),
        ("The army threatened to take the town by force.", "THREATEN", "territory"),
        ("The army warned residents to leave the town.", "THREATEN", "violence"),
        ("Turkey threatened to cut ties with Israel.", "THREATEN", "relations"),
        ("The president threatened to impose a curfew.", "THREATEN", "restrict"),
    ],
)
def test_mode_follows_what_is_asked_refused_or_threatened(
    read: Read, text: str, event: str, mode: str | None
) -> None:
    found = [c.mode for c in read(text).claims if c.event == event]
    assert found == [mode]
