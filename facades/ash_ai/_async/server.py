"""The server itself: its health, what was used, provider credentials and API keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ash_api.api import analytics, credentials, health, keys, usage
from clientkit.arguments import identifier, optional_identifier, secret
from clientkit.facade import nothing
from clientkit.operation import UNSET, given
from clientkit.secrets import Secret

from ash_ai._async.methods import AsyncMethods
from ash_ai.lazy import codec, models, wire

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from ash_ai.models import Analytics, ApiKey, CreatedApiKey, Credential, Health, UsageEvent, UsageStats


class AsyncServerMethods(AsyncMethods):
    """Health, usage, credentials and keys of the server."""

    async def health(self) -> Health:
        """Tell how the server is; needs no key.

        Operation: getHealth
        """
        return await self._core.send(health.get_health.OPERATION(), models.Health.from_dict)

    async def metrics(self) -> str:
        """Read the metrics in the text format of Prometheus.

        Operation: getMetrics
        """
        return await self._core.send(health.get_metrics.OPERATION())

    async def list_usage(
        self,
        *,
        session_id: str | UUID | None = None,
        agent: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
        limit: int | None = None,
    ) -> list[UsageEvent]:
        """List what was used, the newest first.

        Args:
            session_id: Only by this session.
            agent: Only by this agent.
            after: Only from this moment on; UTC without an offset.
            before: Only up to this moment; UTC without an offset.
            limit: Entries to get, 1 to 1,000; the server's default is 100.

        Raises:
            ValueError: The limit is out of bounds; nothing was sent.

        Operation: listUsageEvents
        """
        call = usage.list_usage_events.OPERATION(
            session_id=optional_identifier("session_id", session_id),
            agent_name=optional_identifier("agent", agent),
            after=after,
            before=before,
            limit=limit,
        )
        return await self._core.send(call, models.many(models.UsageEvent, "events"))

    async def get_usage_stats(
        self,
        *,
        session_id: str | UUID | None = None,
        agent: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
    ) -> UsageStats:
        """Add up what was used.

        Args:
            session_id: Only by this session.
            agent: Only by this agent.
            after: Only from this moment on; UTC without an offset.
            before: Only up to this moment; UTC without an offset.

        Operation: getUsageStats
        """
        call = usage.get_usage_stats.OPERATION(
            session_id=optional_identifier("session_id", session_id),
            agent_name=optional_identifier("agent", agent),
            after=after,
            before=before,
        )
        return cast("UsageStats", await self._core.send(call, models.one(models.UsageStats, "stats")))

    async def get_analytics(
        self, *, after: datetime | None = None, before: datetime | None = None
    ) -> Analytics:
        """Get numbers over agents, sessions, usage and evaluations.

        Args:
            after: Only from this moment on; UTC without an offset.
            before: Only up to this moment; UTC without an offset.

        Operation: getAnalytics
        """
        call = analytics.get_analytics.OPERATION(after=after, before=before)
        return await self._core.send(call, models.Analytics.from_dict)

    async def create_credential(self, type: str, key: str, *, label: str | None = None) -> Credential:
        """Store a key of a model provider, encrypted.

        Args:
            type: `anthropic`, `openai`, `bedrock` or `custom`.
            key: The key; for bedrock see `create_bedrock_credential`.
            label: A label.

        Raises:
            AshServerError: The server has no master key to encrypt with.

        Operation: createCredential
        """
        key = secret("key", key)
        kind = wire.CredentialType(identifier("type", type))
        body = wire.CreateCredentialRequest(type_=kind, key=key, label=given(label))
        call = credentials.create_credential.OPERATION(body=body)
        return cast("Credential", await self._core.send(call, models.one(models.Credential, "credential")))

    async def create_bedrock_credential(
        self,
        access_key_id: str,
        secret_access_key: str,
        region: str,
        *,
        session_token: str | None = None,
        label: str | None = None,
    ) -> Credential:
        """Store credentials for bedrock, encrypted.

        Args:
            access_key_id: Id of the access key.
            secret_access_key: The access key.
            region: Region, such as `us-east-1`.
            session_token: Token of a temporary session.
            label: A label.

        Raises:
            AshServerError: The server has no master key to encrypt with.

        Operation: createCredential
        """
        secret_access_key = secret("secret_access_key", secret_access_key)
        session_token = secret("session_token", "" if session_token is None else session_token)
        parts = {
            "accessKeyId": identifier("access_key_id", access_key_id),
            "secretAccessKey": secret_access_key,
            "region": identifier("region", region),
        } | ({"sessionToken": session_token} if session_token else {})
        return await self.create_credential("bedrock", Secret(codec.dumps(parts).decode()), label=label)

    async def list_credentials(self) -> list[Credential]:
        """List credentials without their keys, the newest first.

        Operation: listCredentials
        """
        call = credentials.list_credentials.OPERATION()
        return await self._core.send(call, models.many(models.Credential, "credentials"))

    async def delete_credential(self, credential_id: str) -> None:
        """Delete a credential.

        Args:
            credential_id: Id of the credential.

        Raises:
            AshNotFoundError: There is no such credential.

        Operation: deleteCredential
        """
        await self._core.send(
            credentials.delete_credential.OPERATION(identifier("credential_id", credential_id)),
            parse=nothing,
        )

    async def list_api_keys(self) -> list[ApiKey]:
        """List the API keys of the server, masked.

        Operation: listApiKeys
        """
        return await self._core.send(keys.list_api_keys.OPERATION(), models.many(models.ApiKey, "keys"))

    async def create_api_key(self, label: str | None = None) -> CreatedApiKey:
        """Make an API key; the server shows it this once.

        Args:
            label: A name for the key, for people.

        Operation: createApiKey
        """
        body = UNSET if label is None else wire.CreateApiKeyRequest(label=label)
        return await self._core.send(keys.create_api_key.OPERATION(body=body), models.CreatedApiKey.from_dict)

    async def revoke_api_key(self, key_id: str) -> None:
        """Revoke an API key.

        Args:
            key_id: Id of the key.

        Raises:
            AshNotFoundError: There is no such key.

        Operation: revokeApiKey
        """
        await self._core.send(keys.revoke_api_key.OPERATION(identifier("key_id", key_id)), parse=nothing)
