"""The `sbn` command. It needs the extra `clientkit[sbn]`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command and end the process.

    The exit code is 0; 1 when a call failed or something is missing; 2 when the command is written wrongly.
    """
    try:
        from sbn.cli.app import run
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        print(
            f"! sbn needs {error.name}, which is not installed; type: pip install 'clientkit[sbn]'",
            file=sys.stderr,
        )
        sys.exit(1)
    sys.exit(run())
