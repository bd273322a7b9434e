"""Reality: facts, evidence and sources. How scores are made, and most shapes, are provisional."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from clientkit_sandbox._sbn.service import caller, page, service
from clientkit_sandbox._sbn.state import Json, State, invalid, missing, new_id
from clientkit_sandbox.engine import Call, FormFile

_KINDS = ("supports", "contradicts")
_PARAGRAPHS = re.compile(r"\n\s*\n")


@service.operation("reality_create_fact")
def create_fact(call: Call[State]) -> Any:
    """Create a fact that nobody has looked at yet."""
    body, state = call.body, call.state
    fact: Json = {
        "fact_id": new_id("fact"),
        "text": body["text"],
        **{name: body.get(name, []) for name in ("entities", "claims", "citations")},
        "is_public": body["is_public"],
        "state": "unverified",
        "trust_score": None,
        "project_id": caller(call).project_id,
        "created_at": state.stamp(),
    }
    _suggest(call, fact)
    state.reality.facts[fact["fact_id"]] = fact
    return fact


def _suggest(call: Call[State], fact: Json) -> None:
    """Suggest to review a fact that says what another one says; what is suggested is provisional."""
    for other in _facts(call):
        if other["text"] == fact["text"]:
            suggestion_id = new_id("sug")
            call.state.reality.suggestions[suggestion_id] = {
                "suggestion_id": suggestion_id,
                "branch_kind": "duplicate",
                "reason": "The texts are the same",
                "subject": fact["text"],
                "predicate": "says",
                "fact_ids": [other["fact_id"], fact["fact_id"]],
            }


def _facts(call: Call[State], *, public: bool = False) -> list[Json]:
    project = caller(call).project_id
    facts = call.state.reality.facts.values()
    return [fact for fact in facts if fact["project_id"] == project or (public and fact["is_public"])]


def _fact(call: Call[State]) -> Json:
    for fact in _facts(call, public=True):
        if fact["fact_id"] == call.path["fact_id"]:
            return fact
    raise missing("fact", call.path["fact_id"])


@service.operation("reality_get_fact")
def get_fact(call: Call[State]) -> Any:
    """Return a fact, one's own or a public one."""
    return _fact(call)


@service.operation("reality_list_facts")
def list_facts(call: Call[State]) -> Any:
    """List facts in the order in which they were made."""
    query = call.query
    found = [
        fact
        for fact in _facts(call, public=query.get("include_public", False))
        if query.get("entity") in (None, *_texts(fact["entities"]))
        and query.get("state") in (None, fact["state"])
    ]
    return {"items": page(call, found), "total": len(found)}


def _texts(entities: list[Any]) -> list[str]:
    """Return what entities are called, whether they are texts or objects with a name."""
    return [str(each.get("name") if isinstance(each, dict) else each) for each in entities]


@service.operation("reality_ingest_evidence")
def ingest_evidence(call: Call[State]) -> Any:
    """Keep evidence; a piece is linked to the fact under its `fact_id`, when there is one."""
    taken = []
    for item in call.body["items"]:
        piece = {"kind": "supports", **item, "evidence_id": new_id("ev")}
        call.state.reality.evidence[piece["evidence_id"]] = piece
        taken.append(piece)
    known = [fact["fact_id"] for fact in _facts(call)]
    return {"evidence": taken, "links_created": sum(piece.get("fact_id") in known for piece in taken)}


def _linked(call: Call[State], fact: Json) -> list[Json]:
    evidence = call.state.reality.evidence.values()
    return [piece for piece in evidence if piece.get("fact_id") == fact["fact_id"]]


