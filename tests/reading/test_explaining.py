from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files

import numpy as np
import pytest

from fogline.errors import StopRun
from fogline.model import Claim, Reading, Span, When
from fogline.reading.explaining import Why, explain, find
from fogline.reading.language import Doc, Evidence, Language, Noted, load
from fogline.reading.parser.signs import TAGS, Labels, Signs
from fogline.reading.parser.windows import Window
from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.conftest import ROOT
from tests.reading.sentences import at, document

EXAMPLE = (
    "A doctor said that regime warplanes reportedly bombed a clinic in Idlib on Tuesday, killing"
    " at least 12 people."
)
GOLD = ("fateh-front-channel.txt", "meridian-1070.txt")
LABELS = Labels(
    events=("", "ASSAULT", "CONTROL"),
    codes=("ASSAULT/aerial", "ASSAULT/heavy-weapons", "CONTROL/gain"),
    status=("occurred", "ongoing", "forecast", "threatened", "hypothetical"),
    certainty=("certain", "probable", "possible", "unknown"),
    roles=("actor", "recipient", "place", "source", "time"),
    hints=(),
)


SETS = (LABELS.events, LABELS.codes, LABELS.status, ("positive", "negative"), LABELS.certainty)
SPAN = Span(0, 7, "Nothing")
CLAIM = Claim(
    "", "p1", SPAN, SPAN, "AID", None, (), (), (), When(), (), "occurred", "positive", "certain"
)


class Heard:
    """The shipped parse with learned heads that say what a test makes them say of one word."""

    def __init__(self, parse: Language, trigger: str, **says: str) -> None:
        self._trigger, self._says = trigger, says
        self.pipe, self.start, self.finish = parse.pipe, parse.start, parse.finish
        self.withdraw, self.is_alone = parse.withdraw, parse.is_alone

    def weigh(self, doc: Doc, noted: Noted) -> Evidence:
        """Heads that are sure of the trigger and of what they say, and silent on all else."""
        n, words = len(doc), [token.text for token in doc]
        at_trigger = words.index(self._trigger)
        tags = tuple(np.eye(1, len(names)).repeat(n, 0).astype(np.float32) for names in SETS)
        for tag, names, kind in zip(tags, SETS, TAGS, strict=True):
            tag[at_trigger] = np.eye(len(names))[names.index(self._says.get(kind, names[0]))]
        roles = np.full((len(LABELS.roles), n, n), -1, dtype=np.float32)
        for number, role in enumerate(LABELS.roles):
            if word := self._says.get(role):
                roles[number, at_trigger, words.index(word)] = np.log(9)
        ruled = np.zeros((n, len(LABELS.roles)), dtype=np.float32)
        return Evidence(
            LABELS, np.arange(n), [Signs(Window(0, n), tags, roles, ruled, ruled)], noted
        )


@pytest.fixture(scope="module")
def language() -> Language:
    """The shipped parse without its learned heads."""
    return load(1, heads=False)


@pytest.fixture(scope="module")
def rules(language: Language) -> Reader:
    """A reader that has the rules alone."""
    return Reader(language)


def whys(reader: Reader, text: str, trigger: str) -> dict[str, Why]:
    """Read a text, explain its one claim at a word, and return the first reason of each slot."""
    reading = reader.read(document(text))
    found: dict[str, Why] = {}
    for why in explain(at(reading.claims, trigger), reading, reader):
        found.setdefault(why.slot, why)
    return found


def test_every_slot_has_its_value_and_a_reason(rules: Reader) -> None:
    reading = rules.read(document(EXAMPLE))
    claim = at(reading.claims, "bombed")
    found = explain(claim, reading, rules)
    assert all(why.reason for why in found)
    assert {why.by for why in found} == {"rule", "default"}
    values = [(why.slot, why.value) for why in found]
    for slot in ("trigger", "event", "mode", "status", "polarity", "certainty"):
        value = getattr(claim, slot)
        assert (slot, value.text if slot == "trigger" else value) in values
    for slot in ("actors", "recipients", "places", "attribution"):
        assert [v for s, v in values if s == slot] == [m.text for m in getattr(claim, slot)]
    for why in found:
        assert all(EXAMPLE[span.start : span.end] == span.text for span in why.words)


def test_the_row_that_is_cited_is_there(rules: Reader) -> None:
    found = whys(rules, EXAMPLE, "bombed")
    for slot, word in (("trigger", "bomb"), ("certainty", "reportedly"), ("loaded", "regime")):
        cited = re.match(r"(\S+) line (\d+): ", found[slot].reason)
        assert cited, found[slot]
        lexicon = files("fogline.reading").joinpath("lexicon", *cited[1].split("/"))
        line = lexicon.read_text("utf-8").splitlines()[int(cited[2]) - 1]
        assert word in re.split(r"[|,]", line)


