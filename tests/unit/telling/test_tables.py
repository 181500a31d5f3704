"""Tables line up whatever the alphabet."""

from __future__ import annotations

import pytest

from dualpower.telling.tables import cells, clip, draw, hundredths, labelled, pad, percent, value


def test_columns_line_up_in_any_alphabet():
    drawn = draw(["name", "n"], [["Кремль", "1"], ["Łódź", "20"], ["e\u0301tat", "300"]], right=(1,)).splitlines()
    assert {cells(line) for line in drawn} == {cells(drawn[0])}
    assert drawn[1] == "------  ---"
    assert drawn[4].endswith(" 300")


def test_a_narrow_terminal_cuts_one_column_and_says_so():
    drawn = draw(["title", "n"], [["a very long title indeed", "1"]], width=20, stretch=0)
    assert "…" in drawn and max(map(cells, drawn.splitlines())) <= 20


def test_texts_are_padded_and_clipped_by_cells():
    assert pad("ab", 4) == "ab  " and pad("ab", 4, right=True) == "  ab"
    assert clip("abcdef", 4) == "abc…" and clip("abc", 4) == "abc"
    assert labelled({"a": "1", "long": "2"}) == "a     1\nlong  2"


@pytest.mark.parametrize(
    ("number", "said"), [(None, "–"), (float("nan"), "–"), (1234.6, "1,235"), (0.12345, "0.123"), (0, "0")]
)
def test_numbers_are_short(number, said):
    assert value(number) == said


def test_scores_have_two_places():
    assert hundredths(0.456) == "0.46" and hundredths(None) == "–"


def test_shares_are_per_cent_and_unknown_is_a_dash():
    assert percent(0.1234) == "12.3 %" and percent(1, 0) == "100 %" and percent(float("nan")) == "–"
