"""Joining the second entry of a scenario to the first: which numbers are checked, which disputed.

Rolls, tastes, places, kinds of site, stocks, arms, dates of what comes from outside and the record
of marks may be keyed twice. A number is *checked* when both entries agree (the rules stand in
evidence/recheck.py), *disputed* when they do not, *unchecked* when nobody keyed it again.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError

from dualpower.draft import Draft, Key, dotted
from dualpower.errors import Problem, near
from dualpower.evidence import recheck as rules
from dualpower.evidence.claim import Spread
from dualpower.evidence.ledger import claims_at
from dualpower.evidence.recheck import Recheck, SecondEntry, Verdict
from dualpower.evidence.record import observe
from dualpower.saying import cure, misfit, say

if TYPE_CHECKING:
    from dualpower.scenario.resolve import Resolved

Status = Literal["checked", "disputed", "unchecked"]
STATUSES: tuple[Status, ...] = ("checked", "disputed", "unchecked")
WHATS = ("roll", "present", "taste", "place", "kind of site", "time", "record", "stock", "arms", "other")


@dataclass(frozen=True, slots=True)
class First:
    """What the scenario itself says where a second entry points: one of these, the others None.

    number  spread; for a time or a duration of the record, minutes or hours as ``scale`` says
    place   degrees north and east, with ``within_m``
    word    a kind
    """

    spread: tuple[float, float] | None = None
    middle: float | None = None
    place: tuple[float, float] | None = None
    within_m: float | None = None
    word: str | None = None
    is_time: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One second entry beside the first."""

    entry: SecondEntry
    first: First
    what: str
    verdict: Verdict

    @property
    def status(self) -> Status:
        """Whether the two agree."""
        return "checked" if self.verdict.agrees else "disputed"

    @property
    def over_grade(self) -> bool:
        """Whether no value is disputed, only how sure it is: nothing could be keyed, the scenario says more."""
        return self.entry.form == "none" and not self.verdict.agrees


