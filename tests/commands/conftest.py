"""Commands, run in this process against sandboxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from clientkit.__main__ import main


class Done(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Done]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own: no profiles, no keys, no format."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    for name in ("CLIENTKIT_PROFILE", "CLIENTKIT_FORMAT", "COLUMNS", "ALSORN_API_KEY", "ASG_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def clientkit(home: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `clientkit` with arguments."""

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(list(arguments))
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run


@pytest.fixture
def alsorn(clientkit: Command, alsorn_sandbox: object, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run `clientkit alsorn` against the sandbox of the test."""
    facts = alsorn_sandbox.facts  # type: ignore[attr-defined]
    monkeypatch.setenv("ALSORN_API_KEY", facts["api_key"])
    monkeypatch.setenv("ALSORN_BASE_URL", facts["base_url"])
    return lambda *arguments: clientkit("alsorn", *arguments)
