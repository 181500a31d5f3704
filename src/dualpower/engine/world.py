"""The world: everything that changes in a run, one block per noun.

Mechanisms meet only here. One World per worker thread, cleared before each run; its arrays are carved
out of one aligned block, so that two workers never write to one cache line.
"""

import numpy as np

from dualpower.engine._shim import cython
from dualpower.engine.case import as_view

# capacities of one run; a run that would exceed one fails as a row, with its stage
MAX_NEWS = 1024
MAX_CALLS = 32768
MAX_LOG = 16384
MAX_OPS = 12
MAX_CUTS = 32
MAX_PROMISES = 64
BLOCK = 16  # sites that are passed over together where nothing is known of any
NEVER = 1000000000  # later than any minute of a run
N_EVENTS = 81
SERIES_PER_AUTHORITY = 6
SERIES_COMMON = 4

WORLD_FIELDS = (
    ("par", "float64", ("NP",)),
    ("prior", "float64", ("NP", "5")),
    ("given", "float64", ("NP",)),
    ("fact", "float64", ("F",)),
    ("luck", "uint64", ("256",)),
    ("roll", "int32", ("U",)),
    ("n", "int32", ("U", "K1")),
    ("act", "int32", ("U", "K1")),
    ("sev", "int32", ("U", "K1")),
    ("absent", "int32", ("U",)),
    ("dead", "int32", ("U",)),
    ("captured", "int32", ("U",)),
    ("captor", "int32", ("U",)),
    ("dispersed", "int32", ("U",)),
    ("parent", "int32", ("U",)),
    ("live", "int32", ("U",)),
    ("serial", "int32", ("U",)),
    ("sent", "int32", ("U",)),
    ("sent_next", "int32", ("U",)),
    ("ukey", "uint64", ("U",)),
    ("sent_men", "int32", ("U",)),
    ("sent_for", "int32", ("U",)),
    ("stopped", "int32", ("U", "K1")),
    ("stop_on", "int32", ("U", "K1")),
    ("serves", "int32", ("U",)),
    ("place", "int32", ("U",)),
    ("goal", "int32", ("U",)),
    ("nexthop", "int32", ("U",)),
    ("spare", "int32", ("U",)),
    ("spares", "int32", ("U",)),
    ("bodies", "int32", ("U",)),
    ("living", "int32", ("U",)),
    ("aside", "int32", ("U",)),
    ("arrive", "int32", ("U",)),
    ("pace", "float64", ("U",)),
    ("mustering", "int32", ("U",)),
    ("order", "int32", ("U",)),
    ("target", "int32", ("U",)),
    ("cease", "int32", ("U",)),
    ("defy", "int32", ("U",)),
    ("order_row", "int32", ("U",)),
    ("rifles", "float64", ("U",)),
    ("mguns", "float64", ("U",)),
    ("guns", "float64", ("U",)),
    ("laid", "int32", ("U",)),
    ("shells", "float64", ("U",)),
    ("rounds", "float64", ("U",)),
    ("a", "float64", ("U", "K1")),
    ("y", "float64", ("U", "I")),
    ("bond", "float64", ("U", "K1")),
    ("ties", "int32", ("U",)),
    ("r", "float64", ("U", "K1")),
    ("l", "float64", ("U", "K1")),
    ("bel", "float64", ("U", "K1")),
    ("stake", "float64", ("U", "K1")),
    ("stake_of", "int32", ("U", "K1")),
    ("e", "float64", ("U",)),
    ("hard", "float64", ("U",)),
    ("leave", "float64", ("U",)),
    ("iso", "int32", ("U",)),
    ("agit", "float64", ("U",)),
    ("told", "int32", ("U", "K1")),
    ("cutoff", "int32", ("U",)),
    ("unfed", "int32", ("U",)),
    ("hale", "int32", ("U",)),
    ("entered", "int32", ("U",)),
    ("silence", "int32", ("U",)),
    ("review", "int32", ("U",)),
    ("due", "int32", ("U",)),
    ("quiet", "int32", ("U",)),
    ("broken", "int32", ("U",)),
    ("zt", "float64", ("U",)),
    ("zoffer", "float64", ("U",)),
    ("fresh_order", "int32", ("U", "K1")),
    ("disarmed", "int32", ("U",)),
    ("fired_on", "int32", ("U",)),
    ("column", "int32", ("U",)),
    ("heard", "uint8", ("NEWS", "U")),
    ("afoot", "int32", ("NEWS",)),
    ("airing", "int32", ("NEWS",)),
    ("aired_at", "int32", ("NEWS",)),
    ("bulletin", "float64", ("K1", "K1")),
    ("posted", "int32", ("NEWS", "K1")),
    ("papers", "float64", ("PAPERS", "KK")),
    ("praised", "int32", ("K1", "K1")),
    ("n_praised", "int32", ("K1",)),
    ("read", "int32", ("U",)),
    ("route_at", "int32", ("U",)),
    ("came", "int32", ("U",)),
    ("lost", "float64", ("U",)),
    ("startmen", "float64", ("U",)),
    ("holder", "int32", ("S",)),
    ("taken", "uint8", ("S", "K1")),
    ("yielded", "int32", ("S",)),
    ("assaulted", "int32", ("S",)),
    ("shelled", "int32", ("S",)),
    ("infiltrated", "int32", ("S",)),
    ("demanded", "int32", ("S",)),
    ("raised", "int32", ("S",)),
    ("stock", "float64", ("S", "6")),
    ("hidden", "int32", ("S",)),
    ("racks", "int32", ("S",)),
    ("secrets", "int32", ("S",)),
    ("depots", "int32", ("S",)),
    ("magazines", "int32", ("S",)),
    ("ring", "int32", ("S",)),
    ("ringed", "int32", ("S",)),
    ("hot", "int32", ("S",)),
    ("comer", "int32", ("S",)),
    ("began", "int32", ("S",)),
    ("ready", "int32", ("S",)),
    ("pushed", "int32", ("S",)),
    ("fire", "float64", ("S",)),
    ("fire_min", "int32", ("S",)),
    ("fire_day", "int32", ("TOWNS",)),
    ("fire_days", "int32", ("TOWNS",)),
    ("tied", "float64", ("S",)),
    ("prepared", "int32", ("S",)),
    ("looked", "int32", ("S",)),
    ("alight", "int32", ("S",)),
    ("surrendered", "int32", ("S",)),
    ("fired", "int32", ("S",)),
    ("first_fire", "int32", ("S",)),
    ("contest_row", "int32", ("S",)),
    ("tries", "int32", ("S",)),
    ("failed", "int32", ("S", "K1")),
    ("again", "int32", ("S", "K1")),
    ("shellers", "float64", ("S", "K1")),
    ("arming", "int32", ("S",)),
    ("closed", "int32", ("S",)),
    ("dead_at", "int32", ("S", "K1")),
    ("here", "int32", ("S", "K1")),
    ("crowd", "int32", ("S",)),
    ("sides", "int32", ("S",)),
    ("stirred", "int32", ("S",)),
    ("manned", "int32", ("K1", "S")),
    ("n_manned", "int32", ("K1",)),
    ("doing", "int32", ("S", "K1")),
    ("armed", "float64", ("S", "K1")),
    ("force", "float64", ("S", "K1")),
    ("foes", "float64", ("S", "K1")),
    ("view", "float64", ("S", "K1")),
    ("sight", "float64", ("S", "K1")),
    ("log_sight", "float64", ("S", "K1")),
    ("near", "float64", ("S", "K1")),
    ("peril", "float64", ("S", "K1")),
    ("fear", "float64", ("S", "K1")),
    ("might", "float64", ("S", "K1")),
    ("log_might", "float64", ("S", "K1")),
    ("marks", "float64", ("S", "K1")),
    ("log_marks", "float64", ("S", "K1")),
    ("head", "int32", ("S",)),
    ("stale", "int32", ("S",)),
    ("wire", "int16", ("SW", "SW")),
    ("nxt", "int32", ("U",)),
    ("kholder", "int32", ("K1", "S")),
    ("kforce", "float64", ("K1", "S")),
    ("known_foes", "int32", ("K1", "BLOCKS")),
    ("klook", "int32", ("K1", "S")),
    ("kstood", "int32", ("K1", "S")),
    ("provoked", "int32", ("K1",)),
    ("helped", "int32", ("K1", "S")),
    ("alive", "int32", ("K1",)),
    ("born", "int32", ("K1",)),
    ("contends", "int32", ("K1",)),
    ("seat", "int32", ("K1",)),
    ("posture", "int32", ("K1",)),
    ("local", "int32", ("K1",)),
    ("posture_in", "int32", ("K1", "TOWNS")),
    ("hostile", "int32", ("K1", "K1")),
    ("rivals", "int32", ("K1", "K1")),
    ("stance", "int32", ("K1", "K1")),
    ("hl", "float64", ("K1", "K1")),
    ("hr", "float64", ("K1", "K1")),
    ("q", "float64", ("K1", "I")),
    ("edition", "int32", ("K1",)),
    ("aim", "int32", ("K1", "S")),
    ("aimkind", "int32", ("K1",)),
    ("sparekind", "int32", ("K1",)),
    ("ops", "int32", ("K1", "NO")),
    ("opend", "int32", ("K1", "NO")),
    ("killed", "int32", ("K1",)),
    ("bystanders", "int32", ("1",)),
    ("bydead", "float64", ("1",)),
    ("grief", "float64", ("K1",)),
    ("strength", "float64", ("K1",)),
    ("sorrow", "float64", ("K1",)),
    ("sorrow_of", "float64", ("K1",)),
    ("truce", "int32", ("K1", "K1")),
    ("truced", "int32", ("K1", "K1")),
    ("settled", "int32", ("1",)),
    ("breached", "int32", ("K1", "K1")),
    ("threat", "int32", ("K1",)),
    ("vols", "int32", ("K1",)),
    ("found", "float64", ("6",)),
    ("broke_promise", "int32", ("K1",)),
    ("kept_promise", "int32", ("K1",)),
    ("zsettle", "float64", ("K1",)),
    ("ztruce", "float64", ("K1",)),
    ("offered", "int32", ("K1",)),
    ("promise_on", "int32", ("PRM", "7")),
    ("outmen", "int32", ("K1",)),
    ("outbodies", "int32", ("K1",)),
    ("blood", "int32", ("1",)),
    ("blood_dead", "int32", ("1",)),
    ("lastfire", "int32", ("1",)),
    ("shot_disarmed", "int32", ("1",)),
    ("damage", "float64", ("2",)),
    ("cutw", "int32", ("NCUT", "3")),
    ("ncut", "int32", ("1",)),
    ("suppress", "int32", ("N", "K1")),
    ("link_open", "int32", ("L",)),
    ("gate_keeper", "int32", ("G",)),
    ("plan_last", "int32", ("P",)),
    ("plan_row", "int32", ("P",)),
    ("asleep", "int32", ("PW",)),
    ("first_asker", "int32", ("FACTS",)),
    ("next_asker", "int32", ("CD",)),
    ("asker", "int32", ("CD",)),
    ("fixed", "int32", ("D",)),
    ("dec_took", "int32", ("D",)),
    ("dec_min", "int32", ("D",)),
    ("out_done", "int32", ("X",)),
    ("out_due", "int32", ("X",)),
    ("mot_share", "float64", ("MO",)),
    ("mot_due", "int32", ("MO",)),
    ("mot_row", "int32", ("MO",)),
    ("fac_left", "int32", ("FA",)),
    ("since", "int32", ("FOR",)),
    ("watch_min", "int32", ("W",)),
    ("watch_val", "float64", ("W",)),
    ("body_on", "int32", ("B",)),
    ("item", "int32", ("NEWS", "5")),
    ("item_size", "float64", ("NEWS",)),
    ("item_for", "int32", ("NEWS",)),
    ("cq_due", "int32", ("CALLS",)),
    ("cq_slot", "int32", ("CALLS",)),
    ("cq_seq", "int64", ("CALLS",)),
    ("inbox", "int32", ("CALLS",)),
    ("c_free", "int32", ("CALLS",)),
    ("c_kind", "int32", ("CALLS",)),
    ("c_from", "int32", ("CALLS",)),
    ("c_to", "int32", ("CALLS",)),
    ("c_line", "int32", ("CALLS",)),
    ("c_ref", "int32", ("CALLS",)),
    ("c_x", "int32", ("CALLS",)),
    ("c_y", "int32", ("CALLS",)),
    ("c_row", "int32", ("CALLS",)),
    ("c_who", "uint64", ("CALLS",)),
    ("c_z", "float64", ("CALLS",)),
    ("log", "int32", ("LOG", "8")),
    ("logx", "float64", ("LOG",)),
    ("v", "float64", ("K1",)),
    ("pk", "float64", ("K1",)),
    ("sx", "float64", ("K1",)),
    ("minded", "int32", ("K1",)),
    ("sy", "float64", ("K1",)),
    ("grown", "float64", ("K1",)),
    ("told_of", "float64", ("K1",)),
    ("dij", "float64", ("S",)),
    ("dprev", "int32", ("S",)),
    ("edge", "int32", ("S",)),
    ("stack", "float64", ("64",)),
    ("series", "int32", ("HOURS", "SER")),
    ("holders", "int8", ("HOURS", "S")),
    ("counts", "int32", ("NEV",)),
    ("order_causes", "int32", ("8",)),
    ("change_causes", "int32", ("8",)),
    ("work", "int64", ("8",)),
)


