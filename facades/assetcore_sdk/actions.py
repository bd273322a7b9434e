"""How an action is committed: its options, and what becomes of a preflight that fails."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from clientkit.operation import kind_of

from assetcore_sdk.errors import ValidationError

if TYPE_CHECKING:
    from assetcore_sdk.models import PreflightResponse


class ActionOptions(NamedTuple):
    """How an action is committed.

    Only `preflight` is documented; the others are the arguments of `commit_operations`.

    Attributes:
        preflight: Whether it is tried first; when that fails, nothing is committed.
        namespace_id: The namespace, from 1.
        idempotency_key: Names the commit; made when not given.
        metadata: Yours; it comes back with the commit.
        actor_id: Who acts, for the audit.
        policy_id: Reserved by the service.
        origin: Where it comes from.
    """

    preflight: bool = False
    namespace_id: int = 1
    idempotency_key: str | None = None
    metadata: Mapping[str, Any] | None = None
    actor_id: str | None = None
    policy_id: str | None = None
    origin: Mapping[str, Any] | None = None

    def of_commit(self) -> dict[str, Any]:
        """Return the arguments of the commit."""
        return {
            name: value for name, value in self._asdict().items() if name not in {"preflight", "namespace_id"}
        }


DEFAULTS = ActionOptions()


def chosen(options: ActionOptions | None) -> ActionOptions:
    """Return options, or the defaults for None.

    Raises:
        TypeError: They are something else.
    """
    if options is not None and not isinstance(options, ActionOptions):
        raise TypeError(f"options must be ActionOptions(...) or None, got {kind_of(options)}")
    return options or DEFAULTS


def refused(tried: "PreflightResponse") -> ValidationError:
    """Return the error for an action whose preflight says that it would fail."""
    failed = tried.failed
    problem = failed.error if failed is not None else None
    facts = problem if isinstance(problem, dict) else problem.to_dict() if problem else {}
    said = facts.get("detail") or facts.get("title") or "the operation would fail"
    return ValidationError(
        f"preflight: {said}; nothing was committed",
        code=facts.get("code"),
        details=facts.get("details") or {},
        retryable=facts.get("retryable"),
        hint=facts.get("hint"),
        body=tried.to_dict(),
    )
