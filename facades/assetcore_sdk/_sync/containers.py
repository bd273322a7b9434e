# Derived from facades/assetcore_sdk/_async/containers.py by make generate; edit that file.
"""Containers: finding them and what they hold."""

# unasync: suffix _sync

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assetcore_api.api import containers as api
from assetcore_sdk._sync.base import Calls
from assetcore_sdk.checks import path_id, region_of
from assetcore_sdk.lazy import models
from clientkit.arguments import integer
from clientkit.facade import Items
from clientkit.operation import given

if TYPE_CHECKING:
    from assetcore_sdk.models import (
        ContainerBalancesResponse,
        ContainerContentsResponse,
        ContainerGridFreeResponse,
        ContainerGridResponse,
        ContainerListResponse,
        ContainerResponse,
        ContainerSlotsResponse,
        ContainerSummary,
    )


class Containers(Calls):
    """Containers: finding them and what they hold."""

    def list_containers_sync(
        self,
        owner: int | None = None,
        kind: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> ContainerListResponse:
        """List containers, one page; `iter_containers_sync` goes over all.

        Args:
            owner: Of this owner only, 0 to 2**32 - 1.
            kind: Of this kind only: `balance`, `grid`, `slots`, `continuous_line_1d` or
                `continuous_grid_2d`.
            cursor: `next_cursor` of the page before.
            limit: Containers of a page, from 1; the service's default is 20, more than 200 counts as 200.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: list_containers_endpoint
        """
        call = api.list_containers_endpoint.OPERATION(
            namespace_id,
            owner=given(owner),
            kind=given(kind),
            cursor=given(cursor),
            limit=given(limit),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerListResponse.from_dict)

    @Items.of("assetcore_sdk.models:ContainerSummary")
    def iter_containers_sync(
        self,
        owner: int | None = None,
        kind: str | None = None,
        limit: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> Iterator[ContainerSummary]:
        """Go over all containers; pages are fetched when they are reached.

        Args:
            owner: Of this owner only, 0 to 2**32 - 1.
            kind: Of this kind only, as `list_containers_sync` takes it.
            limit: Containers of a page, from 1; the service's default is 20, more than 200 counts as 200.
            namespace_id: The namespace, from 1.
            min_world_seq: What every page must include.

        Raises:
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: list_containers_endpoint
        """
        cursor: str | None = None
        while True:
            page = self.list_containers_sync(
                owner, kind, cursor, limit, namespace_id=namespace_id, min_world_seq=min_world_seq
            )
            for each in page:
                yield each
            if not page.has_more or page.next_cursor in (None, cursor):
                return
            cursor = page.next_cursor

    def get_container_sync(
        self, container_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ContainerResponse:
        """Get a container: its kind, owner and policies.

        The page of the SDK names the method; the path is inferred.

        Args:
            container_id: The container.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_container_endpoint
        """
        call = api.get_container_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerResponse.from_dict)

    def get_container_balances_sync(
        self, container_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ContainerBalancesResponse:
        """Get how much a container holds of each class and key.

        The page of the SDK names the method; the path is inferred.

        Args:
            container_id: The container.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_container_balances_endpoint
        """
        call = api.get_container_balances_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerBalancesResponse.from_dict)

    def get_container_slots_sync(
        self, container_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ContainerSlotsResponse:
        """Get the slots of a container, from 1.

        Provisional: the endpoint is inferred from an older page.

        Args:
            container_id: The container.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_container_slots_endpoint
        """
        call = api.get_container_slots_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerSlotsResponse.from_dict)

    def get_container_contents_sync(
        self, container_id: int | str, *, namespace_id: int = 1, min_world_seq: int | None = None
    ) -> ContainerContentsResponse:
        """Get whatever a container holds: balances, placements or slots.

        Args:
            container_id: The container.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_container_contents_endpoint
        """
        call = api.get_container_contents_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerContentsResponse.from_dict)

    def get_container_grid_sync(
        self,
        container_id: int | str,
        x: int | None = None,
        y: int | None = None,
        width: int | None = None,
        height: int | None = None,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> ContainerGridResponse:
        """Get the placements of a grid, or of a region of it.

        The region counts from 0 and is given whole or not at all; positions in the answer count from 1.

        Args:
            container_id: The container.
            x: First column of the region, from 0.
            y: First row of the region, from 0.
            width: Columns of the region, from 1.
            height: Rows of the region, from 1.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).
            ValueError: The region is not whole; nothing was sent.

        Operation: get_container_grid_endpoint
        """
        region = region_of(x, y, width, height)
        call = api.get_container_grid_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            x=given(region.get("x")),
            y=given(region.get("y")),
            width=given(region.get("width")),
            height=given(region.get("height")),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerGridResponse.from_dict)

    def get_container_grid_free_sync(
        self,
        container_id: int | str,
        width: int = 1,
        height: int = 1,
        *,
        namespace_id: int = 1,
        min_world_seq: int | None = None,
    ) -> ContainerGridFreeResponse:
        """Get the positions of a grid where a shape still fits.

        Provisional: that the endpoint exists is documented, its path, parameters and answer are not.

        Args:
            container_id: The container.
            width: Columns of the shape, from 1.
            height: Rows of the shape, from 1.
            namespace_id: The namespace, from 1.
            min_world_seq: What the answer must include; the read waits for it until its time is over.

        Raises:
            NotFoundError: There is no such container, or no such endpoint.
            HttpError: The projection did not reach `min_world_seq` in time (`status` is 425).

        Operation: get_container_grid_free_endpoint
        """
        call = api.get_container_grid_free_endpoint.OPERATION(
            namespace_id,
            path_id("container_id", container_id),
            width=integer("width", width, 1),
            height=integer("height", height, 1),
            x_assetcore_min_world_seq=self._floor(namespace_id, min_world_seq),
        )
        return self._send_sync(call, models.ContainerGridFreeResponse.from_dict)
