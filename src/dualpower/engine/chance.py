"""Named luck: every draw is keyed by what it is about, so that a change elsewhere cannot shift it.

``name_luck`` roots a stream in (seed and run, purpose, who, when); the draws that follow come from that
stream. An idle draw, unit or event added anywhere leaves all other draws as they were. Own exponential
and logarithm, made of + - * / only, and a square root that IEEE 754 rounds alike everywhere, so that the bits
are the same on every machine.

Rests on: splitmix64 (Steele, Lea and Flood 2014); transformed rejection (Hoermann 1993); Acklam's
rational approximation of the normal quantile (relative error 1.2e-9).
"""

import numpy as np

from dualpower.engine._shim import cython
from dualpower.engine.case import as_view
from dualpower.engine.world import World

M64 = 0xFFFFFFFFFFFFFFFF
MIX1 = 0xBF58476D1CE4E5B9
MIX2 = 0x94D049BB133111EB
GOLD = 0x9E3779B97F4A7C15
LCG = 0xD1342543DE82EF95
M62 = 0x4000000000000000

# how far from the likeliest number, and of how many men, a draw is judged without logarithms: products stay in range
NEAR = 24.0
WIDE = 1e9

# where fewer than so many are expected to think again, it is drawn first whether anyone does
FEW = 2.0

PURPOSES = 256  # room for numbers of purposes

# purposes of draws: append-only, a changed number is other luck
LUCK_PARAM = 1
LUCK_FACT = 2
LUCK_TASTE = 3
LUCK_TRADITION = 4
LUCK_REVISE = 5
LUCK_OCCASION = 6
LUCK_OBEY = 7
LUCK_DELAY = 9
LUCK_LOST = 10
LUCK_MUSTER = 11
LUCK_MARCH = 12
LUCK_READY = 13
LUCK_SHOT = 14
LUCK_LOSS = 15
LUCK_KILLED = 16
LUCK_BREAK = 17
LUCK_TERMS = 18
LUCK_ENTRY = 19
LUCK_GROUP = 20
LUCK_TALK = 21
LUCK_DECIDE = 22
LUCK_OUTSIDE = 23
LUCK_RUMOUR = 24
LUCK_VOTE = 25
LUCK_SEARCH = 26
LUCK_DUTY = 28
LUCK_RAIL = 29
LUCK_CEASE = 30
LUCK_COMPANY = 31
LUCK_PRISONERS = 32
LUCK_PREPARE = 33
LUCK_LEAVE = 34

# cdef double[::1] EXP_TABLE
# cdef double[::1] EXP_POWER
# cdef double[::1] STIRLING
# from libc.math cimport sqrt
EXP_TABLE = as_view(np.array([2.0 ** (j / 64.0) for j in range(64)]))
EXP_POWER = as_view(np.array([2.0 ** (k - 1021) if k > 0 else 0.0 for k in range(2044)]))

if cython.compiled:

    @cython.cfunc
    @cython.inline
    @cython.nogil
    @cython.exceptval(check=False)
    def whole(x: cython.double) -> cython.longlong:
        """A number without its fraction."""
        return cython.cast(cython.longlong, x)
else:
    whole = int

if cython.compiled:

    @cython.cfunc
    @cython.inline
    @cython.nogil
    @cython.exceptval(check=False)
    def exact_root(x: cython.double) -> cython.double:
        """Square root of x >= 0, rounded the same on every machine (IEEE 754 demands it)."""
        return sqrt(x)  # noqa: F821, the C library's, named above
