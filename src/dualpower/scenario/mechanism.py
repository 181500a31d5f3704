"""A mechanism of the user's own: a formula in a file, or a function in Python, at one of four points.

At its point it is given the number that the built-in mechanism came to (``usual``) and gives the number to use.
It belongs to the scenario it is loaded with: variants keep it, and the digest of the scenario speaks of it.

    mechanisms:
      cut-off-men-think-again:
        point: at-review
        formula: usual * (1 + 0.5 * isolation)
"""

from __future__ import annotations

import hashlib
import runpy
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpower import draft as drafts
from dualpower.clock import Clock
from dualpower.draft import Draft
from dualpower.errors import DualpowerError, Problem, ScenarioError, near
from dualpower.scenario import rules
from dualpower.scenario.source import digest_of
from dualpower.words import INPUTS, POINTS

if TYPE_CHECKING:
    from dualpower.scenario.resolve import Resolved

FIELDS = ("point", "formula", "title", "because")
Function = Callable[[Any], "float | None"]


@dataclass(frozen=True)
class Mechanism:
    """One of them. It has a formula (``tree`` once its names are known) or a function, never both.

    digest  sha256 of the formula's or the function's own text
    file    the file it is from, None for a function given in Python
    draft   that file as read, for the place of a problem
    """

    id: str
    point: str
    digest: str
    formula: str | None = None
    function: Function | None = field(default=None, compare=False)
    tree: rules.Expr | None = None
    file: str | None = field(default=None, compare=False)
    draft: Draft | None = field(default=None, compare=False, repr=False)

    def facts(self) -> dict[str, str]:
        """Return what a digest, a manifest and an answer say of it."""
        kind = "function" if self.formula is None else "formula"
        text = {"formula": self.formula} if self.formula is not None else {}
        return {"id": self.id, "point": self.point, "kind": kind, "digest": self.digest, **text}

    def problem(self, code: str, message: str, hint: str | None = None, pos: int = -1) -> Problem:
        """Make a problem at the formula, at a column of it if one is given."""
        if self.draft is None:
            return Problem(code, f"mechanisms.{self.id}", message, hint=hint)
        return self.draft.problem(code, ("mechanisms", self.id, "formula"), message, hint, offset=pos)


def attach(
    resolved: Resolved, file: str | Path | None = None, functions: Mapping[str, Function] | None = None
) -> Resolved:
    """Return the scenario with mechanisms of one's own, besides those it has.

    Args:
        file: .yaml with ``mechanisms:``, or .py with functions named after points (``at_review`` ...).
        functions: by the name of their point.
    Raises:
        ScenarioError: every problem of the file (E5xx a formula, E841 its form, E842 what it asks).
        DualpowerError: E841 no such point, E843 two at one point, E844 a function that cannot be named.
    """
    added = [*(read(file) if file is not None else ()), *from_functions(functions or {})]
    found = (*resolved.draft.mechanisms, *added)
    for one in found:
        others = [other.id for other in found if other.point == one.point and other is not one]
        if others:
            cure = "write one that says both"
            raise DualpowerError("E843", f"{one.id!r} and {others[0]!r} both speak at {one.point}", cure)
    problems: list[Problem] = []
    trees = typed(found, resolved.names, resolved.clock, problems)
    if problems:
        raise ScenarioError(problems)
    return replace(resolved, draft=replace(resolved.draft, mechanisms=found), mechanisms=trees, _digest=None)


def read(file: str | Path) -> list[Mechanism]:
    """Return the mechanisms of a file, names not yet known. Raises ScenarioError or DualpowerError."""
    path = Path(file)
    if not path.is_file():
        raise ScenarioError([Problem("E101", "", "there is no such file of mechanisms", str(path), 1, 1)])
    return _read_python(path) if path.suffix == ".py" else _read_formulas(path)


