"""What mattered, in worlds where that is known; and how a point of the cube becomes a history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import town

import dualpower as dp
from dualpower.analysis import histories, sensitivity
from dualpower.analysis.factors import Ground, fact_quantile, param_quantile, scrambled, tickets
from dualpower.draft import Draft
from dualpower.engine.params import PARAMS
from dualpower.ensemble import Interrupted, points
from dualpower.errors import DualpowerError
from dualpower.scenario.resolve import Resolved, resolve

TITLE = {"title": {"en": "An ending"}}


def world(**changes: Any) -> Resolved:
    found, problems = resolve(Draft(town(**changes), Path(), "world.yaml"))
    assert found is not None and not problems, problems
    return found


def endings(rule: str) -> dict[str, Any]:
    return {"over": "removed", "so": {**TITLE, "when": rule, "history": True}, "else": {**TITLE, "otherwise": True}}


def a_world_of_evidence() -> Resolved:
    """It ends so where more than half of what the mill may hold is there."""
    return world(sites={"mill": {"stocks": {"food": "0..1000"}}}, outcomes=endings("stock(mill, food) > 500"))


def a_world_of_choice() -> Resolved:
    """It ends so where the leaders choose so, three times in ten."""
    act = {
        "title": {"en": "Act"},
        "chance": 0.3,
        "history": True,
        "do": [{"take": "mill", "with": "red-guard", "men": 9}],
    }
    wait = {"title": {"en": "Wait"}, "chance": 0.7}
    decision = {
        "title": {"en": "What to do"}, "who": "reds", "when": "alive(reds) for 1 h", "assumed": "story",
        "options": {"act": act, "wait": wait},
    }  # fmt: skip
    return world(decisions={"what-to-do": decision}, outcomes=endings("chose(what-to-do, act)"))


def a_world_of_luck() -> Resolved:
    """It ends so where a ship, due at noon more or less, comes before noon."""
    ship = {"title": {"en": "A ship"}, "at": "1900-01-01 12:00", "jitter": "3 h", "assumed": "story", "do": []}
    return world(outside={"ship": ship}, outcomes=endings("hours-since(ship) > 18"))


KNOWN = {
    "evidence": (a_world_of_evidence, "claims.sites.stocks"),
    "choice": (a_world_of_choice, "choices"),
    "luck": (a_world_of_luck, "luck"),
}


# --- made-up worlds


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_the_one_factor_that_matters_ranks_first_and_alone(name: str, method: str) -> None:
    make, truth = KNOWN[name]
    found = dp.rank_factors(make(), method=method, runs=1_700, seed=3, width=0.1)
    first, *others = found.table
    assert (first["id"], first["group"]) == (truth, 1)
    assert first["low"] > 0.2 and all(row["effect"] == 0 and row["group"] == 2 for row in others)
    if method == "sobol":
        assert first["effect"] > 0.65 and first["high"] == 1
        assert found.facts["luck"] == pytest.approx(1 if name == "luck" else 0, abs=0.35)


def test_each_quantity_for_itself_has_a_sign_and_ends_with_names() -> None:
    found = dp.rank_factors(a_world_of_evidence(), claims="each", runs=800, width=0.15, seed=1)
    first = found.table[0]
    assert first["id"] == "claim.sites.mill.stocks.food" and first["title"] == "Mill: stores of food"
    assert first["shift"] == pytest.approx(1) and (first["at_low"], first["at_high"]) == (0, 1)
    assert (first["low_end"], first["high_end"]) == ("100", "900")
    assert found.facts["narrow"] and found.facts["runs"] < 800


def test_what_is_left_to_luck_counts_as_luck() -> None:
    found = dp.rank_factors(a_world_of_evidence(), claims="none", method="sobol", runs=900, seed=1)
    assert found.table[0]["id"] == "luck"
    found = dp.rank_factors(a_world_of_choice(), decisions="drawn", claims="none", runs=400, seed=1)
    assert "choices" in [row["id"] for row in found.table]
    with pytest.raises(DualpowerError, match=r"E832.*nothing mattered"):
        dp.rank_factors(a_world_of_choice(), decisions="history", runs=400, seed=1)


def test_a_time_of_the_record_can_be_explained_instead_of_an_ending() -> None:
    record = {"record": {"point": "1900-01-01 12:00"}, "kind": "time", "when": "done(ship)"}
    ship = {"title": {"en": "A ship"}, "at": "1900-01-01 12:00", "jitter": "3 h", "assumed": "story", "do": []}
    mark = {"title": {"en": "The ship comes"}, "assumed": "story", "parts": {"when": record}}
    found = dp.rank_factors(world(outside={"ship": ship}, marks={"ship": mark}), mark="ship", runs=400, seed=1)
    assert (found.facts["mark"], found.facts["unit"]) == ("ship.when", "h")
    assert found.table[0]["id"] == "luck" and 2 < found.table[0]["effect"] < 5, "two draws of 3 h differ by some 3 h"
    assert found.facts["mean"] == pytest.approx(6, abs=1)
    assert (
        found.sentence.startswith("Other luck alone changes “The ship comes” by ") and " h on average" in found.sentence
    )


# --- a Finding, said and kept


def test_the_answer_says_how_much_was_luck_and_how_sure_it_is() -> None:
    found = dp.rank_factors("kremlin-call", method="sobol", runs=1_000, seed=7)
    assert f"{100 * found.facts['luck']:.0f} %" in found.sentence and "luck" in found.sentence
    assert f"{found.facts['runs']:,} histories" in found.sure and "more runs" in found.sure
    body = found.to_json()
    assert {
        "scenario",
        "method",
        "outcome",
        "runs",
        "seed",
        "luck",
        "luck_low",
        "luck_high",
        "width",
        "factors",
    } <= set(body)
    effects = [row["effect"] for row in body["factors"]]
    assert effects == sorted(effects, reverse=True)
    assert len(effects) == len(PARAMS) + 6 + 2
    for row in body["factors"]:
        assert 0 <= row["low"] <= row["effect"] <= row["high"] <= 1
        assert (row["at_low"] is None) == (row["kind"] in ("claims", "choices", "luck"))


def test_the_same_seed_gives_the_same_finding_on_any_number_of_threads() -> None:
    one = dp.rank_factors("kremlin-call", runs=300, seed=5, threads=1)
    two = dp.rank_factors("kremlin-call", runs=300, seed=5, threads=2)
    assert one.to_json() == two.to_json()


def test_a_study_goes_on_where_it_stopped_and_ends_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = dp.rank_factors("kremlin-call", runs=900, seed=2, width=0.01)
    computed: list[int] = []
    run_points = points.run_points

    def counted(problem: Any, rows: points.Points, **how: Any) -> Any:
        computed.append(len(rows))
        return run_points(problem, rows, **how)

    def stop(done: int) -> None:
        if done == 260:
            raise KeyboardInterrupt

    with pytest.raises((KeyboardInterrupt, Interrupted)):
        dp.rank_factors("kremlin-call", runs=900, seed=2, width=0.01, folder=tmp_path, progress=stop, threads=1)
    kept = sorted(path.name for path in tmp_path.glob("points-*.parquet"))
    assert kept and kept[0] == "points-00000.parquet"
    monkeypatch.setattr(points, "run_points", counted)
    again = dp.rank_factors("kremlin-call", runs=900, seed=2, width=0.01, folder=tmp_path, resume=True)
    assert again.to_json() == whole.to_json()
    assert sum(computed) == whole.facts["runs"] - 250, "the shard that was kept is not computed again"
    other = dp.rank_factors(
        "kremlin-call", runs=900, seed=2, width=0.01, folder=tmp_path, resume=True, outcome="stormed"
    )
    assert sum(computed) == whole.facts["runs"] - 250, "another outcome asks nothing new of the same histories"
    assert other.facts["outcome"] == "stormed" and other.facts["runs"] == whole.facts["runs"]


def test_a_folder_of_another_study_is_refused_and_a_torn_shard_computed_again(tmp_path: Path) -> None:
    whole = dp.rank_factors("kremlin-call", runs=300, seed=2, folder=tmp_path)
    with pytest.raises(DualpowerError, match=r"E805.*seed"):
        dp.rank_factors("kremlin-call", runs=300, seed=3, folder=tmp_path, resume=True)
    with pytest.raises(DualpowerError, match=r"E805.*method"):
        dp.rank_factors("kremlin-call", runs=300, seed=2, method="sobol", folder=tmp_path, resume=True)
    with pytest.raises(DualpowerError, match="E803"):
        dp.rank_factors("kremlin-call", runs=300, seed=2, folder=tmp_path)
    shard = tmp_path / "points-00000.parquet"
    shard.write_bytes(shard.read_bytes()[:-40])
    assert dp.rank_factors("kremlin-call", runs=300, seed=2, folder=tmp_path, resume=True).to_json() == whole.to_json()


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"method": "guess"}, "E832"),
        ({"width": 0}, "E832"),
        ({"runs": 0}, "E801"),
        ({"claims": "some"}, "E832"),
        ({"outcome": "yelded"}, r"E820.*did you mean yielded"),
        ({"mark": "nothing"}, "E810"),
        ({"mark": "x", "outcome": "held"}, "E832"),
    ],
)
def test_an_impossible_request_is_refused_with_its_cure(asked: dict[str, Any], code: str) -> None:
    with pytest.raises(DualpowerError, match=code):
        dp.rank_factors("kremlin-call", **asked)


# --- from the cube to histories


@pytest.fixture(scope="module")
def call() -> tuple[Resolved, Any]:
    resolved = dp.load("kremlin-call")
    return resolved, histories.compile_scenario(resolved)


def test_parameters_are_drawn_as_the_engine_draws_them() -> None:
    from scipy.stats import ks_2samp

    drawn = dp.simulate("kremlin-call", runs=1_000, seed=3)
    even = (np.arange(5_000) + 0.5) / 5_000
    chances = [ks_2samp(drawn.param(row.symbol), param_quantile(i, even)).pvalue for i, row in enumerate(PARAMS)]
    assert min(chances) > 1e-4 and np.median(chances) > 0.1
    for i, row in enumerate(PARAMS):
        ends = param_quantile(i, np.array([0.0, 1.0]))
        assert row.low <= ends[0] < ends[1] <= row.high


def test_quantities_are_drawn_as_the_evidence_leaves_them_open() -> None:
    even = (np.arange(20_000) + 0.5) / 20_000
    arrays = {
        "fact_kind": [0, 1, 2, 3, 3], "fact_a": [7.0, 10, 0, 5, 0], "fact_b": [0.0, 30, 10, 2, 9],
        "fact_c": [0.0, 0, 4, 0, 0], "fact_low": [0.0, 0, 0, -99, 0], "fact_high": [99.0, 99, 99, 99, 1],
    }  # fmt: skip
    fixed, even_range, triangle, bell, cut = (fact_quantile(arrays, i, even) for i in range(5))
    assert set(fixed) == {7.0}
    assert (even_range.mean(), even_range.min(), even_range.max()) == pytest.approx((20, 10, 30), abs=0.01)
    assert (triangle.mean(), triangle.var()) == pytest.approx((14 / 3, (100 + 16 - 40) / 18), abs=0.01)
    assert (triangle < 4).mean() == pytest.approx(0.4, abs=1e-3)
    assert (bell.mean(), bell.std()) == pytest.approx((5, 2), abs=0.01)
    assert cut.min() == 0 and cut.max() == 1


def test_histories_at_points_spread_over_the_cube_end_as_drawn_ones_do(call: tuple[Resolved, Any]) -> None:
    resolved, problem = call
    drawn = {row["outcome"]: row["share"] for row in dp.simulate("kremlin-call", runs=1_000, seed=11).outcomes()}
    for claims in ("grouped", "each", "none"):
        ground = Ground(resolved, problem, claims=claims)
        cube = np.random.default_rng(1).random((1_000, len(ground.factors)))
        out = points.run_points(problem, ground.points(cube), seed=12)
        assert not out["status"].any()
        for code, outcome in enumerate(problem.outcomes):
            assert (out["outcome"] == code).mean() == pytest.approx(drawn[outcome.id], abs=0.075), claims


def test_a_point_that_fixes_what_a_run_drew_is_that_run(call: tuple[Resolved, Any]) -> None:
    _, problem = call
    arrays = dict(problem.arrays)
    arrays["fact_kind"] = np.zeros_like(arrays["fact_kind"])  # nothing is left open but parameters, choices and luck
    known = replace(problem, arrays=arrays)
    from dualpower import ensemble

    drawn = ensemble.simulate(known, runs=40, seed=9)
    params = np.stack([drawn.param(row.symbol) for row in PARAMS], axis=1)
    facts = np.tile(arrays["fact_a"][: arrays["F"]], (40, 1))
    fixed = points.Points(params, facts, np.full((40, len(problem.decisions)), -1, np.int16), np.arange(40))
    out = points.run_points(problem, fixed, seed=9, threads=2)
    assert [problem.outcomes[code].id for code in out["outcome"]] == drawn.outcome.tolist()
    for at, watch in enumerate(drawn.watches):
        assert np.array_equal(out[f"watch_min.{at}"], drawn.watch_min(watch))


def test_leaders_choose_by_their_chances_and_another_ticket_is_another_choice() -> None:
    resolved = a_world_of_choice()
    ground = Ground(resolved, histories.compile_scenario(resolved))
    cube = np.full((4_000, len(ground.factors)), 0.5)
    assert len(set(ground.points(cube).options[:, 0])) == 1
    cube[:, [factor.id for factor in ground.factors].index("choices")] = np.random.default_rng(2).random(4_000)
    assert (ground.points(cube).options[:, 0] == 0).mean() == pytest.approx(0.3, abs=0.03)
    assert len(set(ground.points(np.full((50, len(ground.factors)), 0.5), salt=np.arange(50)).luck)) == 50


def test_tickets_are_even_and_independent_of_each_other() -> None:
    u = np.random.default_rng(3).random(20_000)
    one, two = scrambled(tickets(u), 1), scrambled(tickets(u), 2)
    for drawn in (one, two):
        assert drawn.min() >= 0 and drawn.max() < 1
        assert np.histogram(drawn, 20, (0, 1))[0] == pytest.approx(1_000, rel=0.15)
    assert abs(np.corrcoef(one, two)[0, 1]) < 0.03 and abs(np.corrcoef(u, one)[0, 1]) < 0.03
    assert len(set(scrambled(tickets(np.array([0, 1 / 3, 2 / 3, 1])), 1))) == 4


def test_every_open_quantity_belongs_to_one_factor(call: tuple[Resolved, Any]) -> None:
    resolved, problem = call
    each = Ground(resolved, problem, claims="each")
    open_paths = [path for path, spread in resolved.spreads.items() if spread.kind != "fixed"]
    assert [f.id for f in each.factors if f.kind == "claim"] == [f"claim.{path}" for path in open_paths]
    grouped = Ground(resolved, problem, claims="grouped")
    assert len({factor.id for factor in grouped.factors}) == len(grouped.factors)
    assert all(factor.title and factor.title[0].isupper() for factor in grouped.factors)
    before = grouped.points(np.full((1, len(grouped.factors)), 0.25)).facts
    for column, factor in enumerate(grouped.factors):
        cube = np.full((1, len(grouped.factors)), 0.25)
        cube[0, column] = 0.75
        changed = (grouped.points(cube).facts != before).any()
        assert changed == (factor.kind == "claims"), factor.id


def test_the_row_of_a_ranking_names_those_that_cannot_be_told_apart() -> None:
    from dualpower.analysis.factors import Factor
    from dualpower.analysis.screening import Measured

    nowhere = np.full(4, np.nan)
    found = Measured(
        np.array([0.9, 0.5, 0.45, 0.1]), np.array([0.85, 0.4, 0.35, 0.05]), np.array([0.95, 0.6, 0.55, 0.15]),
        nowhere, nowhere, nowhere,
        np.full((4, 2), np.nan), np.full((4, 2), np.nan), np.array([0.0, 1.0]), is_narrow=True,
    )  # fmt: skip
    names = [Factor("luck", "luck", "Luck"), *(Factor(f"param.{s}", "parameter", s) for s in "abc")]
    facts = {"method": "morris", "unit": "share", "what_title": "it", "outcome": "so", "runs": 10, "failed": 0,
             "width_asked": 0.1, "narrow": True}  # fmt: skip
    ranked = sensitivity._ranked(names, found, facts)
    assert [row["group"] for row in ranked.table] == [1, 2, 2, 4]
    assert "a and b" in ranked.sentence and "c" not in ranked.sentence.split("on ")[-1]
