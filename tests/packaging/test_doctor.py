"""`clientkit doctor`, with wheels of others that own the same import names and commands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from clientkit_sandbox import running

from .conftest import Environment, write_wheel

RECOVER = "pip install --force-reinstall --no-deps clientkit"
ALSORN = {"alsorn/__init__.py": "from alsorn.a import b\n", "alsorn/a.py": "b = 1\n"}


@pytest.fixture(scope="module")
def rivals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("rivals")
    return {
        "alsorn": write_wheel(folder, "alsorn", "0.2.3", ALSORN),
        "ash-ai-sdk": write_wheel(folder, "ash-ai-sdk", "0.0.22", {"ash_sdk/agents.py": "\n"}),
        "sbn": write_wheel(
            folder,
            "sbn",
            "154",
            {"sbn_runtime.py": "def main(): print('theirs')\n"},
            {"sbn": "sbn_runtime:main", "sbn-more": "sbn_runtime:main"},
        ),
        "unrelated": write_wheel(folder, "unrelated", "1", {"unrelated.py": ""}, {"other": "unrelated:main"}),
    }


@pytest.fixture(scope="module")
def clean(wheel: Path, new_environment: Callable[[], Environment]) -> Environment:
    environment = new_environment()
    environment.install(wheel)
    return environment


@pytest.fixture
def environment(clean: Environment, tmp_path: Path) -> Iterator[Environment]:
    """A copy of an environment with the wheel in it."""
    folder = tmp_path / "venv"
    shutil.copytree(clean.folder, folder, symlinks=True)
    yield Environment(folder)
    shutil.rmtree(folder)


def doctor(
    environment: Environment, folder: Path, *arguments: str, **variables: str
) -> tuple[int, dict[str, Any]]:
    done = environment.run("-m", "clientkit", "doctor", "--json", *arguments, folder=folder, **variables)
    assert not done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


def offline(environment: Environment, folder: Path) -> tuple[int, str]:
    code, report = doctor(environment, folder, "--offline")
    return code, "\n".join(report["problems"])


def test_clean_installation_has_no_problem(
    environment: Environment, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(rivals["unrelated"])
    assert offline(environment, tmp_path) == (0, "")
    done = environment.run("-m", "clientkit", "doctor", "--offline", folder=tmp_path)
    assert done.stdout.splitlines()[-1] == "no problem found"


def test_shared_files_are_reported_with_their_owner_until_recovered(
    environment: Environment, wheel: Path, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(rivals["alsorn"])
    code, said = offline(environment, tmp_path)
    assert code == 1
    assert "the import name alsorn is owned by clientkit and by alsorn 0.2.3: 2 files" in said
    assert "1 of them in both" in said
    assert "1 of these is now as alsorn wrote them" in said
    assert "alsorn/__init__.py" in said
    assert "1 file of clientkit changed since they were installed" in said
    assert said.endswith(f"pip uninstall -y alsorn\n{RECOVER}")

    # What installers do not mind: uninstalling theirs deletes ours.
    environment.uninstall("alsorn")
    code, said = offline(environment, tmp_path)
    assert code == 1
    assert "1 file of clientkit missing\n  alsorn/__init__.py" in said
    assert said.endswith(f"to recover, type: {RECOVER}")

    environment.install(wheel)
    assert offline(environment, tmp_path) == (0, "")


def test_ours_installed_last_still_reports_the_other_owner(
    environment: Environment, wheel: Path, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(rivals["alsorn"])
    environment.install(wheel)
    code, said = offline(environment, tmp_path)
    assert code == 1
    assert "0 of these are now as alsorn wrote them" in said
    assert "changed" not in said


def test_files_next_to_ours_are_reported(
    environment: Environment, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(rivals["ash-ai-sdk"])
    code, said = offline(environment, tmp_path)
    assert code == 1
    assert "the import name ash_sdk is owned by clientkit and by ash-ai-sdk 0.0.22: 1 file" in said


def test_command_that_was_overwritten_is_reported(
    environment: Environment, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(rivals["sbn"])
    code, said = offline(environment, tmp_path)
    assert code == 1
    script = environment.folder / "bin" / "sbn"
    assert f"the command sbn is owned by clientkit and by sbn 154; {script} runs that of sbn" in said
    assert "sbn-more" not in said
    # The second name is nobody else's.
    assert (environment.folder / "bin" / "clientkit-sbn").is_file()
    assert "sbn.cli" in (environment.folder / "bin" / "clientkit-sbn").read_text(encoding="utf-8")


def test_several_owners_are_removed_in_one_command(
    environment: Environment, rivals: dict[str, Path], tmp_path: Path
) -> None:
    environment.install(*rivals.values())
    said = offline(environment, tmp_path)[1]
    assert f"pip uninstall -y alsorn ash-ai-sdk sbn\n{RECOVER}" in said
    assert "unrelated" not in said


def test_file_in_the_current_folder_that_hides_a_package_is_reported(
    environment: Environment, tmp_path: Path
) -> None:
    (tmp_path / "alsorn.py").touch()
    code, said = offline(environment, tmp_path)
    assert code == 1
    assert f"import alsorn finds {tmp_path / 'alsorn.py'}, which is not that of clientkit" in said


def test_versions_and_names_of_settings_are_reported_and_no_value(
    environment: Environment, tmp_path: Path
) -> None:
    secrets = {
        "HTTPS_PROXY": "http://user:pa55@proxy.test:3128",
        "SSL_CERT_FILE": "/not/there/s3cret.pem",
        "ALSORN_API_KEY": "als_s3cret",
        "CLIENTKIT_ENGINE": "httpcore",
    }
    done = environment.run("-m", "clientkit", "doctor", "--offline", folder=tmp_path, **secrets)
    assert all(name in done.stdout for name in secrets)
    assert "what it points to cannot be read" in done.stdout
    assert not any(value in done.stdout for value in ("pa55", "proxy.test", "s3cret.pem", "als_s3cret"))
    report = doctor(environment, tmp_path, "--offline")[1]
    names = {row["name"] for row in report["versions"]}
    assert {"python", "clientkit", "engine", "httpx", "httpcore", "attrs", "[sbn]", "[sandbox]"} <= names


def test_engine_that_is_not_there_is_reported(environment: Environment, tmp_path: Path) -> None:
    code, report = doctor(environment, tmp_path, "--offline", CLIENTKIT_ENGINE="steam")
    assert code == 1
    assert ["steam" in problem for problem in report["problems"]] == [True]
    report = doctor(environment, tmp_path, "--offline", CLIENTKIT_ENGINE="httpcore")[1]
    assert {"name": "engine", "version": f"httpcore {version('httpcore')}"} in report["versions"]


def test_servers_answer_or_are_reported(environment: Environment, tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    with running("alsorn") as alsorn:
        variables = {
            "ALSORN_BASE_URL": alsorn.base_url,
            "ASG_BASE_URL": nobody,
            "ASH_SERVER_URL": "http://user:pa55@127.0.0.1:9",
            "ASSETCORE_WRITE_URL": alsorn.base_url,
            "ASSETCORE_READ_URL": alsorn.base_url,
            "SBN_BASE_URL": alsorn.base_url,
        }
        code, report = doctor(environment, tmp_path, "--clock", alsorn.base_url, "--url", nobody, **variables)
    results = [(row["name"], row["result"].split()[0]) for row in report["servers"]]
    assert results == [
        ("alsorn", "answers"),
        ("asg", "does"),
        ("ash", "does"),
        ("assetcore", "answers"),
        ("assetcore", "answers"),
        ("sbn", "answers"),
        ("--url", "does"),
        ("--clock", "answers"),
    ]
    assert "clock" in report["servers"][-1]["result"]
    assert abs(report["servers"][-1]["skew"]) < 60
    assert code == 1
    assert len(report["problems"]) == 3
    assert "pa55" not in json.dumps(report)
