"""What the environment names is what is tested, and where it differs from its spec is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from clientkit_sandbox._catalog import service_names

from .targets import ALLOW_COSTLY, Target, from_environment, variable
from .witness import Witness

FOLDER = Path(__file__).parent
ADDRESS = "https://example.com/api"


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[dict[str, str]]:
    """The environment that leads to services of another process."""
    command = [sys.executable, "-m", "clientkit_sandbox", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            served: dict[str, dict[str, str]] = json.loads(process.stdout.readline())
            yield {
                variable(service, fact): value
                for service, facts in served.items()
                for fact, value in facts.items()
            }
        finally:
            process.terminate()


def test_the_tests_go_where_the_environment_says(elsewhere: dict[str, str]) -> None:
    plain = ["-p", "no:xdist", "-p", "no:cacheprovider", "-rs", "-k", "not async", f"--ignore={__file__}"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plain, str(FOLDER)],
        cwd=FOLDER.parents[1],
        env={**os.environ, **elsewhere, ALLOW_COSTLY: ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for service in service_names():
        address = next(value for name, value in elsewhere.items() if name.startswith(f"{service}_".upper()))
        assert f"{service}: {address}, nothing that costs or stays\n" in done.stdout
    assert f"{ALLOW_COSTLY}=1 allows it" in done.stdout


@pytest.mark.parametrize(("said", "allowed"), [("", False), ("0", False), ("1", True)])
def test_what_costs_is_done_when_that_is_said(
    said: str, allowed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ALLOW_COSTLY, said)
    assert Target("alsorn", {"base_url": ADDRESS}, is_live=True).allows_costly is allowed
    assert Target("alsorn", {"base_url": ADDRESS}, is_live=False).allows_costly


def test_half_of_an_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSORN_BASE_URL", ADDRESS)
    monkeypatch.delenv("ALSORN_API_KEY", raising=False)
    with pytest.raises(pytest.fail.Exception, match="set ALSORN_API_KEY as well"):
        from_environment("alsorn")


def test_credentials_in_an_address_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALSORN_BASE_URL", "https://user:hunter2@example.com")
    monkeypatch.setenv("ALSORN_API_KEY", "als_secret")
    shown = str(from_environment("alsorn"))
    assert "example.com" in shown
    assert "hunter2" not in shown
    assert "als_secret" not in shown


@pytest.mark.parametrize(
    ("path", "answer", "difference"),
    [
        ("/agents/a", {"status_code": 200, "json": {"id": "a"}}, "'name' is present in every"),
        ("/agents/a", {"status_code": 200, "text": "<p>"}, "content type"),
        ("/agents/a", {"status_code": 418, "json": {}}, "status 418 is not documented"),
        (
            "/agents/a",
            {"status_code": 200, "content": b"{", "headers": {"content-type": "application/json"}},
            "not JSON",
        ),
        ("/nothing", {"status_code": 200, "json": {}}, "GET /api/nothing is not in the spec"),
    ],
    ids=["a field missing", "a page", "another status", "no JSON", "another path"],
)
def test_a_difference_from_the_spec_is_told(path: str, answer: dict[str, Any], difference: str) -> None:
    witness = Witness("alsorn", ADDRESS)
    answers = httpx.MockTransport(lambda request: httpx.Response(**answer))
    with httpx.Client(transport=answers, event_hooks={"response": [witness.see]}) as client:
        client.get(f"{ADDRESS}{path}")
    assert len(witness.differences) == 1
    assert difference in witness.differences[0]
