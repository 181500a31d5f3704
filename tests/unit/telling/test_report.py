"""report(): one file, the second time from the cache, and honest about what it could not do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import dualpower as dp
from dualpower.errors import DualpowerError
from dualpower.telling.page import html, report

pytestmark = pytest.mark.usefixtures("compiled")
SMALL: dict[str, Any] = {"runs": 60, "pairs": 20, "each": 20, "seed": 7, "levers": 3}


@pytest.fixture(autouse=True)
def shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "template", lambda: '<html lang="en"><title>dualpower</title><body></body></html>')


def made(folder: Path, **how: Any) -> report.Report:
    found: report.Report = dp.report("kremlin-call", folder / "page.html", cache=folder / "kept", **{**SMALL, **how})
    return found


def test_one_file_holds_everything(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert found.file == tmp_path / "page.html"
    assert found.size == found.file.stat().st_size
    assert found.page.ensemble is not None and found.page.ensemble.runs == 60
    assert found.page.ensemble.pivots and found.page.ensemble.pivots_sentence["ru"]
    assert found.page.what_if is not None and len(found.page.what_if.combinations) == 27
    assert found.page.evidence is not None and len(found.page.films) == 4
    assert [film.why for film in found.page.films] == ["history-like", "median", "surprising", "otherwise"]
    first, twin = found.page.films[0], found.page.films[3]
    assert (twin.run, twin.seed) == (first.run, first.seed)
    decision, option = twin.otherwise
    assert twin.options[decision] == option != first.options[decision]
    assert found.to_json()["levers"] == [lever.id for lever in found.page.what_if.levers]
    assert "27 combinations of 3 levers rests on 20 histories" in str(found)


def test_the_second_time_nothing_is_computed(tmp_path: Path) -> None:
    first = made(tmp_path)
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.npz")}
    shards = {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.parquet")}
    second = made(tmp_path)
    assert kept and {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.npz")} == kept
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "kept").rglob("*.parquet")} == shards
    assert first.page == second.page


def test_the_command_makes_the_page_again(tmp_path: Path) -> None:
    found = made(tmp_path, levers=["how-to-get-the-kremlin"])
    wanted = "dualpower report kremlin-call --seed 7 --runs 60 --each 20 --pairs 20 --lever how-to-get-the-kremlin"
    assert found.page.made.command == f"{wanted} -o kremlin-call.html"


def test_parts_can_be_left_out(tmp_path: Path) -> None:
    found = made(tmp_path, levers=0, pairs=0)
    assert found.page.what_if is None
    assert found.page.ensemble is not None and found.page.ensemble.pivots == []
    assert "no what-if" in found.sure


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file, and no folder")
    found = made(tmp_path)
    assert found.file is not None
    assert any("cache" in note for note in found.notes)


def test_what_cannot_be_written_is_refused_before_anything_is_run(tmp_path: Path) -> None:
    seen: list[str] = []
    with pytest.raises(DualpowerError, match="E804"):
        dp.report("kremlin-call", tmp_path / "none" / "page.html", progress=lambda what, *_: seen.append(what))
    assert seen == []


def test_the_work_is_shown(tmp_path: Path) -> None:
    seen: dict[str, tuple[int, int]] = {}

    def step(what: str, done: int, total: int) -> None:
        seen[what] = (done, total)

    made(tmp_path, progress=step)
    assert list(seen) == ["histories", "decisions undone", "whole histories", "what if"]
    assert all(done == total for done, total in seen.values())


def test_a_larger_scenario_has_fewer_histories() -> None:
    from dualpower.analysis import histories

    small, large = (
        report.plan(histories.compile_scenario(histories.load(name)), compiled=True)
        for name in ("kremlin-call", "petrograd-1917")
    )
    assert small.runs > large.runs >= 300
    assert small.each > large.each >= 60
    assert report.plan(histories.compile_scenario(histories.load("kremlin-call")), compiled=False).each == 0


def test_a_whole_city_fits_into_a_small_file(tmp_path: Path) -> None:
    """Three megabytes are allowed, of which the template takes a quarter and what-if a twentieth."""
    found = dp.report(
        "moscow-1917", tmp_path / "city.html", runs=40, pairs=0, levers=0, seed=7, cache=tmp_path / "kept"
    )
    assert len(found.page.films) >= 2
    assert found.size < 2_500_000
