"""What public methods have in common: what they refuse is of the product's own class, too.

The methods of a class that derives from `Guarded` are wrapped when it is made. A `ValueError` or `TypeError`
that our own checks raise becomes, besides, the class that the product's page teaches its users to catch.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from types import FunctionType, TracebackType
from typing import Any

from clientkit.errors import ClientError
from clientkit.kinds import is_async_function, yields
from clientkit.operation import BOUNDS


class Guarded:
    """A client, or a group of its operations, whose methods refuse arguments with the product's errors."""

    __slots__ = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, member in list(vars(cls).items()):
            if name.startswith("_") or not isinstance(member, FunctionType):
                continue
            # An iterator checks its arguments in the methods that it reads pages with.
            if not yields(member):
                setattr(cls, name, _guarded(member))


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    if is_async_function(method):

        @functools.wraps(method)
        async def awaited(self: Any, *args: Any, **kwargs: Any) -> Any:
            before = BOUNDS.get()
            BOUNDS.set(_validates(self))
            try:
                return await method(self, *args, **kwargs)
            except (TypeError, ValueError) as error:
                refused = _refused(self, error)
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
            return method(self, *args, **kwargs)
        except (TypeError, ValueError) as error:
            refused = _refused(self, error)
        finally:
            BOUNDS.set(before)
            args, kwargs = (), {}
        raise refused

    return called


def _core(self: Any) -> Any:
    return getattr(self, "_core", None) or getattr(self, "_async_core", None)


def _validates(self: Any) -> bool:
    core = _core(self)
    return core is None or core.settings.validate_requests


def _refused(self: Any, error: Exception) -> Exception:
    """Return an error in the product's class when it is a refusal of ours; else itself."""
    core = _core(self)
    if core is None or isinstance(error, ClientError) or not _is_ours(type(self), error.__traceback__):
        return error
    refused: Exception = core.product.errors.refused(error)
    return refused


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
