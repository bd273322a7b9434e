"""What every result can do besides reading JSON. What does it is loaded when it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

from clientkit.lazy import Module
from clientkit.operation._unset import UNSET

Names = Literal["wire", "python"]

_export: Any = Module("clientkit.export")
_schemas: Any = Module("clientkit.schemas")
_notebook: Any = Module("clientkit.notebook")


class Result:
    """What a method returns: it becomes a dict, prints in one line, and shows as a table in a notebook.

    A class that is neither an attrs class nor a dataclass lists its attributes in `_fields`.
    """

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the result as a dict of JSON values.

        Args:
            names: "wire" for the names of the service within it, "python" for those of the facade.
            secrets: Whether secrets are in it; by default they are left out.
        """
        made: dict[str, Any] = _export.exported(self, names, secrets)
        return made

    def __repr__(self) -> str:
        text: str = _export.brief(self)
        return text

    def _repr_html_(self) -> str:
        text: str = _notebook.result_html(self)
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        return _schemas.core_schema(cls)


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
