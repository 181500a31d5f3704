"""The model without one of its mechanisms: which of them earns its place?

A mechanism is taken out by a number that makes it idle (a weight of nothing, an exponent of one), or by taking its
means away: where no wire joins two sites, word goes by courier. Nothing is fitted anew, and the luck is the
same, so that what differs is what the mechanism does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from dualpower.engine.params import PARAMS

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem


@dataclass(frozen=True)
class Ablation:
    """One mechanism taken out.

    title   what is missing, in words
    params  parameters that make it idle, by symbol
    wires   False: nobody can telephone or wire, couriers carry every message
    """

    title: str
    params: Mapping[str, float] = field(default_factory=dict)
    wires: bool = True

    def rows(self, runs: int) -> np.ndarray:
        """Return float [runs, P]: the numbers that make it idle, NaN where the prior decides."""
        laid = np.full((runs, len(PARAMS)), np.nan)
        for i, row in enumerate(PARAMS):
            if row.symbol in self.params:
                laid[:, i] = self.params[row.symbol]
        return laid

    def apply(self, problem: Problem) -> Problem:
        """Return a compiled scenario without the means of the mechanism."""
        if self.wires:
            return problem
        joins = np.zeros_like(problem.arrays["line_joins"])
        return replace(problem, arrays={**problem.arrays, "line_joins": joins}, digest=f"{problem.digest}-no-wires")


ABLATIONS: Mapping[str, Ablation] = {
    "whole": Ablation("nothing: the whole model"),
    "no-belief": Ablation("no belief (bW = 0)", {"bW": 0.0}),
    "no-peers": Ablation("no peers (bP = 0)", {"bP": 0.0}),
    "no-calls": Ablation("no calls by wire (couriers only)", wires=False),
    "no-breaking-alone": Ablation("isolation breaks nobody (bI = 0)", {"bI": 0.0}),
    "square-law": Ablation("square law (p = 1)", {"p": 1.0}),
}
