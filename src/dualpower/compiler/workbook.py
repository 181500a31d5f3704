"""What the lowering of one scenario shares: codes of every name, the tables being filled, the refusals.

Nouns are lowered one after another, each into arrays named as the engine names them. Whatever the
engine cannot honour is collected here with its place and refused at the end, all at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from dualpower import words
from dualpower.compiler.facts import Facts
from dualpower.compiler.formulas import Formulas, TooDeepError
from dualpower.compiler.names import Names
from dualpower.draft import Key, dotted
from dualpower.errors import Problem
from dualpower.saying import cure, say
from dualpower.scenario.resolve import Resolved
from dualpower.scenario.rules import Call

NOT_HONOURED = "E230"


class Workbook:
    """Everything known while a scenario becomes numbers.

    Codes: authorities count from 1 (a body stands for its authority), all else from 0. ``unit`` gives
    the first part of a unit, ``parts`` all of them.
    """

    def __init__(self, resolved: Resolved) -> None:
        self.resolved = resolved
        self.scenario = resolved.scenario
        self.problems: list[Problem] = []
        self.arrays: dict[str, Any] = {}
        self.facts = Facts(resolved.spreads)
        self.read: set[str] = {"start", "end", "step"}
        self.formulas = Formulas(self.code_of)
        self._number_people()
        self._number_places()
        self._number_doings()

    # --- codes

    def _number_people(self) -> None:
        sc = self.scenario
        codes = {a: code for code, a in enumerate(sc.authorities, 1)}
        self.authority = {a: codes[of] for a, of in self.resolved.authority_of.items() if of in codes}
        self.K = len(codes)
        self.body = _number(sc.bodies)
        self.issue = _number(sc.issues)
        self.unit_ids: list[str] = []
        self.part_at: list[str] = []
        self.unit: dict[str, int] = {}
        self.parts: dict[str, range] = {}
        for name, unit in sc.units.items():
            places = list(dict.fromkeys([unit.at, *unit.spread]))
            self.unit[name] = len(self.unit_ids)
            self.parts[name] = range(len(self.unit_ids), len(self.unit_ids) + len(places))
            self.unit_ids += [name, *(f"{name}@{place}" for place in places[1:])]
            self.part_at += places

    def _number_places(self) -> None:
        sc = self.scenario
        self.site = _number(sc.sites)
        self.gate = _number(f"{s}.{g}" for s, site in sc.sites.items() for g in site.gates)
        self.line = _number(sc.lines)

    def _number_doings(self) -> None:
        sc = self.scenario
        # plans that matter more are read first
        self.plan = _number(sorted(sc.plans, key=lambda name: -sc.plans[name].priority))
        self.decision = _number(sc.decisions)
        self.option = _number(f"{d}.{o}" for d, decision in sc.decisions.items() for o in decision.options)
        self.outside = _number(sc.outside)
        self.assembly = _number(sc.assemblies)
        self.motion = _number(f"{a}.{m}" for a, asm in sc.assemblies.items() for m in asm.motions)
        self.faction = _number(f"{a}.{f}" for a, asm in sc.assemblies.items() for f in asm.factions)
        # the one that holds when no other does is asked last
        self.outcome = _number(sorted(sc.outcomes, key=lambda name: sc.outcomes[name].otherwise))

    def code_of(self, call: Call, position: int) -> int:
        """Return the integer that stands for an argument of a call in a rule."""
        name = call.args[position]
        if name.kind in ("ALL", "ANY"):
            return -1
        if name.kind == "A" and position == 0 and call.ask in (words.ASK_WINNING, words.ASK_TRUST):
            return -1 - self.authority[name.id]
        if name.kind == "O":
            return self.option[f"{call.args[0].id}.{name.id}"]
        if name.kind == "X":
            return self.happening(name.id)
        tables = {
            "S": self.site, "G": self.gate, "U": self.unit, "A": self.authority, "L": self.line, "I": self.issue,
            "D": self.decision, "M": self.motion, "F": self.faction, "K": words.STOCKS, "SK": words.SITES,
            "P": words.POSTURES,
        }  # fmt: skip
        return tables[name.kind][name.id]

    def happening(self, name: str) -> int:
        """Return the code of a plan, of a decision (from 100,000) or of an outside event (from 200,000)."""
        if name in self.plan:
            return self.plan[name]
        return 100_000 + self.decision[name] if name in self.decision else 200_000 + self.outside[name]

    def is_town(self, site: str) -> bool:
        """Say whether a site lies outside the city."""
        return self.scenario.sites[site].kind == "town"

    # --- what several nouns need

    def refuse(self, path: Key, message: str, hint: str | None = None) -> None:
        """Note that the engine cannot honour what stands at `path`."""
        self.problems.append(self.resolved.draft.problem(NOT_HONOURED, path, message, hint))

    def rule(self, path: str) -> int:
        """Return the number of the program of the rule at a dotted path, -1 where none is written."""
        tree = self.resolved.rules.get(path)
        if tree is None:
            return -1
        self.read.add(path)
        try:
            return self.formulas.add(tree)
        except TooDeepError:
            self.refuse(tuple(path.split(".")), say("E230-memory"), cure("split-rule"))
            return -1

    def minute(self, path: str) -> int:
        """Return the minute of the clock time at a dotted path, -1 where none is written."""
        self.read.add(path)
        return self.resolved.times.get(path, -1)

    def minutes(self, path: str, missing: int = -1) -> int:
        """Return the length in minutes of the duration at a dotted path."""
        self.read.add(path)
        return round(self.resolved.durations[path]) if path in self.resolved.durations else missing

    def refuse_unread(self) -> None:
        """Refuse every number, rule, time and duration of the scenario that no noun has made use of."""
        known = self.read | self.facts.read
        tables = (self.resolved.spreads, self.resolved.rules, self.resolved.times, self.resolved.durations)
        told = {problem.path for problem in self.problems}
        for path in sorted({path for found in tables for path in found} - known - told):
            self.refuse(tuple(path.split(".")), say("E230-unread"), cure("take-out"))

    def audience(self, to: Iterable[str]) -> int:
        """Return a bit for each authority named."""
        bits = 0
        for name in to:
            bits |= 1 << self.authority[name]
        return bits

    def by_authority(self, path: Key, bounds: tuple[float, float], row: np.ndarray, names: Iterable[str]) -> None:
        """Fill a row of facts by authority from a mapping of the scenario at `path`."""
        for name in names:
            code = self.authority[name]
            if row[code] >= 0:
                self.refuse((*path, name), say("E230-both", name=repr(name)))
            row[code] = self.facts.at(dotted((*path, name)), bounds)

    def names(self, links: list[str]) -> Names:
        """Return the ids and titles of everything that has a code."""
        sc = self.scenario
        ids = {
            "authorities": sc.authorities, "bodies": sc.bodies, "sites": sc.sites, "gates": self.gate, "links": links,
            "lines": sc.lines, "units": self.unit_ids, "issues": sc.issues, "promises": sc.promises,
            "assemblies": sc.assemblies, "factions": self.faction, "motions": self.motion, "plans": self.plan,
            "decisions": sc.decisions, "options": self.option, "outside": sc.outside, "outcomes": self.outcome,
        }  # fmt: skip
        titles: dict[str, dict[str, Any]] = {
            kind: _titles(getattr(sc, kind))
            for kind in (
                "authorities", "bodies", "sites", "lines", "units", "assemblies", "plans", "decisions", "outside",
                "outcomes",
            )
        }  # fmt: skip
        titles["gates"] = _inner_titles(sc.sites, "gates")
        titles["issues"] = dict(sc.issues) if isinstance(sc.issues, dict) else {}
        titles["factions"] = _inner_titles(sc.assemblies, "factions")
        titles["motions"] = _inner_titles(sc.assemblies, "motions")
        titles["options"] = _inner_titles(sc.decisions, "options")
        return Names(**{kind: list(found) for kind, found in ids.items()}, titles=titles)  # type: ignore[call-overload]


def _number(names: Iterable[str]) -> dict[str, int]:
    return {name: code for code, name in enumerate(names)}


def _titles(nouns: dict[str, Any]) -> dict[str, Any]:
    return {name: noun.title for name, noun in nouns.items() if noun.title}


def _inner_titles(nouns: dict[str, Any], part: str) -> dict[str, Any]:
    return {
        f"{n}.{i}": item.title for n, noun in nouns.items() for i, item in getattr(noun, part).items() if item.title
    }


def column(values: Iterable[Any], dtype: Any = np.int32, empty: Any = -1) -> np.ndarray:
    """Return a column of the case; one row of `empty` where there is nothing, for the kernel wants memory."""
    found = list(values)
    return np.array(found or [empty], dtype)


def table(rows: int, width: int, fill: int = -1, dtype: Any = np.int32) -> np.ndarray:
    """Return a table of the case with at least one row and one column, filled."""
    return np.full((max(rows, 1), max(width, 1)), fill, dtype)
