"""The fixtures that users of the package get."""

from __future__ import annotations

import pytest
from clientkit_sandbox._catalog import service_names

pytest_plugins = ["pytester"]


def test_every_service_has_a_fixture(pytester: pytest.Pytester) -> None:
    listed = pytester.runpytest_subprocess("--fixtures").stdout.str()
    for name in service_names():
        assert f"{name}_sandbox" in listed


def test_tests_share_a_server_and_find_the_initial_state(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makepyfile(
        """
        import httpx

        seen = []

        def suspend(sandbox):
            headers = {"Authorization": f"Bearer {sandbox.api_key}"}
            url = f"{sandbox.base_url}/agents/agent_7f3k9x2m"
            seen.append(sandbox.base_url)
            assert httpx.get(url, headers=headers).json()["status"] == "active"
            assert httpx.post(url + "/suspend", headers=headers).json()["status"] == "suspended"

        def test_one(alsorn_sandbox):
            suspend(alsorn_sandbox)

        def test_two(alsorn_sandbox):
            suspend(alsorn_sandbox)
            assert seen[0] == seen[1]
        """
    )
    # Other plugins of this environment take seconds to load and have no part in it.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    run = pytester.runpytest_subprocess(
        "-p", "clientkit_sandbox.pytest_plugin", "-W", "error::ResourceWarning"
    )
    run.assert_outcomes(passed=2)
