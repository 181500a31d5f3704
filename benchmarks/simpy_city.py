"""The same mini-city told to SimPy: a process for each unit, march, contest, call and authority.

The equations are the oracle's; what differs is who wakes whom. Nothing is looked at every step:
a unit sleeps until its review, a march until its next hop, a contest between its rounds, a call
until it is due. This is how a careful SimPy user would write the model.
"""

from __future__ import annotations

import simpy
from oracle import calls, contest, leaders, movement, needs, rings, run, talk
from oracle.world import World

import benchmarks.common  # noqa: F401  (puts the oracle in reach)


class SimpyWorld(World):
    """A world whose clock is SimPy's."""

    def __init__(self, resolved, seed: int, fixed=None) -> None:
        self.env = simpy.Environment()
        super().__init__(resolved, seed, fixed)

    def now(self) -> int:
        self.minute = int(self.env.now)
        return self.minute

    def schedule(self, due: float, call: object) -> None:
        self.env.process(travel(self, max(due, self.env.now), call))

    def set_off(self, unit) -> None:
        self.env.process(march(self, unit, unit.march))

    def opened(self, site) -> None:
        self.env.process(fighting(self, site, site.contest))

    def joined(self, unit) -> None:
        self.env.process(serve(self, unit))


def travel(world: SimpyWorld, due: float, call: object):
    """A call on its way."""
    yield world.env.timeout(due - world.env.now)
    world.now()
    calls.deliver(world, call)


def serve(world: SimpyWorld, unit):
    """A unit sleeps from review to review."""
    while world.env.now < world.minutes:
        yield world.env.timeout(max(unit.next_review - world.env.now, 1.0))
        world.now()
        if unit.struck_off:
            return
        if unit.here and unit.present:
            run.one_review(world, unit)
        else:
            unit.next_review = world.env.now + 60.0


def march(world: SimpyWorld, unit, way):
    """Men on their way: mustering, then hop by hop."""
    while unit.march is way:
        due = way.due if way.gone else way.leaves
        yield world.env.timeout(max(due - world.env.now, 0.0))
        world.now()
        if unit.march is way and unit.present:
            movement.go_on(world, unit)
        if unit.march is way and not unit.present:
            return


def fighting(world: SimpyWorld, site, fight):
    """One contest, round by round, until it is over."""
    while world.env.now < world.minutes:
        yield world.env.timeout(world.step)
        world.now()
        if site.contest is not fight:
            return
        contest.one_site(world, site)
        movement.clear_empty(world)


def leading(world: SimpyWorld):
    """Authorities think every half-hour."""
    while world.env.now < world.minutes:
        world.now()
        leaders.think(world)
        yield world.env.timeout(world.step)


def watching(world: SimpyWorld, hourly: list):
    """Conditions, rings, gates and hunger have no event of their own: they are looked at."""
    while True:
        world.now()
        if world.minute % 60 == 0:
            hourly.append(run.totals(world))
            needs.hourly(world)
            talk.judge_promises(world)
        if world.minute >= world.minutes:
            return
        run.outside(world)
        if world.minute % 15 == 0:
            run.plans(world)
            run.decisions(world, {})
        if world.minute % 30 == 0:
            rings.update(world)
        rings.gates(world)
        contest.lay_guns(world)
        for site in world.sites.values():
            if site.units and site.contest is None:
                contest.notice(world, site)
        needs.search(world)
        talk.end_truces(world)
        yield world.env.timeout(world.step)


def simulate(resolved, seed: int) -> run.Result:
    """One run of a scenario through SimPy."""
    world = SimpyWorld(resolved, seed)
    run.prepare(world)
    hourly: list = []
    world.env.process(watching(world, hourly))
    world.env.process(leading(world))
    for unit in list(world.units):
        world.env.process(serve(world, unit))
    world.env.run(until=world.minutes + 1)
    return run.Result(
        run.outcome(world), world.transfers, hourly, dict(world.events), world.chosen, dict(world.work), []
    )
