"""A function of one's own, to be tried on any scenario.

    dualpower simulate kremlin-call --runs 1000 --seed 15 --mechanism examples/mechanism.py

or, from Python:

    import dualpower as dp
    from mechanism import at_surrender
    result = dp.simulate("kremlin-call", runs=1000, seed=15, hooks={"at_surrender": at_surrender})

Assumed, to be tried: officers and men who have lost nobody find it dishonourable to give up a post, and are only
half as likely to; once a tenth of them are lost the usual reckoning holds.
"""


def at_surrender(situation):
    """Return the chance that a body of men gives up its post, or None for the usual one."""
    if situation.losses >= 0.1:
        return None
    return 0.5 * situation.usual
