"""Spans and metrics by OpenTelemetry, where its API is installed: one span for each call.

Names and attributes follow the semantic conventions of HTTP clients. No path, query, header, body or message
is in them, since those hold ids and secrets.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from clientkit import retry
from clientkit.errors import ClientError
from clientkit.lazy import load_module
from clientkit.product import VERSION

if TYPE_CHECKING:
    from clientkit.call import Call

_NAME = "clientkit"


@cache
def _api() -> Any:
    """Return the API of OpenTelemetry; None when it is not installed."""
    try:
        return load_module("opentelemetry.trace"), load_module("opentelemetry.metrics")
    except ImportError:
        return None


@cache
def _tracer() -> Any:
    # Made before the program has its provider, it is a proxy that finds the provider later.
    return _api()[0].get_tracer(_NAME, VERSION)


@cache
def _meters() -> tuple[Any, Any]:
    meter = _api()[1].get_meter(_NAME, VERSION)
    meter.create_observable_gauge(
        "clientkit.retry.budget",
        [lambda options: _budgets()],
        unit="{token}",
        description="What is left of the retry budget of a host.",
    )
    attempts = meter.create_counter(
        "clientkit.attempts", unit="{request}", description="Requests that were sent, retries included."
    )
    duration = meter.create_histogram(
        "http.client.request.duration", unit="s", description="How long an attempt took."
    )
    return attempts, duration


def _budgets() -> list[Any]:
    observation = _api()[1].Observation
    return [observation(budget.tokens, _server(origin)) for origin, budget in retry.budgets().items()]


@contextmanager
def traced(call: Call, enabled: bool) -> Iterator[None]:
    """Have a span for a call while the block runs, unless there is no OpenTelemetry or it is switched off."""
    api = _api() if enabled else None
    if api is None:
        yield
        return
    trace = api[0]
    operation = call.operation
    attributes = {
        "http.request.method": operation.method,
        "url.template": operation.path,
        **_server(call.settings.origin),
    }
    with _tracer().start_as_current_span(
        operation.id,
        kind=trace.SpanKind.CLIENT,
        attributes=attributes,
        record_exception=False,
        set_status_on_exception=False,
    ) as span:
        call.span = span
        try:
            yield
        except BaseException as error:
            span.set_status(trace.StatusCode.ERROR)
            _describe(span, call, error)
            raise
        _describe(span, call, None)


def attempt(call: Call, status: int | None, kind: str | None, seconds: float) -> None:
    """Note an attempt of a call that has a span.

    Args:
        call: The call.
        status: The HTTP status; None when no answer came.
        kind: What went wrong, in a word; None when nothing did.
        seconds: How long it took.
    """
    facts: dict[str, Any] = {"http.request.method": call.operation.method, **_server(call.settings.origin)}
    if status is not None:
        facts["http.response.status_code"] = status
    if kind is not None:
        facts["error.type"] = kind
    call.span.add_event("attempt", {"clientkit.attempt": call.attempt, **facts})
    call.status = status
    attempts, duration = _meters()
    attempts.add(1, {"clientkit.operation": call.operation.id, **facts})
    duration.record(seconds, facts)


def _describe(span: Any, call: Call, error: BaseException | None) -> None:
    if call.status is not None:
        span.set_attribute("http.response.status_code", call.status)
    if call.attempt > 1:
        span.set_attribute("http.request.resend_count", call.attempt - 1)
    if error is not None:
        known = isinstance(error, ClientError) and error.status is not None
        span.set_attribute("error.type", str(error.status) if known else type(error).__name__)  # type: ignore[attr-defined]
        span.set_attribute("clientkit.unclear", bool(getattr(error, "unclear", False)))


def _server(origin: str) -> dict[str, Any]:
    parts = urlsplit(origin)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return {"server.address": parts.hostname or "", "server.port": port}
