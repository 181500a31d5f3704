"""What this installation can do, and what slows it."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from typing import TYPE_CHECKING, Any

import click

from dualpower.faces.cli.screen import json_option, out, put_json, strong
from dualpower.telling import tables

if TYPE_CHECKING:
    from dualpower.scenario.texts import Telling

NEEDED = ("numpy", "pydantic", "pyyaml", "click", "rich", "platformdirs", "arro3-core", "arro3-io", "fastapi",
          "uvicorn")  # fmt: skip
OPTIONAL = {
    "altair": "pictures",
    "vl-convert-python": "pictures",
    "SALib": "rank-factors",
    "pandas": "result.to_pandas()",
    "xarray": "result.to_xarray()",
    "pyarrow": "other readers of Parquet",
}


@click.command("doctor")
@json_option
def command(as_json: bool) -> None:
    """\b
    For example:  dualpower doctor

    Say what this installation can do, and what slows it.
    """
    found = examine()
    if as_json:
        put_json(found)
        return
    out(strong(f"dualpower {found['dualpower']}"))
    facts = {
        "Python": f"{found['python']} ({found['implementation']}), {found['platform']}",
        "cores": str(found["cores"]),
        "engine": "compiled" if found["compiled"] else f"interpreted. {found['reason']}",
        "engine digest": str(found["engine_digest"])[:16],
        "parameters": str(found["parameters_digest"])[:16],
        "scenarios": ", ".join(found["scenarios"]),
    }
    out(tables.labelled(facts))
    for name, version in found["needed"].items():
        out(f"  {name:<17} {version or 'MISSING: python -m pip install ' + name}")
    for name, what in OPTIONAL.items():
        out(f"  {name:<17} {found['optional'][name] or 'not installed'}  (for {what})")
    out("Scenarios are told in:")
    for scenario in found["scenarios"]:
        out(f"  {_telling(scenario).sentence}")
    if found["settings"]:
        out("Settings from the environment: " + ", ".join(f"{k}={v}" for k, v in found["settings"].items()))


def examine() -> dict[str, Any]:
    """Gather the facts; what fails to load is reported, never raised."""
    import warnings

    from dualpower import __version__
    from dualpower.engine import build, params
    from dualpower.scenario import catalog

    warnings.simplefilter("ignore")
    state = build.status()
    return {
        "dualpower": __version__,
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "platform": platform.platform(),
        "cores": os.cpu_count(),
        "compiled": state.is_compiled,
        "reason": state.reason,
        "engine_digest": _engine_digest(),
        "parameters_digest": params.digest(),
        "scenarios": catalog.ids(),
        "texts": {scenario: _counts(scenario) for scenario in catalog.ids()},
        "needed": {name: _version(name) for name in NEEDED},
        "optional": {name: _version(name) for name in OPTIONAL},
        "settings": {k: v for k, v in sorted(os.environ.items()) if k.startswith("DUALPOWER_") or k == "NO_COLOR"},
    }


def _telling(scenario: str) -> Telling:
    from dualpower.scenario import texts

    return texts.telling(scenario)


def _counts(scenario: str) -> dict[str, int]:
    """Return how many texts a scenario has in each language."""
    told = _telling(scenario)
    return {code: told.texts - len(paths) for code, paths in told.missing.items()}


def _engine_digest() -> str:
    from dualpower.engine import batch

    return str(batch.engine_digest())


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