class Mismatch(Exception):
    """A second entry that cannot be laid beside the first: a code, a message and perhaps a hint."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


def read(draft: Draft, problems: list[Problem]) -> Recheck | None:
    """Return the second entry of a scenario, None where there is none; what is badly formed is told."""
    data = draft.data.get("recheck")
    if data is None:
        return None
    try:
        return Recheck.model_validate(data)
    except ValidationError as error:
        problems += [_badly_formed(draft, data, item) for item in error.errors(include_url=False)]
        return None


def _badly_formed(draft: Draft, data: object, item: Any) -> Problem:
    from dualpower.scenario.reading import real_path

    path = real_path(data, item["loc"])
    word = str(item["loc"][-1]) if item["loc"] else ""
    hint = None
    if item["type"] == "extra_forbidden":
        fields = [f.alias or n for n, f in SecondEntry.model_fields.items()]
        message, hint = say("E201-field", field=repr(word)), near(word, [*fields, "by", "entries"])
    elif item["type"] == "missing":
        message = say("E202-field", field=repr(word))
    else:
        message = misfit(item)
    return draft.problem("E309", ("recheck", *path), message, hint)


def what_of(path: str) -> str:
    """Return which kind of thing stands at a path: one of WHATS."""
    parts = path.split(".")
    last = parts[-1]
    if parts[0] == "units" and len(parts) == 3 and last in ("roll", "present"):
        return last
    if "leans" in parts:
        return "taste"
    if parts[0] == "sites" and len(parts) == 3 and last in ("at", "kind"):
        return "place" if last == "at" else "kind of site"
    if parts[0] == "outside" and last == "at":
        return "time"
    if parts[0] == "marks":
        return "record"
    return {"stocks": "stock", "arms": "arms"}.get(parts[2] if len(parts) > 3 else "", "other")


def paths_of(resolved: Resolved) -> list[str]:
    """Return every path that may be keyed a second time."""
    scenario = resolved.scenario
    found = list(resolved.spreads)
    found += [f"sites.{key}.{field}" for key in scenario.sites for field in ("at", "kind")]
    found += [f"units.{key}.kind" for key in scenario.units]
    found += [f"outside.{key}.at" for key, event in scenario.outside.items() if event.at is not None]
    found += [f"marks.{key}.parts.{part}.record" for key, mark in scenario.marks.items() for part in mark.parts]
    return found


def first_at(resolved: Resolved, path: str) -> First | None:
    """Return what the scenario says at a path, None where nothing that can be keyed twice stands."""
    spread = resolved.spreads.get(path)
    if spread is not None:
        return _number(spread)
    match path.split("."):
        case ["sites", key, "at"] if key in resolved.scenario.sites:
            site = resolved.scenario.sites[key]
            return First(place=(site.at[0], site.at[1]), within_m=site.precision_m)
        case ["sites" | "units" as section, key, "kind"] if key in getattr(resolved.scenario, section):
            return First(word=getattr(resolved.scenario, section)[key].kind)
        case ["outside", key, "at"] if key in resolved.scenario.outside and f"outside.{key}.at" in resolved.times:
            minute = float(resolved.times[path])
            jitter = resolved.durations.get(f"outside.{key}.jitter", 0.0)
            return First(spread=(minute - jitter, minute + jitter), middle=minute, is_time=True)
        case ["marks", key, "parts", part, "record"] if part in getattr(resolved.scenario.marks.get(key), "parts", ()):
            return _record(resolved, key, part)
    return None


def _number(spread: Spread) -> First:
    return First(spread=rules.span_of(spread), middle=spread.middle)


def _record(resolved: Resolved, mark: str, name: str) -> First | None:
    part = resolved.scenario.marks[mark].parts[name]
    try:
        seen = observe(part.record.point, part.record.range, part.record.band, resolved.clock)
    except ValueError:
        return None
    by = 60.0 if part.kind == "duration" else 1.0  # durations are keyed in hours
    is_time = part.kind == "time" and not seen.is_band
    return First(spread=(seen.low / by, seen.high / by), middle=seen.middle / by, is_time=is_time)


def compare(resolved: Resolved, entry: SecondEntry) -> Comparison:
    """Lay one second entry beside the first. Raises Mismatch where they are not of one kind."""
    firsts = []
    for path in entry.paths:
        found = first_at(resolved, path)
        if found is None:
            raise Mismatch("E310", say("E310-path", path=repr(path)), near(path, paths_of(resolved)))
        firsts.append(found)
    first = firsts[0] if len(firsts) == 1 else _sum(firsts)
    return Comparison(entry, first, what_of(entry.paths[0]), _verdict(resolved, entry, first))


def _sum(firsts: list[First]) -> First:
    spans = [f.spread for f in firsts if f.spread is not None and not f.is_time]
    if len(spans) != len(firsts):
        raise Mismatch("E309", say("E309-sum"), cure("key-one"))
    return First(
        spread=(sum(low for low, _ in spans), sum(high for _, high in spans)),
        middle=sum(f.middle or 0.0 for f in firsts),
    )


def _verdict(resolved: Resolved, entry: SecondEntry, first: First) -> Verdict:
    match entry.form:
        case "none":
            return rules.compare_none(grade(resolved, entry.paths[0]))
        case "place" if first.place is not None and entry.at is not None:
            return rules.compare_places(first.place, entry.at, first_m=first.within_m, second_m=entry.within_m)
        case "word" if first.word is not None and entry.word is not None:
            return rules.compare_words(first.word, (entry.word, *entry.or_))
        case "number" if first.spread is not None and not first.is_time:
            return rules.compare_spans(first.spread, entry.span)
        case "time" if first.spread is not None and first.is_time:
            return rules.compare_spans(first.spread, minutes(resolved, entry))
    wanted = "time" if first.is_time else "place" if first.place else "word" if first.word else "number"
    forms = {"form": say(f"a-{entry.form}"), "wanted": say(f"a-{wanted}")}
    raise Mismatch("E309", say("E309-form", path=entry.paths[0], **forms))


def minutes(resolved: Resolved, entry: SecondEntry) -> tuple[float, float]:
    """Return the times keyed as minutes since the start. Raises Mismatch."""
    try:
        low = -math.inf if entry.earliest is None else float(resolved.minutes(entry.earliest))
        high = math.inf if entry.latest is None else float(resolved.minutes(entry.latest))
    except ValueError as error:
        raise Mismatch("E401", error.args[0]) from None
    if low > high:
        message = say("E309-later", earliest=entry.earliest, latest=entry.latest)
        raise Mismatch("E309", message, cure("earlier-first"))
    return low, high


def grade(resolved: Resolved, path: str) -> str:
    """Return the best grade of the claims a path rests on; ``assumed`` where it rests on none."""
    from dualpower.evidence.claim import GRADES

    ids, _ = claims_at(resolved.draft.data, path)
    grades = [resolved.claims[c].trust for c in ids if c in resolved.claims]
    return min(grades, key=GRADES.index) if grades else "assumed"


def comparisons(resolved: Resolved) -> list[Comparison]:
    """Return every second entry beside its first, in the order of the file. Raises Mismatch."""
    return [compare(resolved, entry) for entry in resolved.recheck.entries] if resolved.recheck else []


def by_path(found: list[Comparison]) -> dict[str, list[Comparison]]:
    """Return path -> the second entries that keyed it, alone or in a sum."""
    index: dict[str, list[Comparison]] = {}
    for item in found:
        for path in item.entry.paths:
            index.setdefault(path, []).append(item)
    return index


def status_at(index: Mapping[str, list[Comparison]], path: Key | str) -> Status:
    """Return whether the number at a path (or what it is part of) is checked, disputed or unchecked."""
    found = keyed_at(index, path)
    if any(c.status == "disputed" for c in found):
        return "disputed"
    return "checked" if found else "unchecked"


def keyed_at(index: Mapping[str, list[Comparison]], path: Key | str) -> list[Comparison]:
    """Return the second entries of the thing at a path, or of what it is part of."""
    parts = (path if isinstance(path, str) else dotted(path)).split(".")
    heads = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    return [comparison for head in heads for comparison in index.get(head, ())]


def over_grade_alone(items: list[Comparison]) -> bool:
    """Return whether a number is disputed, and every second entry that parts from it does so over its grade."""
    parted = [c for c in items if c.status == "disputed"]
    return bool(parted) and all(c.over_grade for c in parted)


def claim_statuses(resolved: Resolved, index: Mapping[str, list[Comparison]]) -> dict[str, Status]:
    """Return claim -> disputed if any of its numbers is, else checked if any is, else unchecked."""
    found: dict[str, Status] = dict.fromkeys(resolved.claims, "unchecked")
    for path, items in index.items():
        if path.endswith(".kind"):
            continue  # a kind is the coder's word and rests on no claim
        status = status_at({path: items}, path)
        for claim in claims_at(resolved.draft.data, path)[0]:
            if claim in found and found[claim] != "disputed":
                found[claim] = status
    return found


def laws(resolved: Resolved) -> Iterator[Problem]:
    """Yield what is wrong with a second entry: it points to nothing, to a thing of another kind, or twice."""
    if resolved.recheck is None:
        return
    seen: dict[tuple[str, ...], int] = {}
    for index, entry in enumerate(resolved.recheck.entries):
        where: Key = ("recheck", "entries", index)
        for work in entry.works:
            if work not in resolved.sources:
                hint = near(work, resolved.sources) or cure("add-source")
                yield resolved.draft.problem("E304", (*where, "work"), say("E304-source", work=repr(work)), hint)
        if not entry.works and entry.form != "none" and entry.trust != "assumed":
            yield resolved.draft.problem("E303", where, say("E303-entry"), cure("work-or-assumed"))
        if entry.paths in seen:
            message = say("E309-twice", paths=", ".join(entry.paths))
            yield resolved.draft.problem("E309", where, message, cure("keep-one"))
        seen[entry.paths] = index
        try:
            compare(resolved, entry)
        except Mismatch as error:
            yield resolved.draft.problem(error.code, (*where, "of"), error.message, error.hint)
