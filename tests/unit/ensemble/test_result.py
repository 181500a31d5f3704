"""Reading many histories: each table against a count made by hand."""

import importlib.util
import json
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from unit.ensemble import fake

from dualpower import words
from dualpower.ensemble import shards
from dualpower.ensemble.execute import simulate
from dualpower.ensemble.intervals import wilson
from dualpower.ensemble.result import Result
from dualpower.ensemble.store import StoreError

RUNS = 600


@pytest.fixture(params=["memory", "folder"])
def result(request, problem, tmp_path) -> Result:
    folder = tmp_path / "r" if request.param == "folder" else None
    return simulate(problem, runs=RUNS, seed=11, folder=folder, keep_log=True)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [fake.one_run(11, run, None, None) for run in range(RUNS)]


def test_outcomes_are_shares_of_the_histories_that_ended(result, rows):
    ended = [row for row in rows if row["status"] == 0]
    table = result.outcomes()
    assert table.names == ("outcome", "share", "low", "high", "history", "runs")
    assert [row["outcome"] for row in table.rows()] == ["crown-holds", "guild-wins", "truce"]
    for at, row in enumerate(table.rows()):
        runs = sum(one["outcome"] == at for one in ended)
        assert row["runs"] == runs > 0 and row["share"] == runs / len(ended)
        assert (row["low"], row["high"]) == wilson(runs, len(ended))
        assert row["history"] is (at == 1)
    assert sum(table["runs"]) == len(ended) == RUNS - result.failed
    json.dumps(table.rows())


def test_the_summary_is_what_others_rely_on(result):
    summary = json.loads(json.dumps(result.summary(), allow_nan=False))
    assert list(summary) == [
        "scenario", "runs", "seed", "parameters", "failed", "seconds", "runs_per_second", "outcomes",
    ]  # fmt: skip
    assert (summary["scenario"], summary["runs"], summary["seed"], summary["failed"]) == ("mill-quarrel", RUNS, 11, 6)
    assert list(summary["outcomes"][0]) == ["outcome", "share", "low", "high", "history"]
    assert summary["runs_per_second"] > 0


def test_decisions_count_only_histories_where_they_came_up(result, rows):
    taken = [row["chosen"][1] for row in rows if row["status"] == 0]
    ring = [row for row in result.decisions().rows() if row["decision"] == "ring"]
    came_up = sum(option >= 0 for option in taken)
    assert [row["came_up"] for row in ring] == [came_up, came_up] and came_up < len(taken)
    assert [row["runs"] for row in ring] == [taken.count(0), taken.count(1)]
    assert [row["chance"] for row in ring] == [0.25, 0.75] and [row["history"] for row in ring] == [False, True]
    assert ring[0]["share"] + ring[1]["share"] == pytest.approx(1.0)


def test_mechanisms_name_every_event_once(result, rows):
    table = result.mechanisms()
    assert list(table["event"]) == sorted(words.EVENTS, key=lambda name: words.EVENTS[name])
    killed = [row["counts"][words.EV_KILLED] for row in rows if row["status"] == 0]
    row = table.rows()[words.EV_KILLED]
    assert row["mean"] == pytest.approx(np.mean(killed)) and row["share"] == np.mean(np.array(killed) > 0)
    assert table.rows()[words.EV_FORGED]["share"] == 0.0


def test_causes_and_the_scripted_share(result):
    table = {row["cause"]: row for row in result.causes().rows()}
    assert set(table) == set(words.CAUSES)
    assert table["plan"]["order_share"] == pytest.approx(9 / 15)
    # One dated order to nine planned ones; what comes from outside is no leader's order.
    assert result.scripted_share == pytest.approx(0.1)
    odd = int(result.column("run")[result.ended].astype(int).__mod__(2).sum())
    assert result.scripted_changes == pytest.approx(odd / (odd + 3 * (RUNS - result.failed)))


