"""What holds for all tests."""

from __future__ import annotations

import gc
import os

from hypothesis import HealthCheck, settings

# The same examples at every run, so that a change is judged by what it changes.
# HYPOTHESIS_PROFILE=explore draws others each time.
# How fast they are drawn and run depends on what else the machine does, and no test asserts a time.
settings.register_profile(
    "same", derandomize=True, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
settings.register_profile(
    "explore", derandomize=False, suppress_health_check=[HealthCheck.too_slow], deadline=None
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_finish() -> None:
    """Keep modules and test items out of later collections, which look for what tests leave."""
    gc.collect()
    gc.freeze()
