"""Own scenarios: copied, edited, checked; nothing outside the workspace is reached."""

import pytest


def copy(studio, name):
    studio.delete(f"/api/scenarios/{name}")
    assert studio.post("/api/scenarios", json={"id": name, "of": "kremlin-call"}).status_code == 201
    return studio.get(f"/api/scenarios/{name}").json()["files"]


def test_the_list_has_the_package_and_what_is_own(studio):
    copy(studio, "listed")
    found = {one["id"]: one for one in studio.get("/api/scenarios").json()["scenarios"]}
    assert found["listed"]["own"] and not found["moscow-1917"]["own"]
    assert found["kremlin-call"]["variants"] and found["kremlin-call"]["title"]["ru"]


def test_a_copy_is_another_scenario_that_checks_clean(studio):
    files = copy(studio, "clean")
    assert files[0]["name"] == "scenario.yaml" and "\nid: clean\n" in files[0]["text"]
    assert studio.post("/api/scenarios/clean/check", json={}).json() == {"problems": []}


def test_a_new_scenario_checks_clean(studio):
    assert studio.post("/api/scenarios", json={"id": "fresh-start"}).status_code == 201
    assert studio.post("/api/scenarios/fresh-start/check", json={}).json() == {"problems": []}


def test_problems_are_told_with_their_lines_as_one_types(studio):
    text = copy(studio, "typed")[0]["text"]
    typed = text.replace("calendar:", "calender:", 1)
    line = typed[: typed.index("calender")].count("\n") + 1
    found = studio.post("/api/scenarios/typed/check", json={"files": {"scenario.yaml": typed}}).json()["problems"]
    assert any(p["line"] == line and p["file"] == "scenario.yaml" and "calend" in p["message"] for p in found)
    assert studio.get("/api/scenarios/typed").json()["files"][0]["text"] == text  # checking saves nothing


def test_a_problem_and_its_cure_come_in_every_language(studio):
    text = copy(studio, "tongues")[0]["text"]
    typed = {"scenario.yaml": text.replace("calendar:", "calender:", 1)}
    found = studio.post("/api/scenarios/tongues/check", json={"files": typed}).json()["problems"]
    (slip,) = [one for one in found if one["code"] == "E201"]
    assert slip["messages"]["en"] == slip["message"] and slip["hints"]["en"] == slip["hint"]
    assert slip["messages"]["pl"] == "nieznane pole 'calender'"
    assert slip["hints"]["es"] == "¿quiso decir calendar?"


def test_a_refusal_comes_in_every_language(studio):
    said = studio.get("/api/scenarios/nowhere").json()
    assert said["messages"]["ru"] == "нет сценария с именем 'nowhere'"
    assert said["hints"] == {
        "en": said["hint"],
        "es": "GET /api/scenarios da la lista",
        "pl": "listę podaje GET /api/scenarios",
        "ru": "список даёт GET /api/scenarios",
    }


def test_a_file_is_saved_only_over_what_was_read(studio):
    first = copy(studio, "saved")[0]
    address = "/api/scenarios/saved/files/scenario.yaml"
    done = studio.put(address, json={"text": first["text"] + "# mine\n", "digest": first["digest"]})
    assert done.status_code == 200 and done.json()["digest"] != first["digest"]
    late = studio.put(address, json={"text": "other", "digest": first["digest"]})
    assert (late.status_code, late.json()["code"]) == (409, "E905")
    assert studio.get("/api/scenarios/saved").json()["files"][0]["text"].endswith("# mine\n")


def test_scenarios_of_the_package_are_read_only(studio):
    file = studio.get("/api/scenarios/kremlin-call").json()["files"][0]
    answer = studio.put("/api/scenarios/kremlin-call/files/scenario.yaml", json={"text": "x", "digest": file["digest"]})
    assert (answer.status_code, answer.json()["code"]) == (403, "E904")
    assert studio.delete("/api/scenarios/kremlin-call").status_code == 403


@pytest.mark.parametrize(
    "name", ["..", "../..", "%2e%2e", "..%2f..%2fetc", "a/b", "A", "x" * 65, "a%0A", "con:", "a.b", "-a", ""]
)
def test_a_name_that_leaves_the_workspace_is_refused(studio, name):
    assert studio.get(f"/api/scenarios/{name}/sheets").status_code in (404, 422)
    assert studio.post("/api/scenarios", json={"id": name}).status_code == 422


@pytest.mark.parametrize(
    "name", ["..%2fscenario.yaml", "%2fetc%2fpasswd", ".hidden.yaml", "a.py", "a.yaml%00.md", "a.yaml.exe", "%5c.yaml"]
)
def test_a_file_name_that_leaves_the_scenario_is_refused(studio, name):
    copy(studio, "held")
    answer = studio.put(f"/api/scenarios/held/files/{name}", json={"text": "x"})
    assert answer.status_code in (404, 405, 422)


def test_what_a_link_points_to_is_neither_read_nor_written(studio, app, tmp_path):
    copy(studio, "linked")
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret: 1\n", encoding="utf-8")
    (app.state.desk.workspace.scenarios / "linked" / "extra.yaml").symlink_to(secret)
    assert "extra.yaml" not in [one["name"] for one in studio.get("/api/scenarios/linked").json()["files"]]
    assert studio.put("/api/scenarios/linked/files/extra.yaml", json={"text": "x"}).status_code == 403
    assert secret.read_text(encoding="utf-8") == "secret: 1\n"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: &a [*a, *a]\n",
        "include: [../../../../etc/passwd]\n",
        "x: !!python/object/apply:os.system ['true']\n",
        "\x00",
        "- " * 50_000,
    ],
)
def test_a_hostile_scenario_is_told_what_is_wrong(studio, text):
    copy(studio, "hostile")
    answer = studio.post("/api/scenarios/hostile/check", json={"files": {"scenario.yaml": text}})
    assert answer.status_code in (200, 422)
    assert "root:" not in answer.text and (answer.status_code == 422 or answer.json()["problems"])


def test_the_order_of_battle_is_a_table(studio):
    copy(studio, "tabled")
    units, sites = studio.get("/api/scenarios/tabled/sheets").json()["sheets"]
    assert units["name"] == "units" and len(units["rows"][0]["cells"]) == len(units["columns"])
    row = next(one for one in units["rows"] if one["id"] == "garrison")
    text = studio.get("/api/scenarios/tabled").json()["files"][0]["text"].splitlines()
    assert "garrison" in text[row["line"] - 1] and len(sites["rows"]) > 2


def test_removing_a_scenario_leaves_nothing(studio, app):
    copy(studio, "gone")
    assert studio.delete("/api/scenarios/gone").status_code == 204
    assert studio.get("/api/scenarios/gone").status_code == 404
    assert not (app.state.desk.workspace.scenarios / "gone").exists()
