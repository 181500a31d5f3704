"""Two children that think, so that the server answers while they do.

Reading a scenario, filming a history or counting a result takes seconds and can be asked of a hostile text.
It is done in a child process with a limit of time and memory; one that exceeds it is killed and replaced, and
the client is told.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import queue
import threading
from collections import OrderedDict
from typing import Any

from dualpower.faces.studio import tasks
from dualpower.faces.studio.limits import Limits
from dualpower.faces.studio.refusal import Refusal

WORKERS = 2
REMEMBERED = 64


def _serve(pipe: Any, memory: int) -> None:
    """A child's life: take a task by name, answer, until the pipe closes."""
    import os
    import resource
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with contextlib.suppress(OSError):
        os.nice(5)
    while True:
        try:
            name, values = pipe.recv()
        except (EOFError, OSError):
            return
        answer = tasks.perform(name, values)
        try:
            pipe.send(answer)
        except OSError:  # the studio was stopped while we thought
            return


class Bench:
    """Runs the tasks of tasks.py in children, one task to a child at a time, and remembers answers."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._context = multiprocessing.get_context("spawn")
        self._free: queue.Queue[tuple[Any, Any] | None] = queue.Queue()
        self._children: list[Any] = []
        self._known: OrderedDict[Any, Any] = OrderedDict()
        self._lock = threading.Lock()
        for _ in range(WORKERS):
            self._free.put(None)  # started when first needed

    def _start(self) -> tuple[Any, Any]:
        ours, theirs = self._context.Pipe()
        child = self._context.Process(target=_serve, args=(theirs, self.limits.memory), daemon=True)
        child.start()
        theirs.close()
        with self._lock:
            self._children = [one for one in self._children if one.is_alive()] + [child]
        return child, ours

    def ask(self, name: str, *values: Any, known_by: Any = None) -> Any:
        """Perform a task and return its answer; with ``known_by``, an answer given before is given again.

        Raises:
            Refusal: 503 when all children are busy for too long, or the task takes too much time or memory;
                422 with every problem when the scenario has some.
        """
        if known_by is not None:
            with self._lock:
                if (name, known_by) in self._known:
                    self._known.move_to_end((name, known_by))
                    return self._known[name, known_by]
        good, answer = self._perform(name, values)
        if not good:
            raise Refusal(*answer)
        if known_by is not None:
            with self._lock:
                self._known[name, known_by] = answer
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
        return answer

    def _perform(self, name: str, values: tuple[Any, ...]) -> tuple[bool, Any]:
        busy = Refusal(503, "E907", "the studio is busy with other questions", "ask again in a moment")
        try:
            worker = self._free.get(timeout=self.limits.thinking)
        except queue.Empty:
            raise busy from None
        try:
            if worker is None or not worker[0].is_alive():
                worker = self._start()
            child, pipe = worker
            try:
                pipe.send((name, values))
                if pipe.poll(self.limits.thinking):
                    found: tuple[bool, Any] = pipe.recv()
                    return found
            except (EOFError, OSError):
                pass
            child.kill()
            child.join(2)
            worker = None
            seconds = f"{self.limits.thinking:.0f} s"
            raise Refusal(
                503, "E907", f"this took more than {seconds}, or too much memory", "make the scenario smaller"
            )
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """Stop the children."""
        with self._lock:
            for child in self._children:
                child.kill()
