"""How many independent origins stand behind claims of one event: who of them may be somebody else.

Corroboration is easily overcounted. Papers print sentences of one agency without its name, an
outlet says again what it said, and "a monitor" is one that the next paper names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from fogline.model import ClaimOrigin
from fogline.weighing.measures.wording import tokens
from fogline.weighing.origin.reprinted import reprinted, reworded, signs
from fogline.weighing.sources.authorities import is_monitor, may_be, of_one_state, offices

SOURCE = "source:"  # begins the key of an authority
FOR_ITSELF = " speaks for itself"  # ends the reason of a publisher that is an authority
NAMELESS = ", without a name"  # ends the reason of a source that is only described
HEARSAY = ": it may be any other report"  # ends the reason of a voice that names only reports


def independent(claims: Iterable[str], voices: Mapping[str, ClaimOrigin]) -> tuple[str, ...]:
    """Return the keys of the independent origins behind claims of one event, sorted.

    A headline adds none where its text tells the same, and an unnamed military source none beside
    an army or a defence ministry whose he may be, nor "a monitor" beside one that is named, nor
    a body beside what is part of it, or one of a state beside another by which it speaks or fights.
    A document's own voice adds none where its origin already rests on an authority for the same
    event, nor does a second report of one outlet, nor an office ("the mayor") whose holder is cited
    by name, nor a source that is only described ("a charity") on a page that cites another by name,
    nor what an authority's own page tells around those whom it quotes. A document that has
    it from "reports" adds none of its own beside anything else. What two pages tell in the same
    words is of one origin, whoever they name for it.
    """
    kept = _kept([voice for claim in claims if (voice := voices.get(claim)) and voice.key])
    return tuple(sorted(set(_apart(kept).values()))) if len(kept) > 1 else tuple(kept)


def behind(claims: Iterable[str], voices: Mapping[str, ClaimOrigin]) -> dict[str, tuple[str, ...]]:
    """Return the independent origins behind claims of one event, each with its claims, in order.

    A claim that adds to none of them, such as a headline, stands with no origin.
    """
    told = {claim: voice for claim in claims if (voice := voices.get(claim)) and voice.key}
    kept = _kept(list(told.values()))
    home = _apart(kept)
    counted = {id(voice): home[key] for key, each in kept.items() for voice in each}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claim, voice in told.items():
        if id(voice) in counted:
            found[counted[id(voice)]].append(claim)
    return {key: tuple(found[key]) for key in sorted(found)}


def _kept(voices: Sequence[ClaimOrigin]) -> Mapping[str, Sequence[ClaimOrigin]]:
    """Return the voices that may count, by the origin for which each would."""
    told = _bodies(voices) if len(voices) > 1 else voices
    if len(told) == 1:
        return {alone(told[0]): told}
    rested = {voice.home for voice in told if not voice.own}
    told = _without_frames(told)
    keys = _named({voice.key for voice in told if not voice.own and voice.key} - _held_by(told))
    told = _without_nameless(_without_unnamed_monitors(told))
    heard = [voice for voice in told if voice.reason.endswith(HEARSAY)]
    retelling = {voice.document for voice in heard}
    told = [v for v in told if not (v.own and v.document in retelling)] or heard[:1]
    kept: defaultdict[str, list[ClaimOrigin]] = defaultdict(list)
    for voice in told:
        if not voice.own and voice.key in keys:
            kept[voice.key].append(voice)
        elif voice.own and voice.key not in keys and voice.home not in rested:
            kept[voice.outlet or voice.home].append(voice)
    return kept


def alone(voice: ClaimOrigin) -> str:
    """Return the key of an origin beside which there is no other: most events have one claim."""
    return voice.outlet or voice.home if voice.own or voice.key is None else voice.key


def _apart(kept: Mapping[str, Sequence[ClaimOrigin]]) -> dict[str, str]:
    """Return which origin each is: another one by its publisher or by the words of a sentence."""
    home = {key: key for key in kept}
    for one, other in combinations(sorted(kept, key=_rank), 2):
        if home[one] == home[other]:
            continue
        if _of_one_state(one, other) or _one_report(kept[one], kept[other]):
            gone, stays = home[other], home[one]
            home = {key: stays if of == gone else of for key, of in home.items()}
    return home


def _rank(key: str) -> tuple[bool, str]:
    return not key.startswith(SOURCE), key


def _of_one_state(one: str, other: str) -> bool:
    cited = one.startswith(SOURCE) and other.startswith(SOURCE)
    return cited and of_one_state(one.removeprefix(SOURCE), other.removeprefix(SOURCE))


def _one_report(ones: Sequence[ClaimOrigin], others: Sequence[ClaimOrigin]) -> bool:
    return any(_one_outlet(a, b) or _one_sentence(a, b) for a in ones for b in others)


def _one_outlet(a: ClaimOrigin, b: ClaimOrigin) -> bool:
    return a.own and b.own and bool(a.publisher) and a.publisher == b.publisher


def _one_sentence(a: ClaimOrigin, b: ClaimOrigin) -> bool:
    """Say whether two pages tell it in one sentence: where one names nobody for it, also in half of
    its words.
    """
    one, other = signs(a.wording), signs(b.wording)
    alike = reprinted(one, other) or ((a.own or b.own) and reworded(one, other))
    return alike and a.document != b.document


def _without_frames(told: Sequence[ClaimOrigin]) -> list[ClaimOrigin]:
    """Leave out what an authority's own page tells around those whom it quotes for the same."""
    quoting = {v.document for v in told if not (v.own or v.reason.endswith(FOR_ITSELF))}
    return [v for v in told if v.document not in quoting or not v.reason.endswith(FOR_ITSELF)]


def _bodies(told: Sequence[ClaimOrigin]) -> list[ClaimOrigin]:
    """Leave out headlines of documents that tell the event in their text as well."""
    in_text = {voice.document for voice in told if not voice.heading}
    return [voice for voice in told if not voice.heading or voice.document not in in_text]


def _without_unnamed_monitors(told: Sequence[ClaimOrigin]) -> list[ClaimOrigin]:
    """Leave out "a monitor" and "the watchdog" where one is named: it may be that one."""
    watching = [voice for voice in told if is_monitor(voice.reason)]
    named = [voice for voice in watching if not voice.own]
    return [voice for voice in told if not (named and voice.own and voice in watching)]


def _without_nameless(told: Sequence[ClaimOrigin]) -> list[ClaimOrigin]:
    """Leave out "a charity" where its page cites somebody by name as well: it may be that one."""
    named = {v.document for v in told if not v.own and not v.reason.endswith(NAMELESS)}
    return [v for v in told if v.document not in named or not v.reason.endswith(NAMELESS)]


def _named(keys: Set[str]) -> set[str]:
    """Leave out unnamed sources who may be of an authority that stands there by name."""
    named = {key: key.removeprefix(SOURCE) for key in keys if key.startswith(SOURCE)}
    return {
        key
        for key in keys
        if not any(may_be(named.get(key, ""), name) for k, name in named.items() if k != key)
    }


def _held_by(told: Iterable[ClaimOrigin]) -> set[str]:
    """Return the keys of offices whose holders are cited by name."""
    cited = [voice for voice in told if voice.key and voice.key.startswith(SOURCE)]
    by_key = [(voice, tokens(voice.key or "")) for voice in cited]
    held = {o for voice, key in by_key for o in offices(tokens(voice.reason)) - set(key)}
    return {voice.key or "" for voice, key in by_key if held.intersection(key)}
