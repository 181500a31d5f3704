"""The force-ratio forecaster: what arms, numbers and distance alone would say.

The baseline that a model of belief and obedience must beat. The scenario's places, units and present
strengths are taken as they are; every armed unit that stands with an authority obeys it to a man and
goes for the nearest site that its side does not hold, at the marching speed of its kind. An empty site
is walked into. Otherwise one contest decides: P(the attacker wins) = S(0.11 + 0.45 ln FR + 0.58
surprise + 0.18), FR the ratio of present men, surprise 0. The winner loses 4.1 % of its men, the loser
10.6 %, a quarter of them dead; the loser goes back to the nearest site of its side, or is out of the
war. There is no belief, no telephone, no promise, no bystander.

Rests on: the Combat Data Base CDB90, 614 battles 1600-1982 (logit and median losses estimated from it).
It looks at the world once an hour. Marks that it cannot speak about stay without a value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from math import cos, exp, inf, log, radians
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower import words
from dualpower.analysis.marks import Watched
from dualpower.analysis.sayable import Unsayable, check_sayable, judge
from dualpower.engine.kinds import UNIT_KINDS

if TYPE_CHECKING:
    from dualpower.evidence.claim import Spread
    from dualpower.scenario.resolve import Resolved
    from dualpower.scenario.schema import Part

BASE, FORCE, SURPRISE, MODERN = 0.11, 0.45, 0.58, 0.18
WINNER_LOSS, LOSER_LOSS, KILLED = 0.041, 0.106, 0.25
DETOUR = 1.25  # a street is longer than the straight line
READY_H = 3.0  # an attack under fire is ready so long after arrival, and so long after the last
RUNS = 100
UNARMED = ("staff", "drivers", "crowd")


def attacker_wins(attackers: float, defenders: float, *, surprise: float = 0.0) -> float:
    """Return the chance that the attacker wins, from the men on both sides (defenders > 0)."""
    drive = BASE + FORCE * log(max(attackers, 1e-9) / defenders) + SURPRISE * surprise + MODERN
    return 1 / (1 + exp(-drive))


def draw(spread: Spread | None, rng: np.random.Generator, default: float = 0.0) -> float:
    """Draw one value from what the evidence leaves open; never negative."""
    if spread is None:
        return default
    if spread.kind == "uniform":
        return float(rng.uniform(spread.a, spread.b))
    if spread.kind == "triangular":
        return float(rng.triangular(spread.a, spread.c, spread.b)) if spread.b > spread.a else spread.a
    if spread.kind == "normal":
        return max(0.0, float(rng.normal(spread.a, spread.b)))
    return spread.a


@dataclass
class Force:
    """One unit in the field: whose it is, where, how many men."""

    id: str
    side: str
    at: str
    men: float
    muster_h: float
    speed_kmh: float
    arrived: bool = False
    from_min: float = 0.0


@dataclass(frozen=True)
class Ground:
    """What does not change from run to run: sites, distances, who is hostile to whom, who comes when."""

    sites: list[str]
    km: np.ndarray
    nearest: np.ndarray
    hostile: frozenset[tuple[str, str]]
    departs: dict[str, tuple[float, str]]

    @classmethod
    def of(cls, resolved: Resolved) -> Ground:
        scenario = resolved.scenario
        sites = [s for s, site in scenario.sites.items() if site.kind != "town"]
        at = np.array([scenario.sites[s].at for s in sites])
        east = cos(radians(float(at[:, 0].mean()))) * 111.32
        delta = (at[:, None, :] - at[None, :, :]) * np.array([111.32, east])
        km = DETOUR * np.hypot(delta[..., 0], delta[..., 1])
        pairs = {tuple(s.between): s.stance for s in scenario.stances}
        hostile = frozenset(p for (a, b), stance in pairs.items() if stance == "hostile" for p in ((a, b), (b, a)))
        departs = {}
        for key, event in scenario.outside.items():
            for act in event.do:
                if act.depart is not None and isinstance(act.to, str):
                    departs[act.depart] = (leaves_at(resolved, key), act.to)
        return cls(sites, km, np.argsort(km, axis=1, kind="stable"), hostile, departs)


def leaves_at(resolved: Resolved, event: str) -> float:
    """Return the minute of an outside event; one that answers a call is called at once, for nobody here calls."""
    delay = resolved.durations.get(f"outside.{event}.after", 0.0)
    return float(resolved.times.get(f"outside.{event}.at", delay))


def side_of(resolved: Resolved, unit_id: str) -> str | None:
    """Return whom a unit is counted for: its own chain of command, else the side it leans to most."""
    unit = resolved.scenario.units[unit_id]
    if unit.of is not None:
        return resolved.authority_of[unit.of]
    best, lean = None, 0.0
    for authority in unit.leans:
        spread = resolved.spread(f"units.{unit_id}.leans.{authority}")
        if spread is not None and spread.middle > lean:
            best, lean = resolved.authority_of.get(authority, authority), spread.middle
    return best


def forces(resolved: Resolved, ground: Ground, rng: np.random.Generator) -> list[Force]:
    """Return the units that fight in one run, with their strength drawn."""
    found = []
    for key, unit in resolved.scenario.units.items():
        side = side_of(resolved, key)
        roll = draw(resolved.spread(f"units.{key}.roll"), rng)
        men = min(roll, draw(resolved.spread(f"units.{key}.present"), rng, roll))
        leaves, place = ground.departs.get(key, (0.0, unit.at))
        comes = key in ground.departs
        if unit.kind in UNARMED or unit.volunteers or side is None or place not in ground.sites or men < 1:
            continue
        if unit.duty == "outside" and not comes:
            continue
        _, muster, speed, *_ = UNIT_KINDS[words.UNITS[unit.kind]]
        found.append(Force(key, side, place, men, muster, speed, comes, leaves))
    return found


@dataclass
class Field:
    """One run: who is where, who holds what, what has happened so far."""

    ground: Ground
    forces: list[Force]
    holder: dict[str, str | None]
    rng: np.random.Generator
    start_holder: dict[str, str | None] = field(default_factory=dict)
    taken: set[tuple[str, str]] = field(default_factory=set)
    assaulted: set[str] = field(default_factory=set)
    dead: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))
    blood_min: float = inf
    minute: float = 0.0

    def __post_init__(self) -> None:
        self.place = {s: i for i, s in enumerate(self.ground.sites)}
        self.queue: list[tuple[float, int, Force]] = []
        self.order = count()
        for force in self.forces:
            self.push(force, force.from_min + force.muster_h * 60)

    def push(self, force: Force, minute: float) -> None:
        heappush(self.queue, (minute, next(self.order), force))

    def wants(self, force: Force) -> str | None:
        """Return the nearest site that a force's side does not hold (an ally's is left alone)."""
        for i in self.ground.nearest[self.place[force.at]]:
            holder = self.holder[self.ground.sites[i]]
            if holder is None or (force.side, holder) in self.ground.hostile:
                return self.ground.sites[i]
        return None

    def advance(self, until: float) -> None:
        """Let everything happen that happens up to a minute."""
        while self.queue and self.queue[0][0] <= until:
            self.minute, _, force = heappop(self.queue)
            if force.men >= 1:
                self.move(force)
        self.minute = until

    def move(self, force: Force) -> None:
        target = self.wants(force)
        if target is None:
            self.push(force, self.minute + 6 * 60)  # nothing to take now: look again in six hours
            return
        hours = self.ground.km[self.place[force.at], self.place[target]] / force.speed_kmh
        force.at = target
        arrival = self.minute + 60 * hours
        rest = READY_H * 60 if self.contest(force, target, arrival) else 60.0
        self.push(force, arrival + rest)

    def contest(self, force: Force, site: str, minute: float) -> bool:
        """Settle who has the site. Return whether there was a fight."""
        against = [
            f for f in self.forces if f.at == site and f.men >= 1 and (force.side, f.side) in self.ground.hostile
        ]
        against = [f for f in against if f.from_min <= self.minute]
        defenders = sum(f.men for f in against)
        if defenders < 1:
            self.change(site, force.side)
            return False
        self.assaulted.add(site)
        self.blood_min = min(self.blood_min, minute)
        won = self.rng.random() < attacker_wins(force.men, defenders)
        self.lose(force, site, WINNER_LOSS if won else LOSER_LOSS)
        for other in against:
            self.lose(other, site, LOSER_LOSS if won else WINNER_LOSS)
        for loser in against if won else [force]:
            self.withdraw(loser, site)
        if won:
            self.change(site, force.side)
        return True

    def lose(self, force: Force, site: str, share: float) -> None:
        lost = force.men * share
        force.men -= lost
        self.dead[force.side, site] += KILLED * lost

    def withdraw(self, force: Force, site: str) -> None:
        for i in self.ground.nearest[self.place[site]]:
            place = self.ground.sites[i]
            if place != site and self.holder[place] == force.side:
                force.at = place
                return
        force.men = 0.0  # nowhere to go

    def change(self, site: str, side: str) -> None:
        if self.holder[site] != side:
            self.holder[site] = side
            self.taken.add((site, side))

    def world(self, resolved: Resolved) -> dict[str, Any]:
        """Return what this world can be asked."""
        whose = resolved.authority_of
        of = lambda a: whose.get(a, a)  # noqa: E731 - a body stands for its authority
        kinds = {s: resolved.scenario.sites[s].kind for s in self.ground.sites}
        units = {f.id: f for f in self.forces}

        def present(unit: str) -> float:
            return units[unit].men if unit in units else 0.0

        def acting(side: str, site: str | None = None) -> float:
            mine = (f for f in self.forces if f.side == of(side) and f.from_min <= self.minute)
            return sum(f.men for f in mine if site is None or f.at == site)

        def dead(side: str, site: str | None = None) -> float:
            known = self.dead.items()
            return sum(n for (s, p), n in known if side in ("all", s, None) or of(side) == s if site in (None, p))

        def outside(side: str) -> list[Force]:
            mine = (f for f in self.forces if f.side == of(side) and f.arrived)
            return [f for f in mine if f.from_min <= self.minute]

        return {
            "now": lambda: self.minute,
            "holder": self.holder.get,
            "taken": lambda s, a: (s, of(a)) in self.taken,
            "yielded": lambda s, a: False,
            "assaulted": lambda s: s in self.assaulted,
            "present": present,
            "acting": acting,
            "armed": acting,
            "dead": dead,
            "dead-at": lambda s, a: dead(a, s),
            "all-dead": lambda: dead("all"),
            "blood": lambda: self.blood_min <= self.minute,
            "arrived": lambda u: u in units and units[u].arrived and units[u].from_min <= self.minute,
            "outside-men": lambda a: sum(f.men for f in outside(a)),
            "outside-bodies": lambda a: len(outside(a)),
            "at": lambda u, s: u in units and units[u].at == s,
            "alive": lambda a: acting(a) >= 1,
            "held": lambda a, k: sum(h == of(a) and k in ("any", kinds[s]) for s, h in self.holder.items()),
        }


@dataclass
class _Watch:
    """One thing to look for: when a rule first holds, or a rule's value at a time."""

    id: str
    when: Any  # rule, or None
    value: Any  # rule, or None
    at: float | None
    after: _Watch | None = None  # looked for only once that has been found
    minute: float = -1.0
    found: float = float("nan")


