"""What public methods have in common: what they refuse is of the product's own class, too.

The methods of a class that derives from `Guarded` are wrapped when it is made. A `ValueError` or `TypeError`
that our own checks raise becomes, besides, the class that the product's page teaches its users to catch.
"""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from types import FunctionType, TracebackType
from typing import Any, Final

from clientkit.errors import ARGUMENT, REFUSED, ClientError
from clientkit.kinds import is_async_function, is_async_generator, yields
from clientkit.lazy import load_module, pattern
from clientkit.operation import BOUNDS, kind_of, shown

# What the body of a call says when an argument was left out of it.
_MISSING: Final = pattern(r"the body must have '(\w+)'")
# What is the caller's to choose, and passed on as it is.
_FREE: Final = frozenset({"operation_id"})


class Guarded:
    """A client, or a group of its operations, whose methods refuse arguments with the product's errors."""

    __slots__ = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, member in list(vars(cls).items()):
            if not name.startswith("_") and isinstance(member, FunctionType):
                setattr(cls, name, (_guarded_iterator if yields(member) else _guarded)(member))


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    if is_async_function(method):

        @functools.wraps(method)
        async def awaited(self: Any, *args: Any, **kwargs: Any) -> Any:
            before = BOUNDS.get()
            BOUNDS.set(_validates(self))
            try:
                _check_ids(method, args, kwargs)
                return await method(self, *args, **kwargs)
            except (TypeError, ValueError) as error:
                refused = _refused(self, error, method, args, kwargs)
            finally:
                BOUNDS.set(before)
                # A traceback shows locals, and an argument may be a key.
                args, kwargs = (), {}
            raise refused

        return awaited

    @functools.wraps(method)
    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        before = BOUNDS.get()
        BOUNDS.set(_validates(self))
        try:
            _check_ids(method, args, kwargs)
            return method(self, *args, **kwargs)
        except (TypeError, ValueError) as error:
            refused = _refused(self, error, method, args, kwargs)
        finally:
            BOUNDS.set(before)
            args, kwargs = (), {}
        raise refused

    return called


