"""The evidence of a scenario: reviewed as a whole, or a number opened to its claims."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from dualpower.faces.cli.screen import json_option, out, para, put_json, quiet_option, say, strong, width
from dualpower.telling import tables

FEW = 3  # numbers that are opened one by one; more become a table
GRADES = ("seen", "inferred", "unverified", "assumed", "uncited")
STATES = ("checked", "disputed", "unchecked")


@click.command("evidence")
@click.argument("scenario")
@click.argument("name", metavar="[ID]", required=False)
@click.option(
    "--only", type=click.Choice([*STATES, *GRADES[:-1]]), default=None,
    help="Numbers of one grade, or of one state of the double entry.",
)  # fmt: skip
@json_option
@quiet_option
def command(scenario: str, name: str | None, only: str | None, as_json: bool, quiet: bool) -> None:
    """\b
    For example:  dualpower evidence moscow-1917
                  dualpower evidence moscow-1917 units.alexander-cadets.roll
                  dualpower evidence moscow-1917 --only disputed

    Say what the numbers of SCENARIO rest on. ID is a number's path, a noun, a claim or a work: each
    number under it opens to its claims, to what speaks against them, and to its second entry.
    """
    from dualpower.analysis.grounds import evidence

    found = evidence(scenario, name, only=only)
    if as_json:
        put_json(found.to_json())
    elif name is None and only is None:
        _review(found)
        if not quiet:
            say(f"\nOpen one: dualpower evidence {scenario} ID. Disputed ones: --only disputed.")
    else:
        _opened(found)


def _review(found: Any) -> None:
    facts = found.facts
    out(strong(facts["scenario"]))
    para(f"{found.sentence} {found.sure}")
    out("\nNumbers by section and grade:")
    rows = [[r["section"], *(_n(r[c]) for c in ("numbers", *GRADES, *STATES))] for r in found.table]
    out(tables.draw(["section", "numbers", *GRADES, *STATES], rows, right=range(1, 10), width=width(), stretch=0))
    if any(r["checked"] or r["disputed"] for r in facts["double_entry"]):
        _double_entry(facts)
    out("\nWorks by the numbers they carry:")
    rows = [[_n(w["numbers"]), w["key"], _named(w)] for w in facts["works"]]
    out(tables.draw(["numbers", "key", "work"], rows, right=[0], width=width(), stretch=2))


def _double_entry(facts: dict[str, Any]) -> None:
    out("\nDouble entry (keyed twice, by two people):")
    columns = ("there", "checked", "in_a_sum", "without_evidence", "disputed", "unchecked")
    rows = [
        [r["what"], *(_n(r[c]) for c in columns), tables.percent(r["agree_share"], 0)] for r in facts["double_entry"]
    ]
    head = ["what", "there", "checked", "in a sum", "neither knows", "disputed", "unchecked", "agree"]
    out(tables.draw(head, rows, right=range(1, 8), width=width(), stretch=0))
    for what, values in facts["agreement"].items():
        if values["pairs"]:
            _agreement(what, values)
    _disputed(facts)


def _disputed(facts: dict[str, Any]) -> None:
    """Write what is disputed: first where two values part, then where only the grade does."""
    graded = set(facts["over_grade"])
    values = [path for path in facts["disputed"] if path not in graded]
    if values:
        para(f"Disputed, two readings that part ({len(values)}): " + ", ".join(values))
    if graded:
        why = "nothing could be keyed, the scenario says more than assumed"
        para(f"Disputed over the grade alone, {why} ({len(graded)}): " + ", ".join(facts["over_grade"]))


def _agreement(what: str, values: dict[str, Any]) -> None:
    """Write how far two coders agree beyond chance; one reading that serves many units counts once the second time."""
    words = {"kappa": "kappa", "rank_correlation": "rank correlation", "within_a_fifth": "middles within a fifth"}
    said = [f"{word} {tables.hundredths(values[key])}" for key, word in words.items() if key in values]
    text = f"  {what}: {', '.join(said)} ({values['pairs']} pairs)"
    if values.get("distinct_pairs"):
        again = [
            f"{w} {tables.hundredths(values[f'distinct_{k}'])}" for k, w in words.items() if f"distinct_{k}" in values
        ]
        text += f"; {', '.join(again)} ({values['distinct_pairs']} distinct pairs)"
    para(text)


def _n(number: int) -> str:
    return f"{number:,}" if number else "–"


def _opened(found: Any) -> None:
    para(f"{found.sentence} {found.sure}")
    claims = {claim["id"]: claim for claim in found.facts["claims"]}
    if len(found.table) <= FEW:
        for row in found.table:
            out()
            _number(row)
    elif found.table:
        out()
        rows = [[r["path"], _value(r), r["grade"], r["status"], " ".join(r["claims"])] for r in found.table]
        out(tables.draw(["number", "used", "grade", "state", "claims"], rows, width=width(), stretch=4))
        out()
        for row in found.table:
            for second in row["second"]:
                if second["status"] == "disputed":
                    para(f"{row['path']} is disputed. {_second(second)}")
    for claim in claims.values():
        out()
        _claim(claim)


def _number(row: dict[str, Any]) -> None:
    out(strong(row["path"]))
    _wrap("  used          ", f"{_value(row)}: {row['used']}")
    _wrap("  grade         ", row["grade"] + (f" ({', '.join(row['claims'])})" if row["claims"] else ""))
    if row["assumed"]:
        _wrap("  assumed       ", row["assumed"])
    for second in row["second"]:
        _wrap("  second entry  ", f"{second['status'].upper()}. {_second(second)}")
    if not row["second"]:
        out("  second entry  none: unchecked")


def _value(row: dict[str, Any]) -> str:
    """Write what a number is drawn from."""
    if row["kind"] is None:
        return _written(row["written"])
    low, middle, high = (_amount(row[k]) for k in ("low", "middle", "high"))
    if row["kind"] == "fixed":
        return middle
    return f"{low}..{high}" if row["kind"] == "uniform" else f"{low}..{high} mode {middle}"


def _amount(number: float) -> str:
    """Write a number in full: whole where it is whole."""
    return f"{number:,.0f}" if number == round(number) else f"{number:,.6g}"


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {_written(v)}" for k, v in value.items()) if value else "–"
    if isinstance(value, list):
        return ", ".join(str(v) for v in value)
    return "–" if value is None else str(value)


def _second(second: dict[str, Any]) -> str:
    keyed = _keyed(second)
    sum_of = f" for the sum of {len(second['of'])}" if len(second["of"]) > 1 else ""
    first = second["first"]
    ours = first["word"] or (first["at"] and _written(first["at"]))
    if ours is None and first["low"] is not None and not first["is_time"]:
        ours = "..".join(dict.fromkeys(_amount(first[k]) for k in ("low", "high")))
    from_works = f", from {', '.join(second['works'])}" if second["works"] else ""
    graded = "" if second["form"] == "none" else f", {second['trust']}"
    note = f" ({second['note']})" if second["note"] else ""
    here = f"; the scenario has {ours}" if ours else ""
    return f"{keyed}{sum_of}{from_works}{graded}{note}{here}: {second['why']}."


def _keyed(second: dict[str, Any]) -> str:
    """Write what the second coder keyed."""
    match second["form"]:
        case "none":
            return f"Nothing could be keyed: {second['none']}"
        case "place":
            return _written(second["at"])
        case "word":
            return " or ".join([second["word"], *second["or"]])
        case "time":
            return f"{second['earliest'] or 'any time'} to {second['latest'] or 'any time'}"
    low, value, high = second["low"], second["value"], second["high"]
    if low is None and high is None:
        text = _amount(value)
    else:
        ends = ("" if low is None else _amount(low), "" if high is None else _amount(high))
        text = "..".join(ends) + ("" if value is None else f", best {_amount(value)}")
    return f"{text} {second['unit']}" if second["unit"] else text


def _claim(claim: dict[str, Any]) -> None:
    state = "" if claim["status"] == "unchecked" else f", {claim['status']}"
    dated = f", dated {claim['dated']} the start" if claim["dated"] in ("before", "after") else ""
    dated = ", dated during the events" if claim["dated"] == "during" else dated
    out(f"claim {strong(claim['id'])}  ({claim['trust']}{dated}{state})")
    _wrap("  says      ", claim["says"])
    if number := _claimed(claim):
        _wrap("  number    ", number)
    for name in ("reading", "as_printed", "corrected"):
        if claim[name]:
            _wrap(f"  {name.replace('as_', ''):<10}", claim[name])
    for work in claim["works"]:
        _wrap("  who       ", f"{_named(work)} [{work['key']}]")
    if claim["works"]:
        _wrap("  where     ", claim["place"] or "page not seen")
    for conflict in claim["conflicts"]:
        ends = [_amount(conflict[k]) for k in ("low", "high") if conflict[k] is not None]
        number = f" ({'..'.join(ends)})" if ends else ""
        _wrap("  against   ", f"{_named(conflict['work'])} [{conflict['work']['key']}]: {conflict['says']}{number}")


def _claimed(claim: dict[str, Any]) -> str:
    unit = f" {claim['unit']}" if claim["unit"] else ""
    if claim["low"] is not None and claim["high"] is not None:
        peak = claim["mode"] if claim["mode"] is not None else claim["value"]
        ends = "..".join(_amount(claim[k]) for k in ("low", "high"))
        return ends + (f" mode {_amount(peak)}" if peak is not None else "") + unit
    return f"{_amount(claim['value'])}{unit}" if claim["value"] is not None else ""


def _named(work: dict[str, Any]) -> str:
    """Write a work for a person: author, title, year, kind."""
    title = str(work.get("title", work["key"])).strip()
    author = f"{work['author']}, " if work.get("author") else ""
    year = work.get("year") or "no year seen"
    return f"{author}{title} ({year}, {str(work.get('kind', '')).replace('-', ' ')})"


def _wrap(lead: str, text: str) -> None:
    lines = textwrap.wrap(text, max(40, width() - len(lead)), break_on_hyphens=False, break_long_words=False) or [""]
    out(lead + lines[0])
    for rest in lines[1:]:
        out(" " * len(lead) + rest)
