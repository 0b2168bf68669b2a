"""Who falls or is hurt by a verb that names nobody else does nothing; mines hit who meets them."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Peacekeepers hurt at Tyre", "hurt", ["Peacekeepers"]),
        ("Two bridges destroyed in Kherson, policemen hurt in Odesa", "hurt", ["policemen"]),
        ("Corporal Ivan Petrenko gave his life near Kupiansk.", "gave", ["Ivan Petrenko"]),
        ("Captain Sule laid down his life near Monguno.", "laid", ["Sule"]),
        ("A patrol trod on a freshly laid mine near Manbij.", "trod", ["patrol"]),
        ("A shepherd trod on a mine near Manbij.", "trod", ["shepherd"]),
        ("Two soldiers stepped on a recently planted mine near Manbij.", "stepped",
         ["Two soldiers"]),
    ],
)  # fmt: skip
def test_who_suffers_is_no_actor(whole: Reader, text: str, trigger: str, who: list[str]) -> None:
    """They were told as those who attacked."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (texts(claim.actors), texts(claim.recipients)) == ([], who)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels who killed in Idlib were tried.", "killed"),
        ("The rebels wounded two guards in Idlib.", "wounded"),
    ],
)
def test_who_does_harm_acts(whole: Reader, text: str, trigger: str) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == ["rebels"]


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("Peacekeepers' post hit in Naqoura.", "hit", ["Peacekeepers' post"]),
        ("Reporters' car shelled near Homs", "shelled", ["Reporters' car"]),
        ("Rebels' positions struck near Hama", "struck", ["Rebels' positions"]),
        ("Surgeons' clinic attacked in Goma", "attacked", ["Surgeons' clinic"]),
        ("Relief workers' convoy hit near Rafah", "hit", ["Relief workers' convoy"]),
    ],
)
def test_somebodys_building_is_hit(whole: Reader, text: str, trigger: str, who: list[str]) -> None:
    """A headline's participle was taken for a past tense: the post had hit."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (texts(claim.actors), texts(claim.recipients)) == ([], who)


@pytest.mark.parametrize(
    ("text", "trigger", "who"),
    [
        ("The rebels' tanks struck near Hama.", "struck", ["rebels' tanks"]),
        ("Israel's jets struck near Tyre.", "struck", ["Israel's jets"]),
        ("The army's base shelled Khiam.", "shelled", ["army's base"]),
    ],
)
def test_somebodys_arms_hit(whole: Reader, text: str, trigger: str, who: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == who


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "hit"),
    [
        ("The rebels fell on a patrol near Idlib.", "fell", ["rebels"], ["patrol"]),
        ("Soldiers fell on the villagers in Djugu.", "fell", ["Soldiers"], ["villagers"]),
        ("The militia fell on the singers and killed two.", "fell", ["militia"], ["singers"]),
        ("Two soldiers fell on the front near Idlib.", "fell", [], ["Two soldiers"]),
        ("Ten rebels fell on Monday near Idlib.", "fell", [], ["Ten rebels"]),
        ("The army has killed in Darfur since April.", "killed", ["army"], []),
        ("The rebels had wounded in Idlib before.", "wounded", ["rebels"], []),
        ("The rebels wounded near Idlib two guards.", "wounded", ["rebels"], ["two guards"]),
        ("HOMS, 5 March 2024 - The army wounded in Idlib two guards.", "wounded", ["army"],
         ["two guards"]),
        ("Two nurses have died in Idlib.", "died", [], ["Two nurses"]),
    ],
)  # fmt: skip
def test_who_falls_upon_others_or_has_killed_is_no_victim(
    whole: Reader, text: str, trigger: str, actors: list[str], hit: list[str]
) -> None:
    """Those who attacked were told as those who fell."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (texts(claim.actors), texts(claim.recipients)) == (actors, hit)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("The jet crashed, killing two pilots.", ["two pilots"]),
        ("A helicopter crashed near Homs, killing three soldiers.", ["three soldiers"]),
        ("Two jets crashed near Homs.", []),
    ],
)
def test_who_dies_in_a_crash_is_harmed(whole: Reader, text: str, hit: list[str]) -> None:
    """They were counted but not named."""
    assert texts(at(whole.read(document(text)).claims, "crashed").recipients) == hit
