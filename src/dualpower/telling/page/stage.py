"""The stage: what a player needs of a scenario and what no run changes.

Who the powers are and how they are told apart, every place and way, every unit, the choices, the endings, the
marks of the record on the clock, and the hand-drawn map under it all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpower.analysis.marks import Frame, observed
from dualpower.clock import Clock, day_number
from dualpower.telling.language import LANGUAGES
from dualpower.telling.page import contract

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

MAP = "map.geojson"
NAMED = ("bodies", "lines", "assemblies", "plans", "outside")
NO_MAP: dict[str, Any] = {"type": "FeatureCollection", "features": []}


def texts(title: Mapping[Any, str] | str | None, fallback: str = "") -> contract.Texts:
    """Return a scenario's text by language, English always among them."""
    if not title:
        return {"en": fallback}
    if isinstance(title, str):
        return {"en": title}
    found = {str(code): text for code, text in title.items() if text}
    return found if "en" in found else {"en": next(iter(found.values()), fallback), **found}


def words_of(name: str) -> str:
    """Return an id read as words."""
    return name.rpartition(".")[2].replace("-", " ")


def stage(resolved: Resolved, problem: Problem, *, inside: Mapping[str, bool] | None = None) -> contract.Stage:
    """Return the stage of a scenario.

    Args:
        resolved: the scenario, and ``problem`` the same compiled: codes on the page are the compiler's.
        inside: mark -> whether the ensemble met it, where that is known.
    """
    scenario, clock = resolved.scenario, resolved.clock
    drawn = read_map(resolved)
    return contract.Stage(
        id=scenario.id,
        title=texts(scenario.title, scenario.id),
        summary=texts(scenario.summary),
        calendar=scenario.calendar,
        reform=(scenario.reform or "") if scenario.calendar == "julian" else "",
        start=clock.write(0),
        julian_days=_julian_days(clock),
        minutes=problem.minutes,
        authorities=_authorities(resolved, problem, drawn.get("looks", [])),
        sites=_sites(resolved, problem),
        links=_links(resolved, problem),
        units=_units(resolved, problem),
        decisions=_decisions(resolved, problem),
        endings=[contract.Ending(id=o.id, title=texts(o.title, o.id), history=o.history) for o in problem.outcomes],
        marks=_marks(resolved, inside or {}),
        named=_named(resolved),
        map={"type": "FeatureCollection", "features": drawn["features"]},
    )


def _named(resolved: Resolved) -> dict[str, contract.Texts]:
    """Return the titles of what is neither place nor unit, authority or decision."""
    scenario = resolved.scenario
    found = {
        f"{section}.{name}": texts(noun.title)
        for section in NAMED
        for name, noun in getattr(scenario, section).items()
        if noun.title
    }
    for name, assembly in scenario.assemblies.items():
        for part, nouns in (("factions", assembly.factions), ("motions", assembly.motions)):
            found |= {f"{part}.{name}.{inner}": texts(noun.title) for inner, noun in nouns.items() if noun.title}
    issues = scenario.issues if isinstance(scenario.issues, dict) else {}
    return found | {f"issues.{name}": texts(title) for name, title in issues.items()}


def read_map(resolved: Resolved) -> dict[str, Any]:
    """Return the hand-drawn map that lies beside the scenario, or an empty one."""
    place = Path(resolved.draft.folder) / MAP if resolved.draft.folder else None
    if place is None or not place.is_file():
        return NO_MAP
    return dict(json.loads(place.read_text(encoding="utf-8")))


def _julian_days(clock: Clock) -> int:
    if clock.calendar == "gregorian":
        return 0
    year, month, day, *_ = clock.parts(0)
    return day_number(year, month, day, "julian") - day_number(year, month, day, "gregorian")


