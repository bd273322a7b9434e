"""Looks for secrets in all that a program, a log or a crash report may show."""

from __future__ import annotations

import base64
import copy
import json
import logging
import pickle
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, TracebackType
from urllib.parse import quote

import alsorn_api
import clientkit
from clientkit.testing import Step, answer
from clientkit.transport import Failure, Undecodable

# Where the code lies that is ours; frames of others show what they hold.
OURS = tuple(str(Path(package.__file__ or "").parent.parent) for package in (clientkit, alsorn_api))


def chain(error: BaseException) -> list[BaseException]:
    """An error with all that led to it."""
    seen: list[BaseException] = []
    queue: list[BaseException | None] = [error]
    while queue:
        each = queue.pop()
        if each is not None and each not in seen:
            seen.append(each)
            queue += [each.__cause__, each.__context__, *getattr(each, "exceptions", ())]
    return seen


def frames(error: BaseException) -> Iterator[FrameType]:
    """Every frame that an error and what led to it went through."""
    for each in chain(error):
        place: TracebackType | None = each.__traceback__
        while place is not None:
            yield place.tb_frame
            place = place.tb_next


def everything(error: BaseException) -> str:
    """All that may be shown of an error: texts, attributes, tracebacks with locals, pickles, copies."""
    captured = [
        traceback.TracebackException.from_exception(each, capture_locals=True) for each in chain(error)
    ]
    # Of the frames ours alone: the one of a test holds what it tests with.
    shown = [
        f"{frame.name} {frame.line} {frame.locals}"
        for each in captured
        for frame in each.stack
        if frame.filename.startswith(OURS)
    ]
    shown += [line for each in captured for line in each.format_exception_only()]
    shown += [f"{each!r} {each} {each.args!r} {vars(each)!r}" for each in chain(error)]
    # A pickle has the characters as they are.
    shown += [pickle.dumps(error, 0).decode("latin-1"), repr(pickle.dumps(error))]
    shown += [f"{again!r} {again} {vars(again)!r}" for again in (copy.copy(error), copy.deepcopy(error))]
    return "\n".join(shown)


class Records(logging.Handler):
    """Keeps every record of every logger, as a handler that writes them somewhere would get it."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    @property
    def text(self) -> str:
        """All that the records hold."""
        return self.without()

    def without(self, logger: str | None = None) -> str:
        """All that the records hold, but for those of one logger and of its parts."""
        return "\n".join(
            self._said(record) for record in self.records if record.name.partition(".")[0] != logger
        )

    def _said(self, record: logging.LogRecord) -> str:
        arguments = record.args if isinstance(record.args, tuple) else (record.args,)
        said = f"{record.getMessage()} {vars(record)!r} {' '.join(map(str, arguments))}"
        return said + (everything(record.exc_info[1]) if record.exc_info and record.exc_info[1] else "")


LOGGERS = ("", "clientkit", "httpx", "httpcore", "httpcore2", "asyncio", "h11")


@contextmanager
def listening() -> Iterator[Records]:
    """Have every logger say all it can."""
    loggers = [logging.getLogger(name) for name in LOGGERS]
    # httpcore has one for each of its parts.
    loggers += [
        logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("http")
    ]
    levels = [logger.level for logger in loggers]
    heard = Records()
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    logging.root.addHandler(heard)
    try:
        yield heard
    finally:
        logging.root.removeHandler(heard)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def forms(secret: str) -> list[str]:
    """The ways in which a secret may be written down."""
    data = secret.encode()
    # In the midst of something longer its characters are grouped in one of three ways.
    encoded = [
        base64.b64encode(b"\0" * before + data)[-(-before * 4 // 3) : (before + len(data)) * 4 // 3].decode()
        for before in range(3)
    ]
    return [
        secret,
        json.dumps(secret)[1:-1],
        quote(secret, safe=""),
        "".join(f"%{byte:02x}" for byte in data),
        "".join(f"\\u{ord(char):04x}" for char in secret),
        *encoded,
    ]


def leaks(text: str, *secrets: str) -> list[str]:
    """Return each form of each secret that is in the text, with what stands around it."""
    found = []
    lowered = text.lower()
    for secret in secrets:
        for form in forms(secret):
            place = lowered.find(form.lower())
            if place >= 0:
                found.append(text[max(0, place - 80) : place + len(form) + 40])
    return found


def echoes(secret: str) -> dict[str, Step]:
    """Every place where a service may repeat what it was sent."""
    return {
        "message": answer(400, {"message": f"no such key {secret}"}),
        "nested": answer(422, {"error": {"message": "no", "code": secret, "request_id": secret}}),
        "fields": answer(422, {"detail": [{"loc": ["body", secret], "msg": f"bad {secret}"}]}),
        "key of an object": answer(400, {secret: {secret: [secret]}}),
        "escaped": answer(400, '{"x": "' + "".join(f"\\u{ord(char):04x}" for char in secret) + '"}'),
        "percent": answer(400, {"message": f"/login?key={quote(secret, safe='')}"}),
        "base64": answer(400, {"message": base64.b64encode(secret.encode()).decode()}),
        "page": answer(502, f"<html>{secret}</html>"),
        "cut page": answer(502, "x" * 150 + secret + "y" * 100),
        "long page": answer(502, "x" * (64 * 1024 - 10) + secret),
        "headers": answer(403, {}, {"X-Echo": f"Bearer {secret}", "X-Request-Id": secret, "Server": secret}),
        "redirect": answer(302, headers={"Location": f"https://elsewhere.test/?key={secret}"}),
        "not JSON": answer(200, f"key={secret}"),
        "empty but told": answer(200, b"", {"X-Request-Id": secret}),
        "limit": answer(429, {"message": secret}, {"Retry-After": "3600", "X-Request-Id": secret}),
        "header line": Failure(f"illegal header line: b'X-Key {secret}'"),
        "timeout": Failure("no byte in time", timed_out=True),
        "encoding": Undecodable(f"bad block {secret}"),
        "deep": answer(400, "[" * 400 + f'"{secret}"' + "]" * 400),
    }
