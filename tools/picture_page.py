"""Take the picture of the page that opens the README: a report, at one minute of its first film.

For example:  dualpower report moscow-1917 --seed 1917 -o moscow.html
              python tools/picture_page.py moscow.html docs/img/page.png --minute 4400

It needs the packages of the tests and a Chromium of the system.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> None:
    """Open the report without a network, wait until it stands still, and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--minute", type=int, default=4_400, help="minutes after the start of the story")
    parser.add_argument("--film", type=int, default=0, help="which of the histories in the report")
    asked = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{asked.report.resolve().as_uri()}#watch/{asked.minute}/{asked.film}")
        player = page.locator(".player")
        player.wait_for()
        page.wait_for_timeout(1_500)
        player.screenshot(path=asked.picture)
        browser.close()


if __name__ == "__main__":
    main()
