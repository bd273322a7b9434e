"""A fixture per service, `<name>_sandbox`, for every pytest run.

The server of a service starts when the first test asks for it and serves the whole session; every test finds
the initial state. Nothing is imported before that, because pytest loads this module in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from clientkit_sandbox._catalog import service_names

if TYPE_CHECKING:
    from clientkit_sandbox import Sandbox


def _server_fixture(name: str) -> Callable[..., Any]:
    def server() -> Iterator[Sandbox]:
        from clientkit_sandbox import running

        with running(name) as sandbox:
            yield sandbox

    server.__doc__ = f"The server of `{name}_sandbox`, one for the whole session."
    return pytest.fixture(scope="session", name=f"_{name}_sandbox_server")(server)


def _sandbox_fixture(name: str) -> Callable[..., Any]:
    def sandbox(request: pytest.FixtureRequest) -> Sandbox:
        served: Sandbox = request.getfixturevalue(f"_{name}_sandbox_server")
        served.reset()
        return served

    sandbox.__doc__ = (
        f"A running sandbox of {name} in its initial state: `base_url`, `api_key` and the like, `fault`, "
        "`requests`, `advance`."
    )
    return pytest.fixture(name=f"{name}_sandbox")(sandbox)


for _name in service_names():
    globals()[f"_{_name}_sandbox_server"] = _server_fixture(_name)
    globals()[f"{_name}_sandbox"] = _sandbox_fixture(_name)
