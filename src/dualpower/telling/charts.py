"""Which pictures there are: how it ends, who holds what, how the record was met, what mattered.

Each function takes what an analysis handed back and returns a Figure: everything in words and in the unit
that is printed, nothing drawn yet.

==================  ===========================================================================
draw                the picture of a result or of a finding, whatever it is
draw_outcomes       how the histories end, history's own ending marked, and who holds how much
draw_holding        who holds some places, hour by hour, as shares of the histories
draw_marks          the marks of the record beside what the histories say
draw_differences    what alternatives change, outcome by outcome
draw_pivots         decisions in the order of what they moved, and which cannot be told apart
draw_factors        what mattered and how much of it was luck; a tornado where ends can be named
==================  ===========================================================================
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dualpower.clock import MONTHS
from dualpower.telling.axes import (
    CLOCK_HOURS,
    HISTORY,
    LONGEST,
    hours_of,
    noun_of,
    percent,
    percents,
    sides_that_hold,
    source,
    style_of,
    titles,
    words_of,
)
from dualpower.telling.figure import Figure, Panel
from dualpower.telling.language import pick
from dualpower.telling.shifts import draw_differences, draw_factors, draw_pivots
from dualpower.telling.tables import clip

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

__all__ = [
    "bar_panel",
    "draw",
    "draw_differences",
    "draw_factors",
    "draw_holding",
    "draw_marks",
    "draw_outcomes",
    "draw_pivots",
    "fan_panel",
]

STEP = 3  # hours between two points of a fan; the eye sees no more
ROOM_FOR_WORDS = 18.0  # per cent of a panel's height that a line of words needs
FAN_NOTE = "Fans: the line is the median history, the dark band the middle half, the pale band nine tenths."
SHARE_NOTE = "Each bar's line is the 95 % interval of the share (Wilson): how far it is known from so many histories."


def draw(answer: Result | Finding, scenario: Resolved | None = None) -> Figure:
    """Return the picture of an answer: print it for plain bars, ``save`` it, or let a notebook show it.

    Args:
        answer: what simulate, score, compare, find_pivots or rank_factors returned.
        scenario: what it is about; without it, the catalogue's scenario of that id.
    Raises:
        TypeError: there is no picture of such an answer.
        ScenarioError: the catalogue has no such scenario, and none was given.
    """
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.scenario import resolve

    if isinstance(answer, Result):
        return draw_outcomes(answer, scenario)
    if not isinstance(answer, Finding) or answer.rows not in ("marks", "differences", "pivots", "factors"):
        raise TypeError(f"there is no picture of {type(answer).__name__}: give a Result or a Finding")
    resolved = scenario or resolve.load(str(answer.facts["scenario"]))
    title, facts = pick(resolved.scenario.title, "en"), answer.facts
    if answer.rows == "marks":
        return draw_marks(answer, resolved)
    if answer.rows == "factors":
        return draw_factors(answer, title=title)
    how: dict[str, Any] = {"subtitle": answer.sentence, "level": facts.get("level", 0.95)}
    if answer.rows == "differences":
        names = {variant["id"]: pick(variant["title"], "en") for variant in facts.get("variants", ())}
        return draw_differences(answer.table, title=f"{title}: what if", alternatives=names, **how)
    what = pick(facts.get("outcome_title"), "en") or "the outcome"
    return draw_pivots(answer.table, title=f"{title}: which decisions mattered", what=what, **how)


def draw_outcomes(result: Result, resolved: Resolved | None = None) -> Figure:
    """Show how the histories end, history's own ending marked, and how much each side holds over time.

    Args:
        result: the histories.
        resolved: the scenario they were computed from, for the sides' names; without it, the catalogue's.
    """
    about = result.about
    names = titles(result, resolved, "authorities")
    fans = [fan_panel(result, side, names[side]) for side in sides_that_hold(result)]
    top = max((panel.scale["top"] for panel in fans), default=1.0)
    level = [
        Panel(p.kind, p.title, p.rows, p.axis, {**p.scale, "top": top, "side": i}, i > 0) for i, p in enumerate(fans)
    ]
    note = SHARE_NOTE + (f" {FAN_NOTE}" if level else "")
    return Figure(pick(about["title"], "en"), (bar_panel(result), *level), source(result), note + style_of(about))


def bar_panel(result: Result) -> Panel:
    """Return a bar per outcome: rows of id, label, value, low, high (per cent), strong for history's own, text."""
    endings = {o["id"]: pick(o["title"], "en") for o in result.about["outcomes"]}
    rows = [
        {
            "id": row["outcome"],
            "label": endings[row["outcome"]] + (f" ({HISTORY})" if row["history"] else ""),
            "value": 100 * row["share"] if row["runs"] else 0.0,
            "low": 100 * row["low"],
            "high": 100 * row["high"],
            "strong": bool(row["history"]),
            "text": percent(row["share"]),
            "span": f"({100 * row['low']:.1f} to {100 * row['high']:.1f} %)",
        }
        for row in sorted(result.outcomes(), key=lambda row: -row["runs"])
    ]
    top = min(100.0, 1.15 * max(row["high"] for row in rows))
    scale = {"domain": (0.0, top), "ticks": percents(0.0, top)}
    return Panel("bars", "How it ends", tuple(rows), "share of the histories", scale)


