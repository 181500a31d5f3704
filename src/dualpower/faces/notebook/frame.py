"""The player in a frame of its own: no network, no reach into the notebook, and never too large."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from dualpower.telling.page import contract
from dualpower.telling.page.html import data

MOST = 3_000_000  # characters of one frame: a notebook keeps every one of them
HEIGHT = 760  # points
END = "</body>"


def template() -> str:
    """Return the built player without data, or nothing where this copy has none."""
    place = files("dualpower").joinpath("faces", "notebook", "player.html")
    return place.read_text(encoding="utf-8") if place.is_file() else ""


def frame(page: contract.Page, *, language: str = "en", height: int = HEIGHT) -> str:
    """Return a page's player as an element of a notebook; words instead of it where it would be too large."""
    text = template()
    if END not in text:
        return "<p>This copy of dualpower has no player: npm ci &amp;&amp; npm run build in web/ makes it.</p>"
    head, _, tail = text.rpartition(END)
    head = head.replace('<html lang="en"', f'<html lang="{escape(language)}"', 1)
    whole = head + data(_lighter(page)) + END + tail
    if len(whole) > MOST:
        return f"<p>This run is too long to be shown here ({len(whole):,} characters): dualpower report shows it.</p>"
    title = escape(page.stage.title.get(language) or page.stage.title["en"], quote=True)
    style = f"width:100%;height:{height}px;border:1px solid #d9d0bd;border-radius:6px"
    return (
        f'<iframe title="{title}" sandbox="allow-scripts" loading="lazy" style="{style}" '
        f'srcdoc="{escape(whole, quote=True)}"></iframe>'
    )


def _lighter(page: contract.Page) -> contract.Page:
    """Leave out what the player alone does not show."""
    return page.model_copy(update={"ensemble": None, "what_if": None, "evidence": None, "story": {}, "cite": {}})
