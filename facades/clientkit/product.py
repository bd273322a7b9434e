"""What the runtime must know of a product."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Callable
from typing import Any, NamedTuple

from clientkit import errors

VERSION = "0.2.0"


class Hint(NamedTuple):
    """What a service's error body says about trying again.

    Attributes:
        retryable: Its word on whether to; None when it says nothing.
        after: Seconds to wait; None when it says nothing.
    """

    retryable: bool | None = None
    after: float | None = None


class Product(NamedTuple):
    """What the runtime must know of a product.

    Attributes:
        name: Its name in the `User-Agent` and in messages.
        errors: Its exception classes.
        empty_is_object: Whether an empty answer stands for an empty object.
        hint: Reads the service's own word on retrying from a decoded error body.
        exact_numbers: Whether models need the digits of numbers with a fraction, because they are money.
    """

    name: str
    errors: errors.ErrorClasses
    empty_is_object: bool = False
    hint: Callable[[Any], Hint] | None = None
    exact_numbers: bool = False
