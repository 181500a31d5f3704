"""From a page to one HTML file that needs nothing else: no network, no server, no program.

The player was built beforehand (web/); its template is a file of this package. The page's data go into it
compressed, as text that no browser runs. What only the player needs of its films lies in parts of its own: the
page stands before they are read.
"""

from __future__ import annotations

import base64
import gzip
import html
import json
import os
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dualpower.errors import DualpowerError
from dualpower.files import whole
from dualpower.telling.page import contract

END = "</body>"
TITLE = "<title>dualpower</title>"
PACKED, PLAIN = "page-data-gz", "page-data"
LATER = "page-film-gz"  # with the film's number after it


def template_home() -> Traversable:
    """Return the folder of the built template and of what it was built from."""
    return files("dualpower").joinpath("faces", "page")


def template() -> str:
    """Return the built page without data. Raises DualpowerError E860 where this copy has none."""
    place = template_home().joinpath("template.html")
    if not place.is_file():
        raise DualpowerError("E860", "this copy of dualpower has no page", "npm ci && npm run build in web/ makes it")
    text = place.read_text(encoding="utf-8")
    if END not in text:
        raise DualpowerError("E860", "the page has no place for its data", "npm ci && npm run build in web/ mends it")
    return text


def data(page: contract.Page, *, packed: bool = True) -> str:
    """Return a page's data as an element of a document that no browser runs."""
    text = page.model_dump_json()
    if not packed:
        return f'<script type="application/json" id="{PLAIN}">{harmless(text)}</script>'
    return _element(PACKED, text)


def in_parts(page: contract.Page) -> str:
    """Return a page's data as elements: each film's part for the player, and last what the page needs at once."""
    films, parts = [], []
    for i, film in enumerate(page.films):
        late = {"tracks", "beliefs", "happenings"} if i else {"tracks", "beliefs"}  # the story reads the first log
        parts.append(_element(f"{LATER}-{i}", film.model_dump_json(include=late)))
        films.append(film.model_copy(update={key: [] for key in late}))
    return "".join(parts) + data(page.model_copy(update={"films": films}))


def _element(name: str, text: str) -> str:
    """Return compressed text as an element."""
    body = base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
    return f'<script type="application/octet-stream" id="{name}">{body}</script>'


def harmless(text: str) -> str:
    """Return JSON in which nothing ends an element or a line of script."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def render(page: contract.Page, *, language: str = "en", packed: bool = True) -> str:
    """Return the whole document, opened in a language."""
    title = page.stage.title.get(language) or page.stage.title["en"]
    head, _, tail = template().rpartition(END)
    text = head.replace(TITLE, f"<title>{html.escape(title)} – dualpower</title>", 1)
    text = text.replace('<html lang="en"', f'<html lang="{language}"', 1)
    return text + (in_parts(page) if packed else data(page, packed=False)) + END + tail


def write(text: str, file: str | os.PathLike[str]) -> Path:
    """Write a document whole or not at all. Raises DualpowerError E804."""
    place = Path(file)
    try:
        with whole(place) as out:
            out.write(text.encode())
    except OSError as trouble:
        cure = "name a file in a folder that is there and may be written"
        raise DualpowerError("E804", f"{place} cannot be written: {trouble.strerror or trouble}", cure) from trouble
    return place


def made_from() -> dict[str, str | int]:
    """Return what the template was built from, by name: ``sources`` is the digest of web/, ``plain`` bytes unpacked."""
    place = template_home().joinpath("template.json")
    return dict(json.loads(place.read_text(encoding="utf-8"))) if place.is_file() else {}
