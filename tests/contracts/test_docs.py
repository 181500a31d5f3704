"""The pages say what is there: every word, parameter, kind and command has its row, and the examples run."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import dualpower as dp
from dualpower import words
from dualpower.engine import kinds
from dualpower.engine.deciders import tactics
from dualpower.engine.params import (
    PARAMS,
    PRIOR_BETA43,
    PRIOR_LOGNORMAL,
    PRIOR_NORMAL,
    PRIOR_UNIFORM,
    Param,
)
from dualpower.faces.cli.group import COMMANDS, LazyGroup, group

ROOT = Path(__file__).resolve().parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
VOCABULARIES = [
    "SITES",
    "UNITS",
    "DUTIES",
    "LINKS",
    "LINES",
    "STOCKS",
    "STANCES",
    "POSTURES",
    "ORDERS",
    "ACTS",
    "NEWS",
    "TERMS",
    "CAUSES",
    "EVENTS",
    "POINTS",
    "INPUTS",
]


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def cells(text: str) -> list[list[str]]:
    """All rows of all tables, cell by cell."""
    return [[c.strip() for c in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def number(x: float) -> str:
    return f"{x:g}".replace("0.", ".", 1) if 0 < abs(x) < 1 else f"{x:g}"


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_word_of_a_vocabulary_is_in_the_glossary(vocabulary: str) -> None:
    rows = {row[0] for row in cells(page("docs/glossary.md"))}
    missing = [word for word in getattr(words, vocabulary) if f"`{word}`" not in rows]
    assert not missing


def test_the_glossary_gives_each_word_a_meaning_and_no_word_twice_in_one_table() -> None:
    for table in re.split(r"\n## ", page("docs/glossary.md"))[1:]:
        rows = cells(table)[2:]
        assert all(row[-1] for row in rows)
        assert len({tuple(row[:-1]) for row in rows}) == len(rows), table.splitlines()[0]


def test_every_command_and_public_name_is_in_the_glossary() -> None:
    rows = {row[0] for row in cells(page("docs/glossary.md").split("## The doors")[1])}
    wanted = {*COMMANDS, *dp.__all__} - {"__version__"}
    assert {f"`{word}`" for word in wanted} <= rows


def prior(row: Param) -> str:
    a, b = number(row.a), number(row.b)
    return {
        PRIOR_LOGNORMAL: f"LN({a}, {b})",
        PRIOR_UNIFORM: f"U({a}, {b})",
        PRIOR_NORMAL: f"N({a}, {b})",
        PRIOR_BETA43: f"Beta({a}, {b})",
    }[row.kind]


@pytest.mark.parametrize("row", PARAMS, ids=lambda row: row.symbol)
def test_every_parameter_is_in_the_model_with_its_prior(row: Param) -> None:
    table = cells(page("docs/model.md").split("## 9. Parameters")[1].split("## 10")[0])
    halves = [half for line in table for half in (line[:4], line[5:])]
    assert [half[2] for half in halves if half and half[0] == row.symbol] == [prior(row)]


def kind_rows(title: str, width: int) -> dict[str, list[str]]:
    part = page("docs/model.md").split(f"\n| {title} |")[1].split("\n\n")[0]
    rows = cells(part)
    return {half[0]: half[1:] for line in rows for half in (line[:width], line[width + 1 :]) if half and half[0]}


def test_the_table_of_units_is_the_engine_s() -> None:
    shown = kind_rows("unit kind", 4)
    for name, code in words.UNITS.items():
        assert [float(x) for x in shown[name]] == list(kinds.UNIT_KINDS[code][:3]), name


def test_the_table_of_sites_is_the_engine_s() -> None:
    shown = kind_rows("site kind", 6)
    for name, code in words.SITES.items():
        assert [float(x) for x in shown[name]] == list(kinds.SITE_KINDS[code]), name


def listed(text: str) -> dict[str, float]:
    """Numbers of a sentence such as "seat 1, break, silence .3": each belongs to all words before it."""
    found: dict[str, float] = {}
    waiting: list[str] = []
    for word in text.replace(",", "").replace(".\n", "\n").split():
        if re.fullmatch(r"\d*\.?\d+", word):
            found |= dict.fromkeys(waiting, float(word))
            waiting = []
        else:
            waiting.append(word)
    return found


def test_weights_of_news_and_severities_are_the_engine_s() -> None:
    text = " ".join(page("docs/model.md").split("## 10. Fixed numbers")[1].split())
    news = listed(text.split("News weights: ")[1].split(" Severities:")[0].rstrip("."))
    weights = {word: kinds.NEWS_WEIGHTS[code] for word, code in words.NEWS.items()}
    assert {word: news.get(word, news["others"]) for word in weights} == weights
    asked = listed(text.split("Severities: ")[1].split(" Firing")[0].replace(";", "").rstrip("."))
    assert asked == {word: float(kinds.SEVERITIES[code]) for word, code in words.ORDERS.items()}


TACTICS = {
    "REACH_KM": "nearest spare men within {} km",
    "WANTED_RATIO": ">= {} x known enemy",
    "MOST_MEN": "at most {}, from up to",
    "OP_HOURS": "or {} h are over",
    "TRUCE_ODDS": "a truce of 24 h if pi < {}",
    "TERMS_ODDS": "if pi < {};",
    "OFFER_HOURS": "every {} h at most, from",
}


@pytest.mark.parametrize("name", TACTICS)
def test_the_table_of_tactics_is_the_engine_s(name: str) -> None:
    text = " ".join(page("docs/model.md").split("**7.3 Tactics")[1].split("## 8")[0].split())
    assert TACTICS[name].format(number(getattr(tactics, name))) in text


def test_every_mechanism_has_its_equation() -> None:
    model = page("docs/model.md")
    for i in range(1, 11):
        assert f"**E{i} " in model
    used = {
        e
        for room in (ROOT / "src/dualpower/engine").rglob("*.py")
        for e in re.findall(r"\bE\d\d?\b", room.read_text(encoding="utf-8"))
    }
    assert used <= {f"E{i}" for i in range(1, 11)}, "a room speaks of an equation that no page has"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_link_between_pages_leads_somewhere(path: Path) -> None:
    found = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in found if "://" not in link and not (path.parent / link).exists()] == []


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)


def commands(text: str) -> list[list[str]]:
    lines = [line.split("#")[0].strip() for block in fenced(text, "sh") for line in block.splitlines()]
    lines += re.findall(r"`(dualpower [a-z][^`]*)`", text)
    return [shlex.split(line)[1:] for line in lines if re.match(r"dualpower(\s|$)", line)]


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_every_command_on_a_page_is_one_that_exists(path: Path) -> None:
    assert isinstance(group, LazyGroup)
    for given in commands(path.read_text(encoding="utf-8")):
        if not given:
            continue
        command = group.get_command(None, given[0])  # type: ignore[arg-type]
        assert command is not None, given
        known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
        flags = [word.split("=")[0] for word in given[1:] if word.startswith("-")]
        assert set(flags) <= known | {"--help"}, given


def test_the_python_of_the_readme_runs() -> None:
    """The lines as printed, on the smallest scenario and few runs."""
    (code,) = fenced(page("README.md"), "python")
    few = re.sub(r"runs=\d+", "runs=8", code.replace("moscow-1917", "kremlin-call"))
    assert few != code
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", few], capture_output=True, text=True, env=env, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert len(done.stdout.splitlines()) > 10
