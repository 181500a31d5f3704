"""One file that holds it all: many histories, a few of them whole, what mattered, what if, and the evidence.

How much is computed follows from how large the scenario is, so that the whole takes minutes and not hours, and is
the same on every machine. All of it can be asked for otherwise. What was computed is kept and not computed again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpower.errors import DualpowerError
from dualpower.telling.page import contract

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.analysis.histories import Target
    from dualpower.compiler.problem import Problem
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

Progress = Callable[[str, int, int], None]
LEVERS = 5
# A reference scenario has this many units times steps; on two cores it lives about fifty histories a second.
REFERENCE = 112_200
PLAN = {"runs": (500, 300, 1_000), "pairs": (100, 60, 400), "each": (100, 60, 500)}  # at the reference, least, most
USUAL_LIVES, FEWEST_EACH = 72, 30
SLOW = {"runs": 12, "pairs": 0, "each": 0}  # without a compiled engine


@dataclass(frozen=True)
class Budget:
    """How many histories: of the ensemble, pairs per undone decision, and under each combination of the levers."""

    runs: int
    pairs: int
    each: int


@dataclass(frozen=True)
class Report:
    """A page that was written: where, how large, how long it took, and the page itself."""

    file: Path | None
    size: int
    seconds: float
    page: contract.Page
    budget: Budget
    notes: tuple[str, ...] = ()
    steps: dict[str, float] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What was made, in one sentence."""
        stage, many = self.page.stage, self.page.ensemble
        told = f"{stage.title['en']} in {many.runs if many else 0:,} histories, {len(self.page.films)} of them whole"
        if many is None or not many.endings:
            return told + "."
        first = max(many.endings, key=lambda one: one.share)
        return f"{told}; most often ({100 * first.share:.0f} %): {_said(stage, first.ending)}."

    @property
    def sure(self) -> str:
        """What it rests on, in one sentence."""
        what = self.page.what_if
        if what is None:
            return "Nothing was set: there is no what-if."
        return (
            f"Each of {len(what.combinations):,} combinations of {len(what.levers)} levers rests on {what.runs:,} "
            "histories on common luck."
        )

    def to_json(self) -> dict[str, Any]:
        """Return what was made as plain values (the page itself is in the file)."""
        what, many = self.page.what_if, self.page.ensemble
        return {
            "scenario": self.page.stage.id,
            "file": None if self.file is None else str(self.file),
            "bytes": self.size,
            "seconds": round(self.seconds, 2),
            "steps": {name: round(value, 2) for name, value in self.steps.items()},
            "runs": many.runs if many else 0,
            "seed": many.seed if many else None,
            "films": [{"run": film.run, "why": film.why, "ending": _id(self.page.stage, film.ending)}
                      for film in self.page.films],
            "levers": [] if what is None else [lever.id for lever in what.levers],
            "combinations": 0 if what is None else len(what.combinations),
            "histories_each": 0 if what is None else what.runs,
            "pivots": len(many.pivots) if many else 0,
            "notes": list(self.notes),
            "sentence": self.sentence,
            "sure": self.sure,
        }  # fmt: skip

    def __str__(self) -> str:
        return f"{self.sentence} {self.sure}"


def _said(stage: contract.Stage, ending: int) -> str:
    title = stage.endings[ending].title["en"]
    return title[:1].lower() + title[1:] if title.startswith("The ") else title


def _id(stage: contract.Stage, ending: int) -> str:
    return stage.endings[ending].id if 0 <= ending < len(stage.endings) else ""


def report(
    target: Target,
    file: str | os.PathLike[str] | None = None,
    *,
    runs: int | None = None,
    seed: int = 0,
    levers: int | Sequence[str] = LEVERS,
    each: int | None = None,
    pairs: int | None = None,
    variant: str | None = None,
    mechanism: str | os.PathLike[str] | None = None,
    parameters: str = "prior",
    language: str = "en",
    cache: str | os.PathLike[str] | None = None,
    threads: int = 0,
    progress: Progress | None = None,
) -> Report:
    """Write a page of a scenario: one HTML file that opens offline.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        file: where to write; without it the page is made and not written.
        runs: histories of the ensemble. Unless named, what the size of the scenario allows.
        seed: 0 to 2**63 - 1; the same seed, the same page.
        levers: how many (0 to 8; 0: no what-if), or the ids of decisions and paths of numbers.
        each: histories under each combination of the levers.
        pairs: pairs of histories per decision that is undone; 0 leaves that out.
        variant: one of the scenario's alternative histories, by name.
        mechanism: a file of mechanisms of one's own, as in ``simulate``.
        parameters: where the universal parameters are drawn from, as in ``simulate``.
        language: en, es, pl or ru; the page can be read in all of them.
        cache: where finished work is kept (else the user's own cache folder): the same call goes on there.
        progress: called with (what is being done, how much is done, of how much).
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: impossible numbers, E804 the file, E824 or E826 the levers, E860 no page to fill.
        ValueError: no such language.
    """
    from dualpower.telling.language import load as speech
    from dualpower.telling.page import html

    speech(language)
    if file is not None:
        html.template()
        _check_place(Path(file))
    maker = _Maker(
        target, runs=runs, seed=seed, each=each, pairs=pairs, variant=variant, mechanism=mechanism,
        parameters=parameters, cache=cache, threads=threads, progress=progress,
    )  # fmt: skip
    maker.check(levers)
    words = {"--runs": runs, "--each": each, "--pairs": pairs, "--variant": variant, "--mechanism": mechanism}
    page = maker.page(levers, command=_command(maker.resolved, seed, levers, parameters, words))
    text = "" if file is None else html.render(page, language=language)
    place = None if file is None else html.write(text, file)
    maker.lap("file")
    size = len(text.encode()) if text else len(page.model_dump_json().encode())
    return Report(place, size, maker.elapsed, page, maker.budget, tuple(maker.notes), maker.steps)


