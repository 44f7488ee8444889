"""What ties the record tables to the log: which rows each entry sealed, and are they still so?

``docs/spec/sealed-rows.md`` says byte by byte what an entry commits to.
"""
