# ruff: noqa: E501 - a table reads best on one line a row
import hashlib
import json
import time

import numpy as np
import pytest

from dualpower import words
from dualpower.compiler.names import key
from dualpower.engine.case import CASE_FIELDS, CASE_SCALARS
from dualpower.errors import ScenarioError


def test_every_field_of_the_case_is_there_in_type_and_shape(city, compiling):
    arrays = compiling(city).arrays
    assert set(arrays) == {name for name, _, _ in CASE_FIELDS} | set(CASE_SCALARS)
    sizes = {name: arrays[name] for name in CASE_SCALARS} | {
        "S1": arrays["S"] + 1,
        "U01": arrays["U0"] + 1,
        "6": 6,
        "4": 4,
        "3": 3,
    }
    for name, dtype, dims in CASE_FIELDS:
        array = arrays[name]
        assert array.dtype == dtype and array.flags["C_CONTIGUOUS"], name
        for length, dim in zip(array.shape, dims, strict=True):
            assert length == max(1, sizes.get(dim, length)), (name, dim)


def test_scalars_of_the_small_city(city, compiling):
    problem = compiling(city)
    found = problem.arrays
    assert [found[s] for s in ("K", "K1", "C", "U0", "U", "S", "G", "N", "L", "B")] == [3, 4, 2, 7, 199, 5, 3, 2, 5, 2]
    assert [found[s] for s in ("minutes", "step", "hours", "start_min")] == [1440, 5, 25, 390]
    assert (problem.minutes, problem.step_min, problem.hours) == (1440, 5, 25)
    assert len(problem.series) == 4 + 6 * 3
    assert [found[s] for s in ("D", "P", "X", "M", "MO", "FA", "R", "W", "FOR")] == [0] * 9


def test_authorities_stances_and_bodies(city, compiling):
    found = compiling(city).arrays
    assert found["auth_seat"].tolist() == [-1, 0, 1, 3]
    assert found["auth_posture"].tolist() == [0, 1, 0, 0]
    assert found["fact_a"][found["auth_ops"][1:]].tolist() == [2, 3, 2]
    n, h, a = words.STANCE_NEUTRAL, words.STANCE_HOSTILE, words.STANCE_ALLIED
    assert found["stance0"].tolist() == [[a, n, n, n], [n, a, h, n], [n, h, a, a], [n, n, a, a]]
    assert found["body_auth"].tolist() == [2, 1]
    club = found["body_accepted"][1]
    assert (found["fact_kind"][club], found["fact_a"][club], found["fact_b"][club]) == (1, 0.2, 0.4)
    assert (found["fact_low"][club], found["fact_high"][club]) == (0, 1)


def test_sites_take_what_their_kind_says_and_what_is_written(city, compiling):
    found = compiling(city).arrays
    assert found["site_holder0"].tolist() == [1, 2, 0, 0, 0]
    assert found["site_entrances"].tolist() == [3, 7, 2, 2, 5]
    assert found["site_cover"].tolist() == [2.5, 6.0, 1.5, 2.0, 2.0]
    assert found["site_shrine"].tolist() == [0, 1, 0, 0, 0]
    assert found["site_hidden"].tolist() == [0, 1 << words.STOCK_RIFLES, 0, 0, 0]
    stock = found["site_stock"]
    assert (stock >= 0).sum() == 2 and found["fact_a"][stock[1, words.STOCK_FOOD]] == 5
    assert found["fact_a"][found["site_residents"][3]] == 500 and (found["site_residents"] >= 0).sum() == 1


def test_distances_and_ways(city, compiling):
    problem = compiling(city)
    found = problem.arrays
    assert problem.names.links == ["high-street", "low-street", "back-street", "railway", "fort.front"]
    assert found["km"][0, 2] == found["km"][2, 0] == pytest.approx(1.322, abs=0.002)
    street = 1.25 * found["km"][2, 3]
    assert found["link_km"].tolist() == pytest.approx(
        [1.0, street, 1.25 * found["km"][0, 1], 100, 1.25 * found["km"][1, 2]]
    )
    # the closed street is no way: from the hall to the fort by the bridge
    assert found["path_km"][0, 1] == pytest.approx(1.0 + 1.25 * found["km"][1, 2])
    assert found["hop"][0].tolist() == [-1, 2, 2, 2, -1]
    assert found["path_km"][0, 4] == 1e9  # trains are not walked
    assert found["adj_start"].tolist() == [0, 2, 4, 7, 9, 10]
    assert found["adj_to"].tolist() == [1, 2, 0, 2, 0, 1, 3, 2, 4, 3]
    assert found["link_crew"].tolist() == [-1, -1, -1, 6 - 1, -1]


