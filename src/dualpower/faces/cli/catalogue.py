"""What there is: the greeting of a newcomer, the list of scenarios, and what one of them holds."""

from __future__ import annotations

import textwrap
from typing import Any

import click

from dualpower.faces.cli.screen import json_option, out, para, put_json, strong, width
from dualpower.telling import tables
from dualpower.telling.language import pick

MANY = {"outside": "outside events"}
ONE = {"authorities": "authority", "bodies": "body", "outside": "outside event"}
TRY = (
    ("dualpower tell kremlin-call --seed 19", "one history, told: a call opens a gate"),
    ("dualpower simulate kremlin-call --seed 7", "many histories, counted"),
    ("dualpower --help", "every command"),
)


def greet() -> None:
    """Meet a newcomer: the scenarios with one line each, and three commands to try."""
    from dualpower.scenario import catalog

    para(
        "dualpower simulates contested seizures of power: several authorities claim the same city, and everybody "
        "decides whom to obey. Each history is computed from what was known; none is scripted."
    )
    out()
    out("Scenarios:")
    for entry in catalog.entries():
        lines = textwrap.wrap(pick(entry.summary, "en") or pick(entry.title, "en"), width() - 6)
        out(f"  {strong(entry.id)}" + ("  (start here)" if entry.teaching else ""))
        out("\n".join(f"      {line}" for line in lines))
    out()
    out("Try:")
    wide = max(len(command) for command, _ in TRY)
    for command, what in TRY:
        out(f"  {command:<{wide}}   {what}")


@click.command("list")
@click.argument("scenario", required=False)
@json_option
def command(scenario: str | None, as_json: bool) -> None:
    """\b
    For example:  dualpower list
                  dualpower list kremlin-call

    List the scenarios, or what is in one of them.
    """
    found = [_entry(e) for e in _entries()] if scenario is None else _inside(scenario)
    if as_json:
        put_json(found)
    elif isinstance(found, list):
        rows = [[e["id"], e["title"], e["start"], e["end"]] for e in found]
        out(tables.draw(["id", "title", "start", "end"], rows, width=width(), stretch=1))
    else:
        _show(found)


def _entries() -> Any:
    from dualpower.scenario import catalog

    return catalog.entries()


def _entry(entry: Any) -> dict[str, Any]:
    title, summary = pick(entry.title, "en"), pick(entry.summary, "en")
    return {
        "id": entry.id,
        "title": title,
        "summary": summary,
        "start": entry.start,
        "end": entry.end,
        "teaching": entry.teaching,
    }


def _inside(target: str) -> dict[str, Any]:
    """Gather what a person may name on the command line: outcomes, decisions, marks, variants."""
    from dualpower.analysis import histories

    resolved = histories.load(target)
    scenario = resolved.scenario
    return {
        "id": resolved.id,
        "title": pick(scenario.title, "en"),
        "start": scenario.start,
        "end": scenario.end,
        "calendar": scenario.calendar,
        "counts": {
            noun: len(getattr(scenario, noun))
            for noun in ("authorities", "bodies", "units", "sites", "lines", "plans", "decisions", "outside", "marks")
        },
        "dated": resolved.dated(),
        "outcomes": [
            {"id": k, "title": pick(o.title, "en"), "history": o.history} for k, o in scenario.outcomes.items()
        ],
        "decisions": [
            {"id": k, "title": pick(d.title, "en"), "chances": resolved.chances(k), "history": resolved.history(k)}
            for k, d in scenario.decisions.items()
        ],
        "marks": [{"id": k, "title": pick(m.title, "en")} for k, m in scenario.marks.items()],
        "variants": [{"id": k, "title": pick(v.title, "en")} for k, v in scenario.variants.items()],
    }


def _show(found: dict[str, Any]) -> None:
    out(f"{strong(found['title'])}  ({found['id']}), {found['start']} to {found['end']}, {found['calendar']} calendar")
    para(
        ", ".join(
            f"{n} {ONE.get(noun, noun.removesuffix('s')) if n == 1 else MANY.get(noun, noun)}"
            for noun, n in found["counts"].items()
            if n
        )
    )
    for noun in ("outcomes", "decisions", "marks", "variants"):
        if found[noun]:
            out(f"\n{noun.capitalize()}:")
            wide = max(tables.cells(item["id"]) for item in found[noun])
            for item in found[noun]:
                mark = "  » history" if item.get("history") is True else ""
                out(f"  {tables.pad(item['id'], wide)}  {item['title']}{mark}")
                for option, chance in item.get("chances", {}).items():
                    here = "  » history" if option == item["history"] else ""
                    out(f"      {tables.percent(chance, 0):>5}  {option}{here}")
    if found["dated"]:
        out("\nDated orders (their condition reads the clock):")
        for key, reason in found["dated"].items():
            out(textwrap.fill(f"{key}: {reason}", width(), initial_indent="  ", subsequent_indent="      "))
