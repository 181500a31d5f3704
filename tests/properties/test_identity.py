"""One run is one history: compiled or interpreted, alone or in a batch, on any thread; what is idle changes nothing.

A digest covers every number that is kept of a run, to the last bit (worlds.digest_of).
"""
# ruff: noqa: E501 - a table reads best on one line a row

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle import mini_city
from worlds import digest_of, merged, problem_of, rows_of, run, town, worker_of
from worlds.random_worlds import worlds

from dualpower.compiler import build
from dualpower.scenario import resolve

SOME = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
WAR = {"reds": {"posture": "fight", "operations": 3}, "blues": {"posture": "fight", "operations": 3}}


@pytest.fixture(scope="module")
def call():
    return build(resolve.load("kremlin-call"))


def digests(problem, **how) -> list[str]:
    block = run(problem, **how)
    return [digest_of(block, i) for i in range(len(block.status))]


def test_compiled_and_interpreted_tell_the_same_story(compiled, interpreted, call):
    for seed in (0, 7, 2**63 - 1):
        assert digests(call, seed=seed, runs=1, module=compiled) == digests(call, seed=seed, runs=1, module=interpreted)


def test_a_city_is_the_same_compiled_and_interpreted(compiled, interpreted):
    city = problem_of(mini_city.mapping(units=8, authorities=3, hours=10))
    assert digests(city, runs=1, module=compiled) == digests(city, runs=1, module=interpreted)


@FEW
@given(worlds(hours=8), st.integers(0, 2**63 - 1))
def test_random_worlds_are_the_same_compiled_and_interpreted(compiled, interpreted, mapping, seed):
    problem = problem_of(mapping)
    assert digests(problem, seed=seed, module=compiled) == digests(problem, seed=seed, module=interpreted)


@pytest.mark.parametrize("days", [9, pytest.param(158, marks=pytest.mark.slow)])
def test_a_country_is_the_same_compiled_and_interpreted(days):
    country = build(resolve.load("russia-1917"))
    worlds_left = []
    for interpreted in (False, True):
        g = worker_of(country, interpreted=interpreted)
        g.worker.prepare(np.full(21, np.nan), np.full(g.worker.sizes["D"], -1, np.int16), keep_log=True)
        g.kernel.begin_run(g.case, g.world, 20, 0)
        g.kernel.continue_run(g.case, g.world, days * 1440)
        worlds_left.append({name: np.array(values) for name, values in g.arrays.items()})
    for name, values in worlds_left[0].items():
        assert np.array_equal(values, worlds_left[1][name], equal_nan=values.dtype.kind == "f"), name


def test_a_country_is_the_same_alone_and_in_a_batch():
    """What the last history left in the world of a worker does not show in the next."""
    country = build(resolve.load("russia-1917"))
    batch = digests(country, seed=20, runs=6)
    assert digests(country, seed=20, runs=6, threads=2) == batch
    assert [digests(country, seed=20, first=i)[0] for i in (0, 3, 5)] == [batch[0], batch[3], batch[5]]


@pytest.mark.slow
def test_moscow_is_the_same_compiled_and_interpreted(compiled, interpreted):
    city = build(resolve.load("moscow-1917"))
    assert digests(city, runs=1, module=compiled) == digests(city, runs=1, module=interpreted)


@SOME
@given(worlds(), st.integers(0, 1000))
def test_alone_as_in_a_batch_as_on_any_number_of_threads(compiled, mapping, seed):
    problem = problem_of(mapping)
    batch = digests(problem, seed=seed, runs=12)
    assert digests(problem, seed=seed, runs=12, threads=2) == batch
    assert digests(problem, seed=seed, runs=12, threads=3) == batch
    assert [digests(problem, seed=seed, first=i)[0] for i in (0, 5, 11)] == [batch[0], batch[5], batch[11]]
    assert digests(problem, seed=seed, first=6, runs=6) == batch[6:]


