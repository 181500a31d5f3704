"""What people wait for: the small rule language in which conditions, marks and outcomes are written.

``encircled(kremlin) and hours-without-word(garrison, committee) > 6 for 2 h`` is parsed here into
a small frozen tree and checked for types and names. Nothing is evaluated here; the compiler
lowers the tree to the engine's stack machine. The language is total: no loops, no names from
outside, bounded length, depth and size, and every rule has one type.

The tree
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

Types: number, bool, authority, posture, minutes. Precedence, loosest first: or, and, not, for,
comparison, + -, * /, unary minus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from dualpower import words
from dualpower.clock import MINUTES, Clock
from dualpower.errors import DualpowerError, near

MAX_LENGTH = 2000
MAX_DEPTH = 32
MAX_NODES = 400

KINDS = {
    "S": ("site", "E211"),
    "G": ("gate", "E212"),
    "U": ("unit", "E213"),
    "A": ("authority or body", "E210"),
    "L": ("line", "E214"),
    "I": ("issue", "E215"),
    "K": ("kind of stock", "E218"),
    "X": ("plan, decision or outside event", "E217"),
    "D": ("decision", "E217"),
    "O": ("option", "E217"),
    "M": ("motion (assembly.motion)", "E216"),
    "F": ("faction (assembly.faction)", "E216"),
    "SK": ("kind of site", "E218"),
    "P": ("posture", "E218"),
}


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


@dataclass(frozen=True)
class Signature:
    """One way to call a function: kinds of argument, type of the answer, its bounds and meaning."""

    name: str
    args: tuple[str, ...]
    result: str
    ask: int
    low: float
    high: float
    meaning: str


_INF = float("inf")


def _sign(name: str, args: str, result: str, ask: int, meaning: str, high: float = _INF) -> Signature:
    return Signature(name, tuple(args.split()), result, ask, 0.0, 1.0 if result == "bool" else high, meaning)


_TABLE = (
    _sign("now", "", "minutes", words.ASK_NOW_MIN, "the clock; compare it with a clock time"),
    _sign("holder", "S", "authority", words.ASK_HOLDER, "who holds the site; none if nobody"),
    _sign("taken", "S A", "bool", words.ASK_TAKEN, "the site has at some time changed hands to A"),
    _sign("yielded", "S A", "bool", words.ASK_TAKEN_BY_YIELDING, "it changed hands to A by terms, without an assault"),
    _sign("assaulted", "S", "bool", words.ASK_ASSAULTED, "the site has been assaulted"),
    _sign("shelled", "S", "bool", words.ASK_SHELLED, "the site has been shelled"),
    _sign("entered", "S", "bool", words.ASK_ENTERED, "somebody got in through one of its gates"),
    _sign("encircled", "S", "bool", words.ASK_ENCIRCLED, "every way out of the site is kept"),
    _sign("contested", "S", "bool", words.ASK_CONTESTED, "hostile men are at the site"),
    _sign("guarded", "G", "bool", words.ASK_GUARDED, "somebody stands at the gate"),
    _sign("open", "L", "bool", words.ASK_OPEN_LINE, "the line carries calls"),
    _sign("present", "U", "number", words.ASK_PRESENT, "men of the unit who are there"),
    _sign("standing", "U A", "number", words.ASK_STANDING, "men of the unit on A's side"),
    _sign("acting", "A", "number", words.ASK_ACTING, "men who obey A now"),
    _sign("acting", "A S", "number", words.ASK_ACTING_AT, "men at the site who obey A now"),
    _sign("armed", "A", "number", words.ASK_ARMED, "armed men on A's side"),
    _sign("volunteers", "A", "number", words.ASK_VOLUNTEERS, "volunteers who turned out for A so far"),
    _sign("roll", "U", "number", words.ASK_ROLL, "men of the unit on paper"),
    _sign("at", "U S", "bool", words.ASK_AT, "the unit is at the site"),
    _sign("arrived", "U", "bool", words.ASK_ARRIVED, "the unit has come from outside"),
    _sign("outside-men", "A", "number", words.ASK_OUTSIDE_MEN, "men who came to A from outside"),
    _sign("outside-bodies", "A", "number", words.ASK_OUTSIDE_BODIES, "units that came to A from outside"),
    _sign("dead", "A", "number", words.ASK_DEAD, "men of A killed"),
    _sign("dead-at", "S A|all", "number", words.ASK_DEAD_AT, "men of A, or of all, killed at the site"),
    _sign("captive", "A", "number", words.ASK_CAPTIVE, "men of A who are prisoners"),
    _sign("bystanders-dead", "", "number", words.ASK_BYSTANDERS_DEAD, "bystanders killed"),
    _sign("all-dead", "", "number", words.ASK_ALL_DEAD, "all killed, bystanders too"),
    _sign("shot-disarmed", "", "number", words.ASK_SHOT_DISARMED, "men shot after they had laid down arms"),
    _sign("blood", "", "bool", words.ASK_BLOOD, "the first shot has been fired"),
    _sign("blood-dead", "", "number", words.ASK_BLOOD_DEAD, "killed in the first hour of fire"),
    _sign("hours-since-fire", "", "number", words.ASK_HOURS_SINCE_FIRE, "hours since the last fire; 1e9 before any"),
    _sign("fighting", "", "number", words.ASK_FIGHTING, "sites under fire now"),
    _sign("winning", "U|A A", "number", words.ASK_WINNING, "the chance it gives A to prevail, 0-1", 1.0),
    _sign("trust", "U|A A", "number", words.ASK_TRUST, "how far it trusts A, 0-1", 1.0),
    _sign("hours-without-word", "U A", "number", words.ASK_HOURS_WITHOUT_WORD, "hours since it last heard from A"),
    _sign("isolation", "U", "number", words.ASK_ISOLATION, "how cut off the unit is, 0-2", 2.0),
    _sign("hardship", "U", "number", words.ASK_HARDSHIP, "hunger, sleeplessness and cold, from 0"),
    _sign("done", "X", "bool", words.ASK_DONE, "the plan, decision or outside event has happened"),
    _sign("hours-since", "X", "number", words.ASK_HOURS_SINCE, "hours since it happened; 1e9 before"),
    _sign("chose", "D O", "bool", words.ASK_CHOSE, "the decision fell on this option"),
    _sign("truce", "A A", "bool", words.ASK_TRUCE, "a truce holds between the two"),
    _sign("settled", "", "bool", words.ASK_SETTLED, "terms that end the fight are agreed"),
    _sign("demanded", "S", "bool", words.ASK_DEMANDED, "the site has been demanded"),
    _sign("kept", "A", "number", words.ASK_KEPT, "promises that A has kept"),
    _sign("broken", "A", "number", words.ASK_BROKEN, "promises that A has broken"),
    _sign("promised", "A I", "bool", words.ASK_PROMISED, "A has promised something on the issue"),
    _sign("votes", "M", "number", words.ASK_VOTES, "share of votes for the motion, 0-1", 1.0),
    _sign("passed", "M", "bool", words.ASK_PASSED, "the motion has passed"),
    _sign("walked-out", "F", "bool", words.ASK_WALKED_OUT, "the faction has walked out"),
    _sign("stock", "S K", "number", words.ASK_STOCK, "what is left of the stock at the site"),
    _sign("found", "K", "number", words.ASK_FOUND, "amount found by search so far"),
    _sign("guns-at", "S A", "number", words.ASK_GUNS_AT, "guns of A at the site"),
    _sign("guns-of", "A", "number", words.ASK_GUNS_OF, "guns of A"),
    _sign("striking", "U", "number", words.ASK_STRIKING, "share of the staff that does not serve, 0-1", 1.0),
    _sign("posture", "A", "posture", words.ASK_POSTURE, "wait, occupy or fight, in this order"),
    _sign("alive", "A", "bool", words.ASK_ALIVE, "the authority has not ended"),
    _sign("seat-held", "A", "bool", words.ASK_SEAT_HELD, "the authority holds its own seat"),
    _sign("held", "A SK|any", "number", words.ASK_HELD, "sites of the kind, or of any, that A holds"),
    _sign("reported-damage", "", "number", words.ASK_REPORTED_DAMAGE, "harm to buildings as told"),
    _sign("damage", "", "number", words.ASK_DAMAGE, "harm to buildings as it is"),
)
SIGNATURES: dict[str, tuple[Signature, ...]] = {
    name: tuple(s for s in _TABLE if s.name == name) for name in dict.fromkeys(s.name for s in _TABLE)
}
FORMS = ("count", "min", "max", "truly")
RESERVED = frozenset({"and", "or", "not", "for", "true", "false", "none", "now", "all", "any", *words.POSTURES})


@dataclass(frozen=True)
class Names:
    """Every name a rule may use, by kind. ``authority_of`` maps authorities and bodies to authorities."""

    kinds: Mapping[str, frozenset[str]]
    authority_of: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def kind_of(self, word: str, wanted: str) -> str | None:
        """Return which of the kinds in ``U|A`` the word is, or None."""
        for kind in wanted.split("|"):
            if kind in ("all", "any"):
                if word == kind:
                    return kind.upper()
            elif word in (self.authority_of if kind == "A" else self.kinds.get(kind, ())):
                return kind
        return None

    def known(self, wanted: str) -> list[str]:
        """Return all words that ``U|A`` allows."""
        found: list[str] = []
        for kind in wanted.split("|"):
            found += (
                [kind] if kind in ("all", "any") else self.authority_of if kind == "A" else self.kinds.get(kind, ())
            )
        return found


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
    def __init__(self, names: Names, truth: bool) -> None:
        self.names, self.truth = names, truth
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
        if want == "posture" and node.id in words.POSTURES:
            return replace(node, kind="P", written=node.id, type="posture")
        if node.id in self.names.authority_of:
            return replace(node, id=self.names.authority_of[node.id], kind="A", written=node.id, type="authority")
        if node.id in words.POSTURES:
            return replace(node, kind="P", written=node.id, type="posture")
        if node.id in SIGNATURES:
            self.tell("E504", f"{node.id} is a function and needs brackets", node.pos, f"{node.id}(...)")
        else:
            self.tell("E210", f"no authority or body is called {node.id!r}", node.pos, self.near(node.id, "A"))
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
            self.tell(KINDS[first][1], f"{call.name}() needs a {noun}; none is called {arg.id!r}", arg.pos,
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


def check(tree: Expr, names: Names, *, want: str = "bool", truth: bool = True) -> tuple[Expr, list[RuleError]]:
    """Return the typed tree and every error in it. `want` is its type, `truth` allows truly()."""
    checker = _Checker(names, truth)
    tree = checker.typed(tree, want)
    return tree, checker.errors


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
