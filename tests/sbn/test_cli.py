"""The `sbn` command: its screens, its streams, its exit codes, and where its settings are from."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientkit_sandbox import Sandbox
from sbn import SbnClient, SbnError
from sbn.cli import app as command
from sbn.cli import config
from typer.testing import Result

Run = Callable[..., Result]
PROCESS = [sys.executable, "-c", "from sbn.cli import main; main()"]
REGISTER = ("atlas", "register", "-n", "pt", "-f", "kinetic", "--workflow", "w")


def process(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process of its own."""
    environment = {**os.environ, **variables}
    return subprocess.run(
        [*PROCESS, *arguments], capture_output=True, text=True, env=environment, check=False
    )


@pytest.fixture
def app_id(sbn: Run) -> str:
    done = sbn("-f", "json", *REGISTER)
    return str(json.loads(done.stdout)["app_id"])


def test_data_goes_to_standard_output_and_messages_to_standard_error(environment: Path) -> None:
    done = process(*REGISTER)
    assert done.returncode == 0
    assert "registered pt" in done.stderr
    assert "registered pt" not in done.stdout
    (secret,) = re.findall(r"atl_sec_\w+", done.stdout)
    assert re.findall(r"app_\w+", done.stdout)
    assert secret not in done.stderr
    assert "keys mint" in done.stderr


