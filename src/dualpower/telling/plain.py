"""A figure in plain text: bars of blocks and lines of dashes, for a terminal, a pipe or a reader of the screen.

Every value that a picture shows by length is also written in figures.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from dualpower.telling.tables import cells, clip, pad

if TYPE_CHECKING:
    from dualpower.telling.figure import Figure, Panel

FULL, BAND, ENDS, MIDDLE, RECORD, ZERO = "█", "─", ("├", "┤"), "●", "◇", "│"
LABEL, FIGURES = 44, 46  # cells for the words and for the figures of a row, at most
SHADES = (" ", "░", "▒", "█")
HOURS_SHOWN = 12


def write(figure: Figure, width: int = 100) -> str:
    """Return a figure as text of at most `width` cells across."""
    width = max(48, width)
    heading = [figure.title, *([figure.subtitle] if figure.subtitle else [])]
    parts = ["\n".join(line for text in heading for line in textwrap.wrap(text, width))]
    parts += [WRITERS[panel.kind](panel, width) for panel in figure.panels]
    if figure.note:
        parts.append(textwrap.fill(figure.note, width, break_on_hyphens=False))
    return "\n\n".join(parts)


def describe(figure: Figure) -> str:
    """Return the figure in sentences: each panel's title, and its rows with their values."""
    found = [f"{figure.title}. {figure.subtitle}".strip()]
    for panel in figure.panels:
        told = [f"{row['label']} {_figures(row)}".strip() for row in panel.rows if "label" in row]
        found.append(f"{panel.title}: " + "; ".join(told[:12]) if told else panel.title)
    return " ".join(text.rstrip(".") + "." for text in found if text)


