"""One run of the oracle: the order of a step (section 3 of docs/model.md), intentions, and what is reported."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualpower import words as w
from dualpower.clock import duration
from dualpower.scenario.resolve import Resolved, load

from . import asks, calls, choice, contest, leaders, movement, needs, talk
from .world import World


@dataclass
class Result:
    """What a comparison needs of one run."""

    outcome: str
    transfers: list[tuple[int, str, str]]
    hourly: list[dict[str, int]]
    events: dict[int, int]
    chosen: dict[str, str]
    work: dict[str, int]
    chronicle: list[tuple]


def simulate(
    resolved: Resolved, seed: int, fixed: dict[str, float] | None = None, options: dict[str, str] | None = None
) -> Result:
    """Run a scenario once. The same seed gives the same run."""
    world = World(resolved, seed, fixed)
    prepare(world)
    hourly = []
    for minute in range(0, world.minutes + 1, world.step):
        world.minute = minute
        if minute % 60 < world.step:
            hourly.append(totals(world))
        if minute < world.minutes:
            one_step(world, options or {})
    return Result(
        outcome(world), world.transfers, hourly, dict(world.events), world.chosen, dict(world.work), world.chronicle
    )


def prepare(world: World) -> None:
    """The world at the start: stands, promises made, rule trees by act, dated events with their jitter."""
    choice.settle_start(world)
    world.log(w.EV_STARTED)
    world.asserted, world.kept_when = {}, {}
    for path, act in acts_of(world):
        world.asserted[id(act)] = world.resolved.rules.get(f"{path}.assert")
        world.kept_when[id(act)] = world.resolved.rules.get(f"{path}.kept_when")
    for key, x in world.scenario.promises.items():
        due = world.clock.minutes(x.due) if x.due else None
        talk.promise(world, world.of(x.by), x.issue, x.size, due, world.resolved.rules.get(f"promises.{key}.kept_when"))
    world.dates = {}
    for key, x in world.scenario.outside.items():
        spread = duration(x.jitter) if x.jitter else 0.0
        world.dates[key] = world.clock.minutes(x.at) + world.rng.uniform(-spread, spread)
    world.again = {}


def acts_of(world: World):
    """Every act of the scenario with its dotted path."""
    s = world.scenario
    groups = [(f"plans.{key}.do", x.do) for key, x in s.plans.items()]
    groups += [(f"outside.{key}.do", x.do) for key, x in s.outside.items()]
    for key, decision in s.decisions.items():
        groups += [(f"decisions.{key}.options.{o}.do", option.do) for o, option in decision.options.items()]
    for path, acts in groups:
        yield from ((f"{path}.{i}", act) for i, act in enumerate(acts))


def one_step(world: World, options: dict[str, str]) -> None:
    """Section 3: orders, calls, reviews, marches, contests, needs, talks."""
    outside(world)
    plans(world)
    decisions(world, options)
    leaders.think(world)
    calls.deliver_due(world)
    reviews(world)
    movement.advance(world)
    movement.clear_empty(world)
    contest.update_rings(world)
    contest.resolve(world)
    movement.clear_empty(world)
    if world.minute % 60 == 0:
        needs.hourly(world)
    talk.end_truces(world)
    for due, what in [x for x in world.pending if x[0] <= world.minute]:
        world.pending.remove((due, what))
        what()


def outside(world: World) -> None:
    for key, x in world.scenario.outside.items():
        if key in world.done or world.minute < world.dates[key]:
            continue
        world.done[key] = world.minute
        tree = world.resolved.rules.get(f"outside.{key}.when")
        if tree is None or asks.Judge(world).true(tree):
            world.log(w.EV_OUTSIDE, key, cause=w.CAUSE_OUTSIDE)
            for act in x.do:
                leaders.do(world, next(iter(world.authorities)), act, w.CAUSE_OUTSIDE)


def plans(world: World) -> None:
    """Plans fire when their condition comes true, once, or every so often until a rule holds."""
    for key, x in sorted(world.scenario.plans.items(), key=lambda item: -item[1].priority):
        k = world.of(x.who)
        judge = asks.Judge(world, k)
        until = world.resolved.rules.get(f"plans.{key}.until")
        true = judge.true(world.resolved.rules[f"plans.{key}.when"])
        if not world.authorities[k].alive or world.minute < world.again.get(key, 0) or (until and judge.true(until)):
            continue
        if true:
            world.again[key] = world.minute + duration(x.every) if x.every else math.inf
            world.done[key] = world.minute
            world.log(w.EV_PLANNED, key, cause=w.CAUSE_PLAN)
            for act in x.do:
                leaders.do(world, x.who, act, w.CAUSE_PLAN)


def decisions(world: World, options: dict[str, str]) -> None:
    """A decision comes up once, when its condition is true; an option is drawn by its chances or fixed."""
    for key, x in world.scenario.decisions.items():
        k = world.of(x.who)
        if key in world.chosen or not world.authorities[k].alive:
            continue
        if not asks.Judge(world, k).true(world.resolved.rules[f"decisions.{key}.when"]):
            continue
        chances = world.resolved.chances(key)
        option = options.get(key) or world.rng.choices(list(chances), list(chances.values()))[0]
        world.chosen[key] = option
        world.done[key] = world.minute
        world.log(w.EV_DECIDED, key, cause=w.CAUSE_DECISION)
        for act in x.options[option].do:
            leaders.do(world, x.who, act, w.CAUSE_DECISION)


def reviews(world: World) -> None:
    """Every 60 min (30 in a contest), each unit at its own phase, and after an order (section 3)."""
    for unit in list(world.units):
        if not unit.here or not unit.present or world.minute < unit.next_review:
            continue
        hours = (world.minute - unit.last_review) / 60.0
        unit.last_review = world.minute
        fighting = unit.site is not None and bool(world.sites[unit.site].contests)
        unit.next_review = world.minute + (30.0 if fighting else 60.0)
        calls.relax(world, unit, hours)
        calls.silence(world, unit)
        choice.review(world, unit, hours)


def totals(world: World) -> dict[str, int]:
    """The hourly record: people and sites per authority, and what goes on."""
    here = [u for u in world.units if u.here]
    found = {
        "captive": sum(u.captured for u in world.units),
        "marching": sum(u.present for u in here if u.march is not None and u.site is None),
        "fighting": sum(world.minute - s.last_fire <= world.step for s in world.sites.values()),
        "bystanders": world.bystanders_dead,
    }
    for k, authority in world.authorities.items():
        found[f"standing-{k}"] = sum(u.n[k] for u in here)
        found[f"acting-{k}"] = sum(u.act[k] for u in here)
        found[f"held-{k}"] = sum(s.holder == k for s in world.sites.values())
        found[f"killed-{k}"] = authority.dead
        found[f"captured-{k}"] = sum(u.captured for u in world.units if u.of == k)
    return found


def outcome(world: World) -> str:
    """The one outcome whose rule holds at the end, or the one that says otherwise."""
    judge, other = asks.Judge(world), ""
    for key, x in world.scenario.outcomes.items():
        if x.otherwise:
            other = key
        elif judge.true(world.resolved.rules[f"outcomes.{key}.when"]):
            return key
    return other


def simulate_many(target: str, runs: int, seed: int = 1917) -> list[Result]:
    resolved = load(target)
    return [simulate(resolved, seed + i) for i in range(runs)]
