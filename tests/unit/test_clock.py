import pytest

from dualpower.clock import Clock, absolute, date_of, day_number, duration, is_leap


def test_the_seizure_of_petrograd_has_two_dates_and_one_wednesday():
    clock = Clock.at("1917-10-25 00:00", "julian")
    assert clock.say(600) == "25 October 1917 10:00 Old Style (7 November New Style)"
    assert clock.weekday(600) == "Wednesday"
    assert day_number(1917, 10, 25, "julian") == day_number(1917, 11, 7, "gregorian")


def test_the_calendar_reform_of_1918_skips_thirteen_days():
    assert day_number(1918, 2, 1, "julian") == day_number(1918, 2, 14, "gregorian")
    assert day_number(1918, 1, 31, "julian") + 1 == day_number(1918, 2, 14, "gregorian")


def test_a_year_that_turns_between_the_calendars_is_named():
    assert Clock.at("1917-12-20 00:00", "julian").say(0).endswith("(2 January 1918 New Style)")


def test_known_day_numbers():
    assert day_number(2000, 1, 1, "gregorian") == 2451545
    assert day_number(1582, 10, 4, "julian") + 1 == day_number(1582, 10, 15, "gregorian")


@pytest.mark.parametrize("calendar", ["julian", "gregorian"])
def test_every_day_of_four_centuries_reads_back(calendar):
    first = day_number(1600, 1, 1, calendar)
    for number in range(first, first + 146_097, 11):
        assert day_number(*date_of(number, calendar), calendar) == number


def test_29_february_1900_is_julian_only():
    assert is_leap(1900, "julian")
    assert not is_leap(1900, "gregorian")
    assert absolute("1900-02-29 12:00", "julian")
    with pytest.raises(ValueError, match="no day 29"):
        absolute("1900-02-29 12:00", "gregorian")


@pytest.mark.parametrize("text", ["1917-02-30 00:00", "1917-13-01 00:00", "1917-01-00 00:00", "1917-01-01 24:01",
                                  "1917-01-01 23:60", "1917-1-1 00:00", "noon"])  # fmt: skip
def test_an_impossible_time_is_refused(text):
    with pytest.raises(ValueError):
        absolute(text, "julian")


def test_24_00_is_the_end_of_its_day():
    clock = Clock.at("1917-10-25 00:00", "julian")
    assert clock.minutes("1917-10-25 24:00") == clock.minutes("1917-10-26 00:00") == 1440
    assert clock.write(1440) == "1917-10-26 00:00"


def test_a_written_minute_reads_back_before_and_after_the_start():
    clock = Clock.at("1918-01-31 20:17", "julian")
    for minute in range(-5000, 5000, 97):
        assert clock.minutes(clock.write(minute)) == minute


def test_durations_carry_their_unit():
    assert (duration("25 min"), duration("1.5 h"), duration("2 d")) == (25.0, 90.0, 2880.0)
    for text in ("25", "25 minutes", "-3 h", "1e3 h", "3h"):
        with pytest.raises(ValueError, match="not a duration"):
            duration(text)


REFORM = "julian until 1918-02-14"


def test_a_country_changes_its_calendar_while_the_clock_runs():
    clock = Clock.at("1918-01-31 00:00", REFORM)
    assert clock.write(0) == "1918-01-31 00:00"
    assert clock.say(0) == "31 January 1918 00:00 Old Style (13 February New Style)"
    assert clock.write(1440) == "1918-02-14 00:00"
    assert clock.say(1440) == "14 February 1918 00:00"
    assert clock.minutes("1918-02-14 00:00") == 1440
    assert (clock.weekday(0), clock.weekday(1440)) == ("Wednesday", "Thursday")


@pytest.mark.parametrize("day", ["1918-02-01", "1918-02-13"])
def test_days_between_the_calendars_never_were(day):
    with pytest.raises(ValueError, match="never was: 31 January 1918 was followed by 14 February 1918"):
        absolute(f"{day} 12:00", REFORM)


def test_every_day_of_a_reform_reads_back():
    clock = Clock.at("1917-10-25 00:00", REFORM)
    for day in range(200):
        assert clock.minutes(clock.write(1440 * day)) == 1440 * day
