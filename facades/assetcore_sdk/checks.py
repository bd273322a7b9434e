"""Arguments checked before anything is sent; each error says what to write instead.

A transaction may have ten thousand operations, so every check begins with its usual case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from clientkit.arguments import integer
from clientkit.kinds import is_decimal
from clientkit.lazy import pattern
from clientkit.operation import kind_of, shown
from clientkit.operation import text as plain_text

if TYPE_CHECKING:
    from decimal import Decimal

EITHER: Any = None
"""The default of an argument with two spellings, of which one must be given."""

_ID = pattern(r"[A-Za-z0-9._~\-]{1,128}")
_QUANTITY = pattern(r"[0-9]+(?:\.[0-9]+)?")
_MAX_NAMESPACE = 2**63 - 1


def identifier(name: str, value: Any) -> None:
    """Refuse what cannot be an external id.

    Raises:
        TypeError: It is neither a str nor an int.
        ValueError: It is empty, too long, negative or has other characters.
    """
    if type(value) is int and value >= 0:
        return
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError(f"{name} must be a str such as 'vault-1', or an int; got {_kind(value)}")
    if isinstance(value, int):
        if value < 0:
            raise ValueError(f"{name} must be 0 or more, got {shown(value)}")
    elif not _ID.fullmatch(value):
        raise ValueError(
            f"{name} must have 1 to 128 characters out of A-Z a-z 0-9 . _ ~ -; got {shown(value)}"
        )


def thing(name: str, value: Any) -> None:
    """Refuse what cannot be the id of an instance or a stack, whose form is not documented.

    Raises:
        TypeError: It is neither a str nor an int.
        ValueError: It is empty or negative.
    """
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise TypeError(f"{name} must be a str or an int, got {_kind(value)}")
    if value == "" or (isinstance(value, int) and value < 0):
        raise ValueError(f"{name} must be text that is not empty, or 0 or more; got {shown(value)}")


def quantity(name: str, value: Any) -> int | str:
    """Return a quantity as it is sent: int and str as they are, a Decimal as its plain text.

    Raises:
        TypeError: It is a float, a bool or something else.
        ValueError: It is not above 0, or not written as a plain decimal.
    """
    if type(value) is int:
        if value > 0:
            return value
    elif isinstance(value, str):
        if _QUANTITY.fullmatch(value) and value.strip("0."):
            return value
        raise ValueError(
            f"{name} must be a plain decimal above 0, such as '12.5' (no sign, no exponent): {shown(value)}"
        )
    elif is_decimal(value):
        if value.is_finite() and value > 0:
            return decimal_text(value)
    elif isinstance(value, bool) or not isinstance(value, int):
        why = "; a float is not exact" if isinstance(value, float) else ""
        raise TypeError(f"{name} must be an int, a str such as '12.5' or a Decimal, got {_kind(value)}{why}")
    elif value > 0:
        return int(value)
    raise ValueError(f"{name} must be above 0, got {shown(value)}")


def decimal_text(value: Decimal) -> str:
    """Return a Decimal as plain text: no exponent, no zeros at the end of its fraction."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def whole(name: str, value: Any) -> None:
    """Refuse what is neither an int nor None.

    Raises:
        TypeError: It is something else.
    """
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise TypeError(f"{name} must be an int or None, got {_kind(value)}")


def location(name: str, value: Any) -> None:
    """Refuse what cannot be a location; kinds that are not known are let through.

    Raises:
        TypeError: It is not a mapping, or a member is of the wrong type.
        ValueError: A member is missing or out of bounds.
    """
    if not isinstance(value, Mapping):
        raise TypeError(
            f"{name} must be a dict such as {{'kind': 'balance', 'container_id': 1001}}, got {_kind(value)}"
        )
    kind = value.get("kind")
    if kind is None or "container_id" not in value:
        raise ValueError(f"{name} must have 'kind' and 'container_id'")
    identifier(f"{name}['container_id']", value["container_id"])
    member = {"slot": "slot_index", "grid_cell": "position"}.get(kind)
    if member is not None:
        if member not in value:
            raise ValueError(f"{name} of kind {kind!r} must have {member!r}; it counts from 1")
        integer(f"{name}[{member!r}]", value[member], 1)


