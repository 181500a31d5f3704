"""elect(): votes by district from the stands that men obey by, seats from the votes, and both beside the returns.

How votes come about is told in ``casting``; here seats are given and what was published is compared with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import ballots, histories
from dualpower.analysis.ballots import Rules, poll
from dualpower.analysis.casting import Casting, Luck, allot
from dualpower.analysis.districts import District, read_districts
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


@dataclass(frozen=True)
class Election:
    """What a country says of its election: the rules, the districts, and the returns that were published."""

    rules: Rules
    districts: list[District]
    returns: list[ballots.Unit]


def read_election(country: Country) -> Election:
    """Read the election of a country, before anything is run.

    Raises:
        DualpowerError: E878, the country has no elections.
        ScenarioError: every fault of the rules (E876), or of the tables (E861 to E867, E876, E877).
    """
    if country.layout.elections is None:
        raise DualpowerError("E878", "this country has no elections", "name a file under elections: in country.yaml")
    rules = ballots.read_rules(country.path(country.layout.elections))
    districts = read_districts(country.path(rules.districts), country.path(rules.peoples), rules)
    returns = ballots.read_votes(country.path(rules.votes), {one.title: one.most for one in districts if one.is_held})
    return Election(rules, districts, returns)


def cast_votes(result: Result, country: Country, election: Election | None = None) -> Vote:
    """Let every history of a country vote.

    Args:
        election: what ``read_election`` returned, where it was read before.
    Raises:
        DualpowerError, ScenarioError: as ``read_election``; E876, the scenario does not ask how soldiers stand.
    """
    election = election or read_election(country)
    rules, districts = election.rules, [one for one in election.districts if one.is_held]
    ended = np.flatnonzero(result.ended)
    luck = Luck(result.seed, result.column("run")[ended])
    stand = {name: _stands(result, districts, name, ended) for name in rules.stands}
    votes, modelled, electors = Casting(rules, districts, luck, stand).cast()
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
    election = read_election(country)  # a fault of a table is told before anything is run
    if result is None:
        result = histories.simulate(resolved, runs=runs, seed=seed, **how)
    elif result.manifest["identity"]["scenario"] != resolved.digest:
        raise DualpowerError("E805", "the result is of another scenario", "simulate it again")
    return find_vote(result, country, election, scenario=resolved.id)


def find_vote(result: Result, country: Country, election: Election, *, scenario: str) -> Finding:
    """Hold the election in every history and put it beside what was published.

    Returns:
        Finding with a row per party (docs/format.md, 'dualpower elect --json').
    Raises:
        ScenarioError: as ``cast_votes``.
    """
    vote, units = cast_votes(result, country, election), election.returns
    rows = [_party(vote, at) for at in range(len(vote.parties))]
    held = [row for row in rows if row["target"] is not None]
    met = [row for row in held if row["within"]]
    names = ", ".join(f"{row['title']} {row['share']:.1f} % ({row['target'][0]:g} to {row['target'][1]:g})"
                      for row in held)  # fmt: skip
    mostly = ", ".join(row["title"] for row in held if row["modelled"] >= MOSTLY) or "no list"
    counted = sorted({unit.total for unit in units if unit.kind.startswith("national") and unit.total})
    facts: dict[str, Any] = {
        "scenario": scenario, "seed": result.seed, "runs": int(result.ended.sum()),
        "turnout": _spread(vote.turnout), "ballots": {**_spread(vote.votes.sum(axis=(1, 2))), "published": counted},
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


def _spread(values: np.ndarray) -> dict[str, float]:
    """Return the middle and the ends of the 90 % interval."""
    low, mid, high = np.quantile(values, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    return {"low": float(low), "median": float(mid), "high": float(high)}


def _party(vote: Vote, at: int) -> dict[str, Any]:
    """Return the row of one party: its share and seats over the histories, and what was published."""
    key = vote.parties[at]
    party = vote.rules.parties[key]
    titles = party.titles
    low, mid, high = np.quantile(vote.shares[:, at], [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    won = vote.seats[:, :, at].sum(axis=1)
    few, some, many = np.quantile(won, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    follows = vote.modelled[:, :, at].sum(axis=1) / np.maximum(vote.votes[:, :, at].sum(axis=1), 1.0)
    off = None
    if party.target is not None:
        off = max(0.0, party.target[0] - float(mid), float(mid) - party.target[1])
    return {
        "party": key, "title": titles.get("en", key), "titles": titles, "colour": party.colour,
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