else:
    from math import sqrt as exact_root


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def mixed(z: cython.ulonglong) -> cython.ulonglong:
    """One finaliser of splitmix64."""
    x: cython.ulonglong = z
    x = ((x ^ (x >> 30)) * MIX1) & M64
    x = ((x ^ (x >> 27)) * MIX2) & M64
    return x ^ (x >> 31)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def root_luck(w: World, seed: cython.ulonglong, run: cython.ulonglong) -> cython.void:
    """Root all luck of a run in its seed and its number, and that of each purpose in it."""
    i: cython.int
    p: cython.ulonglong
    w.seed = mixed((mixed((seed * GOLD + 1) & M64) + run * LCG) & M64)
    w.z = w.seed
    for i in range(PURPOSES):
        p = i
        w.luck[i] = mixed((w.seed + p * GOLD) & M64)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def name_luck(w: World, purpose: cython.int, who: cython.ulonglong, when: cython.longlong) -> cython.void:
    """Start the stream of one draw: what it is for, whom it concerns, and when or which."""
    z: cython.ulonglong
    m: cython.ulonglong = when + M62
    z = mixed((w.luck[purpose] ^ who) & M64)
    w.z = mixed((z + m * LCG) & M64)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def part_luck(w: World, root: cython.ulonglong, part: cython.ulonglong) -> cython.void:
    """Start the stream of one part of a draw that has several; root is w.z as ``name_luck`` left it."""
    w.z = mixed((root + part * LCG) & M64)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def uniform(w: World) -> cython.double:
    """Next number in [0, 1) of the stream."""
    x: cython.ulonglong
    w.z = (w.z + GOLD) & M64
    x = mixed(w.z)
    return (x >> 11) * (1.0 / 9007199254740992.0)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def exp_(x: cython.double) -> cython.double:
    """e to the x, by table and short polynomial; error 4e-16; x is cut to -700..700."""
    r: cython.double
    r2: cython.double
    p: cython.double
    i: cython.longlong
    if x > 700.0:
        x = 700.0
    if x < -700.0:
        x = -700.0
    i = whole(x * 92.33248261689366 + 65536.5) - 65536
    r = (x - i * 0.010830424609594047) - i * 8.66550983900947e-11
    r2 = r * r
    p = 1.0 + r + r2 * ((0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0)))
    return EXP_TABLE[i & 63] * p * EXP_POWER[(i >> 6) + 1021]


# from libc.math cimport frexp
if cython.compiled:

    @cython.cfunc
    @cython.inline
    @cython.nogil
    @cython.exceptval(check=False)
    def power_above(x: cython.double) -> cython.int:
        """The least power of two above x > 0: exact wherever numbers are binary."""
        k: cython.int = 0
        frexp(x, cython.address(k))  # noqa: F821, the library's, named above
        return k
