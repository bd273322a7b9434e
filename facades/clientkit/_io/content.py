"""Bodies that come in: decompressed step by step, under the limits, and to their end."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator, Mapping
from typing import Final

from clientkit.transport import Undecodable

# What one step of decompressing gives at most: a few bytes may stand for gigabytes.
_STEP: Final = 256 * 1024
# Both formats know their own header; +32 tells them apart.
_GZIP: Final = 16 + zlib.MAX_WBITS
_WITHOUT_HEADER: Final = -zlib.MAX_WBITS


class Body:
    """A body that is read whole, up to a size.

    Args:
        limit: The most bytes it may have; None for no limit.
    """

    __slots__ = ("_chunks", "_left", "_limit")

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._left = math.inf if limit is None else limit
        self._chunks: list[bytes] = []

    def add(self, chunk: bytes) -> None:
        """Take the next piece.

        Raises:
            Undecodable: When it is too much.
        """
        self._left -= len(chunk)
        if self._left < 0:
            raise Undecodable(f"it is larger than {self._limit} bytes (max_body_bytes)")
        self._chunks.append(chunk)

    def whole(self) -> bytes:
        """Return it."""
        return b"".join(self._chunks)


class Decoder:
    """Decompresses a body.

    Args:
        coding: `gzip` or `deflate`.
    """

    def __init__(self, coding: str) -> None:
        self._deflate = coding == "deflate"
        self._state = zlib.decompressobj(zlib.MAX_WBITS if self._deflate else _GZIP)
        self._began = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Give what the next piece of the body stands for, in pieces of a bounded size.

        Raises:
            Undecodable: When it is broken, or goes on behind its end.
        """
        while True:
            try:
                piece = self._state.decompress(data, _STEP)
            except zlib.error as error:
                if self._began or not self._deflate:
                    raise Undecodable(f"the compressed body is broken: {error}") from None
                # Some services leave out the header of the format.
                self._began = True
                self._state = zlib.decompressobj(_WITHOUT_HEADER)
                continue
            self._began = True
            if piece:
                yield piece
            if self._state.unused_data:
                raise Undecodable("something follows the compressed body")
            data = self._state.unconsumed_tail
            if self._state.eof or (not data and len(piece) < _STEP):
                return

    def end(self) -> None:
        """See that the body came to its end; one without a single byte is empty.

        Raises:
            Undecodable: When it was cut off.
        """
        if self._began and not self._state.eof:
            raise Undecodable("the compressed body is cut off")


def decoder(headers: Mapping[str, str]) -> Decoder | None:
    """Return what decompresses the body of an answer; None for a body that is as it comes.

    Raises:
        Undecodable: When it has more than one content coding, or one that was not requested.
    """
    named = headers.get("content-encoding")
    if named is None:
        return None
    codings = [
        each for each in (one.strip().lower() for one in named.split(",")) if each not in {"", "identity"}
    ]
    if not codings:
        return None
    if len(codings) > 1:
        # A few bytes that are compressed twice stand for more than any machine has.
        raise Undecodable(f"it has {len(codings)} content codings, of which one is allowed")
    coding = codings[0].removeprefix("x-")
    if coding not in {"gzip", "deflate"}:
        raise Undecodable("its content coding is neither gzip nor deflate")
    return Decoder(coding)