def _split(panel: Panel, width: int) -> tuple[int, int, int]:
    """Return how many cells the words, the drawing and the figures of a row may take."""
    label = min(max(cells(str(row["label"])) for row in panel.rows), LABEL, width // 3)
    figures = min(max(cells(_figures(row)) for row in panel.rows), FIGURES, width // 3)
    return label, width - label - figures - 4, figures


def _title(panel: Panel, width: int) -> list[str]:
    return textwrap.wrap(panel.title, width)


def _axis(text: str, width: int) -> list[str]:
    """Say below what the drawing measures."""
    return textwrap.wrap(f"({text})", width, break_on_hyphens=False) if text else []


def _figures(row: Mapping[str, Any]) -> str:
    """Return what a row says in figures: its value, and its interval where the picture only draws it."""
    return f"{row.get('text', '')} {row.get('span', '')}".strip()


def _at(panel: Panel, value: float, across: int) -> int:
    """Return the cell (0 to across - 1) where a value stands."""
    low, high = panel.scale["domain"]
    return min(across - 1, max(0, round((value - low) / (high - low) * (across - 1))))


def _row(row: Mapping[str, Any], drawing: str, label: int, across: int, figures: int) -> str:
    """Write a row; words and figures that are too long go on below."""
    words = _below(str(row["label"]), label)
    told = _below(_figures(row), figures)
    deep = max(len(words), len(told))
    columns = zip(words + [""] * (deep - len(words)), [drawing] + [""] * (deep - 1), told + [""] * (deep - len(told)),
                  strict=True)  # fmt: skip
    return "\n".join(f"{pad(w, label)}  {pad(d, across)}  {t}".rstrip() for w, d, t in columns)


def _below(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False, subsequent_indent="  ") or [""] if text else [""]


def bars(panel: Panel, width: int) -> str:
    """Write a bar per row."""
    if not panel.rows:
        return panel.title
    label, across, figures = _split(panel, width)
    lines = _title(panel, width)
    for row in panel.rows:
        mark = FULL if row.get("strong") else "▒"
        drawing = mark * _at(panel, row["value"], across)
        lines.append(_row(row, drawing, label, across, figures))
    return "\n".join([*lines, *_axis(panel.axis, width)])


def intervals(panel: Panel, width: int) -> str:
    """Write an interval per row, with its middle and what it is held against."""
    if not panel.rows:
        return panel.title
    label, across, figures = _split(panel, width)
    lines = _title(panel, width)
    for row in panel.rows:
        canvas = [" "] * across
        if "zero" in panel.scale:
            canvas[_at(panel, panel.scale["zero"], across)] = ZERO
        if row["value"] is not None:
            first, last = _at(panel, row["low"], across), _at(panel, row["high"], across)
            canvas[first : last + 1] = BAND * (last - first + 1)
            canvas[first], canvas[last] = ENDS
            canvas[_at(panel, row["value"], across)] = MIDDLE
        if row.get("mark") is not None:
            canvas[_at(panel, row["mark"], across)] = RECORD
        lines.append(_row(row, "".join(canvas).rstrip(), label, across, figures))
    return "\n".join([*lines, *_axis(panel.axis, width)])


def tornado(panel: Panel, width: int) -> str:
    """Write for each row where its low end (░) and its high end (█) lead, from what is usual."""
    if not panel.rows:
        return panel.title
    label, across, figures = _split(panel, width)
    lines, base = _title(panel, width), _at(panel, panel.scale["base"], across)
    for row in panel.rows:
        canvas = [" "] * across
        for end, mark in (("at_low", "░"), ("at_high", FULL)):
            if row.get(end) is not None:
                first, last = sorted((base, _at(panel, row[end], across)))
                canvas[first : last + 1] = mark * (last - first + 1)
        canvas[base] = ZERO
        lines.append(_row(row, "".join(canvas).rstrip(), label, across, figures))
    return "\n".join([*lines, *_axis(f"{panel.axis}; ░ where it is low, █ where it is high", width)])


def fan(panel: Panel, width: int) -> str:
    """Write a fan as a few lines: an hour each, its median and where nine tenths of the histories lie."""
    step = max(1, -(-len(panel.rows) // HOURS_SHOWN))
    names = panel.scale.get("hours", {})
    top = panel.scale["top"] or 1
    lines = _title(panel, width)
    words = max((cells(text) for text in names.values()), default=5)
    across = max(12, width - words - 34)
    for row in panel.rows[::step]:
        low, middle, high = (min(across, round(row[q] / top * across)) for q in ("q05", "q50", "q95"))
        canvas = [" "] * (across + 1)
        canvas[low : high + 1] = BAND * (high - low + 1)
        canvas[low], canvas[high] = ENDS
        canvas[middle] = MIDDLE
        when = names.get(row["hour"], f"hour {row['hour']}")
        figures = f"{row['q50']:,.0f} ({row['q05']:,.0f} to {row['q95']:,.0f})"
        lines.append(f"{pad(when, words)}  {''.join(canvas)}  {figures}".rstrip())
    unit = panel.scale.get("unit")
    return "\n".join([*lines, *_axis(f"{unit}: the median, and nine tenths of the histories", width)])


def stack(panel: Panel, width: int) -> str:
    """Write who holds a place: a line per side, darker where it holds it in more of the histories."""
    lines, sides = _title(panel, width), panel.scale["sides"]
    words = min(width // 3, max(cells(name) for name in sides))
    across = max(12, width - words - 20)
    for number, name in enumerate(sides):
        shares = [row["high"] - row["low"] for row in panel.rows if row["side"] == number]
        picked = [shares[min(len(shares) - 1, i * len(shares) // across)] for i in range(min(across, len(shares)))]
        drawing = "".join(SHADES[min(3, int(share / 25.001))] for share in picked)
        lines.append(f"{pad(clip(name, words), words)}  {pad(drawing, across)}  {shares[-1]:.0f} % at the end")
    return "\n".join(lines)


WRITERS: dict[str, Callable[[Any, int], str]] = {
    "bars": bars, "fan": fan, "stack": stack, "intervals": intervals, "tornado": tornado
}  # fmt: skip
