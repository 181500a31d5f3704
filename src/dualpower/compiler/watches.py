"""What is measured in every run: the parts of the marks, the scenario's watches, and which outcome holds at the end.

A watch has a trigger (the first minute it holds is kept; none means the end) and a value taken at
that minute. Its id is ``MARK.PART``, with what is measured where a part needs several:
``m01.hours:start``, ``m01.hours:stop``, ``m02.order:EVENT``, ``m23.storm:given``.
A watch of the scenario's own section keeps its id.
"""

from __future__ import annotations

from collections.abc import Iterator

from dualpower.compiler.formulas import TooDeepError, all_of
from dualpower.compiler.problem import Watch
from dualpower.compiler.workbook import Workbook, column
from dualpower.draft import Key, dotted
from dualpower.saying import cure, say
from dualpower.scenario.schema import Part


def lower_outcomes(book: Workbook) -> None:
    """Fill the rule of each outcome, -1 for the one that holds when no other does (it is the last)."""
    book.arrays |= {
        "Q": len(book.outcome),
        "outcome_rule": column(book.rule(f"outcomes.{n}.when") for n in book.outcome),
    }


def lower_marks(book: Workbook) -> list[Watch]:
    """Fill trigger and value of each watch; return the watches in order of their columns."""
    watches, triggers, values = list[Watch](), list[int](), list[int]()
    for mark, noun in book.scenario.marks.items():
        for name, part in noun.parts.items():
            path = ("marks", mark, "parts", name)
            for suffix, trigger, value in _measures(book, part, path, len(watches)):
                watches.append(Watch(f"{mark}.{name}{suffix}", trigger >= 0))
                triggers.append(trigger)
                values.append(value)
    for name, asked in book.scenario.watches.items():
        at = f"watches.{name}"
        triggers.append(_moment(book, at))
        values.append(book.rule(f"{at}.value") if asked.value is not None else -1)
        watches.append(Watch(name, triggers[-1] >= 0))
    book.arrays |= {"W": len(watches), "watch_trigger": column(triggers), "watch_value": column(values)}
    return watches


def _measures(book: Workbook, part: Part, path: Key, first: int) -> Iterator[tuple[str, int, int]]:
    """Yield suffix, trigger and value of the watches that one part of a mark needs; `first` is the number of the first.

    A duration ends when its stop holds from the minute its start has held on.
    """
    at = dotted(path)
    if part.kind == "time":
        yield "", book.rule(f"{at}.when"), -1
    elif part.kind == "duration":
        yield ":start", book.rule(f"{at}.start"), -1
        yield ":stop", _after(book, path, first), -1
    elif part.kind == "order":
        for event in part.events or {}:
            yield f":{event}", book.rule(f"{at}.events.{event}"), -1
    elif part.kind == "state":
        yield "", _moment(book, at), _how_many(book, part, path)
    else:
        value = "value" if part.kind in ("number", "ratio") else "that"
        yield "", _moment(book, at), book.rule(f"{at}.{value}")
        if part.given is not None:
            yield ":given", book.rule(f"{at}.given"), -1


def _after(book: Workbook, path: Key, start: int) -> int:
    """Return the program of a duration's stop, which counts only once its start has held."""
    at = f"{dotted(path)}.stop"
    book.read.add(at)
    try:
        return book.formulas.after(start, book.resolved.rules[at])
    except TooDeepError:
        book.refuse((*path, "stop"), say("E230-memory"), cure("split-it"))
        return -1


def _moment(book: Workbook, at: str) -> int:
    """Return the rule that says when a value is taken: a clock time, a condition, or -1 for the end."""
    if f"{at}.at" in book.resolved.times:
        return book.formulas.from_minute(book.minute(f"{at}.at"))
    return book.rule(f"{at}.when")


def _how_many(book: Workbook, part: Part, path: Key) -> int:
    """Return the program that counts how many of a state's rules hold."""
    paths = [f"{dotted(path)}.among.{index}" for index in range(len(part.among or ()))]
    book.read.update(paths)
    trees = [book.resolved.rules[item] for item in paths]
    try:
        return book.formulas.add(all_of(trees)) if trees else -1
    except TooDeepError:
        book.refuse((*path, "among"), say("E230-memories"), cure("split-them"))
        return -1
