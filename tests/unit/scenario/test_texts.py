"""What a scenario says, counted by language."""

from __future__ import annotations

import pytest

from dualpower.analysis.ballots import read_rules
from dualpower.compiler import build
from dualpower.scenario import catalog
from dualpower.scenario.resolve import load
from dualpower.scenario.texts import LANGUAGES, telling
from dualpower.telling.language import LANGUAGES as TOLD

WHOLE = """\
dualpower: 1
id: small
title: {en: Small, es: Pequeño, pl: Mały, ru: Малый}
sites:
  a: {title: {en: Fort, ru: Форт}, at: [1.0, 2.0]}
  b: {title: {en: Bridge}, at: [1.0, 2.0]}
plans:
  - {say: {en: One}}
"""


def test_texts_are_counted_wherever_they_stand(tmp_path):
    (tmp_path / "scenario.yaml").write_text(WHOLE, encoding="utf-8")
    told = telling(tmp_path)
    assert told.texts == 4
    assert told.missing["en"] == []
    assert told.missing["ru"] == ["sites.b.title", "plans.0.say"]
    assert told.missing["pl"] == ["sites.a.title", "sites.b.title", "plans.0.say"]
    assert "es lacks 3, pl lacks 3, ru lacks 2 of 4 texts; a text that" in told.sentence


def test_a_scenario_told_in_all_languages_says_so(tmp_path):
    (tmp_path / "scenario.yaml").write_text("title: {en: A, es: B, pl: C, ru: D}\n", encoding="utf-8")
    assert telling(tmp_path).sentence.endswith(": all 1 texts in en, es, pl, ru")


def test_the_lists_of_an_election_are_counted(tmp_path):
    (tmp_path / "scenario.yaml").write_text("title: {en: A, es: B, pl: C, ru: D}\n", encoding="utf-8")
    (tmp_path / "country.yaml").write_text("elections: vote.yaml\n", encoding="utf-8")
    (tmp_path / "vote.yaml").write_text("parties: {plough: {title: {en: Plough, pl: Pług}}}\n", encoding="utf-8")
    told = telling(tmp_path)
    assert told.texts == 2
    assert told.missing["ru"] == ["elections.parties.plough.title"] and not told.missing["pl"]


def test_every_list_of_the_shipped_election_has_a_name_in_every_language():
    rules = read_rules(catalog.find("russia-1917") / "elections.yaml")
    for key, party in rules.parties.items():
        assert set(party.titles) == set(LANGUAGES), key


def test_the_languages_are_those_of_the_catalogue():
    assert LANGUAGES == TOLD


@pytest.mark.parametrize("scenario", catalog.ids())
def test_every_shipped_scenario_is_told_in_every_language(scenario):
    told = telling(scenario)
    assert told.texts > 20
    assert {path for paths in told.missing.values() for path in paths} == set()


@pytest.mark.parametrize("scenario", catalog.ids())
def test_issues_and_factions_are_named_in_every_language(scenario):
    names = build(load(scenario)).names
    for kind in ("issue", "faction"):
        for code, name in enumerate(names.ids(kind)):
            said = [names.label(kind, code, language) for language in LANGUAGES]
            assert name not in said[1:] and len(set(said)) > 1, name


def test_titles_of_issues_and_factions_are_no_part_of_what_a_scenario_means():
    canonical = load("kremlin-call").canonical()["scenario"]
    assert canonical["issues"] == ["peace", "order"]