def test_watches_parameters_and_choices_come_back_as_they_were(result, rows):
    assert result.watches == ("m01.hour", "m02.dead")
    assert np.array_equal(result.watch("m02.dead"), [row["watch_val"][1] for row in rows], equal_nan=True)
    assert list(result.watch_min("m01.hour")) == [row["watch_min"][0] for row in rows]
    assert list(result.param("bP")) == [row["params"][1] for row in rows]
    wins = result.runs_with("guild-wins")
    assert list(wins) == [run for run, row in enumerate(rows) if row["outcome"] == 1]


def test_series_and_holders_come_back_hour_by_hour(result, rows):
    found = result.series("dead.all")
    assert found.shape == (RUNS, fake.HOURS) and found.dtype == np.int32
    for site, name in enumerate(fake.SITES):
        held = result.holders(name)
        for run, row in enumerate(rows):
            expected = np.full(fake.HOURS, -1) if row["status"] else row["holders"][:, site]
            assert np.array_equal(held[run], expected), (run, name)
    for run in (0, 95, 599):
        assert np.array_equal(found[run], rows[run]["series"][:, 1])


def test_curves_are_quantiles_over_the_histories_that_ended(result):
    curve = result.curves("dead.all")
    assert curve.names == ("hour", "q05", "q25", "q50", "q75", "q95") and len(curve) == fake.HOURS
    values = result.series("dead.all")[result.ended]
    assert np.allclose(curve["q50"], np.median(values, axis=0))
    assert (curve["q05"] <= curve["q95"]).all()


def test_the_log_of_one_run_is_found_again(result, rows):
    table = result.events(251)
    assert len(table) == len(rows[251]["log"]) and set(table["run"]) == {251}
    assert table["event"][0] == "walked-in" and table["cause"][0] == "dated" and table["x"][0] == 0.5
    # Slot 4 is a detachment of the drum; nobody and nowhere are empty words.
    assert list(table["unit"]) == ["drum", "", ""] and list(table["site"]) == ["gate-house", "", ""]


def test_a_log_that_was_not_kept_is_said_so(problem):
    with pytest.raises(KeyError, match="keep_log=True"):
        simulate(problem, runs=3, seed=1).events(1)


def test_a_misspelt_name_suggests_the_near_one(result):
    for ask, near in (
        (lambda: result.series("dead.al"), "dead.all"),
        (lambda: result.holders("mil"), "mill"),
        (lambda: result.watch("m01.houre"), "m01.hour"),
        (lambda: result.chosen("rings"), "decision.ring"),
    ):
        with pytest.raises(KeyError, match=f"did you mean .*{near}"):
            ask()


