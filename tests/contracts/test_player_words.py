"""Every word that the player asks for is in the catalogue, none is there in vain, and it has none of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpower.telling.language import LANGUAGES, load
from dualpower.telling.page.build import SCREEN

PLAYER = Path(__file__).parents[2] / "web" / "src" / "player"
WORDS = load("en").texts["player"]
pytestmark = pytest.mark.skipif(not PLAYER.is_dir(), reason="the sources of the page are not in this copy")

# Words that are put together: what stands before the part that varies.
MADE_OF = ("filter_", "table_")


def code() -> str:
    """All of the player's code in one text."""
    return "\n".join(f.read_text(encoding="utf-8") for f in PLAYER.rglob("*") if f.suffix in (".svelte", ".ts"))


def test_every_word_asked_for_is_there() -> None:
    asked = set(re.findall(r"""\bt\(\s*["'](\w+)["']""", code())) | set(re.findall(r"""word: "(\w+)\"""", code()))
    assert {"play", "pause"} <= set(WORDS)
    assert asked - set(WORDS) == set()
    assert len(asked) > 50


def test_no_word_is_there_in_vain() -> None:
    quoted = set(re.findall(r"""["'`](\w+)["'`]""", code()))
    assert [w for w in WORDS if w not in quoted and not w.startswith(MADE_OF)] == []


def test_the_page_is_given_the_words_of_the_player() -> None:
    assert "player" in SCREEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_them_all(language: str) -> None:
    texts = load(language).texts["player"]
    assert set(texts) == set(WORDS)
    for key, text in texts.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", WORDS[key])), key


def test_no_part_of_the_player_says_anything_of_its_own() -> None:
    """Text between tags comes from the catalogue; signs and numbers may stand there."""
    for file in PLAYER.rglob("*.svelte"):
        markup = file.read_text(encoding="utf-8")
        markup = re.sub(r"<(script|style)[^>]*>.*?</\1>|<!--.*?-->", "", markup, flags=re.DOTALL)
        while (bare := re.sub(r"\{[^{}]*\}", "", markup)) != markup:
            markup = bare
        said = re.findall(r">([^<>]*[A-Za-z]{2,}[^<>]*)<", re.sub(r"=>", "", markup))
        assert said == [], f"{file.name}: {said}"