def looks(problem: Problem, wanted: list[str]) -> tuple[dict[str, int], set[str]]:
    """Return the look of each authority, and who the contenders are.

    The contenders are the two who hold most places at the start, or whom the map names first (``looks``).
    """
    ids = problem.names.authorities
    held = [int((problem.arrays["site_holder0"] == code + 1).sum()) for code in range(len(ids))]
    most = sorted(range(len(ids)), key=lambda code: (-held[code], code))[:2]
    named = [name for name in wanted if name in ids]
    order = named + [ids[code] for code in sorted(most) if ids[code] not in named]
    contenders = order[:2]
    order = contenders + [name for name in [*order[2:], *ids] if name not in contenders]
    return {name: at for at, name in enumerate(dict.fromkeys(order))}, set(contenders)


def _authorities(resolved: Resolved, problem: Problem, wanted: list[str]) -> list[contract.Authority]:
    look, contenders = looks(problem, wanted)
    known, sites = resolved.scenario.authorities, problem.names.sites
    return [
        contract.Authority(
            id=name, title=texts(known[name].title, name), look=look[name],
            seat=sites.index(known[name].seat) if known[name].seat in sites else -1, contender=name in contenders,
        )
        for name in problem.names.authorities
    ]  # fmt: skip


def _sites(resolved: Resolved, problem: Problem) -> list[contract.Site]:
    worth, found = problem.arrays["site_value"], []
    for code, name in enumerate(problem.names.sites):
        site = resolved.scenario.sites[name]
        gates = [texts(gate.title, words_of(key)) for key, gate in site.gates.items()]
        found.append(
            contract.Site(
                id=name, title=texts(site.title, name), lon=float(site.at[1]), lat=float(site.at[0]), kind=site.kind,
                worth=round(float(worth[code]), 2), gates=gates, evidence=f"sites.{name}",
            )
        )  # fmt: skip
    return found


def _links(resolved: Resolved, problem: Problem) -> list[contract.Link]:
    place = {name: code for code, name in enumerate(problem.names.sites)}
    return [
        contract.Link(a=place[link.between[0]], b=place[link.between[1]], kind=link.kind)
        for link in resolved.scenario.links.values()
        if all(end in place for end in link.between)
    ]


def _units(resolved: Resolved, problem: Problem) -> list[contract.Unit]:
    names, found = problem.names, []
    of = {name: code for code, name in enumerate(names.authorities)}
    place = {name: code for code, name in enumerate(names.sites)}
    for code, name in enumerate(names.units):
        base, _, part = name.partition("@")
        unit = resolved.scenario.units[base]
        served = resolved.authority_of.get(unit.of or "", unit.of or "")
        title = {lang: names.label("unit", code, lang) for lang in LANGUAGES}
        title = {lang: text for lang, text in title.items() if lang == "en" or text != title["en"]}
        found.append(
            contract.Unit(
                id=name, title=title, kind=unit.kind, home=place.get(part or unit.at, -1), of=of.get(served, -1),
                evidence=f"units.{base}",
            )
        )  # fmt: skip
    return found


def _decisions(resolved: Resolved, problem: Problem) -> list[contract.Decision]:
    of = {name: code for code, name in enumerate(problem.names.authorities)}
    found = []
    for decision in problem.decisions:
        who = resolved.scenario.decisions[decision.id].who
        options = [
            contract.Option(id=o.id, title=texts(o.title, o.id), chance=round(float(chance), 4), history=o.history)
            for o, chance in zip(decision.options, decision.chances, strict=True)
        ]
        by = of.get(resolved.authority_of.get(who, who), -1)
        found.append(
            contract.Decision(id=decision.id, title=texts(decision.title, decision.id), by=by, options=options)
        )
    return found


def _marks(resolved: Resolved, inside: Mapping[str, bool]) -> list[contract.Mark]:
    frame = Frame(resolved.clock, float(resolved.end_min), 1.0)
    found = []
    for name, mark in resolved.scenario.marks.items():
        minute = late = None
        for part in mark.parts.values():
            if part.kind != "time" or minute is not None:
                continue
            if part.record.range is not None:
                minute, late = (resolved.clock.minutes(str(end)) for end in part.record.range)
            else:
                seen, _ = observed(part, frame)
                minute = None if seen is None else round(60 * seen)
        found.append(
            contract.Mark(id=name, title=texts(mark.title, name), minute=minute, late=late, inside=inside.get(name))
        )
    return found
