"""The published package's home of `track`; write `from alsorn import track`."""

from alsorn.published import names

__getattr__ = names(__name__)
