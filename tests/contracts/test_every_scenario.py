"""Every scenario in the folder reads, checks clean, cites its numbers, round-trips, and can be varied."""

import pytest

from dualpower.scenario import catalog, check, resolve, variant, write

IDS = catalog.ids()


@pytest.fixture(scope="module", params=IDS)
def resolved(request) -> resolve.Resolved:
    return resolve.load(request.param)


def test_there_is_a_teaching_scenario_and_it_comes_first():
    assert catalog.entries()[0].teaching


@pytest.mark.parametrize("key", IDS)
def test_it_checks_clean_with_all_its_variants(key):
    problems, exit_code = check.check_text(key)
    assert not problems, "\n".join(map(str, problems[:20]))
    assert exit_code == 0


def test_its_id_is_its_folder(resolved):
    assert resolved.draft.folder.name == resolved.id


def test_every_number_rests_on_something(resolved):
    assert resolved.ledger.entries
    assert resolved.ledger.uncited == []
    assert resolved.ledger.bare == []


def test_every_claim_names_works_that_exist(resolved):
    assert {work for claim in resolved.claims.values() for work in claim.works} <= set(resolved.sources)


def test_the_short_form_means_the_same(resolved, tmp_path):
    path = tmp_path / "short.yaml"
    path.write_text(write.short(resolved), encoding="utf-8")
    assert resolve.load(path).digest == resolved.digest


def test_at_most_five_intentions_read_the_clock_and_each_says_why(resolved):
    dated = resolved.dated()
    assert len(dated) <= 5
    assert all(reason.strip() for reason in dated.values())


def test_the_chances_of_history_multiply_to_more_than_nothing(resolved):
    for decision in resolved.scenario.decisions:
        chances = resolved.chances(decision)
        assert sum(chances.values()) == pytest.approx(1.0)
        assert 0.0 < chances[resolved.history(decision)] <= 1.0


def test_each_variant_changes_what_it_names_and_nothing_else(resolved):
    whole = write.complete(resolved)
    for name, patch in resolved.scenario.variants.items():
        varied = write.complete(variant.apply(resolved, name))
        if patch.on is None:
            named = {path.split(".")[0] for path in (*patch.set, *patch.remove)}
            changed = {key for key, value in varied["scenario"].items() if value != whole["scenario"][key]}
            assert changed <= named | {"variants"}, name
        assert varied["digest"] != whole["digest"], name


def test_every_title_is_there_in_english(resolved):
    for section in ("authorities", "bodies", "sites", "units", "decisions", "outside", "outcomes", "marks", "variants"):
        for key, noun in getattr(resolved.scenario, section).items():
            assert noun.title.get("en"), f"{section}.{key}"
