"""Acts, plans, decisions, outside events, promises and assemblies as rows."""
# ruff: noqa: E501 - a table reads best on one line a row

import pytest

from dualpower import words
from dualpower.errors import ScenarioError


def rows_of(problem, first=0, last=None):
    """Acts as mappings from column to value, units spelled out."""
    found = problem.arrays
    names = [name for name in found if name.startswith("act_") and name != "act_units"]
    out = []
    for i in range(first, len(found["act_verb"]) if last is None else last):
        row = {name[4:]: found[name][i].item() for name in names}
        units = found["act_units"][row.pop("unit0") : row.pop("unit1")]
        out.append(row | {"units": [problem.names.units[u] for u in units]})
    return out


@pytest.fixture
def acting(city, compiling):
    """Compile one plan of the blues' staff and return its rows."""

    def run(*acts, who="staff"):
        city["assemblies"] = {
            "congress": {
                "title": {"en": "C"}, "at": "hall", "factions": {"left": {"seats": "10..20", "leans": {"reds": 1}}},
                "motions": {"leave": {"title": {"en": "L"}, "favours": "reds", "then": [{"go": "fort"}], "severity": 0.5}},
            }
        }  # fmt: skip
        city["plans"] = {"p": {"who": who, "when": "true", "do": list(acts)}}
        problem = compiling(city)
        return rows_of(problem, problem.arrays["plan_act0"][0], problem.arrays["plan_act1"][0])

    return run


@pytest.mark.parametrize(
    ("act", "wanted"),
    [
        ({"go": "depot", "with": "guards", "men": "50..100"}, {"site": 3, "units": ["guards"], "site2": -1}),
        ({"hold": "hall"}, {"site": 0, "units": [], "men": -1}),
        ({"assault": "hall", "from": "bridge"}, {"site": 0, "site2": 2}),
        ({"ring": "hall", "with": ["guards", "relief"]}, {"site": 0, "units": ["guards", "relief"]}),
        ({"guard": "fort.side"}, {"site": 1, "other": 2}),
        ({"cut": "phone"}, {"line": 0, "site": -1, "site2": -1}),
        ({"cut": "phone", "between": ["fort", "hall"]}, {"line": 0, "site": 1, "site2": 0}),
        ({"raise": "bridge"}, {"verb": words.ACT_RAISE, "site": 2}),
        ({"arm": "fort", "to": ["relief"]}, {"site": 1, "units": ["relief"], "audience": 0}),
        ({"fetch-guns": 4, "from": "depot", "to": "fort"}, {"count": 4, "site2": 3, "site": 1}),
        ({"withdraw": "hall", "to": "fort"}, {"site": 0, "site2": 1}),
        ({"call-out": "infantry"}, {"units": ["guards", "relief"]}),
        ({"call-out": ["workers-guard"]}, {"units": []}),  # the reds' own, and the blues are their enemies
        ({"call-out": "militia"}, {"units": ["militia", "militia@depot", "militia@bridge"]}),
        ({"strike": "staff", "lasting": "2 h"}, {"units": ["operators", "railmen"], "lasting": 120}),
        ({"cease": True, "to": "greens"}, {"audience": 0b1000}),
        ({"arrest": "club"}, {"other": 1}),
        ({"proclaim": {"en": "Hear"}, "by": "phone"}, {"favours": 2, "news": words.NEWS_PROCLAMATION, "line": 0}),
        (
            {"promise": "bread", "size": -0.5, "due": "1900-01-01 08:00", "to": ["reds", "greens"]},
            {"other": 1, "size": -0.5, "due": 90, "audience": 0b1010},
        ),
        (
            {"demand": "hall", "of": "militia", "assert": "holder(depot) == blues", "terms": ["disarm", "freedom"],
             "within": "25 min", "or": "assault"},
            {"site": 0, "units": ["militia", "militia@depot", "militia@bridge"], "favours": 2, "news": words.NEWS_SEAT,
             "terms": 5, "within": 25, "or": words.ORDER_ASSAULT},
        ),
        (
            {"demand": "hall", "of": "militia", "assert": "holder(bridge) == blues"},
            {"news": words.NEWS_SITE, "or": -1, "terms": 0, "within": -1},
        ),
        ({"ultimatum": "reds", "within": "1 h", "or": "fight"}, {"other": 1, "within": 60, "or": 100}),
        ({"offer-truce": "club", "lasting": "1 d"}, {"other": 1, "lasting": 1440, "news": words.NEWS_OFFER}),
        ({"offer-terms": "militia", "terms": ["dissolve"]}, {"other": 1, "terms": 16}),
        ({"ask": "relief"}, {"other": 6, "units": []}),
        ({"threaten": "greens", "to": ["reds", "staff"]}, {"other": 3, "audience": 0b0110}),
        ({"threaten": "reds"}, {"other": 1, "audience": 0b0010}),
        ({"news": "greens", "weight": "coming", "to": ["guards"]}, {"favours": 3, "news": 2, "audience": 0, "units": ["guards"]}),
        ({"news": "greens", "to": "all", "of": "depot"}, {"favours": 3, "audience": -1, "site": 3}),
        ({"suppress": "reds", "by": "phone"}, {"other": 1, "line": 0}),
        ({"convene": "congress.leave"}, {"other": 0}),
        ({"posture": "fight"}, {"other": words.POSTURE_FIGHT}),
        ({"stance": "hostile", "to": "greens"}, {"count": words.STANCE_HOSTILE, "other": 3}),
        ({"move-seat": "depot"}, {"site": 3}),
        ({"close-rail": "farville", "to": "reds"}, {"site": 4, "audience": 0b10}),
    ],
)  # fmt: skip
def test_each_verb_fills_its_columns(acting, act, wanted):
    (row,) = acting(act)
    verb = next(iter(act))
    assert (row["verb"], row["auth"], row["body"]) == (words.ACTS[verb], 2, 0)
    assert {name: row[name] for name in wanted} == wanted


