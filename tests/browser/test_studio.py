"""The studio in a real browser: edit, run, watch, compare, restart, in four languages and by keyboard."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from dualpower.telling.language import LANGUAGES

ROOT = Path(__file__).parents[2]
WIDE, NARROW = (1366, 768), (390, 844)
PATIENCE = 30_000  # ms


class Studio:
    """A studio in a process of its own, that can be killed and started again in the same workspace."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: Any = None
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "dualpower", "studio", str(self.folder), "--port", str(self.port), "--no-open"]
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        self.process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, start_new_session=True)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                self.ask("GET", "/health")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise AssertionError("the studio did not start")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {} if body is None else {"content-type": "application/json"}
        request = urllib.request.Request(f"{self.url}/api{path}", data=data, headers=headers, method=method)  # noqa: S310
        with urllib.request.urlopen(request, timeout=90) as answer:  # noqa: S310
            text = answer.read()
        return json.loads(text) if text else None

    def run(self, **asked: Any) -> str:
        """Run an experiment to its end."""
        key = self.ask("POST", "/experiments", asked)["id"]
        end = time.monotonic() + 90
        while self.ask("GET", f"/experiments/{key}")["state"] in ("queued", "running"):
            assert time.monotonic() < end
            time.sleep(0.2)
        return str(key)


@pytest.fixture(scope="module")
def studio(compiled, tmp_path_factory):
    found = Studio(tmp_path_factory.mktemp("studio"))
    yield found
    found.kill()


@pytest.fixture(scope="module")
def pair(studio):
    """Two experiments on the same luck."""
    plain = studio.run(scenario="kremlin-call", runs=120, seed=7, title="As it was")
    return plain, studio.run(scenario="kremlin-call", runs=120, seed=7, variant="they-storm", title="Storm")


@pytest.fixture
def visit(chromium, studio):
    """Open an address of the studio; what the page complains of fails the test."""
    contexts, faults = [], []

    def open_(address="/", *, size=WIDE, language="en"):
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        context.add_init_script(f"localStorage.setItem('dualpower-language', '{language}')")
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(studio.url + address)
        page.locator("main h1").wait_for()
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def settled(page):
    """Wait until nothing on the page says that it is still loading."""
    page.locator("main h1").wait_for()
    for hint in page.locator("main p.hint[role=status]").all():
        hint.wait_for(state="hidden")
    return page


def type_at_end(page, text):
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def test_a_scenario_is_edited_into_error_and_back(visit, studio):
    page = visit()
    page.get_by_role("button", name=re.compile("Copy.*The call to the Kremlin")).click()
    page.get_by_label("Copy of kremlin-call").fill("my-call")
    page.get_by_role("button", name="Make it").click()
    page.get_by_text("Sound: it can be run.").wait_for()
    save = page.get_by_role("button", name="Save")
    assert save.is_disabled()
    type_at_end(page, "\nnonsense: 1\n")
    problem = page.locator("main ol li button").first
    problem.wait_for()
    assert "nonsense" in problem.inner_text() and "1 problem" in page.locator(".verdict").inner_text()
    page.keyboard.press("Control+Home")
    problem.click()
    line = int(problem.inner_text().split("line ")[1].split()[0])
    assert page.locator(".cm-activeLine").inner_text() == "nonsense: 1" and line > 3
    save.click()
    page.get_by_text("scenario.yaml is saved.").wait_for(state="attached")
    assert studio.ask("POST", "/scenarios/my-call/check", {"files": {}})["problems"]
    page.keyboard.press("Control+End")
    page.locator(".cm-content").focus()
    for _ in range(4):
        page.keyboard.press("Control+z")
    page.get_by_text("Sound: it can be run.").wait_for()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+s")
    page.get_by_text("scenario.yaml is saved.").wait_for(state="attached")
    page.wait_for_timeout(300)
    assert studio.ask("POST", "/scenarios/my-call/check", {"files": {}})["problems"] == []


