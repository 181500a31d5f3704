from pathlib import Path

from dualpower.errors import CODES, DualpowerError, Problem, ScenarioError, near

FORMAT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")


def test_every_code_has_a_heading_in_the_manual():
    for code, meaning in CODES.items():
        assert f"#### {code}: {meaning}\n" in FORMAT


def test_the_manual_has_no_heading_for_a_code_that_is_not():
    headed = {line[5:9] for line in FORMAT.splitlines() if line.startswith("#### E")}
    assert headed == set(CODES)


def test_every_function_verb_and_field_is_in_the_manual():
    import inspect

    from dualpower.scenario import acts, rules, schema

    for name in (*rules.SIGNATURES, *acts.VERBS):
        assert f"`{name}" in FORMAT, name
    for _, model in inspect.getmembers(schema, inspect.isclass):
        if issubclass(model, schema.BaseModel):
            for field, info in model.model_fields.items():
                written = info.alias or field
                assert f"`{written}`" in FORMAT or f"{written}:" in FORMAT, f"{model.__name__}.{written}"


def test_the_worked_example_of_the_manual_checks_clean(tmp_path):
    from dualpower.scenario.check import check_text

    example = FORMAT.split("## A worked example")[1].split("```yaml\n")[1].split("```")[0]
    path = tmp_path / "scenario.yaml"
    path.write_text(example, encoding="utf-8")
    assert check_text(tmp_path) == ([], 0)


def test_a_problem_says_where_what_and_the_cure():
    problem = Problem("E211", "units.guard.at", "no site is called 'forth'", "s.yaml", 12, 5, "did you mean fort?")
    assert str(problem) == "s.yaml:12:5: E211: units.guard.at: no site is called 'forth' (did you mean fort?)"


def test_a_scenario_error_prints_every_problem_in_file_order():
    error = ScenarioError([Problem("E201", "b", "second", "s", 9, 1), Problem("E202", "a", "first", "s", 2, 1)])
    assert str(error).splitlines() == ["s:2:1: E202: a: first", "s:9:1: E201: b: second"]
    assert isinstance(error, DualpowerError)


def test_a_near_miss_is_near():
    assert near("garison", ["garrison", "fort"]) == "did you mean garrison?"
    assert near("zzz", ["garrison"]) is None
