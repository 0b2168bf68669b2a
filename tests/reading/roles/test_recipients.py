"""Recipients: whom and what an attack harmed, counted, parted or owned, and who is none."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The shelling caused damage to two schools.", "shelling", ["two schools"]),
        ("A raid inflicted heavy losses on the militants.", "raid", ["militants"]),
        ("The air strike left nine farmers dead.", "air strike", ["nine farmers"]),
        ("Two men were killed and 12 others were wounded in an air strike.", "air strike",
         ["Two men"]),
    ],
)  # fmt: skip
def test_what_an_attack_is_said_to_have_harmed_receives(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert set(texts(claim(text, trigger).recipients)) == set(recipients)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army has closed the road.", "closed"),
        ("The army surrounded the village.", "surrounded"),
        ("At least 20 dead.", "dead"),
        ("No one was killed in the shelling.", "shelling"),
        ("Soldiers fired a number of rockets.", "fired"),
    ],
)
def test_roads_bare_numbers_and_nobody_receive_nothing(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).recipients == ()


def test_where_something_was_done_is_not_what_it_was_done_to(claim: One) -> None:
    found = claim("Gunmen executed six men at a mill.", "executed")
    assert texts(found.recipients) == ["six men"]


def test_who_is_battled_receives(claim: One) -> None:
    found = claim("The army is battling militants.", "battling")
    assert (texts(found.actors), texts(found.recipients)) == (["army"], ["militants"])


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("The strike destroyed six guns three lorries a tanker and a radar.",
         ["six guns", "three lorries", "tanker", "radar"]),
        ("At least 70 regime and rebel fighters died.", ["70 regime and rebel fighters"]),
        ("A total of 37 soldiers have been killed.", ["37 soldiers"]),
        ("An air strike claimed the lives of three workers.", ["three workers"]),
        ("The raid destroyed a school a bakery and a mill.", ["school", "bakery", "mill"]),
        ("Officer Two Soldiers Killed in Ambush South of Mosul", ["Officer", "Two Soldiers"]),
        ("A blast killed 17 people including a nurse and two clerks.", ["17 people"]),
        ("Three nurses were among 12 people killed in a raid on Homs.",
         ["12 people"]),
        ("Three nurses worked there; a raid on Homs killed 12 people.", ["12 people"]),
        ("As many as 40 people were killed in a raid on Homs.", ["40 people"]),
        ("A shell hit the town's mosque causing damage to the mosque.", ["town's mosque"]),
        ("Raids killed 20 Northern Brigade (NB) fighters.", ["20 Northern Brigade (NB) fighters"]),
    ],
)  # fmt: skip
def test_who_is_counted_is_named_whole(read: Read, text: str, recipients: list[str]) -> None:
    (claim,) = read(text).claims
    assert [m.text for m in claim.recipients] == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        # "16 of them" named nobody beside those whom it counts
        ("Gunmen seized 12 boys and later released three of them.", "released", "three of them"),
        ("The army ambushed rebels near Homs, killing 16 of them.", "ambushed", "rebels"),
        ("The army ambushed rebels near Homs, killing 16 guards.", "ambushed", "rebels, 16 guards"),
    ],
)
def test_a_count_of_them_names_whom_they_are(
    whole: Reader, text: str, trigger: str, recipients: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger).recipients
    assert ", ".join(m.text for m in found) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Syrian or Russian jets bombed the school.", "bombed", ["Syrian", "Russian jets"],
         ["school"]),
        ("The school was hit by Russian and regime warplanes.", "hit",
         ["Russian", "regime warplanes"], ["school"]),
        ("Kurdish and Arab fighters attacked the convoy.", "attacked",
         ["Kurdish and Arab fighters"], ["convoy"]),
        ("The army bombed positions belonging to the northern front.", "bombed", ["army"],
         ["positions belonging to the northern front"]),
        ("The rebels shelled a hospital for refugees.", "shelled", ["rebels"],
         ["hospital for refugees"]),
        ("A drone struck a depot and killed two guards.", "struck", [],
         ["depot", "two guards"]),
        ("Two rebel drones struck a depot.", "struck", ["Two rebel drones"], ["depot"]),
        ("Drivers in Mosul refused to work.", "refused", ["Drivers in Mosul"], []),
        ("The government of President Omar Haddad bombed the school.", "bombed",
         ["government of President Omar Haddad"], ["school"]),
        ("The centre for burns patients came under fire.", "fire", [],
         ["centre for burns patients"]),
        ("9/ Reservists attacked the convoy.", "attacked", ["Reservists"], ["convoy"]),
        ("The rebels wounded two guards and nine others.", "wounded", ["rebels"], ["two guards"]),
        ("The rebels told the agency SANA that the armed groups attacked a convoy.", "attacked",
         ["armed groups"], ["convoy"]),
        ("The army bombed the depot in ten raids. Three raids hit a school.", "Three raids",
         ["army"], ["school"]),
    ],
)  # fmt: skip
def test_whose_arms_and_whose_buildings(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    claims = read(text).claims
    found = next(c for c in reversed(claims) if trigger.split()[-1] in c.trigger.text)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("A northern force known as the Nour Brigade captured the town.", "captured",
         ["Nour Brigade"]),
        ("The Nour Brigade is a movement that controls parts of Idlib.", "controls",
         ["Nour Brigade"]),
        ("An unknown armed group (UAG) raided the village.", "raided", ["unknown armed group"]),
        ("Flour reached both rebel- and regime-held districts of Aleppo.", "held",
         ["rebel", "regime"]),
        ("Shells fell on a militia-held village in Idlib province.", "held", ["militia"]),
    ],
)  # fmt: skip
def test_one_who_is_told_in_two_ways_acts_once(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    found = [c for c in read(text).claims if trigger in c.trigger.text]
    assert [texts(c.actors) for c in found] == [actors]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Millions were displaced by the war.", []),
        ("Raids killed 23 people, among them ten children.", ["23 people"]),
        ("Shells kill 41 including 17 children", ["17 children"]),
    ],
)
def test_a_part_is_named_only_where_the_whole_is_a_bare_number(
    read: Read, text: str, recipients: list[str]
) -> None:
    claim = read(text).claims[0]
    assert texts(claim.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The rebels received funds from the emirate.", ["emirate"], ["rebels"]),
        ("The army received aid from Jordan.", ["Jordan"], ["army"]),
        ("More than 2,000 people have received medical care.", [], ["2,000 people"]),
        ("The kingdom will provide nearly $100 million in new assistance to the rebels.",
         ["kingdom"], ["rebels"]),
        ("The kingdom gave 20 million euros in aid to the army.", ["kingdom"], ["army"]),
    ],
)  # fmt: skip
def test_who_gets_aid_receives_it_and_who_sends_it_gives(
    read: Read, text: str, actors: list[str], recipients: list[str]
) -> None:
    (found,) = read(text).claims
    assert (found.event, found.mode) == ("AID", None)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "event", "mode"),
    [
        ("The union imposed a travel ban on two officers.", "SANCTION", None),
        ("The kingdom closed its embassy in the capital.", "SANCTION", "discontinue"),
        ("The army closed the road beside the embassy.", "COERCE", "restrict"),
        ("The union committed $3 billion in aid.", "AID", None),
        ("The president reaffirmed his support for the army.", "SUPPORT", None),
        ("The two fleets began a naval exercise.", "COOPERATE", None),
    ],
)
def test_deeds_between_states_have_their_own_kinds(
    read: Read, text: str, event: str, mode: str | None
) -> None:
    assert [(c.event, c.mode) for c in read(text).claims] == [(event, mode)]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ('The army says it destroyed a "terrorist nest" in the town.', ["terrorist nest"]),
        ("A drone hit a “military depot”.", ["military depot"]),
    ],
)
def test_a_quotation_mark_without_its_other_is_no_part_of_a_phrase(
    claim: One, text: str, recipients: list[str]
) -> None:
    assert (
        texts(claim(text, "destroyed" if "destroyed" in text else "hit").recipients) == recipients
    )


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Government forces wrested the region from rebel control.", "wrested", ["rebel"]),
        ("Rebels wrested the region from government control.", "wrested", ["government"]),
        ("The army retook the hill from the hands of the rebels.", "retook", ["rebels"]),
        ("Rebels captured eight villages from rival groups.", "captured", ["rival groups"]),
        ("The army took the town from the north.", "took", []),
        ("The army took the town from the air.", "took", []),
    ],
)
def test_from_whom_a_place_is_taken_receives(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The troops repelled a push by rebels into the district.", "repelled", ["rebels"]),
        ("The army repelled seven waves of attacks on the base.", "repelled", []),
        ("The army repelled three waves of militants.", "repelled", ["militants"]),
        ("The garrison repelled the attackers near Goma.", "repelled", ["attackers"]),
        ("The garrison fended off dozens of drones.", "fended off", ["dozens of drones"]),
        ("The police held off the crowd.", "held off", ["crowd"]),
    ],
)
def test_who_is_repelled_receives_and_no_attack(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Scores of people were killed in the raid on Goma, and several mills sustained damage.",
         "raid", ["Scores of people", "several mills"]),
        ("The raid damaged a mill.", "raid", ["mill"]),
        ("Rebels shelled positions of the army and its allies.", "shelled",
         ["positions of the army"]),
        ("A raid killed 38 fleeing civilians in Homs.", "raid", ["civilians"]),
        ("The president will meet with security aides on Friday.", "meet", ["security aides"]),
        ("The envoy met on Sunday morning with representatives of the union.", "met",
         ["representatives of the union"]),
    ],
)  # fmt: skip
def test_who_is_damaged_or_met_receives(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Soldiers stopped eight men on the road; four were let go on Tuesday.", "let go",
         ["four"]),
        ("Hundreds marched in Bamako, and eleven were briefly detained.", "detained", ["eleven"]),
        ("The judges freed 58 on Monday.", "freed", ["58"]),
        ("Of the 81 suspects, sixty-six have been released.", "released", ["sixty-six"]),
        ("Police arrested 14 in Kano on Friday.", "arrested", ["14"]),
        ("A shell hit the mill, killing 12.", "hit", ["mill"]),
    ],
)  # fmt: skip
def test_a_number_of_freed_or_detained_receives_as_no_count_is_kept_of_them(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    """A bare number was left out as if it were kept among the casualties."""
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The front has recruited 3,000 new militants since March.", "recruited",
         ["3,000 new militants"]),
        ("The militia conscripted boys in the valley.", "conscripted", ["boys"]),
        ("The army hires mercenaries in the valley.", "hires", ["mercenaries"]),
        ("The army deployed troops to the border.", "deployed", []),
        ("Rebels moved fighters to the bridge.", "moved", []),
    ],
)  # fmt: skip
def test_who_is_recruited_receives_and_who_is_sent_does_not(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    """Boys pressed into service were left out as if they were troops that are moved."""
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Those who persist were attacked by the army.", "attacked", ["Those who persist"]),
        ("Police will arrest anyone who hosts an unregistered guest.", "arrest",
         ["anyone who hosts an unregistered guest"]),
        ("Rebels shot everyone who fled the mine.", "shot", ["everyone who fled the mine"]),
        ("The army killed those.", "killed", []),
        ("Police detained anyone with a drum.", "detained", []),
    ],
)  # fmt: skip
def test_who_is_named_by_what_they_do_receives(
    read: Read, text: str, trigger: str, recipients: list[str]
) -> None:
    """As a pronoun that points back to nobody, "those who" were left out."""
    assert texts(at(read(text).claims, trigger).recipients) == recipients


def test_who_is_named_by_what_they_do_acts(read: Read) -> None:
    """Of "those who" attack, nobody was told to do it."""
    claims = read("Tribesmen will fight those who attack them.").claims
    assert texts(at(claims, "attack").actors) == ["those who attack them"]
    assert texts(at(claims, "attack").recipients) == ["Tribesmen"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Chadian pilots bombed a camp at the request of the government.", ["Chadian pilots"]),
        ("The United States, at the junta's request, carried out strikes.", ["United States"]),
        ("At the request of the elders, the militia left the village.", ["militia"]),
        ("The convoy was halted at the request of the army.", []),
    ],
)
def test_who_acts_at_a_request_was_asked(claim: One, text: str, recipients: list[str]) -> None:
    """Nobody was told to have been asked where the one who heeds it is named beside it."""
    assert texts(claim(text, "request").recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The strike killed 12 people, including two nurses.", "strike", ["12 people"]),
        ("Nine villagers, one of them a child, died in the raid.", "raid", ["Nine villagers"]),
        ("Ten people, one of them a boy, were killed in the raid.", "raid", ["Ten people"]),
        ("A group of 20 farmers was killed in a drone strike.", "strike",
         ["group of 20 farmers"]),
    ],
)  # fmt: skip
def test_a_part_of_those_named_does_not_receive_again(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    """The child and the farmers of a group were told beside those whom they are part of."""
    assert texts(claim(text, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The army fired shells toward a convoy near Goma.", "fired", ["convoy"]),
        ("Rebels fired in the direction of a helicopter near Goma.", "fired", ["helicopter"]),
        ("The army launched drones towards the port of Odesa.", "launched", ["port of Odesa"]),
        ("Troops moved in the direction of a bridge near Goma.", "moved", []),
        ("Troops fired in the direction of Goma.", "fired", []),
    ],
)
def test_what_is_fired_towards_receives(
    whole: Reader, text: str, trigger: str, recipients: list[str]
) -> None:
    claim = at(whole.read(document(text)).claims, trigger)
    assert texts(claim.recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Families in Goma will get no food this month.", "get", [], ["Families in Goma"]),
        ("Some 4,000 people in Tigray will get nothing before the rains.", "get", [],
         ["4,000 people"]),
        ("The army got help from Russia.", "got", ["Russia"], ["army"]),
        ("Aid workers got medicine into Goma.", "got", ["Aid workers"], []),
        ("The envoy got the hostages out of Goma.", "got", ["envoy"], ["hostages"]),
    ],
)  # fmt: skip
def test_who_gets_something_or_nothing_gives_none(
    whole: Reader, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    claim = at(whole.read(document(text)).claims, trigger)
    assert (texts(claim.actors), texts(claim.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Two drone strikes near Kutum led the relief agency to suspend flights.", "strikes", []),
        ("An air strike on Goma forced the charity to close its clinic.", "strike", []),
        ("Raids on Goma forced thousands of families to flee.", "Raids", ["thousands of families"]),
        ("The raid hit the charity in Goma.", "raid", ["charity"]),
    ],
)
def test_a_body_that_an_attack_led_to_act_is_not_hit(
    whole: Reader, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).recipients) == recipients