def world_sizes(case):
    """Length of each dimension of the world for a case.

    case: a Case. Returns dict of name to length (at least 1).
    """
    c = case.sizes()
    sizes = {
        "NP": 21,
        "F": c["F"],
        "U": c["U"],
        "K1": c["K1"],
        "KK": c["K1"] * c["K1"] if c["posted"] else 1,
        "PAPERS": c["minutes"] // c["step"] + 2 if c["posted"] else 1,
        "I": c["I"],
        "S": c["S"],
        "BLOCKS": (c["S"] + BLOCK - 1) // BLOCK,
        "SW": c["S"] if c["T"] == 1 else 1,
        "N": c["N"],
        "L": c["L"],
        "G": c["G"],
        "P": c["P"],
        "FACTS": c["S"] + c["MO"] + c["D"] + c["P"] + c["X"],
        "CD": c["CD"],
        "PW": c["P"] + c["W"],
        "D": c["D"],
        "X": c["X"],
        "MO": c["MO"],
        "FA": c["FA"],
        "W": c["W"],
        "B": c["B"],
        "FOR": c["FOR"],
        "NEWS": MAX_NEWS,
        "CALLS": MAX_CALLS,
        "LOG": max(c["log_rows"], c["log_rows_a_unit"] * c["U"]),
        "TOWNS": c["towns"],
        "NO": MAX_OPS,
        "NCUT": MAX_CUTS,
        "PRM": MAX_PROMISES,
        "HOURS": c["hours"],
        "SER": c["K"] * SERIES_PER_AUTHORITY + SERIES_COMMON,
        "NEV": N_EVENTS,
    }
    return {name: max(1, size) for name, size in sizes.items()}


