"""The engine of the sandboxes: everything that is not one service's own.

A service module makes a `Service`, registers a handler per operationId and the hooks it needs; the engine
routes by the service's OpenAPI document, checks every request and every answer against it, scripts faults,
keeps the clock and delivers webhooks::

    service: Service[State] = Service("notes", state=State, credentials={"api_key": KEY}, keys={"write": KEY})

    @service.authorize
    def authorize(call: Call[State]) -> None:
        if call.headers.get("authorization") != f"Bearer {KEY}":
            raise Problem(401, "unauthorized", "Send Authorization: Bearer <api key>")

    @service.operation("get_note")
    def get_note(call: Call[State]) -> Any:
        return call.state.notes[call.path["note_id"]]
"""

from clientkit_sandbox.engine.clock import Clock, timestamp
from clientkit_sandbox.engine.deliveries import Attempt, Deliveries, Delivery, is_loopback
from clientkit_sandbox.engine.forms import FormFile
from clientkit_sandbox.engine.limits import RateLimits, Window
from clientkit_sandbox.engine.schemas import Violation, dumps
from clientkit_sandbox.engine.service import Answer, BrokenError, Call, Environment, Problem, Service, Stream

__all__ = [
    "Answer",
    "Attempt",
    "BrokenError",
    "Call",
    "Clock",
    "Deliveries",
    "Delivery",
    "Environment",
    "FormFile",
    "Problem",
    "RateLimits",
    "Service",
    "Stream",
    "Violation",
    "Window",
    "dumps",
    "is_loopback",
    "timestamp",
]
