"""What a notebook shows: scenarios, results, findings and single runs, and a player that is alive.

What is shown needs no network and no package beyond the program; the live player needs anywidget.
"""

from __future__ import annotations

from typing import Any

__all__ = ["Player"]


def __getattr__(name: str) -> Any:
    if name != "Player":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dualpower.faces.notebook.player import Player

    return Player
