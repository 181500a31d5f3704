"""How the world stands when it begins: facts drawn from what the evidence leaves open, men at their stands.

Stands start at the fixed point of E1 under the coded facts; nobody acts but those on duty.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import (
    LUCK_DUTY,
    LUCK_FACT,
    LUCK_OUTSIDE,
    LUCK_PARAM,
    LUCK_TALK,
    LUCK_TASTE,
    LUCK_TRADITION,
    binomial,
    exp_,
    log_,
    logistic,
    logit,
    mixed,
    name_luck,
    normal,
    root_,
    root_luck,
    uniform,
    whole,
)
from dualpower.engine.choice import drive, may_stand, reckon_hostility, stand_chances
from dualpower.engine.force import enter_site
from dualpower.engine.params import (
    N_PARAMS,
    P_SIGMA,
    P_THETA,
    PRIOR_LOGNORMAL,
    PRIOR_NORMAL,
    PRIOR_UNIFORM,
)
from dualpower.engine.post import forget_wires
from dualpower.engine.ranks import blank_slot
from dualpower.engine.turns import wake_all
from dualpower.engine.world import BLOCK, MAX_CALLS, MAX_NEWS, MAX_OPS, N_EVENTS, World
from dualpower.words import DUTY_ABSENT, DUTY_ON_DUTY, STANCE_HOSTILE, STOCK_CARTRIDGES, STOCK_FOOD

SETTLING_STEPS = 60


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def draw_param(w: World, i: cython.int) -> cython.double:
    """One universal parameter from its prior."""
    kind: cython.int = whole(w.prior[i, 0])
    a: cython.double = w.prior[i, 1]
    b: cython.double = w.prior[i, 2]
    x: cython.double
    j: cython.int
    k: cython.int
    name_luck(w, LUCK_PARAM, i + 1, 0)
    if kind == PRIOR_UNIFORM:
        x = a + (b - a) * uniform(w)
    elif kind == PRIOR_LOGNORMAL:
        x = a * exp_(b * normal(w))
    elif kind == PRIOR_NORMAL:
        x = a + b * normal(w)
    else:
        # Beta(4, 3): the fourth smallest of six uniforms
        for j in range(6):
            w.stack[j] = uniform(w)
        for j in range(4):
            for k in range(j + 1, 6):
                if w.stack[k] < w.stack[j]:
                    x = w.stack[j]
                    w.stack[j] = w.stack[k]
                    w.stack[k] = x
        x = w.stack[3]
    if x < w.prior[i, 3]:
        x = w.prior[i, 3]
    if x > w.prior[i, 4]:
        x = w.prior[i, 4]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def draw_fact(c: Case, w: World, i: cython.int) -> cython.double:
    """One quantity from the range its claims leave open."""
    x: cython.double = c.fact_a[i]
    u: cython.double
    at: cython.double
    if c.fact_kind[i] == 0:
        return x
    name_luck(w, LUCK_FACT, c.fact_key[i], 0)
    if c.fact_kind[i] == 1:
        x = c.fact_a[i] + (c.fact_b[i] - c.fact_a[i]) * uniform(w)
    elif c.fact_kind[i] == 2:
        u = uniform(w)
        at = c.fact_b[i] - c.fact_a[i]
        if at > 0.0:
            if u < (c.fact_c[i] - c.fact_a[i]) / at:
                x = c.fact_a[i] + root_(u * at * (c.fact_c[i] - c.fact_a[i]))
            else:
                x = c.fact_b[i] - root_((1.0 - u) * at * (c.fact_b[i] - c.fact_c[i]))
    else:
        x = c.fact_a[i] + c.fact_b[i] * normal(w)
    if x < c.fact_low[i]:
        x = c.fact_low[i]
    if x > c.fact_high[i]:
        x = c.fact_high[i]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def known(w: World, i: cython.int, other: cython.double) -> cython.double:
    """Value of a fact, or something else where nothing was said."""
    return w.fact[i] if i >= 0 else other


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def clear(c: Case, w: World) -> cython.void:
    """Empty the world of the last run."""
    i: cython.int
    k: cython.int
    w.t = w.n_news = w.n_airing = w.n_calls = w.n_inbox = w.n_log = w.n_promises = w.stage = w.anyfire = w.thinker = 0
    w.n_old = w.n_held = w.steady = 0
    w.expected = w.still = w.shelling = w.calm = w.wake = w.batteries = w.mercy = w.foretold = w.ahead = 0
    w.seq = 0
    w.row = w.tallied = w.counted = -1
    w.cause = 0
    w.units = w.first_free = c.U0
    w.relist = 1
    w.bases = c.U0
    for i in range(N_EVENTS):
        w.counts[i] = 0
    for i in range(8):
        w.order_causes[i] = w.change_causes[i] = 0
        w.work[i] = 0
    for i in range(MAX_CALLS):
        w.c_free[i] = i
    for i in range(MAX_NEWS):
        w.afoot[i] = 0
    for i in range(c.U):
        w.live[i] = 0
        w.spare[i] = 0
        w.laid[i] = 0
    w.bystanders[0] = w.settled[0] = w.blood_dead[0] = w.shot_disarmed[0] = w.ncut[0] = 0
    w.blood[0] = w.lastfire[0] = -1
    w.bydead[0] = 0.0
    w.damage[0] = w.damage[1] = 0.0
    for i in range(6):
        w.found[i] = 0.0
    for i in range(c.FOR):
        w.since[i] = -1
    for i in range(c.W):
        w.watch_min[i] = -1
        w.watch_val[i] = 0.0
    for i in range(c.P):
        w.plan_last[i] = w.plan_row[i] = -1
    wake_all(c, w)
    for i in range(c.D):
        w.dec_took[i] = w.dec_min[i] = -1
    for i in range(c.MO):
        w.mot_share[i] = -1.0
        w.mot_due[i] = 0
        w.mot_row[i] = -1
    for i in range(c.FA):
        w.fac_left[i] = 0
    for i in range(c.K1):
        for k in range(c.K1):
            w.bulletin[i, k] = 0.0
    w.paper = 0
    if c.posted != 0:
        for i in range(c.K1 * c.K1):
            w.papers[0, i] = 0.0
    for i in range(c.B):
        w.body_on[i] = 1
    for i in range(c.L):
        w.link_open[i] = c.link_open0[i]
    for i in range(c.G):
        w.gate_keeper[i] = c.gate_keeper0[i]
    for i in range(c.N):
        for k in range(c.K1):
            w.suppress[i, k] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_sites(c: Case, w: World) -> cython.void:
    """Sites as they stand: holders, stocks, nothing contested."""
    s: cython.int
    i: cython.int
    k: cython.int
    w.n_secrets = w.n_depots = w.n_magazines = 0
    for s in range(c.S):
        w.holder[s] = c.site_holder0[s]
        w.yielded[s] = w.assaulted[s] = w.shelled[s] = w.infiltrated[s] = w.demanded[s] = w.raised[s] = 0
        w.hidden[s] = c.site_hidden[s]
        if w.hidden[s] != 0:
            w.secrets[w.n_secrets] = s
            w.n_secrets += 1
        w.ring[s] = w.hot[s] = w.comer[s] = w.fired[s] = w.tries[s] = w.closed[s] = w.arming[s] = 0
        w.prepared[s] = w.looked[s] = w.stirred[s] = 0
        w.ringed[s] = w.began[s] = w.ready[s] = w.pushed[s] = w.first_fire[s] = w.contest_row[s] = -1
        w.surrendered[s] = w.head[s] = -1
        w.fire[s] = w.tied[s] = 0.0
        w.fire_min[s] = 0
        w.stale[s] = 1
        w.view[s, 0] = 0.0
        for i in range(6):
            w.stock[s, i] = known(w, c.site_stock[s, i], 0.0)
        w.racks[s] = 1
        if w.stock[s, STOCK_FOOD] > 0.0:
            w.depots[w.n_depots] = s
            w.n_depots += 1
        if w.stock[s, STOCK_CARTRIDGES] > 0.0:
            w.magazines[w.n_magazines] = s
            w.n_magazines += 1
        for k in range(c.K1):
            w.taken[s, k] = 0
            w.failed[s, k] = w.again[s, k] = w.dead_at[s, k] = 0
            w.shellers[s, k] = 0.0
            w.kholder[k, s] = c.site_holder0[s]
            w.kforce[k, s] = 0.0
            w.known_foes[k, s // BLOCK] = 0
            w.klook[k, s] = w.kstood[k, s] = -1
            w.aim[k, s] = 0
            w.helped[k, s] = -1000


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_foe(c: Case, k: cython.int, j: cython.int) -> cython.bint:
    """Whether two are hostile as the scenario begins, also if one of them is not there yet."""
    return k > 0 and j > 0 and k != j and c.stance0[k, j] == STANCE_HOSTILE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_authorities(c: Case, w: World) -> cython.void:
    """Authorities as they stand: seats, stances, postures, promises."""
    k: cython.int
    j: cython.int
    i: cython.int
    for i in range(c.towns):
        w.fire_day[i] = w.fire_days[i] = 0
    for k in range(c.K1):
        w.alive[k] = 1 if k > 0 and c.auth_from[k] < 0 else 0
        w.born[k] = 0 if k > 0 and c.auth_from[k] < 0 else -1
        if k > 0 and c.auth_from[k] >= 0:
            w.expected += 1
        w.contends[k] = 0
        w.seat[k] = c.auth_seat[k]
        w.posture[k] = c.auth_posture[k]
        w.local[k] = 1 if c.towns > 1 and c.auth_ops[k] >= 0 and w.fact[c.auth_ops[k]] < 0.5 else 0
        for i in range(c.towns):
            w.posture_in[k, i] = c.auth_posture[k]
        w.provoked[k] = w.threat[k] = w.vols[k] = w.killed[k] = 0
        w.broke_promise[k] = w.kept_promise[k] = w.outmen[k] = w.outbodies[k] = 0
        w.aimkind[k] = w.sparekind[k] = 0
        w.offered[k] = -1
        w.grief[k] = 0.0
        name_luck(w, LUCK_TALK, c.auth_key[k], 0)
        w.zsettle[k] = logistic(w, 0.1)
        name_luck(w, LUCK_TALK, c.auth_key[k], 1)
        w.ztruce[k] = logistic(w, 0.1)
        for j in range(c.K1):
            w.stance[k, j] = c.stance0[k, j]
            w.hostile[k, j] = 0
            w.hl[k, j] = 0.0
            w.hr[k, j] = 0.9 if k == j else (0.3 if is_foe(c, k, j) else 0.5)
            w.truce[k, j] = -1
            w.truced[k, j] = w.breached[k, j] = 0
        for i in range(c.I):
            w.q[k, i] = 0.0
        for i in range(MAX_OPS):
            w.ops[k, i] = w.opend[k, i] = -1
    for i in range(c.R):
        w.q[c.pr_auth[i], c.pr_issue[i]] = c.pr_size[i]
        w.promise_on[i, 0] = c.pr_auth[i]
        w.promise_on[i, 1] = c.pr_issue[i]
        w.promise_on[i, 2] = c.pr_due[i]
        w.promise_on[i, 3] = c.pr_kept[i]
        w.promise_on[i, 4] = c.pr_audience[i]
        w.promise_on[i, 5] = 0
        w.promise_on[i, 6] = -1
        w.n_promises = i + 1
    for k in range(c.K1):
        w.edition[k] += 1  # never set back: what units reckoned in the last run is out of date


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_mind(c: Case, w: World, u: cython.int) -> cython.void:
    """Taste, issues, bond, trust and belief of a unit, as coded and drawn."""
    k: cython.int
    i: cython.int
    x: cython.double
    group: cython.ulonglong = c.unit_key[c.unit_group[u]]
    name_luck(w, LUCK_TRADITION, w.ukey[u], 0)
    w.e[u] = w.par[P_SIGMA] * normal(w)
    for i in range(c.I):
        w.y[u, i] = known(w, c.unit_issue[u, i], 0.0)
    for k in range(1, c.K1):
        name_luck(w, LUCK_TASTE, group + c.auth_key[k], 0)
        w.a[u, k] = known(w, c.unit_lean[u, k], 0.0) + c.unit_doubt[u] * normal(w)
    w.bel[u, 0] = 0.0
    for k in range(1, c.K1):
        x = 0.3 if k == c.unit_of[u] and c.unit_volunteer[u] == 0 else 0.0
        w.bond[u, k] = known(w, c.unit_bond[u, k], x)
        x = 0.5
        if k == c.unit_of[u]:
            x = 0.7
        elif is_foe(c, k, c.unit_of[u]):
            x = 0.3
        w.r[u, k] = known(w, c.unit_trust[u, k], x)
        if c.unit_believes[u, k] >= 0:
            w.l[u, k] = log_(w.fact[c.unit_believes[u, k]])
        else:
            w.l[u, k] = 0.5 * w.a[u, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_unit(c: Case, w: World, u: cython.int) -> cython.void:
    """A unit as it stands: men, arms, place, mind."""
    men: cython.int
    k: cython.int
    side: cython.int = c.unit_of[u]
    blank_slot(c, w, u)
    w.read[u] = 0
    w.live[u] = 1
    w.living[u] = u
    w.leave[u] = 0.0
    w.parent[u] = u
    w.ukey[u] = c.unit_key[u]
    w.roll[u] = whole(known(w, c.unit_roll[u], 0.0) + 0.5)
    men = whole(known(w, c.unit_present[u], w.roll[u]) + 0.5)
    if men > w.roll[u]:
        men = w.roll[u]
    if c.unit_duty[u] == DUTY_ABSENT:
        men = 0
    w.absent[u] = w.roll[u] - men
    w.n[u, 0] = men
    w.rifles[u] = known(w, c.unit_arm[u, 0], 0.0)
    w.mguns[u] = known(w, c.unit_arm[u, 1], 0.0)
    w.guns[u] = known(w, c.unit_arm[u, 2], 0.0)
    w.shells[u] = known(w, c.unit_arm[u, 3], 0.0)
    w.rounds[u] = known(w, c.unit_arm[u, 4], 60.0 * w.rifles[u])
    w.hard[u] = c.unit_unfed[u] / 24.0
    if c.unit_unfed[u] > 0.0:
        w.unfed[u] = -whole(60.0 * c.unit_unfed[u])
        if w.unfed[u] == -1:
            w.unfed[u] = -2
    w.ties[u] = 0
    for k in range(1, c.K1):
        if c.unit_of[u] == k or c.unit_lean[u, k] >= 0 or c.unit_bond[u, k] >= 0:
            w.ties[u] |= 1 << k
    set_mind(c, w, u)
    if side == 0:
        for k in range(1, c.K1):
            if c.unit_lean[u, k] >= 0 and (side == 0 or w.a[u, k] > w.a[u, side]) and w.a[u, k] > 0.0:
                side = k
    w.serves[u] = side
    for k in range(c.K1):
        w.told[u, k] = 0
    w.review[u] = 0
    w.due[u] = whole(mixed(w.ukey[u]) % 12) * 5 + 5
    enter_site(w, u, c.unit_at[u])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def taste_chances(c: Case, w: World, u: cython.int) -> cython.void:
    """Softmax of taste alone, aloof counting 0: where the settling of stands begins; into w.sy."""
    k: cython.int
    total: cython.double = 1.0
    w.sy[0] = 1.0
    for k in range(1, c.K1):
        w.sy[k] = exp_(w.a[u, k]) if may_stand(c, w, u, k) else 0.0
        total += w.sy[k]
    for k in range(c.K1):
        w.sy[k] = w.sy[k] / total


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def settle_stands(c: Case, w: World) -> cython.void:
    """Damped steps to the fixed point of E1, in whole men.

    A site where nobody moved in the last step is left alone, because nobody would move there in this one; w.dprev
    holds the last step in which anybody did.
    """
    i: cython.int
    u: cython.int
    s: cython.int
    k: cython.int
    men: cython.int
    rest: cython.int
    x: cython.int
    moved: cython.bint
    for s in range(c.S):
        w.dprev[s] = 1  # the first two steps are for all
    for i in range(SETTLING_STEPS + 1):
        moved = i == 0
        for u in range(c.U0):
            s = w.place[u]
            men = w.roll[u] - w.absent[u]
            if men <= 0 or w.dprev[s] < i - 1:
                continue
            if i == 0:
                taste_chances(c, w, u)
            else:
                stand_chances(c, w, u)
            rest = men
            for k in range(1, c.K1):
                x = whole(0.5 * w.n[u, k] + 0.5 * men * w.sy[k] + 0.5)
                if i == 0:
                    x = whole(men * w.sy[k] + 0.5)
                if x > rest:
                    x = rest
                if x != w.n[u, k]:
                    moved = True
                    w.stale[s] = 1
                    w.dprev[s] = i if i > 1 else 1
                w.n[u, k] = x
                rest -= x
            w.n[u, 0] = rest
        if not moved:
            return


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def post_guards(c: Case, w: World) -> cython.void:
    """Those on duty begin acting for their own authority, as many as would go on."""
    u: cython.int
    k: cython.int
    p: cython.double
    for u in range(c.U0):
        k = c.unit_of[u]
        if k > 0 and c.unit_duty[u] == DUTY_ON_DUTY:
            w.act[u, k] = w.n[u, k]
            w.sev[u, k] = 1
            w.stale[w.place[u]] = 1
    for u in range(c.U0):
        k = c.unit_of[u]
        if k > 0 and c.unit_duty[u] == DUTY_ON_DUTY:
            p = logit(drive(c, w, u, k) - w.par[P_THETA])
            name_luck(w, LUCK_DUTY, w.ukey[u], 0)
            w.spare[u] = binomial(w, w.n[u, k], p)
    for u in range(c.U0):
        k = c.unit_of[u]
        if k > 0 and c.unit_duty[u] == DUTY_ON_DUTY:
            w.act[u, k] = w.spare[u]
            w.stale[w.place[u]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def begin(c: Case, w: World, seed: cython.ulonglong, run: cython.ulonglong) -> cython.void:
    """Make the world of one run."""
    i: cython.int
    root_luck(w, seed, run)
    clear(c, w)
    for i in range(N_PARAMS):
        w.par[i] = w.given[i] if w.given[i] == w.given[i] else draw_param(w, i)
    # logit(x - d) / logit(x) is never less than exp(-d), here for two steps of severity; a hair less against rounding
    w.obeys = 0.999999 * exp_(-2.0 * w.par[P_THETA])
    for i in range(c.F):
        w.fact[i] = draw_fact(c, w, i)
    set_sites(c, w)
    set_authorities(c, w)
    for i in range(c.U0):
        set_unit(c, w, i)
    reckon_hostility(c, w)
    for i in range(c.X):
        w.out_done[i] = 0
        w.out_due[i] = -1
        if c.out_after[i] >= 0:
            continue
        w.out_due[i] = c.out_min[i]
        if c.out_jitter[i] > 0:
            name_luck(w, LUCK_OUTSIDE, c.out_key[i], 0)
            w.out_due[i] += whole(c.out_jitter[i] * (2.0 * uniform(w) - 1.0))
        if w.out_due[i] < 0:
            w.out_due[i] = 0
    i = 0
    while i < c.NC and c.cut0[i, 0] >= 0:
        w.cutw[i, 0] = c.cut0[i, 0]
        w.cutw[i, 1] = c.cut0[i, 1]
        w.cutw[i, 2] = c.cut0[i, 2]
        i += 1
        w.ncut[0] = i
    forget_wires(c, w)
    settle_stands(c, w)
    post_guards(c, w)
