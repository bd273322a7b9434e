"""What has to hold before anything is merged, short of tests: one function a gate.

A gate is a function without arguments that returns its findings, one text each: what is wrong, where, and
what to type to mend it. No finding means that it holds. To add a gate, write the function and name it in
`GATES`.
"""

from __future__ import annotations

from collections.abc import Callable

from gates.drift import hashes, regeneration
from gates.imports import imports
from gates.quality import style, types
from gates.specs import specs

Gate = Callable[[], list[str]]

# The first needs no tools and takes no time; it is run before the others, which are run side by side.
GATES: dict[str, Gate] = {
    "hashes": hashes,
    "regeneration": regeneration,
    "specs": specs,
    "imports": imports,
    "types": types,
    "style": style,
}
