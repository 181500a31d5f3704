"""The machine of rules: what a condition asks of the world, in whole steps, without loops.

A rule of an authority is judged on what that authority knows: holders and enemy strength as it believes
them. Outcomes, marks and outside events are judged on the truth (thinker 0).
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import exp_
from dualpower.engine.choice import belief_in
from dualpower.engine.force import acting_of, headcount, list_living, refresh_site
from dualpower.engine.situation import read_body
from dualpower.engine.turns import note_asked
from dualpower.engine.world import World
from dualpower.words import (
    ASK_ACTING,
    ASK_ACTING_AT,
    ASK_ALIVE,
    ASK_ALL_DEAD,
    ASK_ARMED,
    ASK_ARRIVED,
    ASK_ASSAULTED,
    ASK_AT,
    ASK_BLOOD,
    ASK_BLOOD_DEAD,
    ASK_BROKEN,
    ASK_BYSTANDERS_DEAD,
    ASK_CAPTIVE,
    ASK_CHOSE,
    ASK_CONTESTED,
    ASK_DAMAGE,
    ASK_DEAD,
    ASK_DEAD_AT,
    ASK_DEMANDED,
    ASK_DONE,
    ASK_ENCIRCLED,
    ASK_ENTERED,
    ASK_FIGHTING,
    ASK_FIRE_DAYS,
    ASK_FIRE_HOURS,
    ASK_FOUND,
    ASK_GUARDED,
    ASK_GUNS_AT,
    ASK_GUNS_OF,
    ASK_HARDSHIP,
    ASK_HELD,
    ASK_HOLDER,
    ASK_HOURS_SINCE,
    ASK_HOURS_SINCE_FIRE,
    ASK_HOURS_WITHOUT_WORD,
    ASK_ISOLATION,
    ASK_KEPT,
    ASK_NOW_MIN,
    ASK_OPEN_LINE,
    ASK_OUTSIDE_BODIES,
    ASK_OUTSIDE_MEN,
    ASK_PASSED,
    ASK_POSTURE,
    ASK_PRESENT,
    ASK_PROMISED,
    ASK_REPORTED_DAMAGE,
    ASK_ROLL,
    ASK_SEAT_HELD,
    ASK_SETTLED,
    ASK_SHELLED,
    ASK_SHOT_DISARMED,
    ASK_STANDING,
    ASK_STOCK,
    ASK_STRIKING,
    ASK_TAKEN,
    ASK_TAKEN_BY_YIELDING,
    ASK_TRUCE,
    ASK_TRUST,
    ASK_VOLUNTEERS,
    ASK_VOTES,
    ASK_WALKED_OUT,
    ASK_WINNING,
    INPUT_USUAL,
    OP_ADD,
    OP_AND,
    OP_ASK,
    OP_DIV,
    OP_END,
    OP_EQ,
    OP_FOR,
    OP_GE,
    OP_GT,
    OP_LE,
    OP_LT,
    OP_MIN,
    OP_MUL,
    OP_NE,
    OP_NEG,
    OP_NOT,
    OP_OR,
    OP_PUSH,
    OP_SKIP_FALSE,
    OP_SKIP_TRUE,
    OP_SUB,
    OP_WATCHED,
)  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leader_odds(c: Case, w: World, k: cython.int, j: cython.int) -> cython.double:
    """Chance that j prevails, as the leaders of k believe."""
    i: cython.int
    total: cython.double = 0.0
    if w.contends[j] == 0:
        return 0.0
    for i in range(1, c.K1):
        if w.contends[i] != 0:
            w.pk[i] = exp_capped(w.hl[k, i])
            total += w.pk[i]
    return w.pk[j] / total


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hours_since_deed(w: World, which: cython.int) -> cython.double:
    """Hours since a plan, decision or outside event came up; 1e9 before it."""
    last: cython.int = -1
    if which < 100000:
        last = w.plan_last[which]
    elif which < 200000:
        last = w.dec_min[which - 100000]
    elif w.out_done[which - 200000] == 1:
        last = w.out_due[which - 200000]
    if last < 0:
        return 1e9
    return (w.t - last) / 60.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_in_one(c: Case, w: World, what: cython.int, u: cython.int, k: cython.int) -> cython.double:
    """What one slot adds to a question about its unit."""
    if what == ASK_PRESENT:
        return headcount(c, w, u)
    if what == ASK_STANDING:
        return w.n[u, k]
    if what == ASK_ROLL:
        return w.roll[u]
    return 1.0 if w.place[u] == k and w.goal[u] < 0 and headcount(c, w, u) > 0 else 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_in_group(c: Case, w: World, what: cython.int, b: cython.int, k: cython.int) -> cython.double:
    """Sum over all parts and detachments of the unit as written whose part is b; for a place, whether any is there.

    Parts stand side by side in the table of units (compiler.cast), detachments behind all of them.
    """
    u: cython.int = b
    v: cython.int
    g: cython.int = c.unit_group[b]
    x: cython.double = 0.0
    while u > 0 and c.unit_group[u - 1] == g:
        u -= 1
    while u < c.U0 and c.unit_group[u] == g:
        x += count_in_one(c, w, what, u, k)
        v = w.sent[u]
        while v >= 0:
            x += count_in_one(c, w, what, v, k)
            v = w.sent_next[v]
        u += 1
    if what == ASK_AT and x > 0.0:
        return 1.0
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_for_side(c: Case, w: World, what: cython.int, k: cython.int, s: cython.int) -> cython.double:
    """Sums over the units of one authority."""
    u: cython.int
    i: cython.int
    x: cython.double = 0.0
    if what == ASK_GUNS_AT:
        u = w.head[s]
        while u >= 0:
            if w.act[u, k] > 0 and w.goal[u] < 0:
                x += w.guns[u]
            u = w.nxt[u]
        return x
    list_living(w)
    for i in range(w.n_living):
        u = w.living[i]
        if what == ASK_CAPTIVE:
            if w.serves[u] == k:
                x += w.captured[u]
        elif what == ASK_ARMED:
            if w.act[u, k] > 0:
                x += w.rifles[u] if w.rifles[u] < w.act[u, k] else w.act[u, k]
        elif what == ASK_GUNS_OF:
            if w.act[u, k] > 0:
                x += w.guns[u]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_sites(c: Case, w: World, what: cython.int, k: cython.int, kind: cython.int) -> cython.double:
    """Sites held by k (of one kind, or any: -1), or sites under fire."""
    s: cython.int
    x: cython.double = 0.0
    for s in range(c.S):
        if what == ASK_FIGHTING:
            if w.hot[s] != 0 and w.fire[s] > 0.02:
                x += 1.0
        elif w.holder[s] == k and (kind < 0 or c.site_kind[s] == kind):
            x += 1.0
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def enemy_known(c: Case, w: World, j: cython.int) -> cython.double:
    """Strength of j as the thinker knows it."""
    s: cython.int
    x: cython.double = 0.0
    for s in range(c.S):
        if w.kholder[w.thinker, s] == j:
            x += w.kforce[w.thinker, s]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def observe_site(c: Case, w: World, what: cython.int, s: cython.int, k: cython.int) -> cython.double:
    """What a rule asks about a site."""
    j: cython.int
    if what == ASK_HOLDER:
        if w.thinker > 0:
            return w.kholder[w.thinker, s]
        return w.holder[s]
    if what == ASK_TAKEN:
        return w.taken[s, k]
    if what == ASK_TAKEN_BY_YIELDING:
        return 1.0 if w.yielded[s] == k else 0.0
    if what == ASK_ASSAULTED:
        return w.assaulted[s]
    if what == ASK_SHELLED:
        return w.shelled[s]
    if what == ASK_ENCIRCLED:
        return 1.0 if w.ringed[s] >= 0 else 0.0
    if what == ASK_CONTESTED:
        return w.hot[s]
    if what == ASK_ENTERED:
        return w.infiltrated[s]
    if what == ASK_DEMANDED:
        return w.demanded[s]
    if what == ASK_STOCK:
        return w.stock[s, k]
    if what == ASK_DEAD_AT:
        if k >= 0:
            return w.dead_at[s, k]
        k = w.dead_at[s, 0]
        for j in range(1, c.K1):
            k += w.dead_at[s, j]
        return k
    if what == ASK_ACTING_AT:
        refresh_site(c, w, s)
        return w.doing[s, k]
    if what == ASK_FIRE_HOURS:
        return w.fire_min[s] / 60.0
    if what == ASK_FIRE_DAYS:
        return w.fire_days[c.town_of[s]]
    return 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def observe_side(c: Case, w: World, what: cython.int, k: cython.int, j: cython.int) -> cython.double:
    """What a rule asks about an authority."""
    if what == ASK_ACTING:
        if w.thinker > 0 and w.thinker != k and w.hostile[w.thinker, k] != 0:
            return enemy_known(c, w, k)
        return acting_of(c, w, k)
    if what == ASK_DEAD:
        return w.killed[k]
    if what == ASK_VOLUNTEERS:
        return w.vols[k]
    if what == ASK_OUTSIDE_MEN:
        return w.outmen[k]
    if what == ASK_OUTSIDE_BODIES:
        return w.outbodies[k]
    if what == ASK_KEPT:
        return w.kept_promise[k]
    if what == ASK_BROKEN:
        return w.broke_promise[k]
    if what == ASK_POSTURE:
        return w.posture[k]
    if what == ASK_ALIVE:
        return w.alive[k]
    if what == ASK_SEAT_HELD:
        return 1.0 if w.seat[k] >= 0 and w.holder[w.seat[k]] == k else 0.0
    if what == ASK_HELD:
        return count_sites(c, w, ASK_HELD, k, j)
    if what == ASK_PROMISED:
        return w.q[k, j]
    if what == ASK_TRUCE:
        return 1.0 if w.truce[k, j] > w.t else 0.0
    return count_for_side(c, w, what, k, j)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def observe_mind(c: Case, w: World, what: cython.int, b: cython.int, k: cython.int) -> cython.double:
    """What a rule asks about belief, trust and the state of a unit; b < 0 is -1 - authority."""
    if what == ASK_WINNING:
        if b < 0:
            return leader_odds(c, w, -1 - b, k)
        return belief_in(c, w, b, k)
    if what == ASK_TRUST:
        return w.hr[-1 - b, k] if b < 0 else w.r[b, k]
    if what == ASK_HOURS_WITHOUT_WORD:
        return (w.t - w.told[b, k]) / 60.0
    if what == ASK_ISOLATION:
        return w.iso[b]
    if what == ASK_HARDSHIP:
        return w.hard[b]
    if what == ASK_ARRIVED:
        return w.came[b]
    if what == ASK_STRIKING:
        return striking_share(c, w, b)
    return count_in_group(c, w, what, b, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def striking_share(c: Case, w: World, u: cython.int) -> cython.double:
    """Share of a body that obeys an order to stop work."""
    k: cython.int
    v: cython.int
    men: cython.double = 0.0
    all_men: cython.double = 0.0
    for v in range(c.U0):
        if c.unit_group[v] == c.unit_group[u]:
            all_men += headcount(c, w, v)
            for k in range(1, c.K1):
                if w.stopped[v, k] != 0:
                    men += w.stopped[v, k]
    if all_men <= 0.0:
        return 0.0
    return men / all_men


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def observe(c: Case, w: World, what: cython.int, b: cython.int, d: cython.int) -> cython.double:
    """Answer one question of a rule."""
    i: cython.int
    x: cython.double
    if what == ASK_PASSED:  # what towns ask most comes first
        return 1.0 if w.mot_share[b] > 0.5 else 0.0
    if what == ASK_NOW_MIN:
        return w.t
    if (what >= ASK_HOLDER and what <= ASK_CONTESTED) or what == ASK_TAKEN_BY_YIELDING or what == ASK_ENTERED:
        return observe_site(c, w, what, b, d)
    if (what == ASK_DEMANDED or what == ASK_STOCK or what == ASK_DEAD_AT or what == ASK_ACTING_AT
            or what == ASK_FIRE_HOURS or what == ASK_FIRE_DAYS):  # fmt: skip
        return observe_site(c, w, what, b, d)
    if what == ASK_GUARDED:
        return 1.0 if w.gate_keeper[b] >= 0 and headcount(c, w, w.gate_keeper[b]) > 0 else 0.0
    if what == ASK_OPEN_LINE:
        return line_state(c, w, b)
    if what == ASK_DONE:
        return 1.0 if hours_since_deed(w, b) < 1e8 else 0.0
    if what == ASK_HOURS_SINCE:
        return hours_since_deed(w, b)
    if what == ASK_CHOSE:
        return 1.0 if w.dec_took[b] == d else 0.0
    if what == ASK_SETTLED:
        return 1.0 if w.settled[0] != 0 else 0.0
    if what == ASK_VOTES:
        return w.mot_share[b] if w.mot_share[b] >= 0.0 else 0.0
    if what == ASK_WALKED_OUT:
        return w.fac_left[b]
    if what == ASK_FOUND:
        return w.found[b]
    if what == ASK_BLOOD:
        return 1.0 if w.blood[0] >= 0 else 0.0
    if what == ASK_BLOOD_DEAD:
        return w.blood_dead[0]
    if what == ASK_HOURS_SINCE_FIRE:
        return (w.t - w.lastfire[0]) / 60.0 if w.lastfire[0] >= 0 else 1e9
    if what == ASK_FIGHTING:
        return count_sites(c, w, ASK_FIGHTING, 0, 0)
    if what == ASK_BYSTANDERS_DEAD:
        return w.bystanders[0]
    if what == ASK_SHOT_DISARMED:
        return w.shot_disarmed[0]
    if what == ASK_DAMAGE:
        return w.damage[0]
    if what == ASK_REPORTED_DAMAGE:
        return w.damage[1]
    if what == ASK_ALL_DEAD:
        x = w.bystanders[0]
        for i in range(c.K1):
            x += w.killed[i]
        return x
    if (what == ASK_WINNING or what == ASK_TRUST or what == ASK_HOURS_WITHOUT_WORD or what == ASK_ISOLATION
            or what == ASK_HARDSHIP or what == ASK_ARRIVED or what == ASK_STRIKING or what == ASK_PRESENT
            or what == ASK_STANDING or what == ASK_ROLL or what == ASK_AT):  # fmt: skip
        return observe_mind(c, w, what, b, d)
    if what == ASK_GUNS_AT:
        return count_for_side(c, w, what, d, b)
    if what >= INPUT_USUAL:
        return read_body(c, w, what)
    return observe_side(c, w, what, b, d)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def judge(c: Case, w: World, rule: cython.int, thinker: cython.int) -> cython.double:
    """Value of a rule now, as the thinker knows the world (0: as it is). Depth is checked when compiled."""
    pc: cython.int = c.prog_start[rule]
    top: cython.int = -1
    op: cython.int
    x: cython.double
    y: cython.double
    w.thinker = thinker
    w.work[3] += 1
    while True:
        op = c.code[pc, 0]
        if op == OP_END:
            break
        if op == OP_PUSH:
            top += 1
            w.stack[top] = c.const[c.code[pc, 1]]
        elif op == OP_ASK:
            top += 1
            w.stack[top] = observe(c, w, c.code[pc, 1], c.code[pc, 2], c.code[pc, 3])
            note_asked(c, w, c.code[pc, 1], c.code[pc, 2])
        elif op == OP_WATCHED:
            top += 1
            w.stack[top] = 1.0 if w.watch_min[c.code[pc, 1]] >= 0 else 0.0
            w.steady = 0
        elif op == OP_SKIP_FALSE:
            if w.stack[top] == 0.0:
                pc += c.code[pc, 1]
        elif op == OP_SKIP_TRUE:
            if w.stack[top] != 0.0:
                w.stack[top] = 1.0
                pc += c.code[pc, 1]
        elif op == OP_NOT:
            w.stack[top] = 1.0 if w.stack[top] == 0.0 else 0.0
        elif op == OP_NEG:
            w.stack[top] = -w.stack[top]
        elif op == OP_FOR:
            w.stack[top] = lasting(w, w.stack[top], c.code[pc, 1], c.code[pc, 2])
        else:
            y = w.stack[top]
            top -= 1
            x = w.stack[top]
            w.stack[top] = combine(op, x, y)
        pc += 1
    w.thinker = 0
    return w.stack[0]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lasting(w: World, x: cython.double, slot: cython.int, span: cython.int) -> cython.double:
    """Whether a condition has held for a span of minutes, each time it was looked at."""
    if x == 0.0:
        w.since[slot] = -1
        return 0.0
    if w.since[slot] < 0:
        w.since[slot] = w.t
    if w.t - w.since[slot] >= span:
        return 1.0
    if w.since[slot] + span < w.ripe:
        w.ripe = w.since[slot] + span
    return 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def combine(op: cython.int, x: cython.double, y: cython.double) -> cython.double:
    """One operation on two numbers; truth is 1, falsehood 0; a quotient by zero is 0."""
    if op == OP_ADD:
        return x + y
    if op == OP_SUB:
        return x - y
    if op == OP_MUL:
        return x * y
    if op == OP_DIV:
        return x / y if y != 0.0 else 0.0
    if op == OP_LT:
        return 1.0 if x < y else 0.0
    if op == OP_LE:
        return 1.0 if x <= y else 0.0
    if op == OP_GT:
        return 1.0 if x > y else 0.0
    if op == OP_GE:
        return 1.0 if x >= y else 0.0
    if op == OP_EQ:
        return 1.0 if x == y else 0.0
    if op == OP_NE:
        return 1.0 if x != y else 0.0
    if op == OP_AND:
        return 1.0 if x != 0.0 and y != 0.0 else 0.0
    if op == OP_OR:
        return 1.0 if x != 0.0 or y != 0.0 else 0.0
    if op == OP_MIN:
        return x if x < y else y
    return x if x > y else y


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def exp_capped(x: cython.double) -> cython.double:
    """Exponential of log-odds, kept in range."""
    if x > 60.0:
        x = 60.0
    if x < -60.0:
        x = -60.0
    return exp_(x)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def line_state(c: Case, w: World, line: cython.int) -> cython.double:
    """1 if the line works for the thinker: exchange served, not cut everywhere."""
    i: cython.int
    for i in range(w.ncut[0]):
        if w.cutw[i, 0] == line and w.cutw[i, 1] < 0:
            return 0.0
    if c.line_staff[line] >= 0 and striking_share(c, w, c.line_staff[line]) > 0.5:
        return 0.0
    return 1.0
