"""Every mechanism in the folder says what it reads, writes and logs; and does nothing when its weight is nothing."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest
from worlds import problem_of, run, town
from worlds.laws import broken_laws
from worlds.running import worker_of

from dualpower import words
from dualpower.compiler import build
from dualpower.engine import mechanisms
from dualpower.scenario import resolve

FOLDER = Path(mechanisms.__file__).parent
ROOMS = sorted(path for path in FOLDER.glob("*.py") if path.name != "__init__.py")
KERNEL = FOLDER.parent / "kernel.py"


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def books(path: Path) -> list[str]:
    """Docstrings that keep books: Reads, Writes."""
    texts = [ast.get_docstring(node) or "" for node in functions(path).values()]
    return [text for text in texts if re.search(r"^Reads\b", text, re.MULTILINE) and "Writes" in text]


@pytest.mark.parametrize("path", ROOMS, ids=lambda p: p.stem)
def test_its_first_words_tell_what_happens_in_the_world(path):
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert text and len(text.split()) >= 8


@pytest.mark.parametrize("path", ROOMS, ids=lambda p: p.stem)
def test_it_keeps_books_of_what_it_reads_writes_and_logs(path):
    kept = books(path)
    assert kept, f"no function of {path.name} has Reads, Writes and Events in its docstring"
    assert any("Events" in text for text in kept)
    for text in kept:
        for part in re.findall(r"Events\s+(.*)", text):
            for name in re.findall(r"[A-Z][A-Z_]{2,}", part):
                assert name.lower().replace("_", "-") in words.EVENTS, f"{path.name} logs an unknown event {name}"


@pytest.mark.parametrize("path", ROOMS, ids=lambda p: p.stem)
def test_it_is_called_by_the_step(path):
    """The page that orders a step names every mechanism."""
    assert re.search(rf"from dualpower\.engine\.mechanisms\.{path.stem} import", KERNEL.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", ROOMS, ids=lambda p: p.stem)
def test_every_function_has_a_sentence(path):
    bare = [name for name, node in functions(path).items() if not ast.get_docstring(node)]
    assert bare == []


# --- neutral parameters: a weight of nothing is a mechanism that does nothing

NEUTRAL = {
    "nobody enters by a door when iota is 0": ({"iota": 0}, ["entered", "captured-intruders"]),
    "nobody breaks when eta is 0": ({"eta": 0}, ["broke", "dispersed"]),
    "fire kills nobody when lam is 0": ({"lam": 0}, ["killed", "shot-disarmed"]),
}


@pytest.fixture(scope="module")
def moscow():
    return build(resolve.load("moscow-1917"))


@pytest.mark.parametrize("law", NEUTRAL)
def test_neutral_weights_silence_their_events(compiled, moscow, law):
    params, events = NEUTRAL[law]
    counts = run(moscow, runs=8, seed=4, params=params, keep_log=False).counts.sum(axis=0)
    usual = run(moscow, runs=8, seed=4, keep_log=False).counts.sum(axis=0)
    assert all(counts[words.EVENTS[event]] == 0 for event in events)
    assert any(usual[words.EVENTS[event]] > 0 for event in events), "silent anyway: this proves nothing"


def test_nobody_reconsiders_when_rho_is_0(compiled):
    """Stands move only by loss and by going home: nobody comes to stand with anybody anew."""
    world = town(units={"red-guard": {"leans": {"reds": 0.2, "blues": 0}}})
    g = worker_of(problem_of(world))
    before = None
    for hours in (0, 1):
        g = worker_of(problem_of(world | {"end": "1900-01-01 06:05" if hours == 0 else "1900-01-02 06:00"}))
        g.run(3, 0, {"rho": 0})
        stands = g.arrays["n"][:2].copy()
        assert before is None or np.array_equal(before, stands)
        before = stands


def test_news_moves_nobody_when_chi_is_0(interpreted):
    g = worker_of(problem_of(town()), interpreted=True, begin=True, params={"chi": 0})
    u = g.unit("blue-guard")
    before = g.arrays["l"][u].copy()
    assert g.kernel.shift_unit(g.case, g.world, u, 1, 1.0) == 0.0
    assert np.array_equal(g.arrays["l"][u], before)


def test_a_broken_promise_costs_nothing_when_delta_is_0(interpreted):
    for delta, same in ((0.0, True), (0.5, False)):
        g = worker_of(problem_of(town()), interpreted=True, begin=True, params={"delta": delta})
        before = g.arrays["r"].copy()
        g.kernel.lose_trust(g.case, g.world, 1, -1)
        assert np.array_equal(g.arrays["r"], before) is same


def test_danger_weighs_nothing_when_bf_is_0(interpreted):
    g = worker_of(problem_of(town(sites={"mill": {"holder": "blues"}}, units={"blue-guard": {"at": "hall"}})),
                  interpreted=True, begin=True, params={"bF": 0})  # fmt: skip
    u = g.unit("red-guard")
    g.world.anyfire = 1
    assert g.kernel.danger(g.case, g.world, u, 1) > 0.0
    assert g.kernel.drive(g.case, g.world, u, 1) == g.kernel.drive_safe(g.case, g.world, u, 1)
    g.world.par[g.kernel.P_BF] = 1.0
    assert g.kernel.drive(g.case, g.world, u, 1) < g.kernel.drive_safe(g.case, g.world, u, 1)


def test_agitation_multiplies_nothing_when_m_is_0(interpreted):
    g = worker_of(problem_of(town()), interpreted=True, begin=True, params={"m": 0, "rho": 0.1})
    u = g.unit("red-guard")
    calm = g.kernel.revision_chance(g.case, g.world, u, 1.0)
    g.world.agit[u] = 600
    assert g.kernel.revision_chance(g.case, g.world, u, 1.0) == calm
    g.world.par[g.kernel.P_M] = 6.0
    assert g.kernel.revision_chance(g.case, g.world, u, 1.0) > calm


@pytest.mark.parametrize("severity", [1, 2, 3])
def test_severity_costs_nothing_when_theta_is_0(interpreted, severity):
    g = worker_of(problem_of(town()), interpreted=True, begin=True, params={"theta": 0})
    assert g.kernel.thinning(g.world, 0.3, 0, severity) == 1.0
    g.world.par[g.kernel.P_THETA] = 0.8
    shares = [g.kernel.thinning(g.world, 0.3, 0, level) for level in range(5)]
    assert shares == sorted(shares, reverse=True)
    assert 0.0 < shares[-1] < shares[1] < 1.0


def test_every_weight_at_nothing_still_makes_a_lawful_world(compiled):
    from dualpower.engine.params import PARAMS

    low = {row.symbol: max(row.low, 0.0) for row in PARAMS}
    low["Tb"] = 0.1
    high = {row.symbol: row.high for row in PARAMS}
    for row in (low, high):
        world = town(authorities={name: {"posture": "fight", "operations": 3} for name in ("reds", "blues")})
        g = worker_of(problem_of(world))
        for number in range(5):
            assert g.run(8, number, row) == 0
            assert broken_laws(g) == []
