"""Routes of what is seen: the page of a scenario, one whole history, what an experiment found."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from dualpower.faces.studio import tasks
from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.experiments import Key as ExperimentKey
from dualpower.faces.studio.experiments import found_something
from dualpower.faces.studio.models import Experiment, Films, Words
from dualpower.faces.studio.refusal import Refusal, documented
from dualpower.faces.studio.scenarios import Key
from dualpower.saying import cure, say
from dualpower.telling.page.contract import Film, Page

Run = Annotated[int, Path(ge=0, le=2_000_000_000, description="number of a history, from 0")]
Seed = Annotated[int, Query(ge=0, le=2**53 - 1, description="the luck it is drawn from")]
Variant = Annotated[str, Query(max_length=200, pattern=r"^(?:[a-z0-9]+(?:[-+][a-z0-9]+)*)?$")]


@cache
def words() -> Words:
    """Return the words of all screens; what a language lacks is there in English."""
    from dualpower.telling.language import LANGUAGES, load
    from dualpower.telling.page.build import screen_words

    english, texts = load("en").texts, screen_words()
    for code in LANGUAGES:
        own = load(code).texts
        for section in ("studio", "problems"):
            texts[code][section] = {**dict(english[section]), **dict(own.get(section, {}))}
    return Words(languages=list(LANGUAGES), texts=texts)


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")


def routes(desk: Desk) -> APIRouter:
    """Return the routes of what is seen."""
    router = APIRouter(prefix="/api", tags=["screens"])
    workspace, bench = desk.workspace, desk.bench

    def begun(key: str) -> tuple[Experiment, str, str]:
        """An experiment that has found something, the folder of its scenario and that folder's stamp."""
        experiment = found_something(desk, key)
        folder = workspace.frozen(key)
        return experiment, str(folder), tasks.stamp(folder)

    @router.get("/words", responses=documented(), operation_id="read_words")
    def read_words() -> Words:
        """Return the words of the screens in every language."""
        return words()

    @router.get("/scenarios/{key}/page", responses=documented(404), operation_id="read_page", response_model=Page)
    def read_page(key: Key) -> Response:
        """Return a scenario's page: the stage, the words, the evidence; no histories."""
        folder = str(workspace.source(key))
        mark = tasks.stamp(folder)
        return _json(bench.ask("page", folder, mark, known_by=(folder, mark)))

    @router.get("/scenarios/{key}/films/{run}", responses=documented(404), operation_id="read_film",
                response_model=Film)  # fmt: skip
    def read_film(
        key: Key, run: Run, seed: Seed = 1917, variant: Variant = "",
        decisions: Literal["drawn", "history"] = "drawn", parameters: Literal["prior", "posterior"] = "prior",
    ) -> Response:  # fmt: skip
        """Return one whole history: run 7 here is run 7 of every experiment with this seed."""
        folder = str(workspace.source(key))
        asked = (folder, tasks.stamp(folder), variant, decisions, parameters, seed, run)
        return _json(bench.ask("film", *asked, known_by=asked))

    @router.get("/experiments/{key}/ensemble", responses=documented(404, 409), operation_id="read_found",
                response_model=Page)  # fmt: skip
    def read_found(key: ExperimentKey) -> Response:
        """Return the page of an experiment so far: endings, fans, decisions and marks; no history whole."""
        experiment, folder, mark = begun(key)
        asked = (folder, mark, experiment.variant, str(workspace.result(key)))
        return _json(bench.ask("found", *asked, known_by=(key, experiment.done, experiment.state)))

    @router.get("/experiments/{key}/films", responses=documented(404, 409), operation_id="read_films",
                response_model=Films)  # fmt: skip
    def read_films(key: ExperimentKey) -> Response:
        """Return whole histories of an experiment that is done: like history, ordinary, surprising."""
        experiment, folder, mark = begun(key)
        if experiment.state in ("queued", "running"):
            raise Refusal(409, "E910", say("E910-running"), cure("wait-or-cancel"))
        asked = (folder, mark, experiment.variant, experiment.decisions, experiment.parameters)
        return _json(bench.ask("films", *asked, str(workspace.result(key)), known_by=(key, experiment.done)))

    @router.get("/experiments/{key}/films/{run}", responses=documented(404, 409), operation_id="read_film_of",
                response_model=Film)  # fmt: skip
    def read_film_of(key: ExperimentKey, run: Run) -> Response:
        """Return one history of an experiment, whole, by its number."""
        experiment, folder, mark = begun(key)
        if run >= experiment.runs:
            raise Refusal(409, "E910", say("E910-run", last=experiment.runs - 1), cure("choose-one"))
        how = (experiment.variant, experiment.decisions, experiment.parameters, experiment.seed, run)
        return _json(bench.ask("film", folder, mark, *how, known_by=(key, run)))

    return router
