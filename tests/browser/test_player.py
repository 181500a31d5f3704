"""The player in a real browser: it plays, it is scrubbed, it tells causes, and it heeds keys and wishes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WIDE, NARROW = (1366, 768), (390, 844)
MOST_MS = 2.5
MINUTES = re.compile(r"(\d\d):(\d\d)")


@pytest.fixture
def watch(report_file: Path, opened: Callable[..., Any]) -> Callable[..., Any]:
    """Open the report at the player."""

    def at(**how: Any) -> Any:
        found = opened(report_file, **how)
        found.go("#watch")
        found.page.wait_for_selector(".player canvas")
        return found.page

    return at


def clock(page: Any) -> str:
    """What the clock shows: the hour and the day."""
    return str(page.locator(".clock").inner_text())


def minute(page: Any) -> int:
    """The minute at which the scrubber stands."""
    return int(page.locator(".scrubber input").input_value())


def picture(page: Any) -> str:
    """The map as the browser drew it, without the names over it."""
    return str(page.locator(".frame canvas").first.evaluate("canvas => canvas.toDataURL()"))


def focus(page: Any) -> None:
    """Put the focus on a part of the player that has no keys of its own."""
    page.locator(".transport .keys").focus()


def test_it_plays_and_stops(watch: Callable[..., Any]) -> None:
    page = watch()
    begun, before = minute(page), clock(page)
    page.locator(".transport .play").click()
    page.wait_for_function("from => Number(document.querySelector('.scrubber input').value) > from + 20", arg=begun)
    page.locator(".transport .play").click()
    assert clock(page) != before
    rested = minute(page)
    page.wait_for_timeout(400)
    assert minute(page) == rested


def test_the_map_is_drawn_and_changes_with_time(watch: Callable[..., Any]) -> None:
    page = watch()
    page.wait_for_timeout(200)
    ground = page.locator(".frame canvas").first.evaluate(
        "canvas => new Set(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data).size"
    )
    assert ground > 20  # not one flat colour
    first = picture(page)
    page.locator(".scrubber input").press("End")
    page.wait_for_timeout(300)
    assert picture(page) != first


PIXELS = """canvas => {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
  copy.drawImage(canvas, 0, 0);
  return Array.from(copy.getImageData(0, 0, canvas.width, canvas.height).data).filter((_, i) => i % 97 === 0);
}"""
AFAR = "() => getComputedStyle(document.querySelector('.frame canvas')).opacity === '0'"
FRAMES = "n => new Promise(done => { const next = () => (n-- ? requestAnimationFrame(next) : done()); next(); })"
HERE = "() => getComputedStyle(document.querySelector('.frame canvas')).opacity === '1'"


def test_a_running_film_is_painted_by_a_thread_of_its_own(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator(".transport .play").click()
    page.wait_for_function(AFAR)
    beneath = page.locator(".frame .beneath")
    first = beneath.evaluate(PIXELS)
    assert len(set(first)) > 20  # not one flat colour
    page.wait_for_function(
        "from => Number(document.querySelector('.scrubber input').value) > from + 60", arg=minute(page)
    )
    assert beneath.evaluate(PIXELS) != first
    page.locator(".zoom button").nth(0).click()  # what is moved by hand is painted by the page, then handed over again
    page.wait_for_function(AFAR)
    page.locator(".transport .play").click()
    page.wait_for_function(HERE)
    assert page.workers


def test_without_a_thread_the_page_paints_by_itself(watch: Callable[..., Any]) -> None:
    page = watch()
    page.evaluate("() => { window.Worker = function () { throw new Error('refused'); }; }")
    first = picture(page)
    page.locator(".transport .play").click()
    page.wait_for_function("() => Number(document.querySelector('.scrubber input').value) > 60")
    assert page.evaluate(HERE)
    assert picture(page) != first


def test_a_running_film_leaves_the_page_its_time(watch: Callable[..., Any]) -> None:
    """Processor time of the page's own thread for a frame, the best of a few; painting here takes 3 ms and more."""
    page = watch()
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})

    def taken() -> float:
        found = tools.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) * 1000 for one in found if one["name"] == "TaskDuration")

    page.locator(".transport .play").click()
    page.wait_for_function(AFAR)
    frames, spent = 40, []
    for _ in range(4):
        before = taken()
        page.evaluate(FRAMES, frames)
        spent.append((taken() - before) / frames)
    assert min(spent) < MOST_MS, spent


def test_another_film_is_read_when_it_is_looked_at(report_file: Path, opened: Callable[..., Any]) -> None:
    found = opened(report_file)
    page = found.page
    page.evaluate("() => { location.hash = '#watch/0/1' }")
    page.wait_for_selector(".player canvas")
    page.locator(".scrubber input").press("End")
    page.wait_for_function("() => document.querySelectorAll('.log li button').length > 3")
    page.locator("#tab-tables").click()
    page.locator(".tables .which button").nth(1).click()
    assert page.locator(".tables tbody tr").count() > 0
    assert page.locator("#page-film-gz-1").count() == 0  # read, and let go
    assert found.errors == []


def test_arrows_on_the_scrubber_move_by_a_quarter_of_an_hour(watch: Callable[..., Any]) -> None:
    page = watch()
    scrubber = page.locator(".scrubber input")
    scrubber.press("Home")
    scrubber.press("ArrowRight")
    assert minute(page) == 15
    scrubber.press("Shift+ArrowRight")
    assert minute(page) == 75
    scrubber.press("ArrowLeft")
    assert minute(page) == 60
    told = MINUTES.search(scrubber.get_attribute("aria-valuetext"))
    assert told is not None
    assert told.group() in clock(page)


