"""One pair of histories told side by side, from the first event in which they part.

On the left what happened as it was, on the right what happened with the change, on the same luck. First the
event at which they part and how it came to it, then what followed on each side only, then how each ends.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dualpower.analysis.parting import Log, Parting, only_in
from dualpower.clock import Clock
from dualpower.telling import tables
from dualpower.telling.chronicle import Chronicle, Line, chronicle
from dualpower.telling.language import Language, load, pick
from dualpower.telling.story import namer

if TYPE_CHECKING:
    from dualpower.analysis.comparison import Comparison
    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

FOLLOWED = 8  # events told of what followed on one side only
CAME = 4  # events told of how it came to the parting
GUTTER = "  |  "
TWO_COLUMNS = 100  # cells from which the two stand beside each other


@dataclass(frozen=True)
class Side:
    """One of the two: what it is called, its event at the parting, what led there, what followed, its end.

    ``is_next`` says that the event at the parting is no difference: it is what comes next here, while the other side
    has something else first.
    """

    name: str
    parted: Line | None
    is_next: bool
    came: tuple[Line, ...]
    followed: tuple[Line, ...]
    outcome: str
    outcome_title: str
    is_history: bool
    chronicle: Chronicle

    def to_json(self) -> dict[str, Any]:
        """Return the side as plain values."""
        return {
            "name": self.name,
            "next": self.is_next,
            "parted": None if self.parted is None else self._line(self.parted),
            "came": [self._line(line) for line in self.came],
            "followed": [self._line(line) for line in self.followed],
            "outcome": self.outcome,
            "outcome_title": self.outcome_title,
            "history": self.is_history,
        }

    def _line(self, line: Line) -> dict[str, Any]:
        return line.to_json(self.chronicle.when.write(line.minute), self.chronicle.day(line.minute))


@dataclass(frozen=True)
class Sides:
    """A pair told: where and by what the two part, and each side from there."""

    scenario: str
    title: str
    seed: int
    run: int
    shared: int
    minute: int
    kind: str
    language: Language
    base: Side
    other: Side

    def to_json(self) -> dict[str, Any]:
        """Return the pair as plain values."""
        when = self.base.chronicle.when
        return {
            "scenario": self.scenario, "seed": self.seed, "run": self.run, "language": self.language.code,
            "shared_events": self.shared, "minute": self.minute, "time": when.write(self.minute), "kind": self.kind,
            "base": self.base.to_json(), "other": self.other.to_json(),
        }  # fmt: skip

    def __str__(self) -> str:
        return self.text()

    def text(self, width: int = TWO_COLUMNS) -> str:
        """Return the pair as plain text, in two columns where the width (cells) allows it."""
        word = self.language.word
        clock, told = self.base.chronicle.hour(self.minute), self.base.chronicle.date(self.minute)
        head = word("sides", "alike", rows=self.language.count("rows", self.shared), clock=clock, date=told)
        lines = textwrap.wrap(f"{head} {word('sides', 'parts_' + self.kind)}", width, break_on_hyphens=False)
        if width < TWO_COLUMNS:
            return "\n".join([*lines, "", *self._side(self.base, width), "", *self._side(self.other, width)])
        half = (width - len(GUTTER)) // 2
        return "\n".join([*lines, "", *self._columns(half)])

    def _columns(self, half: int) -> list[str]:
        """Set the two sides beside each other, part by part."""
        lines: list[str] = []
        for left, right in zip(self._parts(self.base, half), self._parts(self.other, half), strict=True):
            size = max(len(left), len(right))
            for at in range(size):
                one = left[at] if at < len(left) else ""
                two = right[at] if at < len(right) else ""
                lines.append((tables.pad(one, half) + GUTTER + two).rstrip())
        return lines

    def _side(self, side: Side, width: int) -> list[str]:
        return [line for part in self._parts(side, width) for line in part]

    def _parts(self, side: Side, width: int) -> list[list[str]]:
        """Return a side as parts that stand level: its name, the parting, how it came, what followed, the end."""
        word = self.language.word
        mark = f"  » {word('words', 'history')}" if side.is_history else ""
        ending = word("words", "outcome", outcome=side.outcome_title) + mark
        return [
            [tables.clip(side.name.upper(), width), "-" * min(width, tables.cells(side.name))],
            ([word("sides", "next") + ":"] if side.is_next else [])
            + [*self._lines(side, [side.parted] if side.parted else [], width, "over", why=not side.is_next), ""],
            [word("sides", "came") + ":", *self._lines(side, side.came, width, "nothing"), ""] if side.came else [""],
            [word("sides", "followed") + ":", *self._lines(side, side.followed, width, "nothing"), ""],
            textwrap.wrap(ending, width, break_on_hyphens=False),
        ]

    def _lines(self, side: Side, lines: Any, width: int, empty: str, *, why: bool = False) -> list[str]:
        found, day = [], self.base.chronicle.when.parts(self.minute)[:3]
        for line in lines:
            today = side.chronicle.when.parts(line.minute)[:3]
            if today != day:
                found.append(side.chronicle.day(line.minute))
                day = today
            found += _hung(f"  {side.chronicle.hour(line.minute)}  ", line.text, width)
            if why:
                found += _hung(" " * 9, f"{line.because}.", width)
        return found or _hung("  ", self.language.word("sides", empty) + ".", width)


def _hung(lead: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )  # fmt: skip


def tell_apart(
    found: Comparison, variant: str | None = None, *, run: int | None = None, language: str = "en"
) -> Sides | None:
    """Tell one pair of a comparison side by side, from the first event in which the two part.

    Args:
        found: what ``compare`` returned.
        variant: the alternative's name; the first when it is None.
        run: a run's number; the pair that shows the change best when it is None.
        language: en, es, pl or ru.
    Returns:
        None where the two are one and the same history.
    Raises:
        DualpowerError: no such alternative, an impossible run. ValueError: no such language.
    """
    speech = load(language)
    parted = found.parting(variant, run=run)
    if parted is None or found.base is None:
        return None
    names = [one.id for one in found.others]
    at = 0 if variant is None else names.index(variant)
    changed = found.others[at]
    title = pick(changed.titles, language) or changed.id
    left, right = (
        _Teller(found.base, problem, log, language)
        for problem, log in ((found.arms[0].problem, parted.base), (found.arms[at + 1].problem, parted.other))
    )
    return Sides(
        found.base.id, pick(found.base.scenario.title, language), found.seed, parted.run, parted.row, parted.minute,
        parted.kind, speech,
        left.side(speech.word("sides", "as_it_was"), parted, parted.other),
        right.side(speech.word("sides", "with_change", variant=title), parted, parted.base),
    )  # fmt: skip


class _Teller:
    """Tells one side. The chance of an answer is what it was beforehand, on both sides."""

    def __init__(self, base: Resolved, problem: Problem, log: Log, language: str) -> None:
        self.problem, self.log, self.language = problem, log, language
        self.chronicle = chronicle(
            log.rows.tolist(), log.numbers.tolist(), name=namer(problem, log.units, language),
            when=Clock(problem.calendar, problem.start),  # type: ignore[arg-type]
            language=language, worth=problem.arrays["site_value"].tolist(), odds=_odds(problem, base),
        )  # fmt: skip

    def side(self, name: str, parted: Parting, across: Log) -> Side:
        """Return the side: ``across`` is the other's log."""
        here = parted.row < len(self.log.rows)
        chain = self.chronicle.chain(parted.row) if here else []
        own = only_in(self.log, across, parted.row)
        theirs = only_in(across, self.log, parted.row)
        late = here and chain[0].minute > parted.minute
        is_next = late or (here and parted.row not in own and parted.row in theirs)
        weights, last = self.chronicle.weights, len(self.log.rows) - 1
        best = sorted((r for r in own if r not in (parted.row, last)), key=lambda r: (-weights[r], r))[:FOLLOWED]
        outcome = next(o for o in self.problem.outcomes if o.id == self.log.outcome)
        return Side(
            name, chain[0] if here else None, is_next, () if is_next else tuple(chain[2 : 2 + CAME][::-1]),
            tuple(self.chronicle.line(r) for r in sorted(best)),
            outcome.id, pick(outcome.title, self.language), outcome.history, self.chronicle,
        )  # fmt: skip


def _odds(problem: Problem, base: Resolved) -> dict[int, tuple[float, bool]]:
    """Return per option (by code) its chance as it was, and whether history took it; no entry where it is new."""
    found = {}
    for code, name in enumerate(problem.names.options):
        decision, _, option = name.partition(".")
        if decision in base.scenario.decisions and option in base.scenario.decisions[decision].options:
            found[code] = (base.chances(decision)[option], base.history(decision) == option)
    return found
