"""Records: a decorator that makes what `dataclass(frozen=True, slots=True)` does, in a quarter of the time.

The library compiles seven functions a class while it is imported, and what is imported before the first paint is waited
for. Here the classes share all but `__init__`, which is compiled when the first object of a class is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["attributes", "record"]


def attributes(thing: object, names: str) -> dict[str, Any]:
    """Return some attributes of a thing, called by their `names` with blanks between them."""
    return {name: getattr(thing, name) for name in names.split()}


if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
    from operator import attrgetter

    def record(*, frozen, slots, kw_only=False):
        """As `dataclass`, for classes that are frozen and have slots."""
        assert frozen and slots
        bare = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
        return lambda of: _made(bare(of))

    def _made(cls):
        names = tuple(cls.__dataclass_fields__)
        compared = attrgetter(*(each.name for each in fields(cls) if each.compare))
        values = attrgetter(*names, names[0])  # one more, so that of a single field it is a tuple, too

        def init(self, *args, **named):
            cls.__init__ = _init_of(cls)
            cls.__init__(self, *args, **named)

        def same(self, other):
            return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

        def shown(self):
            told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
            return f"{self.__class__.__qualname__}({told})"

        def restore(self, state):
            for put, value in zip(setters, state, strict=True):
                put(self, value)

        shared = {
            "__init__": init,
            "__eq__": same,
            "__hash__": lambda self: hash(compared(self)),
            "__repr__": shown,
            "__setattr__": _refuse,
            "__delattr__": _refuse,
            "__getstate__": lambda self: values(self)[:-1],
            "__setstate__": restore,
        }
        setters = [getattr(cls, name).__set__ for name in names]
        for name, method in shared.items():
            setattr(cls, name, method)
        return cls

    def _refuse(self, name, *_):
        raise FrozenInstanceError(f"cannot change field {name!r} of {self.__class__.__qualname__}")

    def _init_of(cls):
        """Compile what fills the slots of a class."""
        of_class, heads, body = fields(cls), [], []
        known = {"_unset": MISSING}
        for each in sorted(of_class, key=lambda field: field.kw_only):
            name, value = each.name, each.name
            known[f"_set_{name}"] = getattr(cls, name).__set__
            if each.kw_only and "*" not in heads:
                heads.append("*")
            if each.default_factory is not MISSING:
                known[f"_new_{name}"] = each.default_factory
                value = f"_new_{name}() if {name} is _unset else {name}"
                name += "=_unset"
            elif each.default is not MISSING:
                known[f"_default_{name}"] = each.default
                name += f"=_default_{name}"
            heads.append(name)
            body.append(f" _set_{each.name}(self, {value})")
        exec(f"def __init__(self, {', '.join(heads)}):\n" + "\n".join(body), known)
        return known["__init__"]
