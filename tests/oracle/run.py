"""One run of the oracle: the order of a step (section 3 of docs/model.md), intentions, and what is reported."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualpower import words as w
from dualpower.clock import duration
from dualpower.scenario.resolve import Resolved, load

from . import asks, assembly, calls, choice, contest, deeds, leaders, movement, needs, rings, talk
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
        if minute < world.minutes:
            one_step(world, options or {})
        if minute % 60 < world.step:
            hourly.append(totals(world))
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
        names = [] if x.to == "all" else [world.of(n) for n in x.to if world.of(n) in world.authorities]
        tree = world.resolved.rules.get(f"promises.{key}.kept_when")
        talk.promise(world, world.of(x.by), x.issue, x.size, due, tree, names)
    world.dates, world.jitter = {}, {}
    for key, x in world.scenario.outside.items():
        spread = duration(x.jitter) if x.jitter else 0.0
        world.jitter[key] = world.rng.uniform(-spread, spread)
        world.dates[key] = math.inf if x.after else max(0.0, world.clock.minutes(x.at) + world.jitter[key])
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
    """The order of a step (section 3)."""
    outside(world)
    if world.minute % 15 == 0:
        plans(world)
        decisions(world, options)
        motions(world)
    leaders.think(world)
    calls.deliver_due(world)
    reviews(world)
    movement.advance(world)
    movement.trains(world)
    movement.clear_empty(world)
    if world.minute % 30 == 0:
        rings.update(world)
    rings.gates(world)
    contest.resolve(world)
    movement.clear_empty(world)
    needs.search(world)
    talk.end_truces(world)
    if world.minute % 60 == 0:
        needs.hourly(world)
        talk.judge_promises(world)


def motions(world: World) -> None:
    """The acts of a motion that was passed are done at the next plans."""
    for name, k in assembly.due(world):
        key, motion = name.split(".", 1)
        for act in world.scenario.assemblies[key].motions[motion].then:
            deeds.do(world, k, act, w.CAUSE_PLAN)


def begin(world: World) -> None:
    """Who was not there at the start begins when its rule holds (section 7.1)."""
    for key, a in world.authorities.items():
        if a.begun or not asks.Judge(world).true(world.resolved.rules[f"authorities.{key}.from_when"]):
            continue
        a.begun = a.alive = True
        for site in world.sites.values():
            a.known[site.id].holder = site.holder
        world.count_enemies()
        world.log(w.EV_AUTHORITY_BEGAN, key, a.seat)


def answer(world: World, key: str, x) -> None:
    """An event that answers a call is on its way once its rule holds."""
    if world.minute % 15 or not asks.Judge(world).true(world.resolved.rules[f"outside.{key}.when"]):
        return
    at = world.clock.minutes(x.at) if x.at else 0.0
    world.dates[key] = max(float(world.minute), max(world.minute + duration(x.after), at) + world.jitter[key])


def outside(world: World) -> None:
    if world.minute % 15 == 0:
        begin(world)
    for key, x in world.scenario.outside.items():
        if world.dates[key] == math.inf:
            answer(world, key, x)
        if key in world.done or world.minute < world.dates[key]:
            continue
        world.done[key] = world.minute
        tree = None if x.after else world.resolved.rules.get(f"outside.{key}.when")
        if tree is None or asks.Judge(world).true(tree):
            world.log(w.EV_OUTSIDE, key, cause=w.CAUSE_OUTSIDE)
            for act in x.do:
                deeds.do(world, None, act, w.CAUSE_OUTSIDE)


def plans(world: World) -> None:
    """Plans fire when their condition comes true, once, or every so often until a rule holds."""
    for key, x in sorted(world.scenario.plans.items(), key=lambda item: -item[1].priority):
        k = world.of(x.who)
        judge = asks.Judge(world, k)
        until = world.resolved.rules.get(f"plans.{key}.until")
        true = judge.true(world.resolved.rules[f"plans.{key}.when"])
        if silent(world, x.who) or world.minute < world.again.get(key, 0) or (until and judge.true(until)):
            continue
        if true:
            world.again[key] = world.minute + duration(x.every) if x.every else math.inf
            world.done[key] = world.minute
            world.log(w.EV_PLANNED, key, cause=w.CAUSE_PLAN)
            for act in x.do:
                deeds.do(world, x.who, act, w.CAUSE_PLAN)


def decisions(world: World, options: dict[str, str]) -> None:
    """A decision comes up once, when its condition is true; an option is drawn by its chances or fixed."""
    for key, x in world.scenario.decisions.items():
        k = world.of(x.who)
        if key in world.chosen or silent(world, x.who):
            continue
        if not asks.Judge(world, k).true(world.resolved.rules[f"decisions.{key}.when"]):
            continue
        chances = world.resolved.chances(key)
        option = options.get(key) or world.rng.choices(list(chances), list(chances.values()))[0]
        world.chosen[key] = option
        world.done[key] = world.minute
        world.log(w.EV_DECIDED, key, cause=w.CAUSE_DECISION)
        for act in x.options[option].do:
            deeds.do(world, x.who, act, w.CAUSE_DECISION)


def silent(world: World, who: str) -> bool:
    """A body that has resigned or an authority that has ended or given up plans and decides nothing (7.1)."""
    authority = world.authorities[world.of(who)]
    return who in world.lost_bodies or not authority.alive or authority.settled


def reviews(world: World) -> None:
    """Units whose minute has come (section 3, item 9): all see the state before anyone moved."""
    if world.minute % 15:
        return
    world.still = {key: world.tally(key) for key in world.sites}
    for unit in list(world.units):
        if unit.here and unit.present and not unit.struck_off and world.minute >= unit.next_review:
            one_review(world, unit)
    world.still = None


def one_review(world: World, unit) -> None:
    """Belief relaxes, silence, stand (E2), obedience (E3)."""
    hours = (world.minute - unit.last_review) / 60.0
    unit.last_review = world.minute
    calls.relax(world, unit, hours)
    calls.silence(world, unit)
    choice.review(world, unit, hours)
    unit.next_review = world.minute + gap(world, unit)


def gap(world: World, unit) -> float:
    """60 min in a contest or while agitated, 120 away from home or marching, 360 at home in quiet (section 3)."""
    contested = unit.site is not None and world.sites[unit.site].contest is not None
    if contested or world.minute < unit.agitated_until:
        return 60.0
    return 120.0 if unit.parent is not None or unit.march is not None or unit.site != unit.home else 360.0


def totals(world: World) -> dict[str, int]:
    """The hourly record: people and sites per authority, and what goes on."""
    here = [u for u in world.units if u.here]
    found = {
        "captive": sum(u.captured for u in world.units),
        "marching": sum(u.present for u in here if u.marching),
        "fighting": sum(world.minute - s.last_fire <= world.step for s in world.sites.values()),
        "bystanders": world.bystanders_dead,
    }
    for k, authority in world.authorities.items():
        found[f"standing-{k}"] = sum(u.n[k] for u in world.units)  # those who have not come, too
        found[f"acting-{k}"] = sum(u.act[k] for u in here)
        found[f"held-{k}"] = sum(s.holder == k for s in world.sites.values())
        found[f"killed-{k}"] = authority.dead
        found[f"captured-{k}"] = sum(u.captured for u in world.units if u.serves == k)
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
