"""What all routes share: the workspace, the store, the queue, the bench."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dualpower.faces.studio.bench import Bench
from dualpower.faces.studio.limits import LIMITS, Limits
from dualpower.faces.studio.queue import Queue
from dualpower.faces.studio.store import Store
from dualpower.faces.studio.workspace import Workspace


@dataclass(frozen=True)
class Desk:
    """One studio's things."""

    workspace: Workspace
    store: Store
    queue: Queue
    bench: Bench
    limits: Limits

    @classmethod
    def at(cls, folder: Path, limits: Limits = LIMITS) -> Desk:
        """Open the workspace in a folder, or begin one."""
        workspace = Workspace(folder, limits)
        store = Store(workspace.folder)
        return cls(workspace, store, Queue(store, workspace), Bench(limits), limits)

    def close(self) -> None:
        """Stop what is running; it goes on at the next start."""
        self.queue.stop()
        self.bench.close()
        self.store.close()
