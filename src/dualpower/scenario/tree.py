"""The tree of a rule: what a condition is made of once its text has been read.

Nodes
    Literal(value, type)      number, bool (0/1), minutes (since the start), authority (None = nobody)
    Name(id, kind, written)   an argument or a constant; kind is a letter of KINDS, a body is
                              replaced by its authority (``written`` keeps the body)
    Call(name, args, ask, type)   ask is the ASK_* code, -1 before the check
    Unary(op, item, type)     op is ``not`` or ``-``
    Binary(op, left, right, type)
    For(item, minutes)        `item` has been true that long
    Count(items)              how many of the items hold
    Extreme(op, items)        ``min`` or ``max``
    Truly(item, type)         judged on the truth and not on what anybody believes
Every node has ``pos``, its column in the text from 0.
Types: number, bool, authority, posture, minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dualpower.errors import DualpowerError


class RuleError(DualpowerError):
    """A rule that cannot be read; ``pos`` is the column in its text, from 0."""

    def __init__(self, code: str, message: str, pos: int = 0, hint: str | None = None) -> None:
        super().__init__(code, message, hint)
        self.pos = pos


@dataclass(frozen=True, slots=True)
class Literal:
    value: float | None
    type: str
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    id: str
    kind: str = ""
    written: str = ""
    pos: int = 0
    type: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    args: tuple[Name, ...]
    ask: int = -1
    type: str = ""
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Unary:
    op: str
    item: Expr
    type: str = ""
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Binary:
    op: str
    left: Expr
    right: Expr
    type: str = ""
    pos: int = 0


@dataclass(frozen=True, slots=True)
class For:
    item: Expr
    minutes: float
    type: str = "bool"
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    items: tuple[Expr, ...]
    type: str = "number"
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Extreme:
    op: str
    items: tuple[Expr, ...]
    type: str = "number"
    pos: int = 0


@dataclass(frozen=True, slots=True)
class Truly:
    item: Expr
    type: str = ""
    pos: int = 0


Expr = Literal | Name | Call | Unary | Binary | For | Count | Extreme | Truly


def walk(tree: Expr) -> Iterator[Expr]:
    """Yield every node, parents first."""
    todo: list[Expr] = [tree]
    while todo:
        node = todo.pop()
        yield node
        todo.extend(reversed(list(children(node))))


def children(node: Expr) -> Iterable[Expr]:
    """Return the nodes directly below `node` (arguments of a call included)."""
    if isinstance(node, (Unary, For, Truly)):
        return (node.item,)
    if isinstance(node, Binary):
        return (node.left, node.right)
    if isinstance(node, (Count, Extreme)):
        return node.items
    return node.args if isinstance(node, Call) else ()


def reads_clock(tree: Expr, pinned: Iterable[str] = ()) -> bool:
    """Say whether a rule reads the clock: `now`, a clock time, or hours since something `pinned` to it."""
    pinned = frozenset(pinned)
    for node in walk(tree):
        if isinstance(node, Literal) and node.type == "minutes":
            return True
        if isinstance(node, Call) and (
            node.name == "now" or (node.name == "hours-since" and node.args and node.args[0].id in pinned)
        ):
            return True
    return False


def write(node: Expr) -> str:
    """Return the rule as text again, with brackets round every operation."""
    if isinstance(node, Literal):
        if node.type == "authority":
            return "none"
        return str(bool(node.value)).lower() if node.type == "bool" else f"{node.value:g}"
    if isinstance(node, Name):
        return node.id
    if isinstance(node, Call):
        return node.name if node.name == "now" else f"{node.name}({', '.join(a.id for a in node.args)})"
    if isinstance(node, Unary):
        return f"({node.op} {write(node.item)})"
    if isinstance(node, Binary):
        return f"({write(node.left)} {node.op} {write(node.right)})"
    if isinstance(node, For):
        return f"({write(node.item)} for {node.minutes:g} min)"
    if isinstance(node, Truly):
        return f"truly({write(node.item)})"
    name = "count" if isinstance(node, Count) else node.op
    return f"{name}({', '.join(write(i) for i in node.items)})"
