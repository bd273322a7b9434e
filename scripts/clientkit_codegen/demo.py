"""Run the quickstart of every service against the sandbox, over real HTTP: `make demo`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys

from clientkit_codegen.generation import layout

_SECONDS_PER_QUICKSTART = 120


def main(arguments: list[str] | None = None) -> int:
    """Start the sandbox, run the quickstarts one after the other, stop the sandbox.

    Returns:
        The number of quickstarts that failed.
    """
    argparse.ArgumentParser(prog="clientkit demo", description=__doc__).parse_args(arguments)
    services = [service.name for service in layout.services()]
    if layout.project().sandbox_package != layout.OUR_SANDBOX:
        # Each starts the sandbox of its service itself.
        return _said([name for name in services if not _run(name, {})], services)
    command = [sys.executable, "-m", "clientkit_sandbox", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            line = sandbox.stdout.readline() if sandbox.stdout else ""
            if not line:
                print("the sandbox did not start; see its output above", file=sys.stderr)
                return 1
            facts: dict[str, dict[str, str]] = json.loads(line)
            failed = [name for name in services if not _run(name, facts[name])]
        finally:
            sandbox.terminate()
    return _said(failed, services)


def _said(failed: list[str], services: list[str]) -> int:
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    else:
        print(f"\n{len(services)} of {len(services)} quickstarts ran to their end.")
    return len(failed)


def _run(name: str, facts: dict[str, str]) -> bool:
    quickstart = layout.project().examples / f"{name}_quickstart.py"
    against = next(iter(facts.values()), "a sandbox of its own")
    print(f"\n== {name}: {layout.relative(quickstart)}, against {against}", flush=True)
    # ALSORN_BASE_URL, ALSORN_API_KEY and so on: the same variables that point it at a real service.
    environment = {f"{name}_{fact}".upper(): value for fact, value in facts.items()}
    done = subprocess.run(
        [sys.executable, str(quickstart)],
        env={**os.environ, **environment},
        check=False,
        timeout=_SECONDS_PER_QUICKSTART,
    )
    return done.returncode == 0
