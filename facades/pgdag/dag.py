"""Templates, results and the runner, under the module name of the published package."""

from pgdag.result import DAGResult, NodeResult, RunResult, WaitForEvent
from pgdag.runner import PGDAGRunner
from pgdag.template import DAGEdge, DAGNode, DAGTemplate

__all__ = [
    "DAGEdge",
    "DAGNode",
    "DAGResult",
    "DAGTemplate",
    "NodeResult",
    "PGDAGRunner",
    "RunResult",
    "WaitForEvent",
]