def world_arrays(case):
    """Fresh arrays of a world, carved from one 128-byte aligned block. Returns dict of name to array."""
    sizes = world_sizes(case)
    shapes = [(n, np.dtype(t), tuple(sizes[d] if d in sizes else int(d) for d in dims)) for n, t, dims in WORLD_FIELDS]
    starts, total = [], 0
    for _, dtype, shape in shapes:
        starts.append(total)
        total += (int(np.prod(shape)) * dtype.itemsize + 127) // 128 * 128
    block = np.zeros(total + 128, np.uint8)
    base = -block.ctypes.data % 128
    arrays = {}
    for (name, dtype, shape), start in zip(shapes, starts, strict=True):
        size = int(np.prod(shape)) * dtype.itemsize
        arrays[name] = block[base + start : base + start + size].view(dtype).reshape(shape)
    return arrays


@cython.cclass
class World:
    """The state of one run."""

    seed: cython.ulonglong  # hash of the seed and the run: the root of all luck
    z: cython.ulonglong  # the stream being drawn from
    t: cython.int  # minute
    ahead: cython.int  # minutes by which a site is ahead of the step in which it is looked at
    units: cython.int  # slots in use or once used
    bases: cython.int  # base units: in the log a detachment is bases + its parent
    n_news: cython.int
    n_airing: cython.int  # items of news under way
    n_calls: cython.int
    n_held: cython.int
    n_old: cython.int
    first_free: cython.int  # no slot of a detachment below this is free
    n_inbox: cython.int
    seq: cython.longlong  # calls ever made: ties in the heap go to the elder
    n_log: cython.int
    n_promises: cython.int
    n_spares: cython.int  # bodies with men to spare, -1 while nobody has counted them
    paper: cython.int  # row of papers that is read in this step
    tallied: cython.int  # minute for which strengths were summed, -1
    counted: cython.int  # minute for which contested sites were listed, -1
    n_hot: cython.int  # contested sites listed
    n_bodies: cython.int  # bodies in which somebody acts for the leader who thinks, or that he sent
    n_at_home: cython.int  # of these the first ones: units as written; behind them only detachments
    still: cython.int  # 1 while all look at one and the same moment: sums are not made anew
    next_due: cython.int  # place in the list of the living of whoever is looked at next
    n_living: cython.int  # slots in use: first all units of the scenario, behind them only detachments
    relist: cython.int  # 1 if a slot was opened or closed since they were listed
    shelling: cython.int  # 1 while guns fire on some site
    calm: cython.int  # minute until which any body keeps a cease-fire
    wake: cython.int  # minute before which no march needs a look
    batteries: cython.int  # 1 while any body may have orders to shell
    obeys: cython.double  # least share of men in arms who obey an order to fire
    n_depots: cython.int  # sites with food at the start: nobody brings any
    n_magazines: cython.int  # sites with cartridges at the start: nobody brings any
    n_secrets: cython.int  # sites with stocks hidden at the start
    mercy: cython.int  # minute men last laid down arms anywhere
    foretold: cython.int  # minute before which nothing comes from outside
    stage: cython.int  # 0, or where the run failed
    anyfire: cython.int  # 1 once fire has been opened
    expected: cython.int  # authorities that have not begun
    parity: cython.double  # 1 / those who contend: the chance each would have if all were alike
    steady: cython.int  # 1 if the rule now judged asked only what a deed or time changes (turns.py)
    ripe: cython.int  # minute at which something that it asked has lasted, NEVER
    n_askers: cython.int  # questions after facts that only a deed changes
    thinker: cython.int  # authority whose knowledge a rule reads; 0 = the truth
    own_unit: cython.int  # body that a mechanism of the user's own is asked about
    own_side: cython.int  # authority it is asked about, 0 nobody
    own_usual: cython.double  # number that the built-in mechanism came to
    row: cython.int  # log row that is the cause of what is being done
    cause: cython.int  # CAUSE_* of what is being done
    keep_log: cython.int
    max_log: cython.int  # rows of the log
    par: cython.double[::1]  # [NP] parameters of this run
    prior: cython.double[:, ::1]  # [NP,5] priors: kind, a, b, low, high
    given: cython.double[::1]  # [NP] parameters fixed for this run, NaN = draw
    fact: cython.double[::1]  # [F] facts as drawn
    luck: cython.ulonglong[::1]  # [256] root of the luck of each purpose
    roll: cython.int[::1]  # [U] men on paper in this body
    n: cython.int[:, ::1]  # [U,K1] men standing with each authority; 0 aloof
    act: cython.int[:, ::1]  # [U,K1] of them acting
    sev: cython.int[:, ::1]  # [U,K1] severity asked of them, -1 nothing asked
    absent: cython.int[::1]  # [U] away, at home or out of action
    dead: cython.int[::1]  # [U] killed
    captured: cython.int[::1]  # [U] in enemy hands
    captor: cython.int[::1]  # [U] authority that holds its prisoners
    dispersed: cython.int[::1]  # [U] scattered
    parent: cython.int[::1]  # [U] base unit (own index for a base unit)
    live: cython.int[::1]  # [U] 1 if the slot is in use
    serial: cython.int[::1]  # [U] detachments this base unit has sent so far
    sent: cython.int[::1]  # [U] slot of the last of them that is still in use, -1
    sent_next: cython.int[::1]  # [U] the one before it of the same base unit, -1
    ukey: cython.ulonglong[::1]  # [U] name, hashed
    sent_men: cython.int[::1]  # [U] men of this base unit out in detachments
    sent_for: cython.int[::1]  # [U] authority they serve
    stopped: cython.int[:, ::1]  # [U,K1] men obeying an order to stop work
    stop_on: cython.int[:, ::1]  # [U,K1] 1 if an order to stop work stands
    serves: cython.int[::1]  # [U] authority a detachment serves; a base unit's own chain
    place: cython.int[::1]  # [U] site, or the site last passed on a march
    goal: cython.int[::1]  # [U] site marched to, -1
    nexthop: cython.int[::1]  # [U] next site of the march
    spare: cython.int[::1]  # [U] scratch: men a leader could send
    spares: cython.int[::1]  # [U] scratch: bodies with men to spare, in order
    living: cython.int[::1]  # [U] slots in use, in order, as ``list_living`` last found them
    aside: cython.int[::1]  # [U] that list, while a formula of the user's own is reckoned
    bodies: cython.int[::1]  # [U] scratch: bodies in which somebody acts for the leader who thinks, in order
    arrive: cython.int[::1]  # [U] minute it reaches the next site, or is mustered
    pace: cython.double[::1]  # [U] h per km of this march
    mustering: cython.int[::1]  # [U] 1 while it gathers
    order: cython.int[::1]  # [U] what it was told to do
    target: cython.int[::1]  # [U] site the order is about, -1
    cease: cython.int[::1]  # [U] minute until which it keeps a cease-fire, -1
    defy: cython.int[::1]  # [U] 1 if it rejected the cease-fire
    order_row: cython.int[::1]  # [U] log row of that order, -1
    rifles: cython.double[::1]  # [U] rifles
    mguns: cython.double[::1]  # [U] machine guns
    guns: cython.double[::1]  # [U] guns
    laid: cython.int[::1]  # [U] site its guns are laid on plus 1
    shells: cython.double[::1]  # [U] shells
    rounds: cython.double[::1]  # [U] cartridges
    a: cython.double[:, ::1]  # [U,K1] taste as drawn
    y: cython.double[:, ::1]  # [U,I] issue weights
    bond: cython.double[:, ::1]  # [U,K1] bond
    ties: cython.int[::1]  # [U] bit per authority with which a base unit has to do: its own, or one it likes or hears
    r: cython.double[:, ::1]  # [U,K1] trust
    l: cython.double[:, ::1]  # [U,K1] log-odds that each authority prevails
    bel: cython.double[
        :, ::1
    ]  # [U,K1] chances that each authority prevails; column 0 is 0 when the log-odds have moved since
    stake: cython.double[:, ::1]  # [U,K1] what is promised on what the unit cares about, before trust
    stake_of: cython.int[:, ::1]  # [U,K1] edition of the promises for which it was reckoned
    e: cython.double[::1]  # [U] tradition of the body
    hard: cython.double[::1]  # [U] hardship 0..3
    leave: cython.double[::1]  # [U] share of the men of a base unit, wherever they are, who go home for good each day
    iso: cython.int[::1]  # [U] isolation 0..3
    agit: cython.double[::1]  # [U] minute until which agitators work on it (A = 1)
    told: cython.int[:, ::1]  # [U,K1] minute of the last word from each authority
    cutoff: cython.int[::1]  # [U] minute since which it is cut off, -1
    unfed: cython.int[::1]  # [U] minute since which it is unfed, -1
    hale: cython.int[::1]  # [U] 1 if it was found neither tired nor hungry nor alone, and nobody entered since
    entered: cython.int[::1]  # [U] minute of the last entry that raised isolation
    silence: cython.int[::1]  # [U] six-hour spells of silence already felt
    review: cython.int[::1]  # [U] minute of the last review
    due: cython.int[::1]  # [U] minute of the next review
    quiet: cython.int[::1]  # [U] reviews in a row in which hardly anybody changed his stand (a country)
    broken: cython.int[::1]  # [U] minute until which its broken men are out of orders
    zt: cython.double[::1]  # [U] its noise about terms in this contest
    zoffer: cython.double[::1]  # [U] local odds at the last offer, -1
    fresh_order: cython.int[:, ::1]  # [U,K1] 1 if an order awaits its occasion
    disarmed: cython.int[::1]  # [U] minute its men laid down arms, -1
    fired_on: cython.int[::1]  # [U] 1 once its captors have begun to shoot its disarmed men
    column: cython.int[::1]  # [U] minute it was caught on the march, -1
    bulletin: cython.double[
        :, ::1
    ]  # [K1,K1] weight of all news sent to everybody, by sender (0 mouth) and whom it favours
    posted: cython.int[:, ::1]  # [NEWS,K1] 1 where a sender has told everybody of an item
    papers: cython.double[:, ::1]  # [PAPERS,KK] the bulletin as it was read in each step, row 0 empty
    praised: cython.int[:, ::1]  # [K1,K1] those in whose favour a sender has told everybody anything, in order
    n_praised: cython.int[::1]  # [K1] how many
    read: cython.int[::1]  # [U] the last of them that a unit has taken in
    afoot: cython.int[::1]  # [NEWS] calls under way that carry each item of news
    airing: cython.int[::1]  # [NEWS] the items carried by any, in no order
    aired_at: cython.int[::1]  # [NEWS] where each of them stands in that list
    heard: cython.uchar[:, ::1]  # [NEWS,U] sources from which each item of news was heard (bits)
    route_at: cython.int[::1]  # [U] row of the route reached (outside bodies)
    came: cython.int[::1]  # [U] 1 if a body from outside has arrived
    lost: cython.double[::1]  # [U] men lost in the present contest
    startmen: cython.double[::1]  # [U] men at its start
    holder: cython.int[::1]  # [S] holder, 0 nobody
    taken: cython.uchar[:, ::1]  # [S,K1] ever changed hands to this authority
    yielded: cython.int[::1]  # [S] last authority it was yielded to without assault
    assaulted: cython.int[::1]  # [S] 1 if ever assaulted
    shelled: cython.int[::1]  # [S] 1 if ever shelled
    infiltrated: cython.int[::1]  # [S] 1 if ever entered through a gate
    demanded: cython.int[::1]  # [S] 1 if its surrender was ever demanded
    raised: cython.int[::1]  # [S] 1 if the bridge is raised
    stock: cython.double[:, ::1]  # [S,6] stocks
    hidden: cython.int[::1]  # [S] bit per stock not yet found
    racks: cython.int[::1]  # [S] 1 where there may be a rifle to give out
    depots: cython.int[::1]  # [S] sites with food at the start, in order
    magazines: cython.int[::1]  # [S] sites with cartridges at the start, in order
    secrets: cython.int[::1]  # [S] sites with stocks hidden at the start, in order
    ring: cython.int[::1]  # [S] authority that rings it, 0 none
    ringed: cython.int[::1]  # [S] minute since which it is encircled, -1
    hot: cython.int[::1]  # [S] 1 if a contest stands there
    comer: cython.int[::1]  # [S] authority that came
    began: cython.int[::1]  # [S] minute the contest began
    ready: cython.int[::1]  # [S] minute the comers are ready
    pushed: cython.int[::1]  # [S] minute the assault began, -1
    fire_min: cython.int[::1]  # [S] minutes for which shots were exchanged here
    fire_day: cython.int[::1]  # [TOWNS] last day on which shots were exchanged in the town, from 1
    fire_days: cython.int[::1]  # [TOWNS] days on which they were
    fire: cython.double[::1]  # [S] rate of fire
    tied: cython.double[::1]  # [S] share of the holder's strength tied by intruders
    prepared: cython.int[::1]  # [S] minute at which the comers are ready to assault, 0 none
    looked: cython.int[::1]  # [S] 1 if somebody may have come
    alight: cython.int[::1]  # [S] contested sites, as listed last
    surrendered: cython.int[::1]  # [S] minute men last laid down arms here, -1
    fired: cython.int[::1]  # [S] bits of sides that opened fire here
    first_fire: cython.int[::1]  # [S] minute of the first shot here, -1
    contest_row: cython.int[::1]  # [S] log row that began the contest
    tries: cython.int[::1]  # [S] contests begun here (keys luck)
    failed: cython.int[:, ::1]  # [S,K1] failed assaults by each authority
    again: cython.int[:, ::1]  # [S,K1] minute before which it is not tried again
    shellers: cython.double[:, ::1]  # [S,K1] men-equivalents of guns firing on it; column 0: of all sides
    arming: cython.int[::1]  # [S] authority that gives out its rifles
    closed: cython.int[::1]  # [S] bit per authority whose columns may not pass (outside towns)
    dead_at: cython.int[:, ::1]  # [S,K1] killed at the site
    here: cython.int[:, ::1]  # [S,K1] people standing with each authority at the site (0 aloof)
    crowd: cython.int[::1]  # [S] people at the site, whatever their stand
    sides: cython.int[::1]  # [S] authorities with any strength there
    stirred: cython.int[::1]  # [S] minute at which its holder, or the strength against anybody there, last changed
    manned: cython.int[:, ::1]  # [K1,S] sites from which each authority's men look round, in order (``tally_force``)
    n_manned: cython.int[::1]  # [K1] how many
    doing: cython.int[:, ::1]  # [S,K1] people acting
    armed: cython.double[:, ::1]  # [S,K1] armed people standing
    force: cython.double[:, ::1]  # [S,K1] armed people acting
    foes: cython.double[:, ::1]  # [S,K1] strength hostile to each authority there
    view: cython.double[:, ::1]  # [S,K1] log-odds of the forces in sight; column 0: 0 not reckoned, sides in sight + 1
    sight: cython.double[:, ::1]  # [S,K1] strength in sight, plus 50, when its logarithm was last taken
    log_sight: cython.double[:, ::1]  # [S,K1] that logarithm
    near: cython.double[:, ::1]  # [S,K1] hostile strength at the neighbours, reckoned with the view
    peril: cython.double[:, ::1]  # [S,K1] 1 plus the odds against, last time anyone asked
    fear: cython.double[:, ::1]  # [S,K1] its logarithm
    might: cython.double[:, ::1]  # [S,K1] strength in the fight there, last time anyone asked
    log_might: cython.double[:, ::1]  # [S,K1] its logarithm
    marks: cython.double[:, ::1]  # [S,K1] men of each side who can be hit at a site, as last reckoned
    log_marks: cython.double[:, ::1]  # [S,K1] its logarithm
    head: cython.int[::1]  # [S] first unit at the site, -1
    stale: cython.int[::1]  # [S] 1 if the sums of the site are out of date
    wire: cython.short[:, ::1]  # [S,S] wire between two sites: 2 + line, 1 none, 0 not looked up since the last cut
    nxt: cython.int[::1]  # [U] next unit at the same site, -1
    kholder: cython.int[:, ::1]  # [K1,S] holder as each authority knows it
    kforce: cython.double[:, ::1]  # [K1,S] enemy in arms as it knows
    known_foes: cython.int[:, ::1]  # [K1,S/BLOCK] in how many sites of a block it knows of any
    klook: cython.int[:, ::1]  # [K1,S] minute of its last look, -1
    kstood: cython.int[:, ::1]  # [K1,S] minute its men last looked round from there, -1
    provoked: cython.int[::1]  # [K1] 1 if its men were fired upon
    helped: cython.int[:, ::1]  # [K1,S] minute a threatened site was last reinforced
    alive: cython.int[::1]  # [K1] 1 while it claims to be obeyed
    born: cython.int[::1]  # [K1] minute at which it began to, -1 not yet
    contends: cython.int[::1]  # [K1] 1 if it is, or was, hostile to somebody: one who may prevail
    seat: cython.int[::1]  # [K1] site of its seat
    posture: cython.int[::1]  # [K1] posture; of one that is local, that of the town of its seat
    local: cython.int[::1]  # [K1] 1 if it can run no operation and there are many towns: a posture in each
    posture_in: cython.int[:, ::1]  # [K1,TOWNS] posture in each town, of authorities that are local
    hostile: cython.int[:, ::1]  # [K1,K1] 1 if hostile
    rivals: cython.int[:, ::1]  # [K1,K1] by whose gain one loses: how many they are, and who
    stance: cython.int[:, ::1]  # [K1,K1] stance
    hl: cython.double[:, ::1]  # [K1,K1] leaders' log-odds
    hr: cython.double[:, ::1]  # [K1,K1] leaders' trust
    q: cython.double[:, ::1]  # [K1,I] promises
    edition: cython.int[::1]  # [K1] counts changes of its promises
    aim: cython.int[:, ::1]  # [K1,S] 1 if aimed at, -1 if spared, 0 as its kind
    aimkind: cython.int[::1]  # [K1] bit per site kind aimed at
    sparekind: cython.int[::1]  # [K1] bit per site kind spared
    ops: cython.int[:, ::1]  # [K1,NO] target of each operation, -1 free
    opend: cython.int[:, ::1]  # [K1,NO] minute it is given up
    killed: cython.int[::1]  # [K1] killed of each side
    bystanders: cython.int[::1]  # [1] bystanders killed
    bydead: cython.double[::1]  # [1] bystanders not yet whole
    grief: cython.double[::1]  # [K1] believed dead of one's kind, fading
    strength: cython.double[::1]  # [K1] effective strength acting for each, when last summed
    sorrow: cython.double[::1]  # [K1] log(1 + grief / 30)
    sorrow_of: cython.double[::1]  # [K1] grief for which it was reckoned
    truce: cython.int[:, ::1]  # [K1,K1] minute until which a truce runs, -1
    truced: cython.int[:, ::1]  # [K1,K1] ever a truce
    settled: cython.int[::1]  # [1] authority that accepted final terms, 0 none
    breached: cython.int[:, ::1]  # [K1,K1] 1 if the present truce was shot through
    threat: cython.int[::1]  # [K1] third parties that threaten
    vols: cython.int[::1]  # [K1] volunteers turned out
    found: cython.double[::1]  # [6] found by search
    broke_promise: cython.int[::1]  # [K1] promises broken
    kept_promise: cython.int[::1]  # [K1] promises kept
    zsettle: cython.double[::1]  # [K1] noise of talks, settlement
    ztruce: cython.double[::1]  # [K1] noise of talks, truce
    offered: cython.int[::1]  # [K1] minute of its last offer, -1
    promise_on: cython.int[:, ::1]  # [PRM,7] promises standing: authority, issue, due, rule, audience, state, log row
    outmen: cython.int[::1]  # [K1] men arrived from outside
    outbodies: cython.int[::1]  # [K1] bodies arrived from outside
    blood: cython.int[::1]  # [1] minute of the first shot, -1
    blood_dead: cython.int[::1]  # [1] killed in its first hour
    lastfire: cython.int[::1]  # [1] minute of the last fire
    shot_disarmed: cython.int[::1]  # [1] disarmed people killed
    damage: cython.double[::1]  # [2] true damage; damage as reported
    cutw: cython.int[:, ::1]  # [NCUT,3] wires cut: line, site, site
    ncut: cython.int[::1]  # [1] how many
    suppress: cython.int[:, ::1]  # [N,K1] authority whose calls on the line are held back by whom
    link_open: cython.int[::1]  # [L] open
    gate_keeper: cython.int[::1]  # [G] unit that keeps it, -1 nobody
    plan_last: cython.int[::1]  # [P] minute it last fired, -1
    plan_row: cython.int[::1]  # [P] log row
    asleep: cython.int[::1]  # [PW] plans, then watches: minute before which a rule says no unless a fact turns
    first_asker: cython.int[::1]  # [FACTS] for each fact that only a deed changes: a question after it, -1
    next_asker: cython.int[::1]  # [CD] the next such question, -1
    asker: cython.int[::1]  # [CD] which plan or watch asks it
    fixed: cython.int[::1]  # [D] option fixed for it, -1
    dec_took: cython.int[::1]  # [D] option taken, -1
    dec_min: cython.int[::1]  # [D] minute, -1
    out_done: cython.int[::1]  # [X] 1 when past
    out_due: cython.int[::1]  # [X] minute with jitter
    mot_share: cython.double[::1]  # [MO] share of votes for, -1 not put
    mot_due: cython.int[::1]  # [MO] 1 if its acts are to be done
    mot_row: cython.int[::1]  # [MO] log row
    fac_left: cython.int[::1]  # [FA] 1 if it walked out
    since: cython.int[::1]  # [FOR] minute since which a lasting condition has held, -1
    watch_min: cython.int[::1]  # [W] minute of first truth, -1
    watch_val: cython.double[::1]  # [W] value then
    body_on: cython.int[::1]  # [B] 1 while in office
    item: cython.int[:, ::1]  # [NEWS,5] news: kind, favoured, site, log row, true
    item_size: cython.double[::1]  # [NEWS] size factor
    item_for: cython.int[::1]  # [NEWS] bit per authority whose people it is for, -1 all
    cq_due: cython.int[::1]  # [CALLS] minute a call is due (heap)
    cq_slot: cython.int[::1]  # [CALLS] its slot (heap)
    cq_seq: cython.longlong[::1]  # [CALLS] its number (heap)
    inbox: cython.int[::1]  # [CALLS] calls delivered in this step
    c_free: cython.int[::1]  # [CALLS] free slots
    c_kind: cython.int[::1]  # [CALLS] kind of call
    c_from: cython.int[::1]  # [CALLS] sender authority
    c_to: cython.int[::1]  # [CALLS] receiver: unit, or -1 - authority
    c_line: cython.int[::1]  # [CALLS] line kind
    c_ref: cython.int[::1]  # [CALLS] news item, or act
    c_x: cython.int[::1]  # [CALLS] order, ring of hops, ...
    c_y: cython.int[::1]  # [CALLS] site or other
    c_row: cython.int[::1]  # [CALLS] log row that caused it
    c_who: cython.ulonglong[::1]  # [CALLS] name of the hearer, hashed
    c_z: cython.double[::1]  # [CALLS] number
    log: cython.int[:, ::1]  # [LOG,8] events
    logx: cython.double[::1]  # [LOG] their numbers
    v: cython.double[::1]  # [K1] scratch: utilities
    pk: cython.double[::1]  # [K1] scratch: chances
    sx: cython.double[::1]  # [K1] scratch: sums
    minded: cython.int[::1]  # [K1] scratch: men of each stand who think again, or may
    sy: cython.double[::1]  # [K1] scratch: sums
    grown: cython.double[::1]  # [K1] scratch: how often odds had been multiplied when a step of news began
    told_of: cython.double[::1]  # [K1] scratch: how fast the news for each would raise its log-odds
    dij: cython.double[::1]  # [S] scratch: path lengths
    dprev: cython.int[::1]  # [S] scratch: path
    edge: cython.int[::1]  # [S] scratch: sites reached by paths and not yet passed
    stack: cython.double[::1]  # [64] machine of rules
    series: cython.int[:, ::1]  # [HOURS,SER] hourly record
    holders: cython.schar[:, ::1]  # [HOURS,S] hourly holders
    counts: cython.int[::1]  # [NEV] events by code
    order_causes: cython.int[::1]  # [8] leaders' orders and decisions by cause
    change_causes: cython.int[::1]  # [8] changes by cause
    work: cython.longlong[::1]  # [8] elementary events: reviews, contest sides, calls, rules, arrivals

    def __init__(self, arrays):
        self.max_log = arrays["log"].shape[0]
        self.par = as_view(arrays["par"])
        self.prior = as_view(arrays["prior"])
        self.given = as_view(arrays["given"])
        self.fact = as_view(arrays["fact"])
        self.luck = as_view(arrays["luck"])
        self.roll = as_view(arrays["roll"])
        self.n = as_view(arrays["n"])
        self.act = as_view(arrays["act"])
        self.sev = as_view(arrays["sev"])
        self.absent = as_view(arrays["absent"])
        self.dead = as_view(arrays["dead"])
        self.captured = as_view(arrays["captured"])
        self.captor = as_view(arrays["captor"])
        self.dispersed = as_view(arrays["dispersed"])
        self.parent = as_view(arrays["parent"])
        self.live = as_view(arrays["live"])
        self.serial = as_view(arrays["serial"])
        self.sent = as_view(arrays["sent"])
        self.sent_next = as_view(arrays["sent_next"])
        self.ukey = as_view(arrays["ukey"])
        self.sent_men = as_view(arrays["sent_men"])
        self.sent_for = as_view(arrays["sent_for"])
        self.stopped = as_view(arrays["stopped"])
        self.stop_on = as_view(arrays["stop_on"])
        self.serves = as_view(arrays["serves"])
        self.place = as_view(arrays["place"])
        self.goal = as_view(arrays["goal"])
        self.nexthop = as_view(arrays["nexthop"])
        self.spare = as_view(arrays["spare"])
        self.spares = as_view(arrays["spares"])
        self.bodies = as_view(arrays["bodies"])
        self.living = as_view(arrays["living"])
        self.aside = as_view(arrays["aside"])
        self.arrive = as_view(arrays["arrive"])
        self.pace = as_view(arrays["pace"])
        self.mustering = as_view(arrays["mustering"])
        self.order = as_view(arrays["order"])
        self.target = as_view(arrays["target"])
        self.cease = as_view(arrays["cease"])
        self.defy = as_view(arrays["defy"])
        self.order_row = as_view(arrays["order_row"])
        self.rifles = as_view(arrays["rifles"])
        self.mguns = as_view(arrays["mguns"])
        self.guns = as_view(arrays["guns"])
        self.laid = as_view(arrays["laid"])
        self.shells = as_view(arrays["shells"])
        self.rounds = as_view(arrays["rounds"])
        self.a = as_view(arrays["a"])
        self.y = as_view(arrays["y"])
        self.bond = as_view(arrays["bond"])
        self.ties = as_view(arrays["ties"])
        self.r = as_view(arrays["r"])
        self.l = as_view(arrays["l"])
        self.bel = as_view(arrays["bel"])
        self.stake = as_view(arrays["stake"])
        self.stake_of = as_view(arrays["stake_of"])
        self.e = as_view(arrays["e"])
        self.hard = as_view(arrays["hard"])
        self.leave = as_view(arrays["leave"])
        self.iso = as_view(arrays["iso"])
        self.agit = as_view(arrays["agit"])
        self.told = as_view(arrays["told"])
        self.cutoff = as_view(arrays["cutoff"])
        self.unfed = as_view(arrays["unfed"])
        self.hale = as_view(arrays["hale"])
        self.entered = as_view(arrays["entered"])
        self.silence = as_view(arrays["silence"])
        self.review = as_view(arrays["review"])
        self.due = as_view(arrays["due"])
        self.quiet = as_view(arrays["quiet"])
        self.broken = as_view(arrays["broken"])
        self.zt = as_view(arrays["zt"])
        self.zoffer = as_view(arrays["zoffer"])
        self.fresh_order = as_view(arrays["fresh_order"])
        self.disarmed = as_view(arrays["disarmed"])
        self.fired_on = as_view(arrays["fired_on"])
        self.column = as_view(arrays["column"])
        self.bulletin = as_view(arrays["bulletin"])
        self.posted = as_view(arrays["posted"])
        self.papers = as_view(arrays["papers"])
        self.praised = as_view(arrays["praised"])
        self.n_praised = as_view(arrays["n_praised"])
        self.read = as_view(arrays["read"])
        self.heard = as_view(arrays["heard"])
        self.afoot = as_view(arrays["afoot"])
        self.airing = as_view(arrays["airing"])
        self.aired_at = as_view(arrays["aired_at"])
        self.route_at = as_view(arrays["route_at"])
        self.came = as_view(arrays["came"])
        self.lost = as_view(arrays["lost"])
        self.startmen = as_view(arrays["startmen"])
        self.holder = as_view(arrays["holder"])
        self.taken = as_view(arrays["taken"])
        self.yielded = as_view(arrays["yielded"])
        self.assaulted = as_view(arrays["assaulted"])
        self.shelled = as_view(arrays["shelled"])
        self.infiltrated = as_view(arrays["infiltrated"])
        self.demanded = as_view(arrays["demanded"])
        self.raised = as_view(arrays["raised"])
        self.stock = as_view(arrays["stock"])
        self.hidden = as_view(arrays["hidden"])
        self.racks = as_view(arrays["racks"])
        self.secrets = as_view(arrays["secrets"])
        self.depots = as_view(arrays["depots"])
        self.magazines = as_view(arrays["magazines"])
        self.ring = as_view(arrays["ring"])
        self.ringed = as_view(arrays["ringed"])
        self.hot = as_view(arrays["hot"])
        self.comer = as_view(arrays["comer"])
        self.began = as_view(arrays["began"])
        self.ready = as_view(arrays["ready"])
        self.pushed = as_view(arrays["pushed"])
        self.fire = as_view(arrays["fire"])
        self.fire_min = as_view(arrays["fire_min"])
        self.fire_day = as_view(arrays["fire_day"])
        self.fire_days = as_view(arrays["fire_days"])
        self.tied = as_view(arrays["tied"])
        self.prepared = as_view(arrays["prepared"])
        self.looked = as_view(arrays["looked"])
        self.alight = as_view(arrays["alight"])
        self.surrendered = as_view(arrays["surrendered"])
        self.fired = as_view(arrays["fired"])
        self.first_fire = as_view(arrays["first_fire"])
        self.contest_row = as_view(arrays["contest_row"])
        self.tries = as_view(arrays["tries"])
        self.failed = as_view(arrays["failed"])
        self.again = as_view(arrays["again"])
        self.shellers = as_view(arrays["shellers"])
        self.arming = as_view(arrays["arming"])
        self.closed = as_view(arrays["closed"])
        self.dead_at = as_view(arrays["dead_at"])
        self.here = as_view(arrays["here"])
        self.crowd = as_view(arrays["crowd"])
        self.sides = as_view(arrays["sides"])
        self.stirred = as_view(arrays["stirred"])
        self.manned = as_view(arrays["manned"])
        self.n_manned = as_view(arrays["n_manned"])
        self.doing = as_view(arrays["doing"])
        self.armed = as_view(arrays["armed"])
        self.force = as_view(arrays["force"])
        self.foes = as_view(arrays["foes"])
        self.view = as_view(arrays["view"])
        self.sight = as_view(arrays["sight"])
        self.log_sight = as_view(arrays["log_sight"])
        self.near = as_view(arrays["near"])
        self.peril = as_view(arrays["peril"])
        self.fear = as_view(arrays["fear"])
        self.might = as_view(arrays["might"])
        self.log_might = as_view(arrays["log_might"])
        self.marks = as_view(arrays["marks"])
        self.log_marks = as_view(arrays["log_marks"])
        self.head = as_view(arrays["head"])
        self.stale = as_view(arrays["stale"])
        self.wire = as_view(arrays["wire"])
        self.nxt = as_view(arrays["nxt"])
        self.kholder = as_view(arrays["kholder"])
        self.kforce = as_view(arrays["kforce"])
        self.known_foes = as_view(arrays["known_foes"])
        self.klook = as_view(arrays["klook"])
        self.kstood = as_view(arrays["kstood"])
        self.provoked = as_view(arrays["provoked"])
        self.helped = as_view(arrays["helped"])
        self.alive = as_view(arrays["alive"])
        self.born = as_view(arrays["born"])
        self.contends = as_view(arrays["contends"])
        self.seat = as_view(arrays["seat"])
        self.posture = as_view(arrays["posture"])
        self.local = as_view(arrays["local"])
        self.posture_in = as_view(arrays["posture_in"])
        self.hostile = as_view(arrays["hostile"])
        self.rivals = as_view(arrays["rivals"])
        self.stance = as_view(arrays["stance"])
        self.hl = as_view(arrays["hl"])
        self.hr = as_view(arrays["hr"])
        self.q = as_view(arrays["q"])
        self.edition = as_view(arrays["edition"])
        self.aim = as_view(arrays["aim"])
        self.aimkind = as_view(arrays["aimkind"])
        self.sparekind = as_view(arrays["sparekind"])
        self.ops = as_view(arrays["ops"])
        self.opend = as_view(arrays["opend"])
        self.killed = as_view(arrays["killed"])
        self.bystanders = as_view(arrays["bystanders"])
        self.bydead = as_view(arrays["bydead"])
        self.grief = as_view(arrays["grief"])
        self.strength = as_view(arrays["strength"])
        self.sorrow = as_view(arrays["sorrow"])
        self.sorrow_of = as_view(arrays["sorrow_of"])
        self.truce = as_view(arrays["truce"])
        self.truced = as_view(arrays["truced"])
        self.settled = as_view(arrays["settled"])
        self.breached = as_view(arrays["breached"])
        self.threat = as_view(arrays["threat"])
        self.vols = as_view(arrays["vols"])
        self.found = as_view(arrays["found"])
        self.broke_promise = as_view(arrays["broke_promise"])
        self.kept_promise = as_view(arrays["kept_promise"])
        self.zsettle = as_view(arrays["zsettle"])
        self.ztruce = as_view(arrays["ztruce"])
        self.offered = as_view(arrays["offered"])
        self.promise_on = as_view(arrays["promise_on"])
        self.outmen = as_view(arrays["outmen"])
        self.outbodies = as_view(arrays["outbodies"])
        self.blood = as_view(arrays["blood"])
        self.blood_dead = as_view(arrays["blood_dead"])
        self.lastfire = as_view(arrays["lastfire"])
        self.shot_disarmed = as_view(arrays["shot_disarmed"])
        self.damage = as_view(arrays["damage"])
        self.cutw = as_view(arrays["cutw"])
        self.ncut = as_view(arrays["ncut"])
        self.suppress = as_view(arrays["suppress"])
        self.link_open = as_view(arrays["link_open"])
        self.gate_keeper = as_view(arrays["gate_keeper"])
        self.plan_last = as_view(arrays["plan_last"])
        self.plan_row = as_view(arrays["plan_row"])
        self.asleep = as_view(arrays["asleep"])
        self.first_asker = as_view(arrays["first_asker"])
        self.next_asker = as_view(arrays["next_asker"])
        self.asker = as_view(arrays["asker"])
        self.fixed = as_view(arrays["fixed"])
        self.dec_took = as_view(arrays["dec_took"])
        self.dec_min = as_view(arrays["dec_min"])
        self.out_done = as_view(arrays["out_done"])
        self.out_due = as_view(arrays["out_due"])
        self.mot_share = as_view(arrays["mot_share"])
        self.mot_due = as_view(arrays["mot_due"])
        self.mot_row = as_view(arrays["mot_row"])
        self.fac_left = as_view(arrays["fac_left"])
        self.since = as_view(arrays["since"])
        self.watch_min = as_view(arrays["watch_min"])
        self.watch_val = as_view(arrays["watch_val"])
        self.body_on = as_view(arrays["body_on"])
        self.item = as_view(arrays["item"])
        self.item_size = as_view(arrays["item_size"])
        self.item_for = as_view(arrays["item_for"])
        self.cq_due = as_view(arrays["cq_due"])
        self.cq_slot = as_view(arrays["cq_slot"])
        self.cq_seq = as_view(arrays["cq_seq"])
        self.inbox = as_view(arrays["inbox"])
        self.c_free = as_view(arrays["c_free"])
        self.c_kind = as_view(arrays["c_kind"])
        self.c_from = as_view(arrays["c_from"])
        self.c_to = as_view(arrays["c_to"])
        self.c_line = as_view(arrays["c_line"])
        self.c_ref = as_view(arrays["c_ref"])
        self.c_x = as_view(arrays["c_x"])
        self.c_y = as_view(arrays["c_y"])
        self.c_row = as_view(arrays["c_row"])
        self.c_who = as_view(arrays["c_who"])
        self.c_z = as_view(arrays["c_z"])
        self.log = as_view(arrays["log"])
        self.logx = as_view(arrays["logx"])
        self.v = as_view(arrays["v"])
        self.pk = as_view(arrays["pk"])
        self.sx = as_view(arrays["sx"])
        self.minded = as_view(arrays["minded"])
        self.sy = as_view(arrays["sy"])
        self.grown = as_view(arrays["grown"])
        self.told_of = as_view(arrays["told_of"])
        self.dij = as_view(arrays["dij"])
        self.dprev = as_view(arrays["dprev"])
        self.edge = as_view(arrays["edge"])
        self.stack = as_view(arrays["stack"])
        self.series = as_view(arrays["series"])
        self.holders = as_view(arrays["holders"])
        self.counts = as_view(arrays["counts"])
        self.order_causes = as_view(arrays["order_causes"])
        self.change_causes = as_view(arrays["change_causes"])
        self.work = as_view(arrays["work"])

    def outset(self, keep_log):
        """Before a run: whether its events are kept (0 or 1)."""
        self.keep_log = keep_log

    def upshot(self):
        """After a run: stage of failure (0 none), rows of the log, unit slots used."""
        return self.stage, self.n_log, self.units
