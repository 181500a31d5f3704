"""What the bench's children do: plain values in, plain values out, each task by its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from dualpower.errors import DualpowerError, ScenarioError
from dualpower.faces.studio import comparing, filming
from dualpower.saying import cure, say

Answer = tuple[bool, Any]


def perform(name: str, values: tuple[Any, ...]) -> Answer:
    """Perform a task. Return (True, answer), or (False, what a Refusal is made of)."""
    try:
        return True, TASKS[name](*values)
    except ScenarioError as error:
        from dualpower.faces.studio.refusal import told

        found = [told(one) for one in error.problems]
        return False, (422, found[0].code, say("problems"), cure("listed"), found)
    except DualpowerError as error:
        return False, (422, error.code, error.message, error.hint or "")
    except (MemoryError, RecursionError):
        return False, (503, "E907", say("E907-memory"), cure("smaller"))


@lru_cache(maxsize=4)
def _loaded(folder: str, stamp: str) -> Any:
    """Return a scenario, resolved; ``stamp`` changes when a file of it does."""
    from dualpower.analysis import histories

    return histories.load(Path(folder))


def stamp(folder: str | Path) -> str:
    """Return what changes when a file of a folder changes."""
    found = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in sorted(Path(folder).iterdir())]
    return repr(found)


def check(folder: str, typed: dict[str, str]) -> list[dict[str, Any]]:
    """Check a scenario with the files as they are being typed."""
    import shutil
    import tempfile

    from dualpower.analysis import histories
    from dualpower.faces.studio.refusal import told

    with tempfile.TemporaryDirectory(prefix="dualpower-check-") as scratch:
        here = Path(scratch) / "scenario"
        here.mkdir()
        for path in Path(folder).iterdir():
            if path.is_file() and not path.is_symlink() and path.suffix in (".yaml", ".geojson"):
                shutil.copyfile(path, here / path.name)
        for name, text in typed.items():
            (here / name).write_text(text, encoding="utf-8")
        try:
            problems = histories.check(here)
        except ScenarioError as error:
            problems = error.problems
        return [told(one).model_dump() for one in problems]


def entry(folder: str, mark: str) -> dict[str, Any]:
    """Return the head of a scenario: titles, dates, variants."""
    resolved = _loaded(folder, mark)
    scenario = resolved.scenario
    return {
        "title": dict(scenario.title),
        "summary": dict(scenario.summary or {}),
        "start": str(scenario.start),
        "end": str(scenario.end),
        "variants": sorted(scenario.variants or {}),
    }


def sheets(folder: str, mark: str) -> list[dict[str, Any]]:
    """Return the order of battle and the sites as tables, each row with the line where it stands."""
    from dualpower import draft as drafts
    from dualpower.telling.language import pick

    resolved = _loaded(folder, mark)
    draft = drafts.read(Path(folder))

    def shown(path: str) -> str:
        spread = resolved.spread(path)
        if spread is None:
            return ""
        return f"{spread.low:g}" if spread.low == spread.high else f"{spread.low:g}..{spread.high:g}"

    def row(section: str, key: str, cells: list[str]) -> dict[str, Any]:
        file, line, _ = draft.place((section, key))
        return {"id": key, "cells": cells, "file": Path(file).name, "line": line}

    scenario = resolved.scenario
    authorities = list(scenario.authorities)
    units = [
        row("units", key, [
            pick(unit.title, "en") or key, str(unit.kind or ""), str(getattr(unit, "at", "") or ""),
            shown(f"units.{key}.roll"), shown(f"units.{key}.present"),
            *(shown(f"units.{key}.leans.{name}") for name in authorities),
        ])
        for key, unit in scenario.units.items()
    ]  # fmt: skip
    sites = [
        row("sites", key, [
            pick(site.title, "en") or key, str(site.kind or ""), " ".join(f"{x:g}" for x in (site.at or ())),
            str(getattr(site, "holder", "") or ""),
        ])
        for key, site in scenario.sites.items()
    ]  # fmt: skip
    heads = {
        "units": ["title", "kind", "at", "roll", "present", *(f"leans {name}" for name in authorities)],
        "sites": ["title", "kind", "at", "holder"],
    }
    return [
        {"name": "units", "columns": heads["units"], "rows": units},
        {"name": "sites", "columns": heads["sites"], "rows": sites},
    ]


def tables(folder: str, out: str, table: str) -> str:
    """Write the tables of a result as CSV, or its runs as one Parquet file."""
    import os

    from dualpower.ensemble.exports import export
    from dualpower.ensemble.result import Result

    target = Path(out)
    target.mkdir(exist_ok=True)
    if table == "runs.parquet":
        from arro3.io import write_parquet

        scratch = target / f".{table}.new"
        write_parquet(Result.open(folder).to_arrow(), str(scratch))
        os.replace(scratch, target / table)
    else:
        export(folder, out=target, overwrite=True)
    return str(target / table)


TASKS: dict[str, Callable[..., Any]] = {
    "check": check,
    "entry": entry,
    "sheets": sheets,
    "compare": comparing.compare,
    "tables": tables,
    "page": filming.page,
    "film": filming.film,
    "found": filming.found,
    "films": filming.films,
}
