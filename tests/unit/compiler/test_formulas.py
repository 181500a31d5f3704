"""Programs are run by a small machine here and compared with the tree read directly."""

import operator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpower import words
from dualpower.compiler.formulas import Formulas, TooDeepError
from dualpower.scenario import rules
from dualpower.scenario.rules import Binary, Call, Count, Extreme, For, Literal, Truly, Unary

OPS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": lambda a, b: a / b if b else 0.0,
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    "and": lambda a, b: bool(a) and bool(b), "or": lambda a, b: bool(a) or bool(b),
}  # fmt: skip
MACHINE = {
    words.OP_ADD: "+", words.OP_SUB: "-", words.OP_MUL: "*", words.OP_DIV: "/", words.OP_LT: "<", words.OP_LE: "<=",
    words.OP_GT: ">", words.OP_GE: ">=", words.OP_EQ: "==", words.OP_NE: "!=", words.OP_AND: "and", words.OP_OR: "or",
}  # fmt: skip


def answer(ask, b, c):
    """A world that answers every question with some small number, always the same."""
    return float((ask * 31 + b * 7 + c * 3) % 5)


def run(code, const, at, since, now=0, world=answer):
    """Run a program from `at`; `since` is the memory of lasting conditions. Returns (value, deepest stack)."""
    stack, deepest = [], 0
    while True:
        op, a, b, c = (int(x) for x in code[at])
        at += 1
        if op == words.OP_END:
            assert len(stack) == 1
            return stack[0], deepest
        if op == words.OP_PUSH:
            stack.append(float(const[a]))
        elif op == words.OP_ASK:
            stack.append(world(a, b, c))
        elif op == words.OP_SKIP_FALSE:
            at += a if not stack[-1] else 0
        elif op == words.OP_SKIP_TRUE:
            if stack[-1]:
                stack[-1], at = 1.0, at + a
        elif op == words.OP_NOT:
            stack.append(float(not stack.pop()))
        elif op == words.OP_NEG:
            stack.append(-stack.pop())
        elif op == words.OP_FOR:
            since[a] = since.get(a, now) if stack.pop() else None
            if since[a] is None:
                del since[a]
            stack.append(float(a in since and now - since[a] >= b))
        else:
            right, left = stack.pop(), stack.pop()
            two = {words.OP_MIN: min, words.OP_MAX: max}.get(op) or OPS[MACHINE[op]]
            stack.append(float(two(left, right)))
        deepest = max(deepest, len(stack))


def read(node):
    """Read a tree directly; lasting conditions of no length."""
    match node:
        case Literal():
            return 0.0 if node.value is None else float(node.value)
        case Call():
            codes = [code_of(node, i) if i < len(node.args) else -1 for i in (0, 1)]
            return answer(node.ask, *(codes[::-1] if node.ask == words.ASK_ACTING_AT else codes))
        case Unary():
            return float(not read(node.item)) if node.op == "not" else -read(node.item)
        case Binary():
            return float(OPS[node.op](read(node.left), read(node.right)))
        case Count():
            return float(sum(read(i) for i in node.items))
        case Extreme():
            return (min if node.op == "min" else max)(read(i) for i in node.items)
        case For() | Truly():
            return read(node.item)
    raise AssertionError(node)


def code_of(call, position):
    return len(call.args[position].id) + position


numbers = st.integers(-3, 3).map(lambda n: Literal(float(n), "number"))
asks = st.tuples(st.integers(0, 59), st.lists(st.sampled_from("abcdef"), max_size=2)).map(
    lambda pair: Call("f", tuple(rules.Name(n * 2, "S") for n in pair[1]), pair[0], "number")
)
trees = st.recursive(
    numbers | asks,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(sorted(OPS)), inner, inner).map(lambda t: Binary(*t)),
        st.tuples(st.sampled_from(["not", "-"]), inner).map(lambda t: Unary(*t)),
        st.tuples(st.sampled_from(["min", "max"]), st.tuples(inner, inner)).map(lambda t: Extreme(*t)),
        st.lists(inner.map(lambda i: Binary(">", i, Literal(0.0, "number"))), min_size=1, max_size=4).map(
            lambda items: Count(tuple(items))
        ),
        inner.map(Truly),
        inner.map(lambda i: For(Binary(">", i, Literal(0.0, "number")), 0.0)),
    ),
    max_leaves=25,
)


