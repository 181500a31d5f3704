"""Every scenario in the catalogue compiles, and every index in it points at something.

The compiled kernel does not check bounds; this does.
"""

import time

import numpy as np
import pytest

from dualpower import words
from dualpower.compiler import build
from dualpower.scenario import catalog
from dualpower.scenario.resolve import load

# column: what it counts, and the least value that is allowed (-1 nothing, 0 nobody or first)
INDEXES = {
    "auth_seat": ("S", -1), "auth_ops": ("F", -1), "auth_from": ("PG", -1),
    "body_auth": ("K1", 0), "body_accepted": ("F", -1),
    "site_kind": (28, 0), "site_holder0": ("K1", 0), "site_residents": ("F", -1), "site_stock": ("F", -1),
    "hop": ("S", -1), "adj_to": ("S", 0), "adj_link": ("L", 0), "link_a": ("S", 0), "link_b": ("S", 0),
    "link_crew": ("U0", -1), "gate_site": ("S", -1), "gate_to": ("S", -1), "gate_keeper0": ("U0", -1),
    "line_exchange": ("S", -1), "line_staff": ("U0", -1), "unit_kind": (19, 0), "unit_at": ("S", 0),
    "unit_of": ("K1", 0), "unit_roll": ("F", 0), "unit_present": ("F", -1), "unit_bond": ("F", -1),
    "unit_lean": ("F", -1), "unit_issue": ("F", -1), "unit_trust": ("F", -1), "unit_believes": ("F", -1),
    "unit_arm": ("F", -1), "unit_commander": ("B", -1), "unit_group": ("U0", 0), "route_site": ("S", -1),
    "act_verb": (45, 0), "act_auth": ("K1", 0), "act_body": ("B", -1), "act_site": ("S", -1), "act_site2": ("S", -1),
    "town_of": ("towns", 0), "act_units": ("U0", -1), "act_men": ("F", -1), "act_share": ("F", -1),
    "act_line": ("N", -1), "act_favours": ("K1", 0),
    "act_news": (13, 0), "act_kept": ("PG", -1), "act_assert": ("PG", -1), "act_claimed": ("K1", 0),
    "plan_auth": ("K1", 0), "plan_body": ("B", -1), "plan_rule": ("PG", -1), "plan_until": ("PG", -1),
    "dec_auth": ("K1", 0), "dec_body": ("B", -1), "dec_rule": ("PG", -1), "opt_chance": ("F", -1),
    "out_rule": ("PG", -1), "pr_auth": ("K1", 0), "pr_kept": ("PG", -1), "fac_lean": ("F", -1),
    "fac_seats": ("F", -1), "asm_turnout": ("F", -1), "asm_site": ("S", -1), "watch_trigger": ("PG", -1),
    "watch_value": ("PG", -1), "outcome_rule": ("PG", -1), "prog_start": ("CD", 0),
}  # fmt: skip


@pytest.fixture(scope="module", params=catalog.ids())
def problem(request):
    return build(load(request.param))


def test_every_index_points_at_something(problem):
    found = problem.arrays
    sizes = found | {"PG": len(found["prog_start"]), "CD": len(found["code"])}
    for name, (of, least) in INDEXES.items():
        high = sizes[of] if isinstance(of, str) else of
        array = found[name]
        assert array.min() >= least, name
        assert array.max() < max(high, 1), name


def test_spans_follow_one_another(problem):
    found = problem.arrays
    acts = len(found["act_verb"])
    for prefix in ("plan", "opt", "out", "mot"):
        first, last = found[f"{prefix}_act0"], found[f"{prefix}_act1"]
        assert (first <= last).all() and last.max() <= acts
    assert (found["act_unit0"] <= found["act_unit1"]).all() and found["act_unit1"].max() <= len(found["act_units"])
    assert (np.diff(found["adj_start"]) >= 0).all() and found["adj_start"][-1] == 2 * found["L"]
    assert (np.diff(found["route_start"]) >= 0).all()


def test_every_program_ends_and_uses_what_is_there(problem):
    found = problem.arrays
    code = found["code"]
    assert code[-1, 0] == words.OP_END
    assert (code[code[:, 0] == words.OP_PUSH, 1] < len(found["const"])).all()
    slots = code[code[:, 0] == words.OP_FOR, 1]
    assert sorted(slots.tolist()) == list(range(found["FOR"]))


def test_men_can_walk_between_all_sites_of_the_city(problem):
    found = problem.arrays
    if found["T"] > 1:  # a country: in each of its towns
        for town in range(found["T"]):
            inside = np.flatnonzero(found["site_town"] == town)
            assert (found["path_km"][inside, : len(inside)] < 1e6).all()
        assert (found["town_way"] < 1e6).all()
        return
    city = found["site_kind"] != words.SITE_TOWN
    assert (found["path_km"][np.ix_(city, city)] < 1e6).all()
    assert (found["hop"][np.ix_(city, city)] >= 0).sum() == city.sum() * (city.sum() - 1)


def test_it_compiles_in_no_time(problem):
    resolved = load(problem.scenario)
    took = []
    for _ in range(3):
        started = time.perf_counter()
        build(resolved)
        took.append(time.perf_counter() - started)
    cities = max(1.0, len(problem.arrays["site_value"]) / 122)  # the largest city has 122 sites, a country more
    assert min(took) < 0.3 * cities
