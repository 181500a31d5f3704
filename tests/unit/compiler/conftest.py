"""A small divided city as plain values, and the way from it to a problem."""
# ruff: noqa: E501 - a table reads best on one line a row

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualpower.compiler import Problem, build
from dualpower.draft import Draft
from dualpower.scenario.resolve import Resolved, resolve

CITY: dict[str, Any] = {
    "dualpower": 1,
    "id": "small-city",
    "title": {"en": "A small city", "pl": "Miasto"},
    "calendar": "gregorian",
    "start": "1900-01-01 06:30",
    "end": "1900-01-02 06:30",
    "authorities": {
        "reds": {"title": {"en": "Reds"}, "seat": "hall", "posture": "occupy", "credibility": 0.4},
        "blues": {"title": {"en": "Blues", "es": "Azules"}, "seat": "fort", "operations": 3},
        "greens": {"title": {"en": "Greens"}, "seat": "depot"},
    },
    "bodies": {
        "staff": {"title": {"en": "Staff"}, "of": "blues", "commands": ["guards"]},
        "club": {"title": {"en": "Club"}, "of": "reds", "accepted": "0.2..0.4"},
    },
    "stances": [{"between": ["reds", "blues"], "stance": "hostile"}, {"between": ["blues", "greens"], "stance": "allied"}],
    "issues": ["peace", "bread"],
    "sites": {
        "hall": {"title": {"en": "Hall"}, "kind": "council", "at": [50.00, 20.00], "holder": "reds"},
        "fort": {
            "title": {"en": "Fort"}, "kind": "fortress", "at": [50.00, 20.01], "holder": "staff", "shrine": True,
            "stocks": {"rifles": "100..300", "food": 5}, "hidden": ["rifles"], "entrances": 7,
            "gates": {
                "front": {"to": "bridge"},
                "cellar": {"to": "hall", "known_to": ["reds", "greens"]},
                "side": {"to": "hall", "kept_by": "guards"},
            },
        },
        "bridge": {"title": {"en": "Bridge"}, "kind": "bridge", "at": [50.01, 20.01]},
        "depot": {"title": {"en": "Depot"}, "kind": "depot", "at": [50.02, 20.00], "residents": 500},
        "farville": {"title": {"en": "Farville"}, "kind": "town", "at": [51.0, 20.0]},
    },
    "links": {
        "high-street": {"between": ["hall", "bridge"], "km": 1.0},
        "low-street": {"between": ["bridge", "depot"], "kind": "road"},
        "back-street": {"between": ["hall", "fort"], "open": False},
        "railway": {"between": ["depot", "farville"], "kind": "rail", "crew": "railmen", "km": 100},
    },
    "lines": {
        "phone": {"kind": "telephone", "exchange": "hall", "joins": ["hall", "fort"], "cut": [["hall", "fort"]]},
        "boys": {"kind": "courier", "joins": "all"},
    },
    "units": {
        "guards": {
            "title": {"en": "Guards"}, "kind": "infantry", "roll": 600, "present": "300..500", "at": "fort", "duty": "on-duty",
            "of": "blues", "bond": {"staff": 0.5}, "leans": {"reds": 1, "blues": "-1..0"}, "issues": {"bread": 0.5},
            "trust": {"blues": 0.9}, "believes": {"blues": 0.6}, "keeps": ["fort.front"], "arms": {"rifles": 400},
            "unfed": "90 min",
        },
        "militia": {
            "title": {"en": "Militia", "ru": "Милиция"}, "kind": "workers-guard", "roll": "300..600", "at": "hall",
            "spread": ["hall", "depot", "bridge"], "of": "club", "volunteers": True, "leans": {"reds": 1.5},
            "arms": {"rifles": 90},
        },
        "operators": {"title": {"en": "Operators"}, "kind": "staff", "roll": 20, "at": "hall", "crew_of": "phone"},
        "railmen": {"title": {"en": "Railmen"}, "kind": "staff", "roll": 50, "at": "depot"},
        "relief": {
            "title": {"en": "Relief"}, "kind": "infantry", "roll": 900, "at": "farville", "duty": "outside", "of": "blues",
            "route": ["farville", "depot"],
        },
    },
    "outcomes": {
        "other": {"title": {"en": "Other"}, "otherwise": True},
        "reds-win": {"title": {"en": "Reds win"}, "when": "holder(fort) == reds", "history": True},
    },
}  # fmt: skip


@pytest.fixture
def city() -> dict[str, Any]:
    """The city, free to be changed."""
    return copy.deepcopy(CITY)


def resolved_of(data: dict[str, Any]) -> Resolved:
    found, problems = resolve(Draft(data, Path(), "city.yaml"))
    assert found is not None and not problems, [str(problem) for problem in problems]
    return found


@pytest.fixture
def resolving() -> Callable[[dict[str, Any]], Resolved]:
    return resolved_of


@pytest.fixture
def compiling() -> Callable[..., Problem]:
    """The way from plain values to a problem."""
    return lambda data, **how: build(resolved_of(data), **how)
