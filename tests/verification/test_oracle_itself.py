"""The oracle keeps its own books, and the tests that compare samples know equal from unequal."""

import random

import pytest
from oracle import compare, dice, mini_city, needs, run
from oracle.world import World

from dualpower import words as w
from dualpower.scenario.resolve import load


@pytest.fixture(scope="module")
def small_city(tmp_path_factory):
    return load(mini_city.write(tmp_path_factory.mktemp("city"), units=8, authorities=3, hours=12))


def worlds(resolved, seeds):
    """Run the oracle step by step and give each world at each hour."""
    for seed in seeds:
        world = World(resolved, seed)
        run.prepare(world)
        for minute in range(0, world.minutes, world.step):
            world.minute = minute
            run.one_step(world, {})
            if minute % 60 == 0:
                yield world


def test_men_are_conserved_in_every_family(small_city):
    for world in worlds(small_city, range(4)):
        for unit in world.by_id.values():
            members = unit.family()
            lost = sum(u.absent + u.dead + u.captured + u.dispersed for u in members)
            assert sum(u.roll for u in members) == sum(u.present for u in members) + lost
        assert sum(u.roll for u in world.units) == sum(u.roll for u in world.by_id.values() for u in u.family())


def test_nobody_acts_for_one_he_does_not_stand_with(small_city):
    for world in worlds(small_city, range(4)):
        for unit in world.units:
            assert all(0 <= unit.act[k] <= unit.n[k] for k in unit.act), unit.id
            assert unit.hardship <= 3.0 and 0 <= unit.isolation <= 3


def test_the_tally_of_a_site_is_what_a_fresh_count_gives(small_city):
    for world in worlds(small_city, range(2)):
        for key, site in world.sites.items():
            for k in world.authorities:
                assert world.tally(key).acting[k] == sum(u.act[k] for u in site.units if not u.mustering)
                fresh = sum(world.force_of(u, k) for u in site.units if not u.mustering)
                assert world.tally(key).force[k] == pytest.approx(fresh)


def test_the_same_seed_tells_the_same_story():
    resolved = load("kremlin-call")
    one, two, other = (run.simulate(resolved, seed) for seed in (5, 5, 6))
    assert one.chronicle == two.chronicle
    assert one.chronicle != other.chronicle


def test_a_ring_feeds_nobody(small_city):
    world = World(small_city, 1)
    unit = world.units[0]
    unit.act[unit.serves] = 1
    world.sites[unit.site].ring = set(world.foes(unit.serves))
    world.sites[unit.site].stocks.clear()
    needs.hardship(world, unit)
    assert unit.unfed_since == 0


def test_binomial_draws_have_the_binomial_mean_and_variance():
    rng = random.Random(3)
    for n, p in ((40, 0.05), (900, 0.3), (5000, 0.93)):
        draws = [dice.binomial(rng, n, p) for _ in range(4000)]
        sd = (n * p * (1 - p)) ** 0.5
        assert abs(compare.mean_against("mean", draws, n * p, sd).statistic) < 3.0
        assert abs(compare.variance_against("spread", draws, sd).statistic) < 5.0


def test_equal_samples_pass_and_a_shifted_one_is_found():
    rng = random.Random(4)
    a, b = (
        {"x": [rng.gauss(0, 1) for _ in range(400)], "outcome": rng.choices("uvw", (5, 3, 2), k=400)} for _ in range(2)
    )
    shifted = {"x": [x + 0.5 for x in b["x"]], "outcome": rng.choices("uvw", (2, 3, 5), k=400)}
    assert compare.compare(a, b)[1] == []
    assert {t.name for t in compare.compare(a, shifted)[1]} == {"x", "outcome"}


def test_the_chi_square_tail_is_the_printed_table():
    assert compare.chi_square_tail(3.841459, 1) == pytest.approx(0.05, abs=1e-6)
    assert compare.chi_square_tail(18.30704, 10) == pytest.approx(0.05, abs=1e-6)
    assert compare.chi_square_tail(0.0, 3) == 1.0


def test_every_event_the_oracle_logs_has_a_word(small_city):
    names = set(w.EVENTS.values())
    for world in worlds(small_city, [9]):
        assert set(world.events) <= names
