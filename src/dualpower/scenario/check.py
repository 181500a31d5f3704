"""Every law that joins one part of a scenario to another; all that is broken is told at once.

Each law is one small function that is given the resolved scenario and yields problems. Laws of
names, numbers and places stand here; those of acts in check_acts.py, of conditions, outcomes
and marks in check_rules.py, of evidence in check_evidence.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dualpower.draft import Key, read
from dualpower.errors import Problem, ScenarioError, near
from dualpower.saying import cure, noun_of, say
from dualpower.scenario import bounds, catalog, check_acts, check_evidence, check_rules, nouns, resolve, rules, variant
from dualpower.scenario.resolve import Resolved

# model -> field -> kinds of name it holds. AU: an authority and not a body; LL: a line, link or site that is served.
REFERENCES: dict[str, dict[str, str]] = {
    "Authority": {"seat": "S"},
    "Body": {"of": "AU", "seat": "S", "commands": "U"},
    "Stance": {"between": "AU"},
    "Gate": {"to": "S", "kept_by": "U", "known_to": "A"},
    "Site": {"holder": "AU"},
    "Link": {"between": "S", "crew": "U"},
    "Line": {"exchange": "S", "joins": "S", "staff": "U"},
    "Unit": {
        "at": "S", "spread": "S", "of": "A", "bond": "AU", "leans": "AU", "issues": "I", "trust": "AU",
        "believes": "AU", "commander": "B", "keeps": "S|G", "crew_of": "LL", "route": "S",
    },
    "Promise": {"by": "A", "issue": "I", "to": "A"},
    "Faction": {"leans": "AU", "unit": "U"},
    "Motion": {"favours": "AU"},
    "Assembly": {"at": "S"},
    "Plan": {"who": "A", "veto": "A"},
    "Decision": {"who": "A"},
}  # fmt: skip
_CODES = {"AU": "E210", "B": "E210", "LL": "E214", "UK": "E218", **rules.KINDS}  # of a name that is none of its kind


class Book:
    """All names by kind, with those that only the check needs."""

    def __init__(self, resolved: Resolved) -> None:
        self.names = resolved.names
        data = resolved.draft.data
        links = data.get("links")
        self.extra = {
            "AU": frozenset(data["authorities"]) if isinstance(data.get("authorities"), dict) else frozenset(),
            "LL": self.names.kinds["L"] | self.names.kinds["S"] | frozenset(links if isinstance(links, dict) else ()),
        }
        self.sets: dict[str, frozenset[str]] = {}  # by kinds wanted: a country asks for a name often

    def known(self, wanted: str) -> list[str]:
        """Return all words that ``U|A`` allows."""
        found: list[str] = []
        for kind in wanted.split("|"):
            found += self.extra.get(kind, ()) or self.names.known(kind)
        return found

    def unknown(self, word: str, wanted: str) -> tuple[str, str, str | None] | None:
        """Return (code, message, hint) when `word` is none of the kinds in ``U|A``."""
        if wanted not in self.sets:
            self.sets[wanted] = frozenset(self.known(wanted))
        if word in self.sets[wanted]:
            return None
        known = self.known(wanted)
        first = wanted.split("|", maxsplit=1)[0]
        nouns = tuple(noun_of(kind) for kind in wanted.split("|"))
        return _CODES[first], say("E210-none", noun=nouns, word=repr(word)), near(word, known)


def words_of(value: object) -> Iterator[tuple[Key, str]]:
    """Yield (index, word) of a name, a list of names, or a mapping by name."""
    if isinstance(value, str):
        yield (), value
    elif isinstance(value, dict):
        for key in value:
            yield (key,), key
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            for rest, word in words_of(item):
                yield (index, *rest), word


def references(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every name in a noun is carried by something of the right kind."""
    for item in nouns.walk(resolved.scenario):
        if item.what != "noun":
            continue
        for name, wanted in REFERENCES.get(type(item.value).__name__, {}).items():
            value = getattr(item.value, name)
            if value is None or value == "all":
                continue
            for index, word in words_of(value):
                if wrong := book.unknown(word, wanted):
                    yield resolved.draft.problem(wrong[0], (*item.path, name, *index), wrong[1], wrong[2])
    for key, line in resolved.scenario.lines.items():
        for index, word in words_of(line.cut):
            if wrong := book.unknown(word, "S"):
                yield resolved.draft.problem(wrong[0], ("lines", key, "cut", *index), wrong[1], wrong[2])
    for key, assembly in resolved.scenario.assemblies.items():
        for name, motion in assembly.motions.items():
            if motion.by is not None and motion.by not in assembly.factions:
                path = ("assemblies", key, "motions", name, "by")
                message = say("E216-faction", assembly=key, word=repr(motion.by))
                yield resolved.draft.problem("E216", path, message, near(motion.by, assembly.factions))


