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

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dualpower.clock import MONTHS
from dualpower.telling.axes import (
    CLOCK_HOURS,
    hours_of,
    noun_of,
    percent,
    percents,
    points,
    room,
    sides_that_hold,
    source,
    style_of,
    titles,
    value_text,
    words_of,
)
from dualpower.telling.figure import Figure, Panel
from dualpower.telling.language import pick
from dualpower.telling.tables import clip

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

STEP = 3  # hours between two points of a fan; the eye sees no more
LONGEST = 96  # letters of a row's words
ROOM_FOR_WORDS = 18.0  # per cent of a panel's height that a line of words needs
HISTORY = "what happened in history"
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


def draw_differences(
    rows: Iterable[Mapping[str, Any]], *, title: str, subtitle: str = "", level: float = 0.95,
    alternatives: Mapping[str, str] | None = None,
) -> Figure:  # fmt: skip
    """Show what alternatives change: a panel each, a row per outcome with the shift of its share.

    Args:
        rows: mappings with ``variant``, ``id``, ``title`` (words, or words by language), ``base``, ``other``
            (shares, 0-1), ``shift``, ``low``, ``high`` (-1 to 1) and, where history ended so, ``history``;
            a row whose ``measure`` is not ``outcome`` is passed over.
        title, subtitle: in words.
        level: of the intervals, 0-1.
        alternatives: what each variant is called; its id read as words where it has no name.
    """
    given = [dict(row) for row in rows if row.get("measure", "outcome") == "outcome"]
    low, high = _ends(given)
    scale = {"domain": (low, high), "zero": 0.0}
    panels = []
    for variant in dict.fromkeys(str(row["variant"]) for row in given):
        drawn = tuple(_difference(row) for row in given if str(row["variant"]) == variant)
        name = (alternatives or {}).get(variant) or variant.replace("-", " ")
        panels.append(Panel("intervals", f"{name[:1].upper()}{name[1:]}", drawn, "change, percentage points", scale))
    note = f"{_dots(level)} Heavy names: changes whose interval leaves zero out."
    return Figure(title, tuple(panels), subtitle, note)


def _difference(row: Mapping[str, Any]) -> dict[str, Any]:
    mark = f" ({HISTORY})" if row.get("history") else ""
    return {
        "id": row["id"], "label": clip(words_of(row) + mark, LONGEST), **_shifted(row),
        "text": f"{percent(row['base'])} to {percent(row['other'])}: {points(row['shift'])}",
    }  # fmt: skip


