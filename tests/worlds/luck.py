"""The engine's own luck and rates, for processes that tests build: one stream per replicate, keyed like any draw."""

from functools import cache
from typing import Any

import numpy as np

from dualpower.engine import build
from worlds.running import problem_of, worker_of
from worlds.town import town

PURPOSE = 99  # no mechanism draws under this number


@cache
def _problem() -> Any:
    return problem_of(town())


class Luck:
    """Draws of chance.py (interpreted) for replicate 0, 1, 2, ...; and loss_rate of terms.py with chosen constants."""

    def __init__(self, seed: int = 1917) -> None:
        self.rooms = build.kernel(interpreted=True)
        self.ground = worker_of(_problem(), interpreted=True, begin=True, seed=seed)
        self.world = self.ground.world

    def replicate(self, number: int, when: int = 0) -> None:
        """Start the stream of one replicate."""
        self.rooms.name_luck(self.world, PURPOSE, number, when)

    def uniform(self) -> float:
        return self.rooms.uniform(self.world)

    def exponential(self, rate: float) -> float:
        return -self.rooms.log_(1.0 - self.uniform()) / rate

    def below(self, n: int) -> int:
        return int(self.uniform() * n)

    def hazard(self, n: int, h: float) -> int:
        return self.rooms.hazard(self.world, n, h)

    def loss_rate(self, lam: float, exponent: float, hitting: float, hit: float, cover: float = 1.0) -> float:
        """Losses an hour of ``hit`` under the fire of ``hitting``: the engine's law."""
        self.world.par[self.rooms.P_LAM] = lam
        self.world.par[self.rooms.P_P] = exponent
        return self.rooms.loss_rate(self.world, 1.0, cover, hitting, hit)


def agrees(sample: Any, mean: float, sd: float | None = None) -> tuple[float, float]:
    """The DSMTS tests: Z of the mean, Y of the variance (0 where no sd is expected)."""
    x = np.asarray(sample, float)
    own = x.std(ddof=1) if sd is None else sd
    z = np.sqrt(len(x)) * (x.mean() - mean) / own
    y = 0.0 if sd is None else np.sqrt(len(x) / 2) * (x.var(ddof=1) / sd**2 - 1)
    return float(z), float(y)
