"""The machine of rules gives what the rule says: arithmetic, comparison, logic, and questions about the world."""
# ruff: noqa: E501 - a table reads best on one line a row

import random

import pytest
from worlds import problem_of, run, town

NUMBERS = ["0", "1", "2.5", "7", "roll(red-guard)", "present(blue-guard)", "now"]


def number(rng: random.Random, depth: int) -> str:
    if depth == 0 or rng.random() < 0.2:
        return rng.choice(NUMBERS[:6])
    one, two = number(rng, depth - 1), number(rng, depth - 1)
    return rng.choice([f"({one} + {two})", f"({one} - {two})", f"({one} * {two})", f"min({one}, {two})",
                       f"max({one}, {two})", f"({one} / max(1, {two}))"])  # fmt: skip


def truth(rng: random.Random, depth: int) -> str:
    if depth == 0:
        return f"({number(rng, 1)} {rng.choice(['<', '<=', '>', '>=', '==', '!='])} {number(rng, 1)})"
    one, two = truth(rng, depth - 1), truth(rng, depth - 1)
    return rng.choice([f"({one} and {two})", f"({one} or {two})", f"(not {one})"])


def as_python(rule: str) -> float:
    for call, value in (("roll(red-guard)", "400"), ("present(blue-guard)", "400")):
        rule = rule.replace(call, value)
    return float(eval(rule, {"__builtins__": {}, "min": min, "max": max}))  # noqa: S307 - our own arithmetic


def asked(rules: dict[str, str], kind: str, field: str) -> dict[str, float]:
    marks = {
        "all": {
            "title": {"en": "All"}, "assumed": "test",
            "parts": {name: {"kind": kind, field: rule, "record": {"band": [0, 1]} if kind == "boolean" else {"point": 1}}
                      for name, rule in rules.items()},
        }
    }  # fmt: skip
    problem = problem_of(town(marks=marks, end="1900-01-01 06:05"))
    block = run(problem)
    return {watch.id: block.watch_val[0, i] for i, watch in enumerate(problem.watches)}


def test_random_sums_and_products():
    rng = random.Random(1)
    rules = {f"r{i}": number(rng, 4) for i in range(60)}
    found = asked(rules, "number", "value")
    for name, rule in rules.items():
        assert found[f"all.{name}"] == pytest.approx(as_python(rule), rel=1e-12), rule


def test_random_truths():
    rng = random.Random(2)
    rules = {f"r{i}": truth(rng, 3) for i in range(60)}
    found = asked(rules, "boolean", "that")
    for name, rule in rules.items():
        assert found[f"all.{name}"] == as_python(rule), rule


def test_count_says_how_many_hold():
    found = asked({"some": "count(roll(red-guard) == 400, 1 > 2, present(red-guard) > 0)"}, "number", "value")
    assert found["all.some"] == 2.0


def test_true_for_so_long():
    """``for`` waits: a rule true from the start is true for six hours after six hours, not before."""
    marks = {"long": {"title": {"en": "Long"}, "assumed": "test", "parts": {
        "six": {"kind": "time", "when": "alive(reds) for 6 h", "record": {"point": "1900-01-01 12:00"}},
        "never": {"kind": "time", "when": "alive(reds) for 30 h", "record": {"point": "1900-01-01 12:00"}},
    }}}  # fmt: skip
    problem = problem_of(town(marks=marks))
    block = run(problem)
    minutes = {watch.id: int(block.watch_min[0, i]) for i, watch in enumerate(problem.watches)}
    assert minutes["long.six"] in range(360, 376)
    assert minutes["long.never"] == -1
