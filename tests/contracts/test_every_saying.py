"""Every fault that an editor or a guest of the studio meets is told in every language, from one sentence each."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from dualpower.clock import Clock, absolute, duration
from dualpower.errors import CODES
from dualpower.saying import LANGUAGES, Said, cure, in_every_language, misfit, say, texts, told
from dualpower.scenario.check import check_text

ROOT = Path(__file__).resolve().parents[2]
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "src" / "dualpower").rglob("*.py"))]
CASES = sorted((ROOT / "tests" / "cases" / "invalid").iterdir())
SECTIONS = {"say": "details", "cure": "cures"}


def asked():
    """Yield (section, first argument) of every sentence that the code asks for."""
    for tree in TREES:
        if not any(isinstance(node, ast.ImportFrom) and node.module == "dualpower.saying" for node in ast.walk(tree)):
            continue
        for node in ast.walk(tree):
            name = getattr(getattr(node, "func", None), "id", "") or getattr(getattr(node, "func", None), "attr", "")
            if isinstance(node, ast.Call) and name in SECTIONS and node.args:
                yield SECTIONS[name], node.args[0]


def test_every_sentence_that_is_asked_for_is_there():
    for section, key in asked():
        if isinstance(key, ast.Constant):
            assert key.value in texts("en")[section], key.value


def test_no_sentence_is_there_in_vain():
    constants = {
        n.value for t in TREES for n in ast.walk(t) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    heads = tuple(
        node.values[0].value
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
        and str(node.values[0].value) in ("misfit-", "noun-", "type-", "a-", "calendar-", "dated-")
    )  # fmt: skip
    assert len(set(heads)) == 6
    for section in SECTIONS.values():
        assert [key for key in texts("en")[section] if key not in constants and not key.startswith(heads)] == []


def test_a_detail_belongs_to_a_code_there_is():
    for key in texts("en")["details"]:
        assert key[0] != "E" or key[:4] in CODES, key


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_no_sentence_is_left_in_english(code):
    alike = {"content-type"}  # a header is the same everywhere
    for section in SECTIONS.values():
        assert {k for k, text in texts(code)[section].items() if text == texts("en")[section][k]} - alike <= {
            "date", "noun-B", "noun-P", "noun-X", "type-bool",
        }, section  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_every_problem_of_a_document_is_told_in_every_language(case):
    for problem in check_text(case)[0]:
        for said in filter(None, (problem.message, problem.hint)):
            if said.endswith("(...)"):
                continue  # a function and its brackets
            assert isinstance(said, Said) and said.key, said
            by_language = in_every_language(said)
            assert by_language["en"] == said
            assert set(by_language) == set(LANGUAGES) and len(set(by_language.values())) > 1
            assert not any("{}" in text or "None" in text for text in by_language.values()), by_language


class Small(BaseModel):
    word: str


MISFITS = [
    (str, 3), (int, "x"), (int, None), (int, 1.5), (float, "x"), (float, None), (bool, "x"), (bool, None),
    (dict[str, int], 3), (list[int], 3), (tuple[int, int], 3), (Small, 3),
    (Annotated[int, Field(ge=2)], 1), (Annotated[int, Field(le=2)], 3), (Annotated[int, Field(gt=2)], 2),
    (Annotated[int, Field(lt=2)], 2), (Annotated[str, Field(max_length=2)], "abc"),
    (Annotated[str, Field(min_length=2)], "a"), (Annotated[float, Field(allow_inf_nan=False)], float("inf")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), MISFITS)
def test_what_does_not_fit_says_in_english_what_its_reader_says(kind, value):
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    error = caught.value.errors(include_url=False)[0]
    said = misfit(error)
    assert said == error["msg"][0].lower() + error["msg"][1:]
    assert len(set(in_every_language(said).values())) == len(LANGUAGES)


def test_a_misfit_that_nobody_translated_is_said_as_it_came():
    assert in_every_language(misfit({"type": "no-such-type", "msg": "Value error, Odd"})) == {"en": "odd"}


def test_dates_are_told_with_the_months_of_the_language():
    with pytest.raises(ValueError, match="February 1848 has no day 30 in the gregorian calendar") as caught:
        absolute("1848-02-30 10:00", "gregorian")
    said = in_every_language(caught.value.args[0])
    assert said["es"].startswith("30 de febrero de 1848") and said["es"].endswith("calendario gregoriano")
    assert said["pl"] == "30 lutego 1848: takiego dnia nie ma w kalendarzu gregoriańskim"
    assert said["ru"] == "30 февраля 1848: такого дня нет в григорианском календаре"
    with pytest.raises(ValueError, match="31 January 1918 was followed by 14 February 1918") as skipped:
        Clock.at("1918-02-05 10:00", "julian until 1918-02-14")
    assert "31 stycznia 1918" in told(skipped.value.args[0], "pl")
    with pytest.raises(ValueError, match="like 25 min") as long:
        duration("an hour")
    assert told(long.value.args[0], "ru").startswith("'an hour' — не длительность")


def test_values_of_which_any_will_do_are_joined_and_counts_carry_the_marks_of_the_language():
    said = say("E504-number", name="acting", need=(1, 2), n=12_345)
    assert said == "acting takes 1 or 2 argument(s), not 12,345"
    assert told(said, "pl") == "acting: argumentów ma być 1 albo 2, a jest 12\u202f345"
    need = say("E513-needs", verb="stance", field=("'to'", "'between'"))
    assert need == "stance needs 'to' or 'between'" and told(need, "es") == "stance necesita 'to' o 'between'"


def test_a_sentence_within_a_sentence_is_told_too():
    said = say("E206-bound", value="7", reason=say("bound-share"))
    assert told(said, "es") == "7 es imposible: una parte está entre 0 y 1"


def test_a_sentence_survives_the_way_to_another_process():
    said = pickle.loads(pickle.dumps(cure("near", word="guard")))  # noqa: S301 - our own
    assert said == "did you mean guard?" and told(said, "ru") == "может быть, имелось в виду guard?"


def test_a_plain_text_is_there_in_english_alone():
    assert in_every_language("plain") == {"en": "plain"} and in_every_language("") == {}
    assert told("plain", "ru") == "plain"


def test_a_sentence_there_is_not_is_refused_at_once():
    with pytest.raises(KeyError, match=r"details\.no-such"):
        say("no-such")