def _guarded_iterator(method: Callable[..., Any]) -> Callable[..., Any]:
    if is_async_generator(method):

        @functools.wraps(method)
        async def awaited(self: Any, *args: Any, **kwargs: Any) -> Any:
            items = method(self, *args, **kwargs)
            try:
                _check_ids(method, args, kwargs)
                async for item in items:
                    yield item
                return
            except (TypeError, ValueError) as error:
                refused = _refused(self, error, method, args, kwargs)
            finally:
                await items.aclose()
                args, kwargs = (), {}
            raise refused

        return awaited

    @functools.wraps(method)
    def iterated(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            _check_ids(method, args, kwargs)
            return (yield from method(self, *args, **kwargs))
        except (TypeError, ValueError) as error:
            refused = _refused(self, error, method, args, kwargs)
        finally:
            args, kwargs = (), {}
        raise refused

    return iterated


def _check_ids(method: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
    """Refuse an id that is blank: it names nothing, wherever on the wire it goes.

    Raises:
        ValueError: There is one.
    """
    names = method.__code__.co_varnames[1:]
    for name, value in (*zip(names, args, strict=False), *kwargs.items()):
        if isinstance(value, str) and value.isspace() and name.endswith("_id") and name not in _FREE:
            raise ValueError(f"{name} must not be empty, got {shown(value)}")


def _core(self: Any) -> Any:
    return getattr(self, "_core", None) or getattr(self, "_async_core", None)


def _validates(self: Any) -> bool:
    core = _core(self)
    return core is None or core.settings.validate_requests


def _refused(
    self: Any, error: Exception, method: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Exception:
    """Return an error in the product's class when it is a refusal of ours; else itself."""
    core = _core(self)
    # What the method put on it, such as a report, and its notes.
    kept = {name: value for name, value in vars(error).items() if name != "argument"}
    refusal = "argument" in vars(error)
    if core is None or not (refusal or _is_ours(type(self), error.__traceback__)):
        return error
    if isinstance(error, ClientError) and not refusal:
        return error
    signature = load_module("inspect").signature(method)
    try:
        given = dict(_flat(signature.bind(self, *args, **kwargs).arguments))
    except TypeError:
        # A wrapper takes names that the method does not know.
        given = kwargs
    before, colon, reason = str(error).rpartition(REFUSED)
    said = as_called(reason, {*signature.parameters, *given}, given)
    if isinstance(error, ClientError) and said is None:
        return error
    if said is not None:
        error = (TypeError if isinstance(error, TypeError) or "; got None" in said else ValueError)(said)
    operation = getattr(error, "operation_id", None)
    refused: Exception = core.product.errors.refused(error, before + colon, operation)
    vars(refused).update({name: value for name, value in kept.items() if name not in vars(refused)})
    return refused


def _flat(given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in given.items():
        if name in {"options", "members"} and isinstance(value, dict):
            # What came under other keys cannot be an argument.
            yield from ((key, each) for key, each in value.items() if isinstance(key, str))
        elif name != "self":
            yield name, value


def as_called(reason: str, known: Collection[str], given: Mapping[str, Any]) -> str | None:
    """Return why an argument is refused, with its name as the caller wrote it; None when it is so already.

    The generated layer knows the names of the wire alone: `id`, `isActive`, `x-correlation-id`.

    Args:
        reason: It begins with a name.
        known: Names of the method's parameters.
        given: Their values by name.
    """
    if missing := _MISSING.match(reason):
        name = _parameter(missing[1], reason, given)
        return None if name is None or given[name] is not None else f"{name} must be given; got None"
    named = ARGUMENT.match(reason)
    if named is None:
        return None
    head, tail = re.fullmatch(r"([\w-]+)(.*)", named[1]).groups()  # type: ignore[union-attr]
    name = _snake(named[1])
    if name in given and name != head:
        tail = ""
    elif head not in known:
        name = _parameter(head, reason, given) or ""
    elif tail or reason.endswith(f" {kind_of(given.get(head))}"):
        return None
    else:
        # Of two that are alike the other one may be of the type that is reported.
        name = next((each for each in _alike(head, given) if reason.endswith(f" {kind_of(given[each])}")), "")
    return f"{name}{tail}{reason[named.end(1) :]}" if name else None


def _parameter(wire: str, reason: str, given: Mapping[str, Any]) -> str | None:
    snake = _snake(wire)
    if (exact := {snake, snake.removeprefix("x_")} & given.keys()) or len(alike := _alike(wire, given)) == 1:
        return next(iter(exact or alike))
    # Of a path, where the caller's name may say more than the wire's.
    possible = alike or (given if snake in {"id", "name"} else ())
    return next((name for name in possible if _is_shown(given[name], reason)), None)


def _alike(wire: str, given: Mapping[str, Any]) -> list[str]:
    snake = _snake(wire)
    return [
        name
        for name in given
        if name.endswith(f"_{snake}") or name.startswith(f"{snake}_") or snake.endswith(f"_{name}")
    ]


def _snake(wire: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[-.]", "_", wire).lower()


def _is_shown(value: Any, reason: str) -> bool:
    if isinstance(value, str) and not value.strip():
        return "empty" in reason or reason.endswith(shown(value))
    forms = {kind_of(value), shown(value), shown(str(value)) if isinstance(value, int) else shown(value)}
    return any(reason.endswith(f" {each}") for each in forms)


def _is_ours(cls: type[Any], trace: TracebackType | None) -> bool:
    """Whether an error comes from checks: no code of the caller's, and not the call of the method itself."""
    trace = None if trace is None else trace.tb_next
    # What attrs writes has no name.
    ours = {"clientkit", "", *(each.__module__.partition(".")[0] for each in cls.__mro__)}
    inside = trace is not None
    while trace is not None:
        package = trace.tb_frame.f_globals.get("__name__", "").partition(".")[0]
        if package not in ours and not package.endswith("_api") and package not in sys.stdlib_module_names:
            return False
        trace = trace.tb_next
    return inside
