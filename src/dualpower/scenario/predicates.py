"""Can two outcomes both hold, can none hold, can a condition ever come true?

A rule is read as a logical formula over what may vary freely: who holds a site is one of the
authorities or nobody, a posture is one of three, a number compared with constants lies in one
of the intervals between them, and everything else is true or false. A depth-first search with
three-valued evaluation looks for one assignment that makes the formula true, and that
assignment is the witness shown to the author. What the search takes for free may be tied in
fact, so a witness can be impossible; a rule found impossible is impossible.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dualpower import saying, words
from dualpower.scenario.rules import SIGNATURES, Binary, Call, Count, Expr, For, Literal, Name, Truly, Unary, write

MAX_STEPS = 1 << 14
NOBODY = "none"


class TooEntangled(Exception):
    """The search was given up."""


@dataclass
class _Variable:
    label: str
    domain: list[object]
    cuts: set[float] = field(default_factory=set)
    low: float = 0.0
    high: float = float("inf")

    def settle(self) -> None:
        """Turn cuts into representatives: each cut and one value inside each gap between them."""
        if not self.cuts:
            return
        inside = sorted(c for c in self.cuts if self.low <= c <= self.high)
        found: list[float] = []
        edge = self.low
        for cut in inside:
            if cut > edge:
                found.append((edge + cut) / 2.0 if edge > -1e17 else cut - 1.0)
            found.append(cut)
            edge = cut
        if self.high > edge:
            found.append(edge + 1.0 if self.high == float("inf") else (edge + self.high) / 2.0)
        if not inside or inside[0] > self.low:
            found.insert(0, self.low)
        self.domain = list(dict.fromkeys(found))


def _key(node: Expr) -> str:
    if isinstance(node, Call) and node.name == "truce":
        return f"truce({', '.join(sorted(a.id for a in node.args))})"
    return write(node)


_FLIP = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_COMPARE = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
_POSTURE = list(words.POSTURES)


class Formula:
    """The variables of some rules, and a search over them. ``horizon`` bounds the clock in minutes."""

    def __init__(self, authorities: list[str], horizon: float) -> None:
        self.authorities, self.horizon = authorities, horizon
        self.variables: dict[str, _Variable] = {}
        self.steps = 0

    # --- collecting variables

    def add(self, node: Expr) -> None:
        """Take up the variables of a boolean rule."""
        if isinstance(node, (Truly, Unary)):
            self.add(node.item)
        elif isinstance(node, For):
            self.free(node)
            self.add(node.item)
        elif isinstance(node, Binary) and node.op in ("and", "or"):
            self.add(node.left)
            self.add(node.right)
        elif isinstance(node, Binary):
            self.add_comparison(node)
        elif isinstance(node, Call):
            self.free(node)

    def free(self, node: Expr) -> None:
        self.variables.setdefault(_key(node), _Variable(_key(node), [False, True]))

    def add_comparison(self, node: Binary) -> None:
        kind = node.left.type
        if kind == "bool":
            self.add(node.left)
            self.add(node.right)
        elif kind in ("authority", "posture"):
            domain = [*self.authorities, NOBODY] if kind == "authority" else list(_POSTURE)
            for side in (node.left, node.right):
                if isinstance(_bare(side), Call):
                    self.variables.setdefault(_key(_bare(side)), _Variable(_key(_bare(side)), list(domain)))
        elif (split := self.split(node)) is not None:
            side, _, constant = split
            self.numeric(side).cuts.add(constant)
        elif _counts(node.left) and _counts(node.right):
            for side in (node.left, node.right):
                self.add_counts(side)
        else:
            self.free(node)

    def add_counts(self, node: Expr) -> None:
        if isinstance(node, Count):
            for item in node.items:
                self.add(item)
        elif isinstance(node, Binary):
            self.add_counts(node.left)
            self.add_counts(node.right)
        elif isinstance(node, (Unary, Truly)):
            self.add_counts(node.item)

    def split(self, node: Binary) -> tuple[Expr, str, float] | None:
        """Return (side that varies, operator, constant) of a comparison with a constant."""
        left, right = _constant(node.left), _constant(node.right)
        if right is not None and left is None and not _counts(node.left):
            return _bare(node.left), node.op, right
        if left is not None and right is None and not _counts(node.right):
            return _bare(node.right), _FLIP[node.op], left
        return None

    def numeric(self, side: Expr) -> _Variable:
        key = _key(side)
        if key not in self.variables:
            low, high = float("-1e18"), float("inf")
            if isinstance(side, Call):
                low, high = 0.0, SIGNATURES[side.name][0].high
                if side.name == "now":
                    high = self.horizon
            self.variables[key] = _Variable(key, [], low=low, high=high)
        return self.variables[key]

    # --- three-valued evaluation: True, False or None for not yet known

    def value(self, node: Expr, at: dict[str, object]) -> bool | None:
        if isinstance(node, Literal):
            return bool(node.value)
        if isinstance(node, Truly):
            return self.value(node.item, at)
        if isinstance(node, Unary):
            inner = self.value(node.item, at)
            return None if inner is None else not inner
        if isinstance(node, For):
            return _both(self.value(node.item, at), at.get(_key(node)))
        if isinstance(node, Call):
            return at.get(_key(node))  # type: ignore[return-value]
        if isinstance(node, Binary) and node.op == "and":
            left = self.value(node.left, at)
            return False if left is False else _both(left, self.value(node.right, at))
        if isinstance(node, Binary) and node.op == "or":
            left = self.value(node.left, at)
            if left is True:
                return True
            right = self.value(node.right, at)
            return True if right is True else None if left is None or right is None else False
        return self.compare(node, at)  # type: ignore[arg-type]

    def compare(self, node: Binary, at: dict[str, object]) -> bool | None:
        kind = node.left.type
        if kind == "bool":
            left, right = self.value(node.left, at), self.value(node.right, at)
        elif kind in ("authority", "posture"):
            left, right = self.word(node.left, at), self.word(node.right, at)
            if kind == "posture" and left is not None and right is not None:
                left, right = _POSTURE.index(left), _POSTURE.index(right)
        elif (split := self.split(node)) is not None:
            side, op, constant = split
            number = at.get(_key(side))
            return None if number is None else _COMPARE[op](number, constant)
        elif _counts(node.left) and _counts(node.right):
            left, right = self.counted(node.left, at), self.counted(node.right, at)
        else:
            return at.get(_key(node))  # type: ignore[return-value]
        return None if left is None or right is None else _COMPARE[node.op](left, right)

    def word(self, node: Expr, at: dict[str, object]) -> str | None:
        node = _bare(node)
        if isinstance(node, Name):
            return node.id
        return NOBODY if isinstance(node, Literal) else at.get(_key(node))  # type: ignore[return-value]

    def counted(self, node: Expr, at: dict[str, object]) -> float | None:
        if isinstance(node, Literal):
            return node.value
        if isinstance(node, Count):
            known = [self.value(item, at) for item in node.items]
            return None if None in known else float(sum(map(bool, known)))
        if isinstance(node, Truly):
            return self.counted(node.item, at)
        if isinstance(node, Unary):
            inner = self.counted(node.item, at)
            return None if inner is None else -inner
        left, right = self.counted(node.left, at), self.counted(node.right, at)  # type: ignore[union-attr]
        return None if left is None or right is None else _arithmetic(node.op, left, right)  # type: ignore[union-attr]

    # --- the search

    def witness(self, tree: Expr) -> dict[str, object] | None:
        """Return an assignment that makes `tree` true, or None. Raises TooEntangled."""
        self.add(tree)
        for variable in self.variables.values():
            variable.settle()
        self.steps = 0
        found = self.search(tree, list(self.variables.values()), {})
        if found is None:
            return None
        return dict(found.items())

    def search(self, tree: Expr, left: list[_Variable], at: dict[str, object]) -> dict[str, object] | None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise TooEntangled
        known = self.value(tree, at)
        if known is not None:
            return dict(at) if known and _possible(at) else None
        if not left:
            return None
        for choice in left[0].domain:
            at[left[0].label] = choice
            found = self.search(tree, left[1:], at)
            if found is not None:
                return found
        del at[left[0].label]
        return None


def _possible(at: dict[str, object]) -> bool:
    """Refuse a witness in which a site yielded to somebody who never took it."""
    return not any(
        value is True and key.startswith("yielded(") and at.get("taken" + key[7:]) is False for key, value in at.items()
    )


def _both(left: object, right: object) -> bool | None:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def _bare(node: Expr) -> Expr:
    while isinstance(node, Truly):
        node = node.item
    return node


def _arithmetic(op: str, left: float, right: float) -> float:
    if op == "/":
        return left / right if right else 0.0
    return left + right if op == "+" else left - right if op == "-" else left * right


def _constant(node: Expr) -> float | None:
    node = _bare(node)
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Unary) and node.op == "-":
        inner = _constant(node.item)
        return None if inner is None else -inner
    if isinstance(node, Binary) and node.op in ("+", "-", "*", "/"):
        left, right = _constant(node.left), _constant(node.right)
        return None if left is None or right is None else _arithmetic(node.op, left, right)
    return None


def _counts(node: Expr) -> bool:
    """Say whether a number is made only of constants and count()."""
    node = _bare(node)
    if isinstance(node, (Literal, Count)):
        return True
    if isinstance(node, Unary):
        return _counts(node.item)
    return isinstance(node, Binary) and node.op in ("+", "-", "*", "/") and _counts(node.left) and _counts(node.right)


def both(left: Expr, right: Expr) -> Expr:
    """Return ``left and right``."""
    return Binary("and", left, right, "bool")


def neither(trees: list[Expr]) -> Expr:
    """Return a rule that holds when none of the trees does."""
    joined = trees[0]
    for tree in trees[1:]:
        joined = Binary("or", joined, tree, "bool")
    return Unary("not", joined, "bool")


def say(witness: dict[str, object], limit: int = 6) -> saying.Said:
    """Return a witness as text: ``holder(kremlin) = none, assaulted(kremlin) = true``."""
    parts = []
    for key, value in witness.items():
        shown = str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else value
        parts.append(f"{key} = {shown}")
    if not parts:
        return saying.say("whatever")
    return saying.say("case", facts=", ".join(parts[:limit]), n=len(parts) - limit if len(parts) > limit else None)
