"""A scenario of one's own: it starts sound, runs, and never writes over anything."""

import pytest

from dualpower.analysis import histories
from dualpower.errors import DualpowerError
from dualpower.scenario import check, resolve
from dualpower.scenario.template import FOLDER, OWN_ID, new


def test_what_is_written_checks_clean_in_every_variant_and_takes_the_folder_s_name(tmp_path):
    files = new(tmp_path / "My Coup, 1848")
    assert [f.name for f in files] == ["claims.yaml", "record.yaml", "scenario.yaml"]
    assert check.check_text(tmp_path / "My Coup, 1848") == ([], 0)
    assert resolve.load(tmp_path / "My Coup, 1848").id == "my-coup-1848"


def test_it_runs_and_both_its_endings_happen(tmp_path):
    new(tmp_path / "coup")
    result = histories.simulate(tmp_path / "coup", runs=200, seed=1, threads=1)
    table = result.outcomes().columns
    assert result.failed == 0
    assert min(table["share"]) > 0.02


def test_it_shows_every_grade_a_conflict_and_a_correction():
    found = resolve.load(FOLDER)
    assert {claim.trust for claim in found.claims.values()} == {"seen", "inferred", "unverified", "assumed"}
    assert any(claim.conflicts for claim in found.claims.values())
    assert any(claim.corrected for claim in found.claims.values())
    assert (FOLDER / "scenario.yaml").read_text(encoding="utf-8").count(OWN_ID) == 1


def test_a_folder_in_use_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(DualpowerError, match="E803"):
        new(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(DualpowerError, match=r"E803.*is a file"):
        new(tmp_path / "letter.txt")


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "empty").mkdir()
    assert len(new(tmp_path / "empty")) == 3


@pytest.mark.parametrize("name", ["1848", "Москва", "---"])
def test_a_name_that_makes_no_id_is_refused_before_anything_is_written(tmp_path, name):
    with pytest.raises(DualpowerError, match="E205"):
        new(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
