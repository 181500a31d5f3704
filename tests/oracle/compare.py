"""Two samples of runs, told apart or not: Z and Y tests, Kolmogorov-Smirnov, chi-square, with a bound for many tests.

Z = sqrt(R) (mean - m) / sd and Y = sqrt(R / 2) (s^2 / sd^2 - 1) are the tests of the DSMTS (Evans,
Gillespie and Wilkinson 2008), here with both samples simulated. With m tests at once each gets
the level alpha / m (Bonferroni), so that the whole comparison errs once in 1 / alpha.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, fmean, variance

NORMAL = NormalDist()


@dataclass(frozen=True)
class Test:
    """One comparison: its name, its statistic, and the chance of one at least as large when nothing differs."""

    name: str
    kind: str
    statistic: float
    p: float
    left: float
    right: float

    __test__ = False  # not a test class of pytest


def z_test(name: str, a: Sequence[float], b: Sequence[float]) -> Test:
    """Means of two samples differ by Z standard errors."""
    spread = variance(a) / len(a) + variance(b) / len(b)
    gap = fmean(a) - fmean(b)
    z = gap / math.sqrt(spread) if spread > 0.0 else (0.0 if gap == 0.0 else math.inf)
    return Test(name, "Z", z, two_sided(z), fmean(a), fmean(b))


def y_test(name: str, a: Sequence[float], b: Sequence[float]) -> Test:
    """Variances differ: log ratio over its error, with each sample's own kurtosis (counts are not normal)."""
    va, vb = variance(a), variance(b)
    if va == 0.0 or vb == 0.0:
        y = 0.0 if va == vb else math.inf
        return Test(name, "Y", y, two_sided(y), va, vb)
    error = math.sqrt((_kurtosis(a) - 1.0) / len(a) + (_kurtosis(b) - 1.0) / len(b))
    y = math.log(va / vb) / max(error, 1e-9)
    return Test(name, "Y", y, two_sided(y), va, vb)


def mean_against(name: str, a: Sequence[float], mean: float, sd: float) -> Test:
    """Z test of verification.md: a sample against a known mean and standard deviation; wanted within 3."""
    z = math.sqrt(len(a)) * (fmean(a) - mean) / sd
    return Test(name, "Z", z, two_sided(z), fmean(a), mean)


def variance_against(name: str, a: Sequence[float], sd: float) -> Test:
    """Y test of verification.md: a sample's variance against a known one; wanted within 5."""
    y = math.sqrt(len(a) / 2.0) * (variance(a) / sd**2 - 1.0)
    return Test(name, "Y", y, two_sided(y), variance(a), sd**2)


def ks_test(name: str, a: Sequence[float], b: Sequence[float]) -> Test:
    """Largest gap of two distribution functions (Kolmogorov-Smirnov, asymptotic p; ties make it careful)."""
    x, y = sorted(a), sorted(b)
    i = j = 0
    gap = 0.0
    while i < len(x) and j < len(y):
        here = min(x[i], y[j])
        while i < len(x) and x[i] == here:
            i += 1
        while j < len(y) and y[j] == here:
            j += 1
        gap = max(gap, abs(i / len(x) - j / len(y)))
    root = math.sqrt(len(x) * len(y) / (len(x) + len(y)))
    t = (root + 0.12 + 0.11 / root) * gap
    p = 2.0 * sum((-1) ** (k - 1) * math.exp(-2.0 * k * k * t * t) for k in range(1, 101)) if t > 0.2 else 1.0
    return Test(name, "KS", gap, min(max(p, 0.0), 1.0), fmean(a), fmean(b))


def share_test(name: str, a: Sequence[str], b: Sequence[str]) -> Test:
    """Chi-square of two lists of outcomes; words met fewer than 5 times expected are put together."""
    left, right = Counter(a), Counter(b)
    share = len(a) / (len(a) + len(b))
    rare: list[str] = []
    common: list[str] = []
    for word in sorted(set(left) | set(right)):
        total = left[word] + right[word]
        (rare if total * min(share, 1.0 - share) < 5.0 else common).append(word)
    groups = [[word] for word in common] + ([rare] if rare else [])
    total_chi = 0.0
    for group in groups:
        x, y = sum(left[word] for word in group), sum(right[word] for word in group)
        want_x, want_y = (x + y) * share, (x + y) * (1.0 - share)
        total_chi += (x - want_x) ** 2 / want_x + (y - want_y) ** 2 / want_y
    free = max(1, len(groups) - 1)
    p = 1.0 if len(groups) < 2 else chi_square_tail(total_chi, free)
    return Test(
        name, "chi-square", total_chi, p, left.most_common(1)[0][1] / len(a), right[left.most_common(1)[0][0]] / len(b)
    )


def chi_square_tail(x: float, free: int) -> float:
    """P(chi-square with `free` degrees > x): the upper incomplete gamma function, by series or fraction."""
    if x <= 0.0:
        return 1.0
    s, half = free / 2.0, x / 2.0
    front = math.exp(s * math.log(half) - half - math.lgamma(s))
    if half < s + 1.0:
        term = total = 1.0 / s
        for n in range(1, 1000):
            term *= half / (s + n)
            total += term
            if term < 1e-15 * total:
                break
        return max(0.0, 1.0 - front * total)
    b = half + 1.0 - s
    c, d = 1e300, 1.0 / b
    h = d
    for n in range(1, 1000):
        a = -n * (n - s)
        b += 2.0
        d = 1.0 / (a * d + b)
        c = b + a / c
        h *= d * c
        if abs(d * c - 1.0) < 1e-14:
            break
    return front * h


def two_sided(z: float) -> float:
    return 0.0 if math.isinf(z) else 2.0 * (1.0 - NORMAL.cdf(abs(z)))


def _kurtosis(a: Sequence[float]) -> float:
    mean = fmean(a)
    second = fmean((x - mean) ** 2 for x in a)
    return fmean((x - mean) ** 4 for x in a) / second**2 if second > 0.0 else 3.0


def rare(a: Sequence[float], b: Sequence[float]) -> bool:
    """Fewer than ten values of the smaller sample are expected off the common one: no mean is near normal."""
    pooled = [*a, *b]
    off = 1.0 - Counter(pooled).most_common(1)[0][1] / len(pooled)
    return off * min(len(a), len(b)) < 10.0


def compare(
    left: Mapping[str, Sequence], right: Mapping[str, Sequence], *, alpha: float = 0.001
) -> tuple[list[Test], list[Test]]:
    """Compare two tables of per-run summaries (column -> one value a run; words are outcomes).

    Returns (all tests, those below alpha divided by how many there were). Columns must agree.
    """
    if set(left) != set(right):
        raise ValueError(f"columns differ: {sorted(set(left) ^ set(right))}")
    tests: list[Test] = []
    for name in left:
        a, b = left[name], right[name]
        if isinstance(a[0], str):
            tests.append(share_test(name, a, b))
            continue
        tests.append(ks_test(name, a, b))
        if rare(a, b):
            continue
        tests.append(z_test(name, a, b))
        if min(len(a), len(b)) >= 100:
            tests.append(y_test(name, a, b))
    return tests, [t for t in tests if t.p < alpha / len(tests)]


def written(tests: Sequence[Test]) -> str:
    """The tests as lines, the least likely first."""
    rows = sorted(tests, key=lambda t: t.p)
    return "\n".join(
        f"{t.name:32} {t.kind:10} {t.statistic:9.3f}  p {t.p:.2e}  {t.left:.4g} / {t.right:.4g}" for t in rows
    )
