"""What a number rests on: who says it, where, how sure, who says otherwise, which reading is used and why.

Without a name the whole scenario is reviewed: how many numbers rest on what grade of evidence, which
of them were keyed twice and agree or do not, and which works carry how much. With a name (a number's
path, a noun, a claim or a work) everything under it is opened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from dualpower.analysis.finding import Finding
from dualpower.draft import dotted
from dualpower.errors import DualpowerError, near
from dualpower.evidence.claim import GRADES
from dualpower.evidence.ledger import SECTIONS, claims_at
from dualpower.evidence.recheck import kappa, rank_correlation, side
from dualpower.scenario import double_entry
from dualpower.scenario.double_entry import STATUSES, WHATS, Comparison

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target
    from dualpower.scenario.resolve import Resolved

ONLY = (*STATUSES, *GRADES)
Index = Mapping[str, list[Comparison]]
Row = dict[str, Any]


def evidence(target: Target, name: str | None = None, *, only: str | None = None) -> Finding:
    """Open the evidence of a scenario, or of what is called ``name`` in it.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        name: a dotted path (``units.guard.roll``), a noun (``guard``), a claim or a work; none for a review.
        only: numbers of one grade (seen, inferred, unverified, assumed) or of one state of the double
            entry (checked, disputed, unchecked).
    Returns:
        Finding with a row per section (review) or per number (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E312, nothing is called so.
    """
    from dualpower.analysis import histories

    resolved = histories.load(target)
    index = double_entry.by_path(double_entry.comparisons(resolved))
    if name is None and only is None:
        return _review(resolved, index)
    if only is not None and only not in ONLY:
        raise DualpowerError("E312", f"there is no grade or state {only!r}", near(only, ONLY) or ", ".join(ONLY))
    paths = _paths(resolved, index) if name is None else _named(resolved, index, name)
    rows = [open_number(resolved, index, path) for path in paths]
    if only is not None:
        rows = [row for row in rows if only in (row["grade"], row["status"])]
    return _opened(resolved, index, name, only, rows)


# ---------------------------------------------------------------- finding what is asked for


def _paths(resolved: Resolved, index: Index) -> list[str]:
    """Return every number that is written, and whatever else was keyed twice, in the order of the file."""
    entries = (*resolved.ledger.entries, *resolved.ledger.uncited)
    found = [dotted(e.path[:-1] if isinstance(e.path[-1], int) else e.path) for e in entries]  # a place is one thing
    rest = [p for p in index if p not in found and not any(f.startswith(f"{p}.") for f in found)]
    return list(dict.fromkeys([*found, *rest]))


def _named(resolved: Resolved, index: Index, name: str) -> list[str]:
    """Return the paths of the numbers that a name stands for. Raises DualpowerError E312."""
    every = _paths(resolved, index)
    known = dict.fromkeys([*every, *resolved.spreads, *(f"outside.{key}.at" for key in resolved.scenario.outside)])
    paths = [p for p in known if p == name or p.startswith(f"{name}.")]
    nouns = [f"{section}.{name}" for section in SECTIONS if name in getattr(resolved.scenario, section, ())]
    paths += [p for noun in nouns for p in known if p.startswith(f"{noun}.") or p == noun]
    if name in resolved.claims:
        paths += [p for p in every if name in claims_at(resolved.draft.data, p)[0]]
    if name in resolved.sources:
        paths += [
            p
            for p in every
            if any(name in resolved.claims[c].works for c in _ids(resolved, p))
            or any(name in c.entry.works for c in index.get(p, ()))
        ]
    if paths or name in resolved.claims or name in resolved.sources or nouns:
        return list(dict.fromkeys(paths))
    heads = {p.rsplit(".", 1)[0] for p in known if "." in p}
    words = [*known, *heads, *(p.split(".")[1] for p in known if "." in p), *resolved.claims, *resolved.sources]
    cure = near(name, dict.fromkeys(words)) or f"dualpower evidence {resolved.id} lists what there is"
    raise DualpowerError("E312", f"{resolved.id} has no number, noun, claim or work {name!r}", cure)


def _ids(resolved: Resolved, path: str) -> tuple[str, ...]:
    return tuple(c for c in claims_at(resolved.draft.data, path)[0] if c in resolved.claims)


# ---------------------------------------------------------------- one number, one claim


def open_number(resolved: Resolved, index: Index, path: str) -> Row:
    """Return everything that is known of the number at a path, as plain values."""
    written = _written(resolved, path)
    _, assumed = claims_at(resolved.draft.data, path)
    is_kind = path.endswith(".kind") and path.count(".") == 2
    ids = () if is_kind else _ids(resolved, path)
    spread = resolved.spreads.get(path)
    grades = [resolved.claims[c].trust for c in ids]
    is_default = written is None and spread is not None
    return {
        "path": path,
        "written": written,
        "kind": spread.kind if spread else None,
        "low": spread.low if spread else None,
        "middle": spread.middle if spread else None,
        "high": spread.high if spread else None,
        "grade": min(grades, key=GRADES.index) if grades else "default" if is_default else "assumed",
        "claims": list(ids),
        "assumed": assumed,
        "used": "a word of the vocabulary, chosen for it" if is_kind else _used(resolved, written, ids, assumed),
        "status": double_entry.status_at(index, path),
        "second": [_second(c) for c in double_entry.keyed_at(index, path)],
    }


def _written(resolved: Resolved, path: str) -> object:
    here: object = resolved.draft.data
    for part in path.split("."):
        if isinstance(here, list):
            here = here[int(part)] if part.isdigit() and int(part) < len(here) else None
        else:
            here = here.get(part) if isinstance(here, dict) else None
    return here


def _used(resolved: Resolved, written: object, ids: tuple[str, ...], assumed: str | None) -> str:
    """Return which reading the scenario uses, and why."""
    if written is None:
        return "the default of the format: nothing is written"
    own = not isinstance(written, dict) or "value" in written or not set(written) <= {"claim", "assumed"}
    if assumed and not ids:
        return f"assumed: {assumed}"
    if own:
        return "the value written in the scenario, argued in " + " and ".join(ids)
    for key in ids:
        claim = resolved.claims[key]
        spread = claim.spread()
        if spread is None:
            continue
        ends = [c for c in claim.conflicts if c.low is not None or c.high is not None]
        if claim.low is None and ends:
            others = ", ".join(c.work for c in ends)
            return f"the value of {key}; {others} widen it to a triangle with its peak there"
        if claim.corrected:
            return f"the reading of {key} as corrected: {claim.corrected}"
        return f"the {'value' if claim.low is None else 'range'} of {key}"
    return "no number: " + " and ".join(ids)


def _second(comparison: Comparison) -> Row:
    entry, first = comparison.entry, comparison.first
    row: Row = {"of": list(entry.paths), "form": entry.form, "what": comparison.what, "status": comparison.status}
    row |= {"why": comparison.verdict.why, "trust": entry.trust, "works": list(entry.works), "note": entry.note}
    fields = ("low", "value", "high", "unit", "within_m", "word", "earliest", "latest", "none")
    row |= {name: getattr(entry, name) for name in fields}
    row |= {"at": list(entry.at) if entry.at else None, "or": list(entry.or_)}
    row["first"] = {
        "low": first.spread[0] if first.spread else None,
        "middle": first.middle,
        "high": first.spread[1] if first.spread else None,
        "at": list(first.place) if first.place else None,
        "word": first.word,
        "is_time": first.is_time,
    }
    return row


def open_claim(resolved: Resolved, key: str, status: str) -> Row:
    """Return a claim with its works named and its conflicts, as plain values."""
    claim = resolved.claims[key]
    fields = claim.model_dump(exclude={"work", "conflicts"})
    return {
        "id": key,
        **fields,
        "works": [_work(resolved, work) for work in claim.works],
        "conflicts": [{**c.model_dump(exclude={"work"}), "work": _work(resolved, c.work)} for c in claim.conflicts],
        "status": status,
    }


def _work(resolved: Resolved, key: str) -> Row:
    source = resolved.sources.get(key)
    named = source.model_dump(include={"title", "author", "year", "kind", "language", "note"}) if source else {}
    return {"key": key, **named}


def _opened(resolved: Resolved, index: Index, name: str | None, only: str | None, rows: list[Row]) -> Finding:
    statuses = double_entry.claim_statuses(resolved, index)
    ids = [name] if name in resolved.claims else []
    ids += [c for row in rows for c in row["claims"]]
    if name in resolved.sources:
        ids += [k for k, c in resolved.claims.items() if name in c.works or name in {x.work for x in c.conflicts}]
    claims = [open_claim(resolved, key, statuses[key]) for key in dict.fromkeys(ids)]
    counts = Counter(row["status"] for row in rows)
    many = "1 number" if len(rows) == 1 else f"{len(rows):,} numbers"
    rests = "rests" if len(rows) == 1 else "rest"
    sentence = f"{many} {rests} on {_count(len(claims), 'claim')} of {_count(len(_keys(claims)), 'work')}."
    return Finding(
        tuple(rows),
        sentence,
        f"Double entry: {_statuses(counts)}.",
        {"scenario": resolved.id, "name": name, "only": only, "claims": claims},
        rows="numbers",
    )


def _keys(claims: Iterable[Row]) -> set[str]:
    return {work["key"] for claim in claims for work in claim["works"]}


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _statuses(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts.get(status, 0):,} {status}" for status in STATUSES)


# ---------------------------------------------------------------- the whole scenario


def _review(resolved: Resolved, index: Index) -> Finding:
    """Return how many numbers rest on what, by section; the double entry; the works by weight."""
    ledger = resolved.ledger
    grades, states = Counter[str](), Counter[str]()
    sections: dict[str, Counter[str]] = {}
    works: Counter[str] = Counter()
    for entry in ledger.entries:
        path = dotted(entry.path)
        ids = [c for c in entry.claims if c in resolved.claims]
        found = [resolved.claims[c].trust for c in ids]
        grade = min(found, key=GRADES.index) if found else "assumed"
        status = double_entry.status_at(index, path)
        grades[grade] += 1
        states[status] += 1
        sections.setdefault(path.split(".")[0], Counter()).update(["numbers", grade, status])
        works.update({w for c in ids for w in resolved.claims[c].works})
    for entry in ledger.uncited:
        sections.setdefault(dotted(entry.path).split(".")[0], Counter()).update(["numbers", "uncited", "unchecked"])
    columns = ("numbers", *GRADES, "uncited", *STATUSES)
    table = tuple({"section": key, **{c: counts[c] for c in columns}} for key, counts in sections.items())
    facts = {
        "scenario": resolved.id,
        "digest": resolved.digest,
        "numbers": len(ledger.entries) + len(ledger.uncited),
        "grades": {**{g: grades[g] for g in GRADES}, "uncited": len(ledger.uncited)},
        "states": {s: states[s] for s in STATUSES},
        "double_entry": double_entry_table(resolved, index),
        "agreement": agreement(index),
        "disputed": [p for p in index if double_entry.status_at({p: index[p]}, p) == "disputed"],
        "over_grade": [p for p in index if double_entry.over_grade_alone(index[p])],
        "claims": dict(Counter(double_entry.claim_statuses(resolved, index).values())),
        "works": [{**_work(resolved, key), "numbers": n} for key, n in works.most_common()],
    }
    return Finding(table, _first_sentence(facts), _second_sentence(resolved, facts), facts, rows="sections")


def _first_sentence(facts: Row) -> str:
    rests = facts["numbers"] - facts["grades"]["uncited"]
    shares = ", ".join(
        f"{100 * n / max(facts['numbers'], 1):.0f} % {grade}" for grade, n in facts["grades"].items() if n
    )
    return f"{rests:,} of {_count(facts['numbers'], 'number')} rest on a claim or a reason: {shares}."


def _second_sentence(resolved: Resolved, facts: Row) -> str:
    if resolved.recheck is None:
        return "No number was keyed a second time."
    by = resolved.recheck.by.rstrip(".")
    return f"Double entry by {by}: {_statuses(facts['states'])}."


def double_entry_table(resolved: Resolved, index: Index) -> list[Row]:
    """Return a row per kind of thing: how many there are, how many were keyed twice and agree or do not.

    Of the checked, ``in_a_sum`` were keyed only together with others, and of ``without_evidence`` both
    entries say that nothing is known. Of the disputed, ``over_grade`` part only in how sure the number
    is: the second coder could key nothing, the scenario says more than assumed.
    """
    there = Counter(double_entry.what_of(path) for path in double_entry.paths_of(resolved) if not _is_unit_kind(path))
    states = Counter((double_entry.what_of(p), double_entry.status_at({p: index[p]}, p)) for p in index)
    empty = Counter(
        double_entry.what_of(p)
        for p, items in index.items()
        if all(c.entry.form == "none" and c.verdict.agrees for c in items)
    )
    summed = Counter(
        double_entry.what_of(p)
        for p, items in index.items()
        if all(len(c.entry.paths) > 1 and c.verdict.agrees for c in items)
    )
    graded = Counter(double_entry.what_of(p) for p, items in index.items() if double_entry.over_grade_alone(items))
    rows = []
    for what in WHATS:
        checked, disputed = states[what, "checked"], states[what, "disputed"]
        rows.append({"what": what, "there": there[what], "checked": checked, "disputed": disputed})
        rows[-1]["unchecked"] = there[what] - checked - disputed
        rows[-1] |= {"in_a_sum": summed[what], "without_evidence": empty[what], "over_grade": graded[what]}
        rows[-1]["agree_share"] = checked / (checked + disputed) if checked + disputed else None
    return [row for row in rows if row["there"]]


def _is_unit_kind(path: str) -> bool:
    return path.startswith("units.") and path.endswith(".kind")


def agreement(index: Index) -> Row:
    """Return how well two coders agree beyond chance, over entries that both filled in.

    kinds of site: Cohen's kappa of the words. Tastes: kappa of the side (for, against, neither) and
    the rank correlation of the middles; and both again over distinct pairs, because one vote coded for
    many units is one reading. Rolls: the rank correlation of the middles, and the share
    of pairs whose middles lie within a fifth of each other.
    """
    found = list({id(c): c for items in index.values() for c in items}.values())
    kinds = [(c.first.word, c.entry.word) for c in found if c.first.word and c.entry.word]
    tastes, rolls = _middles(found, "taste"), _middles(found, "roll")
    once = sorted(set(tastes))
    return {
        "kind of site": {"pairs": len(kinds), "kappa": kappa(kinds)},
        "taste": {
            "pairs": len(tastes),
            "kappa": _side_kappa(tastes),
            "rank_correlation": rank_correlation(tastes),
            "distinct_pairs": len(once),
            "distinct_kappa": _side_kappa(once),
            "distinct_rank_correlation": rank_correlation(once),
        },
        "roll": {
            "pairs": len(rolls),
            "rank_correlation": rank_correlation(rolls),
            "within_a_fifth": sum(abs(a - b) <= 0.2 * max(a, b) for a, b in rolls) / len(rolls) if rolls else None,
        },
    }


def _side_kappa(tastes: list[tuple[float, float]]) -> float | None:
    return kappa([(side(a), side(b)) for a, b in tastes])


def _middles(found: Iterable[Comparison], what: str) -> list[tuple[float, float]]:
    pairs = ((c.first.middle, c.entry.middle) for c in found if c.what == what and c.entry.form == "number")
    return [(a, b) for a, b in pairs if a is not None and b is not None]
