"""Every language keeps the placeholders, has the plural forms its grammar needs, and lists what it lacks."""

from __future__ import annotations

import re

import pytest

from dualpower.telling.language import FORMS, LANGUAGES, PLURALS, fill, load

OTHERS = [code for code in LANGUAGES if code != "en"]


def slots(text):
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_missing(code):
    assert load(code).missing() == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_unknown_to_the_english_catalogue(code):
    english = load("en").texts
    for section, keys in load(code).texts.items():
        assert set(keys) <= set(english[section]), section


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("section", [s for s in load("en").texts if s not in ("language", "plural")])
def test_the_placeholders_are_kept(code, section):
    english = load("en").texts[section]
    for key, text in load(code).texts[section].items():
        assert slots(str(text)) == slots(str(english[key])), f"{code} {section}.{key}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_counted_noun_has_every_form(code):
    texts = load(code).texts
    rule = texts["language"]["plural"]
    for noun, forms in texts["plural"].items():
        assert set(forms) == set(FORMS[rule]), f"{code} {noun}"
    assert {PLURALS[rule](n) for n in range(200)} == set(FORMS[rule])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_loses_its_brackets_and_never_doubles_a_blank(code):
    for key, text in load(code).texts["events"].items():
        bare = fill(text, {})
        assert not re.search(r"[\[\]{}]|  | [,.;:]", bare), f"{code} {key}: {bare!r}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_calendar_has_twelve_months_and_seven_days(code):
    calendar = load(code).texts["calendar"]
    assert len(set(calendar["months"])) == 12 and len(set(calendar["weekdays"])) == 7
