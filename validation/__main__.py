"""``python -m validation [NAME ...]``: hold the court, all of it or the named parts; results are dated files."""

from __future__ import annotations

import importlib
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import common

PARTS = ("oracle", "closed_forms", "steps", "pairs")
RESULTS = Path(__file__).resolve().parent / "results"


def main(names: list[str]) -> int:
    """Run the parts; exit code 1 when one did not hold."""
    failed = 0
    for name in names or PARTS:
        part = importlib.import_module(f"validation.{name}")
        print(f"{part.ASKED} ...", file=sys.stderr, flush=True)
        found = part.hold()
        RESULTS.mkdir(exist_ok=True)
        record = {
            "question": part.ASKED, "measured": datetime.now(UTC).strftime("%Y-%m-%d"), "commit": common.commit(),
            "machine": common.machine(), "found": found,
        }  # fmt: skip
        (RESULTS / f"{name}.json").write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        print(f"  {'held' if found['held'] else 'DID NOT HOLD'}: validation/results/{name}.json", file=sys.stderr)
        failed += not found["held"]
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
