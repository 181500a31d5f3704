"""Draws the oracle needs beyond ``random.Random``: binomial, multinomial, parameters, written numbers."""

from __future__ import annotations

import math
import random

from dualpower.engine import params as table
from dualpower.evidence.claim import Spread


def sigmoid(x: float) -> float:
    """S(x) of docs/model.md section 4."""
    if x < -700.0:
        return 0.0
    return 1.0 / (1.0 + math.exp(-x))


def logit(p: float) -> float:
    p = min(max(p, 1e-9), 1.0 - 1e-9)
    return math.log(p / (1.0 - p))


def binomial(rng: random.Random, n: int, p: float) -> int:
    """Successes in `n` trials: exact, by halving on a median order statistic, then by counting gaps."""
    if n <= 0 or p <= 0.0:
        return 0
    if p >= 1.0:
        return n
    if p > 0.5:
        return n - binomial(rng, n, 1.0 - p)
    found = 0
    while n * p > 12.0:
        middle = (n + 1) // 2
        cut = rng.betavariate(middle, n + 1 - middle)
        if cut <= p:
            found += middle
            n, p = n - middle, (p - cut) / (1.0 - cut)
        else:
            n, p = middle - 1, p / cut
        if p > 0.5:
            return found + n - binomial(rng, n, 1.0 - p)
    if p <= 0.0:
        return found
    scale, at = math.log1p(-p), 0
    while True:
        at += int(math.log(1.0 - rng.random()) / scale) + 1
        if at > n:
            return found
        found += 1


def multinomial(rng: random.Random, n: int, shares: dict[str, float]) -> dict[str, int]:
    """`n` men spread over the keys of `shares` (which sum to 1)."""
    left, rest, found = n, 1.0, {}
    for key, share in shares.items():
        found[key] = binomial(rng, left, min(1.0, share / rest)) if rest > 1e-12 else 0
        left, rest = left - found[key], rest - share
    found[key] += left
    return found


def hypergeometric(rng: random.Random, taken: int, marked: int, total: int) -> int:
    """How many of `taken` men drawn from `total` are among the `marked`."""
    found = 0
    for _ in range(min(taken, total)):
        if rng.random() * total < marked:
            found, marked = found + 1, marked - 1
        total -= 1
    return found


def largest_remainder(total: int, shares: dict[str, float]) -> dict[str, int]:
    exact = {key: total * share for key, share in shares.items()}
    whole = {key: int(x) for key, x in exact.items()}
    short = total - sum(whole.values())
    for key in sorted(exact, key=lambda k: whole[k] - exact[k])[:short]:
        whole[key] += 1
    return whole


def gamma4(rng: random.Random) -> float:
    """G4: Gamma of shape 4 and mean 1 (section 3)."""
    return rng.gammavariate(4.0, 0.25)


def logistic(rng: random.Random, scale: float) -> float:
    return scale * logit(rng.random())


def draw_parameters(rng: random.Random, fixed: dict[str, float] | None = None) -> dict[str, float]:
    """One value per universal parameter, from its prior, cut to its hard range."""
    values = {}
    for row in table.PARAMS:
        if row.kind == table.PRIOR_LOGNORMAL:
            value = row.a * math.exp(rng.gauss(0.0, row.b))
        elif row.kind == table.PRIOR_UNIFORM:
            value = rng.uniform(row.a, row.b)
        elif row.kind == table.PRIOR_NORMAL:
            value = rng.gauss(row.a, row.b)
        else:
            value = rng.betavariate(4.0, 3.0)
        values[row.symbol] = min(max(value, row.low), row.high)
    values.update(fixed or {})
    return values


def spread(rng: random.Random, found: Spread | None, default: float = 0.0) -> float:
    """One value of a written quantity: fixed, uniform, triangular, or normal cut at 0."""
    if found is None:
        return default
    if found.kind == "uniform":
        return rng.uniform(found.a, found.b)
    if found.kind == "triangular":
        return rng.triangular(found.a, found.b, found.c)
    if found.kind == "normal":
        return max(0.0, rng.gauss(found.a, found.b))
    return found.a
