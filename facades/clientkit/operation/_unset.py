"""The one value that says "not there", shared by every generated package."""

from __future__ import annotations

from typing import Final, Literal, TypeVar, final

T = TypeVar("T")


@final
class Unset:
    """The type of `UNSET`: a field that was not sent, as opposed to one sent as null.

    There is a single instance in a process. It survives copying and pickling as itself, so
    `value is UNSET` holds wherever a model has been.
    """

    __slots__ = ()
    _instance: Unset | None = None

    def __new__(cls) -> Unset:
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: object) -> Unset:
        return self

    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Final[Unset] = Unset()


def given(value: T | None) -> T | Unset:
    """Return `value`, or `UNSET` when it is None: how an optional argument becomes an optional field."""
    return UNSET if value is None else value
