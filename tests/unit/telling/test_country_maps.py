"""Pictures of a country: a frame a week, the record beside the histories, a dot for every seat."""

import re
import shutil
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

import dualpower as dp
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.faces.cli.group import group
from dualpower.scenario import country as countries
from dualpower.scenario import resolve
from dualpower.telling import country_maps
from dualpower.telling.sketch import Sketch

FIVE = Path(__file__).parents[2] / "worlds" / "country"


@pytest.fixture(scope="module")
def world():
    resolved = resolve.load(FIVE)
    return resolved, countries.find(resolved), dp.simulate(resolved, runs=12, seed=4)


def parsed(sketch):
    return ET.fromstring(sketch.svg())  # noqa: S314 - our own picture


def test_the_map_has_a_frame_a_week_and_a_dot_a_town(world):
    sketch = country_maps.draw_map(*world)
    words = " ".join(node.text or "" for node in parsed(sketch).iter() if node.tag.endswith("text"))
    assert "13 Mar 1848" in words and "20 Mar 1848" in words and "21 Apr 1848" in words
    assert len(sketch.words) == 7 + 1  # six weeks, the last day, and the note
    assert sketch.svg().count("<circle") == 7 * 5 + 5 + 3  # the towns, once more in white, and the legend
    assert sketch.svg().count("<use") == 7
    assert "The league 1" in sketch.words[0]


def test_a_way_to_a_town_that_is_not_there_is_refused_and_not_left_out(world, tmp_path):
    resolved, country, result = world
    shutil.copytree(FIVE / "tables", tmp_path / "tables")
    links = tmp_path / "tables/links.csv"
    links.write_text(links.read_text().replace("Cedar,Dogwood,rail", "Cedar,Dogwod,rail"))
    with pytest.raises(ScenarioError, match=r"links.csv:4:2: E863: to: unknown town 'Dogwod' \(did you mean dogwood"):
        country_maps.draw_map(resolved, countries.Country(tmp_path, country.layout), result)


def test_the_curves_hold_the_record(world):
    sketch = country_maps.draw_towns(*world)
    assert 'stroke-dasharray="6 4"' in sketch.svg()
    assert any(line.startswith("The record: 25%") for line in sketch.words)
    assert any(line.startswith("The league:") for line in sketch.words)


def test_the_assembly_has_a_dot_for_every_seat(world):
    resolved, _, result = world
    finding = dp.elect(resolved, result=result)
    sketch = country_maps.draw_assembly(finding, "Five towns")
    seats = sum(round(row["seats"]) for row in finding.table)
    assert sketch.svg().count('r="4.2"') == seats
    assert f"{seats} seats" in sketch.svg()


def test_the_assembly_is_drawn_in_every_language(world):
    resolved, _, result = world
    finding = dp.elect(resolved, result=result)
    finding.table[0]["titles"].update(ru="Молот")
    sketch = country_maps.draw_assembly(finding, "Пять городов", "ru")
    assert "Пять городов: собрание по итогам выборов" in sketch.svg()
    assert any(line.startswith("Молот: ") for line in sketch.words)
    heads = {country_maps.draw_assembly(finding, "Five", code).title for code in ("en", "es", "pl", "ru")}
    assert len(heads) == 4


def test_the_map_and_the_curves_speak_polish(world):
    drawn = country_maps.draw_map(*world, "pl")
    assert "13 mar 1848" in drawn.svg() and "w czyich rękach" in drawn.title
    assert any(line.startswith("Według źródeł: 25%") for line in country_maps.draw_towns(*world, "pl").words)


@pytest.mark.parametrize("total", [1, 13, 120, 757])
def test_benches_hold_every_seat_once(total):
    benches = country_maps._benches(total)
    assert len(benches) == len(set(benches)) == total


def test_no_label_covers_another():
    labels = [[10.0, "a", ""], [11.0, "b", ""], [50.0, "c", ""], [12.0, "d", ""]]
    country_maps._apart(labels)
    heights = [y for y, _, _ in labels]
    assert all(after - before >= 16 for before, after in pairwise(heights))


def test_what_is_written_is_escaped_and_told(tmp_path):
    sketch = Sketch("Bread & <peace>", 100, 50, words=("One line.",))
    sketch.text(5, 5, "a < b & c")
    root = parsed(sketch)
    assert [node.text for node in root.iter() if node.tag.endswith("text")] == ["a < b & c"]
    assert sketch.save(tmp_path / "one.txt").read_text(encoding="utf-8") == "Bread & <peace>\n\nOne line.\n"
    with pytest.raises(DualpowerError, match="E831"):
        sketch.save(tmp_path / "one.pdf")


@pytest.mark.parametrize("what", ["map", "towns", "assembly"])
def test_the_command_writes_a_picture(tmp_path, what):
    file = tmp_path / f"{what}.svg"
    given = ["draw", str(FIVE), what, "--runs", "6", "--seed", "4", "-o", str(file), "-q"]
    done = CliRunner().invoke(group, given)
    assert done.exit_code == 0, done.output
    assert re.match(r"<svg [^>]*viewBox", file.read_text(encoding="utf-8"))


def test_the_command_elects():
    done = CliRunner().invoke(group, ["elect", str(FIVE), "--runs", "6", "--seed", "4", "-q", "--districts"])
    assert done.exit_code == 0, done.output
    assert "D'Hondt" in done.output and "The army" in done.output
