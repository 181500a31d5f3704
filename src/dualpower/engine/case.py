"""The case: a scenario as numbers. Read-only, shared by every run and every thread.

One block per noun; each field says its shape and meaning. Words are gone: an authority is 1..K (0 is
nobody), a site, unit, gate, link, line, plan, decision, option, rule is an index. A quantity is the index
of a *fact*, whose value is drawn anew in every run from the range the evidence leaves open.
"""

import numpy as np

from dualpower.engine._shim import cython


def as_view(array):
    """Array as the kernel wants it: itself when compiled, a plain memoryview when interpreted.

    Interpreted, items of a memoryview come back as Python numbers: twice as fast, and no overflow.
    """
    return array if cython.compiled else memoryview(array)


# shape of each field in the names of dimensions; the compiler of scenarios fills them
CASE_FIELDS = (
    ("fact_kind", "int32", ("F",)),
    ("fact_a", "float64", ("F",)),
    ("fact_b", "float64", ("F",)),
    ("fact_c", "float64", ("F",)),
    ("fact_low", "float64", ("F",)),
    ("fact_high", "float64", ("F",)),
    ("fact_key", "uint64", ("F",)),
    ("auth_key", "uint64", ("K1",)),
    ("auth_seat", "int32", ("K1",)),
    ("auth_posture", "int32", ("K1",)),
    ("auth_ops", "int32", ("K1",)),
    ("auth_from", "int32", ("K1",)),
    ("stance0", "int32", ("K1", "K1")),
    ("body_auth", "int32", ("B",)),
    ("body_accepted", "int32", ("B",)),
    ("site_key", "uint64", ("S",)),
    ("site_kind", "int32", ("S",)),
    ("site_holder0", "int32", ("S",)),
    ("site_entrances", "int32", ("S",)),
    ("site_cover", "float64", ("S",)),
    ("site_value", "float64", ("S",)),
    ("site_guard", "int32", ("S",)),
    ("site_expected", "float64", ("S",)),
    ("site_shrine", "int32", ("S",)),
    ("site_residents", "int32", ("S",)),
    ("site_stock", "int32", ("S", "6")),
    ("site_hidden", "int32", ("S",)),
    ("site_town", "int32", ("S",)),
    ("site_slot", "int32", ("S",)),
    ("town_of", "int32", ("S",)),
    ("km", "float64", ("S", "SM")),
    ("path_km", "float64", ("S", "SM")),
    ("hop", "int32", ("S", "SM")),
    ("town_door", "int32", ("T",)),
    ("town_km", "float64", ("T", "T")),
    ("town_way", "float64", ("T", "T")),
    ("town_hop", "int32", ("T", "T")),
    ("adj_start", "int32", ("S1",)),
    ("adj_to", "int32", ("L2",)),
    ("adj_link", "int32", ("L2",)),
    ("link_a", "int32", ("L",)),
    ("link_b", "int32", ("L",)),
    ("link_kind", "int32", ("L",)),
    ("link_km", "float64", ("L",)),
    ("link_open0", "int32", ("L",)),
    ("link_crew", "int32", ("L",)),
    ("gate_key", "uint64", ("G",)),
    ("gate_site", "int32", ("G",)),
    ("gate_to", "int32", ("G",)),
    ("gate_keeper0", "int32", ("G",)),
    ("gate_known", "int32", ("G",)),
    ("line_kind", "int32", ("N",)),
    ("line_exchange", "int32", ("N",)),
    ("line_staff", "int32", ("N",)),
    ("line_joins", "int32", ("N", "S")),
    ("cut0", "int32", ("NC", "3")),
    ("unit_key", "uint64", ("U0",)),
    ("unit_kind", "int32", ("U0",)),
    ("unit_weapon", "float64", ("U0",)),
    ("unit_muster", "float64", ("U0",)),
    ("unit_speed", "float64", ("U0",)),
    ("unit_at", "int32", ("U0",)),
    ("unit_duty", "int32", ("U0",)),
    ("unit_of", "int32", ("U0",)),
    ("unit_roll", "int32", ("U0",)),
    ("unit_present", "int32", ("U0",)),
    ("unit_bond", "int32", ("U0", "K1")),
    ("unit_lean", "int32", ("U0", "K1")),
    ("unit_doubt", "float64", ("U0",)),
    ("unit_issue", "int32", ("U0", "I")),
    ("unit_trust", "int32", ("U0", "K1")),
    ("unit_believes", "int32", ("U0", "K1")),
    ("unit_arm", "int32", ("U0", "6")),
    ("unit_volunteer", "int32", ("U0",)),
    ("unit_unfed", "float64", ("U0",)),
    ("unit_commander", "int32", ("U0",)),
    ("unit_group", "int32", ("U0",)),
    ("route_start", "int32", ("U01",)),
    ("route_site", "int32", ("RT",)),
    ("act_verb", "int32", ("A",)),
    ("act_auth", "int32", ("A",)),
    ("act_body", "int32", ("A",)),
    ("act_site", "int32", ("A",)),
    ("act_site2", "int32", ("A",)),
    ("act_unit0", "int32", ("A",)),
    ("act_unit1", "int32", ("A",)),
    ("act_units", "int32", ("AU",)),
    ("act_men", "int32", ("A",)),
    ("act_share", "int32", ("A",)),
    ("act_count", "int32", ("A",)),
    ("act_line", "int32", ("A",)),
    ("act_other", "int32", ("A",)),
    ("act_favours", "int32", ("A",)),
    ("act_news", "int32", ("A",)),
    ("act_terms", "int32", ("A",)),
    ("act_within", "int32", ("A",)),
    ("act_lasting", "int32", ("A",)),
    ("act_or", "int32", ("A",)),
    ("act_size", "float64", ("A",)),
    ("act_due", "int32", ("A",)),
    ("act_kept", "int32", ("A",)),
    ("act_assert", "int32", ("A",)),
    ("act_audience", "int32", ("A",)),
    ("act_claimed", "int32", ("A",)),
    ("plan_key", "uint64", ("P",)),
    ("plan_auth", "int32", ("P",)),
    ("plan_body", "int32", ("P",)),
    ("plan_rule", "int32", ("P",)),
    ("plan_until", "int32", ("P",)),
    ("plan_every", "int32", ("P",)),
    ("plan_act0", "int32", ("P",)),
    ("plan_act1", "int32", ("P",)),
    ("plan_dated", "int32", ("P",)),
    ("dec_key", "uint64", ("D",)),
    ("dec_auth", "int32", ("D",)),
    ("dec_body", "int32", ("D",)),
    ("dec_rule", "int32", ("D",)),
    ("dec_opt0", "int32", ("D",)),
    ("dec_opt1", "int32", ("D",)),
    ("dec_dated", "int32", ("D",)),
    ("opt_chance", "int32", ("O",)),
    ("opt_history", "int32", ("O",)),
    ("opt_act0", "int32", ("O",)),
    ("opt_act1", "int32", ("O",)),
    ("out_key", "uint64", ("X",)),
    ("out_min", "int32", ("X",)),
    ("out_after", "int32", ("X",)),
    ("out_jitter", "int32", ("X",)),
    ("out_rule", "int32", ("X",)),
    ("out_act0", "int32", ("X",)),
    ("out_act1", "int32", ("X",)),
    ("pr_auth", "int32", ("R",)),
    ("pr_issue", "int32", ("R",)),
    ("pr_size", "float64", ("R",)),
    ("pr_due", "int32", ("R",)),
    ("pr_kept", "int32", ("R",)),
    ("pr_audience", "int32", ("R",)),
    ("mot_assembly", "int32", ("MO",)),
    ("mot_favours", "int32", ("MO",)),
    ("mot_severity", "float64", ("MO",)),
    ("mot_act0", "int32", ("MO",)),
    ("mot_act1", "int32", ("MO",)),
    ("mot_key", "uint64", ("MO",)),
    ("fac_assembly", "int32", ("FA",)),
    ("fac_seats", "int32", ("FA",)),
    ("fac_lean", "int32", ("FA", "K1")),
    ("fac_unit", "int32", ("FA",)),
    ("fac_key", "uint64", ("FA",)),
    ("asm_turnout", "int32", ("M",)),
    ("asm_site", "int32", ("M",)),
    ("prog_start", "int32", ("PG",)),
    ("code", "int32", ("CD", "4")),
    ("const", "float64", ("CN",)),
    ("watch_trigger", "int32", ("W",)),
    ("watch_value", "int32", ("W",)),
    ("outcome_rule", "int32", ("Q",)),
    ("point_rule", "int32", ("4",)),
    ("w_news", "float64", ("NK",)),
    ("severity", "int32", ("OK",)),
)
CASE_SCALARS = (
    "K",
    "K1",
    "C",
    "U0",
    "U",
    "S",
    "G",
    "N",
    "L",
    "I",
    "D",
    "P",
    "X",
    "M",
    "MO",
    "FA",
    "W",
    "Q",
    "R",
    "B",
    "F",
    "FOR",
    "NC",
    "minutes",
    "step",
    "hours",
    "grain",
    "T",
    "start_min",
    "towns",
    "posted",
    "small_towns",
    "pooled",
    "blind",
    "gap_home",
    "gap_calm",
    "gap_away",
    "thought",
    "needs",
    "log_rows",
    "log_rows_a_unit",
)


