"""The page's parts: codes that fit, films that hold the run, choices that can be argued, a document that is safe."""

from __future__ import annotations

import base64
import gzip
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualpower.analysis import histories
from dualpower.clock import Clock
from dualpower.engine.film import film_run
from dualpower.errors import DualpowerError
from dualpower.telling.language import LANGUAGES
from dualpower.telling.page import build, choice, contract, films, html, stage

pytestmark = pytest.mark.usefixtures("compiled")
SEED = 7


@pytest.fixture(scope="module")
def city() -> tuple[Any, Any]:
    resolved = histories.load("kremlin-call")
    return resolved, histories.compile_scenario(resolved)


@pytest.fixture(scope="module")
def result(city: tuple[Any, Any]) -> Any:
    return histories.simulate(city[0], runs=200, seed=SEED)


@pytest.fixture(scope="module")
def page(city: tuple[Any, Any], result: Any) -> contract.Page:
    shown = [films.film(*city, seed=SEED, run=run, why=why) for run, why in choice.choose_runs(city[0], result)]
    fit = histories.score(city[0], result=result, baseline_runs=0)
    return build.page(*city, result=result, fit=fit, films=shown, command="dualpower report kremlin-call")


# ---------------------------------------------------------------- the stage


@pytest.mark.parametrize("name", ["kremlin-call", "moscow-1917", "petrograd-1917"])
def test_the_stage_names_everything_in_english_and_points_only_to_what_is_there(name: str) -> None:
    resolved = histories.load(name)
    scene = stage.stage(resolved, histories.compile_scenario(resolved))
    sites, sides = range(len(scene.sites)), range(len(scene.authorities))
    things = [*scene.sites, *scene.units, *scene.authorities, *scene.decisions, *scene.endings, *scene.marks]
    assert all(thing.title["en"] for thing in things)
    assert all(link.a in sites and link.b in sites for link in scene.links)
    assert all(unit.home in sites and (unit.of in sides or unit.of == -1) for unit in scene.units)
    assert all(one.seat in sites for one in scene.authorities)
    assert sorted(one.look for one in scene.authorities) == list(sides)
    assert sum(one.contender for one in scene.authorities) == 2
    assert sum(ending.history for ending in scene.endings) == 1
    assert all(sum(option.chance for option in one.options) == pytest.approx(1, abs=0.01) for one in scene.decisions)
    assert all(mark.minute is None or mark.late is None or mark.minute <= mark.late for mark in scene.marks)


def test_both_calendars_can_be_reckoned_from_the_stage(city: tuple[Any, Any]) -> None:
    scene = stage.stage(*city)
    assert (scene.calendar, scene.julian_days) == ("julian", 13)
    assert Clock.at(scene.start, "julian").start == city[0].clock.start


# ---------------------------------------------------------------- films


def at(steps: list[list[int]], minute: int) -> list[int]:
    return [step for step in steps if step[0] <= minute][-1]


def test_a_film_says_of_every_place_who_held_it_at_every_frame(city: tuple[Any, Any]) -> None:
    shot = film_run(city[1].case, seed=SEED, run=3, every=15)
    shown = films.film(*city, seed=SEED, run=3, why="asked")
    for frame in shot.frames:
        said = [at(rows, frame.minute)[1] for rows in shown.holders]
        assert said == frame.holder.tolist()
        for who, rows in enumerate(shown.beliefs):
            assert [at(row, frame.minute)[1] for row in rows] == frame.believed[who].tolist()


def test_a_film_has_every_body_where_it_was_and_all_its_dead(city: tuple[Any, Any]) -> None:
    shot = film_run(city[1].case, seed=SEED, run=3, every=15)
    shown = films.film(*city, seed=SEED, run=3, why="asked")
    assert shown.ending == shot.outcome
    for frame in shot.frames:
        there = [t for t in shown.tracks if t.since <= frame.minute and (frame.minute < t.until or t.until == 420)]
        places = sorted((at(t.steps, frame.minute)[1], at(t.steps, frame.minute)[4]) for t in there)
        assert places == sorted((int(row[2]), int(row[5])) for row in frame.units)
    last = shot.frames[-1].units
    said = sorted(tuple(t.steps[-1][5:]) for t in shown.tracks if t.until == 420)
    assert said == sorted(tuple(int(v) for v in row[6:]) for row in last)


def test_a_film_holds_no_step_without_a_change(page: contract.Page) -> None:
    for film in page.films:
        for track in film.tracks:
            assert [step[0] for step in track.steps] == sorted({step[0] for step in track.steps})
            pairs = zip(track.steps, track.steps[1:], strict=False)
            assert all(one[1:] != other[1:] for one, other in pairs)


def test_few_men_wait_until_they_are_worth_a_step() -> None:
    body = films._Body(0, False, 0)
    for minute, men in ((0, 1000), (15, 1001), (30, 1050), (45, 1130), (60, 1131)):
        body.see(minute, [0, 0, 5, -1, -1, 0, 0, 0, men, men])
    body.close(75)
    assert [(step[0], step[-1]) for step in body.steps] == [(0, 1000), (45, 1130), (60, 1131)]


def test_every_happening_is_told_in_four_languages_and_points_back(page: contract.Page) -> None:
    stage_ = page.stage
    for film in page.films:
        for place, one in enumerate(film.happenings):
            assert set(one.text) == set(LANGUAGES)
            assert one.text["en"].endswith(".")
            assert -1 <= one.trigger < place
            assert -1 <= one.unit < len(film.tracks) and -1 <= one.site < len(stage_.sites)
            assert (one.trigger == -1) == bool(one.because)
        assert [one.minute for one in film.happenings] == sorted(one.minute for one in film.happenings)
        assert film.happenings[-1].event == "ended"


