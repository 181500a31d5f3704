"""compare(): what it says, what it refuses, and what it says when nothing can be said."""

from __future__ import annotations

import json

import numpy as np
import pytest

import dualpower as dp
from dualpower.analysis import histories, pairs, parting
from dualpower.analysis.comparison import compare
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.telling.language import LANGUAGES
from dualpower.telling.sides import TWO_COLUMNS, tell_apart

pytestmark = pytest.mark.usefixtures("compiled")


def written(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def tell(option):
    return f"decisions.how-to-get-the-kremlin: {option}"


@pytest.fixture(scope="module")
def found():
    return compare("kremlin-call", ["they-storm", "the-garrison-is-fed"], runs=400, seed=15)


def test_it_is_a_finding_with_a_row_per_alternative_and_outcome(found):
    assert isinstance(found, dp.Finding) and repr(found).startswith("<Comparison, 6 differences: Wh")
    assert [(row["variant"], row["id"]) for row in found.table] == [
        (v, o) for v in ("they-storm", "the-garrison-is-fed") for o in ("yielded", "stormed", "held")
    ]
    body = json.loads(found.dumps())
    assert body["outcome"] == "yielded" and len(body["differences"]) == 6 and len(body["variants"]) == 2
    assert "“The district storms”" in found.sentence and "same history to the last event" in found.sure


def test_the_rows_agree_with_two_ensembles_of_the_same_seed(found):
    base = dp.simulate("kremlin-call", runs=400, seed=15)
    other = dp.simulate("kremlin-call", runs=400, seed=15, variant="they-storm")
    for row in found.table[:3]:
        assert row["base"] == pytest.approx((base.outcome == row["id"]).mean())
        assert row["other"] == pytest.approx((other.outcome == row["id"]).mean())
        assert row["gained"] == np.count_nonzero((base.outcome != row["id"]) & (other.outcome == row["id"]))


def test_shifts_of_all_outcomes_sum_to_nothing(found):
    assert sum(row["shift"] for row in found.table[:3]) == pytest.approx(0)
    assert found.facts["variants"][0]["distance"] == pytest.approx(sum(abs(r["shift"]) for r in found.table[:3]) / 2)


def test_the_interval_holds_the_shift_and_widens_with_the_level(found):
    wide = compare("kremlin-call", "they-storm", runs=400, seed=15, level=0.99)
    for narrow, broad in zip(found.table[:3], wide.table, strict=True):
        assert broad["low"] < narrow["low"] <= narrow["shift"] <= narrow["high"] < broad["high"]


def test_a_decision_that_would_have_been_taken_anyway_changes_nothing(found):
    """Where the district stormed as it was, the variant that makes it storm is the same history."""
    base, other = found.runs[0], found.runs[1]
    stormed = base.took("how-to-get-the-kremlin") == 2
    assert stormed.sum() > 40 and pairs.unchanged(base.where(stormed), other.where(stormed)).share == 1
    never = base.took("how-to-get-the-kremlin") == -1
    assert pairs.unchanged(base.where(never), other.where(never)).share == 1


def test_two_variants_at_once(found):
    both = compare("kremlin-call", "they-storm+the-garrison-is-fed", runs=60, seed=15)
    one = both.others[0]
    assert one.title == "The district storms + The garrison has eaten"
    assert both.runs[1].took("how-to-get-the-kremlin").max() == 2
    swapped = compare("kremlin-call", "the-garrison-is-fed+they-storm", runs=60, seed=15)
    assert np.array_equal(both.runs[1].log, swapped.runs[1].log)


def test_a_variant_decides_even_where_all_else_is_as_in_history():
    found = compare("kremlin-call", "they-storm", runs=60, seed=15, decisions="history")
    as_it_was, stormed = (runs.took("how-to-get-the-kremlin") for runs in found.runs)
    assert set(as_it_was.tolist()) <= {-1, 0} and set(stormed.tolist()) <= {-1, 2}


def test_a_file_of_variants(tmp_path):
    mine = written(
        tmp_path,
        "variants:\n"
        f"  wait: {{title: {{en: They wait}}, set: {{{tell('wait-for-the-front')}}}}}\n"
        "  on-theirs: {title: {en: Fed and waiting}, on: the-garrison-is-fed, "
        f"set: {{{tell('wait-for-the-front')}}}}}\n",
    )
    all_of_it = compare("kremlin-call", mine, runs=30, seed=1)
    assert [one.id for one in all_of_it.others] == ["wait", "on-theirs"]
    one = compare("kremlin-call", f"{mine}#wait", runs=30, seed=1)
    assert [o.id for o in one.others] == ["wait"]
    assert np.array_equal(one.runs[1].log, all_of_it.runs[1].log)
    assert all_of_it.others[1].changes == (
        ("units.garrison.unfed", None), ("decisions.how-to-get-the-kremlin", "wait-for-the-front"),
    )  # fmt: skip


def test_every_door_takes_a_variant_from_a_file(tmp_path):
    two = "  {}: {{title: {{en: T}}, remove: [units.garrison.unfed]}}\n"
    mine = written(tmp_path, "variants:\n" + two.format("a") + two.format("b"))
    fed = dp.load("kremlin-call", variant="the-garrison-is-fed")
    assert dp.load("kremlin-call", variant=f"{mine}#b").digest == fed.digest
    with pytest.raises(DualpowerError, match="E703") as error:
        dp.load("kremlin-call", variant=mine)
    assert "a, b" in str(error.value)
    both = dp.load("kremlin-call", variant="the-garrison-is-fed+they-storm")
    assert both.chances("how-to-get-the-kremlin")["storm"] == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("variants: {}\n", "E202"),
        ("plans: {}\nvariants: {a: {title: {en: A}, remove: [units.garrison.unfed]}}\n", "E201"),
        ("variants: {they-storm: {title: {en: A}, remove: [units.garrison.unfed]}}\n", "E223"),
        ("variants: {a: {title: {en: A}, remove: [units.garrison.umbrella]}}\n", "E701"),
        ("variants: {a: {title: {en: A}, set: {marks.x: 1}}}\n", "E704"),
        ("variants: {a: {title: {en: A}, on: nobody}}\n", "E703"),
        ("variants: {a: {title: {en: A}}}\n", "E701"),
        ("variants: {a: {set: {units.garrison.unfed: 1 h}}}\n", "E202"),
        ("variants: [1, 2]\n", "E203"),
        ("variants: {a+b: {title: {en: A}, remove: [units.garrison.unfed]}}\n", "E205"),
        ("variants: {a: {title: {en: A}, set: {units.garrison.roll: -5}}}\n", "E206"),
    ],
)
def test_a_bad_file_is_said_with_its_code_and_place(tmp_path, text, code):
    mine = written(tmp_path, text)
    with pytest.raises(ScenarioError) as error:
        compare("kremlin-call", mine, runs=10, seed=1)
    first = error.value.problems[0]
    assert first.code == code and first.file.endswith("mine.yaml")


