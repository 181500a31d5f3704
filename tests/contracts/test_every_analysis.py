"""Every analysis is one function of one file: it returns a Finding, and has a command and a page of the same name.

An analysis is found by what it returns. A new one needs nothing here unless it cannot be called with a scenario,
runs and a seed alone (then EXTRA) or is only a part of another (then PARTS).
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import dualpower as dp
from dualpower import analysis
from dualpower.analysis.finding import Finding
from dualpower.errors import ScenarioError
from dualpower.faces.cli.group import COMMANDS, group

pytestmark = pytest.mark.usefixtures("compiled")

ROOT = Path(__file__).resolve().parents[2]
SCENARIO, SEED = "kremlin-call", 7
RUNS = {"rank_factors": 1_200}  # what it takes to say anything; 60 where nothing is said
EXTRA: dict[str, dict[str, Any]] = {
    "compare": {"variants": ["they-storm"]},
    "flip": {"to": "held", "chance": 0.65},
    "calibrate": {"without": ["dead-in-the-kremlin"]},
}
WORDS = {  # the same on the command line
    "compare": ["--variant", "they-storm"],
    "flip": ["--to", "held", "--chance", "0.65"],
    "calibrate": ["--without", "dead-in-the-kremlin"],
}
NEEDS = {"rank_factors": "SALib"}  # packages of an extra: without them an analysis is not asked
ALONE = {"coups": "coups"}  # ask of no scenario: what their JSON says instead
COUNTRIES = {"elect": str(ROOT / "tests" / "worlds" / "country")}  # are asked of a country
PARTS = {"find_fit", "find_vote", "add_towns", "tell_fit"}  # return a Finding to the analysis that they are part of


def analyses() -> dict[str, Any]:
    """Public functions of the folder that say they return a Finding, by name."""
    found: dict[str, Any] = {}
    for module in pkgutil.iter_modules(analysis.__path__, "dualpower.analysis."):
        room = importlib.import_module(module.name)
        kinds = {"Finding"} | {
            name for name, thing in vars(room).items() if inspect.isclass(thing) and issubclass(thing, Finding)
        }
        for name, thing in vars(room).items():
            own = inspect.isfunction(thing) and thing.__module__ == room.__name__ and not name.startswith("_")
            if own and str(inspect.signature(thing).return_annotation) in kinds and name not in PARTS:
                found[name] = thing
    return found


FOUND = analyses()
ANALYSES = {name: thing for name, thing in FOUND.items() if "runs" in inspect.signature(thing).parameters}
READINGS = {name: thing for name, thing in FOUND.items() if name not in ANALYSES}  # of the evidence: nothing is run


def asked(name: str) -> list[str]:
    return [] if name in ALONE else [COUNTRIES.get(name, SCENARIO)]


@cache
def small(name: str) -> Finding:
    if name in NEEDS:
        pytest.importorskip(NEEDS[name])
    return ANALYSES[name](*asked(name), runs=RUNS.get(name, 60), seed=SEED, **EXTRA.get(name, {}))


def test_there_are_some_and_no_two_share_a_file():
    assert {"score", "compare"} <= set(ANALYSES)
    assert set(READINGS) == {"evidence"}
    homes = [thing.__module__ for thing in FOUND.values()]
    assert len(set(homes)) == len(homes)


@pytest.mark.parametrize("name", FOUND)
def test_it_has_a_command_and_a_public_function_of_its_name(name):
    assert getattr(dp, name) is FOUND[name]
    assert name.replace("_", "-") in COMMANDS


@pytest.mark.parametrize("name", ANALYSES)
def test_its_command_takes_runs_seed_and_json(name):
    command = group.get_command(None, name.replace("_", "-"))
    assert {"--runs", "--seed", "--json"} <= {option for param in command.params for option in param.opts}


@pytest.mark.parametrize("name", FOUND)
def test_it_is_documented(name):
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    assert f"### `dualpower {name.replace('_', '-')} --json`" in page
    text = inspect.getdoc(FOUND[name]) or ""
    assert "Args:" in text and "Returns:" in text and "Raises:" in text
    home = FOUND[name].__module__.rpartition(".")[2]
    assert re.search(rf"^{home}\b", analysis.__doc__ or "", re.MULTILINE), "not on the contents page of the folder"


@pytest.mark.parametrize("name", ANALYSES)
def test_it_returns_a_table_a_sentence_and_how_sure(name):
    found = small(name)
    assert isinstance(found, Finding)
    assert found.table or found.sentence.startswith("No "), "an empty table without a word"
    assert len({tuple(row) for row in found.table}) <= 1, "rows with other keys"
    for text in (found.sentence, found.sure):
        assert len(text.split()) >= 4 and text.endswith(".") and "{" not in text and "  " not in text, text
        assert text[0].isupper() or text[0] in '“"' or text[0].isdigit(), text


@pytest.mark.parametrize("name", ANALYSES)
def test_it_shows_itself_everywhere(name):
    found = small(name)
    body = json.loads(found.dumps(), parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    assert body["sentence"] == found.sentence and body["scenario"] == (
        "five-towns" if name in COUNTRIES else ALONE.get(name, SCENARIO)
    )
    assert len(found.to_table()) == found.to_arrow().num_rows == len(found.table)
    assert found.sentence.split()[0].strip("“”") in found._repr_html_() and found.sentence in str(found)


@pytest.mark.parametrize("name", ANALYSES)
def test_the_same_seed_finds_the_same(name):
    assert small.__wrapped__(name).dumps() == small(name).dumps()


@pytest.mark.parametrize("name", ANALYSES)
def test_the_command_finds_what_the_function_finds(name, capsys):
    from dualpower.faces.cli.main import main

    with pytest.raises(SystemExit) as left:
        main([name.replace("_", "-"), *asked(name), "--runs", str(RUNS.get(name, 60)), "--seed", str(SEED), "--json",
              "-q", *WORDS.get(name, [])])  # fmt: skip
    assert left.value.code in (0, None)
    body = json.loads(capsys.readouterr().out)
    mine = json.loads(small(name).dumps())
    assert {key: body[key] for key in mine} == mine


@pytest.mark.parametrize("name", sorted(set(ANALYSES) - set(ALONE)))
def test_an_unknown_scenario_is_refused_by_name(name):
    with pytest.raises(ScenarioError, match="no-such-city"):
        ANALYSES[name]("no-such-city", runs=2, seed=1, **EXTRA.get(name, {}))
