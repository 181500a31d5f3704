"""CSV for others: the same numbers, nothing overwritten unasked."""

import csv
from pathlib import Path

import pytest
from unit.ensemble import fake

from dualpower.ensemble import export
from dualpower.ensemble.execute import simulate
from dualpower.ensemble.store import StoreError
from dualpower.errors import DualpowerError


def read(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


@pytest.fixture
def result(problem, tmp_path):
    return simulate(problem, runs=300, seed=3, folder=tmp_path / "r")


def test_the_tables_are_written_in_full(result, tmp_path):
    files = export(tmp_path / "r", to="csv", out=tmp_path / "out")
    assert [file.name for file in files] == ["outcomes.csv", "runs.csv", "series.csv"]
    runs = read(tmp_path / "out" / "runs.csv")
    assert [float(row["param.xi"]) for row in runs] == list(result.param("xi"))
    assert [row["outcome"] for row in runs] == list(result.outcome)
    series = read(tmp_path / "out" / "series.csv")
    assert len(series) == 300 * fake.HOURS
    assert [int(row["dead.all"]) for row in series] == list(result.series("dead.all").ravel())
    outcomes = read(tmp_path / "out" / "outcomes.csv")
    assert [float(row["share"]) for row in outcomes] == list(result.outcomes()["share"])


def test_long_series_have_one_value_a_row(result, tmp_path):
    export(tmp_path / "r", out=tmp_path / "out", series="long")
    rows = read(tmp_path / "out" / "series.csv")
    assert len(rows) == 300 * fake.HOURS * len(fake.SERIES)
    dead = [int(row["value"]) for row in rows if row["series"] == "dead.all"]
    assert dead == list(result.series("dead.all").ravel())


def test_nothing_is_overwritten_unasked(result, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "runs.csv").write_text("mine")
    with pytest.raises(StoreError, match=r"E803.*runs.csv exists already"):
        export(tmp_path / "r", out=tmp_path / "out")
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["runs.csv"]
    export(tmp_path / "r", out=tmp_path / "out", overwrite=True)
    assert len(read(tmp_path / "out" / "runs.csv")) == 300


def test_what_cannot_be_written_is_refused(result, tmp_path):
    with pytest.raises(DualpowerError, match="'xlsx'"):
        export(tmp_path / "r", to="xlsx", out=tmp_path / "out")
    with pytest.raises(DualpowerError, match="wide or long"):
        export(tmp_path / "r", out=tmp_path / "out", series="tall")
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="E804"):
        export(tmp_path / "r", out=tmp_path / "file")
    with pytest.raises(StoreError, match="E807"):
        export(tmp_path, out=tmp_path / "out")
