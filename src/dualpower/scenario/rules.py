"""What people wait for: the small rule language in which conditions, marks and outcomes are written.

``encircled(kremlin) and hours-without-word(garrison, committee) > 6 for 2 h`` is parsed here into
a small frozen tree and checked for types and names. Nothing is evaluated here; the compiler
lowers the tree to the engine's stack machine. The language is total: no loops, no names from
outside, bounded length, depth and size, and every rule has one type.

The nodes are in tree.py, the functions in observables.py; this module is the one to import from.

Types: number, bool, authority, posture, minutes. Precedence, loosest first: or, and, not, for,
comparison, + -, * /, unary minus.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from dualpower import words
from dualpower.clock import MINUTES, Clock
from dualpower.errors import near
from dualpower.scenario.observables import FORMS, KINDS, RESERVED, SIGNATURES, Names, Signature
from dualpower.scenario.tree import (
    Binary,
    Call,
    Count,
    Expr,
    Extreme,
    For,
    Literal,
    Name,
    RuleError,
    Truly,
    Unary,
    children,
    reads_clock,
    walk,
    write,
)

__all__ = [
    "FORMS",
    "KINDS",
    "RESERVED",
    "SIGNATURES",
    "Binary",
    "Call",
    "Count",
    "Expr",
    "Extreme",
    "For",
    "Literal",
    "Name",
    "Names",
    "RuleError",
    "Signature",
    "Truly",
    "Unary",
    "check",
    "children",
    "parse",
    "reads_clock",
    "walk",
    "write",
]

MAX_LENGTH = 2000
MAX_DEPTH = 32
MAX_NODES = 400


# --- from text to tree

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<clock>\d{4}-\d{2}-\d{2} \d{2}:\d{2})"
    r"|(?P<span>\d+(?:\.\d+)?\s*(?:min|h|d)(?![a-z0-9-]))"
    r"|(?P<number>\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?(?![a-z0-9_.]))"
    r"|(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?)"
    r"|(?P<op><=|>=|==|!=|<|>|\+|-|\*|/|\(|\)|,)",
    re.ASCII,
)
_COMPARE = ("<", "<=", ">", ">=", "==", "!=")


def _tokens(text: str) -> list[tuple[str, str, int]]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            bad = text[at]
            hint = {"=": "write == to compare", "&": "write and", "|": "write or", "!": "write not"}.get(bad)
            raise RuleError("E501", f"{bad!r} has no meaning in a rule", at, hint)
        if match.lastgroup != "space":
            found.append((str(match.lastgroup), match.group(), at))
        at = match.end()
    found.append(("end", "", len(text)))
    return found


class _Parser:
    def __init__(self, text: str, clock: Clock | None) -> None:
        self.tokens, self.clock = _tokens(text), clock
        self.at = self.depth = self.nodes = 0

    def peek(self, *texts: str) -> bool:
        kind, text, _ = self.tokens[self.at]
        return kind in ("op", "id") and text in texts

    def next(self) -> tuple[str, str, int]:
        token = self.tokens[self.at]
        self.at += token[0] != "end"
        return token

    def want(self, text: str) -> None:
        kind, found, pos = self.next()
        if found != text or kind == "end":
            hint = "a rule with a comma needs quotation marks inside {...} and [...]" if kind == "end" else None
            raise RuleError("E501", f"expected {text!r}, found {found or 'the end'!r}", pos, hint)

    def made(self, node: Expr) -> Expr:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise RuleError("E502", f"more than {MAX_NODES} parts", node.pos, "split it into two rules")
        return node

    def deeper(self, pos: int) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise RuleError("E502", f"deeper than {MAX_DEPTH} levels", pos, "split it into two rules")

    def whole(self) -> Expr:
        tree = self.either()
        kind, text, pos = self.next()
        if kind != "end":
            raise RuleError("E501", f"{text!r} is not expected here", pos, "brackets make the order plain")
        return tree

    def chain(self, ops: tuple[str, ...], inner: str) -> Expr:
        left = getattr(self, inner)()
        while self.peek(*ops):
            _, op, pos = self.next()
            left = self.made(Binary(op, left, getattr(self, inner)(), pos=pos))
        return left

    def either(self) -> Expr:
        self.deeper(self.tokens[self.at][2])
        tree = self.chain(("or",), "both")
        self.depth -= 1
        return tree

    def both(self) -> Expr:
        return self.chain(("and",), "negated")

    def negated(self) -> Expr:
        if not self.peek("not"):
            return self.lasting()
        _, _, pos = self.next()
        self.deeper(pos)
        tree = self.made(Unary("not", self.negated(), pos=pos))
        self.depth -= 1
        return tree

    def lasting(self) -> Expr:
        tree = self.compared()
        if self.peek("for"):
            _, _, pos = self.next()
            kind, text, where = self.next()
            if kind != "span":
                raise RuleError("E501", "for needs a duration such as 3 h", where)
            tree = self.made(For(tree, round(_hours(text) * 60.0, 6), pos=pos))
        return tree

    def compared(self) -> Expr:
        left = self.chain(("+", "-"), "product")
        if self.peek(*_COMPARE):
            _, op, pos = self.next()
            left = self.made(Binary(op, left, self.chain(("+", "-"), "product"), pos=pos))
            if self.peek(*_COMPARE):
                raise RuleError("E501", "comparisons cannot be chained", self.tokens[self.at][2], "join two with and")
        return left

    def product(self) -> Expr:
        return self.chain(("*", "/"), "signed")

    def signed(self) -> Expr:
        if not self.peek("-"):
            return self.atom()
        _, _, pos = self.next()
        self.deeper(pos)
        tree = self.made(Unary("-", self.signed(), pos=pos))
        self.depth -= 1
        return tree

    def atom(self) -> Expr:
        kind, text, pos = self.next()
        if kind == "number":
            return self.made(Literal(float(text), "number", pos))
        if kind == "span":
            return self.made(Literal(_hours(text), "number", pos))
        if kind == "clock":
            return self.made(Literal(self.minutes(text, pos), "minutes", pos))
        if kind == "id":
            return self.word(text, pos)
        if text == "(":
            tree = self.either()
            self.want(")")
            return tree
        raise RuleError("E501", f"{text or 'the end'!r} is not expected here", pos)

    def minutes(self, text: str, pos: int) -> float:
        if self.clock is None:
            return 0.0
        try:
            return float(self.clock.minutes(text))
        except ValueError as error:
            raise RuleError("E401", str(error), pos) from None

    def word(self, text: str, pos: int) -> Expr:
        if text in ("true", "false"):
            return self.made(Literal(float(text == "true"), "bool", pos))
        if text == "none":
            return self.made(Literal(None, "authority", pos))
        if text == "now":
            return self.made(Call("now", (), pos=pos))
        if text in RESERVED and text not in words.POSTURES:
            raise RuleError("E501", f"{text!r} is not expected here", pos)
        if not self.peek("("):
            return self.made(Name(text, pos=pos))
        self.next()
        items = [] if self.peek(")") else self.items(text in FORMS)
        self.want(")")
        if text == "count":
            return self.made(Count(tuple(items), pos=pos))
        if text in ("min", "max"):
            return self.made(Extreme(text, tuple(items), pos=pos))
        if text == "truly":
            if len(items) != 1:
                raise RuleError("E504", "truly() takes one rule", pos)
            return self.made(Truly(items[0], pos=pos))
        return self.made(Call(text, tuple(items), pos=pos))  # type: ignore[arg-type]

    def items(self, rules: bool) -> list[Expr]:
        found: list[Expr] = []
        while True:
            if rules:
                found.append(self.either())
            else:
                kind, text, pos = self.next()
                if kind != "id":
                    raise RuleError("E505", f"an argument must be a name, not {text or 'the end'!r}", pos)
                found.append(self.made(Name(text, pos=pos)))
            if not self.peek(","):
                return found
            self.next()


def _hours(text: str) -> float:
    digits = text.rstrip("minhd ").strip()
    return float(digits) * MINUTES[text[len(digits) :].strip()] / 60.0


def parse(text: str, clock: Clock | None = None) -> Expr:
    """Return the tree of a rule, names not yet known. Raises RuleError with a code and a column.

    Without a clock, clock times are read as minute 0.
    """
    if len(text) > MAX_LENGTH:
        raise RuleError("E502", f"longer than {MAX_LENGTH} characters", 0, "split it into two rules")
    return _Parser(text, clock).whole()


# --- from tree to typed tree


class _Checker:
    def __init__(self, names: Names, truth: bool, inputs: Mapping[str, int]) -> None:
        self.names, self.truth, self.inputs = names, truth, inputs
        self.errors: list[RuleError] = []

    def tell(self, code: str, message: str, pos: int, hint: str | None = None) -> None:
        self.errors.append(RuleError(code, message, pos, hint))

    def typed(self, node: Expr, want: str | None = None) -> Expr:
        node = getattr(self, "on_" + type(node).__name__.lower())(node, want)
        if want and node.type and node.type != want:
            self.tell("E506", f"a {want} is needed here, this is a {node.type}", node.pos)
        return node

    def on_literal(self, node: Literal, want: str | None) -> Expr:
        return node

    def on_name(self, node: Name, want: str | None) -> Expr:
        if node.id in self.inputs:
            return Call(node.id, (), ask=self.inputs[node.id], type="number", pos=node.pos)
        if want == "posture" and node.id in words.POSTURES:
            return replace(node, kind="P", written=node.id, type="posture")
        if node.id in self.names.authority_of:
            return replace(node, id=self.names.authority_of[node.id], kind="A", written=node.id, type="authority")
        if node.id in words.POSTURES:
            return replace(node, kind="P", written=node.id, type="posture")
        if node.id in SIGNATURES:
            self.tell("E504", f"{node.id} is a function and needs brackets", node.pos, f"{node.id}(...)")
        else:
            hint = near(node.id, self.inputs) if self.inputs else self.near(node.id, "A")
            self.tell("E210", f"no authority or body is called {node.id!r}", node.pos, hint)
        return node

    def near(self, word: str, wanted: str) -> str | None:
        return near(word, self.names.known(wanted))

    def on_call(self, node: Call, want: str | None) -> Expr:
        choices = SIGNATURES.get(node.name)
        if choices is None:
            self.tell("E503", f"no function is called {node.name!r}", node.pos, near(node.name, [*SIGNATURES, *FORMS]))
            return node
        fitting = [s for s in choices if len(s.args) == len(node.args)]
        if not fitting:
            need = " or ".join(str(len(s.args)) for s in choices)
            self.tell("E504", f"{node.name} takes {need} argument(s), not {len(node.args)}", node.pos)
            return replace(node, type=choices[0].result)
        sign = fitting[0]
        args = tuple(self.argument(a, k, node) for a, k in zip(node.args, sign.args, strict=True))
        return replace(node, args=args, ask=sign.ask, type=sign.result)

    def argument(self, arg: Name, wanted: str, call: Call) -> Name:
        kind = self.names.kind_of(arg.id, wanted)
        if kind == "O" and call.args and arg.id not in self.names.options.get(call.args[0].id, ()):
            kind = None
        if kind is None:
            first = wanted.split("|", maxsplit=1)[0]
            noun = " or ".join(KINDS[k][0] if k in KINDS else k for k in wanted.split("|"))
            article = "an" if noun[0] in "aeiou" else "a"
            self.tell(KINDS[first][1], f"{call.name}() needs {article} {noun}; none is called {arg.id!r}", arg.pos,
                      self.near(arg.id, wanted))  # fmt: skip
            return arg
        ident = self.names.authority_of[arg.id] if kind == "A" else arg.id
        return replace(arg, id=ident, kind=kind, written=arg.id)

    def on_unary(self, node: Unary, want: str | None) -> Expr:
        kind = "bool" if node.op == "not" else "number"
        return replace(node, item=self.typed(node.item, kind), type=kind)

    def on_binary(self, node: Binary, want: str | None) -> Expr:
        if node.op in ("and", "or"):
            return replace(node, left=self.typed(node.left, "bool"), right=self.typed(node.right, "bool"), type="bool")
        if node.op in ("+", "-", "*", "/"):
            left, right = self.typed(node.left, "number"), self.typed(node.right, "number")
            return replace(node, left=left, right=right, type="number")
        return self.comparison(node)

    def comparison(self, node: Binary) -> Expr:
        left, right = node.left, node.right
        if isinstance(left, Name) and not isinstance(right, Name):
            right = self.typed(right)
            left = self.typed(left, right.type or None)
        else:
            left = self.typed(left)
            right = self.typed(right, left.type or None)
        if left.type in ("authority", "bool") and node.op not in ("==", "!="):
            self.tell("E506", f"{node.op} does not compare two of type {left.type}", node.pos, "use == or !=")
        return replace(node, left=left, right=right, type="bool")

    def on_for(self, node: For, want: str | None) -> Expr:
        return replace(node, item=self.typed(node.item, "bool"))

    def on_count(self, node: Count, want: str | None) -> Expr:
        if not node.items:
            self.tell("E504", "count() needs at least one rule", node.pos)
        return replace(node, items=tuple(self.typed(i, "bool") for i in node.items))

    def on_extreme(self, node: Extreme, want: str | None) -> Expr:
        if len(node.items) != 2:
            self.tell("E504", f"{node.op}() takes 2 arguments, not {len(node.items)}", node.pos)
        return replace(node, items=tuple(self.typed(i, "number") for i in node.items))

    def on_truly(self, node: Truly, want: str | None) -> Expr:
        if not self.truth:
            self.tell("E507", "plans and decisions see what is believed, not what is", node.pos, "remove truly()")
        item = self.typed(node.item, want)
        return replace(node, item=item, type=item.type)


def check(
    tree: Expr, names: Names, *, want: str = "bool", truth: bool = True, inputs: Mapping[str, int] | None = None
) -> tuple[Expr, list[RuleError]]:
    """Return the typed tree and every error in it.

    `want` is its type, `truth` allows truly(), `inputs` are numbers that have a name here (a mechanism's).
    """
    checker = _Checker(names, truth, inputs or {})
    tree = checker.typed(tree, want)
    return tree, checker.errors
