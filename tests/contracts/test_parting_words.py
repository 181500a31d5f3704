"""The page looks for the parting of two films; what it takes for granted about their logs is what the log does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpower.telling.page import log

PARTING = Path(__file__).parents[2] / "web" / "src" / "player" / "parting.ts"


@pytest.mark.skipif(not PARTING.is_file(), reason="the sources of the page are not in this copy")
def test_the_page_knows_which_events_a_film_keeps():
    text = PARTING.read_text(encoding="utf-8")
    kept = re.search(r"export const KEPT = (\d+);", text)
    drawn = re.search(r"export const DRAWN: readonly string\[\] = \[(.*?)\];", text)
    assert kept is not None and int(kept.group(1)) == log.KEPT
    assert drawn is not None and set(re.findall(r'"([a-z-]+)"', drawn.group(1))) == log.DRAWN
