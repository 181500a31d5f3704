"""Every word that a screen of the page asks for is in the catalogue, and none is there in vain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpower.telling.language import load

SCREENS = Path(__file__).parents[2] / "web" / "src" / "screens"
WORDS = load("en").texts["page"]
pytestmark = pytest.mark.skipif(not SCREENS.is_dir(), reason="the sources of the page are not in this copy")

# Words that are put together: what stands before the part that varies.
MADE_OF = (
    "language_", "nav_", "title_", "tour_", "ask_", "film_", "why_", "verdict_", "guess_", "truth_", "grade_",
    "status_", "only_", "cite_", "group_", "q", "made_", "part_",
)  # fmt: skip


def asked():
    text = "\n".join(f.read_text(encoding="utf-8") for f in SCREENS.rglob("*") if f.suffix in (".svelte", ".ts"))
    return text, set(re.findall(r"""\bword\(\s*["'](\w+)["']""", text))


def test_every_word_asked_for_is_there():
    # `Say` asks other sections by name: those are not words of the screens
    assert {w for w in asked()[1] if w not in WORDS and not w.endswith("_")} <= {"page", "calendar", "stocks"}


def test_no_word_is_there_in_vain():
    text, words = asked()
    quoted = set(re.findall(r"""["'`](\w+)["'`]""", text))
    idle = [w for w in WORDS if w not in words | quoted and not w.startswith(MADE_OF)]
    assert idle == []


@pytest.mark.parametrize("kind", ["blood", "word", "choice", "guns", "truce", "terms", "event"])
def test_every_stop_of_the_tour_has_its_title_and_question(kind):
    assert {f"tour_{kind}", f"ask_{kind}"} <= set(WORDS)


def test_no_screen_says_anything_of_its_own():
    """Text between tags comes from the catalogue; signs and numbers may stand there."""
    for file in SCREENS.rglob("*.svelte"):
        markup = re.sub(
            r"<(script|style)[^>]*>.*?</\1>|<!--.*?-->", "", file.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        while (bare := re.sub(r"\{[^{}]*\}", "", markup)) != markup:
            markup = bare
        said = re.findall(r">([^<>]*[A-Za-z]{2,}[^<>]*)<", re.sub(r"=>", "", markup))
        assert said == [], f"{file.name}: {said}"