def test_ways_agree_with_a_search_by_hand(city, compiling):
    """Every shortest way is as long as the sum of its hops."""
    found = compiling(city).arrays
    direct = {}
    for a, b, km in zip(found["link_a"], found["link_b"], found["link_km"], strict=True):
        direct[a, b] = direct[b, a] = km
    walked = 0
    for a in range(found["S"]):
        for b in range(found["S"]):
            at, km = a, 0.0
            while at != b and found["hop"][at, b] >= 0:
                step = found["hop"][at, b]
                km, at = km + direct[at, step], step
            if at == b:
                assert km == pytest.approx(found["path_km"][a, b])
                walked += 1
    assert walked == 4 * 4 + 1


def test_gates(city, compiling):
    problem = compiling(city)
    found = problem.arrays
    assert problem.names.gates == ["fort.front", "fort.cellar", "fort.side"]
    assert found["gate_site"].tolist() == [1, 1, 1] and found["gate_to"].tolist() == [2, 0, 0]
    assert found["gate_keeper0"].tolist() == [0, -1, 0]
    assert found["gate_known"].tolist() == [-1, 0b1010, -1]


def test_each_gate_without_a_link_is_a_way_of_its_own(city, compiling):
    city["sites"]["fort"]["gates"]["wicket"] = {"to": "bridge"}
    problem = compiling(city)
    assert problem.names.links[4:] == ["fort.front", "fort.wicket"]
    first, last = problem.arrays["adj_start"][1:3]
    assert problem.arrays["adj_to"][first:last].tolist() == [0, 2, 2]


def test_lines(city, compiling):
    found = compiling(city).arrays
    assert found["line_joins"].tolist() == [[1, 1, 0, 0, 0], [1, 1, 1, 1, 0]]
    assert found["line_exchange"].tolist() == [0, -1]
    assert found["line_staff"].tolist() == [4, -1]
    assert found["cut0"].tolist() == [[0, 0, 1]]


def test_units(city, compiling):
    problem = compiling(city)
    found = problem.arrays
    assert problem.names.units[1:4] == ["militia", "militia@depot", "militia@bridge"]
    assert found["unit_at"].tolist() == [1, 0, 3, 2, 0, 3, 4]
    assert found["unit_group"].tolist() == [0, 1, 1, 1, 4, 5, 6]
    assert found["unit_of"].tolist() == [2, 1, 1, 1, 0, 0, 2]
    assert found["unit_volunteer"].tolist() == [0, 1, 1, 1, 0, 0, 0]
    assert found["unit_unfed"][0] == 1.5 and found["unit_commander"].tolist() == [0] + [-1] * 6
    assert found["unit_weapon"][0] == 1.0 and found["unit_doubt"].tolist() == [0.35] * 7
    assert found["unit_present"][0] >= 0 and found["unit_present"][1] == -1
    assert found["route_start"].tolist() == [0] * 7 + [1] and found["route_site"].tolist() == [3]
    bond = found["unit_bond"]
    assert found["fact_a"][bond[0, 2]] == 0.5 and (bond >= 0).sum() == 1  # the staff's bond is the blues'
    assert found["unit_issue"][0, 0] == -1 and found["fact_a"][found["unit_issue"][0, 1]] == 0.5
    assert [found["fact_a"][i] for i in found["unit_trust"][:, 1]] == [0.4] * 7  # the reds' credibility
    assert found["fact_a"][found["unit_trust"][0, 2]] == 0.9 and found["unit_trust"][1, 2] == -1


def test_parts_of_a_spread_unit_draw_alike_and_share_the_men(city, compiling):
    found = compiling(city).arrays
    rolls = found["unit_roll"][1:4]
    assert len(set(found["fact_key"][rolls].tolist())) == 1
    assert found["fact_a"][rolls].tolist() == pytest.approx([100] * 3)
    assert found["fact_b"][rolls].tolist() == pytest.approx([200] * 3)
    rifles = found["unit_arm"][1:4, 0]
    assert found["fact_a"][rifles].sum() == pytest.approx(90)
    assert len(set(found["unit_key"][1:4].tolist())) == 3
    assert len(set(found["unit_lean"][1:4, 1].tolist())) == 1


def test_luck_is_keyed_by_name(city, compiling):
    before = compiling(city)
    units = list(city["units"].items())
    idle = {"title": {"en": "Idlers"}, "kind": "crowd", "roll": "10..90", "at": "hall"}
    city["units"] = dict([units[0], ("idlers", idle), *units[1:]])
    after = compiling(city)
    assert after.names.units[1] == "idlers"

    def luck(problem):
        keys = dict(zip(problem.names.units, problem.arrays["unit_key"].tolist(), strict=True))
        rolls = problem.arrays["fact_key"][problem.arrays["unit_roll"]].tolist()
        return keys, dict(zip(problem.names.units, rolls, strict=True))

    for old, new in zip(luck(before), luck(after), strict=True):
        assert {name: number for name, number in new.items() if name in old} == old
    assert luck(after)[0]["idlers"] == key("unit", "idlers")


