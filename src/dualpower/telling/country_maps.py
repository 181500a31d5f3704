"""Pictures of a country: its map week by week, its towns over time, and the half-circle of its assembly.

The map shows towns and the lines between them, no borders and no coasts. A town's dot is as large as the town and
has the colour of the authority that holds it in most histories that day; the paler it is, the fewer they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, pi, radians, sin
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.telling.language import load, percent, pick
from dualpower.telling.sketch import GREY, HUES, INK, PALE, RULE, Sketch

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.evidence.towns import Place
    from dualpower.scenario.country import Country
    from dualpower.scenario.resolve import Resolved

NOBODY = "#FFFFFF"
WEEK = 7
ACROSS = 4  # frames in a row
FRAME = 330.0
GAP = 16.0
HEAD = 70.0
FOLDED = 0.35  # scale of what lies beyond the meridian of fold_east
BANDS = (0.05, 0.25, 0.5, 0.75, 0.95)


def shown(resolved: Resolved, country: Country, language: str = "en") -> dict[str, tuple[str, str]]:
    """Return title and colour of each authority that pictures show, in their order."""
    known = resolved.scenario.authorities
    order = country.layout.shown or tuple(known)
    return {key: (pick(dict(known[key].title), language), HUES[at % len(HUES)]) for at, key in enumerate(order)}


def _date(resolved: Resolved, day: float, language: str) -> str:
    """Write a day since the start as ``13 Nov 1917``, new style."""
    year, month, date, *_ = resolved.clock.parts(1440 * day, "gregorian")
    return f"{date} {load(language).texts['calendar']['months'][month - 1][:3]} {year}"


def _share(share: float, language: str) -> str:
    """Write a share of one as a percentage, without a blank in English: a picture has little room."""
    return percent(share, language).replace(" ", "")


# --- the map


def _folded(places: Sequence[Place], fold: float | None) -> list[Place]:
    """Return the towns with those east of a meridian drawn nearer: an empty east takes no room from the rest."""
    if fold is None:
        return list(places)
    return [replace(p, east=fold + FOLDED * (p.east - fold)) if p.east > fold else p for p in places]


def _project(places: Sequence[Place], wide: float, tall: float) -> dict[str, tuple[float, float]]:
    """Return where each town stands on a frame: Lambert's cone over the country, fitted to the frame."""
    middle = (min(p.east for p in places) + max(p.east for p in places)) / 2
    slope = sin(radians(np.mean([p.north for p in places])))
    points = {}
    for place in places:
        angle = slope * radians(place.east - middle)
        radius = 1.0 / np.tan(radians(place.north) / 2 + pi / 4) ** slope
        points[place.id] = (radius * sin(angle), radius * cos(angle))
    xs, ys = ([p[k] for p in points.values()] for k in (0, 1))
    size = min((wide - 24) / max(max(xs) - min(xs), 1e-9), (tall - 24) / max(max(ys) - min(ys), 1e-9))
    left = (wide - size * (max(xs) - min(xs))) / 2
    top = (tall - size * (max(ys) - min(ys))) / 2
    return {key: (left + size * (x - min(xs)), top + size * (y - min(ys))) for key, (x, y) in points.items()}


def _height(places: Sequence[Place], wide: float) -> float:
    """Return how tall a frame has to be, so that the country fills it."""
    points = _project(places, wide, 1e6)
    ys = [y for _, y in points.values()]
    return float(max(80.0, max(ys) - min(ys) + 24))


