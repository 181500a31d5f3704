"""The story of a page in paragraphs: what it is about, one history told day by day, how often it ends how."""

from __future__ import annotations

from collections.abc import Sequence

from dualpower.clock import WEEKDAYS, Clock, absolute
from dualpower.telling.language import LANGUAGES, load, number, percent, pick
from dualpower.telling.page import contract

PER_DAY = 4  # happenings told of one day
SHOWN = 36


def story(
    stage: contract.Stage, films: Sequence[contract.Film], ensemble: contract.Ensemble | None
) -> dict[str, list[str]]:
    """Return the story by language: a paragraph of what it is about, one per day, one of the odds."""
    return {code: _told(stage, films, ensemble, code) for code in LANGUAGES}


def _told(
    stage: contract.Stage, films: Sequence[contract.Film], ensemble: contract.Ensemble | None, code: str
) -> list[str]:
    speech = load(code)
    found = [pick(stage.summary, code)] if pick(stage.summary, code) else []
    if films:
        film = films[0]
        found.append(speech.word("report", "told_" + film.why.replace("-", "_"), run=film.run, seed=film.seed))
        found += days(stage, film, code)
        ending = pick(stage.endings[film.ending].title, code)
        found.append(speech.word("report", "ends_so", ending=ending))
    if ensemble is not None:
        found.append(_odds(stage, ensemble, code))
    return found


def days(stage: contract.Stage, film: contract.Film, code: str) -> list[str]:
    """Return one film as a paragraph per day, of the happenings that matter most."""
    calendar = f"julian until {stage.reform}" if stage.reform else stage.calendar
    clock = Clock(calendar, absolute(stage.start, calendar))
    by_day: dict[tuple[int, int, int], list[contract.Happening]] = {}
    for one in film.happenings:
        year, month, day, *_ = clock.parts(one.minute)
        by_day.setdefault((year, month, day), []).append(one)
    quota = max(PER_DAY, SHOWN // max(1, len(by_day)))
    found = []
    for told in by_day.values():
        best = sorted(sorted(told, key=lambda h: -h.weight)[:quota], key=lambda h: h.minute)
        sentences = " ".join(f"{_hour(clock, h.minute)}: {pick(h.text, code)}" for h in best)
        found.append(f"{day_name(clock, best[0].minute, code)}. {sentences}")
    return found


def _hour(clock: Clock, minute: int) -> str:
    return "{:02d}:{:02d}".format(*clock.parts(minute)[3:])


def day_name(clock: Clock, minute: int, code: str) -> str:
    """Return a date in words, in both calendars where the scenario is Julian."""
    names = load(code).texts["calendar"]
    year, month, day, *_ = clock.parts(minute)
    weekday = names["weekdays"][WEEKDAYS.index(clock.weekday(minute))]
    old = str(names["day"]).format(weekday=weekday, day=day, month=names["months"][month - 1], year=year)
    if clock.is_new_style(minute):
        return old[:1].upper() + old[1:]
    _, month2, day2, *_ = clock.parts(minute, "gregorian")
    new = str(names["newday"]).format(day=day2, month=names["months"][month2 - 1])
    both = str(names["both"]).format(old=old, new=new)
    return both[:1].upper() + both[1:]


def _odds(stage: contract.Stage, ensemble: contract.Ensemble, code: str) -> str:
    speech = load(code)
    parts = []
    for one in sorted(ensemble.endings, key=lambda e: -e.share):
        words = speech.word(
            "report", "odds_history" if stage.endings[one.ending].history else "odds_of",
            ending=pick(stage.endings[one.ending].title, code), share=percent(one.share, code),
            low=f"{100 * one.low:.0f}", high=percent(one.high, code),
        )  # fmt: skip
        parts.append(words)
    head = speech.word("report", "of_all", runs=number(ensemble.runs, code))
    return f"{head} {'; '.join(parts)}."
