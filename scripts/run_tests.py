"""Run every test, or what ARGS in the environment says: `make test ARGS='tests/sbn -k "keys or slots"'`.

ARGS is split as a shell would split it, and no shell sees it.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run pytest; return its exit code."""
    try:
        wanted = shlex.split(os.environ.get("ARGS", ""))
    except ValueError as error:
        print(f"make test: ARGS cannot be split: {error}", file=sys.stderr)
        return 2
    # One more than cores: a fifth of the time some test waits for a process or a clock.
    workers = str((os.cpu_count() or 1) + 1)
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "worksteal", *wanted]
    # A test that runs make or pytest must not be given what this run was given.
    environment = {key: value for key, value in os.environ.items() if key not in {"ARGS", "MAKEFLAGS"}}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
