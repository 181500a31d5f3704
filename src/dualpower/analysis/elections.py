"""elect(): votes by district from the stands that men obey by, and seats from the votes.

Soldiers and workers vote as their units stand in each history on the day of the vote. Villagers and townsfolk
have no units: their custom is an input, a range drawn anew for each history, and part of the villagers takes
after the soldiers and workers of their province. So a party's share rests in part on the model and in part on
inputs; ``modelled`` says how much of it on the model. Seats are given in each district by D'Hondt's rule.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import ballots, histories
from dualpower.analysis.ballots import THOUSAND, District, Rules, poll, span
from dualpower.analysis.finding import Finding
from dualpower.analysis.histories import RUNS_COMPILED
from dualpower.errors import DualpowerError, Problem, ScenarioError

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target
    from dualpower.ensemble.result import Result
    from dualpower.scenario.country import Country

WITHIN = 6.0  # points by which a national share may miss
LEVEL = 0.9
MOSTLY = 0.5  # a list is called modelled if so large a part of its votes follows from stands


@dataclass(frozen=True)
class Vote:
    """An election in many histories.

    votes     float[runs, districts, parties]
    modelled  float[runs, districts, parties], the part of them that follows from stands
    seats     int[runs, districts, parties]
    electors  float[runs, districts]
    """

    rules: Rules
    districts: tuple[District, ...]
    parties: tuple[str, ...]
    votes: np.ndarray
    modelled: np.ndarray
    seats: np.ndarray
    electors: np.ndarray

    @property
    def shares(self) -> np.ndarray:
        """float[runs, parties], per cent of all votes."""
        cast = self.votes.sum(axis=1)
        return np.asarray(100 * cast / cast.sum(axis=1, keepdims=True))

    @property
    def turnout(self) -> np.ndarray:
        """float[runs], votes per elector."""
        return np.asarray(self.votes.sum(axis=(1, 2)) / self.electors.sum(axis=1))


class _Luck:
    """Draws what is not known, each by its own name: the same history always draws the same."""

    def __init__(self, seed: int, runs: np.ndarray) -> None:
        self.seed, self.runs = seed, runs

    def draw(self, name: str, text: Any) -> np.ndarray:
        """Return float[runs], even over a range."""
        low, high = span(text)
        stream = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        return low + (high - low) * stream.random(int(self.runs.max()) + 1)[self.runs]


def cast_votes(result: Result, country: Country) -> Vote:
    """Let every history of a country vote.

    Raises:
        DualpowerError: E878, the country has no elections.
        ScenarioError: every fault of the tables (E871 to E876).
    """
    if country.layout.elections is None:
        raise DualpowerError("E878", "this country has no elections", "name a file under elections: in country.yaml")
    rules = ballots.read_rules(country.path(country.layout.elections))
    districts = [one for one in ballots.read_districts(country.path(rules.districts), rules) if one.is_held]
    ended = np.flatnonzero(result.ended)
    luck = _Luck(result.seed, result.column("run")[ended])
    stand = {name: _stands(result, districts, name, ended) for name in rules.stands}
    maker = _Maker(rules, districts, luck, stand)
    votes, modelled, electors = maker.make()
    seats = np.stack([allot(votes[:, at], one.seats) for at, one in enumerate(districts)], axis=1)
    return Vote(rules, tuple(districts), tuple(rules.parties), votes, modelled, seats, electors)


def _stands(result: Result, districts: list[District], estate: str, ended: np.ndarray) -> np.ndarray:
    """Return float[runs, districts]: the share that stands with the authority counted; elsewhere the mean of all."""
    known = set(result.watches)
    share = np.full((ended.size, len(districts)), np.nan)
    for at, one in enumerate(districts):
        name = poll(one.id, estate)
        if name in known:
            share[:, at] = np.clip(result.watch(name)[ended], 0.0, 1.0)
    if np.isnan(share).all():
        raise ScenarioError([Problem("E876", poll("DISTRICT", estate), "no watch asks how these stand", "", 0, 0,
                                     "run tools/build_polls.py and include polls.yaml")])  # fmt: skip
    return np.where(np.isnan(share), np.nanmean(share, axis=1, keepdims=True), share)


class _Maker:
    """Puts votes together, estate by estate. Everything has the shape [runs, districts]."""

    def __init__(self, rules: Rules, districts: list[District], luck: _Luck, stand: Mapping[str, np.ndarray]) -> None:
        self.rules, self.luck, self.stand = rules, luck, stand
        self.place = {party: at for at, party in enumerate(rules.parties)}
        self.nations = {key: np.array([one.nations[key] for one in districts]) for key in rules.nations}
        self.loyal = {key: luck.draw(f"loyal {key}", nation.loyal) for key, nation in rules.nations.items()}
        self.fields = {key: np.array([getattr(one, key) for one in districts]) * THOUSAND
                       for key in ("people", "townsmen", "soldiers", "workers")}  # fmt: skip

    def make(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return votes, the part of them that follows from stands, and electors."""
        of_age = self.luck.draw("adults", self.rules.adults)[:, None]
        people, townsmen = self.fields["people"], self.fields["townsmen"]
        soldiers = np.broadcast_to(self.fields["soldiers"], self.stand["soldiers"].shape)
        household = 1.0 + self.luck.draw("dependants", self.rules.dependants)[:, None]
        workers = np.minimum(self.fields["workers"] * household, of_age * townsmen)
        townsfolk = np.maximum(of_age * townsmen - workers, 0.0)
        villagers = of_age * np.maximum(people - townsmen, 0.0)
        echo = self.luck.draw("echo", self.rules.echo.range)[:, None]
        heard = self.stand["soldiers"]  # men who write home and come home
        parts = [
            self._standing("soldiers", soldiers, self.stand["soldiers"]),
            self._standing("workers", workers, self.stand["workers"]),
            self._custom("townsfolk", townsfolk, np.zeros_like(heard)),
            self._custom("villagers", villagers, echo * heard),
        ]
        votes = sum(one for one, _ in parts)
        modelled = sum(two for _, two in parts)
        return np.asarray(votes), np.asarray(modelled), soldiers + workers + townsfolk + villagers

    def _split(self, name: str) -> np.ndarray:
        """Return float[runs, parties]: how those divide, drawn and scaled to one."""
        parts = self.rules.split[name]
        share = np.zeros((self.luck.runs.size, len(self.place)))
        for party, text in parts.items():
            if party != "because":
                share[:, self.place[party]] = self.luck.draw(f"split {name} {party}", text)
        return np.asarray(share / share.sum(axis=1, keepdims=True))

    def _own_lists(self, votes: np.ndarray, split: np.ndarray) -> np.ndarray:
        """Return votes by party where part of each nation votes for lists of its own and the rest divides."""
        found = np.zeros((*votes.shape, len(self.place)))
        left = votes.copy()
        for key, nation in self.rules.nations.items():
            own = votes * self.nations[key][None, :] * self.loyal[key][:, None]
            found[:, :, self.place[nation.party]] += own
            left = left - own
        return np.asarray(found + left[:, :, None] * split[:, None, :])

    def _standing(self, estate: str, men: np.ndarray, share: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return votes of an estate that votes as it stands; all of them follow from the model."""
        turnout = self.luck.draw(f"turnout {estate}", self.rules.stands[estate].turnout)[:, None]
        followers = (men * turnout * share)[:, :, None] * self._split(f"{estate}-with")[:, None, :]
        rest = self._own_lists(men * turnout * (1 - share), self._split(f"{estate}-rest"))
        return followers + rest, followers + rest

    def _custom(self, estate: str, people: np.ndarray, taken: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return votes of an estate that votes by custom; only those who take after soldiers follow from the model."""
        turnout = self.luck.draw(f"turnout {estate}", self.rules.inputs[estate].turnout)[:, None]
        followers = (people * turnout * taken)[:, :, None] * self._split("soldiers-with")[:, None, :]
        return followers + self._own_lists(people * turnout * (1 - taken), self._split(estate)), followers


def allot(votes: np.ndarray, seats: int) -> np.ndarray:
    """Return int[runs, parties]: the seats of a district by D'Hondt's divisors (a tie: the first listed)."""
    quotients = votes[:, :, None] / np.arange(1, seats + 1)
    runs, parties = votes.shape
    flat = quotients.reshape(runs, parties * seats)
    order = np.argsort(-flat, axis=1, kind="stable")[:, :seats] // seats
    return np.stack([(order == party).sum(axis=1) for party in range(parties)], axis=1)


def elect(
    target: Target, *, runs: int = RUNS_COMPILED, seed: int = 0, result: Result | None = None, **how: Any
) -> Finding:
    """Hold the elections of a country in many histories.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        runs, seed: how many histories to run, and their luck, where ``result`` gives none.
        result: histories that were run before, of this very scenario.
    Returns:
        Finding with a row per party (docs/format.md, 'dualpower elect --json').
    Raises:
        ScenarioError: the scenario or the tables of the election have problems.
        DualpowerError: E805, the result is of another scenario; E878, the scenario is no country with elections.
    """
    resolved = histories.load(target)
    country = histories.country_of(resolved)
    if result is None:
        result = histories.simulate(resolved, runs=runs, seed=seed, **how)
    elif result.manifest["identity"]["scenario"] != resolved.digest:
        raise DualpowerError("E805", "the result is of another scenario", "simulate it again")
    return find_vote(result, country, scenario=resolved.id)


def find_vote(result: Result, country: Country, *, scenario: str) -> Finding:
    """Hold the election in every history and put it beside what was published.

    Returns:
        Finding with a row per party (docs/format.md, 'dualpower elect --json').
    Raises:
        DualpowerError, ScenarioError: as ``cast_votes``; E875, published votes exceed the electorate.
    """
    vote = cast_votes(result, country)
    most = {one.title: float(electors) for one, electors in zip(vote.districts, _most(vote), strict=True)}
    units = ballots.read_votes(country.path(vote.rules.votes), most)
    rows = [_party(vote, at) for at in range(len(vote.parties))]
    held = [row for row in rows if row["target"] is not None]
    met = [row for row in held if row["within"]]
    names = ", ".join(f"{row['title']} {row['share']:.1f} % ({row['target'][0]:g} to {row['target'][1]:g})"
                      for row in held)  # fmt: skip
    mostly = ", ".join(row["title"] for row in held if row["modelled"] >= MOSTLY) or "no list"
    turnout = np.quantile(vote.turnout, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    facts: dict[str, Any] = {
        "scenario": scenario, "seed": result.seed, "runs": int(result.ended.sum()),
        "turnout": {"low": float(turnout[0]), "median": float(turnout[1]), "high": float(turnout[2])},
        "modelled_votes": float(np.median(vote.modelled.sum(axis=(1, 2)) / vote.votes.sum(axis=(1, 2)))),
        "seats": int(sum(one.seats for one in vote.districts)), "within_points": WITHIN,
        "benches": list(vote.rules.benches), "districts": _districts(vote, units), "arithmetic": ballots.audit(units),
    }  # fmt: skip
    sentence = f"{len(met)} of {len(held)} parties come within {WITHIN:g} points of the published shares: {names}."
    sure = (
        f"Over {facts['runs']:,} histories; {100 * facts['modelled_votes']:.0f} % of the votes follow from stands, "
        f"the rest from inputs dated before the vote. Mostly modelled: {mostly}; the others' shares are mostly inputs."
    )
    return Finding(tuple(rows), sentence, sure, facts, rows="parties")


def _most(vote: Vote) -> np.ndarray:
    """Return the most that could vote in each district."""
    people = np.array([one.people or one.townsmen for one in vote.districts]) * THOUSAND * ballots.OF_AGE
    return np.asarray(people + np.array([one.soldiers for one in vote.districts]) * THOUSAND)


def _party(vote: Vote, at: int) -> dict[str, Any]:
    """Return the row of one party: its share and seats over the histories, and what was published."""
    key = vote.parties[at]
    party = vote.rules.parties[key]
    low, mid, high = np.quantile(vote.shares[:, at], [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    won = vote.seats[:, :, at].sum(axis=1)
    few, some, many = np.quantile(won, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    follows = vote.modelled[:, :, at].sum(axis=1) / np.maximum(vote.votes[:, :, at].sum(axis=1), 1.0)
    off = None
    if party.target is not None:
        off = max(0.0, party.target[0] - float(mid), float(mid) - party.target[1])
    return {
        "party": key, "title": party.title, "colour": party.colour,
        "share": float(mid), "low": float(low), "high": float(high),
        "target": party.target, "points_off": off, "within": None if off is None else off <= WITHIN,
        "seats": float(some), "seats_low": float(few), "seats_high": float(many), "seats_published": party.seats,
        "modelled": float(np.median(follows)),
    }  # fmt: skip


def _districts(vote: Vote, units: list[ballots.Unit]) -> list[dict[str, Any]]:
    """Return a row per district: seats, the middle share of each party, and the published shares that are known."""
    published = {unit.title: unit for unit in units if unit.kind in ("district", "front", "fleet")}
    rows = []
    for at, one in enumerate(vote.districts):
        votes = vote.votes[:, at]
        share = np.median(100 * votes / votes.sum(axis=1, keepdims=True), axis=0)
        won = np.median(vote.seats[:, at], axis=0)
        unit = published.get(one.title)
        rows.append({
            "district": one.id, "title": one.title, "kind": one.kind, "seats": one.seats,
            "shares": {key: float(share[n]) for n, key in enumerate(vote.parties)},
            "won": {key: float(won[n]) for n, key in enumerate(vote.parties) if won[n]},
            "published": {} if unit is None else _printed(vote.rules, unit),
        })  # fmt: skip
    return rows


def _printed(rules: Rules, unit: ballots.Unit) -> dict[str, float]:
    """Return the published shares of a unit by party, per cent."""
    found: dict[str, float] = {}
    for key, party in rules.parties.items():
        shares = [unit.shares[name] for name in party.published if name in unit.shares]
        if shares:
            found[key] = sum(shares)
    return found
