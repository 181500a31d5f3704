"""A real browser for the page: the system's Chromium, a report of a small scenario, and nothing downloaded."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDE, NARROW = (1366, 768), (390, 844)
SCENARIO, SEED = "kremlin-call", 7


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's browser, driven by Playwright; skips (fails on the build machine) where there is none."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no browser: chromium is not installed")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip("no browser: playwright is not installed")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report_file(compiled: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole report of a small scenario."""
    from dualpower.telling.page.html import template_home
    from dualpower.telling.page.report import report

    if not template_home().joinpath("template.html").is_file():
        pytest.skip("nothing for the browser: the page is not built")
    folder = tmp_path_factory.mktemp("report")
    made = report(
        SCENARIO, folder / "page.html", runs=120, pairs=40, each=30, seed=SEED, cache=folder / "cache", levers=5
    )
    assert made.file is not None
    return made.file


@dataclass
class Opened:
    """A page that was opened: what it asked for, and what it complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def screens(self) -> list[str]:
        """The addresses of the screens, as the navigation names them."""
        links = self.page.locator("header nav a[href^='#']")
        return [str(links.nth(i).get_attribute("href")) for i in range(links.count())]

    def go(self, address: str) -> None:
        """Go to a screen and wait until it stands."""
        self.page.evaluate("to => { location.hash = to }", address)
        self.page.wait_for_function("to => document.querySelector(`nav a[href='${to}'][aria-current]`)", arg=address)

    def speak(self, language: str) -> None:
        """Switch the language."""
        self.page.locator("header select").first.select_option(language)
        self.page.wait_for_function("to => document.documentElement.lang === to", arg=language)


@pytest.fixture
def opened(chromium: Any) -> Iterator[Callable[..., Opened]]:
    """Open a file from disk, with the network off: ``opened(file, size=NARROW, throttle=4)``."""
    contexts = []

    def open_(file: Path, *, size: tuple[int, int] = WIDE, throttle: float = 1, **how: Any) -> Opened:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, offline=True, **how)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("request", lambda request: found.requests.append(request.url))
        found.page.on("pageerror", lambda error: found.errors.append(str(error)))
        found.page.on("console", lambda message: message.type == "error" and found.errors.append(message.text))
        if throttle != 1:
            context.new_cdp_session(found.page).send("Emulation.setCPUThrottlingRate", {"rate": throttle})
        found.page.goto(file.as_uri(), wait_until="commit")
        found.page.wait_for_selector("main h1")
        return found

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> Callable[[Any], list[str]]:
    """Return the faults that axe finds in what a page shows (WCAG 2.2 A and AA), each in a line."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        pytest.skip("no browser test: axe-playwright-python is not installed")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    options = {"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]}
    checker = Axe()

    def faults(page: Any) -> list[str]:
        found = checker.run(page, options=options).response["violations"]
        return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]

    return faults
