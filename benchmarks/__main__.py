"""``python -m benchmarks [QUESTION ...]``: measure all questions, or those named, and write the page."""

from __future__ import annotations

import importlib
import sys
import time

from . import common, render

QUESTIONS = ("start", "threads", "instructions", "scale", "country", "speed", "memory")


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in QUESTIONS]
    if unknown:
        print(f"no question is called {unknown[0]!r}; there are {', '.join(QUESTIONS)}", file=sys.stderr)
        return 2
    for name in names or QUESTIONS:
        module = importlib.import_module(f"benchmarks.bench_{name}")
        print(f"{module.ASKED} ...", file=sys.stderr, flush=True)
        begun = time.perf_counter()
        path = common.save(name, module.ASKED, module.measure())
        print(f"  benchmarks/results/{path.name}, {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    render.write()
    print("docs/benchmarks.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
