"""What becomes of a call, for everything that a network or a server may do to it.

`FAULTS` is the table: the scenarios of the fault server by name, each with what it means and what a call
comes to, by what the call reads: JSON, events, or bytes. `products.py` says which class stands for a kind
of error in each product.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

# Statuses that say nothing was done, and those after which the service may have acted.
NOTHING_DONE: Final = frozenset({429})
WORTH_REPEATING: Final = frozenset({408, 500, 502, 503, 504})


# Answers without a body: an error where one is due, but for SmartBlocks an empty object.
EMPTY: Final = frozenset({"empty-200", "empty-204", "empty-chunks", "gzip-empty", "gzip-of-nothing"})


@dataclass(frozen=True)
class Outcome:
    """What a call comes to.

    Attributes:
        kind: `ok`, or the kind of error: `connection`, `timeout`, `decode`, `stream`, `stream_timeout`,
            `status`.
        repeated: Whether the call is tried again: `never`, `safe` (when repeating is), or `always`.
        unclear: Whether the service may have acted.
        status: Status of the answer.
        requests: How many requests go out where that is no matter of retries.
        waits: Seconds between attempts, when the service says how long.
        retry_after: What the error says of the service's wish, in seconds.
        received: How many events arrived before.
        same: Whether the result is what a sound answer gives.
    """

    kind: str
    repeated: str = "never"
    unclear: bool = False
    status: int | None = None
    requests: int | None = None
    waits: tuple[float, ...] = ()
    retry_after: float | None = None
    received: int = 0
    same: bool = True


OK = Outcome("ok")
# Something else than what a sound answer gives, and all the same no error.
OTHER = replace(OK, same=False)
BROKEN = Outcome("connection", "safe", True)
LATE = Outcome("timeout", "safe", True)
UNREADABLE = Outcome("decode", unclear=True)
CUT = Outcome("stream", unclear=True)
SILENT = Outcome("stream_timeout", unclear=True)
NO_CONNECTION = Outcome("connection", "always")
NOT_TRUSTED = Outcome("connection")


def status(number: int) -> Outcome:
    """An error answer."""
    if number in NOTHING_DONE:
        return Outcome("status", "always", status=number)
    unclear = number == 408 or number >= 500
    return Outcome("status", "safe" if number in WORTH_REPEATING else "never", unclear, number)


def after(number: int, seconds: float | None, *, honoured: bool = True) -> Outcome:
    """An error answer with a time to wait."""
    found = replace(status(number), retry_after=seconds)
    if not honoured:
        return replace(found, repeated="never")
    return found if seconds is None else replace(found, waits=(seconds, seconds))


def moved(number: int = 307, requests: int = 1) -> Outcome:
    """A redirect that is not followed, or not any further."""
    return Outcome("status", status=number, requests=requests)


@dataclass(frozen=True)
class Fault:
    """A row of the table.

    Attributes:
        name: The scenario of the fault server.
        meaning: What happens, in a line.
        json: What a call comes to that reads JSON.
        sse: What a call comes to that reads events; None when there is nothing to be tested.
        bytes: What a call comes to that reads bytes; None when there is nothing to be tested.
        hangs: Whether a timeout has to end it.
    """

    name: str
    meaning: str
    json: Outcome | None
    sse: Outcome | None
    bytes: Outcome | None
    hangs: bool = False

    def __repr__(self) -> str:
        return self.name

    def outcome(self, product: str, policy: str) -> Outcome | None:
        """What a call of a product comes to; None when there is nothing to be tested."""
        if product.startswith("sbn") and self.name in EMPTY:
            return OTHER
        return {"stream": self.sse, "bytes": self.bytes}.get(policy, self.json)


def _row(
    name: str, meaning: str, json: Outcome, sse: Outcome | None = None, bytes: Outcome | None = None
) -> Fault:
    return Fault(name, meaning, json, sse or json, bytes or sse or json)


def _cut(events: int) -> Outcome:
    return replace(CUT, received=events)


BEFORE_THE_BODY = [
    _row("closed-before-head", "the connection is closed instead of an answer", BROKEN),
    _row("closed-in-head", "the connection is closed within the header", BROKEN),
    _row("reset-before-head", "the connection is reset instead of an answer", BROKEN),
    _row("reset-in-head", "the connection is reset within the header", BROKEN),
    _row("other-protocol", "the answer is no HTTP", BROKEN),
    _row("no-head", "the answer is a body without a header", BROKEN),
    _row("http-2", "the answer is HTTP/2", BROKEN),
    _row("bad-header", "a header line without a colon", BROKEN),
    _row("nul-in-header", "a header with a NUL", BROKEN),
    _row("endless-header", "one header without an end", BROKEN),
    _row("endless-headers", "headers without an end", BROKEN),
    _row("bad-length", "a Content-Length that is no number", BROKEN),
    _row("negative-length", "a negative Content-Length", BROKEN),
    _row("two-lengths", "two Content-Lengths that differ", BROKEN),
    _row("other-transfer-encoding", "an unknown Transfer-Encoding", BROKEN),
    _row("status-99", "a status of two digits", BROKEN),
    _row("status-099", "a status below 100", BROKEN),
    _row("status-1000", "a status of four digits", BROKEN),
    _row("status-abc", "a status that is no number", BROKEN),
    _row("status-101", "another protocol that nobody asked for", BROKEN),
]

IN_THE_BODY = [
    _row("closed-in-body", "less than Content-Length announces", BROKEN, _cut(1), CUT),
    _row("reset-in-body", "the connection is reset within the body", BROKEN, _cut(1), CUT),
    _row("closed-in-chunks", "the last chunk is missing", BROKEN, _cut(1), CUT),
    _row("closed-in-a-chunk", "the connection is closed within a chunk", BROKEN, _cut(1), CUT),
    _row("reset-in-chunks", "the connection is reset between chunks", BROKEN, _cut(1), CUT),
    _row("bad-chunk-size", "the size of a chunk is no number", BROKEN, _cut(1), CUT),
    _row("huge-chunk-size", "the size of a chunk is beyond any number", BROKEN, CUT, CUT),
    _row("no-end-of-chunk", "a chunk is longer than its size", BROKEN, _cut(1), CUT),
]

SOUND = [
    _row("sound", "nothing is wrong", OK),
    _row("closed-after-all", "the end of the connection is the end of the body", OK),
    _row("more-than-announced", "another answer lies behind the one that is due", OK),
    _row("rubbish-behind", "rubbish lies behind the answer", OK),
    _row("two-same-lengths", "Content-Length is there twice, the same", OK),
    _row("length-and-chunks", "chunks, and a Content-Length that is wrong", OK),
    _row("chunks", "chunks", OK),
    _row("chunk-extensions", "chunks with extensions and a trailer", OK),
    _row("status-299", "a success outside the registry", OK),
    _row("no-reason", "a status line without a reason", OK),
    _row("bare-line-feeds", "header lines that end in LF alone", OK),
    _row("folded-header", "a header over two lines", OK),
    _row("large-header", "a header of 60 kB", OK),
    _row("early-hints", "interim answers before the final one", OK),
    _row("cookies", "cookies, which are not kept", OK),
    _row("one-by-one", "every byte in a packet of its own", OK),
    _row("as-nothing", "no Content-Type", OK),
    _row("gzip", "a body in gzip", OK),
    _row("deflate", "a body in deflate", OK),
]

# What the body says it is, and what it is. Bytes may be anything.
NOT_WHAT_IS_DUE = [
    _row("page-200", "a page of a proxy with 200", UNREADABLE, UNREADABLE, OTHER),
    _row("page-502", "a page of a gateway with 502", status(502)),
    _row("page-404", "a page with 404", status(404)),
    _row("as-text", "JSON as text/plain; events as anything else are none", OK, UNREADABLE, OK),
    _row("as-json", "a stream as JSON", OK, UNREADABLE, OK),
    _row("as-rubbish", "a Content-Type that is none", OK, UNREADABLE, OK),
    _row("with-charset", "a charset that the body does not have", OK, UNREADABLE, OK),
    _row("byte-order-mark", "a byte order mark", OK, OK, OTHER),
    _row("empty-200", "nothing, with 200", UNREADABLE, OTHER, OTHER),
    _row("empty-204", "204 where a body is due", UNREADABLE, UNREADABLE, OTHER),
    _row("empty-chunks", "no chunk but the last", UNREADABLE, OTHER, OTHER),
    _row("empty-error", "an error without a word", status(500)),
    _row("gzip-damaged", "gzip that is damaged", UNREADABLE, CUT, CUT),
    _row("gzip-cut", "gzip without its end", UNREADABLE, _cut(2), CUT),
    _row("gzip-and-more", "something behind the gzip", UNREADABLE, _cut(2), CUT),
    _row("gzip-twice", "gzip in gzip: a few bytes may stand for gigabytes", UNREADABLE, CUT, CUT),
    _row("gzip-of-nothing", "nothing, in gzip", UNREADABLE, OTHER, OTHER),
    _row("gzip-empty", "nothing, which says it is gzip", UNREADABLE, OTHER, OTHER),
    _row("gzip-not", "a body that is not the gzip it says it is", UNREADABLE, CUT, CUT),
]

# Whoever reads bytes as they come may read for ever.
WITHOUT_END = [
    Fault("endless-body", "a body without an end", UNREADABLE, CUT, None),
    Fault("endless-chunks", "chunks without an end", UNREADABLE, _cut(1), None),
    Fault("endless-gzip", "10 MB of zeros in 10 kB, without an end", UNREADABLE, CUT, None),
    _row("endless-error", "an error without an end", UNREADABLE),
]

# Only what reads JSON cares.
NO_JSON = [
    Fault(name, meaning, outcome, None, None)
    for name, meaning, outcome in [
        ("utf-16", "JSON in UTF-16", UNREADABLE),
        ("latin-1", "JSON in Latin-1", UNREADABLE),
        ("cut-json", "half of the JSON, and the right Content-Length for it", UNREADABLE),
        ("json-and-more", "something behind the JSON", UNREADABLE),
        ("json-null", "null instead of an object", UNREADABLE),
        ("json-text", "a text instead of an object", UNREADABLE),
        ("json-list", "a list instead of an object", UNREADABLE),
        ("json-number", "a number instead of an object", UNREADABLE),
        ("deep-json", "100,000 levels of nesting", UNREADABLE),
        ("huge-number", "a number of 10,000 digits", UNREADABLE),
        ("controls", "a line break within a string", UNREADABLE),
        ("blanks", "blanks alone", UNREADABLE),
        ("encoding-unknown", "an encoding that was not asked for", UNREADABLE),
    ]
]

EVENTS = [
    Fault(name, meaning, None, outcome, None)
    for name, meaning, outcome in [
        ("events-crlf", "lines that end in CRLF", OK),
        ("events-cr", "lines that end in CR", OK),
        ("events-crlf-one-by-one", "CR and LF in packets of their own", OK),
        ("events-mark", "a byte order mark before the events", OK),
        ("events-no-end", "no empty line behind the last event", OK),
        ("events-comments", "comments before and behind the events", OK),
        ("events-fields", "fields that mean nothing", OK),
        ("events-retry", "a reconnection time beyond any number", OK),
        ("events-none", "comments alone", OTHER),
        ("events-cut-json", "the end in the middle of an event", _cut(1)),
        ("events-bad-json", "an event whose data is no JSON", _cut(2)),
        ("events-no-json", "an event whose data is a text", _cut(2)),
        ("events-bad-utf-8", "an event whose data is no UTF-8", _cut(2)),
        ("events-deep-json", "an event of 100,000 levels of nesting", _cut(2)),
        ("events-large", "a line that is larger than max_event_bytes", _cut(2)),
        ("events-many-lines", "lines that together are larger than max_event_bytes", _cut(2)),
    ]
]

STATUSES = [
    _row(f"answers-{number}", f"the answer is {number}", status(number))
    for number in [
        *(300, 400, 401, 403, 404, 408, 409, 410, 418, 422, 429, 499),
        *(500, 502, 503, 504, 520, 561, 600, 999),
    ]
] + [
    _row("not-modified", "304 although nothing was kept", status(304)),
    _row("after-1", "Retry-After in seconds", after(429, 1)),
    _row("after-1-503", "Retry-After in seconds, and the service may have acted", after(503, 1)),
    _row("after-date", "Retry-After as a date", after(429, 20)),
    _row("after-past", "Retry-After as a date that is over", replace(after(429, 0), waits=())),
    _row("after-rubbish", "Retry-After that cannot be read", after(429, None)),
    _row("after-negative", "Retry-After below zero", after(429, None)),
    _row("after-infinite", "Retry-After beyond any number", after(429, None)),
    _row(
        "after-year", "Retry-After of a year: the error comes at once", after(429, 31_536_000, honoured=False)
    ),
    _row("after-year-date", "the same as a date", after(429, 31_536_000, honoured=False)),
    _row("after-year-503", "the same with 503", after(503, 31_536_000, honoured=False)),
]

REDIRECTS = [
    _row("moved-once-307", "a redirect within the origin", replace(OK, requests=2)),
    _row("moved-once-308", "the same for good", replace(OK, requests=2)),
    _row("moved-for-ever", "a redirect to itself", moved(requests=6)),
    _row("moved-away", "a redirect to another origin", moved()),
    _row("moved-away-302", "the same of the older kind", moved(302)),
    _row("moved-to-tls", "a redirect to another scheme", moved(308)),
    _row("moved-to-file", "a redirect to a file", moved()),
    _row("moved-to-rubbish", "a redirect to what is no address", moved()),
    _row("moved-nowhere", "a redirect without a place", moved()),
]

HANGING = [
    replace(row, hangs=True)
    for row in [
        _row("silence", "no answer", LATE),
        _row("silence-in-head", "silence within the header", LATE),
        _row("silence-in-error", "silence within an error answer", LATE),
        _row("silence-in-body", "silence within the body", LATE, replace(SILENT, received=1), SILENT),
        _row("drip-of-hints", "interim answers without an end", LATE),
        _row("drip-of-headers", "a header now and then", LATE),
        _row("drip-of-header", "a byte of a header now and then", LATE),
        _row("drip-of-error", "a byte of an error answer now and then", LATE),
        # Whoever reads as it comes is served as long as something comes.
        Fault("drip-of-body", "a byte of the body now and then", LATE, None, None),
        Fault("drip-of-chunks", "a chunk of a byte now and then", LATE, None, None),
    ]
]

# Listeners of the server that https:// addresses lead to.
TLS = [
    _row("wrong-name", "a certificate of another host", NOT_TRUSTED),
    _row("expired", "a certificate that is over", NOT_TRUSTED),
    _row("unknown-ca", "a certificate of an authority that nobody knows", NOT_TRUSTED),
    _row("no-tls", "an answer without any TLS", NO_CONNECTION),
    _row("no-handshake", "the connection is closed within the handshake", NO_CONNECTION),
]

FAULTS = [
    *BEFORE_THE_BODY,
    *IN_THE_BODY,
    *SOUND,
    *NOT_WHAT_IS_DUE,
    *WITHOUT_END,
    *NO_JSON,
    *EVENTS,
    *STATUSES,
    *REDIRECTS,
    *HANGING,
]

# For what differs in its names alone.
SOME_FAULTS = [
    *BEFORE_THE_BODY[:5],
    *IN_THE_BODY[:3],
    *NOT_WHAT_IS_DUE[:3],
    *(
        fault
        for fault in STATUSES
        if fault.name in {"answers-403", "answers-404", "answers-503", "after-year"}
    ),
    *(fault for fault in REDIRECTS if fault.name in {"moved-once-307", "moved-away", "moved-nowhere"}),
]
