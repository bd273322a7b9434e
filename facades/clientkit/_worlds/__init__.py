"""What really differs between asynchronous and blocking code: one hand-written module on each side.

Both offer the same names: `Crew`, `HttpClient`, `Lock`, `Pools`, `Semaphore`, `SystemClock`, `current_flow`,
`read_body`, `time_limit`. Flows are written against the asynchronous one and derived for the other. This
package is all of ours that imports httpx.
"""