def _read_formulas(path: Path) -> list[Mechanism]:
    draft = drafts.parse(drafts.read_text(path, str(path)), str(path), path.parent)
    problems = list(draft.problems)
    problems += [
        draft.problem("E841", (key,), f"a file of mechanisms has no {key}", near(str(key), ["mechanisms"]))
        for key in draft.data if key != "mechanisms"
    ]  # fmt: skip
    written = draft.data.get("mechanisms")
    if not isinstance(written, dict) or not written:
        problems.append(draft.problem("E841", ("mechanisms",), "a file of mechanisms needs mechanisms: with ids"))
        written = {}
    found = [_read_one(draft, str(name), body, problems) for name, body in written.items()]
    if problems:
        raise ScenarioError(problems)
    return [one for one in found if one is not None]


def _read_one(draft: Draft, name: str, body: object, problems: list[Problem]) -> Mechanism | None:
    at: drafts.Key = ("mechanisms", name)
    before = len(problems)
    if not isinstance(body, dict):
        problems.append(draft.problem("E841", at, "a mechanism has a point and a formula"))
        return None
    problems += [
        draft.problem("E841", (*at, key), f"a mechanism has no {key}", near(str(key), FIELDS))
        for key in body if key not in FIELDS
    ]  # fmt: skip
    problems += [
        draft.problem("E841", at, f"a mechanism needs {key}") for key in ("point", "formula") if key not in body
    ]
    point = str(body.get("point"))
    if "point" in body and point not in POINTS:
        problems.append(draft.problem("E841", (*at, "point"), f"there is no point {point!r}", _known(point)))
    formula = str(body.get("formula"))
    sha = hashlib.sha256(formula.encode()).hexdigest()
    if len(problems) > before:
        return None
    return Mechanism(name, point, sha, formula=formula, file=draft.file, draft=draft)


def _known(point: str) -> str:
    return near(point, POINTS) or f"the points are {', '.join(POINTS)}"


def _read_python(path: Path) -> list[Mechanism]:
    """Run a file of functions and take those that are named after a point. Its whole text is its digest."""
    text = drafts.read_text(path, str(path))
    try:
        space = runpy.run_path(str(path))
    except SyntaxError as error:
        raise ScenarioError(
            [Problem("E841", "", f"this is not Python: {error.msg}", str(path), error.lineno or 1, error.offset or 1)]
        ) from error
    except Exception as error:
        raise DualpowerError("E841", f"{path} cannot be run: {type(error).__name__}: {error}") from error
    sha = hashlib.sha256(text.encode()).hexdigest()
    names = {point.replace("-", "_"): point for point in POINTS}
    found = [
        Mechanism(f"{path.stem}.{name}", point, sha, function=space[name], file=str(path))
        for name, point in names.items() if callable(space.get(name))
    ]  # fmt: skip
    if not found:
        raise DualpowerError("E841", f"{path} has no function for any point", f"name one {', '.join(names)}")
    return found


def from_functions(functions: Mapping[str, Function]) -> list[Mechanism]:
    """Return functions as mechanisms. Raises DualpowerError E841 or E844."""
    found = []
    for word, function in functions.items():
        point = str(word).replace("_", "-")
        if point not in POINTS:
            raise DualpowerError("E841", f"there is no point {word!r}", _known(point).replace("-", "_"))
        found.append(Mechanism(getattr(function, "__name__", point), point, digest_of(function), function=function))
    return found


def typed(
    mechanisms: Sequence[Mechanism], names: rules.Names, clock: Clock, problems: list[Problem]
) -> tuple[Mechanism, ...]:
    """Return the mechanisms with their formulas read against the names of a scenario; add what does not fit."""
    return tuple(_typed(one, names, clock, problems) for one in mechanisms)


def _typed(one: Mechanism, names: rules.Names, clock: Clock, problems: list[Problem]) -> Mechanism:
    if one.formula is None:
        return one
    try:
        tree, errors = rules.check(rules.parse(one.formula, clock), names, want="number", inputs=INPUTS)
    except rules.RuleError as error:
        problems.append(one.problem(error.code, error.message, error.hint, error.pos))
        return one
    problems += [one.problem(error.code, error.message, error.hint, error.pos) for error in errors]
    for node in rules.walk(tree):
        if isinstance(node, rules.For):
            cure = "one formula speaks for every body of men, so it has no memory; ask hours-since(...) instead"
            problems.append(one.problem("E842", "a mechanism cannot say for", cure, node.pos))
    return replace(one, tree=tree)
