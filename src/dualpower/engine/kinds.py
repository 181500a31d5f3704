"""The universal table of kinds: what a cadet, a bridge or a telephone is, whatever the century.

A scenario names kinds; it cannot carry these numbers. They are fixed, not calibrated, and vary
only in structural studies. Each column says its unit; all are assumed from general handbooks of
drill, march and fortification unless a row says otherwise (docs/design.md, "Kinds").
"""

from dualpower import words as w

# weapon factor, muster h from barracks, speed km/h, crew per gun
UNIT_COLUMNS = ("weapon", "muster_h", "speed_kmh", "street")
UNIT_KINDS = {
    w.UNIT_INFANTRY: (1.0, 1.0, 4.0, 0.0),
    w.UNIT_CADETS: (1.3, 1.0, 4.5, 0.0),
    w.UNIT_OFFICERS: (1.2, 3.0, 4.5, 0.0),
    w.UNIT_STUDENTS: (0.5, 3.0, 4.0, 0.0),
    w.UNIT_WORKERS_GUARD: (0.6, 3.0, 4.0, 0.0),
    w.UNIT_WORKERS: (0.4, 3.0, 4.0, 0.3),
    w.UNIT_CAVALRY: (1.0, 1.0, 9.0, 0.0),
    w.UNIT_ARTILLERY: (0.5, 1.5, 4.0, 0.0),
    w.UNIT_ARMOURED_CARS: (6.0, 0.5, 15.0, 0.0),
    w.UNIT_CYCLISTS: (1.1, 0.5, 12.0, 0.0),
    w.UNIT_SHOCK: (1.5, 0.5, 4.5, 0.0),
    w.UNIT_SAILORS: (1.0, 1.0, 4.0, 0.0),
    w.UNIT_MILITIA: (0.4, 1.0, 4.0, 0.0),
    w.UNIT_GUARD: (0.8, 0.5, 4.0, 0.0),
    w.UNIT_BOYS: (0.5, 1.0, 4.0, 0.0),
    w.UNIT_STAFF: (0.1, 3.0, 4.0, 0.0),
    w.UNIT_DRIVERS: (0.3, 1.0, 15.0, 0.0),
    w.UNIT_CROWD: (0.1, 3.0, 3.0, 0.3),
    w.UNIT_ENGINEERS: (0.7, 1.0, 4.0, 0.0),
}

# cover for holders, entrances, value to a leader, guard wanted (men), enemy expected where unseen (men)
SITE_COLUMNS = ("cover", "entrances", "value", "guard_men", "expected_men")
SITE_KINDS = {
    w.SITE_FORTRESS: (6.0, 4, 6.0, 200, 400),
    w.SITE_HEADQUARTERS: (2.5, 4, 6.0, 150, 200),
    w.SITE_MILITARY_SCHOOL: (3.0, 3, 4.0, 100, 400),
    w.SITE_BARRACKS: (2.5, 4, 1.0, 50, 500),
    w.SITE_ARSENAL: (3.0, 2, 5.0, 60, 60),
    w.SITE_DEPOT: (2.0, 2, 4.0, 40, 40),
    w.SITE_TELEPHONE_EXCHANGE: (2.5, 2, 5.0, 60, 20),
    w.SITE_TELEGRAPH: (2.5, 2, 4.5, 50, 20),
    w.SITE_POST: (2.5, 3, 3.5, 50, 20),
    w.SITE_PRESS: (2.0, 2, 2.0, 20, 0),
    w.SITE_BANK: (2.5, 2, 3.5, 40, 20),
    w.SITE_POWER_STATION: (2.0, 2, 2.5, 30, 10),
    w.SITE_STATION: (2.0, 5, 3.0, 60, 20),
    w.SITE_BRIDGE: (1.5, 2, 2.5, 40, 10),
    w.SITE_SQUARE: (1.3, 5, 1.5, 40, 10),
    w.SITE_STREET: (1.3, 3, 1.0, 30, 10),
    w.SITE_STRONG_POINT: (2.5, 2, 2.0, 50, 30),
    w.SITE_ASSEMBLY_HALL: (2.0, 3, 1.5, 30, 10),
    w.SITE_COUNCIL: (2.5, 3, 5.0, 100, 100),
    w.SITE_POLICE: (2.5, 2, 3.0, 50, 80),
    w.SITE_PRISON: (3.0, 1, 1.0, 30, 40),
    w.SITE_GUN_POSITION: (2.0, 3, 1.0, 40, 10),
    w.SITE_FACTORY_QUARTER: (2.0, 5, 0.5, 30, 100),
    w.SITE_STORE: (2.0, 2, 3.0, 30, 20),
    w.SITE_TOWN: (2.0, 5, 0.0, 50, 100),
    w.SITE_CHURCH: (3.0, 2, 0.5, 20, 0),
    w.SITE_PALACE: (2.5, 6, 5.0, 150, 200),
    w.SITE_HOSPITAL: (2.0, 3, 0.2, 20, 0),
}

# weight of each kind of news (w_claim of E5)
NEWS_WEIGHTS = {
    w.NEWS_SITE: 0.3,
    w.NEWS_SEAT: 1.0,
    w.NEWS_COMING: 0.7,
    w.NEWS_BREAK: 0.3,
    w.NEWS_PROCLAMATION: 0.5,
    w.NEWS_DEATHS: 0.5,
    w.NEWS_ORDER: 0.0,
    w.NEWS_OFFER: 0.0,
    w.NEWS_CEASE: 0.0,
    w.NEWS_VOTE: 0.5,
    w.NEWS_SILENCE: 0.3,
    w.NEWS_DAMAGE: 0.3,
    w.NEWS_CHECK: 0.0,
}

# severity of each order for obedience (E3)
SEVERITIES = {
    w.ORDER_NONE: 0,
    w.ORDER_STAY: 0,
    w.ORDER_CEASE: 0,
    w.ORDER_STOP_WORK: 0,
    w.ORDER_TURN_OUT: 1,
    w.ORDER_GO: 1,
    w.ORDER_GUARD: 1,
    w.ORDER_TAKE: 1,
    w.ORDER_HOLD: 1,
    w.ORDER_RING: 1,
    w.ORDER_ASSAULT: 3,
    w.ORDER_SHELL: 3,
    w.ORDER_SEARCH: 1,
    w.ORDER_RETURN: 0,
}
