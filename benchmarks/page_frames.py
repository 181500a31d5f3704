"""Measure the page in a headless Chromium: the player's frames, and how soon a report answers.

    npm run build:bench (in web/), then
    python -m benchmarks.page_frames [--slow 4] [--seconds 5] [--report FILE] [--save]

Two hundred units march while the processor is slowed through the DevTools protocol; the page counts its own frames
and the pictures of the map, and the fewer of the two are its frames a second. The browser slows the page's own
thread alone, not the thread that paints; so the same is measured with the page painting by itself (``here``), and
the processor's time for a frame on the page's thread is measured unslowed. A report is interactive when its heading
is painted and no task longer than 50 ms runs any more (none follows for two seconds), in a browser just begun; it
answers when its heading stands and a click on a screen has changed the address, the tool's own work for it
included. ``--save`` writes what was found to the benchmarks' results:
only on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

BUILT = Path(__file__).parent.parent / "web" / "dist" / "bench" / "bench" / "index.html"
GRAINS = {"city": "sites=120&units=200", "country": "grain=country&sites=400&units=200"}
PAINTED = {"afar": "", "here": "&here=1"}
ASKED = "Frames a second of the player with 200 units on the march, and seconds until a report answers"
WIDE = {"width": 1366, "height": 768}
TIMES = 5
LONG_TASKS = """window.ends = [0];
new PerformanceObserver((list) => list.getEntries().forEach((one) => window.ends.push(one.startTime + one.duration)))
  .observe({ type: "longtask", buffered: true });"""


def play(page: Page, query: str, slow: float, seconds: float) -> tuple[dict[str, Any], float]:
    """Play the bench; what the page counted, and ms of its own thread's time for a frame."""
    page.goto(f"{BUILT.as_uri()}?{query}")
    page.wait_for_selector(".player canvas")
    tools = page.context.new_cdp_session(page)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": slow})
    tools.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.locator(".transport .play").click()
    page.wait_for_timeout(1500)
    before = spent(tools)
    found: dict[str, Any] = page.evaluate(f"measure({seconds})")
    return found, (spent(tools) - before) / found["frames"]


def spent(tools: Any) -> float:
    """Return the processor's time that the page's thread has had, ms."""
    metrics = tools.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) * 1000 for one in metrics if one["name"] == "TaskDuration")


def frames(browser: Browser, slow: float, seconds: float) -> list[dict[str, Any]]:
    """Return a row for each grain and way of painting."""
    rows = []
    for grain, query in GRAINS.items():
        for painted, how in PAINTED.items():
            found = []
            for rate in (slow, 1):
                page = browser.new_page(viewport=WIDE)
                found.append(play(page, query + how, rate, seconds))
                page.close()
            (slowed, _), (_, own) = found
            row = {"grain": grain, "painted": painted, "slowed": slow, "frames_per_second": round(slowed["fps"], 1)}
            rows.append(
                row | {"longest_wait_ms": round(slowed["worst"], 1), "page_ms_per_frame_unslowed": round(own, 2)}
            )
            print(json.dumps(rows[-1]), flush=True)
    return rows


def interactive(playwright: Playwright, chromium: str | None, report: Path, slow: float) -> float:
    """Return the seconds until a report is painted and its last long task is over, in a browser just begun."""
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
    page = browser.new_page(viewport=WIDE)
    page.add_init_script(LONG_TASKS)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.goto(report.resolve().as_uri(), wait_until="commit")
    page.wait_for_selector("h1", state="visible")
    page.wait_for_timeout(2000)
    ended: float = page.evaluate(
        "Math.max(...window.ends, ...performance.getEntriesByType('paint').map((one) => one.startTime))"
    )
    browser.close()
    return ended / 1000


def answers(browser: Browser, report: Path, slow: float) -> float:
    """Return the seconds from opening a report until it has answered a click."""
    context = browser.new_context(viewport=WIDE, offline=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    begun = time.perf_counter()
    page.goto(report.resolve().as_uri(), wait_until="commit")
    page.wait_for_selector("h1", state="visible")
    page.locator("nav a").nth(2).click()
    page.wait_for_function("location.hash.length > 1")
    took = time.perf_counter() - begun
    context.close()
    return took


def main() -> None:
    """Measure, print, and save where it is asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--slow", type=float, default=4, help="how many times slower the processor is made")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--report", type=Path, help="a report whose first answer is timed")
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found: dict[str, Any] = {"frames": frames(browser, asked.slow, asked.seconds)}
        if asked.report:
            for rate in (asked.slow, 1):
                for name, taken in (
                    ("interactive", [interactive(playwright, chromium, asked.report, rate) for _ in range(TIMES)]),
                    ("answers", [answers(browser, asked.report, rate) for _ in range(TIMES)]),
                ):
                    taken.sort()
                    told = {"median": taken[TIMES // 2], "low": taken[0], "high": taken[-1], "repetitions": TIMES}
                    found[f"report_{name}_seconds" + (f"_slowed_{rate:g}" if rate > 1 else "")] = told
                    print(name, rate, json.dumps(told), flush=True)
        browser.close()
    if asked.save:
        from . import common, render

        common.save("page", ASKED, found)
        render.write()


if __name__ == "__main__":
    main()
