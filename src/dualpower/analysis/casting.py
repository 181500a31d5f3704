"""How votes come about: soldiers and workers vote as they stand, everybody else by custom.

Soldiers and workers vote as their units stand in each history on the day of the vote. Villagers and townsfolk
have no units: their custom is an input, a range drawn anew for each history, and part of the villagers takes
after the soldiers of their province, or after the army that stands in its villages. A people with lists of its
own votes for them in a drawn part and otherwise as its neighbours do. Everything has the shape
[histories, districts].
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from dualpower.analysis.ballots import Rules, span
from dualpower.analysis.districts import THOUSAND, District

FIELDS = ("people", "townsmen", "soldiers", "workers", "mills")


class Luck:
    """Draws what is not known, each by its own name: the same history always draws the same."""

    def __init__(self, seed: int, runs: np.ndarray) -> None:
        self.seed, self.runs = seed, runs

    def draw(self, name: str, text: Any) -> np.ndarray:
        """Return float[runs], even over a range."""
        low, high = span(text)
        stream = np.random.default_rng([self.seed, zlib.crc32(name.encode())])
        return low + (high - low) * stream.random(int(self.runs.max()) + 1)[self.runs]


class Casting:
    """Puts the votes of an election together, estate by estate.

    Args:
        stand: float[runs, districts] of each estate with units: what share of it stands with the authority counted.
    """

    def __init__(self, rules: Rules, districts: list[District], luck: Luck, stand: Mapping[str, np.ndarray]) -> None:
        self.rules, self.luck, self.stand = rules, luck, stand
        self.place = {party: at for at, party in enumerate(rules.parties)}
        self.names = [one.id for one in districts]
        self.near = [self.names.index(one.front if one.front in self.names else one.id) for one in districts]
        self.nations = {key: np.array([one.nations[key] for one in districts]) for key in rules.nations}
        self.own = {key: self._own(key) for key in rules.nations}
        self.fields = {key: np.array([getattr(one, key) for one in districts]) * THOUSAND for key in FIELDS}

    def cast(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return votes and the part of them that follows from stands, [runs, districts, parties], and electors."""
        soldiers, workers, others = self._electors()
        echo = self.luck.draw("echo", self.rules.echo.range)[:, None]
        heard = echo * self.stand["soldiers"][:, self.near]  # men who write home, come home or are quartered there
        parts = [self._standing("soldiers", soldiers), self._standing("workers", workers)]
        for name, custom in self.rules.inputs.items():
            there = others[custom.of] * self._where(name)
            parts.append(self._custom(name, there, heard if custom.of == "villagers" else 0.0 * heard))
        votes = sum(one for one, _ in parts)
        modelled = sum(two for _, two in parts)
        return np.asarray(votes), np.asarray(modelled), soldiers + workers + sum(others.values())

    def _electors(self) -> tuple[np.ndarray, np.ndarray, dict[str, np.ndarray]]:
        """Return soldiers, workers with those of their households, and everybody else by where he lives."""
        of_age = self.luck.draw("adults", self.rules.adults.range)[:, None]
        people, townsmen = self.fields["people"], self.fields["townsmen"]
        household = 1.0 + self.luck.draw("dependants", self.rules.dependants.range)[:, None]
        in_town, outside = of_age * townsmen, of_age * np.maximum(people - townsmen, 0.0)
        workers = np.minimum(self.fields["workers"] * household, in_town)
        doubt = self.luck.draw("mills", self.rules.mills.range)[:, None]
        mills = np.minimum(self.fields["mills"] * doubt * household, outside)
        small = self.luck.draw("small towns", self.rules.small_towns.range)[:, None] * outside
        small = np.minimum(small, outside - mills)
        others = {"townsfolk": in_town - workers, "small-towns": small, "villagers": outside - mills - small}
        soldiers = np.broadcast_to(self.fields["soldiers"], self.stand["soldiers"].shape)
        return soldiers, workers + mills, others

    def _where(self, name: str) -> np.ndarray:
        """Return bool[districts]: where a custom holds. One that names no districts holds where no other does."""
        custom = self.rules.inputs[name]
        taken = {x for key, one in self.rules.inputs.items() if key != name and one.of == custom.of for x in one.where}
        return np.array([x in custom.where if custom.where else x not in taken for x in self.names])

    def _own(self, key: str) -> np.ndarray:
        """Return float[runs, parties]: what part of a people votes for each of its own lists."""
        loyal = self.luck.draw(f"loyal {key}", self.rules.own_lists.range)
        return loyal[:, None] * self._divide(f"lists {key}", self.rules.nations[key].lists.items())

    def _split(self, name: str) -> np.ndarray:
        """Return float[runs, parties]: how those divide."""
        parts = self.rules.split[name]
        return self._divide(f"split {name}", ((party, x) for party, x in parts.items() if party != "because"))

    def _divide(self, name: str, parts: Iterable[tuple[str, Any]]) -> np.ndarray:
        """Return float[runs, parties]: parts drawn, then scaled to one."""
        share = np.zeros((self.luck.runs.size, len(self.place)))
        for party, text in parts:
            share[:, self.place[party]] = self.luck.draw(f"{name} {party}", text)
        return np.asarray(share / share.sum(axis=1, keepdims=True))

    def _own_lists(self, votes: np.ndarray, split: np.ndarray) -> np.ndarray:
        """Return votes by party where part of each people votes for lists of its own and the rest divides."""
        found = np.zeros((*votes.shape, len(self.place)))
        for key, share in self.nations.items():
            found += (votes * share[None, :])[:, :, None] * self.own[key][:, None, :]
        left = votes - found.sum(axis=2)
        return np.asarray(found + left[:, :, None] * split[:, None, :])

    def _standing(self, estate: str, men: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return votes of an estate that votes as it stands; all of them follow from the model."""
        share = self.stand[estate]
        turnout = self.luck.draw(f"turnout {estate}", self.rules.stands[estate].turnout)[:, None]
        followers = (men * turnout * share)[:, :, None] * self._split(f"{estate}-with")[:, None, :]
        rest = self._own_lists(men * turnout * (1 - share), self._split(f"{estate}-rest"))
        return followers + rest, followers + rest

    def _custom(self, name: str, people: np.ndarray, taken: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return votes of those who vote by custom; only those who take after soldiers follow from the model."""
        turnout = self.luck.draw(f"turnout {name}", self.rules.inputs[name].turnout)[:, None]
        followers = (people * turnout * taken)[:, :, None] * self._split("soldiers-with")[:, None, :]
        return followers + self._own_lists(people * turnout * (1 - taken), self._split(name)), followers


def allot(votes: np.ndarray, seats: int) -> np.ndarray:
    """Return int[runs, parties]: the seats of a district by D'Hondt's divisors (a tie: the first listed)."""
    quotients = votes[:, :, None] / np.arange(1, seats + 1)
    runs, parties = votes.shape
    flat = quotients.reshape(runs, parties * seats)
    order = np.argsort(-flat, axis=1, kind="stable")[:, :seats] // seats
    return np.stack([(order == party).sum(axis=1) for party in range(parties)], axis=1)
