"""What a client may ask for: how large, how many, how long. Everything beyond is refused in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Sizes in bytes, times in seconds."""

    body: int = 4_000_000
    file: int = 2_000_000
    files: int = 24
    scenarios: int = 200
    experiments: int = 1_000
    waiting: int = 20
    runs: int = 200_000
    thinking: float = 60.0
    memory: int = 4_000_000_000
    listeners: int = 200


LIMITS = Limits()
