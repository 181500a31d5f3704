"""Made-up worlds with a known pivot: it is found, and where there is none that is said."""

from __future__ import annotations

import json

import pytest
from worlds.pivotal import FOLDER, WORLDS, pivotal

from dualpower.analysis.pivots import find_pivots
from dualpower.errors import DualpowerError

TRIALS, PAIRS = 3, 40
COURT_TRIALS, COURT_PAIRS = 40, 60


def found(world, runs: int, seed: int, pivot: str | None) -> bool:
    finding = find_pivots(world, runs=runs, seed=seed)
    if pivot is None:
        return finding.sentence.startswith("No decision is seen")
    return bool(finding.table[0]["id"] == pivot and finding.table[0]["seen"] and pivot in finding.sentence)


def test_there_are_at_least_twelve_worlds_with_a_pivot_and_one_without():
    pivots = [pivotal(path)[1] for path in WORLDS]
    assert sum(pivot is not None for pivot in pivots) >= 12
    assert None in pivots


@pytest.mark.parametrize("path", WORLDS, ids=lambda path: path.stem)
def test_the_pivot_ranks_first_and_a_world_without_one_says_so(path):
    world, pivot = pivotal(path)
    assert sum(found(world, PAIRS, 100 + trial, pivot) for trial in range(TRIALS)) >= TRIALS - (pivot is None)


@pytest.mark.slow
def test_over_many_trials_the_pivot_ranks_first_in_95_per_cent():
    right = {path.stem: 0 for path in WORLDS}
    for path in WORLDS:
        world, pivot = pivotal(path)
        right[path.stem] = sum(found(world, COURT_PAIRS, trial, pivot) for trial in range(COURT_TRIALS))
    print(json.dumps(right))
    known = [count for path, count in right.items() if not path.startswith("no-pivot")]
    none = [count for path, count in right.items() if path.startswith("no-pivot")]
    assert sum(known) >= 0.95 * COURT_TRIALS * len(known), right
    assert sum(none) >= 0.85 * COURT_TRIALS * len(none), right  # a 90 % level may be wrong one time in ten


def test_the_portions_of_two_locks_sum_and_each_needs_the_other():
    world, _ = pivotal(FOLDER / "two-locks.yaml")
    shared = find_pivots(world, runs=60, seed=2, shapley=8, shapley_runs=60).facts["shapley"]
    assert shared["error"] <= 1e-9
    assert sum(row["share"] for row in shared["shares"]) == pytest.approx(shared["total"]["change"], abs=1e-9)
    first = shared["interactions"][0]
    assert set(first["between"]) == {"hold-a-meeting", "go-for-the-mill"} and first["low"] > 0 and first["seen"]


def test_portions_by_drawn_orders_sum_exactly_and_agree_with_all_ways(monkeypatch):
    world, _ = pivotal(FOLDER / "two-locks.yaml")
    exact = find_pivots(world, runs=200, seed=2, shapley=5, shapley_runs=200).facts["shapley"]
    monkeypatch.setattr("dualpower.analysis.portions.MOST_EXACT", 1)
    drawn = find_pivots(world, runs=200, seed=2, shapley=5, shapley_runs=200).facts["shapley"]
    assert drawn["method"].startswith("drawn orders") and drawn["error"] <= 1e-9 and drawn["interactions"] == []
    assert drawn["total"]["change"] == pytest.approx(
        exact["total"]["change"], abs=1e-9
    )  # the same runs, to the last one
    known = {row["id"]: row["share"] for row in exact["shares"]}
    for row in drawn["shares"]:
        assert row["share"] == pytest.approx(known[row["id"]], abs=0.1)


@pytest.mark.slow
def test_ninety_per_cent_intervals_of_a_shift_cover_the_truth_in_repeated_trials():
    """Truth from 6,000 pairs; 100 trials of 60 pairs each on other luck."""
    world, pivot = pivotal(FOLDER / "keeping-a-picket.yaml")
    truth = {row["id"]: row["shift"] for row in find_pivots(world, runs=6_000, seed=0).table}
    hits = dict.fromkeys(truth, 0)
    trials = 100
    for trial in range(trials):
        for row in find_pivots(world, runs=60, seed=1 + trial, level=0.9).table:
            hits[row["id"]] += row["low"] <= truth[row["id"]] <= row["high"]
    print(json.dumps({name: count / trials for name, count in hits.items()}))
    assert 0.85 <= hits[pivot] / trials <= 0.96
    assert sum(hits.values()) >= 0.85 * trials * len(hits)


