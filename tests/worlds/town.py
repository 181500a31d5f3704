"""A town of two camps: a hall, a fort, a mill between them, a few streets, a telephone. Everything else is added."""

import copy
from pathlib import Path
from typing import Any

import yaml

BASE = Path(__file__).parents[1] / "stories" / "town.yaml"


def town(**changes: Any) -> dict[str, Any]:
    """The town as a scenario mapping, with changes merged in (see ``merged``)."""
    return merged(yaml.safe_load(BASE.read_text(encoding="utf-8")), changes)


def merged(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Changes laid over a mapping, key by key; a key set to the word ``removed`` goes."""
    whole = copy.deepcopy(base)
    for key, value in changes.items():
        if value == "removed":
            whole.pop(key, None)
        elif isinstance(value, dict) and isinstance(whole.get(key), dict):
            whole[key] = merged(whole[key], value)
        else:
            whole[key] = copy.deepcopy(value)
    return whole
