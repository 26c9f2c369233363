"""A property that is worked out where it is first asked for, and stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazy_value(Generic[Owner, Value]):  # noqa: N801 - a decorator, as `property` is
    """`functools.cached_property` without the lock that it takes before Python 3.12, which many small objects feel.

    Two threads that ask at once both work it out.
    """

    def __init__(self, make: Callable[[Owner], Value]) -> None:
        """Keep what `make` makes of the object."""
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    @overload
    def __get__(self, owner: None, kind: type[Owner]) -> Self: ...

    @overload
    def __get__(self, owner: Owner, kind: type[Owner]) -> Value: ...

    def __get__(self, owner: Owner | None, kind: type[Owner]) -> Self | Value:
        """Put the value where Python looks before it asks here again."""
        if owner is None:
            return self
        value = self._make(owner)
        object.__setattr__(owner, self._name, value)  # as fast where it is frozen
        return value
