"""The laws of conditions, choices, outcomes and marks.

Plans must be able to fire, and say why when they watch the clock. Chances sum to 1. Of the
outcomes exactly one holds whatever happens, and exactly one is history's. A mark has what its
kind needs, and a record that it can be held against.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from dualpower.draft import Key
from dualpower.errors import Problem
from dualpower.evidence import record
from dualpower.saying import cure, say
from dualpower.scenario import predicates

if TYPE_CHECKING:
    from dualpower.scenario.check import Book
    from dualpower.scenario.resolve import Resolved

TOLERANCE = 1e-6


def _formula(resolved: Resolved) -> predicates.Formula:
    return predicates.Formula(list(resolved.scenario.authorities), float(resolved.end_min))


def conditions(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """What waits for a condition can see it come true; a plan or decision says why when it reads the clock."""
    for section in ("plans", "decisions", "outside", "authorities"):
        field = "from_when" if section == "authorities" else "when"
        for key in getattr(resolved.scenario, section):
            tree = resolved.rules.get(f"{section}.{key}.{field}")
            if tree is None:
                continue
            try:
                possible = _formula(resolved).witness(tree) is not None
            except predicates.TooEntangled:
                possible = True
            if not possible:
                message, hint = say("E510-never"), cure("contradiction")
                yield resolved.draft.problem("E510", (section, key, field), message, hint)
    for path, reason in resolved.dated().items():
        if not reason.strip():
            key = (*path.split("."), "when")
            yield resolved.draft.problem("E511", key, say("E511-clock"), cure("dated"))


def choices(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Chances of a decision sum to 1; exactly one option is history's."""
    for key, decision in resolved.scenario.decisions.items():
        path: Key = ("decisions", key, "options")
        spreads = [resolved.spreads.get(f"decisions.{key}.options.{o}.chance") for o in decision.options]
        if None not in spreads:
            total = sum(s.middle for s in spreads if s)
            if abs(total - 1.0) > TOLERANCE:
                yield resolved.draft.problem("E508", path, say("E508-sum", total=f"{total:.6g}"))
        history = [o for o, option in decision.options.items() if option.history]
        if len(history) != 1:
            message = say("E509-options", n=len(history))
            yield resolved.draft.problem("E509", path, message, cure("was-done"))


def outcomes(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Outcomes exclude each other and leave no gap; exactly one is history's."""
    scenario, draft = resolved.scenario, resolved.draft
    history = [key for key, outcome in scenario.outcomes.items() if outcome.history]
    if len(history) != 1:
        message = say("E603-outcomes", n=len(history))
        yield draft.problem("E603", ("outcomes",), message, cure("happened"))
    rest = [key for key, outcome in scenario.outcomes.items() if outcome.otherwise]
    for key, outcome in scenario.outcomes.items():
        if outcome.otherwise == (outcome.when is not None):
            yield draft.problem("E604", ("outcomes", key), say("E604-either"))
    for key in rest[1:]:
        yield draft.problem("E604", ("outcomes", key), say("E604-rest", outcome=rest[0]))
    trees = {key: resolved.rules.get(f"outcomes.{key}.when") for key, o in scenario.outcomes.items() if o.when}
    if None in trees.values():
        return
    yield from _overlaps(resolved, trees)
    if trees and not rest:
        yield from _gap(resolved, trees)


def _overlaps(resolved: Resolved, trees: dict) -> Iterator[Problem]:
    for one, other in combinations(trees, 2):
        path = ("outcomes", other, "when")
        try:
            found = _formula(resolved).witness(predicates.both(trees[one], trees[other]))
        except predicates.TooEntangled:
            yield _tangled(resolved, path)
            continue
        if found is not None:
            message = say("E601-both", other=other, one=one, case=predicates.say(found))
            yield resolved.draft.problem("E601", path, message, cure("exclude", one=one))


def _gap(resolved: Resolved, trees: dict) -> Iterator[Problem]:
    try:
        found = _formula(resolved).witness(predicates.neither(list(trees.values())))
    except predicates.TooEntangled:
        yield _tangled(resolved, ("outcomes",))
        return
    if found is not None:
        message = say("E602-none", case=predicates.say(found))
        yield resolved.draft.problem("E602", ("outcomes",), message, cure("otherwise"))


def _tangled(resolved: Resolved, path: Key) -> Problem:
    return resolved.draft.problem("E607", path, say("E607-many"), cure("fewer"))


def marks(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Each part of a mark has what its kind needs, nothing else, and a record."""
    for key, mark in resolved.scenario.marks.items():
        if not mark.parts:
            yield resolved.draft.problem("E605", ("marks", key, "parts"), say("E605-parts"))
        for name, part in mark.parts.items():
            path: Key = ("marks", key, "parts", name)
            yield from _part(resolved, path, part)
            yield from _record(resolved, path, part)


def _part(resolved: Resolved, path: Key, part: object) -> Iterator[Problem]:
    kind = part.kind  # type: ignore[attr-defined]
    needs, takes = record.NEEDS[kind], record.TAKES[kind]
    for field in record.FIELDS:
        given = getattr(part, field) not in (None, [], {})
        if field in needs and not given:
            yield resolved.draft.problem("E605", path, say("E605-needs", kind=kind, field=repr(field)))
        elif given and field not in needs and field not in takes:
            hint = cure("takes", fields=", ".join((*needs, *takes)))
            message = say("E605-takes", kind=kind, field=repr(field))
            yield resolved.draft.problem("E605", (*path, field), message, hint)


def _record(resolved: Resolved, path: Key, part: object) -> Iterator[Problem]:
    kind, seen = part.kind, part.record  # type: ignore[attr-defined]
    where = (*path, "record")
    needs = record.RECORDS[kind]
    if needs and all(getattr(seen, name) is None for name in needs):
        message = say("E606-empty", kind=kind)
        yield resolved.draft.problem("E606", where, message, cure("write", fields=tuple(needs)))
        return
    if not needs and seen.point is None and seen.range is None and seen.band is None:
        return
    try:
        observed = record.observe(seen.point, seen.range, seen.band, resolved.clock)
    except (ValueError, TypeError) as error:
        code = "E401" if "calendar" in str(error) else "E606"
        yield resolved.draft.problem(code, where, error.args[0])
        return
    if kind == "time" and not (observed.low >= 0 and observed.high <= resolved.end_min):
        yield resolved.draft.problem("E402", where, say("E402-record"))
    if kind in ("boolean", "share") and not (observed.low >= 0 and observed.high <= 1):
        yield resolved.draft.problem("E606", where, say("E606-share"))


def watches(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """A watch asks something, and at one moment only."""
    for key, asked in resolved.scenario.watches.items():
        path: Key = ("watches", key)
        if asked.when is None and asked.value is None:
            yield resolved.draft.problem("E605", path, say("E605-nothing"), cure("write-watch"))
        if asked.at is not None and asked.when is not None:
            yield resolved.draft.problem("E605", (*path, "at"), say("E605-moment"), cure("keep-moment"))
        if asked.at is not None and asked.value is None:
            yield resolved.draft.problem("E605", (*path, "at"), say("E605-value"), cure("add-value"))


LAWS = (conditions, choices, outcomes, marks, watches)
