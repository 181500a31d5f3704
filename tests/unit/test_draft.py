from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpower import draft
from dualpower.errors import ScenarioError


def parse(text: str) -> draft.Draft:
    return draft.parse(text, "x.yaml", Path())


def code_of(text: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        parse(text)
    return caught.value.problems[-1].code


def test_words_stay_words():
    data = parse("{a: 18:00, b: no, c: 07:30, d: 1917-10-28 05:00, e: 1_000, f: 0x1F, g: .inf, h: on, i: 50.000}").data
    assert data == {"a": "18:00", "b": "no", "c": "07:30", "d": "1917-10-28 05:00", "e": "1_000", "f": "0x1F",
                    "g": ".inf", "h": "on", "i": 50.0}  # fmt: skip


def test_the_core_schema_of_yaml_1_2():
    data = parse("{a: 1, b: -2.5, c: 1e3, d: true, e: ~, f: 'true', g: \"1\", h: 0123}").data
    assert data == {"a": 1, "b": -2.5, "c": 1000.0, "d": True, "e": None, "f": "true", "g": "1", "h": 123}


def test_every_value_knows_its_place():
    read = parse("a:\n  b:\n    - {c: 'word'}\n")
    assert read.places[("a", "b", 0, "c")] == ("x.yaml", 3, 8)
    assert read.values[("a", "b", 0, "c")] == ("x.yaml", 3, 12)  # inside the quotation marks
    assert read.place(("a", "b", 0, "not-there", 3)) == ("x.yaml", 3, 7)


@pytest.mark.parametrize("bomb", ["[" * 100_000 + "]" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_a_hundred_thousand_brackets_are_refused_at_depth_64(bomb):
    assert code_of(f"a: {bomb}") in {"E106", "E105"}


def test_a_yaml_bomb_never_expands():
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    read = parse("\n".join(lines))
    assert {p.code for p in read.problems} == {"E108"}
    assert len(str(read.data)) < 2000


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(draft, "MAX_VALUES", 1000)
    assert code_of("a: [" + "1, " * 2000 + "]") == "E102"


def test_a_hundred_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "scenario.yaml"
    with path.open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(ScenarioError) as caught:
        draft.read(path)
    assert caught.value.problems[0].code == "E102"


def test_what_is_no_file_is_refused(tmp_path):
    for path in (tmp_path / "none.yaml", tmp_path, Path("/dev/zero")):
        with pytest.raises(ScenarioError) as caught:
            draft.read(path)
        assert caught.value.problems[0].code == "E101"


def test_a_key_written_twice_names_the_first_line():
    read = parse("a: 1\nb: 2\na: 3\n")
    assert read.data["a"] == 1
    assert [str(p) for p in read.problems] == ["x.yaml:3:1: E107: .: the key 'a' is written twice (first on line 1)"]


def test_includes_join_sections_and_remember_places(tmp_path):
    (tmp_path / "scenario.yaml").write_text("include: [more.yaml]\nunits:\n  a: {roll: 1}\nstances:\n  - one\n")
    (tmp_path / "more.yaml").write_text("units:\n  b: {roll: 2}\nstances:\n  - two\n")
    (tmp_path / "claims.yaml").write_text("claims:\n  c: {says: something}\n")
    read = draft.read(tmp_path)
    assert not read.problems
    assert read.data["units"] == {"a": {"roll": 1}, "b": {"roll": 2}}
    assert read.data["stances"] == ["one", "two"]
    assert read.place(("stances", 1))[0].endswith("more.yaml")
    assert read.place(("claims", "c"))[:2] == (str(tmp_path / "claims.yaml"), 2)


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    outside = tmp_path / "secret.yaml"
    outside.write_text("units: {}\n")
    folder = tmp_path / "scenario"
    folder.mkdir()
    (folder / "inside.yaml").symlink_to(outside)
    (folder / "scenario.yaml").write_text("include: [inside.yaml]\n")
    assert [p.code for p in draft.read(folder).problems] == ["E114"]


def test_what_is_written_reads_back():
    data = {"a": "18:00", "b": "1e3", "c": ["no", "true", None, 3, 2.5], "d": {"e": "~", "f": "a: b"}, "g": ""}
    assert parse(draft.write(data)).data == data


YAMLISH = st.text(alphabet=st.sampled_from(list("ab:- \n[]{},'\"#&*!|>?%@`0.~<\t\\")), max_size=60)


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
def test_no_text_raises_anything_but_a_scenario_error(text):
    found: object = None
    try:
        found = parse(text).data
    except ScenarioError as error:
        found = error.problems
    assert isinstance(found, dict) or found


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_but_a_scenario_error(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("bytes") / "x.yaml"
    path.write_bytes(raw)
    told = str(path)
    try:
        draft.read(path)
    except ScenarioError as error:
        told = str(error)
    assert str(path) in told
