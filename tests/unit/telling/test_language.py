"""Plural forms, fallback and filling."""

from __future__ import annotations

import pytest

from dualpower.telling.language import Language, figures, fill, load, number, percent, pick


@pytest.mark.parametrize(
    ("code", "n", "said"),
    [
        ("en", 1, "1 man"), ("en", 0, "0 men"), ("en", 1500, "1,500 men"),
        ("es", 1, "1 hombre"), ("es", 80, "80 hombres"),
        ("pl", 1, "1 człowiek"), ("pl", 22, "22 ludzi"),
        ("ru", 1, "1 человек"), ("ru", 2, "2 человека"), ("ru", 5, "5 человек"), ("ru", 11, "11 человек"),
        ("ru", 21, "21 человек"), ("ru", 12, "12 человек"), ("ru", 104, "104 человека"),
    ],
)  # fmt: skip
def test_men_are_counted_in_the_right_form(code, n, said):
    assert load(code).count("men", n) == said


@pytest.mark.parametrize(
    ("n", "said"), [(1, "karabin"), (3, "karabiny"), (12, "karabinów"), (22, "karabiny"), (25, "karabinów")]
)
def test_polish_has_three_forms(n, said):
    assert load("pl").count("rifles", n) == f"{n} {said}"


COUNTED = (1, 2, 5, 12, 21, 22, 25, 101, 104, 112)
POLISH = ("one", "few", "many", "many", "many", "few", "many", "many", "few", "many")
RUSSIAN = ("one", "few", "many", "many", "one", "few", "many", "one", "few", "many")


@pytest.mark.parametrize(("code", "forms"), [("pl", POLISH), ("ru", RUSSIAN)])
def test_every_noun_is_counted_by_the_rule_of_the_language(code, forms):
    speech = load(code)
    for noun, said in speech.texts["plural"].items():
        for n, form in zip(COUNTED, forms, strict=True):
            assert speech.count(noun, n) == said[form].replace("{n}", str(n)), (noun, n)


def test_numbers_carry_the_marks_of_the_language():
    thin, fixed = "\u202f", "\u00a0"
    assert [number(1234, code) for code in ("en", "es", "pl", "ru")] == ["1,234", "1234", "1234", "1234"]
    assert number(12345, "pl") == number(12345, "es") == f"12{thin}345"
    assert number(-1234567.25, "ru", 2) == f"-1{thin}234{thin}567,25"
    assert (figures(0.25, "en"), figures(0.25, "es"), figures(12.0, "ru", 3)) == ("0.25", "0,25", "12")
    assert [percent(0.62, code) for code in ("en", "es", "pl", "ru")] == ["62 %", f"62{fixed}%", "62%", f"62{fixed}%"]


def test_a_bracket_goes_when_its_name_is_missing():
    text = "{unit} reaches [the {site} ]at last[: {men}]"
    assert fill(text, {"unit": "A", "site": "bridge", "men": "2 men"}) == "A reaches the bridge at last: 2 men"
    assert fill(text, {"unit": "A"}) == "A reaches at last"
    assert fill("{unit} waits", {}) == "— waits"


def test_a_text_that_is_missing_is_said_in_english_and_listed():
    part = Language("xx", {"language": {"plural": "one-other"}}, load("en"))
    assert part.word("words", "because") == "because"
    assert part.count("men", 2) == "2 men"
    assert "events.killed" in part.missing()
    assert part.word("events", "no-such-event") == "no-such-event"


def test_an_unknown_language_names_those_there_are():
    with pytest.raises(ValueError, match="en, es, pl, ru"):
        load("fr")


def test_a_scenario_s_text_falls_back_on_english():
    assert pick({"en": "Kremlin", "es": "Kremlin (es)"}, "es") == "Kremlin (es)"
    assert pick({"en": "Kremlin"}, "pl") == "Kremlin"
    assert pick({"ru": "Кремль"}, "pl") == "Кремль"
    assert pick(None, "en") == ""
