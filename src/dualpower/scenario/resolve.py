"""From a draft to a complete scenario: defaults filled, times in minutes, numbers with their spread.

A person leaves out what goes without saying and writes numbers in four ways. Here everything is
said once: each quantity becomes a Spread that an ensemble draws from, each clock time minutes
since the start, each rule a typed tree, each word a name that exists. Problems are collected,
never raised one at a time.

Paths are dotted, as written in the file: ``units.garrison.present``, ``plans.ring.do.0.men``.
"""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from dualpower import clock as clocks
from dualpower import words
from dualpower.clock import Clock
from dualpower.draft import Draft, Key, dotted, read
from dualpower.errors import Problem, ScenarioError, near
from dualpower.evidence import ledger as ledgers
from dualpower.evidence import sources as bibliography
from dualpower.evidence.claim import Claim, Spread, read_quantity
from dualpower.evidence.sources import Source
from dualpower.scenario import nouns, rules
from dualpower.scenario.schema import Decision, Part, Plan, Scenario, Sourced


@dataclass
class Resolved:
    """A complete scenario. Everything below the compiler is reached from here.

    scenario      the schema model, includes merged
    clock         minute 0 is the start; ``end_min`` and ``step_min`` in minutes
    spreads       dotted path -> Spread, for every quantity (defaults too)
    rules         dotted path -> typed tree (see rules.py)
    times         dotted path -> minutes since the start; durations: dotted path -> minutes
    authority_of  authority or body -> authority
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
    _digest: str | None = None

    @property
    def id(self) -> str:
        return self.scenario.id

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
            mode="json", by_alias=True, exclude={"claims", "sources", "include", "variants"}
        )
        numbers = {path: [s.kind, s.a, s.b, s.c] for path, s in self.spreads.items()}
        return {"scenario": body, "spreads": numbers, "times": self.times, "durations": self.durations}


def spread_of(value: float | str | Sourced, claims: Mapping[str, Claim]) -> Spread:
    """Return the spread of a written quantity. Raises ValueError; LookupError when a claim has no number."""
    if not isinstance(value, Sourced):
        return read_quantity(value)
    if value.value is not None:
        spread = read_quantity(value.value)
        if value.sd is not None:
            if spread.kind != "fixed":
                raise ValueError("sd goes with a plain value")
            return Spread("normal", spread.a, value.sd) if value.sd else spread
        return spread
    ids = [value.claim] if isinstance(value.claim, str) else value.claim or []
    for claim_id in ids:
        if claim_id in claims and (found := claims[claim_id].spread()) is not None:
            return found
    if not ids:
        raise ValueError("neither value nor claim is given")
    if any(claim_id not in claims for claim_id in ids):
        return Spread("fixed", 0.0)  # reported as E302 by the check
    raise LookupError(f"claim {ids[0]!r} holds no number; give it value, or low and high")


# --- names


def names_of(data: Mapping[str, object]) -> rules.Names:
    """Return every name the scenario defines, read from the draft so that a broken noun still has its name."""

    def keys(section: str) -> frozenset[str]:
        found = data.get(section)
        return frozenset(k for k in found if isinstance(k, str)) if isinstance(found, dict) else frozenset()

    def inner(section: str, part: str) -> dict[str, frozenset[str]]:
        found = data.get(section)
        pairs = found.items() if isinstance(found, dict) else ()
        return {k: frozenset(v[part]) for k, v in pairs if isinstance(v, dict) and isinstance(v.get(part), dict)}

    def dots(section: str, part: str) -> frozenset[str]:
        return frozenset(f"{k}.{p}" for k, parts in inner(section, part).items() for p in parts)

    issues = data.get("issues")
    authorities = {a: a for a in keys("authorities")}
    bodies = data.get("bodies")
    for key, body in bodies.items() if isinstance(bodies, dict) else ():
        owner = body.get("of") if isinstance(body, dict) else None
        authorities.setdefault(key, owner if isinstance(owner, str) else key)
    options = inner("decisions", "options")
    kinds = {
        "S": keys("sites"),
        "G": dots("sites", "gates"),
        "U": keys("units"),
        "L": keys("lines"),
        "B": keys("bodies"),
        "I": frozenset(i for i in issues if isinstance(i, str)) if isinstance(issues, list) else frozenset(),
        "K": frozenset(words.STOCKS),
        "X": keys("plans") | keys("decisions") | keys("outside"),
        "D": keys("decisions"),
        "O": frozenset().union(*options.values()) if options else frozenset(),
        "M": dots("assemblies", "motions"),
        "F": dots("assemblies", "factions"),
        "SK": frozenset(words.SITES),
        "UK": frozenset(words.UNITS),
    }
    return rules.Names(kinds, authorities, options)


# --- pydantic's errors in our words


def _real_path(data: object, loc: tuple) -> Key:
    """Drop from a pydantic location what is not in the data (names of union members, '[key]')."""
    path: list[str | int] = []
    for part in loc:
        in_list = isinstance(data, list) and isinstance(part, int) and part < len(data)
        if in_list or (isinstance(data, dict) and part in data):
            data = data[part]  # type: ignore[index]
            path.append(part)
    return tuple(path)


_CODES = {
    "extra_forbidden": "E201", "missing": "E202", "literal_error": "E204", "greater_than_equal": "E206",
    "less_than_equal": "E206", "finite_number": "E206", "greater_than": "E206", "less_than": "E206",
    "string_too_long": "E502",
}  # fmt: skip


def _explain(error: Mapping, path: Key, data: object) -> tuple[str, str, str | None]:
    kind, value = error["type"], error.get("input")
    context = error.get("ctx") or {}
    code = _CODES.get(kind, "E203")
    if kind == "extra_forbidden":
        word = str(error["loc"][-1])
        return code, f"unknown field {word!r}", near(word, nouns.fields_at(path[:-1]))
    if kind == "missing":
        return code, f"the field {str(error['loc'][-1])!r} is missing", None
    if kind == "literal_error":
        known = [w.strip(" '") for w in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        hint = near(str(value), known) or (f"one of {', '.join(known)}" if len(known) <= 9 else None)
        return code, f"{value!r} is not a word that is known here", hint
    if kind == "string_pattern_mismatch":
        if error["loc"][-1] == "[key]" or "a-z0-9" in str(context.get("pattern", "")):
            return "E205", f"{value!r} is no id", "small letters, digits and single hyphens, beginning with a letter"
        if "min|h|d" in str(context.get("pattern", "")):
            return "E404", f"{value!r} is no duration", "write 25 min, 6 h or 2 d"
        return "E401", f"{value!r} is no clock time", "write 1917-10-28 05:00"
    shown = repr(value)
    return code, f"{error['msg'][0].lower()}{error['msg'][1:]}, found {shown[:40]}", None


def _validate(draft: Draft, problems: list[Problem]) -> tuple[Scenario | None, dict]:
    """Return the model; what does not fit is reported, pruned, and the rest read again."""
    data = draft.data
    for _ in range(6):
        try:
            return Scenario.model_validate(data), data
        except ValidationError as error:
            found = error.errors(include_url=False)
        data = copy.deepcopy(data) if data is draft.data else data
        grouped: dict[Key, list] = {}
        for item in found:
            path = _real_path(data, item["loc"])
            missing = (str(item["loc"][-1]),) if item["type"] == "missing" else ()
            grouped.setdefault((*path, *missing), []).append((item, path))
        for full, items in grouped.items():
            if not draft.is_spoiled(dotted(full)):
                problems.append(_report(draft, data, full, items))
        draft.spoiled.update(grouped)
        for path in sorted({items[0][1] for items in grouped.values()}, key=lambda p: (-len(p), str(p))):
            if not _prune(data, path, grouped):
                return None, data
    return None, data


def _report(draft: Draft, data: object, full: Key, items: list) -> Problem:
    item, path = items[0]
    quantity = next((i for i, _ in items if "Sourced" in i["loc"]), None)
    if quantity is not None and len(items) > 1:
        message = "a quantity is a number, a range 600..1000, a spread about 800 +- 200, or {claim: id}"
        return draft.problem("E207", full, f"{message}, found {str(item.get('input'))[:40]!r}")
    code, message, hint = _explain(item, path, data)
    return draft.problem(code, full, message, hint)


def _prune(data: object, path: Key, grouped: Mapping) -> bool:
    """Remove the offending value; where it was needed, its noun. False when nothing is left to remove."""
    if not path:
        return False
    owner: object = data
    for part in path[:-1]:
        if (isinstance(owner, dict) and part in owner) or (isinstance(owner, list) and isinstance(part, int) \
                and part < len(owner)):  # fmt: skip
            owner = owner[part]  # type: ignore[index]
        else:
            return True
    if isinstance(owner, dict):
        if path[-1] in owner:
            if len(path) == 1 and path[0] in nouns.REQUIRED:
                return False
            del owner[path[-1]]
    elif isinstance(owner, list) and isinstance(path[-1], int) and path[-1] < len(owner):
        del owner[path[-1]]
    return True


# --- the parts


def _read_models(data: object, section: str, model: type[BaseModel], code: str, draft: Draft,
                 problems: list[Problem]) -> dict:  # fmt: skip
    found = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        try:
            found[key] = model.model_validate(value)
        except ValidationError as error:
            for item in error.errors(include_url=False):
                path = _real_path(value, item["loc"])
                _, message, hint = _explain(item, path, value)
                if item["type"] == "extra_forbidden":
                    hint = near(str(item["loc"][-1]), model.model_fields)
                problems.append(draft.problem(code, (section, key, *path), message, hint))
    return found


class _Resolver:
    """Walks the model once and fills the tables of a Resolved."""

    def __init__(self, draft: Draft, problems: list[Problem]) -> None:
        self.draft, self.problems = draft, problems

    def run(self) -> Resolved | None:
        data = self.draft.data
        scenario, _pruned = _validate(self.draft, self.problems)
        claims = _read_models(data.get("claims"), "claims", Claim, "E305", self.draft, self.problems)
        own = _read_models(data.get("sources"), "sources", Source, "E306", self.draft, self.problems)
        if scenario is None:
            return None
        clock, end = self.frame(scenario)
        if clock is None:
            return None
        self.clock, self.names = clock, names_of(data)
        ledger = ledgers.audit(data, claims)
        self.out = Resolved(
            scenario, self.draft, clock, end, self.step(scenario), self.names, claims,
            {**bibliography.shared(), **own}, ledger,
        )  # fmt: skip
        for item in nouns.walk(scenario):
            getattr(self, "on_" + item.what)(item)
        return self.out

    def tell(self, code: str, path: Key, message: str, hint: str | None = None, offset: int = -1) -> None:
        self.problems.append(self.draft.problem(code, path, message, hint, offset=offset))

    def frame(self, scenario: Scenario) -> tuple[Clock | None, int]:
        try:
            clock = Clock.at(scenario.start, scenario.calendar)
        except ValueError as error:
            self.tell("E401", ("start",), str(error))
            return None, 0
        try:
            end = clock.minutes(scenario.end)
        except ValueError as error:
            self.tell("E401", ("end",), str(error))
            return None, 0
        if end <= 0:
            self.tell("E403", ("end",), "the end must come after the start")
            return None, 0
        return clock, end

    def step(self, scenario: Scenario) -> float:
        step = clocks.duration(scenario.step)
        span = self.clock_span(scenario)
        if not 1.0 <= step <= 360.0 or step != int(step):
            self.tell("E404", ("step",), f"a step of {scenario.step} is out of range", "1 min to 6 h, whole minutes")
            return 5.0
        if span and step > span:
            self.tell("E404", ("step",), "the step is longer than the scenario")
        return step

    def clock_span(self, scenario: Scenario) -> int:
        return clocks.absolute(scenario.end, scenario.calendar) - clocks.absolute(scenario.start, scenario.calendar)

    def on_quantity(self, item: nouns.Item) -> None:
        try:
            self.out.spreads[dotted(item.path)] = spread_of(item.value, self.out.claims)  # type: ignore[arg-type]
        except LookupError as error:
            self.tell("E307", item.path, str(error.args[0]))
        except ValueError as error:
            self.tell("E207", item.path, str(error))

    def on_time(self, item: nouns.Item) -> None:
        try:
            self.out.times[dotted(item.path)] = self.clock.minutes(str(item.value))
        except ValueError as error:
            self.tell("E401", item.path, str(error))

    def on_duration(self, item: nouns.Item) -> None:
        try:
            self.out.durations[dotted(item.path)] = clocks.duration(str(item.value))
        except ValueError as error:
            self.tell("E404", item.path, str(error))

    def on_rule(self, item: nouns.Item) -> None:
        believed = isinstance(item.owner, (Plan, Decision)) or item.path[0] in ("plans", "decisions", "assemblies")
        want = "number" if isinstance(item.owner, Part) and item.path[-1] == "value" else "bool"
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
