"""Draws of the universal parameters that were learnt from a record, kept as data.

A file holds rows of parameters and says what they were learnt from: which scenarios, with which engine, by
which method. History number 7 of a seed takes always the same row, whatever the number of histories. Draws
of another engine are refused: what was learnt of one machine says nothing about another. An engine that was
only rewritten, and still lives the same histories (behaviour.py), is not another.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import DualpowerError, near
from . import behaviour
from .execute import load_engine

FORMAT = "dualpower-posterior 1"
PRIOR, POSTERIOR = "prior", "posterior"
FACTS = ("engine", "parameters", "symbols", "draws", "scenarios")


@dataclass(frozen=True)
class Draws:
    """Rows of parameters and where they come from.

    name    as it was asked for
    values  float [k, P]
    facts   the rest of the file
    """

    name: str
    values: np.ndarray
    facts: Mapping[str, Any]

    def rows(self, seed: int, runs: int, first: int = 0) -> np.ndarray:
        """Return float [runs, P]: the row of each history from number ``first`` on."""
        return self.of(seed, np.arange(first, first + runs))

    def of(self, seed: int, numbers: np.ndarray, fixed: np.ndarray | None = None) -> np.ndarray:
        """Return the rows of histories by number; `fixed`, where it is not NaN, is laid over them."""
        rows = np.asarray(self.values[chosen(seed, numbers, len(self.values))])
        return rows if fixed is None else np.where(np.isnan(fixed), rows, fixed)


def chosen(seed: int, numbers: np.ndarray, count: int) -> np.ndarray:
    """Return for each history (by number) a place below ``count``, even and always the same."""
    begin = (seed * 0x9E3779B97F4A7C15) % 2**64
    with np.errstate(over="ignore"):
        z = numbers.astype(np.uint64) + np.uint64(begin)
        for _ in range(2):
            z = z + np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            z ^= z >> np.uint64(31)
    return np.asarray((z % np.uint64(count)).astype(np.int64))


def shipped() -> dict[str, Path]:
    """Return the files of draws that come with the package, by name."""
    folder = Path(str(resources.files("dualpower"))) / "data" / "posterior"
    return {path.stem: path for path in sorted(folder.glob("*.json"))} if folder.is_dir() else {}


def find(name: str) -> Draws | None:
    """Return draws by name (``posterior``, another that is shipped, or a file); None for ``prior``.

    Raises:
        DualpowerError: E853 no such draws, E854 they were learnt with another engine or table, E855 damaged.
    """
    if name == PRIOR:
        return None
    known = shipped()
    path = known.get(name) or Path(name)
    if not path.is_file():
        hint = near(name, [PRIOR, *known]) or "known: " + ", ".join([PRIOR, *known]) + ", or a file"
        raise DualpowerError("E853", f"no parameters are called {name!r}", hint)
    return _checked(name, path)


def _checked(name: str, path: Path) -> Draws:
    cure = "calibrate makes another"
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        if facts["format"] != FORMAT or any(key not in facts for key in FACTS):
            raise ValueError(f"it is not of the form {FORMAT!r}")
        values = np.asarray(facts.pop("draws"), dtype=float)
    except (OSError, ValueError, KeyError, TypeError) as damage:
        raise DualpowerError("E855", f"{path} holds no parameters: {damage}", cure) from damage
    engine = load_engine()
    for word, mine in (("engine", engine.digest), ("parameters", engine.params_digest)):
        if facts[word] != mine and not (word == "engine" and _rewritten(facts)):
            what = "engine" if word == "engine" else "table of priors"
            raise DualpowerError(
                "E854",
                f"{path.name} was learnt with another {what}: {facts[word][:12]}, this is {mine[:12]}",
                f"{cure}; --parameters prior needs none",
            )
    if values.ndim != 2 or tuple(facts["symbols"]) != engine.symbols or values.shape[1] != len(engine.symbols):
        raise DualpowerError("E855", f"{path} has not one column for each parameter", cure)
    if not len(values) or not np.isfinite(values).all():
        raise DualpowerError("E855", f"{path} holds no row, or one that is no number", cure)
    return Draws(name, values, facts)


def _rewritten(facts: Mapping[str, Any]) -> bool:
    """Whether this engine lives the same histories as the other one did."""
    prints = facts.get("behaviour")
    return isinstance(prints, dict) and _seen_the_same(json.dumps(prints, sort_keys=True), tuple(facts["scenarios"]))


@cache
def _seen_the_same(prints: str, learnt: tuple[str, ...]) -> bool:
    return behaviour.is_the_same(json.loads(prints), learnt)


def save(path: str | os.PathLike[str], values: np.ndarray, facts: Mapping[str, Any]) -> None:
    """Write draws with what they were learnt from. Raises DualpowerError E804."""
    engine = load_engine()
    body = {
        "format": FORMAT, "engine": engine.digest, "parameters": engine.params_digest,
        "behaviour": behaviour.take_all(), **facts, "symbols": list(engine.symbols),
    }  # fmt: skip
    head = json.dumps(body, indent=1, ensure_ascii=False)[:-2]
    rows = ",\n".join("  [" + ", ".join(f"{x:.6g}" for x in row) + "]" for row in values)
    try:
        Path(path).write_text(f'{head},\n "draws": [\n{rows}\n ]\n}}\n', encoding="utf-8")
    except OSError as trouble:
        raise DualpowerError("E804", f"{path} cannot be written: {trouble.strerror}", "name another file") from trouble
