"""The contract of the page: every value that a report, the studio or a notebook hands to the player.

One form for every home. The page's types are generated from these models (web/src/api.d.ts), so a field
that changes here breaks the page's build and not its readers. Codes are indexes into the lists of the
``Stage``; -1 is nobody, nowhere or nothing. Minutes count from the scenario's start. Texts are by language
code; English is always there. Shares are 0..1 with 95 % intervals.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Texts = dict[str, str]


class Part(BaseModel):
    """A part of the page: never changed, and nothing in it that is not named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# ---------------------------------------------------------------- the stage: what does not change in a run


class Authority(Part):
    """A centre of power. ``look`` 0, 1, 2 ... chooses shape and colour: contenders 0 and 1, others from 2."""

    id: str
    title: Texts
    look: int
    seat: int
    contender: bool


class Site(Part):
    """A place on the map: degrees, what it is worth to a leader (0..6), and its ways in."""

    id: str
    title: Texts
    lon: float
    lat: float
    kind: str
    worth: float
    gates: list[Texts] = []
    evidence: str = Field(description="path of its numbers in the evidence, sites.ID")


class Link(Part):
    """A way between two sites; kind is street, bridge, rail ..."""

    a: int
    b: int
    kind: str


class Unit(Part):
    """A unit of the order of battle; detachments are told by the film."""

    id: str
    title: Texts
    kind: str
    home: int
    of: int
    evidence: str


class Option(Part):
    """One thing a leader could attempt, and its chance beforehand."""

    id: str
    title: Texts
    chance: float
    history: bool


class Decision(Part):
    """A leader's choice."""

    id: str
    title: Texts
    by: int
    options: list[Option]


class Ending(Part):
    """One way in which the story can end; ``history`` marks how it did."""

    id: str
    title: Texts
    history: bool


class Mark(Part):
    """One fact of the record; ``minute`` where it is dated, so that a scrubber can show it."""

    id: str
    title: Texts
    minute: int | None
    late: int | None = Field(default=None, description="last minute, where the record gives a range")
    inside: bool | None = None
    text: Texts = {}


class Stage(Part):
    """The scenario as the player needs it."""

    id: str
    title: Texts
    summary: Texts
    calendar: Literal["julian", "gregorian"]
    start: str = Field(description="local date and time of minute 0 in the scenario's calendar, YYYY-MM-DD HH:MM")
    reform: str = Field(
        default="",
        description="first day of the Gregorian calendar, YYYY-MM-DD, where a Julian scenario lives to see it",
    )
    julian_days: int = Field(description="days to add for the Gregorian date, 0 for a Gregorian scenario")
    minutes: int
    authorities: list[Authority]
    sites: list[Site]
    links: list[Link]
    units: list[Unit]
    decisions: list[Decision]
    endings: list[Ending]
    marks: list[Mark]
    named: dict[str, Texts] = Field(
        default={}, description="titles of what else the evidence speaks of, by SECTION.ID: plans, outside, bodies ..."
    )
    map: dict[str, Any] = Field(description="GeoJSON FeatureCollection: kind, title, source, precision_m, certain")


# ---------------------------------------------------------------- a film: one whole run


class Happening(Part):
    """One event of the log. Its sentence is in ``text`` by language; ``because`` says what kind of cause a root has.

    Where there is a trigger the page tells that instead, and ``because`` is empty.
    """

    minute: int
    event: str
    cause: str
    trigger: int = Field(description="index of the happening that brought it about, -1 for a root")
    unit: int = Field(description="track it happened to, -1")
    authority: int
    site: int
    other: int
    x: float | None
    weight: float = Field(description="how much it matters, about 0..10")
    text: Texts
    because: Texts
    evidence: list[str] = Field(default=[], description="paths whose claims stand behind its numbers")


class Track(Part):
    """One body of men through the run: a unit, or a detachment of ``unit``.

    ``steps`` are [minute, site, goal, arrives, serves, dead, captured, acting per authority..., standing per
    authority...], one for each change that can be seen; the last holds until ``until``.
    """

    unit: int
    detachment: bool
    since: int
    until: int
    steps: list[list[int]]


