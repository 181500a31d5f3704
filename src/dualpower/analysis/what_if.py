"""What if: every setting of a few levers, computed beforehand on common luck.

A lever is a leader's decision (history's answer, the likeliest other, or as chance has it) or a number that the
evidence leaves open (its low end, its high end, or as chance has it). History 7 has the same luck under every
setting, so what moves when a lever is set is what the lever did. No life is lived twice: where a question never
comes up, or chance answers it as it was to be answered, the history is known already.

Which levers are worth setting is asked of what is there: the decisions that moved the outcome most when they were
undone, and the numbers whose low third and high third of histories end most differently.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import levers as quantities
from dualpower.analysis.otherwise import Ground
from dualpower.compiler.names import key
from dualpower.errors import DualpowerError, near

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.compiler.problem import Problem
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

MOST = 8  # levers: three settings each are 6,561 combinations
END = 1.645  # standard deviations: nine tenths of what the evidence allows lie between the two ends
OPEN = {"units": ("roll", "present", "leans", "bond"), "sites": ("stocks.rifles",)}  # numbers that may be levers
FEWEST_IN_A_THIRD = 20
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Setting:
    """One position of a lever.

    id      "chance", an option's id, or "low" and "high"
    option  of a decision, by position; -1 leaves it to chance
    z       of a number: standard deviations from its middle; None leaves it to chance
    value   of a number: what it is set to
    """

    id: str
    option: int = -1
    z: float | None = None
    value: float | None = None
    history: bool = False


@dataclass(frozen=True)
class Lever:
    """A decision by its id, or a number by its dotted path. The first setting leaves it to chance."""

    id: str
    kind: str
    settings: tuple[Setting, ...]


@dataclass(frozen=True)
class Table:
    """The answer: outcome int16[combinations, histories] (-1 failed), combinations row-major, last lever fastest."""

    levers: tuple[Lever, ...]
    outcome: np.ndarray
    seed: int
    computed: int

    @property
    def combinations(self) -> list[tuple[int, ...]]:
        """The settings of each row."""
        return list(product(*(range(len(lever.settings)) for lever in self.levers)))


# ---------------------------------------------------------------- which levers


def choose(
    resolved: Resolved, problem: Problem, count: int, *, result: Result | None = None, pivots: Finding | None = None
) -> list[Lever]:
    """Return so many levers, three fifths of them decisions, those that matter most first."""
    if not 1 <= count <= MOST:
        raise DualpowerError("E826", f"{count} levers cannot be set", f"from 1 to {MOST}")
    able = [name for name in _decisions(problem, result, pivots) if _can_be_set(problem, name)]
    numbers = [] if result is None else [path for path, _ in telling_numbers(resolved, problem, result)]
    most = max(count - len(numbers), -(-3 * count // 5))
    chosen = able[:most]
    return [find(resolved, problem, name) for name in (*chosen, *numbers[: count - len(chosen)])]


def _can_be_set(problem: Problem, name: str) -> bool:
    decision = next(one for one in problem.decisions if one.id == name)
    return sum(chance > 0 for chance in decision.chances) > 1


def _decisions(problem: Problem, result: Result | None, pivots: Finding | None) -> list[str]:
    """Return the decisions, those that move the outcome most first."""
    if pivots is not None:
        known = [str(row["id"]) for row in sorted(pivots.table, key=lambda row: -abs(row["shift"]))]
        return known + [one.id for one in problem.decisions if one.id not in known]
    if result is None:
        return [one.id for one in problem.decisions]
    apart = {one.id: _apart_by_option(result, one) for one in problem.decisions}
    return sorted(apart, key=lambda name: -apart[name])


def _apart_by_option(result: Result, decision: Any) -> float:
    taken, ends = result.chosen(decision.id)[result.ended], result.outcome[result.ended].astype(str)
    history = next((option.id for option in decision.options if option.history), "")
    return _apart(ends[taken == history], ends[(taken != history) & (taken != "")])


def _apart(one: np.ndarray, other: np.ndarray) -> float:
    """Return how differently two sets of histories end (total variation, 0-1), less what luck alone would show."""
    if min(len(one), len(other)) < FEWEST_IN_A_THIRD:
        return 0.0
    names = np.unique(np.concatenate([one, other]))
    shares = [[float((part == name).mean()) for name in names] for part in (one, other)]
    distance = sum(abs(a - b) for a, b in zip(*shares, strict=True)) / 2
    noise = sum(
        ((a * (1 - a) / len(one) + b * (1 - b) / len(other)) * 2 / np.pi) ** 0.5 for a, b in zip(*shares, strict=True)
    )
    return float(distance - noise / 2)


def telling_numbers(resolved: Resolved, problem: Problem, result: Result) -> list[tuple[str, float]]:
    """Return the numbers that may be levers, with how differently histories end where they are low and high.

    One of each noun at the most, and only such as rest on a claim. It costs no run: the numbers that the
    histories drew are drawn again. Among so many numbers some seem to matter by luck alone; what concerns few men
    is likelier luck, so each counts by the root of the men (or the rifles) it concerns.
    """
    open_ = _open_numbers(resolved, problem)
    if not open_:
        return []
    runs = result.column("run")[result.ended]
    drawn, ends = facts_of(problem, result.seed, runs), result.outcome[result.ended].astype(str)
    third = len(runs) // 3
    if third < FEWEST_IN_A_THIRD:
        return []
    size = {path: _men(resolved, path) for path in open_}
    top = max(size.values()) or 1.0
    found = []
    for path, row in open_.items():
        order = np.argsort(drawn[:, row], kind="stable")
        apart = _apart(ends[order[:third]], ends[order[-third:]])
        found.append((path, apart * (min(size[path], top) / top) ** 0.5))
    found.sort(key=lambda pair: -pair[1])
    best: dict[str, tuple[str, float]] = {}
    for path, apart in found:
        best.setdefault(".".join(path.split(".")[:2]), (path, apart))
    return list(best.values())


def _open_numbers(resolved: Resolved, problem: Problem) -> dict[str, int]:
    """Return the numbers that a lever may set, and the row of facts of each."""
    keys = {int(k): row for row, k in reversed(list(enumerate(problem.arrays["fact_key"][: problem.arrays["F"]])))}
    found = {}
    for path, spread in resolved.spreads.items():
        row = keys.get(key("fact", path))
        section, _, rest = path.partition(".")
        if (
            row is None
            or spread.kind == "fixed"
            or rest.split(".")[1:2] not in [[one] for one in OPEN.get(section, ())]
        ):
            continue
        if resolved.ledger.rests_on(path):
            found[path] = row
    return found


def _men(resolved: Resolved, path: str) -> float:
    """Return how many men (of a store: how many pieces) a number concerns."""
    section, name, *_ = path.split(".")
    spread = resolved.spreads.get(f"units.{name}.roll") if section == "units" else resolved.spreads[path]
    return 0.0 if spread is None else float(spread.middle)


def facts_of(problem: Problem, seed: int, runs: np.ndarray) -> np.ndarray:
    """Return float[runs, facts]: the numbers that these histories drew from what the evidence leaves open."""
    from dualpower.engine import build
    from dualpower.engine.batch import Worker
    from dualpower.engine.params import PARAMS

    worker = Worker(problem.case, build.kernel())
    facts = int(problem.arrays["F"])
    found = np.zeros((len(runs), facts))
    free, chance = np.full(len(PARAMS), np.nan), np.full(worker.sizes["D"], -1, np.int16)
    for at, run in enumerate(runs.tolist()):
        worker.prepare(free, chance, keep_log=False)
        worker.module.begin_run(problem.case, worker.world, seed, run)
        found[at] = worker.arrays["fact"][:facts]
    return found


def find(resolved: Resolved, problem: Problem, name: str) -> Lever:
    """Return the lever of a decision's id or a number's dotted path. Raises DualpowerError E824."""
    for decision in problem.decisions:
        if decision.id == name:
            return _of_decision(decision)
    if name not in resolved.spreads:
        known = [*(one.id for one in problem.decisions), *_open_numbers(resolved, problem)]
        raise DualpowerError("E824", f"nothing to set is called {name!r}", near(name, known) or "a decision or a path")
    pulled = quantities.find_levers(resolved, problem, [name])[0]
    ends = tuple(Setting(word, z=z, value=pulled.at(z)) for word, z in (("low", -END), ("high", END)))
    return Lever(name, "claim", (Setting("chance"), *ends))


def _of_decision(decision: Any) -> Lever:
    """Return history's answer and the likeliest other."""
    order = sorted(range(len(decision.options)), key=lambda at: -decision.chances[at])
    history = next((at for at in order if decision.options[at].history), -1)
    kept = sorted({*([history] if history >= 0 else []), *[at for at in order if at != history][:1]})
    if history < 0:
        kept = sorted(order[:2])
    settings = [
        Setting(decision.options[at].id, option=at, history=at == history) for at in kept if decision.chances[at] > 0
    ]
    return Lever(decision.id, "decision", (Setting("chance"), *settings))


