"""What-if on the page: the levers and their settings in words, the odds under each combination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dualpower.telling.language import LANGUAGES, Language, figures, load, number, pick
from dualpower.telling.page import contract
from dualpower.telling.page.ensemble import endings_of
from dualpower.telling.page.stage import texts, words_of

if TYPE_CHECKING:
    from dualpower.analysis.what_if import Lever, Setting, Table
    from dualpower.scenario.resolve import Resolved


def what_if(resolved: Resolved, stage: contract.Stage, table: Table) -> contract.WhatIf:
    """Return the table of what-if in words."""
    rows = zip(table.combinations, table.outcome, strict=True)
    return contract.WhatIf(
        levers=[_lever(resolved, stage, lever) for lever in table.levers],
        runs=table.outcome.shape[1],
        seed=table.seed,
        combinations=[
            contract.Combination(settings=list(settings), endings=endings_of(outcome, len(stage.endings)))
            for settings, outcome in rows
        ],
    )


def _lever(resolved: Resolved, stage: contract.Stage, lever: Lever) -> contract.Lever:
    if lever.kind == "decision":
        decision = next(one for one in stage.decisions if one.id == lever.id)
        title, evidence, note = decision.title, f"decisions.{lever.id}", "lever_decision"
        named: dict[str, Any] = {option.id: option.title for option in decision.options}
    else:
        title, evidence, note = number_title(resolved, lever.id), lever.id, "lever_claim"
        named = {one.id: _end(one) for one in lever.settings if one.value is not None}
    by_chance = {code: load(code).word("report", "by_chance") for code in LANGUAGES}
    return contract.Lever(
        id=lever.id, title=title, kind=lever.kind,  # type: ignore[arg-type]
        note={code: load(code).word("report", note) for code in LANGUAGES}, evidence=evidence,
        settings=[
            contract.Setting(id=one.id, title=by_chance if one.id == "chance" else named[one.id], history=one.history)
            for one in lever.settings
        ],
    )  # fmt: skip


def _end(setting: Setting) -> contract.Texts:
    value = setting.value or 0.0
    key = "low_end" if setting.id == "low" else "high_end"
    shown = {code: number(value, code) if abs(value) >= 20 else figures(value, code) for code in LANGUAGES}
    return {code: load(code).word("report", key, value=shown[code]) for code in LANGUAGES}


def number_title(resolved: Resolved, path: str) -> contract.Texts:
    """Return what a number is, in words: whose, and what of it."""
    section, name, *rest = path.split(".")
    noun = getattr(resolved.scenario, section, {}).get(name)
    whose = texts(getattr(noun, "title", None), words_of(name))
    return {code: _number(resolved, load(code), pick(whose, code), section, rest) for code in LANGUAGES}


def _number(resolved: Resolved, speech: Language, whose: str, section: str, rest: list[str]) -> str:
    field, of = [*rest, "", ""][:2]
    known = resolved.scenario.authorities.get(of)
    authority = pick(known.title, speech.code) if known is not None else words_of(of) if of else ""
    if section == "sites" and field == "stocks":
        stock = speech.word("stocks", of)
        return speech.word("report", "number_stocks", whose=whose, stock=stock)
    key = f"number_{field}"
    if speech.find("report", key) is None:
        return f"{whose}: {' '.join(words_of(part) for part in rest)}"
    return speech.word("report", key, whose=whose, authority=authority)
