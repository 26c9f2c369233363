"""What fuzzing found stays mended, and a little of it is done each time."""

from __future__ import annotations

import random

import pytest

from tests.support.fuzz import TARGETS, corpus, finding, seeds, spoilt


@pytest.mark.parametrize(("target", "name", "data"), corpus())
def test_what_was_found_once_is_mended(target: str, name: str, data: bytes) -> None:
    assert finding(target, name, data) == ""


@pytest.mark.parametrize("target", TARGETS)
def test_spoilt_bytes_are_read_or_refused(target: str) -> None:
    chance = random.Random(7)
    for _ in range(25):
        name, data = chance.choice(seeds().of[target])
        data = spoilt(data, chance.choice(seeds().of[target])[1], chance)
        assert finding(target, name, data) == "", (name, data)