def test_what_cannot_be_compared_is_refused():
    def refused(code, *args, **how):
        with pytest.raises(DualpowerError) as error:
            compare("kremlin-call", *args, **{"runs": 10, "seed": 1, **how})
        assert error.value.code == code, error.value
        return str(error.value)

    assert "they-storm" in refused("E703", [])
    assert "did you mean they-storm" in refused("E703", "they-stor")
    assert "known: the-line" in refused("E703", "zzzz")
    assert "there is twice" not in refused("E811", ["they-storm", "they-storm"])
    refused("E101", "nowhere.yaml")
    refused("E820", "they-storm", outcome="yielde")
    refused("E810", "they-storm", watches=["nothing"])
    refused("E812", "they-storm", runs=1)
    refused("E801", "they-storm", runs=-3)
    refused("E802", "they-storm", seed=-1)
    for how in ({"level": 1.0}, {"width": 0.0}):
        with pytest.raises(ValueError, match="interval"):
            compare("kremlin-call", "they-storm", runs=4, seed=1, **how)


def test_two_that_clash_are_refused(tmp_path):
    mine = written(
        tmp_path,
        f"variants:\n  wait: {{title: {{en: W}}, set: {{{tell('wait-for-the-front')}}}}}\n"
        f"  storm: {{title: {{en: S}}, set: {{{tell('storm')}}}}}\n"
        "  undecided: {title: {en: U}, remove: [decisions.how-to-get-the-kremlin]}\n"
        "  hungry: {title: {en: H}, remove: [units.garrison.unfed]}\n",
    )
    for names in ("wait+storm", "storm+undecided", "undecided+wait"):
        with pytest.raises(ScenarioError) as error:
            compare("kremlin-call", f"{mine}#{names}", runs=10, seed=1)
        assert error.value.problems[0].code == "E813" and "how-to-get-the-kremlin" in str(error.value)
    together = compare("kremlin-call", f"{mine}#hungry+storm", runs=10, seed=1)
    assert len(together.others) == 1


