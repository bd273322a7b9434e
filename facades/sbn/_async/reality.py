"""Reality: facts, the evidence for and against them, and the sources they come from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from clientkit.arguments import nonempty, optional_string, string
from clientkit.facade import AsyncResource
from clientkit.operation import UNSET, given
from sbn_api.api import reality as api

from sbn import answers, uploads
from sbn.checks import filled, filled_items, json_objects
from sbn.lazy import wire

if TYPE_CHECKING:
    from sbn_api import dicts
    from sbn_api.models import ReviewBody


class AsyncRealityClient(AsyncResource):
    """Reality: facts, the evidence for and against them, and the sources they come from.

    Every method returns the service's JSON. What changes something is never repeated by itself when its
    outcome is not clear.
    """

    async def create_fact(
        self,
        text: str,
        *,
        entities: Iterable[Any] | None = None,
        claims: Iterable[Any] | None = None,
        citations: Iterable[Any] | None = None,
        is_public: bool = False,
    ) -> dicts.Fact:
        """Create a fact.

        Args:
            text: The fact in words.
            entities: What it is about; none are not sent.
            claims: What it claims; none are not sent.
            citations: Where it is from; none are not sent.
            is_public: Whether others may see it.

        Returns:
            The fact; its id is under `fact_id`.

        Raises:
            SbnError: The service refused.
            TypeError: One of the lists is a single string or mapping; nothing was sent.

        Operation: reality_create_fact
        """
        body = wire.FactCreate(
            text=text,
            is_public=is_public,
            entities=filled_items("entities", entities),
            claims=filled_items("claims", claims),
            citations=filled_items("citations", citations),
        )
        return await self._send(api.reality_create_fact.OPERATION(body=body), answers.opened)

    async def get_fact(self, fact_id: str) -> dicts.Fact:
        """Get a fact.

        Args:
            fact_id: Id of the fact.

        Raises:
            SbnNotFoundError: There is no such fact.

        Operation: reality_get_fact
        """
        return await self._send(api.reality_get_fact.OPERATION(fact_id), answers.opened)

    async def list_facts(
        self,
        *,
        entity: str | None = None,
        state: str | None = None,
        include_public: bool = False,
        limit: int = 100,
        offset: int = 0,
    ) -> dicts.FactList:
        """List facts; `search_facts` gives the rows alone.

        Args:
            entity: Only about this entity.
            state: Only in this state.
            include_public: Whether to add public facts.
            limit: Facts at most.
            offset: Facts to leave out.

        Returns:
            The answer; the facts are under `items`.

        Operation: reality_list_facts
        """
        call = api.reality_list_facts.OPERATION(
            entity=filled(entity),
            state=filled(state),
            include_public=UNSET if include_public is False else include_public,
            limit=limit,
            offset=offset,
        )
        return await self._send(call, answers.opened)

    async def search_facts(self, *, entity: str | None = None, state: str | None = None) -> list[dicts.Fact]:
        """List facts as rows; how many is for the service to decide.

        Args:
            entity: Only about this entity.
            state: Only in this state.

        Operation: reality_list_facts
        """
        call = api.reality_list_facts.OPERATION(entity=filled(entity), state=filled(state))
        return await self._send(call, lambda data: answers.rows(data, "items"))

    async def ingest_evidence(self, items: Iterable[Mapping[str, Any]]) -> dicts.EvidenceAnswer:
        """Take in evidence and link it to facts.

        Args:
            items: The pieces, mappings.

        Returns:
            The pieces, and under `links_created` how many links were made.

        Raises:
            SbnError: The service refused.
            ValueError: A piece is no mapping; nothing was sent.
            TypeError: `items` is a single piece; nothing was sent.

        Operation: reality_ingest_evidence
        """
        body = wire.EvidenceIngest(items=json_objects("items", items))
        return await self._send(api.reality_ingest_evidence.OPERATION(body=body), answers.opened)

    async def create_evidence(self, items: Iterable[Mapping[str, Any]]) -> dicts.EvidenceAnswer:
        """Do what `ingest_evidence` does.

        Args:
            items: Pieces of evidence, as `ingest_evidence` takes them.

        Operation: reality_ingest_evidence
        """
        return await self.ingest_evidence(items)

    async def ingest_content(
        self,
        content: str,
        *,
        source_uri: str | None = None,
        source_type: str = "text",
        source_title: str | None = None,
        submitted_by: str | None = None,
        submission_channel: str = "sdk",
        gec_domain: str | None = None,
    ) -> dicts.Ingestion:
        """Take in a text as a source.

        Args:
            content: The text.
            source_uri: Where it is from.
            source_type: What the source is.
            source_title: Its title.
            submitted_by: Who sends it.
            submission_channel: How it was sent.
            gec_domain: Domain of the text.

        Returns:
            The ingestion.

        Operation: reality_ingest_content
        """
        body = wire.ContentIngest(
            content=content,
            source_type=source_type,
            submission_channel=submission_channel,
            source_uri=given(filled(source_uri)),
            source_title=given(filled(source_title)),
            submitted_by=given(filled(submitted_by)),
            gec_domain=given(filled(gec_domain)),
        )
        return await self._send(api.reality_ingest_content.OPERATION(body=body), answers.opened)

    async def upload_source(
        self,
        path: str | os.PathLike[str],
        *,
        source_type: str | None = None,
        source_title: str | None = None,
        submitted_by: str | None = None,
        submission_channel: str = "sdk_upload",
        gec_domain: str | None = None,
    ) -> dicts.Ingestion:
        """Upload a file as a source.

        The file is read while it is sent, so its size does not matter; `with_options(timeout=…)` gives a
        large one the time that it takes.

        Args:
            path: The file; its base name is sent.
            source_type: What the source is; the suffix of the file by default, `text` without one.
            source_title: Its title.
            submitted_by: Who sends it.
            submission_channel: How it was sent.
            gec_domain: Domain of the file.

        Returns:
            The ingestion.

        Raises:
            SbnError: The service refused.
            OSError: The file cannot be read; nothing was sent.

        Operation: reality_upload_source
        """
        with uploads.source(path) as file:
            body = wire.SourceUpload(
                file=file,
                source_type=string(
                    "source_type", uploads.type_of(file) if source_type in (None, "") else source_type
                ),
                submission_channel=string("submission_channel", submission_channel),
                source_title=given(optional_string("source_title", filled(source_title))),
                submitted_by=given(optional_string("submitted_by", filled(submitted_by))),
                gec_domain=given(optional_string("gec_domain", filled(gec_domain))),
            )
            return await self._send(api.reality_upload_source.OPERATION(body=body), answers.opened)

    async def list_ingestions(
        self, *, status: str | None = None, limit: int = 50, offset: int = 0
    ) -> dicts.IngestionList:
        """List ingestions.

        Args:
            status: Only in this state.
            limit: Ingestions at most.
            offset: Ingestions to leave out.

        Returns:
            The answer; the ingestions are under `items`.

        Operation: reality_list_ingestions
        """
        call = api.reality_list_ingestions.OPERATION(limit=limit, offset=offset, status=filled(status))
        return await self._send(call, answers.opened)

    async def get_ingestion(self, ingestion_id: str) -> dicts.Ingestion:
        """Get an ingestion.

        Args:
            ingestion_id: Id of the ingestion.

        Returns:
            The ingestion with its `chunks`, `facts` and `evidence`.

        Raises:
            SbnNotFoundError: There is no such ingestion.

        Operation: reality_get_ingestion
        """
        return await self._send(api.reality_get_ingestion.OPERATION(ingestion_id), answers.opened)

    async def recompute(self, fact_id: str) -> dicts.Recomputation:
        """Compute the scores of a fact again.

        Args:
            fact_id: Id of the fact.

        Returns:
            `state`, `trust_score`, `density_index`, `compression_index` and the hash of the receipt.

        Raises:
            SbnNotFoundError: There is no such fact.

        Operation: reality_recompute
        """
        call = api.reality_recompute.OPERATION(fact_id, body=wire.Empty())
        return await self._send(call, answers.opened)

    async def recompute_fact(self, fact_id: str) -> dicts.Recomputation:
        """Do what `recompute` does.

        Args:
            fact_id: Id of the fact.

        Operation: reality_recompute
        """
        return await self.recompute(fact_id)

    async def promote_fact(self, fact_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Request the promotion of a fact.

        Args:
            fact_id: The fact.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_promote_fact
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(api.reality_promote_fact.OPERATION(fact_id, body=body), answers.opened)

    async def handoff_fact(self, fact_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Prepare the hand-off of a fact.

        Args:
            fact_id: The fact.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_handoff_fact
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(api.reality_handoff_fact.OPERATION(fact_id, body=body), answers.opened)

    async def submit_fact(self, fact_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Submit a fact to the network.

        Args:
            fact_id: The fact.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_submit_fact
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(api.reality_submit_fact.OPERATION(fact_id, body=body), answers.opened)

    async def promote_evidence(self, evidence_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Request the promotion of a piece of evidence.

        Args:
            evidence_id: The piece of evidence.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_promote_evidence
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(
            api.reality_promote_evidence.OPERATION(evidence_id, body=body), answers.opened
        )

    async def handoff_evidence(self, evidence_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Prepare the hand-off of a piece of evidence.

        Args:
            evidence_id: The piece of evidence.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_handoff_evidence
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(
            api.reality_handoff_evidence.OPERATION(evidence_id, body=body), answers.opened
        )

    async def submit_evidence(self, evidence_id: str, *, note: str | None = None) -> dicts.HandoffAnswer:
        """Submit a piece of evidence to the network.

        Args:
            evidence_id: The piece of evidence.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such thing.

        Operation: reality_submit_evidence
        """
        body = wire.NoteBody(note=given(note))
        return await self._send(api.reality_submit_evidence.OPERATION(evidence_id, body=body), answers.opened)

    async def get_evidence(self, evidence_id: str) -> dicts.Evidence:
        """Get a piece of evidence.

        Args:
            evidence_id: Id of the evidence.

        Raises:
            SbnNotFoundError: There is no such evidence.

        Operation: reality_get_evidence
        """
        return await self._send(api.reality_get_evidence.OPERATION(evidence_id), answers.opened)

    async def review_fact(
        self, fact_id: str, *, action: str, target_fact_id: str | None = None, note: str | None = None
    ) -> dicts.FactReview:
        """Review a fact.

        Args:
            fact_id: The fact.
            action: `accept`, `reject` or `merge`.
            target_fact_id: The fact to merge it into.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such fact.

        Operation: reality_review_fact
        """
        body = _review(action, target_fact_id, note)
        return await self._send(api.reality_review_fact.OPERATION(fact_id, body=body), answers.opened)

    async def list_review_queue(self) -> dicts.ReviewQueue:
        """List what waits for a review.

        Returns:
            The answer; the suggestions are under `items` or `review_queue`.

        Operation: reality_list_review_queue
        """
        return await self._send(api.reality_list_review_queue.OPERATION(), answers.opened)

    async def resolve_review_queue(
        self, suggestion_id: str, *, action: str, target_fact_id: str | None = None, note: str | None = None
    ) -> dicts.QueueResolution:
        """Resolve a suggestion of the review queue.

        Args:
            suggestion_id: The suggestion.
            action: `accept` or `dismiss`.
            target_fact_id: The fact that it is about.
            note: A note; an empty one is sent.

        Raises:
            SbnNotFoundError: There is no such suggestion.

        Operation: reality_resolve_review_queue
        """
        body = _review(action, target_fact_id, note)
        call = api.reality_resolve_review_queue.OPERATION(suggestion_id, body=body)
        return await self._send(call, answers.opened)

    async def get_operations(self) -> dicts.RealityOperations:
        """Get what waits for a review, and what was requested, prepared and submitted.

        Operation: reality_get_operations
        """
        return await self._send(api.reality_get_operations.OPERATION(), answers.opened)

    async def get_lattice(self) -> dicts.RealityLattice:
        """Get facts and evidence as a graph.

        Returns:
            `nodes` and `edges`; the `kind` of an edge is `supports` or `contradicts`.

        Operation: reality_get_lattice
        """
        return await self._send(api.reality_get_lattice.OPERATION(), answers.opened)

    async def health(self) -> dict[str, Any]:
        """Get the state of the reality service.

        Operation: reality_health
        """
        return await self._send(api.reality_health.OPERATION(), answers.opened)


def _review(action: str, target_fact_id: str | None, note: str | None) -> ReviewBody:
    return wire.ReviewBody(
        action=nonempty("action", action), target_fact_id=given(filled(target_fact_id)), note=given(note)
    )
