"""The container file of the sandboxes: a linter reads it, and its steps work, run one by one here."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "sandbox" / "Containerfile"


def instructions() -> list[tuple[str, str]]:
    text = FILE.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.partition(" ")[0], line.partition(" ")[2]) for line in lines]


def test_a_linter_has_nothing_to_say() -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    assert hadolint.is_file(), "make install"
    done = subprocess.run([hadolint, "--no-color", FILE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_it_does_not_run_as_root_and_says_what_it_runs() -> None:
    found = dict(instructions())
    assert int(found["USER"].partition(":")[0]) > 0
    assert json.loads(found["ENTRYPOINT"]) == ["python", "-m", "clientkit_sandbox"]
    assert not found["FROM"].endswith(":latest")


@pytest.mark.slow
def test_its_steps_work(tmp_path: Path) -> None:
    """Without a container: /src is a copy of the repository, and python that of a fresh environment."""
    source, python = tmp_path / "src", tmp_path / "venv" / "bin"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    environment = {**os.environ, "PATH": f"{python}{os.pathsep}{os.environ['PATH']}"}
    started = []
    for name, rest in instructions():
        if name == "COPY":
            assert rest == ". /src"
            tracked = subprocess.run(
                ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
            ).stdout
            for path in filter(None, tracked.decode().split("\0")):
                if (ROOT / path).is_file():
                    (source / path).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(ROOT / path, source / path)
        elif name == "RUN":
            command = re.sub(r"/src\b", str(source), rest)
            subprocess.run(shlex.split(command), env=environment, cwd=tmp_path, check=True)
        elif name == "ENV":
            variable, _, value = rest.partition("=")
            environment[variable] = value
        elif name in {"ENTRYPOINT", "CMD"}:
            started += json.loads(rest)
    # Another port than the documented one, which may be taken here.
    started[started.index("--port") + 1] = "0"
    with subprocess.Popen(
        [*started, "--json"], env=environment, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "alsorn" in json.loads(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