def test_the_example_is_explained(rules: Reader) -> None:
    found = whys(rules, EXAMPLE, "bombed")
    assert "“killing”: tells of the same event" in found["trigger"].ruled_out[0]
    assert "subject of “bombed”" in found["actors"].reason
    assert "“doctor”: says it" in found["actors"].ruled_out
    assert "counted from publication, 2024-03-06" in found["when"].reason
    assert found["attribution"].by == "default"
    assert "the past tense" in found["status"].reason
    assert found["polarity"].by == "default"
    assert "line" in found["casualties"].reason


def test_senses_whose_needs_are_not_met_are_ruled_out(rules: Reader) -> None:
    place = whys(rules, "The rebels seized the town of Minyan.", "seized")["event"]
    assert place.value == "CONTROL"
    assert any("(obj:people), which is not met" in left for left in place.ruled_out)
    thing = whys(rules, "The rebels seized three trucks.", "seized")["event"]
    assert any(left.startswith("CONTROL/gain needs") for left in thing.ruled_out)


def test_a_pronoun_has_its_antecedent(rules: Reader) -> None:
    text = "The rebels met the soldiers. On Monday they captured the town of Minyan."
    found = whys(rules, text, "captured")["actors"]
    assert found.value == "rebels"
    assert "“they” points back to “rebels”" in found.reason
    assert any("“soldiers”: “they” may mean it" in left for left in found.ruled_out)


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "expected"),
    [
        ("The army did not shell Homs.", "shell", "polarity", ("negative", "not")),
        ("The army will shell Homs.", "shell", "status", ("forecast", "will")),
        ("The army may have shelled Homs.", "shelled", "certainty", ("possible", "may")),
        ("If talks fail, the army will shell Homs.", "shell", "status", ("hypothetical", "If")),
    ],
)
def test_the_word_that_decided_is_shown(
    rules: Reader, text: str, trigger: str, slot: str, expected: tuple[str, str]
) -> None:
    why = whys(rules, text, trigger)[slot]
    assert (why.value, why.by) == (expected[0], "rule")
    assert expected[1] in [span.text for span in why.words]


def test_who_speaks_out_and_says_so_is_explained_as_a_source(rules: Reader) -> None:
    """The links were worked out anew, and every speaker who acts was dropped from them."""
    text = "The mayor claims to have urged the rebels to leave the town."
    reading = rules.read(document(text))
    found = explain(at(reading.claims, "urged"), reading, rules)
    told = {why.value: why for why in found if why.slot == "attribution"}
    assert told["mayor"].by == "rule"
    assert "cues.csv line" in told["mayor"].reason
    assert not any("no source of it" in left for left in told["author"].ruled_out)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("There are no soldiers in the camp.", "soldiers", "a force that is said to be somewhere"),
        ("The kingdom has 300 soldiers in the valley.", "has", "a force that is said to be"),
        ("There is no bread in Aleppo.", "bread", "what is said to be lacking"),
        ("The hospital in Aleppo has fuel for nine days.", "fuel", "how long it will last"),
    ],
)
def test_what_no_word_names_has_its_row(rules: Reader, text: str, trigger: str, told: str) -> None:
    """Its entries stood in code, where no row was found: the reason was empty."""
    reason = whys(rules, text, trigger)["trigger"].reason
    assert told in reason
    assert "triggers/unnamed.csv line" in reason


def test_what_is_hard_to_get_is_no_force(rules: Reader) -> None:
    """It has the frame of a force that is somewhere, and was explained as one."""
    found = whys(rules, "It is impossible to find flour in the town of Aleppo.", "impossible")
    assert "triggers/modifiers.csv line" in found["trigger"].reason
    assert "(sought:supply)" in found["event"].reason
    assert not any("force" in found[slot].reason for slot in ("trigger", "event"))


def test_a_force_that_a_word_places_is_told_by_its_row(rules: Reader) -> None:
    found = whys(rules, "The fleet is present in the gulf.", "present")
    assert "triggers/modifiers.csv line" in found["trigger"].reason
    assert found["event"].reason == "a force in a place is a condition"


@pytest.mark.parametrize(
    ("text", "trigger", "slot", "decided"),
    [
        ("The guards often beat the prisoners.", "beat", "status", ["beat"]),
        ("The planned raid took place.", "raid", "status", ["took"]),
        ("It is not clear if the army has left the town.", "left", "status", ["left"]),
        ("The army would plan to attack the town.", "attack", "status", ["would"]),
        ("The envoys are negotiating a truce.", "negotiating", "status", ["negotiating"]),
        ("The claim that the army shelled it is untrue.", "shelled", "polarity", ["untrue"]),
        ("The withdrawal has not begun.", "withdrawal", "polarity", ["not"]),
        ("Nothing suggests that the army left the town.", "left", "polarity", ["Nothing"]),
        ("The siege of the town was lifted.", "siege", "polarity", ["siege", "lifted"]),
    ],
)
def test_what_moves_nothing_by_itself_is_not_cited(
    rules: Reader, text: str, trigger: str, slot: str, decided: list[str]
) -> None:
    """A list in code named some kinds of such rows; others had come since, and were cited."""
    why = whys(rules, text, trigger)[slot]
    assert [span.text for span in why.words] == decided
    assert "→ occurred" not in why.reason


