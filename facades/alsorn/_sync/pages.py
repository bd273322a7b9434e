# Derived from facades/alsorn/_async/pages.py by make generate; edit that file.
"""The pages of Alsorn's lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from clientkit.facade import Page

if TYPE_CHECKING:
    from alsorn.models import Agent, AuditEntry, Transaction


class AgentPage(Page["Agent"]):
    """One page of agents."""

    _model: ClassVar[str] = "alsorn.models:Agent"

    @property
    def agents(self) -> list[Agent]:
        """The agents of this page."""
        return self.items


class AuditPage(Page["AuditEntry"]):
    """One page of an audit chain, newest entry first."""

    _model: ClassVar[str] = "alsorn.models:AuditEntry"

    @property
    def entries(self) -> list[AuditEntry]:
        """The entries of this page."""
        return self.items


class TransactionPage(Page["Transaction"]):
    """One page of transactions."""

    _model: ClassVar[str] = "alsorn.models:Transaction"

    @property
    def transactions(self) -> list[Transaction]:
        """The transactions of this page."""
        return self.items
