"""Choose one run of a scenario and tell it: by its number, or the first that ends in a given way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpower.analysis import histories
from dualpower.clock import Clock
from dualpower.errors import DualpowerError, near
from dualpower.telling.chronicle import SHOWN, Chronicle, Line, chronicle
from dualpower.telling.language import load, pick

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

SEARCHED = 2_000  # runs looked at before an outcome counts as too rare to find
BLOCK = 50
LAST_RUN = 2**31 - SEARCHED - 2 * BLOCK  # the engine counts runs in 32 bits, and a search goes on from here
UNTITLED = ("gate", "issue", "outside", "motion", "faction")


@dataclass(frozen=True)
class Story:
    """One run, told: where it comes from, how it ended, and its chronicle."""

    scenario: str
    title: str
    seed: int
    run: int
    outcome: str
    outcome_title: str
    is_history: bool
    chronicle: Chronicle
    summary: str = ""
    whole: Callable[[], Any] | None = field(default=None, repr=False, compare=False)  # films it, when it is to be seen

    def lines(self, *, everything: bool = False, shown: int = SHOWN) -> list[Line]:
        """Return the story's sentences: the events that matter most, or all of them."""
        return self.chronicle.lines(everything=everything, shown=shown)

    def to_json(self, lines: list[Line]) -> dict[str, Any]:
        """Return the story as plain values."""
        return {
            "scenario": self.scenario,
            "title": self.title,
            "seed": self.seed,
            "run": self.run,
            "outcome": self.outcome,
            "outcome_title": self.outcome_title,
            "history": self.is_history,
            "language": self.chronicle.language.code,
            "events": len(self.chronicle.rows),
            "lines": [
                line.to_json(self.chronicle.when.write(line.minute), self.chronicle.day(line.minute)) for line in lines
            ],
        }

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        """Show the story in a notebook: its sentences, and the whole run on the map."""
        from dualpower import _html

        return str(_html(self))

    def text(self, *, everything: bool = False, shown: int = SHOWN) -> str:
        """Return the story as plain text: a heading per day, a line per event and one per cause."""
        found, day = [f"{self.title}", *([self.summary] if self.summary else []), ""], ""
        for line in self.lines(everything=everything, shown=shown):
            today = self.chronicle.day(line.minute)
            if today != day:
                found += [today] if not day else ["", today]
                day = today
            found += [f"  {self.chronicle.hour(line.minute)}  {line.text}", f"         {line.because}."]
        return "\n".join(found)


def tell(
    target: str | Path | Resolved | Result,
    *,
    seed: int = 0,
    run: int | None = None,
    outcome: str | None = None,
    language: str = "en",
    variant: str | None = None,
    decisions: str = "drawn",
    parameters: str = histories.DEFAULT_PARAMETERS,
) -> Story:
    """Tell one run of a scenario as dated sentences, each with its cause.

    Args:
        target: a scenario's id, file or folder, a loaded scenario, or a result of a scenario of the catalogue.
        seed: the seed of the ensemble the run belongs to (a result brings its own).
        run: the run's number (default 0); run 7 here is run 7 of ``simulate`` with this seed.
        outcome: tell the first run from there on that ends so.
        language: en, es, pl or ru.
        variant: one of the scenario's alternative histories.
        decisions: "drawn", or "history": every leader takes the option that history took.
        parameters: where the universal parameters are drawn from, as in ``simulate`` (a result brings its own).
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E805 the scenario is no longer that of the result,
            E802 an impossible seed, E801 an impossible run, E820 no such outcome or none found.
        ValueError: no such language.
    """
    from dualpower.ensemble.result import Result

    if isinstance(target, Result):
        seed, decisions = target.seed, str(target.manifest["identity"]["decisions"])
        parameters = target.parameters
        resolved = _scenario_of(target, variant)
    else:
        resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    first = _checked(seed, run)
    if outcome is not None:
        first = find_run(problem, outcome, seed=seed, first=first, decisions=decisions, parameters=parameters)
    return _story(problem, resolved, seed, first, language, decisions, parameters)


def _scenario_of(result: Result, variant: str | None) -> Resolved:
    """Return the scenario that a result was computed from, as long as it is still the same."""
    resolved = histories.load(result.scenario, variant=variant)
    if resolved.digest != result.manifest["identity"]["scenario"]:
        cure = "name the variant, or tell the scenario itself and give the seed"
        raise DualpowerError("E805", f"the result is of another form of {result.scenario}", cure)
    return resolved


def _options(problem: Problem, decisions: str, runs: int) -> Any:
    from dualpower.ensemble.design import option_rows

    return option_rows(problem, None, decisions=decisions, runs=runs)


def _checked(seed: int, run: int | None) -> int:
    from dualpower.ensemble.execute import check_seed, whole

    check_seed(seed)
    number = whole(run or 0, "E801", "run", f"a whole number from 0 to {LAST_RUN:,}")
    if not 0 <= number <= LAST_RUN:
        raise DualpowerError("E801", f"run is {number}", f"runs are numbered from 0 to {LAST_RUN:,}")
    return number


