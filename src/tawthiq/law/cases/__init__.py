"""Worked cases: facts with the answers that lawyers expect, run against the law pack."""
