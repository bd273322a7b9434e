"""From the JSON of answers to the dicts that methods return."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from clientkit.operation import Answer
from clientkit.reading import rows

if TYPE_CHECKING:
    from asg_gateway.types import CustomerCreated, Invoice, Job, PendingResult, Result, Webhook

# The names of a settlement's fields where it is not nested.
_FLAT = {"bsv_txid": "bsv_txid", "total_cost_sats": "cost_sats", "settled_at": "settled_at"}


class Shown(dict[str, Any]):
    """A dict whose `repr` hides the key that a registration gives."""

    def __repr__(self) -> str:
        return repr({**self, "api_key": "***"})


def an_object(data: Any, *required: str) -> dict[str, Any]:
    """Return a JSON object.

    Raises:
        TypeError: When it is none.
        KeyError: When a field is missing that nothing can be done without.
    """
    if not isinstance(data, dict):
        raise TypeError(f"a JSON object is due, not {type(data).__name__}")
    for name in required:
        if data.get(name) is None:
            raise KeyError(name)
    return data


def reader(*required: str) -> Callable[[Any], Any]:
    """Return a reader of objects that have these fields.

    Args:
        required: The fields that nothing can be done without.
    """
    return lambda data: an_object(data, *required)


def customer(data: Any) -> CustomerCreated:
    """Read a registration."""
    return cast("CustomerCreated", Shown(an_object(data, "api_key")))


def result(data: Any) -> Result:
    """Read a result, settled flat or nested, into one that has it both ways. What else it has stays."""
    found = dict(an_object(data))
    settlement = dict(found.get("settlement") or {})
    for name, flat in (
        ("bsv_txid", "bsv_txid"),
        ("total_cost_sats", "cost_sats"),
        ("settled_at", "settled_at"),
    ):
        if settlement.get(name) is None:
            settlement[name] = found.get(flat)
    found["settlement"] = settlement
    for name in ("bsv_txid", "settled_at"):
        if found.get(name) is None:
            found[name] = settlement[name]
    return cast("Result", found)


def result_or_pending(answer: Answer) -> Result | PendingResult:
    """Read the answer of the result route: 202 says that there is none yet."""
    if answer.status == 202:
        return cast("PendingResult", an_object(answer.json()))
    return result(answer.json())


def webhooks(data: Any) -> list[Webhook]:
    """Read a list of webhooks, bare or in an envelope."""
    return [cast("Webhook", an_object(item)) for item in rows(data, "webhooks", "data")]


def job(data: Any) -> Job:
    """Read a job; its id is `job_id`, whatever the service calls it."""
    found = dict(an_object(data))
    if found.get("job_id") is None and found.get("id") is not None:
        found["job_id"] = found["id"]
    return cast("Job", an_object(found, "job_id"))


def invoices(data: Any) -> list[Invoice]:
    """Read the list of invoices."""
    return [cast("Invoice", an_object(item)) for item in rows(an_object(data), "invoices")]
