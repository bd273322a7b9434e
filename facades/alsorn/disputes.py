"""The evidence of a dispute: a list of ids on the SDK page, a text and one transaction on the wire."""

# Annotations are not put off here: a NamedTuple compiles each that is a string.
from collections.abc import Sequence
from typing import NamedTuple


class Evidence(NamedTuple):
    """Evidence as the service takes it.

    Attributes:
        transaction_id: The disputed transaction.
        text: Everything else.
    """

    transaction_id: str | None
    text: str | None


def evidence_of(ids: Sequence[str], text: str | None, transaction_id: str | None) -> Evidence:
    """Return what to send, so that nothing that was given is lost.

    Args:
        ids: Ids that prove it.
        text: Text that proves it.
        transaction_id: The disputed transaction; by default the first id that starts with `tx_`, or the
            only id.
    """
    named = next((each for each in ids if each.startswith("tx_")), ids[0] if len(ids) == 1 else None)
    chosen = named if transaction_id is None else transaction_id
    told = all(each == chosen and each.startswith("tx_") for each in ids)
    parts = [text, None if told else ", ".join(ids)]
    return Evidence(chosen, "\n".join(part for part in parts if part) or None)
