"""What every result can do: it becomes a dict, a line, a table in a notebook, a type of pydantic.

What does it is loaded when it is used.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from clientkit.lazy import Module

Names = Literal["wire", "python"]

_export: Any = Module("clientkit.export")
_schemas: Any = Module("clientkit.schemas")
_notebook: Any = Module("clientkit.notebook")


def exported(result: Any, names: Names = "wire") -> dict[str, Any]:
    """Return a result as a dict of JSON values, for classes that cannot derive from `Result`.

    Args:
        result: A named tuple, or another result.
        names: "wire" for the names of the service within it, "python" for those of the facade.
    """
    made: dict[str, Any] = _export.exported(result, names)
    return made


def plain_value(value: Any, names: Names = "wire", secrets: bool | None = None) -> Any:
    """Return a value with JSON values in place of results, times, ids and amounts within it.

    Args:
        value: The value.
        names: "wire" for the names of the service within it, "python" for those of the facade.
        secrets: Whether secrets are in it; by default they are left out of results.
    """
    return _export.plain_value(value, names, secrets)


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
