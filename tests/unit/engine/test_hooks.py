"""A mechanism of one's own: silent it changes nothing, speaking it is obeyed, and what is wrong in it is told."""

from __future__ import annotations

import logging
from pathlib import Path

import numpy as np
import pytest

import dualpower as dp
from dualpower.engine import batch, build
from dualpower.engine.caller import INPUT_CODES
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.words import POINTS

IDLE = "mechanisms:\n" + "".join(f"  idle-{point}: {{point: {point}, formula: usual}}\n" for point in POINTS)
LOUD = """
mechanisms:
  loud: {point: at-review, formula: usual * (1 + isolation) + 0.01 * hours}
  deaf: {point: before-order, formula: "min(usual, max(0, 1 - hardship / 3) * (0.5 + belief / 2 + bond / 4))"}
"""
FACTOR = 0.5
TOLD: list[float] = []


def silent(situation):
    return None


def never(situation):
    return 0


def halved(situation):
    return FACTOR * situation.usual


def wrong(situation):
    return situation.no_such_number


def negative(situation):
    return -1.0


def like_loud(situation):
    return situation.usual * (1 + situation.isolation) + 0.01 * situation.hours


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text)
    return path


def block(
    seed: int = 5, runs: int = 20, *, interpreted: bool = False, scenario: str = "kremlin-call", **how
) -> batch.Block:
    from dualpower.analysis import histories

    problem = histories.compile_scenario(dp.load(scenario, **how))
    module = build.kernel(interpreted=interpreted)
    return batch.run_batch(problem.case_for(module), seed=seed, first=0, runs=runs, keep_log=True, module=module)


def same(one: batch.Block, other: batch.Block) -> bool:
    return all(
        np.array_equal(x, y)
        for name in ("log_rows", "log_x")
        for x, y in zip(getattr(one, name), getattr(other, name), strict=True)
    ) and np.array_equal(one.outcome, other.outcome)


def test_an_idle_mechanism_changes_nothing_bit_for_bit(tmp_path):
    base = block()
    assert same(base, block(mechanism=written(tmp_path, IDLE)))
    assert same(base, block(hooks=dict.fromkeys(POINTS, silent)))
    assert not same(base, block(hooks={"at_review": halved}))


@pytest.mark.parametrize("scenario", ["kremlin-call", "moscow-1917"])
def test_asking_the_world_changes_nothing_either(tmp_path, compiled, scenario):
    unit, authority = (next(iter(found)) for found in _nouns(scenario))
    asked = f"present({unit}) + captive({authority}) + acting({authority}) + belief + force + standing"
    text = "".join(f"  {p}: {{point: {p}, formula: 'usual + 0 * ({asked})'}}\n" for p in POINTS)
    file = written(tmp_path, f"mechanisms:\n{text}")
    assert same(block(3, 4, scenario=scenario), block(3, 4, scenario=scenario, mechanism=file))


def _nouns(scenario: str):
    found = dp.load(scenario).scenario
    return found.units, found.authorities


def test_men_who_may_not_surrender_do_not():
    from dualpower.words import EV_YIELDED

    assert block().counts[:, EV_YIELDED].sum() > 0
    forbidden = block(hooks={"at_surrender": never})
    assert (forbidden.status == 0).all()
    assert forbidden.counts[:, EV_YIELDED].sum() == 0


def test_an_order_that_nobody_obeys_is_refused_and_only_those_who_act_already_go():
    from dualpower.words import EV_REFUSED, EV_TURNED_OUT

    usual, deaf = block().counts, block(hooks={"before_order": never}).counts
    assert deaf[:, EV_REFUSED].sum() > 5 * usual[:, EV_REFUSED].sum()
    assert deaf[:, EV_TURNED_OUT].sum() < usual[:, EV_TURNED_OUT].sum()


def test_a_formula_and_a_function_that_say_the_same_are_the_same(tmp_path):
    formula = written(
        tmp_path, "mechanisms: {loud: {point: at-review, formula: usual * (1 + isolation) + 0.01 * hours}}"
    )
    assert same(block(mechanism=formula), block(hooks={"at_review": like_loud}))


@pytest.mark.parametrize("kind", ["formula", "function"])
def test_compiled_and_interpreted_agree(tmp_path, kind):
    how = {"mechanism": written(tmp_path, LOUD)} if kind == "formula" else {"hooks": {"at_review": like_loud}}
    plain = block(runs=2)
    assert same(block(runs=2, **how), block(runs=2, interpreted=True, **how))
    assert not same(plain, block(runs=2, **how))


def test_threads_change_nothing():
    one, many = (
        dp.simulate("kremlin-call", runs=40, seed=3, threads=threads, hooks={"at_review": halved}) for threads in (1, 4)
    )
    assert (one.outcome == many.outcome).all()
    assert one.manifest["digest"] == many.manifest["digest"]


def test_digests_tell_what_a_run_was_made_with(tmp_path):
    made = [
        dp.simulate("kremlin-call", runs=2, seed=1, **how)
        for how in (
            {},
            {"hooks": {"at_surrender": never}},
            {"hooks": {"at_surrender": halved}},
            {"mechanism": written(tmp_path, IDLE)},
        )
    ]
    assert len({one.manifest["digest"] for one in made}) == 4
    assert len({one.manifest["identity"]["mechanisms"] for one in made}) == 4
    assert made[0].manifest["identity"]["mechanisms"] == "" and made[0].own_mechanisms == []
    assert [(f["id"], f["point"], f["kind"]) for f in made[1].own_mechanisms] == [("never", "at-surrender", "function")]
    assert made[3].own_mechanisms[0]["formula"] == "usual"
    assert made[1].manifest["command"] is None
    assert "--mechanism" in made[3].manifest["command"]


