"""Two histories side by side in a real browser: one clock, one scrubber, where they part, keys, words and tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualpower.telling.language import LANGUAGES, load

WIDE, NARROW = (1366, 768), (390, 844)
WORDS = load("en").texts["player"]
SAME_LUCK = load("en").texts["page"]["same_luck"]


@pytest.fixture
def double(report_file: Path, opened: Callable[..., Any]) -> Callable[..., Any]:
    """Open the report at the first history, with its twin on the same luck beside it."""

    def at(language: str = "en", **how: Any) -> Any:
        found = opened(report_file, **how)
        found.go("#watch")
        choice = found.page.locator(".beside select")
        twin = choice.locator("option", has_text=SAME_LUCK)
        assert twin.count() == 1
        choice.select_option(twin.get_attribute("value"))
        if language != "en":
            found.speak(language)
        found.page.wait_for_function("() => document.querySelectorAll('.double canvas').length >= 4")
        return found.page

    return at


def minute(page: Any) -> int:
    return int(page.locator(".scrubber input").input_value())


def pictures(page: Any) -> list[str]:
    page.wait_for_timeout(300)
    return [
        str(page.locator(f".side:nth-child({i}) canvas").first.evaluate("canvas => canvas.toDataURL()")) for i in (1, 2)
    ]


def test_one_clock_moves_both_maps(double: Callable[..., Any]) -> None:
    page = double()
    assert page.locator(".scrubber input").count() == 1
    assert page.locator(".transport .play").count() == page.locator(".clock").count() == 1
    first = pictures(page)
    assert first[0] != "" and minute(page) == 0
    page.locator(".transport .play").click()
    page.wait_for_function("() => Number(document.querySelector('.scrubber input').value) > 20")
    page.locator(".transport .play").click()
    later = pictures(page)
    assert later[0] != first[0] and later[1] != first[1]
    rested = minute(page)
    page.wait_for_timeout(400)
    assert minute(page) == rested


def test_it_says_where_they_part_and_goes_there(double: Callable[..., Any]) -> None:
    page = double()
    until = page.locator(".parted .until")
    assert re.match(WORDS["part_until"].replace("{moment}", ".+"), until.inner_text())
    told = page.locator(".side .first")
    assert told.count() == 2 and told.nth(0).inner_text() != told.nth(1).inner_text()
    before = page.locator(".log")
    assert before.count() == 0
    until.get_by_role("button").click()
    parted = minute(page)
    clock = page.locator(".clock .hour").inner_text()
    assert parted > 0 and clock in until.inner_text()
    page.locator("#tab-log").click()
    rows = page.locator(".half .log [aria-current=true] .what")
    assert rows.count() == 2 and rows.nth(0).inner_text() != rows.nth(1).inner_text()
    rest = page.evaluate("location.hash").split("/")
    assert rest[0] == "#watch" and int(rest[1]) == parted and rest[2] != rest[3]


def test_up_to_there_they_are_one_history(double: Callable[..., Any]) -> None:
    page = double()
    page.locator(".parted .until button").click()
    parted = minute(page)
    page.locator(".scrubber input").fill(str(max(0, parted - 1)))
    page.locator("#tab-tables").click()
    for which in (0, 1):
        page.locator(".half").first.locator(".which button").nth(which).click()
        page.locator(".half").nth(1).locator(".which button").nth(which).click()
        left, right = (page.locator(".half").nth(i).locator("tbody").inner_text() for i in (0, 1))
        assert left == right and left.strip()


def test_what_differs_is_a_table_at_the_hour_of_the_clock(double: Callable[..., Any]) -> None:
    page = double()
    counted = page.locator(".apart caption").nth(1)
    assert " 0 " in counted.inner_text()
    page.locator(".scrubber input").press("End")
    sides = page.locator(".apart table").first.locator("tbody tr")
    assert sides.count() >= 2
    otherwise = page.locator(".apart table").nth(1).locator("tbody tr")
    assert f" {otherwise.count()} " in counted.inner_text()


def test_the_keys_steer_both_and_a_choice_is_made_on_both(double: Callable[..., Any]) -> None:
    page = double()
    page.locator(".transport .keys").focus()
    seen = []
    for _ in range(4):
        page.keyboard.press("n")
        seen.append(minute(page))
    assert seen == sorted(seen)
    page.keyboard.press("+")
    first = pictures(page)
    page.keyboard.press("d")
    moved = pictures(page)
    assert all(a != b for a, b in zip(first, moved, strict=True))
    page.locator("#tab-details").click()
    places = page.locator(".half .details label:first-child select")
    places.nth(0).select_option(index=2)
    assert places.nth(1).input_value() == places.nth(0).input_value()
    assert page.locator(".half .card h3").all_inner_texts()[0] == page.locator(".half .card h3").all_inner_texts()[1]


def test_a_hand_on_one_map_moves_the_other(double: Callable[..., Any]) -> None:
    page = double()
    before = pictures(page)
    box = page.locator(".side:nth-child(1) canvas").first.bounding_box()
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.wheel(0, -400)
    after = pictures(page)
    assert after[0] != before[0] and after[1] != before[1]


def test_both_are_said_to_those_who_listen(double: Callable[..., Any]) -> None:
    page = double()
    page.locator(".parted .until button").click()
    page.wait_for_function(
        "() => /A: .+ B: /.test(document.querySelector('.player [aria-live]').textContent)", timeout=8000
    )


def test_strangers_are_called_strangers(report_file: Path, opened: Callable[..., Any]) -> None:
    found = opened(report_file)
    found.go("#watch")
    choice = found.page.locator(".beside select")
    strange = choice.locator("option").filter(has_not_text=SAME_LUCK).nth(1)
    choice.select_option(strange.get_attribute("value"))
    found.page.wait_for_selector(".double canvas")
    assert WORDS["part_strangers"] in found.page.locator(".parted").inner_text()
    assert found.page.locator(".side .first").count() == 0


def test_a_twin_can_be_taken_away_again(double: Callable[..., Any]) -> None:
    page = double()
    page.locator(".beside select").select_option("-1")
    page.wait_for_selector(".player:not(.double) canvas")
    assert page.locator(".double").count() == 0 and page.evaluate("location.hash").count("/") == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_state_of_two_histories_has_a_fault(
    double: Callable[..., Any], axe: Callable[[Any], list[str]], size: Any, language: str
) -> None:
    page = double(language, size=size)
    faults = {}
    for tab in ("apart", "log", "details", "tables"):
        page.locator(f"#tab-{tab}").click()
        if tab == "log":
            page.locator(".log li button").first.click()
        faults[tab] = axe(page)
    page.locator(".legend summary").click()
    faults["legend"] = axe(page)
    assert {state: wrong for state, wrong in faults.items() if wrong} == {}
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if size == NARROW:
        tops = [page.locator(".side").nth(i).bounding_box()["y"] for i in (0, 1)]
        assert tops[1] > tops[0] + 200  # one above the other