@given(st.lists(trees, min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_programs_say_what_their_trees_say(found):
    formulas = Formulas(code_of)
    numbers = [formulas.add(tree) for tree in found]
    made = formulas.arrays()
    for number, tree in zip(numbers, found, strict=True):
        value, deepest = run(made["code"], made["const"], int(made["prog_start"][number]), {})
        assert value == pytest.approx(read(tree))
        assert deepest <= 60


def test_what_is_already_decided_is_not_asked():
    formulas = Formulas(code_of)
    blood, truce = Call("blood", (), words.ASK_BLOOD, "bool"), Call("settled", (), words.ASK_SETTLED, "bool")
    rule_numbers = [formulas.add(Binary(op, blood, truce)) for op in ("and", "or")]
    rule_numbers.append(formulas.add(Binary("and", blood, For(truce, 10.0))))
    made, asked = formulas.arrays(), []
    for number, truth in zip(rule_numbers, (0.0, 2.0, 0.0), strict=True):
        said = {words.ASK_BLOOD: truth, words.ASK_SETTLED: 0.0}
        at = int(made["prog_start"][number])
        value, _ = run(made["code"], made["const"], at, {}, world=lambda a, *_: asked.append(a) or said[a])  # noqa: B023
        assert value == float(bool(truth))
    assert asked == [words.ASK_BLOOD, words.ASK_BLOOD, words.ASK_BLOOD, words.ASK_SETTLED]


def test_lasting_conditions_have_memories_of_their_own():
    formulas = Formulas(code_of)
    blood = Call("blood", (), words.ASK_BLOOD, "bool")
    formulas.add(Binary("and", For(blood, 30.0), For(Unary("not", blood), 10.0)))
    formulas.add(For(blood, 30.0))
    made, since = formulas.arrays(), {}
    assert made["FOR"] == 3
    program = int(made["prog_start"][1])
    truth = [0, 1, 1, 1, 0, 1, 1, 1, 1]
    values = [
        run(made["code"], made["const"], program, since, now=10 * i, world=lambda *_: float(truth[i]))[0]  # noqa: B023
        for i in range(len(truth))
    ]
    assert values == [0, 0, 0, 0, 0, 0, 0, 0, 1]


def test_a_rule_with_too_much_in_its_head_is_refused():
    formulas = Formulas(code_of)
    tree = Literal(1.0, "number")
    for _ in range(59):
        tree = Binary("+", Literal(1.0, "number"), tree)
    assert formulas.add(tree) == 0
    with pytest.raises(TooDeepError):
        formulas.add(Binary("+", Literal(1.0, "number"), tree))
    assert len(formulas.starts) == 1 and formulas.code[-1][0] == words.OP_END


def asked(problem, rule_number):
    """The questions (ask, b, c) of a program."""
    at, found = int(problem.arrays["prog_start"][rule_number]), []
    while problem.arrays["code"][at, 0] != words.OP_END:
        if problem.arrays["code"][at, 0] == words.OP_ASK:
            found.append(tuple(problem.arrays["code"][at, 1:].tolist()))
        at += 1
    return found


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("taken(fort, club)", (words.ASK_TAKEN, 1, 1)),
        ("at(relief, depot)", (words.ASK_AT, 6, 3)),
        ("present(militia) > 1", (words.ASK_PRESENT, 1, -1)),
        ("guarded(fort.side)", (words.ASK_GUARDED, 2, -1)),
        ("open(boys)", (words.ASK_OPEN_LINE, 1, -1)),
        ("winning(relief, blues) > 0.5", (words.ASK_WINNING, 6, 2)),
        ("winning(greens, blues) > 0.5", (words.ASK_WINNING, -4, 2)),
        ("trust(staff, reds) > 0.5", (words.ASK_TRUST, -3, 1)),
        ("stock(fort, food) > 1", (words.ASK_STOCK, 1, words.STOCK_FOOD)),
        ("found(rifles) > 1", (words.ASK_FOUND, words.STOCK_RIFLES, -1)),
        ("held(blues, station) > 1", (words.ASK_HELD, 2, words.SITE_STATION)),
        ("held(blues, any) > 1", (words.ASK_HELD, 2, -1)),
        ("dead-at(fort, all) > 1", (words.ASK_DEAD_AT, 1, -1)),
        ("dead-at(fort, reds) > 1", (words.ASK_DEAD_AT, 1, 1)),
        ("acting(reds) > 1", (words.ASK_ACTING, 1, -1)),
        ("acting(reds, depot) > 1", (words.ASK_ACTING_AT, 3, 1)),
        ("promised(reds, bread)", (words.ASK_PROMISED, 1, 1)),
        ("chose(second, right)", (words.ASK_CHOSE, 1, 3)),
        ("done(late)", (words.ASK_DONE, 1, -1)),
        ("done(second)", (words.ASK_DONE, 100_001, -1)),
        ("hours-since(rain) > 1", (words.ASK_HOURS_SINCE, 200_000, -1)),
        ("votes(congress.leave) > 0.5", (words.ASK_VOTES, 0, -1)),
        ("walked-out(congress.right)", (words.ASK_WALKED_OUT, 1, -1)),
        ("blood()", (words.ASK_BLOOD, -1, -1)),
    ],
)
def test_names_in_rules_become_codes(city, compiling, rule, wanted):
    option = {"title": {"en": "O"}, "chance": 0.5}
    decision = {"title": {"en": "D"}, "who": "reds", "when": "true", "options": {"left": option, "right": option}}
    city["decisions"] = {"first": decision, "second": decision}
    act = [{"posture": "fight"}]
    city["plans"] = {
        "late": {"who": "reds", "when": "true", "do": act, "priority": -1},
        "early": {"who": "club", "when": "true", "do": act, "priority": 3},
    }
    city["outside"] = {"rain": {"title": {"en": "Rain"}, "at": "1900-01-01 10:00", "do": [{"news": "reds"}]}}
    city["assemblies"] = {
        "congress": {
            "title": {"en": "C"}, "at": "hall", "factions": {"left": {"seats": 10}, "right": {"seats": 10}},
            "motions": {"leave": {"title": {"en": "L"}, "favours": "reds"}},
        }
    }  # fmt: skip
    city["outcomes"]["reds-win"]["when"] = rule
    problem = compiling(city)
    assert problem.plans == ["early", "late"]
    assert asked(problem, problem.arrays["outcome_rule"][0]) == [wanted]


def test_authorities_postures_and_times_are_constants(city, compiling):
    city["outcomes"]["reds-win"]["when"] = (
        "holder(fort) == staff and posture(reds) >= occupy and now > 1900-01-01 07:30 and holder(hall) != none"
    )
    found = compiling(city).arrays
    at = int(found["prog_start"][found["outcome_rule"][0]])
    pushed = [found["const"][row[1]] for row in found["code"][at:] if row[0] == words.OP_PUSH]
    assert pushed == [2.0, float(words.POSTURE_OCCUPY), 60.0, 0.0]
