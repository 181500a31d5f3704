"""Routes of what flows out of an experiment: its progress while it runs, its data when it is done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path as File
from typing import Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, StreamingResponse

from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.experiments import Key, found_something, known
from dualpower.faces.studio.refusal import Refusal, documented
from dualpower.saying import cure, say

Table = Literal["manifest.json", "scenario.json", "outcomes.csv", "runs.csv", "series.csv", "runs.parquet"]
KINDS = {".json": "application/json", ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}
STREAM: dict[int | str, Any] = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}
BEAT = 0.3  # seconds between two looks at an experiment's progress
SILENCE = 15.0  # seconds after which a silent stream says that it is alive


def routes(desk: Desk) -> APIRouter:
    """Return the routes of what flows out of experiments."""
    router = APIRouter(prefix="/api/experiments", tags=["experiments"])
    store, workspace = desk.store, desk.workspace
    listeners = [0]

    @router.get("/{key}/progress", response_class=StreamingResponse, operation_id="watch_experiment",
                responses=documented(404) | STREAM)  # fmt: skip
    def watch_experiment(key: Key, request: Request) -> StreamingResponse:
        """Send the experiment whenever it changes, as server-sent events, until it is done."""
        known(desk, key)
        if listeners[0] >= desk.limits.listeners:
            raise Refusal(429, "E903", say("E903-listen"), cure("close-pages"))

        async def stream() -> AsyncIterator[str]:
            listeners[0] += 1
            last, silent = "", 0.0
            try:
                while not await request.is_disconnected():
                    experiment = store.get(key)
                    if experiment is None:
                        yield "event: gone\ndata: {}\n\n"
                        return
                    text = experiment.model_dump_json()
                    if text != last:
                        last, silent = text, 0.0
                        yield f"event: experiment\ndata: {text}\n\n"
                    elif silent >= SILENCE:
                        silent = 0.0
                        yield ": still here\n\n"
                    if experiment.state not in ("queued", "running"):
                        return
                    await asyncio.sleep(BEAT)
                    silent += BEAT
            finally:
                listeners[0] -= 1

        return StreamingResponse(stream(), media_type="text/event-stream")

    @router.get("/{key}/download/{table}", response_class=FileResponse, operation_id="download",
                responses=documented(404, 409) | {200: {"content": {kind: {} for kind in KINDS.values()}}})  # fmt: skip
    def download(key: Key, table: Table) -> FileResponse:
        """Download a table of an experiment (docs/format.md), its manifest or its resolved scenario."""
        experiment = found_something(desk, key)
        folder = workspace.result(key)
        if table.endswith((".csv", ".parquet")):
            if experiment.state in ("running", "queued"):
                raise Refusal(409, "E910", say("E910-running"), cure("wait-or-cancel"))
            where = str(workspace.experiments / key / "tables")
            desk.bench.ask("tables", str(folder), where, table, known_by=(key, experiment.done, table))
            folder = File(where)
        path = folder / table
        if not path.is_file():
            raise Refusal(404, "E807", say("E807-table", table=table), cure("other-table"))
        name = f"{experiment.scenario}-{key}-{table}"
        return FileResponse(path, media_type=KINDS[path.suffix], filename=name)

    return router
