"""One call: its request, encoded once, and what to do after each attempt. Nothing here does I/O.

The flow that sends, waits and sends again is in `_async/call.py`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import urljoin, urlsplit

from clientkit import codec, errors, retry
from clientkit.auth import Token
from clientkit.lazy import load_module
from clientkit.masking import mask, mask_value
from clientkit.operation import UNSET, Answer, Prepared, check, query
from clientkit.product import Hint, Product
from clientkit.retry import Outcome
from clientkit.secrets import Secret, secrets_in
from clientkit.settings import Settings, joined, origin_of
from clientkit.transport import Failure, HttpRequest, Limits, Misconfigured, Undecodable
from clientkit.views import REQUEST_ID, CallInfo

if TYPE_CHECKING:
    from clientkit.streaming import Tail

_MAX_REDIRECTS: Final = 5
# httpx refuses an address of more than 64 KiB, and servers take far less.
_LONGEST_TARGET: Final = 60_000
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# How a server answers a call that came with a later version than its own; 404 may have other reasons.
_UNKNOWN_CALL: Final = frozenset({404, 405, 501})
# A service says so when what stands behind it did not answer in time, which may go on all the same.
_GIVEN_UP: Final = frozenset({408, 504})
_EVENTS: Final = "text/event-stream"
# What is asked for, where it is not JSON; by the operation's `stream`.
_ACCEPT: Final = {"sse": _EVENTS, "bytes": "*/*"}
# The shape of an answer is the service's; whatever a reader stumbles over in it is one error.
UNREADABLE: Final = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Wait(NamedTuple):
    """What follows an attempt that did not end its call.

    Attributes:
        seconds: How long to wait before the next attempt.
        renew: Whether the token was refused and must be replaced first.
    """

    seconds: float = 0.0
    renew: bool = False


def encode(prepared: Prepared[Any]) -> bytes:
    """Return the JSON body of a call; sending does the same, so that what is refused here never goes out.

    Raises:
        TypeError: A value is not of the type that the spec gives it.
        ValueError: It cannot be written as JSON, or a field is missing.
    """
    try:
        check(prepared.request.json, prepared.operation.body)
    except RecursionError:
        raise ValueError("it is nested too deeply, or holds itself") from None
    return codec.dumps(prepared.request.json)


class Call:
    """The state of one call, from its first attempt to its result.

    Attributes:
        operation: What is called.
        attempt: How many requests were sent.
        route: Path template with method, for logs and messages.
    """

    def __init__(
        self, product: Product, settings: Settings, prepared: Prepared[Any], now: float, wall: float = 0.0
    ) -> None:
        """Encode the request; every attempt sends these bytes.

        Args:
            product: Whose call it is.
            settings: The client's options.
            prepared: The operation and its request.
            now: Monotonic seconds.
            wall: Unix seconds.

        Raises:
            ClientError: The product's error for arguments, when the request cannot be sent.
        """
        self.product = product
        self.settings = settings
        self.operation = prepared.operation
        self.key = prepared.idempotency_key
        self.attempt = 0
        # When it began, and when its last attempt was over, in Unix seconds.
        self.began = wall
        self.ended: float | None = None
        # Whether an attempt was given up before the service had answered: it may be at it still.
        self.late = False
        self._prepared = prepared
        earlier = prepared.earlier
        # Of a call that is traced: its span, and the status of the last answer.
        self.span: Any = None
        self.status: int | None = None
        self._repeatable = prepared.operation.idempotent or self.key is not None
        self._end = None if settings.deadline is None else now + settings.deadline
        self._started = now
        self._not_yets = 0
        self._last_not_yet: tuple[Answer, Any, float | None] | None = None
        self._retries = 0
        self._redirects = 0
        self._renewed = False
        self._unclear = earlier is not None
        self._paid = 0
        self._gone = False
        self._tokens: list[Token] = []
        if earlier is not None:
            self.began, self.late = earlier.started, not earlier.in_time
        self._budget = retry.budget_for(settings.origin)
        request = prepared.request
        self._target = settings.base_path + request.path + (f"?{request.query}" if request.query else "")
        self._headers = joined(settings.headers, request.headers)
        accepted = _ACCEPT.get(prepared.operation.stream or "")
        if accepted is not None:
            self._headers = joined(self._headers, {"Accept": accepted})
        self._json = request.json
        self._content = request.content
        self._form = request.form if request.files is not None else None
        self._files = request.files
        refused: Exception | None = None
        try:
            if request.json is not UNSET:
                self._content = encode(prepared)
                self._send_as("application/json")
            elif request.form is not None and request.files is None:
                self._content = query(request.form).encode()
                self._send_as("application/x-www-form-urlencoded")
        except (TypeError, ValueError) as error:
            refused = error
        if len(self._target) > _LONGEST_TARGET:
            size = len(self._target)
            refused = ValueError(f"the URL would have {size} characters; no service takes so many")
        if refused is not None:
            # Out here, so that no traceback holds the body.
            raise product.errors.refused(refused, f"{self.route}: {errors.REFUSED}", self.operation.id)
        # A body that is read while it is sent cannot be sent again.
        self._replayable = (self._content is None or isinstance(self._content, bytes)) and all(
            _is_replayable(part) for _, part in self._files or ()
        )

    def begin(self, token: Token | None, now: float) -> tuple[HttpRequest, Limits]:
        """Start an attempt.

        Args:
            token: Credentials to send.
            now: Monotonic seconds.

        Returns:
            The request, and how long it may take.

        Raises:
            ClientError: What ends the call when no time is left: the service's last "not yet", or the
                product's timeout; nothing was sent.
        """
        total = self.settings.timeout
        if self._end is not None:
            if self._is_over(now):
                raise self.too_late()
            left = self._end - now
            total = left if total is None else min(total, left)
        self.attempt += 1
        headers = self._headers
        if token is not None:
            headers = joined(headers, token.headers)
            if token not in self._tokens:
                self._tokens.append(token)
        request = HttpRequest(
            self.operation.method,
            self.settings.origin,
            self._target,
            headers,
            self._content,
            self._form,
            self._files,
        )
        return request, Limits(total, self.settings.stream_timeout, self.settings.max_body_bytes)

    def judge(self, result: Answer | Failure, now: float, wall: float) -> Answer | Wait | errors.ClientError:
        """Decide what an attempt means for the call.

        Args:
            result: The answer or why there is none.
            now: Monotonic seconds.
            wall: Unix seconds.

        Returns:
            The answer when the call succeeded, a `Wait` when there is another attempt, else the error
            to raise.
        """
        self.ended = wall
        self.late = self.late or _is_late(result)
        if isinstance(result, Failure):
            outcome = Outcome(sent=result.sent, timed_out=result.timed_out)
            self._unclear = self._unclear or outcome.unclear
            wait = None if result.permanent or isinstance(result, Undecodable) else self._wait(outcome, now)
            if wait is None and result.timed_out and self._last_not_yet is not None and self._is_over(now):
                # The deadline ended the last look, and what the service said before is why there is nothing.
                return self.refuse(*self._last_not_yet)
            return wait or self._failed(result)
        if self.operation.accepts(result.status):
            return self._succeeded(result)
        if result.status in _REDIRECTS:
            return self._redirect(result) or self.refuse(result)
        if result.status == 401 and not self._renewed and self._replayable:
            self._renewed = True
            return Wait(renew=True)
        if result.status == 404 and self.operation.method == "DELETE" and self._unclear:
            # An earlier attempt may have done it, and now the thing is gone: that is what was asked for.
            self._gone = True
            return self._succeeded(Answer(204, result.headers, b""))
        body = _decoded(result)
        hint = self.product.hint(body) if self.product.hint is not None else Hint()
        after = retry.parse_retry_after(result.headers.get("retry-after"), wall)
        if after is None:
            after = hint.after
        if result.status in retry.NOT_YET:
            self._last_not_yet = (result, body, after)
            return self._not_yet(now, after) or self.refuse(result, body, after)
        outcome = Outcome(result.status, retry_after=after, retryable=hint.retryable)
        self._unclear = self._unclear or outcome.unclear
        return self._wait(outcome, now) or self.refuse(result, body, after)

    def read(self, answer: Answer, parse: Callable[[Answer], Any]) -> Any:
        """Return what a successful answer means.

        Args:
            answer: The answer.
            parse: Makes the result of it.

        Returns:
            What `parse` makes of it; None for a record that an earlier attempt has deleted, since the
            service has nothing more to say of it.

        Raises:
            ClientError: The product's decode error, when the answer is not what it should be.
        """
        if self._gone:
            return None
        try:
            return parse(answer)
        except UNREADABLE as error:
            # Masked here already: the locals of a traceback show it.
            reason = "it is empty" if not answer.body else self.masked(f"{type(error).__name__}: {error}")
        raise self.decode_error(answer, reason)

    def info(self, status: int, headers: Mapping[str, str], now: float) -> CallInfo:
        """Return what is known of the call, now that it was answered."""
        return CallInfo(self.operation.id, status, headers, self.attempt, now - self._started)

    def is_stream(self, status: int, headers: Mapping[str, str]) -> bool:
        """Whether an answer that begins like this is the stream that is due."""
        if self.operation.stream != "sse":
            return 200 <= status < 300
        # A service may leave out what it sends; it must not send something else.
        media_type = headers.get("content-type", _EVENTS).partition(";")[0].strip().lower()
        return 200 <= status < 300 and status != 204 and media_type == _EVENTS

    def opened(self) -> None:
        """Take note that the answer began, with success, and is read as it comes."""
        self._budget.give(self._paid or retry.RetryBudget.REWARD)

    def refuse(
        self, answer: Answer, body: Any = None, after: float | None = None
    ) -> Answer | errors.ClientError:
        """Return what ends the call with an error answer: its error, or itself when that was asked for."""
        if self.settings.any_status:
            return answer
        return self._refused(answer, _decoded(answer) if body is None else body, after)

    def without_token(self, error: errors.ClientError) -> errors.ClientError:
        """Return the error for a call that gets no token: why there is none, and what became of the call."""
        # A copy: all calls that waited for the token get the same error.
        own = copy.copy(error)
        own.attempts, own.idempotency_key = self.attempt, self.key
        own.unclear, own.call = self._unclear and self._acts, self.remembered()
        return own.with_traceback(error.__traceback__)

    def decode_error(self, answer: Answer, reason: str) -> errors.ClientError:
        """Return the error for a successful answer that cannot be read."""
        text = self._text(answer)
        request_id = answer.headers.get(REQUEST_ID)
        return self.product.errors.decode(
            f"{self.route} answered {answer.status} with a body that cannot be read: {self.masked(reason)}"
            + (f"; it begins: {errors.excerpt(text)}" if text.strip() else ""),
            status=answer.status,
            body=text,
            request_id=request_id and self.masked(request_id),
            # The service says that it did what was asked for.
            **{**self._facts(), "unclear": self._acts},
        )

    def no_stream(self, answer: Answer) -> errors.ClientError:
        """Return the error for a successful answer that is not the stream that is due."""
        found = answer.headers.get("content-type") or "nothing"
        return self.decode_error(answer, f"it is {found}, no {_EVENTS}")

    def stream_error(self, failure: Failure, tail: Tail[Any] | None = None) -> errors.ClientError:
        """Return the error for a stream that broke or fell silent."""
        classes = self.product.errors
        # It had begun: the service is at it, or done.
        facts = {**self._facts(), "unclear": self._acts}
        after = ""
        if tail is not None:
            facts |= {"received": tail.last[-self.settings.max_received :], "received_count": tail.count}
            after = f" after {tail.count} event{'' if tail.count == 1 else 's'}"
        if failure.timed_out:
            seconds = self.settings.stream_timeout
            return classes.stream_timeout(
                f"{self.route}: the stream was silent for {seconds} s{after}", **facts
            )
        reason = self.masked(failure.reason)
        return classes.stream(f"{self.route}: the stream broke{after}: {reason}", **facts)

    @property
    def route(self) -> str:
        """Method, path template and operation id, for messages."""
        return f"{self.operation.method} {self.operation.path} ({self.operation.id})"

    def masked(self, text: str) -> str:
        """Return a text of the service with this call's secrets replaced by `***`."""
        return mask(text, self._secrets())

    @property
    def _acts(self) -> bool:
        # A read cannot have changed anything, however it ended.
        return self.operation.method not in {"GET", "HEAD"}

    @property
    def _tried(self) -> str:
        return "" if self.attempt <= 1 else f" after {self.attempt} attempts"

    def _send_as(self, media_type: str) -> None:
        if not any(name.lower() == "content-type" for name in self._headers):
            self._headers["Content-Type"] = media_type

    def _wait(self, outcome: Outcome, now: float) -> Wait | None:
        policy = self.settings.retry
        if self._retries >= policy.max_retries or not self._replayable:
            return None
        if not retry.is_retryable(outcome, repeatable=self._repeatable):
            return None
        seconds = retry.delay(policy, outcome, self._retries)
        if seconds is None or (self._end is not None and now + seconds >= self._end):
            return None
        cost = self._budget.take(outcome)
        if cost is None:
            return None
        self._paid = cost
        self._retries += 1
        return Wait(seconds)

    def _not_yet(self, now: float, after: float | None) -> Wait | None:
        self._not_yets += 1
        end = self._end
        if end is None and self.settings.timeout is not None:
            # Without a deadline the call waits as long as one attempt may take.
            end = self._started + self.settings.timeout
        left = None if end is None else end - now
        may_ask = self._repeatable and self._replayable
        seconds = retry.not_yet_delay(self._not_yets, left, after) if may_ask else None
        return None if seconds is None else Wait(seconds)

    def _succeeded(self, answer: Answer) -> Answer:
        self.opened()
        if not answer.body and self.product.empty_is_object:
            return Answer(answer.status, answer.headers, b"{}")
        answer.exact = self.product.exact_numbers
        return answer

    def _redirect(self, answer: Answer) -> Wait | None:
        """Follow a redirect within the origin; 307 and 308 keep method and body, the others are for GET."""
        target = self._redirected(answer)
        if target is None or self._redirects >= _MAX_REDIRECTS or not self._replayable:
            return None
        if answer.status not in {307, 308} and self.operation.method not in {"GET", "HEAD"}:
            return None
        self._redirects += 1
        self._target = target
        return Wait()

    def _redirected(self, answer: Answer) -> str | None:
        """Return the path and query that a redirect leads to; None when it leaves the origin."""
        location = answer.headers.get("location")
        if not location:
            return None
        try:
            address = urlsplit(urljoin(self.settings.origin + self._target, location))
            if origin_of(address.geturl()) != self.settings.origin:
                return None
        except ValueError:
            return None
        return (address.path or "/") + (f"?{address.query}" if address.query else "")

    def _is_over(self, now: float) -> bool:
        return self._end is not None and now >= self._end

    def left(self, now: float) -> float | None:
        """Return the seconds until the call's deadline, 0 when it is over; None without one."""
        return None if self._end is None else max(0.0, self._end - now)

    def too_late(self) -> errors.ClientError:
        """Return the error for a call whose deadline is over: the last "not yet", or a timeout."""
        if self._last_not_yet is not None:
            return self._refused(*self._last_not_yet)
        seconds = f"of {self.settings.deadline} s is" if self.settings.deadline else "was"
        return self.product.errors.timeout(
            f"{self.route}: the deadline {seconds} over{self._tried}", **self._facts()
        )

    def _failed(self, failure: Failure) -> errors.ClientError:
        classes, tried = self.product.errors, self._tried
        reason = self.masked(failure.reason)
        if isinstance(failure, Misconfigured):
            return classes.configuration(f"{self.route}: {reason}", **self._facts())
        if isinstance(failure, Undecodable):
            return classes.decode(f"{self.route}: the answer cannot be read: {reason}", **self._facts())
        if failure.timed_out:
            return classes.timeout(f"{self.route}: no whole answer in time{tried}: {reason}", **self._facts())
        what = "the connection broke" if failure.sent else "no connection"
        return classes.connection(f"{self.route}: {what}{tried}: {reason}", **self._facts())

    def _refused(self, answer: Answer, body: Any, after: float | None) -> errors.ClientError:
        secrets = self._secrets()
        text = self._text(answer)
        body = mask_value(body, secrets)
        headers = {name: mask(value, secrets) for name, value in answer.headers.items()}
        problem = self.product.errors.read_problem(body)
        if answer.status in _REDIRECTS:
            message = self._not_followed(answer, headers.get("location", "nowhere"))
        elif problem.message:
            message = problem.message
        else:
            message = f"{self.route} answered {answer.status}: {errors.excerpt(text) or 'an empty body'}"
        if self._not_yets > 1:
            message += f" (asked {self._not_yets} times; a longer deadline waits longer)"
        return self.product.errors.for_status(answer.status)(
            message,
            status=answer.status,
            code=problem.code,
            request_id=problem.request_id or headers.get(REQUEST_ID),
            retry_after=after,
            body=text if body is None else body,
            headers=headers,
            since=self.operation.since if answer.status in _UNKNOWN_CALL else None,
            **problem.facts,
            **self._facts(),
        )

    def _not_followed(self, answer: Answer, location: str) -> str:
        if self._redirected(answer) is None:
            why = f"credentials stay on {self.settings.origin}"
        elif self._redirects >= _MAX_REDIRECTS:
            why = f"{_MAX_REDIRECTS} were followed before"
        elif not self._replayable:
            why = "the body cannot be sent twice"
        else:
            why = f"{answer.status} would make a GET of this {self.operation.method}"
        return f"{self.route} was redirected to {location}, which is not followed: {why}; check base_url"

    def _text(self, answer: Answer) -> str:
        # Masked before it is cut: half a secret would not be found.
        return errors.kept(self.masked(answer.text[: 2 * errors.BODY_KEPT]))

    def _facts(self) -> dict[str, Any]:
        return {
            "operation_id": self.operation.id,
            "attempts": self.attempt,
            "unclear": self._unclear and self._acts,
            "idempotency_key": self.key,
            "call": self.remembered(),
        }

    def remembered(self) -> Any:
        """Return what an error is to remember of the call."""
        # For errors alone.
        return load_module("clientkit.resolving").FailedCall(self, self._prepared, self._content)

    def _secrets(self) -> list[str]:
        known: list[str] = [value for value in self._headers.values() if isinstance(value, Secret)]
        tokens = [token.secret for token in self._tokens]
        return [*known, *tokens, *secrets_in(self._json), *_secrets_of_proxy(self.settings.origin)]


def _secrets_of_proxy(origin: str) -> list[str]:
    from clientkit._io.environment import proxy_for

    try:
        proxy = proxy_for(origin)
    except Failure:
        return []
    if proxy is None or proxy.user is None or proxy.password is None:
        return []
    password = proxy.password.reveal()
    return [password, f"{proxy.user.reveal()}:{password}"]


def _is_replayable(part: Any) -> bool:
    """Whether a part of a multipart body can be sent again: it is in memory, or can be wound back."""
    content = part[1] if isinstance(part, tuple) else part
    return isinstance(content, (bytes, str)) or (hasattr(content, "seekable") and content.seekable())


def _is_late(result: Answer | Failure) -> bool:
    return result.timed_out if isinstance(result, Failure) else result.status in _GIVEN_UP


def _decoded(answer: Answer) -> Any:
    try:
        return answer.json()
    except ValueError:
        return None
