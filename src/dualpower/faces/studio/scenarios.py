"""Routes of scenarios: list, copy, read, edit, check."""

from __future__ import annotations

import contextlib
from typing import Annotated, Any

from fastapi import APIRouter, Path

from dualpower.faces.studio import tasks
from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.models import (
    Checked,
    Copy,
    Document,
    Documents,
    Draft,
    FileName,
    Name,
    Saving,
    ScenarioEntry,
    ScenarioList,
    Sheets,
)
from dualpower.faces.studio.refusal import Refusal, documented
from dualpower.faces.studio.workspace import digest
from dualpower.scenario import catalog

Key = Annotated[Name, Path(description="id of a scenario")]
FileKey = Annotated[FileName, Path(description="name of a file")]


def head_of(desk: Desk, key: str) -> dict[str, Any]:
    """Return the head of a scenario; one with problems is known by its id alone: it is opened to be repaired."""
    folder = desk.workspace.source(key)
    mark = tasks.stamp(folder)
    try:
        found: dict[str, Any] = desk.bench.ask("entry", str(folder), mark, known_by=(str(folder), mark))
    except Refusal:
        return {"title": {"en": key}, "summary": {}, "start": "", "end": "", "variants": []}
    return found


def warm(desk: Desk) -> None:
    """Read every scenario's head once, so that the first list does not wait for it."""
    for key in [*desk.workspace.own(), *catalog.ids()]:
        with contextlib.suppress(Refusal, OSError):
            head_of(desk, key)


def routes(desk: Desk) -> APIRouter:
    """Return the routes of scenarios."""
    router = APIRouter(prefix="/api/scenarios", tags=["scenarios"])
    workspace = desk.workspace

    def entry(key: str) -> ScenarioEntry:
        return ScenarioEntry(id=key, own=workspace.is_own(key), **head_of(desk, key))

    @router.get("", responses=documented(), operation_id="list_scenarios")
    def list_scenarios() -> ScenarioList:
        """List own scenarios, then those of the package."""
        return ScenarioList(scenarios=[entry(key) for key in [*workspace.own(), *catalog.ids()]])

    @router.post("", status_code=201, responses=documented(404, 409), operation_id="copy_scenario")
    def copy_scenario(asked: Copy) -> ScenarioEntry:
        """Make an own scenario: a copy, or a small one that checks clean to begin with."""
        workspace.copy(asked.id, asked.of)
        return entry(asked.id)

    @router.get("/{key}", responses=documented(404), operation_id="read_scenario")
    def read_scenario(key: Key) -> Documents:
        """Return every file of a scenario."""
        files = []
        for path in workspace.files(key):
            text = path.read_text(encoding="utf-8")
            files.append(Document(name=path.name, text=text, digest=digest(text)))
        return Documents(id=key, own=workspace.is_own(key), files=files)

    @router.delete("/{key}", status_code=204, responses=documented(404), operation_id="remove_scenario")
    def remove_scenario(key: Key) -> None:
        """Remove an own scenario. Its experiments keep what they were run with."""
        workspace.remove(key)

    @router.put("/{key}/files/{name}", responses=documented(404, 409), operation_id="save_file")
    def save_file(key: Key, name: FileKey, saving: Saving) -> Document:
        """Save one file of an own scenario, sound or not."""
        kept = workspace.save(key, name, saving.text, saving.digest)
        return Document(name=name, text=saving.text, digest=kept)

    @router.delete("/{key}/files/{name}", status_code=204, responses=documented(404, 409), operation_id="remove_file")
    def remove_file(key: Key, name: FileKey) -> None:
        """Remove one file of an own scenario."""
        workspace.remove_file(key, name)

    @router.post("/{key}/check", responses=documented(404), operation_id="check_scenario")
    def check_scenario(key: Key, draft: Draft) -> Checked:
        """Find every problem, with the files as they are being typed."""
        folder = workspace.source(key)
        found: list[dict[str, Any]] = desk.bench.ask("check", str(folder), dict(draft.files))
        return Checked.model_validate({"problems": found})

    @router.get("/{key}/sheets", responses=documented(404), operation_id="read_sheets")
    def read_sheets(key: Key) -> Sheets:
        """Return the order of battle and the sites as tables."""
        folder = workspace.source(key)
        mark = tasks.stamp(folder)
        found = desk.bench.ask("sheets", str(folder), mark, known_by=(str(folder), mark))
        return Sheets.model_validate({"sheets": found})

    return router
