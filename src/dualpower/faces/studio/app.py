"""The studio as one ASGI application."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from dualpower import __version__
from dualpower.errors import DualpowerError
from dualpower.faces.studio import experiments, outflow, refusal, scenarios, screens
from dualpower.faces.studio.desk import Desk
from dualpower.faces.studio.guard import LOCAL, Guard
from dualpower.faces.studio.limits import LIMITS, Limits
from dualpower.faces.studio.models import Health
from dualpower.faces.studio.refusal import Refusal, documented

WAITING = 160  # requests that may wait for a long answer while others are still answered at once


def create_app(
    folder: Path, *, token: str | None = None, hosts: tuple[str, ...] = LOCAL, limits: Limits = LIMITS
) -> FastAPI:
    """Make the studio of a workspace.

    Args:
        folder: the workspace; begun where there is none.
        token: what a client must show, or None to ask for nothing (this machine alone).
        hosts: the names by which it may be addressed.
        limits: what a client may ask for.
    """
    desk = Desk.at(folder, limits)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = WAITING
        desk.queue.start()
        threading.Thread(target=scenarios.warm, args=(desk,), daemon=True).start()
        try:
            yield
        finally:
            desk.close()

    app = FastAPI(
        title="dualpower studio", version=__version__, docs_url=None, redoc_url=None, lifespan=life,
        openapi_url="/api/openapi.json",
        description="Scenarios, experiments and what they found. Every refusal has a code, words and a cure.",
    )  # fmt: skip
    app.state.desk = desk
    handlers: dict[Any, Any] = {
        Refusal: refusal.on_refusal,
        DualpowerError: refusal.on_trouble,
        RequestValidationError: refusal.on_bad_form,
        HTTPException: refusal.on_status,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)

    @app.get("/api/health", responses=documented(), operation_id="health", tags=["studio"])
    def health() -> Health:
        """Say that the studio is there, and what it is."""
        from dualpower.engine import build

        return Health(
            version=__version__, workspace=desk.workspace.folder.name, compiled=build.status().is_compiled,
            queued=desk.store.count("queued"), running=desk.store.count("running"),
        )  # fmt: skip

    app.include_router(scenarios.routes(desk))
    app.include_router(screens.routes(desk))
    app.include_router(experiments.routes(desk))
    app.include_router(outflow.routes(desk))
    app.add_middleware(Guard, hosts=hosts, token=token, body=limits.body)
    return app
