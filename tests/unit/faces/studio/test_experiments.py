"""Experiments: asked for, watched, cancelled, compared, taken away."""

import csv
import io
import json
import time

import pytest

QUICK = {"scenario": "kremlin-call", "runs": 60, "seed": 7}


def wait(studio, key, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = studio.get(f"/api/experiments/{key}").json()
        if found["state"] not in ("queued", "running"):
            return found
        time.sleep(0.1)
    raise AssertionError(f"still {found['state']} after {seconds} s")


@pytest.fixture(scope="module")
def done(studio):
    plain = studio.post("/api/experiments", json=QUICK | {"title": "Pierwszy"}).json()["id"]
    other = studio.post("/api/experiments", json=QUICK | {"variant": "the-door-is-watched"}).json()["id"]
    return wait(studio, plain), wait(studio, other)


def test_an_experiment_finishes_and_says_so(done):
    first, second = done
    assert first["state"] == "finished" and first["done"] == 60 and first["title"] == "Pierwszy"
    assert second["state"] == "finished" and second["error"] == ""


def test_it_is_the_ensemble_that_the_command_computes(studio, done):
    import dualpower as dp

    rows = list(csv.DictReader(io.StringIO(studio.get(f"/api/experiments/{done[0]['id']}/download/runs.csv").text)))
    expected = dp.simulate("kremlin-call", runs=60, seed=7).outcome
    assert [row["outcome"] for row in rows] == list(expected)


def test_progress_is_sent_until_the_end(studio):
    key = studio.post("/api/experiments", json=QUICK | {"runs": 400}).json()["id"]
    states, counts = [], []
    with studio.stream("GET", f"/api/experiments/{key}/progress") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        for line in stream.iter_lines():
            if line.startswith("data: "):
                found = json.loads(line[6:])
                states.append(found["state"])
                counts.append(found["done"])
    assert states[-1] == "finished" and counts == sorted(counts) and counts[-1] == 400


def test_a_waiting_experiment_is_cancelled_at_once_and_can_go_on(studio):
    long = studio.post("/api/experiments", json={"scenario": "moscow-1917", "runs": 200_000}).json()["id"]
    waiting = studio.post("/api/experiments", json=QUICK).json()
    assert waiting["place"] >= 1
    assert studio.post(f"/api/experiments/{waiting['id']}/cancel").json()["state"] == "cancelled"
    deadline = time.monotonic() + 60
    while not studio.get(f"/api/experiments/{long}").json()["done"] and time.monotonic() < deadline:
        time.sleep(0.1)
    assert studio.delete(f"/api/experiments/{long}").status_code == 409
    assert studio.post(f"/api/experiments/{long}/cancel").status_code == 200
    assert wait(studio, long)["state"] == "cancelled"
    assert studio.post(f"/api/experiments/{waiting['id']}/resume").json()["state"] in ("queued", "running")
    assert wait(studio, waiting["id"])["state"] == "finished"
    assert studio.delete(f"/api/experiments/{long}").status_code == 204
    assert studio.get(f"/api/experiments/{long}").status_code == 404


def test_two_experiments_on_common_luck_are_compared_pair_by_pair(studio, done):
    found = studio.get("/api/experiments/compare", params={"first": done[0]["id"], "second": done[1]["id"]}).json()
    assert found["paired"] and found["pairs"] == 60 and 0 <= found["unchanged"] <= 1
    for shift in found["shifts"]:
        assert shift["low"] <= shift["shift"] <= shift["high"]
        assert shift["shift"] == pytest.approx(shift["second"] - shift["first"])


def test_strangers_are_compared_as_strangers(studio, done):
    other = wait(studio, studio.post("/api/experiments", json=QUICK | {"seed": 8}).json()["id"])
    found = studio.get("/api/experiments/compare", params={"first": done[0]["id"], "second": other["id"]}).json()
    assert not found["paired"] and found["unchanged"] is None and found["luck"] == "seed"


def test_pairs_that_end_otherwise_are_named(studio, done):
    found = studio.get("/api/experiments/compare", params={"first": done[0]["id"], "second": done[1]["id"]}).json()
    runs = [
        {int(row["run"]): row["outcome"] for row in csv.DictReader(io.StringIO(text))}
        for text in (studio.get(f"/api/experiments/{one['id']}/download/runs.csv").text for one in done)
    ]
    expected = [run for run in sorted(runs[0]) if runs[0][run] != runs[1][run]]
    assert found["luck"] == "common" and found["parted"] == expected[:8]


def test_one_seed_is_not_one_luck_where_the_scenarios_differ(studio, done):
    asked = {"scenario": "petrograd-1917", "runs": 2, "seed": 7}
    other = wait(studio, studio.post("/api/experiments", json=asked).json()["id"], 200)
    found = studio.get("/api/experiments/compare", params={"first": done[0]["id"], "second": other["id"]}).json()
    assert not found["paired"] and found["luck"] == "scenario"
    assert found["pairs"] == 0 and found["unchanged"] is None and found["parted"] == []
    first = next(shift for shift in found["shifts"] if shift["first"] > 0)
    assert first["low"] < first["shift"] < first["high"] or first["first"] in (0, 1)


def test_a_copy_of_a_scenario_shares_its_luck(studio, done):
    assert studio.post("/api/scenarios", json={"id": "the-same-call", "of": "kremlin-call"}).status_code == 201
    other = wait(studio, studio.post("/api/experiments", json=QUICK | {"scenario": "the-same-call"}).json()["id"])
    found = studio.get("/api/experiments/compare", params={"first": done[0]["id"], "second": other["id"]}).json()
    assert found["paired"] and found["unchanged"] == 1.0 and found["parted"] == []


@pytest.mark.parametrize("table", ["manifest.json", "scenario.json", "outcomes.csv", "runs.csv", "runs.parquet"])
def test_data_can_be_taken_away(studio, done, table):
    answer = studio.get(f"/api/experiments/{done[0]['id']}/download/{table}")
    assert answer.status_code == 200 and len(answer.content) > 100
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"scenario": "no-such"}, "E118"),
        (QUICK | {"variant": "no-such"}, "E703"),
        (QUICK | {"runs": 0}, "E901"),
        (QUICK | {"runs": 10**9}, "E901"),
        (QUICK | {"seed": -1}, "E901"),
        (QUICK | {"title": "a\nb"}, "E901"),
        (QUICK | {"folder": "/etc"}, "E901"),
        (QUICK | {"variant": "../../etc#x"}, "E901"),
    ],
)
def test_what_cannot_be_run_is_refused_in_words(studio, asked, code):
    answer = studio.post("/api/experiments", json=asked)
    assert answer.status_code in (404, 422) and answer.json()["code"] == code and answer.json()["message"]


def test_what_was_edited_later_does_not_change_an_experiment(studio, app):
    studio.post("/api/scenarios", json={"id": "later", "of": "kremlin-call"})
    asked = studio.post("/api/experiments", json=QUICK | {"scenario": "later"}).json()
    file = studio.get("/api/scenarios/later").json()["files"][0]
    saved = studio.put("/api/scenarios/later/files/scenario.yaml", json={"text": "x: 1", "digest": file["digest"]})
    assert saved.status_code == 200
    assert wait(studio, asked["id"])["state"] == "finished"
    refused = studio.post("/api/experiments", json=QUICK | {"scenario": "later"})
    assert refused.status_code == 422 and refused.json()["problems"]
