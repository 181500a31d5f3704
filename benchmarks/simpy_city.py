"""The same mini-city told to SimPy: a process for each unit, march, contest, call and authority.

The equations are the oracle's; what differs is who wakes whom. Nothing is looked at every step:
a unit sleeps until its review, a march until its next hop, a contest between its rounds, a call
until it is due. This is how a careful SimPy user would write the model.
"""

from __future__ import annotations

import simpy
from oracle import calls, choice, contest, leaders, movement, needs, run, talk
from oracle.world import World

import benchmarks.common  # noqa: F401  (puts the oracle in reach)


class SimpyWorld(World):
    """A world whose clock is SimPy's."""

    def __init__(self, resolved, seed: int, fixed=None) -> None:
        self.env = simpy.Environment()
        self.alarms: dict[int, simpy.Event] = {}
        super().__init__(resolved, seed, fixed)

    def now(self) -> int:
        self.minute = int(self.env.now)
        return self.minute

    def schedule(self, due: float, call: calls.Call) -> None:
        self.env.process(travel(self, max(due, self.env.now), call))

    def set_off(self, unit) -> None:
        self.env.process(march(self, unit, unit.march))

    def opened(self, site, fight) -> None:
        self.env.process(fighting(self, site, fight))

    def joined(self, unit) -> None:
        self.env.process(serve(self, unit))

    def woken(self, unit) -> None:
        alarm = self.alarms.pop(unit.number, None)
        if alarm is not None:
            alarm.succeed()


def travel(world: SimpyWorld, due: float, call: calls.Call):
    """A call on its way."""
    yield world.env.timeout(due - world.env.now)
    world.now()
    world.calls.append((0.0, 0, call))
    calls.deliver_due(world)


def serve(world: SimpyWorld, unit):
    """A unit sleeps from review to review, earlier when it has heard an order."""
    while world.env.now < world.minutes:
        world.alarms[unit.number] = alarm = world.env.event()
        yield world.env.timeout(max(unit.next_review - world.env.now, 1.0)) | alarm
        world.now()
        if unit not in world.units:
            return
        if unit.here and unit.present and world.env.now >= unit.next_review:
            hours = (world.env.now - unit.last_review) / 60.0
            unit.last_review = world.env.now
            busy = unit.site is not None and bool(world.sites[unit.site].contests)
            unit.next_review = world.env.now + (30.0 if busy else 60.0)
            calls.relax(world, unit, hours)
            calls.silence(world, unit)
            choice.review(world, unit, hours)


def march(world: SimpyWorld, unit, way):
    """Men on their way: mustering, then hop by hop."""
    yield world.env.timeout(max(0.0, way.leaves - world.env.now))
    world.now()
    if unit.march is not way or unit.site is None:
        return
    movement.leave(world, unit, way)
    while unit.march is way:
        yield world.env.timeout(max(0.0, way.due - world.env.now))
        world.now()
        if unit.march is not way:
            return
        here = way.path[0]
        movement.enter(world, unit, way)
        contest.open_and_close(world, world.sites[here])


def fighting(world: SimpyWorld, site, fight):
    """One contest, round by round, until it is over."""
    while world.env.now < world.minutes:
        yield world.env.timeout(world.step)
        world.now()
        contest.open_and_close(world, site)
        if site.contests.get(fight.comer) is not fight:
            return
        contest.one_contest(world, site, fight)
        movement.clear_empty(world)


def leading(world: SimpyWorld):
    """Authorities think every half-hour."""
    while world.env.now < world.minutes:
        world.now()
        leaders.think(world)
        yield world.env.timeout(leaders.THINK_MIN)


def watching(world: SimpyWorld, hourly: list):
    """Conditions, rings and hunger have no event of their own: they are looked at every step."""
    while True:
        world.now()
        if world.minute % 60 == 0:
            hourly.append(run.totals(world))
            needs.hourly(world)
        if world.minute >= world.minutes:
            return
        run.outside(world)
        run.plans(world)
        run.decisions(world, {})
        contest.update_rings(world)
        for site in world.sites.values():
            if site.units:
                contest.open_and_close(world, site)
        contest.shell(world)
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