@service.operation("reality_recompute")
def recompute(call: Call[State]) -> Any:
    """Weigh the evidence for and against a fact; every weighing has a receipt."""
    fact = _fact(call)
    kinds = [piece["kind"] for piece in _linked(call, fact)]
    pro, contra = (kinds.count(kind) for kind in _KINDS)
    fact["state"] = _state(pro, contra)
    fact["trust_score"] = (pro + 1) / (pro + contra + 2)
    scores = {name: fact[name] for name in ("fact_id", "state", "trust_score")}
    scores["density_index"] = len(kinds) / (len(kinds) + 1)
    scores["compression_index"] = 1 / (len(fact["claims"]) + 1)
    receipt = call.state.issue_receipt("fact", fact["fact_id"], scores)
    return {**scores, "receipt_hash": receipt["snapchore_hash"]}


def _state(pro: int, contra: int) -> str:
    if pro and contra:
        return "contested"
    return "supported" if pro else "contradicted" if contra else "unverified"


@service.operation("reality_ingest_content")
def ingest_content(call: Call[State]) -> Any:
    """Take in a text."""
    return _ingested(call, call.body["content"])


@service.operation("reality_upload_source")
def upload_source(call: Call[State]) -> Any:
    """Take in a file; it is read as text."""
    file: FormFile = call.body["file"]
    facts = {
        "file_name": file.name,
        "size_bytes": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
    }
    return _ingested(call, file.content.decode(errors="replace"), **facts)


def _ingested(call: Call[State], text: str, **facts: Any) -> Json:
    known = ("source_type", "source_uri", "source_title", "submitted_by", "submission_channel", "gec_domain")
    ingestion = {
        "id": new_id("ing"),
        "status": "completed",
        **{name: call.body.get(name) for name in known},
        **facts,
        "chunks": [part.strip() for part in _PARAGRAPHS.split(text) if part.strip()],
        "facts": [],
        "evidence": [],
        "created_at": call.state.stamp(),
    }
    call.state.reality.ingestions[ingestion["id"]] = ingestion
    return ingestion


@service.operation("reality_list_ingestions")
def list_ingestions(call: Call[State]) -> Any:
    """List ingestions without what came of them, newest first."""
    wanted = call.query.get("status")
    ingestions = reversed(call.state.reality.ingestions.values())
    found = [
        {name: value for name, value in each.items() if name not in ("chunks", "facts", "evidence")}
        for each in ingestions
        if wanted in (None, each["status"])
    ]
    return {"items": page(call, found), "total": len(found)}


@service.operation("reality_get_ingestion")
def get_ingestion(call: Call[State]) -> Any:
    """Return an ingestion."""
    found = call.state.reality.ingestions.get(call.path["ingestion_id"])
    if found is None:
        raise missing("ingestion", call.path["ingestion_id"])
    return found


@service.operation("reality_get_lattice")
def get_lattice(call: Call[State]) -> Any:
    """Return facts, and the evidence that is linked to them."""
    nodes, edges = [], []
    for fact in _facts(call):
        nodes.append({"id": fact["fact_id"], "type": "fact", "label": fact["text"]})
        for piece in _linked(call, fact):
            nodes.append({"id": piece["evidence_id"], "type": "evidence"})
            edges.append({"source": piece["evidence_id"], "target": fact["fact_id"], "kind": piece["kind"]})
    return {"nodes": nodes, "edges": edges}


@service.operation("reality_health")
def health(call: Call[State]) -> Any:
    """Say that reality is up."""
    return {"status": "ok", "facts": len(_facts(call))}


def _piece(call: Call[State]) -> Json:
    evidence_id = call.path["evidence_id"]
    if evidence_id not in call.state.reality.evidence:
        raise missing("evidence", evidence_id)
    return call.state.reality.evidence[evidence_id]


def _thing(call: Call[State]) -> Json:
    return _fact(call) if "fact_id" in call.path else _piece(call)


@service.operation("reality_get_evidence")
def get_evidence(call: Call[State]) -> Any:
    """Return a piece of evidence."""
    return {"promotion_status": "local_only", "source_uri": None, **_piece(call)}


