"""A patch that changes every rule and every name of a scenario, and nothing that happens."""

from __future__ import annotations

from typing import Any

from dualpower.scenario import variant
from dualpower.scenario.resolve import Resolved


def idle_changes(resolved: Resolved) -> dict[str, Any]:
    """Say each condition by denying it twice, and call each place and body of men by another name."""
    rules = {
        f"{section}.{key}.when": f"not (not ({noun.when}))"
        for section in ("plans", "decisions")
        for key, noun in getattr(resolved.scenario, section).items()
    }
    names = {
        f"{section}.{key}.title": {"en": f"Called otherwise, {key}"}
        for section in ("sites", "units")
        for key in getattr(resolved.scenario, section)
    }
    return rules | names


def idle(resolved: Resolved) -> Resolved:
    """Return the scenario with that patch: what it means is written otherwise throughout."""
    found = variant.apply_paths(resolved, idle_changes(resolved))
    assert found.digest != resolved.digest
    return found
