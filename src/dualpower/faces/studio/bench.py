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
from dualpower.saying import cure, say

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
        self._asking: dict[Any, threading.Lock] = {}
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
        if known_by is None:
            return self._answer(name, values)
        key = (name, known_by)
        with self._lock:
            asking = self._asking.setdefault(key, threading.Lock())
        with asking:  # whoever asks the same at the same time waits for the one answer
            with self._lock:
                if key in self._known:
                    self._known.move_to_end(key)
                    return self._known[key]
            try:
                answer = self._answer(name, values)
            finally:
                with self._lock:
                    self._asking.pop(key, None)
            with self._lock:
                self._known[key] = answer
                while len(self._known) > REMEMBERED:
                    self._known.popitem(last=False)
            return answer

    def _answer(self, name: str, values: tuple[Any, ...]) -> Any:
        good, answer = self._perform(name, values)
        if not good:
            raise Refusal(*answer)
        return answer

    def _perform(self, name: str, values: tuple[Any, ...]) -> tuple[bool, Any]:
        busy = Refusal(503, "E907", say("E907-busy"), cure("again-soon"))
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
            seconds = f"{self.limits.thinking:.0f}"
            raise Refusal(503, "E907", say("E907-long", seconds=seconds), cure("smaller"))
        finally:
            self._free.put(worker)

    def close(self) -> None:
        """Stop the children."""
        with self._lock:
            for child in self._children:
                child.kill()