def _check_place(file: Path) -> None:
    """Refuse a file that could not be written in the end, before anything is run."""
    folder = file.resolve().parent
    if file.is_dir() or not folder.is_dir() or not os.access(folder, os.W_OK):
        raise DualpowerError("E804", f"{file} cannot be written", "name a file in a folder that may be written")


def plan(problem: Problem, *, compiled: bool) -> Budget:
    """Return how many histories a page of this scenario is made of, unless asked otherwise."""
    if not compiled:
        return Budget(**SLOW)
    size = max(1.0, problem.minutes / problem.step_min) * max(1, len(problem.names.units))
    return Budget(**{
        name: int(min(most, max(least, round(usual * REFERENCE / size, -1))))
        for name, (usual, least, most) in PLAN.items()
    })  # fmt: skip


def each_of(usual: int, levers: Sequence[Any]) -> int:
    """Return the histories under each combination, so that many levers take not much longer than five.

    ``usual`` is for three decisions and two numbers: every history is then lived at most 2 * 2 * 2 * 3 * 3 times.
    """
    lives = prod(len(lever.settings) - (lever.kind == "decision") for lever in levers)
    return int(min(PLAN["each"][2], max(FEWEST_EACH, round(usual * USUAL_LIVES / lives, -1))))


def _command(resolved: Resolved, seed: int, levers: Any, parameters: str, given: dict[str, Any]) -> str:
    """Return the command that makes the page again."""
    import shlex

    words = ["dualpower", "report", resolved.id, "--seed", str(seed)]
    for name, value in given.items():
        words += [] if value is None else [name, str(value)]
    if parameters != "prior":
        words += ["--parameters", parameters]
    if isinstance(levers, int):
        words += [] if levers == LEVERS else ["--levers", str(levers)]
    else:
        words += [word for lever in levers for word in ("--lever", lever)]
    return shlex.join([*words, "-o", f"{resolved.id}.html"])


