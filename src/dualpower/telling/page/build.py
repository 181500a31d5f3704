"""A page from a scenario and what was computed of it: every part of the contract, put together."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from dualpower.telling.language import LANGUAGES, load
from dualpower.telling.page import contract
from dualpower.telling.page.ensemble import ensemble as brief
from dualpower.telling.page.evidence import evidence
from dualpower.telling.page.stage import stage
from dualpower.telling.page.story import story

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.compiler.problem import Problem
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

SCREEN = ("page", "player", "calendar", "plural", "language", "report", "ways", "stocks", "stances", "orders",
          "postures", "causes", "kinds")  # fmt: skip


def page(
    resolved: Resolved,
    problem: Problem,
    *,
    home: Literal["report", "studio", "notebook"] = "report",
    command: str = "",
    result: Result | None = None,
    fit: Finding | None = None,
    pivots: Finding | None = None,
    films: Sequence[contract.Film] = (),
    what_if: contract.WhatIf | None = None,
    with_evidence: bool = True,
    with_story: bool = True,
) -> contract.Page:
    """Return a page.

    Args:
        resolved: the scenario, and ``problem`` the same compiled.
        home: where it will be shown.
        command: what makes it again.
        result: its many histories, ``fit`` how they meet the marks, ``pivots`` which decisions mattered.
        films: whole runs, the first of which is told as the story.
        what_if: the odds under every setting of some levers.
    """
    inside = {} if fit is None else {row["id"]: bool(row["inside"]) for row in fit.table}
    scene = stage(resolved, problem, inside=inside)
    many = None if result is None else brief(result, scene, fit=fit, pivots=pivots)
    return contract.Page(
        home=home,
        made=_made(resolved, command, result),
        languages=list(LANGUAGES),
        texts=screen_words(),
        stage=scene,
        films=list(films),
        ensemble=many,
        what_if=what_if,
        evidence=evidence(resolved) if with_evidence else None,
        story=story(scene, films, many) if with_story else {},
        cite=_cite(resolved),
    )


def screen_words() -> dict[str, dict[str, Any]]:
    """Return the words of the screens by language and section; what a language lacks is there in English."""
    english, found = load("en").texts, {}
    for code in LANGUAGES:
        own = load(code).texts
        found[code] = {
            section: {**dict(english[section]), **dict(own.get(section, {}))}
            for section in SCREEN
            if section in english
        }
    return found


def _made(resolved: Resolved, command: str, result: Result | None) -> contract.Made:
    from dualpower import __version__
    from dualpower.engine import batch, params

    return contract.Made(
        version=__version__,
        engine=str(batch.engine_digest()),
        scenario=resolved.digest,
        parameters=params.digest(),
        date=datetime.datetime.now(datetime.UTC).date().isoformat(),
        command=command,
        mechanisms=[one.id for one in resolved.mechanisms],
    )


def _cite(resolved: Resolved) -> dict[str, str]:
    """Return the works and the program as text, BibTeX and CSL-JSON."""
    from dualpower.analysis.works import cite

    works = cite(resolved)
    return {"text": str(works), "bibtex": works.write("bibtex"), "csl": works.write("csl-json")}
