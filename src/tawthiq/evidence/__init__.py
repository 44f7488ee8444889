"""Files that somebody gave us, kept as they came, and what can be said of them unchanged.

What is kept proves that bytes are *unchanged since* they were kept; never that what they show is
true, nor where, nor by whom. Nothing here writes to a table: it works on bytes and folders. One
module has a network, and it sends digests only: ``timestamps.asking``.
"""
