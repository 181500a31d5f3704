"""Rules become programs for a small stack machine: push, ask the world, reckon, compare.

One instruction is four integers (op, a, b, c). ``PUSH a`` pushes constant a, ``ASK a b c`` asks
observable a about b and c, ``FOR a b`` turns "is true" into "has been true for b minutes" with
memory slot a; ``SKIP_FALSE a`` and ``SKIP_TRUE a`` leave out the next a instructions if what is on top
of the stack already decides an ``and`` or an ``or``; the others take their operands from the stack.
True is 1, false 0, nobody 0.
Durations are hours; clock times and ``now`` are minutes since the start.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from dualpower import words
from dualpower.scenario import rules
from dualpower.scenario.rules import Binary, Call, Count, Expr, Extreme, For, Literal, Name, Truly, Unary

STACK = 60  # the kernel's stack holds 64
_BINARY = {
    "+": words.OP_ADD, "-": words.OP_SUB, "*": words.OP_MUL, "/": words.OP_DIV, "<": words.OP_LT, "<=": words.OP_LE,
    ">": words.OP_GT, ">=": words.OP_GE, "==": words.OP_EQ, "!=": words.OP_NE, "and": words.OP_AND, "or": words.OP_OR,
}  # fmt: skip
_SKIPS = {"and": words.OP_SKIP_FALSE, "or": words.OP_SKIP_TRUE}
_UNARY = {"not": words.OP_NOT, "-": words.OP_NEG}
_EXTREME = {"min": words.OP_MIN, "max": words.OP_MAX}


class TooDeepError(Exception):
    """A rule needs more stack than the kernel has."""


class Formulas:
    """All programs of a scenario, one after another. ``code_of(name)`` gives the integer of an argument."""

    def __init__(self, code_of: Callable[[Call, int], int]) -> None:
        self.code_of = code_of
        self.starts: list[int] = []
        self.code: list[tuple[int, int, int, int]] = []
        self.const: list[float] = []
        self.slots = 0
        self._const: dict[float, int] = {}

    def add(self, tree: Expr) -> int:
        """Append the program of a typed rule and return its number. Raises TooDeepError."""
        start = len(self.code)
        return self._close(start, self._lower(tree))

    def from_minute(self, minute: int) -> int:
        """Append ``now >= minute``, which holds from that minute on."""
        now = Call("now", (), words.ASK_NOW_MIN, "minutes")
        return self.add(Binary(">=", now, Literal(float(minute), "minutes"), "bool"))

    def after(self, watch: int, tree: Expr) -> int:
        """Append "watch number so-and-so has come true, and the rule holds" and return its number."""
        start = len(self.code)
        self._emit(words.OP_WATCHED, watch)
        depth = self._lower_second(tree, "and")
        return self._close(start, depth)

    def _close(self, start: int, depth: int) -> int:
        """End the program begun at `start`; return its number."""
        if depth > STACK:
            del self.code[start:]
            raise TooDeepError
        self.code.append((words.OP_END, 0, 0, 0))
        self.starts.append(start)
        return len(self.starts) - 1

    def _lower(self, node: Expr) -> int:
        """Append the instructions of `node`; return how much stack they need."""
        lower: Callable[..., int] = getattr(self, "_on_" + type(node).__name__.lower())
        return lower(node)

    def _lower_second(self, node: Expr, op: str) -> int:
        """Append the right-hand side of an operation and the operation; return how much stack they need.

        It is left out when the left-hand side decides, unless it remembers: what lasts must be looked at each time.
        """
        at = len(self.code)
        skips = op in _SKIPS and not any(isinstance(part, For) for part in rules.walk(node))
        if skips:
            self._emit(_SKIPS[op])
        depth = 1 + self._lower(node)
        self._emit(_BINARY[op])
        if skips:
            self.code[at] = (_SKIPS[op], len(self.code) - at - 1, 0, 0)
        return depth

    def _emit(self, op: int, a: int = 0, b: int = 0, c: int = 0) -> None:
        self.code.append((op, a, b, c))

    def _push(self, value: float) -> int:
        index = self._const.setdefault(value, len(self._const))
        if index == len(self.const):
            self.const.append(value)
        self._emit(words.OP_PUSH, index)
        return 1

    def _on_literal(self, node: Literal) -> int:
        return self._push(0.0 if node.value is None else float(node.value))

    def _on_name(self, node: Name) -> int:
        if node.kind == "P":
            return self._push(float(words.POSTURES[node.id]))
        return self._push(float(self.code_of(Call("", (node,)), 0)))

    def _on_call(self, node: Call) -> int:
        first, second = (self.code_of(node, i) if i < len(node.args) else -1 for i in (0, 1))
        if node.ask == words.ASK_ACTING_AT:  # the machine names the site first, whatever it asks about one
            first, second = second, first
        self._emit(words.OP_ASK, node.ask, first, second)
        return 1

    def _on_unary(self, node: Unary) -> int:
        depth = self._lower(node.item)
        self._emit(_UNARY[node.op])
        return depth

    def _on_binary(self, node: Binary) -> int:
        depth = self._lower(node.left)
        return max(depth, self._lower_second(node.right, node.op))

    def _on_for(self, node: For) -> int:
        depth = self._lower(node.item)
        self._emit(words.OP_FOR, self.slots, round(node.minutes))
        self.slots += 1
        return depth

    def _on_count(self, node: Count) -> int:
        depth = self._lower(node.items[0])
        for item in node.items[1:]:
            depth = max(depth, 1 + self._lower(item))
            self._emit(words.OP_ADD)
        return depth

    def _on_extreme(self, node: Extreme) -> int:
        depth = max(self._lower(node.items[0]), 1 + self._lower(node.items[1]))
        self._emit(_EXTREME[node.op])
        return depth

    def _on_truly(self, node: Truly) -> int:
        return self._lower(node.item)  # who evaluates decides between truth and belief

    def arrays(self) -> dict[str, object]:
        """Return the programs as the engine names them."""
        return {
            "FOR": self.slots,
            "prog_start": np.array(self.starts or [0], np.int32),
            "code": np.array(self.code or [(words.OP_END, 0, 0, 0)], np.int32),
            "const": np.array(self.const or [0.0], np.float64),
        }


def all_of(items: list[Expr]) -> Expr:
    """Return a tree that counts how many of the rules hold."""
    return Count(tuple(items))


def asks_holder_of(tree: Expr, sites: set[str]) -> bool:
    """Say whether a rule speaks of who holds one of these sites."""
    return any(
        isinstance(node, Call) and node.ask == words.ASK_HOLDER and node.args[0].id in sites
        for node in rules.walk(tree)
    )
