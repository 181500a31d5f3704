"""Routes of experiments: ask, watch, cancel, look, compare, take away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path as File
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import FileResponse, StreamingResponse

from dualpower.faces.studio import tasks
from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.models import Comparison, Experiment, ExperimentList, NewExperiment
from dualpower.faces.studio.refusal import Refusal, documented

KEY = r"^[0-9a-f]{12}$"
Key = Annotated[str, Path(pattern=KEY, description="id of an experiment")]
Table = Literal["manifest.json", "scenario.json", "outcomes.csv", "runs.csv", "series.csv", "runs.parquet"]
KINDS = {".json": "application/json", ".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}
STREAM: dict[int | str, Any] = {200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}}}
BEAT = 0.3  # seconds between two looks at an experiment's progress
SILENCE = 15.0  # seconds after which a silent stream says that it is alive


def routes(desk: Desk) -> APIRouter:
    """Return the routes of experiments."""
    router = APIRouter(prefix="/api/experiments", tags=["experiments"])
    store, workspace, queue = desk.store, desk.workspace, desk.queue
    listeners = [0]

    def known(key: str) -> Experiment:
        found = store.get(key)
        if found is None:
            raise Refusal(404, "E906", "there is no such experiment", "GET /api/experiments lists them")
        return found

    def found_something(key: str) -> Experiment:
        experiment = known(key)
        if experiment.done == 0 or not (workspace.result(key) / "manifest.json").is_file():
            raise Refusal(409, "E910", "this experiment has not found anything yet", "wait until it has begun")
        return experiment

    @router.get("", responses=documented(), operation_id="list_experiments")
    def list_experiments() -> ExperimentList:
        """List all experiments, the newest first."""
        return ExperimentList(experiments=store.all())

    @router.post("", status_code=201, responses=documented(404), operation_id="ask_experiment")
    def ask_experiment(asked: NewExperiment) -> Experiment:
        """Put an experiment into the queue. The scenario is kept with it as it is now."""
        if asked.runs > desk.limits.runs:
            raise Refusal(429, "E903", f"{asked.runs:,} histories are too many", f"at most {desk.limits.runs:,} here")
        if store.count() >= desk.limits.experiments:
            raise Refusal(429, "E903", f"there are {desk.limits.experiments:,} experiments", "remove some")
        if store.count("queued") >= desk.limits.waiting:
            raise Refusal(429, "E903", f"{desk.limits.waiting} experiments wait already", "let some of them finish")
        folder = workspace.source(asked.scenario)
        mark = tasks.stamp(folder)
        head = desk.bench.ask("entry", str(folder), mark, known_by=(str(folder), mark))
        strange = set(filter(None, asked.variant.split("+"))) - set(head["variants"])
        if strange:
            cure = f"there are: {', '.join(head['variants']) or 'none'}"
            raise Refusal(422, "E703", f"{asked.scenario} has no variant {min(strange)!r}", cure)
        experiment = store.add(asked, prepare=lambda key: workspace.freeze(key, asked.scenario))
        queue.wake()
        return experiment

    @router.get("/compare", responses=documented(404, 409), operation_id="compare_experiments")
    def compare_experiments(
        first: Annotated[str, Query(pattern=KEY)], second: Annotated[str, Query(pattern=KEY)]
    ) -> Comparison:
        """Say how the endings of two experiments differ; pair by pair where they have the same luck."""
        one, two = found_something(first), found_something(second)
        where = [str(workspace.result(key)) for key in (first, second)]
        answer = desk.bench.ask("compare", *where, known_by=(first, one.done, second, two.done))
        return Comparison(first=one, second=two, **answer)

    @router.get("/{key}", responses=documented(404), operation_id="read_experiment")
    def read_experiment(key: Key) -> Experiment:
        """Return an experiment as it stands."""
        return known(key)

    @router.delete("/{key}", status_code=204, responses=documented(404, 409), operation_id="remove_experiment")
    def remove_experiment(key: Key) -> None:
        """Remove an experiment and its histories."""
        if known(key).state in ("queued", "running"):
            raise Refusal(409, "E910", "this experiment is not done", "cancel it first")
        store.remove(key)
        workspace.forget(key)

    @router.post("/{key}/cancel", responses=documented(404, 409), operation_id="cancel_experiment")
    def cancel_experiment(key: Key) -> Experiment:
        """Take it out of the queue, or stop it after the histories in hand. What was computed stays."""
        known(key)
        if not queue.cancel(key):
            raise Refusal(409, "E910", "this experiment is neither waiting nor running", "there is nothing to cancel")
        return known(key)

    @router.post("/{key}/resume", responses=documented(404, 409), operation_id="resume_experiment")
    def resume_experiment(key: Key) -> Experiment:
        """Go on with an experiment that was cancelled or failed, from where it stopped."""
        if known(key).state not in ("cancelled", "failed"):
            raise Refusal(409, "E910", "this experiment was not stopped", "only a stopped one can go on")
        store.change(key, state="queued", error="")
        queue.wake()
        return known(key)

    @router.get("/{key}/progress", response_class=StreamingResponse, operation_id="watch_experiment",
                responses=documented(404) | STREAM)  # fmt: skip
    def watch_experiment(key: Key, request: Request) -> StreamingResponse:
        """Send the experiment whenever it changes, as server-sent events, until it is done."""
        known(key)
        if listeners[0] >= desk.limits.listeners:
            raise Refusal(429, "E903", "too many listen already", "close some pages")

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
        experiment = found_something(key)
        folder = workspace.result(key)
        if table.endswith((".csv", ".parquet")):
            if experiment.state in ("running", "queued"):
                raise Refusal(409, "E910", "this experiment is not done", "wait, or cancel it")
            where = str(workspace.experiments / key / "tables")
            desk.bench.ask("tables", str(folder), where, table, known_by=(key, experiment.done, table))
            folder = File(where)
        path = folder / table
        if not path.is_file():
            raise Refusal(404, "E807", f"this experiment has no {table}", "ask for another table")
        name = f"{experiment.scenario}-{key}-{table}"
        return FileResponse(path, media_type=KINDS[path.suffix], filename=name)

    return router
