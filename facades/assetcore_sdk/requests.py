"""The bodies of commits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from assetcore_api import models as wire
from clientkit.arguments import nonempty, optional_nonempty
from clientkit.operation import UNSET, Names, given

from assetcore_sdk.checks import envelope, optional_mapping
from assetcore_sdk.operations import AnyOperation, Builder

_BESIDE = ("actor_id", "policy_id", "idempotency_key", "metadata", "origin")


class CommitRequest(wire.CommitRequest):
    """A transaction whose operations are ready to be encoded: ten thousand of them are looked at once."""

    __slots__ = ()

    def to_dict(self, *, names: Names = "wire", secrets: bool | None = None) -> dict[str, Any]:
        """Return the JSON object; what is unset is left out. All names are those of the service."""
        body: dict[str, Any] = {"operations": self.operations}
        for name in _BESIDE:
            value = getattr(self, name)
            if value is not UNSET:
                body[name] = value
        return body


def commit_request(
    operations: Iterable[AnyOperation],
    *,
    idempotency_key: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    actor_id: str | None = None,
    policy_id: str | None = None,
    origin: Mapping[str, Any] | None = None,
) -> CommitRequest:
    """Return the body of a commit; what is None is left out.

    Raises:
        TypeError: There is something among the operations that is none, or a value is of the wrong type.
        ValueError: There are no operations, or a value is empty.
    """
    if (
        not isinstance(operations, Iterable)
        or isinstance(operations, (str, Mapping))
        or hasattr(operations, "to_envelope")
    ):
        raise TypeError("operations must be a list, such as [CreateContainer(...)]")
    # Builders are encoded as they stand: their envelopes live for a moment, not all of them at once.
    steps: Any = [each if isinstance(each, Builder) else envelope(each) for each in operations]
    if not steps:
        raise ValueError("operations must have at least one operation")
    return CommitRequest(
        operations=steps,
        actor_id=given(optional_nonempty("actor_id", actor_id)),
        policy_id=given(optional_nonempty("policy_id", policy_id)),
        idempotency_key=given(optional_nonempty("idempotency_key", idempotency_key)),
        metadata=_document("metadata", metadata),
        origin=_document("origin", origin),
    )


def reverse_request(
    reason: str,
    *,
    idempotency_key: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    actor_id: str | None = None,
    origin: Mapping[str, Any] | None = None,
) -> wire.ReverseCommitRequest:
    """Return the body of a reversal; what is None is left out.

    Raises:
        TypeError: A value is of the wrong type.
        ValueError: The reason or another text is empty.
    """
    return wire.ReverseCommitRequest(
        reason=nonempty("reason", reason),
        actor_id=given(optional_nonempty("actor_id", actor_id)),
        idempotency_key=given(optional_nonempty("idempotency_key", idempotency_key)),
        metadata=_document("metadata", metadata),
        origin=_document("origin", origin),
    )


def _document(name: str, value: Mapping[str, Any] | None) -> Any:
    optional_mapping(name, value)
    return UNSET if value is None else dict(value)
