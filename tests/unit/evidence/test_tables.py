"""Tables of a country: rows are read as they stand, and what is wrong with a file is said all at once."""

import pytest

from dualpower.errors import ScenarioError
from dualpower.evidence import tables

NAMES = ("town", "workers")


def faults(*found: tables.Table) -> list[tuple[str, int, str]]:
    with pytest.raises(ScenarioError) as caught:
        tables.raise_all(*found)
    return [(p.code, p.line, p.path) for p in caught.value.problems]


def said(text: str, columns=NAMES, **how) -> list[tuple[int, int, str, str, str | None]]:
    problems = tables.read("towns.csv", columns, text=text, **how).problems
    assert {(p.code, p.file) for p in problems} <= {("E861", "towns.csv")}
    return [(p.line, p.col, p.path, p.message, p.hint) for p in problems]


def test_rows_are_text_by_column_and_others_are_kept():
    table = tables.read("towns.csv", NAMES, text='town, workers,note\nTver, 15000 ,"a port, of sorts"\n')
    assert table.checked() == [{"town": "Tver", "workers": "15000", "note": "a port, of sorts"}]


def test_missing_columns_are_all_named_and_the_nearest_is_proposed():
    assert said("town,garison\nTver,5\n", ("town", "garrison", "workers")) == [
        (1, 0, "garrison", "the column 'garrison' is missing", "did you mean garison?"),
        (1, 0, "workers", "the column 'workers' is missing", "the first row names at least town, garrison, workers"),
    ]


def test_a_missing_column_does_not_hide_what_is_wrong_below_it():
    table = tables.read("towns.csv", NAMES, text="town\nTver,5\n")
    assert table.rows == [{"town": "Tver", "workers": ""}] and list(table.cells("workers")) == []
    assert faults(table) == [("E861", 1, "workers"), ("E861", 2, "")]


def test_semicolons_are_told_from_commas():
    assert {hint for *_, hint in said("town;workers\nTver;5\n")} == {"separate the columns with commas"}


def test_a_column_may_have_another_name_but_not_twice():
    also = {"city": "town"}
    table = tables.read("towns.csv", NAMES, text="city,workers\nTver,5\n", also=also)
    assert table.checked() == [{"town": "Tver", "workers": "5"}]
    table.fault("E862", 0, "town", "a fault", "a cure")
    assert str(table.problems[0]) == "towns.csv:2:1: E862: city: a fault (a cure)"  # in the file's own words
    assert said("city,town,workers\nTver,Tver,5\n", also=also) == [
        (1, 1, "city", "the column 'town' stands there twice", "keep one of city, town")
    ]
    assert [message for _, _, _, message, _ in said("town,town,workers,workers\nTver,Tver,5,5\n")] == [
        "the column 'town' stands there twice",
        "the column 'workers' stands there twice",
    ]


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    table = tables.read("towns.csv", NAMES, text='town,workers\n\n"Tver\non the Volga",5\n,\nKazan,6\n')
    assert [table.number(at) for at in range(2)] == [3, 5]
    assert [row["workers"] for row in table.checked()] == ["5", "6"]
    assert table.number(tables.HEAD) == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Tver", "the row has 1 of 2 cells"),
        ("Tver,5,6", "'6' stands below no column's name"),
        ('Tver,"5', "the row cannot be read: unexpected end of data"),
        ('"Tver"shire,5', "the row cannot be read: ',' expected after '\"'"),
        (f"Tver,{'5' * 200_000}", "the row cannot be read: field larger than field limit (131072)"),
    ],
)
def test_a_row_that_has_slipped_is_refused_with_a_cure(row, message):
    ((line, _, _, found, cure),) = said(f"town,workers\nKazan,7\n{row}\n")
    assert (line, found) == (3, message) and cure


def test_nameless_columns_that_a_spreadsheet_leaves_are_none():
    assert tables.read("towns.csv", NAMES, text="town,workers,,\nTver,5,,\nKazan,6\n").checked()[1]["workers"] == "6"
    assert [line for line, *_ in said("town,,workers\nTver,,5\nKazan,x,6\n")] == [3]


@pytest.mark.parametrize("text", ["", "\n", ",,\nTver,5\n"])
def test_a_table_without_names_of_columns_is_refused(text):
    assert said(text) == [(1, 0, "", "the first row is empty", "it names the columns: town, workers")]


def test_a_file_that_cannot_be_had_is_said_beside_the_faults_of_others(tmp_path):
    latin, large = tmp_path / "latin.csv", tmp_path / "large.csv"
    latin.write_bytes("town\nOrël\n".encode("latin-1"))
    large.write_bytes(b"town\n" + b"x" * tables.MOST_BYTES)
    found = [tables.read(path, ("town",)) for path in (tmp_path / "none.csv", latin, large)]
    with pytest.raises(ScenarioError) as caught:
        tables.raise_all(*found, tables.read("ways.csv", ("from",), text="to\n"))
    told = {p.file.rpartition("/")[2]: p.message for p in caught.value.problems}
    assert told == {
        "none.csv": "the table cannot be read: No such file or directory",
        "latin.csv": "the table is not UTF-8",
        "large.csv": "the table has more than 5,000,000 bytes",
        "ways.csv": "the column 'from' is missing",
    }
    assert all(p.code == "E861" and p.hint for p in caught.value.problems)


def test_what_a_spreadsheet_writes_before_the_first_letter_is_no_letter(tmp_path):
    path = tmp_path / "towns.csv"
    path.write_bytes(b"\xef\xbb\xbftown,workers\r\nTver,5\r\n")
    assert tables.read(path, NAMES).checked() == [{"town": "Tver", "workers": "5"}]


def test_names_become_ids():
    assert tables.slug("Ivanovo-Voznesensk") == "ivanovo-voznesensk"
    assert tables.slug("Nizhny  Novgorod") == tables.slug("nizhny-novgorod") == "nizhny-novgorod"
    assert tables.slug("don_host") == "don-host"
    assert tables.slug("Тверь") == "тверь" and tables.slug(" - ") == ""


@pytest.mark.parametrize("text", ["", "many", "1_000", "1 000", "1,5", "nan", "inf", "1e999", "0x10", "٣"])
def test_what_is_no_number_counts_nothing(text):
    assert tables.number_of(text) is None


def test_numbers_are_written_with_a_point():
    assert [tables.number_of(text) for text in ("12", "-1.5", "+.5", "3.", "1e3")] == [12, -1.5, 0.5, 3, 1000]
