"""From a scenario's name to its many histories: load, vary, compile, simulate, score.

Every face asks for the same few things in the same few ways; they are here, so that a command and the
Python function of its name cannot come apart.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.errors import DualpowerError, Problem, ScenarioError

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.compiler.problem import Problem as Compiled
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

    Target = str | Path | Resolved

PRIOR = "prior"
# Why not what was learnt: docs/scores/calibration.md shows what it is worth where nothing was learnt from.
DEFAULT_PARAMETERS = PRIOR
SECONDS = 40.0  # what a newcomer without a compiler is asked to wait
RUNS_COMPILED = 1_000
MAX_AUTO_RUNS = 1_000


def load(
    target: Target,
    *,
    variant: str | None = None,
    mechanism: str | Path | None = None,
    hooks: Mapping[str, Callable[[Any], float | None]] | None = None,
) -> Resolved:
    """Load a scenario by its id, file or folder, checked; with ``variant``, one of its alternative histories.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        variant: a variant's name, several joined by ``+``, or one in a file (``mine.yaml#name``).
        mechanism: a file of mechanisms of one's own, formulas (.yaml) or functions (.py); it stays with the scenario.
        hooks: functions by the point at which they speak (docs/guide-mechanisms.md): ``{"at_surrender": never}``.
    Raises:
        ScenarioError: with every problem that was found.
        DualpowerError: E703, a file with several variants and none named; E841, E843, E844, the mechanisms.
    """
    from dualpower.scenario import resolve

    resolved = target if isinstance(target, resolve.Resolved) else resolve.load(target)
    if mechanism is not None or hooks:
        from dualpower.scenario import mechanism as mechanisms

        resolved = mechanisms.attach(resolved, mechanism, hooks)
    if variant is None:
        return resolved
    from dualpower.analysis.alternatives import alternatives

    found = alternatives(resolved, [variant])
    if len(found) > 1:
        names = ", ".join(one.id for one in found)
        raise DualpowerError("E703", f"{variant} holds several variants", f"name one of them after a #: {names}")
    return found[0].resolved


def check(target: str | Path, *, mechanism: str | Path | None = None) -> list[Problem]:
    """Return every problem of a scenario and its variants; an empty list when it is sound.

    What can be read but not be turned into numbers is a problem too. With ``mechanism``, a file of mechanisms of
    one's own is read against the scenario; a file in Python is run for it.
    """
    from dualpower.scenario import check as checks

    problems, _ = checks.check_text(target)
    if not problems:
        try:
            compile_scenario(load(target, mechanism=mechanism))
        except ScenarioError as error:
            return list(error.problems)
    return problems


def with_marks(target: str | Path, marks_file: str | Path) -> Resolved:
    """Load a scenario with the marks of another file in place of its own.

    The file is YAML with ``marks:`` and, if it cites works of its own, ``claims:`` and ``sources:``.

    Raises:
        ScenarioError: with every problem of the scenario or of the marks.
    """
    from dualpower import draft as drafts
    from dualpower.scenario import catalog, resolve
    from dualpower.scenario import check as checks

    draft = drafts.read(catalog.find(target))
    path = Path(marks_file)
    if not path.is_file():
        raise ScenarioError([Problem("E101", "", "there is no such file of marks", str(path), 1, 1)])
    extra = drafts.parse(drafts.read_text(path, str(path)), str(path), path.parent)
    draft = merge_drafts(draft, extra, "marks")
    if extra.problems or not isinstance(extra.data.get("marks"), dict) or not extra.data["marks"]:
        raise ScenarioError(list(draft.problems))  # the file is not one of marks: no more to be learnt from it
    resolved, problems = resolve.resolve(draft)
    if resolved is not None:
        problems += checks.check(resolved)
    if problems or resolved is None:
        raise ScenarioError(problems)
    return resolved


def merge_drafts(draft: Any, extra: Any, section: str) -> Any:
    """Put a section of one draft (marks, variants) into another; claims and sources are added.

    Marks take the place of those there; variants stand beside them.
    """
    from dualpower.errors import near

    allowed = (section, "claims", "sources")
    strange = [key for key in extra.data if key not in allowed]
    problems = list(extra.problems) + [
        extra.problem("E201", (key,), f"a file of {section} holds {section}, claims and sources only",
                      near(key, allowed))
        for key in strange
    ]  # fmt: skip
    if not extra.data.get(section):
        problems.append(extra.problem("E202", (), f"a file of {section} needs {section}"))
    elif not isinstance(extra.data[section], dict):
        problems.append(extra.problem("E203", (section,), f"{section} are a mapping of ids"))
    replaces = section == "marks"
    data = {key: value for key, value in draft.data.items() if key != "recheck" and (key != section or not replaces)}
    for key in allowed[replaces:]:
        ours, theirs = data.get(key) or {}, extra.data.get(key)
        if not isinstance(theirs, dict):
            continue
        problems += [
            extra.problem("E223", (key, name), f"the scenario has {name!r} already", "choose another name")
            for name in theirs if name in ours and key == section
        ]  # fmt: skip
        data[key] = {**ours, **theirs}
    if replaces:
        data[section] = extra.data.get(section)

    def joined(ours: Any, theirs: Any) -> Any:
        kept = {k: v for k, v in ours.items() if not replaces or k[:1] != (section,)}
        return kept | {k: v for k, v in theirs.items() if len(k) > (0 if replaces else 1)}

    return replace(
        draft,
        data=data,
        places=joined(draft.places, extra.places),
        values=joined(draft.values, extra.values),
        problems=[*draft.problems, *problems],
    )


def compile_scenario(resolved: Resolved) -> Compiled:
    """Turn a scenario into numbers, ready for the engine."""
    from dualpower.compiler import build

    problem: Compiled = build(resolved)
    return problem


def simulate(
    target: Target,
    *,
    runs: int = RUNS_COMPILED,
    seed: int = 0,
    variant: str | None = None,
    decisions: str = "drawn",
    parameters: str = DEFAULT_PARAMETERS,
    mechanism: str | Path | None = None,
    hooks: Mapping[str, Callable[[Any], float | None]] | None = None,
    **how: Any,
) -> Result:
    """Run many histories of a scenario.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        runs: how many, 1 to 10,000,000.
        seed: 0 to 2**63 - 1. The same seed gives the same histories, whatever the number of runs or threads.
        variant: one of the scenario's alternative histories, by name.
        decisions: "drawn" by their chances, or "history": every leader takes the option that history took.
        parameters: "prior", "posterior" (learnt from the record), another that is shipped, or a file of one's own.
        mechanism, hooks: mechanisms of one's own (docs/guide-mechanisms.md): see ``load``.
        how: threads, folder, resume, keep_log, params, options, progress: see ``dualpower.ensemble.simulate``.
    Raises:
        ScenarioError: the scenario has problems; it holds them all.
        DualpowerError: impossible runs or seed, a folder or parameters that cannot be used.
    """
    from dualpower import ensemble

    resolved = load(target, variant=variant, mechanism=mechanism, hooks=hooks)
    how.setdefault("scenario_json", resolved_json(resolved))
    how.setdefault("variant", variant or resolved.variant)
    if parameters != PRIOR:
        how |= drawn_from(parameters, seed=seed, runs=runs, fixed=how.get("params"))
    return ensemble.simulate(compile_scenario(resolved), runs=runs, seed=seed, decisions=decisions, **how)


def drawn_from(parameters: str, *, seed: int, runs: int, first: int = 0, fixed: Any = None) -> dict[str, Any]:
    """Return what ``ensemble.simulate`` is to be told, so that parameters are drawn from a posterior.

    Args:
        parameters: as in ``simulate``; "prior" needs nothing to be told.
        fixed: parameters fixed besides, by symbol or as rows (NaN where the posterior is to decide).
    Raises:
        DualpowerError: E808, E853, E854 or E855.
    """
    from dualpower.ensemble import design, draws
    from dualpower.ensemble.execute import load_engine

    found = draws.find(parameters)
    if found is None:
        return {}
    rows = found.rows(seed, runs, first)
    laid = design.param_rows(load_engine().symbols, fixed, runs=runs)
    if laid is not None:
        return {"params": np.where(np.isnan(laid), rows, laid)}
    return {"params": rows, "parameters": parameters}


def resolved_json(resolved: Resolved) -> str:
    """Return what a scenario means as JSON text: it is kept beside the histories computed from it."""
    from dualpower.scenario import write

    return str(write.to_json(resolved))


@dataclass(frozen=True)
class Pace:
    """How many runs were chosen, and the sentence that says why."""

    runs: int
    sentence: str


def choose_runs(problem: Compiled, *, seed: int, clock: Callable[[], float] = time.perf_counter) -> Pace:
    """Choose how many runs a newcomer is asked to wait for: 1,000, or what fits in 40 seconds.

    With a compiled kernel no run is timed. Without one, two runs are.
    """
    from dualpower.engine import batch, build

    if build.status().is_compiled:
        return Pace(RUNS_COMPILED, f"The kernel is compiled: {RUNS_COMPILED:,} runs.")
    case = problem.case  # made once and for all: not part of a run
    begun = clock()
    batch.run_batch(case, seed=seed, first=0, runs=2)
    each = max((clock() - begun) / 2, 1e-6)
    fits = int(min(MAX_AUTO_RUNS, max(2, SECONDS / each)))
    return Pace(
        fits,
        f"The kernel is not compiled: two runs took {2 * each:.1f} s, so {fits:,} runs fit in {SECONDS:.0f} s. "
        "With a C compiler it is about a hundred times faster (dualpower doctor).",
    )


def score(
    target: Target,
    *,
    runs: int = RUNS_COMPILED,
    seed: int = 0,
    marks: str | Path | None = None,
    result: Result | None = None,
    baseline_runs: int = 100,
    **how: Any,
) -> Finding:
    """Score a scenario's histories against the marks of the record.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        runs, seed: how many histories to run, and their luck, where ``result`` gives none.
        marks: a file of marks to score against in place of the scenario's own; for a country also a table of
            towns with their outcomes (.csv), in place of its record.
        result: histories that were run before, of this very scenario and these marks.
        baseline_runs: runs of the force-ratio forecaster, 0 for none.
    Returns:
        Finding with a row per mark (docs/format.md, 'Output shapes'); of a country its ``facts`` hold the towns too.
    Raises:
        ScenarioError: the scenario, the marks or the table of towns have problems.
        DualpowerError: E805, the result is of another scenario; E878, a table of towns for what is no country.
    """
    from dualpower.analysis import fit, forecaster
    from dualpower.analysis import marks as reading
    from dualpower.scenario import country as countries

    record = marks if marks is not None and Path(marks).suffix.lower() == ".csv" else None
    if marks is not None and record is None:
        if not isinstance(target, (str, Path)):
            raise TypeError("a file of marks goes with a scenario named by id, file or folder")
        resolved = with_marks(target, marks)
    else:
        resolved = load(target)
    country = countries.find(resolved)
    if record is not None:
        check_record(resolved, record)  # a fault of the table is told before anything is run
    if not resolved.scenario.marks and country is None:
        raise DualpowerError("E605", f"{resolved.id} has no marks to score against", "give a file with --marks")
    if result is None:
        result = simulate(resolved, runs=runs, seed=seed, **how)
    elif result.manifest["identity"]["scenario"] != resolved.digest:
        raise DualpowerError("E805", "the result is of another scenario, or of other marks", "simulate it again")
    ended = result.ended
    watched = {w: (result.watch_min(w)[ended], result.watch(w)[ended]) for w in result.watches}
    frame = reading.Frame(resolved.clock, float(resolved.end_min), men_on_rolls(resolved))
    # That forecaster knows one town's streets; of a country the yardsticks are the naive table and the constant.
    ratio = bool(baseline_runs) and country is None
    baseline = forecaster.forecast(resolved, runs=baseline_runs, seed=result.seed) if ratio else None
    rows = fit.score_marks(resolved.scenario.marks, watched, frame, baseline=baseline)
    finding = fit.find_fit(
        rows,
        runs=int(ended.sum()),
        scripted_share=result.scripted_share,
        scenario=resolved.id,
        seed=result.seed,
        parameters=result.parameters,
        **resolved.own_mechanisms(),
    )
    if country is None:
        return finding
    from dualpower.analysis.country import add_towns, score_country

    return add_towns(finding, score_country(resolved, country, result, record=record))


def country_of(resolved: Resolved) -> Any:
    """Return the country of a scenario (``dualpower.scenario.country``). Raises DualpowerError E878: it is none."""
    from dualpower.scenario import country as countries

    country = countries.find(resolved)
    if country is None:
        raise DualpowerError("E878", f"{resolved.id} is no country: it has no {countries.FILE}",
                             "towns and elections are asked of a country")  # fmt: skip
    return country


def check_record(resolved: Resolved, record: str | Path) -> None:
    """Refuse a table of towns that cannot be read or has no outcome, or a scenario that has no towns.

    Raises:
        ScenarioError: every fault of the table. DualpowerError: E878.
    """
    from dualpower.analysis.country import read_record

    read_record(country_of(resolved), record)


def men_on_rolls(resolved: Resolved) -> float:
    """Return the men on all rolls, the upper end of the reference for numbers without a scale."""
    spreads = (resolved.spread(f"units.{unit}.roll") for unit in resolved.scenario.units)
    return float(sum(s.middle for s in spreads if s is not None))