def _watches(resolved: Resolved, name: str, path: str, part: Part) -> Iterator[_Watch]:
    """Yield what a part watches; the names are those of the compiled scenario's watches."""
    rule = resolved.rules.get
    at = resolved.times.get(f"{path}.at")
    if part.kind == "time":
        yield _Watch(name, rule(f"{path}.when"), None, None)
    elif part.kind == "duration":
        start = _Watch(f"{name}:start", rule(f"{path}.start"), None, None)
        yield start
        yield _Watch(f"{name}:stop", rule(f"{path}.stop"), None, None, after=start)
    elif part.kind == "order":
        for event in part.events or {}:
            yield _Watch(f"{name}:{event}", rule(f"{path}.events.{event}"), None, None)
    elif part.kind == "state":
        among = [rule(f"{path}.among.{i}") for i in range(len(part.among or ()))]
        yield _Watch(name, None, among, at)
    else:
        yield _Watch(name, rule(f"{path}.when"), rule(f"{path}.{'that' if part.that else 'value'}"), at)
        if part.given is not None:
            yield _Watch(f"{name}:given", rule(f"{path}.given"), None, None)


def _trees(watch: _Watch) -> list[Any]:
    value = watch.value if isinstance(watch.value, list) else [watch.value]
    return [t for t in (watch.when, *value) if t is not None]


