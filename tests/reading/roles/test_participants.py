"""Participants: who does it and to whom, by the sentence's grammar."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # active and passive
        ("The army shelled the clinic.", "shelled", ["army"], ["clinic"]),
        ("The clinic was shelled by the army.", "shelled", ["army"], ["clinic"]),
        ("Two doctors were kidnapped by gunmen.", "kidnapped", ["gunmen"], ["Two doctors"]),
        # agentless
        ("The clinic was shelled.", "shelled", [], ["clinic"]),
        ("A clinic was bombed on Monday.", "bombed", [], ["clinic"]),
        # relative clauses
        ("The soldiers who shelled the clinic fled.", "shelled", ["soldiers"], ["clinic"]),
        ("The clinic that the army shelled is closed.", "shelled", ["army"], ["clinic"]),
        # control: who promises or tries is who acts
        ("The rebels threatened to shell the clinic.", "shell", ["rebels"], ["clinic"]),
        ("The army tried to attack the convoy.", "attack", ["army"], ["convoy"]),
        ("The army is preparing to attack the convoy.", "attack", ["army"], ["convoy"]),
        # a headline's civil vehicle, whatever follows, is hit
        ("Aid convoy attacked in Sarmin, both sides blame rebels", "attacked", [], ["Aid convoy"]),
        ("Ambulance shelled in Sarmin, army denies role", "shelled", [], ["Ambulance"]),
        ("Refugee boat attacked off Libya, navy denies role", "attacked", [], ["Refugee boat"]),
        ("Rebels attacked in Sarmin.", "attacked", ["Rebels"], []),
        ("Gunboats attacked off Libya.", "attacked", ["Gunboats"], []),
        # whose an offer or a release is said to be, is nobody's who answers it
        ("The government accepted the rebels' offer of talks.", "offer", ["rebels"], []),
        ("The militia is capable of an attack on the convoy.", "attack", ["militia"], ["convoy"]),
        # who has word of a strike makes none
        ("The agency received reports of shelling in the town.", "shelling", [], []),
        # a counterpart meets as well; a date makes no deal
        (
            "The minister met the Turkish counterpart in Ankara.",
            "met",
            ["minister", "Turkish counterpart"],
            [],
        ),
        ("A deal was reached by Ramadan.", "deal", [], []),
        # what is sent receives nothing
        ("Germany sent tanks to Ukraine.", "sent", ["Germany"], ["Ukraine"]),
        # nouns
        ("The army's bombardment of the clinic continued.", "bombardment", ["army"], ["clinic"]),
        ("A rebel attack on the convoy killed nobody.", "attack", ["rebel"], ["convoy"]),
        ("The attack by gunmen on the convoy failed.", "attack", ["gunmen"], ["convoy"]),
        # converses: the subject is whom it comes to
        ("A patrol came under fire from rebels.", "fire", ["rebels"], ["patrol"]),
        ("The patrol took fire from rebels on Monday.", "fire", ["rebels"], ["patrol"]),
        (
            "Soldiers came under shelling from rebels near the mill.",
            "shelling",
            ["rebels"],
            ["Soldiers"],
        ),
        ("The army faced an assault by rebels.", "assault", ["rebels"], ["army"]),
        ("The rebels faced an assault by the army.", "assault", ["army"], ["rebels"]),
        ("The convoy was the target of a rebel raid.", "raid", ["rebel"], ["convoy"]),
        ("The soldiers ran into an ambush near the mill.", "ambush", [], ["soldiers"]),
        (
            "The rebels are under attack by both the army and the militia.",
            "attack",
            ["army", "militia"],
            ["rebels"],
        ),
        # who only meets or tells of an attack does not make it
        ("The monitor reported an attack on the clinic.", "attack", [], ["clinic"]),
        (
            "The army had repelled a counterattack of rebel fighters.",
            "counterattack",
            ["rebel fighters"],
            [],
        ),
        # two sides
        (
            "Farmers died in fighting between herders and vigilantes.",
            "fighting",
            ["herders", "vigilantes"],
            ["Farmers"],
        ),
        (
            "A ceasefire between the army and the rebels took effect.",
            "ceasefire",
            ["army", "rebels"],
            [],
        ),
        (
            "The clashes pitting herders against farmers went on.",
            "clashes",
            ["herders", "farmers"],
            [],
        ),
        ("The army's battle against rebels goes on.", "battle", ["army"], ["rebels"]),
        ("The minister held talks with the rebels.", "talks", ["minister", "rebels"], []),
        (
            "Six soldiers were killed in clashes with rebels.",
            "clashes",
            ["Six soldiers", "rebels"],
            [],
        ),
        ("Six soldiers were killed in clashes near the mill.", "clashes", [], ["Six soldiers"]),
        (
            "Six soldiers and two rebels were killed in clashes near the mill.",
            "clashes",
            ["Six soldiers", "two rebels"],
            [],
        ),
        (
            "Six soldiers and allied fighters were killed in clashes near the mill.",
            "clashes",
            [],
            ["Six soldiers and allied fighters"],
        ),
        (
            "Six soldiers and two farmers were killed in clashes near the mill.",
            "clashes",
            [],
            ["Six soldiers", "two farmers"],
        ),
        # from whom it was taken, wherever the parse hangs it
        ("The army captured a hill from the rebels near Goma.", "captured", ["army"], ["rebels"]),
        (
            "The army says it has captured two hills from the rebels near Goma.",
            "captured",
            ["army"],
            ["rebels"],
        ),
        # who would end it does not do it, but whose it is to end may
        ("The envoy worked to end the siege of the town.", "siege", [], []),
        ("The rebels battled to break the siege of the town.", "siege", [], []),
        ("The council met to stop the shelling of the clinic.", "shelling", [], ["clinic"]),
        ("The army agreed to end the siege of the town.", "siege", ["army"], []),
        # a deed, a month and a deal do nothing
        ("The isolation of the town will weaken the garrison.", "weaken", [], ["garrison"]),
        ("The army launched a March offensive.", "offensive", ["army"], []),
        ("A deal brokered by the emirate took effect.", "brokered", ["emirate"], []),
        # whose attack is repelled; who is let do it
        ("The army repelled an attack by rebels.", "repelled", ["army"], ["rebels"]),
        ("The army repelled a Russian assault.", "repelled", ["army"], ["Russian"]),
        ("A rebel assault was repelled by the army.", "repelled", ["army"], ["rebel"]),
        ("The king allowed foreign jets to bomb the camp.", "bomb", ["foreign jets"], ["camp"]),
        ("The king promised the rebels to shell the camp.", "shell", ["king"], ["camp"]),
        # who is led by whom is one phrase, unless it is set off
        (
            "Rebels led by a farmer shelled the clinic.",
            "shelled",
            ["Rebels led by a farmer"],
            ["clinic"],
        ),
        ("The rebels, led by a farmer, shelled the clinic.", "shelled", ["rebels"], ["clinic"]),
        # what is moved receives nothing
        ("The king sent a further battalion to the coast.", "sent", ["king"], []),
        ("The army withdrew a number of tanks.", "withdrew", ["army"], []),
        # what is fired with does nothing
        ("Artillery shelling of the clinic hurt nobody.", "shelling", [], ["clinic"]),
        ("A number of mortar shells hit the clinic.", "hit", [], ["clinic"]),
        # whom "and" joins does it together
        (
            "The minister thanked the government and people of the republic.",
            "thanked",
            ["minister"],
            ["government", "people of the republic"],
        ),
        (
            "The rebels and other armed groups targeted the clinic.",
            "targeted",
            ["rebels", "armed groups"],
            ["clinic"],
        ),
        # others
        ("The convoy came under attack.", "attack", [], ["convoy"]),
    ],
)
def test_who_and_whom(
    claim: One, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = claim(text, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Soldiers and policemen attacked the convoy.", "attacked", ["Soldiers", "policemen"],
         ["convoy"]),
        ("Gunmen attacked a clinic and a school.", "attacked", ["Gunmen"], ["clinic", "school"]),
        ("A clinic and a school were shelled by the army.", "shelled", ["army"],
         ["clinic", "school"]),
    ],
)  # fmt: skip
def test_coordination_gives_each_its_own_mention(
    claim: One, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = claim(text, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


def test_coordinated_verbs_share_their_subject(read: Read) -> None:
    claims = read("The army shelled the clinic and captured the bridge.").claims
    assert [texts(c.actors) for c in claims] == [["army"], ["army"]]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between soldiers and militants continued.",
        "Soldiers clashed with militants.",
        "Soldiers and militants clashed.",
    ],
)
def test_all_sides_of_a_clash_are_actors(read: Read, text: str) -> None:
    (found,) = read(text).claims
    assert {actor.casefold() for actor in texts(found.actors)} == {"soldiers", "militants"}
    assert found.recipients == ()


def test_who_fights_whom_is_not_two_sided(claim: One) -> None:
    found = claim("Soldiers are fighting militants.", "fighting")
    assert (texts(found.actors), texts(found.recipients)) == (["Soldiers"], ["militants"])


def test_a_taken_place_is_no_recipient(claim: One) -> None:
    found = claim("The army captured the town.", "captured")
    assert (texts(found.actors), found.recipients) == (["army"], ())


def test_whose_state_it_is_is_the_actor(claim: One) -> None:
    found = claim("The garrison ran out of ammunition.", "ran out")
    assert (found.event, texts(found.actors)) == ("CONDITION", ["garrison"])


def test_the_loser_of_ground_is_the_actor(claim: One) -> None:
    found = claim("Militants are losing ground in the suburbs.", "losing ground")
    assert (found.mode, texts(found.actors)) == ("lose", ["Militants"])


@pytest.mark.parametrize("determiner", ["The", "A", "This", "Their"])
def test_mentions_have_no_leading_determiner(claim: One, determiner: str) -> None:
    found = claim(f"{determiner} battalion shelled the clinic.", "shelled")
    assert texts(found.actors) == ["battalion"]


def test_people_killed_by_a_named_attack_are_its_recipients(read: Read) -> None:
    (found,) = read("An air strike on the camp killed two nurses.").claims
    assert "two nurses" in texts(found.recipients)
    assert found.casualties.killed is not None
    assert (found.casualties.killed.min, found.casualties.killed.max) == (2, 2)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("12 people", 12, 12),
        ("At least 12 people", 12, None),
        ("More than 75 people", 75, None),
        ("Up to 75 people", None, 75),
        ("Dozens of people", 24, None),
        ("16 civilians and three children", 19, 19),
    ],
)
def test_deaths_are_counted_as_the_codebook_says(
    claim: One, words: str, low: int | None, high: int | None
) -> None:
    killed = claim(f"{words} were killed in the town.", "killed").casualties.killed
    assert killed is not None
    assert (killed.min, killed.max) == (low, high)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Officer Two Soldiers Killed in Ambush South of Mosul", 3),
        ("Commander 34 Fighters Killed in Clashes Near Homs", 35),
        ("Two Soldiers Killed in Ambush South of Mosul", 2),
        ("Three nurses were among 12 people killed in a raid on Homs.", 12),
        ("A raid on Homs killed two nurses a doctor and five patients.", 8),
    ],
)
def test_how_many_are_counted_together(read: Read, text: str, killed: int) -> None:
    (found,) = read(text).claims
    assert found.casualties.killed is not None
    assert (found.casualties.killed.min, found.casualties.killed.max) == (killed, killed)


def test_a_linked_actor_keeps_the_words_of_the_text(read: Read) -> None:
    found = read("The Russian Defence Ministry said that its jets bombed the depot.")
    (source,) = at(found.claims, "bombed").attribution[1:]
    assert source.text == "Russian Defence Ministry"
    assert source.id is not None


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        # words before a noun that names the attack, and who did it in the clause behind it
        ("Five people died in regime air raids on the town.", "raids", ["regime"]),
        ("An attack carried out by two gunmen wounded a guard.", "attack", ["two gunmen"]),
        ("The army responded with air raids on the village.", "raids", ["army"]),
        # neither an adjective that names nobody nor a town is an actor
        ("A suspected chemical attack killed nine people.", "chemical attack", []),
        ("Damascus car bomb kills four", "car bomb", []),
        # who acts beside the subject
        ("The army in cooperation with a militia attacked the camp.", "attacked",
         ["army", "militia"]),
        ("The army, together with a militia, attacked the camp.", "attacked", ["army", "militia"]),
        # the name behind a common noun; where people are from; nouns that no list knows
        ("The brigade's commander, Omar Haddad, accused the council.", "accused",
         ["Omar Haddad"]),
        ("Gunmen from the Lions Brigade attacked a checkpoint.", "attacked",
         ["Gunmen from the Lions Brigade"]),
        ("Vigilantes shot two porters.", "shot", ["Vigilantes"]),
        ("The strikes by the United States and its ally Britain killed nine men.", "strikes",
         ["United States", "Britain"]),
        ("Tribal fighters allied with the government retook the airport in Marib officials said.",
         "retook", ["Tribal fighters allied with the government"]),
        ("Residents reported a bombing which activists blame on the army.", "bombing", ["army"]),
        # those who fell in fighting are a side of it
        ("Over 60 militants were killed in clashes with the army.", "clashes",
         ["60 militants", "army"]),
        ("Nine members of the militia were killed in clashes with the army.", "clashes",
         ["Nine members of the militia", "army"]),
    ],
)  # fmt: skip
def test_who_acts(claim: One, text: str, trigger: str, actors: list[str]) -> None:
    assert texts(claim(text, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("A strike on the depot killed nine people.", "strike", "aerial"),
        ("A missile strike hit the depot.", "missile strike", "heavy-weapons"),
        ("Mortar shells fell on the market.", "fell", "heavy-weapons"),
        ("The minister met the mayor on Monday.", "met", None),
        ("The mission urged the rebels to leave the town.", "urged", "yield"),
    ],
)
def test_the_mode_is_read_from_what_is_named(
    claim: One, text: str, trigger: str, mode: str | None
) -> None:
    assert claim(text, trigger).mode == mode


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # who tells of an attack or blames somebody for it makes none
        ("The monitor accused the junta of wrecking schools with its air strikes.", "strikes",
         ["junta"], ["schools"]),
        ("The governor accused the militia of an attack on the depot.", "attack", ["militia"],
         ["depot"]),
        ("The observers reported fighting in the northern districts.", "fighting", [], []),
        ("The army reported shelling rebel posts.", "shelling", ["army"], ["rebel posts"]),
        ("The minister condemned the raid and ordered an attack on the camp.", "attack",
         ["minister"], ["camp"]),
        ("Shopkeepers filmed the shelling of the market.", "shelling", [], ["market"]),
        ("The union watched the attack on the convoy.", "attack", [], ["convoy"]),
        ("Villagers fled the shelling of the depot.", "shelling", [], ["depot"]),
        ("The army resumed the shelling of the depot.", "shelling", ["army"], ["depot"]),
        # who denies that something befell, or that others did it, is not by whom it was done
        ("The army denied that the town had fallen.", "fallen", [], []),
        ("The garrison denied that the depot of Orlin had fallen to rebels.", "fallen", ["rebels"],
         []),
        ("The police denied that gunmen had attacked the depot.", "attacked", ["gunmen"],
         ["depot"]),
        ("The rebels denied that they had shelled the depot.", "shelled", ["rebels"], ["depot"]),
        # by whom somebody stands
        ("The kingdom stands by Jordan.", "stands by", ["kingdom"], ["Jordan"]),
    ],
)  # fmt: skip
def test_who_only_tells_of_an_attack(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = next(c for c in read(text).claims if trigger in c.trigger.text)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        # the attack told just before is meant, hardly one before other news
        ("Rebels shelled a depot. The attack killed a guard.", "attack", ["Rebels"]),
        ("Rebels shelled a depot. The minister visited Amman. The attack killed a guard.",
         "attack", []),
        ("Rebels shelled a depot. No such attack took place.", "attack", []),
        ("Russian and Syrian regime strikes hit a depot.", "strikes", ["Russian", "Syrian regime"]),
        ("The governor accused the militia of an attack on the depot.", "attack", ["militia"]),
    ],
)  # fmt: skip
def test_whose_the_attack_was(read: Read, text: str, trigger: str, actors: list[str]) -> None:
    found = next(c for c in read(text).claims if c.trigger.text == trigger)
    assert texts(found.actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # who comes after an attack, or tells of it, neither makes nor suffers it
        ("The rebels visited the site of the shelling.", "shelling", [], []),
        ("The army published footage of the strike.", "strike", [], []),
        ("The militia responded to the attack.", "attack", [], []),
        ("The front sued the army over the strike.", "strike", [], []),
        # a town is a place, also by its pronoun; a ship is hit
        ("Villagers left the town after the army shelled it.", "shelled", ["army"], []),
        ("The ship sank after the army shelled it.", "shelled", ["army"], ["ship"]),
        # these do
        ("The rebels took part in the attack.", "attack", ["rebels"], []),
        ("The army responded with raids on the depot.", "raids", ["army"], ["depot"]),
    ],
)  # fmt: skip
def test_who_only_deals_with_an_attack(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = next(c for c in read(text).claims if trigger in c.trigger.text)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The so-called council denied the report.", "denied", ["council"]),
        ("So-called rebels shelled the town of Orlin.", "shelled", ["rebels"]),
        ("The so called council denied the report.", "denied", ["council"]),
        ("Cynical liars!", "liars", []),
        ("Brazen threats followed.", "threats", []),
        # A name is one wherever it stands.
        ("Australian threats followed.", "threats", ["Australian"]),
        ("The Australian threats followed.", "threats", ["Australian"]),
    ],
)
def test_distancing_words_and_opening_adjectives_name_nobody(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    found = [c for c in read(text).claims if c.trigger.text == trigger]
    assert [texts(c.actors) for c in found] in ([actors], [])
    assert found or not actors


@pytest.mark.parametrize(
    ("text", "trigger", "hit"),
    [
        ("Rebels killed 12 soldiers and policemen.", "killed", ["12 soldiers and policemen"]),
        ("Rebels killed six children and women.", "killed", ["six children and women"]),
        (
            "Bombs hit 11 hospitals and medical centres.",
            "hit",
            ["11 hospitals and medical centres"],
        ),
        ("Rebels killed six women and four children.", "killed", ["six women", "four children"]),
        ("Rebels killed 12 soldiers and a judge.", "killed", ["12 soldiers", "judge"]),
        ("Rebels freed 12 soldiers and their families.", "freed", ["12 soldiers", "families"]),
        ("Rebels killed soldiers and policemen.", "killed", ["soldiers", "policemen"]),
    ],
)
def test_whom_one_number_counts_is_one_phrase(
    claim: One, text: str, trigger: str, hit: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == hit


def test_makes_of_aircraft_are_no_parties(claim: One) -> None:
    text = "At least fourteen MiG-29 and Su-24 warplanes bombed the port."
    assert texts(claim(text, "bombed").actors) == ["fourteen MiG-29 and Su-24 warplanes"]
    text = "Syrian or Russian warplanes bombed the port."
    assert texts(claim(text, "bombed").actors) == ["Syrian", "Russian warplanes"]
