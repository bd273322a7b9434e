"""What a fresh environment must be able to do with the wheel: `make dist` runs this in each.

Usage: python smoke.py EXTRA QUICKSTART...

It imports every public name and what the extra is for, then runs the quickstarts against the services that
the environment names.
"""

from __future__ import annotations

import runpy
import sys
from importlib import import_module
from importlib.metadata import distribution

# What each extra is for: modules that cannot be imported without it.
_FOR_EXTRA = {
    "codegen": (
        "clientkit_codegen.command",
        "clientkit_codegen.generation.package",
        "clientkit_codegen.gates",
    ),
    "cli": ("clientkit.commands.management",),
    "mcp": ("clientkit.mcp.command", "clientkit.mcp.server"),
    "langchain": ("alsorn.integrations.langchain",),
    "sandbox": ("clientkit_sandbox.engine.server", "uvicorn"),
    "sbn": ("sbn.cli.app", "jwt", "cryptography"),
}
_FOR_EXTRA["all"] = tuple(name for extra, names in _FOR_EXTRA.items() if extra != "codegen" for name in names)


def main(extra: str, quickstarts: list[str]) -> int:
    """Run the command; return its exit code."""
    record = distribution("clientkit").files or ()
    tops = sorted({path.parts[0] for path in record if path.name == "py.typed"})
    for name in tops:
        module = import_module(name)
        for each in getattr(module, "__all__", ()):
            getattr(module, each)
    for name in _FOR_EXTRA.get(extra, ()):
        import_module(name)
    for path in quickstarts:
        runpy.run_path(path, run_name="__main__")
    return 0 if tops else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
