"""Small processes with known answers, run on the engine's draws and rates; tests take few replicates, the court many.

Each function takes a Luck and a number of replicates and gives one number per replicate.
"""

from collections.abc import Callable
from math import sqrt
from typing import Any

from worlds.luck import Luck

Sampler = Callable[[Luck, int], list[float]]


def duel(first: int, second: int, exponent: float, edge: float = 1.0) -> Callable[[Luck, int], list[tuple[int, int]]]:
    """Stochastic Lanchester, loss by loss: the rates are the engine's, the next loss is drawn by their ratio.

    ``edge`` is the cover of the first side: it loses that much more slowly.
    """

    def fight(luck: Luck, replicates: int) -> list[tuple[int, int]]:
        ends = []
        for i in range(replicates):
            luck.replicate(i)
            a, b = first, second
            while a > 0 and b > 0:
                mine = luck.loss_rate(1.0, exponent, b, a, edge)
                his = luck.loss_rate(1.0, exponent, a, b)
                if luck.uniform() * (mine + his) < his:
                    b -= 1
                else:
                    a -= 1
            ends.append((a, b))
        return ends

    return fight


def first_wins(first: int, second: int, exponent: float, edge: float = 1.0) -> Sampler:
    return lambda luck, n: [float(a > 0) for a, _ in duel(first, second, exponent, edge)(luck, n)]


def survivors(men: int) -> Sampler:
    return lambda luck, n: [float(a + b) for a, b in duel(men, men, 1.0)(luck, n)]


def pure_death(men: int, rate: float, hours: float, steps: int) -> Sampler:
    """V10, V10b: by the hazard step, whatever its length."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            left = men
            for _ in range(steps):
                left -= luck.hazard(left, rate * hours / steps)
            found.append(float(left))
        return found

    return run


def two_states(men: int, join: float, leave: float, hours: float, steps: int) -> Sampler:
    """V11: men come and go; both steps draw on the state before either."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found, dt = [], hours / steps
        for i in range(replicates):
            luck.replicate(i)
            inside = 0
            for _ in range(steps):
                inside += luck.hazard(men - inside, join * dt) - luck.hazard(inside, leave * dt)
            found.append(float(inside))
        return found

    return run


def relief_first(relief: float, surrender: float, dt: float) -> Sampler:
    """V18: two clocks of one man each, stepped side by side."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            one = two = 0
            while one == two:
                one, two = luck.hazard(1, relief * dt), luck.hazard(1, surrender * dt)
            found.append(float(one > two))
        return found

    return run


def voters(people: int, opinion: int) -> Callable[[Luck, int], list[tuple[float, float]]]:
    """V12: at each step one person, anyone, takes the opinion of another. (fixed in favour, steps)."""

    def run(luck: Luck, replicates: int) -> list[tuple[float, float]]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            k, steps = opinion, 0
            while 0 < k < people:
                steps += 1
                mine, other = luck.below(people), luck.below(people - 1)
                other += other >= mine
                k += (other < k) - (mine < k)
            found.append((float(k > 0), float(steps)))
        return found

    return run


def jumps(start: int, up: Callable[[int], float], down: Callable[[int], float], hours: float, by: int = 1) -> Sampler:
    """A birth-death chain, jump by jump (Gillespie)."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            x, t = start, 0.0
            while True:
                rise, fall = up(x), down(x)
                if rise + fall <= 0.0:
                    break
                t += luck.exponential(rise + fall)
                if t > hours:
                    break
                x += by if luck.uniform() * (rise + fall) < rise else -by
            found.append(float(x))
        return found

    return run


def dimers(k1: float, k2: float, start: int, hours: float) -> Sampler:
    """V10e: two make a pair, a pair comes apart; the chain moves by two singles."""
    return jumps(start, lambda p: k2 * (start - p) / 2, lambda p: k1 * p * (p - 1) / 2, hours, by=2)