def fan_panel(result: Result, side: str, name: str, series: str = "held", title: str = "", unit: str = "") -> Panel:
    """Return the fan of one side's hourly series: rows of hour and quantiles q05 to q95.

    Args:
        result: the histories.
        side: the authority's id, and ``name`` its name in words.
        series: what is counted: held (sites), acting, standing, armed (men), killed.
        title, unit: in words; those of ``held`` where they are not given.
    """
    curves = result.curves(f"{series}.{side}").rows()
    last = len(curves) - 1
    every = STEP if last > CLOCK_HOURS else 1
    rows = [{key: float(value) for key, value in curves[i].items()} for i in sorted({*range(0, last, every), last})]
    ticks, words = hours_of(result.about, last)
    scale = {
        "domain": (0.0, float(last)), "ticks": ticks, "hours": words, "side": 0, "unit": unit or "sites held",
        "top": 1.04 * max(1.0, *(row["q95"] for row in rows)),
    }  # fmt: skip
    return Panel("fan", title or f"Sites held by the {noun_of(name)}", tuple(rows), "", scale)


def draw_holding(result: Result, sites: Sequence[str], resolved: Resolved | None = None) -> Figure:
    """Show who holds each of some sites, hour by hour, as shares of the histories.

    The two sides that hold most stand below and above; what nobody or another holds is left between.

    Raises:
        KeyError: no such site.
    """
    places, names = titles(result, resolved, "sites"), titles(result, resolved, "authorities")
    pair = [side for side in sides_that_hold(result) if side][:2]
    panels = [_stack_panel(result, site, places[site], pair, names) for site in sites]
    legend = f"From below: the {noun_of(names[pair[0]])}" if pair else ""
    legend += f"; from above: the {noun_of(names[pair[1]])}; between: nobody, or another." if len(pair) > 1 else "."
    heading = f"{pick(result.about['title'], 'en')}: who holds what"
    return Figure(heading, tuple(panels), source(result), legend + style_of(result.about))


def _stack_panel(result: Result, site: str, title: str, pair: Sequence[str], names: Mapping[str, str]) -> Panel:
    held = result.holders(site)[result.ended]
    last = held.shape[1] - 1
    codes = [result.about["authorities"].index(side) for side in pair]
    rows: list[dict[str, Any]] = []
    for hour in range(last + 1):
        below, above = [100.0 * float((held[:, hour] == code).mean()) for code in codes] + [0.0] * (2 - len(codes))
        for side, (low, high) in enumerate(((0.0, below), (100.0 - above, 100.0), (below, 100.0 - above))):
            rows.append({"hour": float(hour), "side": side, "low": low, "high": high})
    ticks, words = hours_of(result.about, last)
    sides = [noun_of(names[side]) for side in pair] + ["nobody else"] * (2 - len(pair)) + ["nobody, or another"]
    for row, name in zip(rows[-3:], sides, strict=True):
        if row["high"] - row["low"] > ROOM_FOR_WORDS:
            row |= {"name": f"{name}: {row['high'] - row['low']:.0f} %", "middle": (row["low"] + row["high"]) / 2}
    scale = {"domain": (0.0, float(last)), "ticks": ticks, "hours": words, "sides": sides}
    return Panel("stack", title[:1].upper() + title[1:], tuple(rows), "", scale)


