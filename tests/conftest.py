"""What holds for all tests."""

from __future__ import annotations

import gc
import os

from hypothesis import settings

# The same examples at every run, so that a change is judged by what it changes.
# HYPOTHESIS_PROFILE=explore draws others each time.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_collection_finish() -> None:
    """Keep modules and test items out of later collections, which look for what tests leave."""
    gc.collect()
    gc.freeze()
