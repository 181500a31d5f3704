"""Words become numbers: a resolved scenario goes in, a problem that can be run comes out.

The way through the house: first who and where (authorities, sites, lines, units), then what may be
done (plans, decisions, outside events, assemblies), then what is watched. Every array that the
engine's case asks for must come out, of the right type and shape, or nothing does.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from dualpower.compiler import cast, lines, mechanisms, plans, sites, watches
from dualpower.compiler.acts import Acts
from dualpower.compiler.problem import DecisionInfo, OptionInfo, OutcomeInfo, Problem
from dualpower.compiler.workbook import Workbook
from dualpower.engine.case import CASE_FIELDS, CASE_SCALARS
from dualpower.engine.world import MAX_LOG
from dualpower.errors import ScenarioError
from dualpower.heap import growing
from dualpower.scenario.resolve import Resolved

SLOTS = 192  # detachments that may exist at once, besides the units of the scenario
SERIES = ("acting", "standing", "armed", "held", "killed", "believed")
COMMON = ("bystanders", "fighting", "captive", "marching")


@growing()
def build(resolved: Resolved, *, slots: int | None = None) -> Problem:
    """Compile a scenario.

    Args:
        resolved: from ``dualpower.scenario.resolve.load``.
        slots: how many detachments a run may have at once; 192, or one a site where there are more sites.
    Raises:
        ScenarioError: the scenario asks for what the engine cannot honour; every such place is named.
    """
    book = Workbook(resolved)
    links = _lower(book, max(SLOTS, len(resolved.scenario.sites)) if slots is None else slots)
    watched = watches.lower_marks(book)
    watches.lower_outcomes(book)
    mechanisms.lower_mechanisms(book)
    book.refuse_unread()
    book.arrays |= {**book.facts.arrays(), **book.formulas.arrays()}
    if book.problems:
        raise ScenarioError(book.problems)
    names = book.names(links)
    return Problem(
        scenario=resolved.id,
        title=_text(resolved.scenario.title),
        digest=resolved.digest,
        resolved_json=json.dumps(resolved.canonical(), ensure_ascii=False, sort_keys=True),
        calendar=resolved.scenario.dates,
        start=resolved.clock.start,
        minutes=resolved.end_min,
        step_min=int(resolved.step_min),
        names=names,
        outcomes=_outcomes(book),
        decisions=_decisions(book),
        plans=list(book.plan),
        watches=watched,
        hours=resolved.end_min // _grain(resolved) + 1,
        record_min=_grain(resolved),
        series=_series(book),
        joint_prior_history=_joint(resolved),
        dated=resolved.dated(),
        arrays=_checked(book.arrays) | mechanisms.caller_of(resolved, names),
        mechanisms=resolved.mechanisms,
    )


def _grain(resolved: Resolved) -> int:
    """Return the minutes between two rows of the record: an hour; a day where steps are longer than an hour."""
    return 60 if resolved.step_min <= 60 else 1440


def _looks(step: int) -> dict[str, int]:
    """Return what follows from the length of a step, as properties of the case.

    A city's step is shorter than any of the model's own intervals, and the intervals stand. A country's is longer:
    what would be looked at more often is looked at once a step, over all of it; and what a city does one by one
    (telling each unit each item of news, drawing each man who thinks again where none acts) is done together,
    because a country has hundreds of units and thousands of hours.
    """
    coarse = step > 60
    return {
        "posted": int(coarse),
        "pooled": int(coarse),
        "small_towns": int(coarse),
        "blind": step if coarse else 0,
        "gap_home": 4 * step if coarse else 360,
        "gap_calm": 24 * step if coarse else 360,
        "gap_away": 8 * step if coarse else 120,
        "thought": max(30, step),
        "needs": max(60, step),
        "log_rows": 8 * MAX_LOG if coarse else MAX_LOG,
        "log_rows_a_unit": 60 if coarse else 8,
    }


def _lower(book: Workbook, slots: int) -> list[str]:
    """Lower every noun in turn; return the ids of the links."""
    resolved = book.resolved
    book.arrays |= {
        "minutes": resolved.end_min,
        "step": int(resolved.step_min),
        "hours": resolved.end_min // _grain(resolved) + 1,
        "grain": _grain(resolved),
        "start_min": resolved.clock.start % 1440,
        **_looks(int(resolved.step_min)),
    }
    cast.lower_authorities(book)
    cast.lower_bodies(book)
    sites.lower_sites(book)
    links = sites.lower_links(book)
    sites.lower_gates(book)
    lines.lower_lines(book)
    cast.lower_units(book)
    acts = Acts(book)
    plans.lower_plans(book, acts)
    plans.lower_decisions(book, acts)
    plans.lower_outside(book, acts)
    plans.lower_promises(book)
    plans.lower_assemblies(book, acts)
    news, severity = plans.severities()
    book.arrays |= {
        "U": len(book.unit_ids) + slots,
        "NC": len(book.arrays["cut0"]),
        "w_news": np.array(news, np.float64),
        "severity": np.array(severity, np.int32),
        **acts.arrays(),
    }
    return links


def _checked(arrays: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the case asks for and no more, each array whole in memory, of its own type and never empty."""
    found: dict[str, Any] = {name: int(arrays[name]) for name in CASE_SCALARS}
    for name, dtype, dims in CASE_FIELDS:
        array = np.ascontiguousarray(arrays[name], dtype)
        if array.ndim != len(dims) or array.size == 0:
            raise AssertionError(f"{name} has the shape {array.shape}, the case wants {dims}")
        found[name] = array
    return found


def _text(title: Mapping[Any, str]) -> dict[str, str]:
    return dict(title)


def _outcomes(book: Workbook) -> list[OutcomeInfo]:
    found = book.scenario.outcomes
    return [OutcomeInfo(name, _text(found[name].title), found[name].history) for name in book.outcome]


def _decisions(book: Workbook) -> list[DecisionInfo]:
    dated = book.resolved.dated()
    return [
        DecisionInfo(
            name,
            _text(noun.title),
            [OptionInfo(key, _text(option.title), option.history) for key, option in noun.options.items()],
            list(book.resolved.chances(name).values()),
            f"decisions.{name}" in dated,
        )
        for name, noun in book.scenario.decisions.items()
    ]


def _series(book: Workbook) -> list[str]:
    """Return the columns of the hourly record: what is common, then what each authority has.

    All are men or sites, but ``believed``: the chance its leaders give themselves, in thousandths.
    """
    return [*COMMON, *(f"{what}.{name}" for name in book.scenario.authorities for what in SERIES)]


def _joint(resolved: Resolved) -> float:
    """Return the chance that every decision falls as it did, taken as independent."""
    return math.prod(
        resolved.chances(name)[key]
        for name, noun in resolved.scenario.decisions.items()
        for key, option in noun.options.items()
        if option.history
    )
