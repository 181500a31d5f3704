"""A made-up city of any size: the benchmark city, and the oracle's second test case.

Streets form a square grid of 600 m. Every hundred units come with sixty sites of the same mix of
kinds, up to a thousand units; a larger city has more units on the same ground. Two or three
authorities, no history.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

SPACING_KM = 0.6
MOST_SITES = 600  # a city of more than a thousand units is denser, not wider
UNITS_A_FILE = 4000  # a file of a scenario has an upper size
KINDS = (
    "barracks", "street", "square", "factory-quarter", "street", "bank", "barracks", "police", "street", "station",
    "bridge", "store", "military-school", "street", "post", "press", "barracks", "power-station", "square", "telegraph",
)  # fmt: skip
UNITS = (
    ("infantry", 300, 0.9), ("infantry", 250, 0.8), ("workers-guard", 120, 0.5), ("cadets", 180, 1.0),
    ("militia", 60, 0.6), ("workers-guard", 150, 0.4), ("infantry", 400, 0.9), ("students", 80, 0.7),
    ("cavalry", 120, 1.0), ("officers", 50, 1.0),
)  # fmt: skip
WHY = "made up for measuring and comparing"


def mapping(units: int = 100, authorities: int = 2, hours: int = 48, seed: int = 7) -> dict:
    """A scenario as a person would write it, as one mapping. `units` from 4, `authorities` 2 or 3."""
    rng = random.Random(seed)
    names = ["council", "command", "guild"][:authorities]
    sites = max(6, min(MOST_SITES, round(units * 0.6)))
    side = max(2, round(sites**0.5))
    city = _sites(sites, side, names, rng)
    return {
        "dualpower": 1, "id": f"mini-city-{units}", "title": {"en": f"A made-up city of {units} units"},
        "teaching": True,
        "calendar": "gregorian", "start": "2000-01-03 06:00",
        "end": f"2000-01-{3 + (6 + hours) // 24:02d} {(6 + hours) % 24:02d}:00", "step": "5 min",
        "authorities": {
            name: {"title": {"en": name.title()}, "seat": f"s{_seat(i, sites)}", "posture": "fight" if i else "occupy",
                   "operations": 6, "assumed": WHY}
            for i, name in enumerate(names)
        },
        "stances": [
            {"between": [a, b], "stance": "hostile", "assumed": WHY}
            for i, a in enumerate(names)
            for b in names[i + 1 :]
        ],
        "issues": ["bread", "order"],
        "sites": city, "links": _links(sites, side),
        "lines": {
            "telephone": {"kind": "telephone", "exchange": "s1", "joins": "all", "staff": "operators", "assumed": WHY},
            "runners": {"kind": "courier", "joins": "all", "assumed": WHY},
        },
        "units": _units(units, sites, names, rng), "plans": _plans(sites, names), "decisions": _decisions(names),
        "outcomes": {
            **{
                f"{name}-wins": {
                    "title": {"en": f"{name} holds most"}, "history": i == 0,
                    "when": " and ".join([*(f"not ({_leads(x, names)})" for x in names[:i]), _leads(name, names)]),
                }
                for i, name in enumerate(names)
            },
            "even": {"title": {"en": "Nobody holds most"}, "otherwise": True},
        },
    }  # fmt: skip


def _leads(name: str, names: list[str]) -> str:
    return " and ".join(f"held({name}, any) > held({other}, any)" for other in names if other != name)


def _seat(i: int, sites: int) -> int:
    """Seats lie apart: the first site, the last, and one in the middle."""
    return (0, sites - 1, sites // 2)[i]


def _sites(sites: int, side: int, names: list[str], rng: random.Random) -> dict:
    found = {}
    for i in range(sites):
        row, column = divmod(i, side)
        kind = "telephone-exchange" if i == 1 else KINDS[i % len(KINDS)]
        holder = names[min(len(names) - 1, row * len(names) // max(1, (sites + side - 1) // side))]
        site = {
            "title": {"en": f"Site {i}"}, "kind": kind, "assumed": WHY,
            "at": [round(50.0 + row * SPACING_KM / 111.2, 6), round(20.0 + column * SPACING_KM / 71.5, 6)],
        }  # fmt: skip
        if kind not in ("street", "square", "factory-quarter") or rng.random() < 0.2:
            site["holder"] = holder
        found[f"s{i}"] = site
    for i, name in enumerate(names):
        seat = found[f"s{_seat(i, sites)}"]
        seat.update({"kind": "headquarters", "holder": name, "stocks": {"cartridges": 100000, "food": 10000}})
    return found


def _links(sites: int, side: int) -> dict:
    found = {}
    for i in range(sites):
        if (i + 1) % side and i + 1 < sites:
            found[f"l{i}-east"] = {"between": [f"s{i}", f"s{i + 1}"], "assumed": WHY}
        if i + side < sites:
            found[f"l{i}-south"] = {"between": [f"s{i}", f"s{i + side}"], "assumed": WHY}
    return found


def _units(units: int, sites: int, names: list[str], rng: random.Random) -> dict:
    found = {}
    for i in range(units - 1):
        kind, roll, armed = UNITS[i % len(UNITS)]
        at = i % sites if i >= len(names) else _seat(i, sites)
        own = names[i] if i < len(names) else names[min(len(names) - 1, at * len(names) // sites)]
        lean = 1.0 if i < len(names) else round(min(max(rng.gauss(0.2, 0.6), -2.0), 2.0), 3)
        found[f"u{i}"] = {
            "title": {"en": f"Unit {i}"}, "kind": kind, "roll": roll, "present": round(roll * 0.8), "at": f"s{at}",
            "of": own, "duty": "on-duty" if i % 4 == 0 or i < len(names) else "barracks",
            "bond": {own: 0.6}, "issues": {"bread": 0.5},
            "leans": {name: lean if name == own else -lean for name in names},
            "believes": dict.fromkeys(names, round(1.0 / len(names), 3)),
            "trust": {name: 0.7 if name == own else 0.3 for name in names},
            "arms": {"rifles": round(roll * 0.8 * armed), "cartridges": round(roll * 40)}, "assumed": WHY,
        }  # fmt: skip
    found["operators"] = {
        "title": {"en": "Operators"}, "kind": "staff", "roll": 30, "present": 30, "at": "s1", "duty": "on-duty",
        "crew_of": "telephone", "arms": {"rifles": 0}, "assumed": WHY,
    }  # fmt: skip
    return found


def _plans(sites: int, names: list[str]) -> dict:
    """A few rules a side: enough that evaluating them is part of the work measured."""
    found = {}
    for i, name in enumerate(names):
        rival = names[(i + 1) % len(names)]
        found[f"proclaim-{name}"] = {
            "who": name, "when": f"held({name}, any) > 1.2 * held({rival}, any) for 2 h",
            "do": [{"proclaim": {"en": f"The city is with the {name}"}, "favours": name}],
            "every": "12 h", "assumed": WHY,
        }  # fmt: skip
        found[f"fight-{name}"] = {
            "who": name, "when": f"not holder(s{_seat(i, sites)}) == {name} or dead({name}) > 20",
            "do": [{"posture": "fight"}], "assumed": WHY,
        }  # fmt: skip
    return found


def _decisions(names: list[str]) -> dict:
    return {
        "what-first": {
            "title": {"en": "What first"}, "who": names[0], "when": f"acting({names[0]}) > 100", "assumed": WHY,
            "options": {
                "the-lines": {"title": {"en": "Telephone and telegraph"}, "chance": 0.6, "history": True,
                              "do": [{"aim": ["telephone-exchange", "telegraph"]}], "assumed": WHY},
                "the-money": {"title": {"en": "The bank"}, "chance": 0.4, "do": [{"aim": ["bank"]}], "assumed": WHY},
            },
        }
    }  # fmt: skip


def write(folder: Path, units: int = 100, authorities: int = 2, hours: int = 48, seed: int = 7) -> Path:
    """Write the city as ``scenario.yaml`` (JSON is YAML) and its parts beside it; returns that file."""
    folder.mkdir(parents=True, exist_ok=True)
    data = mapping(units, authorities, hours, seed)
    parts = {"ground": {key: data.pop(key) for key in ("sites", "links")}}
    people = list(data.pop("units").items())
    for i in range(0, len(people), UNITS_A_FILE):
        parts[f"people-{i // UNITS_A_FILE}"] = {"units": dict(people[i : i + UNITS_A_FILE])}
    data["include"] = [f"{name}.yaml" for name in parts]
    path = folder / "scenario.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    for name, part in parts.items():
        (folder / f"{name}.yaml").write_text(json.dumps(part), encoding="utf-8")
    return path