def draw_marks(finding: Finding, resolved: Resolved) -> Figure:
    """Show the record's marks beside the histories: each in its unit, those of one kind on one axis.

    Args:
        finding: what ``score`` returned.
        resolved: the scenario that was scored, for its calendar and length.
    """
    hours = float(resolved.end_min) / 60
    ticks, _ = hours_of({"calendar": resolved.clock.calendar, "start": resolved.clock.start}, int(hours))
    axes: dict[str, tuple[str, dict[str, Any]]] = {
        "time": ("When", {"domain": (0.0, hours), "ticks": ticks}),
        "duration": ("How long, hours", {"domain": (0.0, hours)}),
        "share": ("How often, % of the histories", {"domain": (0.0, 100.0)}),
        "order": ("In the record's order (Kendall's tau)", {"domain": (-1.0, 1.0)}),
        "number": (
            "How much: each on an axis of its own, from nothing to the larger of record and histories",
            {"domain": (0.0, 1.0), "ticks": {}},
        ),
    }
    found: dict[str, list[dict[str, Any]]] = {kind: [] for kind in axes}
    for row in finding.table:
        kind = row["parts"][0]["kind"] if row["kind"] == "compound" else row["kind"]
        family = kind if kind in axes else ("share" if kind == "boolean" else "number")
        found[family].append(_mark_row(row, family, resolved))
    panels = [
        Panel("intervals", title, tuple(found[family]), "", scale)
        for family, (title, scale) in axes.items() if found[family]
    ]  # fmt: skip
    note = (
        "Bar: nine tenths of the histories (for a share, its 90 % interval); dot: their median; rhombus: the record. "
        "Heavy names: marks that are inside, with an interval narrow enough to say something."
    )
    style = style_of({"calendar": resolved.clock.calendar})
    heading = f"{pick(resolved.scenario.title, 'en')}: how the record is met"
    return Figure(heading, tuple(panels), f"{finding.sentence} {finding.sure}", note + style)


def _mark_row(row: Mapping[str, Any], family: str, resolved: Resolved) -> dict[str, Any]:
    values = [row[key] for key in ("low", "median", "high", "observed")]
    known = [value for value in values if value is not None and value == value]
    whole = {"share": 100.0, "number": 1.0 / (max(known, default=1.0) or 1.0)}.get(family, 1.0)
    low, middle, high, seen = (None if v is None or v != v else whole * float(v) for v in values)
    if row["observed"] is None:
        told = "no single value in the record"
    elif family == "time":
        told = f"record: {_moment(resolved, 60 * row['observed'])}"
    elif family == "share" and row.get("band"):
        told = f"record: {100 * row['band'][0]:.0f} to {100 * row['band'][1]:.0f} %"
    else:
        told = "record: " + {
            "share": f"{100 * row['observed']:.0f} %", "duration": f"{row['observed']:.0f} h", "order": "1",
        }.get(family, f"{row['observed']:,.3g}" if row["observed"] < 100 else f"{row['observed']:,.0f}")  # fmt: skip
    if middle is None:
        told += "; never happens here"
    return {
        "id": row["id"], "label": clip(words_of(row), LONGEST - len(told)), "low": low, "value": middle, "high": high,
        "mark": seen, "strong": bool(row["inside"]), "text": told,
    }  # fmt: skip


def _moment(resolved: Resolved, minute: float) -> str:
    _, month, day, hour, minutes = resolved.clock.parts(round(minute))
    return f"{day} {MONTHS[month - 1][:3]} {hour:02d}:{minutes:02d}"
