"""A claim: what one work says about the world, as a value or a range, and how far it is to be trusted.

Historians disagree and printers err. A claim keeps the value that is used, the print it was read
from, the correction if there was one, and the works that say otherwise. A claim that speaks of a
moment after the scenario's start may be a mark but never a fact of the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dualpower.saying import say

Trust = Literal["seen", "inferred", "unverified", "assumed"]
GRADES: tuple[str, ...] = ("seen", "inferred", "unverified", "assumed")

_NUMBER = r"([-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d{1,2})?)"
_RANGE = re.compile(rf"{_NUMBER}\s*\.\.\s*{_NUMBER}(?:\s+mode\s+{_NUMBER})?\Z", re.ASCII)
_ABOUT = re.compile(rf"about\s+{_NUMBER}\s*(?:\+-|±)\s*{_NUMBER}\Z")
_PLAIN = re.compile(rf"{_NUMBER}\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Spread:
    """What an ensemble draws a number from.

    kind        a      b      c
    fixed       value
    uniform     low    high
    triangular  low    high   mode
    normal      mean   sd             (cut at the field's own bounds when drawn)
    """

    kind: Literal["fixed", "uniform", "triangular", "normal"]
    a: float
    b: float = 0.0
    c: float = 0.0

    @property
    def middle(self) -> float:
        """The value for a single, typical run: the value, mean, mode or mid of the range."""
        if self.kind == "uniform":
            return (self.a + self.b) / 2.0
        return self.c if self.kind == "triangular" else self.a

    @property
    def low(self) -> float:
        """The least value (three sd below a normal's mean)."""
        return self.a - 3.0 * self.b if self.kind == "normal" else self.a

    @property
    def high(self) -> float:
        """The greatest value (three sd above a normal's mean)."""
        if self.kind == "normal":
            return self.a + 3.0 * self.b
        return self.a if self.kind == "fixed" else self.b


def fixed(value: float) -> Spread:
    """Return the spread of a number that is known."""
    return Spread("fixed", float(value))


def between(low: float, high: float, mode: float | None = None) -> Spread:
    """Return the spread of a range. Raises ValueError when it runs backwards."""
    if low > high:
        raise ValueError(say("E207-backwards", low=f"{low:g}", high=f"{high:g}"))
    if mode is None:
        return fixed(low) if low == high else Spread("uniform", float(low), float(high))
    if not low <= mode <= high:
        raise ValueError(say("E207-mode", mode=f"{mode:g}", low=f"{low:g}", high=f"{high:g}"))
    return fixed(low) if low == high else Spread("triangular", float(low), float(high), float(mode))


def read_quantity(value: float | str) -> Spread:
    """Read ``1500``, ``600..1000``, ``30..300 mode 80`` or ``about 800 +- 200``. Raises ValueError."""
    if isinstance(value, (int, float)):
        return fixed(value)
    text = value.strip()
    if match := _PLAIN.match(text):
        return fixed(float(match.group(1)))
    if match := _RANGE.match(text):
        low, high, mode = match.groups()
        return between(float(low), float(high), float(mode) if mode else None)
    if match := _ABOUT.match(text):
        mean, sd = float(match.group(1)), float(match.group(2))
        if sd < 0:
            raise ValueError(say("E207-negative"))
        return Spread("normal", mean, sd) if sd else fixed(mean)
    raise ValueError(say("E207-words", value=repr(value)))


class Conflict(BaseModel):
    """What another work says instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    work: str
    says: str
    low: float | None = None
    high: float | None = None


class Claim(BaseModel):
    """One statement of one work (or of several that agree)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str = Field(min_length=3)
    value: float | None = None
    low: float | None = None
    high: float | None = None
    mode: float | None = None
    reading: str | None = None  # a claim that is no number: a date, a word, a name
    unit: str | None = None
    work: str | list[str] | None = None  # keys of sources; needed unless trust is assumed
    place: str | None = None  # chapter or page; "page not seen" is an honest answer
    trust: Trust = "unverified"
    conflicts: list[Conflict] = []
    as_printed: str | None = None
    corrected: str | None = None  # why the reading differs from the print
    dated: Literal["before", "during", "after"] | None = None  # the moment it speaks of; none for what does not change

    @property
    def works(self) -> tuple[str, ...]:
        """Keys of the works it rests on."""
        return () if self.work is None else (self.work,) if isinstance(self.work, str) else tuple(self.work)

    def spread(self) -> Spread | None:
        """Return what to draw from, or None when the claim holds no number.

        A range is drawn from as it stands; a value with conflicting ranges becomes a triangle over
        all of them with its peak at the value. Raises ValueError when the numbers contradict.
        """
        if self.low is not None and self.high is not None:
            peak = self.mode if self.mode is not None else self.value
            return between(self.low, self.high, peak)
        if self.value is None:
            return None
        ends = [end for c in self.conflicts for end in (c.low, c.high) if end is not None]
        return between(min(self.value, *ends), max(self.value, *ends), self.value) if ends else fixed(self.value)
