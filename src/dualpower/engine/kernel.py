"""The order of a step, written in one place: the page to read first.

Every mechanism meets the others only in the world. What a leader does in a step is heard in a later one;
what men decide they decide on the state before anyone moved.
"""

from dualpower.engine._shim import cython
from dualpower.engine.ahead import call_in_next
from dualpower.engine.case import Case
from dualpower.engine.deciders.doctrine import intend
from dualpower.engine.deciders.outside import intervene
from dualpower.engine.deciders.tactics import think
from dualpower.engine.events import because, because_rule, log_event
from dualpower.engine.force import headcount, hold_still, is_marching, list_living
from dualpower.engine.formula import judge, leader_odds
from dualpower.engine.mechanisms.allegiance import revise, revision_chance
from dualpower.engine.mechanisms.assembly import vote_all
from dualpower.engine.mechanisms.bargaining import answer_all, end_truces, judge_promises
from dualpower.engine.mechanisms.belief import feel_silence, hear_all, print_paper, read_news, relax_leaders, relax_unit
from dualpower.engine.mechanisms.contact import contend
from dualpower.engine.mechanisms.entry import try_gates, update_rings
from dualpower.engine.mechanisms.messages import deliver
from dualpower.engine.mechanisms.movement import advance
from dualpower.engine.mechanisms.muster import obey_all, reconsider
from dualpower.engine.mechanisms.needs import provide
from dualpower.engine.mechanisms.search import search_all
from dualpower.engine.ranks import close_slot
from dualpower.engine.start import begin
from dualpower.engine.turns import be_judged, is_asleep, lie_down
from dualpower.engine.world import SERIES_COMMON, SERIES_PER_AUTHORITY, World
from dualpower.words import CAUSE_START, EV_ENDED, EV_RALLIED, EV_STARTED


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def review_gap(c: Case, w: World, u: cython.int) -> cython.int:
    """Minutes to the next review: 60 in a contest or among agitators, 120 on the march, else by the case's gaps.

    In a city a detachment is looked at each 120 min and a body at home each 360; in a country a detachment each eighth
    step, a body at home each fourth, but each 24th once it was quiet twice and until somebody comes to its place.

    Chances are exact for any gap; a quiet barracks is looked at less often only because little changes there. How near
    this comes to looking at all of them each second step is measured in docs/design.md, "A country at a coarser grain".
    """
    if w.agit[u] > w.t - c.blind or (w.hot[w.place[u]] != 0 and w.goal[u] < 0):
        return 60
    if w.goal[u] >= 0:
        return 120
    if w.parent[u] != u:
        return c.gap_away
    return c.gap_home if w.quiet[u] < 2 else c.gap_calm


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def review(c: Case, w: World, u: cython.int) -> cython.void:
    """A unit takes stock: what it believes, whom it stands with, who acts."""
    hours: cython.double = (w.t - w.review[u]) / 60.0
    p: cython.double
    w.review[u] = w.t
    if headcount(c, w, u) == 0:
        w.due[u] = w.t + review_gap(c, w, u)
        close_slot(c, w, u)
        return
    w.work[0] += 1
    if w.broken[u] > 0 and w.broken[u] <= w.t:
        w.broken[u] = -1
        because_rule(w, w.order_row[u])
        log_event(w, EV_RALLIED, u, w.serves[u], w.place[u], -1, headcount(c, w, u))
    if c.posted != 0:
        read_news(c, w, u)
    relax_unit(c, w, u, hours)
    feel_silence(c, w, u)
    p = revision_chance(c, w, u, hours)
    revise(c, w, u, p)
    w.due[u] = w.t + review_gap(c, w, u)
    if w.live[u] != 0:
        reconsider(c, w, u, p)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def review_due(c: Case, w: World) -> cython.void:
    """All units whose hour has come; looked for each quarter of an hour."""
    u: cython.int
    i: cython.int
    if w.t % 15 != 0:
        return
    hold_still(c, w)
    list_living(w)
    if c.posted != 0:
        print_paper(c, w)
    for i in range(w.n_living):
        u = w.living[i]
        if w.due[u] <= w.t:
            if c.T > 1:  # a city is small enough to be at hand
                call_in_next(c, w, i)
            review(c, w, u)
    w.still = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lead(c: Case, w: World) -> cython.void:
    """Leaders act: plans and decisions each quarter of an hour, tactics each half-hour."""
    k: cython.int
    intervene(c, w)
    if w.t % 15 == 0:
        intend(c, w)
    for k in range(1, c.K1):
        if w.alive[k] != 0 and (w.t + 5 * k) % 30 < c.step:
            relax_leaders(c, w, k, c.thought / 60.0)
            think(c, w, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def every_hour(c: Case, w: World) -> cython.void:
    """Needs, promises, the hourly record."""
    provide(c, w, c.needs / 60.0)
    judge_promises(c, w)
    if w.t % c.grain == 0:
        record(c, w, w.t // c.grain)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tick(c: Case, w: World) -> cython.void:
    """One step. Order is meaning."""
    s: cython.int
    hours: cython.double = c.step / 60.0
    lead(c, w)
    deliver(c, w)
    hear_all(c, w)
    obey_all(c, w)
    answer_all(c, w)
    vote_all(c, w)
    review_due(c, w)
    advance(c, w)
    if w.t % 30 == 0:
        update_rings(c, w)
    if c.G > 0:
        for s in range(c.S):
            if w.hot[s] != 0 or w.ring[s] > 0:
                try_gates(c, w, s, hours)
    contend(c, w, hours)
    search_all(c, w, hours)
    end_truces(c, w)
    if w.t % 60 == 0:
        every_hour(c, w)
    if w.t % 15 == 0:
        watch(c, w, 0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_time(c: Case, w: World, i: cython.int) -> cython.bint:
    """Whether what a watch waits for is true; if not, it sleeps if it may."""
    be_judged(w)
    if judge(c, w, c.watch_trigger[i], 0) != 0.0:
        return True
    lie_down(w, c.P + i)
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def watch(c: Case, w: World, final: cython.int) -> cython.void:
    """Note the first minute at which each watched rule is true, and the value asked for then."""
    i: cython.int
    for i in range(c.W):
        if is_asleep(w, c.P + i) or w.watch_min[i] >= 0:
            continue
        if c.watch_trigger[i] < 0:
            if final == 0:
                continue
        elif not is_time(c, w, i):
            continue
        w.watch_min[i] = w.t
        if c.watch_value[i] >= 0:
            w.watch_val[i] = judge(c, w, c.watch_value[i], 0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def record_body(w: World, hour: cython.int, u: cython.int, k: cython.int) -> cython.void:
    """Add those of one body who stand with one authority to the hourly record."""
    i: cython.int = SERIES_COMMON + SERIES_PER_AUTHORITY * (k - 1)
    acting: cython.int = w.act[u, k]
    rifles: cython.double = w.rifles[u] if w.rifles[u] < acting else acting
    w.series[hour, i + 1] += w.n[u, k]
    if acting == 0:
        return
    w.series[hour, i] += acting
    w.series[hour, i + 2] += cython.cast(cython.int, rifles)
    if is_marching(w, u):
        w.series[hour, 3] += acting


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def record(c: Case, w: World, hour: cython.int) -> cython.void:
    """One row of the hourly record."""
    k: cython.int
    s: cython.int
    u: cython.int
    i: cython.int
    if hour >= c.hours:
        return
    for i in range(SERIES_COMMON + SERIES_PER_AUTHORITY * c.K):
        w.series[hour, i] = 0
    w.series[hour, 0] = w.bystanders[0]
    for s in range(c.S):
        w.holders[hour, s] = w.holder[s]
        if w.holder[s] > 0:
            w.series[hour, SERIES_COMMON + SERIES_PER_AUTHORITY * (w.holder[s] - 1) + 3] += 1
        if w.hot[s] != 0 and w.fire[s] > 0.02:
            w.series[hour, 1] += 1
    list_living(w)
    for i in range(w.n_living):
        u = w.living[i]
        w.series[hour, 2] += w.captured[u]
        for k in range(1, c.K1):
            if w.n[u, k] > 0:
                record_body(w, hour, u, k)
    for k in range(1, c.K1):
        i = SERIES_COMMON + SERIES_PER_AUTHORITY * (k - 1)
        w.series[hour, i + 4] = w.killed[k]
        w.series[hour, i + 5] = cython.cast(cython.int, 1000.0 * leader_odds(c, w, k, k))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def find_outcome(c: Case, w: World) -> cython.int:
    """The first outcome whose rule holds at the end; one without a rule always does."""
    i: cython.int
    for i in range(c.Q):
        if c.outcome_rule[i] < 0 or judge(c, w, c.outcome_rule[i], 0) != 0.0:
            return i
    return -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def open_run(c: Case, w: World, seed: cython.ulonglong, run: cython.ulonglong) -> cython.void:
    """The state before the first step."""
    begin(c, w, seed, run)
    because(w, CAUSE_START, -1)
    log_event(w, EV_STARTED, -1, -1, -1, -1, 0.0)
    w.t = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def run_until(c: Case, w: World, minute: cython.int) -> cython.void:
    """Step after step, up to the first one that begins at or after a minute, or the end."""
    while w.t < minute and w.t < c.minutes and w.stage == 0:
        tick(c, w)
        w.t += c.step


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def close_run(c: Case, w: World) -> cython.int:
    """How the history ended: its outcome, or -1 with the stage at which it failed."""
    outcome: cython.int
    if w.stage != 0:
        return -1
    w.t = c.minutes
    if w.t % c.grain == 0:
        record(c, w, w.t // c.grain)
    watch(c, w, 1)
    outcome = find_outcome(c, w)
    because_rule(w, -1)
    log_event(w, EV_ENDED, -1, -1, -1, outcome, 0.0)
    return outcome


def simulate_run(c: Case, w: World, seed: cython.ulonglong, run: cython.ulonglong):
    """Run one history in the world w, without holding the interpreter's lock; returns the outcome or -1."""
    outcome: cython.int
    with cython.nogil:
        open_run(c, w, seed, run)
        run_until(c, w, c.minutes)
        outcome = close_run(c, w)
    return outcome


def begin_run(c: Case, w: World, seed: cython.ulonglong, run: cython.ulonglong):
    """Open one history in the world w, to be looked at while it goes on."""
    open_run(c, w, seed, run)


def continue_run(c: Case, w: World, minute: cython.int):
    """Go on until a minute; returns the minute reached."""
    run_until(c, w, minute)
    return w.t


def finish_run(c: Case, w: World):
    """Close a history that has come to its end; returns the outcome or -1."""
    return close_run(c, w)


def is_compiled_text():
    """Whether this text was compiled."""
    return cython.compiled
