"""Who and what there is in one run of the oracle: authorities, units, sites, links, lines (model.md section 2).

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
UNARMED_KINDS = {w.UNIT_WORKERS, w.UNIT_CROWD, w.UNIT_STAFF, w.UNIT_DRIVERS}


@dataclass
class Order:
    """What somebody wants of a unit: a kind, where, how severe, and which operation it belongs to."""

    authority: str
    kind: int
    site: str | None
    severity: int
    men: int | None = None
    operation: object = None
    gate: str | None = None
    cause: int = w.CAUSE_TACTICS
    given: int = 0


@dataclass
class March:
    """A way still to go: hops left, when the next one ends, and the one factor of this march."""

    path: list[str]
    factor: float
    due: float
    leaves: float
    started: int = 0
    last: str = ""


@dataclass
class Known:
    """What an authority knows of a site: holder, hostile armed men there, when it last saw."""

    holder: str | None
    force: float
    minute: int


@dataclass
class Authority:
    id: str
    seat: str
    posture: int
    max_operations: int
    alive: bool = True
    belief: dict[str, float] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    promises: dict[str, tuple[float, str | None]] = field(default_factory=dict)
    aims: set[str] = field(default_factory=set)
    operations: list = field(default_factory=list)
    failures: dict[str, list[int]] = field(default_factory=dict)
    dead: int = 0
    kept: int = 0
    broken: int = 0
    volunteers: int = 0
    outside_men: int = 0
    outside_bodies: int = 0
    threatened_by: set[str] = field(default_factory=set)
    mourned: float = 0.0  # believed dead among the disarmed and bystanders of its side, halving in 24 h
    calling_out: bool = False
    deadline: tuple | None = None
    next_offer: int = 0


@dataclass
class Contest:
    """One authority's men before one site that somebody else keeps (E6)."""

    site: str
    comer: str
    since: int
    ready: float
    storm_ready: float
    fire: dict[str, bool] = field(default_factory=dict)  # who has opened fire
    storm_until: float = -1.0
    stormed: bool = False
    told_odds: float | None = None
    tempers: dict[int, float] = field(default_factory=dict)  # unit -> z of terms
    start_men: dict[str, int] = field(default_factory=dict)
    terms: int = 0
    demanded: bool = False


@dataclass
class Tally:
    """People at a site, counted once until somebody there changes."""

    present: int
    standing: dict[str, int]
    acting: dict[str, int]
    armed: dict[str, float]  # of those acting
    armed_standing: dict[str, float]


@dataclass
class Site:
    id: str
    kind: int
    at: tuple[float, float]
    holder: str | None
    entrances: int
    stocks: dict[int, float]
    hidden: set[int]
    gates: dict[str, dict]
    shrine: bool
    residents: float
    raised: bool = False
    contests: dict[str, Contest] = field(default_factory=dict)
    units: list = field(default_factory=list)
    taken_by: set[str] = field(default_factory=set)
    yielded_to: set[str] = field(default_factory=set)
    stormed: bool = False
    shelled: bool = False
    entered: bool = False
    demanded: bool = False
    encircled: bool = False
    closed_rail: set[str] = field(default_factory=set)
    dead: Counter = field(default_factory=Counter)
    last_fire: float = -1e9
    damage: float = 0.0
    tally: Tally | None = None

    @property
    def cover(self) -> float:
        return SITE_KINDS[self.kind][0]


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
    sev: dict[str, int]
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
    unfed_h: float = 0.0
    parent: Unit | None = None
    children: list[Unit] = field(default_factory=list)
    march: March | None = None
    order: Order | None = None
    heard: set = field(default_factory=set)
    known_orders: dict[str, Order] = field(default_factory=dict)
    next_review: float = 0.0
    last_review: float = 0.0
    last_word: dict[str, float] = field(default_factory=dict)
    silence_told: float = 0.0
    causes_since: dict[str, float] = field(default_factory=dict)
    calm_since: float = 0.0
    volunteer: bool = False
    staff_of: str | None = None
    striking_for: str | None = None
    keeps: set[str] = field(default_factory=set)
    here: bool = True
    arrived: bool = False
    route: list[str] = field(default_factory=list)
    commander: str | None = None
    captor: str | None = None
    disarmed_until: float = -1.0
    pi: dict[str, float] | None = None  # softmax(l), kept until belief moves
    books: Tally | None = None  # of the family, kept by its head
    caught_until: float = -1.0  # a column caught on the march (E6)
    inside: str | None = None  # a group that got in by a gate, and whose it is (E7)

    @property
    def present(self) -> int:
        return sum(self.n.values())

    def family(self) -> list[Unit]:
        """The parent and its detachments (section 4)."""
        head = self.parent or self
        return [head, *head.children]

    def armed(self, men: int) -> float:
        """How many of `men` carry rifles: arms are spread evenly over those present."""
        total = self.present
        return men * min(1.0, self.rifles / total) if total else 0.0


