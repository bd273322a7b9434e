"""ASG Gateway: labelling, from one task to a million.

from asg_gateway import ASGGatewayClient

client = ASGGatewayClient(api_key=os.environ["ASG_API_KEY"])
task = client.submit_task("image_classification", url, {"question": "Animal?", "options": ["cat", "dog"]})
print(client.poll_result(task["task_id"])["consensus_label"])
"""

from typing import TYPE_CHECKING

from clientkit import __version__ as __version__
from clientkit.lazy import exports

from asg_gateway.errors import (
    ASGGatewayConfigurationError,
    ASGGatewayConnectionError,
    ASGGatewayDecodeError,
    ASGGatewayError,
    ASGGatewayHTTPError,
    ASGGatewayInputError,
    ASGGatewayJournalError,
    ASGGatewayManifestError,
    ASGGatewayPollManyError,
    ASGGatewayPollTimeoutError,
    ASGGatewayTimeoutError,
    ASGGatewayWebhookError,
    ManifestProblem,
)

if TYPE_CHECKING:
    from asg_gateway._async.client import AsyncASGGatewayClient
    from asg_gateway._sync.client import ASGGatewayClient
    from asg_gateway.manifest import (
        ManifestCheck,
        check_manifest,
        validate_manifest,
        write_manifest,
    )
    from asg_gateway.parts import submit_part
    from asg_gateway.report import Outcome, SubmissionReport
    from asg_gateway.submission import Progress
    from asg_gateway.webhooks import sign_webhook, verify_webhook, verify_webhook_request

__all__ = [
    "ASGGatewayClient",
    "ASGGatewayConfigurationError",
    "ASGGatewayConnectionError",
    "ASGGatewayDecodeError",
    "ASGGatewayError",
    "ASGGatewayHTTPError",
    "ASGGatewayInputError",
    "ASGGatewayJournalError",
    "ASGGatewayManifestError",
    "ASGGatewayPollManyError",
    "ASGGatewayPollTimeoutError",
    "ASGGatewayTimeoutError",
    "ASGGatewayWebhookError",
    "AsyncASGGatewayClient",
    "ManifestCheck",
    "ManifestProblem",
    "Outcome",
    "Progress",
    "SubmissionReport",
    "check_manifest",
    "sign_webhook",
    "submit_part",
    "validate_manifest",
    "verify_webhook",
    "verify_webhook_request",
    "write_manifest",
]

# A program uses one of the two clients and few of the helpers: each waits to be asked for.
_HOMES = {
    "ASGGatewayClient": "._sync.client",
    "AsyncASGGatewayClient": "._async.client",
    **dict.fromkeys(
        ("ManifestCheck", "check_manifest", "validate_manifest", "write_manifest"),
        ".manifest",
    ),
    "Progress": ".submission",
    "submit_part": ".parts",
    **dict.fromkeys(("Outcome", "SubmissionReport"), ".report"),
    **dict.fromkeys(("sign_webhook", "verify_webhook", "verify_webhook_request"), ".webhooks"),
}
__getattr__, __dir__ = exports(__name__, _HOMES)
