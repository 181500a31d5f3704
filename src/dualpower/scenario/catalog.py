"""What scenarios exist: every folder with a ``scenario.yaml`` under the package's own data.

A scenario is found by its id, by its folder or by its file; nothing is registered anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dualpower.draft import parse, read_text
from dualpower.errors import Problem, ScenarioError, near
from dualpower.saying import cure, say

FOLDER = Path(__file__).resolve().parent.parent / "data" / "scenarios"


@dataclass(frozen=True)
class Entry:
    """One scenario of the catalogue, read no further than its head."""

    id: str
    path: Path
    title: dict[str, str]
    summary: dict[str, str]
    start: str
    end: str
    teaching: bool


def ids(folder: Path = FOLDER) -> list[str]:
    """Return the ids of all scenarios, in order."""
    return sorted(path.parent.name for path in folder.glob("*/scenario.yaml"))


def entries(folder: Path = FOLDER) -> list[Entry]:
    """Return the head of every scenario; teaching scenarios first. Raises ScenarioError."""
    found = []
    for key in ids(folder):
        path = folder / key / "scenario.yaml"
        data = parse(read_text(path, str(path)), str(path), path.parent).data
        title, summary = data.get("title"), data.get("summary")
        found.append(
            Entry(
                key,
                path,
                title if isinstance(title, dict) else {},
                summary if isinstance(summary, dict) else {},
                str(data.get("start")),
                str(data.get("end")),
                data.get("teaching") is True,
            )
        )
    return sorted(found, key=lambda e: (not e.teaching, e.id))


def find(target: str | Path, folder: Path = FOLDER) -> Path:
    """Return the path of a scenario named by id, folder or file. Raises ScenarioError E118."""
    if not isinstance(target, (str, Path)):
        raise TypeError(f"a scenario is named by its id, file or folder, not by {target!r}")
    text = str(target)
    if not text:
        raise ScenarioError(
            [Problem("E118", "", say("E118-none"), "", 0, 0, cure("known", names=", ".join(ids(folder))))]
        )
    try:
        path = Path(text)
        if path.is_dir() and (path / "scenario.yaml").exists():
            return path
        if path.exists() and not path.is_dir():
            return path
        if text in ids(folder):
            return folder / text
        if path.is_dir():
            hint = cure("name-folder")
            raise ScenarioError([Problem("E101", "", say("E101-folder"), text[:200], 1, 1, hint)])
        missing = "/" in text or "\\" in text or text.endswith((".yaml", ".yml"))
    except (OSError, ValueError):
        missing = True
    if missing:
        raise ScenarioError([Problem("E101", "", say("E101-missing"), text[:200], 1, 1)])
    hint = near(text, ids(folder)) or cure("known", names=", ".join(ids(folder)) or say("none"))
    raise ScenarioError([Problem("E118", "", say("E118-unknown", name=repr(text[:80])), text[:200], 1, 1, hint)])
