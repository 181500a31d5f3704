"""Pictures of what changes and what matters: alternatives, decisions, factors.

Each is a row with an interval; what cannot be told from nothing, or from its neighbour, says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from dualpower.telling.axes import HISTORY, LONGEST, percent, points, room, value_text, words_of
from dualpower.telling.figure import Figure, Panel
from dualpower.telling.tables import clip

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding

ENDS_SHOWN = 10  # rows of a tornado
EFFECT_AXES = {
    "sobol": "share of the variance that would remain if all else were known, %",
    "share": "share of pairs of histories that differ in whether it ends so, %",
}
ALONE = " Rhombus: the share that would go if this alone were known."
ENDS = (
    " Where an end leads is counted over the histories in which the factor lay in its lowest or highest fifth; thin "
    "lines are 95 % intervals."
)


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
    facts, rows = finding.facts, [dict(row) for row in finding.table]
    is_share = facts["method"] == "sobol" or facts["unit"] == "share"
    effects = tuple(_effect(row, facts, is_share=is_share) for row in rows[:shown])
    top = room(0.0, max(row["high"] for row in effects))[1]
    axis = EFFECT_AXES.get("sobol" if facts["method"] == "sobol" else facts["unit"]) or f"mean change, {facts['unit']}"
    alone = [row["mark"] for row in effects if "mark" in row]
    panels = [Panel("intervals", "How much each mattered", effects, axis, {"domain": (0.0, top)})]
    panels += _tornado(rows, facts)
    note = finding.sure + (ALONE if alone else "") + (ENDS if len(panels) > 1 else "")
    return Figure(f"{title}: what mattered", tuple(panels), finding.sentence, note)


def _effect(row: Mapping[str, Any], facts: Mapping[str, Any], *, is_share: bool) -> dict[str, Any]:
    """Return a factor's effect with its interval, and for Sobol what it explains alone."""
    whole = 100.0 if is_share else 1.0
    effect, low, high = row["effect"], row["low"], row["high"] if isfinite(row["high"]) else row["effect"]
    text = f"{percent(effect)} ({100 * low:.0f} to {100 * high:.0f} %)"
    if not is_share:
        text = f"{effect:.3g} ({low:.3g} to {high:.3g} {facts['unit']})".replace(" )", ")")
    drawn = {"value": whole * effect, "low": whole * low, "high": whole * high, "text": text}
    if row.get("first") is not None and isfinite(row["first"]):
        alone = min(1.0, max(0.0, row["first"]))  # few points may put it a little outside
        drawn |= {"mark": whole * alone, "text": f"{text}, alone {percent(alone)}"}
    return {"id": row["id"], "label": clip(words_of(row), LONGEST), "strong": row["kind"] == "luck", **drawn}


def _is_known(row: Mapping[str, Any], end: str) -> bool:
    """Say whether it is known, and how surely, where an end of a factor leads."""
    return all(row[name] is not None and isfinite(row[name]) for name in (f"at_{end}", f"at_{end}_half"))


def _tornado(rows: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> list[Panel]:
    """Return the tornado of the factors that have ends with names; nothing where there are none."""
    whole = 100.0 if facts["unit"] == "share" else 1.0
    ended = [row for row in rows if all(_is_known(row, end) for end in ("low", "high"))]
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
        for row in sorted(ended, key=lambda row: -abs(row["at_high"] - row["at_low"]))[:ENDS_SHOWN]
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
