"""Measure the player's frame rate: npm run build:bench, then python benchmarks/page_frames.py [--slow 4].

Two hundred units march in a headless Chromium whose processor is slowed through the DevTools protocol; the
page counts its own frames while it plays. Prints one line of JSON for each grain.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

BUILT = Path(__file__).parent.parent / "web" / "dist" / "bench" / "bench" / "index.html"
GRAINS = {"city": "sites=120&units=200", "country": "grain=country&sites=400&units=200"}


def play(page: Page, query: str, slow: float, seconds: float) -> dict[str, Any]:
    """Open the bench, slow the processor, play, and return what the page counted."""
    page.goto(f"{BUILT.as_uri()}?{query}")
    page.wait_for_selector(".player canvas")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    page.locator(".transport .play").click()
    page.wait_for_timeout(1500)
    result: dict[str, Any] = page.evaluate(f"measure({seconds})")
    return result


def main() -> None:
    """Measure both grains and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slow", type=float, default=4, help="how many times slower the processor is made")
    parser.add_argument("--seconds", type=float, default=5)
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for grain, query in GRAINS.items():
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            print(json.dumps({"grain": grain, "slow": asked.slow} | play(page, query, asked.slow, asked.seconds)))
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
