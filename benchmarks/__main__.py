"""``python -m benchmarks [QUESTION ...]``: measure all questions, or those named, and write the page."""

from __future__ import annotations

import argparse
import importlib
import sys
import time

from . import common, render

QUESTIONS = ("start", "threads", "instructions", "scale", "country", "speed", "memory")


def parser() -> argparse.ArgumentParser:
    """The command line: questions by name, none for all."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Measure, keep the answers in benchmarks/results/ and write docs/benchmarks.md.\n\n"
        "example: python -m benchmarks country threads",
        epilog="Each takes from half a minute to some minutes; measure on an idle machine.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("questions", nargs="*", metavar="QUESTION", help=f"{', '.join(QUESTIONS)}; all if none is named")
    return made


def main(words: list[str]) -> int:
    names = parser().parse_args(words).questions
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
