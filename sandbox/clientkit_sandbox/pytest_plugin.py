"""A fixture per service, `<name>_sandbox`, for every pytest run.

The server of a service starts when the first test asks for it and serves the whole session; every test finds
the initial state. Nothing is imported before that, because pytest loads this module in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from clientkit_sandbox import Sandbox, running
from clientkit_sandbox._catalog import service_names


def _server_fixture(name: str) -> Callable[..., Any]:
    @pytest.fixture(scope="session", name=f"_{name}_sandbox_server")
    def server() -> Iterator[Sandbox]:
        with running(name) as sandbox:
            yield sandbox

    return server


def _sandbox_fixture(name: str) -> Callable[..., Any]:
    @pytest.fixture(name=f"{name}_sandbox")
    def sandbox(request: pytest.FixtureRequest) -> Sandbox:
        served: Sandbox = request.getfixturevalue(f"_{name}_sandbox_server")
        served.reset()
        return served

    sandbox.__doc__ = f"A running sandbox of {name}, in its initial state."
    return sandbox


for _name in service_names():
    globals()[f"_{_name}_sandbox_server"] = _server_fixture(_name)
    globals()[f"{_name}_sandbox"] = _sandbox_fixture(_name)
