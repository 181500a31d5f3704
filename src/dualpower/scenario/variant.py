"""An alternative history: a named patch that changes what it names and nothing else.

``set`` puts a value at a dotted path, ``remove`` takes one away, ``on`` builds upon another
variant. Two short forms: a decision set to one of its options is decided so
(``decisions.how-to-get-the-kremlin: storm``), and a noun set to ``removed`` is removed. The
patched scenario is resolved and checked again; a patch that no longer applies is an error. Several
are applied together when their names are joined by ``+``, unless they change one thing in two ways.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dualpower.draft import Draft, Key, dotted
from dualpower.errors import Problem, ScenarioError, near
from dualpower.saying import cure, say
from dualpower.scenario import nouns, resolve

if TYPE_CHECKING:
    from dualpower.scenario.check import Book
    from dualpower.scenario.resolve import Resolved

FROZEN = frozenset({"dualpower", "id", "title", "summary", "calendar", "reform", "start", "include", "variants",
                    "marks", "watches", "outcomes", "claims", "sources", "recheck", "teaching"})  # fmt: skip


class PatchError(Exception):
    """A patch that does not apply: a code, a message and perhaps a hint."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


def keys_of(path: str) -> Key:
    """Return the key of a dotted path."""
    return tuple(int(part) if part.isdigit() else part for part in path.split("."))


