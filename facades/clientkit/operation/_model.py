"""What every generated model can do besides reading and writing JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from clientkit.lazy import Module
from clientkit.operation._unset import UNSET
from clientkit.results import Names as Names
from clientkit.results import Result as Result

_export: Any = Module("clientkit.export")


class Model(Result):
    """An object of a service's JSON: the base of generated models, and of what facades make of them."""

    __slots__ = ()
    # What a field reads as that was not sent: UNSET in a model of the wire, None in a result of a facade.
    _absent: ClassVar[Any] = UNSET
    # The module and the name of the generated class.
    _wire: ClassVar[tuple[str, str]] = ("", "")
    # What a facade calls fields, by their attributes.
    _python_names: ClassVar[Mapping[str, str]] = {}

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the JSON object of this model; what is unset is left out.

        Args:
            names: "wire" for the names of the service, "python" for those of the facade.
            secrets: Whether secrets are in it. By default they are only in a model of the wire, which may be
                a body to send.
        """
        made: dict[str, Any] = _export.exported(self, names, secrets)
        return made

    def __iter__(self) -> Iterator[Any]:
        """Go over names and values, as `dict(model)` does: those of `to_dict()`, never with secrets."""
        return iter(_export.exported(self, "wire", False).items())
