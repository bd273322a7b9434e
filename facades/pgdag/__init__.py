"""pgdag: an execution kernel that leaves a proof of every step. It needs no network.

from pgdag import DAGNode, DAGTemplate, PGDAGRunner

runner = PGDAGRunner(strict=True)
runner.register_step("reserve", reserve)
result = await runner.execute(DAGTemplate("order", nodes=[DAGNode("reserve")]), {"order": 7})
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

if TYPE_CHECKING:
    from pgdag.artifact import (
        LocalSealBackend,
        ProofArtifact,
        ProofStatus,
        ProofWriter,
        SbnSealBackend,
        SealBackend,
    )
    from pgdag.cdna import CdnaRecord, MutationStrategy, MutationTrigger
    from pgdag.chains import (
        ChainEntry,
        ChainHealthReport,
        ChainHealthTracker,
        ChainState,
        EvidenceChainManager,
        chain_id,
    )
    from pgdag.checkpoint import CheckpointFile
    from pgdag.edges import EdgeEmitter
    from pgdag.entity import EntityCheckpoint, EntityReducer, EntityState
    from pgdag.envelope import SnapChoreCapture, StepEnvelope, StepEnvelopeBuilder, canonical_fingerprint
    from pgdag.errors import CheckpointError, CycleError, RemoteError, TemplateError
    from pgdag.factory import ExecutionLayer, build
    from pgdag.failures import BlockingCallError, RemoteFailure, UnclearWriteError
    from pgdag.gate import IdempotencyGate, SnapChoreDiscover
    from pgdag.handoff import (
        HandoffEnvelope,
        abuild_handoff,
        avalidate_upstream_proof,
        build_handoff,
        validate_upstream_proof,
    )
    from pgdag.interrupt import InterruptionHandler, InterruptionSignal
    from pgdag.lineage import (
        DriftDetector,
        DriftReport,
        EvolutionaryMutator,
        LineageManager,
        MutationProof,
    )
    from pgdag.progress import Progress, RunFinished, RunStarted, StepFinished, StepStarted, StepWaiting
    from pgdag.reducer import Reducer, ReducerStatus, RunState, merkle_root
    from pgdag.render import render_mermaid, render_text
    from pgdag.result import DAGResult, NodeResult, RunResult, WaitForEvent
    from pgdag.runner import PGDAGRunner
    from pgdag.state import Checkpoint
    from pgdag.steps import StepContext, StepFn, StepRunner
    from pgdag.template import DAGEdge, DAGNode, DAGTemplate

KERNEL_VERSION = "0.9.0"
"""Version of the published kernel whose behaviour this is."""

__all__ = [
    "BlockingCallError",
    "CdnaRecord",
    "ChainEntry",
    "ChainHealthReport",
    "ChainHealthTracker",
    "ChainState",
    "Checkpoint",
    "CheckpointError",
    "CheckpointFile",
    "CycleError",
    "DAGEdge",
    "DAGNode",
    "DAGResult",
    "DAGTemplate",
    "DriftDetector",
    "DriftReport",
    "EdgeEmitter",
    "EntityCheckpoint",
    "EntityReducer",
    "EntityState",
    "EvidenceChainManager",
    "EvolutionaryMutator",
    "ExecutionLayer",
    "HandoffEnvelope",
    "IdempotencyGate",
    "InterruptionHandler",
    "InterruptionSignal",
    "KERNEL_VERSION",
    "LineageManager",
    "LocalSealBackend",
    "MutationProof",
    "MutationStrategy",
    "MutationTrigger",
    "NodeResult",
    "PGDAGRunner",
    "Progress",
    "ProofArtifact",
    "ProofStatus",
    "ProofWriter",
    "Reducer",
    "ReducerStatus",
    "RemoteError",
    "RemoteFailure",
    "RunFinished",
    "RunResult",
    "RunStarted",
    "RunState",
    "SbnSealBackend",
    "SealBackend",
    "SnapChoreCapture",
    "SnapChoreDiscover",
    "StepContext",
    "StepEnvelope",
    "StepEnvelopeBuilder",
    "StepFinished",
    "StepFn",
    "StepRunner",
    "StepStarted",
    "StepWaiting",
    "TemplateError",
    "UnclearWriteError",
    "WaitForEvent",
    "__version__",
    "abuild_handoff",
    "avalidate_upstream_proof",
    "build",
    "build_handoff",
    "canonical_fingerprint",
    "chain_id",
    "merkle_root",
    "render_mermaid",
    "render_text",
    "validate_upstream_proof",
]

# Importing the kernel costs nothing: each name waits to be asked for.
_HOMES = {
    "LocalSealBackend": ".artifact",
    "ProofArtifact": ".artifact",
    "ProofStatus": ".artifact",
    "ProofWriter": ".artifact",
    "SbnSealBackend": ".artifact",
    "SealBackend": ".artifact",
    "CdnaRecord": ".cdna",
    "MutationStrategy": ".cdna",
    "MutationTrigger": ".cdna",
    "ChainEntry": ".chains",
    "ChainHealthReport": ".chains",
    "ChainHealthTracker": ".chains",
    "ChainState": ".chains",
    "EvidenceChainManager": ".chains",
    "chain_id": ".chains",
    "Checkpoint": ".state",
    "CheckpointFile": ".checkpoint",
    "DAGEdge": ".template",
    "DAGNode": ".template",
    "DAGResult": ".result",
    "DAGTemplate": ".template",
    "NodeResult": ".result",
    "RunResult": ".result",
    "WaitForEvent": ".result",
    "EdgeEmitter": ".edges",
    "EntityCheckpoint": ".entity",
    "EntityReducer": ".entity",
    "EntityState": ".entity",
    "SnapChoreCapture": ".envelope",
    "StepEnvelope": ".envelope",
    "StepEnvelopeBuilder": ".envelope",
    "canonical_fingerprint": ".envelope",
    "BlockingCallError": ".failures",
    "CheckpointError": ".errors",
    "CycleError": ".errors",
    "RemoteError": ".errors",
    "RemoteFailure": ".failures",
    "TemplateError": ".errors",
    "UnclearWriteError": ".failures",
    "ExecutionLayer": ".factory",
    "build": ".factory",
    "IdempotencyGate": ".gate",
    "SnapChoreDiscover": ".gate",
    "HandoffEnvelope": ".handoff",
    "abuild_handoff": ".handoff",
    "avalidate_upstream_proof": ".handoff",
    "build_handoff": ".handoff",
    "validate_upstream_proof": ".handoff",
    "InterruptionHandler": ".interrupt",
    "InterruptionSignal": ".interrupt",
    "DriftDetector": ".lineage",
    "DriftReport": ".lineage",
    "EvolutionaryMutator": ".lineage",
    "LineageManager": ".lineage",
    "MutationProof": ".lineage",
    "Progress": ".progress",
    "RunFinished": ".progress",
    "RunStarted": ".progress",
    "StepFinished": ".progress",
    "StepStarted": ".progress",
    "StepWaiting": ".progress",
    "Reducer": ".reducer",
    "ReducerStatus": ".reducer",
    "RunState": ".reducer",
    "merkle_root": ".reducer",
    "render_mermaid": ".render",
    "render_text": ".render",
    "PGDAGRunner": ".runner",
    "StepContext": ".steps",
    "StepFn": ".steps",
    "StepRunner": ".steps",
}
__getattr__, __dir__ = exports(__name__, _HOMES)