def test_what_a_function_takes_from_round_about_is_in_its_digest(monkeypatch):
    before = dp.load("kremlin-call", hooks={"at_review": halved}).digest
    monkeypatch.setitem(halved.__globals__, "FACTOR", 0.75)
    assert dp.load("kremlin-call", hooks={"at_review": halved}).digest != before


def test_a_function_that_its_source_does_not_name_is_refused():
    def rests_on_a_list(situation):
        return TOLD[0]

    with pytest.raises(DualpowerError, match="rests on TOLD, a list"):
        dp.load("kremlin-call", hooks={"at_review": rests_on_a_list})
    typed = eval("lambda situation: 1.0")  # noqa: S307
    for function in (typed, min, halved.__call__):
        with pytest.raises(DualpowerError) as error:
            dp.load("kremlin-call", hooks={"at_review": function})
        assert error.value.code == "E844"


@pytest.mark.parametrize("function", [wrong, negative])
def test_a_mistake_is_a_failed_row_and_is_told(caplog, function):
    with caplog.at_level(logging.WARNING, logger="dualpower.engine"):
        result = dp.simulate("kremlin-call", runs=3, seed=1, hooks={"at_review": function})
    assert result.failed == 3 and set(result.column("stage")) == {"mechanism"}
    said = [record.getMessage() for record in caplog.records if record.name == "dualpower.engine"]
    assert len(said) == 1 and "at-review" in said[0]
    assert ("no_such_number" in said[0]) == (function is wrong)


def test_ctrl_c_in_a_function_stops_the_work():
    def pressed(situation):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        block(hooks={"at_review": pressed})


def test_a_number_too_great_is_held_and_one_below_zero_fails(tmp_path):
    certain = written(tmp_path, "mechanisms: {sure: {point: at-surrender, formula: 5}}")
    assert (block(mechanism=certain).status == 0).all()
    below = written(tmp_path, "mechanisms: {below: {point: at-review, formula: usual - 1000}}", "below.yaml")
    assert set(block(mechanism=below).status) == {6}


def test_a_situation_is_read_only_complete_and_over_when_the_function_returns(tmp_path):
    text = (
        "kept = []\n"
        "def at_review(situation):\n"
        "    if not kept:\n"
        "        for name in NAMES: assert getattr(situation, name) >= 0\n"
        "        assert situation.unit and situation.site and situation.minute >= 0\n"
        "        assert 'at-review' in repr(situation)\n"
        "        try: situation.usual = 3\n"
        "        except AttributeError: kept.append(situation)\n"
        "    elif len(kept) == 1:\n"
        "        kept.append(None)\n"
        "        try: kept[0].usual\n"
        "        except AttributeError: return None\n"
        "        raise RuntimeError('a situation outlived its moment')\n"
    )
    file = written(tmp_path, f"NAMES = {tuple(INPUT_CODES)!r}\n" + text, "mine.py")
    assert (block(runs=1, mechanism=file).status == 0).all()


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("mechanisms: {a: {point: at-dawn, formula: 1}}", "E841", 1, "at-dawn"),
        ("mechanisms:\n  a:\n    point: at-review\n", "E841", 2, "needs formula"),
        ("mechanisms:\n  a:\n    point: at-review\n    formula: usual\n    rate: 1\n", "E841", 5, "rate"),
        ("variants: {}\n", "E841", 1, "variants"),
        ("mechanisms:\n  a:\n    point: at-review\n    formula: usual * hardschip\n", "E210", 4, "hardship"),
        ("mechanisms:\n  a:\n    point: at-review\n    formula: usual +\n", "E501", 4, "the end"),
        ("mechanisms:\n  a:\n    point: at-review\n    formula: hardship > 1\n", "E506", 4, "number"),
        ("mechanisms:\n  a:\n    point: at-review\n    formula: count(settled() for 2 h)\n", "E842", 4, "for"),
    ],
)
def test_a_formula_that_does_not_fit_is_told_with_its_line(tmp_path, text, code, line, says):
    with pytest.raises(ScenarioError) as error:
        dp.load("kremlin-call", mechanism=written(tmp_path, text))
    told = error.value.problems
    assert {p.code for p in told} == {code} and {p.line for p in told} == {line}
    assert any(says in str(p) for p in told)


def test_two_at_one_point_and_unknown_points_and_files_are_refused(tmp_path):
    file = written(tmp_path, IDLE)
    for how, code in (
        ({"mechanism": file, "hooks": {"at_review": silent}}, "E843"),
        ({"hooks": {"at_dawn": silent}}, "E841"),
        ({"mechanism": tmp_path / "none.yaml"}, "E101"),
        ({"mechanism": written(tmp_path, "def other(s): pass\n", "other.py")}, "E841"),
        ({"mechanism": written(tmp_path, "def broken(:\n", "broken.py")}, "E841"),
        ({"mechanism": written(tmp_path, "1 / 0\n", "raises.py")}, "E841"),
    ):
        with pytest.raises(DualpowerError) as error:
            dp.load("kremlin-call", **how)
        assert error.value.code == code


def test_a_variant_keeps_the_mechanisms_and_is_checked_with_them(tmp_path):
    base = dp.load("kremlin-call", hooks={"at_surrender": never})
    varied = dp.load(base, variant="they-wait")
    assert varied.mechanisms == base.mechanisms
    assert varied.digest != dp.load("kremlin-call", variant="they-wait").digest
    found = dp.compare(base, ["they-wait"], runs=20, seed=1)
    assert found.to_json()["own_mechanisms"][0]["id"] == "never"
