"""Write docs/benchmarks.md from the JSON in results/: nothing on that page is typed by hand."""

from __future__ import annotations

import json

from . import common

HEAD = """# Benchmarks

Written by `python -m benchmarks` from the files in `benchmarks/results/`. One file asks each question; its text
says how it is measured.
"""


def number(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4g}" if abs(value) < 1e5 else f"{value:,.0f}"


def cell(value: object) -> str:
    if isinstance(value, bool | str) or value is None:
        return str(value)
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, dict) and {"median", "low", "high"} <= set(value):
        low, high = number(value["low"]), number(value["high"])
        return f"{number(value['median'])} ({low} to {high}, {value['repetitions']} times)"
    if isinstance(value, dict):
        return "; ".join(f"{key} {cell(x)}" for key, x in value.items())
    return ", ".join(cell(x) for x in value)  # type: ignore[attr-defined]


def rows_of(value: list[dict]) -> list[str]:
    names = list(value[0])
    lines = ["| " + " | ".join(n.replace("_", " ") for n in names) + " |", "|" + " --- |" * len(names)]
    return lines + ["| " + " | ".join(cell(row[n]) for n in names) + " |" for row in value]


def section(record: dict) -> list[str]:
    place = record["machine"]
    where = f"{place['processor']}, {place['cores']} cores, {place['system']}"
    where += f", Python {place['python']}, {place['compiler']}"
    lines = [
        f"## {record['question']}",
        "",
        f"Measured {record['measured']} on {where}; commit {record['commit']}.",
        "",
    ]
    plain = {k: v for k, v in record["found"].items() if not (isinstance(v, list) and v and isinstance(v[0], dict))}
    lines += ["| what | value |", "| --- | --- |"]
    lines += [f"| {key.replace('_', ' ')} | {cell(value)} |" for key, value in plain.items()]
    for key, value in record["found"].items():
        if key not in plain:
            lines += ["", key.replace("_", " ").capitalize() + ":", "", *rows_of(value)]
    return [*lines, ""]


def page() -> str:
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(common.RESULTS.glob("*.json"))]
    return HEAD + "\n" + "\n".join(line for record in records for line in section(record))


def write() -> None:
    (common.ROOT / "docs" / "benchmarks.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
