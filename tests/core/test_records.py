"""Records are what the library's frozen dataclasses are."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from tui.core.records import record


@record(frozen=True, slots=True)
class _Ours:
    """One of ours."""

    name: str
    days: tuple[int, ...] = ()
    basis: dict[str, str] = field(default_factory=dict)
    begun: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Theirs:
    """One of the library's."""

    name: str
    days: tuple[int, ...] = ()
    basis: dict[str, str] = field(default_factory=dict)
    begun: bool = field(default=False, compare=False)


@record(frozen=True, slots=True, kw_only=True)
class _Named:
    """One whose fields are named, in whatever order they have defaults."""

    days: tuple[int, ...] = ()
    name: str


def test_a_record_shows_its_fields_as_a_dataclass_does() -> None:
    ours, theirs = _Ours("a", (1,)), _Theirs("a", (1,))
    assert repr(ours) == repr(theirs).replace("_Theirs", "_Ours")
    assert asdict(ours) == asdict(theirs)
    assert [each.name for each in fields(ours)] == [each.name for each in fields(theirs)]
    assert _Ours.__match_args__ == _Theirs.__match_args__


def test_records_are_the_same_by_the_fields_that_count() -> None:
    assert _Ours("a") == _Ours("a", begun=True) != _Ours("b")
    assert _Ours("a") != _Theirs("a")  # type: ignore[comparison-overlap]
    assert len({_Named(name="a"), _Named(name="a", days=()), _Named(name="b")}) == 2


def test_no_field_of_a_record_can_be_set_and_none_added() -> None:
    one = _Ours("a")
    with pytest.raises(FrozenInstanceError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del one.name
    with pytest.raises(FrozenInstanceError):
        one.other = 1  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")


def test_each_record_has_a_default_of_its_own() -> None:
    one, other = _Ours("a"), _Ours("a")
    one.basis["day"] = "stated"
    assert other.basis == {}


def test_records_are_copied_changed_and_pickled() -> None:
    one = _Ours("a", (1, 2), {"day": "stated"}, begun=True)
    assert replace(one, name="b") == _Ours("b", (1, 2), {"day": "stated"})
    assert copy.deepcopy(one) == one == pickle.loads(pickle.dumps(one))
    assert copy.deepcopy(one).basis is not one.basis


@pytest.mark.parametrize("given", [(), ("a", (), {}, True, 1)])
def test_a_record_is_not_made_of_too_few_or_too_many(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        _Ours(*given)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        _Named("a")  # type: ignore[call-arg,arg-type]
