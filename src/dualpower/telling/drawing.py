"""How a figure is drawn: every kind of panel, in one style, through Altair.

Black, grey, orange and blue: told apart by every eye, and in grey print by depth, place and words. What
an interval, a tick or a rhombus means is written below the picture and never left to a legend of colours.
Nothing is fetched: the letters are those that the renderer carries with it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import altair as alt

if TYPE_CHECKING:
    from dualpower.telling.figure import Figure, Panel

INK, GREY, PALE, RULE = "#1A1A1A", "#6B6B6B", "#D9D9D9", "#EDEDED"
SIDES = ("#C04F00", "#0072B2", "#6B6B6B")
STRONG = SIDES[0]
FONT = "Liberation Sans, Arimo, Arial, Helvetica, sans-serif"
WIDE = 720  # points across
ROW = 40  # points for a bar with its words above
TALL = 190  # points of a panel that shows hours
FEW = 12  # a count that never reaches this is drawn in steps
GUTTER = 96  # points between two panels side by side, their axis included


def _data(rows: Sequence[Any]) -> alt.Data:
    return alt.Data(values=[dict(row) for row in rows])


def _rows(panel: Panel) -> tuple[alt.Data, alt.Y, int]:
    """Return the data in their order, the vertical place of each row, and the height of all."""
    numbered = [{**row, "place": i} for i, row in enumerate(panel.rows)]
    scale = alt.Scale(domain=[-0.72, len(numbered) - 0.58], nice=False, zero=False)
    return _data(numbered), alt.Y("place:Q", scale=scale, sort="descending", axis=None), ROW * len(numbered) + 8


def _across(panel: Panel, field: str, *, width: int = WIDE, **how: Any) -> alt.X:
    """Return the horizontal axis of a panel: its ends, its ticks, and its words."""
    low, high = panel.scale["domain"]
    axis: dict[str, Any] = {"grid": True, "gridColor": RULE, "domain": False, "ticks": False, "labelPadding": 6}
    ticks = panel.scale.get("ticks")
    if ticks is not None:
        axis |= {"values": [float(at) for at in ticks], "labelExpr": _lookup(ticks)}
    else:
        axis |= {"tickCount": 6, "labelExpr": "replace(datum.label, '\u2212', '\u2013')"}
    axis |= how
    return alt.X(
        field, scale=alt.Scale(domain=[low, high], nice=False), title=panel.axis or None, axis=alt.Axis(**axis)
    )


def _lookup(ticks: Any) -> str:
    """Return the expression that writes at each tick the words it has."""
    named = {f"{float(at):g}": text for at, text in ticks.items()}
    return f"{json.dumps(named, ensure_ascii=False)}[format(datum.value, '.6~r')] || ''"


def _title(panel: Panel) -> alt.TitleParams:
    return alt.TitleParams(
        panel.title, anchor="start", frame="group", fontSize=14, fontWeight="bold", color=INK, offset=8
    )


def _above(base: alt.Chart, start: float) -> alt.LayerChart:
    """Write the words of each row above its mark, heavy where the row is marked; lines stop short of them."""
    look: dict[str, Any] = {"align": "left", "dy": -16, "fontSize": 13}
    layers = []
    for heavy, test in (("normal", "!datum.strong"), ("bold", "datum.strong")):
        words = base.transform_filter(test).encode(x=alt.datum(start), text="label:N")
        layers.append(words.mark_text(**look, fontWeight=heavy, stroke="white", strokeWidth=4, strokeJoin="round"))
        layers.append(words.mark_text(**look, fontWeight=heavy, color=INK))
    return alt.layer(*layers)


def _told(base: alt.Chart) -> alt.LayerChart:
    """Write the figures of each row at the right, above its mark."""
    look: dict[str, Any] = {"align": "right", "dy": -16, "fontSize": 12}
    words = base.encode(x=alt.value(WIDE), text="text:N")
    halo = words.mark_text(**look, stroke="white", strokeWidth=4, strokeJoin="round")
    return alt.layer(halo, words.mark_text(**look, color=GREY))


def bars(panel: Panel) -> alt.LayerChart:
    """Draw a bar per row from zero to its value, the interval as a rule, the value in figures."""
    data, y, tall = _rows(panel)
    base = alt.Chart(data).encode(y=y)
    x = _across(panel, "value:Q")
    bar = base.mark_bar(height=15).encode(
        x=x,
        x2=alt.datum(panel.scale["domain"][0]),
        color=alt.condition("datum.strong", alt.value(STRONG), alt.value("#B9B9B9")),
    )
    rule = base.mark_rule(strokeWidth=1.6, color=INK).encode(x="low:Q", x2="high:Q")
    ends = [
        base.mark_tick(thickness=1.6, size=9, color=INK, orient="vertical").encode(x=f"{at}:Q")
        for at in ("low", "high")
    ]
    value = base.mark_text(align="left", dx=9, fontSize=13, fontWeight="bold", color=INK).encode(
        x="high:Q", text="text:N"
    )
    return alt.layer(bar, rule, *ends, value, _above(base, panel.scale["domain"][0])).properties(
        width=WIDE, height=tall, title=_title(panel)
    )


def fan(panel: Panel, width: int = WIDE) -> alt.LayerChart:
    """Draw a fan over the hours: the median, the middle half of the histories, nine tenths of them."""
    base = alt.Chart(_data(panel.rows))
    ink = SIDES[panel.scale.get("side", 0) % len(SIDES)]
    x = _across(panel, "hour:Q", grid=False, ticks=True, tickColor=PALE, labelFlush=False)
    top = alt.Scale(domain=[0, panel.scale["top"]], nice=False)
    y = alt.Y(
        "q05:Q",
        scale=top,
        title=panel.scale.get("unit"),
        axis=alt.Axis(tickCount=4, format=",d", gridColor=RULE, domain=False, ticks=False),
    )
    how: Any = "step-after" if panel.scale["top"] < FEW else "linear"  # a few sites change hands one by one
    wide = base.mark_area(color=ink, opacity=0.18, interpolate=how).encode(x=x, y=y, y2="q95:Q")
    half = base.mark_area(color=ink, opacity=0.42, interpolate=how).encode(x=x, y="q25:Q", y2="q75:Q")
    line = base.mark_line(color=ink, strokeWidth=2.6, interpolate=how).encode(x=x, y="q50:Q")
    return (wide + half + line).properties(width=width, height=TALL, title=_title(panel))


def stack(panel: Panel, width: int = WIDE) -> alt.LayerChart:
    """Draw who holds one place over the hours: the first side from below, the second from above."""
    base = alt.Chart(_data(panel.rows))
    x = _across(panel, "hour:Q", grid=False, ticks=True, tickColor=PALE, labelFlush=False)
    y = alt.Y(
        "low:Q",
        scale=alt.Scale(domain=[0, 100], nice=False),
        title="% of histories",
        axis=alt.Axis(values=[0, 50, 100], gridColor=RULE, domain=False, ticks=False),
    )
    layers: list[Any] = []
    for number, (side, opacity) in enumerate(((0, 0.95), (1, 0.5), (2, 0.18))):
        only = base.transform_filter(f"datum.side == {number}")
        area = only.mark_area(color=SIDES[side], opacity=opacity).encode(x=x, y=y, y2="high:Q")
        edge = "high:Q" if number == 0 else "low:Q"
        layers += [
            area,
            *([only.mark_line(color=SIDES[side], strokeWidth=1.8).encode(x=x, y=edge)] if number < 2 else []),
        ]
    for white in (True, False):
        names = base.transform_filter(f"isValid(datum.name) && datum.side {'==' if white else '!='} 0")
        words = names.mark_text(align="right", dx=-8, fontSize=12.5, color="white" if white else INK)
        layers.append(words.encode(x=x, y="middle:Q", text="name:N"))
    return alt.layer(*layers).properties(width=width, height=112, title=_title(panel))


def intervals(panel: Panel) -> alt.LayerChart:
    """Draw an interval per row with its middle; a rhombus where the record (or another value) stands."""
    data, y, tall = _rows(panel)
    base = alt.Chart(data).encode(y=y)
    x = _across(panel, "low:Q")
    ink = alt.condition("datum.strong", alt.value(STRONG), alt.value(GREY))
    layers: list[Any] = []
    if "zero" in panel.scale:
        layers.append(
            alt.Chart(_data([{}])).mark_rule(color=INK, strokeWidth=1.2).encode(x=alt.datum(panel.scale["zero"]))
        )
    layers.append(base.mark_bar(height=9, opacity=0.42).encode(x=x, x2="high:Q", color=ink))
    layers += [
        base.mark_tick(thickness=1.6, size=13, color=INK, orient="vertical").encode(x=f"{e}:Q") for e in ("low", "high")
    ]
    middle = base.mark_point(shape="circle", size=70, filled=True, opacity=1, stroke="white", strokeWidth=1.2)
    layers.append(middle.encode(x="value:Q", color=ink))
    if any("mark" in row for row in panel.rows):
        rhombus = base.transform_filter("isValid(datum.mark)").mark_point(
            shape="diamond", size=120, filled=False, color=INK, opacity=1, strokeWidth=2
        )
        layers.append(rhombus.encode(x="mark:Q"))
    return alt.layer(*layers, _told(base), _above(base, panel.scale["domain"][0])).properties(
        width=WIDE, height=tall, title=_title(panel)
    )


def tornado(panel: Panel) -> alt.LayerChart:
    """Draw a bar per row from where a low value of it leads to where a high one does, round what is usual."""
    data, y, tall = _rows(panel)
    base = alt.Chart(data).encode(y=y)
    usual = alt.Chart(_data([{}])).mark_rule(color=INK, strokeWidth=1.4).encode(x=alt.datum(panel.scale["base"]))
    x = _across(panel, "at_low:Q")
    moved = base.transform_filter("isValid(datum.at_low)")
    low = moved.mark_bar(height=17, color=SIDES[1], opacity=0.45)
    high = moved.mark_bar(height=8, color=STRONG)
    layers: list[Any] = [
        low.encode(x=x, x2=alt.datum(panel.scale["base"])),
        high.encode(x="at_high:Q", x2=alt.datum(panel.scale["base"])),
    ]
    for end, ink, dy in (("at_low", SIDES[1], -6), ("at_high", STRONG, 6)):
        rule = moved.mark_rule(strokeWidth=1.3, color=ink, yOffset=dy)
        layers.append(rule.encode(x=f"{end}_from:Q", x2=f"{end}_to:Q"))
    return alt.layer(*layers, usual, _told(base), _above(base, panel.scale["domain"][0])).properties(
        width=WIDE, height=tall, title=_title(panel)
    )


DRAWERS: dict[str, Callable[..., Any]] = {
    "bars": bars, "fan": fan, "stack": stack, "intervals": intervals, "tornado": tornado
}  # fmt: skip


def draw(figure: Figure) -> Any:
    """Draw a figure: its panels one below the other, those that may stand side by side in pairs."""
    lines: list[list[Panel]] = []
    for panel in figure.panels:
        if panel.beside and lines and len(lines[-1]) < 2:
            lines[-1].append(panel)
        else:
            lines.append([panel])
    drawn = [_line(line) for line in lines]
    heading = alt.TitleParams(
        figure.title, subtitle=_broken(figure.subtitle), fontSize=19, subtitleFontSize=13, subtitleColor=GREY,
        subtitlePadding=6, anchor="start", frame="group", offset=18, color=INK,
    )  # fmt: skip
    body = [*drawn, *([_note(figure.note)] if figure.note else [])]
    return (
        alt.vconcat(*body, title=heading, spacing=26)
        .properties(description=figure.describe(), padding={"left": 18, "right": 22, "top": 18, "bottom": 14})
        .configure(font=FONT, background="white")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=12, titleFontSize=12, titleFontWeight="normal", titleColor=GREY, labelColor=INK)
    )


def _line(line: list[Panel]) -> Any:
    if len(line) == 1:
        return DRAWERS[line[0].kind](line[0])
    narrow = partial(lambda panel: DRAWERS[panel.kind](panel, width=(WIDE - GUTTER) // 2))
    return alt.hconcat(*(narrow(panel) for panel in line), spacing=24)


def _note(text: str) -> alt.Chart:
    """Write the sentence below the picture."""
    lines = _broken(text, 132)
    words = alt.Chart(_data([{"text": lines}])).mark_text(
        align="left", baseline="top", fontSize=11.5, color=GREY, lineHeight=15
    )
    return words.encode(text="text:N", x=alt.value(0), y=alt.value(0)).properties(width=WIDE, height=15 * len(lines))


def _broken(text: str, cells: int = 116) -> list[str]:
    import textwrap

    return textwrap.wrap(text, cells, break_on_hyphens=False) or [""]
