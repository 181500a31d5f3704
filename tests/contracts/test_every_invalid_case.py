"""Every file in tests/cases/invalid holds one sin, named by its code, and is refused for that and nothing else."""

from pathlib import Path

import pytest

from dualpower.errors import CODES
from dualpower.scenario.check import check_text

CASES = sorted(p for p in (Path(__file__).parents[1] / "cases" / "invalid").iterdir())


def sinful_lines(case: Path) -> set[int]:
    """Return the lines that carry the remark ``# sin``."""
    found = set()
    for path in [case] if case.is_file() else sorted(case.glob("*.yaml")):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if b"# sin" in line:
                found.add(number)
    return found


def test_there_are_many_cases_and_every_code_of_the_language_has_one():
    told = {case.name[:4] for case in CASES}
    assert len(CASES) >= 40
    by_hand = {"E102", "E118", "E312", "E607"}  # built by the tests of draft, catalogue, evidence and predicates
    assert {code for code in CODES if code < "E800"} - told == by_hand


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.stem)
def test_an_invalid_case_fails_with_its_code_at_its_line(case):
    problems, exit_code = check_text(case)
    assert exit_code == 3
    assert {p.code for p in problems} == {case.name[:4]}, "\n".join(map(str, problems))
    lines = sinful_lines(case)
    if lines:
        assert {p.line for p in problems} <= lines, "\n".join(map(str, problems))
    assert all(str(p).startswith(f"{p.file}:{p.line}:{p.col}: {p.code}: ") for p in problems)
