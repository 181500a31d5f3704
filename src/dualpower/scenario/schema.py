"""The frozen nouns of a scenario, as a person writes them.

Every model forbids unknown fields: what the engine cannot honour is refused, never ignored.
Numbers may be written four ways (see ``Quantity``); each needs a claim or the word ``assumed``,
its own or its noun's. docs/format.md is the normative description of every field below.

Ids are kebab-case ASCII. Times are clock times of the scenario's calendar (``1917-10-28 05:00``),
durations carry their unit (``25 min``, ``6 h``, ``2 d``). Rules are strings in the rule language.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

from dualpower import words

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=64)]
Time = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Duration = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)? (min|h|d)$")]
Rule = Annotated[str, StringConstraints(max_length=2000)]
Text = dict[Literal["en", "es", "pl", "ru"], str]
Issues = Annotated[  # ids, or titles by id
    Annotated[list[Id], Tag("ids")] | Annotated[dict[Id, Text], Tag("titles")],
    Discriminator(lambda written: "titles" if isinstance(written, dict) else "ids"),
]

SiteKind = Literal[tuple(words.SITES)]  # type: ignore[valid-type]
UnitKind = Literal[tuple(words.UNITS)]  # type: ignore[valid-type]
LinkKind = Literal[tuple(words.LINKS)]  # type: ignore[valid-type]
LineKind = Literal[tuple(words.LINES)]  # type: ignore[valid-type]
DutyKind = Literal[tuple(words.DUTIES)]  # type: ignore[valid-type]
StockKind = Literal[tuple(words.STOCKS)]  # type: ignore[valid-type]
StanceKind = Literal[tuple(words.STANCES)]  # type: ignore[valid-type]
PostureKind = Literal[tuple(words.POSTURES)]  # type: ignore[valid-type]
TermKind = Literal[tuple(words.TERMS)]  # type: ignore[valid-type]


class Noun(BaseModel):
    """Base of every noun: frozen, no unknown fields, may point to claims for its numbers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: Id | list[Id] | None = None
    assumed: str | None = None
    note: str | None = None


