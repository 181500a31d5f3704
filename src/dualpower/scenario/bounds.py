"""What numbers are possible: no negative men, no share above one, no taste beyond two.

A spread is judged by its ends, a normal one by its mean: its tails are cut when it is drawn.
"""

from __future__ import annotations

from dualpower.evidence.claim import Spread

INF = float("inf")
SHARE = (0.0, 1.0, "a share lies between 0 and 1")
COUNT = (0.0, INF, "it cannot be negative")
TASTE = (-2.0, 2.0, "a taste lies between -2 and 2")

# (model, field) -> low, high, reason
BOUNDS: dict[tuple[str, str], tuple[float, float, str]] = {
    ("Authority", "operations"): (0.0, 12.0, "a staff runs 0 to 12 operations at once"),
    ("Authority", "credibility"): SHARE,
    ("Body", "accepted"): SHARE,
    ("Gate", "frontage_men"): (1.0, INF, "at least one man passes a gate"),
    ("Site", "stocks"): COUNT,
    ("Site", "residents"): COUNT,
    ("Link", "km"): (0.001, 20000.0, "a way is longer than nothing and shorter than half the earth"),
    ("Unit", "roll"): COUNT,
    ("Unit", "present"): COUNT,
    ("Unit", "bond"): SHARE,
    ("Unit", "leans"): TASTE,
    ("Unit", "issues"): (-1.0, 1.0, "a weight lies between -1 and 1"),
    ("Unit", "trust"): SHARE,
    ("Unit", "believes"): SHARE,
    ("Unit", "arms"): COUNT,
    ("Faction", "seats"): COUNT,
    ("Faction", "leans"): TASTE,
    ("Assembly", "turnout"): SHARE,
    ("Act", "men"): (1.0, INF, "an order needs at least one man"),
    ("Act", "share"): SHARE,
    ("Option", "chance"): SHARE,
}


def impossible(model: str, field: str, spread: Spread) -> str | None:
    """Return what is wrong with a spread in this field, or None."""
    bound = BOUNDS.get((model, field))
    if bound is None:
        return None
    low, high, reason = bound
    ends = (spread.a,) if spread.kind == "normal" else (spread.low, spread.high)
    bad = next((end for end in ends if not low <= end <= high), None)
    return None if bad is None else f"{bad:g} is impossible: {reason}"
