"""Whether every public method of every client has its command, or a reason why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.generation import layout

# In a process of its own: it imports the clients of the repository, which may not be those of this process.
_PROGRAM = """
import json, sys
from clientkit.commands.catalog import catalog
print(json.dumps({name: list(catalog(name).problems()) for name in sys.argv[1:]}))
"""


def commands() -> list[Finding]:
    """Compare the public methods of clients with the declarations of their commands."""
    project = layout.project()
    names = [
        name
        for service in layout.services()
        for name in service.facades
        if (project.facades / name / "commands.py").is_file()
    ]
    if not names:
        return []
    path = os.pathsep.join(map(str, [project.generated, project.facades]))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, *names],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return [Finding(f"the clients cannot be imported: {done.stderr.strip().splitlines()[-1]}")]
    found: dict[str, list[str]] = json.loads(done.stdout)
    return [
        Finding(f"{file}: {problem}", file)
        for name, problems in found.items()
        for file in [layout.relative(project.facades / name / "commands.py")]
        for problem in problems
    ]
