"""Enums that are open: the values of the spec are known, any other is as good."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Self


class OpenStrEnum(StrEnum):
    """An enum of texts that takes a text it does not know as a member without a name of its own.

    Such a member equals its text, and survives copying and pickling.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        plain = str.__str__(value)
        member = str.__new__(cls, plain)
        member._name_ = member._value_ = plain
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self.value,)


class OpenIntEnum(IntEnum):
    """An enum of integers that takes an integer it does not know as a member without a name of its own.

    Such a member equals its number, and survives copying and pickling.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_ = str(value)
        member._value_ = value
        return member

    def __reduce_ex__(self, protocol: object) -> tuple[type[Self], tuple[int]]:
        return type(self), (self.value,)


__all__ = ["OpenIntEnum", "OpenStrEnum"]
