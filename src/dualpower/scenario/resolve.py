"""From a draft to a complete scenario: defaults filled, times in minutes, numbers with their spread.

A person leaves out what goes without saying and writes numbers in four ways. Here everything is
said once: each quantity becomes a Spread that an ensemble draws from, each clock time minutes
since the start, each rule a typed tree, each word a name that exists. Problems are collected,
never raised one at a time.

Paths are dotted, as written in the file: ``units.garrison.present``, ``plans.ring.do.0.men``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dualpower import clock as clocks
from dualpower.clock import Clock
from dualpower.draft import Draft, Key, dotted, read
from dualpower.errors import Problem, ScenarioError
from dualpower.evidence import ledger as ledgers
from dualpower.evidence import sources as bibliography
from dualpower.evidence.claim import Claim, Spread, read_quantity
from dualpower.evidence.recheck import Recheck
from dualpower.evidence.sources import Source
from dualpower.heap import growing
from dualpower.saying import cure, say
from dualpower.scenario import double_entry, mechanism, nouns, rules
from dualpower.scenario.mechanism import Mechanism
from dualpower.scenario.reading import names_of, read_models, validate
from dualpower.scenario.schema import Decision, Part, Plan, Scenario, Sourced, Watch


@dataclass
class Resolved:
    """A complete scenario. Everything below the compiler is reached from here.

    scenario      the schema model, includes merged
    clock         minute 0 is the start; ``end_min`` and ``step_min`` in minutes
    spreads       dotted path -> Spread, for every quantity (defaults too)
    rules         dotted path -> typed tree (see rules.py)
    times         dotted path -> minutes since the start; durations: dotted path -> minutes
    authority_of  authority or body -> authority
    mechanisms    of the user's own, which decide what happens as much as the scenario does
    """

    scenario: Scenario
    draft: Draft
    clock: Clock
    end_min: int
    step_min: float
    names: rules.Names
    claims: dict[str, Claim]
    sources: dict[str, Source]
    ledger: ledgers.Ledger
    spreads: dict[str, Spread] = field(default_factory=dict)
    rules: dict[str, rules.Expr] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    durations: dict[str, float] = field(default_factory=dict)
    variant: str | None = None
    recheck: Recheck | None = None
    mechanisms: tuple[Mechanism, ...] = ()
    _digest: str | None = None

    @property
    def id(self) -> str:
        return self.scenario.id

    def own_mechanisms(self) -> dict[str, list[dict[str, str]]]:
        """Return what an answer says of the user's own mechanisms: nothing where there are none."""
        return {"own_mechanisms": [one.facts() for one in self.mechanisms]} if self.mechanisms else {}

    @property
    def authority_of(self) -> Mapping[str, str]:
        return self.names.authority_of

    def spread(self, path: str) -> Spread | None:
        """Return the spread of the quantity at a dotted path, or None when nothing stands there."""
        return self.spreads.get(path)

    def quantity(self, value: float | str | Sourced | None) -> Spread | None:
        """Return the spread of a quantity of the schema (its claim looked up). Raises ValueError."""
        return None if value is None else spread_of(value, self.claims)

    def minutes(self, time: str) -> int:
        """Return minutes since the start for a clock time."""
        return self.clock.minutes(time)

    def duration(self, text: str) -> float:
        """Return minutes for a duration."""
        return clocks.duration(text)

    def title(self, section: str, key: str, language: str = "en") -> str:
        """Return a noun's title in a language, in English, or its id."""
        noun = getattr(self.scenario, section, {}).get(key)
        text = getattr(noun, "title", None) or {}
        return text.get(language) or text.get("en") or next(iter(text.values()), key)

    def chances(self, decision: str) -> dict[str, float]:
        """Return the prior chance of each option (middle of its spread), summing to 1."""
        found = {
            option: self.spreads[f"decisions.{decision}.options.{option}.chance"].middle
            for option in self.scenario.decisions[decision].options
        }
        total = sum(found.values()) or 1.0
        return {option: chance / total for option, chance in found.items()}

    def history(self, decision: str) -> str:
        """Return the option that history took."""
        return next(key for key, option in self.scenario.decisions[decision].options.items() if option.history)

    def dated(self) -> dict[str, str]:
        """Return path -> reason (empty if none is given) for every plan and decision that reads the clock.

        Hours since an outside event, or since a plan or decision that is itself dated, are the clock too.
        """
        found: dict[str, str] = {}
        pinned = set(self.scenario.outside)
        while True:
            before = len(found)
            for section in ("plans", "decisions"):
                for key, noun in getattr(self.scenario, section).items():
                    trees = (self.rules.get(f"{section}.{key}.{part}") for part in ("when", "until"))
                    if any(tree is not None and rules.reads_clock(tree, pinned) for tree in trees):
                        found[f"{section}.{key}"] = noun.dated or ""
                        pinned.add(key)
            if len(found) == before:
                return found

    def _repr_html_(self) -> str:
        """Show the scenario in a notebook: what it is about, its map, its authorities and its units."""
        from dualpower import _html

        return str(_html(self))

    @property
    def digest(self) -> str:
        """sha256 of the canonical JSON of the resolved form. The order of nouns and events is meaning."""
        if self._digest is None:
            text = json.dumps(self.canonical(), separators=(",", ":"), ensure_ascii=True)
            self._digest = hashlib.sha256(text.encode()).hexdigest()
        return self._digest

    def canonical(self) -> dict:
        """Return the resolved form as plain JSON values: what the scenario means, not how it is written."""
        body = self.scenario.model_dump(
            mode="json", by_alias=True, exclude={"claims", "sources", "recheck", "include", "variants"}
        )
        body["issues"] = list(body["issues"])  # titles are no part of what an issue is
        for assembly in body["assemblies"].values():
            for faction in assembly["factions"].values():
                if faction["title"] is None:
                    del faction["title"]  # a scenario whose factions have no titles keeps the digest it had

        if not body["watches"]:
            del body["watches"]  # a scenario that asks nothing of its own keeps the digest it had
        for plan in body["plans"].values():
            if plan["title"] is None:
                del plan["title"]  # ... and so does one whose plans have no titles
        numbers = {path: [s.kind, s.a, s.b, s.c] for path, s in self.spreads.items()}
        found = {"scenario": body, "spreads": numbers, "times": self.times, "durations": self.durations}
        return found | ({"mechanisms": [one.facts() for one in self.mechanisms]} if self.mechanisms else {})


