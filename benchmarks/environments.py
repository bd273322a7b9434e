"""Fresh environments to measure in: the wheel without extras, the wheel with some, and peers.

Everything in them has the version of requirements.lock; only peers, which it does not have, are the newest.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Packages that the wheel is measured with; `httpx-sse` is what decoding of events is compared with.
EXTRAS = ["aiohttp", "orjson", "httpx-sse"]
PEERS = ["httpx", "httpx2", "aiohttp", "urllib3", "openai", "stripe", "alsorn", "sbn-sdk"]


@dataclass(frozen=True)
class Environment:
    """A virtual environment.

    Attributes:
        folder: Where it is.
    """

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    def lines(self, module: str, *arguments: str) -> Iterator[str]:
        """Run a module of this repository in it; yield what it prints, line by line.

        Raises:
            SystemExit: When it fails.
        """
        # Settings of the caller, such as another codec, would change what is measured.
        kept = {
            key: value
            for key, value in os.environ.items()
            if not key.startswith(("PYTHON", "CLIENTKIT_")) and not key.lower().endswith("_proxy")
        }
        with subprocess.Popen(
            [self.python, "-m", module, *arguments], cwd=ROOT, env=kept, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            yield from process.stdout
        if process.returncode:
            raise SystemExit(f"the benchmark {' '.join(arguments)} failed")


@dataclass
class Maker:
    """Makes environments in a folder.

    Attributes:
        folder: Where they go.
        wheels: The wheel, once it is built.
    """

    folder: Path
    wheels: list[Path] = field(default_factory=list)

    def make(self, kind: str) -> Environment:
        """Make one: `plain`, `extras` or `peers`."""
        environment = Environment(self.folder / kind)
        if kind == "peers":
            _create(environment)
            _install(environment, self.folder, *PEERS)
        elif kind == "extras" and (plain := self.folder / "plain").is_dir():
            # What is the same in both is there already; the interpreter finds out where it lies.
            shutil.copytree(plain, environment.folder, symlinks=True)
            _install(environment, self.folder, *EXTRAS)
        else:
            _create(environment)
            _install(environment, self.folder, self._wheel(), *(EXTRAS if kind == "extras" else []))
        return environment

    def _wheel(self) -> Path:
        if not self.wheels:
            target = self.folder / "dist"
            _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, ROOT)
            self.wheels = list(target.glob("*.whl"))
        return self.wheels[0]


def _create(environment: Environment) -> None:
    _run(sys.executable, "-m", "venv", "--without-pip", environment.folder)


def _install(environment: Environment, folder: Path, *names: str | Path) -> None:
    """Install with uv where it is there, and with pip where it is not; both compile to byte code."""
    pins = re.findall(r"^[\w.-]+==[^\s;]+", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(pins), encoding="utf-8")
    options: list[str | Path] = ["--quiet"]
    if environment.folder.name != "peers":
        options += ["--constraint", constraints]
    if uv := shutil.which("uv"):
        _run(uv, "pip", "install", "--python", environment.python, "--compile-bytecode", *options, *names)
    else:
        pip: list[str | Path] = [
            sys.executable,
            "-m",
            "pip",
            "--disable-pip-version-check",
            "--python",
            environment.python,
        ]
        _run(*pip, "install", *options, *names)


def _run(*command: str | Path) -> None:
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed:\n{done.stdout}{done.stderr}")