@pytest.mark.parametrize("key", ["kremlin-call", "moscow-1917"])
def test_shipped_scenarios_alone_as_in_a_batch_as_on_any_number_of_threads(compiled, key):
    problem = build(resolve.load(key))
    batch = digests(problem, seed=11, runs=6)
    assert digests(problem, seed=11, runs=6, threads=2) == batch
    assert [digests(problem, seed=11, first=i)[0] for i in (5, 2)] == [batch[5], batch[2]]


def test_runs_differ_from_one_another_and_seeds_too(call):
    assert len(set(digests(call, runs=30, seed=1) + digests(call, runs=30, seed=2))) == 60


def test_a_fixed_parameter_leaves_all_other_luck_alone(call):
    """The parameters not fixed are drawn as before; run 0 with its own draws given back is the same run."""
    free = run(call, runs=3)
    fixed = run(call, runs=3, params={"rho": 0.1})
    others = [i for i in range(free.params.shape[1]) if i != 0]
    assert np.array_equal(free.params[:, others], fixed.params[:, others])
    from dualpower.engine.params import PARAMS

    again = run(call, runs=1, params={row.symbol: free.params[0, i] for i, row in enumerate(PARAMS)})
    assert digest_of(again) == digest_of(free)


# --- what is idle changes nothing (V23)


def told(problem, block, i: int) -> list[tuple]:
    """The log in names, without row numbers, which an added row may shift, and without what is idle."""
    keys = ("minute", "event", "cause", "unit", "who", "where", "x")
    return [
        tuple(row[key] for key in keys)
        for row in rows_of(problem, block, i)
        if row["event"] not in ("outside", "decided", "planned") and "idle" not in str(row["unit"])
    ]


IDLE = {
    "unit": {"units": {"idle": {"title": {"en": "Idle"}, "kind": "staff", "roll": 0, "at": "mill", "assumed": "t"}}},
    "site": {"sites": {"idle": {"title": {"en": "Idle"}, "kind": "town", "at": [50.9, 20.9], "assumed": "t"}}},
    "decision never taken": {"decisions": {"idle": {
        "title": {"en": "Idle"}, "who": "reds", "when": "all-dead() > 100000", "assumed": "t",
        "options": {"one": {"title": {"en": "One"}, "chance": 0.5}, "two": {"title": {"en": "Two"}, "chance": 0.5}}}}},
    "decision for nothing": {"decisions": {"idle": {
        "title": {"en": "Idle"}, "who": "reds", "when": "alive(reds) for 3 h", "assumed": "t",
        "options": {"one": {"title": {"en": "One"}, "chance": 0.5}, "two": {"title": {"en": "Two"}, "chance": 0.5}}}}},
    "plan for nothing": {"plans": {"idle": {"who": "blues", "when": "alive(blues) for 4 h", "assumed": "t",
                                            "do": [{"posture": "fight"}]}}},
    "outside event that does not come": {"outside": {"idle": {
        "title": {"en": "Idle"}, "at": "1900-01-01 12:00", "jitter": "1 h", "when": "truly(all-dead() > 100000)",
        "assumed": "t", "do": [{"open-rail": "mill"}]}}},
    "outside event without effect": {"outside": {"idle": {
        "title": {"en": "Idle"}, "at": "1900-01-01 12:00", "jitter": "1 h", "assumed": "t", "do": [{"open-rail": "mill"}]}}},
    "issue": {"issues": ["bread", "idle"]},
    "mark": {"marks": {"idle": {"title": {"en": "Idle"}, "assumed": "t", "parts": {
        "dead": {"kind": "number", "value": "all-dead()", "record": {"point": 1}}}}}},
    "assembly that never sits": {"assemblies": {"idle": {
        "title": {"en": "Idle"}, "at": "mill", "assumed": "t", "factions": {"f": {"seats": 10}},
        "motions": {"m": {"title": {"en": "M"}, "favours": "reds"}}}}},
}  # fmt: skip


