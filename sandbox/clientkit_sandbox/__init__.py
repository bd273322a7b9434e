"""Sandboxes for the services that clientkit talks to: real HTTP on loopback, state in memory.

Use `running` in tests and notebooks, `python -m clientkit_sandbox` from a shell, and the fixture
`<name>_sandbox` in pytest. All of it needs the extra `clientkit[sandbox]`.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientkit_sandbox._running import Sandbox, running

__all__ = ["Sandbox", "running"]


def __getattr__(name: str) -> Any:
    # pytest imports this package in every run, also where no test uses it.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from clientkit_sandbox import _running

    return getattr(_running, name)
