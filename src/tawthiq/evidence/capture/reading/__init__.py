"""Readers of what tools write, which run only in the sandbox."""
