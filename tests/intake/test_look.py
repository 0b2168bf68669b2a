"""The first look: what tells of a conflict is kept in every language, the rest is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from fogline import intake
from fogline.errors import SkipItem
from fogline.intake import custody, look
from fogline.model import Capture
from fogline.settings import Settings

WAR = {
    "en": "The army shelled the market of Orvelo, and the rebels said that twelve were killed.",
    "de": "Die Armee hat den Markt beschossen, und nach Angaben der Rebellen sind zwölf Zivilisten "
    "bei dem Angriff gestorben.",
    "fr": "L'armée a bombardé le marché de la ville et les rebelles parlent de douze civils tués.",
    "es": "El ejército bombardeó el mercado de la ciudad y los rebeldes hablan de doce civiles.",
    "ru": "Армия обстреляла рынок в городе, и по словам повстанцев погибли двенадцать солдат.",
    "ar": "قصف الجيش السوق في المدينة وقالت المعارضة إن القتلى من المدنيين في هجوم على قوات",
}
PEACE = (
    "The bakery on the corner of the square has a new oven, and the bread that it bakes for the "
    "people of the town in the morning is as good as that of the year before."
)


def page(title: str, text: str) -> str:
    menu = "<nav>War Army Attack Rebels Killed Shelling</nav>"
    return f"<html><head><title>{title}</title></head><body>{menu}<p>{text}</p></body></html>"


@pytest.mark.parametrize("language", WAR)
def test_a_report_is_kept_in_its_language(language: str) -> None:
    found = look.look(page("", WAR[language]))
    assert (found.relevant, found.language) == (True, language)


def test_what_tells_of_no_conflict_is_dropped_whatever_the_menu_says() -> None:
    found = look.look(page("A new oven", PEACE))
    assert (found.relevant, found.language, found.title) == (False, "en", "A new oven")


def test_a_language_that_is_not_known_is_never_dropped() -> None:
    assert look.look(page("", "Ang tinapay ay masarap sa umaga kung mainit pa ito.")).relevant
    assert look.look("").relevant


def test_every_few_is_one_of_the_words() -> None:
    for topic in look.topics().values():
        assert all(topic.begins.fullmatch(stem) for stem in topic.few)


def test_it_is_asked_only_where_wanted() -> None:
    wanted = Settings(first_look=True)
    captures = [
        custody.capture(page(title, text).encode(), "text/html", title)
        for title, text in (("A new oven", PEACE), ("Shelling", WAR["en"] * 3))
    ]
    assert reason(captures[0], wanted) == "off-topic"
    assert reason(captures[0], Settings()) is reason(captures[1], wanted) is None


def reason(capture: Capture, settings: Settings) -> str | None:
    try:
        intake.document(capture, settings)
    except SkipItem as skip:
        return skip.reason
    return None


def test_the_command_says_how_many_were_dropped_and_is_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from fogline.cli import main

    (tmp_path / "a.html").write_text(page("A new oven", PEACE))
    monkeypatch.setattr("sys.argv", ["fogline", "add", "--on-topic", str(tmp_path / "a.html")])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capfd.readouterr()
    assert ended.value.code == 0 and told.err == ""
    assert "1 dropped" in told.out and "1 off-topic" in told.out