def test_the_same_call_gives_the_same_finding_and_states_its_doubt():
    world, _ = pivotal(FOLDER / "keeping-a-picket.yaml")
    one, other = find_pivots(world, runs=40, seed=9), find_pivots(world, runs=40, seed=9, threads=1)
    assert one.dumps() == other.dumps()
    body = json.loads(one.dumps())
    assert {"scenario", "outcome", "runs", "sentence", "pivots"} <= set(body)
    for row in body["pivots"]:
        assert row["low"] <= row["shift"] <= row["high"]
        for measure in (row["necessity"], row["sufficiency"]):
            assert measure["value"] is None or measure["low"] <= measure["value"] <= measure["high"]
            assert (
                measure["bounds_outer"][0] <= measure["bounds"][0] <= measure["bounds"][1] <= measure["bounds_outer"][1]
            )


@pytest.mark.parametrize(
    ("how", "code", "says"),
    [
        ({"runs": 5}, "E812", "too few"),
        ({"runs": 40, "outcome": "rde"}, "E820", "did you mean red"),
        ({"runs": 40, "only": ["go-for-the-mil"]}, "E809", "did you mean go-for-the-mill"),
        ({"runs": -3}, "E812", "too few"),
        ({"runs": 40, "seed": -1}, "E802", "seed"),
    ],
)
def test_a_wrong_request_is_refused_with_a_cure(how, code, says):
    world, _ = pivotal(FOLDER / "taking-the-mill.yaml")
    with pytest.raises(DualpowerError, match=code) as refused:
        find_pivots(world, **{"seed": 1} | how)
    assert says in str(refused.value)


def test_an_outcome_that_never_happens_is_said_to_be_so():
    world, _ = pivotal(FOLDER / "no-pivot-same-either-way.yaml")
    assert find_pivots(world, runs=40, seed=1, outcome="blue").facts["outcome"] == "blue"
    never = changed("taking-the-mill.yaml", {"never": "acting(reds) > 100000"})
    with pytest.raises(DualpowerError, match=r"E822.*never happens in 40 runs"):
        find_pivots(never, runs=40, seed=1, outcome="never")
    always = changed("taking-the-mill.yaml", {"always": "alive(reds) or not alive(reds)"})
    with pytest.raises(DualpowerError, match=r"E822.*always happens"):
        find_pivots(always, runs=40, seed=1, outcome="always")


def test_where_nothing_else_could_be_chosen_nothing_can_be_undone():
    options = {
        "so": {"title": {"en": "So"}, "chance": 1, "history": True},
        "not": {"title": {"en": "Not"}, "chance": 0},
    }
    one = {"title": {"en": "One"}, "who": "reds", "when": "alive(reds)", "assumed": "test", "options": options}
    with pytest.raises(DualpowerError, match="E823"):
        find_pivots(resolved({"decisions": {"one": one}}), runs=40, seed=1)
    with pytest.raises(DualpowerError, match="E823"):
        find_pivots(resolved({}), runs=40, seed=1)


@pytest.mark.parametrize("decisions", ["drawn", "history"])
def test_what_a_variant_has_decided_is_not_undone(decisions):
    with pytest.raises(DualpowerError, match="E823"):
        find_pivots("kremlin-call", variant="they-storm", decisions=decisions, runs=40, seed=1)


def resolved(changes: dict):
    from pathlib import Path

    from worlds import town

    from dualpower.draft import Draft
    from dualpower.scenario.resolve import resolve

    return resolve(Draft(town(**changes), Path(), "world.yaml"))[0]


def changed(name: str, outcomes: dict[str, str]):
    from worlds.pivotal import DECOYS, read

    world = read(FOLDER / name)["world"]
    made = {key: {"title": {"en": key}, "when": when} for key, when in outcomes.items()}
    world["outcomes"] = made | {"over": {"title": {"en": "Over"}, "otherwise": True, "history": True}}
    world["decisions"] = world["decisions"] | DECOYS
    return resolved(world)
