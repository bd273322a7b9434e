"""What differs between async and sync code: one hand-written module on each side.

Both offer the same names: `TaskGroup`, `HttpClient`, `Lock`, `Pools`, `Semaphore`, `SystemClock`,
`current_flow`, `read_body`, `time_limit`. Flows are written against the async module and derived for the
other. This package is all of ours that imports httpx.
"""
