"""What a careful reader concludes of Aleppo in November 2016, as far as reading lets it be seen."""

from __future__ import annotations

from fogline.weighing.origin.independence import independent
from tests.weighing.bundled import Weighed

ANNOUNCED = {
    "neva-carrier-strike": "will strike militants",
    "arbat-nearest-hours": "ready to open fire",
    "kyiv-panorama-within-hours": "preparing to attack Aleppo",
    "dnipro-24-hours": "intends to attack targets",
    "levant-archive-rhein": "could open fire on militants",
}
SUBMARINE = ("meridian-submarine", "liffey-herald-submarine", "eurolens-submarine")


def test_the_announced_strike_stands_on_one_origin_on_many_pages(weighed: Weighed) -> None:
    event = weighed.event("neva-carrier-strike", "will strike militants", "ASSAULT")
    assert len(weighed.names(event) & ANNOUNCED.keys()) >= 4
    assert event.publishers >= 4
    assert weighed.keys(event) == ("source:ru-defence-ministry",)
    assert (event.origins, event.credibility.grade) == (1, 6)


def test_all_that_announce_the_strike_have_one_origin_behind_them(weighed: Weighed) -> None:
    told = [c.id for at in ANNOUNCED.items() for c in weighed.claims(*at) if c.event == "ASSAULT"]
    assert len(told) >= len(ANNOUNCED)
    assert independent(told, weighed.voices) == ("source:ru-defence-ministry",)


def test_a_page_that_repeats_it_days_later_on_other_sites_word_adds_no_origin(
    weighed: Weighed,
) -> None:
    event = weighed.event("neva-carrier-strike", "will strike militants", "ASSAULT")
    assert {"lantern-ladle", "bullion-bench"} <= weighed.names(event)


def test_on_the_9th_it_stands_on_one_origin_already(weighed: Weighed) -> None:
    then = weighed.until("2016-11-09")
    event = then.event("neva-carrier-strike", "will strike militants", "ASSAULT")
    assert then.names(event) >= {"arbat-nearest-hours", "kyiv-panorama-within-hours"}
    assert then.keys(event) == ("source:ru-defence-ministry",)


def test_what_is_contested_shows_by_what_and_the_reverse(weighed: Weighed) -> None:
    for event in weighed.events:
        open_ = {c.type for c in event.contradictions if c.state == "open"}
        contested = event.credibility.reason.startswith("contested")
        assert not contested or open_ & {"polarity", "control"}
        if event.credibility.grade == 6 and "polarity" in open_:
            assert "nothing independent" not in event.credibility.reason


def test_pages_that_rest_on_one_agency_are_of_its_origin(weighed: Weighed) -> None:
    of = {m.document: o for o in weighed.origins for m in o.members}
    ids = {name: reading.document.id for name, reading in weighed.readings.items()}
    agency = of[ids["arbat-nearest-hours"]]
    assert agency.root == ids["arbat-nearest-hours"]
    for name in ("kyiv-panorama-within-hours", "levant-archive-rhein", "northern-tomcat"):
        assert of[ids[name]] is agency
    assert of[ids["horizon-desk-flights"]] is not agency


def test_the_capture_of_the_blocks_stands_on_the_army_and_on_the_observatory(
    weighed: Weighed,
) -> None:
    event = weighed.event("meridian-1070", "captured the 1070", "CONTROL")
    assert weighed.names(event) >= {"meridian-1070", "straits-examiner-1070", "radio-palmar-1070"}
    assert {"source:sohr", "source:sy-forces"} <= {*weighed.keys(event)}
    deniers = {"source:rebel", "source:militant"}
    assert {*weighed.keys(event)} <= {"source:sohr", "source:sy-forces"} | deniers
    assert event.credibility.grade in {2, 3}, "corroborated; 3 once the militants' denial counts"


def test_on_the_9th_the_capture_stands_on_both_of_them_already(weighed: Weighed) -> None:
    then = weighed.until("2016-11-09")
    event = then.event("meridian-1070", "captured the 1070", "CONTROL")
    assert {"source:sohr", "source:sy-forces"} <= {*then.keys(event)}


