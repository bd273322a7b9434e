"""Tasks to submit."""

from __future__ import annotations

from typing import Any

ANIMALS = {"question": "Animal?", "options": ["cat", "dog"]}


def task(number: int = 0, animal: str = "cat") -> dict[str, Any]:
    """Return the body of a task."""
    url = f"https://example.com/{animal}-{number}.jpg"
    return {"type": "image_classification", "data_url": url, "label_spec": ANIMALS}