class Film(Part):
    """A whole run. ``holders``: per site [minute, holder, contested] on change. ``beliefs``: per authority and
    site [minute, believed holder, minute of that news] on change."""

    run: int
    seed: int
    why: Literal["history-like", "median", "surprising", "asked", "otherwise"]
    otherwise: list[int] = Field(
        default=[], description="decision and option that were set against what this run's own luck had chosen"
    )
    ending: int
    options: list[int] = Field(description="option taken per decision, -1 where it never came up")
    tracks: list[Track]
    holders: list[list[list[int]]]
    beliefs: list[list[list[list[int]]]]
    happenings: list[Happening]


# ---------------------------------------------------------------- the ensemble


class Share(Part):
    """A share with its 95 % interval and what it counts."""

    share: float
    low: float
    high: float
    runs: int


class EndingShare(Share):
    """How often the story ends so."""

    ending: int


class Fan(Part):
    """Something over time: quantiles .05 .25 .5 .75 .95 per minute of ``minutes``, and what the record says."""

    id: str
    title: Texts
    unit: Texts
    look: int
    minutes: list[int]
    quantiles: list[list[float]] = Field(description="five rows, one value per minute")


class Pivot(Part):
    """What one decision mattered: shift of the outcome's share when it is undone, necessity, sufficiency."""

    decision: int
    option: int
    shift: float
    low: float
    high: float
    necessity: float | None
    sufficiency: float | None
    group: int = Field(description="rank group: those in one group cannot be told apart")


class Ensemble(Part):
    """Thousands of histories in brief."""

    runs: int
    seed: int
    parameters: str
    endings: list[EndingShare]
    decisions: list[list[Share]] = Field(description="per decision and option: how often it was taken")
    fans: list[Fan]
    marks_inside: int | None = None
    sharpness: float | None = None
    pivots: list[Pivot] = []
    pivots_sentence: Texts = {}


# ---------------------------------------------------------------- what if


class Setting(Part):
    """One position of a lever; ``history`` marks what was."""

    id: str
    title: Texts
    history: bool


class Lever(Part):
    """Something a class can set: a decision, or a number of the evidence at its low, usual and high end.

    The first setting is always "as chance has it"."""

    id: str
    title: Texts
    kind: Literal["decision", "claim"]
    note: Texts = {}
    evidence: str = ""
    settings: list[Setting]


class Combination(Part):
    """The odds under one setting of every lever."""

    settings: list[int]
    endings: list[EndingShare]


class WhatIf(Part):
    """Every combination of the levers, computed beforehand on common luck."""

    levers: list[Lever]
    runs: int = Field(description="histories per combination")
    seed: int
    combinations: list[Combination] = Field(description="row-major over the levers' settings: last lever fastest")


# ---------------------------------------------------------------- evidence


class Claim(Part):
    """Who says what, where, how sure."""

    id: str
    text: Texts
    work: str
    locator: str
    grade: str
    low: float | None = None
    high: float | None = None
    conflicts: list[str] = []
    used: bool = True
    why: str = ""


class Ground(Part):
    """A number of the scenario and the claims it rests on, by path."""

    path: str
    value: str
    grade: str
    status: str = Field(description="checked, disputed or unchecked in double entry; '' where not keyed twice")
    claims: list[str]
    assumed: Texts = {}


class Work(Part):
    """A work cited."""

    id: str
    text: str
    csl: dict[str, Any] = {}


class Evidence(Part):
    """Every number opens to its claims."""

    grounds: list[Ground]
    claims: list[Claim]
    works: list[Work]
    coverage: dict[str, int]
    double_entry: dict[str, int]


# ---------------------------------------------------------------- the whole


class Made(Part):
    """How this page came about, for whoever would repeat it."""

    version: str
    engine: str
    scenario: str = Field(description="digest of the resolved scenario")
    parameters: str
    date: str
    command: str
    mechanisms: list[str] = []


class Page(Part):
    """All that one page holds. Parts that a home lacks are None: the page then leaves out their screen."""

    format: Literal[1] = 1
    home: Literal["report", "studio", "notebook"]
    made: Made
    languages: list[str]
    texts: dict[str, dict[str, Any]] = Field(description="screen words: language, section, key")
    stage: Stage
    films: list[Film]
    ensemble: Ensemble | None = None
    what_if: WhatIf | None = None
    evidence: Evidence | None = None
    story: dict[str, list[str]] = Field(default={}, description="the story in paragraphs, by language")
    cite: dict[str, str] = Field(default={}, description="how to cite: text, bibtex, csl")