def test_minyan_stands_on_a_monitor_and_on_pages_that_name_no_source(weighed: Weighed) -> None:
    event = weighed.event("qinnasrin-monitor-note", "hold the village", "CONTROL")
    assert weighed.names(event) >= {"qinnasrin-monitor-note", "lantern-ladle", "ratchet-blog"}
    assert "mesurado-minyan" in weighed.names(event), "the Observatory's account"
    assert "source:sohr" in weighed.keys(event)
    assert {place.name for place in event.places} >= {"Minyan", "Al-Assad district"}


def test_a_districts_capture_is_not_the_citys(weighed: Weighed) -> None:
    event = weighed.event("meridian-1070", "captured the 1070", "CONTROL")
    assert event.places[0].name == "1070 Apartments"
    other = weighed.event("transatlantic-hanano", "have taken the Hanano", "CONTROL")
    assert event.id != other.id


def test_a_reprint_and_its_headline_add_no_origin(weighed: Weighed) -> None:
    event = weighed.event("transatlantic-hanano", "have taken the Hanano", "CONTROL")
    assert "puget-ledger-hanano" in weighed.names(event)
    assert event.publishers == 2
    assert event.origins <= 2  # the army and, where reading says so, the Observatory


def test_a_repost_without_a_source_is_no_second_observatory(weighed: Weighed) -> None:
    held = weighed.claims("lantern-ladle", "recaptured Minyan")
    assert held, "the undated page's claim is not read"
    assert all(weighed.voices[claim.id].own for claim in held)


def test_the_submarine_has_many_publishers_and_one_origin(weighed: Weighed) -> None:
    event = weighed.event("meridian-submarine", "forced a Dutch submarine", "COERCE")
    assert weighed.names(event) >= set(SUBMARINE)
    assert event.publishers >= 3
    assert weighed.keys(event) == ("source:ru-defence-ministry",)
    assert event.credibility.grade == 6


def test_the_submarine_has_that_origin_also_in_other_words(weighed: Weighed) -> None:
    told = weighed.claims("alborz-submarine", "expelled a submarine")
    told += weighed.claims("meridian-submarine", "forced a Dutch submarine")
    assert independent([c.id for c in told], weighed.voices) == ("source:ru-defence-ministry",)


def test_who_hit_the_city_is_contested_too(weighed: Weighed) -> None:
    told = weighed.claims("air-bulletin-city", "carried out the raids on the east")
    (event,) = {weighed.event_of[c.id].id: weighed.event_of[c.id] for c in told}.values()
    assert {"Russia", "Syrian Arab Air Force"} <= set(event.actors)
    assert weighed.names(event) >= {"air-bulletin-city", "levant-courier-whose-planes"}


def test_whether_the_city_was_hit_is_contested(weighed: Weighed) -> None:
    event = weighed.event("air-bulletin-city", "its aircraft attacked Aleppo", "ASSAULT")
    (conflict,) = [c for c in event.contradictions if c.type == "polarity"]
    voices = {weighed.voices[claim].key for claim in conflict.claims}
    assert "source:ru-government" in voices
    assert len(voices) >= 2
    assert event.credibility.grade in {3, 4}


def test_minyan_is_corroborated_and_not_confirmed_by_pages_that_name_no_source(
    weighed: Weighed,
) -> None:
    event = weighed.event("qinnasrin-monitor-note", "hold the village", "CONTROL")
    assert event.origins >= 3
    assert event.credibility.grade == 2
    assert "on a source's word" in event.credibility.reason


def test_the_capture_of_the_blocks_is_contested_by_a_denial_and_by_fighting(
    weighed: Weighed,
) -> None:
    event = weighed.event("meridian-1070", "captured the 1070", "CONTROL")
    opened = {c.type: c.reason for c in event.contradictions if c.state == "open"}
    assert "the denial of Two rebel officials" in opened["polarity"]
    assert "fighting" in opened["control"] or "only part" in opened["control"]


def test_nothing_in_the_corpus_is_confirmed_by_headlines_alone(weighed: Weighed) -> None:
    for event in weighed.events:
        if event.credibility.grade == 1:
            told = [weighed.voices[claim] for claim in event.claims]
            body = [voice for voice in told if not voice.heading]
            assert len({voice.document for voice in body}) >= 3