def test_key_is_the_start_of_the_hash():
    first = hashlib.sha256(b"unit/guards").digest()[:8]
    assert key("unit", "guards") == sum(byte << (8 * i) for i, byte in enumerate(first))
    assert key("unit", "guards") != key("site", "guards")


def test_outcomes_put_otherwise_last(city, compiling):
    problem = compiling(city)
    assert [(o.id, o.history) for o in problem.outcomes] == [("reds-win", True), ("other", False)]
    assert problem.names.outcomes == ["reds-win", "other"]
    assert problem.arrays["outcome_rule"][1] == -1 and problem.arrays["outcome_rule"][0] >= 0


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda c: c["sites"]["fort"]["gates"]["front"].update(frontage_men=50), "sites.fort.gates.front.frontage_men"),
        (lambda c: c["links"]["low-street"].update(km="1..2"), "links.low-street.km"),
        (lambda c: c["units"]["guards"]["keeps"].append("depot"), "units.guards.keeps.1"),
        (lambda c: c["units"]["guards"].update(commander="club"), "bodies.staff.commands"),
        (lambda c: c["units"]["guards"]["bond"].update(blues=0.1), "units.guards.bond.blues"),
        (lambda c: c["units"]["railmen"].update(crew_of="phone"), "units.railmen.crew_of"),
        (
            lambda c: c.update(plans={"p": {"who": "reds", "when": "true", "do": [{"go": "depot"}], "veto": ["club"]}}),
            "plans.p.veto",
        ),
        (
            lambda c: c.update(plans={"p": {"who": "reds", "when": "true", "do": [{"go": "depot", "from": "hall"}]}}),
            "plans.p.do.0.from",
        ),
        (
            lambda c: c.update(promises={"p": {"by": "reds", "issue": "peace", "size": 1, "to": ["guards"]}}),
            "promises.p.to.0",
        ),
    ],
)  # fmt: skip
def test_what_the_engine_cannot_honour_is_refused_by_name(city, compiling, change, where):
    change(city)
    with pytest.raises(ScenarioError) as caught:
        compiling(city)
    assert [(p.code, p.path) for p in caught.value.problems] == [("E230", where)]


def test_a_number_that_nobody_reads_is_refused(city, resolving):
    from dualpower.compiler import build
    from dualpower.evidence.claim import fixed

    resolved = resolving(city)
    resolved.spreads["units.guards.mystery"] = fixed(3)
    with pytest.raises(ScenarioError, match=r"units\.guards\.mystery"):
        build(resolved)


def test_a_large_city_compiles_at_once(city, compiling):
    """100 units and 120 sites in 0.3 s (best of three, so that a busy machine does not fail it)."""
    for i in range(115):
        city["sites"][f"s-{i}"] = {"title": {"en": "S"}, "kind": "street", "at": [50 + i // 11 / 90, 20 + i % 11 / 90]}
        city["links"][f"l-{i}"] = {"between": [f"s-{i}", f"s-{i - 1}" if i else "hall"]}
    for i in range(95):
        city["units"][f"u-{i}"] = {
            "title": {"en": "U"}, "kind": "infantry", "roll": "100..200", "at": f"s-{i}", "leans": {"reds": 1, "blues": -1},
        }  # fmt: skip
    took = []
    for _ in range(3):
        started = time.perf_counter()
        problem = compiling(city)
        took.append(time.perf_counter() - started)
    assert problem.arrays["S"] == 120 and np.isfinite(problem.arrays["path_km"]).all()
    assert min(took) < 0.6  # resolving the language included


def test_the_case_is_made_for_the_kernel_asked_for(city, compiling):
    problem = compiling(city)

    class Kernel:
        class Case:
            def __init__(self, arrays):
                self.arrays = arrays

    made = problem.case_for(Kernel)
    assert isinstance(made, Kernel.Case) and made.arrays["S"] == 5


def test_the_interpreted_case_holds_the_same_numbers(city, compiling):
    from dualpower.engine.case import Case

    problem = compiling(city)
    case = problem.case_for(object())  # a kernel that brings no case of its own takes the engine's
    assert isinstance(case, Case)
    assert case.path_km[0, 2] == problem.arrays["path_km"][0, 2] == 1.0
    assert case.unit_key[0] == key("unit", "guards")


def test_the_resolved_scenario_travels_along(city, compiling):
    problem = compiling(city)
    kept = json.loads(problem.resolved_json)
    assert kept["spreads"]["units.guards.present"] == ["uniform", 300.0, 500.0, 0.0]
    assert len(problem.digest) == 64 and problem.digest != compiling(city | {"end": "1900-01-02 06:00"}).digest
