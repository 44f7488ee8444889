"""Readers of single kinds of files; each runs only inside the sandbox."""