def test_a_unit_of_the_log_is_the_track_of_that_unit(city: tuple[Any, Any]) -> None:
    shot = film_run(city[1].case, seed=SEED, run=3, every=15)
    shown = films.film(*city, seed=SEED, run=3, why="asked")
    rows = {(int(r[0]), int(r[6])): int(shot.log_units[r[4]]) for r in shot.log_rows if r[4] >= 0}
    met = 0
    for one in shown.happenings:
        if one.unit >= 0 and (one.minute, one.site) in rows:
            met += shown.tracks[one.unit].unit == rows[one.minute, one.site]
    assert met > 10


# ---------------------------------------------------------------- which films


def test_the_films_are_three_runs_and_the_same_every_time(city: tuple[Any, Any], result: Any) -> None:
    chosen = choice.choose_runs(city[0], result)
    assert [why for _, why in chosen] == ["history-like", "median", "surprising"]
    assert len({run for run, _ in chosen}) == 3
    assert chosen == choice.choose_runs(city[0], result)


def test_the_first_film_ends_as_history_did_and_misses_the_record_least(city: tuple[Any, Any], result: Any) -> None:
    run, _ = choice.choose_runs(city[0], result)[0]
    history = next(name for name, one in city[0].scenario.outcomes.items() if one.history)
    assert result.outcome[run] == history
    misses = choice.miss(city[0], result)
    assert misses[run] == misses[result.outcome == history].min()
    assert (misses >= 0).all() and (misses <= 1).all()


def test_a_surprise_is_an_end_that_like_runs_did_not_come_to() -> None:
    course = np.repeat(np.array([[0.0]] * 30 + [[9.0]] * 30), 11, axis=1)[:, :, None]
    outcome = np.array(["held"] * 29 + ["fell"] + ["fell"] * 30)
    found = choice.surprise(course, outcome)
    assert found.argmax() == 29 and found[29] > 0.9
    assert found[40] == 0


# ---------------------------------------------------------------- the page


def test_the_odds_of_the_page_are_those_of_the_histories(page: contract.Page, result: Any) -> None:
    assert page.ensemble is not None
    said = {page.stage.endings[one.ending].id: one for one in page.ensemble.endings}
    for row in result.outcomes():
        assert said[row["outcome"]].share == pytest.approx(row["share"], abs=1e-4)
        assert said[row["outcome"]].low == pytest.approx(row["low"], abs=1e-4)
    for fan in page.ensemble.fans:
        assert [len(row) for row in fan.quantiles] == [len(fan.minutes)] * 5
        assert all(low <= high for low, high in zip(fan.quantiles[0], fan.quantiles[4], strict=True))


def test_every_number_opens_to_claims_and_works_that_are_there(page: contract.Page) -> None:
    assert page.evidence is not None
    claims, works = {one.id for one in page.evidence.claims}, {one.id for one in page.evidence.works}
    for ground in page.evidence.grounds:
        assert set(ground.claims) <= claims
        assert ground.claims or ground.assumed or ground.grade == "assumed"
    assert all(set(one.work.split("; ")) <= works for one in page.evidence.claims if one.work)


def test_the_story_is_told_in_every_language(page: contract.Page) -> None:
    assert set(page.story) == set(LANGUAGES)
    assert len({len(paragraphs) for paragraphs in page.story.values()}) == 1
    assert "{" not in json.dumps(page.story["ru"], ensure_ascii=False)


def test_the_words_of_the_screens_are_whole_in_every_language(page: contract.Page) -> None:
    for code in LANGUAGES:
        for section, words in page.texts["en"].items():
            assert set(page.texts[code][section]) == set(words), (code, section)


# ---------------------------------------------------------------- the document


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch) -> None:
    text = '<!doctype html>\n<html lang="en"><head><title>dualpower</title></head><body><div></div></body></html>\n'
    monkeypatch.setattr(html, "template", lambda: text)


@pytest.mark.usefixtures("shell")
def test_the_data_come_out_of_the_document_as_they_went_in(page: contract.Page) -> None:
    text = html.render(page, language="pl")
    found = re.search(r'<script type="application/octet-stream" id="page-data-gz">([^<]*)</script></body>', text)
    assert found is not None
    whole = json.loads(gzip.decompress(base64.b64decode(found.group(1))))
    late = re.findall(r'<script type="application/octet-stream" id="page-film-gz-(\d+)">([^<]*)</script>', text)
    assert [int(number) for number, _ in late] == list(range(len(page.films)))
    for film, (_, part) in zip(whole["films"], late, strict=True):
        assert film["tracks"] == film["beliefs"] == []
        film |= json.loads(gzip.decompress(base64.b64decode(part)))
    assert whole["films"][0]["happenings"]
    assert whole == json.loads(page.model_dump_json())
    assert '<html lang="pl">' in text
    assert "<title>Telefon na Kreml – dualpower</title>" in text
    assert text == html.render(page, language="pl")


@pytest.mark.usefixtures("shell")
def test_nothing_in_the_data_can_end_the_element(page: contract.Page) -> None:
    evil = page.model_copy(update={"cite": {"text": "</script><script>alert(1)</script>\u2028\u2029<!--"}})
    text = html.render(evil, packed=False)
    inside = re.search(r'id="page-data">(.*?)</script>', text)
    assert inside is not None
    assert json.loads(inside.group(1))["cite"] == evil.cite
    assert "\u2028" not in text and "alert(1)</script>" not in text


def test_a_document_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "page.html"
    html.write("old", file)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DualpowerError, match=r"E804.*No space left"):
        html.write("new", file)
    assert file.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_copy_without_a_page_says_how_to_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "template_home", lambda: tmp_path)
    with pytest.raises(DualpowerError, match=r"E860.*npm ci"):
        html.template()
