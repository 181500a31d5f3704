"""The example notebook runs from top to bottom, and every cell shows something."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).resolve().parents[2] / "examples" / "notebook.ipynb"
CELLS = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]


def run(source, names):
    """Run a cell as a notebook does: all of it, and the value of its last line is shown."""
    *first, last = ast.parse(source).body
    exec(compile(ast.Module(first, []), "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307


@pytest.fixture(scope="module")
def shown(compiled):
    pytest.importorskip("anywidget")
    names: dict[str, object] = {}
    return [run(cell["source"], names) for cell in CELLS if cell["cell_type"] == "code"]


def test_it_is_a_notebook_without_outputs():
    whole = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (whole["nbformat"], whole["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in CELLS}) == len(CELLS)
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in CELLS if "outputs" in cell)


def test_every_cell_shows_something(shown):
    assert len(shown) == 6
    *things, player = shown
    for thing in things:
        text = thing._repr_html_()
        assert len(text) > 500 and "Traceback" not in text
    assert player._repr_mimebundle_() and player.page


def test_nothing_that_is_shown_asks_another_host(shown):
    import html
    import re

    for thing in shown[:-1]:
        text = html.unescape(thing._repr_html_())
        assert re.findall(r"(?:src|href)=[\"']https?:", text) == []