class Sourced(BaseModel):
    """A number with its own claim: ``{value: 1500, claim: x}``, ``{claim: x}`` or ``{value: .., assumed: why}``."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    value: float | str | None = None
    sd: float | None = Field(None, ge=0)
    claim: Id | list[Id] | None = None
    assumed: str | None = None


# A plain number; a range "600..1000" (uniform) or "30..300 mode 80" (triangular); a spread
# "about 800 +- 200" (normal, cut at 0); or a Sourced mapping around one of these.
Quantity = float | str | Sourced


class Authority(Noun):
    """One who claims to be obeyed."""

    title: Text
    also: list[str] = []
    seat: Id
    posture: PostureKind = "wait"
    operations: Quantity = 2  # operations its staff can run at once (0-12)
    credibility: Quantity | None = None
    from_when: Rule | None = None  # it is there from the first quarter of an hour at which this is true


class Body(Noun):
    """A committee, party centre, commander or council inside an authority, able to issue, veto or refuse."""

    title: Text
    also: list[str] = []
    of: Id
    seat: Id | None = None
    accepted: Quantity = 1.0  # share of its authority's bond that its own orders carry (0-1)
    commands: list[Id] = []  # units whose commander this body is


class Stance(Noun):
    between: tuple[Id, Id] | list[Id]
    stance: StanceKind


class Gate(Noun):
    """A way into a site. kept_by none = forgotten; known_to lists those who know it is there."""

    title: Text | None = None
    to: Id  # the neighbouring site it opens on
    kept_by: Id | None = None
    known_to: list[Id] | Literal["all"] = "all"
    frontage_men: Quantity | None = None


class Site(Noun):
    title: Text
    also: list[str] = []
    kind: SiteKind
    at: tuple[float, float] | list[float]  # degrees north, degrees east
    precision_m: float | None = Field(None, ge=0)
    holder: Id | None = None
    gates: dict[Id, Gate] = {}
    stocks: dict[StockKind, Quantity] = {}
    hidden: list[StockKind] = []  # stocks that nobody has until they are searched for
    shrine: bool = False  # firing on it is severity 4
    entrances: int | None = Field(None, ge=1, le=40)
    residents: Quantity | None = None  # people living within rifle range


class Link(Noun):
    """A way to move. Length from coordinates unless given."""

    between: tuple[Id, Id] | list[Id]
    kind: LinkKind = "street"
    km: Quantity | None = None
    open: bool = True
    crew: Id | None = None  # staff unit that runs it (rail)


class Line(Noun):
    """A way to speak, between the sites it joins."""

    title: Text | None = None
    kind: LineKind
    exchange: Id | None = None
    joins: list[Id] | Literal["all"]
    staff: Id | None = None
    cut: list[tuple[Id, Id] | list[Id]] = []


class Unit(Noun):
    """An armed or organised body. roll = on paper; present = there at the start."""

    title: Text
    also: list[str] = []
    kind: UnitKind
    roll: Quantity
    present: Quantity | None = None  # default: the roll
    at: Id
    spread: list[Id] = []  # volunteers live over these sites too, in equal parts
    duty: DutyKind = "barracks"
    of: Id | None = None  # whose orders it has by its own chain of command
    bond: dict[Id, Quantity] = {}  # 0-1, how far it hears an authority through its own chain
    leans: dict[Id, Quantity] = {}  # taste, -2..+2
    doubt: float | None = Field(None, ge=0, le=2)  # sd of the coding of leans; default .35
    issues: dict[Id, Quantity] = {}  # weights, sum of absolute values at most 1
    trust: dict[Id, Quantity] = {}  # 0-1
    believes: dict[Id, Quantity] = {}  # chance that this authority prevails, 0-1
    commander: Id | None = None  # a body
    arms: dict[Literal["rifles", "machine-guns", "guns", "shells", "cartridges", "lorries"], Quantity] = {}
    keeps: list[str] = []  # "site" or "site.gate": where its guards stand at the start
    crew_of: Id | None = None  # the rail or line service it runs (staff)
    unfed: Duration | None = None
    volunteers: bool = False  # a roll before it is a unit: turns out only when called out
    route: list[Id] = []  # outside bodies: towns on the way


class Promise(Noun):
    by: Id
    issue: Id
    size: float = Field(ge=-1, le=1)
    to: list[Id] | Literal["all"] = "all"
    due: Time | None = None
    kept_when: Rule | None = None


class Faction(Noun):
    title: Text | None = None
    seats: Quantity
    leans: dict[Id, Quantity] = {}
    unit: Id | None = None


class Motion(Noun):
    title: Text
    by: Id | None = None  # faction
    favours: Id  # authority
    severity: float = Field(0.0, ge=-2, le=2)  # how far it goes; moderates drop off
    then: list[Act] = []


class Assembly(Noun):
    title: Text
    at: Id
    factions: dict[Id, Faction]
    turnout: Quantity = 0.9
    motions: dict[Id, Motion]


class Act(BaseModel):
    """One thing done. Exactly one verb; the modifiers that verb allows (docs/format.md, 'Acts').

    Anything done *to* people is an order which they may disobey in part; anything said is a
    message which may be late, lost, held, forged or doubted.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    # verbs: orders
    go: Id | None = None
    hold: Id | None = None
    take: Id | None = None
    assault: Id | None = None
    shell: Id | None = None
    ring: Id | None = None
    lift: Id | None = None
    guard: str | None = None  # "site.gate"
    cut: Id | None = None  # line
    restore: Id | None = None
    raise_: Id | None = Field(None, alias="raise")
    lower: Id | None = None
    arm: Id | None = None  # site whose stock of rifles is given out
    search: Id | None = None
    call_out: list[Id] | Id | None = Field(None, alias="call-out")  # units, or kinds of unit
    strike: list[Id] | Id | None = None  # staff units told to stop work
    release: list[Id] | Id | None = None  # units, or kinds, whose men may go home for good
    resume: list[Id] | Id | None = None
    cease: bool | None = None
    fetch_guns: int | None = Field(None, alias="fetch-guns", ge=1, le=200)
    withdraw: Id | None = None
    arrest: Id | None = None  # a body
    close_rail: Id | None = Field(None, alias="close-rail")  # a town through which nobody passes
    open_rail: Id | None = Field(None, alias="open-rail")
    # verbs: messages
    proclaim: Text | None = None
    promise: Id | None = None  # issue
    demand: Id | None = None  # a site
    ultimatum: Id | None = None  # to an authority
    offer_truce: Id | None = Field(None, alias="offer-truce")
    offer_terms: Id | None = Field(None, alias="offer-terms")
    ask: Id | None = None  # for an outside body to come
    threaten: Id | None = None  # a third party threatens: cost of fighting on
    news: Id | None = None  # news in favour of an authority
    suppress: Id | None = None  # hold back a rival's calls on a line
    # verbs: the authority itself
    convene: str | None = None  # "assembly.motion"
    posture: PostureKind | None = None
    aim: list[Id] | Id | None = None  # sites first on its list
    spare: list[Id] | Id | None = None  # sites off its list
    resign: Id | None = None
    appoint: Id | None = None
    stance: StanceKind | None = None
    move_seat: Id | None = Field(None, alias="move-seat")
    # verbs: outside only
    depart: Id | None = None
    redirect: Id | None = None
    hand_over: Id | None = Field(None, alias="hand-over")  # site whose fate a finer scenario has decided

    # modifiers
    with_: list[Id] | Id | None = Field(None, alias="with")
    men: Quantity | None = None
    share: Quantity | None = None  # of those there, each day
    from_: Id | None = Field(None, alias="from")
    to: Id | list[Id] | None = None
    by: Id | None = None  # line
    between: tuple[Id, Id] | list[Id] | None = None
    of: Id | None = None  # unit addressed
    asserting: Rule | None = Field(None, alias="assert")
    favours: Id | None = None
    weight: Literal[tuple(words.NEWS)] | None = None  # type: ignore[valid-type]
    terms: list[TermKind] = []
    within: Duration | None = None
    lasting: Duration | None = None
    or_: Literal["assault", "shell", "fight", "strike"] | None = Field(None, alias="or")
    size: float | None = Field(None, ge=-1, le=1)
    due: Time | None = None
    kept_when: Rule | None = None
    claimed_by: Id | None = None  # a forged sender
    claim: Id | list[Id] | None = None
    assumed: str | None = None