class _Maker:
    """Makes the parts of a page one after another and notes how long each took."""

    def __init__(
        self, target: Target, *, runs: int | None, seed: int, each: int | None, pairs: int | None,
        variant: str | None, mechanism: Any, parameters: str, cache: Any, threads: int, progress: Progress | None,
    ) -> None:  # fmt: skip
        from dualpower.analysis import histories
        from dualpower.engine import build
        from dualpower.telling.page import cache as keeping

        self.begun = self.last = time.perf_counter()
        self.steps: dict[str, float] = {}
        self.notes: list[str] = []
        self.resolved: Resolved = histories.load(target, variant=variant, mechanism=mechanism)
        self.problem: Problem = histories.compile_scenario(self.resolved)
        usual = plan(self.problem, compiled=build.status().is_compiled)
        self.budget = Budget(*(usual_ if asked is None else asked for asked, usual_ in (
            (runs, usual.runs), (pairs, usual.pairs), (each, usual.each))))  # fmt: skip
        self.seed, self.parameters, self.threads, self.progress = seed, parameters, threads, progress
        self.asked_each = each
        self.place = keeping.home(cache)
        if self.place is None:
            self.notes.append("No cache folder can be written: nothing is kept for the next time.")
        if not build.status().is_compiled:
            self.notes.append("The engine is not compiled: few histories, and no what-if unless --each is given.")
        self.lap("scenario")

    @property
    def elapsed(self) -> float:
        """Seconds since it began."""
        return time.perf_counter() - self.begun

    def lap(self, name: str) -> None:
        """Note how long a step took."""
        now = time.perf_counter()
        self.steps[name] = self.steps.get(name, 0.0) + now - self.last
        self.last = now

    def _step(self, what: str) -> Callable[[int, int], None] | None:
        told = self.progress
        return None if told is None else (lambda done, total: told(what, done, total))

    def check(self, levers: int | Sequence[str]) -> None:
        """Refuse levers that cannot be set, before anything is run."""
        from dualpower.analysis import what_if

        if isinstance(levers, int):
            if not 0 <= levers <= what_if.MOST:
                raise DualpowerError("E826", f"{levers} levers cannot be set", f"from 0 to {what_if.MOST}")
            return
        if len(set(levers)) > what_if.MOST:
            raise DualpowerError("E826", f"{len(set(levers))} levers cannot be set", f"at most {what_if.MOST}")
        for name in levers:
            what_if.find(self.resolved, self.problem, name)

    def page(self, levers: int | Sequence[str], *, command: str) -> contract.Page:
        """Return the page with everything on it."""
        from dualpower.analysis import histories
        from dualpower.telling.page import build

        result = self._histories()
        marks = bool(self.resolved.scenario.marks)
        fit = histories.score(self.resolved, result=result, baseline_runs=0) if marks else None
        self.lap("histories")
        pivots = self._pivots()
        films = self._films(result, pivots)
        table = self._table(levers, result, pivots)
        return self._put_together(build, command, result, fit, pivots, films, table)

    def _put_together(self, build: Any, command: str, result: Any, fit: Any, pivots: Any, films: Any,
                      table: Any) -> contract.Page:  # fmt: skip
        from dualpower.telling.page.stage import stage
        from dualpower.telling.page.what_if import what_if

        set_ = None if table is None else what_if(self.resolved, stage(self.resolved, self.problem), table)
        page: contract.Page = build.page(
            self.resolved, self.problem, command=command, result=result, fit=fit, pivots=pivots, films=films,
            what_if=set_,
        )  # fmt: skip
        self.lap("page")
        return page

    def _histories(self) -> Result:
        from dualpower.analysis import histories
        from dualpower.telling.page import cache

        told = self._step("histories")
        how: dict[str, Any] = {
            "runs": self.budget.runs, "seed": self.seed, "parameters": self.parameters, "threads": self.threads,
            "progress": None if told is None else (lambda done: told(done, self.budget.runs)),
        }  # fmt: skip
        from dualpower.engine import batch

        key = ("ensemble", self.resolved.digest, str(batch.engine_digest()), self.parameters, self.seed,
               self.budget.runs)  # fmt: skip
        folder = cache.shelf(self.place, *key)
        try:
            return histories.simulate(self.resolved, folder=folder, resume=folder is not None, **how)
        except DualpowerError as trouble:
            if folder is None or trouble.code not in ("E804", "E805", "E806", "E807"):
                raise
            self.notes.append(f"The cache was not used for the ensemble: {trouble.message}.")
            return histories.simulate(self.resolved, **how)

    def _pivots(self) -> Finding | None:
        from dualpower.analysis.pivots import find_pivots

        if not self.budget.pairs or not self.problem.decisions:
            return None
        try:
            found = find_pivots(
                self.resolved, runs=self.budget.pairs, seed=self.seed, parameters=self.parameters,
                threads=self.threads, folder=self._runs(), progress=self._step("decisions undone"),
            )  # fmt: skip
        except DualpowerError as trouble:
            if trouble.code not in ("E822", "E823"):
                raise
            self.notes.append(f"No decision was ranked: {trouble.message}.")
            found = None
        self.lap("pivots")
        return found

    def _runs(self) -> Path | None:
        return None if self.place is None else self.place / "runs"

    def _films(self, result: Result, pivots: Finding | None) -> list[contract.Film]:
        from dualpower.telling.page.choice import choose_runs
        from dualpower.telling.page.films import film
        from dualpower.telling.page.twin import twin

        found, chosen = [], choose_runs(self.resolved, result)
        for at, (run, why) in enumerate(chosen):
            found.append(film(self.resolved, self.problem, seed=self.seed, run=run, why=why, params=self._params(run)))
            if self.progress is not None:
                self.progress("whole histories", at + 1, len(chosen) + 1)
        if found:
            other = twin(self.resolved, self.problem, found[0], pivots=pivots, params=self._params(found[0].run))
            found += [] if other is None else [other]
        self.lap("films")
        return found

    def _params(self, run: int) -> Any:
        """Return the universal parameters that are fixed in a run, None where the run draws them."""
        from dualpower.analysis import histories

        drawn = histories.drawn_from(self.parameters, seed=self.seed, runs=1, first=run).get("params")
        return None if drawn is None else drawn[0]

    def _table(self, levers: int | Sequence[str], result: Result, pivots: Finding | None) -> Any:
        from dualpower.analysis import what_if
        from dualpower.ensemble import draws

        if not levers or not self.budget.each:
            return None
        if isinstance(levers, int):
            chosen = what_if.choose(self.resolved, self.problem, levers, result=result, pivots=pivots)
        else:
            chosen = [what_if.find(self.resolved, self.problem, name) for name in dict.fromkeys(levers)]
        if not chosen:
            return None
        if self.asked_each is None:
            self.budget = replace(self.budget, each=each_of(self.budget.each, chosen))
        table = what_if.tabulate(
            self.problem, chosen, resolved=self.resolved, runs=self.budget.each, seed=self.seed,
            learnt=draws.find(self.parameters), threads=self.threads, folder=self._runs(),
            progress=self._step("what if"),
        )  # fmt: skip
        self.lap("what if")
        return table
