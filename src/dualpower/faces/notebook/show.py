"""How things show themselves in a notebook. Nothing here computes: what is shown was there already.

A single run is the exception: it is filmed when it is first shown, which takes a second or a few.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from dualpower.faces.notebook import sketch
from dualpower.faces.notebook.frame import frame
from dualpower.telling.language import pick

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved
    from dualpower.telling.story import Story

UNITS = 12  # rows of the order of battle
LINES = 12  # sentences of a story
ROWS = 40  # rows of a finding


def html(thing: Any) -> str:
    """Return what a notebook shows of a scenario, a result, a finding or a story."""
    showing: dict[str, Callable[[Any], str]] = {"Resolved": scenario, "Result": result, "Story": story}
    return showing.get(type(thing).__name__, finding)(thing)


def table(heads: list[str], rows: list[list[Any]]) -> str:
    """Return a table; numbers stand to the right."""
    head = "".join(f"<th scope='col' style='text-align:left'>{escape(one)}</th>" for one in heads)
    body = "".join(
        "<tr>" + "".join(f"<td style='text-align:{_side(cell)}'>{escape(_text(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _side(cell: Any) -> str:
    return "right" if isinstance(cell, (int, float)) and not isinstance(cell, bool) else "left"


def _text(cell: Any) -> str:
    if cell is None or (isinstance(cell, float) and math.isnan(cell)):
        return "\N{EM DASH}"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"{cell:,.3g}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else str(cell)


def scenario(resolved: Resolved) -> str:
    """Return a scenario: what it is about, its map, its authorities and its largest units."""
    from dualpower.telling.page.stage import read_map

    made = resolved.scenario
    title = pick(made.title, "en") or resolved.id
    order = {name: look for look, name in enumerate(made.authorities)}
    places = [
        (pick(site.title, "en") or key, float(site.at[1]), float(site.at[0]), order.get(str(site.holder or ""), -1))
        for key, site in made.sites.items()
        if site.at
    ]
    units = sorted(made.units, key=lambda key: -_middle(resolved, f"units.{key}.roll"))[:UNITS]
    rows = [
        [
            pick(made.units[key].title, "en") or key, round(_middle(resolved, f"units.{key}.roll")),
            *(f"{_middle(resolved, f'units.{key}.leans.{name}'):.0%}" for name in made.authorities),
        ]
        for key in units
    ]  # fmt: skip
    heads = ["unit", "men on the roll", *(f"leans to {pick(one.title, 'en') or key}" for key, one in
                                          made.authorities.items())]  # fmt: skip
    rest = len(made.units) - len(units)
    more = f"<p>and {rest} smaller units</p>" if rest > 0 else ""
    facts = f"{made.start} to {made.end} \N{MIDDLE DOT} {len(made.sites)} places \N{MIDDLE DOT} {len(made.units)} units"
    return (
        f"<h3>{escape(title)}</h3><p>{escape(facts)}</p><p>{escape(pick(made.summary, 'en'))}</p>"
        f"{sketch.city(places, read_map(resolved)['features'], title=f'Map: {title}')}{table(heads, rows)}{more}"
    )


def _middle(resolved: Resolved, path: str) -> float:
    spread = resolved.spread(path)
    return 0.0 if spread is None else float(spread.middle)


def result(many: Result) -> str:
    """Return a result: how it ends, with intervals, and how to see one history of it."""
    titles = {one["id"]: pick(one["title"], "en") or one["id"] for one in many.about["outcomes"]}
    rows = sorted(many.outcomes().rows(), key=lambda row: -row["share"])
    drawn = sketch.bars((titles[r["outcome"]], r["share"], r["low"], r["high"], r["history"]) for r in rows)
    failed = f", {many.failed} failed" if many.failed else ""
    head = f"{many.scenario}: {many.runs:,} histories, seed {many.seed}{failed}"
    return (
        f"<p><strong>{escape(head)}</strong></p>{drawn}"
        "<p>The lines are 95 % intervals. <code>dp.tell(result, run=7)</code> tells one of them and shows it.</p>"
    )


def finding(found: Finding) -> str:
    """Return a finding: the sentence, the table, how sure."""
    names = list(dict.fromkeys(name for row in found.table for name in row))
    heads = [name for name in names if all(_fits(row.get(name)) for row in found.table[:ROWS])]
    rows = [[_plain(row.get(name)) for name in heads] for row in found.table[:ROWS]]
    rest = len(found.table) - len(rows)
    more = f"<p>and {rest} more</p>" if rest > 0 else ""
    body = table([name.replace("_", " ") for name in heads], rows) if rows else ""
    return f"<p><strong>{escape(found.sentence)}</strong></p>{body}{more}<p>{escape(found.sure)}</p>"


def _fits(value: Any) -> bool:
    """Whether a value can stand in a cell: one thing, a text by language, or a short list of such."""
    if isinstance(value, (list, tuple)):
        return len(value) <= 4 and not any(isinstance(one, (list, tuple, dict)) for one in value)
    return not isinstance(value, dict) or "en" in value or "value" in value


def _plain(value: Any) -> Any:
    """A cell of a finding: a measure by its value, a text in English, a list by its members."""
    if isinstance(value, dict):
        return value.get("value") if "value" in value else pick(value, "en")
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(one) for one in value)
    return value


def story(told: Story) -> str:
    """Return a story: its end, its sentences, and the whole run on the map."""
    language = told.chronicle.language.code
    items = "".join(
        f"<li><small>{escape(told.chronicle.when.write(line.minute))}</small> {escape(line.text)}</li>"
        for line in told.lines(shown=LINES)
    )
    shown = "" if told.whole is None else frame(told.whole(), language=language)
    events = told.chronicle.language.count("rows", len(told.chronicle.rows))
    head = f"{told.title}: {told.outcome_title}"
    where = f"run {told.run} of seed {told.seed}"
    return (
        f"<div lang='{language}'><h3>{escape(head)}</h3><p><small>{where}</small></p>{shown}"
        f"<details><summary>{events}</summary><ol>{items}</ol></details></div>"
    )