def rumour(people: int, both_stop: bool) -> Sampler:
    """V8: one spreader among n others; share of the n never told. Daley-Kendall where both spreaders stop."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            ignorant, spreaders = people, 1
            while spreaders > 0:
                if both_stop:
                    # pairs: spreader-ignorant, spreader-spreader (both stop), spreader-stifler
                    stiflers = people + 1 - ignorant - spreaders
                    meet = [ignorant, (spreaders - 1) / 2, stiflers]
                    x = luck.uniform() * sum(meet)
                    if x < meet[0]:
                        ignorant, spreaders = ignorant - 1, spreaders + 1
                    else:
                        spreaders -= 2 if x < meet[0] + meet[1] else 1
                elif luck.uniform() * people < ignorant:
                    ignorant, spreaders = ignorant - 1, spreaders + 1
                else:
                    spreaders -= 1
            found.append(ignorant / people)
        return found

    return run


def moran(people: int, start: int, fitness: float) -> Sampler:
    """V12b: fixation of the fitter kind."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            k = start
            while 0 < k < people:
                # ratio of losing one to gaining one is 1 / fitness at every state
                k += 1 if luck.uniform() < fitness / (1.0 + fitness) else -1
            found.append(float(k > 0))
        return found

    return run


def cascade(mean: float) -> Sampler:
    """V17: all descendants of one event when each has Poisson(mean) children."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            total, waiting = 0, 1
            while waiting > 0:
                waiting, total = waiting - 1, total + 1
                t = luck.exponential(1.0)
                while t < mean:
                    waiting += 1
                    t += luck.exponential(1.0)
            found.append(float(total))
        return found

    return run


def one_queue(lam: float, mu: float, customers: int) -> Callable[[Luck, int], list[tuple[float, float, float]]]:
    """V15: M/M/1 from rest; after as many customers again to warm up: mean time in it, mean wait, share over 3."""

    def run(luck: Luck, replicates: int) -> list[tuple[float, float, float]]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            wait, waits, stays = 0.0, [], []
            for j in range(2 * customers):
                work = luck.exponential(mu)
                if j >= customers:
                    waits.append(wait)
                    stays.append(wait + work)
                wait = max(0.0, wait + work - luck.exponential(lam))
            found.append((sum(stays) / customers, sum(waits) / customers, sum(x > 3 for x in stays) / customers))
        return found

    return run


def lost_calls(lines: int, load: float, callers: int) -> Sampler:
    """V15: share of callers who find all lines busy (they give up)."""

    def run(luck: Luck, replicates: int) -> list[float]:
        found = []
        for i in range(replicates):
            luck.replicate(i)
            busy, lost, seen = 0, 0, 0
            while seen < callers:
                if luck.uniform() * (load + busy) < load:
                    seen += 1
                    lost += busy == lines
                    busy += busy < lines
                else:
                    busy -= 1
            found.append(lost / callers)
        return found

    return run


def first(sampler: Any, column: int) -> Sampler:
    """One column of a sampler that gives several numbers per replicate."""
    return lambda luck, n: [float(row[column]) for row in sampler(luck, n)]


# id, what is sampled, expected mean, expected sd (None: not told), replicates in the fast suite
CHAIN = jumps(100, lambda x: 0.1 * x, lambda x: 0.11 * x, 10)
CLOSED_FORMS: tuple[tuple[str, Sampler, float, float | None, int], ...] = (
    ("V4 square (2,1)", first_wins(2, 1, 1.0), 5 / 6, None, 2000),
    ("V4 square (3,2)", first_wins(3, 2, 1.0), 0.775, None, 2000),
    ("V4 square (10,8)", first_wins(10, 8, 1.0), 0.791358, None, 1000),
    ("V4 square (20,15)", first_wins(20, 15, 1.0), 0.928134, None, 500),
    ("V4 square (50,45)", first_wins(50, 45, 1.0), 0.812592, None, 200),
    ("V4 square (100,90)", first_wins(100, 90, 1.0), 0.895458, None, 100),
    ("V4 r=1.5 (10,10)", first_wins(10, 10, 1.0, 1.5), 0.787002, None, 1000),
    ("V4 r=2 (100,130)", first_wins(100, 130, 1.0, 2.0), 0.864841, None, 100),
    ("V5 linear (3,2)", first_wins(3, 2, 0.5), 0.6875, None, 2000),
    ("V5 linear (10,8)", first_wins(10, 8, 0.5), 0.685471, None, 1000),
    ("V5 linear (20,15)", first_wins(20, 15, 0.5), 0.804236, None, 500),
    ("V5 linear q=.6 (10,10)", first_wins(10, 10, 0.5, 1.5), 0.813908, None, 1000),
    ("V6 fair 10", survivors(10), 5.71515, 2.2347, 1000),
    ("V6 fair 100", survivors(100), 32.963, 13.793, 100),
    ("V10 one step of 5 h", pure_death(100, 0.1, 5, 1), 60.653, sqrt(23.865), 3000),
    ("V10 ten steps", pure_death(100, 0.1, 5, 10), 60.653, sqrt(23.865), 2000),
    ("V10 a hundred steps", pure_death(100, 0.1, 5, 100), 60.653, sqrt(23.865), 300),
    ("V11 two states", two_states(100, 0.2, 0.1, 5, 200), 51.791, sqrt(24.968), 300),
    ("V18 relief first", relief_first(0.2, 0.5, 1 / 240), 2 / 7, None, 300),
    ("V12 fixation from 6", first(voters(20, 6), 0), 0.3, None, 150),
    ("V12 steps from 6", first(voters(20, 6), 1), 222.925, None, 150),
    ("V12 steps from 10", first(voters(20, 10), 1), 254.133, None, 150),
    ("V8 n=10", rumour(10, False), 0.222592, None, 2000),
    ("V8 n=100", rumour(100, False), 0.204519, None, 300),
    ("V8b n=10", rumour(10, True), 0.270175, None, 2000),
    ("V8b n=100", rumour(100, True), 0.210347, None, 300),
    ("V10c t=10", CHAIN, 90.484, 13.447, 200),
    ("V10d t=5", jumps(0, lambda x: 1.0, lambda x: 0.1 * x, 5), 3.934693, sqrt(3.934693), 1500),
    ("V10d t=10", jumps(0, lambda x: 1.0, lambda x: 0.1 * x, 10), 6.321206, sqrt(6.321206), 800),
    ("V10d t=50", jumps(0, lambda x: 1.0, lambda x: 0.1 * x, 50), 9.93262, sqrt(9.93262), 200),
    ("V10e t=10", dimers(0.001, 0.01, 100, 10), 52.214271, 5.51176, 300),
    ("V10e t=20", dimers(0.001, 0.01, 100, 20), 38.315665, 5.085969, 300),
    ("V10e t=50", dimers(0.001, 0.01, 100, 50), 28.542298, 4.789331, 300),
    ("V12b Moran", moran(50, 5, 1.1), 0.382336, None, 100),
    ("V17 cascade", cascade(0.7), 3.333333, sqrt(25.926), 3000),
    ("V15 one queue, time in it", first(one_queue(0.5, 1.0, 500), 0), 2.0, None, 60),
    ("V15 one queue, wait", first(one_queue(0.5, 1.0, 500), 1), 1.0, None, 60),
    ("V15 one queue, over 3", first(one_queue(0.5, 1.0, 500), 2), 0.22313, None, 60),
    ("V15 Erlang B", lost_calls(5, 3.0, 1000), 0.110054, None, 40),
)

COURT_ONLY: tuple[tuple[str, Sampler, float, float | None, int], ...] = (
    ("V6 fair 1000", survivors(1000), 186.541, 78.995, 0),
    ("V8 n=1000", rumour(1000, False), 0.203306, None, 0),
    ("V8b n=1000", rumour(1000, True), 0.203864, None, 0),
    ("V10c t=50", jumps(100, lambda x: 0.1 * x, lambda x: 0.11 * x, 50), 60.653, 22.387, 0),
)
