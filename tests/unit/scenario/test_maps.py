"""The hand-drawn maps: every feature says what it is, where it is from, how good it is; bridges cross water."""

from __future__ import annotations

import json
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import pytest

from dualpower.analysis import histories

SCENARIOS = Path(histories.__file__).parents[1] / "data" / "scenarios"
CITIES = sorted(path.parent.name for path in SCENARIOS.glob("*/map.geojson"))
METRES = 111_200.0  # of a degree


def drawn(city: str) -> dict[str, Any]:
    return dict(json.loads((SCENARIOS / city / "map.geojson").read_text(encoding="utf-8")))


def corners(geometry: dict[str, Any]) -> list[list[float]]:
    found = geometry["coordinates"]
    return found[0] if geometry["type"] == "Polygon" else found


def metres(point: list[float], line: list[list[float]]) -> float:
    """Distance of a point from a line."""
    east = cos(radians(point[1]))
    best = float("inf")
    for (ax, ay), (bx, by) in pairwise(line):
        px, py = (point[0] - ax) * east, point[1] - ay
        dx, dy = (bx - ax) * east, by - ay
        t = max(0.0, min(1.0, (px * dx + py * dy) / ((dx * dx + dy * dy) or 1e-18)))
        best = min(best, hypot(px - t * dx, py - t * dy) * METRES)
    return best


def test_the_cities_have_maps() -> None:
    assert {"moscow-1917", "petrograd-1917"} <= set(CITIES)


@pytest.mark.parametrize("city", CITIES)
def test_a_map_is_ours_and_in_the_public_domain(city: str) -> None:
    found = drawn(city)
    assert found["type"] == "FeatureCollection"
    assert found["licence"] == "CC0-1.0"
    assert found["note"]
    assert 40 <= len(found["features"]) <= 120
    assert set(found["looks"]) <= set(histories.load(city).scenario.authorities)


@pytest.mark.parametrize("city", CITIES)
def test_every_feature_says_what_it_is_where_it_is_from_and_how_good_it_is(city: str) -> None:
    names = set()
    for feature in drawn(city)["features"]:
        told = feature["properties"]
        assert told["title"]["en"] and told["title"]["ru"]
        assert len(told["source"]) > 20
        assert 20 <= told["precision_m"] <= 1500
        assert told["certain"] in ("yes", "approx")
        assert feature["geometry"]["type"] in ("LineString", "Polygon")
        points = corners(feature["geometry"])
        assert len(points) >= 2
        if feature["geometry"]["type"] == "Polygon":
            assert points[0] == points[-1] and len(points) >= 4
        names.add((told["kind"], told["title"]["en"]))
    assert len(names) == len(drawn(city)["features"])


@pytest.mark.parametrize("city", CITIES)
def test_a_bridge_lies_on_its_water_within_its_precision_and_crosses_it(city: str) -> None:
    features = drawn(city)["features"]
    water = {
        f["properties"]["title"]["en"]: f for f in features if f["properties"]["kind"] in ("river", "canal")
    }  # fmt: skip
    bridges = [f for f in features if f["properties"]["kind"] == "bridge"]
    assert len(bridges) >= 10
    for bridge in bridges:
        told, (one, other) = bridge["properties"], corners(bridge["geometry"])
        river = water[told["over"]]
        middle = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2]
        assert metres(middle, corners(river["geometry"])) <= told["precision_m"], told["title"]["en"]
        assert hypot((one[0] - other[0]) * cos(radians(one[1])), one[1] - other[1]) * METRES >= 1.2 * river[
            "properties"
        ].get("width_m", 20)


@pytest.mark.parametrize("city", CITIES)
def test_the_bridges_of_the_scenario_are_on_the_map(city: str) -> None:
    bridges = [corners(f["geometry"]) for f in drawn(city)["features"] if f["properties"]["kind"] == "bridge"]
    for name, site in histories.load(city).scenario.sites.items():
        if site.kind == "bridge":
            place = [site.at[1], site.at[0]]
            assert min(metres(place, line) for line in bridges) <= 1.5 * (site.precision_m or 100), name
