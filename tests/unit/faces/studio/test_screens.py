"""What is seen: the page of a scenario, one whole history, what an experiment found, all as one contract."""

import time

import pytest

from dualpower.telling.language import LANGUAGES
from dualpower.telling.page.contract import Film, Page

ASKED = {"scenario": "kremlin-call", "runs": 40, "seed": 7}


@pytest.fixture(scope="module")
def done(studio):
    key = studio.post("/api/experiments", json=ASKED | {"variant": "they-storm"}).json()["id"]
    end = time.monotonic() + 60
    while studio.get(f"/api/experiments/{key}").json()["state"] in ("queued", "running"):
        assert time.monotonic() < end
        time.sleep(0.1)
    return key


def test_the_words_are_there_in_every_language(studio):
    found = studio.get("/api/words").json()
    assert tuple(found["languages"]) == LANGUAGES
    english = found["texts"]["en"]["studio"]
    for code in LANGUAGES:
        assert set(found["texts"][code]["studio"]) == set(english)
        assert {"page", "player", "plural", "calendar"} <= set(found["texts"][code])
    assert found["texts"]["pl"]["studio"]["nav_experiments"] != english["nav_experiments"]


def test_a_scenario_has_a_page_without_histories(studio):
    page = Page.model_validate(studio.get("/api/scenarios/kremlin-call/page").json())
    assert page.home == "studio" and page.stage.id == "kremlin-call"
    assert page.films == [] and page.ensemble is None and page.evidence.grounds


def test_a_film_is_the_run_of_that_number(studio):
    import dualpower as dp

    result = dp.simulate("kremlin-call", runs=6, seed=7)
    ids = [one["id"] for one in result.about["outcomes"]]
    for run in (0, 5):
        film = Film.model_validate(studio.get(f"/api/scenarios/kremlin-call/films/{run}?seed=7").json())
        assert ids[film.ending] == result.outcome[run] and film.run == run and film.why == "asked"


def test_a_film_may_be_of_a_variant_and_with_historys_choices(studio):
    where = "/api/scenarios/kremlin-call/films/3?seed=7"
    plain = studio.get(where).json()
    assert studio.get(f"{where}&variant=they-storm").json() != plain
    assert studio.get(f"{where}&decisions=history").json()["options"] is not None


@pytest.mark.parametrize("query", ["seed=-1", "variant=../x", "decisions=mine", "seed=x"])
def test_an_impossible_film_is_refused_in_words(studio, query):
    answer = studio.get(f"/api/scenarios/kremlin-call/films/0?{query}")
    assert answer.status_code == 422 and answer.json()["code"] == "E901"


def test_a_film_of_a_variant_that_is_not_there(studio):
    answer = studio.get("/api/scenarios/kremlin-call/films/0?variant=no-such")
    assert answer.status_code == 422 and answer.json()["code"].startswith("E7")


def test_an_experiment_shows_what_it_found(studio, done):
    page = Page.model_validate(studio.get(f"/api/experiments/{done}/ensemble").json())
    assert page.ensemble.runs == 40 and page.ensemble.fans and page.films == []
    assert abs(sum(one.share for one in page.ensemble.endings) - 1) < 0.01
    assert "they-storm" in page.made.command


def test_an_experiment_shows_whole_histories_of_its_own(studio, done):
    found = studio.get(f"/api/experiments/{done}/films").json()
    films = [Film.model_validate(one) for one in found["films"]]
    assert 1 <= len(films) <= 3 and len({film.why for film in films}) == len(films)
    assert all(film.seed == 7 and 0 <= film.run < 40 for film in films)
    assert found["story"]["en"]
    again = Film.model_validate(studio.get(f"/api/experiments/{done}/films/{films[0].run}").json())
    assert (again.ending, again.holders) == (films[0].ending, films[0].holders)


def test_what_found_nothing_yet_says_so(studio):
    long = studio.post("/api/experiments", json={"scenario": "moscow-1917", "runs": 50_000}).json()["id"]
    waiting = studio.post("/api/experiments", json=ASKED).json()["id"]
    for what in ("ensemble", "films", "films/0"):
        assert studio.get(f"/api/experiments/{waiting}/{what}").status_code == 409
        assert studio.get(f"/api/experiments/000000000000/{what}").status_code == 404
    for key in (waiting, long):
        studio.post(f"/api/experiments/{key}/cancel")


def test_the_same_question_at_the_same_time_is_answered_once(studio, app, monkeypatch):
    import threading

    bench, asked = app.state.desk.bench, []
    perform = bench._perform
    monkeypatch.setattr(bench, "_perform", lambda name, values: asked.append(name) or perform(name, values))
    where = "/api/scenarios/kremlin-call/films/77?seed=3"
    threads = [threading.Thread(target=studio.get, args=(where,)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == ["film"]
