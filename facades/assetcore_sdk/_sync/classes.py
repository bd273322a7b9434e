# Derived from facades/assetcore_sdk/_async/classes.py by make generate; edit that file.
"""Classes: registering and finding them."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from assetcore_api.api import classes as api
from assetcore_sdk._sync.base import Calls
from assetcore_sdk.checks import identifier, namespace, optional_mapping, path_id
from assetcore_sdk.lazy import models, wire
from clientkit.arguments import integer, mapping, nonempty, optional_nonempty
from clientkit.facade import Items
from clientkit.operation import given

if TYPE_CHECKING:
    from assetcore_sdk.models import (
        ClassListResponse,
        ClassResponse,
        ClassShapesResponse,
        ClassStatsResponse,
        ClassSummary,
        RegisterResponse,
    )


class Classes(Calls):
    """Classes: registering and finding them."""

    def register_class_sync(
        self,
        class_id: int | str,
        name: str,
        flags: int | None = None,
        behavior: Mapping[str, Any] | None = None,
        *,
        namespace_id: int = 1,
        idempotency_key: str | None = None,
    ) -> RegisterResponse:
        """Register a class outside a transaction; the operation `RegisterClass` does it within one.

        Args:
            class_id: The class.
            name: Its name, not empty.
            flags: Bit mask, 0 or more; what the bits mean is not documented. The service's default is 0.
            behavior: How it behaves, such as `{"balance_scale": 1000}`.
            namespace_id: The namespace, from 1.
            idempotency_key: Names this registration; made here when not given.

        Raises:
            ConflictError: The class exists already.
            ValueError: An argument is out of bounds; nothing was sent.

        Operation: register_class_endpoint
        """
        identifier("class_id", class_id)
        optional_mapping("behavior", behavior)
        body = wire.RegisterClassRequest(
            class_id=class_id,
            name=nonempty("name", name),
            flags=given(None if flags is None else integer("flags", flags, 0)),
            behavior=given(
                None if behavior is None else wire.ClassBehavior.from_dict(mapping("behavior", behavior))
            ),
            idempotency_key=given(optional_nonempty("idempotency_key", idempotency_key)),
        )
        call = api.register_class_endpoint.OPERATION(namespace(namespace_id), body=body)
        read = models.RegisterResponse.reader(call.idempotency_key, namespace_id, self._session)
        return self._send_sync(call, read)

    def register_class_shape_sync(
        self,
        class_id: int | str,
        width: int,
        height: int,
        stack_key: int | None = None,
        *,
        namespace_id: int = 1,
        idempotency_key: str | None = None,
    ) -> RegisterResponse:
        """Register the shape of a class outside a transaction; `RegisterClassShape` does it within one.

        Args:
            class_id: The class.
            width: Columns, from 1.
            height: Rows, from 1.
            stack_key: Variant of the stack that has the shape, 0 or more.
            namespace_id: The namespace, from 1.
            idempotency_key: Names this registration; made here when not given.

        Raises:
            NotFoundError: There is no such class.
            ValueError: An argument is out of bounds; nothing was sent.

        Operation: register_class_shape_endpoint
        """
        identifier("class_id", class_id)
        body = wire.RegisterClassShapeRequest(
            class_id=class_id,
            shape=wire.Shape(width=integer("width", width, 1), height=integer("height", height, 1)),
            stack_key=given(None if stack_key is None else integer("stack_key", stack_key, 0)),
            idempotency_key=given(optional_nonempty("idempotency_key", idempotency_key)),
        )
        call = api.register_class_shape_endpoint.OPERATION(namespace(namespace_id), body=body)
        read = models.RegisterResponse.reader(call.idempotency_key, namespace_id, self._session)
        return self._send_sync(call, read)

    def list_classes_sync(
        self,
        cursor: str | None = None,
        limit: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> ClassListResponse:
        """List classes, one page; `iter_classes_sync` goes over all.

        Args:
            cursor: `next_cursor` of the page before.
            limit: Classes of a page, from 1; the service's default is 20, more than 200 counts as 200.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: class_list_endpoint
        """
        call = api.class_list_endpoint.OPERATION(
            namespace_id,
            cursor=given(cursor),
            limit=given(limit),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ClassListResponse.from_dict)

    @Items.of("assetcore_sdk.models:ClassSummary")
    def iter_classes_sync(
        self, limit: int | None = None, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> Iterator[ClassSummary]:
        """Go over all classes; pages are fetched when they are reached.

        Args:
            limit: Classes of a page, from 1; the service's default is 20, more than 200 counts as 200.
            namespace_id: The namespace, from 1.
            min_world_seq: What every page must include.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: class_list_endpoint
        """
        cursor: str | None = None
        while True:
            page = self.list_classes_sync(
                cursor, limit, namespace_id=namespace_id, min_world_seq=min_world_seq
            )
            for each in page:
                yield each
            if not page.has_more or page.next_cursor in (None, cursor):
                return
            cursor = page.next_cursor

    def get_class_sync(
        self, class_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ClassResponse:
        """Get a class.

        Provisional: the endpoint is inferred from an older page.

        Args:
            class_id: The class.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such class.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_class_endpoint
        """
        call = api.get_class_endpoint.OPERATION(
            namespace_id,
            path_id("class_id", class_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ClassResponse.from_dict)

    def get_class_shapes_sync(
        self, class_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ClassShapesResponse:
        """Get the shapes of a class.

        Provisional: the endpoint is inferred from an older page.

        Args:
            class_id: The class.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such class.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_class_shapes_endpoint
        """
        call = api.get_class_shapes_endpoint.OPERATION(
            namespace_id,
            path_id("class_id", class_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ClassShapesResponse.from_dict)

    def get_class_stats_sync(
        self, class_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ClassStatsResponse:
        """Get the statistics of a class.

        Provisional: the endpoint is inferred from an older page.

        Args:
            class_id: The class.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such class.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_class_stats_endpoint
        """
        call = api.get_class_stats_endpoint.OPERATION(
            namespace_id,
            path_id("class_id", class_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ClassStatsResponse.from_dict)
