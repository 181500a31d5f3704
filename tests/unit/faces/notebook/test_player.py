"""The live player: it shows a run, and another when it is asked to."""

import json

import pytest

import dualpower as dp

pytest.importorskip("anywidget")


@pytest.fixture(scope="module")
def player():
    from dualpower.faces.notebook import Player

    return Player("kremlin-call", seed=7, language="ru")


def test_it_sends_a_page_with_one_film_and_its_words(player):
    page = json.loads(player.page)
    assert page["home"] == "notebook" and [film["run"] for film in page["films"]] == [0]
    assert set(page["languages"]) == {"ru", "en"} and page["texts"]["ru"]["studio"]["watch"] == "Смотреть"
    assert player.scenarios["kremlin-call"] == page["stage"]["title"]["ru"]


def test_the_reader_asks_for_another_run(player):
    before = player.page
    player.asked = {"scenario": "kremlin-call", "seed": 7, "run": 4}
    assert player.run == 4 and player.page != before and not player.busy and player.trouble == ""
    told = dp.tell("kremlin-call", seed=7, run=4)
    page = json.loads(player.page)
    assert page["stage"]["endings"][page["films"][0]["ending"]]["id"] == told.outcome


@pytest.mark.parametrize(
    "asked",
    [{"scenario": "nowhere"}, {"scenario": "kremlin-call", "seed": "x"}, {"scenario": "kremlin-call", "run": -1}],
)
def test_what_cannot_be_shown_is_said(player, asked):
    before = player.page
    player.asked = asked
    assert player.trouble and player.page == before and not player.busy
    player.trouble = ""


def test_its_code_is_one_module_that_asks_nobody(player):
    code = str(player._esm)
    assert "import(" not in code and "fetch(" not in code and len(code) < 350_000
