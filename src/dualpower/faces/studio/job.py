"""One experiment in a process of its own: ``python -m dualpower.faces.studio.job``, the order on standard input.

It writes one line of JSON for each step forward. When its standard input closes (the studio was stopped, or
killed) it finishes nothing more: shards already written stay, and the next start goes on from them.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
import time
from typing import Any

EVERY = 0.25  # seconds between two lines


def main() -> int:
    """Run the experiment that standard input describes."""
    order = json.loads(sys.stdin.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    with contextlib.suppress(OSError):
        os.nice(10)
    last = [0.0]

    def progress(done: int) -> None:
        now = time.monotonic()
        if now - last[0] >= EVERY or done >= order["runs"]:
            last[0] = now
            _say(done=done)

    from dualpower.ensemble.execute import Interrupted
    from dualpower.errors import DualpowerError

    try:
        from dualpower.analysis import histories

        result = histories.simulate(
            order["source"], runs=order["runs"], seed=order["seed"], variant=order["variant"] or None,
            decisions=order["decisions"], parameters=order["parameters"], folder=order["folder"], resume=True,
            progress=progress,
        )  # fmt: skip
    except Interrupted as stopped:
        _say(done=stopped.done, cancelled=True)
        return 0
    except DualpowerError as trouble:
        _say(error=str(trouble)[:2_000])
        return 3
    _say(done=result.runs, finished=True)
    return 0


def _say(**what: Any) -> None:
    with contextlib.suppress(BrokenPipeError):
        print(json.dumps(what), flush=True)


def _leave_with_parent() -> None:
    """The studio holds the other end: when it is gone, so are we."""
    with contextlib.suppress(Exception):
        while sys.stdin.readline():
            pass
    os._exit(1)


if __name__ == "__main__":
    sys.exit(main())