def numbers(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """No number is impossible."""
    for item in nouns.walk(resolved.scenario):
        if item.what != "quantity":
            continue
        spread = resolved.spreads.get(".".join(map(str, item.path)))
        field = next((str(p) for p in reversed(item.path) if str(p) in type(item.owner).model_fields), "")
        if spread and (message := bounds.impossible(type(item.owner).__name__, field, spread)):
            yield resolved.draft.problem("E206", item.path, message)
    for key, site in resolved.scenario.sites.items():
        path = ("sites", key, "at")
        if len(site.at) != 2 or not (-90 <= site.at[0] <= 90 and -180 <= site.at[1] <= 180):
            message = say("E206-earth", place=str(list(site.at)))
            yield resolved.draft.problem("E206", path, message, cure("degrees", open="[", shut="]"))


def pairs(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """A pair is two different things, and no two authorities have two stances."""
    draft, scenario = resolved.draft, resolved.scenario
    found: list[tuple[Key, object]] = [(("links", k, "between"), v.between) for k, v in scenario.links.items()]
    found += [(("stances", i, "between"), s.between) for i, s in enumerate(scenario.stances)]
    found += [(("lines", k, "cut", i), p) for k, v in scenario.lines.items() for i, p in enumerate(v.cut)]
    for path, pair in found:
        if len(pair) != 2 or pair[0] == pair[1]:  # type: ignore[arg-type, index]
            message = say("E224-pair", pair=str(list(pair)))  # type: ignore[call-overload]
            yield draft.problem("E224", path, message, cure("two-ids"))
    seen: dict[frozenset, int] = {}
    for index, stance in enumerate(scenario.stances):
        pair = frozenset(stance.between)
        if pair in seen:
            yield draft.problem("E224", ("stances", index), say("E224-stance"))
        seen[pair] = index
    for key, line in scenario.lines.items():
        for index, word in words_of(line.cut):
            if line.joins != "all" and word in scenario.sites and word not in line.joins:
                message = say("E224-line", line=key, site=word)
                yield draft.problem("E224", ("lines", key, "cut", *index), message)


def units(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """A unit has men, not more there than on paper, and issues that weigh at most 1 together."""
    for key, unit in resolved.scenario.units.items():
        roll = resolved.spreads.get(f"units.{key}.roll")
        present = resolved.spreads.get(f"units.{key}.present")
        if roll and roll.kind != "normal" and 0 <= roll.high < 1:
            yield resolved.draft.problem("E221", ("units", key, "roll"), say("E221-roll"))
        if roll and present and "normal" not in (roll.kind, present.kind) and present.low > roll.high >= 1:
            message = say("E206-present", present=f"{present.low:g}", roll=f"{roll.high:g}")
            yield resolved.draft.problem("E206", ("units", key, "present"), message)
        weights = [resolved.spreads.get(f"units.{key}.issues.{issue}") for issue in unit.issues]
        total = sum(abs(w.middle) for w in weights if w)
        if total > 1.0 + 1e-9:
            message = say("E206-weights", total=f"{total:g}")
            yield resolved.draft.problem("E206", ("units", key, "issues"), message)


def times(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """What is dated lies between the scenario's start and its end (a due date may lie after it)."""
    for path, minute in resolved.times.items():
        last = path.rsplit(".", 1)[-1]
        if (last == "at" and not 0 <= minute <= resolved.end_min) or (last == "due" and minute < 0):
            key = tuple(int(p) if p.isdigit() else p for p in path.split("."))
            message = say("E402-outside", start=resolved.scenario.start, end=resolved.scenario.end)
            yield resolved.draft.problem("E402", key, message)


def comings(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """An outside event has a date or answers a call; who is not there at the start keeps nothing then."""
    scenario, draft = resolved.scenario, resolved.draft
    for key, event in scenario.outside.items():
        if event.after is not None and event.when is None:
            yield draft.problem("E202", ("outside", key, "after"), say("E202-after"), cure("add-when"))
        elif event.at is None and event.after is None:
            yield draft.problem("E202", ("outside", key), say("E202-never"), cure("add-at"))
    for key, site in scenario.sites.items():
        if site.holder in scenario.authorities and scenario.authorities[site.holder].from_when is not None:
            message = say("E230-holder", authority=site.holder)
            yield draft.problem("E230", ("sites", key, "holder"), message, cure("holder-before"))


def places(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every site can be reached by some chain of links and known gates; a hidden gate opens on a neighbour."""
    scenario, draft = resolved.scenario, resolved.draft
    near_by: dict[str, set[str]] = {site: set() for site in scenario.sites}
    for link in scenario.links.values():
        if len(link.between) == 2 and all(end in near_by for end in link.between):
            one, other = link.between
            near_by[one].add(other)
            near_by[other].add(one)
    doors = {key: {g.to for g in site.gates.values() if g.known_to == "all"} for key, site in scenario.sites.items()}
    for key, known in doors.items():
        for other in (site for site in known if site in near_by):
            near_by[key].add(other)
            near_by[other].add(key)
    parts = _parts(near_by)
    largest = max(parts, key=len, default=set())
    for site in scenario.sites:
        if site not in largest:
            yield draft.problem("E220", ("sites", site), say("E220-site", site=site), cure("add-link"))
    for key, site in scenario.sites.items():
        for name, gate in site.gates.items():
            if gate.to in near_by and gate.to not in near_by[key]:
                path = ("sites", key, "gates", name, "to")
                hint = cure("neighbours", sites=", ".join(sorted(near_by[key])) or say("none"))
                yield draft.problem("E222", path, say("E222-gate", site=key, other=gate.to), hint)


def _parts(near_by: dict[str, set[str]]) -> list[set[str]]:
    left, parts = dict.fromkeys(near_by), []
    while left:
        todo, part = [next(iter(left))], set()
        while todo:
            site = todo.pop()
            if site not in part:
                part.add(site)
                left.pop(site, None)
                todo.extend(near_by[site] - part)
        parts.append(part)
    return parts


def one_name(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """One name means one thing wherever two kinds of name may stand in the same place."""
    scenario = resolved.scenario
    for group in (("authorities", "bodies", "units"), ("plans", "decisions", "outside")):
        seen: dict[str, str] = {}
        for section in group:
            for key in getattr(scenario, section):
                if key in seen:
                    message = say("E223-section", name=repr(key), section=seen[key])
                    yield resolved.draft.problem("E223", (section, key), message)
                seen.setdefault(key, section)
    for section in ("authorities", "bodies", "sites", "units", "lines", "plans", "decisions", "outside"):
        for key in getattr(scenario, section):
            if key in rules.RESERVED:
                yield resolved.draft.problem("E223", (section, key), say("E223-reserved", name=repr(key)))
    yield from _aliases(resolved)


def _aliases(resolved: Resolved) -> Iterator[Problem]:
    for section in ("authorities", "bodies", "sites", "units"):
        seen: dict[str, str] = {key: key for key in getattr(resolved.scenario, section)}
        for key, noun in getattr(resolved.scenario, section).items():
            for index, alias in enumerate(noun.also):
                if seen.get(alias.casefold(), key) != key:
                    message = say("E223-alias", name=repr(alias), other=seen[alias.casefold()])
                    yield resolved.draft.problem("E223", (section, key, "also", index), message)
                seen[alias.casefold()] = key


def honoured(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Refuse what can be written but has no effect in the engine, rather than ignore it."""
    scenario, draft = resolved.scenario, resolved.draft
    for key, plan in scenario.plans.items():
        if plan.veto:
            yield draft.problem("E230", ("plans", key, "veto"), say("E230-veto"), cure("in-condition"))
    for key, site in scenario.sites.items():
        for name, gate in site.gates.items():
            if gate.frontage_men is not None:
                path = ("sites", key, "gates", name, "frontage_men")
                yield draft.problem("E230", path, say("E230-frontage"), cure("take-out"))
    for key in scenario.links:
        spread = resolved.spreads.get(f"links.{key}.km")
        if spread is not None and spread.kind != "fixed":
            yield draft.problem("E230", ("links", key, "km"), say("E230-km"), cure("one-number"))
    for key, unit in scenario.units.items():
        for index, post in enumerate(unit.keeps):
            if post.split(".")[0] not in {unit.at, *unit.spread}:
                message = say("E230-keeps", unit=key, site=unit.at, post=post)
                yield draft.problem("E230", ("units", key, "keeps", index), message, cure("own-guard"))


LAWS = (
    references, numbers, pairs, units, times, comings, places, one_name, honoured,
    *check_acts.LAWS, *check_rules.LAWS, *check_evidence.LAWS, *variant.LAWS,
)  # fmt: skip


def check(resolved: Resolved) -> list[Problem]:
    """Return every problem of a resolved scenario, in file order (reading problems are not repeated)."""
    book, draft = Book(resolved), resolved.draft
    found = (problem for law in LAWS for problem in law(resolved, book))
    if not draft.spoiled:
        return _ordered(found)
    section_lost = any(len(path) == 1 for path in draft.spoiled)
    return _ordered(
        p for p in found if not draft.is_spoiled(p.path) and not (section_lost and "E210" <= p.code <= "E218")
    )


def _ordered(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda p: (p.file, p.line, p.col, p.code))


def check_text(target: str | Path) -> tuple[list[Problem], int]:
    """Return every problem of the scenario at a file, folder or id, and the exit code: 0 or 3.

    Each variant is applied and checked as well. Writes nothing and raises nothing.
    """
    try:
        draft = read(catalog.find(target))
        resolved, problems = resolve.resolve(draft)
    except ScenarioError as error:
        return error.problems, 3
    if resolved is not None:
        problems += check(resolved)
        if not problems:
            problems += variant.check_all(resolved)
    problems = _ordered(problems)
    return problems, 3 if problems else 0
