"""The laws of acts: one verb, its own modifiers, names that exist, and a line that carries what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dualpower.draft import Key
from dualpower.errors import Problem
from dualpower.saying import cure, say
from dualpower.scenario import acts, nouns
from dualpower.scenario.schema import Act

if TYPE_CHECKING:
    from dualpower.scenario.check import Book
    from dualpower.scenario.resolve import Resolved

# modifier -> kinds of name; a verb may differ
NAMES = {"with": "U|UK", "by": "L", "of": "U", "favours": "A", "claimed_by": "A", "from": "S", "between": "S"}
BY_VERB = {("stance", "between"): "A", ("news", "of"): "U|S"}
TO_SITE = frozenset({"fetch-guns", "withdraw", "depart", "redirect", "call-out"})
TO_SAID = "U|A"


def acts_of(resolved: Resolved) -> Iterator[tuple[Key, Act]]:
    """Yield every act of a scenario with its path."""
    for item in nouns.walk(resolved.scenario):
        if item.what == "noun" and isinstance(item.value, Act):
            yield item.path, item.value


def sender(resolved: Resolved, path: Key) -> str | None:
    """Return the authority or body that does the act at `path`; None for the outside and for motions."""
    section, key = path[0], str(path[1])
    if section in ("plans", "decisions"):
        return getattr(resolved.scenario, str(section))[key].who
    return None


def verbs(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """An act has exactly one verb; it takes its own modifiers and no others."""
    for path, act in acts_of(resolved):
        found = acts.verbs_of(act)
        if len(found) != 1:
            several = say("E512-several", n=len(found), verbs=", ".join(v.name for v in found)) if found else None
            yield resolved.draft.problem("E512", path, several or say("E512-none"), cure("one-verb"))
            continue
        verb = found[0]
        given = dict(acts.modifiers(act))
        for name in given:
            if name not in (*verb.needs, *verb.takes):
                takes = ", ".join((*verb.needs, *verb.takes))
                message = say("E513-takes", verb=verb.name, field=repr(name))
                hint = cure("takes", fields=takes) if takes else cure("takes-none")
                yield resolved.draft.problem("E513", (*path, name), message, hint)
        for name in verb.needs:
            if name not in given:
                yield resolved.draft.problem("E513", path, say("E513-needs", verb=verb.name, field=repr(name)))
        if not acts.target(act):
            message = say("E512-nothing", verb=verb.name)
            yield resolved.draft.problem("E512", (*path, verb.name), message, cure("no-act"))
        if verb.name == "stance" and not ("between" in given or ("to" in given and sender(resolved, path))):
            need = ("'to'", "'between'") if sender(resolved, path) else ("'between'",)
            yield resolved.draft.problem("E513", path, say("E513-needs", verb=verb.name, field=need))
        if verb.group == "outside" and path[0] != "outside":
            message = say("E514-outside", verb=repr(verb.name))
            yield resolved.draft.problem("E514", (*path, verb.name), message)


def names(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every name in an act is carried by something of the right kind."""
    for path, act in acts_of(resolved):
        found = acts.verbs_of(act)
        if len(found) != 1:
            continue
        verb = found[0]
        if verb.target[0].isupper():
            value = acts.target(act)
            for index, word in enumerate(acts.targets(act)):
                wrong = book.unknown(word, verb.target)
                if wrong:
                    where = (*path, verb.name, index) if isinstance(value, list) else (*path, verb.name)
                    yield resolved.draft.problem(wrong[0], where, wrong[1], wrong[2])
        yield from _modifier_names(resolved, book, path, act, verb)


def kinds_for(verb: acts.Verb, modifier: str) -> str | None:
    """Return the kinds of name a modifier of a verb holds, or None when it holds none."""
    if modifier == "to":
        return "S" if verb.name in TO_SITE else "A" if verb.name == "stance" else TO_SAID
    return BY_VERB.get((verb.name, modifier), NAMES.get(modifier))


def _modifier_names(resolved: Resolved, book: Book, path: Key, act: Act, verb: acts.Verb) -> Iterator[Problem]:
    for name, value in acts.modifiers(act):
        wanted = kinds_for(verb, name)
        if wanted is None or (name == "to" and value == "all"):
            continue
        words = [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]
        if name == "between" and (len(words) != 2 or words[0] == words[1]):
            message = say("E224-pair", pair=str(words))
            yield resolved.draft.problem("E224", (*path, name), message, cure("two-ids"))
        for index, word in enumerate(words):
            if wrong := book.unknown(word, wanted):
                where = (*path, name) if isinstance(value, str) else (*path, name, index)
                yield resolved.draft.problem(wrong[0], where, wrong[1], wrong[2])


def lines(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """What is said travels by a line that joins the speaker's seat and the hearer's place."""
    scenario = resolved.scenario
    for path, act in acts_of(resolved):
        found, who = acts.verbs_of(act), sender(resolved, path)
        if len(found) != 1 or found[0].group != "said" or who is None:
            continue
        seat = _seat(resolved, who)
        for name, hearer, place in _hearers(resolved, act, found[0]):
            if seat is None or place is None or seat == place:
                continue
            joining = [k for k, line in scenario.lines.items() if _joins(line, seat) and _joins(line, place)]
            if (act.by in scenario.lines and act.by not in joining) or not joining:
                hint = cure("lines", lines=", ".join(joining)) if joining else cure("add-line")
                ends = {"seat": seat, "who": who, "place": place, "hearer": hearer}
                message = say("E515-line", line=act.by, **ends) if act.by else say("E515-none", **ends)
                yield resolved.draft.problem("E515", (*path, "by" if act.by else name), message, hint)


def _joins(line: object, site: str) -> bool:
    return line.joins == "all" or site in line.joins  # type: ignore[attr-defined]


def _seat(resolved: Resolved, who: str) -> str | None:
    scenario = resolved.scenario
    if who in scenario.bodies:
        body = scenario.bodies[who]
        if body.seat:
            return body.seat
        who = body.of
    return scenario.authorities[who].seat if who in scenario.authorities else None


def _hearers(resolved: Resolved, act: Act, verb: acts.Verb) -> Iterator[tuple[str, str, str | None]]:
    """Yield (field, hearer, place) of those an act is said to, where one can be named."""
    scenario = resolved.scenario
    words: list[tuple[str, str]] = []
    if verb.name == "demand" and act.of:
        words.append(("of", act.of))
    elif verb.name in ("ultimatum", "offer-truce", "offer-terms", "ask"):
        words += [(verb.name, word) for word in acts.targets(act)]
    if act.to is not None and act.to != "all":
        words += [("to", word) for word in ([act.to] if isinstance(act.to, str) else act.to)]
    for name, word in words:
        if word in scenario.units:
            yield name, word, scenario.units[word].at
        elif word in scenario.authorities or word in scenario.bodies:
            yield name, word, _seat(resolved, word)


LAWS = (verbs, names, lines)
