"""A text and its translation share an origin; two reports of one thing in two languages do not."""

from __future__ import annotations

from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.translations import alike, marks
from tests.weighing.newsroom import Reading, document, reading

ENGLISH = (
    "On 14 November shells hit the market of Orlin, the governor Idris Vell told Marsh Wire. At "
    "least 23 people were hurt, and 140 families left for Vessa. The bridge to Karsk was closed "
    "at 7:30, and a convoy of 12 lorries from Sarn turned back near Tolmin."
)
GERMAN = (
    "Am 14. November trafen Granaten den Markt von Orlin, sagte Gouverneur Idris Vell der Agentur "
    "Marsh Wire. Mindestens 23 Menschen wurden verletzt, 140 Familien gingen nach Vessa. Die "
    "Brücke nach Karsk wurde um 7:30 gesperrt, und ein Konvoi von 12 Lastern aus Sarn kehrte bei "
    "Tolmin um."
)
RUSSIAN = (
    "14 ноября снаряды попали в рынок Орлина, сказал губернатор Идрис Велл агентству Марш Вайр. "
    "Не менее 23 человек пострадали, 140 семей ушли в Вессу. Мост в Карск закрыли в 7:30, а "
    "колонна из 12 грузовиков из Сарна повернула назад у Толмина."
)
OTHER = (
    "Feuer auf dem Markt von Orlin: 23 Verletzte zählte das Spital in Vessa. Händlerinnen aus "
    "Karsk sagten, dass es 3 Einschläge waren. Das Rathaus sprach zunächst von 9 Verletzten. "
    "Die Fähre nach Tolmin fuhr am 14. November nicht, und auch der Bus aus Sarn fiel aus."
)


def page(text: str, publisher: str, language: str, day: str = "2016-11-14") -> Reading:
    return reading(text, publisher, day, language=language)


def test_a_translation_shares_the_origin_of_the_earlier_text() -> None:
    first = page(ENGLISH, "Orlin Post", "en")
    for text, language in ((GERMAN, "de"), (RUSSIAN, "ru")):
        later = page(text, "Vessa Times", language, "2016-11-15")
        (found,) = origins([later, first])
        assert found.root == first.document.id
        (tied,) = (m for m in found.members if m.relation == "translation")
        assert tied.document == later.document.id
        assert "names and numbers" in tied.evidence
        assert "published later" in tied.evidence


def test_another_report_of_the_same_in_another_language_is_its_own() -> None:
    assert len(origins([page(ENGLISH, "Orlin Post", "en"), page(OTHER, "Karsk Bote", "de")])) == 2


def test_texts_of_one_language_are_no_translations_of_each_other() -> None:
    one, other = page(GERMAN, "Karsk Bote", "de"), page(RUSSIAN, "Vessa Times", "de")
    assert all(m.relation != "translation" for o in origins([one, other]) for m in o.members)


def test_names_are_known_in_any_script() -> None:
    number, share = alike(marks(document(ENGLISH)), marks(document(RUSSIAN)))
    assert number >= 12
    assert share > 0.8


def test_a_page_that_says_so_is_a_translation() -> None:
    first = page(ENGLISH, "Orlin Post", "en")
    said = page(
        "Translated from Orlin Post: the market of Orlin was hit by shells, 23 people were hurt, "
        "140 families left for Vessa, the bridge to Karsk is closed.",
        "Vessa Times",
        "en",
        "2016-11-15",
    )
    (found,) = origins([first, said])
    assert "translation" in {m.relation for m in found.members}
