import pytest

from dualpower.evidence.claim import Claim, Spread, read_quantity
from dualpower.evidence.ledger import audit
from dualpower.evidence.sources import shared


@pytest.mark.parametrize(("text", "spread"), [
    (1500, Spread("fixed", 1500.0)), ("1500", Spread("fixed", 1500.0)), ("600..1000", Spread("uniform", 600.0, 1000.0)),
    ("-1.5..-.5", Spread("uniform", -1.5, -0.5)), ("30..300 mode 80", Spread("triangular", 30.0, 300.0, 80.0)),
    ("about 800 +- 200", Spread("normal", 800.0, 200.0)), ("about -1 ± .3", Spread("normal", -1.0, 0.3)),
    ("5..5", Spread("fixed", 5.0)),
])  # fmt: skip
def test_a_quantity_is_written_four_ways(text, spread):
    assert read_quantity(text) == spread


@pytest.mark.parametrize(
    "text", ["some", "5..3", "1..2 mode 9", "about 5", "1..2..3", "50,000", "1_000", "", "about 1 +- -2"]
)
def test_a_bad_quantity_is_refused(text):
    with pytest.raises(ValueError, match=r"quantity|backwards|outside|negative"):
        read_quantity(text)


def test_the_middle_of_a_quantity():
    assert [read_quantity(t).middle for t in (7, "2..4", "0..10 mode 1", "about 3 +- 1")] == [7.0, 3.0, 1.0, 3.0]


def test_conflicting_readings_widen_a_lone_value():
    others = [{"work": "b", "says": "fewer", "low": 40, "high": 60}, {"work": "c", "says": "more", "low": 120}]
    claim = Claim(says="so many", value=100, work="a", conflicts=others)
    assert claim.spread() == Spread("triangular", 40.0, 120.0, 100.0)


def test_a_claim_without_a_number_has_no_spread():
    assert Claim(says="on a Sunday", reading="Sunday", work="a").spread() is None


CLAIMS = {"seen": Claim(says="yes", work="a", trust="seen"), "weak": Claim(says="perhaps", work="b")}


def test_a_number_rests_on_its_own_claim_before_its_nouns():
    data = {"units": {"guard": {"roll": 300, "present": {"value": 200, "claim": "weak"}, "claim": "seen"}}}
    ledger = audit(data, CLAIMS)
    assert ledger.rests_on("units.guard.roll") == ("seen",)
    assert ledger.rests_on("units.guard.present") == ("weak",)
    assert ledger.coverage() == {"seen": 1, "inferred": 0, "unverified": 1, "assumed": 0, "uncited": 0}
    assert ledger.works() == ["a", "b"]


def test_a_naked_number_is_listed_and_a_priority_is_not():
    data = {"units": {"guard": {"roll": "200..300", "at": "fort"}}, "plans": {"p": {"priority": 3}}}
    assert [entry.path for entry in audit(data, {}).uncited] == [("units", "guard", "roll")]


def test_outside_events_and_marks_need_a_claim_even_without_a_number():
    assert audit({"outside": {"ship": {}}, "marks": {"fall": {"claim": "seen"}}}, CLAIMS).bare == [("outside", "ship")]


def test_the_shared_bibliography_reads():
    assert all(source.title for source in shared().values())
