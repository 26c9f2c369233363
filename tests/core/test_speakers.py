"""Who a name is of: an outlet by its own name, by a part of it, by its initials."""

from __future__ import annotations

import pytest

from tui.core.speakers import is_outlet


@pytest.mark.parametrize(
    ("name", "outlet", "own"),
    [
        ("the Tribune", "North Tribune", True),
        ("NPA", "North Press Agency", True),
        ("north tribune", "The North Tribune", True),
        ("Tribune", "North Courier", False),
        ("Norland", "Ministry of Defence of Norland", False),
        ("N", "North", False),
        ("Tribune", "", False),
        ("", "North Tribune", False),
    ],
)
def test_an_outlet_goes_by_its_name_the_end_of_it_and_its_initials(name: str, outlet: str, own: bool) -> None:
    assert is_outlet(name, outlet) is own
