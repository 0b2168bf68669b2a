"""What keeps two events apart of which two claims are alike: one of the others, or all of them."""

from __future__ import annotations

from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.occurrence.comparing import grouped
from fogline.weighing.views.views import View, views
from tests.weighing.newsroom import reading, told

DAY, LATER = "2031-03-04", "2031-03-09"
WORDS = "Fighters shelled the market of Orlin, killing people."


def view(publisher: str, day: str, sentence: str = WORDS) -> View:
    page = reading(f"{sentence} {publisher} has more.", publisher, day)
    slots = {"sentence": sentence, "trigger": "shelled", "places": ("Orlin",)}
    (found,) = views([told(page, slots)])
    return found


def test_one_pair_that_is_ruled_out_keeps_two_groups_apart() -> None:
    one, beside, far = view("Orlin Post", DAY), view("Marsh Wire", DAY), view("Karsk", LATER)
    alone, whole = (grouped(ones, [beside], UNBOUND) for ones in ([one], [one, far]))
    assert not alone.apart
    assert whole.apart
    assert whole.pairs == 2
    assert {whole.least.a, whole.least.b} == {far.claim.id, beside.claim.id}


def test_the_order_of_the_two_is_nothing() -> None:
    one, beside, far = view("Orlin Post", DAY), view("Marsh Wire", DAY), view("Karsk", LATER)
    assert grouped([one, far], [beside], UNBOUND) == grouped([beside], [far, one], UNBOUND)


def test_what_a_person_decided_goes_before_it() -> None:
    one, other = view("Orlin Post", DAY), view("Marsh Wire", DAY)
    bound = Bonds(apart={(other.claim.id, one.claim.id): "split by A. Reader: two mornings"})
    assert grouped([one], [other], bound).decided == "split by A. Reader: two mornings"
