"""Who and what there is in one run of the oracle: docs/model.md sections 2, 4 and 5.

``World`` is built from a scenario's nouns and one seed. Men are held per stand: ``unit.n[k]`` men
stand with authority ``k``, ``unit.n[ALOOF]`` with nobody; ``unit.act[k]`` of them obey now.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter
from dataclasses import dataclass, field

from dualpower import words as w
from dualpower.clock import Clock, duration
from dualpower.engine.kinds import SITE_KINDS, UNIT_KINDS
from dualpower.scenario.resolve import Resolved

from . import dice

ALOOF = ""  # the stand of those who obey nobody
WAIT, OCCUPY, FIGHT = w.POSTURE_WAIT, w.POSTURE_OCCUPY, w.POSTURE_FIGHT
THINGS = ("rifles", "machine_guns", "guns", "shells", "cartridges")
LOST = ("absent", "dead", "captured", "dispersed")


@dataclass
class Order:
    """What somebody wants of a unit: a kind, where, how many men, and the share of the bond it carries."""

    authority: str
    kind: int
    site: str | None
    men: int = 300
    share: float = 1.0
    cause: int = w.CAUSE_TACTICS


@dataclass
class March:
    """A way still to go: hops left, when the next one ends, and the one factor of this march."""

    goal: str
    factor: float
    leaves: float
    path: list[str] = field(default_factory=list)
    due: float = 0.0
    gone: bool = False
    last: str = ""


@dataclass
class Known:
    """What an authority knows of a site: holder, E of hostile men there, when it last saw."""

    holder: str | None
    force: float = 0.0
    minute: float = -1e9


@dataclass
class Authority:
    id: str
    seat: str
    posture: int
    max_operations: int
    credibility: float | None = None
    alive: bool = True
    begun: bool = True
    settled: bool = False
    fired_on: bool = False
    belief: dict[str, float] = field(default_factory=dict)
    trust: dict[str, float] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    promises: dict[str, float] = field(default_factory=dict)
    wants: dict[str, int] = field(default_factory=dict)  # site -> 1 aimed at, -1 spared
    operations: dict[str, int] = field(default_factory=dict)  # site -> since
    helped: dict[str, int] = field(default_factory=dict)
    let_be: dict[str, float] = field(default_factory=dict)
    called: set = field(default_factory=set)  # (posture, unit id)
    dead: int = 0
    kept: int = 0
    broken: int = 0
    volunteers: int = 0
    outside_men: int = 0
    outside_bodies: int = 0
    threats: int = 0
    grief: float = 0.0  # D_k of E3
    next_offer: int = 0
    z: dict[str, float] = field(default_factory=dict)


@dataclass
class Contest:
    """Men before a site that somebody else keeps (E6)."""

    site: str
    comer: str
    since: int
    ready: float
    fired: set[str] = field(default_factory=set)
    first_fire: float = -1.0
    prepared: float = -1.0
    storm_until: float = -1.0
    holder: str | None = None  # who keeps the site, or stands for the holder where nobody does
    asked: dict[int, float] = field(default_factory=dict)  # unit number -> share when it was asked
    temper: dict[int, float] = field(default_factory=dict)  # zt
    comers: list = field(default_factory=list)

    @property
    def storming(self) -> bool:
        return self.storm_until >= 0.0


@dataclass
class Tally:
    """People at a site, counted once until somebody there changes."""

    present: int
    standing: dict[str, int]
    acting: dict[str, int]
    force: dict[str, float]
    armed_standing: dict[str, float]
    stopped: dict[str, int]


@dataclass
class Site:
    id: str
    kind: int
    holder: str | None
    entrances: int
    stocks: dict[int, float]
    hidden: set[int]
    gates: dict[str, dict]
    shrine: bool
    residents: float
    raised: bool = False
    contest: Contest | None = None
    units: list = field(default_factory=list)
    taken_by: set[str] = field(default_factory=set)
    yielded_to: set[str] = field(default_factory=set)
    stormed: bool = False
    shelled: bool = False
    entered: bool = False
    demanded: bool = False
    ring: set[str] = field(default_factory=set)  # who encircles it
    closed_to: set[str] = field(default_factory=set)
    dead: Counter = field(default_factory=Counter)
    last_fire: float = -1e9
    tied: float = 0.0
    repulses: Counter = field(default_factory=Counter)  # of each comer
    hurt: float = 0.0  # fractions of bystanders
    tally: Tally | None = None

    @property
    def cover(self) -> float:
        return SITE_KINDS[self.kind][0]

    @property
    def value(self) -> float:
        return SITE_KINDS[self.kind][2]

    @property
    def guard(self) -> int:
        return SITE_KINDS[self.kind][3]


@dataclass
class Link:
    id: str
    ends: tuple[str, str]
    kind: int
    km: float
    open: bool
    crew: str | None


@dataclass
class Line:
    id: str
    kind: int
    exchange: str | None
    joins: set[str]
    staff: str | None
    cut: set[frozenset]
    suppressed: set[str] = field(default_factory=set)


@dataclass(eq=False)
class Unit:
    id: str
    number: int
    kind: int
    roll: int
    home: str
    site: str | None
    of: str | None
    duty: int
    taste: dict[str, float]
    issues: dict[str, float]
    bond: dict[str, float]
    trust: dict[str, float]
    belief: dict[str, float]
    e: float
    n: dict[str, int]
    act: dict[str, int]
    sev: dict[str, int]  # -1: nothing asked
    stopped: dict[str, int] = field(default_factory=dict)
    serves: str | None = None  # of a detachment: the side it was sent for
    rifles: float = 0.0
    machine_guns: float = 0.0
    guns: float = 0.0
    shells: float = 0.0
    cartridges: float = 0.0
    absent: int = 0
    dead: int = 0
    captured: int = 0
    dispersed: int = 0
    hardship: float = 0.0
    isolation: int = 0
    agitated_until: float = -1.0
    leaving: float = 0.0  # share of its men, in detachments too, who go home for good each day
    unfed_since: float | None = None
    cut_since: float | None = None
    entered: float = -1e9  # when strangers were last felt inside
    parent: Unit | None = None
    children: list[Unit] = field(default_factory=list)
    march: March | None = None
    order: Order | None = None
    heard: set = field(default_factory=set)
    next_review: float = 0.0
    last_review: float = 0.0
    last_word: dict[str, float] = field(default_factory=dict)
    silence_told: float = 0.0
    volunteer: bool = False
    here: bool = True
    arrived: bool = False
    route: list[str] = field(default_factory=list)
    commander: str | None = None
    ties: frozenset = frozenset()  # authorities of which it was said how it likes or hears them
    captor: str | None = None
    disarmed: float = -1e9
    shot_at: float = -1.0  # of which disarming the captors have begun to shoot
    broken_until: float = -1.0
    ceased_until: float = -1.0
    caught_at: str | None = None  # where it was caught in column
    start_men: int = 0
    lost: int = 0
    struck_off: bool = False
    errands: int = 0  # orders on their way to it
    pi: dict[str, float] | None = None  # softmax(l), kept until belief moves

    @property
    def present(self) -> int:
        return sum(self.n.values())

    @property
    def marching(self) -> bool:
        return self.march is not None and self.march.gone

    @property
    def mustering(self) -> bool:
        return self.march is not None and not self.march.gone

    def family(self) -> list[Unit]:
        head = self.parent or self
        return [head, *head.children]

    def acts_for(self) -> str | None:
        """The authority most of its acting men obey."""
        best = max(self.act, key=lambda k: self.act[k])
        return best if self.act[best] else None


class World:
    """One run: its facts, its clock, its luck and its log."""

    def __init__(self, resolved: Resolved, seed: int, fixed: dict[str, float] | None = None) -> None:
        self.resolved, self.scenario = resolved, resolved.scenario
        scenario = self.scenario
        self.rng = random.Random(f"oracle {seed}")
        self.p = dice.draw_parameters(self.rng, fixed)
        self.clock = Clock.at(scenario.start, scenario.calendar)
        self.step = int(duration(scenario.step))
        self.hours = self.step / 60.0
        self.minutes = self.clock.minutes(scenario.end)
        self.start_hour = self.clock.parts(0)[3] + self.clock.parts(0)[4] / 60.0
        self.minute = 0
        self.events: Counter = Counter()
        self.chronicle: list[tuple] = []
        self.transfers: list[tuple[int, str, str]] = []
        self.work: Counter = Counter()
        self.calls: list = []  # heap of (due, number, call)
        self.sequence = 0
        self.first_fire = self.last_fire = -1.0
        self.bystanders_dead = self.shot_disarmed = self.dead_first_hour = 0
        self.damage = self.told_damage = 0.0
        self.found: Counter = Counter()
        self.truces: dict[frozenset, float] = {}
        self.breached: set[frozenset] = set()
        self.settled = False
        self.done: dict[str, int] = {}
        self.chosen: dict[str, str] = {}
        self.votes: dict[str, float] = {}
        self.walked_out: set[str] = set()
        self.motions_due: list = []
        self.outside_bound: list = []  # [unit, side, town, due]
        self.firing: dict = {}
        self.lost_bodies: set[str] = set()
        self.promise_dates: list = []
        self.rules_since: dict = {}
        self.ways: dict = {}
        self.still: dict[str, Tally] | None = None  # set while all look at one and the same moment
        self._build()

    # --- building

    def number(self, written: object, default: float = 0.0) -> float:
        return dice.spread(self.rng, self.resolved.quantity(written), default)

    def _build(self) -> None:
        s = self.scenario
        self.authorities = {
            key: Authority(
                key, a.seat, w.POSTURES[a.posture], min(12, int(self.number(a.operations, 2))),
                None if a.credibility is None else self.number(a.credibility),
            )
            for key, a in s.authorities.items()
        }  # fmt: skip
        self.accepted = {key: self.number(b.accepted, 1.0) for key, b in s.bodies.items()}
        self.stances: dict[frozenset, int] = {}
        self.contenders: set[str] = set()
        for key, a in s.authorities.items():
            self.authorities[key].begun = self.authorities[key].alive = a.from_when is None
        for row in s.stances:
            self.stances[frozenset(self.of(x) for x in row.between)] = w.STANCES[row.stance]
        self.count_enemies()
        self.sites = {key: self._site(key, x) for key, x in s.sites.items()}
        self.links = self._links()
        self.lines = {key: self._line(x, key) for key, x in s.lines.items()}
        self.units: list[Unit] = []
        self.parts: dict[str, list[Unit]] = {}
        for key, x in s.units.items():
            self.parts[key] = self._unit(key, x)
        self.by_id = {key: parts[0] for key, parts in self.parts.items()}
        for key, body in s.bodies.items():
            for unit in body.commands:
                for part in self.parts[unit]:
                    part.commander = part.commander or key
        for key, a in self.authorities.items():
            a.belief = dict.fromkeys(self.authorities, 0.0)
            a.trust = {j: 0.9 if j == key else 0.3 if self.foes_as_written(key, j) else 0.5 for j in self.authorities}
            a.known = {site.id: Known(site.holder) for site in self.sites.values()}
            a.z = {what: dice.logistic(self.rng, 0.1) for what in ("truce", "terms")}

    def _site(self, key: str, x) -> Site:
        row = SITE_KINDS[w.SITES[x.kind]]
        gates = {
            name: {"to": g.to, "keeper": g.kept_by, "known": g.known_to} for name, g in x.gates.items()
        }  # fmt: skip
        return Site(
            key, w.SITES[x.kind], x.holder, x.entrances or row[1],
            {w.STOCKS[k]: self.number(v) for k, v in x.stocks.items()},
            {w.STOCKS[k] for k in x.hidden}, gates, x.shrine, self.number(x.residents, 0.0),
        )  # fmt: skip

    def _links(self) -> list[Link]:
        links, self.near = [], {key: [] for key in self.sites}
        for key, x in self.scenario.links.items():
            a, b = x.between
            km = self.number(x.km) if x.km is not None else 1.25 * self.km(a, b)
            links.append(Link(key, (a, b), w.LINKS[x.kind], max(km, 0.01), x.open, x.crew))
        for site in self.sites.values():
            for name, gate in site.gates.items():
                open_way = gate["known"] == "all"  # a forgotten door is no street
                if open_way and not any(set(k.ends) == {site.id, gate["to"]} for k in links):
                    km = max(1.25 * self.km(site.id, gate["to"]), 0.01)
                    links.append(Link(f"{site.id}.{name}", (site.id, gate["to"]), w.LINK_STREET, km, True, None))
        for link in links:
            for here, there in (link.ends, link.ends[::-1]):
                self.near[here].append((there, link))
        self.neighbours = {s: {there for there, _ in ways} for s, ways in self.near.items()}
        return links

    def _line(self, x, key: str) -> Line:
        joins = set(self.sites) if x.joins == "all" else set(x.joins)
        return Line(key, w.LINES[x.kind], x.exchange, joins, x.staff, {frozenset(pair) for pair in x.cut})

    def _unit(self, key: str, x) -> list[Unit]:
        """One base unit a place; facts and taste are drawn once (sections 2 and 5)."""
        places = list(dict.fromkeys([x.at, *x.spread]))
        share = 1.0 / len(places)
        roll = self.number(x.roll)
        present = min(self.number(x.present, roll), roll)
        doubt = 0.35 if x.doubt is None else x.doubt
        kind, duty = w.UNITS[x.kind], w.DUTIES[x.duty]
        own = self.of(x.of) if x.of else None
        ks = list(self.authorities)
        lean = {k: self.number(x.leans.get(k), 0.0) for k in ks}
        taste = {k: self.rng.gauss(lean[k], doubt) for k in ks}
        arms = {k: self.number(v) for k, v in x.arms.items()}
        rifles = arms.get("rifles", 0.0)
        bond = {k: self.number(x.bond.get(k), 0.3 if k == own and not x.volunteers else 0.0) for k in ks}
        issues = {k: self.number(v) for k, v in x.issues.items()}
        trust = {k: self.number(x.trust.get(k), self.first_trust(own, k)) for k in ks}
        belief = {k: math.log(max(self.number(x.believes[k]), 1e-6)) if k in x.believes else taste[k] / 2.0 for k in ks}
        belief = {k: min(max(v, -12.0), 12.0) for k, v in belief.items()}
        liked = [k for k in ks if k in x.leans and taste[k] > 0.0]
        found = []
        for i, place in enumerate(places):
            men = 0 if duty == w.DUTY_ABSENT else round(present * share)
            name = key if i == 0 else f"{key}@{place}"
            unit = Unit(
                name, len(self.units), kind, round(roll * share), place, place, own, duty,
                dict(taste), dict(issues), dict(bond), dict(trust), dict(belief),
                self.rng.gauss(0.0, self.p["sigma"]), {ALOOF: men, **dict.fromkeys(ks, 0)}, dict.fromkeys(ks, 0),
                dict.fromkeys(ks, -1), dict.fromkeys(ks, 0), own or max(liked, key=lambda k: taste[k], default=None),
                rifles * share, arms.get("machine-guns", 0.0) * share, arms.get("guns", 0.0) * share,
                arms.get("shells", 0.0) * share, arms.get("cartridges", 60.0 * rifles) * share,
                volunteer=x.volunteers, route=list(x.route), commander=x.commander,
                ties=frozenset(x.leans) | frozenset(x.bond),
                unfed_since=-duration(x.unfed) if x.unfed else None, here=duty != w.DUTY_OUTSIDE,
            )  # fmt: skip
            unit.absent = unit.roll - men
            unit.hardship = min(3.0, duration(x.unfed) / 1440.0 if x.unfed else 0.0)
            unit.last_word = dict.fromkeys(ks, 0.0)
            unit.next_review = 5.0 * self.rng.randint(1, 12)
            self.units.append(unit)
            found.append(unit)
            if unit.here:
                self.sites[place].units.append(unit)
        return found

    def first_trust(self, own: str | None, k: str) -> float:
        """r at the start (section 5)."""
        if self.authorities[k].credibility is not None:
            return self.authorities[k].credibility
        return 0.7 if own == k else 0.3 if own and self.foes_as_written(own, k) else 0.5

    # --- who is who

    def of(self, who: str) -> str:
        """A body stands for its authority."""
        return self.scenario.bodies[who].of if who in self.scenario.bodies else who

    def hostile(self, a: str | None, b: str | None) -> bool:
        return bool(a) and b in self.enemies.get(a, ())

    def at_truce(self, a: str, b: str) -> bool:
        return frozenset((a, b)) in self.truces

    def foes(self, k: str) -> list[str]:
        return self.enemies[k]

    def set_stance(self, a: str, b: str, stance: int) -> None:
        """Two authorities are neutral unless a stance says otherwise."""
        self.stances[frozenset((a, b))] = stance
        self.count_enemies()

    def foes_as_written(self, a: str, b: str) -> bool:
        """Whether a stance makes two hostile, also if one of them is not there yet."""
        return a != b and self.stances.get(frozenset((a, b))) == w.STANCE_HOSTILE

    def count_enemies(self) -> None:
        """Who is hostile to whom among those who are there; who ever was contends (E1)."""
        there = [k for k, a in self.authorities.items() if a.begun]
        self.enemies = {
            k: [j for j in there if self.foes_as_written(j, k)] if k in there else [] for k in self.authorities
        }
        self.contenders |= {k for k in there if self.enemies[k]}
        for unit in getattr(self, "units", ()):
            unit.pi = None

    # --- where is what

    def km(self, a: str, b: str) -> float:
        (lat1, lon1), (lat2, lon2) = self.scenario.sites[a].at, self.scenario.sites[b].at
        x = math.radians(lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2.0))
        return 6371.0 * math.hypot(x, math.radians(lat2 - lat1))

    def place(self, unit: Unit, site: str | None) -> None:
        """Move a unit's name from one site's list to another's."""
        self.touch(unit)
        if unit.site is not None and unit in self.sites[unit.site].units:
            self.sites[unit.site].units.remove(unit)
        unit.site = site
        if site is not None:
            self.sites[site].units.append(unit)
            self.touch(unit)

    def touch(self, unit: Unit) -> None:
        """Something about the unit's men or arms changed: its site must be counted again."""
        if unit.site is not None:
            self.sites[unit.site].tally = None

    def tally(self, key: str) -> Tally:
        """Who stands and acts at a site. Bodies that muster are seen but do not act (section 2)."""
        if self.still is not None:
            return self.still[key]
        site = self.sites[key]
        if site.tally is None:
            ks = list(self.authorities)
            found = Tally(
                0, dict.fromkeys([ALOOF, *ks], 0), dict.fromkeys(ks, 0), dict.fromkeys(ks, 0.0),
                dict.fromkeys(ks, 0.0), dict.fromkeys(ks, 0),
            )  # fmt: skip
            for unit in site.units:
                found.present += unit.present
                found.standing[ALOOF] += unit.n[ALOOF]
                for k in ks:
                    found.standing[k] += unit.n[k]
                    found.armed_standing[k] += min(unit.rifles, unit.n[k])
                    found.stopped[k] += unit.stopped.get(k, 0)
                    if unit.act[k] and not unit.mustering:
                        found.acting[k] += unit.act[k]
                        found.force[k] += self.force_of(unit, k)
            site.tally = found
        return site.tally

    def force_of(self, unit: Unit, k: str) -> float:
        """E_u,k (section 2)."""
        act, men = unit.act[k], unit.present
        if act <= 0 or men <= 0:
            return 0.0
        armed = min(unit.rifles, act)
        weight = UNIT_KINDS[unit.kind][0] * (0.1 if unit.cartridges < 1.0 else 1.0)
        return weight * armed + 0.02 * (act - armed) + 10.0 * unit.machine_guns * act / men

    def acting_at(self, site: str, k: str) -> int:
        return self.tally(site).acting[k]

    def force_at(self, site: str, k: str) -> float:
        """E_s,k"""
        return self.tally(site).force[k]

    def hostile_force(self, site: str, k: str) -> float:
        force = self.tally(site).force
        return sum(force[j] for j in self.foes(k))

    def ringed(self, unit: Unit) -> bool:
        """Everybody at an encircled site who is hostile to the one that rings it counts as encircled (E7)."""
        if unit.site is None or not self.sites[unit.site].ring:
            return False
        k = unit.acts_for() or unit.serves
        return any(self.hostile(k, j) for j in self.sites[unit.site].ring)

    def hour_of_day(self) -> float:
        return (self.start_hour + self.minute / 60.0) % 24.0

    # --- what another scheduler may do its own way (benchmarks/simpy_city.py)

    def schedule(self, due: float, call: object) -> None:
        """A call is on its way."""
        self.sequence += 1
        heapq.heappush(self.calls, (due, self.sequence, call))

    def set_off(self, unit: Unit) -> None:
        """A march has begun."""

    def opened(self, site: Site) -> None:
        """A contest has begun."""

    def joined(self, unit: Unit) -> None:
        """A detachment has been formed."""

    # --- time, luck and the log

    def delay(self, mean_min: float) -> int:
        """delay(mean) = phi x mean x G, rounded to the nearest minute (section 4)."""
        return round(self.p["phi"] * mean_min * dice.gamma4(self.rng))

    def happens(self, hazard: float) -> bool:
        return hazard > 0.0 and self.rng.random() < 1.0 - math.exp(-hazard)

    def log(
        self, event: int, who: str = "", where: str | None = None, x: float = 0.0, cause: int = w.CAUSE_RULE
    ) -> None:
        self.events[event] += 1
        self.chronicle.append((self.minute, event, who, where, x, cause))
