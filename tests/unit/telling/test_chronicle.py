"""A small log written by hand, told forwards and backwards, in both calendars."""

from __future__ import annotations

import pytest

from dualpower import words
from dualpower.clock import Clock
from dualpower.telling.chronicle import chronicle

NAMES = {
    "unit": ["Garrison", "Cadets"], "authority": ["Committee", "District"], "site": ["Fortress", "School"],
    "option": ["claim the city is ours"], "line": ["City telephone"],
}  # fmt: skip
E, C = words.EVENTS, words.CAUSES
LOG = [
    (0, E["started"], C["start"], -1, -1, -1, -1, -1),
    (300, E["decided"], C["decision"], 0, -1, 1, -1, 0),
    (300, E["called"], C["decision"], 1, 0, 1, 0, words.LINE_TELEPHONE),
    (325, E["heard"], C["rule"], 2, 0, 1, 0, words.LINE_TELEPHONE),
    (340, E["yielded"], C["rule"], 3, 0, 1, 0, -1),
    (1500, E["surrendered"], C["rule"], 4, 0, 0, 0, 2),
]
X = [0, 0, 0, 0, 0, 80]


def label(kind, index):
    return NAMES[kind][index] if index >= 0 else ""


def story(language="en", rows=LOG, numbers=X, calendar="julian"):
    return chronicle(rows, numbers, name=label, when=Clock.at("1917-10-28 05:00", calendar), language=language)


def test_each_event_is_a_sentence_with_its_cause():
    line = story().line(4)
    assert line.text == "Garrison gave up Fortress to District."
    assert line.because == "because at 10:25 Garrison heard from District by telephone about Fortress"
    assert story().line(5).text == "Garrison surrendered to District at Fortress: 80 men."


def test_a_cause_on_another_day_says_which():
    assert story().because(5).startswith("because at 10:40 on 28 October Garrison gave up")


def test_a_root_says_what_kind_of_cause_it_has():
    assert story().because(0) == "because it stood so at the start"


def test_a_story_reads_backwards_to_its_root():
    assert [line.row for line in story().chain(5)] == [5, 4, 3, 2, 1, 0]
    with pytest.raises(IndexError, match="0 to 5"):
        story().chain(99)


def test_a_log_that_points_at_itself_ends_all_the_same():
    rows = [(0, E["started"], 0, 1, -1, -1, -1, -1), (0, E["ended"], 0, 0, -1, -1, -1, -1)]
    assert len(story(rows=rows, numbers=[0, 0]).chain(0)) == 2


def test_days_are_dated_in_both_calendars_only_where_they_differ():
    assert story().day(0) == "Saturday 28 October 1917 Old Style (10 November New Style)"
    assert story(calendar="gregorian").day(0) == "Sunday 28 October 1917"
    assert story("ru").day(0) == "суббота, 28 октября 1917 года по старому стилю (10 ноября по новому)"


def test_the_short_story_keeps_what_matters_in_order_of_time():
    shown = story(numbers=[0, 0, 0, 0, 200, 80]).lines(shown=3)
    assert [line.event for line in shown] == ["started", "decided", "yielded"]
    assert len(story().lines(everything=True, shown=3)) == 6


def test_the_same_thing_again_matters_less():
    rows = [LOG[0]] + [(10 * i, E["killed"], C["rule"], 0, 0, 1, 0, -1) for i in range(1, 5)]
    weights = story(rows=rows, numbers=[0, 9, 9, 9, 9]).weights
    assert weights[1] > weights[2] > weights[4]


def test_polish_and_russian_keep_names_unbent():
    assert story("pl").line(5).text == "Oddział „Garrison” poddał się stronie „District” (Fortress): 80 ludzi."
    assert "отряд «Garrison» сдал пункт «Fortress»" in story("ru").because(5)


def test_a_place_worth_more_and_more_men_make_an_event_matter_more():
    rows = [(0, E["yielded"], C["rule"], -1, 0, 1, site, -1) for site in (0, 1)]
    small, large = chronicle(
        rows, [2, 2], name=label, when=Clock.at("1917-10-28 05:00", "julian"), worth=[1.0, 6.0]
    ).weights
    assert small < large
    few, many = story(rows=[rows[0], rows[1]], numbers=[2, 200]).weights
    assert few < many


def test_housekeeping_is_left_to_those_who_ask_for_everything():
    rows = [LOG[0]] + [(10 * i, E["merged"], C["tactics"], 0, 0, 1, 0, -1) for i in range(1, 30)] + [LOG[4]]
    told = story(rows=rows, numbers=[0] * 30 + [80])
    assert [line.event for line in told.lines()] == ["started", "yielded"]
    assert len(told.lines(everything=True)) == 31


def test_a_quiet_day_is_told_beside_a_loud_one():
    loud = [(i, E["yielded"], C["rule"], 0, 0, 1, 0, -1) for i in range(30)]
    quiet = [(3000, E["struck"], C["rule"], 0, 0, 1, 0, -1)]
    assert story(rows=loud + quiet, numbers=[200] * 31).lines(shown=8)[-1].event == "struck"


def test_a_choice_says_its_chance_and_whether_history_made_it():
    rows = [LOG[0], (300, E["decided"], C["decision"], -1, -1, 1, -1, 0)]
    when = Clock.at("1917-10-28 05:00", "julian")
    told = chronicle(rows, [0, 0], name=label, when=when, odds={0: (0.45, True)})
    assert told.because(1).endswith("this answer had a chance of 45 % and is history's own")
    assert "chance" not in story(rows=rows, numbers=[0, 0]).because(1)


def test_a_plan_is_called_by_its_title_and_never_by_its_id():
    from dualpower.analysis import histories
    from dualpower.telling.language import load
    from dualpower.telling.story import namer

    for name in ("kremlin-call", "moscow-1917", "petrograd-1917"):
        problem = histories.compile_scenario(histories.load(name))
        for code in ("en", "es", "pl", "ru"):
            named = namer(problem, [], code)
            titles = [named("plan", at) for at in range(len(problem.names.plans))]
            assert all(titles), (name, code)
            assert not set(titles) & {one.replace("-", " ") for one in problem.names.plans}
        titles = problem.names.titles["plans"]
        titles.clear()
        assert {namer(problem, [], "en")("plan", at) for at in range(len(problem.names.plans))} == {""}
    told = load("en").word("events", "planned", authority="The staff", other="")
    assert told == "The staff acted on its plan"
