"""What has to hold before anything is merged, short of tests: one function a gate.

A gate is a function without arguments that returns its findings: what is wrong, where, and what to type to
fix it; a text, or a `Finding` where programs want more of it. It holds when none of them fails.
To add a gate, write the function and name it in `GATES`.
"""

from __future__ import annotations

from clientkit_codegen.gates.breaking import breaking
from clientkit_codegen.gates.commands import commands
from clientkit_codegen.gates.docstrings import docstrings
from clientkit_codegen.gates.drift import hashes, regeneration
from clientkit_codegen.gates.finding import Finding, Gate, as_finding
from clientkit_codegen.gates.imports import imports
from clientkit_codegen.gates.inventory import inventory
from clientkit_codegen.gates.lint import lint
from clientkit_codegen.gates.lock import lock
from clientkit_codegen.gates.modules import modules
from clientkit_codegen.gates.private import private
from clientkit_codegen.gates.quality import style, types
from clientkit_codegen.gates.specs import specs
from clientkit_codegen.gates.surface import surface

__all__ = ["GATES", "Finding", "Gate", "as_finding"]

# The first needs no tools and takes no time; it is run before the others, which are run side by side.
GATES: dict[str, Gate] = {
    "hashes": hashes,
    "lock": lock,
    "regeneration": regeneration,
    "specs": specs,
    "lint": lint,
    "breaking": breaking,
    "inventory": inventory,
    "surface": surface,
    "docstrings": docstrings,
    "commands": commands,
    "imports": imports,
    "modules": modules,
    "private": private,
    "types": types,
    "style": style,
}
