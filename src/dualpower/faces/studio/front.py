"""The studio's own page: built beforehand from web/, a few files that lie in the package.

An address that is not of the API and names no file is one of the page's screens: it is answered with the page, which
knows its screens. What is served is read once at the start; a client's words never become a path.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from fastapi import Request, Response

from dualpower.faces.studio.refusal import Refusal, answer
from dualpower.saying import cure, say

KINDS = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
}
INDEX = "index.html"
ROOMS = ("", "scenarios", "experiments", "compare")  # as web/src/studio/lib/route.ts reads them
FOREVER = "public, max-age=31536000, immutable"  # a file's name holds its digest


@cache
def built() -> dict[str, bytes]:
    """Return the built page's files by their path below /; nothing where this copy has none."""
    home = files("dualpower").joinpath("faces", "studio", "static")
    found: dict[str, bytes] = {}
    for folder, prefix in ((home, ""), (home.joinpath("assets"), "assets/")):
        if folder.is_dir():
            found |= {prefix + one.name: one.read_bytes() for one in folder.iterdir() if _kind(one.name)}
    return found


def made_from() -> dict[str, str]:
    """Return what the page was built from: ``sources`` is the digest of web/."""
    place = files("dualpower").joinpath("faces", "studio", "static", "built.json")
    return dict(json.loads(place.read_text(encoding="utf-8"))) if place.is_file() else {}


def _kind(name: str) -> str:
    return KINDS.get(name.rpartition(".")[2], "")


def is_screen(request: Request) -> bool:
    """Whether a request that no route knows may be for the page."""
    return request.method in ("GET", "HEAD") and not f"{request.url.path}/".startswith("/api/")


def respond(request: Request) -> Response:
    """Answer with a file of the page, or with the page itself for one of its screens."""
    name = request.url.path.lstrip("/")
    there = built()
    if INDEX not in there:
        return answer(Refusal(404, "E860", say("E860-page"), cure("build")))
    if name not in there:
        if name.partition("/")[0] not in ROOMS or "." in name.rpartition("/")[2]:
            return answer(Refusal(404, "E902", say("E902-page"), cure("begins")))
        name = INDEX
    body = b"" if request.method == "HEAD" else there[name]
    kept = FOREVER if name.startswith("assets/") else "no-cache"
    headers = {"cache-control": kept, "content-length": str(len(there[name]))}
    return Response(body, media_type=_kind(name), headers=headers)
