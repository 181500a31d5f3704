"""The country scenario is what its tables say, no outcome is an input, and faults of the tables are told."""

import csv
import importlib.util
import shutil
from pathlib import Path

import pytest

from dualpower.errors import ScenarioError

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def maker():
    spec = importlib.util.spec_from_file_location("build_russia", ROOT / "tools" / "build_russia.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(maker, tmp_path):
    shutil.copytree(maker.FOLDER / "tables", tmp_path / "tables")
    return tmp_path


def rewrite(path, change):
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    columns = list(rows[0])
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def test_the_files_of_the_scenario_are_as_the_tables_have_them(maker):
    for name, text in maker.files(maker.FOLDER).items():
        assert (maker.FOLDER / name).read_text(encoding="utf-8") == text, "run python tools/build_russia.py"


def test_no_outcome_is_an_input(maker, folder):
    before = maker.files(folder)

    def forget(rows):
        for row in rows:
            row.update({column: "" for column in row if column != "town"})

    rewrite(folder / "tables" / "outcomes.csv", forget)
    assert maker.files(folder) == before


def test_every_town_has_three_to_five_places_and_four_to_six_bodies(maker):
    towns, links, _, seats = maker.read_all(maker.FOLDER / "tables")
    country = maker.Country(towns, links, seats)
    assert len(towns) == 104 and len(links) == 152
    for town in towns:
        x = maker.tables.slug(town["town"])
        places = [site for site in country.out["sites"] if country.town_of[site] == x]
        bodies = [unit for unit in country.out["units"].values() if unit["at"] in places]
        assert 3 <= len(places) <= 5 and 4 <= len(bodies) <= 6, x


def test_what_is_not_on_record_is_a_wide_range(maker):
    towns, links, _, seats = maker.read_all(maker.FOLDER / "tables")
    claims = maker.Country(towns, links, seats).claims
    for town in towns:
        claim = claims[f"{maker.tables.slug(town['town'])}-garrison"]
        width = claim["high"] / claim["low"]
        assert claim["low"] < claim["high"]
        if not town["garrison"]:
            assert claim["trust"] == "assumed" and width > 8
        elif town["garrison_trust"] == "unverified":
            assert width > 3


def test_faults_of_all_tables_are_told_together(maker, folder):
    rewrite(folder / "tables" / "towns.csv", lambda rows: rows[3].update(town=rows[2]["town"], soviet="X"))
    rewrite(folder / "tables" / "links.csv", lambda rows: rows[0].update(to="Nowhere"))
    rewrite(folder / "tables" / "outcomes.csv", lambda rows: rows[0].update(power_date_ns="1917-11-31"))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    found = {(p.file, p.code, p.line) for p in caught.value.problems}
    assert {
        ("towns.csv", "E862", 5),
        ("towns.csv", "E866", 5),
        ("links.csv", "E863", 2),
        ("outcomes.csv", "E864", 2),
    } <= found


def test_every_title_of_a_town_is_told_in_every_language(maker):
    titles = maker.titles.read(maker.FOLDER / "tables")
    assert titles.of("garrison", "Vladimir") == {
        "en": "Garrison of Vladimir",
        "es": "Guarnición de Vladímir",
        "pl": "Garnizon Włodzimierza",
        "ru": "Гарнизон Владимира",
    }
    power = titles.of("power", "Vladivostok")
    assert "we Władywostoku" in power["pl"] and "во Владивостоке" in power["ru"]
    assert titles.of("garrison", "Town 7") == {"en": "Garrison of Town 7"}  # a made-up town has an English name only
    assert titles.of("troops-nobody", "Tula", "Tula: troops") == {"en": "Tula: troops"}


def test_titles_change_no_number(maker, folder):
    def plain(value):
        if isinstance(value, dict):
            return {key: plain(one) for key, one in value.items() if key != "title"}
        return [plain(one) for one in value] if isinstance(value, list) else value

    towns, links, _, seats = maker.read_all(folder / "tables")
    rewrite(folder / "tables" / "titles.csv", lambda rows: rows[0].update(ru="{of} и ещё {town}"))
    told = maker.titles.read(folder / "tables")
    before, after = (maker.Country(towns, links, seats, said=said).out for said in (None, told))
    assert before != after and plain(before) == plain(after)


def test_faults_of_the_names_are_told_together(maker, folder):
    rewrite(folder / "tables" / "names.csv", lambda rows: (rows[0].update(town="Petrogard"), rows[2].update(pl_of="")))
    rewrite(folder / "tables" / "titles.csv", lambda rows: rows[1].update(es="{town}: estación {of}"))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    found = {(p.file, p.code, p.line) for p in caught.value.problems}
    assert found == {
        ("names.csv", "E863", 2),
        ("names.csv", "E863", 1),
        ("names.csv", "E866", 4),
        ("titles.csv", "E866", 3),
    }
