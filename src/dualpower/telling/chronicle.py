"""One run as dated sentences, each with its cause, readable backwards.

The log says what happened in eight integers and a number. A sentence comes from the language's
catalogue, the names from the scenario. Every event points to the event that brought it about, so
a story can be read from any event back to its root: ``Chronicle.chain``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import isfinite, log10
from typing import Any

from dualpower import clock, words
from dualpower.telling.language import Language, figures, load, number, percent

EVENT_WORDS = {code: word for word, code in words.EVENTS.items()}
CAUSE_WORDS = {code: word for word, code in words.CAUSES.items()}

# What the log's two loose columns mean, event by event: the last integer (a name, or a word of a
# closed vocabulary) and the number. An event that is not here uses neither in its sentence.
# Keep in step with the engine's MEANINGS; a test compares the two.
DETAILS: dict[str, tuple[str, str]] = {
    "outside": ("outside", ""),
    "planned": ("plan", ""),
    "decided": ("option", ""),
    "ordered": ("order", "men"),
    "turned-out": ("", "men"),
    "refused": ("order", ""),
    "marched": ("", "men"),
    "arrived": ("", "men"),
    "called": ("way", ""),
    "heard": ("way", ""),
    "lost": ("way", ""),
    "intercepted": ("way", ""),
    "walked-in": ("", "men"),
    "site-taken": ("authority", ""),
    "assaulted": ("", "men"),
    "shelled": ("", "guns"),
    "killed": ("", "dead"),
    "broke": ("", "men"),
    "withdrew": ("", "men"),
    "surrendered": ("authority", "men"),
    "dispersed": ("", "men"),
    "shot-disarmed": ("", "dead"),
    "entered": ("gate", "men"),
    "captured-intruders": ("gate", "men"),
    "demanded": ("way", ""),
    "yielded": ("", "men"),
    "offered": ("authority", "hours"),
    "accepted": ("authority", ""),
    "rejected": ("authority", ""),
    "truce-began": ("authority", "hours"),
    "truce-ended": ("authority", ""),
    "settled": ("authority", ""),
    "promise-made": ("issue", ""),
    "promise-kept": ("issue", ""),
    "promise-broken": ("issue", ""),
    "armed": ("", "rifles"),
    "found": ("stock", "number"),
    "voted": ("motion", "share"),
    "walked-out": ("faction", ""),
    "resigned": ("body", ""),
    "appointed": ("body", ""),
    "defected": ("authority", "men"),
    "merged": ("", "men"),
    "line-cut": ("line", ""),
    "line-restored": ("line", ""),
    "posture": ("posture", ""),
    "went-home": ("", "men"),
    "freed": ("", "men"),
    "rallied": ("", "men"),
    "guns-moved": ("", "guns"),
    "ended": ("outcome", ""),
    "suppressed": ("way", ""),
    "stance": ("authority", "stance"),
    "returned": ("", "men"),
    "searched": ("", "men"),
}
# Closed vocabularies that a sentence may need: section of the catalogue, and its words by code.
VOCABULARIES = {
    "order": ("orders", {code: word for word, code in words.ORDERS.items()}),
    "posture": ("postures", {code: word for word, code in words.POSTURES.items()}),
    "way": ("ways", {code: word for word, code in words.LINES.items()}),
    "stock": ("stocks", {code: word for word, code in words.STOCKS.items()}),
    "stance": ("stances", {code: word for word, code in words.STANCES.items()}),
}

# How much an event matters to a reader who wants the story and not the log (0-10).
WEIGHTS: dict[str, float] = dict.fromkeys(words.EVENTS, 2.0) | {
    "started": 9, "ended": 10, "decided": 8, "outside": 6, "planned": 4, "site-taken": 7, "yielded": 9,
    "surrendered": 8, "settled": 9, "truce-began": 8, "truce-ended": 7, "demanded": 7, "shot-disarmed": 9,
    "assaulted": 6, "repulsed": 6, "encircled": 6, "relieved": 3, "defected": 6, "authority-ended": 9,
    "authority-began": 8, "seat-moved": 7, "gate-opened": 6, "fought-on": 6, "promise-broken": 6, "promise-kept": 4,
    "voted": 7, "walked-out": 7, "resigned": 6, "found": 6, "struck": 5, "fired-first": 6, "walked-in": 3, "broke": 3.5,
    "believed": 4, "disbelieved": 4, "offered": 5, "accepted": 6, "rejected": 5, "turned-out": 3,
    "stopped-on-the-way": 5, "bridge-raised": 4, "forged": 5, "suppressed": 4, "shelled": 4, "killed": 3,
    "called": 2, "ordered": 1.5, "marched": 1.5, "arrived": 1.5, "merged": 0.5, "went-home": 1,
    "checked": 3, "hungered": 2, "posture": 3, "armed": 2, "returned": 1, "parleyed": 1, "warned": 1.5,
    "skirmished": 1.5, "withdrew": 1.5, "rallied": 1.5, "dispersed": 3, "lost": 1.5, "intercepted": 2, "heard": 3,
}  # fmt: skip

# Each of these is a thing of its own, however many there are.
DISTINCT = frozenset({"decided", "outside", "planned", "voted", "walked-out", "resigned", "appointed"})
# These grow stale wherever they happen: the tenth first shot of a side is no news, though the place is new.
ANYWHERE = frozenset({"fired-first", "encircled", "relieved", "broke", "dispersed", "found", "stopped-on-the-way"})
SHOWN = 60
BRIEF = 20  # a log as short as this is told whole
MATTERS = 2.4  # housekeeping stays below this; --all shows it


@dataclass(frozen=True)
class Line:
    """One event as a sentence: row in the log, minute, event, cause, and why."""

    row: int
    minute: int
    event: str
    cause: str
    trigger: int
    text: str
    because: str
    weight: float

    def to_json(self, time: str, day: str) -> dict[str, Any]:
        """Return the line as plain values; ``time`` is its clock time, ``day`` its date in words."""
        return {
            "row": self.row, "minute": self.minute, "time": time, "day": day, "event": self.event, "cause": self.cause,
            "trigger": None if self.trigger < 0 else self.trigger, "text": self.text, "because": self.because,
        }  # fmt: skip


@dataclass(frozen=True)
class Chronicle:
    """The log of one run, ready to be told in one language.

    Args:
        rows: int[n, 8], the log (minute, event, cause, trigger, unit, authority, site, other).
        numbers: float[n], the number of each event.
        name: gives the label of (kind, index), "" for an index that names nothing.
        when: the scenario's clock.
        worth: what each site is worth to a leader (0-6); it only helps to choose what is shown.
        odds: per option (by code), its chance before the start, and whether history took it.
    """

    rows: Sequence[Sequence[int]]
    numbers: Sequence[float]
    name: Callable[[str, int], str]
    when: clock.Clock
    language: Language
    worth: Sequence[float] = ()
    odds: Mapping[int, tuple[float, bool]] = field(default_factory=dict)

    # --- sentences

    def _slots(self, row: int) -> dict[str, str]:
        _, event, _, _, unit, authority, site, other = (int(v) for v in self.rows[row])
        kind, counted = DETAILS.get(EVENT_WORDS[event], ("", ""))
        slots = {
            "unit": self.name("unit", unit),
            "authority": self.name("authority", authority),
            "site": self.name("site", site),
        }
        if kind in VOCABULARIES:
            slots[kind] = self._term(kind, other)
        elif kind:
            # in its last column the engine counts authorities from 1; 0 is nobody
            slots["other"] = self.name(kind, other - 1 if kind == "authority" else other)
        return slots | self._counted(counted, float(self.numbers[row]))

    def _term(self, kind: str, code: int) -> str:
        section, terms = VOCABULARIES[kind]
        return self.language.word(section, terms[code]) if code in terms else ""

    def _counted(self, what: str, x: float) -> dict[str, str]:
        if what == "stance":
            return {what: self._term(what, round(x))}
        if not what or not isfinite(x) or x <= 0:
            return {}
        if what == "share":
            return {"share": percent(x, self.language.code)}
        if what == "hours":
            return {"hours": figures(x, self.language.code, 3)}
        if what == "number":
            return {"number": number(x, self.language.code)}
        return {what: self.language.count(what, max(1, round(x)))}

    def clause(self, row: int) -> str:
        """Return an event as a clause: lower case, no full stop."""
        return self.language.word("events", EVENT_WORDS[int(self.rows[row][1])], **self._slots(row))

    def sentence(self, row: int) -> str:
        """Return an event as a sentence."""
        text = self.clause(row)
        return text[:1].upper() + text[1:] + "."

    def because(self, row: int) -> str:
        """Say why: the event that triggered it, or the kind of cause."""
        trigger = self.trigger(row)
        if trigger < 0 or EVENT_WORDS[int(self.rows[trigger][1])] == "started":
            return f"{self.language.word('words', 'because')} {self._root(row)}"
        here, there = int(self.rows[row][0]), int(self.rows[trigger][0])
        time = self.hour(there)
        far = self.when.parts(here)[:3] != self.when.parts(there)[:3]
        at = (
            self.language.word("words", "at_day", clock=time, date=self.date(there))
            if far
            else self.language.word("words", "at", clock=time)
        )
        return f"{self.language.word('words', 'because')} {at} {self.clause(trigger)}"

    def _root(self, row: int) -> str:
        """Say what kind of cause an event without a trigger has; a leader's choice waited for something."""
        event, cause = EVENT_WORDS[int(self.rows[row][1])], CAUSE_WORDS[int(self.rows[row][2])]
        if event == "ended":
            return self.language.word("words", "stood")
        if event == "decided" and cause == "decision":
            return self.language.word("words", "asked") + self._odds(int(self.rows[row][7]))
        if event == "planned" and cause == "plan":
            return self.language.word("words", "waited")
        return self.language.word("causes", cause)

    def _odds(self, option: int) -> str:
        """Say how likely an answer was, and whether history gave it; nothing where that is not known."""
        if option not in self.odds:
            return ""
        chance, is_history = self.odds[option]
        key, share = "odds_history" if is_history else "odds", percent(chance, self.language.code)
        return "; " + self.language.word("words", key, share=share)

    def trigger(self, row: int) -> int:
        """Return the row of the event that brought this one about, -1 for a root."""
        trigger = int(self.rows[row][3])
        return trigger if 0 <= trigger < len(self.rows) and trigger != row else -1

    def line(self, row: int) -> Line:
        """Return one event of the log as a line of the story."""
        minute, event, cause = (int(v) for v in self.rows[row][:3])
        return Line(
            row, minute, EVENT_WORDS[event], CAUSE_WORDS[cause], self.trigger(row),
            self.sentence(row), self.because(row), self.weights[row],
        )  # fmt: skip

    # --- choice

    @cached_property
    def weights(self) -> list[float]:
        """How much each event matters: its kind, its size, its place, and less each time it happens again."""
        seen: Counter[tuple[int, ...]] = Counter()
        found, yielded = [], set()
        for row, x in zip(self.rows, self.numbers, strict=True):
            minute, code, _, _, unit, authority, site, other = (int(v) for v in row)
            event = EVENT_WORDS[code]
            same = (code, authority, -1 if event in ANYWHERE else site, other if event in DISTINCT else -1)
            weight = WEIGHTS[event] * self._size(event, float(x)) * self._place(site)
            if event == "yielded":
                yielded.add((minute, unit))
            elif event in ("encircled", "relieved") and int(row[3]) < 0:
                weight /= 4  # nobody came or went: the map itself shuts the place in
            elif event == "surrendered" and (minute, unit) in yielded:
                weight /= 8  # who gives up a place lays down arms: said already
            found.append(weight / (1 + seen[same] / 2))
            seen[same] += 1
        return found

    def _size(self, event: str, x: float) -> float:
        """Return how much an event's own number makes it matter: a few men little, hundreds fully."""
        counted = DETAILS.get(event, ("", ""))[1]
        if counted not in ("men", "dead", "number") or not isfinite(x):
            return 1.0
        full = 1_000.0 if counted == "number" else 20.0 if counted == "dead" else 200.0
        return 0.25 + 0.75 * min(1.0, log10(1 + max(x, 0.0)) / log10(1 + full))

    def _place(self, site: int) -> float:
        """Return how much a place makes an event matter: what it is worth to a leader."""
        return 1.0 if not 0 <= site < len(self.worth) else 0.5 + min(float(self.worth[site]), 6.0) / 6.0

    def lines(self, *, everything: bool = False, shown: int = SHOWN) -> list[Line]:
        """Return the story in order of time: all of it, or the events that matter most, with some of every day."""
        rows = range(len(self.rows))
        if everything or len(self.rows) <= min(shown, BRIEF):
            return [self.line(r) for r in rows]
        best = [r for r in sorted(rows, key=lambda r: (-self.weights[r], r)) if self.weights[r] >= MATTERS]
        days = Counter(self.when.parts(int(self.rows[r][0]))[:3] for r in best)
        quota, first = shown // (2 * max(1, len(days))), []
        told: Counter[tuple[int, ...]] = Counter()
        for r in best:
            day = self.when.parts(int(self.rows[r][0]))[:3]
            if told[day] < quota:
                first.append(r)
                told[day] += 1
        chosen = set(first)
        rest = [r for r in best if r not in chosen]
        return [self.line(r) for r in sorted((first + rest)[:shown])]

    def chain(self, row: int) -> list[Line]:
        """Return the events from one back to its root, the event itself first."""
        if not 0 <= row < len(self.rows):
            raise IndexError(f"there is no event {row}; the log has 0 to {len(self.rows) - 1}")
        found, seen = [], set()
        while row >= 0 and row not in seen:
            found.append(self.line(row))
            seen.add(row)
            row = self.trigger(row)
        return found

    # --- dates

    def hour(self, minute: int) -> str:
        """Return the time of day."""
        return "{:02d}:{:02d}".format(*self.when.parts(minute)[3:])

    def _date(self, minute: int, calendar: clock.Calendar) -> str:
        _, month, day, *_ = self.when.parts(minute, calendar)
        names = self.language.texts["calendar"]
        return str(names["newday"]).format(day=day, month=names["months"][month - 1])

    def date(self, minute: int) -> str:
        """Return the day and month, without weekday and year."""
        return self._date(minute, "gregorian" if self.when.is_new_style(minute) else "julian")

    def day(self, minute: int) -> str:
        """Return the date in words, in both calendars where the scenario is Julian."""
        year, month, day, *_ = self.when.parts(minute)
        names = self.language.texts["calendar"]
        weekday = names["weekdays"][clock.WEEKDAYS.index(self.when.weekday(minute))]
        old = str(names["day"]).format(weekday=weekday, day=day, month=names["months"][month - 1], year=year)
        if self.when.is_new_style(minute):
            return old
        return str(names["both"]).format(old=old, new=self._date(minute, "gregorian"))


def chronicle(
    rows: Sequence[Sequence[int]],
    numbers: Sequence[float],
    *,
    name: Callable[[str, int], str],
    when: clock.Clock,
    language: str = "en",
    worth: Sequence[float] = (),
    odds: Mapping[int, tuple[float, bool]] | None = None,
) -> Chronicle:
    """Make the chronicle of one run. Raises ValueError for a language that is not there."""
    return Chronicle(rows, numbers, name, when, load(language), worth, odds or {})
