"""What the bench's children do for the screens: the stage, whole histories, and what an experiment found so far.

Answers are JSON text of the page's contract (telling/page/contract.py): the server hands them on as they are.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=4)
def _ready(folder: str, mark: str, variant: str) -> tuple[Any, Any]:
    """Return a scenario and the same compiled; ``mark`` changes when a file of it does."""
    from dualpower.analysis import histories

    resolved = histories.load(Path(folder), variant=variant or None)
    return resolved, histories.compile_scenario(resolved)


def page(folder: str, mark: str) -> str:
    """Return a scenario's page without histories: the stage, the words, the evidence."""
    from dualpower.telling.page import build

    resolved, problem = _ready(folder, mark, "")
    return build.page(resolved, problem, home="studio", command=f"dualpower simulate {resolved.id}").model_dump_json()


def film(folder: str, mark: str, variant: str, decisions: str, parameters: str, seed: int, run: int) -> str:
    """Return one whole history of a scenario."""
    resolved, problem = _ready(folder, mark, variant)
    return _film(resolved, problem, decisions, parameters, seed, run, "asked").model_dump_json()


def found(folder: str, mark: str, variant: str, result: str) -> str:
    """Return the page of an experiment as far as it has come: many histories in brief, none of them whole."""
    from dualpower.analysis import histories
    from dualpower.ensemble.result import Result
    from dualpower.telling.page import build

    resolved, problem = _ready(folder, mark, variant)
    many = Result.open(result)
    fit = None
    if resolved.scenario.marks and many.ended.any():
        fit = histories.score(resolved, result=many, baseline_runs=0)
    whole = build.page(
        resolved, problem, home="studio", command=str(many.manifest.get("command", "")), result=many, fit=fit,
        with_story=False,
    )  # fmt: skip
    return whole.model_dump_json()


def films(folder: str, mark: str, variant: str, decisions: str, parameters: str, result: str) -> str:
    """Return up to three whole histories of an experiment, and the first of them as a story."""
    from dualpower.ensemble.result import Result
    from dualpower.faces.studio.models import Films
    from dualpower.telling.page.choice import choose_runs
    from dualpower.telling.page.ensemble import ensemble
    from dualpower.telling.page.stage import stage
    from dualpower.telling.page.story import story

    resolved, problem = _ready(folder, mark, variant)
    many = Result.open(result)
    whole = [
        _film(resolved, problem, decisions, parameters, many.seed, run, why)
        for run, why in choose_runs(resolved, many)
    ]  # fmt: skip
    scene = stage(resolved, problem)
    told = story(scene, whole, ensemble(many, scene)) if whole else {}
    return Films(films=whole, story=told).model_dump_json()


def _film(resolved: Any, problem: Any, decisions: str, parameters: str, seed: int, run: int, why: Any) -> Any:
    from dualpower.analysis import histories
    from dualpower.ensemble import design
    from dualpower.telling.page.films import film as whole

    drawn = histories.drawn_from(parameters, seed=seed, runs=1, first=run).get("params")
    fixed = design.option_rows(problem, None, decisions=decisions, runs=1)
    return whole(
        resolved, problem, seed=seed, run=run, why=why, params=None if drawn is None else drawn[0],
        options=None if fixed is None else fixed[0],
    )  # fmt: skip
