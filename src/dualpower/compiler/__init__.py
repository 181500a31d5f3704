"""Words to numbers: the only rooms that know both the language of scenarios and the engine."""

from dualpower.compiler.build import build
from dualpower.compiler.names import Names
from dualpower.compiler.problem import DecisionInfo, OptionInfo, OutcomeInfo, Problem, Watch

__all__ = ["DecisionInfo", "Names", "OptionInfo", "OutcomeInfo", "Problem", "Watch", "build"]
