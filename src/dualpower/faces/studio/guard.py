"""Who may speak to the studio: the right host, the right origin, the right token, and not too much at once.

The studio listens on this machine alone unless told otherwise. A page of another site could still ask the
browser to speak to it; so the Host header must name this machine, a request that changes something must come
from the studio's own page (or from no page at all), and beyond this machine nothing is answered without a token.
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs, urlsplit

from dualpower.faces.studio.refusal import Refusal, answer
from dualpower.saying import cure, say

LOCAL = ("127.0.0.1", "localhost", "::1")
COOKIE = "dualpower-token"
READS = ("GET", "HEAD", "OPTIONS")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


class Guard:
    """ASGI middleware around the whole studio."""

    def __init__(self, app: Any, *, hosts: tuple[str, ...], token: str | None, body: int) -> None:
        self.app, self.hosts, self.token, self.body = app, hosts, token, body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}

        meter = _Meter(receive, self.body)

        async def dressed(message: Message) -> None:
            if meter.is_over and not meter.is_told:
                return  # whatever the studio made of half a body is not said
            if message["type"] == "http.response.start":
                there = {name for name, _ in message["headers"]}
                extra = [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in there]
                message["headers"] = [*message["headers"], *extra, *self._cookie(scope)]
            await send(message)

        try:
            self._check(scope, headers)
            meter.check(headers.get("content-length", "0"))
            await self.app(scope, meter, dressed)
            if meter.is_over:
                raise meter.refusal()
        except Refusal as refusal:
            meter.is_told = True
            await answer(refusal)(scope, receive, dressed)

    def _check(self, scope: Scope, headers: dict[str, str]) -> None:
        host = _name(headers.get("host", ""))
        if host not in self.hosts:
            raise Refusal(403, "E908", say("E908-host"), cure("printed-address"))
        if scope["method"] not in READS:
            origin = headers.get("origin")
            if origin is not None and urlsplit(origin).netloc != headers.get("host"):
                raise Refusal(403, "E908", say("E908-site"), cure("own-page"))
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                raise Refusal(403, "E908", say("E908-site"), cure("own-page"))
            kind = headers.get("content-type", "").partition(";")[0].strip().lower()
            has_body = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
            if has_body and kind != "application/json":
                raise Refusal(415, "E901", say("E901-json"), cure("content-type"))
        if self.token is not None and not self._knows(scope, headers):
            raise Refusal(401, "E909", say("E909-token"), cure("token"))

    def _knows(self, scope: Scope, headers: dict[str, str]) -> bool:
        given = [headers.get("authorization", "").removeprefix("Bearer ").strip(), *self._asked(scope)]
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            cookie = None
        if cookie is not None:
            given.append(cookie.value)
        return any(hmac.compare_digest(one.encode(), (self.token or "").encode()) for one in given if one)

    def _asked(self, scope: Scope) -> list[str]:
        """The token in the address, for the first visit to the page alone."""
        if scope["path"] != "/" or scope["method"] != "GET":
            return []
        return parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [])

    def _cookie(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        if self.token is None or self.token not in self._asked(scope):
            return []
        return [(b"set-cookie", f"{COOKIE}={self.token}; Path=/; HttpOnly; SameSite=Strict".encode())]


class _Meter:
    """Hands on a request's body and stops handing on when there is too much of it."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive, self.most, self.seen = receive, most, 0
        self.is_over = self.is_told = False

    def refusal(self) -> Refusal:
        """What is said of too much."""
        return Refusal(413, "E102", say("E102-request", most=self.most), cure("send-less"))

    def check(self, length: str) -> None:
        """Refuse a body that says itself that it is too large."""
        if not length.isdigit() or int(length) > self.most:
            raise self.refusal()

    async def __call__(self) -> Message:
        message = await self.receive()
        if message["type"] == "http.request":
            self.seen += len(message.get("body", b""))
            if self.seen > self.most:
                self.is_over = True
                return {"type": "http.disconnect"}
        return message


def _name(host: str) -> str:
    """Return the name in a Host header without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
