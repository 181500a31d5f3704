"""Works in three forms; the forms are read back, not looked at."""

import json
import re

import pytest

from dualpower.evidence.citations import FORMATS, Citations, Work, collect
from dualpower.evidence.claim import Claim
from dualpower.evidence.sources import Source

SOURCES = {
    "log": Source(title="Log & book_1 of 100 %", author="A. Clerk", year=1850, kind="memoir", language="en"),
    "town": Source(title="[A map]", author="not seen", kind="map"),
    "paper": Source(title="The Gazette", year="1848?", kind="press", url="https://example.org/a_b", note="one side's"),
    "unused": Source(title="Never cited"),
}
CLAIMS = {
    "a": Claim(says="so many", value=3, work="log", place="p. 10", trust="seen"),
    "b": Claim(says="so few", value=3, work="log", place="p. 9", trust="seen"),
    "c": Claim(says="elsewhere", value=3, work=["log", "town"], place="p. 77", trust="seen"),
    "d": Claim(says="here", work="town", place="page not seen", conflicts=[{"work": "paper", "says": "there"}]),
    "e": Claim(says="nobody asked", work="unused"),
}
LIST = Citations("town", "A town", collect(CLAIMS, SOURCES, ["a", "b", "c", "d"]), {"version": "9.9", "seed": "7"})


def entries(text: str) -> dict[str, dict[str, str]]:
    """Read BibTeX back: key -> field -> value; braces must balance."""
    assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")
    found = {}
    for body in text.split("\n\n"):
        head = re.match(r"@(\w+)\{([^,]+),\n", body)
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", body, flags=re.MULTILINE))
        found[head[2]] = {"TYPE": head[1], **fields}
    return found


def test_only_works_that_were_used_are_cited_and_those_that_say_otherwise():
    assert [w.key for w in LIST.works] == ["town", "paper", "log"]
    assert {w.key: (w.claims, w.against) for w in LIST.works} == {
        "town": (("c", "d"), ()), "paper": ((), ("d",)), "log": (("a", "b", "c"), ()),
    }  # fmt: skip


def test_a_page_is_given_only_where_one_work_alone_was_read_there():
    places = {w.key: w.places for w in LIST.works}
    assert places == {"log": ("p. 9", "p. 10"), "town": (), "paper": ()}
    assert "Page not seen." in LIST.works[0].note and "P. 9; p. 10." in LIST.works[2].note


def test_bibtex_reads_back_with_its_signs_escaped():
    found = entries(LIST.bibtex())
    assert set(found) == {"log", "town", "paper", "dualpower"}
    assert found["log"]["title"] == r"{Log \& book\_1 of 100 \%}"
    assert (found["log"]["TYPE"], found["log"]["year"], found["log"]["author"]) == ("book", "1850", "{A. Clerk}")
    assert "author" not in found["town"] and "year" not in found["town"]
    assert found["paper"]["url"] == "https://example.org/a_b"
    assert found["dualpower"]["TYPE"] == "software" and found["dualpower"]["version"] == "9.9"
    assert "seed 7" in found["dualpower"]["note"]


def test_csl_json_holds_types_and_dates_that_the_format_knows():
    known = {"book", "map", "article-newspaper", "document", "entry-encyclopedia", "report", "webpage", "software"}
    items = {item["id"]: item for item in json.loads(LIST.csl_text())}
    assert {item["type"] for item in items.values()} <= known
    assert items["log"]["issued"] == {"date-parts": [[1850]]} and items["paper"]["issued"] == {"literal": "1848?"}
    assert "author" not in items["town"] and items["log"]["author"] == [{"literal": "A. Clerk"}]
    assert "saying otherwise" in items["paper"]["note"] and "One side's." in items["paper"]["note"]


def test_text_names_the_program_last():
    lines = LIST.text().splitlines()
    assert lines[0].startswith("[A map]. No year seen. Page not seen. Author not seen.")
    assert "dualpower, version 9.9" in LIST.text()[LIST.text().index("A. Clerk") :]
    assert str(LIST) == LIST.text()


def test_an_unknown_form_is_refused():
    assert all(LIST.write(form) for form in FORMATS)
    with pytest.raises(ValueError, match="bibtex"):
        LIST.write("ris")


def test_a_work_survives_its_own_json():
    assert [Work.read(json.loads(json.dumps(w.to_json()))) for w in LIST.works] == list(LIST.works)
