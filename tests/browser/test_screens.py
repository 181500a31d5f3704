"""The screens of the page in a real browser: what a reader and a class do with them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualpower.telling.language import LANGUAGES, load

NARROW = (390, 844)
WORDS = load("en").texts["page"]


def test_a_figure_shows_its_table_and_gives_it_away(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'odds'")
    figure = page.locator("figure", has_text=WORDS["odds_title"]).first
    tabs = figure.get_by_role("tab")
    tabs.nth(0).focus()
    page.keyboard.press("ArrowRight")
    assert tabs.nth(1).get_attribute("aria-selected") == "true"
    shown = figure.locator("tbody tr")
    with page.expect_download() as waiting:
        figure.get_by_role("button", name=re.compile(WORDS["download_csv"])).click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == shown.count() + 1
    assert sum(float(row[1]) for row in rows[1:]) == pytest.approx(1, abs=0.01)
    assert waiting.value.suggested_filename.endswith(".csv")


def test_a_class_guesses_before_it_looks(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'what-if'")
    page.get_by_role("checkbox").check()
    page.locator("main fieldset").first.locator("input[type=radio]").nth(1).check()
    bars = page.locator("main figure").first
    assert bars.locator("svg").count() == 0
    assert "%" not in bars.locator("ul").inner_text()
    look = page.get_by_role("button", name=WORDS["look"])
    assert look.is_disabled()
    page.get_by_label(WORDS["guess_same"], exact=True).check()
    look.click()
    assert bars.locator("svg").count() > 0
    assert page.locator("[role=status]", has_text=WORDS["guess_same"]).count() == 1


def test_a_setting_can_be_sent_to_somebody(report_file: Path, opened: Callable[..., Any]) -> None:
    found = opened(report_file)
    page = found.page
    page.evaluate("location.hash = 'what-if'")
    page.locator("main fieldset").first.locator("input[type=radio]").nth(1).check()
    page.wait_for_function("() => location.hash.startsWith('#what-if/1')")
    sent = page.evaluate("location.hash")
    page.goto("about:blank")
    page.goto(report_file.as_uri() + sent)
    page.wait_for_selector("main fieldset")
    assert page.locator("main fieldset").first.locator("input[type=radio]").nth(1).is_checked()
    page.get_by_role("button", name=WORDS["all_to_chance"]).click()
    assert page.evaluate("location.hash") == "#what-if"


def test_the_odds_before_stay_as_an_outline(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'what-if'")
    page.wait_for_selector("main fieldset")
    bars = page.locator("main figure").first
    assert bars.locator("rect.before").count() == 0
    page.locator("main fieldset").first.locator("input[type=radio]").nth(1).check()
    page.wait_for_selector("rect.before", state="attached")
    page.get_by_role("button", name=WORDS["keep_as_outline"]).click()
    page.wait_for_selector("rect.before", state="detached")


def test_evidence_opens_from_a_lever_and_closes_to_where_it_was(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'what-if'")
    button = page.get_by_role("button", name=re.compile(WORDS["on_what_it_rests"])).first
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    assert dialog.locator("article, details").count() > 0
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    assert button.evaluate("(b) => b === document.activeElement")


def test_a_number_is_found_and_says_who_says_it(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'evidence'")
    search = page.get_by_role("searchbox")
    search.fill("kremlin")
    some = page.locator("main details")
    page.wait_for_function("() => document.querySelectorAll('main details').length > 0")
    some.first.locator("summary").click()
    assert some.first.locator("code").inner_text()
    search.fill("no such thing anywhere")
    page.wait_for_function("() => document.querySelectorAll('main details').length === 0")
    assert "0" in page.locator("main [role=status]").inner_text()


def test_an_hour_of_the_story_opens_the_player_there(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'story'")
    link = page.locator("main a[href^='#watch/']").last
    minute = int(link.get_attribute("href").split("/")[1])
    link.click()
    page.wait_for_selector("section.player, .player, canvas")
    assert page.evaluate("location.hash").startswith(f"#watch/{minute}")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_the_tour_stops_at_hours_that_the_log_has(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.evaluate("location.hash = 'story'")
    stops = page.locator("main section", has_text=WORDS["tour_title"]).locator("> ol > li")
    assert 2 <= stops.count() <= 6
    for i in range(stops.count()):
        assert WORDS["question"] in stops.nth(i).inner_text()


def test_the_skip_link_leads_to_the_heading(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == WORDS["skip"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_shows_its_key_and_no_slot_is_left(
    report_file: Path, opened: Callable[..., Any], language: str
) -> None:
    found = opened(report_file, size=NARROW)
    found.speak(language)
    keys = [key for key in WORDS if "_" in key]
    for screen in found.screens:
        found.go(screen)
        # what is to be copied has braces of its own
        text = found.page.evaluate(
            "() => document.querySelectorAll('pre').forEach((p) => p.remove()) ?? document.body.innerText"
        )
        assert not re.search(r"\{[a-z_]+\}|\[\w*\{|undefined|NaN", text), screen
        assert [key for key in keys if re.search(rf"\b{key}\b", text)] == [], screen


def test_on_paper_every_screen_is_there_without_its_buttons(report_file: Path, opened: Callable[..., Any]) -> None:
    page = opened(report_file).page
    page.emulate_media(media="print")
    page.wait_for_function("() => document.querySelectorAll('main h1').length > 1")
    told = page.locator("main h1").all_inner_texts()
    assert WORDS["title_odds"] in told and WORDS["title_cite"] in told and WORDS["title_watch"] not in told
    assert page.locator("main [role=tab]:visible").count() == 0
    page.emulate_media(media="screen")
    page.wait_for_function("() => document.querySelectorAll('main h1').length === 1")
