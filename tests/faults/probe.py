"""One call with hostile arguments, and what may come of it."""

from __future__ import annotations

import inspect
import linecache
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clientkit.operation import Answer
from clientkit.testing import ScriptedTransport, answer
from clientkit.transport import HttpRequest
from clientkit_codegen.generation import layout

from tests.faults import examples
from tests.faults.walk import Method, methods_of
from tests.faults.wire import Sent

ORIGIN = "https://service.test"
BASE_PATH = "/base"
URL = ORIGIN + BASE_PATH
# A client says no in one line; what it was given is quoted in part, if at all.
_LONGEST_MESSAGE = 500


class _Recorder(ScriptedTransport):
    """Remembers every request, and answers each with an error that is not tried again.

    Attributes:
        first: Answers that come before.
    """

    def __init__(self) -> None:
        super().__init__(iter(lambda: self._answer, None))
        self.first: list[Answer] = []

    def _answer(self, request: HttpRequest) -> Answer:
        # A file is open for as long as the call lasts.
        request.files = request.files and [(name, _read(part)) for name, part in request.files]
        return self.first.pop(0) if self.first else answer(418, {"error": "no"})


@dataclass(frozen=True)
class Surface:
    """A client and how it is made.

    Attributes:
        service: The name of its spec.
        build: Makes it over a transport.
    """

    service: str
    build: Callable[[Any], Any]
    methods: dict[str, Method] = field(default_factory=dict)


@dataclass
class Probe:
    """A client whose requests are recorded.

    Args:
        surface: What is probed.
    """

    surface: Surface

    def __post_init__(self) -> None:
        self.transport = _Recorder()
        self.client = self.surface.build(self.transport)
        self.rows_refused = 0
        self.transport.requests.clear()

    def methods(self) -> list[Method]:
        return methods_of(self.client)

    def arguments(self, method: Method, *names: str) -> dict[str, Any]:
        """Return valid arguments: the required ones, and those named."""
        wanted = {*names, *(each.name for each in method.parameters if each.required)}
        made: dict[str, Any] = {}
        for each in method.parameters:
            if each.name in wanted and not each.spread:
                made[each.name] = examples.example(method, each)
        others = examples.companions(method, set(names))
        return made | {name: value for name, value in others.items() if name not in names}

    def call(
        self, method: Method, arguments: Mapping[str, Any]
    ) -> tuple[BaseException | None, list[HttpRequest]]:
        """Make a call; return what it raised and what it sent."""
        self.transport.requests.clear()
        self.rows_refused = 0
        try:
            result = method.bound(self.client)(**arguments)
            # A row that cannot be sent is refused in the report, and the others go on.
            self.rows_refused = getattr(result, "refused", 0)
            _drain(result)
        except Exception as error:
            return error, list(self.transport.requests)
        return None, list(self.transport.requests)

    def judge(self, method: Method, arguments: Mapping[str, Any], altered: set[str]) -> str | None:
        """Return what is wrong with a call, None when all is well."""
        error, requests = self.call(method, arguments)
        try:
            if requests:
                for request in requests:
                    sent = Sent(self.surface.service, request, ORIGIN, BASE_PATH)
                    assert sent.operation.id in method.operations, f"it went to {sent.operation.id}"
                    sent.check()
                if examples.is_read_as_needed(method, altered) and isinstance(error, (TypeError, ValueError)):
                    _check_refusal(error)
                    return None
                for name in altered:
                    carried = self._carried(method, name, arguments[name], requests)
                    assert carried, f"{name} is not on the wire"
            elif error is not None:
                _check_refusal(error)
            else:
                idle = all(_is_nothing(arguments[name]) for name in altered)
                idle = idle or examples.is_unsent(method, altered)
                idle = idle or arguments.get("offline") is True or self.rows_refused > 0
                assert idle, "nothing sent, nothing raised"
        except AssertionError as wrong:
            return f"{wrong}"
        return None

    def _carried(self, method: Method, name: str, value: Any, requests: list[HttpRequest]) -> bool:
        default = next(each.default for each in method.parameters if each.name == name)
        if value is None or _is_default(value, default) or _is_nothing(value):
            return True
        if examples.is_local(method, {name}):
            return True
        if inspect.isgenerator(value):
            return True  # it was read, and is not there a second time
        sent = [Sent(self.surface.service, request, ORIGIN, BASE_PATH) for request in requests]
        if any(each.carries(value) for each in sent):
            return True
        # What is many may go one by one, or divided.
        return (
            isinstance(value, (list, tuple, set, dict))
            and bool(value)
            and all(any(each.carries(one) for each in sent) for one in value)
        )


def _check_refusal(error: BaseException) -> None:
    assert isinstance(error, (ValueError, TypeError)), f"{type(error).__name__}: {str(error)[:200]}"
    assert not isinstance(error, UnicodeError), f"{type(error).__name__}: {str(error)[:200]}"
    _check_message(error)
    assert _is_ours(error), f"not a refusal of ours: {type(error).__name__}: {error}"


def _check_message(error: BaseException) -> None:
    message = str(error)
    assert message, f"{type(error).__name__} without a word"
    assert len(message) <= _LONGEST_MESSAGE, f"a message of {len(message)} characters: {message[:100]}"
    assert message.isprintable(), f"a message that cannot be printed: {message[:200]!r}"


def complaint(error: BaseException, *, refusal: bool = True) -> str:
    """Return what is wrong with an error that a caller gets; empty when it is as it should be.

    Args:
        error: The error.
        refusal: Whether it must be a ValueError or TypeError; a documented error may be another.
    """
    try:
        if refusal:
            _check_refusal(error)
        else:
            _check_message(error)
    except AssertionError as wrong:
        return str(wrong)
    return ""


def _is_ours(error: BaseException) -> bool:
    """Whether an error was raised by a statement of ours, and did not fall out of the interpreter."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    assert trace is not None
    code = trace.tb_frame.f_code
    ours = Path(code.co_filename).is_relative_to(layout.project().facades)
    return ours and linecache.getline(code.co_filename, trace.tb_lineno).lstrip().startswith("raise")


def _is_default(value: Any, default: Any) -> bool:
    return type(value) is type(default) and type(value) in {bool, int, float, str} and value == default


def _read(part: Any) -> Any:
    name, content, *more = part
    return (name, content.read() if hasattr(content, "read") else content, *more)


def _is_nothing(value: Any) -> bool:
    """Whether a value says no more than leaving it out: an empty text or container, and zero."""
    if type(value) in {list, tuple, set}:
        return all(type(each) in {str, int, dict} and not each for each in value)
    return type(value) in {str, int, dict} and not value


def _drain(result: Any) -> None:
    """Read on until something was sent, where calling alone sends nothing."""
    if isinstance(result, Iterator):
        next(result, None)
    elif hasattr(result, "__enter__") and hasattr(result, "__iter__"):
        with result as stream:
            next(iter(stream), None)
