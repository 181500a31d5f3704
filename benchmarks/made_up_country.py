"""A made-up country of any number of towns: the country of the growth benchmark.

Towns lie on a square grid, 60 km apart, each with a railway to the town before it and, one in three, to the one in
the row before. Soviets, rivals, garrisons and workers are drawn as in the table of Russia's towns.
"""

from __future__ import annotations

import importlib.util
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
CODES, CODE_WEIGHTS = ("B", "BL", "C", "M", "O"), (36, 4, 22, 29, 13)
RIVALS = ("none_or_salvation_committee", "rada", "don_host", "estonian_council", "front_staff")
RIVAL_WEIGHTS = (56, 11, 16, 10, 11)
KM_A_DEGREE = 111.0
SPACING_KM = 60.0
TOWNS_A_FILE = 200  # a file of a scenario has an upper size

HEAD = """dualpower: 1
id: made-up-country
title: {en: A made-up country}
teaching: true
calendar: julian
start: 1917-10-25 00:00
end: 1918-03-19 00:00
step: 6 h
include: [INCLUDES]
authorities:
  soviets: {title: {en: Soviets}, seat: town-0-works, operations: 0, assumed: made up}
  government: {title: {en: Government}, seat: town-0-hall, operations: 0, assumed: made up}
  coalition: {title: {en: Committees}, seat: town-1-station, operations: 0, assumed: made up}
  rada: {title: {en: A rada}, seat: town-2-station, operations: 0, assumed: made up}
  hosts: {title: {en: Hosts}, seat: town-3-station, operations: 0, assumed: made up}
  nations: {title: {en: Councils}, seat: town-4-station, operations: 0, assumed: made up}
  railwaymen: {title: {en: Railwaymen}, seat: town-5-station, operations: 0, assumed: made up}
stances:
  - {between: [soviets, government], stance: hostile}
  - {between: [soviets, coalition], stance: hostile}
  - {between: [soviets, rada], stance: hostile}
  - {between: [soviets, hosts], stance: hostile}
  - {between: [soviets, nations], stance: hostile}
  - {between: [government, coalition], stance: hostile}
  - {between: [government, rada], stance: hostile}
issues: [peace, land, workers-control, self-rule, joint-government, assembly]
lines: {telegraph: {kind: telegraph, joins: all}}
decisions:
  columns:
    title: {en: Columns}
    who: soviets
    when: taken(town-0-hall, soviets)
    assumed: made up
    options:
      send: {title: {en: Sent}, chance: 1, history: true}
outcomes:
  taken: {title: {en: The capital is taken}, when: holder(town-0-hall) == soviets, history: true}
  kept: {title: {en: It is not}, otherwise: true}
"""


def builder() -> ModuleType:
    """The script that makes towns from tables, as a module."""
    if "build_russia" not in sys.modules:
        spec = importlib.util.spec_from_file_location("build_russia", ROOT / "tools" / "build_russia.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["build_russia"] = module
        spec.loader.exec_module(module)
    return sys.modules["build_russia"]


def tables(towns: int, seed: int = 7) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Rows of towns and of links, as the tables of russia-1917 have them. `towns` from 6."""
    rng = random.Random(seed)
    side = max(2, round(towns**0.5))
    rows, links = [], []
    for i in range(towns):
        code = "B" if i == 0 else rng.choices(CODES, CODE_WEIGHTS)[0]
        people = round(rng.lognormvariate(11.3, 0.8))
        rows.append(
            {
                "town": f"Town {i}",
                "lat": f"{45 + i // side * SPACING_KM / KM_A_DEGREE:.3f}",
                "lon": f"{30 + i % side * SPACING_KM / KM_A_DEGREE * 1.6:.3f}",
                "region": "made-up",
                "population": str(people),
                "population_trust": "unverified",
                "garrison": str(round(people * rng.uniform(0.05, 0.3))),
                "garrison_trust": "unverified",
                "workers": str(round(people * rng.uniform(0.03, 0.2))),
                "workers_trust": "unverified",
                "soviet": code,
                "soviet_trust": "unverified",
                "rival": rng.choices(RIVALS, RIVAL_WEIGHTS)[0],
                "cadet_school": str(int(rng.random() < 0.15)),
                "on_railway": "1",
                "news_date_ns": "1917-11-08",
            }
        )
        before = [i - 1] if i % side else [i - side]
        if i % side and i >= side and rng.random() < 0.33:
            before.append(i - side)
        links += [
            {
                "from": f"Town {j}",
                "to": f"Town {i}",
                "km": str(SPACING_KM * rng.uniform(1.1, 1.6)),
                "kind": "rail",
                "trust": "seen",
            }
            for j in before
            if j >= 0
        ]
    return rows, links


def write(folder: Path, towns: int, seed: int = 7) -> Path:
    """Write the scenario of a made-up country into a folder; return its path."""
    made: Any = builder()
    country = made.Country(*tables(towns, seed), [], capital="town-0")
    claims = (made.FOLDER / "claims.yaml").read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "claims.yaml").write_text(claims, encoding="utf-8")
    names = []
    for section, nouns in country.out.items():
        items = list(nouns.items())
        for first in range(0, len(items), TOWNS_A_FILE * 5):
            names.append(f"{section}-{first}.yaml")
            (folder / names[-1]).write_text(
                made.write({section: dict(items[first : first + TOWNS_A_FILE * 5])}, ""), encoding="utf-8"
            )
    names.append("claims-towns.yaml")
    (folder / names[-1]).write_text(made.write({"claims": country.claims}, ""), encoding="utf-8")
    path = folder / "scenario.yaml"
    path.write_text(HEAD.replace("INCLUDES", ", ".join(names)), encoding="utf-8")
    return path
