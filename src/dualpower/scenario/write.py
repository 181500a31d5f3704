"""Writing a scenario back: short YAML for people, resolved JSON for machines, a JSON Schema for editors.

The short form is what was written, with its includes merged. The resolved form says everything:
defaults, spreads, minutes, rules with their brackets, the digest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from dualpower import draft
from dualpower.evidence import citations
from dualpower.evidence.claim import Claim
from dualpower.evidence.recheck import Recheck
from dualpower.evidence.sources import Source
from dualpower.scenario import rules
from dualpower.scenario.resolve import Resolved
from dualpower.scenario.schema import Scenario

SCHEMA = Path(__file__).resolve().parent.parent / "data" / "scenario.schema.json"
DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def short(resolved: Resolved) -> str:
    """Return the scenario as one YAML text, includes merged; it resolves to the same digest."""
    data = {key: value for key, value in resolved.draft.data.items() if key != "include"}
    return draft.write(data)


def works(resolved: Resolved) -> tuple[citations.Work, ...]:
    """Return the works that the numbers rest on, and those that say otherwise."""
    used = dict.fromkeys(c for entry in resolved.ledger.entries for c in entry.claims if c in resolved.claims)
    return citations.collect(resolved.claims, resolved.sources, tuple(used))


def complete(resolved: Resolved) -> dict[str, Any]:
    """Return the resolved form as JSON values: what the ensemble is given, and its digest."""
    body = resolved.canonical()
    return {
        "digest": resolved.digest,
        "id": resolved.id,
        "calendar": resolved.clock.calendar,
        "start": resolved.scenario.start,
        "end_min": resolved.end_min,
        "step_min": resolved.step_min,
        "variant": resolved.variant,
        "rules": {path: rules.write(tree) for path, tree in resolved.rules.items()},
        "coverage": resolved.ledger.coverage(),
        "works": [work.to_json() for work in works(resolved)],
        **body,
    }


def to_json(resolved: Resolved) -> str:
    """Return the resolved form as indented JSON text."""
    return json.dumps(complete(resolved), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _draft_7(value: Any) -> Any:
    """Turn a 2020-12 schema into draft 7: definitions, references and tuples are written the older way."""
    if isinstance(value, list):
        return [_draft_7(item) for item in value]
    if not isinstance(value, dict):
        return value.replace("#/$defs/", "#/definitions/") if isinstance(value, str) else value
    found = {}
    for key, item in value.items():
        name = {"$defs": "definitions", "prefixItems": "items"}.get(key, key)
        found[name] = _draft_7(item)
    return found


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of scenario files; included files hold any of its sections."""
    body = Scenario.model_json_schema(by_alias=True, schema_generator=GenerateJsonSchema)
    for section, model in (("claims", Claim), ("sources", Source)):
        inner = model.model_json_schema(by_alias=True)
        body["$defs"].update({**inner.pop("$defs", {}), model.__name__: inner})
        body["properties"][section]["additionalProperties"] = {"$ref": f"#/$defs/{model.__name__}"}
    inner = Recheck.model_json_schema(by_alias=True)
    body["$defs"].update({**inner.pop("$defs", {}), "Recheck": inner})
    body["properties"]["recheck"] = {"$ref": "#/$defs/Recheck"}
    found = _draft_7(body)
    found.pop("description", None)
    return {"$schema": DRAFT_7, "title": "A dualpower scenario", **{k: v for k, v in found.items() if k != "title"}}


def schema_text() -> str:
    """Return the JSON Schema as the text that is committed."""
    return json.dumps(schema(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def write_schema(path: Path = SCHEMA) -> None:
    """Write the JSON Schema beside the data. Run after a change of schema.py."""
    path.write_text(schema_text(), encoding="utf-8")
