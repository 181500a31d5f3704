"""Which works a scenario, or a result kept in a folder, rests on: the list to print under a paper.

A folder of results knows its own works: they were written beside the histories when these were
run, so that the list stays right when the scenario is edited afterwards or the folder travels.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from dualpower.errors import DualpowerError
from dualpower.evidence.citations import Citations, Work

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target


def cite(target: Target, *, variant: str | None = None) -> Citations:
    """Return the works behind a scenario, or behind the histories kept in a folder.

    Args:
        target: a scenario's id, file or folder; a loaded scenario; or the folder of a result.
        variant: one of the scenario's alternative histories (not with a folder of results).
    Returns:
        Citations: ``str()`` is plain text, ``write("bibtex")`` and ``write("csl-json")`` the other forms.
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E807, the folder keeps no works; E703, a variant was asked of it.
    """
    if isinstance(target, (str, os.PathLike)) and (Path(target) / "manifest.json").is_file():
        if variant is not None:
            raise DualpowerError("E703", f"{target} holds results, and these are of one world", "leave the variant out")
        return _of_folder(Path(target))
    from dualpower import __version__
    from dualpower.analysis import histories
    from dualpower.engine import batch, params
    from dualpower.scenario import write

    resolved = histories.load(target, variant=variant)
    program = {
        "version": __version__,
        "scenario_digest": resolved.digest,
        "engine_digest": str(batch.engine_digest()),
        "parameters_digest": params.digest(),
    }
    title = resolved.scenario.title.get("en") or resolved.id
    return Citations(resolved.id, title, write.works(resolved), program)


def _of_folder(folder: Path) -> Citations:
    from dualpower.ensemble import store

    manifest = store.open_folder(folder).manifest
    identity, about = manifest["identity"], manifest["about"]
    try:
        kept = json.loads((folder / store.SCENARIO).read_text(encoding="utf-8"))
        works = tuple(Work.read(item) for item in kept["works"])
    except (OSError, KeyError, ValueError, TypeError):
        message = f"{folder} keeps no list of works"
        raise DualpowerError("E807", message, "cite the scenario itself: dualpower cite SCENARIO") from None
    sessions = manifest.get("sessions") or [{}]
    program = {
        "version": str(sessions[-1].get("dualpower") or "not recorded"),
        "scenario_digest": str(identity["scenario"]),
        "engine_digest": str(identity["engine"]),
        "parameters_digest": str(identity["parameters"]),
        "result_digest": str(manifest["digest"]),
        "seed": str(identity["seed"]),
        "runs": str(identity["runs"]),
    }
    return Citations(str(about["scenario"]), str(about["title"].get("en") or about["scenario"]), works, program)
