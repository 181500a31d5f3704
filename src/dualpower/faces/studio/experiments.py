"""Routes of experiments: ask, watch, cancel, look, compare, take away."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query

from dualpower.faces.studio import tasks
from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.models import Comparison, Experiment, ExperimentList, NewExperiment
from dualpower.faces.studio.refusal import Refusal, documented
from dualpower.saying import cure, say

KEY = r"^[0-9a-f]{12}$"
Key = Annotated[str, Path(pattern=KEY, description="id of an experiment")]


def known(desk: Desk, key: str) -> Experiment:
    """Return an experiment. Raises Refusal 404."""
    found = desk.store.get(key)
    if found is None:
        raise Refusal(404, "E906", say("E906-experiment"), cure("list", address="GET /api/experiments"))
    return found


def found_something(desk: Desk, key: str) -> Experiment:
    """Return an experiment that has histories. Raises Refusal 404, or 409 before the first of them."""
    experiment = known(desk, key)
    if experiment.done == 0 or not (desk.workspace.result(key) / "manifest.json").is_file():
        raise Refusal(409, "E910", say("E910-nothing"), cure("wait"))
    return experiment


def routes(desk: Desk) -> APIRouter:
    """Return the routes of experiments."""
    router = APIRouter(prefix="/api/experiments", tags=["experiments"])
    store, workspace, queue = desk.store, desk.workspace, desk.queue

    @router.get("", responses=documented(), operation_id="list_experiments")
    def list_experiments() -> ExperimentList:
        """List all experiments, the newest first."""
        return ExperimentList(experiments=store.all())

    @router.post("", status_code=201, responses=documented(404), operation_id="ask_experiment")
    def ask_experiment(asked: NewExperiment) -> Experiment:
        """Put an experiment into the queue. The scenario is kept with it as it is now."""
        if asked.runs > desk.limits.runs:
            raise Refusal(429, "E903", say("E903-histories", n=asked.runs), cure("here-most", most=desk.limits.runs))
        if store.count() >= desk.limits.experiments:
            raise Refusal(429, "E903", say("E903-experiments", n=desk.limits.experiments), cure("remove-some"))
        if store.count("queued") >= desk.limits.waiting:
            raise Refusal(429, "E903", say("E903-waiting", n=desk.limits.waiting), cure("let-finish"))
        folder = workspace.source(asked.scenario)
        mark = tasks.stamp(folder)
        head = desk.bench.ask("entry", str(folder), mark, known_by=(str(folder), mark))
        strange = set(filter(None, asked.variant.split("+"))) - set(head["variants"])
        if strange:
            message = say("E703-of", scenario=asked.scenario, name=repr(min(strange)))
            raise Refusal(422, "E703", message, cure("there-are", names=", ".join(head["variants"]) or say("none")))
        experiment = store.add(asked, prepare=lambda key: workspace.freeze(key, asked.scenario))
        queue.wake()
        return experiment

    @router.get("/compare", responses=documented(404, 409), operation_id="compare_experiments")
    def compare_experiments(
        first: Annotated[str, Query(pattern=KEY)], second: Annotated[str, Query(pattern=KEY)]
    ) -> Comparison:
        """Say how the endings of two experiments differ; pair by pair where they have the same luck."""
        one, two = found_something(desk, first), found_something(desk, second)
        where = [str(workspace.result(key)) for key in (first, second)]
        answer = desk.bench.ask("compare", *where, known_by=(first, one.done, second, two.done))
        return Comparison(first=one, second=two, **answer)

    @router.get("/{key}", responses=documented(404), operation_id="read_experiment")
    def read_experiment(key: Key) -> Experiment:
        """Return an experiment as it stands."""
        return known(desk, key)

    @router.delete("/{key}", status_code=204, responses=documented(404, 409), operation_id="remove_experiment")
    def remove_experiment(key: Key) -> None:
        """Remove an experiment and its histories."""
        if known(desk, key).state in ("queued", "running"):
            raise Refusal(409, "E910", say("E910-running"), cure("cancel-first"))
        store.remove(key)
        workspace.forget(key)

    @router.post("/{key}/cancel", responses=documented(404, 409), operation_id="cancel_experiment")
    def cancel_experiment(key: Key) -> Experiment:
        """Take it out of the queue, or stop it after the histories in hand. What was computed stays."""
        known(desk, key)
        if not queue.cancel(key):
            raise Refusal(409, "E910", say("E910-idle"), cure("nothing-to-cancel"))
        return known(desk, key)

    @router.post("/{key}/resume", responses=documented(404, 409), operation_id="resume_experiment")
    def resume_experiment(key: Key) -> Experiment:
        """Go on with an experiment that was cancelled or failed, from where it stopped."""
        if known(desk, key).state not in ("cancelled", "failed"):
            raise Refusal(409, "E910", say("E910-whole"), cure("only-stopped"))
        store.change(key, state="queued", error="")
        queue.wake()
        return known(desk, key)

    return router