@pytest.mark.parametrize(
    ("text", "trigger", "reason"),
    [
        ("The story that the guards were hit is a fabrication.", "hit", "fabrication"),
        ("Far from shelling the town, the army left it.", "shelling", "as it is built"),
    ],
)
def test_what_is_denied_is_never_taken_for_granted(
    rules: Reader, text: str, trigger: str, reason: str
) -> None:
    """ "Nothing on the way up negates it" stood under a claim that was read as denied."""
    why = whys(rules, text, trigger)["polarity"]
    assert (why.value, why.by) == ("negative", "rule")
    assert reason in why.reason


@pytest.mark.parametrize("file", ["standing.csv", "negations.csv"])
def test_every_row_says_whether_it_moves_anything(file: str) -> None:
    assert {row["moves"] for row in rows(file)} <= {"yes", "no", "beside", "itself"}


def test_places_of_the_same_name_are_ruled_out(rules: Reader) -> None:
    found = whys(rules, "Libyan forces shelled Tripoli.", "shelled")["places"]
    assert "Tripoli (PPL, LY)" in found.reason
    assert any(left.startswith("Tripoli (LB") for left in found.ruled_out)


def test_what_is_silent_is_said_to_be(rules: Reader) -> None:
    found = whys(rules, "Shelling hit the town.", "Shelling")
    assert found["when"].by == "default"
    assert "publication day" in found["when"].reason
    assert (found["actors"].value, found["actors"].by) == ("", "default")


def test_heads_are_told_of_where_they_decide(language: Language) -> None:
    heard = Heard(
        language, "shelled", event="ASSAULT", code="ASSAULT/aerial", status="forecast",
        actor="army", place="Homs",
    )  # fmt: skip
    reader = Reader(heard)  # type: ignore[arg-type]
    found = whys(reader, "The army shelled Homs.", "shelled")
    assert {found[slot].by for slot in ("event", "polarity", "certainty", "actors")} == {"both"}
    assert (found["status"].value, found["status"].by) == ("forecast", "heads")
    assert "than of the rules' occurred" in found["status"].reason
    assert (found["mode"].value, found["mode"].by) == ("aerial", "heads")
    assert "the heads give it 0.90" in found["actors"].reason


def test_a_claim_of_the_heads_alone_says_so(language: Language) -> None:
    heard = Heard(language, "flimmered", event="ASSAULT", code="ASSAULT/aerial", actor="army")
    reader = Reader(heard)  # type: ignore[arg-type]
    found = whys(reader, "The army flimmered the depot.", "flimmered")
    assert {found[slot].by for slot in ("trigger", "event", "mode")} == {"heads"}
    assert "no row of the lexicon knows the word" in found["trigger"].reason


@pytest.mark.parametrize("name", GOLD)
def test_every_claim_of_a_document_can_be_explained(reader: Reader, name: str) -> None:
    path = ROOT / "src" / "fogline" / "demo" / "gold" / name
    reading = reader.read(document(path.read_text("utf-8")))
    text = reading.document.text
    for claim in reading.claims:
        found = explain(claim, reading, reader)
        assert {"trigger", "event", "status", "when"} <= {why.slot for why in found}
        for span in (s for why in found for s in why.words):
            assert text[span.start : span.end] == span.text
    assert reader.read(document(text)) == reading


def of(*ids: str) -> Reading:
    """A reading of nothing with claims of these ids."""
    named = (replace(CLAIM, id=name) for name in ids)
    return Reading(document("Nothing."), tuple(named), "test")


def test_a_claim_is_found_by_number_id_or_beginning() -> None:
    reading = of("claim:aa1", "claim:ab2")
    assert find([reading], "2")[1].id == "claim:ab2"
    assert find([reading], "claim:aa1")[1].id == "claim:aa1"
    assert find([reading, of("claim:c")], "ab")[1].id == "claim:ab2"


@pytest.mark.parametrize(
    ("wanted", "says"), [("3", "has 2"), ("a", "begins 2 claims"), ("f", "no claim 'f'")]
)
def test_what_means_no_one_claim_is_an_error(wanted: str, says: str) -> None:
    with pytest.raises(StopRun, match=says):
        find([of("claim:aa1", "claim:ab2")], wanted)


def test_a_claim_of_another_reader_is_an_error(rules: Reader) -> None:
    reading = rules.read(document("The army shelled Homs."))
    with pytest.raises(StopRun, match="does not read it"):
        explain(of("claim:aa").claims[0], reading, rules)
