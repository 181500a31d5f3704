"""What the record says, sought step by step: ABC-SMC, where there is time for it.

A generation of particles (rows of parameters) is lived, those whose histories are nearest to the record are kept
and moved about a little, and the next generation must come nearer. The bank of calibrate comes first: it says
which marks are in reach, and where the rates of coups are met. Each number is measured by its own scatter, and
each scenario's numbers weigh as much together as those of another. Nothing checks how sure such a fit may be:
that would take hundreds of fits. It is there to be compared with the one that is checked.

The work is done by pyabc (Schälte, Klinger, Alamoudi and Hasenauer 2022), which keeps every finished generation
in a file: the same command goes on there.

Rests on: Toni, Welch, Strelkowa, Ipsen and Stumpf 2009; Prangle 2017 (distances that adapt).
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import calibration, histories, rates, scales
from dualpower.analysis import summaries as lines
from dualpower.analysis.inference import Posterior
from dualpower.engine.params import PARAMS
from dualpower.errors import DualpowerError, optional

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

MINUTES, PARTICLES, LEAST_PARTICLES = 30.0, 1_000, 100
EFFECTIVE = 50.0  # particles of equal weight that a generation must be worth, for with fewer there is no spread
FAR_OFF = 10.0  # every number of a history that failed: far from any record
STALLED = 0.01  # of the histories lived are kept: a generation beyond this is not worth its time
NAMES = tuple(row.symbol for row in PARAMS)


class TimeUp(Exception):
    """The minutes are over; generations that were finished are kept."""


def calibrate_stepwise(
    target: calibration.Target | Sequence[calibration.Target],
    *,
    minutes: float = MINUTES,
    particles: int = PARTICLES,
    runs: int = calibration.RUNS,
    seed: int = 17,
    without: Sequence[str] = (),
    base_rates: bool = True,
    draws: int = calibration.DRAWS,
    folder: str | os.PathLike[str] | None = None,
    resume: bool = True,
    threads: int = 0,
    progress: calibration.Progress | None = None,
) -> calibration.Calibration:
    """Learn the universal parameters by ABC-SMC.

    Args:
        minutes: how long generations are lived, after the bank is there; above 0.
        particles: rows of parameters in a generation, at least 100.
        folder: where the bank and the generations are kept; what is there is gone on with.
        progress: called with what is done and of how much (histories of the bank, then seconds).
        target, runs, seed, without, base_rates, draws, resume, threads: as in ``calibrate``.
    Returns:
        Calibration; nothing in it says how often its intervals would hold the truth.
    Raises:
        MissingPackageError: E825, pyabc is not installed.
        DualpowerError: E801 impossible minutes or particles, E812 no generation was finished; as ``calibrate``.
    """
    pyabc = optional("pyabc", "calibrate", "ABC-SMC")
    if not minutes > 0 or particles < LEAST_PARTICLES:
        raise DualpowerError(
            "E801", f"{minutes:g} minutes and {particles} particles", f"above 0 minutes, {LEAST_PARTICLES} particles"
        )
    several = target if isinstance(target, Sequence) and not isinstance(target, str) else [target]
    cities = [histories.load(one) for one in several]
    calibration.check_request(cities, runs, 2, draws, without)
    lived, seconds = runs * (len(cities) + rates.WAVES * base_rates), round(60 * minutes)

    def step(now: int) -> None:
        if progress is not None:
            progress(now, lived + seconds)

    bank = calibration.gather_bank(
        cities, runs=runs, seed=seed, without=without, base_rates=base_rates, folder=folder, resume=resume,
        threads=threads, progress=step,
    )  # fmt: skip
    lines.check_reach(bank.numbers)
    world = World(cities, tuple(without), bank, seed, threads, seconds, lambda done: step(lived + done))
    with tempfile.TemporaryDirectory() as aside:
        place = Path(aside if folder is None else folder)
        place.mkdir(parents=True, exist_ok=True)
        kept = _run(pyabc, world, place / _name(cities, bank, seed, without, runs, particles), particles)
    return _told(kept, cities, bank, runs=runs, seed=seed, draws=draws, without=without)


@dataclass
class World:
    """What a particle is lived in: the scenarios, what stands for the unknown, and the time that is left."""

    cities: Sequence[Resolved]
    without: tuple[str, ...]
    bank: calibration.Bank
    seed: int
    threads: int
    seconds: int
    progress: Callable[[int], None]
    lived: int = 0

    def __post_init__(self) -> None:
        from dualpower.ensemble import design

        self.problems: list[Problem] = [histories.compile_scenario(city) for city in self.cities]
        self.options = [
            design.option_rows(problem, None, decisions="history", runs=1) for problem in self.problems
        ]  # fmt: skip
        self.unknown = self.bank.numbers.values.mean(axis=0)
        self.begun = time.monotonic()

    def worded(self, numbers: np.ndarray) -> dict[str, float]:
        """Return numbers by their names, as pyabc takes them."""
        return dict(zip(self.bank.numbers.names, map(float, numbers), strict=True))

    def live(self, particle: Any) -> dict[str, float]:
        """Live one history of each scenario and return its numbers. Raises TimeUp."""
        spent = time.monotonic() - self.begun
        if spent > self.seconds:
            raise TimeUp
        self.progress(int(spent))
        self.lived += 1
        number = int(np.random.randint(2**31))
        row = scales.to_params(np.array([[particle[name] for name in NAMES]]))
        return self.worded(self._numbers(row, number))

    def _numbers(self, row: np.ndarray, number: int) -> np.ndarray:
        from dualpower.engine.batch import run_batch

        found = []
        for city, problem, options in zip(self.cities, self.problems, self.options, strict=True):
            block = run_batch(
                problem.case, seed=self.seed, first=number, runs=1, params=row, options=options, threads=1,
                keep_series=False,
            )  # fmt: skip
            if block.status[0] != 0:
                return np.full(len(self.unknown), FAR_OFF)
            watched = {
                watch.id: (block.watch_min[:, i], block.watch_val[:, i]) for i, watch in enumerate(problem.watches)
            }
            found.append(lines.summarise(city, watched, calibration.frame_of(city), without=self.without))
        numbers = lines.join(found)
        return np.where(numbers.known[0], numbers.values[0], self.unknown)

    def weights(self) -> dict[str, float]:
        """Return the weight of each number: those of a scenario together weigh 1."""
        groups = self.bank.groups()
        return self.worded(np.array([1 / groups.count(name) for name in groups]))

    def prior(self, pyabc: Any) -> Any:
        """Return the priors within what the rates of coups leave of them, for pyabc."""
        region, seed = self.bank.region, self.seed

        class Prior(pyabc.DistributionBase):  # type: ignore[name-defined, misc]
            """Standard normal deviates, within the region."""

            def __init__(self) -> None:
                self.waiting: list[np.ndarray] = []

            def rvs(self, *_: Any, **__: Any) -> Any:
                if not self.waiting:
                    fresh = int(np.random.randint(2**31))
                    rows = (
                        np.random.default_rng([seed, fresh]).standard_normal((500, len(NAMES)))
                        if region is None
                        else region.draw(500, fresh)[0]
                    )
                    self.waiting.extend(rows)
                return pyabc.Parameter(dict(zip(NAMES, map(float, self.waiting.pop()), strict=True)))

            def pdf(self, x: Any) -> float:
                z = np.array([[x[name] for name in NAMES]])
                if region is not None and not region.holds(z)[0]:
                    return 0.0
                return float(np.exp(-0.5 * (z**2).sum()))

        return Prior()


@dataclass(frozen=True)
class Kept:
    """The last generation that was finished and is worth enough particles."""

    deviates: np.ndarray
    weights: np.ndarray
    generations: int
    distance: float
    lived: int
    particles: int


def _run(pyabc: Any, world: World, file: Path, particles: int) -> Kept:
    """Live generations until the time is up, or until hardly any history comes nearer."""
    logging.getLogger("ABC").setLevel(logging.ERROR)
    luck = np.random.get_state()
    np.random.seed(world.seed % 2**32)
    distance = pyabc.AdaptivePNormDistance(p=1, fixed_weights=world.weights())
    abc = pyabc.ABCSMC(
        world.live, world.prior(pyabc), distance, population_size=particles, sampler=pyabc.SingleCoreSampler()
    )
    address = f"sqlite:///{file}"
    begun = file.exists() and pyabc.History(address, create=False).max_t >= 0
    if begun:
        np.random.seed((world.seed + 1 + pyabc.History(address, create=False).max_t) % 2**32)
        abc.load(address)
    else:
        file.unlink(missing_ok=True)
        abc.new(address, world.worded(world.bank.numbers.observed))
    try:
        abc.run(min_acceptance_rate=STALLED)
    except (TimeUp, AssertionError, np.linalg.LinAlgError):
        pass  # the last two: weights so uneven that no further generation can be made from this one
    finally:
        np.random.set_state(luck)
    return _read(pyabc, address, world, particles)


def _read(pyabc: Any, address: str, world: World, particles: int) -> Kept:
    history = pyabc.History(address, create=False)
    if history.max_t < 0:
        raise DualpowerError(
            "E812", f"no generation of {particles:,} particles was finished in {world.seconds / 60:g} minutes",
            "give more minutes or fewer particles",
        )  # fmt: skip
    found = [history.get_distribution(m=0, t=t) for t in range(history.max_t + 1)]
    worth = [1 / float((weights**2).sum()) for _, weights in found]
    able = [t for t, effective in enumerate(worth) if effective >= EFFECTIVE]
    last = able[-1] if able else int(np.argmax(worth))
    table, weights = found[last]
    told = history.get_all_populations()
    return Kept(
        table[list(NAMES)].to_numpy(float), np.asarray(weights, float), last + 1,
        float(told.loc[told["t"] == last, "epsilon"].iloc[0]), int(told["samples"].sum()), particles,
    )  # fmt: skip


def _name(
    cities: Sequence[Resolved], bank: calibration.Bank, seed: int, without: Sequence[str], runs: int, particles: int
) -> str:
    """Return the file of generations: another engine, scenario or request has another."""
    from dualpower.ensemble.execute import load_engine

    engine = load_engine()
    words = [engine.digest, engine.params_digest, *(city.digest for city in cities), *sorted(without)]
    words += [str(seed), str(runs), str(particles), str(bank.region is not None)]
    return f"abc-smc-{hashlib.sha256(' '.join(words).encode()).hexdigest()[:16]}.db"


def _told(
    kept: Kept, cities: Sequence[Resolved], bank: calibration.Bank, *, runs: int, seed: int, draws: int,
    without: Sequence[str],
) -> calibration.Calibration:  # fmt: skip
    effective = 1 / float((kept.weights**2).sum())
    found = Posterior(kept.deviates, kept.weights / kept.weights.sum(), kept.lived, len(kept.deviates))
    how = {
        "name": "ABC-SMC", "particles": kept.particles, "generations": kept.generations, "distance": kept.distance,
        "lived": kept.lived, "effective": effective,
    }  # fmt: skip
    made = calibration.tell_fit(cities, bank, found, None, how, runs=runs, seed=seed, draws=draws, without=without)
    sure = (
        f"It rests on {kept.generations} generations of {kept.particles:,} particles, {kept.lived:,} histories a "
        f"scenario in all; the last is worth {effective:,.0f} particles of equal weight. How often its intervals hold "
        "the truth was not checked."
    )
    return replace(made, sure=sure)
