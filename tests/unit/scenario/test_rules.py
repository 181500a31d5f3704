import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpower import words
from dualpower.clock import Clock
from dualpower.scenario import rules
from dualpower.scenario.rules import Binary, Call, Count, For, Literal, Name, RuleError, Unary

NAMES = rules.Names(
    {"S": frozenset({"fort"}), "U": frozenset({"guard"}), "G": frozenset({"fort.sea-gate"}), "X": frozenset({"ship"}),
     "D": frozenset({"begin"}), "O": frozenset({"storm"}), "SK": frozenset(words.SITES), "K": frozenset(words.STOCKS)},
    {"crown": "crown", "captain": "crown", "council": "council"},
    {"begin": frozenset({"storm"})},
)  # fmt: skip
CLOCK = Clock.at("1848-03-01 00:00", "gregorian")


def typed(text: str, **options):
    tree, errors = rules.check(rules.parse(text, CLOCK), NAMES, **options)
    assert not errors, errors
    return tree


def codes(text: str, **options) -> list[str]:
    try:
        return [e.code for e in rules.check(rules.parse(text, CLOCK), NAMES, **options)[1]]
    except RuleError as error:
        return [error.code]


def test_a_condition_becomes_a_typed_tree():
    tree = typed("not blood() and holder(fort) == captain")
    assert isinstance(tree, Binary) and tree.op == "and" and tree.type == "bool"
    assert isinstance(tree.left, Unary) and isinstance(tree.left.item, Call)
    assert tree.left.item.ask == words.ASK_BLOOD
    right = tree.right.right
    assert isinstance(right, Name) and (right.id, right.kind, right.written) == ("crown", "A", "captain")


def test_or_binds_loosest_then_and_then_not_then_for():
    assert rules.write(typed("true or false and not blood() for 2 h")) == (
        "(true or (false and (not (blood() for 120 min))))"
    )
    assert rules.write(typed("1 + 2 * 3 - 4 < 5", want="bool")) == "(((1 + (2 * 3)) - 4) < 5)"


def test_a_duration_is_hours_and_a_clock_time_is_minutes():
    tree = typed("hours-since(ship) > 90 min and now >= 1848-03-02 00:00")
    assert tree.left.right == Literal(1.5, "number", 20)
    assert tree.right.right.value == 1440.0
    assert rules.reads_clock(tree)
    assert not rules.reads_clock(tree.left)
    assert rules.reads_clock(tree.left, {"ship"})


def test_a_minus_subtracts_only_with_spaces():
    assert codes("present(guard) - 3 > 1") == []
    assert codes("present(guard-3) > 1") == ["E213"]


def test_one_function_may_be_asked_in_two_ways():
    assert typed("acting(crown) > 1").left.ask == words.ASK_ACTING
    assert typed("acting(crown, fort) > 1").left.ask == words.ASK_ACTING_AT
    assert typed("dead-at(fort, all) > 1").left.args[1].kind == "ALL"
    assert typed("held(crown, bridge) > held(crown, any)").left.args[1].kind == "SK"


def test_postures_compare_in_order():
    assert typed("posture(crown) >= occupy").right.kind == "P"
    assert typed("occupy == posture(crown)").left.kind == "P"


def test_count_and_for_are_nodes_of_their_own():
    tree = typed("count(blood(), settled()) >= 1 for 3 h")
    assert isinstance(tree, For) and tree.minutes == 180.0
    assert isinstance(tree.item.left, Count)


@pytest.mark.parametrize(("text", "code"), [
    ("", "E501"), ("(", "E501"), ("1 <", "E501"), ("a b", "E501"), ("1 < 2 < 3", "E501"), ("blood() for ever", "E501"),
    ("x = 1", "E501"), ("blod()", "E503"), ("blood", "E504"), ("blood(fort)", "E504"), ("encircled(1)", "E505"),
    ("holder(fort) < crown", "E506"), ("holder(fort)", "E506"), ("now > 3", "E506"), ("not 3", "E506"),
    ("holder(forth) == crown", "E211"), ("holder(fort) == crwn", "E210"), ("guarded(fort.land-gate)", "E212"),
    ("chose(begin, wait)", "E217"), ("stock(fort, rifle) > 1", "E218"), ("now > 1848-02-30 00:00", "E401"),
    ("not " * 40 + "true", "E502"), ("(" * 40 + "true" + ")" * 40, "E502"), ("true and " * 300 + "true", "E502"),
])  # fmt: skip
def test_a_wrong_rule_has_its_code(text, code):
    assert codes(text) == [code]


def test_belief_may_not_ask_for_the_truth():
    assert codes("truly(blood())", truth=False) == ["E507"]
    assert codes("truly(blood())") == []


def test_a_near_miss_is_proposed_at_its_column():
    _, errors = rules.check(rules.parse("blood() and holder(forth) == crown"), NAMES)
    assert errors[0].pos == 19
    assert errors[0].hint == "did you mean fort?"


def test_every_observable_has_a_function_and_every_function_an_observable():
    asked = {sign.ask for signs in rules.SIGNATURES.values() for sign in signs}
    assert asked == set(words.ASKS.values())


def test_what_is_written_parses_to_the_same_meaning():
    tree = typed("count(blood(), not settled()) + 1 > -2 and posture(crown) == wait or holder(fort) == none")
    assert rules.write(typed(rules.write(tree))) == rules.write(tree)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from([
    "holder", "fort", "crown", "(", ")", ",", " ", "and ", "or ", "not ", "for ", "3", "2 h", "<", "==", "+", " - ",
    "none", "count", "min", "truly", "now", "1848-03-01 05:00", "guard", "fort.sea-gate", "true", "wait",
    ".", "é", "\n",
]), max_size=25).map("".join))  # fmt: skip
def test_no_rule_raises_anything_but_a_rule_error(text):
    caught = None
    try:
        rules.check(rules.parse(text, CLOCK), NAMES)
    except RuleError as error:
        caught = error
    assert caught is None or caught.code in {"E501", "E502", "E504", "E505", "E401"}
    assert caught is None or 0 <= caught.pos <= len(text)
