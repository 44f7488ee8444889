"""What can be said of a picture, a film or another file without changing it.

Two things are kept apart throughout: what we see by looking at the bytes (the kind, the size, how
long), and what the device or program that made the file *says* (when, where, by which camera),
which anybody can write into a file and which is therefore always labelled as its claim.
"""