def test_a_problem_and_its_cure_are_told_in_the_language_of_the_reader(visit, studio):
    studio.ask("POST", "/scenarios", {"id": "oshibka", "of": "kremlin-call"})
    (whole,) = [one for one in studio.ask("GET", "/scenarios/oshibka")["files"] if one["name"] == "scenario.yaml"]
    body = {"text": whole["text"].replace("calendar:", "calender:", 1), "digest": whole["digest"]}
    studio.ask("PUT", "/scenarios/oshibka/files/scenario.yaml", body)
    page = visit("/scenarios/oshibka", language="ru")
    slip = page.locator("main ol li button", has_text="E201")
    slip.wait_for()
    assert "неизвестное поле 'calender'" in slip.inner_text()
    assert "имелось в виду calendar?" in slip.inner_text()
    assert slip.locator("[lang=en]").count() == 0


def test_two_who_edit_the_same_file_are_told(visit, studio):
    studio.ask("POST", "/scenarios", {"id": "shared", "of": "kremlin-call"})
    page = visit("/scenarios/shared")
    page.get_by_text("Sound: it can be run.").wait_for()
    (there,) = [one for one in studio.ask("GET", "/scenarios/shared")["files"] if one["name"] == "scenario.yaml"]
    theirs = "# theirs\n" + there["text"]
    studio.ask("PUT", "/scenarios/shared/files/scenario.yaml", {"text": theirs, "digest": there["digest"]})
    type_at_end(page, "\n# mine\n")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").get_by_text("changed by somebody else").wait_for()
    page.get_by_role("button", name="Read theirs").click()
    page.get_by_text("changed by somebody else").wait_for(state="hidden")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.get_by_text("# theirs").wait_for()
    assert page.get_by_text("# mine").count() == 0


def test_a_scenario_of_the_program_is_read_only_and_its_tables_lead_to_their_lines(visit):
    page = visit("/scenarios/kremlin-call")
    page.get_by_text("came with the program and is read only").wait_for()
    page.locator(".cm-content").click()
    page.keyboard.type("x")
    assert page.get_by_role("button", name="Save").count() == 0
    page.get_by_role("tab", name="Order of battle").click()
    row = page.locator("tbody th button").first
    unit = row.inner_text().split(":")[0].strip()
    row.click()
    page.locator(".cm-activeLine").wait_for()
    assert unit in page.locator(".cm-activeLine").inner_text()


def test_an_experiment_is_begun_watched_and_looked_at(visit, studio):
    page = visit("/experiments?scenario=kremlin-call")
    settled(page)
    page.get_by_label("How many histories").fill("300")
    page.get_by_label("Seed of its luck").fill("11")
    page.get_by_label("Title").fill("From the browser")
    page.get_by_role("button", name="Begin").click()
    item = page.locator("li", has_text="From the browser")
    item.get_by_text("done", exact=True).wait_for(timeout=180_000)
    assert "300 of 300 histories" in item.inner_text()
    item.get_by_role("link", name="From the browser").click()
    page.get_by_role("heading", name="How the story ends").wait_for()
    page.get_by_role("link", name="Watch", exact=True).click()
    page.get_by_role("heading", name="Watch it happen").wait_for()
    page.get_by_label("Watch history number").fill("17")
    page.get_by_role("button", name="Watch", exact=True).click()
    page.get_by_text("The one you asked for").first.wait_for()
    with page.expect_download() as taking:
        page.get_by_text("Take the data").click()
        page.get_by_role("link", name="outcomes.csv").click()
    assert taking.value.suggested_filename.endswith("outcomes.csv")


def test_two_experiments_are_compared_pair_by_pair(visit, pair):
    page = visit("/experiments")
    for name in (re.compile("compare.*As it was"), re.compile("compare.*Storm")):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("link", name="Compare these two").click()
    page.get_by_text("Both have the same luck").wait_for()
    page.get_by_role("heading", name="How far the odds move").wait_for()
    text = page.locator("main").inner_text()
    assert "Of these pairs" in text and ("likelier" in text or "less likely" in text)
    page.get_by_role("tab", name="Table").click()
    assert page.locator("tbody tr").count() >= 2


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_pair_is_watched_side_by_side(visit, axe, pair, size):
    page = visit(f"/compare?first={pair[0]}&second={pair[1]}", size=size)
    page.get_by_role("heading", name="A pair of histories, side by side").wait_for()
    page.locator(".row.parted button").first.click()
    page.locator(".double canvas").first.wait_for()
    until = page.locator(".parted .until")
    assert "The same until" in until.inner_text()
    until.get_by_role("button").click()
    assert int(page.locator(".scrubber input").input_value()) > 0
    told = page.locator(".side .first").all_inner_texts()
    assert len(told) == 2 and told[0] != told[1]
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_experiments_of_different_scenarios_are_strangers_whatever_their_seed(visit, studio, pair):
    other = studio.run(scenario="petrograd-1917", runs=2, seed=7, title="Elsewhere")
    page = visit(f"/compare?first={pair[0]}&second={other}")
    page.get_by_text("They tell of different scenarios").wait_for()
    page.get_by_text("cannot be watched side by side").wait_for()
    assert page.get_by_text("Of these pairs").count() == 0


