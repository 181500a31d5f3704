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
    towns, links, _, seats, _ = maker.read_all(maker.FOLDER / "tables")
    country = maker.Country(towns, links, seats)
    assert len(towns) == 104 and len(links) == 152
    for town in towns:
        x = maker.tables.slug(town["town"])
        places = [site for site in country.out["sites"] if country.town_of[site] == x]
        bodies = [unit for unit in country.out["units"].values() if unit["at"] in places]
        assert 3 <= len(places) <= 5 and 4 <= len(bodies) <= 6, x


def test_what_is_not_on_record_is_a_wide_range(maker):
    towns, links, _, seats, _ = maker.read_all(maker.FOLDER / "tables")
    claims = maker.Country(towns, links, seats).claims
    for town in towns:
        claim = claims[f"{maker.tables.slug(town['town'])}-garrison"]
        width = claim["high"] / claim["low"]
        assert claim["low"] < claim["high"]
        if not town["garrison"]:
            assert claim["trust"] == "assumed" and width > 8
        elif town["garrison_trust"] == "unverified":
            assert width > 3


def test_each_state_has_its_own_seat_chain_and_strength(maker):
    towns, links, _, seats, states = maker.read_all(maker.FOLDER / "tables")
    country = maker.Country(towns, links, seats, states=states)
    out, claims = country.out, country.claims
    assert out["bodies"]["don-host"]["seat"] == "novocherkassk-hall"
    assert out["units"]["orenburg-rivals"]["of"] == "orenburg-host" and out["units"]["verny-rivals"]["of"] != "don-host"
    assert out["units"]["kharkov-rivals"]["of"] == "rada"
    # Strength follows the host's people: the Don's seat has more than the Terek's, and than another town of the Don.
    assert claims["novocherkassk-rivals"]["mode"] > 5 * claims["vladikavkaz-rivals"]["mode"]
    assert claims["novocherkassk-rivals"]["mode"] > 2 * claims["taganrog-rivals"]["mode"]
    for name in ("novocherkassk", "kiev", "kokand"):
        claim = claims[f"{name}-rivals"]
        assert claim["high"] > 3 * claim["low"] and claim["trust"] == "assumed"
    # Hosts governed their towns before the start; the Rada and most councils claim theirs after it.
    assert out["sites"]["taganrog-hall"]["holder"] == "hosts" and out["sites"]["kharkov-hall"]["holder"] == "government"
    assert "take" in out["plans"]["kharkov-holds"]["do"][1] and "hold" in out["plans"]["taganrog-holds"]["do"][1]


def test_nobody_stands_with_the_state_of_another_land(maker):
    towns, links, _, seats, states = maker.read_all(maker.FOLDER / "tables")
    country = maker.Country(towns, links, seats, states=states)
    for town in towns:
        x, own = maker.tables.slug(town["town"]), country.rules(town)[0]
        leans = country.out["units"][f"{x}-garrison"]["leans"]
        assert {who for who in ("rada", "hosts", "nations") if leans[who] == -2.0} == {"rada", "hosts", "nations"} - {
            own
        }


def test_columns_wait_for_war_and_come_from_towns_that_are_held(maker):
    towns, links, _, seats, states = maker.read_all(maker.FOLDER / "tables")
    plans = maker.Country(towns, links, seats, states=states, wars={"hosts": "chose(a, war)"}).out["plans"]
    south = plans["novocherkassk-helped-from-rostov"]["when"]
    assert "chose(a, war) for 14 d" in south and "holder(rostov-hall) == soviets for 14 d" in south
    assert "chose(a, war)" not in plans["kiev-helped-from-chernigov"]["when"]
    assert "chose(columns, send) for 44 d" in plans["tyumen-helped-from-yekaterinburg"]["when"]


def test_a_state_without_a_known_seat_or_with_its_men_upside_down_is_told(maker, folder):
    rewrite(folder / "tables" / "states.csv", lambda rows: rows[0].update(seat="Nowhere", authority="nobody"))
    rewrite(folder / "tables" / "states.csv", lambda rows: rows[-1].update(men_low="9000"))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    assert {(p.code, p.line) for p in caught.value.problems} >= {("E863", 2), ("E866", 2), ("E867", 18)}


def test_faults_of_all_tables_are_told_together(maker, folder):
    rewrite(folder / "tables" / "towns.csv", lambda rows: rows[3].update(town=rows[2]["town"], soviet="X"))
    rewrite(folder / "tables" / "links.csv", lambda rows: rows[0].update(to="Nowhere"))
    rewrite(folder / "tables" / "outcomes.csv", lambda rows: rows[0].update(power_date_ns="1917-11-31"))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    found = {(Path(p.file).name, p.code, p.line) for p in caught.value.problems}
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

    towns, links, _, seats, _ = maker.read_all(folder / "tables")
    rewrite(folder / "tables" / "titles.csv", lambda rows: rows[0].update(ru="{of} и ещё {town}"))
    told = maker.titles.read(folder / "tables")
    before, after = (maker.Country(towns, links, seats, said=said).out for said in (None, told))
    assert before != after and plain(before) == plain(after)


def test_faults_of_the_names_are_told_together(maker, folder):
    rewrite(folder / "tables" / "names.csv", lambda rows: (rows[0].update(town="Petrogard"), rows[2].update(pl_of="")))
    rewrite(folder / "tables" / "titles.csv", lambda rows: rows[1].update(es="{town}: estación {of}"))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    found = {(Path(p.file).name, p.code, p.line) for p in caught.value.problems}
    assert found == {
        ("names.csv", "E863", 2),
        ("names.csv", "E863", 1),
        ("names.csv", "E866", 4),
        ("titles.csv", "E866", 3),
    }


def test_a_title_or_a_state_that_stands_twice_is_refused(maker, folder):
    rewrite(folder / "tables" / "titles.csv", lambda rows: rows.append(dict(rows[0])))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    assert [(p.code, p.path) for p in caught.value.problems] == [("E862", "title")]
    rewrite(folder / "tables" / "states.csv", lambda rows: rows.append(dict(rows[0])))
    with pytest.raises(ScenarioError) as caught:
        maker.files(folder)
    assert [(p.code, p.path) for p in caught.value.problems] == [("E862", "state")]
