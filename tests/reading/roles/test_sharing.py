"""A share in an event: who takes no part in it, or denies any, does not do it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, chain, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Peru denied taking part in the attack.", "attack", "Peru"),
        ("Peru will not take part in the strikes on the port.", "strikes", "Peru"),
        ("Peru ruled out taking part in any air strikes.", "air strikes", "Peru"),
        ("The brigade refused to take part in the shelling.", "shelling", "brigade"),
        ("The brigade will not join the offensive.", "offensive", "brigade"),
        ("The brigade has not joined the raid.", "raid", "brigade"),
        ("The brigade has no role in the shelling.", "shelling", "brigade"),
        ("The army said it was not involved in the raid.", "raid", "army"),
        ("The brigade had no plans to take part in the raid.", "raid", "brigade"),
        ("The militia denied involvement in the raid.", "raid", "militia"),
        ("The militia denied responsibility for the shelling.", "shelling", "militia"),
        ("The militia denied any role in the raid.", "raid", "militia"),
        ("The mayor denied the involvement of Peru in the raid.", "raid", "Peru"),
    ],
)
def test_who_has_no_share_does_not_do_it(claim: One, text: str, trigger: str, actor: str) -> None:
    found = claim(text, trigger)
    assert (found.polarity, texts(found.actors)) == ("negative", [actor])


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The brigade took part in the raid.", "raid"),
        ("The brigade did not deny its role in the raid.", "raid"),
        ("The militia has not claimed responsibility for the raid.", "raid"),
        ("The army said it was not involved in the Peruvian raid.", "raid"),
        ("Two men who were not involved in the raid were hurt.", "raid"),
        ("The role of Peru in the raid is not known.", "raid"),
        ("The army did not take the port in the raid.", "raid"),
    ],
)
def test_what_others_did_has_been(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


def test_the_denial_is_the_deniers(claim: One) -> None:
    found = claim("The militia denied any role in the raid.", "raid")
    assert chain(found) == ["militia"]
    assert claim("Peru will take part in the raid.", "raid").status == "forecast"


def test_what_is_disowned_is_a_claim_whatever_the_heads_say(whole: Reader) -> None:
    claims = whole.read(document("The militia denied any role in the attack.")).claims
    found = at(claims, "attack")
    assert (found.polarity, texts(found.actors)) == ("negative", ["militia"])


def test_a_part_in_a_deed_is_no_ground_gained(read: Read) -> None:
    claims = read("Volunteers took part in the defence of the town.").claims
    assert [c for c in claims if c.event == "CONTROL" and c.mode == "gain"] == [], told(claims)
    claims = read("The rebels took part of the town.").claims
    assert [(c.event, c.mode) for c in claims] == [("CONTROL", "gain")], told(claims)
