"""Serve a studio: on this machine alone, or elsewhere with a token."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from dualpower.errors import DualpowerError
from dualpower.faces.studio.guard import LOCAL
from dualpower.faces.studio.limits import LIMITS, Limits

SHORTEST = 16  # characters of a token


@dataclass(frozen=True)
class Address:
    """Where a studio listens, who may name it how, and what it asks for."""

    host: str
    port: int
    hosts: tuple[str, ...]
    token: str | None

    @property
    def url(self) -> str:
        """The address to open."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        asked = f"?token={self.token}" if self.token else ""
        return f"http://{host}:{self.port}/{asked}"


def is_local(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def address(
    host: str = "127.0.0.1", port: int = 8017, token: str | None = None, names: tuple[str, ...] = ()
) -> Address:
    """Settle where to listen.

    Args:
        host: an address of this machine. Beyond loopback a token is needed; one is made when none is given.
        port: 1 to 65535, or 0 for any that is free.
        token: what clients must show, at least 16 characters.
        names: other host names by which clients reach it.
    Raises:
        DualpowerError: E911, the address cannot be used; E912, the token is too short.
    """
    if token is not None and (len(token) < SHORTEST or not token.isascii() or not token.isprintable() or " " in token):
        raise DualpowerError("E912", f"a token has at least {SHORTEST} plain characters", "leave it out: one is made")
    if token is None and not is_local(host):
        token = token_urlsafe(24)
    if not 0 <= port <= 65535:
        raise DualpowerError("E911", f"there is no port {port}", "1 to 65535, or 0 for any that is free")
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, port))
            port = trial.getsockname()[1]
    except OSError as trouble:
        cure = "choose another with --port, or stop what listens there"
        raise DualpowerError("E911", f"cannot listen on {host}:{port}: {trouble.strerror}", cure) from trouble
    return Address(host, port, (*LOCAL, host.lower(), *(name.lower() for name in names)), token)


def serve(folder: Path, where: Address, *, limits: Limits = LIMITS, ready: Callable[[], None] | None = None) -> None:
    """Serve the studio of a workspace until it is interrupted. ``ready`` is called once it listens."""
    import uvicorn

    from dualpower.faces.studio.app import create_app

    app = create_app(folder, token=where.token, hosts=where.hosts, limits=limits)
    config = uvicorn.Config(
        app, host=where.host, port=where.port, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=3, limit_concurrency=1_000,
    )  # fmt: skip

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if ready is not None and self.started:
                ready()

    Server(config).run()
