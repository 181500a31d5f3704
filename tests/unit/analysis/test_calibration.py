"""What is learnt from a record: known cases come back, what cannot be learnt is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

import dualpower as dp
from dualpower import ensemble
from dualpower.analysis import coverage, scales, summaries
from dualpower.analysis.calibration import calibrate, gather_bank
from dualpower.analysis.coverage import cover
from dualpower.analysis.inference import Emulator, Method, infer, match
from dualpower.engine.params import PARAMS
from dualpower.ensemble import draws
from dualpower.errors import DualpowerError

pytestmark = pytest.mark.usefixtures("compiled")
MARKLESS = ["dead-in-the-kremlin"]
P = len(PARAMS)


def toy(runs: int = 2_000, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """A world whose first number is its first parameter and a little luck; the second is luck alone."""
    rng = np.random.default_rng(seed)
    z = rng.standard_normal((runs, P))
    return z, np.column_stack([z[:, 0] + 0.3 * rng.standard_normal(runs), rng.standard_normal(runs)])


def test_prior_draws_of_the_engine_are_standard_normal_on_the_common_scale():
    found = ensemble.simulate(dp_problem(), runs=400, seed=5)
    z = scales.to_deviates(np.stack([found.param(row.symbol) for row in PARAMS], axis=1))
    uncut = [i for i, row in enumerate(PARAMS) if row.symbol != "bL"]  # a sixth of its prior is cut to zero
    assert np.abs(z[:, uncut].mean(axis=0)).max() < 0.2
    assert np.abs(z[:, uncut].std(axis=0) - 1).max() < 0.15


def dp_problem():
    from dualpower.analysis import histories

    return histories.compile_scenario(histories.load("kremlin-call"))


def test_the_common_scale_leads_back_and_never_out_of_range():
    z = np.random.default_rng(1).uniform(-4, 4, (200, P))
    x = scales.to_params(z)
    assert np.allclose(scales.to_params(scales.to_deviates(x)), x, rtol=1e-4, atol=1e-6)
    wild = scales.to_params(np.array([[-50.0] * P, [50.0] * P]))
    for i, row in enumerate(PARAMS):
        assert (wild[:, i] >= row.low).all() and (wild[:, i] <= row.high).all()
        assert wild[0, i] < wild[1, i]


def test_a_linear_world_gives_the_posterior_of_the_textbook():
    z, s = toy(8_000)
    found = infer(z, s, np.array([1.0, 0.0]), np.zeros(2), method=Method(model_error=1e-6))
    mean, sd = found.moments()
    assert mean[0] == pytest.approx(1 / 1.09, abs=0.03)  # normal prior, normal luck of sd .3
    assert sd[0] == pytest.approx(np.sqrt(0.09 / 1.09), abs=0.03)
    assert np.abs(mean[1:]).max() < 0.2 and sd[1:].min() > 0.85  # about the others nothing is learnt


def test_draws_have_the_posterior_s_moments_and_are_the_same_again():
    z, s = toy()
    found = infer(z, s, np.array([1.0, 0.0]), np.zeros(2), method=Method())
    rows = found.draw(4_000, np.random.default_rng(1))
    assert np.allclose(rows.mean(axis=0), found.moments()[0], atol=0.05)
    assert (rows == found.draw(4_000, np.random.default_rng(1))).all()


def test_history_matching_drops_what_is_three_deviations_off_and_sets_aside_what_rules_out_everything():
    z, s = toy()
    far, hopeless = match(Emulator(z, s), np.array([1.0, 30.0]), np.zeros(2), Method(worst=1, model_error=0.0))
    assert hopeless == (1,)
    plausible = far <= 3
    spread = 0.3
    assert (np.abs(z[plausible, 0] - 1) < 3 * spread + 0.1).all()
    assert (np.abs(z[~plausible, 0] - 1) > 3 * spread - 0.1).all()


def test_where_nothing_is_plausible_the_least_implausible_are_taken_and_that_is_said():
    z, s = toy()
    found = infer(z, s, np.array([2.4, 0.0]), np.zeros(2), method=Method(implausible=0.2, worst=1, model_error=0.0))
    assert found.plausible < 100 == found.kept
    assert found.moments()[0][0] > 1.5


def test_a_record_beyond_all_histories_is_brought_to_their_edge_and_said():
    z, s = toy()
    found = infer(z, s, np.array([4.0, 0.0]), np.zeros(2), method=Method(implausible=50.0))
    assert 0 in found.clipped
    assert found.moments()[0][0] < 3.2


def test_truths_of_the_model_s_own_are_held_as_often_as_said():
    z, s = toy()
    checked = cover(z, s, np.zeros(2), truths=200, method=Method(), seed=1)
    for level in (0.5, 0.8, 0.9, 0.95):
        assert checked.share(level)[0] == pytest.approx(level, abs=0.08)
        assert checked.overall()[f"{100 * level:g}"] == pytest.approx(level, abs=0.04)
    assert checked.shrunk[:, 0].mean() < 0.2
    assert checked.shrunk[:, 1:].mean() > 0.8
    assert sum(checked.histogram()) == 200 * P and sum(checked.histogram(0)) == 200


def test_a_fit_that_is_too_sure_is_caught(monkeypatch):
    z, s = toy()
    with monkeypatch.context() as patch:
        patch.setattr(coverage, "infer", lambda *a, **k: squeezed(infer(*a, **k)))
        checked = cover(z, s, np.zeros(2), truths=100, method=Method(), seed=1)
    assert checked.overall()["90"] < 0.75
    assert checked.histogram()[0] + checked.histogram()[-1] > 0.3 * 100 * P  # the ranks pile up at both ends


def squeezed(found):
    """A posterior of half its width."""
    middle = found.weights @ found.deviates
    return replace(found, deviates=middle + 0.5 * (found.deviates - middle))


def test_numbers_of_several_scenarios_stand_side_by_side_on_the_same_parameters(tmp_path):
    from dualpower.analysis import histories

    city = histories.load("kremlin-call")
    one = gather_bank([city], runs=60, seed=4)
    assert one.numbers.values.shape[0] == len(one.deviates) == 60
    both = summaries.join([one.numbers, one.numbers])
    assert both.values.shape[1] == 2 * one.numbers.values.shape[1] == len(both.names)
    assert np.isfinite(one.numbers.values).all()


def test_the_bank_is_kept_and_read_back(tmp_path):
    from dualpower.analysis import histories

    city = histories.load("kremlin-call")
    fresh = gather_bank([city], runs=60, seed=4, folder=tmp_path)
    files = sorted(path.name for path in (tmp_path / "kremlin-call").iterdir())
    again = gather_bank([city], runs=60, seed=4, folder=tmp_path)
    assert (fresh.numbers.values == again.numbers.values).all()
    assert files == sorted(path.name for path in (tmp_path / "kremlin-call").iterdir())


def test_a_mark_out_of_reach_is_refused_by_name():
    with pytest.raises(DualpowerError, match=r"kremlin-call/dead-in-the-kremlin\.dead") as told:
        calibrate("kremlin-call", runs=60, seed=7)
    assert told.value.code == "E852" and "--without" in str(told.value)


@pytest.mark.parametrize(
    ("how", "code"),
    [({"without": ["no-such-mark"]}, "E851"), ({"runs": 10}, "E801"), ({"truths": 1}, "E801"), ({"draws": 0}, "E801")],
)
def test_an_impossible_request_is_refused(how, code):
    with pytest.raises(DualpowerError) as told:
        calibrate("kremlin-call", **{"runs": 60, "seed": 7, **how})
    assert told.value.code == code


def test_one_scenario_twice_is_refused():
    with pytest.raises(DualpowerError, match="E811"):
        calibrate(["kremlin-call", "kremlin-call"], runs=60, without=MARKLESS)


@pytest.fixture(scope="module")
def learnt(tmp_path_factory):
    found = calibrate("kremlin-call", runs=120, seed=7, without=MARKLESS, truths=60, draws=40)
    path = tmp_path_factory.mktemp("learnt") / "mine.json"
    found.save(path)
    return found, path


def test_what_was_learnt_is_written_with_its_provenance_and_read_back(learnt):
    found, path = learnt
    rows = draws.find(str(path))
    assert rows is not None and rows.values.shape == (40, P)
    assert np.allclose(rows.values, found.draws, rtol=1e-5)
    assert rows.facts["scenarios"] == found.facts["scenarios"] and rows.facts["without"] == MARKLESS
    assert {"made", "coverage", "method", "seed", "runs"} <= set(rows.facts)


def test_a_history_takes_the_same_row_whatever_their_number(learnt):
    rows = draws.find(str(learnt[1]))
    assert (rows.rows(5, 30)[10:] == rows.rows(5, 20, first=10)).all()
    drawn, kept = ({tuple(row) for row in table} for table in (rows.rows(5, 400), rows.values))
    assert drawn == kept and len(kept) > 1  # of forty, each is missed by 400 draws once in 25,000


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"engine": "0" * 64, "behaviour": {}}, "E854"),
        ({"engine": "0" * 64, "behaviour": {"kremlin-call": ["0" * 64, "0" * 64]}}, "E854"),
        ({"parameters": "0" * 64}, "E854"),
        ({"format": "another"}, "E855"),
        ({"draws": []}, "E855"),
        ({"draws": [[1.0, 2.0]]}, "E855"),
        ({"symbols": ["rho"]}, "E855"),
    ],
)
def test_a_file_of_another_engine_or_a_damaged_one_is_refused(learnt, tmp_path, change, code):
    body = json.loads(learnt[1].read_text(encoding="utf-8")) | change
    path = tmp_path / "other.json"
    path.write_text(json.dumps(body), encoding="utf-8")
    with pytest.raises(DualpowerError) as told:
        draws.find(str(path))
    assert told.value.code == code


def test_an_engine_that_was_only_rewritten_is_the_same_and_one_that_acts_otherwise_is_not(learnt, tmp_path):
    body = json.loads(learnt[1].read_text(encoding="utf-8")) | {"engine": "0" * 64}
    body["behaviour"] = {"kremlin-call": body["behaviour"]["kremlin-call"]}
    path = tmp_path / "other.json"
    path.write_text(json.dumps(body), encoding="utf-8")
    assert draws.find(str(path)) is not None
    body["behaviour"]["kremlin-call"][1] = "0" * 64
    path.write_text(json.dumps(body), encoding="utf-8")
    with pytest.raises(DualpowerError, match="E854"):
        draws.find(str(path))


def test_a_file_that_is_no_json_and_an_unknown_name_are_refused(tmp_path):
    path = tmp_path / "torn.json"
    path.write_text('{"format": "dualp', encoding="utf-8")
    with pytest.raises(DualpowerError, match="E855"):
        draws.find(str(path))
    with pytest.raises(DualpowerError, match="E853"):
        draws.find("posteriour")


def test_the_prior_needs_no_file():
    assert draws.find("prior") is None


def test_calibrate_is_at_the_door():
    assert dp.calibrate is calibrate


def test_histories_lived_with_learnt_parameters_have_them_and_say_so(learnt):
    _, path = learnt
    found = dp.simulate("kremlin-call", runs=30, seed=5, parameters=str(path))
    rows = draws.find(str(path)).rows(5, 30)
    assert np.allclose(found.param("bW"), rows[:, [row.symbol for row in PARAMS].index("bW")])
    assert found.parameters == str(path) and f"--parameters {path}" in found.manifest["command"]
    assert dp.simulate("kremlin-call", runs=30, seed=5).parameters == "prior"


def test_a_parameter_fixed_by_hand_is_laid_over_what_was_learnt(learnt):
    _, path = learnt
    found = dp.simulate("kremlin-call", runs=10, seed=5, parameters=str(path), params={"bI": 0.0})
    assert (found.param("bI") == 0).all()
    assert len(set(found.param("bW").tolist())) > 3 and found.manifest["command"] is None


def test_a_history_told_is_the_history_simulated(learnt):
    _, path = learnt
    found = dp.simulate("kremlin-call", runs=12, seed=5, parameters=str(path))
    for run in (0, 7, 11):
        assert dp.tell("kremlin-call", seed=5, run=run, parameters=str(path)).outcome == found.outcome[run]
        assert dp.tell(found, run=run).outcome == found.outcome[run]


def test_the_command_line_takes_learnt_parameters(learnt, capsys):
    from dualpower.faces.cli.main import main

    with pytest.raises(SystemExit) as left:
        main(
            ["simulate", "kremlin-call", "--runs", "20", "--seed", "5", "--parameters", str(learnt[1]), "--json", "-q"]
        )
    assert left.value.code in (0, None)
    said = json.loads(capsys.readouterr().out)
    mine = dp.simulate("kremlin-call", runs=20, seed=5, parameters=str(learnt[1]))
    assert [row["share"] for row in said["outcomes"]] == [row["share"] for row in mine.outcomes()]
    assert said["parameters"] == str(learnt[1])
    with pytest.raises(SystemExit) as left:
        main(["score", "kremlin-call", "--runs", "20", "--seed", "5", "--parameters", "no-such", "-q"])
    assert left.value.code == 2 and "E853" in capsys.readouterr().err


def test_answers_say_from_where_their_parameters_were_drawn(learnt):
    _, path = learnt
    drawn = dp.simulate("kremlin-call", runs=20, seed=5, parameters=str(path))
    assert drawn.summary()["parameters"] == str(path)
    assert dp.score("kremlin-call", result=drawn).facts["parameters"] == str(path)
    assert dp.score("kremlin-call", runs=20, seed=5).facts["parameters"] == "prior"


def test_the_command_refuses_what_the_other_method_takes(capsys):
    from dualpower.faces.cli.main import main

    for words in (["--minutes", "1"], ["--method", "abc-smc", "--truths", "10"]):
        with pytest.raises(SystemExit) as left:
            main(["calibrate", "kremlin-call", "-q", *words])
        assert left.value.code == 2 and "does not go with --method" in capsys.readouterr().err


def test_pairs_pivots_and_flips_are_lived_with_learnt_parameters_too(learnt):
    _, path = learnt
    rows = draws.find(str(path)).rows(7, 60)
    at = [row.symbol for row in PARAMS].index("bW")
    told = dp.compare("kremlin-call", "they-storm", runs=60, seed=7, parameters=str(path))
    for runs in told.runs:
        assert np.allclose(runs.params[:, at], rows[:, at])
    assert told.facts["parameters"] == str(path)
    parted = told.parting("they-storm")
    assert parted is None or parted.run < 60
    alone = dp.find_pivots("kremlin-call", runs=60, seed=7, parameters=str(path))
    found = dp.simulate("kremlin-call", runs=60, seed=7, parameters=str(path))
    share = next(row["share"] for row in found.outcomes() if row["history"])
    assert alone.facts["share"] == pytest.approx(share)
    assert alone.facts["parameters"] == str(path)
    assert dp.find_pivots("kremlin-call", runs=60, seed=7).facts["parameters"] == "prior"
