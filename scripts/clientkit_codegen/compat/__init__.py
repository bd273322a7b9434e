"""What a change of an OpenAPI document does to those who call the service and those who read its answers.

Pure: two documents in, changes out; no network, no git, nothing of this repository. `compare` is for two
versions of one document, `drift` for our document and the one that a server publishes.
"""

from clientkit_codegen.compat.changes import CALLERS, READERS, Change
from clientkit_codegen.compat.document import Document, UnreadableError, parse
from clientkit_codegen.compat.live import Drift, drift
from clientkit_codegen.compat.operations import compare

__all__ = [
    "CALLERS",
    "READERS",
    "Change",
    "Document",
    "Drift",
    "UnreadableError",
    "compare",
    "drift",
    "parse",
]