@cython.cclass
class Case:
    """A compiled scenario. Built from a dict with one array per field and one integer per scalar."""

    K: cython.int
    K1: cython.int
    C: cython.int
    U0: cython.int
    U: cython.int
    S: cython.int
    G: cython.int
    N: cython.int
    L: cython.int
    I: cython.int
    D: cython.int
    P: cython.int
    X: cython.int
    M: cython.int
    MO: cython.int
    FA: cython.int
    W: cython.int
    Q: cython.int
    R: cython.int
    B: cython.int
    F: cython.int
    FOR: cython.int
    NC: cython.int
    minutes: cython.int
    step: cython.int
    hours: cython.int
    grain: cython.int
    T: cython.int
    start_min: cython.int
    towns: cython.int  # towns: what streets and yards hold together; a city is one
    posted: cython.int  # 1 where news for everybody is posted, and a unit reads it when it takes stock
    small_towns: cython.int  # 1 where a town is a few sites, so that in all of it is seen who is alone in arms
    pooled: cython.int  # 1 where men of a body in which nobody acts, who think again, are drawn together
    blind: cython.int  # minutes that nobody looks into between two looks: 0 in a city
    gap_home: cython.int  # minutes between reviews of a body at home in quiet, while its stands move
    gap_calm: cython.int  # the same once hardly anybody changes his stand
    gap_away: cython.int  # minutes between reviews of a detachment that stands in quiet
    thought: cython.int  # minutes between two thoughts of a leader
    needs: cython.int  # minutes between two reckonings of needs
    log_rows: cython.int  # rows of the log that a run may write at least
    log_rows_a_unit: cython.int  # and for each unit
    user: object  # what calls the user's functions (caller.py), or None; touched with the interpreter's lock only
    fact_kind: cython.int[::1]  # [F] 0 fixed, 1 uniform, 2 triangular, 3 normal
    fact_a: cython.double[::1]  # [F] fixed value; low; low; mean
    fact_b: cython.double[::1]  # [F] -; high; high; sd
    fact_c: cython.double[::1]  # [F] -; -; mode; -
    fact_low: cython.double[::1]  # [F] hard lower bound of the drawn value
    fact_high: cython.double[::1]  # [F] hard upper bound
    fact_key: cython.ulonglong[::1]  # [F] name of the fact, hashed
    auth_key: cython.ulonglong[::1]  # [K1] name of the authority, hashed; row 0 is nobody
    auth_seat: cython.int[::1]  # [K1] site of the seat, -1 none
    auth_posture: cython.int[::1]  # [K1] posture at the start
    auth_ops: cython.int[::1]  # [K1] fact: operations at once
    auth_from: cython.int[::1]  # [K1] rule from which it is there, -1 from the start
    stance0: cython.int[:, ::1]  # [K1,K1] stance at the start: 0 hostile, 1 neutral, 2 allied (own: 2)
    body_auth: cython.int[::1]  # [B] authority the body belongs to
    body_accepted: cython.int[::1]  # [B] fact: share of the bond its orders carry
    site_key: cython.ulonglong[::1]  # [S] name of the site, hashed
    site_kind: cython.int[::1]  # [S] kind of the site
    site_holder0: cython.int[::1]  # [S] holder at the start, 0 nobody
    site_entrances: cython.int[::1]  # [S] entrances that can be fought through
    site_cover: cython.double[::1]  # [S] cover of holders
    site_value: cython.double[::1]  # [S] value to a leader
    site_guard: cython.int[::1]  # [S] guard wanted, men
    site_expected: cython.double[::1]  # [S] enemy expected where unseen, men
    site_shrine: cython.int[::1]  # [S] 1 if firing on it is severity 4
    site_residents: cython.int[::1]  # [S] fact: people within rifle range
    site_stock: cython.int[:, ::1]  # [S,6] facts: stocks at the start, -1 none
    site_hidden: cython.int[::1]  # [S] bit per stock that must be searched for
    site_town: cython.int[::1]  # [S] town the site lies in; a city is one town
    town_of: cython.int[::1]  # [S] town it lies in, by its streets (site_town: by its table of ways)
    site_slot: cython.int[::1]  # [S] number of the site within its town: column of the three tables below
    km: cython.double[:, ::1]  # [S,S] distance as the crow flies, km
    path_km: cython.double[:, ::1]  # [S,S] length of the shortest street path, km
    hop: cython.int[:, ::1]  # [S,S] next site on that path, -1 none
    town_door: cython.int[::1]  # [T] the site through which all ways out of the town go
    town_km: cython.double[:, ::1]  # [T,T] door to door as the crow flies
    town_way: cython.double[:, ::1]  # [T,T] door to door by the shortest way, 1e9 none
    town_hop: cython.int[:, ::1]  # [T,T] next town on that way, -1 none
    adj_start: cython.int[::1]  # [S1] first row of a site's links
    adj_to: cython.int[::1]  # [L2] neighbour
    adj_link: cython.int[::1]  # [L2] link
    link_a: cython.int[::1]  # [L] one end
    link_b: cython.int[::1]  # [L] other end
    link_kind: cython.int[::1]  # [L] kind of link
    link_km: cython.double[::1]  # [L] length, km
    link_open0: cython.int[::1]  # [L] open at the start
    link_crew: cython.int[::1]  # [L] base unit that runs it, -1 none
    gate_key: cython.ulonglong[::1]  # [G] name of the gate, hashed
    gate_site: cython.int[::1]  # [G] site it leads into
    gate_to: cython.int[::1]  # [G] neighbour it opens on
    gate_keeper0: cython.int[::1]  # [G] base unit that keeps it at the start, -1 forgotten
    gate_known: cython.int[::1]  # [G] bit per authority that knows of it
    line_kind: cython.int[::1]  # [N] kind of line
    line_exchange: cython.int[::1]  # [N] site of the exchange, -1 none
    line_staff: cython.int[::1]  # [N] base unit that works it, -1 none
    line_joins: cython.int[:, ::1]  # [N,S] 1 where the line has an end
    cut0: cython.int[:, ::1]  # [NC,3] wires cut at the start: line, site, site (-1 = everywhere)
    unit_key: cython.ulonglong[::1]  # [U0] name of the unit, hashed
    unit_kind: cython.int[::1]  # [U0] kind of the unit
    unit_weapon: cython.double[::1]  # [U0] weapon factor of the kind
    unit_muster: cython.double[::1]  # [U0] h to muster from barracks
    unit_speed: cython.double[::1]  # [U0] km/h
    unit_at: cython.int[::1]  # [U0] site where it lives
    unit_duty: cython.int[::1]  # [U0] duty at the start
    unit_of: cython.int[::1]  # [U0] authority whose chain of command it is in, 0 none
    unit_roll: cython.int[::1]  # [U0] fact: men on paper
    unit_present: cython.int[::1]  # [U0] fact: men there, -1 = the roll
    unit_bond: cython.int[:, ::1]  # [U0,K1] facts: bond, -1 none
    unit_lean: cython.int[:, ::1]  # [U0,K1] facts: leaning, -1 none
    unit_doubt: cython.double[::1]  # [U0] sd of the coding of leanings
    unit_issue: cython.int[:, ::1]  # [U0,I] facts: issue weights, -1 none
    unit_trust: cython.int[:, ::1]  # [U0,K1] facts: trust, -1 default
    unit_believes: cython.int[:, ::1]  # [U0,K1] facts: belief, -1 default
    unit_arm: cython.int[:, ::1]  # [U0,6] facts: rifles, machine-guns, guns, shells, cartridges, lorries; -1 none
    unit_volunteer: cython.int[::1]  # [U0] 1 if it must be called out
    unit_unfed: cython.double[::1]  # [U0] h without food at the start
    unit_commander: cython.int[::1]  # [U0] body that commands it, -1 none
    unit_group: cython.int[::1]  # [U0] index of the unit as written (parts of a spread unit share it)
    route_start: cython.int[::1]  # [U01] first row of an outside body's route
    route_site: cython.int[::1]  # [RT] towns on the way
    act_verb: cython.int[::1]  # [A] verb
    act_auth: cython.int[::1]  # [A] authority that acts, 0 from outside
    act_body: cython.int[::1]  # [A] body that acts, -1 none
    act_site: cython.int[::1]  # [A] main site, -1
    act_site2: cython.int[::1]  # [A] other site, -1
    act_unit0: cython.int[::1]  # [A] first row in act_units
    act_unit1: cython.int[::1]  # [A] one past the last row
    act_units: cython.int[::1]  # [AU] base units named
    act_men: cython.int[::1]  # [A] fact: men asked for, -1
    act_share: cython.int[::1]  # [A] fact: share a day, -1
    act_count: cython.int[::1]  # [A] guns asked for
    act_line: cython.int[::1]  # [A] line, -1
    act_other: cython.int[::1]  # [A] authority, issue, body, motion, gate or unit the verb is about, -1
    act_favours: cython.int[::1]  # [A] authority favoured, 0
    act_news: cython.int[::1]  # [A] kind of news
    act_terms: cython.int[::1]  # [A] bits of terms
    act_within: cython.int[::1]  # [A] minutes, -1
    act_lasting: cython.int[::1]  # [A] minutes, -1
    act_or: cython.int[::1]  # [A] order that follows a refusal (ORDER_* or 100 = fight, 101 = strike), -1
    act_size: cython.double[::1]  # [A] size of a promise
    act_due: cython.int[::1]  # [A] minute a promise is due, -1
    act_kept: cython.int[::1]  # [A] rule that tells whether it was kept, -1
    act_assert: cython.int[::1]  # [A] rule asserted, -1
    act_audience: cython.int[::1]  # [A] bit per authority whose people are addressed, -1 all
    act_claimed: cython.int[::1]  # [A] authority in whose name a forged order goes, 0
    plan_key: cython.ulonglong[::1]  # [P] name, hashed
    plan_auth: cython.int[::1]  # [P] authority
    plan_body: cython.int[::1]  # [P] body, -1
    plan_rule: cython.int[::1]  # [P] condition
    plan_until: cython.int[::1]  # [P] condition that ends repetition, -1
    plan_every: cython.int[::1]  # [P] minutes between repetitions, 0 once
    plan_act0: cython.int[::1]  # [P] first act
    plan_act1: cython.int[::1]  # [P] one past the last
    plan_dated: cython.int[::1]  # [P] 1 if the condition reads the clock
    dec_key: cython.ulonglong[::1]  # [D] name, hashed
    dec_auth: cython.int[::1]  # [D] authority
    dec_body: cython.int[::1]  # [D] body, -1
    dec_rule: cython.int[::1]  # [D] condition
    dec_opt0: cython.int[::1]  # [D] first option
    dec_opt1: cython.int[::1]  # [D] one past the last
    dec_dated: cython.int[::1]  # [D] 1 if the condition reads the clock
    opt_chance: cython.int[::1]  # [O] fact: chance
    opt_history: cython.int[::1]  # [O] 1 if history's
    opt_act0: cython.int[::1]  # [O] first act
    opt_act1: cython.int[::1]  # [O] one past the last
    out_key: cython.ulonglong[::1]  # [X] name, hashed
    out_min: cython.int[::1]  # [X] minute, not before which; -1 none
    out_after: cython.int[::1]  # [X] minutes from when the condition first holds, -1 it has a date
    out_jitter: cython.int[::1]  # [X] minutes either way
    out_rule: cython.int[::1]  # [X] condition, -1
    out_act0: cython.int[::1]  # [X] first act
    out_act1: cython.int[::1]  # [X] one past the last
    pr_auth: cython.int[::1]  # [R] authority that promised before the start
    pr_issue: cython.int[::1]  # [R] issue
    pr_size: cython.double[::1]  # [R] size -1..1
    pr_due: cython.int[::1]  # [R] minute, -1
    pr_kept: cython.int[::1]  # [R] rule, -1
    pr_audience: cython.int[::1]  # [R] bit per authority, -1 all
    mot_assembly: cython.int[::1]  # [MO] assembly
    mot_favours: cython.int[::1]  # [MO] authority
    mot_severity: cython.double[::1]  # [MO] how far it goes
    mot_act0: cython.int[::1]  # [MO] first act
    mot_act1: cython.int[::1]  # [MO] one past the last
    mot_key: cython.ulonglong[::1]  # [MO] name, hashed
    fac_assembly: cython.int[::1]  # [FA] assembly
    fac_seats: cython.int[::1]  # [FA] fact: seats
    fac_lean: cython.int[:, ::1]  # [FA,K1] facts: leaning
    fac_unit: cython.int[::1]  # [FA] unit whose people mandate it, -1 none
    fac_key: cython.ulonglong[::1]  # [FA] name, hashed
    asm_turnout: cython.int[::1]  # [M] fact: share present
    asm_site: cython.int[::1]  # [M] where it meets
    prog_start: cython.int[::1]  # [PG] first instruction of a rule
    code: cython.int[:, ::1]  # [CD,4] instruction: op, a, b, c
    const: cython.double[::1]  # [CN] numbers in rules
    watch_trigger: cython.int[::1]  # [W] rule that starts a watch, -1 at the end
    watch_value: cython.int[::1]  # [W] rule that gives its value, -1 none
    outcome_rule: cython.int[::1]  # [Q] rule of each outcome, -1 otherwise
    point_rule: cython.int[::1]  # [4] at each point of words.POINTS: program of a formula, -1 nobody, -2 a function
    w_news: cython.double[::1]  # [NK] weight of each kind of news
    severity: cython.int[::1]  # [OK] severity of each order

    def __init__(self, arrays):
        self.K = arrays["K"]
        self.K1 = arrays["K1"]
        self.C = arrays["C"]
        self.U0 = arrays["U0"]
        self.U = arrays["U"]
        self.S = arrays["S"]
        self.G = arrays["G"]
        self.N = arrays["N"]
        self.L = arrays["L"]
        self.I = arrays["I"]
        self.D = arrays["D"]
        self.P = arrays["P"]
        self.X = arrays["X"]
        self.M = arrays["M"]
        self.MO = arrays["MO"]
        self.FA = arrays["FA"]
        self.W = arrays["W"]
        self.Q = arrays["Q"]
        self.R = arrays["R"]
        self.B = arrays["B"]
        self.F = arrays["F"]
        self.FOR = arrays["FOR"]
        self.NC = arrays["NC"]
        self.minutes = arrays["minutes"]
        self.step = arrays["step"]
        self.hours = arrays["hours"]
        self.grain = arrays["grain"]
        self.T = arrays["T"]
        self.start_min = arrays["start_min"]
        self.towns = arrays["towns"]
        self.posted = arrays["posted"]
        self.small_towns = arrays["small_towns"]
        self.pooled = arrays["pooled"]
        self.blind = arrays["blind"]
        self.gap_home = arrays["gap_home"]
        self.gap_calm = arrays["gap_calm"]
        self.gap_away = arrays["gap_away"]
        self.thought = arrays["thought"]
        self.needs = arrays["needs"]
        self.log_rows = arrays["log_rows"]
        self.log_rows_a_unit = arrays["log_rows_a_unit"]
        self.user = arrays.get("user")
        self.fact_kind = as_view(arrays["fact_kind"])
        self.fact_a = as_view(arrays["fact_a"])
        self.fact_b = as_view(arrays["fact_b"])
        self.fact_c = as_view(arrays["fact_c"])
        self.fact_low = as_view(arrays["fact_low"])
        self.fact_high = as_view(arrays["fact_high"])
        self.fact_key = as_view(arrays["fact_key"])
        self.auth_key = as_view(arrays["auth_key"])
        self.auth_seat = as_view(arrays["auth_seat"])
        self.auth_posture = as_view(arrays["auth_posture"])
        self.auth_ops = as_view(arrays["auth_ops"])
        self.auth_from = as_view(arrays["auth_from"])
        self.stance0 = as_view(arrays["stance0"])
        self.body_auth = as_view(arrays["body_auth"])
        self.body_accepted = as_view(arrays["body_accepted"])
        self.site_key = as_view(arrays["site_key"])
        self.site_kind = as_view(arrays["site_kind"])
        self.site_holder0 = as_view(arrays["site_holder0"])
        self.site_entrances = as_view(arrays["site_entrances"])
        self.site_cover = as_view(arrays["site_cover"])
        self.site_value = as_view(arrays["site_value"])
        self.site_guard = as_view(arrays["site_guard"])
        self.site_expected = as_view(arrays["site_expected"])
        self.site_shrine = as_view(arrays["site_shrine"])
        self.site_residents = as_view(arrays["site_residents"])
        self.site_stock = as_view(arrays["site_stock"])
        self.site_hidden = as_view(arrays["site_hidden"])
        self.site_town = as_view(arrays["site_town"])
        self.town_of = as_view(arrays["town_of"])
        self.site_slot = as_view(arrays["site_slot"])
        self.km = as_view(arrays["km"])
        self.path_km = as_view(arrays["path_km"])
        self.hop = as_view(arrays["hop"])
        self.town_door = as_view(arrays["town_door"])
        self.town_km = as_view(arrays["town_km"])
        self.town_way = as_view(arrays["town_way"])
        self.town_hop = as_view(arrays["town_hop"])
        self.adj_start = as_view(arrays["adj_start"])
        self.adj_to = as_view(arrays["adj_to"])
        self.adj_link = as_view(arrays["adj_link"])
        self.link_a = as_view(arrays["link_a"])
        self.link_b = as_view(arrays["link_b"])
        self.link_kind = as_view(arrays["link_kind"])
        self.link_km = as_view(arrays["link_km"])
        self.link_open0 = as_view(arrays["link_open0"])
        self.link_crew = as_view(arrays["link_crew"])
        self.gate_key = as_view(arrays["gate_key"])
        self.gate_site = as_view(arrays["gate_site"])
        self.gate_to = as_view(arrays["gate_to"])
        self.gate_keeper0 = as_view(arrays["gate_keeper0"])
        self.gate_known = as_view(arrays["gate_known"])
        self.line_kind = as_view(arrays["line_kind"])
        self.line_exchange = as_view(arrays["line_exchange"])
        self.line_staff = as_view(arrays["line_staff"])
        self.line_joins = as_view(arrays["line_joins"])
        self.cut0 = as_view(arrays["cut0"])
        self.unit_key = as_view(arrays["unit_key"])
        self.unit_kind = as_view(arrays["unit_kind"])
        self.unit_weapon = as_view(arrays["unit_weapon"])
        self.unit_muster = as_view(arrays["unit_muster"])
        self.unit_speed = as_view(arrays["unit_speed"])
        self.unit_at = as_view(arrays["unit_at"])
        self.unit_duty = as_view(arrays["unit_duty"])
        self.unit_of = as_view(arrays["unit_of"])
        self.unit_roll = as_view(arrays["unit_roll"])
        self.unit_present = as_view(arrays["unit_present"])
        self.unit_bond = as_view(arrays["unit_bond"])
        self.unit_lean = as_view(arrays["unit_lean"])
        self.unit_doubt = as_view(arrays["unit_doubt"])
        self.unit_issue = as_view(arrays["unit_issue"])
        self.unit_trust = as_view(arrays["unit_trust"])
        self.unit_believes = as_view(arrays["unit_believes"])
        self.unit_arm = as_view(arrays["unit_arm"])
        self.unit_volunteer = as_view(arrays["unit_volunteer"])
        self.unit_unfed = as_view(arrays["unit_unfed"])
        self.unit_commander = as_view(arrays["unit_commander"])
        self.unit_group = as_view(arrays["unit_group"])
        self.route_start = as_view(arrays["route_start"])
        self.route_site = as_view(arrays["route_site"])
        self.act_verb = as_view(arrays["act_verb"])
        self.act_auth = as_view(arrays["act_auth"])
        self.act_body = as_view(arrays["act_body"])
        self.act_site = as_view(arrays["act_site"])
        self.act_site2 = as_view(arrays["act_site2"])
        self.act_unit0 = as_view(arrays["act_unit0"])
        self.act_unit1 = as_view(arrays["act_unit1"])
        self.act_units = as_view(arrays["act_units"])
        self.act_men = as_view(arrays["act_men"])
        self.act_share = as_view(arrays["act_share"])
        self.act_count = as_view(arrays["act_count"])
        self.act_line = as_view(arrays["act_line"])
        self.act_other = as_view(arrays["act_other"])
        self.act_favours = as_view(arrays["act_favours"])
        self.act_news = as_view(arrays["act_news"])
        self.act_terms = as_view(arrays["act_terms"])
        self.act_within = as_view(arrays["act_within"])
        self.act_lasting = as_view(arrays["act_lasting"])
        self.act_or = as_view(arrays["act_or"])
        self.act_size = as_view(arrays["act_size"])
        self.act_due = as_view(arrays["act_due"])
        self.act_kept = as_view(arrays["act_kept"])
        self.act_assert = as_view(arrays["act_assert"])
        self.act_audience = as_view(arrays["act_audience"])
        self.act_claimed = as_view(arrays["act_claimed"])
        self.plan_key = as_view(arrays["plan_key"])
        self.plan_auth = as_view(arrays["plan_auth"])
        self.plan_body = as_view(arrays["plan_body"])
        self.plan_rule = as_view(arrays["plan_rule"])
        self.plan_until = as_view(arrays["plan_until"])
        self.plan_every = as_view(arrays["plan_every"])
        self.plan_act0 = as_view(arrays["plan_act0"])
        self.plan_act1 = as_view(arrays["plan_act1"])
        self.plan_dated = as_view(arrays["plan_dated"])
        self.dec_key = as_view(arrays["dec_key"])
        self.dec_auth = as_view(arrays["dec_auth"])
        self.dec_body = as_view(arrays["dec_body"])
        self.dec_rule = as_view(arrays["dec_rule"])
        self.dec_opt0 = as_view(arrays["dec_opt0"])
        self.dec_opt1 = as_view(arrays["dec_opt1"])
        self.dec_dated = as_view(arrays["dec_dated"])
        self.opt_chance = as_view(arrays["opt_chance"])
        self.opt_history = as_view(arrays["opt_history"])
        self.opt_act0 = as_view(arrays["opt_act0"])
        self.opt_act1 = as_view(arrays["opt_act1"])
        self.out_key = as_view(arrays["out_key"])
        self.out_min = as_view(arrays["out_min"])
        self.out_after = as_view(arrays["out_after"])
        self.out_jitter = as_view(arrays["out_jitter"])
        self.out_rule = as_view(arrays["out_rule"])
        self.out_act0 = as_view(arrays["out_act0"])
        self.out_act1 = as_view(arrays["out_act1"])
        self.pr_auth = as_view(arrays["pr_auth"])
        self.pr_issue = as_view(arrays["pr_issue"])
        self.pr_size = as_view(arrays["pr_size"])
        self.pr_due = as_view(arrays["pr_due"])
        self.pr_kept = as_view(arrays["pr_kept"])
        self.pr_audience = as_view(arrays["pr_audience"])
        self.mot_assembly = as_view(arrays["mot_assembly"])
        self.mot_favours = as_view(arrays["mot_favours"])
        self.mot_severity = as_view(arrays["mot_severity"])
        self.mot_act0 = as_view(arrays["mot_act0"])
        self.mot_act1 = as_view(arrays["mot_act1"])
        self.mot_key = as_view(arrays["mot_key"])
        self.fac_assembly = as_view(arrays["fac_assembly"])
        self.fac_seats = as_view(arrays["fac_seats"])
        self.fac_lean = as_view(arrays["fac_lean"])
        self.fac_unit = as_view(arrays["fac_unit"])
        self.fac_key = as_view(arrays["fac_key"])
        self.asm_turnout = as_view(arrays["asm_turnout"])
        self.asm_site = as_view(arrays["asm_site"])
        self.prog_start = as_view(arrays["prog_start"])
        self.code = as_view(arrays["code"])
        self.const = as_view(arrays["const"])
        self.watch_trigger = as_view(arrays["watch_trigger"])
        self.watch_value = as_view(arrays["watch_value"])
        self.outcome_rule = as_view(arrays["outcome_rule"])
        self.point_rule = as_view(arrays["point_rule"])
        self.w_news = as_view(arrays["w_news"])
        self.severity = as_view(arrays["severity"])

    def sizes(self):
        """Every scalar of the case by name."""
        return {
            "K": self.K,
            "K1": self.K1,
            "C": self.C,
            "U0": self.U0,
            "U": self.U,
            "S": self.S,
            "G": self.G,
            "N": self.N,
            "L": self.L,
            "I": self.I,
            "D": self.D,
            "P": self.P,
            "X": self.X,
            "M": self.M,
            "MO": self.MO,
            "FA": self.FA,
            "W": self.W,
            "Q": self.Q,
            "R": self.R,
            "B": self.B,
            "F": self.F,
            "FOR": self.FOR,
            "NC": self.NC,
            "CD": self.code.shape[0],
            "minutes": self.minutes,
            "step": self.step,
            "hours": self.hours,
            "grain": self.grain,
            "T": self.T,
            "start_min": self.start_min,
            "towns": self.towns,
            "posted": self.posted,
            "small_towns": self.small_towns,
            "pooled": self.pooled,
            "blind": self.blind,
            "gap_home": self.gap_home,
            "gap_calm": self.gap_calm,
            "gap_away": self.gap_away,
            "thought": self.thought,
            "needs": self.needs,
            "log_rows": self.log_rows,
            "log_rows_a_unit": self.log_rows_a_unit,
        }

    def caller(self):
        """What calls the user's own functions, or None."""
        return self.user

    def first_options(self):
        """Index of the first option of each decision."""
        return np.asarray(self.dec_opt0)
