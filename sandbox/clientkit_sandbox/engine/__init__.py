"""The engine of the stand-ins: everything that is not one service's own.

A service module makes a `Service`, registers a handler per operationId and the hooks it needs; the engine
routes by the service's OpenAPI document, checks every request and every answer against it, scripts faults,
keeps the clock and delivers webhooks.
"""

from clientkit_sandbox.engine.clock import Clock, timestamp
from clientkit_sandbox.engine.deliveries import Attempt, Deliveries, Delivery, is_loopback
from clientkit_sandbox.engine.limits import RateLimits, Window
from clientkit_sandbox.engine.schemas import Violation
from clientkit_sandbox.engine.service import Answer, Call, Environment, Problem, Service, Stream

__all__ = [
    "Answer",
    "Attempt",
    "Call",
    "Clock",
    "Deliveries",
    "Delivery",
    "Environment",
    "Problem",
    "RateLimits",
    "Service",
    "Stream",
    "Violation",
    "Window",
    "is_loopback",
    "timestamp",
]
