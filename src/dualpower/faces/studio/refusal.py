"""A request that is refused: its status, its code, and what to do about it."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from dualpower.errors import Problem as Found
from dualpower.errors import ScenarioError
from dualpower.faces.studio.models import Problem, Trouble
from dualpower.saying import in_every_language, say

STATUSES = {
    400: "the request cannot be read",
    401: "a token is needed",
    403: "this origin or host is not allowed",
    404: "there is no such thing",
    409: "it has changed in between, or is in a state that does not allow this",
    413: "too large",
    415: "JSON is expected",
    422: "the request is not well formed",
    429: "too many at once",
    503: "it took too long",
}


class Refusal(Exception):
    """Refuse a request with an HTTP status, a code of docs/format.md and words."""

    def __init__(self, status: int, code: str, message: str, hint: str = "", problems: Any = ()) -> None:
        self.status = status
        self.trouble = Trouble(
            code=code, message=message, hint=hint, messages=in_every_language(message), hints=in_every_language(hint),
            problems=list(problems),
        )  # fmt: skip
        super().__init__(message)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the responses of a route for OpenAPI: what every route may refuse, and these."""
    return {
        status: {"model": Trouble, "description": STATUSES[status]}
        for status in sorted({400, 401, 403, 413, 415, 422, 429, 503, *statuses})
    }


def told(problem: Found) -> Problem:
    """Return a problem of a scenario as it goes over the wire: the file by its name alone."""
    return Problem(
        code=problem.code,
        file=problem.file.replace("\\", "/").rpartition("/")[2],
        line=max(0, problem.line),
        column=max(0, problem.col),
        path=problem.path,
        message=problem.message,
        hint=problem.hint or "",
        messages=in_every_language(problem.message),
        hints=in_every_language(problem.hint or ""),
    )


def answer(refusal: Refusal) -> JSONResponse:
    """Return a refusal as a response."""
    return JSONResponse(refusal.trouble.model_dump(), refusal.status)


async def on_refusal(_: Request, error: Any) -> JSONResponse:
    """Answer what the studio refuses."""
    return answer(error)


async def on_trouble(_: Request, error: Any) -> JSONResponse:
    """Answer what the program below refuses: the client asked for it."""
    if isinstance(error, ScenarioError):
        found = [told(one) for one in error.problems]
        return answer(Refusal(422, found[0].code if found else "E900", say("problems"), "", found))
    return answer(Refusal(422, error.code, error.message, error.hint or ""))


async def on_bad_form(_: Request, error: Any) -> JSONResponse:
    """Answer a request that does not have its form."""
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    status = 400 if first["type"] == "json_invalid" else 422
    return answer(Refusal(status, "E901", f"{where}: {first['msg']}", "see /api/openapi.json for the form"))


async def on_status(request: Request, error: Exception) -> Response:
    """Answer what the router refuses: an unknown path (it may be a screen's), a method that is not there."""
    from dualpower.faces.studio import front

    status = int(getattr(error, "status_code", 500))
    if status == 404 and front.is_screen(request):
        return front.respond(request)
    words = STATUSES.get(status, str(getattr(error, "detail", "refused")))
    response = answer(Refusal(status, "E902", words, "see /api/openapi.json for what there is"))
    response.headers.update(getattr(error, "headers", None) or {})
    return response
