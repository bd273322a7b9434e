"""The published package's home of `AlsornClient`; write `from alsorn import AlsornClient`."""

from alsorn.published import names

__getattr__ = names(__name__)
