"""What became of a call that failed, and repeating it: what errors remember, and what `resolve` finds out.

`client.resolve(error)` only reads. It gives a `Resolution`: `done` with the result, `not_done`, or
`cannot_tell`. `error.retry()` repeats a call with its key and the bytes that were sent. What each operation
is found by is in the rules of its product, which `docs/resolving.md` lists. Nothing here does I/O.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar
from urllib.parse import unquote

from clientkit import codec
from clientkit.errors import BODY_KEPT, ClientError
from clientkit.operation import UNSET
from clientkit.secrets import secrets_in

if TYPE_CHECKING:
    from clientkit.operation import Operation, Prepared

T = TypeVar("T")

Outcome = Literal["done", "not_done", "cannot_tell"]

READS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
# Seconds after which a call without an answer is taken to be over: no service says how long it may take.
STILL_AT_IT: Final = 600.0
# Seconds by which the clocks of a client and a service may differ before a moment means anything.
SKEW: Final = 300.0


class Resolution:
    """What became of a call.

    Attributes:
        outcome: `done`, `not_done` or `cannot_tell`.
        result: What the method would have returned, or the closest that the service has of it; None unless
            it is done, and for what has nothing to return.
        reason: Why, in one sentence.
        candidates: What the call may have made, when that is more than one thing.
    """

    __slots__ = ("candidates", "outcome", "reason", "result")

    def __init__(
        self, outcome: Outcome, reason: str, result: Any = None, candidates: Collection[Any] = ()
    ) -> None:
        self.outcome: Outcome = outcome
        self.reason = reason
        self.result = result
        self.candidates = tuple(candidates)

    @property
    def done(self) -> bool:
        """Whether the call took effect."""
        return self.outcome == "done"

    @property
    def not_done(self) -> bool:
        """Whether the service shows no effect of the call."""
        return self.outcome == "not_done"

    @property
    def cannot_tell(self) -> bool:
        """Whether nothing can be said: look yourself before you repeat the call."""
        return self.outcome == "cannot_tell"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Resolution):
            return NotImplemented
        return (self.outcome, self.reason, self.result) == (other.outcome, other.reason, other.result)

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        return f"{self.outcome}: {self.reason}"

    def __repr__(self) -> str:
        return f"Resolution({self.outcome!r}, {self.reason!r})"


def done(result: Any, reason: str) -> Resolution:
    """Return that a call took effect."""
    return Resolution("done", reason, result)


def not_done(reason: str) -> Resolution:
    """Return that a call had no effect."""
    return Resolution("not_done", reason)


def cannot_tell(reason: str, candidates: Collection[Any] = ()) -> Resolution:
    """Return that nothing can be said of a call."""
    return Resolution("cannot_tell", reason, None, candidates)


class FailedCall:
    """The call that an error ended: enough of it to find out what became of it, and to repeat it.

    Its body is kept when it is small, as it was sent. `repr` shows neither path nor body; pickling drops a
    body that holds a secret, and the way to repeat the call.

    Attributes:
        operation_id: The operation; `request` for a request to any path.
        method: HTTP method in capitals.
        template: Path template.
        path: Path below the base URL, encoded.
        query: Encoded query string.
        idempotency_key: The key that it carried.
        started: When it began, in Unix seconds of this machine.
        skew: Seconds by which the clock of the service may differ from that of these times.
        ended: When its last attempt was over, likewise; None when that is not known.
        in_time: Whether the service answered, or the connection broke, before the time was over.
        refused: The product's class for what is refused here.
        had_body: Whether it had a body.
        repeatable: Whether it has the same effect when it is repeated: by itself, or for its key.
        content: Its body as it was sent; None when there was none, or it was too large to be kept.
        prepared: The call itself, which `send` repeats; None when its body is not kept.
        send: Repeats a call, which is awaited when the client is async; None without its client.
        reservation: The place that a spending guard keeps for it; None without one.
    """

    __slots__ = (
        "_secret",
        "content",
        "ended",
        "had_body",
        "idempotency_key",
        "in_time",
        "method",
        "operation_id",
        "path",
        "prepared",
        "query",
        "refused",
        "repeatable",
        "reservation",
        "send",
        "skew",
        "started",
        "template",
    )

    def __init__(self, call: Any, prepared: Prepared[Any], content: Any) -> None:
        operation, request = prepared.operation, prepared.request
        self.operation_id = operation.id
        self.method = operation.method
        self.template = operation.path
        self.path = request.path
        self.query = request.query
        self.idempotency_key = call.key
        self.refused = call.product.errors.configuration
        self.repeatable = operation.idempotent or call.key is not None
        self.started = call.began
        self.skew = SKEW
        self.ended = call.ended
        self.in_time = not call.late
        self.reservation: str | None = None
        kept = request.files is None and _is_small(content)
        self.had_body = content is not None or request.files is not None
        self.content: bytes | None = content if kept else None
        self.prepared: Prepared[Any] | None = prepared if kept else None
        self._secret = request.json is not UNSET and any(secrets_in(request.json))
        self.send: Callable[[Prepared[Any]], Any] | None = None

    @property
    def reads(self) -> bool:
        """Whether it only reads."""
        return self.method in READS

    @property
    def json(self) -> Any:
        """The JSON that was sent, with the digits of its numbers; None when it is not kept."""
        try:
            return codec.loads(self.content, exact=True) if self.content else None
        except ValueError:
            return None

    @property
    def key_sent(self) -> str | None:
        """The idempotency key, also of a request to any path, which has it in its body."""
        body = self.json if self.idempotency_key is None else None
        key = body.get("idempotency_key") if isinstance(body, Mapping) else None
        return key if isinstance(key, str) else self.idempotency_key

    @property
    def parameters(self) -> dict[str, str]:
        """The values in its path, by the names of the template."""
        return path_parameters(self.template, self.path) or {}

    def at(self, seconds: float, skew: float) -> FailedCall:
        """Return the call with its times on the clock of a service.

        Args:
            seconds: By which that clock is ahead of ours.
            skew: How exactly that is known, in seconds.
        """
        other = self._copy()
        other.skew = skew
        other.started += seconds
        other.ended = None if other.ended is None else other.ended + seconds
        return other

    def by(self, operation: Operation[..., Any]) -> FailedCall:
        """Return a request to any path as the call of the operation that the path belongs to."""
        other = self._copy()
        other.operation_id, other.template = operation.id, operation.path
        return other

    def _copy(self) -> FailedCall:
        return _restored({name: getattr(self, name) for name in self.__slots__})

    def again(self, error: ClientError) -> Any:
        """Repeat the call that an error ended; as `error.retry()`."""
        method = "call the method again"
        if self.idempotency_key is not None:
            method += f" with idempotency_key={self.idempotency_key!r}, which makes it safe"
        why, prepared, send = "", self.prepared, self.send
        if not self.repeatable and error.unclear:
            why = "it may have taken effect, and would do so twice; client.resolve(error) says what is known"
        elif send is None:
            why = f"the error is without its client, or of a stream; {method}"
        elif prepared is None:
            why = f"its body was too large to be kept; {method}"
        elif prepared.request.json is not UNSET and codec.dumps(prepared.request.json) != self.content:
            why = f"what it sends was changed since; {method}"
        else:
            prepared.earlier = self if error.unclear else None
            return send(prepared)
        raise error.refusal(f"{self.method} {self.template} ({self.operation_id}) was not repeated: {why}")

    def __repr__(self) -> str:
        return f"<FailedCall {self.operation_id}>"

    def __deepcopy__(self, memo: Any) -> FailedCall:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: getattr(self, name) for name in self.__slots__}
        state |= {"prepared": None, "send": None}
        if self._secret:
            state["content"] = None
        return _restored, (state,)


def _restored(state: dict[str, Any]) -> FailedCall:
    call = FailedCall.__new__(FailedCall)
    for name, value in state.items():
        setattr(call, name, value)
    return call


def _is_small(content: Any) -> bool:
    return content is None or (isinstance(content, bytes) and len(content) <= BODY_KEPT)


def path_parameters(template: str, path: str) -> dict[str, str] | None:
    """Return the values of a path by the names of a template; None when it is not a path of it."""
    pattern = "".join(
        f"(?P<p{place}>[^/]+)" if place % 2 else re.escape(part)
        for place, part in enumerate(re.split(r"\{(\w+)\}", template))
    )
    names = re.findall(r"\{(\w+)\}", template)
    found = re.fullmatch(pattern + "/?", path)
    return None if found is None else dict(zip(names, map(unquote, found.groups()), strict=True))


class Look(NamedTuple):
    """One read that says what became of a call.

    Attributes:
        ask: Makes the read for a call; a Resolution when it cannot be made.
        judge: Says of the call, the present and the decoded answer, or None when there is no such thing, what
            became of the call.
    """

    ask: Callable[[FailedCall], Prepared[Any] | Resolution]
    judge: Callable[[FailedCall, float, Any], Resolution]


class Rule(NamedTuple):
    """How the outcome of an operation is found out.

    Attributes:
        operation: The operation.
        by: What it is recognised by, or why nothing can be said; for the table in the documentation.
        find: A read and what it says, or what finds it out of a core that only reads and the call; None when
            the wire offers no way.
        outcomes: What it can give for a call whose answer was lost.
    """

    operation: Operation[..., Any]
    by: str
    find: Callable[[Any, FailedCall], Any] | Look | None = None
    outcomes: tuple[Outcome, ...] = ("done", "not_done", "cannot_tell")


# Of a client whose product has none.
RULES: Final[Mapping[str, Rule]] = {}


def rules(*every: Rule) -> dict[str, Rule]:
    """Return rules by the ids of their operations."""
    return {each.operation.id: each for each in every}


def reads_only(operation: Operation[..., Any]) -> Rule:
    """Return the rule of an operation that changes nothing, whatever its method."""
    return Rule(operation, "it changes nothing", _without_effect, ("not_done",))


def unknowable(operation: Operation[..., Any], why: str) -> Rule:
    """Return the rule of an operation that leaves nothing behind which the wire shows."""
    return Rule(operation, why, None, ("cannot_tell",))


def by_path(operation: Operation[..., Any], **changes: Any) -> Callable[[FailedCall], Prepared[Any]]:
    """Return what makes a read with the values of a call's path.

    Args:
        operation: The read.
        changes: Its further arguments.
    """

    def ask(call: FailedCall) -> Prepared[Any]:
        wanted = re.findall(r"\{(\w+)\}", operation.path)
        return operation(*(call.parameters[name] for name in wanted), **changes)

    return ask


def gone(operation: Operation[..., Any], read: Operation[..., Any]) -> Rule:
    """Return the rule of an operation that deletes what another one reads by the same path."""

    def judge(call: FailedCall, now: float, found: Any) -> Resolution:
        if found is None:
            return done(None, "it is not there any more")
        return absent(call, now, "it is still there")

    return Rule(operation, "whether it is still there", Look(by_path(read), judge), ("done", "not_done"))


def gone_from(
    operation: Operation[..., Any],
    read: Callable[[FailedCall], Prepared[Any]],
    rows: Callable[[Any], Iterable[Mapping[str, Any]]],
    name: str = "id",
) -> Rule:
    """Return the rule of an operation that deletes what a list has no longer.

    Args:
        operation: The operation; the last value of its path is the id.
        read: Makes the read of the list.
        rows: Gives the rows of its answer.
        name: The member that has the id.
    """

    def judge(call: FailedCall, now: float, found: Any) -> Resolution:
        wanted = list(call.parameters.values())[-1]
        if found is not None and any(str(each.get(name)) == wanted for each in rows(found)):
            return absent(call, now, "it is still listed")
        return done(None, "it is not listed any more")

    return Rule(operation, "whether it is still listed", Look(read, judge), ("done", "not_done"))


def as_it_is(
    operation: Operation[..., Any],
    read: Callable[[FailedCall], Prepared[Any]],
    by: str,
    is_done: Callable[[FailedCall, Any], bool | None],
    result: Callable[[Any], Any],
) -> Rule:
    """Return the rule of an operation that leaves a record in a state that can be read.

    Args:
        operation: The operation.
        read: Makes the read of the thing.
        by: What is looked at, for the documentation.
        is_done: Whether a decoded answer has what the call was to bring about; None when it does not say.
        result: Makes the result of that answer.
    """

    def judge(call: FailedCall, now: float, found: Any) -> Resolution:
        if found is None:
            return cannot_tell("what the call was about is not there, or not any more")
        verdict = is_done(call, found)
        if verdict is None:
            return cannot_tell("the service does not show what the call was to change")
        if verdict:
            return done(result(found), "it is as the call was to leave it")
        return absent(call, now, "it is not as the call was to leave it")

    return Rule(operation, by, Look(read, judge))


def made(
    operation: Operation[..., Any],
    read: Callable[[FailedCall], Prepared[Any] | Resolution],
    rows: Callable[[Any], Iterable[Mapping[str, Any]]],
    fits: Callable[[FailedCall, Mapping[str, Any]], bool],
    what: str,
    result: Callable[[Any], Any],
    *,
    by: str,
    at: str = "createdAt",
) -> Rule:
    """Return the rule of an operation that creates a record that a list shows with its creation time.

    Args:
        operation: The operation.
        read: Makes the read of the list.
        rows: Gives the rows of its answer.
        fits: Whether a row has the content of the call.
        what: What the rows are, in messages.
        result: Makes the result of a row.
        by: What a row is recognised by, for the documentation.
        at: The member that has the time.
    """

    def judge(call: FailedCall, now: float, found: Any) -> Resolution:
        if found is None:
            return cannot_tell("what the call was about is not there, or not any more")
        fitting = [each for each in rows(found) if fits(call, each)]
        resolution = pick(call, now, fitting, lambda each: seconds(each.get(at)), what)
        if resolution.done:
            resolution.result = result(resolution.result)
        return resolution

    return Rule(operation, by, Look(read, judge))


def same(*names: str, **renamed: str) -> Callable[[FailedCall, Mapping[str, Any]], bool]:
    """Return whether a stored object has what was sent under these names; what was not sent does not count.

    Args:
        names: Members of what was sent, and of what is stored.
        renamed: Members of what was sent that are stored under another name.
    """
    pairs = {**dict.fromkeys(names), **renamed}

    def fits(call: FailedCall, stored: Mapping[str, Any]) -> bool:
        sent = call.json
        # An empty body says nothing that could differ.
        sent = sent if isinstance(sent, Mapping) else {}
        return all(
            plain(stored.get(other or name)) == plain(sent[name])
            for name, other in pairs.items()
            if name in sent
        )

    return fits


def _without_effect(core: Any, call: FailedCall) -> Resolution:
    return not_done("it only reads, so there is nothing that it could have done")


def rule_of(found: Mapping[str, Rule], call: FailedCall) -> tuple[Rule | None, FailedCall]:
    """Return the rule of a call, which may be a request to any path."""
    if call.operation_id in found:
        return found[call.operation_id], call
    for rule in found.values():
        operation = rule.operation
        if operation.method == call.method and path_parameters(operation.path, call.path) is not None:
            return rule, call.by(rule.operation)
    return None, call


def at_once(error: ClientError) -> Resolution | None:
    """Return what an error says by itself; None when the service is to be asked."""
    call = error.call
    if call is not None and call.reads:
        return not_done("it only reads, so there is nothing that it could have done")
    if error.unclear:
        return cannot_tell("the error remembers no call") if call is None else None
    return not_done(
        "it failed before it could take effect"
        if error.status is None
        else f"the service refused it with {error.status}"
    )


# -- what rules are made of ----------------------------------------------------------------------------


def may_go_on(call: FailedCall, now: float) -> bool:
    """Whether the service may still be at a call whose time was over.

    Args:
        call: The call.
        now: Unix seconds.
    """
    return not call.in_time and now - (call.ended or call.started) < STILL_AT_IT


def absent(call: FailedCall, now: float, reason: str) -> Resolution:
    """Return what it means that nothing of a call is there.

    Args:
        call: The call.
        now: Unix seconds.
        reason: What was found in its place.
    """
    if may_go_on(call, now):
        return cannot_tell(f"{reason}, and the service may still be at it: resolve the error again later")
    return not_done(reason)


def pick(
    call: FailedCall, now: float, fitting: Iterable[T], made_at: Callable[[T], float | None], what: str
) -> Resolution:
    """Return what the things that fit a call say of it.

    One that was made while the call was under way is what it made. One from shortly before or after it may
    be, for the clocks of a client and a service differ; so may each of several.

    Args:
        call: The call.
        now: Unix seconds.
        fitting: All that have the content of the call.
        made_at: Unix seconds at which one was made; None when it does not say.
        what: What they are, in messages.
    """
    # Made before the call by more than clocks differ: it was there already.
    earliest = call.started - call.skew
    late_enough = [each for each in fitting if (made_at(each) or call.started) >= earliest]
    if not late_enough:
        return absent(call, now, f"none of the {what} since the call began fits")
    if len(late_enough) > 1:
        return cannot_tell(f"{len(late_enough)} of the {what} fit: each may be the one", late_enough)
    made = made_at(late_enough[0])
    if made is None:
        return cannot_tell(f"one of the {what} fits, and does not say when it was made", late_enough)
    ended = call.started if call.ended is None else call.ended
    # A service may write moments in whole seconds.
    if math.floor(call.started) <= made <= ended + 1:
        return done(late_enough[0], f"one of the {what} fits, made while the call was under way")
    return cannot_tell(f"one of the {what} fits, made before or after the call", late_enough)


def seconds(moment: Any) -> float | None:
    """Return a moment of the service in Unix seconds; None when it is none."""
    if isinstance(moment, str):
        try:
            moment = datetime.fromisoformat(moment)
        except ValueError:
            return None
    if not isinstance(moment, datetime):
        return None
    if moment.tzinfo is None:
        return None
    return moment.timestamp()


def http_date(value: str | None) -> float | None:
    """Return the moment of a `Date` header in Unix seconds; None when it is none."""
    if not value:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None


def holds(sent: Mapping[str, Any], stored: Mapping[str, Any], names: Iterable[str]) -> bool:
    """Whether what is stored has every value that was sent under these names."""
    return all(plain(stored.get(name)) == plain(sent[name]) for name in names if name in sent)


def plain(value: Any) -> Any:
    """Return a JSON value as it compares: numbers by their digits."""
    from decimal import Decimal

    if isinstance(value, codec.WrittenFloat):
        return Decimal(value.digits)
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value
