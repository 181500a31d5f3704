"""A table: columns that cannot be changed, rows ready for JSON, a shape that prints."""

import numpy as np
import pytest

from dualpower.ensemble.table import SHOWN_ROWS, Table

TABLE = Table(
    {"who": np.array(["crown", "guild"]), "share": np.array([0.25, 0.75]), "history": np.array([False, True])}
)


def test_rows_are_plain_python_values():
    assert TABLE.rows() == [
        {"who": "crown", "share": 0.25, "history": False},
        {"who": "guild", "share": 0.75, "history": True},
    ]
    assert [type(value) for value in TABLE.rows()[0].values()] == [str, float, bool]
    assert list(TABLE) == TABLE.rows() and len(TABLE) == 2 and TABLE.names == ("who", "share", "history")


def test_it_prints_in_columns():
    assert str(TABLE) == "who    share  history\ncrown  0.250\nguild  0.750  yes"
    assert repr(TABLE) == str(TABLE)


def test_a_long_table_says_how_much_is_not_shown():
    long = Table({"n": np.arange(SHOWN_ROWS + 5)})
    assert str(long).endswith("... 5 more rows") and str(long).count("\n") == SHOWN_ROWS + 1


def test_html_escapes_what_it_shows():
    assert "&lt;b&gt;" in Table({"a": np.array(["<b>"])})._repr_html_()


def test_the_columns_are_sealed_and_the_callers_array_is_not():
    mine = np.arange(3)
    table = Table({"n": mine})
    with pytest.raises(ValueError, match="read-only"):
        table["n"][0] = 9
    mine[1] = 7
    assert mine.flags.writeable


def test_columns_of_unequal_length_are_refused():
    with pytest.raises(ValueError, match="differ in length"):
        Table({"a": np.arange(2), "b": np.arange(3)})
    with pytest.raises(ValueError, match="one dimension"):
        Table({"a": np.zeros((2, 2))})


def test_no_rows_are_a_table_too():
    empty = Table.from_rows(("a", "b"), [])
    assert len(empty) == 0 and empty.rows() == [] and str(empty) == "a  b"