# ---------------------------------------------------------------- every combination


def tabulate(
    problem: Problem,
    levers: Sequence[Lever],
    *,
    resolved: Resolved,
    runs: int,
    seed: int,
    learnt: Any = None,
    threads: int = 0,
    folder: Any = None,
    progress: Progress | None = None,
) -> Table:
    """Live so many histories under every combination of the levers' settings.

    Args:
        problem: the compiled scenario, and ``resolved`` what it was compiled from.
        runs: histories per combination, all on the same luck.
        folder: where finished work is kept, a file for each sitting; the same call goes on where it stopped.
        progress: called with (lives known, lives wanted), counting what needs not be lived again.
    """
    decisions = [at for at, lever in enumerate(levers) if lever.kind == "decision"]
    claims = [at for at, lever in enumerate(levers) if lever.kind == "claim"]
    sizes = [len(lever.settings) for lever in levers]
    outcome = np.full((*sizes, runs), -1, np.int16)
    total, computed = runs * int(np.prod(sizes)), 0
    done = [0]

    def step(lived: int) -> None:
        if progress is not None:
            progress(min(total, done[0] + lived), total)

    for pulled in product(*(range(sizes[at]) for at in claims)):
        world, params = _world(resolved, problem, [levers[at] for at in claims], pulled)
        before = done[0]
        ground = Ground(
            world, runs=runs, seed=seed, learnt=learnt, params=params or None, threads=threads, folder=folder,
            progress=None,
        )  # fmt: skip
        # the fully set lives first: what chance would have answered is then among them
        order = sorted(product(*(range(sizes[at]) for at in decisions)), key=lambda c: -sum(one > 0 for one in c))
        for set_ in order:
            rows = ground.rows()
            for at, one in zip(decisions, set_, strict=True):
                option = levers[at].settings[one].option
                if option >= 0:
                    rows[:, _place(problem, levers[at].id)] = option
            where = [0] * len(levers)
            for at, one in (*zip(claims, pulled, strict=True), *zip(decisions, set_, strict=True)):
                where[at] = one
            outcome[tuple(where)] = ground.live(rows).outcome
            done[0] += runs
            step(0)
        computed += ground.computed
        done[0] = before + runs * len(order)
    return Table(tuple(levers), outcome.reshape(-1, runs), seed, computed)


def _place(problem: Problem, decision: str) -> int:
    return next(at for at, one in enumerate(problem.decisions) if one.id == decision)


def _world(
    resolved: Resolved, problem: Problem, levers: Sequence[Lever], pulled: Sequence[int]
) -> tuple[Problem, dict[str, float]]:
    """Return the scenario with some of its numbers set."""
    moved = [(lever.id, lever.settings[at].z) for lever, at in zip(levers, pulled, strict=True)]
    set_ = [(name, z) for name, z in moved if z is not None]
    if not set_:
        return problem, {}
    found = quantities.find_levers(resolved, problem, [name for name, _ in set_])
    return quantities.set_to(problem, found, [z for _, z in set_])
