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
from dualpower.saying import cure, noun_of, say
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
            word = {"&": "and", "|": "or", "!": "not"}.get(bad)
            hint = cure("write-equals") if bad == "=" else cure("write-word", word=word) if word else None
            raise RuleError("E501", say("E501-sign", sign=repr(bad)), at, hint)
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
            hint = cure("quote-comma", list="[...]") if kind == "end" else None
            raise RuleError("E501", say("E501-expected", wanted=repr(text), found=_found(found)), pos, hint)

    def made(self, node: Expr) -> Expr:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise RuleError("E502", say("E502-parts", most=MAX_NODES), node.pos, cure("split-rule"))
        return node

    def deeper(self, pos: int) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise RuleError("E502", say("E502-levels", most=MAX_DEPTH), pos, cure("split-rule"))

    def whole(self) -> Expr:
        tree = self.either()
        kind, text, pos = self.next()
        if kind != "end":
            raise RuleError("E501", say("E501-here", found=repr(text)), pos, cure("brackets"))
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
                raise RuleError("E501", say("E501-for"), where)
            tree = self.made(For(tree, round(_hours(text) * 60.0, 6), pos=pos))
        return tree

    def compared(self) -> Expr:
        left = self.chain(("+", "-"), "product")
        if self.peek(*_COMPARE):
            _, op, pos = self.next()
            left = self.made(Binary(op, left, self.chain(("+", "-"), "product"), pos=pos))
            if self.peek(*_COMPARE):
                raise RuleError("E501", say("E501-chain"), self.tokens[self.at][2], cure("join-and"))
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
        raise RuleError("E501", say("E501-here", found=_found(text)), pos)

    def minutes(self, text: str, pos: int) -> float:
        if self.clock is None:
            return 0.0
        try:
            return float(self.clock.minutes(text))
        except ValueError as error:
            raise RuleError("E401", error.args[0], pos) from None

    def word(self, text: str, pos: int) -> Expr:
        if text in ("true", "false"):
            return self.made(Literal(float(text == "true"), "bool", pos))
        if text == "none":
            return self.made(Literal(None, "authority", pos))
        if text == "now":
            return self.made(Call("now", (), pos=pos))
        if text in RESERVED and text not in words.POSTURES:
            raise RuleError("E501", say("E501-here", found=repr(text)), pos)
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
                raise RuleError("E504", say("E504-truly"), pos)
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
                    raise RuleError("E505", say("E505-name", found=_found(text)), pos)
                found.append(self.made(Name(text, pos=pos)))
            if not self.peek(","):
                return found
            self.next()


def _found(text: str) -> str:
    """Return what was found in a rule: the text in quotation marks, or that the rule is over."""
    return repr(text) if text else say("the-end")


def _hours(text: str) -> float:
    digits = text.rstrip("minhd ").strip()
    return float(digits) * MINUTES[text[len(digits) :].strip()] / 60.0


def parse(text: str, clock: Clock | None = None) -> Expr:
    """Return the tree of a rule, names not yet known. Raises RuleError with a code and a column.

    Without a clock, clock times are read as minute 0.
    """
    if len(text) > MAX_LENGTH:
        raise RuleError("E502", say("E502-long", most=str(MAX_LENGTH)), 0, cure("split-rule"))
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
            types = {"wanted": say(f"type-{want}"), "found": say(f"type-{node.type}")}
            self.tell("E506", say("E506-type", **types), node.pos)
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
            self.tell("E504", say("E504-brackets", name=node.id), node.pos, f"{node.id}(...)")
        else:
            hint = near(node.id, self.inputs) if self.inputs else self.near(node.id, "A")
            self.tell("E210", say("E210-none", noun=noun_of("A"), word=repr(node.id)), node.pos, hint)
        return node

    def near(self, word: str, wanted: str) -> str | None:
        return near(word, self.names.known(wanted))

    def on_call(self, node: Call, want: str | None) -> Expr:
        choices = SIGNATURES.get(node.name)
        if choices is None:
            hint = near(node.name, [*SIGNATURES, *FORMS])
            self.tell("E503", say("E503-function", name=repr(node.name)), node.pos, hint)
            return node
        fitting = [s for s in choices if len(s.args) == len(node.args)]
        if not fitting:
            need = tuple(len(s.args) for s in choices)
            self.tell("E504", say("E504-number", name=node.name, need=need, n=len(node.args)), node.pos)
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
            nouns = tuple(noun_of(one) for one in wanted.split("|"))
            message = say("E210-rule", noun=nouns, word=repr(arg.id), function=call.name)
            self.tell(KINDS[first], message, arg.pos, self.near(arg.id, wanted))
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
            message = say("E506-compare", sign=node.op, type=say(f"type-{left.type}"))
            self.tell("E506", message, node.pos, cure("use-equals"))
        return replace(node, left=left, right=right, type="bool")

    def on_for(self, node: For, want: str | None) -> Expr:
        return replace(node, item=self.typed(node.item, "bool"))

    def on_count(self, node: Count, want: str | None) -> Expr:
        if not node.items:
            self.tell("E504", say("E504-count"), node.pos)
        return replace(node, items=tuple(self.typed(i, "bool") for i in node.items))

    def on_extreme(self, node: Extreme, want: str | None) -> Expr:
        if len(node.items) != 2:
            self.tell("E504", say("E504-two", name=node.op, n=len(node.items)), node.pos)
        return replace(node, items=tuple(self.typed(i, "number") for i in node.items))

    def on_truly(self, node: Truly, want: str | None) -> Expr:
        if not self.truth:
            self.tell("E507", say("E507-truly"), node.pos, cure("no-truly"))
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
