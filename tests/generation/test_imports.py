"""The import contracts: what is allowed holds, and each breach is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "specs/services.toml": '[services]\na = { facades = ["afac", "alone"] }\n'
    'b = { facades = ["bfac", "bkernel"], standalone = ["bkernel"] }\n',
    "generated/a_api/__init__.py": "import clientkit.operation.types\nimport attrs\n",
    "generated/b_api/__init__.py": "",
    "facades/afac/__init__.py": "import a_api\nimport clientkit.retry\n",
    "facades/alone.py": "import a_api\nimport afac\n",
    "facades/bfac/__init__.py": "import b_api\nimport bkernel\n",
    "facades/bkernel/__init__.py": "import clientkit.retry\n",
    "facades/clientkit/__init__.py": "import typing\nif typing.TYPE_CHECKING:\n    import httpx\n",
    "facades/clientkit/retry.py": "import clientkit._io.engine\n",
    "facades/clientkit/operation/__init__.py": "",
    "clientkit.toml": 'sandbox = "sandbox/clientkit_sandbox"\nsandbox-package = "clientkit_sandbox"\n',
    "facades/clientkit/operation/types.py": "import attrs\n",
    "facades/clientkit/_io/__init__.py": "",
    "facades/clientkit/_io/engine.py": "import httpx\n",
    "sandbox/clientkit_sandbox/__init__.py": "import httpx\n",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def check(tree: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "clientkit_codegen", "check", "--only", "imports"]
    environment = {**os.environ, "PYTHONPATH": str(tree / "scripts")}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout


def test_what_is_allowed_holds(tree: Path) -> None:
    code, said = check(tree)
    assert (code, said.split()[:2]) == (0, ["imports", "ok"])


@pytest.mark.parametrize(
    ("path", "imported", "says"),
    [
        (
            "generated/a_api/__init__.py",
            "clientkit.retry",
            "a_api imports nothing of ours but clientkit.operation",
        ),
        ("generated/a_api/__init__.py", "b_api", "a_api imports nothing of ours but clientkit.operation"),
        ("generated/a_api/__init__.py", "afac", "a_api imports nothing of ours but clientkit.operation"),
        ("generated/a_api/__init__.py", "httpx", "a_api imports nothing of ours but clientkit.operation"),
        ("facades/afac/__init__.py", "bfac", "afac knows no other product"),
        ("facades/afac/__init__.py", "b_api", "afac knows no other product"),
        ("facades/alone.py", "bfac", "alone knows no other product"),
        (
            "facades/bfac/__init__.py",
            "clientkit_sandbox",
            "bfac knows no other product, no sandbox and no engine",
        ),
        ("facades/bfac/__init__.py", "httpx", "bfac knows no other product, no sandbox and no engine"),
        ("facades/bkernel/__init__.py", "bfac", "bkernel needs neither generated code nor another facade"),
        ("facades/bkernel/__init__.py", "b_api", "bkernel needs neither generated code nor another facade"),
        ("facades/clientkit/retry.py", "httpx", "only the engine imports httpx"),
        ("facades/clientkit/__init__.py", "httpx", "only the engine imports httpx"),
        ("facades/clientkit/retry.py", "a_api", "the runtime knows no product and no sandbox"),
        ("facades/clientkit/retry.py", "afac", "the runtime knows no product and no sandbox"),
        ("sandbox/clientkit_sandbox/__init__.py", "clientkit.operation", "the sandbox knows neither clients"),
        ("sandbox/clientkit_sandbox/__init__.py", "afac", "the sandbox knows neither clients nor runtime"),
    ],
)
def test_breach_is_named(tree: Path, path: str, imported: str, says: str) -> None:
    with (tree / path).open("a") as file:
        file.write(f"def late():\n    import {imported}\n")
    code, said = check(tree)
    assert code == 1
    assert says in said
    assert f"-> {imported}" in said
    assert "edit the import, or clientkit_codegen/gates/imports.py" in said