def test_the_same_change_written_twice_does_not_clash(tmp_path):
    mine = written(
        tmp_path,
        "variants:\n  a: {title: {en: A}, remove: [units.garrison.unfed]}\n"
        "  b: {title: {en: B}, remove: [units.garrison.unfed]}\n",
    )
    found = compare("kremlin-call", [f"{mine}#a", f"{mine}#a+b"], runs=20, seed=1)
    assert np.array_equal(found.runs[1].log, found.runs[2].log)


def test_a_change_that_changes_nothing_says_so(tmp_path):
    mine = written(tmp_path, "variants: {a: {title: {en: A new name}, set: {sites.kremlin.title: {en: Fort}}}}\n")
    found = compare("kremlin-call", mine, runs=50, seed=2)
    assert found.sentence == "“A new name” changes nothing: all 50 pairs are the same history to the last event."
    assert found.facts["variants"][0]["unchanged"]["pairs"] == 50
    assert found.facts["variants"][0]["parting"] is None and found.parting() is None and tell_apart(found) is None
    assert json.loads(found.dumps())["differences"][0]["times_fewer"] is None


def test_an_outcome_that_never_happens_says_so(monkeypatch):
    found = compare("kremlin-call", "they-storm", runs=200, seed=3, outcome="stormed")
    rare = found.runs[0].where((found.runs[0].outcome != 1) & (found.runs[1].outcome != 1))
    numbers = rare.number[:20]
    monkeypatch.setattr(pairs, "run_arms", lambda arms, **_: [pairs.run_arm(a, runs=numbers, seed=3) for a in arms])
    found = compare("kremlin-call", "they-storm", runs=20, seed=3, outcome="stormed")
    assert "never happens, neither as it was nor with" in found.sentence and "below 12 %" in found.sentence


def test_too_few_pairs_say_so():
    found = compare("kremlin-call", "they-storm", runs=5, seed=1)
    assert "5 pairs are too few to say anything" in found.sentence
    assert "pairs would" in found.sentence


def test_failed_pairs_are_left_out_and_told(found, monkeypatch):
    import dataclasses

    base, other = found.runs[:2]
    status = other.status.copy()
    status[:7] = 2
    broken = dataclasses.replace(other, status=status)
    monkeypatch.setattr(pairs, "run_arms", lambda *_, **__: [base, broken])
    again = compare("kremlin-call", "they-storm", runs=400, seed=15)
    fact = again.facts["variants"][0]
    assert fact["failed"] == 7 and fact["pairs"] == 393 and "7 pairs in which a run failed" in fact["sure"]


def test_outcomes_as_a_whole_are_moved_by_more_than_luck():
    found = compare("kremlin-call", "the-line-is-whole", runs=400, seed=15)
    assert repr(found).startswith("<Comparison, 3 differences: With “")
    distance, chance = pairs.distribution_shift(found.runs[0], found.runs[1])
    assert 0.02 < distance < 0.2 and chance < 0.05
    assert pairs.distribution_shift(found.runs[0], found.runs[0]) == (0.0, 1.0)


def test_what_is_watched_has_rows_of_its_own():
    watch = histories.compile_scenario(histories.load("kremlin-call")).watches[0].id
    found = compare("kremlin-call", "they-storm", runs=80, seed=4, watches=[watch])
    measures = {row["measure"]: row for row in found.table if row["id"] == watch}
    assert "happens" in measures and measures["happens"]["kind"] == "share"
    assert "hours" not in measures or measures["hours"]["kind"] == "number"


# --- where a pair parts


