"""What the engines are made of, and what differs between async and sync code.

`asynchronous` and `blocking` offer the same names, one module on each side: `TaskGroup`, `Lock`, `Pools`,
`Slots`, `SystemClock`, `dial`, `time_limit` … . Flows and engines are written against the async module, in
`clientkit._async`, and derived for the other. The rest is shared: `environment`
(proxies, certificates), `resolution` (DNS), `payload` (bodies out), `content` (bodies in), `failures`, and
`libraries`, the only module that reads private names of other libraries.
"""
