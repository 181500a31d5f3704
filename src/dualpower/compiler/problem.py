"""What the compiler hands on: the case in numbers, and the names that turn results back into words."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dualpower.compiler.names import Names
from dualpower.scenario.mechanism import Mechanism


@dataclass(frozen=True)
class OutcomeInfo:
    """One way in which the story can end; ``history`` marks how it did end."""

    id: str
    title: Mapping[str, str]
    history: bool


@dataclass(frozen=True)
class OptionInfo:
    """One thing a leader could attempt."""

    id: str
    title: Mapping[str, str]
    history: bool


@dataclass(frozen=True)
class DecisionInfo:
    """A leader's choice. ``chances`` are the options' prior chances and sum to 1."""

    id: str
    title: Mapping[str, str]
    options: list[OptionInfo]
    chances: list[float]
    dated: bool


@dataclass(frozen=True)
class Watch:
    """One thing measured in every run, in order of the engine's columns (see watches.py for ids)."""

    id: str
    has_trigger: bool


@dataclass(frozen=True)
class Problem:
    """A scenario ready to be run. Minutes count from the start; ``digest`` is that of the resolved scenario,
    which ``resolved_json`` holds as text.

    ``arrays`` holds every field of the engine's case by name; ``case`` is made from them for the
    kernel of this process. ``series`` names the columns of the hourly record.
    ``force_ratio`` says that contests are decided by the ratio of forces alone (the forecaster to beat).
    ``mechanisms`` are the user's own; what calls their functions is in ``arrays`` too, as ``user``.
    """

    scenario: str
    title: Mapping[str, str]
    digest: str
    resolved_json: str
    calendar: str
    start: int
    minutes: int
    step_min: int
    names: Names
    outcomes: list[OutcomeInfo]
    decisions: list[DecisionInfo]
    plans: list[str]
    watches: list[Watch]
    hours: int  # rows of the record: one an hour, or one a day
    series: list[str]
    joint_prior_history: float
    dated: Mapping[str, str]
    arrays: Mapping[str, Any]
    force_ratio: bool = False
    mechanisms: tuple[Mechanism, ...] = ()
    record_min: int = 60  # minutes between two rows of the record

    @cached_property
    def case(self) -> Any:
        """The case for the kernel of this process."""
        from dualpower.engine import build

        return self.case_for(build.kernel())

    def case_for(self, module: Any) -> Any:
        """Return the case for a kernel (``dualpower.engine.build.kernel(...)``), compiled or interpreted."""
        made = getattr(module, "Case", None) or importlib.import_module("dualpower.engine.case").Case
        return made(dict(self.arrays))
