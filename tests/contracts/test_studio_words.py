"""Every word that the studio says is in the catalogue, and every word of the catalogue is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpower.errors import CODES
from dualpower.faces.studio.screens import words
from dualpower.telling.language import LANGUAGES, load

WEB = Path(__file__).resolve().parents[2] / "web" / "src"
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (WEB / "studio", WEB / "notebook")
    for path in sorted(folder.rglob("*"))
    if path.suffix in (".svelte", ".ts")
)
WORDS = set(load("en").texts["studio"])
# Words that are put together: what stands before the part that varies.
MADE_OF = ("nav_", "view_", "col_", "state_", "data_", "find_")
SAID = set(re.findall(r"\bw\(\s*\"(\w+)\"", SOURCES)) | set(
    re.findall(r"\? \"(shift_\w+)\" : \"(shift_\w+)\"", SOURCES)[0]
)


def test_every_word_that_is_said_is_in_the_catalogue():
    assert {word for word in SAID if not word.endswith("_")} - WORDS == set()


def test_every_word_of_the_catalogue_is_said():
    quoted = set(re.findall(r"\"(\w+)\"", SOURCES))
    made = {word for word in WORDS if word.startswith(MADE_OF)} | {"units_note", "sites_note"}
    assert WORDS - SAID - quoted - made == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_slot_is_kept(code):
    english, own = load("en").texts["studio"], load(code).texts["studio"]
    assert set(own) == set(english)
    for key, text in own.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", english[key])), f"{code} {key}"


def test_the_search_of_the_editor_speaks_every_language():
    phrases = re.search(r"PHRASES = \[(.*?)\]", SOURCES, re.DOTALL).group(1)
    for phrase in re.findall(r"\"([^\"]+)\"", phrases):
        assert "find_" + phrase.lower().replace(" ", "_") in WORDS


def test_every_problem_has_a_heading_in_every_language():
    for code in LANGUAGES:
        headings = load(code).texts["problems"]
        assert set(headings) == set(CODES) and len(set(headings.values())) == len(headings), code
        clauses = [text for text in headings.values() if not text.startswith("YAML")]
        assert not any(text.endswith(".") or text[0].isupper() for text in clauses), code


def test_the_studio_is_given_the_headings():
    texts = words().texts
    assert texts["ru"]["problems"]["E201"] == "неизвестное поле" and texts["en"]["problems"]["E201"] == CODES["E201"]