else:

    def power_above(x):
        """The same for interpreted text."""
        return int(np.frexp(x)[1])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def log_(x: cython.double) -> cython.double:
    """Natural logarithm of x > 0 (of 1e-300 for less): powers of two off, then the series of artanh."""
    k: cython.int
    low: cython.int
    s: cython.double
    s2: cython.double
    if x > 1e300:
        x = 1e300
    if x < 1e-300:
        x = 1e-300
    k = power_above(x)
    x = x * EXP_POWER[1021 - k]
    low = x < 0.7071067811865476  # without a branch: one in two would be guessed wrongly
    x = x * (1 + low)
    k -= low
    s = (x - 1.0) / (x + 1.0)
    s2 = s * s
    s = 2.0 * s * (
        1.0 + s2 * (1.0 / 3 + s2 * (1.0 / 5 + s2 * (1.0 / 7 + s2 * (1.0 / 9 + s2 * (1.0 / 11 + s2 * (
            1.0 / 13 + s2 * (1.0 / 15 + s2 * (1.0 / 17 + s2 * (1.0 / 19 + s2 * (1.0 / 21))))))))))
    )  # fmt: skip
    return k * 0.6931471805599453 + s


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def log_rest(q: cython.double) -> cython.double:
    """log(1 - q) for 0 <= q <= 1/2: its own series where q is small, which is shorter and loses nothing.

    Summed by pairs, so that the processor need not wait for one term before it begins the next.
    """
    q2: cython.double = q * q
    q4: cython.double = q2 * q2
    if q > 0.06:
        return log_(1.0 - q)
    return -q * (
        ((1.0 + q * (1.0 / 2)) + q2 * (1.0 / 3 + q * (1.0 / 4)))
        + q4 * (((1.0 / 5 + q * (1.0 / 6)) + q2 * (1.0 / 7 + q * (1.0 / 8)))
                + q4 * ((1.0 / 9 + q * (1.0 / 10)) + q2 * (1.0 / 11 + q * (1.0 / 12))))
    )  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def root_(x: cython.double) -> cython.double:
    """Square root of x >= 0, from the logarithm and two steps of Newton."""
    y: cython.double
    if x <= 0.0:
        return 0.0
    y = exp_(0.5 * log_(x))
    y = 0.5 * (y + x / y)
    return 0.5 * (y + x / y)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def logit(x: cython.double) -> cython.double:
    """S(x) = 1 / (1 + e^-x)."""
    return 1.0 / (1.0 + exp_(-x))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def normal(w: World) -> cython.double:
    """Standard normal by its quantile: one uniform, so that it is monotone in luck."""
    u: cython.double = uniform(w)
    q: cython.double
    r: cython.double
    low: cython.double
    if u < 1e-16:
        u = 1e-16
    low = u if u < 0.5 else 1.0 - u
    if low < 1e-16:
        low = 1e-16
    if low < 0.02425:
        q = root_(-2.0 * log_(low))
        r = (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
               - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783) / (
            (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
             + 3.754408661907416) * q + 1.0)  # fmt: skip
        return r if u < 0.5 else -r
    q = u - 0.5
    r = q * q
    return (((((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r
              + 1.383577518672690e02) * r - 3.066479806614716e01) * r + 2.506628277459239) * q / (
        ((((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r
          + 6.680131188771972e01) * r - 1.328068155288572e01) * r + 1.0)  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def logistic(w: World, scale: cython.double) -> cython.double:
    """Logistic noise of mean 0."""
    u: cython.double = uniform(w)
    if u < 1e-12:
        u = 1e-12
    return scale * log_(u / (1.0 - u))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def gamma4(w: World) -> cython.double:
    """Gamma of shape 4 and mean 1: the spread of every delay."""
    p: cython.double
    p = (1.0 - uniform(w)) * (1.0 - uniform(w))
    p = p * (1.0 - uniform(w)) * (1.0 - uniform(w))
    return -0.25 * log_(p)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def stirling_sum(k: cython.double) -> cython.double:
    """Tail of Stirling's series for log k!, to 1e-10, by recurrence below 10."""
    i: cython.double
    s: cython.double = 0.0
    x: cython.double = k
    while x < 10.0:
        # s(k) = s(k+1) + (k + 1.5) log((k+2)/(k+1)) - 1
        s += (x + 1.5) * log_((x + 2.0) / (x + 1.0)) - 1.0
        x += 1.0
    i = 1.0 / (x + 1.0)
    return s + (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 * i * i) * i * i) * i


STIRLING = as_view(np.array([stirling_sum(k) for k in range(10)]))


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def stirling(k: cython.double) -> cython.double:
    """The same for whole k >= 0; the small ones, which cost most, are kept."""
    if k < 10.0:
        return STIRLING[whole(k)]
    return stirling_sum(k)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def clearly_under(
    n: cython.double, m: cython.double, k: cython.double, odds: cython.double, v: cython.double
) -> cython.int:
    """Whether v is under the chance of k successes divided by that of m: 1 yes, 0 no, -1 too near to say, or far to go.

    The quotient is a product of |k - m| fractions. What lies within a ten-millionth of it is left to the logarithms,
    whose own error is a hundredth of that: the answer is always theirs.
    """
    above: cython.double = 1.0
    below: cython.double = v
    i: cython.double
    if k - m > NEAR or m - k > NEAR or n > WIDE:
        return -1
    i = m + 1.0
    while i <= k:
        above *= odds * (n - i + 1.0)
        below *= i
        i += 1.0
    i = k + 1.0
    while i <= m:
        above *= i
        below *= odds * (n - i + 1.0)
        i += 1.0
    if below < above * (1.0 - 1e-7):
        return 1
    return 0 if below > above * (1.0 + 1e-7) else -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def binomial_large(w: World, n: cython.longlong, p: cython.double) -> cython.longlong:
    """Transformed rejection, for p <= 1/2 and n p >= 10."""
    spq: cython.double = exact_root(n * p * (1.0 - p))
    b: cython.double = 1.15 + 2.53 * spq
    a: cython.double = -0.0873 + 0.0248 * b + 0.01 * p
    c: cython.double = n * p + 0.5
    vr: cython.double = 0.92 - 4.2 / b
    odds: cython.double
    m: cython.double
    u: cython.double
    v: cython.double
    us: cython.double
    k: cython.double
    bound: cython.double
    sure: cython.int
    while True:
        u = uniform(w) - 0.5
        v = uniform(w)
        us = 0.5 - (u if u > 0.0 else -u)
        if us < 1e-12:
            continue
        k = (2.0 * a / us + b) * u + c
        if k < 0.0 or k >= n + 1.0:
            continue
        k = whole(k)
        if us >= 0.07 and v <= vr:
            return whole(k)  # most end here
        v = v * ((2.83 + 5.1 / b) * spq) / (a / (us * us) + b)
        odds = p / (1.0 - p)
        m = whole((n + 1) * p)
        sure = clearly_under(n, m, k, odds, v)
        if sure > 0:
            return whole(k)
        if sure == 0:
            continue
        v = log_(v)
        bound = (
            (m + 0.5) * log_((m + 1.0) / (odds * (n - m + 1.0)))
            + (n + 1.0) * log_((n - m + 1.0) / (n - k + 1.0))
            + (k + 0.5) * log_(odds * (n - k + 1.0) / (k + 1.0))
            + stirling(m) + stirling(n - m) - stirling(k) - stirling(n - k)
        )  # fmt: skip
        if v <= bound:
            return whole(k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def binomial_small(n: cython.longlong, p: cython.double, p0: cython.double, u: cython.double) -> cython.longlong:
    """Inversion from zero at u; p0 is the chance of no success."""
    odds: cython.double
    k: cython.longlong = 0
    pk: cython.double = p0
    if u < p0:
        return 0
    odds = p / (1.0 - p)
    while u >= pk and k < n:
        u -= pk
        k += 1
        pk *= odds * (n - k + 1) / k
        if pk < 1e-300:
            break
    return k


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def binomial(w: World, n: cython.longlong, p: cython.double) -> cython.longlong:
    """Successes among n with chance p each.

    Most small draws end without a logarithm: 1 - x + (1 - 1/n) (x^2/2 - x^3/6), with x = n p, is never more than
    (1 - p)^n, the chance of no success (Bonferroni).
    """
    u: cython.double
    q: cython.double = p
    x: cython.double
    k: cython.longlong
    p0: cython.double
    i: cython.longlong
    if n <= 0 or not p > 0.0:
        return 0
    if p >= 1.0:
        return n
    if p > 0.5:
        q = 1.0 - p
    x = n * q
    if x < 10.0:
        u = uniform(w)
        if u < 1.0 - x + x * (x - q) * (0.5 - x * (1.0 / 6.0)):
            return n if p > 0.5 else 0
        p0 = 1.0 - q
        if n <= 16:
            for i in range(n - 1):  # noqa: B007, the loop wants a typed counter
                p0 *= 1.0 - q
        else:
            p0 = exp_(n * log_rest(q))
        k = binomial_small(n, q, p0, u)
    else:
        k = binomial_large(w, n, q)
    return n - k if p > 0.5 else k


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hazard(w: World, n: cython.longlong, h: cython.double) -> cython.longlong:
    """How many of n leave when each has cumulated hazard h: binomial(n, 1 - exp(-h)), exact for any step.

    u < 1 - n h implies u < exp(-n h): most draws end there without an exponential.
    """
    lam: cython.double = n * h
    u: cython.double
    pk: cython.double
    p: cython.double
    odds: cython.double
    k: cython.longlong = 0
    if n <= 0 or h <= 0.0:
        return 0
    if lam >= 10.0:
        return binomial(w, n, 1.0 - exp_(-h))
    u = uniform(w)
    if u < 1.0 - lam:
        return 0
    pk = exp_(-lam)
    if u < pk:
        return 0
    p = 1.0 - exp_(-h)
    odds = p / (1.0 - p)
    while u >= pk and k < n:
        u -= pk
        k += 1
        pk *= odds * (n - k + 1) / k
        if pk < 1e-300:
            break
    return k
