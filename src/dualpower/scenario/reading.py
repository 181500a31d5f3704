"""From written values to the schema's nouns, with every misfit told in words and at its place.

What does not fit is reported once, taken out, and the rest is read again, so that one slip does
not hide the next and does not bring a dozen false ones after it.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError

from dualpower import words
from dualpower.draft import Draft, Key, dotted
from dualpower.errors import Problem, near
from dualpower.saying import cure, misfit, say
from dualpower.scenario import nouns, rules
from dualpower.scenario.schema import Scenario


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
        "I": frozenset(i for i in issues if isinstance(i, str)) if isinstance(issues, (list, dict)) else frozenset(),
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


def real_path(data: object, loc: tuple) -> Key:
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
        return code, say("E201-field", field=repr(word)), near(word, nouns.fields_at(path[:-1]))
    if kind == "missing":
        return code, say("E202-field", field=repr(str(error["loc"][-1]))), None
    if kind == "literal_error":
        known = [w.strip(" '") for w in str(context.get("expected", "")).replace(" or ", ", ").split(",")]
        hint = near(str(value), known) or (cure("one-of", words=", ".join(known)) if len(known) <= 9 else None)
        return code, say("E204-word", value=_short(value)), hint
    if kind == "string_pattern_mismatch":
        if error["loc"][-1] == "[key]" or "a-z0-9" in str(context.get("pattern", "")):
            return "E205", say("E205-id", value=_short(value)), cure("id")
        if "min|h|d" in str(context.get("pattern", "")):
            return "E404", say("E404-duration", value=_short(value)), cure("duration")
        return "E401", say("E401-clock", value=_short(value)), cure("clock")
    return code, say("E203-found", why=misfit(error), value=repr(value)[:40]), None


def validate(draft: Draft, problems: list[Problem]) -> tuple[Scenario | None, dict]:
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
            path = real_path(data, item["loc"])
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
        return draft.problem("E207", full, say("E207-form", value=repr(str(item.get("input"))[:40])))
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


def read_models(data: object, section: str, model: type[BaseModel], code: str, draft: Draft,
                 problems: list[Problem]) -> dict:  # fmt: skip
    """Return the models of a section by key; what does not fit is told with `code` and left out."""
    found = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        try:
            found[key] = model.model_validate(value)
        except ValidationError as error:
            for item in error.errors(include_url=False):
                path = real_path(value, item["loc"])
                _, message, hint = _explain(item, path, value)
                if item["type"] == "extra_forbidden":
                    hint = near(str(item["loc"][-1]), model.model_fields)
                problems.append(draft.problem(code, (section, key, *path), message, hint))
    return found


def _short(value: object) -> str:
    """Quote a value, or the head of an endless one."""
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
