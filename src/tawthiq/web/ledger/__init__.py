"""The ledger on pages: its checkpoint to take away, and the record held against it."""
