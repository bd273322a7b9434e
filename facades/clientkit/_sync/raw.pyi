# Derived from facades/clientkit/_async/ by make generate; edit the files there.
from collections.abc import Mapping
from typing import Any, Self, Unpack

from clientkit.errors import ClientError
from clientkit.resolving import Resolution
from clientkit.settings import Options
from clientkit.views import RawAnswer

class AsyncRawBaseClient:
    @property
    def base_url(self) -> str: ...
    def with_options(self, **options: Unpack[Options]) -> Self: ...
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = ...,
        json: Any = ...,
        headers: Mapping[str, str] | None = ...,
        idempotent: bool = ...,
    ) -> RawAnswer[Any]: ...
    async def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    async def aclose(self) -> None: ...

class RawBaseClient:
    @property
    def base_url(self) -> str: ...
    def with_options(self, **options: Unpack[Options]) -> Self: ...
    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, Any] | None = ...,
        json: Any = ...,
        headers: Mapping[str, str] | None = ...,
        idempotent: bool = ...,
    ) -> RawAnswer[Any]: ...
    def resolve(self, error: ClientError) -> RawAnswer[Resolution]: ...
    def close(self) -> None: ...
