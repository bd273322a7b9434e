"""Sandboxes for the services that clientkit talks to: real HTTP on loopback, state in memory.

Use `running` in tests and notebooks, `python -m clientkit_sandbox` from a shell, and the fixture
`<name>_sandbox` in pytest. All of it needs the extra `clientkit[sandbox]`.
"""

from clientkit_sandbox._running import Sandbox, running

__all__ = ["Sandbox", "running"]
