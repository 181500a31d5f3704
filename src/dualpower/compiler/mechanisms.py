"""Mechanisms of the user's own: a formula becomes a program like any rule, a function is marked to be called."""

from __future__ import annotations

import numpy as np

from dualpower.compiler.formulas import TooDeepError
from dualpower.compiler.names import Names
from dualpower.compiler.workbook import Workbook
from dualpower.engine.caller import Caller
from dualpower.engine.hooks import FUNCTION, NOBODY
from dualpower.scenario.resolve import Resolved
from dualpower.words import POINTS


def caller_of(resolved: Resolved, names: Names) -> dict[str, Caller]:
    """Return what calls the functions, as the case's ``user``; nothing where there are none."""
    functions = {POINTS[one.point]: one.function for one in resolved.mechanisms if one.function is not None}
    return {"user": Caller(functions, names)} if functions else {}


def lower_mechanisms(book: Workbook) -> None:
    """Fill what speaks at each point of words.POINTS."""
    rules = np.full(len(POINTS), NOBODY, np.int32)
    for one in book.resolved.mechanisms:
        if one.tree is None:
            rules[POINTS[one.point]] = FUNCTION
            continue
        try:
            rules[POINTS[one.point]] = book.formulas.add(one.tree)
        except TooDeepError:
            book.problems.append(one.problem("E502", "the formula needs too much memory at once", "make it shorter"))
    book.arrays["point_rule"] = rules