def test_keys_step_from_event_to_event(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator(".scrubber input").press("Home")
    focus(page)
    seen = []
    for _ in range(4):
        page.keyboard.press("n")
        seen.append(minute(page))
    assert seen == sorted(seen)
    assert page.locator(".log [aria-current=true]").count() == 1
    page.keyboard.press("p")
    assert minute(page) <= seen[-1]
    page.keyboard.press("g")
    assert minute(page) >= seen[-2]


def test_single_keys_can_be_switched_off(watch: Callable[..., Any]) -> None:
    page = watch()
    focus(page)
    page.keyboard.press("?")
    dialog = page.locator("dialog[open]")
    dialog.locator("input[type=checkbox]").uncheck()
    page.keyboard.press("Escape")
    focus(page)
    before = minute(page)
    for key in ("n", "ArrowRight", "?"):
        page.keyboard.press(key)
    assert minute(page) == before
    assert page.locator("dialog[open]").count() == 0


def test_a_sentence_opens_its_cause_and_its_evidence(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator(".log select").select_option("all")
    page.locator(".scrubber input").press("End")
    page.wait_for_timeout(200)
    page.locator(".log li button").last.click()
    chain = page.locator(".why li")
    assert chain.count() >= 1
    root = chain.last
    assert root.locator(".because").inner_text().strip()
    for row in range(page.locator(".log li button").count()):
        page.locator(".log li button").nth(row).click()
        if page.locator(".why .sources button").count():
            break
    page.locator(".why .sources button").first.click()
    page.wait_for_selector("dialog[open]")
    assert page.locator("dialog[open]").inner_text().strip()


def test_what_an_authority_believes_looks_different(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator(".scrubber input").press("End")
    page.wait_for_timeout(300)
    truth = picture(page)
    page.locator(".layers label").nth(1).click()
    page.wait_for_timeout(300)
    assert picture(page) != truth


def test_places_and_units_are_chosen_without_a_mouse(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator("#tab-log").press("ArrowRight")
    place, unit = page.locator(".details select").nth(0), page.locator(".details select").nth(1)
    place.select_option(index=1)
    assert page.locator(".card h3").inner_text() == place.locator("option:checked").inner_text()
    unit.select_option(index=1)
    assert page.locator(".card h3").inner_text() == unit.locator("option:checked").inner_text()
    assert page.locator(".card table tbody tr").count() >= 2
    follow = page.locator(".card [aria-pressed]")
    follow.click()
    assert follow.get_attribute("aria-pressed") == "true"


def test_the_tables_hold_every_place_unit_and_event(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator("#tab-log").press("ArrowLeft")
    sites = page.locator(".tables tbody tr").count()
    page.locator("#tab-details").click()
    assert sites == page.locator(".details select").nth(0).locator("option").count() - 1
    page.locator("#tab-tables").click()
    for which in (1, 2):
        page.locator(".tables .which button").nth(which).click()
        assert page.locator(".tables tbody tr").count() > 0


def test_what_happens_is_said_to_those_who_listen(watch: Callable[..., Any]) -> None:
    page = watch()
    page.locator(".scrubber input").press("Home")
    focus(page)
    page.keyboard.press("g")
    page.wait_for_function("() => document.querySelector('.player [aria-live]').textContent.length > 10", timeout=6000)
    assert MINUTES.search(page.locator(".player [aria-live]").inner_text())


def test_less_motion_means_steps(watch: Callable[..., Any]) -> None:
    page = watch(reduced_motion="reduce")
    assert page.locator(".still").is_visible()
    assert page.locator(".transport fieldset").count() == 0
    page.locator(".scrubber input").press("Home")
    page.locator(".transport .play").click()
    page.wait_for_timeout(700)
    assert minute(page) == 0  # nothing runs between the steps
    page.wait_for_function("() => document.querySelector('.log [aria-current=true]') !== null", timeout=5000)


def test_the_map_is_moved_by_buttons_alone(watch: Callable[..., Any]) -> None:
    page = watch()
    page.wait_for_timeout(200)
    first = picture(page)
    page.locator(".zoom button").nth(0).click()
    page.wait_for_timeout(200)
    closer = picture(page)
    assert closer != first
    focus(page)
    page.keyboard.press("d")
    page.wait_for_timeout(200)
    assert picture(page) != closer
    page.locator(".zoom button").nth(2).click()
    page.wait_for_timeout(200)
    assert picture(page) == first


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_no_state_of_the_player_has_a_fault(
    watch: Callable[..., Any], axe: Callable[[Any], list[str]], size: Any
) -> None:
    page = watch(size=size)
    page.locator(".log li button").first.click()
    faults = {"why": axe(page)}
    page.locator("#tab-details").click()
    page.locator(".details select").nth(0).select_option(index=1)
    faults["place"] = axe(page)
    page.locator(".details select").nth(1).select_option(index=1)
    faults["unit"] = axe(page)
    page.locator("#tab-tables").click()
    page.locator(".layers label").nth(1).click()
    faults["tables"] = axe(page)
    page.locator(".legend summary").click()
    page.locator(".transport .keys").click()
    faults["keys"] = axe(page)
    assert {state: wrong for state, wrong in faults.items() if wrong} == {}
