"""An append-only log that a stranger can check: nothing sealed in it changes without a trace.

It holds bytes and knows nothing of evidence, so anything can be sealed: a decision, a rule,
a published statement. What it proves is that entries are *unchanged since*, never that they
are true.
"""
