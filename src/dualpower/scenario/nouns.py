"""Walking a scenario's nouns: where its quantities, times, durations and rules stand.

The schema says by its types which field is what; this module reads those types once, so that a
new field of the schema is resolved without being named again anywhere.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from dualpower.draft import Key
from dualpower.scenario import schema

What = Literal["noun", "quantity", "time", "duration", "rule"]
REQUIRED = frozenset(name for name, field in schema.Scenario.model_fields.items() if field.is_required())
_SKIP = frozenset({"claims", "sources", "recheck", "include", "record"})


@dataclass(frozen=True, slots=True)
class Item:
    """Something found on the walk. ``owner`` is the model that holds it (for a noun: itself)."""

    what: What
    path: Key
    value: Any
    owner: BaseModel


def _arms(hint: object) -> tuple:
    """Return the members of a union, or the type itself."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return tuple(arm for part in typing.get_args(hint) for arm in _arms(part))
    return (hint,)


def _shape(hint: object) -> tuple[str, object]:
    """Return how to walk a field: (leaf word, None), ('one'|'map'|'list', inner) or ('', None)."""
    arms = _arms(hint)
    if schema.Sourced in arms:
        return "quantity", None
    for kind, word in ((schema.Rule, "rule"), (schema.Time, "time"), (schema.Duration, "duration")):
        if kind in arms:
            return word, None
    for arm in arms:
        origin, args = typing.get_origin(arm), typing.get_args(arm)
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            return "one", None
        if origin is dict and _shape(args[1])[0]:
            return "map", _shape(args[1])
        if origin is list and args and _shape(args[0])[0]:
            return "list", _shape(args[0])
    return "", None


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, tuple], ...]:
    hints = typing.get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        shape = _shape(hints[name])
        if shape[0] and name not in _SKIP:
            found.append((name, field.alias or name, shape))
    return tuple(found)


def _visit(value: Any, shape: tuple, path: Key, owner: BaseModel) -> Iterator[Item]:
    if value is None:
        return
    word, inner = shape
    if word == "one":
        yield from _model(value, path)
    elif word == "map":
        for key, item in value.items():
            yield from _visit(item, inner, (*path, key), owner)
    elif word == "list":
        for index, item in enumerate(value):
            yield from _visit(item, inner, (*path, index), owner)
    else:
        yield Item(word, path, value, owner)


def _model(model: BaseModel, path: Key) -> Iterator[Item]:
    yield Item("noun", path, model, model)
    for name, alias, shape in _fields(type(model)):
        yield from _visit(getattr(model, name), shape, (*path, alias), model)


def walk(scenario: schema.Scenario) -> Iterator[Item]:
    """Yield every noun, quantity, time, duration and rule of a scenario, parents before children."""
    yield from _model(scenario, ())


@cache
def _aliases(model: type[BaseModel]) -> dict[str, object]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {field.alias or name: hints[name] for name, field in model.model_fields.items()}


def model_at(path: Key) -> type[BaseModel] | None:
    """Return the model whose fields may be written at a path, or None for free keys and leaves."""
    hint: object = schema.Scenario
    for part in path:
        hint = _step(hint, part)
        if hint is None:
            return None
    return next((a for a in _arms(hint) if isinstance(a, type) and issubclass(a, BaseModel)), None)


def _step(hint: object, part: str | int) -> object:
    for arm in _arms(hint):
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            if part in _aliases(arm):
                return _aliases(arm)[str(part)]
        elif typing.get_origin(arm) is dict:
            return typing.get_args(arm)[1]
        elif typing.get_origin(arm) is list and isinstance(part, int):
            return typing.get_args(arm)[0]
    return None


def fields_at(path: Key) -> list[str]:
    """Return the fields that may be written at a path (empty for free keys and leaves)."""
    model = model_at(path)
    return list(_aliases(model)) if model else []