def test_a_result_cannot_be_changed(result):
    with pytest.raises(AttributeError):
        result.seed = 3  # type: ignore[misc]
    with pytest.raises(ValueError, match="read-only"):
        result.param("xi")[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        result.outcomes()["share"][0] = 1.0
    result.manifest["identity"]["seed"] = 99
    result.about["outcomes"].clear()
    assert result.seed == 11 and len(result.outcomes()) == 3


def test_a_result_shows_itself_shortly(result):
    assert repr(result) == "<Result mill-quarrel: 600 runs, seed 11, 6 failed>"
    html = result._repr_html_()
    assert html.count("<tr>") == 3 and "Truce" in html and "600 histories" in html and "<Result" not in html


def test_tables_go_to_pandas_and_arrow(result):
    pandas, pyarrow = pytest.importorskip("pandas"), pytest.importorskip("pyarrow")
    frame = result.to_pandas()
    assert len(frame) == RUNS and frame["outcome"].value_counts()["truce"] == len(result.runs_with("truce"))
    assert pyarrow.table(result.to_arrow()).num_rows == RUNS
    assert isinstance(result.outcomes().to_pandas(), pandas.DataFrame)
    assert pyarrow.table(result.outcomes().to_arrow()).column("history").to_pylist() == [False, True, False]


def test_other_programs_read_the_files(problem, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    result = simulate(problem, runs=300, seed=11, folder=tmp_path / "r")
    table = parquet.read_table(tmp_path / "r" / "runs-00001.parquet")
    assert table.column("run").to_pylist() == list(range(250, 300))
    assert table.column("outcome").to_pylist() == list(result.outcome[250:])
    holders = parquet.read_table(tmp_path / "r" / "holders-00000.parquet").to_pylist()
    assert {row["site"] for row in holders} == set(fake.SITES)
    assert json.loads(table.schema.metadata[b"dualpower"])["digest"] == result.manifest["digest"]


@pytest.mark.parametrize(("module", "ask"), [("pandas", Result.to_pandas), ("xarray", Result.to_xarray)])
def test_a_missing_package_is_named_with_its_cure(result, monkeypatch, module, ask):
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(ImportError, match=f"python -m pip install {module}"):
        ask(result)


def test_series_go_to_xarray(result, monkeypatch):
    class Dataset:
        """Stands in where xarray is not installed; takes what xarray's own takes."""

        def __init__(self, variables: Any, coords: Any, attrs: Any) -> None:
            self.variables, self.coords, self.attrs = variables, coords, attrs

    if importlib.util.find_spec("xarray") is None:
        monkeypatch.setitem(sys.modules, "xarray", SimpleNamespace(Dataset=Dataset))
        dims, values = result.to_xarray().variables["dead.all"]
    else:
        found = result.to_xarray()["dead.all"]
        dims, values = found.dims, found.values
    assert dims == ("run", "hour") and (values == result.series("dead.all")).all()
    assert result.to_xarray().attrs == {"scenario": "mill-quarrel", "seed": 11}


def test_no_result_and_a_damaged_one_are_told_apart(problem, tmp_path):
    with pytest.raises(StoreError, match=r"E807.*holds no result"):
        Result.open(tmp_path)
    simulate(problem, runs=3, seed=1, folder=tmp_path / "r")
    (tmp_path / "r" / "runs-00000.parquet").write_bytes(b"PAR1 nonsense PAR1")
    with pytest.raises(StoreError, match=r"E807.*damaged"):
        Result.open(tmp_path / "r").outcomes()
    (tmp_path / "r" / "manifest.json").write_text("{")
    with pytest.raises(StoreError, match=r"E807.*manifest.json is damaged"):
        Result.open(tmp_path / "r")


def test_a_file_of_another_ensemble_is_refused(problem, tmp_path):
    simulate(problem, runs=3, seed=1, folder=tmp_path / "one")
    simulate(problem, runs=3, seed=2, folder=tmp_path / "two")
    other = (tmp_path / "two" / "runs-00000.parquet").read_bytes()
    (tmp_path / "one" / "runs-00000.parquet").write_bytes(other)
    with pytest.raises(StoreError, match="belongs to another ensemble"):
        Result.open(tmp_path / "one").outcomes()


def test_when_every_run_fails_there_is_still_a_table(problem, monkeypatch):
    from dualpower.ensemble import execute

    def fail(case: Any, **how: Any) -> Any:
        block = fake.run_batch(case, **how)
        block.status[:], block.outcome[:] = 1, -1
        return block

    monkeypatch.setattr(execute, "load_engine", lambda: fake.engine(run_batch=fail))
    result = simulate(problem, runs=5, seed=1)
    assert result.failed == 5 and set(result.column("stage")) == {"stand"}
    assert np.isnan(result.outcomes()["share"]).all() and set(result.outcomes()["high"]) == {1.0}
    assert np.isnan(result.scripted_share) and result.summary()["outcomes"][0]["share"] is None
    with pytest.raises(ValueError, match="no history ended"):
        result.curves("dead.all")


def test_names_of_events_and_causes_stand_at_their_codes():
    assert [words.EVENTS[name] for name in shards.EVENT_NAMES] == list(range(81))
    assert [words.CAUSES[name] for name in shards.CAUSE_NAMES] == list(range(8))


def test_a_result_in_memory_can_be_sent_elsewhere(problem):
    result = simulate(problem, runs=3, seed=1)
    assert list(pickle.loads(pickle.dumps(result)).outcome) == list(result.outcome)  # noqa: S301


def test_no_era_city_or_party_is_named():
    forbidden = ["moscow", "petrograd", "kremlin", "bolshevik", "1917", "soviet", "lenin", "kerensky"]
    for file in Path(shards.__file__).parent.glob("*.py"):
        text = file.read_text().lower()
        assert not [word for word in forbidden if word in text], file.name
