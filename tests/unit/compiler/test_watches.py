import pytest

from dualpower import words

TITLE = {"en": "Mark"}


def part(kind, **fields):
    return {"kind": kind, "record": {"point": 1}, **fields}


@pytest.fixture
def watched(city, compiling):
    def run(**parts):
        city["marks"] = {"m01": {"title": TITLE, "parts": parts}}
        return compiling(city)

    return run


@pytest.mark.parametrize(
    ("made", "ids"),
    [
        (part("time", when="blood()"), [("m01.x", True)]),
        (part("duration", start="blood()", stop="settled()"), [("m01.x:start", True), ("m01.x:stop", True)]),
        (part("number", value="all-dead()"), [("m01.x", False)]),
        (part("number", value="all-dead()", when="settled()"), [("m01.x", True)]),
        (part("ratio", value="dead(reds) / dead(blues)", at="1900-01-01 12:00"), [("m01.x", True)]),
        (part("state", among=["blood()", "settled()"], at="1900-01-01 12:00"), [("m01.x", True)]),
        (part("boolean", that="settled()"), [("m01.x", False)]),
        (part("share", that="assaulted(fort)", given="blood()"), [("m01.x", False), ("m01.x:given", True)]),
        (
            part("order", events={"first": "blood()", "then": "settled()"}),
            [("m01.x:first", True), ("m01.x:then", True)],
        ),
    ],
)
def test_each_kind_of_part_is_watched_under_its_id(watched, made, ids):
    problem = watched(x=made)
    assert [(w.id, w.has_trigger) for w in problem.watches] == ids
    assert problem.arrays["W"] == len(ids)
    triggers = problem.arrays["watch_trigger"].tolist()
    assert [t >= 0 for t in triggers] == [has for _, has in ids]


def test_a_time_has_no_value_and_a_number_has(watched):
    found = watched(x=part("time", when="blood()"), y=part("number", value="all-dead()")).arrays
    assert found["watch_value"][0] == -1 and found["watch_value"][1] >= 0


def test_a_clock_time_is_a_rule_that_holds_from_then_on(watched):
    found = watched(x=part("boolean", that="settled()", at="1900-01-01 12:00")).arrays
    at = int(found["prog_start"][found["watch_trigger"][0]])
    rows = found["code"][at : at + 4].tolist()
    assert rows[0][:2] == [words.OP_ASK, words.ASK_NOW_MIN] and rows[1][0] == words.OP_PUSH
    assert found["const"][rows[1][1]] == 330
    assert [row[0] for row in rows[2:]] == [words.OP_GE, words.OP_END]


def test_a_state_counts_how_many_hold(watched):
    found = watched(x=part("state", among=["blood()", "settled()", "fighting() > 2"])).arrays
    at = int(found["prog_start"][found["watch_value"][0]])
    ops = [row[0] for row in found["code"][at:].tolist()]
    assert ops[: ops.index(words.OP_END)].count(words.OP_ADD) == 2
