"""A file is written whole or not at all."""

from __future__ import annotations

import os

import pytest

from dualpower import files


def test_a_file_takes_its_name_when_it_is_whole(tmp_path):
    place = tmp_path / "a.txt"
    with files.whole(place) as body:
        body.write(b"new")
        assert not place.exists() and len(list(tmp_path.iterdir())) == 1
    assert place.read_bytes() == b"new" and list(tmp_path.iterdir()) == [place]


def test_after_an_error_the_old_one_stands_and_nothing_else(tmp_path):
    place = tmp_path / "a.txt"
    place.write_bytes(b"old")

    def write() -> None:
        with files.whole(place) as body:
            body.write(b"ne")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        write()
    assert place.read_bytes() == b"old" and list(tmp_path.iterdir()) == [place]


def test_a_disk_that_does_not_take_it_is_the_callers_to_tell(tmp_path, monkeypatch):
    def full(handle: int) -> None:
        raise OSError("full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"), files.whole(tmp_path / "a.txt") as body:
        body.write(b"new")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError), files.whole(tmp_path / "nowhere" / "a.txt"):
        pytest.fail("opened")