def _owner(data: dict, path: Key, *, make: bool) -> dict | list:
    """Return the mapping or list that holds the last part of `path`; schema fields are made when missing."""
    if len(path) < 2:
        raise PatchError("E704", say("E704-section"), cure("name-noun"))
    if path[0] in FROZEN:
        raise PatchError("E704", say("E704-frozen", section=path[0]), cure("only-facts"))
    owner: object = data
    for depth, part in enumerate(path[:-1]):
        if isinstance(owner, dict) and part not in owner and make and part in nouns.fields_at(path[:depth]):
            owner[part] = {}
        try:
            owner = owner[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            hint = near(str(part), owner) if isinstance(owner, dict) else None
            raise PatchError("E701", say("E701-path", path=dotted(path[: depth + 1])), hint) from None
    if not isinstance(owner, (dict, list)):
        raise PatchError("E701", say("E701-parts", path=dotted(path[:-1])))
    return owner


def _missing(path: Key, owner: dict | list) -> PatchError:
    hint = near(str(path[-1]), owner) if isinstance(owner, dict) else None
    return PatchError("E701", say("E701-path", path=dotted(path)), hint)


def set_value(data: dict, path: Key, value: object) -> None:
    """Put `value` at `path`. Raises PatchError."""
    owner = _owner(data, path, make=True)
    last = path[-1]
    if isinstance(owner, list):
        if not isinstance(last, int) or last >= len(owner):
            raise _missing(path, owner)
        owner[last] = copy.deepcopy(value)
        return
    if last not in owner:
        model = nouns.model_at(path[:-1])
        if len(path) == 2 or (model is not None and last not in nouns.fields_at(path[:-1])):
            raise _missing(path, owner)
    if value == "removed":
        del owner[last]
    elif path[0] == "decisions" and len(path) == 2 and isinstance(value, str):
        _decide(owner[last], value)  # type: ignore[index]
    else:
        owner[last] = copy.deepcopy(value)  # type: ignore[index]


def _decide(decision: dict, option: str) -> None:
    options = decision.get("options") if isinstance(decision, dict) else None
    if not isinstance(options, dict) or option not in options:
        hint = near(option, options if isinstance(options, dict) else ())
        raise PatchError("E701", say("E701-option", option=repr(option)), hint)
    if not all(isinstance(written, dict) for written in options.values()):
        raise PatchError("E701", say("E701-options"))
    for key in options:
        options[key] = {**options[key], "chance": {"value": float(key == option), "assumed": "decided by the variant"}}


def remove(data: dict, path: Key) -> None:
    """Take away what stands at `path`. Raises PatchError."""
    owner = _owner(data, path, make=False)
    last = path[-1]
    if (isinstance(owner, dict) and last in owner) or (isinstance(owner, list) and isinstance(last, int) \
            and last < len(owner)):  # fmt: skip
        del owner[last]  # type: ignore[arg-type]
    else:
        raise _missing(path, owner)


def chain(variants: dict, name: str) -> list[str]:
    """Return the variants to apply, first to last. Raises PatchError for a circle or an unknown name."""
    order: list[str] = []
    at: str | None = name
    while at is not None:
        if at in order:
            raise PatchError("E702", say("E702-circle", names=" on ".join([*order, at])))
        if at not in variants:
            known = cure("known", names=", ".join(variants)) if variants else cure("no-variants")
            raise PatchError("E703", say("E703-variant", name=repr(at)), near(at, variants) or known)
        order.append(at)
        at = variants[at].on
    return order[::-1]


def patches(resolved: Resolved, name: str) -> Iterator[tuple[Key, Key, object, bool]]:
    """Yield (place of the patch, path, value, whether it removes) of one variant alone."""
    patch = resolved.scenario.variants[name]
    for path, value in patch.set.items():
        yield ("variants", name, "set", path), keys_of(path), value, False
    for index, path in enumerate(patch.remove):
        yield ("variants", name, "remove", index), keys_of(path), None, True


def _touch(one: Key, other: Key) -> bool:
    """Whether two paths reach one thing: they are the same, one holds the other, or both number one list."""
    size = min(len(one), len(other))
    if one[:size] == other[:size]:
        return True
    return one[:-1] == other[:-1] and isinstance(one[-1], int) and isinstance(other[-1], int)


def steps(resolved: Resolved, name: str) -> list[str]:
    """Return the variants that ``name`` (one, or several joined by +) applies, in order. Raises PatchError."""
    variants = resolved.scenario.variants
    chains = {one: chain(variants, one) for one in name.split("+")}
    order = list(dict.fromkeys(step for found in chains.values() for step in found))
    for at, first in enumerate(order):
        for second in order[at + 1 :]:
            if first not in chain(variants, second) and second not in chain(variants, first):
                _clash(resolved, first, second)
    return order


def _clash(resolved: Resolved, first: str, second: str) -> None:
    """Raise PatchError E813 where two variants change one thing in two ways."""
    for _, path, value, removes in patches(resolved, first):
        for _, other, wanted, takes in patches(resolved, second):
            if _touch(path, other) and (path, value, removes) != (other, wanted, takes):
                shared = dotted(path if len(path) <= len(other) else other)
                message = say("E813-both", first=repr(first), second=repr(second), path=shared)
                raise PatchError("E813", message, cure("third-variant"))


def _patched(resolved: Resolved, name: str) -> tuple[Draft | None, list[Problem]]:
    draft, problems = resolved.draft, []
    data = copy.deepcopy(draft.data)
    try:
        order = steps(resolved, name)
    except PatchError as error:
        where = ("variants", name, "on") if name in resolved.scenario.variants else ("variants",)
        return None, [draft.problem(error.code, where, error.message, error.hint)]
    done: set[Key] = set()
    for step in order:
        for place, path, value, removes in patches(resolved, step):
            if removes and path in done:
                continue  # two variants that are applied together take away the same thing
            done.add(path)
            try:
                remove(data, path) if removes else set_value(data, path, value)
            except PatchError as error:
                problems.append(draft.problem(error.code, place, error.message, error.hint))
    data.pop("variants", None)
    data.pop("recheck", None)  # it was keyed of the world as it was
    return (None if problems else replace(draft, data=data, problems=[])), problems


def apply(resolved: Resolved, name: str) -> Resolved:
    """Return the scenario as the variant has it. Raises ScenarioError (E70x, or what the patch breaks)."""
    found, problems = _applied(resolved, name)
    if problems or found is None:
        raise ScenarioError(problems)
    return found


def _applied(resolved: Resolved, name: str) -> tuple[Resolved | None, list[Problem]]:
    from dualpower.scenario import check

    draft, problems = _patched(resolved, name)
    if draft is None:
        return None, problems
    found, problems = resolve.resolve(draft)
    if found is not None:
        found.variant = name
        problems += check.check(found)
    place = resolved.draft.place(("variants", name))
    return found, [replace(p, path=f"variants.{name} -> {p.path}", file=place[0], line=place[1], col=place[2])
                   for p in problems]  # fmt: skip


def apply_paths(resolved: Resolved, changes: dict[str, object], removals: tuple[str, ...] = ()) -> Resolved:
    """Return the scenario with a patch that is written nowhere (``--set`` of a face). Raises ScenarioError."""
    from dualpower.scenario import check

    data = copy.deepcopy(resolved.draft.data)
    data.pop("recheck", None)
    problems: list[Problem] = []
    for path, value, removes in [(p, v, False) for p, v in changes.items()] + [(p, None, True) for p in removals]:
        try:
            remove(data, keys_of(path)) if removes else set_value(data, keys_of(path), value)
        except PatchError as error:
            problems.append(Problem(error.code, path, error.message, "patch", 1, 1, error.hint))
    if not problems:
        found, problems = resolve.resolve(replace(resolved.draft, data=data, problems=[]))
        if found is not None and not problems:
            problems = check.check(found)
        if found is not None and not problems:
            return found
    raise ScenarioError(problems)


def paths(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """A variant names what exists, changes something, and does not build upon itself."""
    for name, patch in resolved.scenario.variants.items():
        if not patch.set and not patch.remove and patch.on is None:
            yield resolved.draft.problem("E701", ("variants", name), say("E701-nothing"))
        yield from _patched(resolved, name)[1]


def check_all(resolved: Resolved) -> list[Problem]:
    """Apply and check every variant; return what each one breaks."""
    return [problem for name in resolved.scenario.variants for problem in _applied(resolved, name)[1]]


LAWS = (paths,)
