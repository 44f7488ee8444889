"""What people do with evidence: take it in, look at it, hand it over, redact it, pack it.

Bytes are in the vault for good before any row or entry speaks of them; rows and entry are then
written in one transaction, and only after that is anybody told that something is kept.
"""