class World:
    """One run: its facts, its clock, its luck and its log."""

    def __init__(self, resolved: Resolved, seed: int, fixed: dict[str, float] | None = None) -> None:
        self.resolved, self.scenario = resolved, resolved.scenario
        scenario = self.scenario
        self.rng = random.Random(f"oracle {seed}")
        self.p = dice.draw_parameters(self.rng, fixed)
        self.clock = Clock.at(scenario.start, scenario.calendar)
        self.step = int(duration(scenario.step))
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
        self.bystanders_dead = 0
        self.shot_disarmed = 0
        self.dead_first_hour = 0
        self.found: Counter = Counter()
        self.truces: dict[frozenset, tuple[float, float]] = {}
        self.settled = False
        self.done: dict[str, int] = {}
        self.chosen: dict[str, str] = {}
        self.votes: dict[str, float] = {}
        self.walked_out: set[str] = set()
        self.refusals: dict[tuple[str, str], tuple[int, float]] = {}  # (line, caller) -> minute, chance
        self.rules_since: dict[int, int] = {}
        self.pending: list = []
        self._build()

    # --- building

    def number(self, written: object, default: float = 0.0) -> float:
        return dice.spread(self.rng, self.resolved.quantity(written), default)

    def _build(self) -> None:
        s = self.scenario
        self.authorities = {
            key: Authority(key, a.seat, w.POSTURES[a.posture], int(self.number(a.operations, 2)))
            for key, a in s.authorities.items()
        }
        self.bodies = {key: b.of for key, b in s.bodies.items()}
        self.lost_bodies: set[str] = set()
        self.stances: dict[frozenset, int] = {}
        first = next(iter(self.authorities))
        self.set_stance(first, first, w.STANCE_NEUTRAL)
        for row in s.stances:
            self.set_stance(*(self.of(x) for x in row.between), w.STANCES[row.stance])
        self.sites = {key: self._site(key, x) for key, x in s.sites.items()}
        self.links = self._links()
        self.lines = {key: self._line(x, key) for key, x in s.lines.items()}
        self.units: list[Unit] = []
        for key, x in s.units.items():
            self._unit(key, x)
        self.by_id = {u.id: u for u in self.units}
        for key, a in self.authorities.items():
            a.belief = dict.fromkeys(self.authorities, 0.0)
            a.known = {site.id: Known(site.holder, self.expected_force(key, site), 0) for site in self.sites.values()}

    def _site(self, key: str, x) -> Site:
        row = SITE_KINDS[w.SITES[x.kind]]
        gates = {
            name: {"to": g.to, "keeper": g.kept_by, "known": g.known_to, "men": self.number(g.frontage_men, 100.0)}
            for name, g in x.gates.items()
        }
        return Site(
            key, w.SITES[x.kind], tuple(x.at), x.holder, x.entrances or row[1],
            {w.STOCKS[k]: self.number(v) for k, v in x.stocks.items()}, {w.STOCKS[k] for k in x.hidden},
            gates, x.shrine, self.number(x.residents, 0.0),
        )  # fmt: skip

    def _links(self) -> list[Link]:
        links, self.near = [], {key: [] for key in self.sites}
        for key, x in self.scenario.links.items():
            a, b = x.between
            km = self.number(x.km, self.km(a, b)) if x.km is not None else self.km(a, b)
            links.append(Link(key, (a, b), w.LINKS[x.kind], max(km, 0.01), x.open, x.crew))
        for site in self.sites.values():
            for name, gate in site.gates.items():
                open_way = gate["known"] == "all"  # a forgotten door is no street
                if open_way and not any(set(k.ends) == {site.id, gate["to"]} for k in links):
                    km = max(self.km(site.id, gate["to"]), 0.01)
                    links.append(Link(f"{site.id}.{name}", (site.id, gate["to"]), w.LINK_STREET, km, True, None))
        for link in links:
            for here, there in (link.ends, link.ends[::-1]):
                self.near[here].append((there, link))
        return links

    def _line(self, x, key: str) -> Line:
        joins = set(self.sites) if x.joins == "all" else set(x.joins)
        return Line(key, w.LINES[x.kind], x.exchange, joins, x.staff, {frozenset(pair) for pair in x.cut})

    def _unit(self, key: str, x) -> None:
        roll = round(self.number(x.roll))
        present = min(round(self.number(x.present, roll)), roll)
        doubt = 0.35 if x.doubt is None else x.doubt
        kind, duty = w.UNITS[x.kind], w.DUTIES[x.duty]
        own = self.of(x.of) if x.of else None
        if duty == w.DUTY_ABSENT:
            present = 0
        arms = {k: self.number(v) for k, v in x.arms.items()}
        rifles = arms.get("rifles", 0.0 if kind in UNARMED_KINDS else float(present))
        if 0.0 < rifles <= 1.0:
            rifles *= present
        unit = Unit(
            key, len(self.units), kind, roll, x.at, x.at, own, duty,
            taste={k: self.rng.gauss(self.number(x.leans.get(k), 0.0), doubt) for k in self.authorities},
            issues={k: self.number(v) for k, v in x.issues.items()},
            bond={k: self.number(x.bond.get(k), 0.5 if k == own else 0.0) for k in self.authorities},
            trust={k: self.number(x.trust.get(k), self.first_trust(own, k)) for k in self.authorities},
            belief={}, e=self.rng.gauss(0.0, self.p["sigma"]),
            n={ALOOF: present, **dict.fromkeys(self.authorities, 0)},
            act=dict.fromkeys(self.authorities, 0), sev=dict.fromkeys(self.authorities, 0),
            rifles=rifles, machine_guns=arms.get("machine-guns", 0.0), guns=arms.get("guns", 0.0),
            shells=arms.get("shells", arms.get("guns", 0.0) * 100.0),
            cartridges=arms.get("cartridges", 60.0 * rifles), absent=roll - present,
            volunteer=x.volunteers, staff_of=x.crew_of, keeps=set(x.keeps), route=list(x.route),
            commander=x.commander, unfed_h=duration(x.unfed) / 60.0 if x.unfed else 0.0,
            here=duty != w.DUTY_OUTSIDE,
        )  # fmt: skip
        unit.hardship = min(3.0, unit.unfed_h / 24.0)
        unit.belief = {
            k: math.log(max(self.number(x.believes[k]), 1e-3)) if k in x.believes else unit.taste[k] / 2.0
            for k in self.authorities
        }
        unit.last_word = dict.fromkeys(self.authorities, 0.0)
        unit.next_review = self.rng.random() * 60.0
        self.units.append(unit)
        if unit.here:
            self.sites[x.at].units.append(unit)

    def first_trust(self, own: str | None, k: str) -> float:
        """r at the start: .7 towards its own authority, .3 towards one hostile to it, else .5 (E1)."""
        if own == k:
            return 0.7
        return 0.3 if own and self.hostile(own, k) else 0.5

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
        self.enemies = {
            k: [j for j in self.authorities if j != k and self.stances.get(frozenset((j, k))) == w.STANCE_HOSTILE]
            for k in self.authorities
        }
        self.contenders = [k for k in self.authorities if self.enemies[k]]

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
        """Something about the unit's men changed: its site and its family must be counted again."""
        (unit.parent or unit).books = None
        if unit.site is not None:
            self.sites[unit.site].tally = None

    def tally(self, key: str) -> Tally:
        """Who stands and acts at a site."""
        site = self.sites[key]
        if site.tally is None:
            ks = list(self.authorities)
            found = Tally(
                0, dict.fromkeys([ALOOF, *ks], 0), dict.fromkeys(ks, 0), dict.fromkeys(ks, 0.0), dict.fromkeys(ks, 0.0)
            )
            for unit in site.units:
                men = unit.present
                if not men:
                    continue
                found.present += men
                rate = min(1.0, unit.rifles / men)
                found.standing[ALOOF] += unit.n[ALOOF]
                for k in ks:
                    found.standing[k] += unit.n[k]
                    found.acting[k] += unit.act[k]
                    found.armed[k] += rate * unit.act[k]
                    found.armed_standing[k] += rate * unit.n[k]
            site.tally = found
        return site.tally

    def family_tally(self, unit: Unit) -> Tally:
        """Who stands and acts in a unit and its detachments (arms are not counted here)."""
        head = unit.parent or unit
        if head.books is None:
            ks = list(self.authorities)
            members = head.family()
            head.books = Tally(
                sum(u.present for u in members),
                {k: sum(u.n[k] for u in members) for k in (ALOOF, *ks)},
                {k: sum(u.act[k] for u in members) for k in ks},
                {},
                {},
            )
        return head.books

    def acting_at(self, site: str, k: str) -> int:
        return self.tally(site).acting[k]

    def armed_at(self, site: str, k: str) -> float:
        """Armed acting men of `k` at a site."""
        return self.tally(site).armed[k]

    def hostile_armed_at(self, site: str, k: str) -> float:
        armed = self.tally(site).armed
        return sum(armed[j] for j in self.foes(k))

    def expected_force(self, k: str, site: Site) -> float:
        """The prior strength of an unseen enemy, by kind of site."""
        return float(SITE_KINDS[site.kind][4]) if self.hostile(k, site.holder) else 0.0

    def speed(self, unit: Unit) -> float:
        return UNIT_KINDS[unit.kind][2]

    def hour_of_day(self) -> float:
        return (self.start_hour + self.minute / 60.0) % 24.0

    # --- what another scheduler may do its own way (benchmarks/simpy_city.py)

    def schedule(self, due: float, call: object) -> None:
        """A call is on its way."""
        self.sequence += 1
        heapq.heappush(self.calls, (due, self.sequence, call))

    def set_off(self, unit: Unit) -> None:
        """A march has begun."""

    def opened(self, site: Site, contest: Contest) -> None:
        """A contest has begun."""

    def joined(self, unit: Unit) -> None:
        """A detachment has been formed."""

    def woken(self, unit: Unit) -> None:
        """A unit will be reviewed earlier than it thought."""

    # --- time, luck and the log

    def delay(self, mean_min: float) -> float:
        """delay(mean) = phi x mean x G4, in minutes (section 3)."""
        return self.p["phi"] * mean_min * dice.gamma4(self.rng)

    def log(
        self, event: int, who: str = "", where: str | None = None, x: float = 0.0, cause: int = w.CAUSE_RULE
    ) -> None:
        self.events[event] += 1
        self.chronicle.append((self.minute, event, who, where, x, cause))