def test_a_pair_parts_at_the_decision_that_was_changed(found):
    parted = found.parting("they-storm")
    assert parted is not None and parted.kind == "decision"
    assert parted.base.rows[parted.row][1] == parted.other.rows[parted.row][1]
    assert np.array_equal(parted.base.read[: parted.row], parted.other.read[: parted.row])
    assert parted.base.outcome != parted.other.outcome
    told = found.facts["variants"][0]["parting"]
    assert told["run"] == parted.run and told["base"]["event"] == "decided"


def test_a_pair_that_did_not_change_has_no_parting(found):
    same = int(found.runs[0].number[found.runs[0].log == found.runs[1].log][0])
    assert found.parting("they-storm", run=same) is None
    with pytest.raises(DualpowerError, match="E801"):
        found.parting("they-storm", run=-2)
    with pytest.raises(DualpowerError, match="E703"):
        found.parting("they-stom")


def test_the_same_event_with_another_number_is_a_number():
    rows = np.array([[5, 4, 5, -1, 0, 0, 0, 7], [9, 9, 6, 0, -1, -1, -1, 0]], dtype=np.int32)
    reader_rows = np.hstack([rows, [[1], [2]]]).astype(np.uint64)
    other_rows = reader_rows.copy()
    other_rows[0, 8] = 3
    one = parting.Log(rows, np.zeros(2), np.zeros(0), reader_rows, "a")
    two = parting.Log(rows, np.zeros(2), np.zeros(0), other_rows, "b")
    assert parting._kind(one, two, 0) == "number"


def test_only_in_leaves_out_what_both_do_at_other_hours(found):
    parted = found.parting("the-garrison-is-fed")
    own = parting.only_in(parted.base, parted.other, parted.row)
    assert all(row >= parted.row for row in own)
    assert parting.only_in(parted.base, parted.base, 0) == []


# --- the pair told


def test_the_pair_is_told_in_two_columns_or_one(found):
    pair = tell_apart(found, "they-storm")
    wide, narrow = pair.text(TWO_COLUMNS + 20), pair.text(60)
    assert "AS IT WAS" in wide.splitlines()[2 if len(wide.splitlines()[1]) == 0 else 3] and "  |  " in wide
    assert "  |  " not in narrow and max(map(len, narrow.splitlines())) <= 60
    assert max(map(len, wide.splitlines())) <= TWO_COLUMNS + 20
    for text in (wide, narrow):
        assert "The first thing that differs is a decision." in " ".join(text.split())
        assert "had a chance of" in " ".join(text.split())
    assert str(pair) == pair.text()


def test_the_chance_told_is_what_it_was_beforehand(found):
    pair = tell_apart(found, "they-storm")
    assert "20 %" in pair.other.parted.because and "100 %" not in pair.other.parted.because


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pair_is_told_in_every_language(found, language):
    pair = tell_apart(found, "they-storm", language=language)
    text = pair.text(70)
    assert pair.to_json()["language"] == language
    assert "{" not in text and "sides" not in text
    if language == "ru":
        assert "КАК БЫЛО" in text


def test_the_json_of_a_pair_holds_its_lines(found):
    body = tell_apart(found, "they-storm").to_json()
    assert body["base"]["parted"]["event"] == "decided" and body["base"]["next"] is False
    assert len(body["base"]["followed"]) <= 8 and body["other"]["outcome_title"]
    json.dumps(body)


def test_a_side_that_only_comes_next_is_marked(found):
    marked = [
        pair
        for run in range(40)
        if (pair := tell_apart(found, "the-garrison-is-fed", run=run)) is not None
        and (pair.base.is_next or pair.other.is_next)
    ]
    assert marked and "Not so here; next comes:" in marked[0].text(60)
    assert not any(pair.base.is_next and pair.other.is_next for pair in marked)


def test_work_in_a_folder_goes_on_where_it_stopped(tmp_path, monkeypatch):
    from dualpower.ensemble import arms

    first = compare("kremlin-call", "they-storm", runs=30, seed=1, folder=tmp_path)
    monkeypatch.setattr(arms._Maker, "_compute", lambda *_: pytest.fail("computed again"))
    again = compare("kremlin-call", "they-storm", runs=30, seed=1, folder=tmp_path)
    assert again.dumps() == first.dumps()
