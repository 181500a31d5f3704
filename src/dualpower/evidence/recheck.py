"""Double entry: numbers keyed a second time from the works, by somebody who had not seen the first.

A slip of the pen is found by keying twice, as in any ledger. The second entry is never made to
agree and never replaces the first: where the two part, the number is disputed, and stays so for
everyone to see. What counts as agreement is one rule for each kind of thing, written here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from dualpower.evidence.claim import Spread, Trust
from dualpower.saying import say

Form = Literal["number", "place", "word", "time", "none"]
EARTH_M = 6_371_000.0  # mean radius
LEAST_M = 100.0  # two people who mean one house still differ by its length
NEITHER = 0.25  # a taste this near to 0 is for neither side
SLACK = 1e-9
_Time = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]


class SecondEntry(BaseModel):
    """One thing keyed again: a number, a place, a word, a time, or the finding that no work gives it."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    of: str | list[str] = Field(min_length=1)  # a path of the scenario; of several, their sum was keyed
    value: float | None = None
    low: float | None = None
    high: float | None = None
    at: tuple[float, float] | None = None  # degrees north, degrees east
    within_m: float | None = Field(None, gt=0)
    word: str | None = None
    or_: list[str] = Field([], alias="or")  # words that the second coder thought as good
    earliest: _Time | None = None
    latest: _Time | None = None
    none: str | None = Field(None, min_length=3)  # why nothing could be keyed
    unit: str | None = None
    work: str | list[str] | None = None
    trust: Trust = "unverified"
    note: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """The dotted paths that were keyed."""
        return (self.of,) if isinstance(self.of, str) else tuple(self.of)

    @property
    def works(self) -> tuple[str, ...]:
        """Keys of the works it was keyed from."""
        return () if self.work is None else (self.work,) if isinstance(self.work, str) else tuple(self.work)

    @property
    def form(self) -> Form:
        """What kind of thing was keyed."""
        if self.none is not None:
            return "none"
        if self.at is not None:
            return "place"
        if self.word is not None:
            return "word"
        return "number" if self.earliest is None and self.latest is None else "time"

    @property
    def span(self) -> tuple[float, float]:
        """Least and greatest value keyed; an end that was left open is infinite."""
        if self.low is None and self.high is None and self.value is not None:
            return self.value, self.value
        return -math.inf if self.low is None else self.low, math.inf if self.high is None else self.high

    @property
    def middle(self) -> float | None:
        """The value keyed as best, else the mid of the range; None where an end is open."""
        if self.value is not None:
            return self.value
        low, high = self.span
        return (low + high) / 2.0 if math.isfinite(low) and math.isfinite(high) else None

    @model_validator(mode="after")
    def _one_thing(self) -> SecondEntry:
        numbers = (self.value, self.low, self.high)
        given = [
            any(n is not None for n in numbers),
            self.at is not None,
            self.word is not None,
            self.earliest is not None or self.latest is not None,
            self.none is not None,
        ]
        if sum(given) != 1:
            raise ValueError(say("E309-one"))
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(say("E207-backwards", low=f"{self.low:g}", high=f"{self.high:g}"))
        low, high = self.span
        if given[0] and self.value is not None and not low <= self.value <= high:
            raise ValueError(say("E309-outside", value=f"{self.value:g}", low=f"{low:g}", high=f"{high:g}"))
        return self


class Recheck(BaseModel):
    """The whole second entry of a scenario: who keyed it and from what, and what was keyed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    by: str = Field(min_length=3)
    note: str | None = None
    entries: list[SecondEntry] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two entries agree, and the sentence that says why."""

    agrees: bool
    why: str


def span_of(spread: Spread) -> tuple[float, float]:
    """Return least and greatest value of a first entry (two sd either way of a normal's mean)."""
    if spread.kind == "normal":
        return spread.a - 2.0 * spread.b, spread.a + 2.0 * spread.b
    return spread.low, spread.high


def compare_spans(first: tuple[float, float], second: tuple[float, float]) -> Verdict:
    """Two numbers agree when their ranges overlap; a single value is a range of its own."""
    gap = max(first[0], second[0]) - min(first[1], second[1])
    if gap <= SLACK * max(1.0, abs(first[0])):
        return Verdict(True, "the two ranges overlap")
    return Verdict(False, f"the two ranges lie {gap:g} apart")


def compare_places(
    first: tuple[float, float], second: tuple[float, float], *, first_m: float | None, second_m: float | None
) -> Verdict:
    """Two places agree within the larger of their stated precisions, and always within 100 m."""
    allowed = max(LEAST_M, first_m or 0.0, second_m or 0.0)
    apart = metres(first, second)
    return Verdict(apart <= allowed, f"{apart:,.0f} m apart, {allowed:,.0f} m allowed")


def compare_words(first: str, second: Sequence[str]) -> Verdict:
    """Two words agree when they are equal, or when the second coder thought the first's as good."""
    if first == second[0]:
        return Verdict(True, "the same word")
    if first in second[1:]:
        return Verdict(True, f"the second coder thought {first!r} as good as {second[0]!r}")
    return Verdict(False, f"{first!r} against {' or '.join(repr(w) for w in second)}")


def compare_none(trust: str) -> Verdict:
    """Where the second coder found no evidence, the first agrees only by calling its number assumed."""
    if trust == "assumed":
        return Verdict(True, "neither found evidence: the number is assumed")
    return Verdict(False, f"the scenario calls it {trust!r}, the second coder found no evidence")


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance in metres between two places in degrees north and east."""
    north, south = math.radians(one[0]), math.radians(other[0])
    east = math.radians(other[1] - one[1])
    half = math.sin((south - north) / 2.0) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2.0) ** 2
    return 2.0 * EARTH_M * math.asin(math.sqrt(min(1.0, half)))


def side(taste: float) -> str:
    """Return the side a taste is on: for, against or neither."""
    return "neither" if abs(taste) <= NEITHER else "for" if taste > 0 else "against"


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Return Cohen's kappa of two coders' words: 1 is agreement throughout, 0 what chance gives.

    None where chance alone would agree always (one word throughout), or without pairs.
    """
    if not pairs:
        return None
    total = len(pairs)
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    seen = sum(a == b for a, b in pairs) / total
    chance = sum(ours[word] * theirs[word] for word in ours) / total**2
    return None if chance >= 1.0 - SLACK else (seen - chance) / (1.0 - chance)


def rank_correlation(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Spearman's rank correlation (ties share their mean rank); None where a side does not vary."""
    one, other = _ranks([a for a, _ in pairs]), _ranks([b for _, b in pairs])
    if len(pairs) < 2:
        return None
    mean = (len(pairs) + 1) / 2.0
    across = sum((a - mean) * (b - mean) for a, b in zip(one, other, strict=True))
    spread = sum((a - mean) ** 2 for a in one) * sum((b - mean) ** 2 for b in other)
    return across / math.sqrt(spread) if spread > 0 else None


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(values)
    places: dict[float, list[int]] = {}
    for place, value in enumerate(order, 1):
        places.setdefault(value, []).append(place)
    return [sum(places[v]) / len(places[v]) for v in values]