def draw_map(resolved: Resolved, country: Country, result: Result, language: str = "en") -> Sketch:
    """Draw who holds each town, a frame a week. `language` is that of the words."""
    from dualpower.analysis.passage import mapped

    places = country.places()
    length = resolved.end_min / 1440
    days = [*range(0, int(length), WEEK), int(length) - 1]
    share = mapped(result, country, [place.id for place in places], days=days)
    order = ["", *result.about["authorities"]]
    sides = shown(resolved, country, language)
    drawn = _folded(places, country.layout.fold_east)
    tall = _height(drawn, FRAME)
    rows = -(-len(days) // ACROSS)
    say, title = load(language).word, pick(dict(resolved.scenario.title), language)
    wide, high = ACROSS * (FRAME + GAP) + GAP, HEAD + rows * (tall + 34) + 46
    sketch = Sketch(say("pictures", "map", title=title), wide, high)
    points = _project(drawn, FRAME, tall)
    _ground(sketch, places, points, _ways(country, set(points)))
    sketch.text(GAP, 28, say("pictures", "map_weeks", title=title), 19, heavy=True)
    _legend(sketch, sides, GAP, 52)
    told = []
    for at, day in enumerate(days):
        left = GAP + (at % ACROSS) * (FRAME + GAP)
        top = HEAD + (at // ACROSS) * (tall + 34)
        date = _date(resolved, day, language)
        sketch.text(left, top + 14, date, 13, heavy=True)
        sketch.again("ground", left, top + 22)
        _frame(sketch, (left, top + 22), places, points, share[:, :, at], order, sides)
        told.append(f"{date}: {_count(share[:, :, at], order, sides) or say('player', 'nobody')}")
    note = _note(result, country.layout.fold_east, language)
    sketch.text(GAP, sketch.tall - 16, note, 12, ink=GREY)
    sketch.words = (*told, note)
    return sketch


def _note(result: Result, fold: float | None, language: str) -> str:
    speech = load(language)
    histories = speech.count("histories", int(result.ended.sum()))
    east = None if fold is None else f"{fold:g}"
    return speech.word("pictures", "map_note", histories=histories, seed=result.seed, east=east)


def _legend(sketch: Sketch, sides: Mapping[str, tuple[str, str]], x: float, y: float) -> None:
    for title, ink in sides.values():
        sketch.dot(x + 6, y - 4, 6, ink)
        sketch.text(x + 17, y, title, 12.5)
        x += 30 + 6.4 * len(title)


def _ways(country: Country, known: set[str]) -> list[tuple[str, str, str]]:
    """Return the lines between towns: from, to, kind. Raises ScenarioError with every fault of their table."""
    from dualpower.evidence import checks, tables

    if country.layout.links is None:
        return []
    links = tables.read(country.path(country.layout.links), ("from", "to", "kind"))
    checks.known(links, ("from", "to"), known)
    return [(tables.slug(row["from"]), tables.slug(row["to"]), row["kind"]) for row in links.checked()]


def _radius(place: Place) -> float:
    """Return the radius of a town's dot: its surface grows with the town."""
    return 2.6 + 1.5 * float((place.people / 100_000) ** 0.5)


def _by_size(places: Sequence[Place]) -> list[Place]:
    return sorted(places, key=lambda place: -place.people)


def _ground(
    sketch: Sketch,
    places: Sequence[Place],
    points: Mapping[str, tuple[float, float]],
    ways: Sequence[tuple[str, str, str]],
) -> None:
    """Put aside what every frame stands on: the ways, and the towns in white."""
    for one, other, kind in ways:
        sketch.line([points[one], points[other]], PALE, 1.0, dash="" if kind == "rail" else "2 3")
    for place in _by_size(places):
        sketch.dot(*points[place.id], _radius(place) + 0.6, "white")
    sketch.keep("ground")


def _frame(
    sketch: Sketch,
    corner: tuple[float, float],
    places: Sequence[Place],
    points: Mapping[str, tuple[float, float]],
    share: np.ndarray,
    order: list[str],
    sides: Mapping[str, tuple[str, str]],
) -> None:
    """Draw the towns of one frame, the larger below."""
    number = {place.id: at for at, place in enumerate(places)}
    for place in _by_size(places):
        here = share[:, number[place.id]]
        most = int(np.argmax(here))
        ink = sides[order[most]][1] if order[most] in sides else NOBODY
        x, y = corner[0] + points[place.id][0], corner[1] + points[place.id][1]
        pale = 0.25 + 0.75 * float(here[most]) ** 2
        sketch.dot(x, y, _radius(place), ink, edge="" if most else INK, opacity=pale)


def _count(share: np.ndarray, order: list[str], sides: Mapping[str, tuple[str, str]]) -> str:
    """Return how many towns each authority holds in most histories."""
    most = np.argmax(share, axis=0)
    found = [(sides[key][0], int((most == at).sum())) for at, key in enumerate(order) if key in sides]
    return ", ".join(f"{title} {number}" for title, number in found if number)


# --- the towns over time


def draw_towns(resolved: Resolved, country: Country, result: Result, language: str = "en") -> Sketch:
    """Draw how many towns each authority holds, day by day, with the record drawn in."""
    from dualpower.analysis.passage import JULIAN_DAY_OF_1970, holdings

    towns = country.record()
    ids = [town.id for town in towns]
    days = int(resolved.end_min / 1440)
    held = {key: rows[result.ended] for key, rows in holdings(result, country, ids, days=days).items()}
    known = [town for town in towns if town.is_known]
    start = resolved.clock.start // 1440 - JULIAN_DAY_OF_1970
    record = [
        sum(town.day is not None and town.day - start <= day for town in known) / len(known) for day in range(days)
    ]
    wide, tall, left, top = 760.0, 330.0, 60.0, 96.0
    sides, say = shown(resolved, country, language), load(language).word
    title = pick(dict(resolved.scenario.title), language)
    sketch = Sketch(say("pictures", "towns"), wide + left + 350, tall + top + 84)

    def at(day: float, share: float) -> tuple[float, float]:
        return left + wide * day / (days - 1), top + tall * (1 - share)

    def ends(first: float, last: float) -> dict[str, str]:
        return {"first": _share(first, language), "last": _share(last, language)}

    sketch.text(left, 30, say("pictures", "towns_of", title=title), 19, heavy=True)
    _axes(sketch, resolved, days, at, language)
    told: list[str] = []
    labels: list[list[Any]] = []
    for key, (name, ink) in sides.items():
        levels = np.quantile(held[key] / len(ids), BANDS, axis=0)
        if levels[4].max() < 0.01:
            continue
        if key == country.layout.winner:
            _band(sketch, levels[0], levels[4], ink, 0.16, at)
            _band(sketch, levels[1], levels[3], ink, 0.28, at)
        sketch.line([at(day, levels[2][day]) for day in range(days)], ink, 2.4)
        labels.append([at(days - 1, levels[2][-1])[1], name, ink])
        told.append(say("pictures", "towns_told", authority=name, **ends(levels[2][0], levels[2][-1])))
    sketch.line([at(day, record[day]) for day in range(days)], INK, 1.8, dash="6 4")
    towns_known = load(language).count("towns", len(known))
    labels.append([at(days - 1, record[-1])[1], say("pictures", "record", towns=towns_known), INK])
    _apart(labels)
    for y, name, ink in labels:
        sketch.text(left + wide + 8, y + 4, name, 12.5, ink=ink)
    count = load(language).count
    histories = count("histories", int(result.ended.sum()))
    note = say("pictures", "towns_note", histories=histories, seed=result.seed, towns=count("towns", len(ids)))
    sketch.text(left, sketch.tall - 16, note, 12, ink=GREY)
    sketch.words = (*told, say("pictures", "record_told", **ends(record[0], record[-1])), note)
    return sketch


def _axes(sketch: Sketch, resolved: Resolved, days: int, at: Any, language: str) -> None:
    for share in (0, 0.25, 0.5, 0.75, 1):
        (x, y), (end, _) = at(0, share), at(days - 1, share)
        sketch.line([(x, y), (end, y)], RULE)
        sketch.text(x - 8, y + 4, _share(share, language), 12, ink=GREY, anchor="end")
    for day in range(0, days, 4 * WEEK):
        x, y = at(day, 0)
        sketch.line([(x, y), (x, y + 5)], GREY)
        anchor = "start" if day == 0 else "middle" if day < days - 2 * WEEK else "end"
        sketch.text(x, y + 20, _date(resolved, day, language), 12, ink=GREY, anchor=anchor)
    sketch.text(at(0, 1)[0], at(0, 1)[1] - 14, load(language).word("pictures", "share_of_towns"), 12, ink=GREY)


def _band(sketch: Sketch, low: np.ndarray, high: np.ndarray, ink: str, opacity: float, at: Any) -> None:
    there = [at(day, share) for day, share in enumerate(high)]
    back = [at(day, share) for day, share in reversed(list(enumerate(low)))]
    sketch.area([*there, *back], ink, opacity)


def _apart(labels: list[list[Any]], room: float = 16.0) -> None:
    """Move labels apart, so that none covers another."""
    labels.sort(key=lambda one: one[0])
    for above, below in pairwise(labels):
        below[0] = max(below[0], above[0] + room)


# --- the assembly


def draw_assembly(finding: Finding, title: str, language: str = "en") -> Sketch:
    """Draw the seats of an assembly as a half-circle, party by party from left to right."""
    speech = load(language)
    say = speech.word
    rows = {row["party"]: row for row in finding.table}
    benches = [rows[key] for key in finding.facts["benches"]]
    seats = {row["party"]: round(row["seats"]) for row in benches}
    total = sum(seats.values())
    wide, middle, top = 940.0, (360.0, 420.0), 64.0
    sketch = Sketch(say("pictures", "assembly", title=title), wide, 500.0)
    sketch.text(24, 32, say("pictures", "assembly_elected", title=title), 19, heavy=True)
    histories, chairs = speech.count("histories", finding.facts["runs"]), speech.count("seats", total)
    sketch.text(24, 54, say("pictures", "dots", histories=histories, seats=chairs), 12.5, ink=GREY)
    order = [row["party"] for row in benches for _ in range(seats[row["party"]])]
    for (angle, radius), party in zip(sorted(_benches(total), key=lambda s: -s[0]), order, strict=True):
        x, y = middle[0] + radius * cos(angle), middle[1] - radius * sin(angle)
        sketch.dot(x, y, 4.2, rows[party]["colour"])
    sketch.text(middle[0], middle[1] - 10, str(total), 30, anchor="middle", heavy=True)
    told = []
    for at, row in enumerate(benches):
        y = top + 46 + 36 * at
        name = pick(row["titles"], language)
        sketch.dot(730, y - 4, 6, row["colour"])
        sketch.text(744, y, f"{name}  {seats[row['party']]}", 13, heavy=True)
        said = say("pictures", "spread", low=f"{row['seats_low']:.0f}", high=f"{row['seats_high']:.0f}",
                   **_published(row["seats_published"]))  # fmt: skip
        sketch.text(744, y + 15, said, 11.5, ink=GREY)
        told.append(f"{name}: {speech.count('seats', seats[row['party']])} ({said}).")
    note = say("pictures", "assembly_note", share=percent(finding.facts["modelled_votes"], language))
    sketch.text(24, 484, note, 12, ink=GREY)
    sketch.words = (*told, note)
    return sketch


def _published(seats: Any) -> dict[str, Any]:
    """Return the ends of what was published, the second only where it is another."""
    return {} if seats is None else {"least": seats[0], "most": seats[1] if seats[1] != seats[0] else None}


def _benches(total: int, rows: int = 14) -> list[tuple[float, float]]:
    """Return angle and radius of so many seats in rows of a half-circle, evenly set."""
    radii = [130 + (330 - 130) * row / (rows - 1) for row in range(rows)]
    shares = [total * radius / sum(radii) for radius in radii]
    counts = [int(share) for share in shares]
    left = sorted(range(rows), key=lambda n: counts[n] - shares[n])
    for row in left[: total - sum(counts)]:
        counts[row] += 1
    return [
        (pi * (seat + 0.5) / count, radius)
        for count, radius in zip(counts, radii, strict=True)
        for seat in range(count)
    ]
