"""ASG Gateway in a minute: one task, many tasks, a signed webhook.

Runs against the service that ASG_BASE_URL and ASG_API_KEY name, and against the sandbox without them.
"""

from __future__ import annotations

import os
from contextlib import ExitStack

from asg_gateway import ASGGatewayClient, ASGGatewayHTTPError, sign_webhook, verify_webhook

ANIMALS = {"question": "Which animal?", "options": ["cat", "dog"]}


def main() -> None:
    with ExitStack() as stack:
        base_url, api_key = os.environ.get("ASG_BASE_URL"), os.environ.get("ASG_API_KEY")
        if not base_url or not api_key:
            from clientkit_sandbox import running

            sandbox = stack.enter_context(running("asg"))
            base_url, api_key = sandbox.base_url, sandbox.api_key
        client = stack.enter_context(ASGGatewayClient(api_key, base_url))

        profile = client.get_profile()
        print(f"{profile['name']}, tier {profile['tier']}, {profile['label_quota']} labels")

        task = client.submit_task("image_classification", "https://example.com/cat.jpg", ANIMALS)
        result = client.poll_result(task["task_id"], timeout=60, interval=0.5)
        print(f"one task: {result['consensus_label']}, confidence {result['confidence']:.0%}")

        photos = (f"https://example.com/{animal}-{n}.jpg" for n in range(20) for animal in ("cat", "dog"))
        tasks = ({"type": "image_classification", "data_url": url, "label_spec": ANIMALS} for url in photos)
        report = client.submit_many(tasks)
        print(f"many tasks: {report}")
        labels = [each["consensus_label"] for each in client.poll_many(report.task_ids(), interval=0.5)]
        print(f"their labels: {labels.count('cat')} cats, {labels.count('dog')} dogs")

        try:
            client.submit_task("poetry", "https://example.com/1.txt", ANIMALS)
        except ASGGatewayHTTPError as error:
            print(f"refused with {error.status_code}: {error.message}")

        body = b'{"event":"task.settled","task_id":"tsk_1","consensus_label":"cat"}'
        event = verify_webhook(body, sign_webhook(body, "whsec_of_your_own"), "whsec_of_your_own")
        print(f"webhook: {event['event']} for {event['task_id']}")


if __name__ == "__main__":
    main()
