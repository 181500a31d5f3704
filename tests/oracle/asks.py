"""What a rule asks, and the answer: the oracle's own evaluator of the scenario's rule trees.

Plans and decisions are judged on what their authority believes (who holds a site it does not
see); marks, outcomes and the outside on the truth.
"""

from __future__ import annotations

import operator

from dualpower import words as w
from dualpower.scenario import rules

from . import choice, movement
from .world import World

OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "<": operator.lt, "<=": operator.le,
    ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
NEVER = 1e9


class Judge:
    """Evaluates typed trees for one authority (``who``), or on the truth (``who`` None)."""

    def __init__(self, world: World, who: str | None = None) -> None:
        self.world, self.who = world, who

    def true(self, tree: rules.Expr) -> bool:
        self.world.work["rules"] += 1
        return bool(self.value(tree))

    def value(self, tree: rules.Expr):
        return getattr(self, "on_" + type(tree).__name__.lower())(tree)

    def on_literal(self, tree):
        return tree.value

    def on_name(self, tree):
        return w.POSTURES[tree.id] if tree.kind == "P" else tree.id

    def on_unary(self, tree):
        return not self.value(tree.item) if tree.op == "not" else -self.value(tree.item)

    def on_binary(self, tree):
        if tree.op == "and":
            # both sides are looked at: a "for" inside must see every step
            left, right = self.value(tree.left), self.value(tree.right)
            return bool(left) and bool(right)
        if tree.op == "or":
            left, right = self.value(tree.left), self.value(tree.right)
            return bool(left) or bool(right)
        left, right = self.value(tree.left), self.value(tree.right)
        if tree.op == "/":
            return left / right if right else 0.0
        return OPERATORS[tree.op](left, right)

    def on_for(self, tree):
        if not self.value(tree.item):
            self.world.rules_since.pop((id(tree), self.who), None)
            return False
        since = self.world.rules_since.setdefault((id(tree), self.who), self.world.minute)
        return self.world.minute - since >= tree.minutes

    def on_count(self, tree):
        return sum(bool(self.value(item)) for item in tree.items)

    def on_extreme(self, tree):
        return (min if tree.op == "min" else max)(self.value(item) for item in tree.items)

    def on_truly(self, tree):
        return Judge(self.world).value(tree.item)

    def on_call(self, tree):
        name = "ask_" + tree.name.replace("-", "_")
        return getattr(self, name)(*(arg.id for arg in tree.args))

    # --- sites

    def ask_now(self):
        return float(self.world.minute)

    def ask_holder(self, s):
        if self.who:
            return self.world.authorities[self.who].known[s].holder
        return self.world.sites[s].holder

    def ask_taken(self, s, a):
        return a in self.world.sites[s].taken_by

    def ask_yielded(self, s, a):
        return a in self.world.sites[s].yielded_to

    def ask_assaulted(self, s):
        return self.world.sites[s].stormed

    def ask_shelled(self, s):
        return self.world.sites[s].shelled

    def ask_entered(self, s):
        return self.world.sites[s].entered

    def ask_encircled(self, s):
        return bool(self.world.sites[s].ring)

    def ask_contested(self, s):
        return self.world.sites[s].contest is not None

    def ask_guarded(self, g):
        site, gate = g.split(".", 1)
        keeper = self.world.by_id.get(self.world.sites[site].gates[gate]["keeper"] or "")
        return keeper is not None and any(keeper.act.values())

    def ask_open(self, line):
        x = self.world.lines[line]
        return not x.cut or len(x.joins) > 2

    def ask_stock(self, s, k):
        return self.world.sites[s].stocks.get(w.STOCKS[k], 0.0)

    def ask_found(self, k):
        return self.world.found[w.STOCKS[k]]

    def ask_demanded(self, s):
        return self.world.sites[s].demanded

    def ask_held(self, a, kind):
        return sum(s.holder == a and (kind == "any" or s.kind == w.SITES[kind]) for s in self.world.sites.values())

    def ask_fighting(self):
        return sum(self.world.minute - s.last_fire <= self.world.step for s in self.world.sites.values())

    def ask_damage(self):
        return self.world.damage

    def ask_reported_damage(self):
        return self.world.told_damage

    def ask_guns_at(self, s, a):
        return sum(u.guns for u in self.world.sites[s].units if u.act[a])

    def ask_guns_of(self, a):
        return sum(u.guns for u in self.world.units if u.act[a])

    # --- people

    def family(self, u):
        return [x for part in self.world.parts[u] for x in part.family()]

    def ask_present(self, u):
        return sum(x.present for x in self.family(u))

    def ask_roll(self, u):
        return sum(x.roll for x in self.family(u))

    def ask_standing(self, u, a):
        return sum(x.n[a] for x in self.family(u))

    def ask_acting(self, a, s=None):
        if self.who and self.world.hostile(self.who, a):
            known = self.world.authorities[self.who].known
            return sum(x.force for key, x in known.items() if x.holder == a and s in (None, key))
        if s:
            return self.world.acting_at(s, a)
        return sum(u.act[a] for u in self.world.units if u.here)

    def ask_armed(self, a):
        return sum(min(u.rifles, u.n[a]) for u in self.world.units if u.here)

    def ask_volunteers(self, a):
        return self.world.authorities[a].volunteers

    def ask_at(self, u, s):
        return any(x.site == s and x.present for x in self.family(u))

    def ask_arrived(self, u):
        return any(x.arrived for x in self.family(u))

    def ask_outside_men(self, a):
        return self.world.authorities[a].outside_men

    def ask_outside_bodies(self, a):
        return self.world.authorities[a].outside_bodies

    def ask_hardship(self, u):
        return self.world.by_id[u].hardship

    def ask_isolation(self, u):
        return self.world.by_id[u].isolation

    def ask_striking(self, u):
        return movement.stopped_share(self.world.by_id[u])

    def ask_hours_without_word(self, u, a):
        return (self.world.minute - self.world.by_id[u].last_word[a]) / 60.0

    def ask_winning(self, u, a):
        if u in self.world.by_id:
            return choice.winning(self.world, self.world.by_id[u])[a]
        return choice.chances(self.world, self.world.authorities[self.world.of(u)].belief)[a]

    def ask_trust(self, u, a):
        return (
            self.world.by_id[u].trust[a] if u in self.world.by_id else self.world.authorities[self.world.of(u)].trust[a]
        )

    # --- losses

    def ask_dead(self, a):
        return self.world.authorities[a].dead

    def ask_dead_at(self, s, a):
        dead = self.world.sites[s].dead
        return sum(dead.values()) if a == "all" else dead[a]

    def ask_captive(self, a):
        return sum(u.captured for u in self.world.units if u.serves == a)

    def ask_bystanders_dead(self):
        return self.world.bystanders_dead

    def ask_all_dead(self):
        return self.world.bystanders_dead + sum(a.dead for a in self.world.authorities.values())

    def ask_shot_disarmed(self):
        return self.world.shot_disarmed

    def ask_blood(self):
        return self.world.first_fire >= 0.0

    def ask_blood_dead(self):
        return self.world.dead_first_hour

    def ask_hours_since_fire(self):
        return (self.world.minute - self.world.last_fire) / 60.0 if self.world.last_fire >= 0.0 else NEVER

    # --- talk and politics

    def ask_done(self, x):
        return x in self.world.done

    def ask_hours_since(self, x):
        return (self.world.minute - self.world.done[x]) / 60.0 if x in self.world.done else NEVER

    def ask_chose(self, d, o):
        return self.world.chosen.get(d) == o

    def ask_truce(self, a, b):
        return self.world.at_truce(a, b)

    def ask_settled(self):
        return self.world.settled

    def ask_kept(self, a):
        return self.world.authorities[a].kept

    def ask_broken(self, a):
        return self.world.authorities[a].broken

    def ask_promised(self, a, i):
        return i in self.world.authorities[a].promises

    def ask_votes(self, m):
        return self.world.votes.get(m, 0.0)

    def ask_passed(self, m):
        return self.world.votes.get(m, 0.0) > 0.5

    def ask_walked_out(self, f):
        return f in self.world.walked_out

    def ask_posture(self, a):
        return self.world.authorities[a].posture

    def ask_alive(self, a):
        return self.world.authorities[a].alive

    def ask_seat_held(self, a):
        return self.world.sites[self.world.authorities[a].seat].holder == a
