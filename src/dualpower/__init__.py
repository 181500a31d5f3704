"""dualpower: simulate contested seizures of power, and count how often history's outcome happens.

    import dualpower as dp
    city = dp.load("moscow-1917")
    result = dp.simulate(city, runs=1_000, seed=1917)
    print(result.outcomes())
    print(dp.tell(city, seed=1917, run=7))

Everything is loaded when it is first asked for, so that importing costs nothing.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing itself would be half of the time that importing takes
if TYPE_CHECKING:
    from typing import Any

    from dualpower.analysis.calibration import calibrate
    from dualpower.analysis.comparison import compare
    from dualpower.analysis.coups import coups
    from dualpower.analysis.elections import elect
    from dualpower.analysis.finding import Finding
    from dualpower.analysis.flip import flip
    from dualpower.analysis.histories import check, load, score, simulate
    from dualpower.analysis.pivots import find_pivots
    from dualpower.analysis.precision import runs_needed
    from dualpower.analysis.sensitivity import rank_factors
    from dualpower.analysis.works import cite
    from dualpower.ensemble.exports import export
    from dualpower.ensemble.result import Result
    from dualpower.errors import DualpowerError, ScenarioError
    from dualpower.scenario.catalog import entries as list_scenarios
    from dualpower.scenario.resolve import Resolved as Scenario
    from dualpower.scenario.template import new
    from dualpower.telling.charts import draw
    from dualpower.telling.page.report import report
    from dualpower.telling.sides import tell_apart
    from dualpower.telling.story import Story, tell

__version__ = "0.1.0"

_HOMES = {
    "load": "analysis.histories:load",
    "check": "analysis.histories:check",
    "new": "scenario.template:new",
    "evidence": "analysis.grounds:evidence",
    "cite": "analysis.works:cite",
    "simulate": "analysis.histories:simulate",
    "score": "analysis.histories:score",
    "elect": "analysis.elections:elect",
    "find_pivots": "analysis.pivots:find_pivots",
    "flip": "analysis.flip:flip",
    "tell": "telling.story:tell",
    "compare": "analysis.comparison:compare",
    "coups": "analysis.coups:coups",
    "tell_apart": "telling.sides:tell_apart",
    "draw": "telling.charts:draw",
    "report": "telling.page.report:report",
    "export": "ensemble.exports:export",
    "list_scenarios": "scenario.catalog:entries",
    "calibrate": "analysis.calibration:calibrate",
    "rank_factors": "analysis.sensitivity:rank_factors",
    "runs_needed": "analysis.precision:runs_needed",
    "Scenario": "scenario.resolve:Resolved",
    "Result": "ensemble.result:Result",
    "Finding": "analysis.finding:Finding",
    "Story": "telling.story:Story",
    "DualpowerError": "errors:DualpowerError",
    "ScenarioError": "errors:ScenarioError",
    "_html": "faces.notebook.show:html",  # what a notebook shows of a thing; the face is opened when it is needed
}

__all__ = [
    "DualpowerError",
    "Finding",
    "Result",
    "Scenario",
    "ScenarioError",
    "Story",
    "__version__",
    "calibrate",
    "check",
    "cite",
    "compare",
    "coups",
    "draw",
    "elect",
    "evidence",
    "export",
    "find_pivots",
    "flip",
    "list_scenarios",
    "load",
    "new",
    "rank_factors",
    "report",
    "runs_needed",
    "score",
    "simulate",
    "tell",
    "tell_apart",
]


class _Door(type(sys)):  # type: ignore[misc]
    """The door itself. One of its words, evidence, is also a room's name; at the door it is the function."""

    @property
    def evidence(self) -> Any:
        """The function; the room is reached by ``from dualpower.evidence import ...`` as ever."""
        return __getattr__("evidence")

    @evidence.setter
    def evidence(self, room: Any) -> None:
        """Importing the room hangs it here; the word keeps its meaning."""


sys.modules[__name__].__class__ = _Door


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'dualpower' has no attribute {name!r}")
    from importlib import import_module

    home, _, attribute = _HOMES[name].partition(":")
    value = getattr(import_module(f"dualpower.{home}"), attribute)
    if name != "evidence":
        globals()[name] = value  # asked for once, found at once ever after
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