def test_a_failed_call_is_one_line_and_exit_code_1(environment: Path, sbn_sandbox: Sandbox) -> None:
    for arguments, variables, words in (
        (("atlas", "revoke", "nope", "-y"), {}, "There is no app nope"),
        (("atlas", "apps"), {"SBN_API_KEY": "sbn_live_nobody"}, "unknown or revoked"),
        (("atlas", "apps"), {"SBN_BASE_URL": "http://127.0.0.1:9"}, "no connection"),
    ):
        done = process(*arguments, **variables)
        assert (done.returncode, done.stdout) == (1, "")
        (line,) = done.stderr.splitlines()
        assert line.startswith("! ")
        assert words in line
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("output", ["table", "json"])
def test_a_pipe_that_is_closed_early_is_no_failure(
    environment: Path, sbn_sandbox: Sandbox, output: str
) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*PROCESS, "-f", output, "atlas", "frontiers"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_traceback_is_for_those_who_ask(environment: Path, sbn_sandbox: Sandbox) -> None:
    done = process("--debug", "atlas", "revoke", "nope", "-y")
    assert done.returncode == 1
    assert "Traceback" in done.stderr
    assert sbn_sandbox.api_key not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("atlas",),
        ("nonsense",),
        ("atlas", "register", "-n", "x"),
        (*REGISTER, "--bind", "no-equals"),
        (*REGISTER, "--pulse", "w=heartbeat"),
        (*REGISTER, "--workflow-spec", "{"),
        (*REGISTER, "--workflow-spec", "[]"),
        (*REGISTER, "--workflow-spec", "{}"),
        (*REGISTER, "--workflow-specs-file", "/nowhere.json"),
        ("--output", "xml", "atlas", "apps"),
        ("--config", "/nowhere.toml", "atlas", "apps"),
        ("atlas", "env", "--format", "toml"),
    ],
)
def test_a_command_that_is_written_wrongly_exits_with_2(sbn: Run, arguments: tuple[str, ...]) -> None:
    done = sbn(*arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_an_app_without_a_workflow_is_said(sbn: Run) -> None:
    done = sbn("atlas", "register", "-n", "x", "-f", "y")
    assert (done.exit_code, done.stderr) == (1, "! an app needs a workflow; name one with --workflow\n")


def test_registering_from_every_kind_of_flag(sbn: Run, tmp_path: Path, sbn_sandbox: Sandbox) -> None:
    file = tmp_path / "specs.json"
    file.write_text(json.dumps({"items": [{"workflow": "f", "frontier": "f.v1", "other": 1}]}))
    done = sbn(
        "atlas", "register", "-n", "pt", "-f", "kinetic", "-w", "a, b,,a", "--workflow", "c",
        "--workflow-specs-file", str(file), "--workflow-spec", '{"workflow": "c", "event_types": ["x"]}',
        "--bind", "d=d.v1", "--pulse", "e=batch", "--events", "a=one, two", "--bind", "f=mine.v1",
        "--ttl", "60",
    )  # fmt: skip
    assert done.exit_code == 0
    body = sbn_sandbox.requests("atlas_register_app")[0]["body"]
    assert body["declared_workflows"] == ["a", "b", "c", "f", "d", "e"]
    assert body["token_ttl_seconds"] == 60
    found = {spec.pop("workflow"): spec for spec in body["workflow_specs"]}
    blank: dict[str, Any] = {"frontier_id": None, "pulse_type": None, "event_types": []}
    assert found == {
        "a": {**blank, "event_types": ["one", "two"]},
        "b": blank,
        "c": {**blank, "event_types": ["x"]},
        "f": {**blank, "frontier_id": "mine.v1"},
        "d": {**blank, "frontier_id": "d.v1"},
        "e": {**blank, "pulse_type": "batch"},
    }


def test_a_secret_is_shown_where_it_is_minted_and_nowhere_else(sbn: Run, app_id: str) -> None:
    minted = sbn("atlas", "keys", "mint", app_id, "--label", "l", "--scope", "attest.write")
    (key,) = re.findall(r"sbn_live_[0-9a-f]{40}", minted.output)
    (key_id,) = re.findall(r"key_\w+", minted.stdout)
    for arguments in (
        ("atlas", "keys", "bind", app_id, key_id),
        ("atlas", "apps"),
        ("-f", "json", "atlas", "apps"),
        ("--api-key", key, "auth", "status"),
        ("--api-key", key, "-f", "json", "auth", "status"),
    ):
        done = sbn(*arguments)
        assert done.exit_code == 0
        assert key not in done.output
        assert "atl_sec_" not in done.output


def test_the_quiet_value_has_no_line_end(sbn: Run, app_id: str) -> None:
    key = sbn("-f", "quiet", "atlas", "keys", "mint", app_id).stdout
    assert re.fullmatch(r"sbn_live_\w+", key)
    assert sbn("-f", "quiet", "atlas", "resolve", "-w", "w").stdout == "kinetic.w.v1"
    set_ = ("atlas", "bindings", "set", app_id, "-w", "w", "-f", "x.y")
    assert sbn("--output", "quiet", *set_).stdout == "x.y"
    assert sbn("-f", "quiet", "atlas", "detect").stdout.isdigit()
    assert sbn("-f", "quiet", "atlas", "revoke", app_id, "-y").stdout == app_id


SHOWN = [
    (("atlas", "frontiers", "--kind", "scoring"), "grid.atomic_rentals.streaming"),
    (("atlas", "frontiers", "--family", "none.such"), "Frontiers"),
    (("atlas", "tree"), "  * grid.atomic_rentals.streaming  slack"),
    (("atlas", "resolve", "-w", "w", "-e", "x", "--frontier-hint", "a.b"), "Add more context"),
    (("atlas", "detect"), "Detected  1"),
    (("atlas", "couplings", "--min-strength", "0.9"), "Couplings"),
    (("atlas", "calibrate", "-f", "grid.atomic_rentals.streaming", "-w", "3", "--force"), "Calibration"),
    (("atlas", "calibrate"), "kinetic.pushup.amrap.v1"),
    (("receipts", "list", "--limit", "5"), "Receipts"),
    (("agent", "status"), "yes"),
    (("version",), "0."),
    (("--version",), "0."),
]


@pytest.mark.parametrize(("arguments", "words"), SHOWN, ids=[" ".join(each[0]) for each in SHOWN])
def test_a_screen(sbn: Run, arguments: tuple[str, ...], words: str) -> None:
    done = sbn(*arguments)
    assert done.exit_code == 0
    assert words in done.stdout


def test_json_and_yaml_are_the_whole_answer(sbn: Run) -> None:
    text = sbn("-f", "json", "atlas", "frontiers").stdout
    assert text.startswith('{\n  "frontiers": [\n    {')
    assert yaml.safe_load(sbn("--output", "yaml", "atlas", "frontiers").stdout) == json.loads(text)


def test_tables_fold_nothing_where_nobody_looks(sbn: Run, app_id: str) -> None:
    assert app_id in sbn("atlas", "apps").stdout


def test_what_steers_a_terminal_is_not_shown(sbn: Run, sbn_sandbox: Sandbox) -> None:
    sbn("atlas", "register", "-n", "evil\x1b[2J[bold]", "-f", "f", "--workflow", "w")
    shown = sbn("atlas", "apps").stdout
    assert "\x1b" not in shown
    assert "[bold]" in shown


def test_revoking_asks_first(sbn: Run, app_id: str) -> None:
    refused = sbn("atlas", "revoke", app_id, input="n\n")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert app_id in sbn("atlas", "apps").stdout
    assert sbn("atlas", "revoke", app_id, input="y\n").exit_code == 0
    assert app_id not in sbn("atlas", "apps").stdout


def test_client_credentials(sbn: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (("atlas", "token"), ("atlas", "env"), ("atlas", "instrumentation")):
        done = sbn(*arguments)
        assert done.exit_code == 1
        assert "ATLAS_CLIENT_ID" in done.stderr
    app = json.loads(sbn("-f", "json", *REGISTER).stdout)
    monkeypatch.setenv("ATLAS_CLIENT_ID", app["client_id"])
    monkeypatch.setenv("ATLAS_CLIENT_SECRET", app["client_secret"])
    monkeypatch.delenv("SBN_API_KEY")
    assert re.fullmatch(r"atl_tok_\w+", sbn("-f", "quiet", "atlas", "token").stdout)
    assert "3600 s" in sbn("atlas", "token").stdout
    dotenv = sbn("atlas", "env").stdout
    assert f"ATLAS_APP_ID={app['app_id']}\n" in dotenv
    assert json.loads(sbn("atlas", "env", "-f", "json").stdout)["app_id"] == app["app_id"]
    report = sbn("-f", "json", "atlas", "instrumentation", "--all", "--limit", "3")
    assert json.loads(report.stdout)["window_days"] == 14
    assert sbn("-f", "quiet", "atlas", "instrumentation").stdout == "0"
    monkeypatch.setenv("SBN_API_KEY", "ignored")
    wrong = process("atlas", "token", "--client-id", "x", "--client-secret", "atl_sec_wrong")
    assert wrong.returncode == 1
    assert "atl_sec_wrong" not in wrong.stderr


def test_the_variables_of_an_app_by_key(sbn: Run, app_id: str) -> None:
    assert f"ATLAS_APP_ID={app_id}" in sbn("atlas", "env", "--app-id", app_id).stdout
    answer = json.loads(sbn("atlas", "env", "--app-id", app_id, "--format", "json").stdout)
    assert answer["bindings"][0]["workflow"] == "w"


def test_slots_and_hashes(sbn: Run, tmp_path: Path) -> None:
    payload = tmp_path / "payload.json"
    payload.write_text('{"event": "signup", "user": "u-42"}')
    slots = ("agent", "slots", "open", "--worker-id", "w", "--task-type", "t")
    opened = json.loads(sbn("-f", "json", *slots).stdout)
    slot = opened["id"]
    assert re.search(r"slot_\w+", sbn(*slots).stdout)
    captured = sbn("-f", "quiet", "agent", "snap", "capture", str(payload)).stdout
    assert captured == "e445484b03f4d0fc47843314b4f076cb9796418167bb413fcefe83d8b16cb655"
    assert sbn("-f", "quiet", "agent", "snap", "verify", captured, str(payload)).stdout == "true"
    offline = sbn("agent", "snap", "verify", "other", "-", "--offline", input="{}")
    assert (offline.exit_code, "no" in offline.stdout) == (1, True)
    sealed = sbn("agent", "snap", "seal", str(payload), "--domain", "d", "--metadata-json", str(payload))
    assert captured in sealed.stdout
    assert "seal" in sbn("agent", "snap", "discover", captured).stdout
    attested = sbn("-f", "json", "agent", "attest", slot, captured, "--frontier", "f.v1")
    receipt = json.loads(attested.stdout)["receipt_id"]
    assert "attestation" in sbn("agent", "receipt", receipt).stdout
    assert receipt in sbn("-f", "quiet", "receipts", "list").stdout
    assert sbn("-f", "quiet", "receipts", "get", receipt).stdout == receipt
    assert "Blocks of" in sbn("agent", "slots", "blocks", slot).stdout
    assert opened["receipt_id"] in sbn("agent", "slots", "close", slot).stdout


@pytest.mark.parametrize("text", ["not json", "[1]"])
def test_a_source_that_is_no_object_is_said(environment: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "payload.json"
    file.write_text(text)
    done = process("agent", "snap", "capture", str(file))
    assert done.returncode == 1
    assert "JSON" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_flag_goes_before_the_environment_before_the_file(
    sbn: Run, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tenant(*flags: str) -> dict[str, str]:
        status = sbn("-f", "json", *flags, "auth", "status")
        return dict(json.loads(status.stdout)["tenant"])

    assert tenant() == {"value": None, "source": "default"}
    environment.mkdir()
    (environment / "config.toml").write_text('tenant = "from-file"\n')
    assert tenant() == {"value": "from-file", "source": "file"}
    monkeypatch.setenv("SBN_TENANT_ID", "from-environment")
    assert tenant() == {"value": "from-environment", "source": "environment"}
    assert tenant("--tenant", "from-flag") == {"value": "from-flag", "source": "flag"}


@pytest.mark.parametrize("text", ["nonsense", "colour = 'red'", "tenant = 5"])
def test_a_file_of_settings_that_cannot_be_used_is_said(sbn: Run, environment: Path, text: str) -> None:
    environment.mkdir()
    (environment / "config.toml").write_text(text)
    assert sbn("atlas", "apps").exit_code == 2


def test_a_key_is_kept_for_its_owner_alone(
    sbn: Run, environment: Path, sbn_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = environment / "config.toml"
    assert "goes before it" in sbn("auth", "login", input=f"{sbn_sandbox.api_key}\n").stderr
    monkeypatch.delenv("SBN_API_KEY")
    done = sbn("auth", "login", input=f"{sbn_sandbox.api_key}\n")
    assert done.exit_code == 0
    assert sbn_sandbox.api_key not in done.output
    assert file.stat().st_mode & 0o777 == 0o600
    assert "(file)" in sbn("auth", "status").stdout
    assert sbn("auth", "logout").exit_code == 0
    assert sbn_sandbox.api_key not in file.read_text()


def test_the_shell_can_complete(environment: Path) -> None:
    done = process(_SBN_COMPLETE="complete_bash", COMP_WORDS="sbn atlas reg", COMP_CWORD="2")
    assert "register" in done.stdout


def test_without_the_extra_the_command_names_it(environment: Path) -> None:
    code = "import sys; sys.modules['typer'] = None; from sbn.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'clientkit[sbn]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_key_that_the_service_does_not_know_is_not_kept(
    sbn: Run, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = environment / "config.toml"
    done = sbn("auth", "login", "--api-key", "sbn_live_nobody")
    assert (done.exit_code, file.exists()) == (1, False)
    assert "does not know this key" in done.stderr
    monkeypatch.setenv("SBN_BASE_URL", "http://127.0.0.1:9")
    done = sbn("auth", "login", "--api-key", "sbn_live_nobody")
    assert (done.exit_code, file.exists()) == (1, False)
    assert "--no-check" in done.stderr
    assert sbn("auth", "login", "--no-check", "--api-key", "sbn_live_nobody").exit_code == 0
    assert "sbn_live_nobody" in file.read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_a_full_disk_leaves_the_settings_that_were_there(
    environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = environment / "config.toml"
    environment.mkdir()
    file.write_text('api_key = "kept"\n')

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(config.ConfigError, match="No space left"):
        config.write(file, {"api_key": "new"})
    assert file.read_text() == 'api_key = "kept"\n'
    assert [each.name for each in environment.iterdir()] == ["config.toml"]


STEERING = "\x1b[2Jgone\x9b1m\u202eevil"


def test_what_would_steer_a_terminal_is_not_written(environment: Path, sbn_sandbox: Sandbox) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        client.console.create_project(STEERING)
        client.reality.create_fact(STEERING)
    for output in ("table", "json", "yaml", "quiet"):
        done = process("-f", output, "reality", "facts", "list")
        assert done.returncode == 0
        assert not set(done.stdout) & set("\x1b\x9b\u202e"), output
    facts = json.loads(process("-f", "json", "reality", "facts", "list").stdout)
    assert facts["items"][0]["text"] == STEERING


def test_a_message_of_the_service_is_written_without_what_steers(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: Any) -> None:
        raise SbnError(STEERING, status_code=400)

    monkeypatch.setattr(command, "app", refuse)
    assert command.run() == 1
    assert not set(capsys.readouterr().err) & set("\x1b\x9b\u202e")


def test_every_form_copes_with_a_narrow_encoding(environment: Path, sbn_sandbox: Sandbox) -> None:
    with SbnClient(base_url=sbn_sandbox.base_url) as client:
        client.authenticate_api_key(sbn_sandbox.api_key)
        client.reality.create_fact("Zürich → 東京")
    for output in ("table", "json", "yaml", "quiet"):
        done = process("-f", output, "reality", "facts", "list", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr
        assert done.stdout.isascii()
    done = process("-f", "json", "reality", "facts", "list", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert json.loads(done.stdout)["items"][0]["text"] == "Zürich → 東京"
    assert process("atlas", "revoke", "東京", "-y", PYTHONIOENCODING="ascii").returncode == 1


def test_an_id_is_never_in_two_lines(sbn: Run, app_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    assert app_id in sbn("atlas", "apps").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("slots", "list"), "sbn agent slots"),
        (("capture", "x"), "sbn agent snap capture"),
        (("atlas", "apps", "-f", "json"), "sbn -f … atlas apps"),
        (("atlas", "apps", "--tenant", "t"), "sbn --tenant … atlas apps"),
        (("reality", "slots"), "sbn agent slots"),
    ],
)
def test_what_is_written_at_the_wrong_place_says_what_to_type(
    sbn: Run, arguments: tuple[str, ...], words: str
) -> None:
    done = sbn(*arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_missing_key_and_a_missing_file_say_what_to_do(
    sbn: Run, monkeypatch: pytest.MonkeyPatch, environment: Path
) -> None:
    done = process("agent", "snap", "capture", "nowhere.json")
    assert done.stderr == (
        "! there is no file nowhere.json; give the path of a JSON file, or - for standard input\n"
    )
    monkeypatch.delenv("SBN_API_KEY")
    done = sbn("atlas", "apps")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "type: sbn auth login (or set SBN_API_KEY)" in done.stderr
    assert sbn("agent", "status", "--check").exit_code == 0
