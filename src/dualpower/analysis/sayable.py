"""Judge a rule on a world that knows little.

The force-ratio forecaster knows who is where, who holds what and who has died; it has no belief, no
telephone and no promise. A rule that asks for more than a world can say raises Unsayable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dualpower.scenario import rules


class Unsayable(Exception):
    """The rule asks for something that this world does not have. ``args[0]`` names it."""


World = Mapping[str, Callable[..., Any]]  # observable -> function of its arguments (ids)

_BINARY: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else 0.0,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}


def check_sayable(tree: rules.Expr, world: World) -> None:
    """Raise Unsayable if any part of a rule asks for what the world does not have."""
    for node in rules.walk(tree):
        if isinstance(node, rules.Call) and node.name not in world:
            raise Unsayable(node.name)


def judge(tree: rules.Expr, world: World, since: dict[int, float], minute: float) -> Any:
    """Return the value of a rule now.

    ``since`` remembers, for each ``for`` condition of the rule, since when it has been true; the caller
    keeps one per run and asks at every look.
    """
    match tree:
        case rules.Literal(value=value):
            return value
        case rules.Name(id=name):
            return name
        case rules.Call(name=name, args=args):
            if name not in world:
                raise Unsayable(name)
            return world[name](*(a.id for a in args))
        case rules.Unary(op=op, item=item):
            found = judge(item, world, since, minute)
            return not found if op == "not" else -found
        case rules.Binary(op="and" | "or" as op, left=left, right=right):
            first, second = judge(left, world, since, minute), judge(right, world, since, minute)
            return (first and second) if op == "and" else (first or second)
        case rules.Binary(op=op, left=left, right=right):
            return _BINARY[op](judge(left, world, since, minute), judge(right, world, since, minute))
        case rules.For(item=item, minutes=span):
            if not judge(item, world, since, minute):
                since.pop(id(tree), None)
                return False
            return minute - since.setdefault(id(tree), minute) >= span
        case rules.Count(items=items):
            return sum(bool(judge(i, world, since, minute)) for i in items)
        case rules.Extreme(op=op, items=items):
            values = [judge(i, world, since, minute) for i in items]
            return min(values) if op == "min" else max(values)
        case rules.Truly(item=item):
            return judge(item, world, since, minute)
    raise Unsayable(type(tree).__name__)
