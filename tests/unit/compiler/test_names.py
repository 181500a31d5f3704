import pytest

from dualpower.compiler.names import DETACHMENT, KINDS, Names


@pytest.fixture
def names(city, compiling):
    return compiling(city).names


def test_labels_fall_back_to_english_and_to_the_id(names):
    assert names.label("authority", 1, "es") == "Azules"
    assert names.label("authorities", 1, "pl") == "Blues"
    assert names.label("line", 0) == "phone"
    assert names.label("gate", 0, "ru") == "fort.front"
    assert names.label("bodies", 0) == "Staff"
    assert names.label("outcome", 0) == "Reds win"


def test_nobody_has_a_name_in_every_language(names):
    assert [names.label("authority", -1, lang) for lang in ("en", "es", "pl", "ru")] == [
        "nobody",
        "nadie",
        "nikt",
        "никто",
    ]


def test_detachments_are_called_by_their_parent(names):
    assert names.label("unit", 100, parent=0) == "a detachment of Guards"
    assert names.label("unit", 100, "ru", parent=1) == DETACHMENT["ru"].format("Милиция")
    with pytest.raises(IndexError):
        names.label("unit", 100)


def test_a_part_of_a_spread_unit_says_where_it_lives(names):
    assert names.label("unit", 2) == "Militia (Depot)"


def test_unknown_kinds_are_an_error(names):
    with pytest.raises(KeyError, match="no kind of name"):
        names.label("ghost", 0)


def test_every_kind_has_a_list_and_a_singular():
    names = Names()
    assert all(names.ids(kind) == [] for kind in KINDS)
    singular = ["authority", "body", "site", "gate", "link", "line", "unit", "issue", "promise", "assembly", "faction"]
    assert all(names.ids(kind) == [] for kind in [*singular, "motion", "plan", "decision", "option", "outcome"])