class Plan(Noun):
    """What a body will do when its condition (judged on what it believes) comes true."""

    title: Text | None = None
    who: Id  # authority or body
    when: Rule
    do: list[Act]
    every: Duration | None = None
    until: Rule | None = None
    priority: int = Field(0, ge=-10, le=10)
    veto: list[Id] = []
    dated: str | None = None  # the reason, if the condition reads the clock


class Option(Noun):
    title: Text
    chance: Quantity
    history: bool = False
    do: list[Act] = []


class Decision(Noun):
    """A leader's choice of what to attempt; never of what happens."""

    title: Text
    who: Id
    when: Rule
    options: dict[Id, Option]
    dated: str | None = None


class Outside(Noun):
    """What reaches this world from beyond it."""

    title: Text
    at: Time | None = None  # a date; or, in its place, after
    after: Duration | None = None  # so long after `when` first holds: an answer to a call
    jitter: Duration | None = None
    when: Rule | None = None  # judged on the truth; a dated event is skipped if it is false at its time
    do: list[Act]


class Outcome(Noun):
    title: Text
    when: Rule | None = None
    otherwise: bool = False
    history: bool = False


class Observed(BaseModel):
    """The record's value for one part of a mark: a point, a range, or a band for ensembles."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    point: float | Time | Duration | None = None
    range: tuple[float | Time | Duration, float | Time | Duration] | list[float | Time | Duration] | None = None
    band: tuple[float, float] | list[float] | None = None


class Part(Noun):
    """One measurable thing, judged on the truth of each run.

    kind        fields
    time        ``when``                         first minute it is true
    duration    ``start``, ``stop``              minutes between first truths
    number      ``value`` and ``at`` or ``when`` (default: the end)
    ratio       as number
    order       ``events`` in the record's order (ids to rules)
    state       ``among`` (list of rules) at ``at``; record = how many hold
    boolean     ``that`` at ``at`` or the end; record.band = share of runs
    share       as boolean, ``given`` restricts to runs where that rule ever held
    """

    kind: Literal["time", "number", "duration", "order", "state", "boolean", "share", "ratio"]
    when: Rule | None = None
    start: Rule | None = None
    stop: Rule | None = None
    value: Rule | None = None
    that: Rule | None = None
    at: Time | None = None
    events: dict[Id, Rule] | None = None
    among: list[Rule] | None = None
    given: Rule | None = None
    scale: float | None = None  # for numbers: upper end of the log scale (1..scale)
    record: Observed


class Mark(Noun):
    """A fact of the record to score against. One part, or several which must all be inside."""

    title: Text
    parts: dict[Id, Part]


class Watch(Noun):
    """A question put to every run, and answered by no record: it is counted and scores nothing.

    ``when`` alone asks for the first minute it is true; ``value`` for a number, taken when ``when``
    comes true, at the time ``at``, or at the end.
    """

    title: Text | None = None
    when: Rule | None = None
    at: Time | None = None
    value: Rule | None = None


class Variant(Noun):
    title: Text
    on: Id | None = None  # another variant that is applied first
    set: dict[str, object] = {}  # path -> value
    remove: list[str] = []


class Scenario(BaseModel):
    """A whole scenario as written (all includes merged)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dualpower: Literal[1]
    id: Id
    title: Text
    summary: Text | None = None
    teaching: bool = False
    calendar: Literal["julian", "gregorian"]
    reform: Day | None = None  # first day of the Gregorian calendar, where a Julian scenario sees the change
    start: Time
    end: Time
    step: Duration = "5 min"
    utc_offset_h: float = 2.0
    include: list[str] = []

    authorities: dict[Id, Authority]
    bodies: dict[Id, Body] = {}
    stances: list[Stance] = []
    issues: Issues = []
    sites: dict[Id, Site]
    links: dict[Id, Link] = {}
    lines: dict[Id, Line] = {}
    units: dict[Id, Unit]
    promises: dict[Id, Promise] = {}
    assemblies: dict[Id, Assembly] = {}
    plans: dict[Id, Plan] = {}
    decisions: dict[Id, Decision] = {}
    outside: dict[Id, Outside] = {}
    outcomes: dict[Id, Outcome]
    marks: dict[Id, Mark] = {}
    watches: dict[Id, Watch] = {}
    variants: dict[Id, Variant] = {}
    sources: dict[Id, object] = {}
    claims: dict[Id, object] = {}
    recheck: dict[str, object] | None = None

    @property
    def dates(self) -> str:
        """The calendar of the scenario's dates, as ``dualpower.clock`` takes it."""
        return f"julian until {self.reform}" if self.reform and self.calendar == "julian" else self.calendar


Motion.model_rebuild()
Assembly.model_rebuild()
Scenario.model_rebuild()
