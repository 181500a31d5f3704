"""Alternative histories by name: from the scenario's folder, from one's own file, or several joined by ``+``.

    garden-door-guarded              a variant of the scenario
    garden-door-guarded+open-rails   both at once, unless they clash
    mine.yaml                        every variant of one's own file
    mine.yaml#what-if                one of them

A file of variants is YAML with ``variants:`` written as in a scenario and, where it cites works of its own,
``claims:`` and ``sources:``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpower import draft as drafts
from dualpower.analysis import histories
from dualpower.errors import DualpowerError, Problem, ScenarioError

if TYPE_CHECKING:
    from dualpower.scenario.resolve import Resolved
    from dualpower.scenario.schema import Variant

SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True)
class Alternative:
    """One alternative history: its name, its title by language, the scenario as it has it, and what it changes.

    ``changes`` are dotted paths with the value set there, or None for what is taken away.
    """

    id: str
    titles: Mapping[str, str]
    resolved: Resolved
    changes: tuple[tuple[str, Any], ...]

    @property
    def title(self) -> str:
        """Its title in English."""
        return pick_english(self.titles) or self.id


def alternatives(base: Resolved, wanted: Sequence[str]) -> list[Alternative]:
    """Return the alternatives asked for, in order, applied and checked.

    Raises:
        DualpowerError: E703 nothing was named, E811 one is asked for twice.
        ScenarioError: an unknown variant, a patch that no longer applies, variants that clash, a bad file.
    """
    found: list[Alternative] = []
    for word in wanted:
        if not isinstance(word, str):
            raise TypeError(f"a variant is named by a word, not by {word!r}")
        found += _read(base, word.strip())
    if not found:
        known = ", ".join(base.scenario.variants) or "none: write a file of variants"
        raise DualpowerError("E703", "no variant was named, so there is nothing to compare with", f"known: {known}")
    names = [one.id for one in found]
    twice = [name for name in names if names.count(name) > 1]
    if twice:
        raise DualpowerError("E811", f"{twice[0]!r} is there twice", "name each alternative once")
    return found


def _read(base: Resolved, word: str) -> list[Alternative]:
    file, _, name = word.partition("#")
    if not file.endswith(SUFFIXES):
        return [_applied(base, word)]
    resolved, own = with_variants(base, file)
    return [_applied(resolved, name)] if name else [_applied(resolved, one) for one in own]


def _applied(resolved: Resolved, name: str) -> Alternative:
    from dualpower.scenario import variant

    changed = variant.apply(resolved, name)
    variants = resolved.scenario.variants
    parts: list[Mapping[Any, str]] = [variants[one].title for one in name.split("+")]
    languages: dict[str, None] = dict.fromkeys(code for part in parts for code in part)
    titles = {code: " + ".join(part.get(code) or pick_english(part) for part in parts) for code in languages}
    changes = [
        (".".join(map(str, path)), None if removes or value == "removed" else value)
        for step in variant.steps(resolved, name)
        for _, path, value, removes in variant.patches(resolved, step)
    ]
    return Alternative(name, titles, changed, tuple(changes))


def pick_english(text: Mapping[Any, str]) -> str:
    """Return a title in English, else in whatever language it has."""
    return text.get("en") or next(iter(text.values()), "")


def with_variants(base: Resolved, file: str | Path) -> tuple[Resolved, list[str]]:
    """Return the scenario with the variants of a file added to its own, and the names of those added.

    Raises:
        ScenarioError: with every problem of the file.
    """
    from dualpower.scenario import resolve

    path = Path(file)
    if not path.is_file():
        raise ScenarioError([Problem("E101", "", "there is no such file of variants", str(path), 1, 1)])
    extra = drafts.parse(drafts.read_text(path, str(path)), str(path), path.parent)
    merged = histories.merge_drafts(base.draft, extra, "variants")
    if merged.problems:
        raise ScenarioError(merged.problems)
    resolved, problems = resolve.resolve(merged)
    if problems or resolved is None:
        raise ScenarioError(problems)
    own = list(extra.data["variants"])
    idle = [name for name in own if not _says_something(resolved.scenario.variants[name])]
    if idle:
        raise ScenarioError(
            [merged.problem("E701", ("variants", name), "this variant changes nothing") for name in idle]
        )
    return resolved, own


def _says_something(patch: Variant) -> bool:
    return bool(patch.set or patch.remove or patch.on)