def test_every_verb_of_the_language_is_lowered():
    from dualpower.compiler.verbs import VERBS
    from dualpower.scenario import acts

    assert set(VERBS) == set(acts.VERBS)


def test_aims_are_a_row_each(acting):
    sites = acting({"aim": ["hall", "depot"]})
    assert [(row["site"], row["other"]) for row in sites] == [(0, -1), (3, -1)]
    (kind,) = acting({"aim": "station"})
    assert (kind["site"], kind["other"]) == (-1, words.SITE_STATION)


def test_a_forged_order_keeps_both_names(acting):
    (row,) = acting({"go": "depot", "with": "guards", "claimed_by": "club"})
    assert (row["auth"], row["claimed"]) == (2, 1)


def test_acts_of_plans_options_motions_and_outside_keep_apart(city, compiling):
    city["plans"] = {
        "slow": {"who": "reds", "when": "blood()", "do": [{"hold": "hall"}, {"posture": "fight"}], "every": "2 h", "until": "settled()"},
        "now": {"who": "club", "when": "now > 1900-01-01 10:00", "do": [{"posture": "wait"}], "priority": 5, "dated": "x"},
    }  # fmt: skip
    city["decisions"] = {
        "choice": {
            "title": {"en": "Choice"}, "who": "staff", "when": "blood() for 30 min",
            "options": {
                "stay": {"title": {"en": "Stay"}, "chance": "0.1..0.3", "history": True},
                "come": {"title": {"en": "Come"}, "chance": 0.6, "do": [{"ask": "relief"}]},
            },
        }
    }  # fmt: skip
    city["outside"] = {
        "train": {"title": {"en": "Train"}, "at": "1900-01-01 12:00", "jitter": "90 min", "when": "alive(blues)",
                  "do": [{"depart": "relief", "to": "depot"}]}
    }  # fmt: skip
    city["promises"] = {
        "old": {"by": "club", "issue": "bread", "size": 0.7, "to": ["blues"], "due": "1900-01-01 07:00"}
    }
    problem = compiling(city)
    found = problem.arrays
    assert problem.plans == ["now", "slow"]
    assert found["plan_auth"].tolist() == [1, 1] and found["plan_body"].tolist() == [1, -1]
    assert found["plan_every"].tolist() == [0, 120] and found["plan_dated"].tolist() == [1, 0]
    assert found["plan_until"][0] == -1 and found["plan_until"][1] >= 0
    spans = [(found[f"{p}_act0"].tolist(), found[f"{p}_act1"].tolist()) for p in ("plan", "opt", "out")]
    assert spans == [([0, 1], [1, 3]), ([3, 3], [3, 4]), ([4], [5])]
    (train,) = rows_of(problem, 4, 5)
    assert (train["auth"], train["units"], train["site"]) == (0, ["relief"], 3)
    assert (found["out_min"].tolist(), found["out_jitter"].tolist()) == ([330], [90]) and found["out_rule"][0] >= 0
    assert found["dec_opt0"].tolist() == [0] and found["dec_opt1"].tolist() == [2] and found["dec_body"].tolist() == [0]
    assert found["opt_history"].tolist() == [1, 0]
    assert [found[f"pr_{n}"].tolist() for n in ("auth", "issue", "size", "due", "audience")] == [
        [1],
        [1],
        [0.7],
        [30],
        [4],
    ]
    (decision,) = problem.decisions
    assert decision.chances == pytest.approx([0.25, 0.75]) and problem.joint_prior_history == pytest.approx(0.25)
    assert [o.history for o in decision.options] == [True, False] and not decision.dated
    assert problem.dated == {"plans.now": "x"}


def test_assemblies(acting, city, compiling):
    acting({"convene": "congress.leave"})
    problem = compiling(city)
    found = problem.arrays
    assert [found[n] for n in ("M", "MO", "FA")] == [1, 1, 1]
    assert found["fact_a"][found["asm_turnout"][0]] == 0.9 and found["asm_site"].tolist() == [0]
    assert (found["mot_favours"][0], found["mot_severity"][0], found["mot_assembly"][0]) == (1, 0.5, 0)
    assert [i for i in found["fac_lean"][0] if i >= 0] == [found["fac_lean"][0, 1]]
    (then,) = rows_of(problem, found["mot_act0"][0], found["mot_act1"][0])
    assert (then["auth"], then["verb"], then["site"]) == (1, words.ACT_GO, 1)


def test_stances_from_outside_name_both(city, compiling):
    city["outside"] = {
        "war": {"title": {"en": "War"}, "at": "1900-01-01 12:00", "do": [{"stance": "hostile", "between": ["reds", "greens"]}]}
    }  # fmt: skip
    (row,) = rows_of(compiling(city))
    assert (row["auth"], row["favours"], row["other"], row["count"]) == (0, 1, 3, words.STANCE_HOSTILE)


def test_a_modifier_no_column_holds_is_refused(acting):
    with pytest.raises(ScenarioError) as caught:
        acting({"ring": "hall", "between": ["hall", "fort"]}, {"news": "reds", "to": ["hall"]})
    assert [p.path for p in caught.value.problems] == ["plans.p.do.0.between", "plans.p.do.1.to"]
