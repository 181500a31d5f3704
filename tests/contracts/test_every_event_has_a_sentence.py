"""Every event that the engine can log has an English sentence, and every word it uses is known."""

from __future__ import annotations

import re

import pytest

from dualpower import words
from dualpower.telling.chronicle import DETAILS, VOCABULARIES, WEIGHTS
from dualpower.telling.language import fill, load

ENGLISH = load("en").texts
SLOTS = {"unit", "authority", "site", "other", "men", "dead", "shells", "guns", "number", "share", "hours"}
SLOTS |= {"rifles", *VOCABULARIES}


@pytest.mark.parametrize("event", words.EVENTS)
def test_the_event_has_a_sentence_that_reads_with_and_without_its_names(event):
    sentence = ENGLISH["events"][event]
    used = set(re.findall(r"\{(\w+)\}", sentence))
    assert used <= SLOTS, f"{event} uses {used - SLOTS}, which no event fills"
    full, bare = fill(sentence, dict.fromkeys(SLOTS, "X")), fill(sentence, {})
    for text in (full, bare):
        assert not re.search(r"[\[\]{}]|  ", text), text
        assert text[0].islower() or text[0] in "X—", text
        assert not text.endswith("."), "a clause has no full stop: it is also used after because"


@pytest.mark.parametrize("event", DETAILS)
def test_what_the_log_adds_to_an_event_is_said_by_its_sentence(event):
    kind, counted = DETAILS[event]
    sentence = ENGLISH["events"][event]
    if kind:
        assert ("{" + (kind if kind in VOCABULARIES else "other") + "}") in sentence
    if counted:
        assert "{" + counted + "}" in sentence


def test_no_sentence_is_left_over_and_every_event_has_a_weight():
    assert set(ENGLISH["events"]) == set(words.EVENTS)
    assert set(WEIGHTS) == set(words.EVENTS)
    assert set(ENGLISH["causes"]) == set(words.CAUSES)


@pytest.mark.parametrize("kind", VOCABULARIES)
def test_every_word_of_a_closed_vocabulary_is_said(kind):
    section, terms = VOCABULARIES[kind]
    assert set(ENGLISH[section]) == set(terms.values())


SAME = {
    "outside event": "outside", "kind of line": "way", "former holder": "authority", "captor": "authority",
    "authority addressed": "authority", "authority that offered": "authority", "other authority": "authority",
    "former authority": "authority", "killed": "dead", "killed there so far": "dead", "share for": "share",
    "amount": "number", "men asked for": "men",
    "hours, 0 for final terms": "hours",
}  # fmt: skip


@pytest.mark.parametrize("event", words.EVENTS)
def test_a_sentence_means_what_the_engine_logs(event):
    """The engine's own table of meanings, event by event; a sentence may leave something out, never misread it."""
    from dualpower.engine.events import MEANINGS

    unit, authority, site, other, x = MEANINGS[event]
    kind, counted = DETAILS.get(event, ("", ""))
    assert kind in ("", SAME.get(other, other))
    assert counted in ("", SAME.get(x, x))
    used = set(re.findall(r"\{(\w+)\}", ENGLISH["events"][event]))
    for slot, meaning in (("unit", unit), ("authority", authority), ("site", site)):
        assert slot not in used or meaning, f"{event} says {slot}, which the engine does not log"
