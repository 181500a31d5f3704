"""What people mean to do: plans, decisions, outside events, promises of old, assemblies and their motions."""

from __future__ import annotations

import numpy as np

from dualpower import words
from dualpower.compiler.acts import Acts
from dualpower.compiler.facts import LEAN, MEN, SHARE
from dualpower.compiler.names import key
from dualpower.compiler.workbook import Workbook, column, table
from dualpower.saying import cure, say
from dualpower.scenario import rules


def _dated(book: Workbook, path: str) -> int:
    """Say whether the condition at `path` reads the clock."""
    tree = book.resolved.rules.get(path)
    return int(tree is not None and rules.reads_clock(tree))


def _spans(pairs: list[tuple[int, int]], prefix: str) -> dict[str, np.ndarray]:
    return {
        f"{prefix}_act0": column((first for first, _ in pairs), empty=0),
        f"{prefix}_act1": column((last for _, last in pairs), empty=0),
    }


def lower_plans(book: Workbook, acts: Acts) -> None:
    """Fill the columns of plans, the most urgent first."""
    found = {name: book.scenario.plans[name] for name in book.plan}
    for name, plan in found.items():
        if plan.veto:
            book.refuse(("plans", name, "veto"), say("E230-veto"), cure("in-plan"))
    spans = [acts.add(plan.do, ("plans", name, "do"), plan.who) for name, plan in found.items()]
    book.arrays |= {
        "P": len(found),
        "plan_key": column((key("plan", name) for name in found), np.uint64, 0),
        "plan_auth": column((book.authority[plan.who] for plan in found.values()), empty=0),
        "plan_body": column(book.body.get(plan.who, -1) for plan in found.values()),
        "plan_rule": column(book.rule(f"plans.{name}.when") for name in found),
        "plan_until": column(book.rule(f"plans.{name}.until") for name in found),
        "plan_every": column((book.minutes(f"plans.{name}.every", 0) for name in found), empty=0),
        "plan_dated": column((_dated(book, f"plans.{name}.when") for name in found), empty=0),
        **_spans(spans, "plan"),
    }


def lower_decisions(book: Workbook, acts: Acts) -> None:
    """Fill the columns of decisions and of their options, one decision's after another's."""
    found = book.scenario.decisions
    options = [(name, word, option) for name, noun in found.items() for word, option in noun.options.items()]
    spans = [
        acts.add(option.do, ("decisions", name, "options", word, "do"), found[name].who)
        for name, word, option in options
    ]
    ends = np.cumsum([len(noun.options) for noun in found.values()], dtype=np.int32)
    book.arrays |= {
        "D": len(found),
        "dec_key": column((key("decision", name) for name in found), np.uint64, 0),
        "dec_auth": column((book.authority[noun.who] for noun in found.values()), empty=0),
        "dec_body": column(book.body.get(noun.who, -1) for noun in found.values()),
        "dec_rule": column(book.rule(f"decisions.{name}.when") for name in found),
        "dec_opt0": column(([0, *ends[:-1]] if found else []), empty=0),
        "dec_opt1": column(ends, empty=0),
        "dec_dated": column((_dated(book, f"decisions.{name}.when") for name in found), empty=0),
        "opt_chance": column(book.facts.at(f"decisions.{n}.options.{o}.chance", SHARE) for n, o, _ in options),
        "opt_history": column((int(option.history) for _, _, option in options), empty=0),
        **_spans(spans, "opt"),
    }


def lower_outside(book: Workbook, acts: Acts) -> None:
    """Fill the columns of outside events."""
    found = book.scenario.outside
    spans = [acts.add(noun.do, ("outside", name, "do"), None) for name, noun in found.items()]
    book.arrays |= {
        "X": len(found),
        "out_key": column((key("outside", name) for name in found), np.uint64, 0),
        "out_min": column(book.minute(f"outside.{name}.at") for name in found),
        "out_after": column(book.minutes(f"outside.{name}.after") for name in found),
        "out_jitter": column((book.minutes(f"outside.{name}.jitter", 0) for name in found), empty=0),
        "out_rule": column(book.rule(f"outside.{name}.when") for name in found),
        **_spans(spans, "out"),
    }


def lower_promises(book: Workbook) -> None:
    """Fill the columns of promises made before the start."""
    found = book.scenario.promises
    audience = [-1 if p.to == "all" else _audience(book, name, p.to) for name, p in found.items()]
    book.arrays |= {
        "R": len(found),
        "pr_auth": column((book.authority[p.by] for p in found.values()), empty=0),
        "pr_issue": column((book.issue[p.issue] for p in found.values()), empty=0),
        "pr_size": column((p.size for p in found.values()), np.float64, 0.0),
        "pr_due": column(book.minute(f"promises.{name}.due") for name in found),
        "pr_kept": column(book.rule(f"promises.{name}.kept_when") for name in found),
        "pr_audience": column(audience),
    }


def _audience(book: Workbook, name: str, to: list[str]) -> int:
    """Return a bit per authority whose people heard a promise; one made to a single unit cannot be held."""
    for index, who in enumerate(to):
        if who not in book.authority:
            message = say("E230-promise", who=repr(who))
            book.refuse(("promises", name, "to", index), message, cure("name-authority"))
    return book.audience(who for who in to if who in book.authority)


def lower_assemblies(book: Workbook, acts: Acts) -> None:
    """Fill the columns of assemblies, factions and motions. A motion's acts are those of whom it favours."""
    found = book.scenario.assemblies
    factions = [(a, f, noun) for a, asm in found.items() for f, noun in asm.factions.items()]
    motions = [(a, m, noun) for a, asm in found.items() for m, noun in asm.motions.items()]
    lean = table(len(factions), book.K + 1)
    for row, (a, f, noun) in zip(lean, factions, strict=False):
        book.by_authority(("assemblies", a, "factions", f, "leans"), LEAN, row, noun.leans)
    spans = [acts.add(noun.then, ("assemblies", a, "motions", m, "then"), noun.favours) for a, m, noun in motions]
    book.arrays |= {
        "M": len(found),
        "asm_turnout": column(book.facts.at(f"assemblies.{name}.turnout", SHARE) for name in found),
        "asm_site": column(book.site[asm.at] for asm in found.values()),
        "FA": len(factions),
        "fac_assembly": column((book.assembly[a] for a, _, _ in factions), empty=0),
        "fac_seats": column(book.facts.at(f"assemblies.{a}.factions.{f}.seats", MEN) for a, f, _ in factions),
        "fac_lean": lean,
        "fac_unit": column(book.unit[noun.unit] if noun.unit else -1 for _, _, noun in factions),
        "fac_key": column((key("faction", name) for name in book.faction), np.uint64, 0),
        "MO": len(motions),
        "mot_assembly": column((book.assembly[a] for a, _, _ in motions), empty=0),
        "mot_favours": column((book.authority[noun.favours] for _, _, noun in motions), empty=0),
        "mot_severity": column((noun.severity for _, _, noun in motions), np.float64, 0.0),
        "mot_key": column((key("motion", name) for name in book.motion), np.uint64, 0),
        **_spans(spans, "mot"),
    }


def severities() -> tuple[list[float], list[int]]:
    """Return weights of news and severities of orders, by code."""
    from dualpower.engine import kinds

    news = [kinds.NEWS_WEIGHTS[code] for code in sorted(words.NEWS.values())]
    return news, [kinds.SEVERITIES[code] for code in sorted(words.ORDERS.values())]