def _shifted(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a shift and its interval in percentage points, heavy where zero is left out."""
    clear = row["low"] > 0 or row["high"] < 0
    return {
        "value": 100 * row["shift"], "low": 100 * row["low"], "high": 100 * row["high"],
        "strong": bool(row.get("seen", clear)),
    }  # fmt: skip


def _dots(level: float) -> str:
    return f"Dot: the estimate; bar: its {100 * level:.0f} % interval."


def _ends(rows: Sequence[Mapping[str, Any]]) -> tuple[float, float]:
    ends = [100 * row[end] for row in rows for end in ("low", "high")] + [0.0]
    return room(min(ends), max(ends))


def draw_pivots(
    rows: Iterable[Mapping[str, Any]], *, title: str, subtitle: str = "", what: str = "the outcome", level: float = 0.95
) -> Figure:
    """Show decisions in the order of what they moved, with intervals, and which cannot be told apart.

    Args:
        rows: mappings with ``id``, ``title`` (words, or words by language), ``shift``, ``low``, ``high`` (changes
            of a share, -1 to 1) and ``group`` (the same for neighbours that cannot be told apart); ``seen``, where
            given, says which are told apart from chance, else those whose interval leaves zero out.
        title, subtitle: in words.
        what: whose chance is shifted, in words.
        level: of the intervals, 0-1.
    """
    given = [dict(row) for row in rows]
    sizes = Counter(row["group"] for row in given)
    drawn, rank = [], 0
    for at, row in enumerate(given):
        if at == 0 or row["group"] != given[at - 1]["group"]:
            rank = at + 1
        last = rank + sizes[row["group"]] - 1
        place = f"rank {rank}" if last == rank else f"ranks {rank} to {last}: not told apart"
        told = {"label": clip(words_of(row), LONGEST), "text": f"{points(row['shift'])} ({place})"}
        drawn.append({"id": row["id"], **told, **_shifted(row)})
    low, high = _ends(given)
    axis = f"change in the chance of: {what}, percentage points"
    note = (
        f"{_dots(level)} Heavy names: decisions told apart from chance; those that share"
        " their ranks cannot be told apart from each other with so many histories."
    )
    panel = Panel("intervals", "What each decision moved", tuple(drawn), axis, {"domain": (low, high), "zero": 0.0})
    return Figure(title, (panel,), subtitle, note)


def draw_factors(finding: Finding, *, title: str, shown: int = 12) -> Figure:
    """Show what mattered: each factor's effect with its interval, and where its ends lead.

    Args:
        finding: what ``rank_factors`` returned.
        title: the scenario's, in words.
        shown: how many factors, the strongest first.
    """
    facts, rows = finding.facts, [dict(row) for row in finding.table][:shown]
    sobol = facts["method"] == "sobol"
    effects = [
        {
            "id": row["id"], "label": clip(words_of(row), LONGEST), "value": 100 * row["effect"],
            "low": 100 * row["low"], "high": 100 * row["high"], "strong": row["kind"] == "luck",
            "text": f"{percent(row['effect'])} ({100 * row['low']:.0f} to {100 * row['high']:.0f} %)",
        }
        for row in rows
    ]  # fmt: skip
    top = room(0.0, max([row["high"] for row in effects], default=1.0))[1]
    low = min([0.0, *(row["low"] for row in effects)])
    axis = "share of the variance that would remain if all else were known, %" if sobol else (
        "share of pairs of histories that differ in whether it ends so, %" if facts["unit"] == "share" else
        f"mean change, {facts['unit']}"
    )  # fmt: skip
    if not sobol and facts["unit"] != "share":
        for row, source in zip(effects, rows, strict=True):
            row |= {key: row[key] / 100 for key in ("value", "low", "high")}
            row["text"] = f"{source['effect']:.3g} ({source['low']:.3g} to {source['high']:.3g})"
        top, low = top / 100, low / 100
    panels = [Panel("intervals", "How much each mattered", tuple(effects), axis, {"domain": (low, top)})]
    panels += _tornado(rows, facts)
    note = finding.sure + (
        " Where an end leads is counted over the "
        "histories in which the factor lay in its lowest or highest fifth; thin lines are 95 % intervals."
    )
    heading = f"{title}: what mattered"
    return Figure(heading, tuple(panels), finding.sentence, note if len(panels) > 1 else finding.sure)


def _tornado(rows: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> list[Panel]:
    """Return the tornado of the factors that have ends with names; nothing where there are none."""
    whole = 100.0 if facts["unit"] == "share" else 1.0
    ended = [row for row in rows if row["at_low"] is not None and row["at_high"] is not None]
    drawn = [
        {
            "id": row["id"], "label": clip(words_of(row), LONGEST), "strong": False,
            "at_low": whole * row["at_low"], "at_high": whole * row["at_high"],
            **{
                f"at_{end}_{edge}": whole * (row[f"at_{end}"] + sign * row[f"at_{end}_half"])
                for end in ("low", "high") for edge, sign in (("from", -1), ("to", 1))
            },
            "text": ", ".join(f"{value_text(row[f'at_{e}'], facts)} at {row[f'{e}_end']}" for e in ("low", "high")),
        }
        for row in sorted(ended, key=lambda row: -abs(row["at_high"] - row["at_low"]))
    ]  # fmt: skip
    if not drawn:
        return []
    ends = [row[end] for row in drawn for end in ("at_low_from", "at_low_to", "at_high_from", "at_high_to")]
    span = max(ends) - min(ends) or 1.0
    low, high = min(ends) - 0.05 * span, max(ends) + 0.05 * span
    scale = {"domain": (low, high), "base": whole * facts["mean"]}
    axis = f"{facts['what_title']}, {'% of the histories' if whole > 1 else facts['unit']}"
    return [
        Panel(
            "tornado",
            "Where the ends of each lead: broad and pale where it is low, thin and dark where it is high",
            tuple(drawn),
            axis,
            scale,
        )
    ]