def _look(watch: _Watch, world: dict[str, Any], since: dict[int, float], minute: float, end: float) -> None:
    """Look once: note the first minute a rule holds, and the value at its time."""
    if watch.minute >= 0 or (watch.after is not None and watch.after.minute < 0):
        return
    if watch.when is not None:
        due = bool(judge(watch.when, world, since, minute))
    else:
        due = minute >= (end if watch.at is None else min(watch.at, end))
    if not due:
        return
    watch.minute = minute
    if isinstance(watch.value, list):
        watch.found = float(sum(bool(judge(t, world, since, minute)) for t in watch.value))
    elif watch.value is not None:
        watch.found = float(judge(watch.value, world, since, minute))


def forecast(resolved: Resolved, *, runs: int = RUNS, seed: int = 0) -> Watched:
    """Run the baseline and return what the marks watch: id -> (minute or -1, value or NaN) per run.

    Marks that ask for belief, calls, promises or votes are left out. The same seed gives the same
    forecast; run i does not depend on how many there are.
    """
    ground = Ground.of(resolved)
    minutes: dict[str, list[float]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for run in range(runs):
        for watch in _one_run(resolved, ground, np.random.default_rng([seed, run])):
            minutes[watch.id].append(watch.minute)
            values[watch.id].append(watch.found)
    return {key: (np.array(minutes[key]), np.array(values[key])) for key in minutes}


def _one_run(resolved: Resolved, ground: Ground, rng: np.random.Generator) -> list[_Watch]:
    sites = resolved.scenario.sites
    holder = {s: None if sites[s].holder is None else resolved.authority_of[str(sites[s].holder)] for s in ground.sites}
    play = Field(ground, forces(resolved, ground, rng), holder, rng)
    world = play.world(resolved)
    watches = []
    for mark_id, mark in resolved.scenario.marks.items():
        for part_id, part in mark.parts.items():
            found = list(_watches(resolved, f"{mark_id}.{part_id}", f"marks.{mark_id}.parts.{part_id}", part))
            try:
                for watch in found:
                    for tree in _trees(watch):
                        check_sayable(tree, world)
            except Unsayable:
                continue
            watches += found
    since: dict[int, float] = {}
    for minute in range(0, int(resolved.end_min) + 1, 60):
        play.advance(minute)
        for watch in watches:
            _look(watch, world, since, float(minute), float(resolved.end_min // 60 * 60))
    return watches