def spread_of(value: float | str | Sourced, claims: Mapping[str, Claim]) -> Spread:
    """Return the spread of a written quantity. Raises ValueError; LookupError when a claim has no number."""
    if not isinstance(value, Sourced):
        return read_quantity(value)
    if value.value is not None:
        spread = read_quantity(value.value)
        if value.sd is not None:
            if spread.kind != "fixed":
                raise ValueError(say("E207-sd"))
            return Spread("normal", spread.a, value.sd) if value.sd else spread
        return spread
    ids = [value.claim] if isinstance(value.claim, str) else value.claim or []
    for claim_id in ids:
        if claim_id in claims and (found := claims[claim_id].spread()) is not None:
            return found
    if not ids:
        raise ValueError(say("E207-nothing"))
    if any(claim_id not in claims for claim_id in ids):
        return Spread("fixed", 0.0)  # reported as E302 by the check
    raise LookupError(say("E307-claim", claim=repr(ids[0])))


class _Resolver:
    """Walks the model once and fills the tables of a Resolved."""

    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self.draft, self.problems = draft, problems

    def run(self) -> Resolved | None:
        data = self.draft.data
        scenario, _pruned = validate(self.draft, self.problems)
        claims = read_models(data.get("claims"), "claims", Claim, "E305", self.draft, self.problems)
        own = read_models(data.get("sources"), "sources", Source, "E306", self.draft, self.problems)
        if scenario is None:
            return None
        clock, end = self.frame(scenario)
        if clock is None:
            return None
        self.clock, self.names = clock, names_of(data)
        ledger = ledgers.audit(data, claims)
        self.out = Resolved(
            scenario, self.draft, clock, end, self.step(scenario), self.names, claims,
            {**bibliography.shared(), **own}, ledger, recheck=double_entry.read(self.draft, self.problems),
        )  # fmt: skip
        for item in nouns.walk(scenario):
            getattr(self, "on_" + item.what)(item)
        self.out.mechanisms = mechanism.typed(self.draft.mechanisms, self.names, self.clock, self.problems)
        return self.out

    def tell(self, code: str, path: Key, message: str, hint: str | None = None, offset: int = -1) -> None:
        self.problems.append(self.draft.problem(code, path, message, hint, offset=offset))

    def frame(self, scenario: Scenario) -> tuple[Clock | None, int]:
        try:
            clocks.reform_of(scenario.dates)
        except ValueError as error:
            self.tell("E401", ("reform",), error.args[0])
            return None, 0
        if scenario.reform and scenario.calendar == "gregorian":
            self.tell("E401", ("reform",), say("E401-reform"), cure("julian"))
            return None, 0
        try:
            clock = Clock.at(scenario.start, scenario.dates)
        except ValueError as error:
            self.tell("E401", ("start",), error.args[0])
            return None, 0
        try:
            end = clock.minutes(scenario.end)
        except ValueError as error:
            self.tell("E401", ("end",), error.args[0])
            return None, 0
        if end <= 0:
            self.tell("E403", ("end",), say("E403-end"))
            return None, 0
        return clock, end

    def step(self, scenario: Scenario) -> float:
        step = clocks.duration(scenario.step)
        span = self.clock_span(scenario)
        if not 1.0 <= step <= 360.0 or step != int(step):
            self.tell("E404", ("step",), say("E404-step", step=scenario.step), cure("step"))
            return 5.0
        if span and step > span:
            self.tell("E404", ("step",), say("E404-long"))
        return step

    def clock_span(self, scenario: Scenario) -> int:
        return clocks.absolute(scenario.end, scenario.dates) - clocks.absolute(scenario.start, scenario.dates)

    def on_quantity(self, item: nouns.Item) -> None:
        try:
            self.out.spreads[dotted(item.path)] = spread_of(item.value, self.out.claims)  # type: ignore[arg-type]
        except LookupError as error:
            self.tell("E307", item.path, error.args[0])
        except ValueError as error:
            self.tell("E207", item.path, error.args[0])

    def on_time(self, item: nouns.Item) -> None:
        try:
            self.out.times[dotted(item.path)] = self.clock.minutes(str(item.value))
        except ValueError as error:
            self.tell("E401", item.path, error.args[0])

    def on_duration(self, item: nouns.Item) -> None:
        try:
            self.out.durations[dotted(item.path)] = clocks.duration(str(item.value))
        except ValueError as error:
            self.tell("E404", item.path, error.args[0])

    def on_rule(self, item: nouns.Item) -> None:
        believed = isinstance(item.owner, (Plan, Decision)) or item.path[0] in ("plans", "decisions", "assemblies")
        want = "number" if isinstance(item.owner, (Part, Watch)) and item.path[-1] == "value" else "bool"
        try:
            tree = rules.parse(str(item.value), self.clock)
            tree, errors = rules.check(tree, self.names, want=want, truth=not believed)
        except rules.RuleError as error:
            tree, errors = None, [error]
        for error in errors:
            self.tell(error.code, item.path, error.message, error.hint, offset=error.pos)
        if tree is not None and not errors:
            self.out.rules[dotted(item.path)] = tree

    def on_noun(self, item: nouns.Item) -> None:
        """Nouns themselves are judged by the check."""


def resolve(draft: Draft) -> tuple[Resolved | None, list[Problem]]:
    """Return the resolved scenario (None when too little of it can be read) and every problem so far."""
    problems = list(draft.problems)
    return _Resolver(draft, problems).run(), problems


@growing()
def load(target: str | Path) -> Resolved:
    """Return the scenario at a file or folder, or with a catalogue id, checked.

    Raises ScenarioError with every problem that is found.
    """
    from dualpower.scenario import catalog, check

    draft = read(catalog.find(target))
    resolved, problems = resolve(draft)
    if resolved is not None:
        problems += check.check(resolved)
    if problems or resolved is None:
        raise ScenarioError(problems)
    return resolved


__all__ = ["Resolved", "load", "names_of", "resolve", "spread_of"]