def _params(parameters: str, seed: int, first: int, runs: int) -> Any:
    """Return the rows of learnt parameters that these runs take, or None where the prior decides."""
    return histories.drawn_from(parameters, seed=seed, runs=runs, first=first).get("params")


def find_run(
    problem: Problem,
    outcome: str,
    *,
    seed: int,
    first: int = 0,
    decisions: str = "drawn",
    parameters: str = histories.PRIOR,
    most: int = SEARCHED,
) -> int:
    """Return the first run from ``first`` on that ends with an outcome. Raises DualpowerError E820."""
    from dualpower.engine.batch import run_batch

    ids = [o.id for o in problem.outcomes]
    if outcome not in ids:
        hint = near(outcome, ids) or f"known: {', '.join(ids)}"
        raise DualpowerError("E820", f"no outcome is called {outcome!r}", hint)
    wanted, size = ids.index(outcome), 2
    at = first
    while at < first + most:
        block = run_batch(problem.case, seed=seed, first=at, runs=size, keep_series=False,
                          options=_options(problem, decisions, size),
                          params=_params(parameters, seed, at, size))  # fmt: skip
        for i in range(size):
            if block.status[i] == 0 and block.outcome[i] == wanted:
                return at + i
        at += size
        size = min(BLOCK, 2 * size)
    raise DualpowerError("E820", f"no run from {first} to {at - 1} ends with {outcome!r}", "try another seed")


def namer(problem: Problem, parents: Any, language: str) -> Callable[[str, int], str]:
    """Return what names things in a log: the label of (kind, code), "" for nobody."""
    names = problem.names

    def name(kind: str, code: int) -> str:
        if code < 0:
            return ""
        if kind == "unit" and code >= len(names.units):
            whole = name("unit", int(parents[code])) if code < len(parents) else ""
            return load(language).word("words", "part", unit=whole) if whole else ""
        try:
            label = str(names.label(kind, code, language))
        except (IndexError, KeyError):
            return ""
        if kind == "option":
            question = names.title("decisions", names.options[code].partition(".")[0], language)
            return f"{question} {label}" if question.endswith("?") else f"{question}: {label}"
        if language == "en" and label.startswith("The "):
            label = "the " + label[4:]  # inside a sentence; at its head it gets its capital back
        if kind == "plan" and label in names.plans:
            return ""  # a plan without a title is spoken of as a plan, not by its id
        # a gate or an issue without a title is called by its id, which is read as words
        return label.rpartition(".")[2].replace("-", " ") if kind in UNTITLED and label in names.ids(kind) else label

    return name


def odds_of(problem: Problem, resolved: Resolved) -> dict[int, tuple[float, bool]]:
    """Return per option (by code) its chance before the start, and whether history took it."""
    found = {}
    for code, name in enumerate(problem.names.options):
        decision, _, option = name.partition(".")
        found[code] = (resolved.chances(decision)[option], resolved.history(decision) == option)
    return found


def _story(
    problem: Problem, resolved: Resolved, seed: int, run: int, language: str, decisions: str, parameters: str
) -> Story:
    from dualpower.engine.batch import STAGES, run_batch

    block = run_batch(problem.case, seed=seed, first=run, runs=1, keep_log=True, keep_series=False,
                      options=_options(problem, decisions, 1),
                      params=_params(parameters, seed, run, 1))  # fmt: skip
    if block.status[0] != 0:
        stage = STAGES[int(block.status[0])]
        raise DualpowerError("E807", f"run {run} failed at the stage {stage!r}", "tell another run")
    ended = problem.outcomes[int(block.outcome[0])] if block.outcome[0] >= 0 else None
    told = chronicle(
        block.log_rows[0].tolist(),
        block.log_x[0].tolist(),
        name=namer(problem, block.log_units[0], language),
        when=Clock(problem.calendar, problem.start),  # type: ignore[arg-type]
        language=language,
        worth=problem.arrays["site_value"].tolist(),
        odds=odds_of(problem, resolved),
    )
    return Story(
        problem.scenario,
        pick(problem.title, language),
        seed,
        run,
        ended.id if ended else "",
        pick(ended.title, language) if ended else "",
        bool(ended and ended.history),
        told,
        pick(resolved.scenario.summary, language),
        partial(_whole, problem, resolved, seed, run, language, decisions, parameters),
    )


def _whole(
    problem: Problem, resolved: Resolved, seed: int, run: int, language: str, decisions: str, parameters: str
) -> Any:
    """Return the page (telling/page) that shows the run on the map, in one language."""
    from dualpower.telling.page.films import seen

    options, params = _options(problem, decisions, 1), _params(parameters, seed, run, 1)
    return seen(
        resolved, problem, seed=seed, run=run, language=language, params=None if params is None else params[0],
        options=None if options is None else options[0],
    )  # fmt: skip