@service.operation("reality_promote_fact")
@service.operation("reality_promote_evidence")
def promote(call: Call[State]) -> Any:
    """Note that a promotion was requested; any order of the steps is accepted, which is provisional."""
    thing = _thing(call)
    thing |= {"promotion_status": "promotion_requested", "requested_at": call.state.stamp()}
    return {
        "promotion_status": thing["promotion_status"],
        "requested_at": thing["requested_at"],
        "next_step": "handoff",
    }


@service.operation("reality_handoff_fact")
@service.operation("reality_handoff_evidence")
def handoff(call: Call[State]) -> Any:
    """Prepare a hand-off."""
    thing = _thing(call)
    thing["promotion_status"] = "handoff_prepared"
    package = {"handoff_status": "handoff_prepared", "promotion_status": thing["promotion_status"]}
    return {"handoff_package": package, "prepared_at": call.state.stamp()}


@service.operation("reality_submit_fact")
@service.operation("reality_submit_evidence")
def submit(call: Call[State]) -> Any:
    """Submit to the network, which has a receipt."""
    thing = _thing(call)
    key = thing.get("fact_id") if "fact_id" in call.path else thing["evidence_id"]
    receipt = call.state.issue_receipt("reality", str(key), {"id": key})
    thing |= {"promotion_status": "submitted", "latest_receipt_hash": receipt["snapchore_hash"]}
    facts = {"status": "submitted", "receipt_hash": receipt["snapchore_hash"]}
    return {"submission": {**facts, "submitted_at": call.state.stamp()}}


@service.operation("reality_review_fact")
def review_fact(call: Call[State]) -> Any:
    """Review a fact; a merge needs the fact to merge into."""
    body, fact = call.body, _fact(call)
    states = {"accept": "accepted", "reject": "rejected", "merge": "merged"}
    if body["action"] not in states:
        raise invalid("action", f"must be one of {', '.join(states)}")
    target = _target(call)
    if body["action"] == "merge" and target is None:
        raise invalid("target_fact_id", "must be given to merge")
    fact["state"] = states[body["action"]]
    review = {
        "action": body["action"],
        "target_fact_id": body.get("target_fact_id"),
        "reviewed_by": caller(call).project_id,
        "reviewed_at": call.state.stamp(),
    }
    merged = {} if target is None else {"merge_target": {"fact_id": target["fact_id"]}}
    return {"review": review, "state": fact["state"], **merged}


def _target(call: Call[State]) -> Json | None:
    fact_id = call.body.get("target_fact_id")
    if fact_id is None:
        return None
    if fact_id not in call.state.reality.facts:
        raise missing("fact", fact_id)
    return call.state.reality.facts[fact_id]


@service.operation("reality_list_review_queue")
def list_review_queue(call: Call[State]) -> Any:
    """List what waits for a review."""
    return {"items": list(call.state.reality.suggestions.values())}


@service.operation("reality_resolve_review_queue")
def resolve_review_queue(call: Call[State]) -> Any:
    """Resolve a suggestion, which is then gone."""
    suggestion_id, action = call.path["suggestion_id"], call.body["action"]
    if suggestion_id not in call.state.reality.suggestions:
        raise missing("suggestion", suggestion_id)
    if action not in ("accept", "dismiss"):
        raise invalid("action", "must be accept or dismiss")
    target = _target(call)
    suggestion = call.state.reality.suggestions.pop(suggestion_id)
    fact_id = suggestion["fact_ids"][0] if target is None else target["fact_id"]
    return {"action": action, "target_fact": {"fact_id": fact_id}, "recomputed_facts": suggestion["fact_ids"]}


@service.operation("reality_get_operations")
def get_operations(call: Call[State]) -> Any:
    """Return what is under way."""
    reality = call.state.reality

    def at(status: str) -> Json:
        return {
            "facts": [each for each in _facts(call) if each.get("promotion_status") == status],
            "evidence": [
                each for each in reality.evidence.values() if each.get("promotion_status") == status
            ],
        }

    stages = ("promotion_requested", "handoff_prepared", "submitted")
    return {"review_queue": list(reality.suggestions.values()), **{stage: at(stage) for stage in stages}}
