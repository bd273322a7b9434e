"""The dicts that the methods return, as the spec has them.

They are plain dicts: a field that the service adds one day is in them as well. A key that is `NotRequired`
may be missing.
"""

from sbn_api.dicts import *  # noqa: F403
