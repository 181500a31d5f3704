"""Small pictures for a notebook: a map with its places, and bars with their intervals. Plain SVG and HTML."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

WIDE, HIGH, EDGE = 560, 380, 14
COLOURS = ("#C04F00", "#0072B2", "#6B6B6B")
LAND, WATER, RULE = "#F6F2E9", "#DFEAF0", "#D9D0BD"
WAYS = {"river": (WATER, 7), "canal": (WATER, 4), "wall": ("#8c8271", 1.5), "street": (RULE, 1), "rail": ("#8c8271", 1)}


def bars(rows: Iterable[tuple[str, float, float, float, bool]]) -> str:
    """Return shares as bars: (words, share, low, high, whether history went so). The line is the interval."""
    found = []
    for words, share, low, high, history in rows:
        sign = ' <span style="color:#7a2e1d">\N{BLACK DIAMOND} as it happened</span>' if history else ""
        colour = "#7a2e1d" if history else "#b3a88f"
        bar = (
            '<svg width="240" height="18" role="img" aria-hidden="true">'
            f'<rect x="0" y="4" width="{240 * share:.1f}" height="10" fill="{colour}"/>'
            f'<line x1="{240 * low:.1f}" x2="{240 * high:.1f}" y1="9" y2="9" stroke="#23201b" stroke-width="1.5"/>'
            "</svg>"
        )
        numbers = f"{share:.0%} <small>({low:.0%}\N{EN DASH}{high:.0%})</small>"
        found.append(f"<tr><td style='text-align:left'>{escape(words)}{sign}</td><td>{bar}</td><td>{numbers}</td></tr>")
    return f"<table>{''.join(found)}</table>"


def city(places: Iterable[tuple[str, float, float, int]], features: Iterable[Mapping[str, Any]], *, title: str) -> str:
    """Return a map: places (words, longitude, latitude, look of who holds it, -1 nobody) over drawn features."""
    places, features = list(places), list(features)
    points = [(lon, lat) for _, lon, lat, _ in places]
    if not points:
        return ""
    west, east = _most([x for x, _ in points])
    south, north = _most([y for _, y in points])
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = min((WIDE - 2 * EDGE) / max((east - west) * squeeze, 1e-9), (HIGH - 2 * EDGE) / max(north - south, 1e-9))

    def at(lon: float, lat: float) -> str:
        x = WIDE / 2 + (lon - (west + east) / 2) * squeeze * scale
        y = HIGH / 2 - (lat - (south + north) / 2) * scale
        return f"{x:.1f},{y:.1f}"

    drawn = "".join(_drawn(one, at) for one in features)
    dots = "".join(_dot(words, at(lon, lat), look) for words, lon, lat, look in places)
    return (
        f'<svg viewBox="0 0 {WIDE} {HIGH}" width="{WIDE}" style="max-width:100%;height:auto" role="img" '
        f'aria-label="{escape(title, quote=True)}">'
        f'<rect width="{WIDE}" height="{HIGH}" fill="{LAND}"/>{drawn}{dots}</svg>'
    )


def _most(values: list[float]) -> tuple[float, float]:
    """Return the range of nine places in ten: a far station must not make the city small."""
    ordered = sorted(values)
    cut = len(ordered) // 20
    kept = ordered[cut : len(ordered) - cut]
    room = 0.08 * (kept[-1] - kept[0])
    return kept[0] - room, kept[-1] + room


def _drawn(feature: Mapping[str, Any], at: Any) -> str:
    shape, kind = feature.get("geometry") or {}, str((feature.get("properties") or {}).get("kind", ""))
    colour, width = WAYS.get(kind, (RULE, 1))
    fill = WATER if kind in ("water", "river", "pond", "sea") and "Polygon" in str(shape.get("type")) else "none"
    return "".join(
        f'<polyline points="{" ".join(at(*point[:2]) for point in line)}" fill="{fill}" stroke="{colour}" '
        f'stroke-width="{width}" stroke-linejoin="round"/>'
        for line in _lines(shape)
    )


def _lines(shape: Mapping[str, Any]) -> Iterator[list[Any]]:
    parts, kind = shape.get("coordinates") or [], shape.get("type")
    if kind == "LineString":
        yield parts
    elif kind in ("MultiLineString", "Polygon"):
        yield from parts
    elif kind == "MultiPolygon":
        for part in parts:
            yield from part


def _dot(words: str, place: str, look: int) -> str:
    x, y = place.split(",")
    title = f"<title>{escape(words)}</title>"
    if look < 0:
        return f'<circle cx="{x}" cy="{y}" r="3" fill="#fff" stroke="#6B6B6B">{title}</circle>'
    colour = COLOURS[min(look, 2)]
    if look == 1:
        return (
            f'<rect x="{float(x) - 4:.1f}" y="{float(y) - 4:.1f}" width="8" height="8" fill="{colour}" '
            f'stroke="#fff">{title}</rect>'
        )
    return f'<circle cx="{x}" cy="{y}" r="4.5" fill="{colour}" stroke="#fff">{title}</circle>'