def container_kind(value: Any) -> None:
    """Refuse what cannot be the kind of a container; types that are not known are let through.

    Raises:
        TypeError: It is not a mapping.
        ValueError: It has no type.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"kind must be a dict such as {{'type': 'balance'}}, got {_kind(value)}")
    if not isinstance(value.get("type"), str) or not value["type"]:
        raise ValueError("kind must have a 'type' such as 'balance', 'grid' or 'slots'")


def definition(name: str, value: Any, *members: str) -> None:
    """Refuse what cannot be something to register.

    Raises:
        TypeError: It is not a mapping.
        ValueError: A member is missing.
    """
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dict with {_listed(members)}, got {_kind(value)}")
    if missing := [each for each in members if each not in value]:
        raise ValueError(f"{name} must have {_listed(members)}; {_listed(missing)} is missing")
    identifier(f"{name}['class_id']", value["class_id"])


def members(name: str, value: Mapping[str, Any], known: Mapping[str, bool]) -> None:
    """Refuse arguments that are unknown, or not all there.

    Args:
        name: What they are, for the error message.
        value: The arguments.
        known: The names that there are, and whether each is required.

    Raises:
        TypeError: One is unknown or missing.
    """
    if unknown := [shown(each) for each in value if each not in known]:
        raise TypeError(f"{name} have no {', '.join(unknown[:3])}; there are {_listed(known)}")
    if missing := [each for each, required in known.items() if required and each not in value]:
        raise TypeError(f"{name} must have {_listed(missing)}")


def several(name: str, value: Any) -> Sequence[Any]:
    """Return a list that is not empty.

    Raises:
        ValueError: It is something else, or empty.
    """
    if isinstance(value, (str, Mapping)) or not isinstance(value, Sequence) or not value:
        raise ValueError(f"{name} must be a list with at least one entry")
    return value


def share(value: Any) -> dict[str, Any]:
    """Return one share of a balance as it is sent.

    Raises:
        TypeError: A member is of the wrong type.
        ValueError: It has other members, or one is out of bounds.
    """
    if not isinstance(value, Mapping) or value.keys() != {"to_container", "quantity"}:
        raise ValueError("each of shares must be a dict with 'to_container' and 'quantity'")
    identifier("to_container", value["to_container"])
    return {**value, "quantity": quantity("quantity", value["quantity"])}


def optional_mapping(name: str, value: Any) -> None:
    """Refuse what is neither a mapping nor None.

    Raises:
        TypeError: It is something else.
    """
    if value is None:
        return
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a dict or None, got {_kind(value)}")
    if not all(isinstance(each, str) for each in value):
        raise TypeError(f"the names in {name} must be strings")


def either(
    name: str, value: Any, other: str, spelled: Any, check: Callable[[str, Any], object], *, place: bool
) -> Any:
    """Return an argument that has two spellings; None when it is given under neither.

    Args:
        name: The spelling of the wire.
        value: What was given under it.
        other: The other spelling.
        spelled: What was given under it; the id of a balance container when the argument is a location.
        check: Refuses what cannot be given under the other spelling.
        place: Whether the argument is a location.

    Raises:
        ValueError: Both are given, and differ.
    """
    if spelled is None:
        return value
    if type(spelled) is not int or spelled < 0:
        check(other, spelled)
    if place:
        spelled = {"kind": "balance", "container_id": spelled}
    if value is not None and value != spelled:
        raise ValueError(f"give {name} or {other}, not both: they are one argument under two names")
    return spelled


def namespace(value: int) -> int:
    """Return the id of a namespace.

    Raises:
        TypeError: It is not an int.
        ValueError: It is not from 1 to 2**63 - 1.
    """
    return integer("namespace_id", value, 1, _MAX_NAMESPACE)


def path_id(name: str, value: Any) -> str:
    """Return an external id as it stands in a path.

    Raises:
        TypeError: It is neither a str nor an int.
        ValueError: It is empty, too long, negative or has other characters.
    """
    identifier(name, value)
    return plain_text(value, name)


def region_of(x: int | None, y: int | None, width: int | None, height: int | None) -> dict[str, int]:
    """Return a region of a grid, empty when none is given.

    Raises:
        TypeError: A measure is not an int.
        ValueError: It is given in part, or a measure is out of bounds.
    """
    region = {"x": x, "y": y, "width": width, "height": height}
    given = {
        name: integer(name, value, int(name in ("width", "height")))
        for name, value in region.items()
        if value is not None
    }
    if given and len(given) < len(region):
        raise ValueError(f"give all of x, y, width and height or none of them; got {_listed(given)}")
    return given


def envelope(value: Any) -> Mapping[str, Any]:
    """Return an operation as it is sent: a builder's envelope, or the caller's own.

    Raises:
        TypeError: It is neither a builder nor a mapping with `op` and `args`.
    """
    make = getattr(value, "to_envelope", None)
    if make is not None:
        return cast("Mapping[str, Any]", make())
    if (
        isinstance(value, Mapping)
        and isinstance(value.get("op"), str)
        and isinstance(value.get("args"), Mapping)
    ):
        return value
    raise TypeError(
        "an operation must be a builder such as CreateContainer(...), or a dict "
        f"{{'op': 'CreateContainer', 'args': {{...}}}}; got {_kind(value)}"
    )


def _kind(value: object) -> str:
    return f"{kind_of(value)} {shown(value)}" if isinstance(value, (int, float, str)) else kind_of(value)


def _listed(names: Any) -> str:
    return ", ".join(repr(each) for each in names)