def test_a_killed_studio_goes_on_where_it_was(visit, studio, pair):
    key = studio.ask("POST", "/experiments", {"scenario": "moscow-1917", "runs": 200, "title": "Long"})["id"]
    page = visit(f"/experiments/{key}")
    end = time.monotonic() + 60
    while studio.ask("GET", f"/experiments/{key}")["done"] == 0:
        assert time.monotonic() < end
        time.sleep(0.2)
    studio.kill()
    studio.start()
    assert {one["id"] for one in studio.ask("GET", "/experiments")["experiments"]} >= {key, *pair}
    page.locator(".state.finished").wait_for(timeout=240_000)  # the page found the studio again by itself
    assert studio.ask("GET", f"/experiments/{key}")["done"] == 200


def test_one_history_is_watched_from_the_list(visit):
    page = visit()
    page.get_by_role("link", name=re.compile("Watch one history.*The call to the Kremlin")).last.click()
    page.get_by_role("heading", name="Watch it happen").wait_for()
    page.emulate_media(reduced_motion="no-preference")
    page.locator(".transport .play").click()  # its pictures are painted by a thread that the studio's rules allow
    page.wait_for_function("() => getComputedStyle(document.querySelector('.frame canvas')).opacity === '0'")
    before = page.url
    page.get_by_role("button", name="The next one").click()
    page.locator("main form").get_by_label("History number").wait_for()
    assert page.locator("main form").get_by_label("History number").input_value() == "1" and page.url.startswith(
        before[:30]
    )


def test_the_whole_journey_by_keyboard(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    button = page.get_by_role("button", name="A new scenario")
    for _ in range(10):
        page.keyboard.press("Tab")
        if button.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    page.keyboard.type("by-keyboard")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="by-keyboard").wait_for()
    page.locator(".cm-content").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('cm-content')"):
            break
    else:
        raise AssertionError("the text cannot be reached")
    page.keyboard.press("Tab")  # and it lets go
    assert not page.evaluate("document.activeElement.classList.contains('cm-content')")


def test_the_language_is_switched_and_kept(visit):
    page = visit()
    page.locator("header select").select_option("pl")
    page.get_by_role("heading", level=1, name="Scenariusze").wait_for()
    assert page.evaluate("document.documentElement.lang") == "pl"
    page.get_by_role("link", name="Eksperymenty").click()
    page.get_by_role("heading", name="Nowy eksperyment").wait_for()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_screen_is_accessible_and_fits(visit, axe, pair, size, language):
    first, second = pair
    screens = ["/", "/experiments", f"/compare?first={first}&second={second}", "/scenarios/kremlin-call"]
    screens += [f"/experiments/{first}#{name}" for name in ("odds", "watch", "story", "evidence", "cite")]
    page = visit("/", size=size, language=language)
    for screen in screens:
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + screen)
        settled(page)
        page.wait_for_timeout(400)
        if "scenarios/" in screen:
            page.locator(".cm-content").wait_for()
        elif "experiments/" in screen:
            page.locator("main h2").first.wait_for()
        assert axe(page) == [], f"{screen} in {language}"
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{screen} in {language}"
        for tab in page.locator("main > .bar [role=tab]").all()[1:] if "scenarios/" in screen else []:
            tab.click()
            page.locator("main table").wait_for()
            assert axe(page) == [], f"{screen} {tab.inner_text()} in {language}"


def test_nothing_is_asked_of_another_host(visit, studio, pair):
    page = visit("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/", "/experiments", f"/experiments/{pair[0]}", "/scenarios/kremlin-call"):
        page.goto(studio.url + address)
        settled(page)
    assert asked and all(url.startswith((studio.url, "data:", "blob:")) for url in asked)