@pytest.mark.parametrize("what", IDLE)
@pytest.mark.parametrize("where", ["last", "first"])
def test_something_idle_changes_nothing_else(what, where):
    plain = town(authorities=WAR, end="1900-01-03 06:00")
    more = merged(plain, IDLE[what])
    if where == "first":
        section = next(iter(IDLE[what]))
        if isinstance(more[section], list):
            more[section] = more[section][::-1]
        else:
            more[section] = dict(sorted(more[section].items(), key=lambda item: item[0] != "idle"))
    one, two = problem_of(plain), problem_of(more)
    a, b = run(one, runs=12, seed=3), run(two, runs=12, seed=3)
    assert a.params.tobytes() == b.params.tobytes()
    assert a.series.tobytes() == b.series.tobytes()
    for i in range(12):
        assert told(one, a, i) == told(two, b, i)
    assert any(row[1] == "fired-first" for i in range(12) for row in told(one, a, i)), (
        "a world where nothing happens proves nothing"
    )


BYSTANDERS = {
    "without a quarrel": {},
    "allied with one side": {"stances": [{"between": ["reds", "blues"], "stance": "hostile"},
                                         {"between": ["reds", "elders"], "stance": "allied"}]},
    "that never begins": {"authorities": {"elders": {"from_when": "all-dead() > 100000"}},
                          "stances": [{"between": ["reds", "blues"], "stance": "hostile"},
                                      {"between": ["reds", "elders"], "stance": "hostile"}]},
}  # fmt: skip


@pytest.mark.parametrize("kind", BYSTANDERS)
def test_an_authority_to_which_nothing_binds_anybody_changes_nothing(kind):
    """One more name on the list of those who claim obedience takes nobody's men and nobody's hope."""
    plain = town(authorities=WAR, end="1900-01-03 06:00")
    elders = {"authorities": {"elders": {"title": {"en": "Elders"}, "seat": "mill", "assumed": "t"}}}
    one, two = problem_of(plain), problem_of(merged(merged(plain, elders), BYSTANDERS[kind]))
    a, b = run(one, runs=12, seed=3), run(two, runs=12, seed=3)
    width = a.series.shape[2]
    assert np.abs(a.series - b.series[:, :, :width]).max() <= 1, "but for the last digit of a leader's chance"
    assert not b.series[:, :, width : width + 2].any(), "nobody stands with the elders, nobody acts for them"
    for i in range(12):
        first, second = told(one, a, i), told(two, b, i)
        assert [row[:-1] for row in first] == [row[:-1] for row in second]
        assert [row[-1] for row in first] == pytest.approx([row[-1] for row in second])
    assert any(row[1] == "fired-first" for i in range(12) for row in told(one, a, i))


def test_extra_draws_under_another_purpose_change_nothing(interpreted, monkeypatch):
    """An idle draw put into the middle of a step: every later draw starts from its own name."""
    problem = problem_of(town(authorities=WAR, end="1900-01-01 18:00"))
    plain = digests(problem, module=interpreted)
    from dualpower.engine import kernel as room

    real = room.deliver

    def deliver(c, w):
        interpreted.name_luck(w, 199, 1, w.t)
        for _ in range(3):
            interpreted.uniform(w)
        real(c, w)

    monkeypatch.setattr(room, "deliver", deliver)
    assert digests(problem, module=interpreted) == plain


# --- names of authorities carry no advantage


@pytest.mark.parametrize("order", [("reds", "blues"), ("blues", "reds")])
def test_the_order_in_which_authorities_are_written_is_no_advantage(order):
    """The town is a mirror: with either side written first, each takes the mill as often, within chance."""
    world = town(end="1900-01-03 06:00")
    world["authorities"] = {name: world["authorities"][name] | WAR[name] for name in order}
    world["outcomes"] = {
        "red-mill": {"title": {"en": "Red"}, "when": "holder(mill) == reds", "history": True},
        "blue-mill": {"title": {"en": "Blue"}, "when": "holder(mill) == blues"},
        "over": {"title": {"en": "Nobody's"}, "otherwise": True},
    }
    problem = problem_of(world)
    ends = run(problem, runs=1500, seed=17, keep_log=False).outcome
    red, blue = int((ends == 0).sum()), int((ends == 1).sum())
    assert red + blue > 300
    assert abs(red - blue) < 4 * np.sqrt(red + blue), f"reds {red}, blues {blue}"
