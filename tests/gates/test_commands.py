"""The gate on commands: a public method has one, or a reason why not."""

from __future__ import annotations

from clientkit.commands.catalog import Catalog
from clientkit.commands.declaration import Declaration
from clientkit_codegen.gates.commands import commands
from sbn.commands import DECLARATION


def test_the_repository_holds() -> None:
    assert commands() == []


def test_a_method_without_command_and_reason_is_found() -> None:
    reasons = {k: v for k, v in DECLARATION.without.items() if k != "gec.calibrate_frontier"}
    (found,) = Catalog(DECLARATION._replace(without=reasons)).problems()
    assert found.startswith("gec.calibrate_frontier has no command")


def test_names_that_nothing_has_are_found() -> None:
    wrong = Declaration(
        "alsorn",
        "alsorn:AlsornClient",
        "alsorn:AsyncAlsornClient",
        names={"agents.gett": "x", "agents.get": "agents list", "trust.query": "webhooks"},
        pays=("transactions.exekute",),
    )
    found = list(Catalog(wrong).problems())
    assert len(found) == 4
    assert "agents.gett" in found[0]
    assert "transactions.exekute" in found[1]
    assert "are both called 'agents list'" in found[2]
    assert "as a group is: 'webhooks'" in found[3]
