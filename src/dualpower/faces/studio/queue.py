"""The queue: one experiment at a time, in the order in which they were asked for, each in a child process."""

from __future__ import annotations

import contextlib
import json
import logging
import signal
import subprocess
import sys
import threading
import time

from dualpower.faces.studio.store import Store
from dualpower.faces.studio.workspace import Workspace

log = logging.getLogger("dualpower.studio")
PATIENCE = 20.0  # seconds for the shard in hand after a cancel


class Queue:
    """Takes experiments from the store and sees them through."""

    def __init__(self, store: Store, workspace: Workspace) -> None:
        self.store, self.workspace = store, workspace
        self._wake, self._stop = threading.Event(), threading.Event()
        self._child: subprocess.Popen[str] | None = None
        self._now = ""
        self._cancelled: set[str] = set()
        self._lock = threading.Lock()
        self._changes = 0
        self._thread = threading.Thread(target=self._work, name="queue", daemon=True)

    def start(self) -> None:
        """Go on with what was interrupted, then with what waits."""
        again = self.store.recover()
        if again:
            log.info("%d interrupted experiments go on", again)
        self._thread.start()
        self.wake()

    def wake(self) -> None:
        """Look at the queue again."""
        self._wake.set()

    def cancel(self, key: str) -> bool:
        """Take an experiment out of the queue, or stop it after the shard in hand. Return whether it could be."""
        if self.store.change(key, only_from="queued", state="cancelled"):
            return True
        with self._lock:
            if self._now != key or self._child is None:
                return False
            self._cancelled.add(key)
            child = self._child
        with contextlib.suppress(ProcessLookupError):
            child.send_signal(signal.SIGINT)
        threading.Timer(PATIENCE, child.kill).start()  # nothing to one that has ended
        return True

    def stop(self) -> None:
        """Stop; what is running will go on at the next start."""
        self._stop.set()
        self._wake.set()
        with self._lock:
            if self._child is not None:
                self._child.kill()
        if self._thread.is_alive():
            self._thread.join(5)

    def _work(self) -> None:
        while not self._stop.is_set():
            waiting = self.store.waiting()
            if not waiting:
                self._wake.wait(1.0)
                self._wake.clear()
                continue
            try:
                self._run(waiting[0])
            except Exception as trouble:  # the queue must live: the experiment says what happened
                log.exception("experiment %s", waiting[0])
                self.store.change(waiting[0], state="failed", error=f"the studio could not run it: {trouble}"[:2_000])

    def _run(self, key: str) -> None:
        if not self.store.change(key, only_from="queued", state="running", error=""):
            return
        asked = self.store.get(key)
        if asked is None:
            return
        order = asked.model_dump(include={"runs", "seed", "variant", "decisions", "parameters"}) | {
            "source": str(self.workspace.frozen(key)), "folder": str(self.workspace.result(key)),
        }  # fmt: skip
        begun, before = time.monotonic(), asked.seconds
        child = subprocess.Popen(
            [sys.executable, "-m", "dualpower.faces.studio.job"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        with self._lock:
            self._child, self._now = child, key
        last: dict[str, object] = {}
        if child.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                child.stdin.write(json.dumps(order) + "\n")
                child.stdin.flush()
        for line in child.stdout or ():
            with contextlib.suppress(ValueError):
                last |= json.loads(line)
                seconds = round(before + time.monotonic() - begun, 1)
                self.store.change(key, done=int(str(last.get("done", asked.done))), seconds=seconds)
        child.wait()
        with self._lock:
            self._child, self._now = None, ""
            cancelled = key in self._cancelled
            self._cancelled.discard(key)
        if self._stop.is_set():
            self.store.change(key, only_from="running", state="queued")
        elif last.get("finished"):
            self.store.change(key, state="finished", done=asked.runs)
        elif cancelled:
            self.store.change(key, state="cancelled")
        else:
            words = str(last.get("error") or f"the run ended by itself (exit {child.returncode})")
            self.store.change(key, state="failed", error=words)
