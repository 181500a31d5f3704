"""The calendar on the wall: Julian and Gregorian dates, and minutes since a scenario's start.

Russia kept the Julian calendar until 1 February 1918, thirteen days behind the rest of Europe:
25 October 1917 Old Style is 7 November New Style, one and the same Wednesday. Every date here
goes through the Julian Day Number, a plain count of days, so both calendars agree by
construction. ``24:00`` is allowed and means the end of its day.

A country may change its calendar while a scenario goes on. ``julian until 1918-02-14`` is such a calendar: dates are
Julian, and from the day named, the first of the new style, Gregorian; the days between never were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dualpower.saying import Said, say
from dualpower.saying import month as named

Calendar = Literal["julian", "gregorian"]
UNTIL = "julian until "

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MINUTES = {"min": 1.0, "h": 60.0, "d": 1440.0}

_TIME = re.compile(r"(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})\Z", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_DURATION = re.compile(r"(\d{1,9}(?:\.\d{1,6})?) (min|h|d)\Z", re.ASCII)


def is_leap(year: int, calendar: Calendar) -> bool:
    """Say whether `year` has a 29 February in `calendar`."""
    if calendar == "julian":
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int, calendar: Calendar) -> int:
    """Return the length of a month in days."""
    if month == 2:
        return 29 if is_leap(year, calendar) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def day_number(year: int, month: int, day: int, calendar: Calendar) -> int:
    """Return the Julian Day Number of a date. Raises ValueError for a date that never was."""
    if not 1 <= month <= 12:
        raise ValueError(say("E401-month", number=str(month)))
    if not 1 <= day <= days_in_month(year, month, calendar):
        told = {"day": str(day), "month": named(month), "year": str(year), "calendar": say(f"calendar-{calendar}")}
        raise ValueError(say("E401-day", **told))
    early = (14 - month) // 12
    y, m = year + 4800 - early, month + 12 * early - 3
    days = day + (153 * m + 2) // 5 + 365 * y + y // 4
    return days - 32083 if calendar == "julian" else days - y // 100 + y // 400 - 32045


def date_of(number: int, calendar: Calendar) -> tuple[int, int, int]:
    """Return (year, month, day) of a Julian Day Number in `calendar`."""
    century = 0
    c = number + 32082
    if calendar == "gregorian":
        a = number + 32044
        century = (4 * a + 3) // 146097
        c = a - 146097 * century // 4
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return 100 * century + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1


def reform_of(calendar: str) -> int | None:
    """Return the day number of the first Gregorian day of a calendar that changes, else None. Raises ValueError."""
    if not calendar.startswith(UNTIL):
        return None
    match = _DAY.match(calendar[len(UNTIL) :])
    if not match:
        raise ValueError(say("E401-like", text=repr(calendar[len(UNTIL) :][:40])))
    year, month, day = (int(part) for part in match.groups())
    return day_number(year, month, day, "gregorian")


def number_of(year: int, month: int, day: int, calendar: str) -> int:
    """Return the day number of a date as it was written at the time. Raises ValueError for one that never was."""
    first = reform_of(calendar)
    if first is None:
        return day_number(year, month, day, "julian" if calendar == "julian" else "gregorian")
    if (year, month, day) >= date_of(first, "gregorian"):
        return day_number(year, month, day, "gregorian")
    number = day_number(year, month, day, "julian")
    if number >= first:
        last, new = _said(*date_of(first - 1, "julian")), _said(*date_of(first, "gregorian"))
        raise ValueError(say("E401-skipped", date=_said(year, month, day), last=last, new=new))
    return number


def _said(year: int, month: int, day: int) -> Said:
    return say("date", day=str(day), month=named(month), year=str(year))


def style_on(number: int, calendar: str) -> Calendar:
    """Return which calendar was in use on a day."""
    first = reform_of(calendar)
    if first is None:
        return "julian" if calendar == "julian" else "gregorian"
    return "gregorian" if number >= first else "julian"


def weekday(number: int) -> str:
    """Return the English name of the day of the week of a Julian Day Number."""
    return WEEKDAYS[number % 7]


def absolute(text: str, calendar: str) -> int:
    """Return minutes since midnight of Julian Day 0 for ``YYYY-MM-DD HH:MM``.

    Raises ValueError with a sentence that says what is impossible about it.
    """
    match = _TIME.match(text)
    if not match:
        raise ValueError(say("E401-written", text=repr(text[:40])))
    year, month, day, hour, minute = (int(part) for part in match.groups())
    if minute > 59 or hour > 24 or (hour == 24 and minute > 0):
        raise ValueError(say("E401-hour", time=f"{hour:02d}:{minute:02d}"))
    return number_of(year, month, day, calendar) * 1440 + hour * 60 + minute


def duration(text: str) -> float:
    """Return minutes for ``25 min``, ``6 h`` or ``2 d``. Raises ValueError."""
    match = _DURATION.match(text)
    if not match:
        raise ValueError(say("E404-written", text=repr(text[:40])))
    return float(match.group(1)) * MINUTES[match.group(2)]


@dataclass(frozen=True)
class Clock:
    """A scenario's own clock: minute 0 is its start."""

    calendar: str  # julian, gregorian, or "julian until" the first day of the new style
    start: int  # absolute minutes, see absolute()

    @classmethod
    def at(cls, start: str, calendar: str) -> Clock:
        """Make a clock that starts at a written time. Raises ValueError."""
        return cls(calendar, absolute(start, calendar))

    def minutes(self, text: str) -> int:
        """Return minutes since the start (negative before it). Raises ValueError."""
        return absolute(text, self.calendar) - self.start

    def parts(self, minute: float, calendar: Calendar | None = None) -> tuple[int, int, int, int, int]:
        """Return (year, month, day, hour, minute) at `minute`, in the scenario's calendar or another."""
        total = self.start + int(minute // 1)
        style = calendar or style_on(total // 1440, self.calendar)
        return (*date_of(total // 1440, style), total % 1440 // 60, total % 60)

    def is_new_style(self, minute: float) -> bool:
        """Say whether dates are Gregorian at `minute`: always, never, or from a reform on."""
        return style_on((self.start + int(minute // 1)) // 1440, self.calendar) == "gregorian"

    def write(self, minute: float) -> str:
        """Return ``YYYY-MM-DD HH:MM`` in the scenario's calendar; minutes() reads it back."""
        return "{:04d}-{:02d}-{:02d} {:02d}:{:02d}".format(*self.parts(minute))

    def weekday(self, minute: float) -> str:
        """Return the English name of the day of the week at `minute`."""
        return weekday((self.start + int(minute // 1)) // 1440)

    def say(self, minute: float, *, both: bool = True) -> str:
        """Return ``28 October 1917 07:00 Old Style (10 November New Style)``.

        A Gregorian date, or `both` false, names one calendar only.
        """
        year, month, day, hour, mins = self.parts(minute)
        text = f"{day} {MONTHS[month - 1]} {year} {hour:02d}:{mins:02d}"
        if self.is_new_style(minute):
            return text
        if not both:
            return f"{text} Old Style"
        year2, month2, day2, *_ = self.parts(minute, "gregorian")
        other = f"{day2} {MONTHS[month2 - 1]}" + (f" {year2}" if year2 != year else "")
        return f"{text} Old Style ({other} New Style)"
