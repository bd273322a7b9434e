"""Profiles: settings in a file, keys in the keyring, the environment before both."""

from __future__ import annotations

import io
import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import pytest
from clientkit.commands import profiles
from clientkit_sandbox import Sandbox

from tests.commands.conftest import Command


class Memory(keyring.backend.KeyringBackend):
    """A keyring that ends with the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError("none")
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Memory]:
    before, ring = keyring.get_keyring(), Memory()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_a_profile_is_used(
    clientkit: Command, ring: Memory, alsorn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"base_url={alsorn_sandbox.base_url}"
    assert clientkit("profile", "set", "alsorn", url, "--profile", "work").code == 0
    typed(monkeypatch, f"{alsorn_sandbox.api_key}\n")
    done = clientkit("profile", "login", "alsorn", "--profile", "work")
    assert done.code == 0
    assert alsorn_sandbox.api_key not in done.out + done.err
    assert ring.kept == {("clientkit", "work/alsorn/api_key"): alsorn_sandbox.api_key}
    # The key is in the keyring alone, and the file is its owner's.
    assert alsorn_sandbox.api_key not in profiles.path().read_text()
    assert stat.S_IMODE(profiles.path().stat().st_mode) == 0o600
    assert clientkit("alsorn", "agents", "list", "--profile", "work").code == 0
    assert clientkit("alsorn", "agents", "list").code == 2
    monkeypatch.setenv("CLIENTKIT_PROFILE", "work")
    assert clientkit("alsorn", "agents", "list").code == 0


def test_the_environment_goes_before_a_profile(
    clientkit: Command, ring: Memory, alsorn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    clientkit("profile", "set", "alsorn", "base_url=http://127.0.0.1:9")
    ring.set_password("clientkit", "default/alsorn/api_key", alsorn_sandbox.keys["revoked"])
    assert clientkit("alsorn", "agents", "list", "--max-retries", "0").code == 69
    monkeypatch.setenv("ALSORN_BASE_URL", alsorn_sandbox.base_url)
    assert clientkit("alsorn", "agents", "list").code == 1
    monkeypatch.setenv("ALSORN_API_KEY", alsorn_sandbox.api_key)
    assert clientkit("alsorn", "agents", "list").code == 0
    # An option goes before both.
    done = clientkit("alsorn", "agents", "list", "--base-url", "http://127.0.0.1:9", "--max-retries", "0")
    assert done.code == 69


def test_show_and_list_show_no_secret(
    clientkit: Command, ring: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring.set_password("clientkit", "default/assetcore/write_token", "act_secret")
    monkeypatch.setenv("ASSETCORE_READ_TOKEN", "act_other")
    clientkit("profile", "set", "assetcore", "write_url=http://localhost:1", "read-url=http://localhost:2")
    shown = clientkit("profile", "show", "assetcore").out
    assert "write_url    http://localhost:1  (profile default)" in shown
    assert "write_token  set  (profile default)" in shown
    assert "read_token   set  (ASSETCORE_READ_TOKEN)" in shown
    assert "act_" not in shown + clientkit("profile", "list").out


def test_logout_and_unset_take_out_what_was_kept(clientkit: Command, ring: Memory) -> None:
    ring.set_password("clientkit", "default/assetcore/read_token", "act_secret")
    clientkit("profile", "set", "assetcore", "write_url=http://localhost:1")
    clientkit("profile", "unset", "assetcore", "write_url")
    assert clientkit("profile", "logout", "assetcore", "--setting", "read_token").code == 0
    assert ring.kept == {}
    assert "localhost:1" not in profiles.path().read_text()
    assert (
        "there was no read_token"
        in clientkit("profile", "logout", "assetcore", "--setting", "read_token").err
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("set", "alsorn", "api_key=als_x"), "clientkit profile login alsorn"),
        (("set", "alsorn", "colour=red"), "base_url"),
        (("set", "nothing", "base_url=x"), "there is no product 'nothing'"),
        (("login", "assetcore", "--setting", "write_url"), "write_token or read_token"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    clientkit: Command, ring: Memory, arguments: tuple[str, ...], said: str
) -> None:
    done = clientkit("profile", *arguments)
    assert done.code == 2
    assert said in done.err
    assert "als_x" not in done.out + done.err
    assert not profiles.path().exists()


def test_a_profile_that_is_not_there_is_refused(clientkit: Command, ring: Memory, home: Path) -> None:
    done = clientkit("alsorn", "agents", "list", "--profile", "nowhere")
    assert done.code == 2
    assert "there is no profile 'nowhere'" in done.err
    profiles.path().parent.mkdir(parents=True)
    profiles.path().write_text("profiles = 1")
    assert clientkit("profile", "list").code == 2


def test_without_a_keyring_the_environment_is_the_way(
    clientkit: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keyring.backends.fail import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    try:
        typed(monkeypatch, "als_x\n")
        done = clientkit("profile", "login", "alsorn")
        assert done.code == 1
        assert "set the environment variable instead" in done.err
        assert clientkit("alsorn", "agents", "list").code == 2
    finally:
        keyring.set_keyring(before)
